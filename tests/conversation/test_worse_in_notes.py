"""Worse tingling, walking or mood in a note: values in, a value out. No model, no Rasa."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, Step, decide
from b12guide.plan import dialogue
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
SOUNDS_URGENT = Verdict("urgent", ("general",), heard=("mood is worse",), why="likeness")


def steps(text: str, verdict: Verdict) -> tuple[Step, ...]:
    kind = verdict.level if verdict.warns else "not_understood"
    return decide(Understanding(text, verdict, Act(kind)), State(), WHO).steps


@pytest.mark.parametrize("verdict", [Verdict(), SOUNDS_URGENT], ids=["no sign heard", "it only sounds urgent"])
@pytest.mark.parametrize(("text", "card"), [("note: mood is worse", "mind"), ("note: walking is worse", "nerves")])
def test_what_is_worse_has_its_own_card(text: str, card: str, verdict: Verdict) -> None:
    """No rule sees a sign: the card is that of what the note names, also where likeness alone heard an urgent one."""
    assert steps(text, verdict) == (Step("urgent", (("card", card),)),)


def test_what_a_rule_or_likeness_names_is_first() -> None:
    """A sign with a name keeps its card, and an emergency is one in a note, too."""
    named = Verdict("urgent", ("bleeding",), why="rules", signs=("B4",))
    assert steps("note: mood is worse and I bruise", named) == (Step("urgent", (("card", "bleeding"),)),)
    worst = Verdict("emergency", ("general",), why="likeness")
    assert steps("note: mood is worse and all went grey", worst) == (Step("emergency", (("card", "general"),)),)


def test_other_symptoms_keep_the_general_card() -> None:
    """Worse tiredness that only sounds urgent has no card of its own."""
    assert steps("note: I am more tired, worse than ever", SOUNDS_URGENT) == (Step("urgent", (("card", "general"),)),)
