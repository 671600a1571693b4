"""Small talk, the menu, and what is kept about a person."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.memory import Memory
from actions.turn import FORGET, Turn

Events = list[dict[str, Any]]
# First contact, help and a person's own data are the menu of the product; the rest is small talk.
MENU = frozenset({"help_menu", "your_data"})
KEPT = "keep_data"


class ActionSmallTalk(Action):
    """Replies of `content/small_talk.yml`, by the name of the intent."""

    def name(self) -> str:
        return "action_small_talk"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.memory.misses = 0
        if turn.awaiting == FORGET:
            turn.say_reply(KEPT, kind="menu")
        else:
            turn.say_reply(turn.intent, kind="menu" if turn.intent in MENU else "smalltalk")
        return turn.events(turn.plan_awaits)


class ActionConfirmForget(Action):
    """Deleting cannot be undone, so it is asked once."""

    def name(self) -> str:
        return "action_confirm_forget"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.awaiting == FORGET:  # said again: that is a yes
            return _forget(turn)
        turn.say_reply("forget_me", kind="menu")
        return turn.events(FORGET)


class ActionForget(Action):
    """Empties the memory; the channel deletes what is stored once the turn is over."""

    def name(self) -> str:
        return "action_forget"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        return _forget(Turn(dispatcher, tracker))


def _forget(turn: Turn) -> Events:
    turn.memory = Memory()
    turn.say_reply("forgotten", kind="menu", forget=True)
    return turn.events(None)
