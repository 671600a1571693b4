"""Questions whose words leave no doubt, and several things of everyday life in one message: who takes them."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.plan import dialogue
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import NO_ANSWER, NOT_UNDERSTOOD, QUESTION

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
GAS, TABLETS = State(focus="nitrous_oxide"), State(focus="tablets")
TALKED = State(last=["maintenance_phase"])
MEMORY = State(said=["question memory_recovery"])


def asked(text: str, state: State | None = None, name: str = QUESTION) -> list[str]:
    """The questions that are answered to a message which likeness makes nothing of."""
    said = Understanding(text, Verdict(), Act(NOT_UNDERSTOOD))
    return [one for step in decide(said, state or State(), WHO).steps for one in step.values(name)]


@pytest.mark.parametrize(
    ("text", "question", "state"),
    [
        ("would it be daft to want my bloods looked at", "not_silly_to_ask", None),
        ("how do I get my memory assessed, any tips", "words_for_a_memory_test", None),
        ("what words get a dementia assessment", "words_for_a_memory_test", None),
        ("I want someone to check my memory", "words_for_a_memory_test", None),
        ("which things should I record, what goes in a symptom journal", "keep_a_diary", None),
        ("what should I jot down for them", "keep_a_diary", None),
        ("what next if the surgery says no again", "still_refused", TALKED),
        ("the clinic keep refusing, where do I go", "still_refused", TALKED),
        ("will my jabs protect me if I do balloons", "laughing_gas_carry_on", None),
        ("how soon is my level normal again", "laughing_gas_recovery", GAS),
        ("I eat no meat: are pills better or the needle", "vegan_injections_or_tablets", None),
        ("so my low b12 is caused by food alone?", "diet_alone", None),
        ("am I going to turn out like my poor dad", "fear_of_dementia", MEMORY),
        ("and afterwards?", "after_the_tablets", TABLETS),
        ("once my pills are used up, what do I do", "after_the_tablets", None),
        ("how do I put it to my surgeon", "surgery_or_dentist", None),
        ("what happens next", "diet_tablets_after", State(focus="diet_tablets")),
    ],
)
def test_plain_words_have_their_answer(text: str, question: str, state: State | None) -> None:
    """Each gets its one question."""
    assert asked(text, state) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "my nurse said no injections are needed now, why",
        "what if the insurer refuses to pay and they say no",
        "is it rude to ask a different doctor to check me",
        "will I end up like my dad on tablets",
        "does nitrous block b12",
        "the dentist uses laughing gas, is that safe with b12",
    ],
)
def test_other_words_are_left_to_others(text: str) -> None:
    """Money, a second opinion, gas in care and a parent's treatment are none of these."""
    ours = {"still_refused", "not_silly_to_ask", "fear_of_dementia", "laughing_gas_carry_on"}
    assert not ours & set(asked(text, TALKED))


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("is caffeine ok and may I have a beer", ["coffee_and_b12", "alcohol_after"]),
        ("can I donate, have a pint, and get my covid booster?", ["give_blood", "alcohol_after", "vaccine_with_b12"]),
        ("you forgot the espresso, and cider?", ["coffee_and_b12", "alcohol_after"]),
        ("can I drink coffee and give blood", ["coffee_and_b12", "give_blood"]),
        ("do I ask the nurse about the covid booster", ["whom_to_ask_which"]),
        ("I had a coffee and a beer yesterday", []),
    ],
)
def test_several_things_have_an_answer_each(text: str, questions: list[str]) -> None:
    """In the order in which they are named, and only where they are asked about."""
    assert asked(text) == questions


def test_what_nothing_is_known_of_is_named() -> None:
    """A thing between others that no page is about is said to have no answer."""
    assert asked("is coffee, kombucha and beer fine?", name=NO_ANSWER) == ["kombucha"]
