"""What follows a care card, which went out before any of this ran."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.topics import TOPICS

Events = list[dict[str, Any]]


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
        return turn.events(None)


class ActionHelpIsHere(Action):
    """Help is with the person: the emergency is over for the bot."""

    def name(self) -> str:
        return "action_help_is_here"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.say_reply("help_is_here", kind="smalltalk")
        return turn.events(turn.plan_awaits)
