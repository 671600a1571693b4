"""The day of the last dose that was shown is put right in few words, and a dose of today that was something else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

# A Friday; the last one was on a Sunday.
TODAY = date(2026, 11, 20)


def shown(*more: str) -> Talk:
    """Every 8 weeks, the last one on Sunday 4 October 2026, read back."""
    talk = Talk(TODAY)
    for text in ("every 8 weeks, last one 4 october 2026", *more):
        talk.say(text)
    return talk


def last(talk: Talk) -> str:
    """The day that the plan is counted from."""
    assert talk.kept is not None
    return str(talk.kept["anchor"]["date"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("no, that was the sunday, it was the day after", "2026-10-05"),
        ("nope that's wrong, it was the day after", "2026-10-05"),
        ("no that was the sunday, mine was the day after. what about 3 december then", "2026-10-05"),
        ("No love. Last one was the MONDAY. do they count bank holidays", "2026-10-05"),
        ("my last jab was the saturday", "2026-10-03"),
        ("no, the day before that", "2026-10-03"),
        ("correction, day after", "2026-10-05"),
        ("it was the day after, the 5th of October", "2026-10-05"),
        ("they were shut, I had it the day after, so Monday the 5th", "2026-10-05"),
        ("it was the day before, the 3rd", "2026-10-03"),
    ],
)
def test_it_counts_from_the_day_shown(text: str, day: str) -> None:
    """The day beside it, or the weekday next to it, takes its place; a question in another sentence changes nothing."""
    talk = shown()
    talk.say(text)
    assert last(talk) == day


@pytest.mark.parametrize(
    "text",
    [
        "what about the day after?",
        "is it the day after?",
        "my sister had hers the day after christmas",
        "it was the day after, the 9th of October",
        "Halloween they were shut, it was the day after",
        "they are open the day after",
        "the ache began, it was the day before",
        "my smear was cancelled, it was the day after, the 5th",
        "my dizzy spell, it was the day after",
        "the flowers came, I think that was the day before",
        "sorry, my dentist rang, it was the day before, the 3rd",
        "I fell over and it was the day after",
    ],
)
def test_what_counts_from_nothing_shown(text: str) -> None:
    """A question, another person's day, and a day that does not fit move nothing by themselves."""
    talk = shown()
    talk.say(text)
    assert last(talk) not in ("2026-10-05", "2026-10-03")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("every 8 weeks. my last was halloween. correction, day after, they were shut", "2026-11-01"),
        ("every 8 weeks, last one was 30 october, no sorry the day before", "2026-10-29"),
        ("I get it every 8 weeks. Had it on 12 October. Wait, it was the day after.", "2026-10-13"),
    ],
)
def test_both_in_one_message(text: str, day: str) -> None:
    """The day that was told first is out."""
    talk = Talk(TODAY)
    talk.say(text)
    assert last(talk) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("saturday 3 october I said", "2026-10-03"),
        ("no, it was 3 october, I said", "2026-10-03"),
        ("no the last one was 3 october like I said", "2026-10-03"),
        ("not 27 september, I said 4 october", "2026-10-04"),
        ("27 september, I said, is my dad's birthday", "2026-10-04"),
        ("my blood test was 27 september, I said", "2026-10-04"),
        ("I fly out on 27 september, I said", "2026-10-04"),
        ("it was not 27 september, as I said", "2026-10-04"),
    ],
)
def test_a_day_said_once_more(text: str, day: str) -> None:
    """Only what was said of the last dose, and of nothing else, puts it right."""
    talk = shown()
    talk.say(text)
    assert last(talk) == day


@pytest.mark.parametrize(
    "text",
    [
        "every 8 weeks, last one 4 october 2026. My visit was the day after Halloween. Wait, the day before",
        "every 8 weeks, last one 4 october 2026. I had a scan on 2 november. Sorry, the day after",
        "every 8 weeks, last one 4 october 2026. The pain was on 2 november. No, the day before",
    ],
)
def test_another_day_put_right_is_not_that_of_the_last_one(text: str) -> None:
    """The last dose that was told stays, or which of the days it was is asked."""
    talk = Talk(TODAY)
    said = "\n".join(talk.say(text))
    assert "Which one is the date of your last injection?" in said or last(talk) == "2026-10-04"


@pytest.mark.parametrize(
    "text",
    [
        "not today, she only took blood, that wasn't the jab",
        "wait. that weren't my injection was it, they only did bloods",
        "it was just a blood test",
        "no, nurse only took bloods, she said come back",
        "today was not the b12",
        "she only took blood this morning, that weren't the jab",
        "today it was just a check up",
        "I saw the doctor earlier today, it was only a check-up",
    ],
)
def test_what_was_no_injection_is_out_again(text: str) -> None:
    """The dose of today leaves the log, and the one before it counts."""
    talk = Talk(TODAY)
    for told in ("every 6 weeks, last one 9 october 2026", "yes", "had it this morning"):
        talk.say(told)
    assert last(talk) == "2026-11-20"
    talk.say(text)
    assert last(talk) == "2026-10-09"
    assert talk.kept is not None
    assert "2026-11-20" not in [dose["day"] for dose in talk.kept["given"]]


@pytest.mark.parametrize(
    "text",
    [
        "it wasn't the jab that hurt",
        "it wasnt the needle i minded",
        "they only took blood last month",
        "the jab was not sore",
        "it was just the blood test that hurt",
        "it was only the bloods I minded",
        "the nurse only did bloods yesterday",
        "she only took blood in October",
        "he just did bloods on Monday",
        "my wife came along, she only had bloods",
    ],
)
def test_what_else_is_said_of_it_leaves_it_in(text: str) -> None:
    """A dose that was had stays."""
    talk = Talk(TODAY)
    for told in ("every 6 weeks, last one 9 october 2026", "yes", "had it this morning", text):
        talk.say(told)
    assert last(talk) == "2026-11-20"


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("yesterday was not the b12, she only took blood", True),
        ("it was just a blood test yesterday", True),
        ("nurse only did bloods this morning", False),
        ("today I went to the surgery, it was just a check-up", False),
        ("they only took blood in September", False),
        ("it was just a blood test", False),
        ("dad was in today. it was just a blood test for me", False),
        ("today it was just a check up", False),
    ],
)
def test_the_dose_of_the_day_that_is_said(text: str, out: bool) -> None:
    """That of yesterday is out only where yesterday is said; no other day takes it, and no dose is noted."""
    talk = Talk(TODAY)
    for told in ("every 6 weeks, last one 19 november 2026", "yes"):
        talk.say(told)
    said = "\n".join(talk.say(text))
    assert ("I do not count the one on Thursday 19 November 2026" in said) is out
    assert talk.kept is not None
    assert "2026-11-20" not in [dose["day"] for dose in talk.kept["given"]]
    if not out:
        assert last(talk) == "2026-11-19"


def test_no_date_stands_after_the_only_dose_is_denied() -> None:
    """The next one is not counted from it, however often it is asked; the last one that is told is counted."""
    talk = Talk(TODAY)
    for told in ("every 6 weeks, last one 20 november 2026", "yes", "no, she only took blood"):
        talk.say(told)
    for asked in ("when is my next one?", "list the next 3", "when is my next one?"):
        assert "January 20" not in "\n".join(talk.say(asked))
    assert "Friday 20 November 2026" not in "\n".join(talk.say("my last one was 30 october 2026"))
    assert last(talk) == "2026-10-30"


def test_one_that_was_early_is_out_while_the_clinic_s_date_is_asked() -> None:
    """The plan stands as it was before it."""
    talk = shown("yes", "had it this morning")
    said = "\n".join(talk.say("hang on, she only took blood, that weren't the jab"))
    assert "I do not count the one on Friday 20 November 2026" in said
    assert last(talk) == "2026-10-04"


def test_the_day_said_once_more_and_a_day_that_was_set() -> None:
    """The last dose is put right, and what the clinic texted is kept beside it."""
    talk = shown("no, last one was the wednesday")
    talk.say("monday 5 october i said. and they texted 3 december")
    assert talk.kept is not None
    assert talk.kept["booked"] == "2026-12-03"
    assert "2026-10-05" in [dose["day"] for dose in talk.kept["given"]]
