"""Small talk, the menu, and what is kept about a person."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.next_steps import open_first, plan_check_button
from actions.turn import FORGET, PLAN, Turn

Events = list[dict[str, Any]]
# First contact, help and a person's own data are the menu of the product; the rest is small talk.
MENU = frozenset({"help_menu", "your_data"})
KEPT = "keep_data"


class ActionSmallTalk(Action):
    """Replies of `content/small_talk.yml`, by the name of the intent."""

    def name(self) -> str:
        return "action_small_talk"

    @open_first(least=2)
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        turn.memory.misses = 0
        menu = turn.intent in MENU or (turn.intent == "greet" and turn.first)
        turn.say_reply(turn.intent, kind="menu" if menu else "smalltalk")
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


class ActionYesOrNo(Action):
    """ "Yes" and "no" answer what was asked last: about the plan, about deleting, or nothing."""

    def name(self) -> str:
        return "action_yes_or_no"

    @open_first()
    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        if turn.awaiting == FORGET and turn.intent == "affirm":
            return _forget(turn)
        if turn.awaiting == FORGET:
            turn.say_reply(KEPT, kind="menu")
        elif turn.awaiting != PLAN or not turn.plan_takes(turn.intent, offer=[plan_check_button()]):
            turn.say_reply(turn.intent, kind="smalltalk")
        return turn.events(turn.plan_awaits)


def _forget(turn: Turn) -> Events:
    # The channel deletes it all after the turn; what is remembered stays if it cannot.
    turn.say_reply("forgotten", kind="menu", deleted=True)
    return turn.events(None)
