"""Markdown tables and one line chart, drawn by hand: nothing to install, the same bytes from the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 640, 360, 56, 16, 190, 48
_COLOURS = ("#005eb8", "#d5281b", "#007f3b", "#7c2855")
_DASHES = ("", "6 4", "2 3", "10 3 2 3")


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; a bar or a line break in a cell is written so that it stays in it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")


def chart(lines: Mapping[str, Sequence[tuple[float, float]]], *, across: str, up: str, marked: float) -> str:
    """An SVG of `lines` (name to points, both axes 0 to 1), told apart by dashes too; a mark at `marked`."""
    x = {name: [_LEFT + px * (_WIDTH - _LEFT - _RIGHT) for px, _ in points] for name, points in lines.items()}
    y = {name: [_across(py) for _, py in points] for name, points in lines.items()}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        f'font-size="12" role="img"><title>{escape(up)} at every {escape(across)}</title>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for step in range(0, 11, 2):
        value = step / 10
        place = _LEFT + value * (_WIDTH - _LEFT - _RIGHT)
        parts.append(f'<path d="M{_LEFT} {_across(value):.1f}H{_WIDTH - _RIGHT}" stroke="#d8dde0"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{_across(value) + 4:.1f}" text-anchor="end">{step * 10} %</text>')
        parts.append(f'<text x="{place:.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle">{value:.1f}</text>')
    mark = _LEFT + marked * (_WIDTH - _LEFT - _RIGHT)
    parts.append(f'<path d="M{mark:.1f} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#212b32" stroke-dasharray="1 3"/>')
    middle = _LEFT + (_WIDTH - _LEFT - _RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{_HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>')
    for index, name in enumerate(lines):
        colour, dash = _COLOURS[index % len(_COLOURS)], _DASHES[index % len(_DASHES)]
        points = " ".join(f"{px:.1f},{py:.1f}" for px, py in zip(x[name], y[name], strict=True))
        stroke = f'stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"'
        parts.append(f'<polyline points="{points}" fill="none" {stroke}/>')
        key = _TOP + 14 + 34 * index
        parts.append(f'<path d="M{_WIDTH - _RIGHT + 12} {key}h28" {stroke}/>')
        parts += [
            f'<text x="{_WIDTH - _RIGHT + 46}" y="{key + 4 + 14 * row}">{escape(words)}</text>'
            for row, words in enumerate(name.split("\n"))
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _across(value: float) -> float:
    return _TOP + (1 - value) * (_HEIGHT - _TOP - _BOTTOM)
