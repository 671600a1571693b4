"""Spots told as a disaster, and a high level asked of as poison, that only sound urgent. No model, no Rasa."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Decision
from b12guide.conversation.help_under_way import kinds_told
from b12guide.conversation.state import Warned
from b12guide.shared import standing
from b12guide.understanding import Act, Understanding, Verdict
from tests.conversation.test_decide import WHO

NO_SPOTS, SPOTS_AFTER, LEVEL = (
    "an urgent sign",
    "spots that an urgent warning was for",
    "a high level that is asked of as poison",
)
SPOTS = "spots like acne that only sound urgent"
OTHER = Act("not_understood")


def _loud(text: str) -> Verdict:
    return Verdict("urgent", ("general",), heard=(text,), why="likeness")


def _first(text: str) -> Decision:
    return decide(Understanding(text, _loud(text), OTHER), State(), WHO)


def _after(text: str, warned: Warned, verdict: Verdict | None = None) -> Decision:
    return decide(Understanding(text, verdict or Verdict(), OTHER), State(warned=warned), WHO)


def _general(heard: str = "my skin is a catastrophe") -> Warned:
    return Warned(["general"], [heard], [], WHO.today.isoformat())


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("the jabs have given me acne, it is an absolute horror show", "acne_from_b12"),
        ("are these shots breaking me out? my jaw is a war zone", "acne_from_b12"),
        ("zits everywhere on my chin, my face is ruined, is it b12", None),
        ("pimples on my forehead, total nightmare, do I skip the next shot?", "acne_skip_next"),
        ("my skin is a catastrophe, just spots on my back, will they go away?", "acne_how_long"),
    ],
)
def test_spots_told_as_a_disaster_have_their_answer(text: str, question: str | None) -> None:
    """No card, where nothing of a reaction is told; in doubt the card."""
    decision = _first(text)
    if question is None:
        assert decision.by == NO_SPOTS
        return
    assert decision.by == SPOTS
    assert decision.steps[0].values("question") == [question]


@pytest.mark.parametrize(
    "text",
    [
        "my face is breaking out in hives since the jab",
        "acne and my lips are swollen, what a disaster",
        "spots on my face minutes after the shot",
        "itchy spots on my chin, total disaster",
        "my toddler's face is all pimples, a disaster",
        "my face is a disaster since the third one",
        "breaking out, it is ruining my life and I hate being alive",
        "purple spots on my back",
    ],
)
def test_what_may_be_a_reaction_or_more_has_the_card(text: str) -> None:
    """A swelling, an itch, a child, a mood, how soon it came, or no word of spots."""
    assert _first(text).by == NO_SPOTS


@pytest.mark.parametrize(
    "text",
    [
        "it's only pimples, not itchy and not swollen",
        "literally just zits",
        "no itch, no swelling, plain acne",
        "they are spots, and no rash or swelling",
        "just acne. does b12 do that?",
    ],
)
def test_a_card_for_spots_ends_when_they_are_named(text: str) -> None:
    """What it is is told, and nothing of a reaction."""
    decision = _after(text, _general())
    assert decision.by == SPOTS_AFTER
    assert decision.steps[0].kind == "not_meant"


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("just spots, and my lip is swollen", _general()),
        ("no itch", _general()),
        ("it's nothing", _general()),
        ("just spots", Warned(["allergy"], ["hives"], ["B1"], WHO.today.isoformat())),
        ("only spots", Warned(["mind"], ["low"], ["B7"], WHO.today.isoformat())),
        ("it is just red spots that spread", _general()),
        ("just spots, she is 3", _general()),
        ("only zits", Warned(["general"], ["x"], [], WHO.today.isoformat(), emergency="general")),
    ],
)
def test_any_other_card_stands(text: str, warned: Warned) -> None:
    """A sign by name, what is not named, a child, and what was an emergency."""
    assert _after(text, warned).by != SPOTS_AFTER


@pytest.mark.parametrize(
    "text",
    [
        "the lab put my b12 at 2400 in red letters, is that poisonous?",
        "result says more than 2000, flagged, is it toxic?",
        "my level is way above the range. Is it poisoning me?",
    ],
)
def test_a_high_level_asked_of_as_poison_has_the_calm_answer(text: str) -> None:
    """A level alone is no sign."""
    decision = _first(text)
    assert decision.by == LEVEL
    assert decision.steps[0].kind == "ask_topic"


@pytest.mark.parametrize(
    "text",
    [
        "am I being poisoned?",
        "my level is over 2000 and I feel faint, is it poison?",
        "I swallowed the whole box, level over 2000, is it toxic?",
        "my husband is poisoning me",
        "my son's b12 is over 2000, is he poisoned?",
        "my potassium is over 2000, is it toxic?",
    ],
)
def test_poison_without_a_level_alone_has_the_card(text: str) -> None:
    """What is felt, taken or had beside it, somebody else's, and another test."""
    assert _first(text).by != LEVEL


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("there isn't any iron in it", ["child_no_iron"]),
        ("the label says nothing about iron", ["child_no_iron"]),
        ("no, it has iron in it", ["child_label"]),
        ("no there is iron", ["child_label"]),
        ("is there iron in b12?", ["child_iron_asked"]),
        ("not sure if theres iron", ["child_iron_asked"]),
        ("no iron that i can see and my wife will go spare", ["child_no_iron", "child_blamed"]),
        ("she's happy as larry, do I have to phone", ["child_harmless"]),
        ("what do i tel them", ["child_what_to_say"]),
        ("his dad will never forgive me", ["child_blamed"]),
    ],
)
def test_what_is_said_of_a_child_who_swallowed_something_is_taken_up(text: str, kinds: list[str]) -> None:
    """Iron is there only where it is said to be; who is afraid of blame has a kind word."""
    assert kinds_told(text, ["child_swallowed"]) == kinds


@pytest.mark.parametrize("kind", ["child_no_iron", "child_iron_asked"])
def test_no_iron_is_no_reason_not_to_call(kind: str) -> None:
    """The line comes first, and the label is read to them; nobody is told that there is iron."""
    for sentence in standing().says(kind):
        assert sentence.startswith("{poison_first}")
        assert "has iron in it" not in sentence


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("could i not just ring my doctor", ["other_line"]),
        ("i have to fetch the kids from school", ["fetching"]),
        ("who picks up my daughter from nursery", ["fetching"]),
        ("my brother has come over", ["company"]),
        ("my mum is asleep upstairs", ["dependants"]),
        ("the baby is here with me", ["dependants"]),
    ],
)
def test_what_is_asked_in_an_emergency_has_words_that_fit(text: str, kinds: list[str]) -> None:
    """Who has come over is nobody to be looked after."""
    assert kinds_told(text, ["collapse"], emergency=True) == kinds


def test_the_call_is_said_first_in_an_emergency() -> None:
    """Whatever stands behind it."""
    words = standing()
    on_the_phone = {"help_on_line", "there_now"}
    for kind in words.kinds():
        for sentence in words.says(kind, emergency=True) if words.whole(kind) and kind not in on_the_phone else ():
            assert sentence.startswith("Call {number}"), kind
    for sentence in words.then:
        assert sentence.startswith(("Call {number}", "Please call {number}", "{call}"))


def test_what_to_say_on_the_phone_is_what_was_told() -> None:
    """Their own words of the emergency that stands are said back, and only for that."""
    stood = Warned(["collapse"], ["passed out on the landing"], ["A5"], WHO.today.isoformat())
    for text, heard in (("what do i say to them", ["passed out on the landing"]), ("my brother has come over", [])):
        state = State(standing="collapse", stood=stood)
        (step,) = decide(Understanding(text, Verdict(), OTHER), state, WHO).steps
        assert step.values("heard") == heard
