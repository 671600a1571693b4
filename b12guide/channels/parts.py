"""How the texts of a turn are made, as data: a sentence, paragraphs, a list, when to get help; a care card's heading
and lines; and what a plan's card shows in their place. For channels that can draw it; the texts themselves stay whole
for all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from b12guide.channels.compose import Message

HELP, CARD = "help", "card"
BULLET = "• "
# What these say begins with the answer; the first sentence of anything else, or of a text that follows, is as important
# as the next.
LED = frozenset({"answer", "refusal"})
CARE = frozenset({"emergency", "urgent"})
# More than this is a paragraph, and no heading.
HEADING_CHARACTERS = 160
# Marks that may end a sentence, in the scripts of `content/languages` too; Chinese needs no space behind its own.
_END = re.compile(r"[.!?\u061f\u06d4\u0964][\"')\u201d\u2019]*\s+|[\u3002\uff01\uff1f]\s*")
_QUESTION = ("?", "\u061f", "\uff1f")
_OPENING = "\"'(\u201c\u2018"


def with_parts(messages: list[Message]) -> list[Message]:
    """The messages of a turn, with `parts` in their `custom`: one object for each text, in order.

    `lead` is the sentence that answers, of the first text, `text` the paragraphs, `list` the points of a list, `help`
    when to get help. Of a care card: `heading` is the action, `text` a line for each sentence after it. Of a plan that
    is read back: `read` is what was read, `ask` the question about it, `text` all that the plan's own dates do not say.
    What is empty is left out.
    """
    custom = next((message["custom"] for message in messages if "custom" in message), None)
    if custom is None:
        return messages
    texts = [message["text"] for message in messages if message.get("text")]
    if (level := custom.get("level")) in CARE:
        parts = [_care(text, emergency=level == "emergency") for text in texts]
    else:
        help_texts, card = custom.get(HELP) or (), custom.get(CARD) or {}
        led = custom.get("kind") in LED
        parts = [_part(text, help_texts, card, led=led and number == 0) for number, text in enumerate(texts)]
    shown = {key: value for key, value in custom.items() if key not in (HELP, CARD)}
    return [
        {**message, "custom": {**shown, "parts": parts}} if message.get("custom") is custom else message
        for message in messages
    ]


def _care(text: str, *, emergency: bool) -> dict[str, Any]:
    said = [step for line in text.splitlines() for step in _steps(line)]
    # A kind word may stand before the number to call.
    calls = [number for number, step in enumerate(said[:2]) if any(letter.isdigit() for letter in step)]
    first = calls[0] + 1 if emergency and calls else 1
    heading = " ".join(said[:first])
    if len(heading) > HEADING_CHARACTERS:
        return _filled({"text": said})
    return _filled({"heading": heading, "text": said[first:]})


def _steps(line: str) -> Iterator[str]:
    """What is to be done, one after the other: a sentence, with the question before it that it answers ("No pen?")."""
    asked = ""
    for sentence in _sentences(line):
        if sentence.endswith(_QUESTION):
            asked += f"{sentence} "
        else:
            yield asked + sentence
            asked = ""
    if asked:
        yield asked.strip()


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line, with their quotation marks; a question within one ('Say "why?" and go') ends none."""
    start = 0
    for end in _END.finditer(line):
        following = line[end.end() :].lstrip(_OPENING)
        if following and not following[0].islower():
            yield line[start : end.end()].strip()
            start = end.end()
    if rest := line[start:].strip():
        yield rest


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
    lead, *rest = _sentences(said[0]) if said and led else [""]
    first = [said[0].removeprefix(lead).strip()] if rest else []
    return _filled({"lead": lead, "text": first + said[1:] if lead else said, "list": points, "help": last})


def _filled(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if value}
