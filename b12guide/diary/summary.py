"""The page for the appointment: plan, doses, how it went, and what to ask. One printed page for up to 24 doses.

Facts as they were told, and nothing that follows from them. What does not fit is counted, the oldest notes first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from b12guide.diary.notes import Diary, Note
from b12guide.plan import takeaway
from b12guide.plan.dates.log import Given, days_late
from b12guide.plan.model import full_date
from b12guide.plan.takeaway import SCRIPT, bullets, button_to_print, html_page, one_line, safe
from b12guide.plan.talk.view import every

Say = Callable[..., str]
STYLESHEET = "/static/summary.css"
MOST_DOSES = 24
# The page below the plan has two columns of so many lines, each of so many letters of usual width.
_LINES, _LETTERS = 100, 46
# Lines that a heading takes with the space above it.
_HEADING = 3
_PLAN_LETTERS = 700


@dataclass(frozen=True)
class Summary:
    """What the page is made of.

    plan: the one that was confirmed, or None; said: the words in which it was read. diary: what is kept beside it.
    on_hold: whether the injections are on hold after a reaction, also where no plan was confirmed. whose: whom it is
    about, in words ("your mum"); None where that is who wrote it.
    """

    plan: takeaway.Plan | None
    said: str
    diary: Diary
    on_hold: bool = False
    whose: str | None = None


def page(
    of: Summary, *, today: date, say: Say, emergency: str | None, stylesheet: str = STYLESHEET, script: str = SCRIPT
) -> str:
    """The complete HTML page, with no script and no style of its own; its button to print shows where scripts run.

    Args:
        of: what it is made of. today: the date where the person is.
        say: the words by name (`content/diary.yml`). emergency: the number to call, None where it is not known.
    """
    reactions = [_fitting(_line(one.day, one.text, say), 3) for one in reversed(of.diary.reactions)]
    # Across the whole page, so in both columns; a long word may begin a line of its own.
    used = 2 * (_height(reactions, 2 * _LETTERS) + len(reactions) + _HEADING) if reactions else 0
    parts = []
    doses = _doses(of.plan, today, say)
    for title, rows, lines in (doses, *_questions(of.diary, _LINES - used - doses[2] - 4 * _HEADING, say)):
        if rows:
            parts.append(_section(title, rows))
            used += lines + _HEADING
    notes, _ = _notes(of.diary.by_day, _LINES - used - _HEADING, say)
    parts.insert(1 if len(parts) > 1 else len(parts), _section(say("summary_notes"), notes))
    body = [
        "<main>",
        button_to_print(say("summary_print")),
        f"<h1>{safe(say('summary_title'))}</h1>",
        *([f"<p>{safe(say('summary_whose', who=of.whose))}</p>"] if of.whose else []),
        f'<p class="soft">{safe(say("summary_made", date=full_date(today)))}</p>',
        *([f'<p class="dates">{safe(say("summary_on_hold"))}</p>'] if of.on_hold else []),
        *([_section(say("summary_reactions"), bullets(reactions))] if reactions else []),
        *_visit(of.diary.visit, today, say),
        *([] if of.on_hold else _two_dates(of.plan, today, say)),
        f"<h2>{safe(say('summary_plan'))}</h2>",
        f"<p>{safe(_cut(of.said, _PLAN_LETTERS) if of.plan else say('summary_no_plan'))}</p>",
        f'<div class="columns">{"".join(parts)}</div>',
        "</main>",
        f"<footer><p>{safe(say('summary_foot', emergency=emergency or say('emergency_unknown')))}</p></footer>",
    ]
    return html_page(say("summary_title"), body, stylesheet=stylesheet, script=script)


def _visit(day: date | None, today: date, say: Say) -> list[str]:
    """The day of the appointment, until it is over."""
    return [f"<p>{safe(say('summary_visit', day=full_date(day)))}</p>"] if day is not None and day >= today else []


def told_doses(plan: takeaway.Plan | None) -> list[Given]:
    """The doses that were told of, by day; with the one that the plan is counted from, where it is one that was had."""
    if plan is None:
        return []
    told = {dose.day: dose for dose in plan.log}
    if plan.now.anchor.kind == "last":
        told.setdefault(plan.now.anchor.date, Given(plan.now.anchor.date))
    return [told[day] for day in sorted(told)]


def _two_dates(plan: takeaway.Plan | None, today: date, say: Say) -> list[str]:
    """The present loading or transition schedule, and the start of maintenance: the two dates of the source article."""
    if plan is None:
        return []
    if not plan.shows_dates(today):
        return [f'<p class="dates">{safe(say("summary_unknown"))}</p>']
    parts = takeaway.overview(plan.now.phases, plan.now.anchor, today=today, count=1)
    rows = list(takeaway.two_dates(plan.now.phases, plan.now.anchor, parts, today))
    if plan.is_booked() and len(plan.now.phases) == 1:
        # It has long begun, on a day that nobody told.
        rows = []
    kinds = [phase.kind for phase in plan.now.phases]
    if not any(label.endswith((" ends", " ended")) for label, _ in rows):
        rows.insert(0, (say("summary_loading"), say("over" if len(kinds) > 1 else "not_told")))
    if not any(label.endswith((" starts", " started")) for label, _ in rows):
        rows.append((say("summary_regular"), say("running", words=every(plan.now.phases[-1]))))
    coming = plan.dates(today, today)
    if coming:
        first = coming[0]
        words = full_date(first.earliest)
        if first.latest != first.earliest:
            words = say("summary_between", first=words, last=full_date(first.latest))
        rows.append((say("summary_next"), words))
    late = days_late(plan.now.phases, plan.now.anchor, today)
    if late:
        rows.append((say("summary_late"), say("days", count=late)))
    rows = [(label, words[:1].upper() + words[1:]) for label, words in rows]
    return ['<dl class="dates">', *(f"<div><dt>{safe(a)}</dt><dd>{safe(b)}</dd></div>" for a, b in rows), "</dl>"]


def _doses(plan: takeaway.Plan | None, today: date, say: Say) -> tuple[str, str, int]:
    """The doses given, each with the days since the one before, and what was said of it."""
    told = told_doses(plan)
    if not told:
        return say("summary_doses"), "", 0
    shown = told[-MOST_DOSES:]
    before = dict(zip([dose.day for dose in told[1:]], [dose.day for dose in told], strict=False))
    rows = []
    for dose in shown:
        gap = say("days", count=(dose.day - before[dose.day]).days) if dose.day in before else "–"
        marks = [say(f"dose_{dose.timing}")] if dose.timing else []
        marks += [] if dose.sure else [say("dose_unsure")]
        cells = (full_date(dose.day), gap, ", ".join(marks))
        rows.append(f"<tr>{''.join(f'<td>{safe(cell)}</td>' for cell in cells)}</tr>")
    heads = "".join(f'<th scope="col">{safe(say(name))}</th>' for name in ("dose_day", "dose_gap", "dose_marks"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    earlier = len(told) - len(shown)
    more = f"<p>{safe(say('doses_earlier', count=earlier))}</p>" if earlier else ""
    skipped = (
        f"<p>{safe(say('doses_not_given', days='; '.join(map(full_date, plan.skipped[-2:]))))}</p>"
        if (plan is not None and plan.skipped)
        else ""
    )
    return say("summary_doses"), table + more + skipped, len(shown) + 1 + bool(earlier) + 2 * bool(skipped)


def _questions(diary: Diary, room: int, say: Say) -> list[tuple[str, str, int]]:
    """What is to be told, to be asked, and had no answer here; the longest cut where there is no room for all."""
    texts = (diary.to_tell, diary.chosen, tuple(one.text for one in diary.unanswered))
    for most in (4, 3, 2):
        cut = [[_fitting(text, most) for text in part] for part in texts]
        if sum(map(_height, cut)) + _HEADING <= room:
            break
    titles = (say("summary_to_tell"), say("summary_questions"), say("summary_unanswered"))
    return [(title, bullets(part), _height(part)) for title, part in zip(titles, cut, strict=True)]


def _notes(notes: Sequence[Note], room: int, say: Say) -> tuple[str, int]:
    """The latest notes that there is room for, whole, the latest first; of the others how many there are."""
    if not notes:
        return f"<p>{safe(say('summary_no_notes'))}</p>", 1
    said = [note_line(note, say) for note in reversed(notes)]
    used, fits = 1, 0
    for line in said:
        height = _height([line])
        if used + height > room:
            break
        used, fits = used + height, fits + 1
    left = len(said) - fits
    more = f"<p>{safe(say('notes_earlier', count=left))}</p>" if left else ""
    return bullets(said[:fits]) + more, used


def note_line(note: Note, say: Say) -> str:
    """A note with its day and the symptoms that it names: "Monday 4 May 2026, tingling: my feet tingle less"."""
    about = f", {', '.join(note.about)}" if note.about else ""
    return _line(note.day, note.text, say, about)


def _line(day: date, text: str, say: Say, about: str = "") -> str:
    return say("note_line", day=full_date(day), about=about, text=one_line(text))


def _height(texts: Iterable[str], letters: int = _LETTERS) -> int:
    """Lines that the items of a list take, in a column where not said otherwise."""
    return sum(-(-round(sum(map(_width, text)) + 2) // letters) for text in texts)


def _fitting(text: str, lines: int) -> str:
    """A text cut to so many lines of a column."""
    room, plain = lines * _LETTERS - 3.0, one_line(text)
    for place, letter in enumerate(plain):
        room -= _width(letter)
        if room < 0:
            return f"{plain[:place]}…"
    return plain


def _width(letter: str) -> float:
    """The width of a letter in usual ones."""
    if ord(letter) > 0x1F000 or unicodedata.category(letter) in ("So", "Co", "Cn"):
        return 4.5  # pictures, of which a font may make boxes that are higher than a line, too
    if unicodedata.east_asian_width(letter) in "WF":
        return 2.2
    return 1.75 if letter.isupper() or letter in "mw@%—" else 1.0


def _section(title: str, rows: str) -> str:
    return f"<section><h2>{safe(title)}</h2>{rows}</section>"


def _cut(text: str, most: int) -> str:
    plain = one_line(text)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
