"""The plan: everything about a person's own dates goes to `b12guide.plan.dialogue`."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from b12guide.plan import dialogue


class ActionPlan(Action):
    """Takes a plan whole or in pieces, confirms it, and answers questions about its dates."""

    def name(self) -> str:
        return "action_plan"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        turn = Turn(dispatcher, tracker)
        # The policy sends what the clinic agreed to here only while a plan is on hold.
        resumes = turn.values("clinic_agreed") and dialogue.on_hold(turn.memory.plan)
        request = "resume" if resumes else next(iter(turn.values("request")), turn.intent)
        if not turn.plan_takes(request):
            turn.say_reply("fallback_first", kind="fallback")
        return turn.events(turn.plan_awaits)
