"""How the picture of a plan is drawn: its text stays inside and is escaped, its colours can be told apart."""

from __future__ import annotations

import re
from datetime import date

import pytest

from b12guide.plan.model import Phase
from b12guide.plan.takeaway.picture import picture
from tests.plan.takeaway.drawn_plan import START, SVG, drawn, lines
from tests.plan.takeaway.takeaway_plans import LOADING, MONTHLY, OPEN_LOADING, QUARTERLY


def test_text_is_escaped() -> None:
    """Words of the person's own stay words."""
    hostile = Phase("loading", 1, 2, "d", until='<script>x</script> & "y" ]]> \x00\x1b\u202e\ud800end')
    svg = drawn(hostile, MONTHLY, width=900)
    assert 'Loading: every other day until <script>x</script> & "y" ]]> end' in lines(svg)
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {
        "svg", "title", "desc", "style", "rect", "text", "line",
    }  # fmt: skip


def test_picture_needs_nothing_from_outside() -> None:
    """No script, no link, no font or image from elsewhere."""
    text = picture((LOADING, QUARTERLY), START, today=date(2026, 3, 8))
    rest = text.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|href|url\(|<script|@import|\son\w+=", rest)


def test_narrow_picture_is_not_narrower_than_readable() -> None:
    """Less than 280 pixels is drawn at 280, and shrinks as a whole."""
    assert drawn(LOADING, width=100).get("viewBox").startswith("0 0 280 ")


@pytest.mark.parametrize("width", [280, 320, 640])
def test_text_stays_inside(width: int) -> None:
    """Lines break before the right edge and end above the lower one, in dates as wide as those of DejaVu Sans."""
    svg = drawn(LOADING, OPEN_LOADING, QUARTERLY, width=width)
    for text in svg.iter(f"{SVG}text"):
        letter = float(text.get("font-size")) * (0.665 if text.get("font-weight") else 0.6)
        assert float(text.get("x")) + len(text.text) * letter <= width
        assert float(text.get("y")) < float(svg.get("height"))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colours(style: str) -> dict[str, str]:
    return dict(re.findall(r"\.b12-(\w+)\{fill:(?:var\(--\w+,)?(#\w{6})", style))


def test_colours_can_be_told_apart_in_light_and_dark() -> None:
    """Text has a contrast of 7 and marks of 3 to both grounds (WCAG 2.2, 1.4.6 and 1.4.11)."""
    style = str(drawn(LOADING).find(f"{SVG}style").text)
    light, dark = style.split("@media (prefers-color-scheme:dark)")
    for colours in (_colours(light), _colours(dark.split("@media")[0])):
        for ground in ("surface", "mine"):
            assert all(_contrast(colours[role], colours[ground]) >= 7 for role in ("ink", "soft", "flag"))
            assert _contrast(colours["accent"], colours[ground]) >= 3


def test_paper_is_light_and_forced_colours_are_the_systems() -> None:
    """Printed it is dark on white; where the person forces colours, theirs are used."""
    style = str(drawn(LOADING).find(f"{SVG}style").text)
    assert "@media print{.b12-surface{fill:#ffffff}" in style
    assert "@media (forced-colors:active){.b12-surface{fill:Canvas}" in style


def test_colours_hold_without_styles() -> None:
    """Where styles are forbidden the attributes give a light picture."""
    svg = drawn(LOADING)
    assert svg.find(f"{SVG}rect").get("fill") == "#ffffff"
    assert {text.get("fill") for text in svg.iter(f"{SVG}text")} <= {"#16242c", "#37474f", "#7a3c00"}
