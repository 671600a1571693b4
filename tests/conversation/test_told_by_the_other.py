"""What is told of somebody by the plan of the other one: a unit, a day; and a turn to them."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.turning import asks_again, only_turns
from b12guide.conversation.whose import ME, whose_reaction
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2027, 1, 10), "GB", "Europe/London")


def _state(person: str, text: str) -> State:
    outcome = dialogue.turn(None, text, request="regimen", who=WHO, wording=plan_wording(), new_key=lambda: "key")
    assert outcome is not None
    return State(plans={person: outcome.state or {}}, adults=[person], other=person, whose=person)


def _told(text: str, state: State) -> tuple[list[str], str]:
    (step,) = decide(Understanding(text, Verdict(), Act("plan")), state, WHO).steps
    return step.values("whose"), " ".join(step.values("words"))


@pytest.mark.parametrize("text", ["mine's every 4", "and mine is every 4.", "I'm on every 4, last one 2 January"])
def test_a_number_alone_is_in_the_unit_just_told(text: str) -> None:
    """ "Mine's every 4" behind "hers is every 8 weeks" is 4 weeks, which is read back."""
    person, words = _told(text, _state("wife", "every 8 weeks, last one 3 December"))
    assert person == [ME]
    assert "every 4 weeks" in words


@pytest.mark.parametrize(
    "text",
    ["I'm on it too, every 6 weeks, went the same day as him", "mine is every 6 weeks, had mine the same day as dad"],
)
def test_the_same_day_as_the_other(text: str) -> None:
    """ "Went the same day as him" is the day of his last one."""
    person, words = _told(text, _state("dad", "every 8 weeks, last one 3 December"))
    assert person == [ME]
    assert "every 6 weeks" in words
    assert "the last one was on Thursday 3 December 2026" in words


@pytest.mark.parametrize(
    ("text", "person", "gap", "day"),
    [
        ("my wife's was the same day but every 11 weeks", "wife", "every 11 weeks", True),
        ("wife is the same day, hers are every 6", "wife", "every 6 weeks", True),
        ("my wife had hers on the same day, she has it every 5 weeks", "wife", "every 5 weeks", True),
        ("my wife's is every 9", "wife", "every 9 weeks", False),
    ],
)
def test_another_gap_on_the_same_day(text: str, person: str, gap: str, day: bool) -> None:
    """The gap is their own and the day that of the last one of the person spoken of; both are read, and none is asked
    for again."""
    kept = dialogue.turn(
        None, "every 8 weeks, last one 3 December", request="regimen", who=WHO, wording=plan_wording(), new_key=str
    )
    assert kept is not None
    state = State(plans={ME: kept.state or {}}, whose=ME, adults=["wife"])
    owner, words = _told(text, state)
    assert owner == [person]
    assert words.startswith(gap)
    assert ("the last one was on Thursday 3 December 2026" in words) == day
    told = dialogue.turn(None, words, request="state", who=WHO, wording=plan_wording(), new_key=str)
    assert told is not None
    assert bool((told.state or {})["phases"])
    assert bool((told.state or {})["anchor"]) == day


@pytest.mark.parametrize("text", ["right now me", "nan first", "good, and hers", "and mine", "his first please"])
def test_it_only_turns_to_somebody(text: str) -> None:
    """A word of agreement before a person asks nothing."""
    assert only_turns(text, ("nan",))


def test_that_does_not_change_mine() -> None:
    """Whether one's own plan stays is answered with one's own date."""
    assert asks_again("that doesn't change mine, does it?", ("nan",))


def test_hives_of_somebody_else_hold_their_plan_alone() -> None:
    """Her reaction holds hers."""
    text = "mum came out in hives after her injection, her breathing is fine"
    assert whose_reaction(text, "other", (ME, "mum")) == ["mum"]
