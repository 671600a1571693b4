"""Lists of a plan's dates up to a day, or in a time, and how many they are."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk, saved

SEVEN = (
    "6 injections: Monday 15 March, Monday 3 May, Monday 21 June, Monday 9 August, Monday 27 September and "
    "Monday 15 November 2027."
)
FEBRUARY = date(2027, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "every 7 weeks, last one Monday 25 January 2027. All dates until 31 December.",
        "every 7 weeks, last one Monday 25 January 2027, and please list every date up to New Year",
        "I have it every 7 weeks and the last one was on 25 January 2027; a schedule to the end of December, please",
        "every 7 weeks, last one Monday 25 January 2027. How many is that by 31 December?",
        "Every date in 2027 please. Every 7 weeks, last one Monday 25 January 2027",
        "Every 7 weeks, last one Monday 25 January 2027. Kindly list them until the 31st of December 2027",
    ],
)
def test_a_list_beside_the_plan(text: str) -> None:
    """The plan is read back, has no end, and its list follows."""
    chat = Talk(FEBRUARY)
    lines = chat.say(text)
    assert lines[0] == "Every 7 weeks. The last one was on Monday 25 January 2027."
    assert SEVEN in lines
    assert lines[-1] == "Is that what your clinic said?"
    assert chat.last.plan is not None
    assert chat.last.plan["phases"][0]["count"] is None


@pytest.mark.parametrize(
    "text",
    [
        "All dates until 31 December.",
        "list every date up to New Year",
        "a schedule to the end of December, if you would be so good",
        "how many dates up to New Year, and which?",
        "the whole of 2027, please?",
        "and all the rest of this year, how many is that?",
        "how many is that by the end of the year?",
        "my dates for 2027 please",
        "please send me every date until the 31st of December 2027",
        "Yes. And all the rest of this year, how many is that?",
        "yes, and pray list them until the 31st of December 2027, sir",
    ],
)
def test_a_list_of_a_known_plan(text: str) -> None:
    """Their number and all of them."""
    chat = Talk(FEBRUARY)
    chat.say("every 7 weeks, last one Monday 25 January 2027")
    lines = chat.say(text)
    assert SEVEN.partition(": ")[2] in [line.partition(": ")[2] for line in lines]
    assert (chat.last.key is not None) is text.lower().startswith("yes")


@pytest.mark.parametrize(
    ("text", "country", "first"),
    [
        ("my dates for the spring", "GB", "2 injections: Monday 15 March and Monday 3 May 2027."),
        ("my dates for the spring", "AU", "2 injections: Monday 27 September and Monday 15 November 2027."),
        ("list them for the second quarter", "GB", "2 injections: Monday 3 May and Monday 21 June 2027."),
        ("all my dates in Q3 2027", "GB", "2 injections: Monday 9 August and Monday 27 September 2027."),
        ("and the one in June, sir?", "GB", "1 injection: Monday 21 June 2027."),
        ("and mine in June sir?", "GB", "1 injection: Monday 21 June 2027."),
        ("Yes. And my September date, please?", "GB", "1 injection: Monday 27 September 2027."),
    ],
)
def test_a_part_of_the_year(text: str, country: str, first: str) -> None:
    """A season is the country's; a month, a quarter and a season are the next of their name."""
    chat = Talk(FEBRUARY, country=country)
    chat.say("every 7 weeks, last one Monday 25 January 2027")
    assert chat.say(text)[0] == first


def test_a_list_before_the_plan() -> None:
    """What is missing is asked first, and the list follows once the plan is read back."""
    chat = Talk(FEBRUARY)
    assert chat.say("I would like all my B12 injection dates for 2027 for the office calendar, please.", None)[0] == (
        'I can work that out. How often do you have them? For example "every 12 weeks" or "once a month".'
    )
    chat.say("every 7 weeks")
    assert SEVEN in chat.say("25 January 2027")
    assert SEVEN not in chat.say("yes")


@pytest.mark.parametrize(
    "wish",
    [
        "all to New Year's",
        "I want them all up to new year so I can hang it on the wall",
        "can i have the lot till the end of the year",
        "show me every one of em through December",
        "everything until 31 December pls",
        "need em all clear through to xmas",
        "all of those until thanksgiving",
        "everything from now to the end of december please",
        "the whole lot up to Hogmanay",
        "every last one till boxing day",
        "all the way to christmas please",
        "give me each one up to the end of december",
    ],
)
def test_all_of_them_to_a_day(wish: str) -> None:
    """Beside the plan, before it, and said to the plan that is shown."""
    for text in (f"every 7 weeks, last one Monday 25 January 2027, {wish}",
                 f"every 7 weeks, last one Monday 25 January 2027. {wish}",
                 f"{wish}. Every 7 weeks, last one Monday 25 January 2027"):  # fmt: skip
        chat = Talk(FEBRUARY, country="US")
        assert SEVEN in chat.say(text)
        assert chat.last.plan is not None
        assert chat.last.plan["phases"][0]["count"] is None
    chat = Talk(FEBRUARY, country="US")
    chat.say("every 7 weeks, last one Monday 25 January 2027")
    assert SEVEN in chat.say(f"yes that's right. but {wish}", None)


@pytest.mark.parametrize("day", ["Easter", "easter sunday", "Good Friday", "the end of march", "St Patrick's Day"])
def test_up_to_a_day_with_a_name(day: str) -> None:
    """A feast ends a list as a date does, in the year in which it comes next."""
    for text in (f"all my dates until {day} please", f"everything up to {day}"):
        chat = Talk(FEBRUARY)
        assert "1 injection: Monday 15 March 2027." in chat.say(
            f"every 7 weeks, last one Monday 25 January 2027, {text}"
        )


@pytest.mark.parametrize(
    "text",
    [
        "every week until the end of April, last one 3 March 2026",
        "weekly until 30 April, last one 3 March 2026",
        "i have them all weekly until 30 April, last one 3 March 2026",
        "every week and i am to have them all until 30 April, last one 3 March 2026",
    ],
)
def test_an_end_is_an_end(text: str) -> None:
    """What tells when the injections end is no wish for a list."""
    chat = Talk(date(2026, 3, 5))
    assert not any("The next one is on" in line for line in chat.say(text))


def test_a_late_dose_has_no_list() -> None:
    """The dates after it depend on when it is given."""
    chat = saved()
    chat.today = date(2026, 5, 11)
    assert not any(" injections: " in line for line in chat.say("all dates until the end of the year"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what about 2028, first date?", "It is on Monday 3 January 2028."),
        ("when's my first one next year?", "It is on Monday 3 January 2028."),
        ("and my last one this year?", "It is on Monday 15 November 2027."),
        ("what's the last date before Christmas?", "It is on Monday 15 November 2027."),
    ],
)
def test_the_first_or_the_last_of_a_time(text: str, expected: str) -> None:
    """One date, and not the one that was given last."""
    chat = Talk(FEBRUARY)
    chat.say("every 7 weeks, last one Monday 25 January 2027")
    chat.say("yes")
    assert chat.say(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "how many this year all told?",
        "and until the end of the year?",
        "Then be so good as to send me every date until new year",
    ],
)
def test_a_list_in_other_words(text: str) -> None:
    """Their number and all of them."""
    chat = Talk(FEBRUARY)
    chat.say("every 7 weeks, last one Monday 25 January 2027")
    chat.say("yes")
    assert SEVEN in chat.say(text)


def test_a_list_before_the_plan_is_kept_for_later() -> None:
    """Politeness and where it will hang weigh nothing."""
    chat = Talk(FEBRUARY)
    chat.say("Good morning. I would like all my B12 injection dates for 2027 for the office calendar, please.")
    chat.say("every 7 weeks")
    assert SEVEN in chat.say("25 January")
