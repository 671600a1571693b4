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
SIGNS = Act("ask_topic", 0.8, (("topic", "too_much_b12"), ("question", "signs_of_too_much")))
SPOKEN = {"focus": "b12_level", "last": ["lab_tests_explained"], "question": TOO_MUCH}


def taken(text: str, act: Act = SIGNS, **state: Any) -> Step:
    return decide(Understanding(text, Verdict(), act), State(**state), WHO).steps[0]


@pytest.mark.parametrize(
    "text",
    [
        "The lab says my level is HIGH, over 1900. Did they give me TOO MUCH?",
        "my b12 is off the scale, am i being poisoned",
        "HIGH is printed by my B12, is it poison?",
        "Number far too high. Is it toxic?",
        "Level very high on my hydroxo, is that harmful",
        "result came back high... is it safe",
        "my reading is sky high, will it stay in my body?",
        "B12 is way up, does it build up inside me?",
        "level so high, should I panic?",
        "blood is so full of b12, can it damage anything",
        "my count is above the range, is it an overdose?",
    ],
)
def test_a_frightening_level_is_answered_with_what_it_is(text: str) -> None:
    """Too much, poison, dangerous, staying in the body: never first with signs of too much."""
    assert taken(text).values("question") == [TOO_MUCH]


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
    both = "My jab was on Monday 16 November and the blood test on Friday 20 November: HIGH. Is it poison?"
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
    outcome = dialogue.turn(
        None,
        "every 12 weeks, last one 30 November 2026",
        request="regimen",
        who=WHO,
        wording=plan_wording(),
        new_key=lambda: "key",
    )
    assert outcome is not None
    state: dict[str, Any] = {"plans": {ME: outcome.state}, "awaiting": PLAN}
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
        "is there any point in the level when I get the shot",
        "can the figure show anything during treatment",
    ],
)
def test_whether_a_level_tells_anything_on_injections(text: str) -> None:
    """No result is there to be read: what services make of it is said."""
    assert taken(text, Act("unsure")).values("question") == [LITTLE]


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
