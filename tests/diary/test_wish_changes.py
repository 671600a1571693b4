"""What is changed of reminders: several in one wish, one of several, all an hour later, none on Sundays."""

from __future__ import annotations

from datetime import datetime, time, timezone

import pytest

from b12guide.diary import reminder_replies, wish_changes, wishes
from b12guide.diary.reminders import HERE, Wish

_SINCE = datetime(2026, 3, 5, tzinfo=timezone.utc)
WEEK, TWO_DAYS, ON_DAY = (Wish(before, time(9), HERE, _SINCE) for before in (7, 2, 0))
ALL = (WEEK, TWO_DAYS, ON_DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("remind me the week before and the day before", [(7, time(9)), (1, time(9))]),
        ("text me 2 weeks before, 3 days before and on the day at 8am", [(14, time(8)), (3, time(8)), (0, time(8))]),
        ("remind me the evening before at 7pm and on the morning at 8am", [(1, time(19)), (0, time(8))]),
        ("text me the day before", [(1, time(9))]),
        ("remind me on the day at noon", [(0, time(12))]),
    ],
)
def test_each_of_several_reminders_is_read(text: str, expected: list[tuple[int, time]]) -> None:
    """Each day before that a wish names is one reminder; a time that one part names alone is that of all."""
    assert [(one.before, one.at) for one in wish_changes.whens_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("drop the week one", WEEK),
        ("please cancel the 2 days reminder", TWO_DAYS),
        ("i don't need the morning one any more", ON_DAY),
        ("i don't need the same-day one", ON_DAY),
        ("lose the first one", WEEK),
        ("stop the reminders", None),
        ("drop the 5 days one", None),
    ],
)
def test_one_of_several_is_dropped(text: str, expected: Wish | None) -> None:
    """The one that is named is meant; where none of them is, none is dropped."""
    assert wish_changes.dropped(text, ALL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("change the week one to 10 days", (WEEK, 10, None)),
        ("can you move the 2 days one to 3 days before at 6pm", (TWO_DAYS, 3, time(18))),
        ("make the same-day one for 7:30am", (ON_DAY, None, time(7, 30))),
        ("change the week one to something else", None),
        ("change mum's to 8 weeks", None),
    ],
)
def test_one_of_several_is_changed(text: str, expected: tuple[Wish, int | None, time | None] | None) -> None:
    """The one that is named comes on the new day or at the new time, and nothing else is taken for it."""
    assert wish_changes.swapped(text, ALL) == expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("an hour later please", 60), ("make them 2 hours earlier", -120), ("half an hour later", 30), ("later", None)],
)
def test_all_come_later_or_earlier(text: str, minutes: int | None) -> None:
    """Minutes are counted from the words, and no words of a number are no change."""
    assert wish_changes.shifted(text) == minutes


def test_a_shift_stays_within_the_day() -> None:
    """A reminder that is put off past midnight comes in the day's last minute, not on another day."""
    assert wish_changes.later(time(23, 30), 60) == time(23, 59)
    assert wish_changes.later(time(0, 30), -60) == time(0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("but not at weekends", True),
        ("never message me on sundays", True),
        ("please don't send any on my days off", True),
        ("the clinic is closed on sundays, so not on sundays", False),
        ("no jabs on fridays", False),
        ("see you on sunday", False),
        ("not on monday, on tuesday", False),
        ("please not on a friday", True),
    ],
)
def test_days_of_the_week_without_reminders(text: str, expected: bool) -> None:
    """Days on which none is wanted are heard, and what is said of the injections themselves is not taken for it."""
    assert wish_changes.no_reminder_on(text) is expected


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("unsubscribe", wishes.END),
        ("stop texting me", wishes.END),
        ("take me off the list", wishes.END),
        ("turn off dad's reminders", wishes.END),
        ("does she have a reminder for the next one", wishes.LISTED),
        ("what have i got set up", wishes.LISTED),
        ("can you text me a week before", wishes.REMIND),
        ("text me the dates", None),
        ("text me a picture", None),
    ],
)
def test_what_is_asked_of_reminders(text: str, what: str | None) -> None:
    """A wish of reminders is heard in its many ways, and what wants another thing sent is none."""
    found = wishes.asked_of_reminders(text)
    assert (found.what if found else None) == what


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("not yet, the nurse rang in sick", reminder_replies.LATE, ""),
        ("no, not done yet", reminder_replies.LATE, ""),
        ("snooze till friday", reminder_replies.SNOOZE, "friday"),
        ("remind me again on the 14th", reminder_replies.SNOOZE, "the 14th"),
    ],
)
def test_answers_with_a_reason_or_a_day(text: str, what: str, words: str) -> None:
    """An answer keeps its meaning with a reason behind it, and a day until which it is put off is kept."""
    found = reminder_replies.answer_to_reminder(text)
    assert found is not None
    assert (found.what, found.words) == (what, words)


@pytest.mark.parametrize("text", ["not yet, they moved it to the 14th", "not yet, on tuesday", "not yet, next week"])
def test_a_day_behind_not_yet_is_no_reason(text: str) -> None:
    """What names a day or a change of it is left to the plan."""
    assert reminder_replies.answer_to_reminder(text) is None
