"""Weekends on which there are none, told with how often: beside days of the week they say nothing more, and every day
or every other day without them is on fixed days (regimens.md, sections 3a and 6), which are read back."""

from __future__ import annotations

import re

from .day_words import WEEKDAY_WORDS

_NONE = re.compile(
    r"(?:,|\b(?:but|and|just|only)\b|\s){0,4}\b(?:not?|never|none|nothing|except|excluding|skip(?:ping)?|minus)"
    r"(?: (?:at|on|over|in|for|during|any|the|a)){0,2} week-?ends?\b(?! (?:of|before|after|in)\b)",
    re.I,
)
_ON_DAYS = re.compile(rf"\b(?:{WEEKDAY_WORDS})s?\b", re.I)
_AT_WEEKEND = re.compile(r"\b(?:sat|sun)", re.I)
_EVERY_OTHER = re.compile(r"\b(?:on )?(?:every|each) (?:other|second|2nd) day\b|\b(?:on )?alternate days?\b", re.I)
_EVERY = re.compile(r"\b(?:every|each) (?:single )?day\b|\b(?:once|one) a day\b|\bdaily\b", re.I)
# "If it is not a weekend", "the nurse is not in at weekends" is a rule of its own.
_RULE = re.compile(r"\b(?:if|unless|when)\b", re.I)


def without_weekends(text: str) -> str:
    """`text` with blanks in the place of the weekends that it leaves out, and with the days that are left."""
    found = _NONE.search(text)
    if found is None or _RULE.search(text) or "?" in text[: found.end() + 2][found.start() :]:
        return text
    rest = f"{text[: found.start()]}, {text[found.end() :]}"
    if (
        _ON_DAYS.search(rest)
        and not _AT_WEEKEND.search(rest)
        and not (_EVERY_OTHER.search(rest) or _EVERY.search(rest))
    ):
        return rest
    if _EVERY_OTHER.search(rest):
        return _EVERY_OTHER.sub("on mondays, wednesdays and fridays", rest, count=1)
    if _EVERY.search(rest):
        return _EVERY.sub("on mondays, tuesdays, wednesdays, thursdays and fridays", rest, count=1)
    return text
