"""A message that was not read whole: why, and what the person is told instead of an answer."""

from __future__ import annotations

from b12guide.shared import cards, content

# The key of the reason in the metadata of a message, and what a turn asks for that has one.
UNREAD = "unread"
# More than Rasa reads or the plan grammar gets through; more at once than people write; not in the time that there is.
TOO_LONG, TOO_FAST, LATE = "too_long", "too_fast", "late"


def notice(why: str, country: str | None) -> str:
    """That it was not read whole, whom to call, and what to send instead.

    Args:
        why: one of the reasons above.
        country: ISO 3166 two-letter code of where the person is, or None.
    """
    return content().reply(f"unread_{why}", emergency=cards().emergency_number(country)).bubbles[0]
