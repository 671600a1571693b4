"""The questions that were answered in a conversation, the latest first, and which of them asks for a yes or a no."""

from __future__ import annotations

import re

from b12guide.content import Question
from b12guide.conversation.state import State
from b12guide.shared import content

# How an answer is noted, the first time and in other words (`State.said`).
_NOTED = ("question ", "again ")
# So far back a short word may still reach.
LATELY = 4
_SENTENCE = re.compile(r"[^.?!:]+[.?!:]*")
_WH = re.compile(r"(?:(?:and|so|or|but) )?(?:what|how|who|whom|whose|why|which|when|where)\b", re.I)


def answered(state: State, most: int = LATELY) -> list[Question]:
    """The questions that were answered last, the latest first, each once."""
    every = content().questions
    ids = [said.removeprefix(how) for said in reversed(state.said) for how in _NOTED if said.startswith(how)]
    return [every[one] for one in dict.fromkeys(ids) if one in every][:most]


def asks_yes_or_no(question: Question) -> bool:
    """Whether a yes or a no answers a question: "Can I drive?", and not "What do I write?"."""
    last = [one.strip() for one in _SENTENCE.findall(question.question) if "?" in one][-1:]
    return bool(last) and _WH.match(last[0]) is None
