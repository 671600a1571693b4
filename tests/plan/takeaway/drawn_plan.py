"""A picture of a plan read back, for the tests of what it shows."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree import ElementTree

from b12guide.plan.model import Anchor, Phase
from b12guide.plan.takeaway.picture import picture

SVG = "{http://www.w3.org/2000/svg}"
START = Anchor("first", date(2026, 3, 3))


def drawn(*phases: Phase, anchor: Anchor = START, today: date = date(2026, 3, 8), **options: Any) -> Any:
    """The parsed SVG; `options` are those of `picture`."""
    return ElementTree.fromstring(picture(phases, anchor, today=today, **options))


def lines(svg: Any) -> list[str]:
    """The lines of text, from top to bottom."""
    return [text.text for text in svg.iter(f"{SVG}text")]


def words(svg: Any) -> str:
    """The same as one text."""
    return " ".join(lines(svg))


def described(svg: Any) -> str:
    """What a screen reader is told."""
    return str(svg.find(f"{SVG}desc").text)
