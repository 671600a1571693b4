"""The words of a message for a plan, and what they do to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from b12guide.conversation.whose import without_others_plans, without_people
from b12guide.plan import dialogue


def plan_words(
    kept: Mapping[str, Any] | None, text: str, who: dialogue.Who, known: Collection[str] = ()
) -> tuple[str, tuple[dialogue.Move, ...]]:
    """What `text` does to the plan `kept`, with the words that it does it by: all of them, or those without whose plan
    it is ("12 weeks for dad") where the rest does something. `known`: whose plans are kept."""
    text = without_others_plans(text, known)
    for words in dict.fromkeys((text, without_people(text, known))):
        moves = dialogue.moves(kept, words, who=who)
        if moves:
            return words, moves
    return text, ()
