"""A question that was asked beside a plan whose dates are known: the plan as it stood before it is kept. What does not
answer the question is heard against that plan, and a question that was not answered twice is let go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .asking_turn import turn as _turn
from .move import Move
from .one_turn import LET_GO
from .outcome import Outcome, Who
from .state import LAST_GIVEN, PAST, State
from .step import ASKING, Step
from .templates import Wording
from .vague_day import lets_go, rest_behind
from .whole import moves as _moves

# So many times in a row a question is put beside a plan that is known.
_MOST_ASKED = 2
# What these ask of a dose that was told of must not be lost with the question.
_OF_DOSES = frozenset({PAST, LAST_GIVEN})
# What is told of a dose answers nothing of how often they are, or of which day was meant.
_TELLS = frozenset(
    {"given", "booked", "booked_row", "moved_dose", "one_off", "had_dates", "missed", "skipped", "denied"}
)


def moves(kept: Mapping[str, Any] | None, text: str, *, who: Who) -> tuple[Move, ...]:
    """What `text` does to the plan kept; where it answers nothing of an open question, to the plan as it stood."""
    state = State.from_json(kept)
    if state.stood is None or state.paused:
        return _moves(kept, text, who=who)
    if (rest := rest_behind(text)) is not None:
        offset = len(text) - len(rest)
        found = _moves(state.stood, rest, who=who)
        return tuple(replace(move, rest=(move.rest[0] + offset, move.rest[1] + offset)) for move in found)
    own = _moves(kept, text, who=who)
    return own if _may_answer(own) else _moves(state.stood, text, who=who) or own


def turn(
    kept: Mapping[str, Any] | None, text: str, *, request: str | None, moves: Sequence[Move] = (), who: Who,
    wording: Wording, new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """As `one_turn.turn`, with a way out of each question that was asked beside a plan that is known."""

    def heard(plan: Mapping[str, Any] | None, words: str, wish: str | None, told: Sequence[Move]) -> Outcome | None:
        return _turn(plan, words, request=wish, moves=told, who=who, wording=wording, new_key=new_key)

    state = State.from_json(kept)
    if state.stood is None or state.paused:
        return _with_stood(kept, heard(kept, text, request, moves), who)
    if request == LET_GO or lets_go(text):
        return _with_stood(state.stood, heard(state.stood, "", "next", ()), who)
    if (rest := rest_behind(text)) is not None:
        told = _moves(state.stood, rest, who=who)
        return _with_stood(state.stood, heard(state.stood, rest, request or "next", told), who)
    told, found = (_moves(plan, text, who=who) if moves else () for plan in (state.stood, kept))
    own = None if _tells_of_dose(told) and not _may_answer(found) else heard(kept, text, request, found)
    after = State.from_json(own.state) if own is not None else state
    if own is not None and (after.stood is None or after.ready(who.today) or after.about != state.about):
        return _with_stood(kept, own, who)
    beside = heard(state.stood, text, request, told) if told or request in ASKING else None
    if beside is not None and State.from_json(beside.state).ready(who.today):
        if any(move.kind == "fact" for move in told) or state.missed + 1 >= _MOST_ASKED:
            return _with_stood(state.stood, beside, who)
        late = Step(State.from_json(state.stood), "", "next", who, wording, new_key).answers.overdue
        return _asked_beside(state, beside, wording, late=late)
    if own is None or state.missed + 1 < _MOST_ASKED:
        after.missed = state.missed + 1
        return own and replace(own, state=after.to_json())
    outcome = heard(state.stood, "", "next", ())
    return outcome and _with_stood(state.stood, _led(outcome, wording("question_left")), who)


def _may_answer(found: Sequence[Move]) -> bool:
    return any(move.kind != "request" and move.name not in _TELLS for move in found)


def _tells_of_dose(found: Sequence[Move]) -> bool:
    """Whether any of the moves tells of a dose that was had, missed or booked."""
    return any(move.name in _TELLS for move in found)


def _asked_beside(state: State, answer: Outcome, wording: Wording, *, late: bool) -> Outcome:
    """What was asked, answered by the plan as it stood, and the question once more with the way to leave it; where that
    plan would be late without the day that is asked for, nothing is said of a date."""
    state.missed += 1
    said = [wording("vague_late")] if late else [wording("vague_next"), *answer.bubbles]
    lines = [*said, wording("vague_way", question=state.asked or "")]
    return Outcome(state.to_json(), ("\n".join(lines),), state.options, kind="ask", plan=answer.plan)


def _with_stood(kept: Mapping[str, Any] | None, outcome: Outcome | None, who: Who) -> Outcome | None:
    """The outcome, with the plan as it stood where something is asked that keeps its dates from being counted."""
    if outcome is None or outcome.state is None:
        return outcome
    before, after = State.from_json(kept), State.from_json(outcome.state)
    stood = before.stood
    # Of a plan whose last dose was denied no date stands.
    denied = before.anchor is not None and after.anchor is None and after.phases == before.phases
    of_doses = denied or after.about in _OF_DOSES or after.had_later is not None or after.over is not None
    if after.paused or of_doses or after.ready(who.today):
        stood = None
    elif before.ready(who.today):
        stood = _as_it_stood(before, after, who)
    if stood == after.stood:
        return outcome
    after.stood = stood
    return replace(outcome, state=after.to_json())


def _as_it_stood(before: State, after: State, who: Who) -> dict[str, Any] | None:
    """The plan before the question; where a dose was noted beside it, with that dose, as far as it can be counted."""
    if not {dose.day for dose in after.given} - {dose.day for dose in before.given}:
        before.answered()
        return before.to_json()
    after = State.from_json(after.to_json())
    after.open, after.stood = [], None
    after.answered()
    return after.to_json() if after.ready(who.today) else None


def _led(outcome: Outcome, line: str) -> Outcome:
    first, *rest = outcome.bubbles
    return replace(outcome, bubbles=(f"{line}\n{first}", *rest))
