"""One turn of the talk about a plan: what of a message is told apart from the rest, and what is done with it all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ..dates.log import Given
from ..reading.reader import read, read_date, states_plan
from .acting import Acting
from .booked_beside import booked_beside
from .clinic_hours import remarked_beside
from .count_back import last_first
from .counted import answer as counted_answer
from .counted import is_counted
from .course_booked import COURSE, course_booked, take_course
from .days import stretch_told, without_stretch
from .days_beside import settle_days
from .dose_out import with_out_said
from .down_as_had import asks_many_and_which
from .excluded_days import without_excluded
from .few_more import with_few_more
from .gap_wish import gap_wish
from .gaps_had import slipped_first
from .had_beside import first_before
from .had_dates import HadDates, had_dates
from .had_of_part import as_all, log_row, placed, with_skips
from .had_row import apart_to_come
from .held import HELD, Held
from .late_each import each_lateness
from .lateness import asks_if_late
from .left_first import left_first
from .left_to_go import takes_left, told_left
from .list_wish import many_wanted, without_list
from .log_added import add_to_log
from .log_right import ask_log_right, put_log_right
from .long_lapse import long_lapse, without_lapse
from .move import Move
from .moves import moves as moves_in
from .named_day import age_named_day, only_offer
from .not_agreed import offer_beside
from .option_by_days import option_by_days
from .outcome import Outcome, Who
from .own_day import own_day
from .past import planned_before
from .refused import without_not_own
from .restated import anew, restated, starts_anew
from .ring_ahead import ring_told
from .rule_told import told_rule
from .skipped import note_skips, told_skips
from .state import LAST_GIVEN, PAST, State
from .step import Step
from .step_given import had_something_else
from .supposed_last import with_supposed_last
from .templates import Wording
from .today_had import counts_today
from .told_first import as_change, feast_first, late_first
from .told_spans import spans_told
from .told_today import latest_of_options, place_told
from .vague_day import is_vague, tells_of_dose
from .view import View
from .where import at_home, told_open_daily, without_open_daily
from .which_first import answered_first
from .whole import asked_of_doses, drops, says_not_given, states, without_not_given, written
from .wishes import Wishes

# The request of a remark on the dates that were shown, which asks nothing.
REMARK = "remark"
# The requests for the doses that were told of, and, before a day and the one in its place, that one is put right.
LOG, LOG_RIGHT = "log", "log_right/"
# Behind the two days of `LOG_RIGHT`: the course began on them.
STARTS = "starts"
# ... and before another day that it may be: which one it was is asked.
OR = "or:"
# ... and that the day that is asked for is let go.
LET_GO = "let_go"
# ... and, before the days of some and the number of the last, that they were had.
LOG_ADD = "log_add/"
# ... and, before the day of a reminder, that it was answered with a word: the dose is taken as one of that day.
BY_REMINDER = "given_by_reminder/"
# ... and that it is asked how late each of them was.
LOG_LATE = "log_late"
_OR_GO_ON = re.compile(
    r"\bor (?:(?:do|should|can|shall|just|to|we|i|she|he|they) ){0,3}"
    r"(?:pick|carry|continue|go on|keep|resume|finish|leave)\b",
    re.I,
)
# "Will the new place start me from scratch": whether the clinic does.
_RESTARTS_ME = re.compile(
    r"\b(?:will|would|do|does|could|can|might|may|are|is|should)"
    r" (?:they|the|my|a|an|this|that|she|he|it|(?:i|we) (?:have|need|be|get))\b[^.!\n]{0,40}"
    r"\b(?:start(?:ing)?|restart(?:ing)?|begin(?:ning)?|put(?:ting)?|reload(?:ing)?)\b"
    r"[^.!\n]{0,40}(?:scratch|beginning|again|over|loading|start)\b",
    re.I,
)
_ALL = "all of them"
_TAKES_BACK = re.compile(r"\W*(?:no|nope|nah|wrong|sorry|actually|oops|wait|not)\b", re.I)
# What a message that tells of doses may have been understood as.
_TELLING = frozenset({"regimen", "date", "state", "plan", "correct"})


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
    state = State.from_json(kept)
    remark = remarked_beside(state, text, who.country)
    said = text = text if remark is None else remark.rest
    state.asks_due = False
    state.figure = None
    if is_counted(moves):

        def tell(plan: Mapping[str, Any] | None, words: str, wish: str | None, told: Sequence[Move]) -> Outcome | None:
            return turn(plan, words, request=wish, moves=told, who=who, wording=wording, new_key=new_key)

        age_named_day(state, said)
        outcome = counted_answer(state, text, moves, tell, who, wording, new_key)
        if outcome is not None:
            return outcome
    if any(move.name == COURSE for move in moves) and (course := course_booked(text, state, who)) is not None:
        take_course(state, course)
        line = [View(state, who.today, wording).logged(state.given)] if course.had else []
        return Step(state, "", "whole", who, wording, new_key).advance("\n".join(line) or None)
    told_anew = starts_anew(text) if kept and not state.paused else None
    if told_anew is not None:
        return _anew(state, told_anew, who, wording, new_key)
    state = restated(state, text, who) or state
    text, wanted = without_list(written(state, text, who.today), today=who.today, country=who.country)
    if not is_counted(moves):
        age_named_day(state, said)
    few = with_few_more(said, state)
    if takes_left(few, state) and (left := told_left(few)) is not None:
        state.to_go = left[0]
    state.spans = spans_told(text, state, who) or state.spans
    home = at_home(text)
    if home is not None:
        state.home = home
    open_daily = told_open_daily(text, state.open_daily)
    if open_daily and not without_open_daily(text).strip() and state.ready(who.today):
        # Nothing else is said: the plan without the line about weekends.
        state.open_daily = True
        step = Step(state, "", "whole", who, wording, new_key)
        return step.said(step.answers.asked("whole"))
    state.open_daily = open_daily
    text = without_open_daily(text) if open_daily else text
    ruled = told_rule(text, state, who.country)
    if ruled is not None:
        state.phases, state.confirmed, text = ruled.phases, False, ruled.rest
        if not ruled.more or (state.about == "date" and state.ready(who.today)):
            # With it, the day of the last one fits.
            return Step(state, "", "whole", who, wording, new_key).advance()
    if wanted is not None:
        state.wanted = "/".join(day.isoformat() for day in wanted)
    elif not (state.ready(who.today) or had_dates(text, today=who.today)) and (
        trip := stretch_told(text, today=who.today, country=who.country)
    ):
        # Of several, each is compared with the dates.
        trips = state.spans if trip in state.spans else (trip,)
        state.wanted = "/".join(["away", *(day.isoformat() for each in trips for day in each)])
        text = without_stretch(text)
    elif not state.ready(who.today) and (many := many_wanted(text)):
        state.wanted = f"next/{many}"
    text = without_excluded(text) if state.phases else text
    row = had_dates(text, today=who.today)
    if row is not None:
        state.told_in_a_row()
    skips = told_skips(state, text, who)
    text = skips.rest if skips is not None else text
    note_skips(state, text if skips is None else skips, who)
    if state.about == PAST and state.booked is None and (nth := place_told(said, state)) is not None:
        # "Had the third today" tells how many were had with it.
        state.had = nth
    kept = state.to_json()
    if request == "forget":
        # What was told of a reaction stands, whatever becomes of the dates.
        rest = State(paused=True).to_json() if state.paused else None
        some = state.phases or state.kept or state.booking or state.anchor
        words = ("forgotten", "forgotten_calendar") if some else ("no_plan",)
        return Outcome(rest, (" ".join(wording(name) for name in words),), kind="menu")
    if request == LET_GO:
        return Step(state, "", "next", who, wording, new_key).answer()
    if request in (*_TELLING, "given") and had_something_else(said) and state.ready(who.today):
        # A test or another jab is no injection of the plan, which stands as it is.
        return None
    if request is not None and request.startswith(BY_REMINDER):
        state.by_reminder = date.fromisoformat(request.removeprefix(BY_REMINDER))
        kept, request = state.to_json(), "given"
    if request is not None and request.startswith(LOG_ADD):
        return _added(state, request, who, wording, new_key)
    if state.paused:
        asked = request or ("next" if moves else None)
        return _on_hold(state, text, asked, who, wording, new_key)
    if request is not None and request.startswith(HELD):
        if not state.ready(who.today):
            return None
        lines = Held(state, who.today, wording, who.country).held(request)
        return Step(state, "", request, who, wording, new_key).said(lines)
    if request is not None and (request in (LOG, LOG_LATE) or request.startswith(LOG_RIGHT)):
        return _of_log(state, request, who, wording, new_key)
    if request == REMARK:
        return _spoken_to(state, wording("remark"), who, wording, new_key)
    if request == "restart" and (_OR_GO_ON.search(text) or _RESTARTS_ME.search(text)):
        # "From scratch, or where I left off?" is for the clinic, and drops nothing.
        return _spoken_to(state, wording("overdue_what"), who, wording, new_key)
    if request == "restart":
        return _anew(state, "", who, wording, new_key)
    told = had_dates(text, today=who.today)
    if told is None and row is not None and skips is not None:
        # The day that was missed stands in the row.
        apart = told_skips(state, row.rest, who)
        told = replace(row, rest=apart.rest) if apart is not None else None
    if told is not None and skips is not None and state.ready(who.today):
        told = with_skips(told, skips.days)
    if told is not None and (request is not None or moves):
        return _logged(state, told, request, moves, who, wording, new_key)
    if (request is not None or moves) and long_lapse(text, state, who):
        return without_lapse(state, text, who, wording)
    if drops(state, text):
        return _dropped(state, text, who, wording, new_key)
    wish = gap_wish(text, state)
    if wish is not None and any(move.name == "gap_wish" for move in moves):
        return _wished(state, wish.rest, moves, who, wording, new_key)
    denies = any(move.name in ("denied", "called_off") for move in moves)
    not_given = not asked_of_doses(state) and not denies and says_not_given(state, text, who.today)
    if not_given and (request is not None or moves):
        return _not_given(state, without_not_given(state, text), request, moves, who, wording, new_key)
    outcome = Acting(state, text, who, wording, new_key).all(moves) if moves else None
    outcome = outcome or Step(State.from_json(kept), text, request, who, wording, new_key).answer()
    if outcome is not None and not tells_of_dose(text) and _asks_vaguely(State.from_json(kept), outcome, who):
        # "Back on in Jan" names no day of a dose.
        return None
    place = place_told(said, State.from_json(kept))
    if outcome is not None and (fits := option_by_days(outcome, who.today)) is not None:
        found = moves_in(outcome.state, fits, who=who)
        outcome = turn(
            outcome.state, fits, request="answer", moves=found, who=who, wording=wording, new_key=new_key
        ) or outcome  # fmt: skip
    outcome = outcome and _told_today(said, outcome, place, who, wording, new_key)
    outcome = outcome and _with_days(outcome, said, who, wording, new_key)
    outcome = outcome and own_day(State.from_json(kept), text, outcome, who, wording, new_key)
    outcome = outcome and with_out_said(State.from_json(kept), outcome, wording)
    outcome = outcome and as_change(State.from_json(kept), outcome, wording)
    outcome = outcome and with_supposed_last(State.from_json(kept), text, outcome, who, wording)
    if outcome is not None and (today := counts_today(state, State.from_json(outcome.state), who)) is not None:
        outcome = Acting(State.from_json(outcome.state), "", who, wording, new_key).all((today,)) or outcome
    if outcome is not None:
        outcome = booked_beside(State.from_json(kept), said, outcome, who, wording, new_key)
    told_before = State.from_json(kept)
    if outcome is not None and told_before.about in (PAST, LAST_GIVEN, "count") and asks_many_and_which(said):
        outcome = _with_had(outcome, who, wording)
    if outcome is not None and not told_before.phases:
        outcome = _with_offer(outcome, said, who, wording)
    if outcome is not None and outcome.kind == "plan":
        outcome = last_first(left_first(outcome, said, who, wording), said, who, wording)
    if outcome is not None and not any(move.name == "feast_weekend" for move in moves):
        outcome = feast_first(outcome, text, who, wording)
    outcome = outcome and answered_first(outcome, said, who, wording)
    outcome = outcome and ring_told(outcome, said, who, wording)
    if outcome is not None and (behind := slipped_first(outcome, said, who, wording)) is not None:
        return behind
    late = asks_if_late(text)
    if outcome is None or late is None or any(move.name == "late" for move in moves):
        return outcome
    return late_first(outcome, late, who, wording)


def _with_had(outcome: Outcome, who: Who, wording: Wording) -> Outcome:
    """The answer, with how many were had and on which days before it, where that was asked beside what was told."""
    state = State.from_json(outcome.state)
    if not state.ready(who.today) or not any(phase.bounded for phase in state.phases):
        return outcome
    lines = Wishes(state, who.today, wording, who.country).had_left("")
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


def _with_offer(outcome: Outcome, said: str, who: Who, wording: Wording) -> Outcome:
    """The plan that was just told, with what it gives for the day that is offered in the same message."""
    state = State.from_json(outcome.state)
    offer = offer_beside(only_offer(said), state, who) or offer_beside(said, state, who)
    if offer is None:
        return outcome
    lines, _ = Wishes(state, who.today, wording, who.country).wish(offer.name, offer.value)
    return replace(outcome, bubbles=("\n".join(lines), *outcome.bubbles))


def _anew(state: State, rest: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> Outcome:
    """An empty plan, into which the rest of the message is read."""
    fresh = anew(state)
    found = moves_in(fresh.to_json(), rest, who=who)
    outcome = None
    if found or states(rest, who):
        outcome = turn(
            fresh.to_json(), rest, request="regimen", moves=found, who=who, wording=wording, new_key=new_key
        )  # fmt: skip
    if outcome is not None:
        return replace(outcome, bubbles=(f"{wording('restart')}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))
    fresh.ask("interval", wording("ask_interval"))
    return Outcome(fresh.to_json(), (f"{wording('restart')} {wording('ask_interval')}",), kind="ask")


def _of_log(state: State, request: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> Outcome | None:
    """The doses that were told of, read out or put right, whatever else of the plan is known."""
    if request == LOG_LATE:
        step = Step(state, "", "wish", who, wording, new_key)
        lines = each_lateness(state, wording)
        return step.said((lines, [wording("button_whole")])) if lines else step.said(([wording("log_none")], []))
    if request != LOG:
        wrong, right, *more = request.removeprefix(LOG_RIGHT).split("/")
        days = date.fromisoformat(wrong), date.fromisoformat(right)
        if others := [date.fromisoformat(one.removeprefix(OR)) for one in more if one.startswith(OR)]:
            return ask_log_right(state, days[0], (days[1], *others), who, wording)
        return put_log_right(state, *days, STARTS in more, who, wording, new_key)
    step = Step(state, "", "wish", who, wording, new_key)
    if state.given and not state.ready(who.today):
        line = View(state, who.today, wording).logged(state.given)
        return Outcome(state.to_json(), (line,), state.options if state.about else (), plan=step.plan_json())
    return step.said(step.answers.wish(LOG, "")) if state.given else None


def _asks_vaguely(before: State, outcome: Outcome, who: Who) -> bool:
    """Whether a plan that was counted now asks for the day of which only the month was told."""
    return before.ready(who.today) and not is_vague(before) and is_vague(State.from_json(outcome.state))


def _added(state: State, request: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> Outcome | None:
    """Doses that were had, noted by their days."""
    days, place = request.removeprefix(LOG_ADD).split("/")
    told = [date.fromisoformat(day) for day in days.split(",")]
    return add_to_log(state, told, int(place) if place else None, who, wording, new_key)


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


def _with_days(outcome: Outcome, text: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> Outcome:
    """The outcome; where it asks for the days of the week that the message has told of, with these."""
    state = State.from_json(outcome.state)
    if outcome.kind != "ask" or not settle_days(state, text):
        return outcome
    return Step(state, "", None, who, wording, new_key).advance()


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
    request = "regimen" if told or states(rest, who) else None
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
    if state.about == PAST and not told.missed and _all_due(state, told, who.today):
        # The days that were named are all that were due.
        everything = moves_in(state.to_json(), _ALL, who=who)
        return turn(state.to_json(), _ALL, request=None, moves=everything, who=who, wording=wording, new_key=new_key)
    first = first_before(told.rest, min(dose.day for dose in told.given), who.today)
    told = replace(told, given=(Given(first), *told.given)) if first is not None else told
    told = as_all(state, told)
    fresh = log_row(state, told)
    rest, coming = apart_to_come(told.rest) if state.phases else (told.rest, "")
    told = replace(told, rest=rest)
    others = tuple(move for move in moves if move.name != "had_dates")
    outcome = None
    if _before_known(state, told):
        outcome = Step(state, "", "next", who, wording, new_key).answer()
    outcome = outcome or turn(
        state.to_json(), told.rest, request=request if request in _TELLING else "regimen", moves=others, who=who,
        wording=wording, new_key=new_key,
    )  # fmt: skip
    if outcome is None:
        return None
    after = State.from_json(outcome.state)
    if placed(after, told, fresh=fresh):
        outcome = Step(after, "", None, who, wording, new_key).advance()
    outcome = _with_coming(outcome, coming, who, wording, new_key)
    noted = View(State.from_json(outcome.state), who.today, wording).logged(told.given)
    if told.count not in (None, len(told.given)):
        noted = f"{noted}\n{wording('log_not_so_many', total=told.count, count=len(told.given))}"
    return replace(outcome, bubbles=(f"{noted}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))


def _with_coming(
    outcome: Outcome, words: str, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome:  # fmt: skip
    """The outcome, with the day of the next one as the message tells it, where that is another than the plan's."""
    state = State.from_json(outcome.state)
    day = read_date(words, today=who.today, country=who.country, role="next").date if words else None
    if day is None or day < who.today or not state.ready(who.today):
        return outcome
    planned = Wishes(state, who.today, wording).coming(1)
    if planned and planned[0].earliest <= day <= planned[0].latest:
        return outcome
    return Acting(state, words, who, wording, new_key).all((Move("fact", "booked", day.isoformat()),)) or outcome


def _all_due(state: State, told: HadDates, today: date) -> bool:
    due = planned_before(state, today)
    first = state.anchor is not None and state.anchor.kind == "first" and due[:1] == [state.anchor.date]
    return first and sorted(dose.day for dose in told.given if dose.sure) == due


def _before_known(state: State, told: HadDates) -> bool:
    """Whether all of the doses were had before the last one that is known, which none of the words takes back."""
    anchor, last = state.anchor, max(dose.day for dose in told.given)
    if anchor is None or anchor.kind != "last" or anchor.date <= last or anchor.date in told.missed:
        return False
    return not (_TAKES_BACK.match(told.rest) or states_plan(told.rest))


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
