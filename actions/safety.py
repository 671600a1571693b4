"""What follows a care card, which went out before any of this ran."""

from __future__ import annotations

from typing import Any

from actions.turn import Turn
from b12guide.conversation.decide import STANDS, URGENT, may_be_only_asked
from b12guide.plan import dialogue
from b12guide.rasa.decided import EMERGENCY_PREFIX, STILL
from b12guide.shared import content
from b12guide.topics import TOPICS

# The turn of an emergency from which on buttons say how it ends.
BUTTONS_FROM = 3


def after_warning(turn: Turn, events: list[dict[str, Any]]) -> None:
    """Pauses the plan after a reaction, keeps the unanswered question of an urgent turn, and shows how an emergency
    that was repeated ends. `events` are those of the conversation."""
    if turn.verdict.pauses_plan:
        turn.state.plan = dialogue.paused(turn.state.plan)
    if turn.decided.kind == URGENT:
        offered = [name for name in turn.ranking if name in TOPICS][:1]
        buttons = [content().label("what_will_they_ask"), *(content().topic(t).question for t in offered)]
        turn.say("", buttons=buttons, kind="urgent", offered=offered)
    elif turn.decided.kind == STANDS and (standing := _repeated(events)) is not None:
        asked = [content().label("only_asking")] if may_be_only_asked(standing) else []
        turn.say("", buttons=[content().label("help_is_with_me"), *asked], kind="emergency")


def _repeated(events: list[dict[str, Any]]) -> str | None:
    """The card of the emergency that stands, from the third turn on; None before."""
    turns, standing = 0, None
    for event in events:
        name = str(event.get("name") or "")
        if event.get("event") == "user":
            turns += 1
        elif event.get("event") == "action" and name.startswith(EMERGENCY_PREFIX) and not name.startswith(STILL):
            turns, standing = 1, name.removeprefix(EMERGENCY_PREFIX)
    return standing if turns >= BUTTONS_FROM else None


def corrected(turn: Turn) -> None:
    """What was said was long ago: the emergency was none."""
    turn.say_reply("corrected", kind="smalltalk")


def help_is_here(turn: Turn) -> None:
    """Help is with the person: the emergency is over for the bot."""
    turn.say_reply("help_is_here", kind="smalltalk")
