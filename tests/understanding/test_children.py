"""Questions about the treatment of a child are known as such, and those of adults who have children are not."""

from __future__ import annotations

import pytest

from b12guide.understanding.children import about_child


@pytest.mark.parametrize(
    "text",
    [
        "and for kids?",
        "what about children",
        "is there a dose for babies",
        "My 7 year old was told he is low in B12, how much does he have",
        "can toddlers have it",
        "she's 5 and starts hydroxocobalamin next week",
        "children's dose?",
        "our little girl needs them, how often",
        "do teenagers get the same",
        "my daughter is 12, can she have tablets",
    ],
)
def test_a_child(text: str) -> None:
    """The treatment is that of a child."""
    assert about_child(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have two kids and forgot my injection",
        "is it safe for the baby if I'm pregnant",
        "can I breastfeed my baby after the injection",
        "will my children inherit pernicious anaemia",
        "my son is 34 and has B12 injections",
        "I've had them since I was 12 weeks pregnant",
        "every 12 weeks",
        "busy with the kids, I am a week late, is that bad for me",
        "my daughter has B12 injections, how often",
        "he is 12 stone, does the dose change",
    ],
)
def test_no_child(text: str) -> None:
    """It is about an adult, or it is not known that it is not."""
    assert not about_child(text)
