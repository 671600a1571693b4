"""How it went over the weeks, as a small picture: what somebody said of each day, with the injections marked.

It shows the person's own words and numbers and draws no line between them: what lies between two days nobody said.
Every mark differs by its shape, none by its colour alone, and all of it stands in words in the description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from html import escape

from b12guide.diary.notes import BETTER, LANES, SAME, WORSE, Mark, Note
from b12guide.plan.dates.log import Given
from b12guide.plan.model import MONTH_NAMES, full_date
from b12guide.plan.takeaway import one_line

Say = Callable[..., str]
WIDTH, LEFT, RIGHT, TOP = 320, 12, 12, 34
LANE, HEAD, FOOT = 62, 20, 78
# So many weeks are shown at most, and at least.
MOST_WEEKS, LEAST_WEEKS = 13, 4
# Marks that are nearer than this stand in two rows; where those are full, the description alone has the day.
_APART, _ROWS = 19.0, (-10.5, 10.5)
_LIGHT = {
    "surface": "#ffffff",
    "ink": "#16242c",
    "soft": "#37474f",
    "line": "#b9c7cd",
    "accent": "#00566b",
    "given": "#7a3c00",
}
_DARK = {
    "surface": "#1a252b",
    "ink": "#ecf2f4",
    "soft": "#b3c3ca",
    "line": "#3b4d56",
    "accent": "#7fd0e4",
    "given": "#ffc680",
}
_FORCED = {"surface": "Canvas"} | dict.fromkeys(("ink", "soft", "line", "accent", "given"), "CanvasText")


def _rules(colours: dict[str, str]) -> str:
    return "".join(f".d-{role}{{fill:{value}}}[data-d={role}]{{stroke:{value}}}" for role, value in colours.items())


_STYLE = (
    _rules(_LIGHT)
    + f"@media (prefers-color-scheme:dark){{{_rules(_DARK)}}}"
    + f"@media print{{{_rules(_LIGHT)}}}"
    + f"@media (forced-colors:active){{{_rules(_FORCED)}}}"
)


def picture(notes: Sequence[Note], log: Iterable[Given], *, today: date, say: Say, style: bool = True) -> str | None:
    """The picture as a complete SVG document, which is also fit to stand inside a page; None where nothing that it
    draws was noted.

    Args:
        notes: what was noted. log: the doses told of. today: the last day of the picture.
        say: the words by name (`content/diary.yml`).
        style: whether it brings its own style, for light, dark, paper and forced colours. Without one, as inside a page
            that forbids that, it has the light colours as attributes.
    """
    shown = [note for note in notes if set(note.about) & set(LANES) and note.day <= today]
    if not shown:
        return None
    first = max(min(note.day for note in shown), today - timedelta(weeks=MOST_WEEKS))
    first = min(first, today - timedelta(weeks=LEAST_WEEKS))
    shown = [note for note in shown if note.day >= first]
    given = sorted({dose.day for dose in log if first <= dose.day <= today})
    days = (today - first).days
    height = TOP + LANE * len(LANES) + FOOT

    def at(day: date) -> float:
        return LEFT + 6 + (WIDTH - LEFT - RIGHT - 12) * (day - first).days / days

    drawn = [_months(first, today, at), *(_injection(at(day)) for day in given)]
    for place, lane in enumerate(LANES):
        drawn.append(_lane(lane, place, [note for note in shown if lane in note.about], at, say))
    drawn.append(_legend(height, say))
    words = _described(shown, given, first, today, say)
    title = escape(say("picture_title"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="diary-title diary-words" font-family="system-ui, sans-serif">'
        f'<title id="diary-title">{title}</title><desc id="diary-words">{escape(words)}</desc>'
        f"{f'<style>{_STYLE}</style>' if style else ''}"
        f'<rect width="{WIDTH}" height="{height}" {_fill("surface")}/>'
        f'<text x="{LEFT}" y="20" font-size="15" font-weight="700" {_fill("ink")}>{title}</text>'
        f"{''.join(drawn)}</svg>"
    )


def _lane(lane: str, place: int, notes: Sequence[Note], at: Callable[[date], float], say: Say) -> str:
    top = TOP + LANE * place
    middle = top + HEAD + (LANE - HEAD) / 2
    parts = [
        f'<text x="{LEFT}" y="{top + 14}" font-size="13" {_fill("soft")}>{escape(say(f"lane_{lane}"))}</text>',
        f'<line x1="{LEFT}" y1="{top + LANE}" x2="{WIDTH - RIGHT}" y2="{top + LANE}" {_stroke("line")}/>',
    ]
    last = [-_APART, -_APART]
    for place_of, note in enumerate(notes):
        x, following = at(note.day), next(iter(notes[place_of + 1 :]), None)
        crowded = x - max(last) < _APART or (following is not None and at(following.day) - x < _APART)
        row = 0 if x - last[0] >= _APART else 1
        if x - last[row] >= _APART:
            parts.append(_mark(note.of(lane), x, middle + (_ROWS[row] if crowded else 0)))
            last[row] = x
            if not crowded:
                last[1 - row] = x
    return "".join(parts)


def _mark(mark: Mark | None, x: float, y: float) -> str:
    """What was said of one day: the number that was given, else the way in which its words say that it went."""
    said, number = (mark.said, mark.number) if mark else (None, None)
    if number is not None:
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9.5" {_fill("surface")} {_stroke("accent")} stroke-width="1.5"/>'
            f'<text x="{x:.1f}" y="{y + 4:.1f}" font-size="12" text-anchor="middle" '
            f"{_fill('ink')}>{number}</text>"
        )
    up = f"M{x - 6:.1f} {y + 5:.1f}h12l-6 -11z"
    down = f"M{x - 6:.1f} {y - 5:.1f}h12l-6 11z"
    if said in (BETTER, WORSE):
        return f'<path d="{up if said == BETTER else down}" {_fill("accent")}/>'
    if said == SAME:
        return f'<rect x="{x - 6:.1f}" y="{y - 2.5:.1f}" width="12" height="5" {_fill("accent")}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" {_fill("accent")}/>'


def _injection(x: float) -> str:
    top, bottom = TOP, TOP + LANE * len(LANES)
    return (
        f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" {_stroke("given")} stroke-width="1.5" '
        f'stroke-dasharray="2 3"/><path d="M{x:.1f} {bottom - 5}l5 5l-5 5l-5 -5z" {_fill("given")}/>'
    )


def _months(first: date, today: date, at: Callable[[date], float]) -> str:
    """The first of each month, with its name where there is room for it."""
    found, free, bottom = [], 0.0, TOP + LANE * len(LANES)
    day = first.replace(day=1)
    while day <= today:
        if day >= first:
            x = at(day)
            found.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}" {_stroke("line")}/>')
            if x >= free and x <= WIDTH - 28:
                name = MONTH_NAMES[day.month - 1][:3]
                found.append(f'<text x="{x:.1f}" y="{bottom + 18}" font-size="12" {_fill("soft")}>{name}</text>')
                free = x + 30
        day = (day + timedelta(days=32)).replace(day=1)
    if not free:
        name = f"{today.day} {MONTH_NAMES[today.month - 1][:3]}"
        found.append(
            f'<text x="{WIDTH - RIGHT}" y="{bottom + 18}" font-size="12" text-anchor="end" '
            f"{_fill('soft')}>{name}</text>"
        )
    return "".join(found)


def _legend(height: int, say: Say) -> str:
    top = height - FOOT + 38
    column = [(14, BETTER), (88, SAME), (176, WORSE)]
    marks = "".join(
        _mark(Mark("", said), x + 6, top - 4)
        + f'<text x="{x + 18}" y="{top}" font-size="12" {_fill("ink")}>{escape(say(f"mark_{said}"))}</text>'
        for x, said in column
    )
    below = top + 22
    number = _mark(Mark("", None, 7), 22, below - 4)
    return (
        f"{marks}{number}"
        f'<text x="36" y="{below}" font-size="12" {_fill("ink")}>{escape(say("mark_number"))}</text>'
        f'<path d="M214 {below - 9}l5 5l-5 5l-5 -5z" {_fill("given")}/>'
        f'<text x="224" y="{below}" font-size="12" {_fill("ink")}>{escape(say("mark_injection"))}</text>'
    )


def _described(notes: Sequence[Note], given: Sequence[date], first: date, today: date, say: Say) -> str:
    """Everything that the picture shows, in sentences."""
    said = [say("picture_from", first=full_date(first), last=full_date(today))]
    for lane in LANES:
        here = [note for note in notes if lane in note.about]
        days = "; ".join(f"{full_date(note.day)}: {one_line(note.text)}" for note in here) or say("nothing_noted")
        said.append(f"{say(f'lane_{lane}')}. {days}.")
    said.append(say("picture_given", days="; ".join(map(full_date, given)) or say("nothing_noted")))
    return " ".join(said)


def _fill(role: str) -> str:
    return f'class="d-{role}" fill="{_LIGHT[role]}"'


def _stroke(role: str) -> str:
    return f'data-d="{role}" stroke="{_LIGHT[role]}"'
