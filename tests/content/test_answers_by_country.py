"""An answer that tells a rule of one country is told there alone."""

from __future__ import annotations

from b12guide.shared import content


def test_the_rule_on_giving_blood_is_told_in_the_uk_alone() -> None:
    """Everybody else is sent to the blood service where they live."""
    question = content().questions["give_blood"]
    assert [country for country, text in question.by_country if text.startswith("In the UK")] == ["GB"]
    assert "UK" not in question.answer + (question.carer or "") + (question.again or "")
    assert "blood service where you live" in question.answer
