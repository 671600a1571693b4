"""FHIR R4: as HL7's schema has it, and read back with the same dates."""

from __future__ import annotations

import json
import random
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from b12guide.diary import fhir, fhir_back
from b12guide.diary.notes import note_of
from b12guide.plan.dates.log import Given
from b12guide.plan.dates.planner import next_doses
from b12guide.plan.dates.schedule import missing
from b12guide.plan.model import WEEKDAYS, Anchor, Phase
from b12guide.plan.talk.state import Kept
from tests.diary.fhir_schema import errors, whole_errors

MADE = datetime(2026, 3, 5, 12, 0, tzinfo=timezone.utc)
TODAY = date(2026, 3, 5)
PLANS = 500
TEXTS = ("tired 6/10", "tingling worse, walking the same", "slept badly & well", "mood better <b>", "Ünlü 💉 3 von 10")


def phase(chance: random.Random, *, last: bool) -> Phase:
    """Any phase that the plan grammar can give."""
    unit = chance.choice(("d", "wk", "wk", "mo", "mo", "a"))
    period = chance.randint(1, 14)
    frequency = chance.choice((1, 1, 1, 2, 3)) if unit == "wk" else 1
    ends = chance.choice(("count", "duration", "none", "until")) if last else chance.choice(("count", "duration"))
    days = tuple(day for day in WEEKDAYS if chance.random() < 0.4) if unit == "wk" and chance.random() < 0.3 else ()
    monthly = unit == "mo" and chance.random() < 0.4
    nth = chance.choice((1, 3, -1)) if monthly and chance.random() < 0.5 else None
    of_month = (chance.choice((1, 15, 28, -1)),) if monthly and nth is None else ()
    if nth is not None:
        days = (chance.choice(WEEKDAYS),)
    return Phase(
        kind=chance.choice(("loading", "maintenance", "other")),
        frequency=1 if monthly else len(days) or frequency,
        period=period,
        unit=unit,
        period_max=period + chance.randint(1, 4) if chance.random() < 0.2 and not monthly and not days else None,
        count=chance.randint(1, 20) if ends == "count" else None,
        duration=chance.randint(1, 12) if ends == "duration" else None,
        duration_unit=chance.choice(("d", "wk", "mo")) if ends == "duration" else None,
        days_of_week=days,
        days_of_month=of_month,
        week_of_month=nth,
        until="no further improvement" if ends == "until" else None,
        starts="2026-06-01" if not last and chance.random() < 0.1 else None,
    )


def plan(seed: int) -> tuple[Kept, tuple[Given, ...], tuple[date, ...], tuple[Any, ...]]:
    """A plan with its log and its notes."""
    chance = random.Random(seed)
    phases = chance.randint(1, 3)
    day = TODAY - timedelta(days=chance.randint(0, 400))
    last = chance.random() < 0.5
    anchor = Anchor(
        "last" if last else "first",
        day,
        chance.randrange(phases) if last else None,
        chance.choice((None, 1, 3)) if last else None,
        last and chance.random() < 0.2,
        chance.choice((None, 30, 31)) if day.day == 28 else None,
    )
    kept = Kept(
        tuple(phase(chance, last=number == phases - 1) for number in range(phases)),
        anchor,
        tuple(
            chance.sample(
                ("3 months means the same day of the month, not 12 weeks.", "One more."), chance.randint(0, 2)
            )
        ),
        chance.choice((None, 1000.0, 1500.0, 62.5)),
        chance.choice((None, "im", "sc")),
        chance.choice((None, "hydroxocobalamin", "cyanocobalamin")),
    )
    log = tuple(
        Given(day + timedelta(days=28 * number), chance.random() < 0.8, chance.choice((None, True, False)),
              chance.choice((None, "late", "early")))
        for number in range(chance.randint(0, 5))
    )  # fmt: skip
    skipped = tuple(TODAY - timedelta(days=9 * number) for number in range(chance.randint(0, 2)))
    notes = tuple(
        note_of(chance.choice(TEXTS), TODAY - timedelta(days=number)) for number in range(chance.randint(0, 4))
    )
    return kept, log, skipped, notes


def test_500_plans_come_back_with_the_same_dates_and_no_schema_error() -> None:
    """Each as JSON and back: the same plan, doses, notes and next dates, and nothing that the schema refuses."""
    dated = 0
    for seed in range(PLANS):
        kept, log, skipped, notes = plan(seed)
        told = json.loads(json.dumps(fhir.bundle(kept, log, skipped, notes, key=f"key {seed}", made=MADE)))
        assert errors(told) == [], seed
        back = fhir_back.read(told)
        assert back == (kept, log, skipped, notes), seed
        if missing(kept.phases, kept.anchor) is None and (kept.anchor.phase or 0) < len(kept.phases):
            there, here = (next_doses(one.phases, one.anchor, today=TODAY, count=6) for one in (kept, back[0]))
            assert there == here, seed
            dated += bool(there)
    assert dated > PLANS / 3


def test_loading_and_maintenance_are_two_dosages_in_sequence() -> None:
    """The plan of the articles: each phase with its `Timing`, dose and route."""
    phases = (
        Phase("loading", 3, 1, "wk", duration=2, duration_unit="wk", days_of_week=("mon", "wed", "fri")),
        Phase("maintenance", 1, 3, "mo"),
    )
    kept = Kept(phases, Anchor("first", date(2026, 3, 2)), (), 1000.0, "im", "hydroxocobalamin")
    statement = fhir.bundle(kept, (), (), (), key="k", made=MADE)["entry"][0]["resource"]
    assert [
        (one["sequence"], one["text"], one["timing"]["repeat"], one["route"]["coding"][0]["code"])
        for one in statement["dosage"]
    ] == [
        (
            1,
            "3 times a week on Mondays, Wednesdays and Fridays for 2 weeks",
            {
                "frequency": 3,
                "period": 1,
                "periodUnit": "wk",
                "boundsDuration": {"value": 2, "unit": "wk", "system": fhir.UCUM, "code": "wk"},
                "dayOfWeek": ["mon", "wed", "fri"],
            },
            "78421000",
        ),
        (2, "every 3 months", {"frequency": 1, "period": 3, "periodUnit": "mo"}, "78421000"),
    ]
    assert statement["effectivePeriod"] == {"start": "2026-03-02"}
    assert statement["dosage"][0]["doseAndRate"][0]["doseQuantity"]["value"] == 1000


def test_doses_and_notes_say_how_sure_they_are() -> None:
    """A dose that is not sure is "unknown", one that was not given "not-done"; a note is kept as it was said."""
    kept = Kept((Phase("maintenance", 1, 12, "wk"),), Anchor("last", TODAY, 0, 1))
    log = (Given(TODAY), Given(TODAY + timedelta(days=1), sure=False))
    notes = (note_of("tired 6/10, tingling worse", TODAY),)
    found = [one["resource"] for one in fhir.bundle(kept, log, (TODAY,), notes, key="k", made=MADE)["entry"]]
    assert [one.get("status") for one in found] == ["active", "completed", "unknown", "not-done", "final"]
    assert found[-1]["valueString"] == "tired 6/10, tingling worse"
    assert [part.get("valueInteger", part.get("valueString")) for part in found[-1]["component"]] == [
        6,
        "not said",
        "worse",
    ]


def test_a_plan_on_hold_after_a_reaction_is_no_active_one() -> None:
    """The clinic's computer is told as much as the page is, in the word that FHIR has for it."""
    kept, log, skipped, notes = plan(5)
    found = fhir.bundle(kept, log, skipped, notes, key="k", made=MADE, on_hold=True)
    assert found["entry"][0]["resource"]["status"] == "on-hold"
    assert errors(found) == []
    assert fhir_back.read(found) == (kept, log, skipped, notes)


def test_whole_bundles_meet_the_whole_schema() -> None:
    """A few of them by the schema as a whole, in which any resource may stand in a bundle."""
    for seed in range(2):
        kept, log, skipped, notes = plan(seed)
        assert whole_errors(fhir.bundle(kept, log[:1], skipped[:1], notes[:1], key="k", made=MADE)) == []


def test_the_schema_refuses_what_is_wrong() -> None:
    """It is asked in earnest: a date that is none and an element that there is not are errors."""
    kept, _, skipped, notes = plan(7)
    told = fhir.bundle(kept, (Given(TODAY),), skipped, notes, key="k", made=MADE)
    for change in ({"effectiveDateTime": "5 March"}, {"dose": 1}):
        wrong = json.loads(json.dumps(told))
        next(e["resource"] for e in wrong["entry"] if e["resource"]["resourceType"].endswith("ion")).update(change)
        assert errors(wrong) != [], change


def test_no_name_of_a_person_and_no_key_is_in_it() -> None:
    """Ids are made of the plan's key, which opens its files and cannot be read from them."""
    kept, log, skipped, notes = plan(3)
    assert "secret-key" not in json.dumps(fhir.bundle(kept, log, skipped, notes, key="secret-key", made=MADE))


def test_what_is_no_such_bundle_is_refused() -> None:
    """With a line that says so; a time without a zone is refused as well."""
    for wrong in ({}, {"entry": []}, {"entry": [{"resource": {"resourceType": "Patient"}}]}):
        with pytest.raises(fhir_back.FhirError, match="no bundle of a plan"):
            fhir_back.read(wrong)
    with pytest.raises(ValueError, match="time zone"):
        fhir.bundle(plan(1)[0], (), (), (), key="k", made=MADE.replace(tzinfo=None))
