"""Two ways that differ, and which of them is right: answered, and no plan is made of it."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, NEAR, PLAN, TOPIC
from tests.conversation.test_decide import WHO
from tests.conversation.test_in_plain_words import with_plan

NEARLY = Act(PLAN, 0.6, ((NEAR, "new_clinic_changed_my_gap"),))


@pytest.mark.parametrize(
    "text",
    [
        "dad's hospital says monthly and the village says every 10 weeks, who is right",
        "one nurse says weekly and the other monthly. which of them is right?",
        "my aunt has it every month, I have it every 3, which one's correct",
    ],
)
def test_which_of_two_ways_is_right_tells_of_no_plan(text: str) -> None:
    """The question that lies nearest is answered."""
    steps = decide(Understanding(text, Verdict(), NEARLY), State(), WHO).steps
    assert [step.kind for step in steps] == [ASK_TOPIC]
    assert steps[0].values("question") == ["new_clinic_changed_my_gap"]


def test_where_no_question_lies_near_its_topic_answers() -> None:
    """Why plans differ is said."""
    said = Understanding("he has it monthly, she every 8 weeks, who's right", Verdict(), Act(PLAN, 0.6))
    assert decide(said, State(), WHO).steps[0].values(TOPIC) == ["schedule_differences_between_people"]


@pytest.mark.parametrize("state", [with_plan(), State(awaiting="plan")])
def test_of_a_plan_that_is_told_it_asks_which_date(state: State) -> None:
    """The plan answers it."""
    said = Understanding("every 8 weeks or every 3 months, which is right", Verdict(), NEARLY)
    assert decide(said, state, WHO).by != "which of two ways is right"
