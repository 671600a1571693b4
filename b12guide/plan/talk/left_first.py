"""How many of a course are left, said first where a message asks for it beside what it tells."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from ..dates.schedule import whole_count
from .outcome import Outcome, Who
from .readback import MOST_LISTED
from .state import State
from .templates import Wording
from .view import View

_ASKS = re.compile(
    r"\bhow (?:many|much)\b[^.?!;]{0,40}?"
    r"\b(?:left|remain(?:ing)?|to go|still to (?:come|have|go)|more(?= (?:do|to|have)\b))"
    # "What have I got left?", beside a course.
    r"|\bwhat(?:'?s|'?ve)? (?:(?:is|are|do|does|have|has|i|we|she|he|they|got|still|now|there|that|then) ?){0,5}"
    r"(?:left|still to (?:come|have|go)|to go)\b(?= *(?:$|[?.!,;]|to (?:have|go|come|do)\b|now\b|then\b|of\b))",
    re.I,
)


def asks_left(text: str) -> bool:
    """Whether a message asks how many are left."""
    return _ASKS.search(text) is not None


def asks_left_alone(text: str) -> bool:
    """Whether that is all that a message asks."""
    return asks_left(text) and "?" not in _ASKS.sub(" ", text, count=1).rstrip().rstrip("?")


def without_left_asked(text: str) -> str:
    """`text` with blanks in the place of that question, from the last stop on, where something else is told before."""
    found = _ASKS.search(text)
    if found is None or not text[: found.start()].strip(" .,;!"):
        return text
    end = next((place for mark in "?.!;" if (place := text.find(mark, found.end())) >= 0), len(text) - 1) + 1
    while text[end : end + 1] == "?":
        end += 1
    return text[: found.start()] + " " * (end - found.start()) + text[end:]


def left_first(outcome: Outcome, text: str, who: Who, words: Wording) -> Outcome:
    """The outcome, led by how many of the course that goes on are left."""
    state = State.from_json(outcome.state)
    if not asks_left(text) or not state.phases or not state.ready(who.today):
        return outcome
    view = View(state, who.today, words, who.country)
    run = next(
        (run for at in range(len(state.phases)) if (run := view.run(at)) is not None and run.phase.bounded), None
    )
    if run is None or not run.count:
        return outcome
    past = run.before(who.today) if view.anchor.kind == "first" else 0
    left, total = run.count - past, whole_count(run.phase) or run.count + run.done
    if left <= 0 or "left" in outcome.bubbles[0].split("\n")[0]:
        return outcome
    doses = list(islice(view.doses_of(run, past), MOST_LISTED + 1))
    named = not view.overdue and len(doses) <= MOST_LISTED
    if named and f": {view.days(doses)}." in outcome.bubbles[0] and "•" not in outcome.bubbles[0]:
        # The list of them says which.
        named = False
    if named:
        name = "left_first_one" if left == 1 else "left_first"
        line = words(name, count=left, total=total, dates=view.days(doses))
    else:
        line = words("left_first_one_undated" if left == 1 else "left_first_undated", count=left, total=total)
    return replace(outcome, bubbles=(f"{line}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))
