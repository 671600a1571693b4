"""What only sounded like a sign ends once it is said to have been about a thing; nothing else ends it. No model."""

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
THINGS = [
    "I meant the lorry",
    "no no, I was talking about my tax return",
    "sorry, it was about the exam",
    "it's the tortoise, not me",
    "that was the hamster",
    "that's from a film",
    "haha I meant my old van",
]
SAYINGS = ["It's only a figure of speech.", "sorry, turn of phrase", "just an expression", "that's a saying"]
NOT_SO = [
    "that's not just a saying",
    "it isn't a joke",
    "I wish it was an expression",
    "is that only an expression?",
    "it's an expression, but I do feel awful",
    "just an expression. I am seeing stars",
    "just a saying, though it is worse",
    "my husband says it's just an expression",
    "you misunderstood. It is much more serious",
    "not what I meant, I meant that I feel awful",
    "I'm ok when I lie down",
    "I keep telling everyone I'm fine",
    "I was joking",
    "I'm fine",
    "it's like a film",
    "I meant my Daisy",
    "I meant our Susan",
    "I meant my ticker",
    "it was about my waterpipe",
    "I meant my shoulder",
    "I was talking about my mum",
    "I was talking about the bridge",
    "I meant every 8 weeks",
    "I mean it",
    "I meant the car, and my chest hurts",
    "I meant the car. My arm is odd",
    "ok",
    "that was an expression and I can't go on",
]
OF_ONESELF = [
    "I can't face tomorrow",
    "the lights are going out",
    "I want out",
    "no way out",
    "nobody would miss me",
    "I'd like to join my late husband",
    "I stockpiled them",
    "I hate myself",
    "there's a band round me",
    "I might as well not be here",
    "my legs went on holiday",
    "so hollow since then",
]


def warned(heard: str = "everything is upside", cards: list[str] | None = None, **more: object) -> Warned:
    return Warned(cards or ["general"], [heard], [], "2026-03-05", **more)  # type: ignore[arg-type]


def taken(text: str, state: State, kind: str = "not_understood", verdict: Verdict | None = None) -> Decision:
    return decide(Understanding(text, verdict or Verdict(), Act(kind)), state, WHO)


def ends(decision: Decision) -> bool:
    return decision.kind == "not_meant" and decision.steps[0].values("about") == ["way_of_speaking"]


@pytest.mark.parametrize("text", THINGS)
def test_a_thing_ends_what_only_sounded_like_a_sign(text: str) -> None:
    """The card, and the question whether something is new."""
    for kind in KINDS:
        assert ends(taken(text, State(warned=warned()), kind)), kind
        assert taken(text, State(awaiting=NEW_OR_WORSE, sounded="all upside"), kind).kind == "nothing_new", kind


@pytest.mark.parametrize("text", SAYINGS)
def test_an_expression_answers_the_question_and_ends_no_card(text: str) -> None:
    """Whoever can hardly bear it says the same."""
    assert taken(text, State(awaiting=NEW_OR_WORSE, sounded="all upside")).kind == "nothing_new"
    assert not ends(taken(text, State(warned=warned())))


@pytest.mark.parametrize("text", NOT_SO)
def test_what_leaves_a_doubt_ends_nothing(text: str) -> None:
    """A guess, what others say, a part of the body, a person, whatever is told beside it."""
    for kind in KINDS:
        assert not ends(taken(text, State(warned=warned()), kind)), kind
    assert said_otherwise(text, saying=True) is None


@pytest.mark.parametrize("text", THINGS + SAYINGS)
def test_what_names_the_body_a_mood_or_living_stands(text: str) -> None:
    """So do a sign that the rules named, however old, one behind an injection, and an emergency."""
    for stands in (
        State(warned=Warned(["nerves"], ["my feet have got number"], ["B2"], "2026-03-05")),
        State(warned=Warned(["allergy_skin"], ["upside"], ["B1"], "2026-03-01"), awaiting=NEW_OR_WORSE, sounded="odd"),
        State(warned=warned(cards=["doubtful_crisis"])),
        State(warned=warned(cards=["general", "eyes"])),
        State(warned=warned(after_injection=True)),
        State(warned=warned(emergency="chest_pain")),
        State(standing="general", stood=Warned(["general"], ["it walks up"], ["A6"], "2026-03-05")),
        State(standing="crisis_thoughts", stood=Warned(["crisis_thoughts"], ["words"], ["A11"], "2026-03-05")),
        *(State(warned=warned(words)) for words in OF_ONESELF),
        *(State(awaiting=NEW_OR_WORSE, sounded=words) for words in OF_ONESELF),
    ):
        assert not ends(taken(text, stands)), stands


def test_a_sign_that_is_told_beside_it_gets_its_card() -> None:
    """Whatever the first words were."""
    told = Verdict("urgent", ("nerves",), signs=("B2",), heard=("numb feet",), why="rules")
    assert taken("I meant the car, my feet are going numb", State(warned=warned()), verdict=told).kind == "urgent"


def test_what_was_asked_before_it_is_answered() -> None:
    """What the message itself asks comes before that, and a question that sounds like a sign ends nothing."""
    topics = {"how often is it?": "maintenance_phase", "does it hurt?": "injection_technique_pain"}

    def alone(text: str) -> Understanding:
        act = Act("ask_topic", 0.9, (("topic", topics[text]),)) if text in topics else Act("not_understood")
        return Understanding(text, Verdict("urgent") if "lights" in text else Verdict(), act)

    state = State(warned=warned(), asked_under="how often is it?")
    for text, topic in (("I meant the car", "how often is it?"), ("I meant the car. does it hurt?", "does it hurt?")):
        steps = decide(Understanding(text, Verdict(), Act("not_understood"), alone=alone), state, WHO).steps
        assert [step.kind for step in steps] == ["not_meant", "ask_topic"]
        assert steps[1].values("topic") == [topics[topic]]
    loud = Understanding("I meant the car. Are the lights going out?", Verdict(), Act("not_understood"), alone=alone)
    assert not ends(decide(loud, state, WHO))
