"""Small talk, the menu, and deleting what is kept about a person."""

from __future__ import annotations

from actions.answers import come_back
from actions.turn import Turn
from b12guide.conversation.countries import NUMBERS
from b12guide.conversation.described import DESCRIBED
from b12guide.conversation.kinds import ABOUT, AFFIRM, FELT, NO_DATES
from b12guide.conversation.state import FORGET, PLAN
from b12guide.plan import dialogue
from b12guide.shared import cards, standing

# First contact and help are the menu of the product; the rest is small talk.
MENU = frozenset({"help_menu"})
KEPT = "keep_data"


def small_talk(turn: Turn) -> None:
    """Replies of `content/small_talk.yml`, by the kind of talk."""
    turn.state.misses = 0
    if turn.step.values(ABOUT) == [NUMBERS]:
        turn.say(cards().filled(standing().sentences["whom_to_call"], turn.person.country), kind="answer")
        return
    menu = turn.step.kind in MENU or (turn.step.kind == "greet" and turn.first)
    said = next(iter(turn.step.values(FELT)), turn.step.kind)
    if said == DESCRIBED and turn.awaited == PLAN:
        turn.say(turn.reply(said).bubbles[0], kind="smalltalk")
        come_back(turn)
        return
    turn.say_reply(said, kind="menu" if menu else "smalltalk")


def no_dates(turn: Turn) -> None:
    """The form for dates is dropped; that is said where nothing else was."""
    turn.state.misses, turn.state.no_dates = 0, True
    turn.state.plan = dialogue.let_go(turn.state.plan)
    if len(turn.decided.steps) == 1:
        turn.say_reply(NO_DATES, kind="smalltalk")


def confirm_forget(turn: Turn) -> None:
    """Deleting cannot be undone, so it is asked once; said again, it is a yes."""
    if turn.awaited == FORGET:
        _forget(turn)
        return
    turn.say_reply("forget_me", kind="menu")
    turn.state.awaiting = FORGET


def yes_or_no(turn: Turn) -> None:
    """ "Yes" and "no" where they answer nothing of the plan: about deleting, or nothing."""
    if turn.awaited == FORGET and turn.step.kind == AFFIRM:
        _forget(turn)
    elif turn.awaited == FORGET:
        turn.say_reply(KEPT, kind="menu")
    else:
        turn.say_reply(turn.step.kind, kind="smalltalk")


def _forget(turn: Turn) -> None:
    # The channel deletes it all after the turn; what is remembered stays if it cannot.
    turn.say_reply("forgotten", kind="menu", deleted=True)
