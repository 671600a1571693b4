"""What is asked of a high level on injections: comfort before signs, days between, skipping. No model, no Rasa."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.days_of_test import days_after, days_told
from b12guide.conversation.decision import Step
from b12guide.conversation.kinds import DAYS_AFTER
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act

WHO = dialogue.Who(date(2026, 12, 10), "GB", "Europe/London")
TOO_MUCH, LITTLE, SKIP = "high_level_too_much_in_me", "level_tells_little_on_injections", "high_level_skip_one"
NONE = "high_and_takes_none"
SIGNS = Act("ask_topic", 0.8, (("topic", "too_much_b12"), ("question", "signs_of_too_much")))
SPOKEN = {"focus": "b12_level", "last": ["lab_tests_explained"], "question": TOO_MUCH}


def _planned() -> dict[str, Any]:
    outcome = dialogue.turn(
        None,
        "every 12 weeks, last one 30 November 2026",
        request="regimen",
        who=WHO,
        wording=plan_wording(),
        new_key=lambda: "key",
    )
    assert outcome is not None
    return {ME: outcome.state}


PLANNED = _planned()


def taken(text: str, act: Act = SIGNS, **state: Any) -> Step:
    return decide(Understanding(text, Verdict(), act), State(**state), WHO).steps[0]


@pytest.mark.parametrize(
    "text",
    [
        "The lab says my B12 level is HIGH, over 1900. Did they give me TOO MUCH?",
        "my b12 is off the scale, am i being poisoned",
        "HIGH is printed by my B12, is it poison?",
        "B12 number far too high. Is it toxic?",
        "B12 result came back high... is it safe",
        "my b12 reading is sky high, will it stay in my body?",
        "B12 is way up, does it build up inside me?",
        "b12 level so high, should I panic?",
        "blood is so full of b12, can it damage anything",
    ],
)
def test_a_frightening_level_is_answered_with_what_it_is(text: str) -> None:
    """Too much, poison, dangerous, staying in the body: never first with signs of too much. Injections are known of a
    plan, or of a day that was told; else it is left."""
    assert taken(text, plans=PLANNED).values("question") == [TOO_MUCH]
    assert taken(text, test_days={"injection": "2026-12-01"}).values("question") == [TOO_MUCH]
    assert TOO_MUCH not in taken(text).values("question")


@pytest.mark.parametrize(
    "text",
    [
        "Level very high on my hydroxo, is that harmful",
        "I'm on the injections and my B12 is above the range, is it an overdose?",
        "B12 over 2000 after my last jab. Am I poisoned?",
        "since the loading injections my b12 level is sky high, is it dangerous",
    ],
)
def test_injections_may_be_told_in_the_same_words(text: str) -> None:
    """Nothing else need be known."""
    assert taken(text).values("question") == [TOO_MUCH]


@pytest.mark.parametrize(
    "text",
    [
        "My B12 is sky high and nobody has given me any injections yet. Is it harmful?",
        "B12 level far too high though I'm not on a thing... not on any B12. Is that dangerous?",
        "my b12 came back very high but I don't take anything, am I to be worried?",
        "The b12 result is high, I haven't started injections, is it dangerous?",
        "never had any jabs and my b12 is off the scale, is that toxic?",
        "B12 high. I've not been given anything. Should I panic?",
        "The level is high and I'm not on anything, is it harmful?",
        "my husband's B12 is sky high and he takes nothing, is that harmful?",
    ],
)
def test_a_high_level_of_somebody_who_has_nothing_is_looked_into(text: str) -> None:
    """It is no level after injections: the doctor is to look for the reason."""
    assert taken(text).values("question") == [NONE]


@pytest.mark.parametrize(
    "text",
    [
        "my b12 was high before I start injections, is it dangerous?",
        "B12 very high, the injections begin next week, is that harmful?",
        "my b12 is high and I stopped the jabs years ago, is that dangerous?",
        "if I go on injections and my b12 is high, is it poison",
        "I had a jab for covid and my b12 is high, is it dangerous",
    ],
)
def test_injections_that_are_not_had_now_do_not_explain_it(text: str) -> None:
    """They are to come, over, or of something else."""
    assert TOO_MUCH not in taken(text).values("question")


@pytest.mark.parametrize(
    "text",
    [
        "My white cells are very high, is that dangerous?",
        "the count was far too high, is it harmful?",
        "it's so high, they rang me, is it dangerous?",
        "mine is very high, should I worry?",
        "after my b12 jab my temperature, it's so high, is it dangerous",
        "my b12 is fine but the platelets are too high, is that safe?",
        "after the b12 injection my arm puffed up, is it dangerous?",
        "my d-dimer result is high since the b12 jab, am I safe",
    ],
)
@pytest.mark.parametrize("state", [{}, {"test_days": {"injection": "2026-12-01"}}])
def test_what_is_high_is_to_be_the_level_of_b12(text: str, state: dict[str, Any]) -> None:
    """Another test, a fever, or something that nobody named."""
    assert not {TOO_MUCH, NONE} & {*taken(text, **state).values("question")}


OFF_SCALE = Act("ask_topic", 1.0, (("topic", "too_much_b12"), ("question", "level_off_the_scale")))


@pytest.mark.parametrize(
    "text",
    ["My white cell count was very high, is that harmful?", "blood pressure so high, is it dangerous?"],
)
def test_another_test_is_sent_on(text: str) -> None:
    """However much it sounds like the level on injections."""
    assert taken(text, OFF_SCALE).kind == "out_of_scope_medical"


@pytest.mark.parametrize(
    "text", ["it's so high, the lab called, am I in danger? is it dangerous?", "the count is up, is that safe?"]
)
def test_what_nobody_named_is_not_read(text: str) -> None:
    """Behind a word on the level it is that one."""
    assert taken(text, OFF_SCALE).values("question") == ["read_my_result"]
    assert taken(text, OFF_SCALE, **SPOKEN).values("question") != ["read_my_result"]


@pytest.mark.parametrize("text", ["my b12 is off the scale, is it harmful", "the level is too high, is it harmful"])
def test_a_level_of_which_no_treatment_is_known_is_heard_as_it_is(text: str) -> None:
    """The answer says that it is for levels after injections."""
    assert taken(text, OFF_SCALE).values("question") == ["level_off_the_scale"]


def test_a_level_before_injections_is_answered_with_what_tests_are() -> None:
    """Also where it was heard as one on injections."""
    heard = Act("ask_topic", 1.0, (("topic", "monitoring_after_starting"), ("question", LITTLE)))
    before = taken("Would a B12 level show us anything before injections start", heard)
    assert (before.values("topic"), before.values("question")) == (["lab_tests_explained"], [])
    assert taken("what good is a b12 result during treatment", heard).values("question") == [LITTLE]


def test_another_test_that_is_high_says_nothing_of_leaving_one_out() -> None:
    """That is for whoever had it tested."""
    assert SKIP not in taken("my white cell count is high, should I skip the next injection?").values("question")


@pytest.mark.parametrize("text", ["so is it dangerous", "and does it stay in me?", "is that not poisonous then?"])
def test_behind_a_word_on_the_level_it_need_not_be_named(text: str) -> None:
    """It is asked of the level that was told."""
    assert taken(text, **SPOKEN).values("question") == [TOO_MUCH]
    assert taken(text).values("question") != [TOO_MUCH]


@pytest.mark.parametrize(
    "text",
    [
        "my husband's level is high and he takes nothing, is it dangerous?",
        "my level is high and I take none, is that dangerous?",
        "my level is high, does it harm the kidneys?",
        "level high, is it cancer or is it safe?",
        "my level is high because I had two jabs by mistake, is it dangerous?",
        "what are the signs of too much b12, my level is high",
        "my potassium is high, is it dangerous?",
        "my son is 8 and his level is high, is it poison?",
        "my metformin level is high, is that safe?",
    ],
)
def test_another_question_is_left_to_its_own_answer(text: str) -> None:
    """Somebody who takes none, another organ, a wrong dose, a child."""
    assert TOO_MUCH not in taken(text).values("question")


def test_the_days_between_injection_and_test_are_said() -> None:
    """Both days were told, in one message or in two."""
    both = "My B12 jab was on Monday 16 November and the blood test on Friday 20 November: HIGH. Is it poison?"
    assert taken(both).values(DAYS_AFTER) == ["4"]
    later = "The last injection was on Monday 30 November. Is that level harmful?"
    assert taken(later, **SPOKEN, test_days={"test": "2026-12-03"}).values(DAYS_AFTER) == ["3"]
    assert taken(later, **SPOKEN).values(DAYS_AFTER) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the result is from Thursday 3 December", {"test": "2026-12-03"}),
        ("blood taken yesterday", {"test": "2026-12-09"}),
        ("bloods were last Friday", {"test": "2026-12-04"}),
        ("my last jab was on 23 November", {"injection": "2026-11-23"}),
        ("jab on Monday 2 November, test on Thursday 12 November", {"injection": "2026-11-02", "test": "2026-11-12"}),
        ("his test was on 3 December", {}),
        ("my next injection is on 4 January", {}),
        ("tested on the 3rd or the 4 December", {}),
        ("we moved house on 4 December", {}),
        ("The blood test was on 3 December. I cancelled the injection on 1 December.", {}),
        ("I missed my injection on 1 December", {}),
        ("injection on 1 December but I did not go", {}),
        ("my jab was due on 1 December", {}),
        ("jab booked for 1 December", {}),
        ("I had my covid jab on 1 December", {}),
        ("Flu shot on 1 December. My dad's test was 3 December.", {}),
        ("wife's injection 1 December", {}),
        ("my friend's jab was on 1 December", {}),
        ("the tetanus jab was on Tuesday 1 December, blood test on 3 December", {}),
        ("my eye test was on 3 December", {}),
    ],
)
def test_which_days_are_of_a_test_and_which_of_an_injection(text: str, found: dict[str, str]) -> None:
    """One day in a clause that names it; no day to come, and nobody else's."""
    assert {name: day.isoformat() for name, day in days_told(text, WHO).items()} == found


def test_days_the_wrong_way_round_or_long_ago_say_nothing() -> None:
    """A test before the injection, on its day, or half a year after it."""
    assert days_after({"test": "2026-11-30", "injection": "2026-12-03"}) is None
    assert days_after({"test": "2026-12-03", "injection": "2026-12-03"}) is None
    assert days_after({"test": "2026-12-03", "injection": "2026-05-03"}) is None
    assert days_after({"test": "2026-12-03"}) is None


@pytest.mark.parametrize(
    "text",
    [
        "shall I leave out the March one since mine is HIGH?",
        "do I not go for the next one because mine came back high?",
        "can I cancel the next as it is so high?",
        "am I to skip January's, the number was off the scale",
    ],
)
def test_leaving_one_out_is_no_missed_one_and_no_count(text: str) -> None:
    """Also while a plan waits for its yes."""
    state: dict[str, Any] = {"plans": PLANNED, "awaiting": PLAN}
    missed = Act("ask_topic", 0.8, (("topic", "missed_or_late_injection"),))
    assert taken(text, missed, **state).values("question") == [SKIP]
    assert taken(text, missed).values("question") == [SKIP]


def test_behind_the_level_of_somebody_who_takes_none_ones_own_is_meant() -> None:
    """Who takes none has no next one."""
    state = {"focus": "high_level_no_b12", "last": ["too_much_b12"], "question": "high_and_takes_none"}
    assert taken("right. and I, do I skip my next one?", **state).values("question") == [SKIP]


@pytest.mark.parametrize(
    "text",
    [
        "Would the B12 number tell them anything once I am on injections?",
        "does a level mean much while you are having jabs",
        "will the b12 result say anything, with the injections",
        "Is the B12 reading of any use on injections?",
        "is there any point in the level when I get the shots",
        "can the figure show anything during treatment",
    ],
)
def test_whether_a_level_tells_anything_on_injections(text: str) -> None:
    """No result is there to be read: what services make of it is said."""
    assert taken(text, Act("unsure")).values("question") == [LITTLE]


@pytest.mark.parametrize(
    "text",
    [
        "is there a point in the b12 level, the nurse wants it before the injections start",
        "Would a B12 level show them anything before my injections",
        "will the b12 result say anything, I'm not on injections",
        "does the b12 level tell anything once I stop the injections?",
        "does a b12 number mean anything, I haven't had injections",
        "will the b12 reading mean anything, I never had a jab",
        "can the level tell us anything until I get the injections",
        "does the b12 level mean anything on tablets",
    ],
)
@pytest.mark.parametrize("state", [{}, {"last": ["lab_tests_explained"]}, {"plans": PLANNED}])
def test_a_level_before_or_without_injections_may_tell_much(text: str, state: dict[str, Any]) -> None:
    """ "Not much" is said of a level after injections, and of no other."""
    assert LITTLE not in taken(text, Act("unsure"), **state).values("question")


@pytest.mark.parametrize(
    "text",
    [
        "my result was 145, does the number mean anything?",
        "does my low level mean anything on injections?",
        "what does MMA tell them?",
        "does the injection do anything",
        "will my count of days tell when the next jab is",
    ],
)
def test_a_result_of_ones_own_is_not_read(text: str) -> None:
    """Nor is another test taken for it."""
    assert LITTLE not in taken(text, Act("unsure")).values("question")


def test_nothing_of_it_comes_before_a_sign() -> None:
    """A warning is first."""
    urgent = Verdict("urgent", ("nerves",), why="rules", signs=("B2",))
    heard = replace(Understanding("my level is high, is it poison?", Verdict(), Act("urgent")), verdict=urgent)
    assert decide(heard, State(), WHO).kind == "urgent"
