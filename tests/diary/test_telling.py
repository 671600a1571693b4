"""What plainly tells how a day was, and what asks for something."""

from __future__ import annotations

import pytest

from b12guide.diary.telling import begins_with_day, leaves_offer, takes_offer, tells_day, wants_done


@pytest.mark.parametrize(
    "text",
    [
        "I was a lot perkier yesterday, did the hoovering, less tired",
        "last night I slept right through",
        "Sunday awful, Monday fine",
        "felt foggy all day",
        "my balance was steadier this morning",
        "woke up with a headache",
    ],
)
def test_it_tells_how_a_day_was(text: str) -> None:
    """Of whoever writes, on a day or in what they did."""
    assert tells_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "is it normal that I felt foggy yesterday",
        "I had my jab yesterday and felt fine",
        "I feel tired all the time since the summer",
        "some people feel better in a day",
        "please help, I feel awful today",
        "every 8 weeks, last one Monday",
        "show me how I was on Monday",
        "my gp says I am tired from work",
        "yesterday",
        "hello",
    ],
)
def test_it_tells_something_else(text: str) -> None:
    """What is asked, doses, plans, what lasts, and what others say."""
    assert not tells_day(text)


def test_a_day_in_front_is_written_as_a_diary_is() -> None:
    """With something between it and the words."""
    assert begins_with_day("Thurs 12th: tired, in bed by 8")
    assert begins_with_day("14 May - slept well")
    assert not begins_with_day("Thurs 12th I was tired")
    assert not begins_with_day("12/5: every 8 weeks")


@pytest.mark.parametrize("text", ["then send us both pages", "and print me the list", "tell us the dates please"])
def test_what_is_to_be_done(text: str) -> None:
    """It is no note."""
    assert wants_done(text)


@pytest.mark.parametrize("text", ["read the paper without a rest", "made dinner", "got dizzy on the stairs"])
def test_what_was_done(text: str) -> None:
    """It may be one."""
    assert not wants_done(text)


def test_what_is_said_to_the_offer() -> None:
    """Yes, no, or something else."""
    assert takes_offer("yes please, keep it")
    assert leaves_offer("no thanks")
    assert not takes_offer("yes, when is my next one")
    assert not leaves_offer("no, it was Tuesday")
