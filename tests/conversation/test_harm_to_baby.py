"""The baby that is carried or nursed is no patient: whether B12 harms it is asked by the mother. No model, no Rasa."""

from __future__ import annotations

from typing import Any

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.conversation.unborn import asks_harm, of_unborn
from b12guide.shared import content
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

CHILD = Act("ask_topic", 0.7, (("topic", "pregnancy"), ("child", "yes")))
NO_HARM, IN_MILK, GOES_ON = "b12_injections_while_pregnant", "breastfeeding_and_b12", "stop_or_go_on_in_pregnancy"
WHOSE = "injection_and_my_baby"
IN_TALK: dict[str, Any] = {
    "last": ["pregnancy"],
    "question": NO_HARM,
    "focus": "pregnancy",
    "said": [f"question {NO_HARM}"],
}


def taken(text: str, act: Act = CHILD, **state: Any) -> Step:
    return decide(Understanding(text, Verdict(), act), State(**state), WHO).steps[0]


@pytest.mark.parametrize(
    "text",
    [
        "are my shots bad for baby?",
        "Would hydroxocobalamin harm the bump",
        "is the B12 needle safe for the little one inside me?",
        "I have b12 monthly, does b12 hurt bub",
        "any risk to the baby I'm carrying from b12 injections?",
        "can the jabs damage my unborn baby",
        "seven weeks along: is the treatment ok for our baby?",
        "is it bad for baby if I have my injection",
        "will the injections affect the twins I'm expecting",
        "does my b12 do any harm to baby",
    ],
)
def test_whether_b12_harms_the_baby_is_asked_by_who_carries_it(text: str) -> None:
    """And no child's dose is asked for, whether or not a pregnancy was told of before."""
    assert taken(text).values("question") == [NO_HARM]


@pytest.mark.parametrize(
    "text",
    [
        "do the injections get into my milk?",
        "is b12 in breast milk bad for baby",
        "I'm nursing, are the shots safe for the baby?",
        "does it pass into the breast milk",
        "while breastfeeding, can B12 hurt bub",
    ],
)
def test_what_gets_into_the_milk_is_asked_by_who_nurses(text: str) -> None:
    """It is answered for breastfeeding."""
    assert taken(text).values("question") == [IN_MILK]


@pytest.mark.parametrize(
    "text",
    [
        "Is a B12 injection safe for the baby?",
        "are these shots bad for baby?",
        "does b12 hurt bub",
        "would a b12 jab be all right for our little one",
        "hydroxocobalamin: any danger for my baby?",
    ],
)
def test_whose_injection_it_is_may_not_be_told(text: str) -> None:
    """Then the answer is for a baby that has it, and for one that is carried or nursed."""
    assert taken(text).values("question") == [WHOSE]
    assert taken(text, told={"pregnancy": "2026-03-01"}).values("question") == [NO_HARM]
    assert taken(text, **IN_TALK).values("question") == [NO_HARM]


def test_the_answer_for_both_names_the_childrens_team_first() -> None:
    """And nothing is promised to a baby that has an injection itself."""
    answer = content().questions[WHOSE].answer
    assert answer.startswith("If the baby has it, the children's team decides.")
    assert "carry or nurse" in answer


@pytest.mark.parametrize(
    "text",
    [
        "I take tramadol, is it safe for my breast milk",
        "I use an e-cigarette, does it get into my milk?",
        "I smoke five a day, is it bad for baby?",
        "I'm on sertraline. is it ok for the baby I'm carrying",
        "My lithium, does it pass into the breast milk?",
        "had a line of coke at the weekend, is it bad for baby",
        "I take b12 and codeine, is it safe for the bump",
        "are b12 and codeine safe for the bump",
        "is codeine with my b12 safe for the bump",
        "my whooping cough jab, is it safe for my bump",
        "is the flu jab ok for the baby I'm carrying",
        "ibuprofen, does it get in my milk",
        "I drink a glass of red at night, is that bad for baby",
    ],
)
def test_another_medicine_has_no_yes_of_b12(text: str) -> None:
    """What else is taken, smoked or used is asked about; it goes where it went before."""
    found = taken(text, Act("out_of_scope_medical", 0.9))
    assert not {NO_HARM, IN_MILK, WHOSE, GOES_ON} & set(found.values("question"))
    assert not asks_harm(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do I keep taking my lamotrigine? is it ok to carry on with it",
        "can I keep on with it, the roaccutane",
        "I am on lisinopril, should I stop it",
        "can I go on with that hemp oil",
        "do I stop the weight loss jab",
        "should I carry on with my statin and can I keep on with it",
        "I take tramadol too. Do I stop them?",
        "may I continue it? I mean the tramadol",
        "do I carry on with the flu jab",
        "should I stop vaping, can I carry on with it",
    ],
)
def test_another_medicine_does_not_go_on_as_b12_does(text: str) -> None:
    """In a talk on pregnancy, "it" is what is named beside it."""
    assert taken(text, Act("out_of_scope_medical", 0.9), **IN_TALK).values("question") != [GOES_ON]


@pytest.mark.parametrize(
    "text",
    [
        "what dose does a baby get",
        "is it safe to give b12 to my baby",
        "my baby is six months old, is a shot safe for the baby",
        "how much b12 for baby",
        "are drops ok for my baby",
        "is half a tablet all right for baby",
    ],
)
def test_a_baby_that_is_given_something_is_a_child(text: str) -> None:
    """No answer of an adult's stands for it."""
    assert not asks_harm(text)
    assert taken(text).kind == "children"


@pytest.mark.parametrize(
    "text",
    [
        "can low b12 harm the baby",
        "is being without b12 bad for baby",
        "is gas and air bad for baby",
        "is folic acid safe for the baby",
        "could my vegan diet hurt the baby",
    ],
)
def test_a_lack_or_another_thing_is_another_question(text: str) -> None:
    """What is said of B12 injections would be a wrong answer to it."""
    assert taken(text, Act("ask_topic", 0.7, (("topic", "pregnancy"),))).values("question") != [NO_HARM]


def test_a_baby_behind_pregnancy_is_the_one_to_come() -> None:
    """Nobody is a patient beside who writes."""
    assert of_unborn("and for the baby?", ["pregnancy"])
    assert not of_unborn("and for the baby?", [])


@pytest.mark.parametrize(
    "text",
    [
        "yes or no, do I carry on with the jabs?",
        "should I keep having them?",
        "can I continue the injections then",
        "do I stop them",
        "may I go on with it",
        "would you come off the shots",
    ],
)
def test_whether_it_goes_on_is_asked_of_the_pregnancy(text: str) -> None:
    """A talk on pregnancy goes on, and no plan is asked for."""
    act = Act("ask_topic", 0.6, (("topic", "staying_on_schedule"),))
    assert taken(text, act, **IN_TALK).values("question") == [GOES_ON]


@pytest.mark.parametrize(
    "text",
    ["do I stop the metformin", "can I carry on breastfeeding", "do I stop folic acid then", "when do I stop at work"],
)
def test_another_thing_that_goes_on_is_left(text: str) -> None:
    """In such a talk too."""
    assert taken(text, Act("unsure"), **IN_TALK).values("question") != [GOES_ON]
