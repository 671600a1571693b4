"""The plan as one page to print and keep: words, dates with boxes to tick, and what to do when something goes wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from ..dates.log import Given
from ..model import Anchor, Dose, Phase, full_date
from ..wording import say_dose
from .overview import CLINIC_WINS, due_doses, given_words, heading, notes, overview, sentence, two_dates
from .paper import SCRIPT, bullets, button_to_print, html_page, safe

STYLESHEET = "/static/print.css"
EMERGENCY = "999, 911 or your local emergency number"
PAUSED = "Your plan is on pause. Do not have the next injection until your clinic agrees to go on."
UNKNOWN = "I have not said if I had the injection of {day}. Ask your clinic when the next one is."
NO_DATES = "No dates can be worked out now. Ask your clinic when the next injection is."
LATE_STEPS = (
    "Call your clinic and ask when to have it.",
    "Do not have 2 to catch up.",
    "New or worse numbness, weakness or trouble walking: get medical advice today.",
)
EMERGENCY_SIGNS = (
    "if your lips, face, tongue or throat swell, or you cannot breathe well. Call if you faint or your chest hurts. "
    "Call if you cannot walk, or you are numb between the legs."
)
PROGRAM = "A computer program made this page from what you wrote. It is not a clinician."
NOT_REVIEWED = "A clinician has not checked the wording of this page yet."


def print_page(
    phases: Sequence[Phase], anchor: Anchor, *, today: date, assumptions: Sequence[str], said: str,
    clinic_note: str | None = None, emergency: str | None = None, count: int = 8, paused: bool = False,
    log: Sequence[Given] = (), unknown: date | None = None,
    reviewed: str | None = None, stylesheet: str = STYLESHEET, script: str = SCRIPT,
    never_closed: bool = False,
) -> str:  # fmt: skip
    """A complete HTML page, with no script and no style of its own; its button to print shows where scripts run.

    Args:
        phases: the plan.
        anchor: the date that it is counted from.
        today: the date where the person is.
        assumptions: what was taken for granted, in sentences.
        said: the plan in words, as it was repeated back.
        clinic_note: what the clinic wants to add, such as its telephone number.
        emergency: the number to call, as it stands in "Call ... now"; None where the country is not known.
        count: how many of the next dates.
        log: the doses told of.
        unknown: the booked day of which nobody said whether the dose was given: no dates are given until then.
        paused: gives no dates, as after a reaction (``clinical/triage.md``, rule 11).
        reviewed: who checked the wording and when; None says that nobody has.
        stylesheet: the address of the style sheet.
        script: the address of the script behind the button.
        never_closed: a weekend keeps nobody from having one.

    Raises:
        ValueError: the plan leaves something open; the text is the question to ask.
    """
    parts = overview(phases, anchor, today=today, count=count)
    withheld = paused or unknown is not None
    dates = () if withheld else two_dates(phases, anchor, parts, today)
    due = () if withheld else due_doses(phases, anchor, today=today, count=count)
    body = [
        "<main>",
        button_to_print("Print this page"),
        "<h1>My B12 injection plan</h1>",
        _p(f"Printed on {full_date(today)}."),
        "<h2>My plan</h2>",
        _p(said),
    ]
    if dates:
        body += ["<dl>", *(f"<div><dt>{safe(a)}</dt><dd>{safe(sentence(b))}</dd></div>" for a, b in dates), "</dl>"]
    body += ["<h2>My next dates</h2>", _p(CLINIC_WINS, "strong")]
    waits = UNKNOWN.format(day=full_date(unknown)) if unknown else NO_DATES
    body += _dates(phases, due, today, never_closed=never_closed) if due else [_p(PAUSED if paused else waits)]
    given = given_words(anchor, log)
    if given:
        body += ["<h2>What I had</h2>", bullets(given)]
    body += ["<h2>If I am late or miss one</h2>", bullets(LATE_STEPS)]
    body += ["<h2>In an emergency</h2>", _p(f"Call {emergency or EMERGENCY} now {EMERGENCY_SIGNS}", "alarm")]
    if assumptions:
        body += ["<h2>How the dates were counted</h2>", bullets(assumptions), _p("Not right? Ask your clinic.")]
    if clinic_note:
        body += ["<h2>From my clinic</h2>", _p(clinic_note)]
    checked = f"The wording was checked by {reviewed}." if reviewed else NOT_REVIEWED
    body += ["</main>", "<footer>", _p(PROGRAM), _p(checked), "</footer>"]
    return html_page("My B12 injection plan", body, stylesheet=stylesheet, script=script)


def _dates(phases: Sequence[Phase], due: Sequence[Dose], today: date, *, never_closed: bool) -> list[str]:
    said = [_p("Tick the box when you have had it. Write the date if it was another day.")]
    for index, group in groupby(due, key=lambda dose: dose.phase_index):
        items = "".join(f"<li>{_item(dose, today, never_closed=never_closed)}</li>" for dose in group)
        said += [f"<h3>{safe(heading(phases[index]))}</h3>", f'<ol class="dates" role="list">{items}</ol>']
    if any("open_ended" in dose.flags for dose in due[-1:]):
        said.append(_p("The plan goes on after these dates."))
    return said


def _item(dose: Dose, today: date, *, never_closed: bool) -> str:
    said = notes(dose, today, never_closed=never_closed)
    flags = "".join(f' <span class="flag">{safe(note)}</span>' for note in said)
    day = safe(sentence(say_dose(dose)))
    return (
        f'<span class="box" aria-hidden="true"></span> <span class="day">{day}</span>{flags} '
        '<span class="given">Given on: <span class="blank" aria-hidden="true"></span></span>'
    )


def _p(text: str, name: str | None = None) -> str:
    return f'<p class="{name}">{safe(text)}</p>' if name else f"<p>{safe(text)}</p>"
