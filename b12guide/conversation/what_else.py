"""What a message says beside the words that end a warning: it is done as if those had been said before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import tells_dose
from b12guide.conversation.kinds import (
    ADVISED,
    AFFIRM,
    BANTER,
    DENY,
    DIARY,
    EMERGENCY,
    FEELINGS,
    FORGET_ME,
    LOWERED,
    NOT_MEANT,
    NOTHING_NEW,
    REMINDERS,
    REPAIR,
    SMALL_TALK,
    STANDS,
    URGENT,
    WARNING_STANDS,
)
from b12guide.conversation.plans import asks as opens
from b12guide.conversation.state import ADVICE, NEW_OR_WORSE, PLAN
from b12guide.diary.reading import asked_of_diary
from b12guide.diary.wishes import asked_of_reminders
from b12guide.understanding.acts import ASK_TOPIC, NOT_UNDERSTOOD, UNSURE
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

# What is said of a warning, and what asks or wants nothing.
_WARNINGS = frozenset(
    {EMERGENCY, URGENT, STANDS, WARNING_STANDS, NEW_OR_WORSE, NOTHING_NEW, ADVISED, LOWERED, NOT_MEANT}
)
_NOTHING = frozenset({NOT_UNDERSTOOD, AFFIRM, DENY, *SMALL_TALK, *FEELINGS, *BANTER, *REPAIR})
_YES_OR_NO = re.compile(r"\b(?:yes or no|y/n)\b", re.I)
# What is done though it is only told.
_DONE = frozenset({PLAN, DIARY, REMINDERS, FORGET_ME})


def what_else(asked: Asked, rest: str, decided: Callable[[Asked], Taken]) -> tuple[Step, ...]:
    """The steps of the `rest` of a message once no warning stands: of its questions, else of what is to be done.

    Args: decided: who takes what a message says.
    """
    if not rest or asked.said.excerpt:
        return ()
    wanted = [part for part in sentences(rest) if _wants(part)]
    return _steps(asked, " ".join(wanted) or rest, decided, asking=bool(wanted))


def _steps(asked: Asked, words: str, decided: Callable[[Asked], Taken], *, asking: bool) -> tuple[Step, ...]:
    said = asked.said.alone(words)
    if said.verdict.warns:
        return ()
    awaiting = None if asked.state.awaiting in (ADVICE, NEW_OR_WORSE) else asked.state.awaiting
    state = replace(asked.state, standing=None, stood_before=None, stood=None, warned=None, awaiting=awaiting)
    taken = decided(replace(asked, said=said, state=state, written="")) or ()
    if asking and {step.kind for step in taken} <= {UNSURE} and asked.kind == ASK_TOPIC:
        # "But will it go fully?" leans on what the message tells.
        return (Step(ASK_TOPIC, asked.said.act.details),)
    found = (step for step in taken if step.kind not in _WARNINGS | _NOTHING)
    return tuple(step.read_from(words) for step in found if asking or step.kind in _DONE)


def _wants(part: str) -> bool:
    """Whether a sentence asks, wishes for something to be kept or sent, or tells of a dose that was had."""
    asking = asks(part) or opens(part) or _YES_OR_NO.search(part) is not None
    return asking or bool(asked_of_diary(part) or asked_of_reminders(part)) or tells_dose(part)


def without(text: str, is_said: Callable[[str], bool]) -> str:
    """A text without the sentences of which `is_said` is true."""
    return " ".join(part for part in sentences(text) if not is_said(part))
