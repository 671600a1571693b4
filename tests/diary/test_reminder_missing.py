"""A reminder that did not come, one that is put off, and all of them ended in a breath."""

from __future__ import annotations

from datetime import time

import pytest

from b12guide.diary.reminder_ends import ends_all_of_one, ends_them
from b12guide.diary.reminder_missing import clauses, none_came
from b12guide.diary.reminder_replies import DONE, SNOOZE, answer_to_reminder, by_hours
from b12guide.diary.reminders import Reminders
from b12guide.diary.wishes import REMIND, asked_of_reminders, when_of


@pytest.mark.parametrize(
    "text",
    [
        "no text came on monday",
        "my alert didn't go off",
        "you forgot to remind me",
        "i wasn't reminded this time",
        "never got a text about it",
        "u didnt message me",
        "heard nothing from you on monday",
        "you only texted me on tuesday",
        "where was my reminder",
        "got no msg off u AGAIN",
    ],
)
def test_one_did_not_come(text: str) -> None:
    """In any words that say so of this program's."""
    assert none_came(text)


@pytest.mark.parametrize(
    "text",
    [
        "i never had it",
        "the clinic never texted me",
        "you never told me how long it takes",
        "you never told me about the side effects",
        "if i don't get the text, what then",
        "i didn't get the date",
        "i did not get that",
        "i haven't had any messages from the surgery",
        "no text please",
        "did you text me?",
        "got no energy",
        "had no side effects",
        "i've had no reminder set yet",
    ],
)
def test_of_anything_else_nothing_is_missed(text: str) -> None:
    """Of an injection, of somebody else's messages, of an answer, and of what is wished or supposed."""
    assert not clauses(text)


def test_what_else_is_told_stays_apart() -> None:
    """The clauses that say it are known from those that tell of a dose."""
    told = clauses("had it on friday, you only pinged me on wednesday. is it still set?")
    assert [none_came(one) for one in told] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("not yet, still out. remind me in an hour", 1, True),
        ("haven't had it, nudge me later", 1, True),
        ("text me tonight", 1, True),
        ("try me after work", 1, True),
        ("too busy, ask again when i'm home", 1, True),
        ("not today, ask me again tomorrow", 1, False),
        ("ask me in the morning", 1, False),
        ("remind me in 3 days", 3, False),
    ],
)
def test_put_off(text: str, days: int, hours: bool) -> None:
    """By days; what is told in hours is the next day, and known as that."""
    found = answer_to_reminder(text)
    assert found is not None
    assert (found.what, found.number, by_hours(text)) == (SNOOZE, days, hours)


@pytest.mark.parametrize(
    "text",
    [
        "i'll ask the nurse later",
        "remind me in the evening before",
        "remind me 3 days before",
        "ask me 3 questions",
        "ask me every morning",
        "text my mum later",
        "done, ask me again in 12 weeks",
        "did it hurt",
        "i did it wrong",
        "jabbed in the wrong leg",
    ],
)
def test_what_answers_no_reminder(text: str) -> None:
    """A wish, a question and a thing for somebody else put nothing off, and tell of no dose."""
    assert answer_to_reminder(text) is None


@pytest.mark.parametrize("text", ["jabbed ✅", "just jabbed", "did it", "i did it myself", "jab done, thanks"])
def test_done_in_a_word(text: str) -> None:
    """As people say it of what they give themselves."""
    found = answer_to_reminder(text)
    assert found is not None
    assert found.what == DONE


@pytest.mark.parametrize(
    ("text", "them"),
    [
        ("bin em all", True),
        ("scrap the lot please", True),
        ("can you turn them all off", True),
        ("i don't want them any more", True),
        ("get rid of all of them, thanks", True),
        ("stop everything", True),
        ("delete everything", False),
        ("stop the tablets", False),
        ("bin the needles", False),
        ("i don't want the jab", False),
        ("cancel both appointments", False),
        ("forget them for me at the clinic", False),
    ],
)
def test_all_of_them(text: str, them: bool) -> None:
    """ "Them" are the reminders only where nothing else is named."""
    assert ends_them(text) is them


@pytest.mark.parametrize(
    ("text", "all_of_one"),
    [
        ("for mama please stop all, my brother takes care now", True),
        ("stop everything for my mum", True),
        ("please cancel it all for dad now", True),
        ("stop the injections for mum", False),
        ("should i stop everything for mum?", False),
    ],
)
def test_all_that_is_done_for_one(text: str, all_of_one: bool) -> None:
    """An end of all, and of no injection."""
    assert ends_all_of_one(text) is all_of_one


@pytest.mark.parametrize(
    ("text", "what", "at"),
    [
        ("i want it in the calendar on the same day 8 morning", REMIND, time(8)),
        ("put an alarm in my calendar the day before at half 6 in the evening", REMIND, time(18, 30)),
        ("what is in my calendar on the day", None, None),
        ("it is in my calendar", None, None),
    ],
)
def test_a_wish_of_the_calendar(text: str, what: str | None, at: time | None) -> None:
    """A day before and an hour make it one; what is asked or told of a calendar is none."""
    found = asked_of_reminders(text)
    assert (found.what if found is not None else None) == what
    assert at is None or when_of(text).at == at


def test_the_alarms_of_the_calendar_are_kept() -> None:
    """One for each day before, beside the others or alone; read as they were written."""
    kept = Reminders()
    kept.ring([(1, time(18))], alone=False)
    kept.ring([(0, time(8)), (1, time(19))], alone=False)
    assert kept.alarms == ((1, time(19)), (0, time(8)))
    assert Reminders.from_json(kept.to_json()) == kept
    kept.ring([(7, time(9))], alone=True)
    assert kept.alarms == ((7, time(9)),)
    assert Reminders.from_json({}).alarms == ()
