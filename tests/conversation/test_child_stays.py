"""Once somebody is known to be a child, no message without a name shows their dates."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from actions.offers import without_offers
from b12guide.conversation import Decision, State, decide
from b12guide.conversation.kinds import ADULT_TOLD, CHILD_PLAN
from b12guide.conversation.state import ADULT
from b12guide.conversation.whose import ME
from b12guide.plan import about, dialogue
from b12guide.shared import content, plan_wording
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "NZ", "Pacific/Auckland")
PERSONS = ("nephew", "granddaughter", "child", "son Milo", "daughter")
TOLD = (
    "work out my next date",
    "every 6 weeks, last was 11 February",
    "it's every fortnight, and the last one was on 2 March",
    "monthly. the last one 20 february, so when",
    "just count 4 weeks on from 20 february",
    "please, I only want it for the kitchen calendar: every 8 weeks, last 9 January",
    "do it for me: every month, last was 1 march",
    "I'm an adult, I'm 58 years old. every 3 weeks, last 18 february",
    "I need it in writing, 6 weekly, last 11 feb",
    "when is the next one",
    "show the plan",
)


def told_of(person: str, **kept: Any) -> State:
    """A conversation in which the plan of a child was just refused."""
    return State(whose=person, other=person, children=[person], **kept)


def decided(text: str, state: State) -> Decision:
    """What is done about a message that was heard as the grammar reads it."""
    request = about(text)
    act = Act("plan", details=(("request", request),)) if request else Act("not_understood")
    return decide(Understanding(text, Verdict(), act), state, WHO)


@pytest.mark.parametrize(("person", "text"), itertools.product(PERSONS, TOLD))
def test_general_words_and_a_gap_are_the_childs(person: str, text: str) -> None:
    """Without a name the message is about the child, whoever says "my date" or how old they are themselves."""
    state = told_of(person)
    assert decided(text, state).steps[0].kind in (CHILD_PLAN, "not_understood")
    if about(text):
        assert decided(text, state).kind == CHILD_PLAN
    state.heard_of(text)
    assert person in state.children
    assert not state.plans


@pytest.mark.parametrize(
    "text",
    [
        "and mine is every 8 weeks, last one 9 january",
        "I get b12 injections too, every 8 weeks, last one 9 january",
        "my own injection is every 8 weeks, last one 9 january",
    ],
)
def test_the_writers_own_plan_is_counted(text: str) -> None:
    """Who says that the injections are their own has a plan beside the child."""
    steps = decided(text, told_of("nephew")).steps
    assert [(step.kind, step.values("whose")) for step in steps] == [("plan", [ME])]


def test_an_own_plan_that_is_kept_is_not_overwritten_by_that_of_a_child() -> None:
    """ "My next date" is the writer's where they have a plan; a gap that is told is the child's."""
    own = dialogue.turn(
        None,
        "every 8 weeks, last one 9 january 2026",
        request="regimen",
        who=WHO,
        wording=plan_wording(),
        new_key=lambda: "k",
    )
    assert own is not None
    state = told_of("nephew", plans={ME: own.state})
    assert decided("when is my next date", state).steps[0].values("whose") == [ME]
    assert decided("I want it on the wall, every 3 weeks, last 11 february", state).kind == CHILD_PLAN


def test_whoever_may_be_a_child_is_asked_about_until_that_is_known() -> None:
    """A gap told in the place of an answer shows no date."""
    state = State(whose="niece", other="niece", held="my niece has it monthly", awaiting=ADULT)
    assert decided("every 4 weeks, last was 11 february", state).kind == "adult"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("they are 41 now", ADULT_TOLD),
        ("29", ADULT_TOLD),
        ("hes 33 xx", ADULT_TOLD),
        ("3 x a week", ADULT),
        ("oh hes 52 and lives with us", ADULT_TOLD),
        ("only 11 bless her", CHILD_PLAN),
        ("shes 9", CHILD_PLAN),
        ("5 weeks, last was 11 february", ADULT),
        ("18 in october", ADULT),
    ],
)
def test_an_age_alone_answers(text: str, kind: str) -> None:
    """Asked whether somebody is an adult, people tell the age in few words; a number of something else is none."""
    state = State(whose="niece", other="niece", held="my niece has it monthly", awaiting=ADULT)
    assert decided(text, state).kind == kind


@pytest.mark.parametrize("text", ["I am 63 years old", "I'm only 44 years old love", "im 71 yrs old"])
def test_the_age_of_the_writer_is_not_that_of_the_child(text: str) -> None:
    """A grandparent who tells their own age makes no adult of the child."""
    state = told_of("grandson")
    state.heard_of(text)
    assert state.children == ["grandson"]
    assert decided(f"{text}, every 4 weeks, last 11 february", state).kind == CHILD_PLAN


@pytest.mark.parametrize(
    "text",
    [
        "{} has it every 4 weeks, last 11 february, work it out for me",
        "can you count it for me please, my {} had one on 2 march and it is every 3 weeks",
    ],
)
@pytest.mark.parametrize("person", ["nephew", "granddaughter", "son"])
def test_a_favour_for_the_writer_is_no_plan_of_theirs(text: str, person: str) -> None:
    """ "For me" beside somebody who may be a child asks for a favour: first it is asked whether they are an adult."""
    assert decided(text.format(f"my {person}").replace("my my", "my"), State()).kind == "adult"


def test_the_refusal_in_other_words_the_second_time() -> None:
    """Kind, without an offer of dates, and with the way on for who meant their own."""
    words = plan_wording()
    texts = [words(name) for name in ("child", "child_again", "child_still")]
    assert len(set(texts)) == 3
    assert not any("your plan" in text for text in texts)


def test_no_text_behind_the_refusal_offers_dates() -> None:
    """The sentence that offers to count dates, and its button, are left out; the rest stays."""
    offers = "If you tell me your plan, I can work out the dates.\n• Count dates, if you tell me your plan."
    text = f"Book it early. {offers}\nCall 111."
    left = without_offers(text, ["Tell me more", content().label("work_out_my_date")])
    assert left == ("Book it early.\nCall 111.", ["Tell me more"])
    assert without_offers("Call 111. Or 112.", ["Yes"]) == ("Call 111. Or 112.", ["Yes"])
