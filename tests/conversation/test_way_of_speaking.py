"""What only sounded like a sign ends once it is said to have been a way of speaking, a thing or a mistake. No model."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import Decision, State, decide
from b12guide.conversation.state import NEW_OR_WORSE, Warned
from b12guide.conversation.way_of_speaking import said_otherwise
from b12guide.plan import dialogue
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
KINDS = ("not_understood", "unsure", "deny", "joke", "ask_topic", "not_answered")
LIKE = Verdict("urgent", ("general",), heard=("that was it",), why="likeness", asks_first=True)
SAYINGS = [
    "It's only a figure of speech.",
    "sorry, turn of phrase",
    "that's an old saying where I come from",
    "just an expression",
    "Not literally!",
    "you took what I wrote far too literally",
    "it's how we talk in Sunderland",
    "that came out all wrong",
    "I worded that badly, sorry",
    "I think you misunderstood me",
    "you got the wrong end of the stick",
    "crossed wires, I think",
    "that's not what I meant",
    "I didn't mean it like that",
    "I meant the lorry",
    "I was talking about my tax return",
    "we were on about the allotment",
    "it was about the exam",
    "the kitchen ceiling, I mean",
    "it's the tortoise, not me",
    "that was the hamster",
    "that's from a film",
    "that was in a book I read",
    "that was decades ago",
    "but I only meant the boiler",
]
WELL = [
    "no no, I'm fine",
    "I am absolutely grand, honestly",
    "there's nothing wrong with me",
    "nothing is the matter",
    "I'm not ill, just cross",
    "I was joking",
    "only kidding",
    "I'm just having a moan",
    "I was exaggerating",
    "it was a silly joke",
]
NOT_SO = [
    "that's not just a saying",
    "it isn't a joke",
    "I wish it was an expression",
    "is that only an expression?",
    "it's an expression, but I do feel awful",
    "just a saying, though it is worse",
    "I meant my shoulder",
    "I was talking about my mum",
    "I meant the feeling",
    "I meant the other side",
    "I was talking about the bridge",
    "I was talking about my waterworks",
    "I was talking about my whole body",
    "it's my thyroid",
    "that was the dog bite",
    "I meant every 8 weeks",
    "I was on about the tablets",
    "I mean it",
    "I think I'm fine",
    "I'm not fine",
    "I'm fine now",
    "my husband says it's my age",
    "it's probably stress",
    "ok",
    "I'd rather wait",
    "can it keep till Monday",
    "that was an expression and I can't go on",
]


def warned(heard: str = "everything is upside down", cards: list[str] | None = None, **more: object) -> Warned:
    return Warned(cards or ["general"], [heard], [], "2026-03-05", **more)  # type: ignore[arg-type]


def taken(text: str, state: State, kind: str = "not_understood", verdict: Verdict | None = None) -> Decision:
    return decide(Understanding(text, verdict or Verdict(), Act(kind)), state, WHO)


def ends(decision: Decision) -> bool:
    return decision.kind == "not_meant" and decision.steps[0].values("about") == ["way_of_speaking"]


@pytest.mark.parametrize("text", SAYINGS)
def test_a_way_of_speaking_ends_what_only_sounded_like_a_sign(text: str) -> None:
    """The card, and the question whether something is new, also where words of the body were used, whatever the
    correction itself sounds like."""
    for kind in KINDS:
        for said in (Verdict(), LIKE):
            assert ends(taken(text, State(warned=warned()), kind, said)), kind
            assert ends(taken(text, State(warned=warned("my legs went on holiday")), kind, said)), kind
            assert ends(taken(text, State(awaiting=NEW_OR_WORSE, sounded="all upside down"), kind, said)), kind


@pytest.mark.parametrize("text", WELL)
def test_that_nothing_is_wrong_ends_what_names_no_body_and_no_mood(text: str) -> None:
    """Of the body, and of a mood, it is soon said."""
    assert ends(taken(text, State(warned=warned())))
    assert ends(taken(text, State(awaiting=NEW_OR_WORSE, sounded="all upside down")))
    assert taken(text, State(awaiting=NEW_OR_WORSE, sounded="so hollow since then")).kind == "nothing_new"
    for told in ("my legs went on holiday", "so hollow since then", "trapped in here"):
        assert not ends(taken(text, State(warned=warned(told)))), told


@pytest.mark.parametrize("text", NOT_SO)
def test_what_leaves_a_doubt_ends_nothing(text: str) -> None:
    """A guess, what others say, a part of the body, a person, what is there after all."""
    for kind in KINDS:
        assert not ends(taken(text, State(warned=warned()), kind)), kind
    assert said_otherwise(text, []) is None


@pytest.mark.parametrize("text", SAYINGS + WELL)
def test_what_the_rules_named_an_emergency_and_a_wish_to_die_stand(text: str) -> None:
    """So do a warning behind an injection, and an emergency of an earlier day."""
    for stands in (
        State(warned=Warned(["nerves"], ["my feet have got number"], ["B2"], "2026-03-05")),
        State(warned=Warned(["general"], ["number feet"], ["B2"], "2026-03-05")),
        State(warned=warned(cards=["doubtful_crisis"])),
        State(warned=warned(cards=["general", "eyes"])),
        State(warned=warned(after_injection=True)),
        State(warned=warned(emergency="chest_pain")),
        State(standing="general", stood=Warned(["general"], ["it walks up"], ["A6"], "2026-03-05")),
        State(standing="crisis_thoughts", stood=Warned(["crisis_thoughts"], ["words"], ["A11"], "2026-03-05")),
    ):
        assert not ends(taken(text, stands)), stands
    for wish in ("I might as well not be here", "there is no point any more", "I want to disappear", "I want it over"):
        assert not ends(taken(text, State(warned=warned(wish)))), wish
        assert not ends(taken(text, State(awaiting=NEW_OR_WORSE, sounded=wish))), wish


def test_a_sign_that_is_told_beside_it_gets_its_card() -> None:
    """Whatever the first words were."""
    told = Verdict("urgent", ("nerves",), signs=("B2",), heard=("numb feet",), why="rules")
    state = State(warned=warned())
    assert taken("that was an expression, my feet are going numb", state, verdict=told).kind == "urgent"
    assert not ends(taken("that was an expression. My feet have gone numb", state))


@pytest.mark.parametrize(
    "state",
    [
        State(warned=warned(), asked_under="how often is it?"),
        State(awaiting=NEW_OR_WORSE, sounded="so odd", asked_under="how often is it?"),
    ],
)
def test_what_was_asked_before_it_is_answered(state: State) -> None:
    """What the message itself asks comes before that."""
    topics = {"how often is it?": "maintenance_phase", "does it hurt?": "injection_technique_pain"}

    def alone(text: str) -> Understanding:
        act = Act("ask_topic", 0.9, (("topic", topics[text]),)) if text in topics else Act("not_understood")
        return Understanding(text, Verdict(), act)

    for text, topic in (("just a saying", "how often is it?"), ("just a saying. does it hurt?", "does it hurt?")):
        steps = decide(Understanding(text, Verdict(), Act("not_understood"), alone=alone), state, WHO).steps
        assert [step.kind for step in steps] == ["not_meant", "ask_topic"]
        assert steps[1].values("topic") == [topics[topic]]
