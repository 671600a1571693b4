"""Questions that lean on the answer before them: what a thing does to B12, whom to call, whether to go, what may come
of a break, and which answer a yes or a no is asked of. No model, no Rasa."""

from __future__ import annotations

from typing import Any

import pytest

from b12guide.content import Question
from b12guide.conversation import State, decide
from b12guide.conversation.answered import answered, asks_yes_or_no
from b12guide.conversation.decision import Step
from b12guide.conversation.few_words import straight
from b12guide.conversation.other_plans import LINE
from b12guide.conversation.told_of_self import BYPASS, told_in
from b12guide.shared import content
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

WHAT_IS_B12 = Act("ask_topic", 1.0, (("topic", "purpose_of_injections"), ("question", "what_b12_does")))
PLAN = Act("plan", 0.8)
GAS = {"last": ["pregnancy"], "question": "gas_and_air_in_labour", "focus": "gas_and_air"}
DRIVING = {"last": ["other_b12"], "question": "driving_and_low_b12", "focus": "driving"}
HIGH = {"last": ["lab_tests_explained"], "question": "high_level_too_much_in_me", "focus": "b12_level"}
BREAK = {"last": ["stopping_maintenance"], "question": "a_break_from_injections", "focus": "stopping"}


def taken(text: str, act: Act, **state: Any) -> Step:
    return decide(Understanding(text, Verdict(), act), State(**state), WHO).steps[0]


@pytest.mark.parametrize(
    "text",
    [
        "and what does that do to b12?",
        "What exactly would it do to my B12",
        "how does the gas affect the b12",
        "what will this stuff do to the vitamin B12 in me",
        "so how can it harm b12?",
    ],
)
def test_what_it_does_to_b12_is_asked_of_what_was_spoken_of(text: str) -> None:
    """And never what B12 is for."""
    assert taken(text, WHAT_IS_B12, **GAS).values("question") == ["gas_and_air_blocks_b12"]
    of_dentist = {**GAS, "last": ["interactions_medicines"], "question": "surgery_or_dentist", "focus": "surgery"}
    assert taken(text, WHAT_IS_B12, **of_dentist).values("question") == ["gas_why_it_matters"]


def test_it_reaches_back_over_another_answer() -> None:
    """The thing may have been spoken of a little before."""
    state = {
        "last": ["pregnancy"],
        "focus": "pregnancy",
        "said": ["question gas_and_air_in_labour", "question ivf_and_b12"],
    }
    step = taken("and what does the gas do to the b12", WHAT_IS_B12, **state)
    assert step.values("question") == ["gas_and_air_blocks_b12"]


@pytest.mark.parametrize(
    "text", ["what does b12 do?", "what does the b12 do to me", "how much b12 is in it", "what does it do to my nerves"]
)
def test_what_b12_itself_does_is_left(text: str) -> None:
    """It names no thing that acts on B12."""
    assert taken(text, WHAT_IS_B12, **GAS).values("question") != ["gas_and_air_blocks_b12"]


@pytest.mark.parametrize(
    "text",
    [
        "so whom do I phone, the surgery or the DVLA?",
        "GP or DVLA, which one first",
        "who should I tell then",
        "who do I call?",
        "doctor or the licensing people, who is it",
        "who decides then?",
    ],
)
def test_whom_to_call_about_driving_is_answered_with_whom(text: str) -> None:
    """No list of what to ask, and no definition."""
    act = Act("ask_topic", 0.8, (("topic", "questions_for_clinician"),))
    assert taken(text, act, **DRIVING).values("question") == ["doctor_or_licence_office"]


@pytest.mark.parametrize(
    "text", ["who do I tell about my toes", "who do I ask about the tablets", "who drives me", "is the doctor in"]
)
def test_whom_to_tell_of_another_matter_is_left(text: str) -> None:
    """Behind a word on driving too."""
    assert taken(text, Act("unsure"), **DRIVING).values("question") != ["doctor_or_licence_office"]


@pytest.mark.parametrize(
    "text",
    [
        "so do I keep my next appointment?",
        "shall I just go in for the next jab",
        "must I still have my next one",
        "am I still to turn up for Thursday's",
        "should I even come for the booked one",
        "do I still need the next injection?",
    ],
)
def test_whether_to_go_for_the_next_one_is_answered_behind_a_high_level(text: str) -> None:
    """No form for dates is opened."""
    assert taken(text, PLAN, **HIGH).values("question") == ["high_level_still_go"]


@pytest.mark.parametrize(
    "text",
    [
        "when do I have my next one?",
        "where do I go for my next injection",
        "should I have two injections next time",
        "do I need injections for life",
        "can I skip the next one",
    ],
)
def test_when_where_and_how_often_are_other_questions(text: str) -> None:
    """They are asked of a plan, or to leave one out."""
    assert taken(text, PLAN, **HIGH).values("question") != ["high_level_still_go"]


def test_without_a_high_level_the_next_one_is_a_plans() -> None:
    """Nothing was said that would put it in doubt."""
    assert taken("do I still go for my next one", PLAN).values("question") != ["high_level_still_go"]


@pytest.mark.parametrize(
    "text",
    [
        "what is the risk if I take a few months off",
        "what could happen if I take a break",
        "what might go wrong if I take a short rest from them",
        "what would be the harm in taking half a year out",
    ],
)
def test_a_break_that_is_taken_is_one(text: str) -> None:
    """Whichever of the two answers on it is given."""
    act = Act("ask_topic", 0.9, (("topic", "warning_signs_information"),))
    assert taken(text, act, **BREAK).values("question")[0] in ("few_months_without", "a_break_from_injections")


NEVER = {"last": ["too_much_b12"], "question": "high_and_takes_none", "focus": "high_level_no_b12"}
NEVER["said"] = ["question high_and_takes_none"]


@pytest.mark.parametrize(
    "text",
    [
        "so do I keep my appointment for the injection?",
        "shall I just go in for the jab",
        "must I still have my next one",
        "can I skip the first injection then",
        "do I go for Friday's",
        "should I cancel the shot they booked",
    ],
)
def test_a_high_level_without_any_b12_is_for_a_doctor_first(text: str) -> None:
    """Nothing explains it, so no injection is agreed to, and none is urged."""
    assert taken(text, PLAN, **NEVER).values("question") == ["high_level_before_any"]
    untreated = {**HIGH, "untreated": True}
    assert taken(text, PLAN, **untreated).values("question") == ["high_level_before_any"]
    alone = f"I have never taken any B12 and my level is very high. {text}"
    assert taken(alone, PLAN, **HIGH).values("question") == ["high_level_before_any"]


def test_the_first_of_all_is_none_that_goes_on() -> None:
    """Whoever has it before them had none yet."""
    text = "do I still go for my first injection?"
    assert taken(text, PLAN, **HIGH).values("question") == ["high_level_before_any"]


@pytest.mark.parametrize(
    "text",
    [
        "I have injections every month. Do I still go for my next one?",
        "I get my jabs monthly and take no tablets. Do I still go for the next one?",
        "I have an injection every 8 weeks, never had it so high. Do I keep my appointment?",
    ],
)
def test_who_tells_of_injections_goes_on(text: str) -> None:
    """Whatever was asked before."""
    assert taken(text, PLAN, **NEVER).values("question") == ["high_level_still_go"]


@pytest.mark.parametrize(
    "text",
    [
        "but what might go wrong in four months?",
        "and what can happen over half a year",
        "What's the harm in skipping a few months?",
        "how bad could it be if I don't have any",
        "could anything happen in the meantime?",
        "what is the worst that could happen in a year without",
    ],
)
def test_what_may_come_of_a_break_is_answered_with_that(text: str) -> None:
    """And not with all the signs that there are."""
    act = Act("ask_topic", 0.9, (("topic", "warning_signs_information"),))
    assert taken(text, act, **BREAK).values("question") == ["few_months_without"]


@pytest.mark.parametrize(
    "text",
    [
        "what happens at the clinic?",
        "what can happen if my arm swells",
        "in six months I move house",
        "what might happen if I take three together?",
        "what is the danger if I take aspirin on top?",
        "what could go wrong if I take two tablets for a week",
        "what are the risks of taking ibuprofen after it",
        "what can happen if I took double in the last two weeks",
    ],
)
def test_another_thing_that_may_happen_is_left(text: str) -> None:
    """No break is what it comes of."""
    assert taken(text, Act("unsure"), **BREAK).values("question") != ["few_months_without"]


@pytest.mark.parametrize(
    "text",
    [
        "then only four months off, and I start again in spring",
        "just a summer off then go back on them in autumn, ok? I mean a few months off",
    ],
)
def test_a_break_is_one_though_its_end_is_told(text: str) -> None:
    """It is still to come."""
    act = Act("dose_change_request", 0.8)
    assert taken(text, act, **BREAK).values("question") == ["a_break_from_injections"]


@pytest.mark.parametrize(
    "text",
    [
        "Hello, I'm doing my birth plan. May I have gas and air? Just yes or no",
        "busy writing the birth plan: is entonox allowed with low B12?",
        "can I have the gas, it's for my birth plan",
        "my birth plan says gas and air, is that ok?",
    ],
)
def test_whether_is_no_wish_for_a_line(text: str) -> None:
    """A line is given to who asks for words."""
    act = Act("ask_topic", 0.9, (("topic", "pregnancy"), ("question", "gas_and_air_in_labour")))
    assert taken(text, act).values("question") == ["gas_and_air_in_labour"]


@pytest.mark.parametrize(
    "text",
    [
        "what words go in the plan then?",
        "how should I phrase it in the birth plan?",
        "which line do I put in the plan?",
    ],
)
def test_words_are_given_where_they_are_asked_for(text: str) -> None:
    """Also where another answer stood in between."""
    state = {
        "last": ["pregnancy"],
        "focus": "pregnancy",
        "said": ["question gas_and_air_in_labour", "question ivf_and_b12"],
    }
    assert taken(text, PLAN, **state).values("question") == [LINE]


def test_the_answers_that_were_given_are_known_the_latest_first() -> None:
    """In other words too, each once, and nothing that was said beside them."""
    state = State(
        said=["question ivf_and_b12", "pregnancy contact", "question gas_and_air_in_labour", "again ivf_and_b12"]
    )
    assert [one.id for one in answered(state)] == ["ivf_and_b12", "gas_and_air_in_labour"]


@pytest.mark.parametrize(
    ("title", "asks"),
    [
        ("Can I drive?", True),
        ("I feel well. Do I still need them?", True),
        ("A break, though my cause stays?", True),
        ("What happens if I stop?", False),
        ("I had 2 doses by mistake. What now?", False),
        ("How long does it last?", False),
        ("Whom do I call about driving, doctor or licence office?", False),
    ],
)
def test_a_yes_or_a_no_answers_some_questions(title: str, asks: bool) -> None:
    """By the words of the question."""
    one: Question = next(iter(content().questions.values()))
    assert asks_yes_or_no(one.__class__(**{**vars_of(one), "question": title})) is asks


def vars_of(question: Question) -> dict[str, Any]:
    return {name: getattr(question, name) for name in question.__dataclass_fields__}


def test_a_second_answer_is_shorter_and_straight() -> None:
    """The reason is left out, what to do stays."""
    said = (
        "You can usually swim: no leaflet forbids it. It is warm there. Wait if it is sore. Get medical advice today."
    )
    assert straight(said) == "You can usually swim. Wait if it is sore. Get medical advice today."
    assert straight("Call 999 now: it is an emergency.") == "Call 999 now: it is an emergency."


@pytest.mark.parametrize(
    "text", ["had a gastric bypass in 2017", "Hi, had my sleeve surgery, got a sleeve gastrectomy"]
)
def test_what_was_had_is_told_of_oneself_without_i(text: str) -> None:
    """It chooses the answer on how long."""
    assert BYPASS in told_in(text)[True]


@pytest.mark.parametrize("text", ["my friend had a gastric bypass", "had a look at what a gastric bypass does"])
def test_what_somebody_else_had_is_not(text: str) -> None:
    """Nor what is only looked at."""
    assert BYPASS not in told_in(text)[True]
