"""Times of the day that stand beside a day: "at 10.15", "8.40", "a quarter past ten", "half nine", "3pm"."""

from __future__ import annotations

import re

from ..reading.day_words import MONTHS

_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PAST = r"(?:a quarter|quarter|half|five|ten|twenty|twenty[- ]five|\d{1,2})(?: minutes?)?"
_BEFORE = r"(?:,? ?(?:at|for|about|around|@|from) (?:about )?|,? ?@|\b)"
_CLOCK = re.compile(
    rf"{_BEFORE}(?:\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'?clock)(?!\w)"
    # "8.40" and "10:15"; "3.12" may be a day of December.
    r"|(?<![\d/.])\d{1,2}:[0-5]\d(?![\d:/])|(?<![\d/.])\d{1,2}\.(?:1[3-9]|[2-5]\d|00)(?!\d|\.\d|,\d| ?(?:mg|mcg|ml))"
    rf"|{_PAST} (?:past|to|after) {_HOUR}\b(?! (?:weeks?|days?|months?|of|{MONTHS})\b)"
    rf"|half {_HOUR}\b(?! (?:weeks?|days?|months?|of|an?)\b)"
    rf"|{_HOUR} o'?clock\b|\b(?:noon|midday)\b)(?: (?:in the (?:morning|afternoon|evening)|sharp))?"
    rf"|\b(?:at|@) {_HOUR}\b(?! (?:weeks?|days?|months?|years?|of|jabs?|injections?)\b)(?![\w/:-])(?!\.\d)",
    re.I,
)
_KEEP = re.compile(
    r"\b(?:don'?t|do not|never) (?:\w+ ){0,2}?(?:lose|forget|drop|miss|leave)\b[^.;!?]{0,20}\b(?:time|hour|clock|\d)"
    r"|\b(?:keep|note|save|remember|write)\b[^.;!?]{0,12}\bthe time\b",
    re.I,
)


def without_clock(text: str) -> str:
    """`text` without the times of the day that it names."""
    return _CLOCK.sub("", text)


def tells_clock(text: str) -> bool:
    """Whether a text names a time of the day."""
    return _CLOCK.search(text) is not None


def wants_time(text: str) -> bool:
    """Whether a text names the time of the day as a thing that is to be kept."""
    return _KEEP.search(text.replace("’", "'")) is not None
