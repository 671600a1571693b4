"""The bundle of `fhir`, read back: the same plan, doses and notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from b12guide.diary.fhir import EXTENSION, MEDICINE, ROUTES, Resource
from b12guide.diary.notes import Mark, Note
from b12guide.plan.dates.log import Given
from b12guide.plan.model import Anchor, Phase
from b12guide.plan.talk.state import Kept


class FhirError(ValueError):
    """A bundle is none that `bundle` wrote; the message says what is missing."""


def read(value: Resource) -> tuple[Kept, tuple[Given, ...], tuple[date, ...], tuple[Note, ...]]:
    """What `bundle` was given: plan, doses, days of doses not given, notes.

    Raises:
        FhirError: it is no bundle of this form.
    """
    try:
        resources = [entry["resource"] for entry in value["entry"]]
        statement = next(one for one in resources if one["resourceType"] == "MedicationStatement")
        plan = _plan(statement)
        given = [one for one in resources if one["resourceType"] == "MedicationAdministration"]
        notes = [one for one in resources if one["resourceType"] == "Observation"]
        return (
            plan,
            tuple(_given(one) for one in given if one["status"] != "not-done"),
            tuple(date.fromisoformat(one["effectiveDateTime"]) for one in given if one["status"] == "not-done"),
            tuple(map(_note, notes)),
        )
    except (KeyError, TypeError, ValueError, IndexError, StopIteration) as error:
        raise FhirError(f"This is no bundle of a plan: {type(error).__name__} {error}") from error


def _plan(statement: Resource) -> Kept:
    dosages = sorted(statement["dosage"], key=lambda one: one["sequence"])
    parts = {one["url"]: one for one in _extension(statement, "anchor")["extension"]}
    anchor = Anchor(
        parts["kind"]["valueCode"],
        date.fromisoformat(parts["date"]["valueDate"]),
        parts.get("phase", {}).get("valueInteger"),
        parts.get("done", {}).get("valueInteger"),
        parts["endsPhase"]["valueBoolean"],
        parts.get("monthDay", {}).get("valueInteger"),
    )
    dose = (dosages[0].get("doseAndRate") or [{}])[0].get("doseQuantity", {}).get("value")
    medicine = statement["medicationCodeableConcept"]["text"]
    return Kept(
        tuple(map(_phase, dosages)),
        anchor,
        tuple(one["text"] for one in statement.get("note") or ()),
        None if dose is None else float(dose),
        _route(dosages[0].get("route")),
        None if medicine == MEDICINE else medicine,
    )


def _phase(dosage: Resource) -> Phase:
    repeat = dosage["timing"]["repeat"]
    bounds = repeat.get("boundsDuration") or {}
    week = _values(repeat, "week-of-month")
    return Phase(
        _values(dosage, "phase-kind")[0],
        repeat["frequency"],
        repeat["period"],
        repeat["periodUnit"],
        repeat.get("periodMax"),
        repeat.get("count"),
        bounds.get("value"),
        bounds.get("code"),
        tuple(repeat.get("dayOfWeek") or ()),
        tuple(_values(repeat, "day-of-month")),
        week[0] if week else None,
        next(iter(_values(dosage, "until")), None),
        next(iter(_values(dosage, "starts")), None),
    )


def _route(route: Resource | None) -> str | None:
    if not route:
        return None
    codes = {code: name for name, (code, _) in ROUTES.items()}
    return codes[route["coding"][0]["code"]] if "coding" in route else str(route["text"])


def _given(one: Resource) -> Given:
    loading, timing = _values(one, "loading"), _values(one, "timing")
    return Given(
        date.fromisoformat(one["effectiveDateTime"]),
        one["status"] == "completed",
        loading[0] if loading else None,
        timing[0] if timing else None,
    )


def _note(one: Resource) -> Note:
    said: dict[str, str | None] = {}
    numbers: dict[str, int] = {}
    for part in one.get("component") or ():
        symptom = _values(part, "symptom")[0]
        if "valueInteger" in part:
            numbers[symptom] = part["valueInteger"]
        else:
            said[symptom] = None if part["valueString"] == "not said" else part["valueString"]
    marks = tuple(Mark(symptom, words, numbers.get(symptom)) for symptom, words in said.items())
    return Note(date.fromisoformat(one["effectiveDateTime"]), one["valueString"], marks)


def _extension(of: Resource, name: str) -> Resource:
    return next(one for one in of["extension"] if one["url"] == f"{EXTENSION}{name}")


def _values(of: Resource, name: str) -> Sequence[Any]:
    """The values of the extensions of a name, in order."""
    found = [one for one in of.get("extension") or () if one["url"] == f"{EXTENSION}{name}"]
    return [next(value for key, value in one.items() if key.startswith("value")) for one in found]
