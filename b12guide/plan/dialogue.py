"""The conversation about a person's own plan: taken whole or in pieces, read back, confirmed, corrected, asked about.

A pure function from what is known and a message to what is said; the clock, the country, the words and what is random
are parameters. Public face of the room `talk`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from .model import Dose, Question
from .reading.days_after import with_days_after
from .reading.reader import read, read_date, states_plan
from .reading.two_authors import told_by_two
from .talk.asks_to_move import asks_of_harm, asks_to_move
from .talk.booked_out import take_out
from .talk.clinic_day import clinic_keeps
from .talk.clinic_hours import clinic_hours
from .talk.clock_times import wants_time as names_time
from .talk.counted import is_counted, reads_each, unanswered
from .talk.doses_told import DosesTold, lone_day
from .talk.doses_told import doses_told as _doses_told
from .talk.extra import slip_confirmed, too_close
from .talk.extra_dose import extra_day, without_extra
from .talk.had_count import had_count, with_count
from .talk.had_dates import had_dates
from .talk.handed_on import line_for_somebody
from .talk.heard import Part
from .talk.kept import (
    asks,
    comes_back,
    extra_told,
    gap_words,
    last_day,
    let_go,
    on_hold,
    open_buttons,
    open_question,
    paused,
    untold,
    ways_back,
    words_to_say,
)
from .talk.last_resort import day_named as last_resort
from .talk.last_told import with_last_told
from .talk.late_each import asks_lateness_of_each
from .talk.lateness import asks_if_late, none_was_missed
from .talk.lead import lead_of
from .talk.left_first import asks_left, asks_left_alone
from .talk.left_to_go import told_left
from .talk.log_asked import asks_how_many, asks_log
from .talk.log_right import LogRight
from .talk.log_right import log_right as _log_right
from .talk.long_lapse import long_lapse
from .talk.message import Said
from .talk.missed_first import missed_then
from .talk.more_wishes import asks_without_telling
from .talk.move import Move
from .talk.move_words import COURTESY, FILLERS
from .talk.moved_dose import OF_OTHER
from .talk.not_agreed import NOT_AGREED, is_offer
from .talk.old_gap import without_old_gap
from .talk.one_turn import BY_REMINDER, LET_GO, LOG, LOG_ADD, LOG_LATE, LOG_RIGHT, OR, REMARK, STARTS
from .talk.only_asked import names_day, only_asked
from .talk.outcome import Outcome, Who
from .talk.own_month import with_month_of_had
from .talk.plain_answers import last_as_shown
from .talk.plainly import Plainly
from .talk.plainly import plainly as _plainly
from .talk.protested import protests
from .talk.put_right import takes_back
from .talk.read_off import read_off
from .talk.requests import REMIND_WHEN
from .talk.restated import restated, starts_anew
from .talk.ring_ahead import asks_day_to_ring, without_notice
from .talk.set_alone import single_day
from .talk.set_days import set_days
from .talk.set_days_words import OTHER_THING
from .talk.skipped import told_skips
from .talk.soft_reading import Soft, soft_reading
from .talk.stands_beside import turn
from .talk.state import AWAY, CHANGE, CLINIC_DATE, CONFIRM, GIVEN, Kept, State
from .talk.step_given import had_something_else
from .talk.still_stands import ALTERS, asks_if_altered
from .talk.stood import moves
from .talk.templates import Wording, WordingError, load_wording
from .talk.time_beside import with_time_said
from .talk.unfinished import speaks_of_rest
from .talk.vague_day import lets_go
from .talk.vague_day import names_day as _names_day
from .talk.view import View
from .talk.weekday_meant import with_day_meant
from .talk.where import told_open_daily
from .talk.which_first import asks_which_first

__all__ = [
    "ALTERS",
    "BY_REMINDER",
    "LET_GO",
    "LOG",
    "LOG_ADD",
    "LOG_LATE",
    "LOG_RIGHT",
    "NOT_AGREED",
    "OR",
    "REMARK",
    "STARTS",
    "DosesTold",
    "Kept",
    "LogRight",
    "Move",
    "Outcome",
    "Plainly",
    "Soft",
    "State",
    "Who",
    "Wording",
    "WordingError",
    "asked_with_plan",
    "asks",
    "asks_how_many_had",
    "asks_if_altered",
    "asks_if_late",
    "asks_lateness_of_each",
    "asks_left",
    "asks_left_alone",
    "asks_log",
    "asks_of_harm",
    "awaits_yes",
    "books_day",
    "comes_back",
    "day_named",
    "days_ahead",
    "doses_told",
    "ends_part",
    "extra_told",
    "gap_words",
    "is_counted",
    "is_kept",
    "is_offer",
    "is_told",
    "last_day",
    "leaves_one_out",
    "let_go",
    "line_for_somebody",
    "load_wording",
    "log_days",
    "log_right",
    "moves",
    "next_day",
    "none_was_missed",
    "not_booked",
    "noted",
    "on_hold",
    "one_more",
    "only_asks",
    "open_buttons",
    "open_question",
    "paused",
    "plainly",
    "puts_last_right",
    "question_let_go",
    "reads_each",
    "reads_off",
    "said_of",
    "sets_days",
    "several_had",
    "slip_confirmed",
    "soft_question",
    "stands_alone",
    "takes_doses",
    "tells_last",
    "tells_plan",
    "told_by_two",
    "too_close",
    "turn",
    "unanswered",
    "untold",
    "waits_for_clinic",
    "wants_time",
    "ways_back",
    "with_time_said",
    "words_to_say",
]  # fmt: skip


_DAYS_AHEAD = 731


def plainly(
    kept: Mapping[str, Any] | None, text: str, parts: Sequence[Part], acts: Mapping[str, float], who: Who
) -> Plainly | None:
    """A message in plain words, from what was heard of it (`talk.plainly`)."""
    state = State.from_json(kept)
    counted = with_days_after(text, lambda words: read_date(words, today=who.today).date)
    if counted != text or with_day_meant(text, state, who.today) != text or long_lapse(text, state, who):
        # A day that is counted from the one told, or is not known, is read in the person's own words.
        return None
    if state.extra and extra_day(Said.of(text), state, who):
        return None
    if asks_to_move(Said.of(text), state, who) or set_days(text, state, who) is not None:
        # Which day is in place of which is read in the person's own words.
        return None
    if state.about == CONFIRM and (last_as_shown(Said.of(text), state, who) or _agrees(kept, text, who)):
        return None
    if asks_which_first(text) or without_notice(text) != text or clinic_keeps(text, state, who):
        # What is asked beside a plan is answered with it, and the clinic's word is a yes.
        return None
    if state.phases and (clinic_hours(text, who.country) is not None or protests(text)):
        # When the clinic is open is no plan and no day away; what is protested against is told by nobody.
        return None
    if told_by_two(text) or reads_off(kept, text, who):
        # Two gaps that two people say, and the day that the clinic answered, are read as they stand.
        return None
    if OF_OTHER.search(text):
        # A day of something else is none that was booked.
        return None
    if with_month_of_had(text) != text:
        return None
    if takes_back(text):
        # What was taken back in it has no plain words either.
        return None
    if REMIND_WHEN.search(text):
        # It asks for the date, and for no reminder.
        return None
    if had_something_else(text):
        return None
    if without_old_gap(text, state) != text or had_dates(text, today=who.today) or told_left(text):
        # What was beside what is, days that were not had, and how many are left have no plain words.
        return None
    if not state.phases and with_count(text) != text:
        return None
    if asks_without_telling(text, state, who) or had_count(Said.of(text), state, who):
        return None
    if speaks_of_rest(Said.of(text), state, who):
        return None
    if not state.phases and missed_then(text) is not None:
        return None
    plain = _plainly(text, parts, acts, state, who)
    if plain is not None and told_open_daily(text, False):
        # That no weekend matters is told beside anything.
        plain = replace(plain, words=f"{plain.words}. they are open 7 days")
    told = plain is not None and _TELLS_DOSE.match(plain.words) is not None
    # What is only asked of a day is no dose that was had, in whatever words it was heard.
    return None if told and state.ready(who.today) and only_asked(text) and names_day(text) else plain


# As `talk.plainly` writes a dose that was had.
_TELLS_DOSE = re.compile(r"(?:i had it on|the last one was on)\b")


def reads_off(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message gives the day of the last one, which was asked for, as the clinic told it."""
    return bool(kept) and bool(read_off(Said.of(text), State.from_json(kept), who))


def _agrees(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message says once more how often, as it was read back, with a yes."""
    return states_plan(text) and [move.kind for move in moves(kept, text, who=who)] == ["yes"]


def day_named(kept: Mapping[str, Any] | None, text: str, who: Who) -> str | None:
    """What a message that nothing else took asks of a plan by a month or a day that it names, in words that the plan
    takes (`talk.last_resort`)."""
    return last_resort(Said.of(text), State.from_json(kept), who)


def soft_question(kept: Mapping[str, Any] | None, text: str, who: Who) -> Soft | None:
    """What a message that nothing else took asks of the dates of a plan, in whatever words (`talk.soft_reading`)."""
    return soft_reading(text, State.from_json(kept), who)


def asked_with_plan(text: str) -> bool:
    """Whether a message asks something of the dates that is answered with the plan that it tells."""
    return asks_which_first(text) or asks_day_to_ring(text)


def is_kept(kept: Mapping[str, Any] | None) -> bool:
    """Whether the plan was said to be what the clinic said."""
    return bool((kept or {}).get("confirmed"))


def is_told(kept: Mapping[str, Any] | None) -> bool:
    """Whether anything of a plan is known."""
    kept = kept or {}
    return bool(kept.get("phases") or kept.get("anchor") or kept.get("booking"))


def awaits_yes(kept: Mapping[str, Any] | None) -> bool:
    """Whether the plan was read back, and no yes or no was said to that."""
    return (kept or {}).get("about") == CONFIRM


def asks_something(kept: Mapping[str, Any] | None) -> bool:
    """Whether something is asked of the plan other than whether it is right, or what is not."""
    return (kept or {}).get("about") not in (None, CONFIRM, CHANGE)


def said_of(kept: Mapping[str, Any] | None) -> str:
    """The message that stated the plan."""
    return State.from_json(kept).said


def next_day(kept: Mapping[str, Any] | None, who: Who, wording: Wording) -> Dose | None:
    """The dose that is due next, or was due and is not given; None on hold, or where no date can be counted."""
    state = State.from_json(kept)
    if state.paused or not state.ready(who.today):
        return None
    return next(iter(View(state, who.today, wording).coming(1)), None)


def days_ahead(kept: Mapping[str, Any] | None, who: Who, wording: Wording) -> list[date]:
    """The single days of the next 2 years on which a dose is due; [] on hold, or where no date can be counted."""
    state = State.from_json(kept)
    if state.paused or not state.ready(who.today):
        return []
    until = who.today + timedelta(days=_DAYS_AHEAD)
    coming = takewhile(lambda dose: dose.earliest <= until, View(state, who.today, wording).since(who.today))
    return [dose.earliest for dose in coming if dose.earliest == dose.latest]


def log_days(kept: Mapping[str, Any] | None) -> list[date]:
    """The days of the doses that were told of, the earliest first."""
    return sorted(dose.day for dose in State.from_json(kept).given)


def asks_how_many_had(kept: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message asks how many were had of a plan without an end, of which the log alone says that."""
    return asks_how_many(text) and not any(phase.bounded for phase in State.from_json(kept).phases)


def log_right(kept: Mapping[str, Any] | None, text: str, who: Who) -> LogRight | None:
    """The dose of the log that a message puts right."""
    return _log_right(text, State.from_json(kept), who.today)


def several_had(text: str, who: Who) -> list[date]:
    """The days of several doses that a text tells of as had; none where they may be anything else."""
    found = had_dates(text, today=who.today)
    return sorted({dose.day for dose in found.given}) if found is not None else []


def tells_anew(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message asks to begin anew, or tells a whole course in the place of the plan kept."""
    state = State.from_json(kept)
    if not kept or state.paused:
        return False
    said = read(text, today=who.today, country=who.country)
    course = any(phase.bounded for phase in said.phases) and bool(said.dates)
    return course or starts_anew(text) is not None or restated(state, text, who) is not None


def doses_told(text: str, who: Who) -> DosesTold | None:
    """The doses that a message tells of as had, in whatever words, beside what else it says."""
    return _doses_told(with_month_of_had(text), who.today)


def leaves_one_out(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message tells of a dose of a course that was not given, beside those that were."""
    return bool(kept) and told_skips(State.from_json(kept), text, who) is not None


def puts_last_right(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message tells another day of the last dose, and of no further one."""
    return with_last_told(text, State.from_json(kept), who.today) != text


def takes_doses(kept: Mapping[str, Any] | None, told: DosesTold) -> bool:
    """Whether a plan that is counted takes doses into its log, and waits for no other answer that they may be."""
    state = State.from_json(kept)
    if not state.phases or state.anchor is None or state.extra:
        return False
    if state.about in (None, CLINIC_DATE, GIVEN, AWAY) or state.had_later is not None:
        return True
    if state.about == "date":
        # Of a plan of fixed days, which date comes next was asked: the one that was had since says it.
        return not state.open and bool(told.days) and told.days[-1] > _last_known(state)
    # What was read back may be put right.
    more = told.adds or told.place is not None or len(told.days) > 1
    return state.about == CONFIRM and (more or (bool(told.days) and told.days[-1] > _last_known(state)))


def question_let_go(kept: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message lets go of the day that is asked for, or of a day that it names."""
    if not lets_go(text) or not is_told(kept):
        return False
    return State.from_json(kept).stood is not None or _names_day(text)


def one_more(kept: Mapping[str, Any] | None, text: str, who: Who) -> date | None:
    """The day that a message names and nothing else, right behind a dose of today that was read back: one more, which
    was had before that."""
    state, day = State.from_json(kept), lone_day(text, who.today)
    had_today = state.anchor is not None and state.anchor.kind == "last" and state.anchor.date == who.today
    told = any(dose.day == who.today for dose in state.given) and len(state.given) > 1
    if day is None or day >= who.today or not (had_today and told) or state.about not in (None, CONFIRM):
        return None
    return day


def waits_for_clinic(kept: Mapping[str, Any] | None) -> bool:
    """Whether the date that the clinic gave after an early or a late dose is asked for."""
    return (kept or {}).get("about") == CLINIC_DATE


def ends_part(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message says that a part of a plan is over."""
    return any(move.name == "part_over" for move in moves(kept, text, who=who))


def _last_known(state: State) -> date:
    counted = state.anchor.date if state.anchor is not None and state.anchor.kind == "last" else date.min
    return max([counted, *(dose.day for dose in state.given)])


def sets_days(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message tells which days the clinic set in the place of others of a plan that is known, or several at
    once (`talk.set_days`)."""
    return bool(kept) and any(move.name == "set_days" for move in moves(kept, text, who=who))


def wants_time(kept: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message wants the time of the day kept that was told with a day which the clinic set."""
    return State.from_json(kept).booked is not None and names_time(text)


def books_day(kept: Mapping[str, Any] | None, text: str, who: Who) -> bool:
    """Whether a message tells of the day that the clinic set for one of a plan that is known, and of nothing that was
    had."""
    if not is_told(kept) or names_other_thing(text):
        return False
    facts = [move.name for move in moves(kept, text, who=who) if move.kind == "fact"]
    return bool(facts) and set(facts) <= {"booked", "moved_dose", "set_days"}


def names_other_thing(text: str) -> bool:
    """Whether a message names something else that has a day of its own: a test, a scan, another jab."""
    return OTHER_THING.search(text) is not None


def not_booked(kept: Mapping[str, Any] | None, day: date) -> dict[str, Any] | None:
    """What is kept, where a day that was taken as booked is none of an injection: the plan as it was before."""
    state = State.from_json(kept)
    if day not in (state.booked, state.booking):
        return dict(kept) if kept else None
    settled = state.confirmed
    take_out(state, [day])
    state.booked = state.booking = None
    state.answered()
    state.confirmed = False
    if settled and state.anchor is not None:
        state.keep(state.key or "")
    return state.to_json()


def stands_alone(kept: Mapping[str, Any] | None) -> bool:
    """Whether a single day that the clinic set is all that is known of a plan."""
    return single_day(State.from_json(kept)) is not None


def tells_plan(text: str, *, surely: bool = False) -> bool:
    """Whether a message says how often somebody has them, on whatever day it is said; `surely`: and in one way."""
    return states_plan(text, surely=surely)


def only_asks(text: str, *, wishes: bool = False) -> bool:
    """Whether a message asks, and tells nothing of doses, of set days or of a plan beside that; `wishes`: or wants
    something sent."""
    return only_asked(f"{text}?" if wishes else text)


def tells_last(text: str, who: Who) -> bool:
    """Whether a message names one day as that of the last dose, beside none but those of doses that were missed."""
    found = read_date(text, today=who.today, country=who.country)
    return found.date is not None and found.role == "last" and found.date <= who.today


def day_told(text: str, who: Who) -> date | None:
    """The one day that a message tells of as past; None where there is none, or more than one reading of it."""
    return read_date(text, today=who.today, country=who.country, role="last").date


def coming_date(text: str, who: Who) -> tuple[date | None, Question | None]:
    """The one day to come that a message names, or the question which of two it is; neither where there is none."""
    found = read_date(text, today=who.today, country=who.country, role="next")
    return found.date, found.question


def said_date(text: str, who: Who) -> date | None:
    """The one day that a message names, past or to come; None where there is none, or more than one reading of it."""
    return read_date(text, today=who.today, country=who.country).date


def says_yes(text: str) -> bool | None:
    """Whether a message is a yes, with what is polite around it: False for a no, None where it says something else."""
    said = Said.of(text)
    lead = lead_of(said)
    if lead is None or lead.kind not in ("yes", "no") or said.part(lead.end).left([], FILLERS | COURTESY):
        return None
    return lead.kind == "yes"


def noted(kept: Mapping[str, Any] | None, text: str, *, who: Who, wording: Wording) -> dict[str, Any] | None:
    """What is kept, with the plan that a message tells beside something else; nothing of it is said or confirmed. A
    plan that is known already stands."""
    text = without_extra(text)
    if is_told(kept) or not states_plan(text):
        return dict(kept) if kept else None
    state = State.from_json(kept)
    held, state.paused = state.paused, False
    outcome = turn(state.to_json(), text, request="regimen", who=who, wording=wording, new_key=str)
    if outcome is None or outcome.state is None:
        return dict(kept) if kept else None
    told = State.from_json(outcome.state)
    told.paused = held
    told.answered()
    return told.to_json()
