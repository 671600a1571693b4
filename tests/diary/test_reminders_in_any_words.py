"""What is said of reminders in any words, by the words alone."""

from __future__ import annotations

from datetime import date, datetime, time, timezone

import pytest

from b12guide.diary.check_words import WEEKLY, asks_check
from b12guide.diary.clock import zone_named
from b12guide.diary.reminder_ends import only_long_part, ways_ended
from b12guide.diary.reminder_lists import asks_which
from b12guide.diary.reminder_pauses import days_of_pause, pauses, until_words
from b12guide.diary.reminders import EMAIL, HERE, Reminders, Wish
from b12guide.diary.wish_changes import whens_of
from b12guide.diary.wishes import code_in
from b12guide.diary.zone_words import clock_named, for_a_stretch


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("text me on the day at 8am n then again in the evening like 7ish", [(0, 8, 0), (0, 19, 0)]),
        ("remind me twice on the day, 9am and 4pm", [(0, 9, 0), (0, 16, 0)]),
        ("remind me the evening before, quarter past 7", [(1, 19, 15)]),
        ("the day before, at 6pm", [(1, 18, 0)]),
        ("the day before at 8 in the evening", [(1, 20, 0)]),
    ],
)
def test_times_of_one_day(text: str, expected: list[tuple[int, int, int]]) -> None:
    assert [(one.before, one.at.hour, one.at.minute) for one in whens_of(text)] == expected


@pytest.mark.parametrize(
    "text", ["when will you text me about the next one?", "Show me the reminders for Dad",
             "do I get a text at 7pm or not?", "on which day will you write to me?", "which reminders are set"],
)  # fmt: skip
def test_asks_which_there_are(text: str) -> None:
    assert asks_which(text, just=False)


@pytest.mark.parametrize(
    "text", ["will you text me the day before?", "can you remind me on the day", "when do I get my injection",
             "do I have to answer the text?", "when should I text you", "show me the plan", "does the clinic text me?"],
)  # fmt: skip
def test_asks_something_else(text: str) -> None:
    assert not asks_which(text, just=False)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("stop the e-mail please", EMAIL),
        ("do not send the e-mail any more. Only the text message", EMAIL),
        ("text message instead of the e-mail", EMAIL),
        ("keep the e-mail, no texts", HERE),
        ("I don't want to stop the e-mail", None),
        ("no e-mail came", None),
        ("stop the reminders", None),
    ],
)
def test_the_way_that_ends(text: str, way: str | None) -> None:
    assert ways_ended(text) == way


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from now just remind me for the 2 monthly ones", True),
        ("no more reminders for loading", True),
        ("only remind me of the loading ones", False),
        ("remind me every 2 months", False),
    ],
)
def test_the_long_part_alone(text: str, expected: bool) -> None:
    assert only_long_part(text) is expected


@pytest.mark.parametrize(
    ("text", "until", "days"),
    [
        ("no msgs over xmas pls back on in jan", "1 jan", None),
        ("pause reminders til 4 jan", "4 jan", None),
        ("mute the texts for two weeks", "", 14),
    ],
)
def test_a_pause(text: str, until: str, days: int | None) -> None:
    assert pauses(text, just=False)
    assert (until_words(text), days_of_pause(text)) == (until, days)


@pytest.mark.parametrize("text", ["I got no text until Monday", "pause my injections until May", "remind me in May"])
def test_no_pause(text: str) -> None:
    assert not pauses(text, just=False)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("can reminders go by ny time", "America/New_York"),
        ("but the reminders? new york clock", "America/New_York"),
        ("back in ireland, use irish time again", "Europe/Dublin"),
    ],
)
def test_a_clock(text: str, zone: str) -> None:
    assert zone_named(clock_named(text, just=True) or "") == zone


@pytest.mark.parametrize("text", ["make it easter time", "remind me at the same time", "text me at lunch time please"])
def test_no_clock(text: str) -> None:
    assert clock_named(text, just=True) is None


def test_a_clock_for_a_stretch() -> None:
    assert for_a_stretch("im in new york 1 feb to 1 march, can you remind me at 9am new york time")
    assert not for_a_stretch("use new york time for the texts")


@pytest.mark.parametrize(
    ("text", "code"),
    [("655 559", "655559"), ("The code in the e-mail is 655559.", "655559"), ("in 655 days", None), ("12 weeks", None)],
)
def test_a_code(text: str, code: str | None) -> None:
    assert code_in(text) == code


def test_to_be_written_to_is_of_the_questions() -> None:
    assert asks_check("e-mail me at lola@example.org every friday to ask how I feel") == WEEKLY
    assert asks_check("text me the day before to ask if I am going") is None


def test_what_was_ended_comes_again() -> None:
    since = datetime(2026, 3, 5, tzinfo=timezone.utc)
    kept = Reminders()
    kept.wish(Wish(0, time(8), HERE, since))
    kept.wish(Wish(0, time(19), HERE, since, beside=True))
    assert [one.mark for one in kept.wishes] == ["", "@19:00"]
    kept.end()
    kept = Reminders.from_json(kept.to_json())
    assert not kept.wishes
    kept.begin_again(since)
    assert [one.at for one in kept.wishes] == [time(8), time(19)]


def test_late_leaves_the_other_one_of_the_day() -> None:
    since, day = datetime(2026, 3, 5, tzinfo=timezone.utc), date(2026, 5, 4)
    kept = Reminders()
    kept.wish(Wish(0, time(8), HERE, since))
    kept.wish(Wish(0, time(19), HERE, since, beside=True))
    kept.answer(day, upto=day)
    assert kept.is_answered(day, 0)
    assert not kept.is_answered(day, 0, "@19:00")
