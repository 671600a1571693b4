"""Plan, doses and notes as a FHIR R4 bundle, for a clinic's own system.

A `MedicationStatement` has the plan, a `Dosage` with its `sequence` for each phase; each dose told of is a
`MedicationAdministration`, each note an `Observation`. What FHIR's `Timing` has no field for stands in extensions under
`EXTENSION`, and in words in `Dosage.text`. No name, no number and no address of a person is in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from b12guide.diary.notes import Note
from b12guide.plan.dates.log import Given
from b12guide.plan.model import Anchor, Phase
from b12guide.plan.talk.state import Kept
from b12guide.plan.wording import phase_words

EXTENSION = "urn:b12guide:fhir:"
UCUM, SNOMED = "http://unitsofmeasure.org", "http://snomed.info/sct"
# https://hl7.org/fhir/R4/valueset-route-codes.html
ROUTES = {"im": ("78421000", "Intramuscular route"), "sc": ("34206005", "Subcutaneous route")}
_SPACE = UUID("9d0e5d0a-6b7e-4b52-9a0e-1d5a3f6a1f21")
# The person is not named: whoever takes the bundle knows whose record it goes into.
_PERSON = {"display": "The person whose plan this is"}
_TOLD = {"display": "Told by the person or their carer, in a chat with a program"}
MEDICINE = "Vitamin B12 injection"
Resource = dict[str, Any]


def bundle(
    plan: Kept,
    log: Iterable[Given],
    skipped: Iterable[date],
    notes: Iterable[Note],
    *,
    key: str,
    made: datetime,
    on_hold: bool = False,
) -> Resource:
    """The bundle.

    Args:
        plan: the plan that was confirmed. log: the doses told of. skipped: the days of those not given. notes: how it
            went. key: of the plan; ids are made of it and it cannot be got back from them.
        made: when, with a time zone. on_hold: whether the injections are on hold after a reaction.

    Raises:
        ValueError: `made` has no time zone.
    """
    if made.tzinfo is None:
        raise ValueError("made needs a time zone, for example timezone.utc")
    resources = [_statement(plan, key, on_hold=on_hold)]
    resources += [_dose(dose, plan, key) for dose in log]
    resources += [_missed(day, plan, key) for day in skipped]
    resources += [_observation(note, place, key) for place, note in enumerate(notes)]
    entries = [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources]
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": made.isoformat(timespec="seconds"),
        "entry": entries,
    }


def _statement(plan: Kept, key: str, *, on_hold: bool) -> Resource:
    out = {
        "resourceType": "MedicationStatement",
        "id": _id(key, "plan"),
        "extension": [_anchor(plan.anchor)],
        "status": "on-hold" if on_hold else "active",
        "medicationCodeableConcept": _medicine(plan),
        "subject": _PERSON,
        "informationSource": _TOLD,
        "dosage": [_dosage(phase, place, plan) for place, phase in enumerate(plan.phases, 1)],
    }
    if plan.anchor.kind == "first":
        out["effectivePeriod"] = {"start": plan.anchor.date.isoformat()}
    if plan.notes:
        out["note"] = [{"text": note} for note in plan.notes]
    return out


def _dosage(phase: Phase, place: int, plan: Kept) -> Resource:
    out: Resource = {"sequence": place, "text": phase_words(phase), "timing": {"repeat": _repeat(phase)}}
    extensions = [_text("phase-kind", phase.kind)]
    if phase.until is not None:
        extensions.append(_text("until", phase.until))
    if phase.starts is not None:
        extensions.append({"url": f"{EXTENSION}starts", "valueDate": phase.starts})
    out["extension"] = extensions
    if plan.route in ROUTES:
        code, display = ROUTES[plan.route]
        out["route"] = {"coding": [{"system": SNOMED, "code": code, "display": display}]}
    elif plan.route:
        out["route"] = {"text": plan.route}
    if plan.dose_mcg is not None:
        out["doseAndRate"] = [{"doseQuantity": _micrograms(plan.dose_mcg)}]
    return out


def _repeat(phase: Phase) -> Resource:
    if phase.days:
        # Its days are booked one by one, and follow no rhythm.
        return {"count": phase.count} if phase.count is not None else {}
    out: Resource = {"frequency": phase.frequency, "period": phase.period, "periodUnit": phase.unit}
    if phase.period_max is not None:
        out["periodMax"] = phase.period_max
    if phase.count is not None:
        out["count"] = phase.count
    if phase.duration is not None and phase.duration_unit is not None:
        unit = phase.duration_unit
        out["boundsDuration"] = {"value": phase.duration, "unit": unit, "system": UCUM, "code": unit}
    if phase.days_of_week:
        out["dayOfWeek"] = list(phase.days_of_week)
    # FHIR R4 has no day of the month and no "first Monday".
    extensions = [_whole("day-of-month", day) for day in phase.days_of_month]
    if phase.week_of_month is not None:
        extensions.append(_whole("week-of-month", phase.week_of_month))
    if extensions:
        out["extension"] = extensions
    return out


def _anchor(anchor: Anchor) -> Resource:
    """The date that all others are counted from, which no element of the resource says."""
    parts = [
        {"url": "kind", "valueCode": anchor.kind},
        {"url": "date", "valueDate": anchor.date.isoformat()},
        {"url": "endsPhase", "valueBoolean": anchor.ends_phase},
    ]
    for name, value in (("phase", anchor.phase), ("done", anchor.done), ("monthDay", anchor.month_day)):
        if value is not None:
            parts.append({"url": name, "valueInteger": value})
    return {"url": f"{EXTENSION}anchor", "extension": parts}


def _dose(dose: Given, plan: Kept, key: str) -> Resource:
    out = {
        "resourceType": "MedicationAdministration",
        "id": _id(key, "dose", dose.day.isoformat()),
        # "Unknown" is what FHIR has for a dose that the person is not sure of.
        "status": "completed" if dose.sure else "unknown",
        "medicationCodeableConcept": _medicine(plan),
        "subject": _PERSON,
        "effectiveDateTime": dose.day.isoformat(),
    }
    extensions = []
    if dose.loading is not None:
        extensions.append({"url": f"{EXTENSION}loading", "valueBoolean": dose.loading})
    if dose.timing is not None:
        extensions.append(_text("timing", dose.timing))
    return out | ({"extension": extensions} if extensions else {})


def _missed(day: date, plan: Kept, key: str) -> Resource:
    return {
        "resourceType": "MedicationAdministration",
        "id": _id(key, "not given", day.isoformat()),
        "status": "not-done",
        "medicationCodeableConcept": _medicine(plan),
        "subject": _PERSON,
        "effectiveDateTime": day.isoformat(),
    }


def _observation(note: Note, place: int, key: str) -> Resource:
    about = ", ".join(note.about) or "how it went"
    out = {
        "resourceType": "Observation",
        "id": _id(key, "note", str(place), note.day.isoformat()),
        "status": "final",
        "code": {"text": f"Noted by the person: {about}"},
        "subject": _PERSON,
        "effectiveDateTime": note.day.isoformat(),
        "valueString": note.text,
    }
    parts = []
    for mark in note.marks:
        if mark.number is not None:
            number = {"text": f"{mark.symptom}: the number that the person gave, of 10"}
            parts.append({"extension": [_text("symptom", mark.symptom)], "code": number, "valueInteger": mark.number})
        said = {"text": f"{mark.symptom}: the way that the person's words say it went"}
        parts.append(
            {"extension": [_text("symptom", mark.symptom)], "code": said, "valueString": mark.said or "not said"}
        )
    return out | ({"component": parts} if parts else {})


def _medicine(plan: Kept) -> Resource:
    return {"text": plan.product or MEDICINE}


def _micrograms(value: float) -> Resource:
    number = int(value) if float(value).is_integer() else value
    return {"value": number, "unit": "microgram", "system": UCUM, "code": "ug"}


def _text(name: str, value: str) -> Resource:
    return {"url": f"{EXTENSION}{name}", "valueString": value}


def _whole(name: str, value: int) -> Resource:
    return {"url": f"{EXTENSION}{name}", "valueInteger": value}


def _id(*parts: str) -> str:
    return str(uuid5(_SPACE, "/".join(parts)))
