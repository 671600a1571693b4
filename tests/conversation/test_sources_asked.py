"""Where an answer is from, and whether that is a body that is named."""

from __future__ import annotations

import pytest

from b12guide.conversation import State
from b12guide.conversation.decision import Asked
from b12guide.conversation.kinds import SAYS_WHO
from b12guide.conversation.sources_asked import asks_source, body_named, is_from, mostly_from
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC
from tests.conversation.test_decide import WHO

AFTER = State(last=["side_effects"])
TITLES = ["NHS, Cyanocobalamin", "US Food and Drug Administration, Label record", "NICE, Rationale"]


def asked(text: str, state: State = AFTER) -> bool:
    taken = asks_source(Asked(Understanding(text, Verdict(), Act(ASK_TOPIC, 0.9)), state, WHO))
    return taken is not None and taken[0].kind == SAYS_WHO


@pytest.mark.parametrize(
    "text",
    [
        "where u get that from",
        "where is it from? the HSE?",
        "on whose authority do you say this",
        "may I ask what your authority is",
        "what's your source",
        "is that from the nhs",
        "is this HSE advice?",
    ],
)
def test_who_asks_for_the_source(text: str) -> None:
    """In any words, after an answer."""
    assert asked(text)
    assert not asked(text, State())


@pytest.mark.parametrize(
    "text",
    [
        "where do I get needles from",
        "where does it come from animals or plants",
        "is it free on the NHS",
        "can I get it from the HSE",
        "what is the source of b12 in food",
    ],
)
def test_who_asks_something_else(text: str) -> None:
    """Where to get it, and what it is made of."""
    assert not asked(text)


def test_a_body_that_is_named_is_found_among_the_sources() -> None:
    """By its letters or its full name."""
    assert body_named("is it the irish hse?") == "HSE"
    assert body_named("who says so") is None
    assert is_from("FDA", TITLES)
    assert not is_from("HSE", TITLES)
    assert mostly_from(TITLES) == "UK and US"
    assert mostly_from(["Journal of Things, A study"]) == ""
