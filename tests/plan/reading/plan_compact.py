"""A reading in one short line, for the corpus.

``status [about]: phases; dates``. A phase is ``[frequency*]period[-max]unit`` with ``on`` days, ``#`` week of the
month, ``day`` of the month, ``x`` count, ``for`` duration, ``until`` words; phases are joined by `` + ``.
"""

from b12guide.plan import Phase, Reading


def phase(p: Phase) -> str:
    text = f"{p.frequency}*" if p.frequency > 1 else ""
    text += f"{p.period}" + (f"-{p.period_max}" if p.period_max else "") + p.unit
    if p.days_of_week:
        text += " on " + ",".join(p.days_of_week)
    if p.week_of_month is not None:
        text += f" #{p.week_of_month}"
    if p.days_of_month:
        text += " day " + ",".join(map(str, p.days_of_month))
    if p.count:
        text += f" x{p.count}"
    if p.duration:
        text += f" for {p.duration}{p.duration_unit}"
    if p.until is not None:
        text += f" until {p.until}"
    return text


def reading(r: Reading) -> str:
    text = r.status + (f" {r.question.about}" if r.question else "")
    if r.phases:
        text += ": " + " + ".join(map(phase, r.phases))
    for m in r.dates:
        text += (
            f"; {m.role} {m.date}" + (f" done {m.done}" if m.done else "") + (" ends loading" if m.ends_phase else "")
        )
    return text
