"""Several dates that were had are a log: the last sure one is the last dose, a doubtful one never is."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from b12guide.plan.talk.had_dates import had_dates
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 6, 2)
WAYS = (
    "I get them every 3 weeks. I had {a}, {b} and {c}",
    "every 3 weeks. had one on {a}, one on {b}, and one on {c}",
    "It's every 3 weeks, they were given on {a}, {b} and {c}",
    "every 3 weeks, jabs on {a}, {b}, {c}",
)
DAYS = (
    ("8 April", "29 April", "20 May"),
    ("Apr 8th", "April 29", "May 20th"),
    ("8 april 2026", "29 april 2026", "20 may 2026"),
)
DOUBTS = ("", ", and maybe one on 18 March", ", perhaps 18 March too but I'm not certain", ", possibly 18 March",
          ", and one on 18 March but I couldn't swear to it", " and I think 18 March")  # fmt: skip


def said(*texts: str, today: date = TODAY) -> str:
    chat = Talk(today)
    return "\n".join([chat.say(text) for text in texts][-1])


@pytest.mark.parametrize(("way", "days", "doubt"), itertools.product(WAYS, DAYS, DOUBTS))
def test_the_last_sure_one_is_the_last_dose(way: str, days: tuple[str, ...], doubt: str) -> None:
    """Whatever the words, the order of the doubt and the form of the dates."""
    text = way.format(**dict(zip("abc", days, strict=True))) + doubt
    answer = said(text)
    assert "The last one was on Wednesday 20 May 2026." in answer
    assert "Wednesday 10 June 2026" in answer
    assert "29 April 2026" in answer.split("\n")[0]
    unsure = "Wednesday 18 March 2026 (not sure)" in answer
    assert unsure == bool(doubt)


@pytest.mark.parametrize("way", WAYS)
def test_a_doubtful_one_that_is_the_latest_is_not_the_last(way: str) -> None:
    """The dates count from the sure one, with the word to check the clinic's record."""
    days = {"a": "29 April", "b": "20 May", "c": "10 June"}
    answer = said(way.format(**days).replace("10 June", "maybe 10 June"), today=date(2026, 6, 12))
    assert "Counting every 3 weeks from Wednesday 20 May 2026" in answer
    assert "Wednesday 10 June 2026 (not sure)" in answer
    assert "clinic's record" in answer


@pytest.mark.parametrize("ask", ["what have I had so far", "list what I have had", "which ones have I had"])
def test_the_log_is_listed_later(ask: str) -> None:
    """All of them, the doubtful one as not sure, oldest first."""
    answer = said("every 3 weeks. had one on 29 April, one on 20 May and maybe one on 8 April", "yes", ask)
    found = [answer.index(day) for day in ("8 April 2026 (not sure)", "29 April 2026", "20 May 2026")]
    assert found == sorted(found)


def test_a_list_of_days_of_one_month() -> None:
    """ "2, 9 and 16 June"."""
    found = had_dates("weekly, had 2, 9 and 16 June", today=date(2026, 6, 20))
    assert found is not None
    assert [one.day.day for one in found.given] == [2, 9, 16]
    assert found.rest.startswith("weekly, had last one 16 Jun")


@pytest.mark.parametrize(
    "text",
    [
        "it was 20 May or 27 May",
        "had it on 20 May, due 10 June",
        "the first was 29 April and the last 20 May",
        "I had a blood test on 29 April and one on 20 May",
        "had one on 29 April, missed 20 May",
        "had 29 April and the next is 20 July",
        "either 29 April or 20 May I had it",
        "had it Monday 20 May and 27 May",
        "had it on 31 April and 20 May",
        "every 3 weeks, had one on 20 May",
    ],
)
def test_what_may_be_anything_else_is_left_to_the_reader(text: str) -> None:
    """One of two, a dose that was missed, a test, a day that is none: no log."""
    assert had_dates(text, today=TODAY) is None


@pytest.mark.parametrize("word", ["maybe ", "had 1 May ", "and one on ", "2, ", "1 May, ", "not sure "])
def test_a_long_text_is_read_at_once(word: str) -> None:
    """Nothing is read of what is longer than a message."""
    assert had_dates(word * (4000 // len(word)), today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("had it tuesday and yesterday", ("2026-11-03", "2026-11-04")),
        ("got one on monday, tuesday and today", ("2026-11-02", "2026-11-03", "2026-11-05")),
        ("so far I had them on Monday and then yesterday", ("2026-11-02", "2026-11-04")),
    ],
)
def test_days_of_this_week_are_a_log(text: str, days: tuple[str, ...]) -> None:
    """Each weekday is the latest of its name, where the last one is counted from today."""
    found = had_dates(text, today=date(2026, 11, 5))
    assert found is not None
    assert tuple(dose.day.isoformat() for dose in found.given) == days
    assert len(found.rest) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "had it monday and wednesday",
        "had thursday and today",
        "had yesterday and monday",
        "missed monday and yesterday",
        "due monday, had it yesterday",
        "should have had it monday and yesterday",
    ],
)
def test_days_in_doubt_are_none(text: str) -> None:
    """Days of every week, today by its name, and days that were missed are no log."""
    assert had_dates(text, today=date(2026, 11, 5)) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("weekly, had 2, 19/5 and 26/5", ("2026-05-19", "2026-05-26")),
        ("I've had 3 so far: 12 may, 19 may and 26 may", ("2026-05-12", "2026-05-19", "2026-05-26")),
        ("done 2, May 19 and May 26", ("2026-05-19", "2026-05-26")),
        # Of a shared month the first number is a day.
        ("had 5, 12 and 19 may", ("2026-05-05", "2026-05-12", "2026-05-19")),
    ],
)
def test_how_many_before_as_many_dates_is_none_of_them(text: str, days: tuple[str, ...]) -> None:
    """Each date has its month; the number before them counts them."""
    found = had_dates(text, today=TODAY)
    assert found is not None
    assert tuple(one.day.isoformat() for one in found.given) == days
