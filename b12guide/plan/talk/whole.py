"""A message as a whole, beside a plan: as it would be written at once, and what it does to that plan."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from b12guide.at_hand import at_hand

from ..reading.clauses import without_label
from ..reading.days_after import with_days_after
from ..reading.lexer import with_days_spelt
from ..reading.other_jabs import without_other_jabs
from ..reading.reader import read, read_date
from .asides import without_asides
from .bare_gap import with_known_gap, with_unit
from .before_leaving import without_leaving
from .begun import without_start
from .beside_journey import with_day_behind_journey, with_day_by_journey
from .booked_beside import moved_of_known, without_moved
from .booked_out import booked_out, none_booked
from .changed_plan import changed_plan
from .clinic_hours import CLINIC_HOURS, remarked_beside
from .clinic_moved import clinic_moved
from .counted import counted
from .course_booked import COURSE, course_booked
from .day_mended import with_day_mended
from .days_had import with_days_had
from .days_in_place import SetDays
from .days_named_in import with_weekday_joined
from .denied_gap import without_denied_gap
from .dose_out import dose_out
from .doses_to import without_event_day
from .end_expected import without_expected_end
from .excluded_days import excluded_days, without_excluded
from .few_more import more_then, with_few_more
from .gap_wish import gap_wish
from .goes_on import goes_on
from .had_count import with_count
from .had_dates import had_dates
from .had_row import apart_to_come
from .halved_told import halved_told
from .in_own_words import asked_if_given
from .kept_rhythm import with_kept_rhythm
from .lead import lead_of
from .left_to_go import without_left
from .list_wish import without_list
from .long_lapse import long_lapse
from .message import Said
from .missed_first import missed_then, without_missed
from .month_beside import with_month_beside
from .move import Move, place_of
from .move_and_list import move_and_list
from .moved_dose import moved_told
from .moves import WITH_DATES
from .moves import moves as moves_in
from .named_day import with_named_day, without_offer
from .next_told import next_told
from .none_today import without_none_today
from .not_agreed import not_agreed
from .old_gap import without_back_when, without_old_gap
from .on_the_end import put_at_end
from .one_off import one_off
from .outcome import Who
from .over import had_told
from .own_days_again import own_days_again
from .own_month import (
    with_day_of_dose,
    with_day_of_month_told,
    with_days_of_row,
    with_month_of_had,
    with_own_month,
    with_weekday_beside,
)
from .owned_days import with_days
from .past import none_missed
from .protested import protested
from .put_right import put_right
from .refused import not_own, refused, without_not_own, without_refused
from .restated import restated, starts_anew
from .ring_ahead import without_notice
from .set_alone import of_something_else
from .set_days import set_days
from .single_off import single_off
from .skipped import told_skips
from .state import CONFIRM, LAST_GIVEN, PAST, State
from .today_had import none_missed_today
from .told_today import place_told, without_place
from .weekday_meant import with_day_meant
from .which_first import without_event
from .with_total import with_total
from .written_marks import (
    in_marks,
    without_courtesy,
    without_exclaimed,
    without_near_day,
    without_numbering,
    without_told_you,
    without_yeah_nah,
)
from .you_said import asks_of_said


def moves(kept: Mapping[str, Any] | None, text: str, *, who: Who) -> tuple[Move, ...]:
    """What `text` does to the plan kept (`talk.moves.moves`), without what it takes back itself."""
    # Several rows of the table ask it of the same words and the same plan.
    return _moves(text, kept=json.dumps(kept), who=who)


@at_hand(32)
def _moves(text: str, *, kept: str, who: Who) -> tuple[Move, ...]:
    """The same of a plan as JSON."""
    plan = json.loads(kept)
    state = State.from_json(plan)
    if (remark := remarked_beside(state, text, who.country)) is not None:
        # When the clinic is open is told of no dose; it is said behind what else the message tells.
        told = _moves(remark.rest, kept=kept, who=who) if remark.rest.strip() else ()
        return (*told, Move("request", CLINIC_HOURS, remark.to_value(), rest=(0, len(text))))
    if protest := protested(text, state, who):
        return protest
    out = booked_out(text, state, who, lambda part: moves_in(plan, part, who=who))
    out = out or dose_out(text, state, who, lambda part: moves_in(plan, part, who=who))
    out = out or none_missed_today(text, state, who, lambda part: moves_in(plan, part, who=who))
    if out is not None:
        return out
    found = without_start(_read_whole(plan, text, who), state, who)
    if (asked := not_agreed(with_named_day(text, state, who.today), found, state, who)) is not None:
        return asked
    if none_booked(text, state, who):
        # "They booked nothing, leave it at the 11th": the plan's own day is none that was set.
        found = tuple(move for move in found if move.kind == "request")
        found = found or (Move("request", "no_date_kept", rest=(0, len(text))),)
    if of_something_else(text, state):
        # "Every day I take metformin": nothing was asked that it could answer.
        found = tuple(move for move in found if move.name not in ("interval", "regimen"))
    return found


def _read_whole(kept: Mapping[str, Any] | None, text: str, who: Who) -> tuple[Move, ...]:
    state = State.from_json(kept)
    if not state.paused and (both := move_and_list(text, state, who.today, lambda part: moves_in(kept, part, who=who))):
        return both
    if asked := counted(with_named_day(text, state, who.today), state, who):
        return asked
    if cancelled := single_off(Said.of(text), state, who):
        # A day to come that is cancelled is no dose that was missed.
        return cancelled
    if kept and not state.paused and starts_anew(text) is not None:
        return (Move("request", "anew", rest=(0, len(text))),)
    if (fresh := restated(state, text, who)) is not None:
        kept, state = fresh.to_json(), fresh
    if not state.paused and course_booked(text, state, who) is not None:
        return (Move("fact", COURSE, rest=(0, len(text))),)
    if not state.paused and (more := more_then(text, state, who.today)) is not None:
        return (Move("fact", "regimen", more, rest=(0, len(text))),)
    plain, _ = without_list(written(state, text, who.today), today=who.today, country=who.country)
    if not state.paused and (endless := goes_on(text, state, who)) is not None:
        return (Move("fact", "regimen", endless, rest=(0, len(text))),)
    if not state.paused and (total := with_total(plain, state, who.today)) != plain:
        return (Move("fact", "regimen", total, rest=(0, len(text))),)
    had = None if state.paused else had_dates(plain, today=who.today)
    if had is not None:
        state.told_in_a_row()
        kept = state.to_json() if kept else kept
        skips = told_skips(state, had.rest, who)
        rest = had.rest if skips is None else skips.rest
        rest = apart_to_come(rest)[0] if state.phases else rest
        return (Move("fact", "had_dates", rest=(0, len(text))), *moves_in(kept, rest, who=who))
    if not state.paused and (changed := halved_told(plain, state, who)) is not None:
        return (Move("fact", "regimen", changed, rest=(0, len(text))),)
    if not state.paused and (asked := asks_of_said(plain, state, who)):
        return asked
    if not state.paused and (off := one_off(plain, state, who.today)) is not None:
        value = f"{off.planned.isoformat()}/{off.day.isoformat()}"
        return (Move("fact", "one_off", value, rest=(0, len(text))),)
    if not state.paused and (again := own_days_again(plain, state, who.today)) is not None:
        return (again,)
    if not state.paused and (left_out := put_at_end(plain, state, who.today)) is not None:
        return (Move("fact", "on_the_end", left_out.isoformat(), rest=(0, len(text))),)
    if not state.paused and (several := set_days(plain, state, who)) is not None:
        return _set_with_more(kept, plain, several, state, who)
    if state.phases and not state.paused and (moved := moved_of_known(plain, who)) is not None:
        others = [move for part in _PARTS.split(moved[0]) for move in moves_in(kept, part, who=who) if part.strip()]
        facts = [move for move in others if move.kind == "fact" and move.name in ("given", "date")]
        asked_too = [replace(move, rest=(0, len(text))) for move in others if move.kind == "request"]
        if facts:
            booked = Move("fact", "booked", moved[1].isoformat(), rest=(0, len(text)))
            return (*(replace(move, rest=(0, len(text))) for move in facts), booked, *asked_too)
    if state.phases and not state.paused and (set_beside := _next_beside(kept, plain, who)):
        return tuple(replace(move, rest=(0, len(text))) for move in set_beside)
    if not state.paused and (new := changed_plan(plain, state, who)) is not None:
        since = new.day.isoformat() if new.day is not None else ""
        return (Move("fact", "changed", f"{since}/{new.words}", rest=(0, len(text))),)
    if not state.paused and long_lapse(plain, state, who):
        return (Move("fact", "long_lapse", rest=(0, len(text))),)
    if drops(state, plain):
        own = moves_in(None, without_not_own(plain), who=who)
        return (Move("request", "not_mine", rest=(0, len(text))), *own)
    if state.phases and (days := excluded_days(plain)) is not None:
        # None of them is a day of what else is told.
        told = moves_in(kept, without_excluded(plain), who=who)
        other = [day for move in told if move.name in ("regimen", "interval")
                 for phase in read(move.value, today=who.today).phases for day in phase.days_of_week]  # fmt: skip
        if other and not set(other) & set(days.days):
            # The days that are left out are not those of the plan as it is told now.
            return told
        asked = (Move("fact", "excluded", "/".join(days.days), rest=(0, len(text))),)
        begins = any(move.name == "part_starts" for move in told)
        return (*told, *(asked if state.countable(who.today) and not begins else ()))
    skips = None if state.paused else told_skips(state, plain, who)
    if skips is not None:
        told = moves_in(kept, skips.rest, who=who)
        alone = not told and bool(skips.rest.strip()) and states(skips.rest, who)
        return () if alone else (*told, Move("fact", "skipped", skips.value, rest=(0, len(text))))
    wish = None if state.paused else gap_wish(plain, state)
    if wish is not None and (state.phases or states(wish.rest, who)):
        return (Move("request", "gap_wish", rest=(0, len(text))), *moves_in(kept, wish.rest, who=who))
    if not state.paused and (called_off := clinic_moved(Said.of(plain), state, who)):
        # One to come was not missed.
        return called_off
    if state.paused or asked_of_doses(state) or not says_not_given(state, plain, who.today):
        return _with_booked_behind(kept, moves_in(kept, plain, who=who), plain, who)
    rest = without_not_given(state, plain)
    found = moves_in(kept, rest, who=who)
    if not state.phases:
        begins = not found and missed_then(plain) is not None and states(rest, who)
        return (Move("fact", "regimen", rest, rest=(0, len(text))),) if begins else found
    return (*found, Move("fact", "refused", rest=(0, len(text))))


def _with_booked_behind(
    kept: Mapping[str, Any] | None, found: tuple[Move, ...], text: str, who: Who
) -> tuple[Move, ...]:
    """The moves; where they put the last day right and nothing else, with the day that the clinic set, which another
    sentence tells."""
    if [(move.kind, move.name) for move in found] != [("fact", "date")]:
        return found
    parts = [part for part in _PARTS.split(text) if part.strip() and "?" not in part]
    told = [move for part in parts for move in moves_in(kept, part, who=who) if move.name == "booked"]
    return (*found, replace(told[0], rest=found[0].rest)) if len(parts) > 1 and len(told) == 1 else found


# What is wanted beside days that were set: the rest is read back with them.
_BESIDE_SET = WITH_DATES | {"list", "next_many"}


def _set_with_more(
    kept: Mapping[str, Any] | None, text: str, found: SetDays, state: State, who: Who
) -> tuple[Move, ...]:
    """The days that were set, behind a yes that stands before them, and what is wanted beside them."""
    said = Said.of(text)
    lead = lead_of(said) if state.about == CONFIRM else None
    agrees = lead is not None and lead.kind == "yes" and not lead.weak
    yes = (Move("yes", rest=place_of(said, lead.end)),) if lead is not None and agrees else ()
    wanted = [move for part in _PARTS.split(found.rest) for move in moves_in(kept, part, who=who) if part.strip()]
    more = {move.name: move for move in wanted if move.kind == "request" and move.name in _BESIDE_SET}
    place = (0, len(text))
    beside = (replace(move, rest=place) for move in more.values())
    return (*yes, Move("fact", "set_days", found.to_value(), rest=place), *beside)


def _next_beside(kept: Mapping[str, Any] | None, text: str, who: Who) -> tuple[Move, ...]:
    """A dose that was had, and the day of the next one as the clinic set it; () where a message does not tell both."""
    told = next_told(text, who)
    if told is None:
        return ()
    booked = Move("fact", "booked", told[1].isoformat())
    if _LAST_OF_PART.fullmatch(told[0]):
        # "The next one is Monday, last of the weekly ones": no part is over before it.
        return (booked,)
    others = moves_in(kept, told[0], who=who)
    return (*others, booked) if any((move.kind, move.name) == ("fact", "given") for move in others) else ()


_PARTS = re.compile(r"(?<=[.;!?])\s+|,?\s+(?:but|and|so)\s+")
# "The doc reckons every second day": what the clinic says.
_RECKONS = re.compile(
    r"\b(doc|doctor|dr|gp|nurse|clinic|surgery|consultant|specialist|pharmacist|they|he|she) (?:reckons?"
    r"|reckoned|figures)\b",
    re.I,
)
# "After the review it is meant to be every 2 months": after the course that is known.
_BEHIND_EVENT = re.compile(
    r"^(?P<lead>\W*(?:(?:yes|yep|yeah|ok|okay|and|so|right)\W+){0,3})(?:after|following) (?:the|my|her|his)"
    r" (?:review|check-?up|course|loading|last (?:one|of them)|end)\b(?=,? (?:it|they|i|we|she|he|that|every|once"
    r"|weekly"
    r"|monthly)\b)",
    re.I,
)
# "Only actually had three", and "gave me 1 on the 14th", where 1 is no day of a month.
_ONLY = re.compile(r"\b(?P<only>only|just) (?:actually|really|in fact) (?P<had>had|got|done)\b", re.I)
_ONE_ON = re.compile(
    r"\b(?P<had>had|got|gave me|given me|gave (?:her|him|us)|i'?ve had) 1(?= (?:on|at|today|yesterday|this)\b)", re.I
)
_THE = re.compile(r"\b(?:teh|hte)\b(?=\s+\w)")
_LAST_OF_PART = re.compile(
    r"\W*(?:(?:still|then|and|so|that'?s|it'?s|which is|that is)\W+){0,4}(?:the )?(?:very )?last (?:one )?of "
    r"(?:the |my )?(?:weekly|daily|loading|first|quick|starter|frequent)"
    r"(?: (?:ones|injections|jabs|shots|lot|course|doses))?\W*",
    re.I,
)
# "..., counting from my last one", at the end of a plan that counts from it as it is.
_FROM_LAST = re.compile(
    r"(?<!not)(?<!n['’]t)(?<!never)(?:, ?| )(?:and )?count(?:ing|ed)?(?: on)? from (?:my|the) last"
    r"(?: (?:one|dose|jab|shot|injection))?(?=[.!]?\s*$)",
    re.I,
)
# "I tell a lie, it was the 6th" takes back as a no does.
_LIE = re.compile(r"\bi (?:tell|told) (?:you )?a (?:lie|fib)\b|\bi (?:lied|fibbed)\b", re.I)
_YES_BEHIND = re.compile(
    r"^(?P<often>[^?.;!\n]{0,60}\b(?:days?|weeks?|months?|weekly|monthly|fortnight)\b"
    r"[^?.;!\n]{0,12})[,.;–-]\s*"
    r"(?:so )?(?P<yes>yes|yep|yeah|yup|aye)[\s.!]*$",
    re.I,
)


def written(state: State, text: str, today: date) -> str:
    """A message as it would be written at once and without marks for words, each word in its place."""
    text = _LIE.sub(lambda found: "no".ljust(len(found[0])), text)
    text = with_days_had(without_notice(without_label(text)), state, today)
    text = with_named_day(text, state, today) if state.phases else without_offer(text)
    text = _BEHIND_EVENT.sub(r"\g<lead>after that", text) if state.phases else text
    text = _ONLY.sub(r"\g<only> \g<had>", _ONE_ON.sub(r"\g<had> one", text))
    text = without_leaving(text) if state.phases else _without_life(text, today)
    text = without_none_today(_THE.sub("the", with_days_spelt(text)), state)
    # What stands in a question is asked of, and a visit to come may be in the way of a dose.
    text = text if "?" in text else without_other_jabs(text, had=True)
    text = with_few_more(with_kept_rhythm(text, state, today), state)
    if state.about == CONFIRM and (behind := _YES_BEHIND.match(text)) is not None:
        # "Three months, yes": the yes stands first, as in most messages.
        text = f"{behind['yes']} {behind['often']}"
    if state.anchor is not None and state.anchor.kind == "last":
        text = _FROM_LAST.sub("", text)
    text = with_day_mended(text, state, today)
    text = with_days_after(text, lambda words: read_date(words, today=today).date)
    text = with_day_of_month_told(with_month_of_had(text), state, today) if state.phases else text
    text = with_day_by_journey(text, state, today) if state.spans else text
    text = with_day_behind_journey(text, state, today) if state.phases else text
    text = with_weekday_joined(text, today) if state.phases else text
    # The day of an injection too many lies beside none of the plan.
    text = without_near_day(had_told(text) if state.phases else text, today)
    if not state.phases and without_moved(text) != text and states(without_moved(text), Who(today)):
        # Where the clinic moved one of a plan that is just being told, the plan is read without it.
        text = without_moved(text)
    text = with_days_of_row(with_day_of_dose(text, state, today), state, today) if state.phases else text
    text = with_month_beside(_RECKONS.sub(r"\1 says", without_exclaimed(without_yeah_nah(text))))
    text = text if state.extra else with_weekday_beside(with_own_month(text, state), state, today)
    meant = text if state.extra else with_day_meant(text, state, today)
    marked = without_numbering(
        in_marks(without_courtesy(_with_days(with_count(meant)))),
        counted=state.about not in (None, CONFIRM),
    )
    placed = without_place(marked) if place_told(marked, state) is not None else marked
    told = without_told_you(placed, asked=state.about not in (None, CONFIRM))
    told = without_asides(told, known=bool(state.phases))
    told = without_left(without_old_gap(without_back_when(told), state), state)
    if any(phase.bounded for phase in state.phases):
        told = without_expected_end(told, today=today)
    had = had_dates(told, today=today)
    # A day of a list that was not had, and one that is had on another day, take no other one back.
    stays = (had is not None and had.missed) or moved_told(Said.of(told), state, Who(today))
    told = with_known_gap(told, state)
    plain = told if stays else put_right(without_denied_gap(told))
    return with_unit(plain, state)


def _without_life(text: str, today: date) -> str:
    """`text` without the day of an event in somebody's life, where a plan is just being told."""
    return without_event_day(without_event(text, today), today, only_certain=True)


def _with_days(text: str) -> str:
    """The days that stand for their doses; of a course of which none was missed, today's is one of all."""
    return text if none_missed(text) else with_days(text)


def states(text: str, who: Who) -> bool:
    return read(text, today=who.today, country=who.country).status != "not_a_plan"


def asked_of_doses(state: State) -> bool:
    """Whether it is asked which doses were given: that one was not is an answer."""
    return state.about in (PAST, LAST_GIVEN) or asked_if_given(state) is not None


def says_not_given(state: State, text: str, today: date) -> bool:
    """Whether a dose was refused or not given; of a plan that is just being told, also one that was missed then."""
    if refused(text):
        return True
    # Where the last one is told beside it, the grammar tells the two days apart.
    missed = not state.phases and missed_then(text) is not None
    return missed and not any(mention.role == "last" for mention in read(without_missed(text), today=today).dates)


def without_not_given(state: State, text: str) -> str:
    return without_refused(text if state.phases else without_missed(text))


def drops(state: State, text: str) -> bool:
    return bool(state.phases) and not state.paused and not_own(text)
