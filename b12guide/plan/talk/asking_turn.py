"""A turn of the talk about a plan that keeps what is only asked apart from what is told: a question that would have
changed the plan, its log or a day that was set is answered, and all that is kept stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .coming_day import coming_day, shown_day
from .last_resort import day_named
from .message import Said
from .move import Move
from .one_turn import turn as _turn
from .only_asked import names_day, only_asked, parted
from .outcome import Outcome, Who
from .set_alone import single_day
from .state import AWAY, CHANGE, CLINIC_DATE, CONFIRM, GIVEN, State
from .templates import Wording
from .whole import moves as moves_in

# What a question leaves as it is.
# A question about a day opens none either, which the next message would answer.
_RECORD = (
    "phases", "anchor", "given", "booked", "booking", "skipped", "confirmed", "extra", "to_go", "part_now", "open",
)  # fmt: skip
# A yes or an answer beside it may keep a plan, or complete it.
_SETTLES = frozenset({"yes", "no", "answer", "unsure"})
# How often after a course is told as a question too: "what about the monthly ones after?".
_ADDS = "follows"


def turn(
    kept: Mapping[str, Any] | None, text: str, *, request: str | None, moves: Sequence[Move] = (), who: Who,
    wording: Wording, new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """As `one_turn.turn`."""
    outcome = _turn(kept, text, request=request, moves=moves, who=who, wording=wording, new_key=new_key)
    state = State.from_json(kept)
    single = outcome is not None and single_day(state) is not None and not State.from_json(outcome.state).phases
    if outcome is not None and single and (only_asked(text) or text.rstrip().endswith("?")) and _changes(kept, outcome):
        # The day that the clinic set stays, whatever other one is asked about.
        return _turn(kept, "", request="next", who=who, wording=wording, new_key=new_key)
    if outcome is None or not _may_only_ask(state, moves, who) or not _changes(kept, outcome):
        return outcome
    if only_asked(text):
        return _answer(kept, text, moves, who, wording, new_key)
    told, asked = parted(text)
    if not told or not names_day(asked):
        return outcome
    # What is told is done by itself; where the day that is asked about adds to it, that is only answered.
    found = moves_in(kept, told, who=who)
    alone = _turn(kept, told, request=request, moves=found, who=who, wording=wording, new_key=new_key)
    so_far = alone.state if alone is not None else kept
    if not _changes(so_far, outcome):
        return outcome
    answer = _answer(so_far, asked, moves_in(so_far, asked, who=who), who, wording, new_key)
    if alone is None or answer is None or not _changes(kept, alone):
        return answer or outcome
    return replace(answer, bubbles=(*alone.bubbles, *answer.bubbles), links=answer.links or alone.links)


def _answer(
    kept: Mapping[str, Any] | None, text: str, moves: Sequence[Move], who: Who, wording: Wording,
    new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """The answer to a question, which leaves everything as it is."""
    asked = tuple(move for move in moves if move.kind == "request") or _asked(text, State.from_json(kept), who)
    answer = _turn(kept, text if asked else "", request="next", moves=asked, who=who, wording=wording, new_key=new_key)
    if answer is None or _changes(kept, answer):
        answer = _turn(kept, "", request="next", who=who, wording=wording, new_key=new_key)
    return answer


def _may_only_ask(state: State, moves: Sequence[Move], who: Who) -> bool:
    open_to_it = state.about in (None, CONFIRM, CHANGE, CLINIC_DATE, AWAY, GIVEN)
    return (
        state.ready(who.today) and open_to_it and not any(move.kind in _SETTLES or move.name == _ADDS for move in moves)
    )


def _changes(kept: Mapping[str, Any] | None, outcome: Outcome) -> bool:
    before, after = State.from_json(kept).to_json(), State.from_json(outcome.state).to_json()
    return any(before.get(name) != after.get(name) for name in _RECORD)


def _asked(text: str, state: State, who: Who) -> tuple[Move, ...]:
    """What such a question asks of the day that it names: whether it is the next one's, or whether one may be moved."""
    said = Said.of(text)
    shown = shown_day(state, who.today)
    words = day_named(said, state, who)
    days = coming_day(text, today=who.today, shown=shown).days
    if words == "can it be moved?" and shown not in days:
        return (Move("request", "move", rest=(0, len(text))),)
    return (Move("request", "is_it", days[0].isoformat(), rest=(0, len(text))),) if days else ()
