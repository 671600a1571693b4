"""Tablets of B12: who has them, whose they are, and which were forgotten."""

from __future__ import annotations

import pytest

from b12guide.conversation import State
from b12guide.conversation.decision import Asked
from b12guide.conversation.own_tablets import MISSED, SHARED, SHARED_WITH_CHILD, missed_tablets, shared
from b12guide.conversation.treatment_told import tells_tablets
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import QUESTION, UNSURE
from tests.conversation.test_decide import WHO

ON_TABLETS = State(on_tablets=True, last=["dietary_deficiency"])


def asked(text: str, state: State | None = None) -> Asked:
    return Asked(Understanding(text, Verdict(), Act(UNSURE, 0.4)), state or State(), WHO)


@pytest.mark.parametrize(
    "text",
    [
        "I'm on tablets",
        "the nurse gave me b12 tablets in May",
        "do my tablets go in the fridge",
        "we're on the pills now",
        "I only take oral b12 capsules",
    ],
)
def test_who_tells_of_tablets(text: str) -> None:
    """Tablets that somebody takes."""
    assert tells_tablets(text)


@pytest.mark.parametrize(
    "text",
    [
        "can I take tablets instead",
        "I do not want my tablets changed for that if I have injections",
        "they want me on tablets",
        "I take tablets for my thyroid",
        "I'm on metformin tablets",
        "if I took my tablets as well",
        "my mum is on tablets",
    ],
)
def test_who_tells_of_none(text: str) -> None:
    """What is asked, wished, another medicine or somebody else's."""
    assert not tells_tablets(text)


@pytest.mark.parametrize(
    "text",
    [
        "can I share my b12 tablets with my wife",
        "is it ok if my sister has one of my pills",
        "may I take some of my dad's b12 tablets",
        "I could give my neighbour a few of my tablets",
        "can we share one box of b12 tablets",
        "shall I try somebody else's tablets",
    ],
)
def test_tablets_are_not_shared(text: str) -> None:
    """Given or taken, by whomever."""
    assert shared(asked(text)) == SHARED


@pytest.mark.parametrize(
    "text",
    [
        "can I give my son of 6 half of my mother's tablet",
        "my 7 yr daughter, is half of gran's b12 tablet ok",
        "could the kids have some of my tablets",
        "my brother is 14, can he have one of my pills",
    ],
)
def test_a_child_gets_none_of_them(text: str) -> None:
    """Not a part of one either."""
    assert shared(asked(text)) == SHARED_WITH_CHILD


def test_mine_are_the_tablets_that_were_told_of() -> None:
    """ "Some of mine" of who has tablets; of whom nothing is known it may be anything."""
    assert shared(asked("can he have some of mine", ON_TABLETS)) == SHARED
    assert shared(asked("can he have some of mine")) is None
    assert shared(asked("my mate is low, I could lend him a strip of mine", ON_TABLETS)) == SHARED
    assert shared(asked("what about half for my nan", ON_TABLETS)) == SHARED
    assert shared(asked("what about half for my nan")) is None


def test_a_part_asked_for_again_is_asked_of_the_same() -> None:
    """ "Just half then?" behind it."""
    state = State(question=SHARED_WITH_CHILD, last=["injections_vs_oral"])
    assert shared(asked("just half then?", state)) == SHARED_WITH_CHILD


@pytest.mark.parametrize(
    "text",
    [
        "can I crush my mum's tablet for her",
        "when does my dad take his tablets",
        "can I give my mum her b12 tablet with breakfast",
        "can I take my tablets with coffee",
        "may my sister have one of my vials",
        "is half a tablet enough for me",
        "my husband's b12 tablets are red",
        "can I give him his metformin tablets",
        "my toddler swallowed one of my b12 tablets, can he have his tea",
    ],
)
def test_what_is_no_sharing(text: str) -> None:
    """The owner takes them, it is a vial, or nothing is given."""
    assert shared(asked(text)) is None


@pytest.mark.parametrize("text", ["forgot my b12 tablets, do I take two", "missed 3 days of my pills, what now?"])
def test_forgotten_tablets_are_answered_as_tablets(text: str) -> None:
    """No plan is changed by them."""
    taken = missed_tablets(asked(text))
    assert taken is not None
    assert taken[0].values(QUESTION) == [MISSED]


def test_who_has_tablets_forgot_tablets() -> None:
    """They need not be named again."""
    assert missed_tablets(asked("I skipped two days, do I take extra?", ON_TABLETS)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I missed my injection, do I have two tablets instead?",
        "Missed. Can I have tablets?",
        "I forgot my metformin tablets, do I take two?",
        "I skipped two days, do I take extra?",
    ],
)
def test_what_was_forgotten_otherwise(text: str) -> None:
    """An injection, an answer, another medicine, or who knows what."""
    assert missed_tablets(asked(text)) is None
