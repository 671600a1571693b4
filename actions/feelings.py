"""What is felt: one kind sentence that names it, then the way on. Never an alarm, and never the same words twice."""

from __future__ import annotations

from actions.answers import come_back
from actions.turn import Turn


def feeling(turn: Turn) -> None:
    """The reply of `content/feelings.yml`; before an answer to what was asked beside it, its kind sentence alone."""
    turn.state.misses = 0
    if turn.decided.steps[-1] != turn.step:
        turn.say(turn.reply(turn.step.kind).bubbles[0])
        return
    turn.say_reply(turn.step.kind, kind="smalltalk")
    come_back(turn)
