"""The conversation about a person's own plan: taken whole or in pieces, read back, confirmed, corrected, asked about.

A pure function from what is known and a message to what is said; the clock, the country, the words and what is random
are parameters. Public face of the room `talk`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from .model import Anchor, Dose, Question, full_date
from .reading.reader import read, read_date, states_plan
from .talk.acting import Acting
from .talk.bare_gap import with_unit
from .talk.days import stretch_told, without_stretch
from .talk.denied_gap import without_denied_gap
from .talk.excluded_days import excluded_days, without_excluded
from .talk.extra import slip_confirmed, too_close
from .talk.feast_weekend import FeastWeekend, feast_weekend
from .talk.gap_wish import gap_wish
from .talk.had_dates import HadDates, had_dates
from .talk.heard import Part
from .talk.held import HELD, Held
from .talk.in_own_words import asked_if_given
from .talk.kept import (
    asks,
    comes_back,
    gap_words,
    last_day,
    let_go,
    on_hold,
    open_buttons,
    open_question,
    paused,
    untold,
    words_to_say,
)
from .talk.last_resort import day_named as last_resort
from .talk.lateness import Lateness, asks_if_late, none_was_missed
from .talk.lead import lead_of
from .talk.list_wish import many_wanted, without_list
from .talk.log_asked import asks_log
from .talk.log_right import LogRight, put_log_right
from .talk.log_right import log_right as _log_right
from .talk.long_lapse import long_lapse, without_lapse
from .talk.message import Said
from .talk.missed_first import missed_then, without_missed
from .talk.more_wishes import asks_without_telling
from .talk.move import Move
from .talk.move_words import COURTESY, FILLERS
from .talk.moves import moves as moves_in
from .talk.outcome import Outcome, Who
from .talk.own_day import own_day
from .talk.owned_days import with_days
from .talk.plainly import Plainly
from .talk.plainly import plainly as _plainly
from .talk.put_right import put_right
from .talk.refused import not_own, refused, without_not_own, without_refused
from .talk.skipped import note_skips, told_skips
from .talk.soft_reading import Soft, soft_reading
from .talk.state import CHANGE, CONFIRM, LAST_GIVEN, PAST, Kept, State
from .talk.step import Step
from .talk.templates import Wording, WordingError, load_wording
from .talk.told_today import latest_of_options, place_told, without_place
from .talk.view import View
from .talk.weekday_meant import with_day_meant
from .talk.where import at_home
from .talk.written_marks import in_marks, without_courtesy, without_numbering, without_told_you
from .wording import phase_words

__all__ = [
    "LOG",
    "LOG_RIGHT",
    "REMARK",
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
    "asks",
    "asks_if_late",
    "asks_log",
    "awaits_yes",
    "comes_back",
    "day_named",
    "days_ahead",
    "gap_words",
    "is_kept",
    "is_told",
    "last_day",
    "let_go",
    "load_wording",
    "log_days",
    "log_right",
    "moves",
    "next_day",
    "none_was_missed",
    "not_booked",
    "noted",
    "on_hold",
    "open_buttons",
    "open_question",
    "paused",
    "plainly",
    "said_of",
    "several_had",
    "slip_confirmed",
    "soft_question",
    "tells_last",
    "tells_plan",
    "too_close",
    "turn",
    "untold",
    "words_to_say",
]  # fmt: skip


# The request of a remark on the dates that were shown, which asks nothing.
REMARK = "remark"
# The requests for the doses that were told of, and, before a day and the one in its place, that one is put right.
LOG, LOG_RIGHT = "log", "log_right/"
_DAYS_AHEAD = 731
_OR_GO_ON = re.compile(
    r"\bor (?:(?:do|should|can|shall|just|to|we|i|she|he|they) ){0,3}"
    r"(?:pick|carry|continue|go on|keep|resume|finish|leave)\b",
    re.I,
)
# What a message that tells of doses may have been understood as.
_TELLING = frozenset({"regimen", "date", "state", "plan", "correct"})


def moves(kept: Mapping[str, Any] | None, text: str, *, who: Who) -> tuple[Move, ...]:
    """What `text` does to the plan kept (`talk.moves.moves`), without what it takes back itself."""
    state = State.from_json(kept)
    plain, _ = without_list(_written(state, text, who.today), today=who.today, country=who.country)
    had = None if state.paused else had_dates(plain, today=who.today)
    if had is not None:
        return (Move("fact", "had_dates", rest=(0, len(text))), *moves_in(kept, had.rest, who=who))
    if not state.paused and long_lapse(plain, state, who):
        return (Move("fact", "long_lapse", rest=(0, len(text))),)
    if _drops(state, plain):
        own = moves_in(None, without_not_own(plain), who=who)
        return (Move("request", "not_mine", rest=(0, len(text))), *own)
    if state.phases and (days := excluded_days(plain)) is not None:
        # None of them is a day of what else is told.
        told = moves_in(kept, without_excluded(plain), who=who)
        asked = (Move("fact", "excluded", "/".join(days.days), rest=(0, len(text))),)
        begins = any(move.name == "part_starts" for move in told)
        return (*told, *(asked if state.countable(who.today) and not begins else ()))
    skips = None if state.paused else told_skips(state, plain, who)
    if skips is not None:
        told = moves_in(kept, skips.rest, who=who)
        alone = not told and bool(skips.rest.strip()) and _states(skips.rest, who)
        return () if alone else (*told, Move("fact", "skipped", skips.value, rest=(0, len(text))))
    wish = None if state.paused else gap_wish(plain, state)
    if wish is not None and (state.phases or _states(wish.rest, who)):
        return (Move("request", "gap_wish", rest=(0, len(text))), *moves_in(kept, wish.rest, who=who))
    if state.paused or _asked_of_doses(state) or not _says_not_given(state, plain, who.today):
        return moves_in(kept, plain, who=who)
    rest = _without_not_given(state, plain)
    found = moves_in(kept, rest, who=who)
    if not state.phases:
        begins = not found and missed_then(plain) is not None and _states(rest, who)
        return (Move("fact", "regimen", rest, rest=(0, len(text))),) if begins else found
    return (*found, Move("fact", "refused", rest=(0, len(text))))


def plainly(
    kept: Mapping[str, Any] | None, text: str, parts: Sequence[Part], acts: Mapping[str, float], who: Who
) -> Plainly | None:
    """A message in plain words, from what was heard of it (`talk.plainly`)."""
    state = State.from_json(kept)
    if with_day_meant(text, state, who.today) != text or long_lapse(text, state, who):
        # A day that is counted from the one told, or is not known, is read in the person's own words.
        return None
    if asks_without_telling(text, state, who) or (not state.phases and missed_then(text) is not None):
        return None
    return _plainly(text, parts, acts, state, who)


def day_named(kept: Mapping[str, Any] | None, text: str, who: Who) -> str | None:
    """What a message that nothing else took asks of a plan by a month or a day that it names, in words that the plan
    takes (`talk.last_resort`)."""
    return last_resort(Said.of(text), State.from_json(kept), who)


def soft_question(kept: Mapping[str, Any] | None, text: str, who: Who) -> Soft | None:
    """What a message that nothing else took asks of the dates of a plan, in whatever words (`talk.soft_reading`)."""
    return soft_reading(text, State.from_json(kept), who)


def is_kept(kept: Mapping[str, Any] | None) -> bool:
    """Whether the plan was said to be what the clinic said."""
    return State.from_json(kept).confirmed


def is_told(kept: Mapping[str, Any] | None) -> bool:
    """Whether anything of a plan is known."""
    state = State.from_json(kept)
    return bool(state.phases) or state.anchor is not None


def awaits_yes(kept: Mapping[str, Any] | None) -> bool:
    """Whether the plan was read back, and no yes or no was said to that."""
    return State.from_json(kept).about == CONFIRM


def asks_something(kept: Mapping[str, Any] | None) -> bool:
    """Whether something is asked of the plan other than whether it is right, or what is not."""
    return State.from_json(kept).about not in (None, CONFIRM, CHANGE)


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


def log_right(kept: Mapping[str, Any] | None, text: str, who: Who) -> LogRight | None:
    """The dose of the log that a message puts right."""
    return _log_right(text, State.from_json(kept), who.today)


def several_had(text: str, who: Who) -> list[date]:
    """The days of several doses that a text tells of as had; none where they may be anything else."""
    found = had_dates(text, today=who.today)
    return sorted({dose.day for dose in found.given}) if found is not None else []


def not_booked(kept: Mapping[str, Any] | None, day: date) -> dict[str, Any] | None:
    """What is kept, where a day that was taken as booked is none of an injection: the plan as it was before."""
    state = State.from_json(kept)
    if state.booked != day:
        return dict(kept) if kept else None
    settled, last = state.confirmed, max((dose.day for dose in state.given if dose.sure), default=None)
    counted = state.anchor is not None and state.anchor.date == day
    state.booked, state.booking = None, None
    if counted and not (state.before is not None and state.before.anchor.date != day and state.go_back()):
        state.anchor = Anchor("last", last) if last is not None else None
    state.answered()
    state.confirmed = False
    if settled and state.anchor is not None:
        state.keep(state.key or "")
    return state.to_json()


def tells_plan(text: str) -> bool:
    """Whether a message says how often somebody has them, on whatever day it is said."""
    return states_plan(text)


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


def _written(state: State, text: str, today: date) -> str:
    """A message as it would be written at once and without marks for words, each word in its place."""
    marked = without_numbering(
        in_marks(without_courtesy(with_days(with_day_meant(text, state, today)))),
        counted=state.about not in (None, CONFIRM),
    )
    placed = without_place(marked) if place_told(marked, state) is not None else marked
    told = without_told_you(placed, asked=state.about not in (None, CONFIRM))
    return with_unit(put_right(without_denied_gap(told)), state)


def _states(text: str, who: Who) -> bool:
    return read(text, today=who.today, country=who.country).status != "not_a_plan"


def _asked_of_doses(state: State) -> bool:
    """Whether it is asked which doses were given: that one was not is an answer."""
    return state.about in (PAST, LAST_GIVEN) or asked_if_given(state) is not None


def _says_not_given(state: State, text: str, today: date) -> bool:
    """Whether a dose was refused or not given; of a plan that is just being told, also one that was missed then."""
    if refused(text):
        return True
    # Where the last one is told beside it, the grammar tells the two days apart.
    missed = not state.phases and missed_then(text) is not None
    return missed and not any(mention.role == "last" for mention in read(without_missed(text), today=today).dates)


def _without_not_given(state: State, text: str) -> str:
    return without_refused(text if state.phases else without_missed(text))


def _drops(state: State, text: str) -> bool:
    return bool(state.phases) and not state.paused and not_own(text)


def turn(
    kept: Mapping[str, Any] | None, text: str, *, request: str | None, moves: Sequence[Move] = (), who: Who,
    wording: Wording, new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """Answer a message about the plan; None where the message is nothing that the dialogue can use.

    Args:
        kept: the state that the last turn returned, or None.
        text: the message.
        request: what the message was understood as ("regimen", "date", "next", "given", "affirm", ...); None where it
            was understood as something else, and only an answer to an open question is to be taken.
            "resume" is that the clinic agreed to go on after a reaction; what begins with "held" is a `soft_question`.
        moves: what the message does to the plan by its words (`moves`), which goes before what it was understood as.
        who: whose plan it is.
        wording: the templates.
        new_key: makes what opens the files of a plan; nobody may be able to guess it.
    """
    state, said = State.from_json(kept), text
    text, wanted = without_list(_written(state, text, who.today), today=who.today, country=who.country)
    home = at_home(text)
    if home is not None:
        state.home = home
    if wanted is not None:
        state.wanted = "/".join(day.isoformat() for day in wanted)
    elif not (state.ready(who.today) or had_dates(text, today=who.today)) and (
        trip := stretch_told(text, today=who.today, country=who.country)
    ):
        state.wanted = "/".join(["away", *(day.isoformat() for day in trip)])
        text = without_stretch(text)
    elif not state.ready(who.today) and (many := many_wanted(text)):
        state.wanted = f"next/{many}"
    text = without_excluded(text) if state.phases else text
    skips = told_skips(state, text, who)
    text = skips.rest if skips is not None else text
    note_skips(state, text if skips is None else skips, who)
    kept = state.to_json()
    if request == "forget":
        # What was told of a reaction stands, whatever becomes of the dates.
        rest = State(paused=True).to_json() if state.paused else None
        words = ("forgotten", "forgotten_calendar") if state.phases or state.kept else ("no_plan",)
        return Outcome(rest, (" ".join(wording(name) for name in words),), kind="menu")
    if state.paused:
        asked = request or ("next" if moves else None)
        return _on_hold(state, text, asked, who, wording, new_key)
    if request is not None and request.startswith(HELD):
        if not state.ready(who.today):
            return None
        lines = Held(state, who.today, wording, who.country).held(request)
        return Step(state, "", request, who, wording, new_key).said(lines)
    if request is not None and (request == LOG or request.startswith(LOG_RIGHT)):
        return _of_log(state, request, who, wording, new_key)
    if request == REMARK:
        return _spoken_to(state, wording("remark"), who, wording, new_key)
    if request == "restart" and _OR_GO_ON.search(text):
        # "From scratch, or where I left off?" is for the clinic, and drops nothing.
        return _spoken_to(state, wording("overdue_what"), who, wording, new_key)
    if request == "restart":
        state = state.begin_anew()
        state.ask("interval", wording("ask_interval"))
        return Outcome(state.to_json(), (f"{wording('restart')} {wording('ask_interval')}",), kind="ask")
    told = had_dates(text, today=who.today)
    if told is not None and (request is not None or moves):
        return _logged(state, told, request, moves, who, wording, new_key)
    if (request is not None or moves) and long_lapse(text, state, who):
        return without_lapse(state, text, who, wording)
    if _drops(state, text):
        return _dropped(state, text, who, wording, new_key)
    wish = gap_wish(text, state)
    if wish is not None and any(move.name == "gap_wish" for move in moves):
        return _wished(state, wish.rest, moves, who, wording, new_key)
    denies = any(move.name == "denied" for move in moves)
    not_given = not _asked_of_doses(state) and not denies and _says_not_given(state, text, who.today)
    if not_given and (request is not None or moves):
        return _not_given(state, _without_not_given(state, text), request, moves, who, wording, new_key)
    outcome = Acting(state, text, who, wording, new_key).all(moves) if moves else None
    outcome = outcome or Step(State.from_json(kept), text, request, who, wording, new_key).answer()
    place = place_told(said, State.from_json(kept))
    outcome = outcome and _told_today(said, outcome, place, who, wording, new_key)
    outcome = outcome and own_day(State.from_json(kept), text, outcome, who, wording, new_key)
    outcome = outcome and _as_change(State.from_json(kept), outcome, wording)
    if outcome is not None and not any(move.name == "feast_weekend" for move in moves):
        outcome = _feast_first(outcome, text, who, wording)
    late = asks_if_late(text)
    if outcome is None or late is None or any(move.name == "late" for move in moves):
        return outcome
    return _late_first(outcome, late, who, wording)


def _of_log(state: State, request: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> Outcome | None:
    """The doses that were told of, read out or put right, whatever else of the plan is known."""
    if request != LOG:
        wrong, right = (date.fromisoformat(day) for day in request.removeprefix(LOG_RIGHT).split("/"))
        return put_log_right(state, wrong, right, who, wording, new_key)
    step = Step(state, "", "wish", who, wording, new_key)
    if state.given and not state.ready(who.today):
        line = View(state, who.today, wording).logged(state.given)
        return Outcome(state.to_json(), (line,), state.options if state.about else (), plan=step.plan_json())
    return step.said(step.answers.wish(LOG, "")) if state.given else None


def _spoken_to(state: State, line: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> Outcome:
    """A line, with the open question behind it."""
    step = Step(state, "", None, who, wording, new_key)
    if state.about is None or state.asked is None:
        return step.said(([line], []))
    return step.ask(f"{line} {state.asked}", state.about, state.options, question=state.asked)


def _told_today(
    text: str, outcome: Outcome, place: int | None, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome:
    """The outcome; where it asks what the message has told of a dose of today, with that answer."""
    counts = place is not None and State.from_json(outcome.state).about == "count"
    answer = str(place) if counts else latest_of_options(text, outcome, who.today)
    if answer is None:
        return outcome
    found = moves_in(outcome.state, answer, who=who)
    return turn(
        outcome.state, answer, request=None, moves=found, who=who, wording=wording, new_key=new_key
    ) or outcome  # fmt: skip


def _feast_first(outcome: Outcome, text: str, who: Who, wording: Wording) -> Outcome:
    """The plan that was told and read back, with the answer whether one is on the weekend of a holiday before it."""
    state = State.from_json(outcome.state)
    if state.about != CONFIRM or not state.ready(who.today) or feast_weekend(text, who.today, who.country) is None:
        return outcome
    lines = FeastWeekend(state, who.today, wording, who.country).feast_weekend(text)
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


def _late_first(outcome: Outcome, late: str, who: Who, wording: Wording) -> Outcome:
    """The plan that was told and read back, with the answer whether one is late before it."""
    state = State.from_json(outcome.state)
    if state.about != CONFIRM or not state.ready(who.today):
        return outcome
    lines = Lateness(state, who.today, wording, who.country).late_first(late)
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


def _dropped(state: State, text: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> Outcome:
    """A plan that is somebody else's is gone with its log; the own one is read, or asked for."""
    lines = [wording("not_mine"), *([wording("forgotten_calendar")] if state.kept else [])]
    rest, own = State(version=state.version), without_not_own(text)
    found = moves_in(None, own, who=who)
    request = "regimen" if found or read(own, today=who.today, country=who.country).phases else None
    outcome = turn(rest.to_json(), own, request=request, moves=found, who=who, wording=wording, new_key=new_key)
    if outcome is None:
        rest.ask("interval", wording("ask_interval"))
        return Outcome(rest.to_json(), (f"{' '.join(lines)} {wording('ask_interval')}",), kind="ask")
    return replace(outcome, bubbles=(f"{' '.join(lines)}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))


def _wished(
    state: State, rest: str, moves: Sequence[Move], who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome | None:
    """A wish for another gap: it changes nothing, which is said once in full; what else the message tells is done."""
    line = wording("gap_wish_again" if state.wished else "gap_wish")
    state.wished = True
    told = tuple(move for move in moves if move.name != "gap_wish")
    request = "regimen" if told or _states(rest, who) else None
    outcome = turn(state.to_json(), rest, request=request, moves=told, who=who, wording=wording, new_key=new_key) if (
        request) else None  # fmt: skip
    if outcome is None:
        step = Step(state, "", "next", who, wording, new_key)
        outcome = step.answer() if state.ready(who.today) else step.advance()
    if outcome is None:
        return None
    return replace(outcome, bubbles=(f"{line}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))


def _not_given(
    state: State, rest: str, request: str | None, moves: Sequence[Move], who: Who, wording: Wording,
    new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """A dose that was refused: nothing is counted from it; what else the message tells is done, and the plan stays
    late."""
    state.declined = True
    told = tuple(move for move in moves if move.name != "refused" and move.kind != "no")
    outcome = turn(state.to_json(), rest, request=request, moves=told, who=who, wording=wording, new_key=new_key) if (
        told or (request in ("regimen", "date", "state", "plan") and rest.strip())) else None  # fmt: skip
    if outcome is None:
        outcome = Step(state, "", "next", who, wording, new_key).answer()
    if outcome is None:
        return None
    return replace(outcome, bubbles=(f"{wording('not_all_given')}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))


def _logged(
    state: State, told: HadDates, request: str | None, moves: Sequence[Move], who: Who, wording: Wording,
    new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """Several doses that were had: all are in the log, which is said first, and the last sure one is the last dose."""
    for dose in told.given:
        state.note(dose.day, sure=dose.sure)
    others = tuple(move for move in moves if move.name != "had_dates")
    outcome = turn(
        state.to_json(), told.rest, request=request if request in _TELLING else "regimen", moves=others, who=who,
        wording=wording, new_key=new_key,
    )  # fmt: skip
    if outcome is None:
        return None
    first = View(State.from_json(outcome.state), who.today, wording).logged(told.given)
    return replace(outcome, bubbles=(f"{first}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))


def _as_change(before: State, outcome: Outcome, wording: Wording) -> Outcome:
    """The outcome, with what is different of a plan that was kept said first."""
    now = State.from_json(outcome.state)
    if not before.confirmed or now.confirmed or now.about != CONFIRM:
        return outcome
    told, tells = _told(before), _told(now)
    if told is None or tells is None:
        return outcome
    lines = [wording("changed", old=old, new=new) for old, new in zip(told, tells, strict=True) if old != new]
    # A later date with another plan is a dose more, not one put right.
    if len(lines) != 1:
        return outcome
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


def _told(state: State) -> tuple[str, str] | None:
    """How often they are and when the last one was; None of a plan of several parts, or from its first one."""
    if len(state.phases) != 1 or state.anchor is None or state.anchor.kind != "last":
        return None
    return phase_words(state.phases[0]), full_date(state.anchor.date)


def noted(kept: Mapping[str, Any] | None, text: str, *, who: Who, wording: Wording) -> dict[str, Any] | None:
    """What is kept, with the plan that a message tells beside something else; nothing of it is said or confirmed. A
    plan that is known already stands."""
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


def _on_hold(
    state: State, text: str, request: str | None, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome | None:
    if request is None:
        return None
    if request != "resume":
        return Outcome(state.to_json(), (f"{wording('paused')}\n{wording('paused_resume')}",), kind="ask")
    state.paused = False
    found = tuple(move for move in moves_in(state.to_json(), text, who=who) if move.name == "booked")
    if found and state.ready(who.today):
        # The day that the clinic agreed to.
        outcome = Acting(State.from_json(state.to_json()), text, who, wording, new_key).all(found)
        if outcome is not None:
            return replace(outcome, bubbles=(f"{wording('resumed')}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))
    return Step(state, "", request, who, wording, new_key).resumed()
