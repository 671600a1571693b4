"""Questions in formal words, and what they ask in plain ones."""

from __future__ import annotations

import pytest

from b12guide.understanding.formal import plainly_asked
from b12guide.understanding.sentences import Said


@pytest.mark.parametrize(
    ("formal", "plain"),
    [
        ("Is it advisable to take the tablets with food, generally speaking?", "can i take the tablets with food?"),
        ("May one drive after one's injection?", "can i drive after my injection?"),
        ("I should like to know whether one may travel with the ampoules.", "can i travel with the ampoules."),
        ("Ought one to mention it to the dentist?", "should i mention it to the dentist?"),
        ("How much of it does one need?", "How much of it does one need?"),
        ("How soon would one notice a change?", "How soon would i notice a change?"),
        ("When does one have the first?", "When do i have the first?"),
        ("Are they given weekly, as a general rule?", "Are they given weekly?"),
    ],
)
def test_a_formal_question_is_asked_plainly(formal: str, plain: str) -> None:
    """Courtesy, "one" and "as a general rule" change nothing of what is asked."""
    assert plainly_asked(formal) == plain


@pytest.mark.parametrize(
    "text",
    [
        "does one tablet do it",
        "can one a month be enough",
        "is one enough",
        "should one injection be missed",
        "i have one in general every month",
        "can i have it early",
        "it is possible to walk again",
    ],
)
def test_one_may_be_a_number(text: str) -> None:
    """What is in plain words already stays as it is."""
    assert plainly_asked(text) == text


def test_what_asks_is_heard_plainly() -> None:
    """The plain words are heard by themselves, beside those that were written."""
    said = Said.of("Would it be acceptable to have one's injection in the leg, as a rule?")
    assert said.asks.startswith("can i have my injection in the leg")
    assert said.heard.startswith("Would it be acceptable")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        (
            "My nails used to break, they are fine these days. I am celiac, what do I eat to get b12",
            "what do I eat to get b12",
        ),
        ("i was short of breath back then, all over now. does omeprazole matter", "does omeprazole matter"),
    ],
)
def test_what_is_told_before_is_not_what_asks(text: str, asks: str) -> None:
    """A tale of how it was, and of oneself, stands before the question, and is none of it."""
    assert Said.of(text).asks == asks
