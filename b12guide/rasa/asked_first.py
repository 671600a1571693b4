"""The one question that stands before an urgent card which rests on likeness alone: "Is something new or worse?"."""

from __future__ import annotations

from b12guide.shared import replies
from b12guide.understanding import Verdict

# What the bot waits for after the question, and the actions that ask it and take a no.
NEW_OR_WORSE = "new_or_worse"
ASK, NOTHING_NEW = "action_new_or_worse", "action_nothing_new"


def asks(verdict: Verdict, intent: str | None, text: str, awaiting: str | None) -> str | None:
    """What a message means for the question.

    Args: verdict, intent, text: of the message. awaiting: what the bot waits for.
    Returns: `ASK` where it is to be asked, `NOTHING_NEW` after a no, "urgent" after a yes or "not sure", for the card;
        None where the question is none of this message's matter.
    """
    if verdict.asks_first:
        return "urgent" if awaiting == NEW_OR_WORSE else ASK
    if awaiting != NEW_OR_WORSE:
        return None
    if intent == "affirm" or replies().not_sure(text):
        return "urgent"
    return NOTHING_NEW if intent == "deny" else None
