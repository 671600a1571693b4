"""Today's dose of a course counts as had, in whatever order it is told; of those before it is asked once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 23)  # a Wednesday, the fourth of the course
ASKS = "Did you have all of those?"
COURSE = "weekly, 6 in all, first was 2 june"


def _told(*texts: str) -> tuple[Talk, str]:
    chat = Talk(TODAY)
    said = [" ".join(chat.say(text)) for text in texts]
    return chat, said[-1]


@pytest.mark.parametrize(
    "texts",
    [
        (COURSE, "i had today's", "yes, all of them"),
        (COURSE, "i had today's, none missed"),
        (COURSE, "yes, all of them", "i had today's"),
        (COURSE, "yes, all of them", "had mine today, none missed"),
        ("weekly", "had one today", "6 in all, the first was 2 june", "yes, all of them"),
        ("weekly", "had one today", "6 in all, the first was 2 june", "none missed"),
        ("weekly", "had one today", "6 in all, the first was 2 june", "no, none missed. how many have I had?"),
    ],
)
def test_todays_is_counted(texts: tuple[str, ...]) -> None:
    """Four were had, and today's is not the next one."""
    chat, _ = _told(*texts)
    assert "4 of 6 are done." in " ".join(chat.say("how many have i had?"))
    assert "Wednesday 30 June" in " ".join(chat.say("when is my next one?", request="next"))
    assert [dose["day"] for dose in (chat.kept or {})["given"]] == [
        "2027-06-02", "2027-06-09", "2027-06-16", "2027-06-23"
    ]  # fmt: skip


def test_one_of_today_told_before_the_course_is_not_due_today() -> None:
    """Whether those between were had is asked, and no date of today is shown as the next."""
    _, answer = _told("weekly", "had one today", "6 in all, the first was 2 june")
    assert answer.endswith(ASKS)
    assert "next one is today" not in answer


def test_not_all_is_not_taken_as_all() -> None:
    """How many were had is asked then."""
    _, answer = _told(COURSE, "i had today's", "no, not all")
    assert "How many of the 6 injections" in answer


def test_one_that_is_called_off_was_not_had() -> None:
    """Yesterday's is no dose of the log, and what has passed is not called the next one."""
    chat = Talk(date(2027, 6, 24))
    answer = " ".join(chat.say("weekly for 4 on wednesdays. had june 9 and june 16. yesterday's was called off"))
    assert "2 of them given" in answer
    chat.say("yes")
    left = chat.say("how many left?", request="left")
    assert left[0] == "2 of the 4 are left."
    assert left[-1] == "If you have had that one, tell me on which day."
    assert not any("The next is" in line for line in left)


@pytest.mark.parametrize(
    "text",
    [
        "they got me in friday",
        "good news, they've got me in for friday",
        "no, this friday coming, the 25th. not had it yet. they booked me in",
        "the surgery squeezed me in on friday",
    ],
)
def test_a_day_to_come_on_which_they_got_somebody_in_is_booked(text: str) -> None:
    """It was not had."""
    chat = Talk(date(2027, 6, 24))
    for said in ("weekly for 4 on wednesdays. had june 9 and june 16", "yes", text):
        chat.say(said)
    assert "2027-06-25" in str((chat.kept or {})["anchor"]) + str((chat.kept or {})["booked"])
    assert "2027-06-18" not in [dose["day"] for dose in (chat.kept or {})["given"]]


@pytest.mark.parametrize(
    ("today", "last"),
    [(date(2026, 12, 4), "2026-12-04"), (date(2026, 12, 5), "2026-12-05"), (date(2026, 11, 30), "2026-11-30")],
)
@pytest.mark.parametrize("text", ["yes all of them, and the one today too", "all of them, and today's as well"])
def test_todays_beside_all_of_them_is_kept(today: date, last: str, text: str) -> None:
    """On a day that was planned and on one that was not: the last one is that of today."""
    chat = Talk(today)
    chat.say("3 times a week for 2 weeks, then every 12 weeks. First one was 23 November 2026")
    chat.say(text)
    kept = chat.kept or {}
    assert kept["anchor"]["date"] == last
    assert last in {dose["day"] for dose in kept["given"]}
