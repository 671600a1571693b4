"""A plan that is told in a question about something else: what was asked is answered first."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, Step
from b12guide.conversation.decision import Asked
from b12guide.conversation.question_first import question_first
from b12guide.conversation.state import PLAN as AWAITS_PLAN
from b12guide.plan import dialogue
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, PLAN, REQUEST, TOPIC
from b12guide.understanding.understand import Part
from tests.conversation.test_in_plain_words import with_plan

WHO = dialogue.Who(date(2026, 11, 25))


def kinds(request: str, state: State) -> list[str]:
    told, question = Step(PLAN, ((REQUEST, request),)), Step(ASK_TOPIC, ((TOPIC, "side_effects"),))
    asked = Asked(Understanding("", Verdict(), Act(PLAN)), state, WHO)
    return [step.kind for step in question_first((told, question), asked)]


@pytest.mark.parametrize("request_", ["regimen", "state"])
def test_a_plan_told_for_the_first_time_waits_for_the_answer(request_: str) -> None:
    """The question comes first, then what is missing of the plan."""
    assert kinds(request_, State()) == [ASK_TOPIC, PLAN]


@pytest.mark.parametrize(
    ("request_", "state"),
    [("next", State()), ("regimen", with_plan()), ("regimen", State(awaiting=AWAITS_PLAN))],
)
def test_a_wish_a_known_plan_and_an_answer_come_first(request_: str, state: State) -> None:
    """Who asks for a date, changes a plan that is known, or answers what the plan asked gets that first."""
    assert kinds(request_, state) == [PLAN, ASK_TOPIC]


def beside(text: str, parts: tuple[str, ...], topic: str, confidence: float = 0.8) -> Asked:
    """A plan and something else, told in sentences of which the last is heard as about a topic."""
    act = Act(ASK_TOPIC, confidence, ((TOPIC, topic),))
    heard = [Part(one, Act(ASK_TOPIC, 0.9, ((TOPIC, "maintenance_phase"),))) for one in parts[:-1]]
    said = Understanding(
        text, Verdict(), Act(PLAN), (*heard, Part(parts[-1], act)), alone=lambda one: Understanding(one, Verdict(), act)
    )
    return Asked(said, State(), WHO)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("can I swim after it", "other_b12"),
        ("im veggie, does cheese have enough b12", "dietary_deficiency"),
        ("b12 and kidney stones", "overlapping_conditions"),
        ("is 1mg a lot for a jab", "typical_dose"),
    ],
)
def test_what_is_asked_beside_a_plan_that_took_the_whole_message_comes_first(text: str, topic: str) -> None:
    """With or without the form of a question: a subject that is only named is asked about."""
    told = Step(PLAN, ((REQUEST, "state"),))
    asked = beside(f"I have it every 9 weeks. {text}", ("I have it every 9 weeks.", text), topic)
    steps = question_first((told,), asked)
    assert [step.kind for step in steps] == [ASK_TOPIC, PLAN]
    assert steps[0].values(TOPIC) == [topic]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("my arm is sore", "side_effects"),
        ("is the next one on 3 March", "maintenance_phase"),
        ("every 9 weeks it is", "maintenance_phase"),
        ("thanks b12 bot", "purpose_of_injections"),
    ],
)
def test_what_only_tells_beside_a_plan_is_no_question(text: str, topic: str) -> None:
    """The plan goes on."""
    told = Step(PLAN, ((REQUEST, "state"),))
    asked = beside(f"I have it every 9 weeks. {text}", ("I have it every 9 weeks.", text), topic)
    assert question_first((told,), asked) == (told,)


def test_a_schedule_heard_as_a_topic_leaves_the_question_beside_it() -> None:
    """What is asked is answered, and not what schedules are in general."""
    asked = beside(
        "every 9 weeks. too much b12 in my blood", ("every 9 weeks.", "too much b12 in blood"), "too_much_b12"
    )
    steps = question_first((Step(ASK_TOPIC, ((TOPIC, "maintenance_phase"),)),), asked)
    assert [step.values(TOPIC) for step in steps] == [["too_much_b12"]]
