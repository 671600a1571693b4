"""Words that say whose subject a message is about."""

from __future__ import annotations

import pytest

from b12guide.understanding.subject import subject


@pytest.mark.parametrize(
    "text", ["my vit b12", "B-12 shots", "b 12", "hydroxocobalamin", "cyano", "pernicous anemia", "MMA"]
)
def test_names_our_subject(text: str) -> None:
    """Every usual spelling of what we know about is known."""
    assert subject(text).ours


@pytest.mark.parametrize(
    "text", ["how much sildenafil", "atorvastatin and grapefruit", "is rituximab chemo", "max ibuprofen a day"]
)
def test_another_medicine_leads_away(text: str) -> None:
    """Another medicine, with nothing of ours beside it, is another subject."""
    assert subject(text).foreign


@pytest.mark.parametrize(
    "text", ["can i take ibuprofen after my jab", "b12 and atorvastatin", "is it safe", "what is on tv"]
)
def test_nothing_leads_away(text: str) -> None:
    """Another medicine beside our subject, or none at all, leads nowhere."""
    assert not subject(text).foreign
