"""The plan: everything about a person's own dates goes to `b12guide.plan.dialogue`."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions import people
from actions.answers import CAME_BACK, WAY_ROUND, asks_adult, not_understood
from actions.next_steps import plan_check_button
from actions.turn import Turn
from b12guide.conversation.kinds import (
    AFFIRM,
    DROPPED,
    HEADED,
    KEEPS_OWN,
    MOVED,
    NOT_ANSWERED_BESIDE,
    PUT_RIGHT,
    QUIET,
    URGENT,
    WHOSE,
    WORDS,
)
from b12guide.conversation.names import said_back, said_by
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import cards, plan_wording
from b12guide.understanding.acts import REQUEST

# The request of a plan on hold that the clinic lets go on.
RESUME = "resume"


def plan(turn: Turn) -> None:
    """Takes a plan whole or in pieces, confirms it, and answers questions about its dates."""
    turn.state.said = [one for one in turn.state.said if one not in (CAME_BACK, WAY_ROUND)]
    turn.state.turn_to(next(iter(turn.step.values(WHOSE)), turn.state.whose))
    for before in turn.step.values(MOVED):
        turn.state.plans[turn.state.whose] = turn.state.told_of(before) or {}
    people.drop(turn, [*turn.step.values(MOVED), *turn.step.values(DROPPED)])
    if turn.step.values(KEEPS_OWN):
        turn.say(plan_wording()("still_kept"))
    words = next(iter(turn.step.values(WORDS)), None)
    request = next(iter(turn.step.values(REQUEST)), None)
    offer = [plan_check_button()] if request == AFFIRM or turn.says_yes_to_plan else []
    if turn.step.values(QUIET):
        turn.plan_takes(request, text=words, quiet=True)
        turn.state.plan = dialogue.let_go(turn.state.plan)
        return
    if not turn.plan_takes(request, offer=offer, text=words, heading=bool(turn.step.values(HEADED))):
        not_understood(turn)
        return
    if turn.step.values(NOT_ANSWERED_BESIDE):
        turn.say(plan_wording()("not_answered_beside"))
    if turn.step is turn.decided.steps[-1]:
        people.next_waiting(turn)
    if request == RESUME:
        # Whoever agreed has heard of the sign.
        turn.state.warned = None
        mark: dict[str, Any] = {PUT_RIGHT: True}
        turn.say("", **mark)
    warned = turn.state.warned
    if warned is not None and warned.about(turn.state.whose) and cards().asks_first(warned.cards):
        turn.say(cards().ask_first())


def note_beside_warning(turn: Turn) -> None:
    """Doses that were told of beside a sign are in the log; an emergency stands alone, and nothing is said of them."""
    first, before = turn.step, turn.state.whose
    for step in turn.decided.steps[1:]:
        request = next(iter(step.values(REQUEST)), "")
        if step.kind == PLAN and step.values(QUIET) and request.startswith(dialogue.LOG_ADD):
            turn.step = step
            plan(turn)
            if turn.decided.kind == URGENT:
                turn.say(_noted(request))
    turn.step = first
    turn.state.turn_to(before)


def _noted(request: str) -> str:
    """That doses which were told of are noted."""
    days = request.removeprefix(dialogue.LOG_ADD).partition("/")[0].split(",")
    return "\n".join(plan_wording()("given", date=full_date(date.fromisoformat(day))) for day in days)


def child_plan(turn: Turn) -> None:
    """No dates for a child: the children's team sets them. That somebody is one is kept."""
    turn.state.children = list(dict.fromkeys([*turn.state.children, *turn.step.values(WHOSE)]))
    turn.state.held = None
    for before in turn.step.values(MOVED):
        turn.state.plans.pop(before)
    # What follows without a name is about the child too.
    turn.state.whose = next(iter(turn.step.values(WHOSE)), turn.state.whose)
    words = plan_wording()
    turn.say(turn.state.says_next([words(name) for name in ("child", "child_again", "child_still")]), kind="refusal")


def ask_adult(turn: Turn) -> None:
    """Whether somebody who may be a child is an adult."""
    turn.state.whose = turn.state.other = turn.step.values(WHOSE)[0]
    for before in turn.step.values(MOVED):
        turn.state.held = turn.state.plans.pop(before).get("said") or turn.text
    words = next(iter(turn.step.values(WORDS)), turn.text)
    if turn.state.held is None or dialogue.tells_plan(words):
        turn.state.held = words
    asks_adult(turn)


def adult_told(turn: Turn) -> None:
    """Somebody is an adult: their plan can be told."""
    who = turn.step.values(WHOSE)[0]
    turn.state.adults.append(who)
    turn.state.children = [child for child in turn.state.children if child != who]
    turn.state.whose = who
    held, turn.state.held = turn.state.held, None
    if held is not None and turn.plan_takes("regimen", text=held):
        return
    turn.say(plan_wording()("adult_told", who=said_back(turn.state.word_for(who))), kind="ask")


def one_at_a_time(turn: Turn) -> None:
    """Two plans in one message: each is kept apart, one after the other."""
    words = plan_wording()
    names = turn.step.values(WHOSE)
    if not names:
        turn.say(words("whose_is_it"), kind="ask", asks="whose")
        return
    buttons = [
        words("button_mine") if name == ME else words("button_of", who=said_by(turn.state.word_for(name)))
        for name in names
    ]
    turn.state.other = next((name for name in names if name != ME), turn.state.other)
    turn.say(words("one_at_a_time"), buttons=buttons, kind="ask", asks="whose")
