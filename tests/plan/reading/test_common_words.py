"""Common English words are no weekday and no month, however much they begin as one."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from b12guide.plan.model import MONTH_NAMES, WEEKDAY_NAMES
from b12guide.plan.reading.day_words import MONTH_ENDS, MONTH_STARTS, WEEKDAY_ENDS, WEEKDAY_STARTS
from b12guide.plan.reading.lexer import lex
from b12guide.plan.talk.booked_days import booked_days, day_with_month
from b12guide.plan.talk.coming_day import coming_day

TODAY = date(2027, 3, 3)
NAMES = frozenset(name.lower() for name in (*WEEKDAY_NAMES, *MONTH_NAMES))
SHORT = frozenset({"sat", "sun"})
# The 3,000 words that most children know, as textstat lists them, and others that begin like a day or a month.
LISTED = frozenset((files("textstat") / "resources/en/easy_words.txt").read_text("utf-8").lower().split())
ALIKE = frozenset(
    [
        "thursty",
        "thirsty",
        "weddings",
        "monitor",
        "monthly",
        "sunburn",
        "sunbed",
        "sundae",
        "sundry",
        "satnav",
        "friends",
        "fridge",
        "frightened",
        "tuesdayish",
        "thunderstorm",
        "monster",
        "mondeo",
        "satisfied",
        "janitor",
        "margin",
        "marathon",
        "appraisal",
        "aprons",
        "juniper",
        "julie",
        "augment",
        "octopus",
        "novel",
        "decent",
        "decade",
        "sepsis",
    ]
)
WORDS = sorted((LISTED | ALIKE) - NAMES)
WEEKDAY = re.compile(rf"\b(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS}", re.I)
MONTH = re.compile(rf"\b(?:{MONTH_STARTS}){MONTH_ENDS}", re.I)


def test_the_list_is_long() -> None:
    """Some 3,000 words are tried."""
    assert len(WORDS) > 2900


def test_no_common_word_becomes_the_name_of_a_day() -> None:
    """Neither the lexer, which mends slips, nor the patterns of days and months take one for a name."""
    lexed = {word for word in WORDS if NAMES & set(lex(f"a {word} here").canon.split())}
    taken = {word for word in WORDS if WEEKDAY.search(word) or MONTH.search(word)}
    assert (lexed, taken - SHORT) == (set(), set())


def test_no_common_word_is_part_of_a_row_of_days() -> None:
    """Beside a day it makes no second one: "at a wedding Friday"."""
    found = {word for word in WORDS if word not in SHORT and booked_days(f"at a {word} friday", today=TODAY)}
    assert found == set()


@pytest.mark.parametrize(
    "word",
    [
        "mon",
        "tue",
        "tues",
        "wed",
        "weds",
        "wednes",
        "wednsday",
        "thu",
        "thur",
        "thurs",
        "thursdy",
        "fri",
        "fridays",
        "sat",
        "satday",
        "sun",
        "sunday",
        "monday",
    ],
)
def test_a_weekday_may_be_short_or_misspelt(word: str) -> None:
    """What people write for a weekday is still one."""
    assert WEEKDAY.fullmatch(word)


@pytest.mark.parametrize(
    "word",
    [
        "jan",
        "january",
        "janury",
        "feb",
        "febuary",
        "mar",
        "march",
        "apr",
        "april",
        "aprl",
        "may",
        "jun",
        "june",
        "jul",
        "july",
        "aug",
        "august",
        "augst",
        "sep",
        "sept",
        "septemeber",
        "oct",
        "october",
        "nov",
        "novembr",
        "dec",
        "decmber",
    ],
)
def test_a_month_may_be_short_or_misspelt(word: str) -> None:
    """What people write for a month is still one."""
    assert MONTH.fullmatch(word)


@pytest.mark.parametrize("word", ["wedding", "sunny place", "friend's", "monster truck show", "thursty camel bar"])
def test_the_day_beside_such_a_word_is_read(word: str) -> None:
    """The day that is named beside it is the one that is meant."""
    assert coming_day(f"I'm at a {word} friday", today=TODAY).days == (date(2027, 3, 5),)


@pytest.mark.parametrize("text", ["the 14 decided it", "10 married 2027", "5 junior doctors"])
def test_no_number_beside_such_a_word_is_a_date(text: str) -> None:
    """A number before it is no day of a month."""
    assert day_with_month(text) is None
