"""What people tell after an injection: at what hour, which one it was, and when the next one is to be."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.plan.talk.next_told import next_told
from b12guide.plan.talk.outcome import Outcome, Who
from b12guide.shared import plan_wording

WHO = Who(date(2026, 7, 1), "GB", "Europe/London")


def play(*said: tuple[str, str]) -> Outcome:
    """The last turn of a talk; each message with its day."""
    kept, outcome = None, None
    for text, day in said:
        who = Who(date.fromisoformat(day), "GB", "Europe/London")
        outcome = dialogue.turn(
            kept, text, request=None, moves=dialogue.moves(kept, text, who=who), who=who, wording=plan_wording(),
            new_key=lambda: "key",
        )  # fmt: skip
        kept = outcome.state if outcome is not None else kept
    assert outcome is not None
    return outcome


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("Had it this morning. The next one is on 9 November.", "Had it this morning", date(2026, 11, 9)),
        ("all done yesterday, they said 8 sept for the next", "all done yesterday", date(2026, 9, 8)),
        ("got mine today and the nurse has booked me in for the 25th of september", "got mine today",
         date(2026, 9, 25)),
        ("Sister said next one on sunday same as before, 5th", None, None),
    ],
)  # fmt: skip
def test_the_next_one_as_it_was_set(text: str, rest: str | None, day: date | None) -> None:
    """With what else is told; a message that tells nothing else has none."""
    assert next_told(text, WHO) == (None if rest is None else (rest, day))


@pytest.mark.parametrize(
    "text",
    [
        "had it today, is the next one on 9 November?",
        "had it today, if the next one is on 9 November I am away",
        "had it today, not the next one on 9 November",
        "had it today, the last one was on 9 April",
    ],
)
def test_what_is_asked_or_supposed_sets_no_date(text: str) -> None:
    """Nor what is of the last one."""
    assert next_told(text, WHO) is None


def test_one_that_was_had_and_the_next_are_both_noted() -> None:
    """The clinic's date counts, and the dose is said to be noted."""
    outcome = play(
        ("every 10 weeks, had it 20 april", "2026-06-28"), ("yes", "2026-06-28"),
        ("got it done yesterday. they said 8 sept for the next", "2026-07-01"),
    )  # fmt: skip
    assert outcome.bubbles[0].startswith("I have noted it: Tuesday 30 June 2026.")
    assert "Tuesday 8 September 2026" in outcome.bubbles[0]
    assert "7 September" not in outcome.bubbles[0].split("Clinics count")[0]


def test_the_number_of_a_dose_that_is_counted_so_is_read_back_in_a_word() -> None:
    """The plan stands, and nothing is asked; another number is read back in full."""
    course = ("had my first b12 shot today. The plan is one a week for 4 weeks and then once a month", "2026-09-14")
    second = play(course, ("yes", "2026-09-14"), ("second one done today", "2026-09-21"))
    assert second.bubbles[0].startswith("I have noted it: Monday 21 September 2026.")
    assert "Is that what your clinic said?" not in "".join(second.bubbles)


def test_on_its_day_a_dose_needs_no_date() -> None:
    """On another day it is asked for."""
    plan = (("every 12 weeks, last one 11 march", "2026-06-01"), ("yes", "2026-06-01"))
    who = [Who(date(2026, 6, day), "GB", "Europe/London") for day in (3, 5)]
    kept = play(*plan).state
    said = [
        dialogue.turn(kept, "jab done at lunchtime", request="given", who=one, wording=plan_wording(), new_key=str)
        for one in who
    ]
    assert [one.bubbles[0].split("\n")[0] for one in said if one is not None] == [
        "I have noted it: Wednesday 3 June 2026.",
        'When did you have it? For example "today" or "3 March".',
    ]


@pytest.mark.parametrize(
    "text",
    ["it wasn't done", "they never did mine", "not done yet", "my blood test was done", "the last one was done at noon",
     "waiting to have it done", "nothing done, they were shut", "will be done at lunchtime"],
)  # fmt: skip
def test_on_its_day_what_was_not_had_is_not_noted(text: str) -> None:
    """However it was heard: nothing goes into the log."""
    kept = play(("every 12 weeks, last one 11 march", "2026-06-01"), ("yes", "2026-06-01")).state
    who = Who(date(2026, 6, 3), "GB", "Europe/London")
    said = dialogue.turn(kept, text, request="given", who=who, wording=plan_wording(), new_key=str)
    given = [one["day"] for one in ((said.state if said is not None else None) or kept or {})["given"]]
    assert "2026-06-03" not in given


def test_a_yes_behind_the_interval_is_a_yes() -> None:
    """Another interval with a yes behind it is put right."""
    told = ("every three months, last was the 8th of may", "2026-06-01")
    assert "Is that what your clinic said?" not in play(told, ("three months, yes", "2026-06-01")).bubbles[0]
    other = play(told, ("every 12 weeks, yes", "2026-06-01")).bubbles[0]
    assert "Every 12 weeks." in other
    assert "Is that what your clinic said?" in other


def test_the_last_of_a_part_that_is_to_come_ends_nothing_yet() -> None:
    """Its day is the clinic's, and the next part counts from it."""
    outcome = play(
        ("one a week for 4 weeks and then once a month, first one 14 september", "2026-09-14"), ("yes", "2026-09-14"),
        ("had it today", "2026-09-21"), ("had it today", "2026-09-29"),
        ("Next one is Monday the 5th, last of the weekly ones", "2026-10-01"),
    )  # fmt: skip
    assert "Monday 5 October 2026" in outcome.bubbles[0]
    assert "On which day was the last one" not in outcome.bubbles[0]
