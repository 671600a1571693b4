"""What follows a care card, which went out before any of this ran."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from b12guide.plan import dialogue
from b12guide.rasa.asked_first import ASK, NEW_OR_WORSE, NOTHING_NEW
from b12guide.rasa.safety_policy import EMERGENCY_PREFIX, STILL, may_be_only_asked
from b12guide.shared import content
from b12guide.topics import TOPICS

Events = list[dict[str, Any]]
# The turn of an emergency from which on buttons say how it ends.
BUTTONS_FROM = 3


class ActionAfterWarning(Action):
    """Ends what was open, pauses the plan after a reaction, and keeps the unanswered question of an urgent turn."""

    def name(self) -> str:
        return "action_after_warning"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.verdict.pauses_plan:
            turn.memory.plan = dialogue.paused(turn.memory.plan)
        if turn.intent == "urgent":
            offered = [name for name in turn.ranking if name in TOPICS][:1]
            buttons = [content().label("what_will_they_ask"), *(content().topic(t).question for t in offered)]
            turn.say("", buttons=buttons, kind="urgent", offered=offered)
        elif (standing := _repeated(tracker)) is not None:
            asked = [content().label("only_asking")] if may_be_only_asked(standing) else []
            turn.say("", buttons=[content().label("help_is_with_me"), *asked], kind="emergency")
        return turn.events(None)


def _repeated(tracker: Tracker) -> str | None:
    """The response of the emergency that stands, from the third turn on; None before."""
    turns, standing = 0, None
    for event in tracker.events:
        name = str(event.get("name") or "")
        if event.get("event") == "user":
            turns += 1
        elif event.get("event") == "action" and name.startswith(EMERGENCY_PREFIX) and not name.startswith(STILL):
            turns, standing = 1, name
    return standing if turns >= BUTTONS_FROM else None


class ActionNewOrWorse(Action):
    """Asks whether something is new or worse, where a message only sounds urgent."""

    def name(self) -> str:
        return ASK

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.say_reply("new_or_worse", kind="ask")
        return turn.events(NEW_OR_WORSE)


class ActionNothingNew(Action):
    """Nothing is new or worse: the conversation goes on."""

    def name(self) -> str:
        return NOTHING_NEW

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.say_reply("nothing_new", kind="smalltalk")
        return turn.events(turn.plan_awaits)


class ActionCorrected(Action):
    """What was said was long ago: the emergency was none."""

    def name(self) -> str:
        return "action_corrected"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.say_reply("corrected", kind="smalltalk")
        return turn.events(turn.plan_awaits)


class ActionHelpIsHere(Action):
    """Help is with the person: the emergency is over for the bot."""

    def name(self) -> str:
        return "action_help_is_here"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.say_reply("help_is_here", kind="smalltalk")
        return turn.events(turn.plan_awaits)
