"""A message that changes a plan and asks of the dates behind that: "does that alter anything?", for which the dates
before are kept, and "what's after that?", which is of the dose that was moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .days_apart import ahead
from .event_day import event_day
from .move import Move
from .outcome import Outcome, Who
from .state import State
from .step import Step
from .still_stands import ALTERS, LATER_STAND, SHOWN, StillStands, asks_if_altered
from .templates import Wording
from .yes_beside import turn as _turn

_AFTER_THAT = re.compile(
    r"\b(?:wh?[ao]ts?|what'?s|when'?s?|wen|which)\b[^.;!?]{0,25}?\bafter(?: (?:that|tht|this|it|then))?(?: one)?\W*$",
    re.I,
)
# So many doses ahead one that was moved is looked for.
_FAR = 24


def turn(
    kept: Mapping[str, Any] | None, text: str, *, request: str | None, moves: Sequence[Move] = (), who: Who,
    wording: Wording, new_key: Callable[[], str],
) -> Outcome | None:  # fmt: skip
    """As `yes_beside.turn`; where the message changes a plan, the dates before that are kept, and where it asks if any
    is changed, that is said first."""
    outcome = _turn(kept, text, request=request, moves=moves, who=who, wording=wording, new_key=new_key)
    if outcome is None or outcome.state is None:
        return outcome
    before, after = State.from_json(kept), State.from_json(outcome.state)
    if after.paused is False and (told := event_day(text, who)) is not None and after.before_day == before.before_day:
        # "The first one after I move" may be asked for later.
        after.before_day, after.event = told[0], frozenset({told[1]})
        outcome = replace(outcome, state=after.to_json())
    asks_of_it = any(one.name in (ALTERS, LATER_STAND) or one.kind == "yes" for one in moves)
    if after.days_were and not _is_changed(before, after) and not asks_of_it:
        # What was changed is over once something else is spoken of.
        after.days_were = ()
        return replace(outcome, state=after.to_json())
    if not _is_changed(before, after) or before.paused or after.paused or not before.ready(who.today):
        return outcome
    after.days_were = tuple(ahead(before, who.today, SHOWN + 1))
    outcome = _with_after(text, before, replace(outcome, state=after.to_json()), who, wording, new_key)
    asked = asks_if_altered(text) or (request or "").endswith(f"/{ALTERS}")
    if not asked or not after.ready(who.today) or not outcome.bubbles:
        return outcome
    first, *rest = outcome.bubbles
    line = StillStands(after, who.today, wording, who.country).alters("")[0]
    return replace(outcome, bubbles=(f"{line}\n{first}", *rest))


def _with_after(
    text: str, before: State, outcome: Outcome, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome:  # fmt: skip
    """The outcome; where one dose was moved, that one was named last, and the one after it is said where it is asked
    for."""
    after = State.from_json(outcome.state)
    moved = {pair[1] for pair in after.anchor.moved} if after.anchor is not None else set()
    moved -= {pair[1] for pair in before.anchor.moved} if before.anchor is not None else set()
    if len(moved) != 1 or not after.ready(who.today):
        return outcome
    coming = ahead(after, who.today, _FAR)
    day = moved.pop()
    if day not in coming:
        return outcome
    after.told = coming.index(day) + 1
    if not _AFTER_THAT.search(text.replace("’", "'")):
        return replace(outcome, state=after.to_json())
    step = Step(after, "", "wish", who, wording, new_key)
    lines, _ = step.answers.wish("after_next")
    first, *rest = outcome.bubbles
    return replace(outcome, state=after.to_json(), bubbles=("\n".join([first, *lines]), *rest))


def _is_changed(before: State, after: State) -> bool:
    return (before.phases, before.anchor, before.given) != (after.phases, after.anchor, after.given)
