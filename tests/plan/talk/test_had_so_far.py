"""A course half way: how many were had, and one of today that is still to come."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 18)  # a Friday


def told(*texts: str) -> tuple[Talk, str]:
    """A conversation after some messages, with its last answer."""
    chat = Talk(TODAY)
    return chat, "\n".join([chat.say(text) for text in texts][-1])


@pytest.mark.parametrize(
    "texts",
    [
        ("6 injections every other day then monthly. First was 14 June. I've had two, the third is this afternoon",),
        ("alternate days for 6 doses, then once a month, first one on monday 14 june. 2 done, number 3 is today",),
        ("every second day, 6 in all, after that monthly. started 14 june", "two so far, third one's due today"),
        ("6 jabs every other day then monthly, first one 14 june", "had 2, the 3rd one is today at 5 in the evening"),
        ("6 injections every other day then monthly, first one 14 june", "two done, third is tonight only"),
    ],
)  # fmt: skip
def test_one_of_today_that_is_to_come_was_not_given(texts: tuple[str, ...]) -> None:
    """It is the next one, and the last given is the one before it."""
    chat, said = told(*texts)
    assert "Last injection: Wednesday 16 June 2027." in said
    assert "6 injections, 2 of them given. To come: Friday 18, Sunday 20, Tuesday 22 and Thursday 24 June 2027." in said
    assert chat.dates[0] == "2027-06-18"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("monthly, the third is today", "next"),
        ("monthly, number 4 will be today", "next"),
        ("monthly, the fifth one is tonight", "next"),
        ("monthly, the third was today", "last"),
        ("monthly, had the third one this afternoon", "last"),
        ("monthly, dose 4 was given this evening", "last"),
    ],
)
def test_the_verb_says_whether_one_of_today_was_given(text: str, role: str) -> None:
    """ "Is" and "will be" are of a dose to come, "was" and "had" of one given."""
    assert [(mention.date, mention.role) for mention in read(text, today=TODAY).dates] == [(TODAY, role)]


def test_as_many_as_were_due_need_no_date() -> None:
    """Where so many were had as were due before today, the last is the latest that was due; else it is asked."""
    _, said = told("6 every other day, first one 14 june", "had 2 so far")
    assert "Last injection: Wednesday 16 June 2027." in said
    _, said = told("6 every other day, first one 12 june", "had 2 so far")
    assert said == "You have had 2 of them. When was the last one?"


@pytest.mark.parametrize("words", ["never missed one", "haven't missed any", "not skipped a single one", "none missed"])
def test_none_was_missed(words: str) -> None:
    """ "Never missed one" says that all were given, and tells of no dose that was missed."""
    _, said = told(f"weekly for 6 weeks then every 3 months. started 28 may, {words}")
    assert "6 injections, 3 of them given. To come: Friday 18, Friday 25 June and Friday 2 July 2027." in said


def test_some_were_missed() -> None:
    """One that was missed was not given, so the last one given is asked."""
    assert "A missed one was not given." in told("weekly for 6 weeks then monthly. started 28 may, missed one")[1]


@pytest.mark.parametrize(
    "text",
    [
        "had number 3 of 6 this morning, they're every other day",
        "today was 3rd of 6, every other day",
        "every other day, had my third of 6 today",
        "injection alternate day, total 6 nos, today was 3rd",
        "every other day, dose 3 out of 6 was today",
        "every other day, 3 of 6 left, last was today",
    ],
)
def test_which_of_how_many(text: str) -> None:
    """ "Number 3 of 6" tells how many there are, and which of them the day was of: neither is lost."""
    chat = Talk(date(2026, 3, 30))
    said = chat.say(text)
    assert said[2] == (
        "• Loading: every other day for 6 injections. That is 6 injections, 3 of them given. To come: "
        "Wednesday 1, Friday 3 and Sunday 5 April 2026."
    )


@pytest.mark.parametrize("text", ["not all of them", "no not all of them", "haven't had all of them", "not quite all"])
def test_not_all_of_them_is_no_yes(text: str) -> None:
    """Words of the yes with a "not" before them say that some were not had: no date supposes that they were."""
    _, said = told("weekly for 6 weeks, first one 21 May 2027", text)
    assert "Which was the last one that you had?" in said or "How many" in said
