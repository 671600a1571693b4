"""Stopping as somebody else did, a break, and for how long: the cause that was told chooses the answer. No model."""

from __future__ import annotations

from typing import Any

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.conversation.told_of_self import DIET, METFORMIN, PERNICIOUS, SURGERY, told_in
from b12guide.conversation.whose import ME
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WARNED, WHO

LAPSED = Act("ask_topic", 0.8, (("topic", "missed_or_late_injection"), ("question", "missed_for_years_and_restart")))
OTHER, OTHER_MINE = "somebody_stopped_and_is_well", "somebody_stopped_mine_stays"
BREAK, BREAK_MINE = "a_break_from_injections", "break_while_cause_stays"
TALK = {"last": ["stopping_maintenance"], "question": "feeling_well_can_i_stop", "focus": "stopping"}
STOPPED = [
    "my colleague came off hers last spring and she's doing great",
    "But a bloke at the gym quit two years ago and he is fine",
    "my auntie gave them up in 2022 and feels brilliant",
    "someone in my group packed hers in and is as fit as ever",
    "the neighbour dropped his and nothing happened",
    "A woman at work has had none since 2024 and is healthy",
    "one lady stopped ages ago, she is 100%",
    "others have come off them and are perfectly well",
    "my brother stopped his and never looked back",
    "a pal of mine binned the lot, still right as rain",
]
BREAKS = [
    "so just a four month break",
    "can I have a few months off then",
    "ok what about half a year off",
    "I only want a short break from them",
    "I'll take three months off",
    "could I pause for six months",
    "Fancy a bit of a rest from them? I need a break",
    "and a year without?",
    "I'd like a pause over the winter",
    "can I stop for just two months",
]


def taken(text: str, *facts: str, act: Act = LAPSED, **state: Any) -> Step:
    kept = State(facts={ME: [*facts]} if facts else {}, **{**TALK, **state})
    return decide(Understanding(text, Verdict(), act), kept, WHO).steps[0]


@pytest.mark.parametrize("text", STOPPED)
def test_that_somebody_else_stopped_proves_nothing(text: str) -> None:
    """It is no lapse of the writer's own, and their cause may be another one."""
    assert taken(text).values("question") == [OTHER]
    assert taken(text, PERNICIOUS).values("question") == [OTHER_MINE]
    assert taken(text, SURGERY).values("question") == [OTHER_MINE]


@pytest.mark.parametrize(
    "text",
    [
        "my mum stopped hers and she's fine, should she start again?",
        "my friend stopped metformin and is fine",
        "I stopped in 2024 and I'm fine",
        "my dad stopped his and he is really ill now",
        "my friend has injections and is fine",
        "the nurse stopped and was good with me",
        "They stopped my injections even though I'm not well",
        "they stopped all of mine and said I'd be fine",
        "she stopped giving me the injections and I was fine",
        "my cousin stopped hers and is not good at all",
        "my friend stopped hers and isn't fine",
        "my aunt stopped her jabs and is great, when is her next one",
        "my sister stopped hers and is fine, mine are every 12 weeks",
        "the surgery says they stopped it, is that ok",
    ],
)
def test_what_is_asked_for_them_or_is_of_something_else_is_left(text: str) -> None:
    """The writer's own stop, another medicine, somebody who is not well."""
    assert not {OTHER, OTHER_MINE} & {*taken(text).values("question")}


@pytest.mark.parametrize("text", BREAKS)
def test_a_break_that_is_wanted_is_no_break_that_was_had(text: str) -> None:
    """It carries the same risk as stopping; where the cause stays, that is said."""
    assert taken(text).values("question") == [BREAK]
    assert taken(text, PERNICIOUS).values("question") == [BREAK_MINE]
    assert taken(text, METFORMIN).values("question") == [BREAK]


@pytest.mark.parametrize(
    "text",
    [
        "I had a six month break, how do I start again",
        "after a long break do I load again",
        "can the nurse do it in my lunch break",
        "the needle might break, what then",
        "we go on holiday for two weeks",
        "can I take a break from metformin",
        "I need to rest my arm",
        "4 months without a jab and I'm worn out, do I start again?",
        "two months without one already",
        "I need a rest after my jab, is that usual?",
        "can I have three weeks off work?",
        "could I take a month off from the gym",
        "I need a rest",
        "I want a holiday",
        "the GP told me to stop for two months",
        "they said take a break for 3 months, every 12 weeks is my plan",
        "I want a break for 3 months, when is my next",
    ],
)
def test_what_only_has_the_word_is_no_wish_for_a_break(text: str) -> None:
    """One that is over, a lunch break, a broken needle, a journey, another medicine."""
    assert not {BREAK, BREAK_MINE} & {*taken(text).values("question")}


def test_a_bare_break_is_of_injections_only_where_those_were_spoken_of() -> None:
    """ "I need a break", of somebody who said nothing of them, may be of anything."""
    assert BREAK not in taken("I need a break", last=[], question=None, focus=None).values("question")
    assert taken("I need a break from the injections", last=[], question=None, focus=None).values("question") == [BREAK]


@pytest.mark.parametrize(
    "text",
    [
        "so that's for my whole life?",
        "and is it forever",
        "how long would it go on then",
        "for good, is it",
        "the rest of my days then?",
        "is that for the rest of my life, so",
        "till i die??",
    ],
)
def test_how_long_is_answered_for_the_cause_that_was_told(text: str) -> None:
    """For life where it stays; until food or tablets cover it where it is the diet."""
    unsure = Act("ask_topic", 0.6, (("topic", "how_long_treatment_lasts"),))
    assert taken(text, PERNICIOUS, act=unsure).values("question") == ["pa_treatment_for_life"]
    assert taken(text, SURGERY, act=unsure).values("question") == ["surgery_treatment_for_life"]
    assert taken(text, DIET, act=unsure).values("question") == ["diet_treatment_how_long"]
    assert taken(text, act=unsure).values("question") == []


def test_numbness_for_life_is_no_question_of_the_treatment() -> None:
    """What lasts is named."""
    heard = Act("ask_topic", 0.9, (("topic", "nerve_recovery"),))
    assert taken("will the numbness be there for life?", PERNICIOUS, act=heard).values("topic") == ["nerve_recovery"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("two years now for pernicious anaemia, on top of the world", PERNICIOUS),
        ("the GP says the cause is my diet", DIET),
        ("mine is only down to what I eat", DIET),
        ("my low b12 comes from a poor diet", DIET),
    ],
)
def test_the_cause_is_heard_as_people_tell_it(text: str, fact: str) -> None:
    """Also where they leave out that it is theirs."""
    assert told_in(text)[True] == [fact]


@pytest.mark.parametrize(
    "text", ["is it my diet?", "should I change my diet", "how many years of jabs for pernicious anaemia"]
)
def test_a_cause_that_is_asked_about_is_not_told(text: str) -> None:
    """Nor is what one eats a cause by itself."""
    assert told_in(text)[True] == []


def test_a_warning_that_stands_is_before_all_of_it() -> None:
    """Who has just told of a sign is not answered on a break."""
    steps = decide(Understanding("a few months off then", Verdict(), Act("unsure")), WARNED, WHO).steps
    assert BREAK not in steps[0].values("question")
