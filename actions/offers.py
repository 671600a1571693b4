"""Offers to count dates, which are left out where a child was spoken of last: there are none for a child."""

from __future__ import annotations

import re
from collections.abc import Iterable

from b12guide.shared import content

_OFFER = re.compile(r"\btell me (?:your|their) plan\b", re.I)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"']?|$)\s*")
_BULLET = re.compile(r"^\s*[•-]")


def without_offers(text: str, buttons: Iterable[str]) -> tuple[str, list[str]]:
    """A bubble and its buttons without the offer to count dates from a plan."""
    label = content().label("work_out_my_date")
    lines = [_rest(line) for line in text.split("\n")]
    kept = "\n".join(line for line in lines if line is not None)
    return kept or text, [button for button in buttons if button != label]


def _rest(line: str) -> str | None:
    """A line without the sentence that offers; None where it was no more than that."""
    if _OFFER.search(line) is None:
        return line
    if _BULLET.match(line):
        return None
    return "".join(part[0] for part in _SENTENCE.finditer(line) if not _OFFER.search(part[0])).strip() or None
