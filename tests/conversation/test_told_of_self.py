"""What somebody tells of themselves and of others that an answer depends on, and which answers fit it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, Step
from b12guide.conversation.decision import Asked
from b12guide.conversation.fitting_facts import with_facts
from b12guide.conversation.told_of_self import DIET, METFORMIN, NUMB_FEET, PERNICIOUS, SURGERY, VEGAN, told_in
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, TOPIC

WHO = dialogue.Who(date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("I have had the jabs for my pernicious anaemia since 2012.", PERNICIOUS),
        ("Pernicious anaemia, that is me.", PERNICIOUS),
        ("i've got PA", PERNICIOUS),
        ("They took out my ileum in March", SURGERY),
        ("How long must I go on, having no stomach?", SURGERY),
        ("my b12 is low because i take metformin", METFORMIN),
        ("We are both vegan", VEGAN),
        ("As a vegan, what do I eat?", VEGAN),
        ("is it because I am vegan?", VEGAN),
    ],
)
def test_the_writer_tells_of_themselves(text: str, fact: str) -> None:
    """Told in a statement, or as what a question supposes."""
    assert told_in(text) == {True: [fact], False: []}


@pytest.mark.parametrize(
    "text",
    [
        "does pernicious anaemia run in families?",
        "I was tested for pernicious anaemia",
        "my doctor thinks it is PA",
        "my PA at work booked it",
        "pernicious anaemia was ruled out in my case",
        "they ruled out pernicious anaemia in me",
        "I'm not vegan",
        "should I go vegan?",
        "do vegans take it for life",
        "I met a vegan yesterday",
        "people on metformin have it",
        "i dont take metformin",
        "my stomach is upset",
        "is the vegan tablet ok for me",
    ],
)
def test_a_question_a_fear_and_a_denial_tell_nothing(text: str) -> None:
    """An illness that is asked about, feared or denied is none that somebody has."""
    assert told_in(text) == {True: [], False: []}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("my wife Sheila has pernicious anaemia", PERNICIOUS),
        ("hers is from her diabetes tablets", METFORMIN),
        ("he is a vegan", VEGAN),
        ("my mum had her stomach removed", SURGERY),
    ],
)
def test_what_is_told_of_somebody_else_is_theirs(text: str, fact: str) -> None:
    """It chooses no answer for who writes."""
    assert told_in(text) == {True: [], False: [fact]}


def asked_for(question: str, facts: dict[str, list[str]], text: str = "how long") -> list[str]:
    """The questions that are answered in the place of one, for somebody of whom that was told."""
    one = content().questions[question]
    step = Step(ASK_TOPIC, ((TOPIC, one.topic), (QUESTION, one.id)))
    asked = Asked(Understanding(text, Verdict(), Act(ASK_TOPIC)), State(facts=facts), WHO)
    return with_facts((step,), asked)[0].values(QUESTION)


def test_the_cause_that_was_told_chooses_the_answer() -> None:
    """For life where the cause stays; plants for who is vegan; what nobody told changes nothing."""
    assert asked_for("injections_for_life", {ME: [PERNICIOUS]}) == ["pa_treatment_for_life"]
    assert asked_for("passing_cause_how_long", {ME: [SURGERY]}) == ["surgery_treatment_for_life"]
    assert asked_for("foods_with_b12", {ME: [VEGAN]}) == ["plant_foods_b12"]
    assert asked_for("foods_with_b12", {ME: [VEGAN, SURGERY]}) == ["eat_well_but_low"]
    assert asked_for("injections_for_life", {}) == ["injections_for_life"]
    assert asked_for("injections_for_life", {"mum": [PERNICIOUS]}) == ["injections_for_life"]


def test_a_spray_is_answered_whatever_the_cause() -> None:
    """Too little is known of other forms to tell causes apart."""
    assert asked_for("tablets_switch_over", {ME: [PERNICIOUS]}, "would a spray do") == ["tablets_switch_over"]
    assert asked_for("tablets_switch_over", {ME: [PERNICIOUS]}, "and pills?") == ["tablets_pernicious_anaemia"]


def test_every_answer_that_fits_is_there() -> None:
    """Each question and topic that the table names is one of the content."""
    from b12guide.conversation.fitting_facts import _words

    every, topics = content().questions, {one.topic for one in content().questions.values()}
    for words in _words().values():
        assert set(words.get("whole", {})) <= topics
        assert set(words.get("questions", {})) <= set(every)
        assert {one for kind in words.values() for ids in kind.values() for one in ids} <= set(every)


@pytest.mark.parametrize(
    "text",
    [
        "My aunt has it. The doctor says the cause is diet",
        "the gp says it's down to diet, dad's i mean",
        "My uncle too. Toes a bit numb for years",
        "toes can be numb when b12 is low?",
        "feet often go numb with it",
        "my manager has numb toes",
        "i used to have numb toes",
        "my toes don't feel numb any more",
        "i had numb feet years ago",
        "i was vegan years ago",
    ],
)
def test_what_is_of_another_or_over_is_not_kept(text: str) -> None:
    """Who is named anywhere in it may be meant; what is asked in general, or is over, is nobody's now."""
    assert told_in(text)[True] == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Toes a bit numb for years", NUMB_FEET),
        ("doctor says the cause is diet", DIET),
        ("my toes still feel numb, they used to be worse", NUMB_FEET),
        ("my feet went numb years ago", NUMB_FEET),
        ("I've been vegan for years", VEGAN),
    ],
)
def test_who_leaves_out_my_speaks_of_themselves(text: str, fact: str) -> None:
    """Where nobody else is named, and it is not over."""
    assert told_in(text)[True] == [fact]


def test_numb_feet_that_are_over_are_taken_back() -> None:
    """They choose no answer any more."""
    state = State(facts={ME: [NUMB_FEET]})
    state.heard_of("my feet don't feel numb anymore")
    assert state.facts[ME] == []
