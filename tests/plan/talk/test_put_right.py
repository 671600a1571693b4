"""Messages in which people put themselves right."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.put_right import put_right
from tests.plan.talk.moves_chat import Talk, talk


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("last one was on the 4th. no, the 6th", "last one was the 6th"),
        ("last one on the 4th of January, sorry, I mean the 6th", "last one the 6th of January"),
        ("had it Monday 4 January. Sorry, Wednesday 6 January", "had it Wednesday 6 January"),
        ("the 6th, now that I look, not the 4th", "the 6th, now that I look"),
        ("not the 4th but the 6th of March", "the 6th of March"),
        ("every 8 weeks, not 6", "every 8 weeks"),
    ],
)
def test_what_is_taken_back_is_out(text: str, meant: str) -> None:
    """The later date counts, in the month of the one before it, and no other word moves."""
    found = put_right(text)
    assert found.rstrip() == meant
    assert len(found) == len(text)


@pytest.mark.parametrize(
    "text",
    ["last one 5 March 2026, not 12 weeks ago", "it was due on the 4th. It was the 6th when I had it",
     "the 30th or the 28th", "no the 6th", "I had it on the 4th and the 6th",
     # Joined in each way that these words can be, this would never be read to its end.
     "the 4th of May, no " + "it was " * 200 + "well"],
)  # fmt: skip
def test_what_is_not_taken_back_stays(text: str) -> None:
    """Two dates that are both meant, and lengths of time, stay as they are."""
    assert put_right(text) == text


@pytest.mark.parametrize(
    "texts",
    [
        ("every 8 weeks, last one was on the 4th. no, the 6th",),
        ("every 6 weeks, last one was the 4th",
         "So when is it? Last one was the 6th, now that I look, not the 4th. Every 8 weeks."),
        ("every 6 weeks, last one was the 6th", "oh wait, I have found the letter: it is 8 not 6, how silly"),
    ],
)  # fmt: skip
def test_the_plan_is_the_one_put_right(texts: tuple[str, ...]) -> None:
    """A date and a number that were put right are in the plan that is read back."""
    chat = Talk(date(2027, 1, 25))
    lines = [chat.say(text) for text in texts][-1]
    assert lines[:2] == [
        "Every 8 weeks. The last one was on Wednesday 6 January 2027.",
        "The next one is on Wednesday 3 March 2027.",
    ]


@pytest.mark.parametrize("day", ["26th", "the 26th", "26"])
@pytest.mark.parametrize("month", ["nah hang on. january.", "no, january", "it was in january actually"])
def test_the_day_is_of_the_month_that_was_asked_about(month: str, day: str) -> None:
    """ "The 26th" to the question which day of January is never that of the month told before."""
    chat = talk("every 12 weeks, last one 9 february", month)
    assert "The last one was on Monday 26 January 2026." in " ".join(chat.say(day))


SLIP = "1000mg shot every month, last one 6 february 2026"


@pytest.mark.parametrize("said", ["1mg", "1,000 micrograms", "box says 1000 mcg, whatever that is", "its 1 mg"])
def test_the_dose_on_the_box_is_taken(said: str) -> None:
    """What the box says is the answer to the question about a thousandfold dose."""
    lines = " ".join(talk(SLIP).say(said))
    assert "1mg (1,000 micrograms), every month." in lines
    assert "1,000,000" not in lines


@pytest.mark.parametrize("said", ["1,000mg", "aw just the date. every month, last 6 february"])
def test_a_thousandfold_dose_is_kept_by_nobody(said: str) -> None:
    """Said once more, or passed over, it is left out: the dates need none."""
    lines = " ".join(talk(SLIP).say(said))
    assert "Every month. The last one was on Friday 6 February 2026." in lines
    assert "1000mg" not in lines


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("weekly 6 nos. from Monday", "weekly 6 inj  from Monday"),
        ("7 over till today", "had 7 so far"),
        ("3 completed upto yesterday", "had 3 so far"),
        ("give balance doses", "give coming  doses"),
        ("monthly is 3 nos only, not so on", "monthly for 3 inj"),
        ("what is my bank balance", "what is my bank balance"),
        ("no, not the 4th", "no, not the 4th"),
    ],
)
def test_what_offices_in_india_write_is_in_plain_words(text: str, plain: str) -> None:
    """Every other word stays where it is."""
    assert put_right(text).rstrip() == plain
    assert len(put_right(text)) == len(text)
