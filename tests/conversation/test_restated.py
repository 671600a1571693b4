"""What was just answered, put once more in other words, and a bare word that asks on. No model, no Rasa."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Decision
from b12guide.conversation.kinds import DOSE_CHANGE, YES_OR_NO
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO


def of_antibodies(*, awaiting: str | None = None, refused: str | None = None) -> State:
    """After the answer to what antibodies that were found mean."""
    return State(
        last=["cause_pernicious_anemia"],
        focus="antibody_test",
        question="antibody_test_positive",
        said=["question antibody_test_positive"],
        awaiting=awaiting,
        refused=refused,
    )


ANTIBODIES = of_antibodies()


def said(text: str, state: State, act: Act) -> Decision:
    return decide(Understanding(text, Verdict(), act), state, WHO)


@pytest.mark.parametrize(
    "text",
    [
        "that was long. true or not true",
        "does it or doesn't it",
        "can they or can't they?",
        "so that's a no then",
        "right so it's safe",
        "is it or isn't it",
        "is it yes or no",
    ],
)
def test_which_of_two_it_is_gets_the_answer_in_short(text: str) -> None:
    """Who asks which of two it is, after an answer, gets that answer in short, whatever topic the words sound like."""
    act = Act("ask_topic", 0.4, (("topic", "too_much_b12"),))
    assert said(text, ANTIBODIES, act).steps[0].kind == YES_OR_NO


@pytest.mark.parametrize("text", ["is metformin safe or not", "should i stop the tablets or not"])
def test_which_of_two_of_another_thing_is_a_question_of_its_own(text: str) -> None:
    """What names another thing asks about that, in this form too."""
    act = Act("ask_topic", 0.8, (("topic", "interactions_medicines"),))
    assert said(text, ANTIBODIES, act).steps[0].kind != YES_OR_NO


def test_which_of_two_answers_an_open_question() -> None:
    """While the bot has asked something, the words are for that."""
    act = Act("unsure", 0.3)
    assert said("is it or isn't it", of_antibodies(awaiting="plan"), act).steps[0].kind != YES_OR_NO


@pytest.mark.parametrize("kind", ["deny", "affirm"])
def test_a_bare_word_with_a_question_mark_asks_on(kind: str) -> None:
    """A word that by itself is a yes or a no asks about the thing just spoken of where a question about it is near."""
    act = Act(kind, 1.0, (("near", "antibody_test_negative"),))
    assert said("clear?", ANTIBODIES, act).steps[0].values("question") == ["antibody_test_negative"]
    assert said("clear", ANTIBODIES, act).steps[0].values("question") == []


def test_the_thing_spoken_of_outlasts_a_word_on_the_plan() -> None:
    """After the word that a plan is for the clinic, what is near to the thing spoken of is still asked of it."""
    state = of_antibodies(refused=DOSE_CHANGE)
    act = Act("unsure", 0.2, (("near", "antibody_test_negative"),))
    assert said("suppose it shows none", state, act).steps[0].values("question") == ["antibody_test_negative"]
    assert said("suppose it shows none", of_antibodies(refused="out_of_scope"), act).steps[0].values("question") == []


def test_the_same_question_in_other_words_is_answered_as_that() -> None:
    """What lies nearest to the question that was answered, and was understood as nothing, asks it once more."""
    act = Act("unsure", 0.3, (("offered", "lab_tests_explained"), ("near", "antibody_test_positive")))
    assert said("the antibodies, i mean those", ANTIBODIES, act).steps[0].values("question") == [
        "antibody_test_positive"
    ]


def test_a_thing_named_once_more_is_asked_once_more() -> None:
    """Who says again what the question was about gets that, not what leans on the topic."""
    act = Act("unsure", 0.3, (("near", "antibody_test_positive"), ("leaning", "antibody_test_negative")))
    state = of_antibodies()
    assert said("I meant the intrinsic one", state, act).steps[0].values("question") == ["antibody_test_positive"]


@pytest.mark.parametrize("topic", ["typical_dose", "side_effects"])
def test_what_is_asked_of_a_spray_is_not_answered_of_injections(topic: str) -> None:
    """The dose or the harm of something that is taken is never that of the injections."""
    state = State(
        last=["injections_vs_oral"],
        focus="spray",
        question="b12_sprays_and_nose",
        said=["question b12_sprays_and_nose"],
    )
    act = Act("ask_topic", 0.9, (("topic", topic),))
    [step] = said("what would a body need of that in a day", state, act).steps
    assert step.values("topic") != [topic]


@pytest.mark.parametrize(
    "text",
    [
        "specialist wants injections, my own doctor wants pills. who's right?",
        "one says tablets and the other says the needle, which is right",
    ],
)
def test_who_is_right_on_tablets_or_injections_is_for_the_clinic(text: str) -> None:
    """Two clinicians who differ on the route: who decides that is said, not which is better."""
    act = Act("ask_topic", 0.8, (("topic", "injections_vs_oral"),))
    assert said(text, State(), act).steps[0].values("question") == ["who_decides_on_injections"]


def test_the_baby_after_an_answer_on_pregnancy_is_the_one_to_come() -> None:
    """No word about children and their doses is said of it."""
    act = Act("ask_topic", 0.9, (("topic", "pregnancy"), ("child", "yes")))
    asked = said("could that hurt the baby", State(last=["pregnancy"]), act)
    assert asked.steps[0].values("topic") == ["pregnancy"]
    assert said("could that hurt the baby", State(last=["typical_dose"]), act).kind == "children"


def test_a_thing_named_in_what_was_not_understood_is_what_it_is_about() -> None:
    """After an answer about a thing, its name in an unclear message brings what there is to say of it."""
    state = State(last=["other_b12"], focus="faith", question="faith_and_fasting", said=["question faith_and_fasting"])
    act = Act("not_understood", 0.2)
    assert said("ramadan over by sunday, good?", state, act).steps[0].values("question") == ["faith_and_fasting"]
    assert said("the week after, good?", state, act).kind == "not_understood"
