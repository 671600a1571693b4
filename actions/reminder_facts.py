"""What is asked about reminders themselves: what they cost and say, who sends them, and whether to answer."""

from __future__ import annotations

from collections.abc import Callable

from actions.reminder_answers import turn_to_whose
from actions.turn import Turn
from b12guide.conversation.kinds import REMINDED, WORDS
from b12guide.diary.reminder_costs import asks_cost
from b12guide.diary.reminder_questions import ANSWERS, SENDER, SILENT, WORDING
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content, plan_wording


def costs(turn: Turn) -> None:
    """What a reminder costs, and what it names."""
    say, kept = content().diary, turn_to_whose(turn)
    names = say("plainly_said") if kept.plainly else say("discreet_all")
    words = next(iter(turn.step.values(WORDS)), turn.text)
    _say(turn, *([say("costs")] if asks_cost(words) else []), names)


def silent(turn: Turn) -> None:
    """What comes where nobody answers."""
    _say(turn, content().diary("if_silent"))


def answers(turn: Turn) -> None:
    """Whether one has to be answered, and with which words it can be."""
    say = content().diary
    _say(turn, say("need_not_answer"), say("ways_to_answer"), say("if_silent"))


def sender(turn: Turn) -> None:
    """Who sends it."""
    _say(turn, content().diary("who_sends"))


def wording(turn: Turn) -> None:
    """The words in which it comes."""
    say, kept = content().diary, turn_to_whose(turn)
    due = dialogue.next_day(turn.state.plan, turn.who, plan_wording())
    day = full_date(due.earliest if due is not None else turn.person.today)
    text = say("plain_first" if kept.plainly else "first", day=day)
    _say(turn, say("wording", text=text), *([] if kept.plainly else [say("discreet")]))


def _say(turn: Turn, *lines: str) -> None:
    turn.state.note(REMINDED)
    turn.say("\n".join(lines), kind="plan")


FACTS: dict[str, Callable[[Turn], None]] = {WORDING: wording, SILENT: silent, ANSWERS: answers, SENDER: sender}
