"""How the texts of a turn are made, as data: a sentence, paragraphs, a list, when to get help; and what a plan's card
shows in their place. For channels that can draw it; the texts themselves stay whole for all others."""

from __future__ import annotations

from typing import Any

from b12guide.channels.compose import Message
from b12guide.content.prose import sentences_of

HELP, CARD = "help", "card"
BULLET = "• "
# What these say begins with the answer; the first sentence of anything else, or of a text that follows, is as important
# as the next.
LED = frozenset({"answer", "refusal"})


def with_parts(messages: list[Message]) -> list[Message]:
    """The messages of a turn, with `parts` in their `custom`: one object for each text, in order.

    `lead` is the sentence that answers, of the first text, `text` the paragraphs, `list` the points of a list, `help`
    when to get help. Of a plan that is read back: `read` is what was read, `ask` the question about it, `text` all that
    the plan's own dates do not say. What is empty is left out.
    """
    custom = next((message["custom"] for message in messages if "custom" in message), None)
    if custom is None or custom.get("level") in ("emergency", "urgent"):
        return messages
    help_texts, card = custom.get(HELP) or (), custom.get(CARD) or {}
    led = custom.get("kind") in LED
    texts = [message["text"] for message in messages if message.get("text")]
    parts = [_part(text, help_texts, card, led=led and number == 0) for number, text in enumerate(texts)]
    shown = {key: value for key, value in custom.items() if key not in (HELP, CARD)}
    return [
        {**message, "custom": {**shown, "parts": parts}} if message.get("custom") is custom else message
        for message in messages
    ]


def _part(text: str, help_texts: Any, card: dict[str, Any], *, led: bool) -> dict[str, Any]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    covered = {*card.get("read", ()), *card.get("shown", ()), card.get("ask")}
    if covered & set(lines):
        beside = [line for line in lines if line not in covered]
        return _filled(
            {"read": [line.removeprefix(BULLET) for line in card["read"]], "ask": card["ask"], "text": beside}
        )
    last = lines[-1] if lines and lines[-1] in help_texts else None
    lines = lines[:-1] if last else lines
    points = [line.removeprefix(BULLET) for line in lines if line.startswith(BULLET)]
    said = [line for line in lines if not line.startswith(BULLET)]
    lead, *rest = sentences_of(said[0]) if said and led else [""]
    first = [said[0].removeprefix(lead).strip()] if rest else []
    return _filled({"lead": lead, "text": first + said[1:] if lead else said, "list": points, "help": last})


def _filled(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if value}
