"""One that is to be left out for a high level; how it is done elsewhere; whose blood test is right. No model."""

from __future__ import annotations

from typing import Any

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Decision
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

SKIP = "high_level_skip_one"


def said(text: str, act: Act | None = None, **state: Any) -> Decision:
    return decide(Understanding(text, Verdict(), act or Act("dose_change_request", 0.9)), State(**state), WHO)


@pytest.mark.parametrize(
    "text",
    [
        "my level is way up so can I skip the next injection",
        "b12 is sky high, I might give friday's a miss",
        "With a result so high, may I leave the next one out?",
        "the number is far above the range, do I still have to go on the 9th",
        "I'm that full of b12 I could do without this month's",
        "her level is very high, could she miss one",
        "thinking of cancelling thursday, my reading was off the scale",
        "I have plenty of it, shall I not bother with the next",
        "is it all right to drop one jab when the level is too high",
    ],
)
def test_one_left_out_for_a_high_level_is_asked_about(text: str) -> None:
    """Whatever it was heard as, it is the question whether one can be skipped for that."""
    assert said(text).steps[0].values("question") == [SKIP]


def test_behind_a_word_on_the_level_nothing_need_be_named_again() -> None:
    """After an answer on the high level, "I might miss the next one" is about that."""
    spoken = {"focus": "b12_level", "last": ["too_much_b12"], "question": "level_off_the_scale"}
    assert said("so could I miss the next one", **spoken).steps[0].values("question") == [SKIP]
    assert said("so could I miss the next one").steps[0].values("question") != [SKIP]


@pytest.mark.parametrize(
    "text",
    [
        "I missed one and my level is still high",
        "my level is high, can I skip the blood test",
        "can I skip a metformin, my sugar level is high",
        "my level is high, what does it mean",
        "can I put off my check-up, the level was high anyway",
        "can I skip breakfast if my level is high",
    ],
)
def test_what_leaves_out_no_injection_is_something_else(text: str) -> None:
    """A dose that was missed, a test, a meal and another medicine are no injection to be skipped."""
    assert said(text, Act("unsure", 0.3)).steps[0].values("question") != [SKIP]


@pytest.mark.parametrize(
    "text",
    [
        "My aunt is tested every year and I never am. Who is right?",
        "hers is measured, mine they will not do, which of them is right",
        "one nurse does a level each time and the other says no bloods. who's right?",
        "two surgeries, one checks bloods yearly, who has it right",
    ],
)
def test_whose_blood_test_is_right_is_no_question_of_gaps(text: str) -> None:
    """That the services do not agree is said, and nothing of how often injections are."""
    assert said(text, Act("unsure", 0.3)).steps[0].values("question") == ["services_differ_on_level"]


@pytest.mark.parametrize(
    "text", ["one says every 8 weeks and one says 12, who is right", "who is right about tablets or injections"]
)
def test_whose_gap_is_right_is_still_one_of_gaps(text: str) -> None:
    """Where no test is named, nothing of tests is said."""
    assert "services_differ_on_level" not in said(text, Act("unsure", 0.3)).steps[0].values("question")


STOCK = Act("ask_topic", 0.9, (("topic", "schedule_differences_between_people"),))


@pytest.mark.parametrize(
    "text", ["Is BC different?", "is it any different in British Columbia", "I asked about BC.", "what about B.C.?"]
)
def test_british_columbia_has_its_own_answer(text: str) -> None:
    """What its guide prefers is known."""
    assert said(text, STOCK).steps[0].values("question") == ["british_columbia"]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Is it done differently in Ontario?", None, None),
        ("is it different in ontario?", "Ontario", "CA"),
        ("what are the rules in Queensland", "Queensland", "AU"),
        ("do they do it differently in Scotland", "Scotland", "GB"),
        ("How is it given in Germany?", "Germany", "DE"),
        ("and in NSW?", "NSW", "AU"),
        ("what do they do in Ireland", "Ireland", "IE"),
        ("in Canada, is it done differently?", "Canada", "CA"),
        ("is it the same in the Netherlands", "the Netherlands", "NL"),
        ("how is it done in the UK?", "the UK", "GB"),
    ],
)
def test_the_rules_of_a_place(text: str, place: str | None, country: str | None) -> None:
    """The place is named with its country; the answer says what is known of it, and no more."""
    step = said(text, STOCK).steps[0]
    assert (step.values("rules_of") or [None])[0] == (place or "Ontario")
    assert step.values("of_country") == [country or "CA"]


@pytest.mark.parametrize(
    "text",
    [
        "I live in Scotland. how often is it",
        "why monthly in the USA and every 12 weeks in the UK",
        "I am moving to Canada, who gives me mine",
        "is that the same for us",
        "I meant bc of the tablets",
        "my nurse Georgia does it otherwise",
    ],
)
def test_a_place_that_is_only_named_is_not_asked_about(text: str) -> None:
    """Where somebody lives or goes is no question about the rules there."""
    assert said(text, STOCK).steps[0].values("rules_of") == []


def test_what_a_place_sells_is_not_its_plans() -> None:
    """A question on pharmacies or charges has answers of its own."""
    act = Act("ask_topic", 0.9, (("topic", "cost_or_access"),))
    assert said("is it different in Ontario", act).steps[0].values("rules_of") == []


LEVEL = Act("ask_topic", 1.0, (("topic", "too_much_b12"), ("question", "level_off_the_scale")))


@pytest.mark.parametrize(
    "text",
    [
        "my iron is marked H. is it toxic",
        "ferritin came back sky high, harmful?",
        "potassium over the range, is that bad",
    ],
)
def test_a_high_level_of_something_else_is_no_high_b12(text: str) -> None:
    """Of iron or potassium it is never said that a high level is to be expected."""
    step = said(text, LEVEL).steps[0]
    assert step.values("question") == []
    assert len(step.values("unanswered")) == 1


def test_a_high_b12_beside_another_level_is_answered() -> None:
    """Where B12 is named, what else was measured changes nothing."""
    assert said("iron is fine, the b12 is marked H, toxic?", LEVEL).steps[0].values("question") == [
        "level_off_the_scale"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "so should they of been checking me all these years",
        "ought they to have been testing me all that time",
        "was somebody meant to test it back then",
        "shouldn't my doctor have looked at it before now?",
        "weren't they supposed to keep an eye on it",
    ],
)
def test_whether_it_was_to_be_tested_is_asked_of_metformin(text: str) -> None:
    """After an answer on metformin it is asked of that; else it is not."""
    differ = Act("ask_topic", 0.9, (("topic", "monitoring_after_starting"), ("question", "services_differ_on_level")))
    on_it = {"focus": "metformin", "last": ["interactions_medicines"], "question": "metformin_lowers_b12"}
    assert said(text, differ, **on_it).steps[0].values("question") == ["metformin_tested_all_along"]
    assert said(text, differ).steps[0].values("question") == ["services_differ_on_level"]


@pytest.mark.parametrize(
    "text",
    [
        "should they be testing me while I have the injections",
        "how is it tested",
        "should I stop it",
        "was it tested on people",
    ],
)
def test_another_question_on_metformin_is_that(text: str) -> None:
    """Tests during injections, how it is tested and stopping it are other questions."""
    on_it = {"focus": "metformin", "last": ["interactions_medicines"], "question": "metformin_lowers_b12"}
    act = Act("ask_topic", 0.9, (("topic", "monitoring_after_starting"), ("question", "why_retest_b12")))
    assert said(text, act, **on_it).by != "whether it was to be tested on a medicine"
