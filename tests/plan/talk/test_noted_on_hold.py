"""A plan that is told in the message that tells of a reaction is known once the clinic agrees, and not before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import WORDING

WHO = dialogue.Who(date(2027, 3, 4), "GB", "Europe/London")  # a Thursday
TOLD = "is my next one tomorrow? mon wed fri for 2 weeks then every 8 weeks, began monday 1 march, had two. now hives"


def _on_hold() -> dict[str, Any]:
    return dialogue.paused(dialogue.noted(None, TOLD, who=WHO, wording=WORDING))


def _say(kept: dict[str, Any] | None, text: str, request: str | None) -> dialogue.Outcome:
    outcome = dialogue.turn(kept, text, request=request, who=WHO, wording=WORDING, new_key=lambda: "key")
    assert outcome is not None
    return outcome


@pytest.mark.parametrize("request_", ["next", "whole", "regimen", "affirm", "date"])
def test_nothing_of_it_is_said_on_hold(request_: str) -> None:
    """No date and no plan go out, whatever is asked."""
    held = _on_hold()
    outcome = _say(held, "so is it tomorrow or not", request_)
    assert "2027" not in " ".join(outcome.bubbles)
    assert (outcome.plan, outcome.links) == (None, ())
    assert dialogue.next_day(held, WHO, WORDING) is None


@pytest.mark.parametrize("text", ["clinic rang, fine to have fri", "my clinic agreed", "the clinic said go on"])
def test_it_goes_on_once_the_clinic_agrees(text: str) -> None:
    """The whole plan is read back, and asked about."""
    outcome = _say(_on_hold(), text, "resume")
    assert outcome.plan is not None
    assert [dose["earliest"] for dose in outcome.plan["next"]] == [
        "2027-03-05",
        "2027-03-08",
        "2027-03-10",
        "2027-03-12",
    ]
    assert outcome.bubbles[-1].endswith("Is that what your clinic said?")
    assert outcome.bubbles[0].startswith("Thank you.")


def test_a_day_that_the_clinic_gave_instead() -> None:
    """It is the next one's."""
    held = dialogue.paused(
        dialogue.noted(None, "every 8 weeks, last one 4 january. hives since", who=WHO, wording=WORDING)
    )
    outcome = _say(held, "clinic rang, they can see me on 9 march", "resume")
    assert outcome.plan is not None
    assert outcome.plan["next"][0]["earliest"] == "2027-03-09"


def test_a_plan_that_is_known_stands() -> None:
    """What is told beside a reaction puts no other one in its place."""
    kept = _say(None, "every 8 weeks, last one 4 january 2027", "regimen").state
    assert dialogue.noted(kept, TOLD, who=WHO, wording=WORDING) == kept


def test_a_message_without_a_plan() -> None:
    """Nothing is kept of it."""
    assert dialogue.noted(None, "my arms have come up in hives", who=WHO, wording=WORDING) is None
