"""A plan is deleted by who names it, and by no other message that was heard as such a wish."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import NOTED, READ_OUT
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.diary.notes import Diary, note_of
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.understand import Part

WHO = dialogue.Who(date(2026, 3, 12), "GB", "Europe/London")


def state(*said: str) -> State:
    told = dialogue.turn(
        None, "every 12 weeks, last one on 5 January 2026", request="regimen", who=WHO, wording=plan_wording(),
        new_key=lambda: "key",
    )  # fmt: skip
    assert told is not None
    diary = Diary()
    for words, day in (("slept badly", 9), ("hands were cold", 9), ("a good day", 11)):
        diary.add(note_of(words, date(2026, 3, day)))
    return State(plans={ME: told.state or {}}, diaries={ME: diary.to_json()}, said=list(said))


def asked(text: str, state: State) -> tuple[str, list[str]]:
    """The kind of the first step, and what it asks of the plan or of the diary."""
    heard = Understanding(text, Verdict(), Act("plan", details=(("request", "forget"),)))
    step = decide(heard, state, WHO).steps[0]
    return step.kind, [*step.values("request"), *step.values("asked")]


@pytest.mark.parametrize(
    "text",
    [
        "forget my plan",
        "please take her jab dates off",
        "don't keep my schedule any more",
        "wipe the plan, leave the notes",
    ],
)
def test_a_plan_that_is_named(text: str) -> None:
    """By its name, its dates, or its injections."""
    assert asked(text, state(NOTED)) == ("plan", ["forget"])


def test_it_right_behind_the_plan() -> None:
    """And not behind a note."""
    assert asked("delete it", state(PLAN)) == ("plan", ["forget"])
    assert asked("delete it", state(NOTED)) == ("diary", ["delete_notes"])


@pytest.mark.parametrize("text", ["remove those of Monday 9 March too", "get rid of the ones from 9 March please"])
def test_those_of_a_day_are_notes(text: str) -> None:
    """All of that day."""
    before = state(READ_OUT)
    heard = Understanding(text, Verdict(), Act("plan", details=(("request", "forget"),)))
    step = decide(heard, before, WHO).steps[0]
    assert (step.kind, step.values("asked"), step.values("words")) == ("diary", ["delete_notes"], ["each"])
    assert step.values("day") == ["2026-03-09"]


@pytest.mark.parametrize("text", ["bin the lot from before", "get rid of the old ones", "wipe what I put after my jab"])
def test_what_names_nothing_deletes_nothing(text: str) -> None:
    """It is said how each is deleted."""
    assert asked(text, state(READ_OUT)) == ("diary", ["not_deleted"])


@pytest.mark.parametrize(
    "text",
    [
        "no more messages, but leave my dates in",
        "keep the plan though",
        "please do not lose my schedule",
        "hang on to her injection dates",
    ],
)
def test_a_plan_that_is_to_be_kept_is_shown(text: str) -> None:
    """Whatever it was heard as, it deletes nothing."""
    assert asked(text, state(PLAN)) == ("plan", ["whole"])


def test_reminders_end_beside_a_plan_that_is_kept() -> None:
    """Each sentence is done: no more reminders, and the dates stay."""
    parts = (
        Part("end those texts, my sister looks after it now.", Act("reminders", 0.9, (("request", "end"),))),
        Part("leave my dates in", Act("plan", 0.57, (("request", "forget"),))),
    )
    text = " ".join(part.text for part in parts)
    acts = {part.text.strip(" ."): part.act for part in parts}
    heard = Understanding(
        text, Verdict(), Act("plan", 0.68, (("request", "forget"),)), parts,
        alone=lambda words: Understanding(words, Verdict(), acts[words.strip(" .")]),
    )  # fmt: skip
    steps = decide(heard, state(PLAN), WHO).steps
    assert [(step.kind, *step.values("request"), *step.values("asked")) for step in steps] == [
        ("reminders", "end"),
        ("plan", "whole"),
    ]
