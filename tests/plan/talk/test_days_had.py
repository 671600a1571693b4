"""The days of doses of a course that were had, told by their weekdays, by the first and the last of them, or by the
first and their number: they never become how often it is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

# A Friday.
TODAY = date(2027, 5, 14)
PLAN = "daily for 6 days, then once a week for 3 weeks, then every 2 months"
READ = [
    "This is how I read your plan:",
    "• Last injection: Friday 14 May 2027.",
    "• Loading: every day for 6 days. That is 6 injections, 4 of them given. "
    "To come: Saturday 15 and Sunday 16 May 2027.",
    "• Then Loading: every week for 3 weeks, counted from the last loading injection. "
    "That is 3 injections: Sunday 23, Sunday 30 May and Sunday 6 June 2027.",
    '• Then every 2 months, counted from the last "every week for 3 weeks" injection: '
    "Friday 6 August and Wednesday 6 October 2027, and so on.",
]


def _told(*texts: str, plan: str = PLAN) -> Talk:
    chat = Talk(TODAY)
    chat.country = "US"
    for text in (plan, *texts):
        chat.say(text)
    return chat


def _lines(chat: Talk) -> list[str]:
    return [line for bubble in chat.last.bubbles for line in bubble.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "the first was tuesday may 11 and I've had 4 so far",
        "first one may 11, had 4",
        "first may 11, last may 14",
        "started on 11 May, last was 14 May",
        "the first one was on tuesday, the last one today",
    ],
)
def test_the_first_day_with_a_number_or_the_last_one_says_where_one_is(text: str) -> None:
    """As many as there are days by now were had, today's with them; the dates of each part are said at once."""
    assert _lines(_told(text))[:5] == READ


@pytest.mark.parametrize(
    "text",
    [
        "today. tue, wed, thu and fri",
        "tue, wed, thu, today",
        "Tuesday, Wednesday, Thursday and this morning",
        "had them on tue wed thu fri",
        "it was tues, weds, thurs, fri this week",
    ],
)
def test_weekdays_of_doses_that_were_had_are_days_and_no_plan(text: str) -> None:
    """The plan that was told stands, and each of the days is in the log."""
    chat = _told(text)
    assert [dose["day"] for dose in (chat.kept or {})["given"]] == [f"2027-05-{day}" for day in (11, 12, 13, 14)]
    assert len((chat.kept or {})["phases"]) == 3
    assert (chat.kept or {})["anchor"]["done"] == 4


def test_weekdays_beside_today_change_no_course_that_was_read_back() -> None:
    """Said once more behind the plan that was read back, they are the same days."""
    chat = _told("first may 11, last may 14", "today, this morning. tue, wed, thu, fri")
    assert len((chat.kept or {})["phases"]) == 3
    assert (chat.kept or {})["anchor"]["date"] == "2027-05-14"


@pytest.mark.parametrize(("had", "last", "done"), [("3", "2027-05-13", 3)])
def test_as_many_as_were_due_before_today(had: str, last: str, done: int) -> None:
    """Today's is to come."""
    anchor = (_told(f"first one may 11, had {had} so far").kept or {})["anchor"]
    assert (anchor["date"], anchor["done"]) == (last, done)


@pytest.mark.parametrize("text", ["first one may 11, had 2 so far", "the first one was on may 9, had 4 so far"])
def test_a_number_that_does_not_fit_is_asked(text: str) -> None:
    """Some were missed, or had otherwise: which was the last is for the person to say."""
    assert _lines(_told(text))[0].endswith("of them. When was the last one?")


def test_a_last_day_that_is_none_of_the_course_asks_how_many() -> None:
    """Both days are taken, and the number is not guessed."""
    lines = _lines(_told("first one 19 april, last one 11 may", plan="weekly for 6 weeks, then every 2 months"))
    assert lines[0].startswith("How many of the 6 injections")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("it's every tuesday, wednesday and thursday now", ("tue", "wed", "thu")),
        ("mondays and thursdays", ("mon", "thu")),
    ],
)
def test_weekdays_of_every_week_are_still_a_plan(text: str, days: tuple[str, ...]) -> None:
    """Of a plan without a course, days of every week say how often."""
    chat = Talk(TODAY)
    chat.say(text, "regimen")
    assert [tuple(phase["days_of_week"]) for phase in (chat.kept or {})["phases"]] == [days]


def test_the_first_of_a_month_is_no_first_dose() -> None:
    """ "The first of May" is a day; "first May 11" is the first one, on the 11th."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks")
    chat.say("the first of may")
    assert (chat.kept or {})["anchor"]["date"] == "2027-05-01"


LOG = "every 4 weeks. had it on Friday 12 March, Friday 9 April and Friday 7 May"


@pytest.mark.parametrize(
    "text",
    [
        "friday 9 april, like I said. am I behind?",
        "9 april as I told you",
        "9 april",
        "it was the 9th of april as I already wrote",
        "was the 9 april one late?",
        "fri 9 april, how far off was that",
    ],
)
@pytest.mark.parametrize("answers", [(), ("yes",)])
def test_an_earlier_day_that_is_named_again_is_not_the_last_one(answers: tuple[str, ...], text: str) -> None:
    """Of several days that were told, the last one stays the last one, whichever of them is spoken of."""
    chat = _told(*answers, text, plan=LOG)
    assert (chat.kept or {})["anchor"]["date"] == "2027-05-07"
    assert [dose["day"] for dose in (chat.kept or {})["given"]] == ["2027-03-12", "2027-04-09", "2027-05-07"]


@pytest.mark.parametrize("text", ["no, the last one was 9 april", "sorry, the last was friday 9 april"])
def test_who_says_that_it_was_the_last_one_puts_it_right(text: str) -> None:
    """That the last one was on an earlier day takes the later one back."""
    assert (_told(text, plan=LOG).kept or {})["anchor"]["date"] == "2027-04-09"
