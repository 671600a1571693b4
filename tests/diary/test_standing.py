"""What a message changes of the reminders that stand."""

from __future__ import annotations

from datetime import date, datetime, time, timezone

import pytest

from b12guide.diary.clock import Quiet
from b12guide.diary.reminder_costs import asks_of_text
from b12guide.diary.reminders import HERE, Wish
from b12guide.diary.spelled import spelled_out
from b12guide.diary.standing import Standing, before_named, changed
from b12guide.diary.standing_words import of_reminders
from b12guide.plan import dialogue

TODAY, THURSDAY = date(2026, 11, 27), date(2026, 12, 10)
_SINCE = datetime(2026, 11, 26, tzinfo=timezone.utc)


def _day_of(words: str) -> date | None:
    return dialogue.coming_date(words, dialogue.Who(today=TODAY, country="GB", zone="Europe/London"))[0]


def _standing(*wishes: tuple[int, time], due: date | None = THURSDAY) -> Standing:
    return Standing([Wish(before, at, HERE, _SINCE) for before, at in wishes], due, _day_of, Quiet())


ONE, EVENING = _standing((2, time(9))), _standing((2, time(20, 30)))
TWO = _standing((3, time(20, 30)), (2, time(9)))


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("can you do it the monday before, so 3 days", ONE, [(3, time(9))]),
        ("text me on sun 6 dec instead of tues", ONE, [(4, time(9))]),
        ("text me sun 6 rather than tuesday", ONE, [(4, time(9))]),
        ("the 5th please, not tuesday", ONE, [(5, time(9))]),
        ("not 7pm, half 8", EVENING, [(2, time(20, 30))]),
        ("not half 8, quarter to 7", EVENING, [(2, time(18, 45))]),
        ("make it mornings", EVENING, [(2, time(9))]),
        ("make it seven in the evening", EVENING, [(2, time(19))]),
        ("back to the evening before", EVENING, [(1, time(20, 30))]),
        ("am not pm", EVENING, [(2, time(8, 30))]),
        ("no i meant pm", ONE, [(2, time(21))]),
        ("in the evening, not the morning", ONE, [(2, time(21))]),
        ("i am fine", ONE, None),
        ("can it be afternoons", ONE, [(2, time(14))]),
        ("half 10 would be better", ONE, [(2, time(10, 30))]),
        ("working nights from tuesday so put it back to 7", ONE, [(2, time(19))]),
        ("evening 8 o clock", ONE, [(2, time(20))]),
        ("could it be the evening, i'm at college at 9", ONE, [(2, time(18))]),
        ("make it the thursday before", ONE, [(7, time(9))]),
        ("stop the 2 days before one", TWO, [(3, time(20, 30))]),
        ("cancel the tuesday one, keep the other", TWO, [(3, time(20, 30))]),
        ("only the monday one please", TWO, [(3, time(20, 30))]),
        ("just the 2 days before one, at 8am", TWO, [(2, time(8))]),
        ("don't need the 9am one", TWO, [(3, time(20, 30))]),
        ("only the monday one pls", ONE, [(3, time(9))]),
        ("tuesday is no good, do wednesday", TWO, [(3, time(20, 30)), (1, time(9))]),
    ],
)
def test_the_reminder_that_stands_is_changed(text: str, at: Standing, expected: list[tuple[int, time]] | None) -> None:
    """A day is counted from the injection, an hour keeps its half of the day, and the one that is named is meant."""
    found = changed(text, at)
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert sorted((one.before, one.at) for one in found.wishes) == sorted(expected)


@pytest.mark.parametrize("text", ["thanks", "thats fine", "no", "the nurse is lovely"])
def test_what_names_no_day_and_no_time_changes_nothing(text: str) -> None:
    """Where neither a day nor a time nor one of them is named, no reminder is touched."""
    assert changed(text, ONE) is None


def test_a_date_after_the_injection_is_none_for_a_reminder() -> None:
    """What would come too late is said, and nothing is changed."""
    found = changed("text me on the 14th instead", ONE)
    assert found is not None
    assert found.after
    assert found.wishes == tuple(ONE.wishes)


def test_without_a_date_a_weekday_is_no_day_of_a_reminder() -> None:
    """Where no injection is known, a weekday counts from nothing."""
    assert changed("make it the monday", _standing((2, time(9)), due=None)) is None
    assert before_named("text me the monday before", ONE) == 3


@pytest.mark.parametrize(
    ("text", "just", "expected"),
    [
        ("make it the monday before", True, True),
        ("make it the monday before", False, False),
        ("not the jab, the reminder. monday please", False, True),
        ("they moved my jab to monday", True, False),
        ("i never got the text on monday", True, False),
        ("when is the reminder on monday", True, False),
        ("also text me on monday", True, False),
        ("cud u text me monday b4 my jab instead", False, True),
        ("i had it on tuesday", True, False),
        ("this evening we will go for it", True, False),
        ("could not come on monday, tomorrow morning i take it", True, False),
        ("going to Leeds on the 8th till the 15th so i won't be here on the 10th", True, False),
        ("can i have it done in Leeds on the 9th", True, False),
        ("flying out on friday at 7", True, False),
        ("actually the last one was 3 march", True, False),
        ("tiredness is 6 of 10 today", True, False),
        ("it's an 8 out of 10 in the evening", True, False),
        ("make it 7, i get home at 6", True, True),
        ("morning 9 o clock", True, True),
        ("back to 5 please, i'm on earlies", True, True),
        ("7 in the evening", True, True),
        ("leave it at 2 days before, i said", True, True),
        ("could i have the day before one instead, at 8", True, True),
        ("can i get it at 7 in the morning", True, True),
        ("may i stop the week before text, and keep the other?", False, True),
        ("which reminders have i got, should be half 8", False, True),
        ("which reminders have i got, the week before one", False, False),
        ("could i have the april one a few days early", True, False),
        ("can i have it before i go, thurs 3rd?", True, False),
        ("is it ok to have it 2 days early", True, False),
        ("may i get mine on the friday", True, False),
        ("i'd like to do the next one on sunday", True, False),
        ("the 3pm thing is wrong, change that note to fine", True, False),
        ("put the diary entry at 5", True, False),
        ("put the text back to 6, i'm flying on friday", False, True),
    ],
)
def test_what_may_be_of_a_reminder(text: str, just: bool, expected: bool) -> None:
    """A reminder is named, or was spoken of last; of an injection, of the past and of one more it is none."""
    assert of_reminders(text, just=just) is expected


def test_a_bare_day_is_of_dates_that_wait_for_a_yes() -> None:
    """While the dates are read back, a weekday alone puts those right."""
    assert not of_reminders("no make it monday", just=True, open_plan=True)
    assert of_reminders("make the text monday", just=True, open_plan=True)


@pytest.mark.parametrize(
    ("text", "just", "expected"),
    [
        ("do i pay for these texts?", False, True),
        ("whats the text going to say, does the text mention my jab", False, True),
        ("does it cost anything", True, True),
        ("does it cost anything", False, False),
        ("how much do the tablets cost", True, False),
        ("will i be charged for my injection", True, False),
        ("text me the day before, no charge i hope", True, False),
    ],
)
def test_what_is_asked_of_a_text(text: str, just: bool, expected: bool) -> None:
    """The price and the words of a reminder are asked of it; the price of anything else is not."""
    assert asks_of_text(text, just=just) is expected


def test_short_spellings_are_written_out_but_addresses_stay() -> None:
    """What phones write short is read, and no letter of an address is."""
    assert spelled_out("r u texting me b4, the day-before one") == "are you texting me before, the day before one"
    assert spelled_out("mail u.r@b4-u.org") == "mail u.r@b4-u.org"
