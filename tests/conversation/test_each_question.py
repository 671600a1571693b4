"""Several questions in one message: each is decided by itself where the whole gets fewer answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from b12guide.conversation import State, Step, decide
from b12guide.conversation.each_question import answers
from b12guide.plan import dialogue
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, NOT_UNDERSTOOD, QUESTION, TOPIC, UNSURE

WHO = dialogue.Who(date(2026, 11, 25), "GB", "Europe/London")
STING = ((TOPIC, "injection_technique_pain"), (QUESTION, "does_it_sting"))
LIFE = ((TOPIC, "how_long_treatment_lasts"), (QUESTION, "injections_for_life"))


def _alone(text: str) -> Understanding:
    if "sting" in text:
        return Understanding(text, Verdict(), Act(ASK_TOPIC, 0.9, STING))
    if "for life" in text:
        return Understanding(text, Verdict(), Act(ASK_TOPIC, 0.9, LIFE))
    if "from" in text:
        return Understanding(text, Verdict(), Act("says_who", 0.9))
    return Understanding(text, Verdict(), Act(NOT_UNDERSTOOD, 0.9))


def decided(act: Act, *questions: str) -> tuple[Step, ...]:
    """The steps for a message that is heard so as a whole, and asks these questions."""
    said = Understanding(" ".join(questions), Verdict(), act, questions=questions)
    return decide(replace(said, alone=_alone), State(last=["other_b12"]), WHO).steps


def test_all_questions_are_answered_in_their_order() -> None:
    """Where the whole is heard as one of them, or as nothing, each gets its answer."""
    for act in (Act(ASK_TOPIC, 0.9, LIFE), Act(UNSURE, 0.3, (("offered", "other_b12"),)), Act(NOT_UNDERSTOOD)):
        steps = decided(act, "does it sting", "is it for life")
        assert [one for step in steps for one in answers(step)] == [
            ("injection_technique_pain", "does_it_sting"),
            ("how_long_treatment_lasts", "injections_for_life"),
        ]


def test_what_is_not_known_by_itself_gets_what_the_whole_asks() -> None:
    """The answer to the whole stands where a question alone says nothing."""
    steps = decided(Act(ASK_TOPIC, 0.9, LIFE), "and the other thing", "does it sting")
    assert [one for step in steps for one in answers(step)] == [
        ("how_long_treatment_lasts", "injections_for_life"),
        ("injection_technique_pain", "does_it_sting"),
    ]


def test_where_it_is_from_is_said_beside_an_answer() -> None:
    """The sources, and the question behind them."""
    kinds = [step.kind for step in decided(Act(NOT_UNDERSTOOD), "where is that from", "is it for life")]
    assert kinds == ["says_who", ASK_TOPIC]


def test_one_question_is_decided_as_before() -> None:
    """A message that asks one thing is decided as a whole."""
    assert [one for step in decided(Act(ASK_TOPIC, 0.9, LIFE), "is it for life") for one in answers(step)] == [
        ("how_long_treatment_lasts", "injections_for_life")
    ]
