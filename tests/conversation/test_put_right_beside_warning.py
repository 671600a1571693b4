"""A false urgent card is put right where the correction leaves no doubt. No model, no Rasa."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import NOT_MEANT, STANDS
from b12guide.conversation.plans import CHILD_CARD, DOSE_CARD
from b12guide.conversation.state import Warned
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, NOT_UNDERSTOOD, QUESTION, TOPIC
from b12guide.understanding.verdict import GENERAL_CARD
from tests.conversation.test_decide import WHO


def kinds(text: str, card: str, signs: tuple[str, ...] = ("B11",), heard: str = "wrong one") -> list[str]:
    """The kinds of the steps of a message after a card."""
    warned = Warned([card], [heard], list(signs), WHO.today.isoformat())
    return [
        step.kind
        for step in decide(Understanding(text, Verdict(), Act(NOT_UNDERSTOOD)), State(warned=warned), WHO).steps
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No, it was my usual one.",
        "nobody gave me a wrong dose",
        "I never said it was too much. It was the same ampoule.",
        "there was no mistake, only the number is high",
        "no one mixed anything up",
        "that was just the normal dose",
        "it wasn't a double one",
        "the right dose, I read the label now",
        "I only said it was the regular amount",
        "No mix-up here.",
    ],
)
def test_a_dose_that_was_the_usual_one_ends_its_card(text: str) -> None:
    """Nothing else is told beside it."""
    assert kinds(text, DOSE_CARD)[0] == NOT_MEANT


@pytest.mark.parametrize(
    "text",
    [
        "I think it was my usual one",
        "it was the usual one but twice",
        "was it the right dose?",
        "the nurse said it was the same dose",
        "it was the wrong one again",
        "it was the normal dose and I feel ill",
        "nobody gave me a wrong dose, I hope",
    ],
)
def test_where_doubt_stays_the_card_stays(text: str) -> None:
    """Who is not sure, was told so by others, or tells of more, puts nothing right."""
    assert NOT_MEANT not in kinds(text, DOSE_CARD)


@pytest.mark.parametrize(
    ("heard", "text"),
    [
        ("gave me the wrong", "it wasn't my normal dose"),
        ("gave me the wrong", "I know that it is not my usual amount"),
        ("gave me the wrong", "this was not the normal dose, it made me woozy"),
        ("gave me the wrong", "it is not the right dose for me"),
        ("gave me the wrong", "No mistake by me, it was theirs"),
        ("gave me the wrong", "the nurse didn't notice the mistake"),
        ("took a double dose of b12 by mistake", "the usual dose is one ampoule"),
        ("took a double dose of b12 by mistake", "it was my usual one"),
        ("gave me my husband's injection", "mine was the same one last week"),
        ("My son got my injection by mistake", "it was my normal dose"),
        ("injected two ampoules at once", "it was my usual one"),
    ],
)
def test_a_wrong_dose_stays_one(heard: str, text: str) -> None:
    """That it was not the usual, another's mistake, two at once and somebody else's dose put nothing right."""
    assert NOT_MEANT not in kinds(text, DOSE_CARD, heard=heard)


@pytest.mark.parametrize(
    ("heard", "text"),
    [
        ("My feet have gone numb", "it was in a film"),
        ("both my legs are getting weak", "it was on the news that low b12 does that"),
        ("feet have gone numb", "I read about it on facebook"),
        ("heart racing and skipping beats", "I was watching a show on tv"),
        ("calf is swollen and red", "this is not real life, I can't take it in"),
        ("calf is swollen and red", "heard on the radio that it is serious"),
    ],
)
def test_what_was_read_or_is_ones_own_is_of_no_film(heard: str, text: str) -> None:
    """The news, a page and what one does meanwhile end no card, nor anything the sign of which is one's own."""
    assert NOT_MEANT not in kinds(text, "nerves", ("B2",), heard)


def test_a_denied_mistake_ends_no_other_card() -> None:
    """A child who swallowed something, numb feet and a mood stand."""
    for card, signs in ((CHILD_CARD, ("B11",)), ("nerves", ("B2",)), ("mind", ("B7",))):
        assert NOT_MEANT not in kinds("it was the usual one", card, signs)


@pytest.mark.parametrize("text", ["no, that is the film", "that was in the book I read", "it was on telly"])
def test_what_was_in_a_film_ends_an_urgent_card(text: str) -> None:
    """As it does an emergency; of a child or a mood it ends none."""
    assert kinds(text, "nerves", ("B2",), "his feet went numb")[0] == NOT_MEANT
    assert NOT_MEANT not in kinds(text, CHILD_CARD)
    assert NOT_MEANT not in kinds("like in the film, and mine too", "nerves", ("B2",))


def test_an_emergency_stays_whatever_the_dose_was() -> None:
    """No word of a usual dose ends it."""
    said = Understanding("it was the usual one, no mistake", Verdict(), Act(NOT_UNDERSTOOD))
    assert decide(said, State(standing="chest_pain"), WHO).steps[0].kind == STANDS


@pytest.mark.parametrize(
    "text",
    [
        "Is that just a figure, or does he have to be checked?",
        "only a number then, or see someone?",
        "Must he see the GP or is this just a reading?",
    ],
)
def test_a_high_level_of_who_takes_none_is_answered_beside_what_stands(text: str) -> None:
    """Where the card rests on likeness alone; the warning stands."""
    heard = "his B12 is over the top and he never took a tablet"
    warned = Warned([GENERAL_CARD], [heard], [], WHO.today.isoformat())
    act = Act(ASK_TOPIC, 0.6, ((TOPIC, "too_much_b12"),))
    decision = decide(Understanding(text, Verdict(), act), State(warned=warned), WHO)
    assert decision.steps[0].values(QUESTION) == ["high_and_takes_none"]
    on_b12 = Warned([GENERAL_CARD], ["my level is over the top"], [], WHO.today.isoformat())
    other = decide(Understanding(text, Verdict(), act), State(warned=on_b12), WHO)
    assert other.steps[0].values(QUESTION) != ["high_and_takes_none"]
