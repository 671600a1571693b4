"""The plan: everything about a person's own dates goes to `b12guide.plan.dialogue`."""

from __future__ import annotations

from actions.answers import not_understood
from actions.next_steps import plan_check_button
from actions.turn import Turn
from b12guide.conversation.decide import AFFIRM
from b12guide.shared import cards
from b12guide.understanding.acts import REQUEST


def plan(turn: Turn) -> None:
    """Takes a plan whole or in pieces, confirms it, and answers questions about its dates."""
    request = next(iter(turn.step.values(REQUEST)), None)
    offer = [plan_check_button()] if request == AFFIRM or turn.says_yes_to_plan else []
    if not turn.plan_takes(request, offer=offer):
        not_understood(turn)
    elif turn.state.warned is not None and cards().asks_first(turn.state.warned.cards):
        turn.say(cards().ask_first())
