"""How far somebody is: through a course, behind a date, from one day to another, and how many lie ahead."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 3, 5)


def _kept(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


def _monthly() -> Talk:
    """Every 4 weeks, next on Friday 20 March 2026."""
    return _kept("every 4 weeks, last one 20 February 2026", "yes")


def _course() -> Talk:
    """Weekly for 8 weeks, 5 of them given, next on Monday 9 March 2026."""
    return _kept("weekly for 8 weeks, first one 2 february 2026", "all of them", "yes")


@pytest.mark.parametrize(
    "text", ["how many days late am I", "how many days overdue is it now", "how many days behind are we"]
)
def test_days_late_are_counted_in_days(text: str) -> None:
    """Whoever asks for days is told days."""
    chat = _kept("every 4 weeks, last one 20 January 2026", "yes")
    assert chat.say(text)[0] == "Yes, it is 16 days late. It was due on Tuesday 17 February 2026."


@pytest.mark.parametrize("text", ["how many weeks behind am I", "how long overdue is it", "how much late am i exactly"])
def test_how_late_in_weeks(text: str) -> None:
    """Otherwise it is told in weeks from 2 on, with the days that are left over."""
    chat = _kept("every 4 weeks, last one 20 January 2026", "yes")
    assert chat.say(text)[0] == "Yes, it is 2 weeks and 2 days late. It was due on Tuesday 17 February 2026."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("what's exactly four weeks from 20 march", "4 weeks after Friday 20 March 2026 is Friday 17 April 2026."),
        ("4 weeks on from the 20th of march?", "4 weeks after Friday 20 March 2026 is Friday 17 April 2026."),
        ("when's six weeks after the 3rd of april", "6 weeks after Friday 3 April 2026 is Friday 15 May 2026."),
        ("20 march plus 4 weeks is what", "4 weeks after Friday 20 March 2026 is Friday 17 April 2026."),
        ("what is 3 months from may 1", "3 months after Friday 1 May 2026 is Saturday 1 August 2026."),
    ],
)
def test_the_day_so_long_after_another(text: str, line: str) -> None:
    """It is counted, and neither it nor the length changes the plan."""
    chat = _monthly()
    assert chat.say(text) == [line]
    assert chat.kept is not None
    assert chat.kept["confirmed"]


@pytest.mark.parametrize("text", ["next four dates please", "my next 4 jabs", "can i have the next four"])
def test_so_many_from_the_next_one_on(text: str) -> None:
    """The next one is the first of them."""
    assert _monthly().say(text)[0] == (
        "4 injections: Friday 20 March, Friday 17 April, Friday 15 May and Friday 12 June 2026."
    )


def test_so_many_more() -> None:
    """ "More", or "after that", goes on behind what was shown."""
    chat = _monthly()
    chat.say("next 3 please")
    assert chat.say("two more dates") == ["After that: Friday 12 June and Friday 10 July 2026."]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("how many more before august", 5),
        ("how many jabs between now and june", 4),
        ("how many between now and christmas", 11),
        ("how many until christmas", 11),
    ],
)
def test_how_many_until_then(text: str, count: int) -> None:
    """They are counted from today on and named; a month that they lie before is not one of them."""
    assert _monthly().say(text)[0].startswith(f"{count} injections: Friday 20 March, ")


@pytest.mark.parametrize("text", ["am I halfway", "are we halfway through yet", "is she half way"])
def test_halfway(text: str) -> None:
    """Yes or no, then how many are done and to come."""
    assert _course().say(text)[:2] == ["Yes, you are at least halfway.", "5 of 8 are done."]


@pytest.mark.parametrize(
    "text",
    [
        "how far through am i",
        "where am i up to",
        "what number am i on",
        "how many of the 8 have I had",
        "how far along am i",
    ],
)
def test_how_far_through_a_course(text: str) -> None:
    """How many of the course are done, and the days of the others."""
    assert _course().say(text) == [
        "5 of 8 are done.",
        "3 of the 8 are left. The next is Monday 9 March 2026.",
        "They are on Monday 9, Monday 16 and Monday 23 March 2026.",
    ]


def test_halfway_of_what_has_no_end() -> None:
    """A plan without an end has no half of it."""
    assert _monthly().say("am i halfway")[0] == "Your plan has no last one. It goes on until your clinic says so."
