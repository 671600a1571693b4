"""The plan as a picture: an SVG that reads from top to bottom, as wide as a phone.

Time is not to scale. Loading takes weeks and maintenance years, so a scale would leave nothing of loading to see.
Colours are attributes as well as styles, so that the picture can be read where styles are forbidden. No colour
carries a meaning that words do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from html import escape
from textwrap import wrap

from ..dates.log import Given
from ..dates.schedule import whole_count
from ..model import Anchor, Dose, Phase, full_date
from ..wording import plural, say_dose
from .overview import CLINIC_WINS, Part, given_words, heading, notes, one_line, overview, sentence, two_dates, upcoming

TITLE = "Your B12 injection plan"
NOTHING_LEFT = "No injections are left in this plan. Ask your clinic what comes next."
NO_DATE = "No date yet: your clinic tells you when this starts."

# So many of the doses told of are shown.
_GIVEN = 3
_SMALLEST = 280
_PAD = 16
_RAIL = 20
_TEXT = 40
_RIGHT = 8
# The mean width of a letter of a date in parts of its size, in the widest usual font (DejaVu Sans): no year is cut off.
_LETTER, _BOLD = 0.60, 0.665
_LIGHT = {"surface": "#ffffff", "ink": "#16242c", "soft": "#37474f", "line": "#b9c7cd", "accent": "#00566b",
          "mine": "#e4f1f4", "flag": "#7a3c00"}  # fmt: skip
_DARK = {"surface": "#1a252b", "ink": "#ecf2f4", "soft": "#b3c3ca", "line": "#3b4d56", "accent": "#7fd0e4",
         "mine": "#14333d", "flag": "#ffc680"}  # fmt: skip
_FORCED = {"surface": "Canvas", "ink": "CanvasText", "soft": "CanvasText", "line": "CanvasText",
           "accent": "CanvasText", "mine": "Canvas", "flag": "CanvasText"}  # fmt: skip


def picture(
    phases: Sequence[Phase], anchor: Anchor, *, today: date, count: int = 4, width: int = 320,
    log: Sequence[Given] = (),
    never_closed: bool = False,
) -> str:  # fmt: skip
    """The plan as a complete SVG document, which is also fit to stand inside a page.

    Args:
        phases: the plan.
        anchor: the date that it is counted from.
        today: the date where the person is.
        count: how many of the doses to come are shown of a phase that is long or has no end.
        width: in pixels, at least 280; the picture shrinks with the space it is given.
        log: the doses told of; the latest of them are shown.
        never_closed: a weekend keeps nobody from having one.

    Raises:
        ValueError: the plan leaves something open; the text is the question to ask.
    """
    parts = overview(phases, anchor, today=today, count=count)
    dates = two_dates(phases, anchor, parts, today)
    sheet = _Sheet(max(width, _SMALLEST))
    sheet.summary(dates)
    given = given_words(anchor, log)[-_GIVEN:]
    for said in given:
        sheet.gap(6 if said is given[0] else 0)
        sheet.row([said], "past")
    line = _Today(today)
    next_dose = upcoming(parts, today)
    for part in parts:
        if line.before(part.first):
            sheet.today(today)
        sheet.gap(8)
        top = sheet.y
        sheet.gap(4)
        sheet.text(heading(part.phase), size=16, bold=True, left=_PAD)
        for words in _part_notes(part, anchor):
            sheet.text(words, size=14, role="soft", left=_PAD)
        for dose in part.shown:
            if line.before(dose):
                sheet.today(today)
            said_of = ["Next injection."] * (dose is next_dose) + notes(dose, today, never_closed=never_closed)
            mark = "next" if dose is next_dose else "past" if dose.latest < today else "ring"
            sheet.row(_day_lines(dose), mark, said_of, window=dose.earliest != dose.latest)
        if part.more and part.shown:
            sheet.text(_rest(part), size=14, role="soft", left=_TEXT)
        sheet.band(top, tinted=part.phase.kind == "loading")
    if not parts:
        sheet.text(NOTHING_LEFT, size=16, left=_PAD)
    if line.pending:
        sheet.today(today)
    sheet.gap(6)
    sheet.text(CLINIC_WINS, size=14, role="soft", left=_PAD)
    return sheet.document(_described(parts, anchor, given, dates, next_dose, today, never_closed=never_closed))


def _day_lines(dose: Dose) -> list[str]:
    if dose.earliest == dose.latest:
        return [full_date(dose.earliest)]
    return [f"{full_date(dose.earliest)} to", full_date(dose.latest)]


def _part_notes(part: Part, anchor: Anchor) -> list[str]:
    if part.first is None:
        return [NO_DATE]
    said = []
    total, behind = whole_count(part.phase), part.phase.behind
    if total is not None:
        here = anchor.kind == "last" and not anchor.ends_phase and part.index == (anchor.phase or 0)
        done = behind + (anchor.done or 0 if here else 0)
        given = f", {done} given" if done else ""
        said.append(f"{plural(total, 'injection')}{given}.")
    if part.earlier:
        said.append(f"{plural(part.earlier, 'date')} before today not shown.")
    return said


def _rest(part: Part) -> str:
    if part.phase.period_max is not None and part.last is None:
        return "Later dates depend on when you have these."
    return f"and so on, to {say_dose(part.last)}." if part.last else "and so on."


def _described(
    parts: Sequence[Part],
    anchor: Anchor,
    given: Sequence[str],
    dates: Sequence[tuple[str, str]],
    next_dose: Dose | None,
    today: date,
    *,
    never_closed: bool,
) -> str:
    """Everything that the picture shows, in sentences."""
    said = [f"Today is {full_date(today)}."]
    said += [f"{dose}." for dose in given]
    if next_dose:
        said.append(f"Next injection: {say_dose(next_dose)}.")
    said += [f"{label}: {words}." for label, words in dates]
    for part in parts:
        said.append(f"{heading(part.phase)}.")
        said += _part_notes(part, anchor)
        for dose in part.shown:
            said.append(" ".join([f"{sentence(say_dose(dose))}.", *notes(dose, today, never_closed=never_closed)]))
        if part.more and part.shown:
            said.append(sentence(_rest(part)))
    if not parts:
        said.append(NOTHING_LEFT)
    said.append(CLINIC_WINS)
    return " ".join(said)


class _Today:
    """Where the line of today goes: before the first thing that is not behind it."""

    def __init__(self, today: date) -> None:
        self.pending = True
        self._today = today

    def before(self, dose: Dose | None) -> bool:
        """Whether the line goes before this dose; None stands for a phase whose dates are not known yet."""
        due = self.pending and (dose is None or dose.latest >= self._today)
        self.pending = self.pending and not due
        return due


class _Sheet:
    """Draws from top to bottom; ``y`` is where the next thing goes."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.y = 14.0
        self._drawn: list[str] = []
        self._bands: list[str] = []

    def gap(self, height: float) -> None:
        self.y += height

    def text(self, words: str, *, size: int, left: int, role: str = "ink", bold: bool = False) -> None:
        letters = int((self.width - left - _RIGHT) / (size * (_BOLD if bold else _LETTER)))
        for line in wrap(one_line(words), letters):
            self.y += size * 1.35
            weight = ' font-weight="700"' if bold else ""
            self._drawn.append(
                f'<text x="{left}" y="{self.y - size * 0.3:.1f}" font-size="{size}"{weight} {_fill(role)}>'
                f"{escape(line)}</text>"
            )

    def summary(self, dates: Sequence[tuple[str, str]]) -> None:
        for label, words in dates:
            self.text(f"{label}:", size=14, role="soft", left=_PAD)
            self.text(sentence(words), size=16, bold=True, left=_PAD)
            self.gap(4)

    def row(self, lines: Sequence[str], mark: str, said: Sequence[str] = (), *, window: bool = False) -> None:
        self.gap(4)
        top = self.y
        for line in lines:
            role = "soft" if mark == "past" else "ink"
            self.text(line, size=15 if window else 16, left=_TEXT, bold=mark == "next", role=role)
        self._mark(mark, top + 11, self.y - 11 if window else top + 11)
        for words in said:
            self.text(words, size=14, left=_TEXT, role="flag")
        self.gap(2)

    def _mark(self, mark: str, top: float, bottom: float) -> None:
        radius, paint = {
            "past": (4, _fill("soft")),
            "ring": (7, f'{_fill("surface")} {_stroke("accent")} stroke-width="2"'),
            "next": (8, _fill("accent")),
        }[mark]
        x = _PAD + _RAIL / 2 - radius
        self._drawn.append(
            f'<rect x="{x:.1f}" y="{top - radius:.1f}" width="{2 * radius}" height="{bottom - top + 2 * radius:.1f}" '
            f'rx="{radius}" {paint}/>'
        )

    def today(self, day: date) -> None:
        self.gap(6)
        self._drawn.append(
            f'<line x1="0" y1="{self.y + 2:.1f}" x2="{self.width}" y2="{self.y + 2:.1f}" {_stroke("flag")} '
            'stroke-width="2" stroke-dasharray="6 4"/>'
        )
        self.gap(2)
        self.text(f"Today: {full_date(day)}", size=14, role="flag", left=_PAD)
        self.gap(2)

    def band(self, top: float, *, tinted: bool) -> None:
        """The ground of a phase from ``top`` to here."""
        self.gap(8)
        self._bands.append(
            f'<rect x="4" y="{top - 2:.1f}" width="{self.width - 8}" height="{self.y - top:.1f}" rx="8" '
            f'{_fill("mine" if tinted else "surface")} {_stroke("line")} stroke-width="1.5"/>'
        )

    def document(self, description: str) -> str:
        height = int(self.y + 14)
        name = f"b12-plan-{sha256(description.encode()).hexdigest()[:8]}"
        return "".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="en" aria-labelledby="{name}-t {name}-d" '
            f'viewBox="0 0 {self.width} {height}" width="{self.width}" height="{height}" '
            'font-family="Arial, Liberation Sans, Helvetica, Roboto, sans-serif">',
            f'<title id="{name}-t">{TITLE}</title>',
            f'<desc id="{name}-d">{escape(description)}</desc>',
            f"<style>{_STYLE}</style>",
            f'<rect width="{self.width}" height="{height}" rx="8" {_fill("surface")}/>',
            *self._bands,
            *self._drawn,
            "</svg>",
        ])  # fmt: skip


def _fill(role: str) -> str:
    return f'class="b12-{role}" fill="{_LIGHT[role]}"'


def _stroke(role: str) -> str:
    return f'stroke="{_LIGHT[role]}" data-stroke="{role}"'


def _rules(colours: dict[str, str], *, themed: bool) -> str:
    rules = []
    for role, colour in colours.items():
        value = f"var(--{role},{colour})" if themed else colour
        rules.append(f".b12-{role}{{fill:{value}}}[data-stroke={role}]{{stroke:{value}}}")
    return "".join(rules)


# A page around the picture may set the colours; alone, it has its own for light, dark, paper and forced colours.
_STYLE = (
    _rules(_LIGHT, themed=True)
    + f"@media (prefers-color-scheme:dark){{{_rules(_DARK, themed=True)}}}"
    + f"@media print{{{_rules(_LIGHT, themed=False)}}}"
    + f"@media (forced-colors:active){{{_rules(_FORCED, themed=False)}}}"
)
