"""Times of the day as people say them, put into figures: "half 8", "quarter to ten", "8.30", "7 in the evening"."""

from __future__ import annotations

import re

from b12guide.plan.reading.day_words import MONTHS, NTH, NTH_END

_HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_HALF = r"(?P<half> ?(?:am|pm|a\.m\.|p\.m\.)(?!\w))?"
_PART = r"(?P<part>,? (?:in the |at |of the |that |on the )?(?P<which>morning|afternoon|evening|night))?"
_UNIT = r"(?! ?(?:days?|weeks?|wks?|months?|hours?|hrs?|minutes?|mins?|injections?|jabs?)\b)"
_MINUTES = {"quarter past": 15, "quarter to": -15, "half past": 30, "half": 30, "ten past": 10, "ten to": -10,
            "twenty past": 20, "twenty to": -20, "five past": 5, "five to": -5}  # fmt: skip
_SPOKEN = re.compile(
    rf"\b(?:at |around |about |by |for )?(?:a )?(?P<said>{'|'.join(_MINUTES)}) {_HOUR}\b{_UNIT}"
    rf"(?: ?o'?clock)?{_HALF}{_PART}",
    re.I,
)
_FIGURES = re.compile(
    rf"(?<![\d./])(?:\b(?:at|around|about|by|for) )?\b(?P<hour>\d{{1,2}})[.:h](?P<minute>\d\d)(?![\d./])"
    rf"{_UNIT}{_HALF}{_PART}",
    re.I,
)
_WITH_PART = re.compile(
    rf"\b(?:at |around |about |by )?{_HOUR}\b{_UNIT}(?: ?o'?clock)?"
    r"(?P<part>,? (?:in the |at )(?P<which>morning|afternoon|evening|night))\b",
    re.I,
)
_BARE_PART = re.compile(
    rf"\b(?:at |around |about |by )?(?P<hour>\d{{1,2}}){_UNIT}(?P<part> (?P<which>morning|afternoon|evening|night))"
    r"\b(?! (?:before|ahead|shifts?)\b)",
    re.I,
)
_WORD = re.compile(
    rf"\b(?:at|around|about|by) (?P<hour>{'|'.join(_HOURS)})\b{_UNIT}(?: ?o'?clock)?{_HALF}{_PART}", re.I
)
# "Night 8 o clock": the part of the day stands first.
_PART_FIRST = re.compile(
    rf"\b(?:in the |at )?(?P<which>morning|afternoon|evening|night)(?:,| at| around| about"
    rf"| by)? (?!one\b){_HOUR}\b{_UNIT}"
    r"(?![:.]\d)(?! ?[ap]\.?m)(?: ?o'?clock)?",
    re.I,
)
_OCLOCK = re.compile(rf"\b(?:at |around |about |by )?{_HOUR} ?o'?clock\b{_PART}", re.I)
_O_CLOCK = re.compile(r"(?<=[\w])\s?\bo[' ]{1,2}clock\b", re.I)
_AT = re.compile(r"\b(?:at|around|about|by) (?P<hour>\d{1,2})\b(?![:.h]?\d)(?! ?[ap]\.?m)" + _UNIT, re.I)
_MIDNIGHT = re.compile(r"\b(?:at |around |by )?(?:midnight|12 ?am|the middle of the night)\b", re.I)
# A date in figures; no number of it is a time of the day.
DATE = (
    rf"\b(?:\d{{1,2}}{NTH_END}?(?: of)? (?:{MONTHS})\b|(?:{MONTHS}) (?:the )?\d{{1,2}}{NTH_END}?(?![\d:.]"
    rf"| ?[ap]\.?m)\b"
    rf"|{NTH}\b|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b)"
)
_DATE = re.compile(rf"(?:\b(?:on|by) )?(?:the )?{DATE}", re.I)
PART_OF_DAY = re.compile(
    r"\b(?:mornings?|afternoons?|evenings?|nights?|tonight|lunch(?:time)?|noon|midday|teatime)\b", re.I
)
_HALF_SAID = re.compile(r"\d ?[ap]\.?m\b|\b(?:1[3-9]|2[0-3])[:.h]\d\d\b", re.I)
# "7ish", "in the evening, like 7".
_ISH = re.compile(r"\b(\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?)[ -]?ish\b", re.I)
_ROUGHLY = re.compile(
    r",? (?:like|say|maybe|roughly|approx(?:imately)?|about|around)(?: at| about| around)? (?=\d{1,2}\b)", re.I
)  # fmt: skip
# The evening before at 8 is no morning.
_EVENING = re.compile(r"\b(?:evening|night|tonight)\b", re.I)
_DAY_PART = re.compile(r"\bmorning\b", re.I)


def without_dates(text: str) -> str:
    """A text without its dates in figures: the 7 of "7 December" is no hour."""
    return _DATE.sub(" ", text)


def says_half(text: str) -> bool:
    """Whether words say in which half of the day a time is."""
    return _HALF_SAID.search(text) is not None or PART_OF_DAY.search(text) is not None


def in_figures(text: str) -> str:
    """A text in which each time of the day that is told in words stands as "at 8:30am"."""
    text = _ROUGHLY.sub(" ", _ISH.sub(r"\1", text))
    evening = _EVENING.search(text) is not None and _DAY_PART.search(text) is None
    morning = _EVENING.search(text) is None and _DAY_PART.search(text) is not None
    found = _O_CLOCK.sub(" o'clock", _MIDNIGHT.sub("at 0:00", without_dates(text)))
    found = _SPOKEN.sub(lambda one: _clock(one, _MINUTES[one["said"].lower()], evening=evening, morning=morning), found)
    found = _FIGURES.sub(lambda one: _clock(one, int(one["minute"]), evening=evening, morning=morning), found)
    found = _WITH_PART.sub(lambda one: _clock(one, 0, evening=evening, morning=morning), found)
    found = _BARE_PART.sub(lambda one: _clock(one, 0, evening=evening, morning=morning), found)
    found = _PART_FIRST.sub(lambda one: _clock(one, 0, evening=evening, morning=morning), found)
    found = _AT.sub(lambda one: _clock(one, 0, evening=evening, morning=morning), found) if evening else found
    found = _OCLOCK.sub(lambda one: _clock(one, 0, evening=evening, morning=morning), found)
    return _WORD.sub(lambda one: _clock(one, 0, evening=evening, morning=morning), found)


def _clock(found: re.Match[str], minutes: int, *, evening: bool, morning: bool) -> str:
    given = found.groupdict()
    hour = _HOURS.get(given["hour"].lower()) or int(given["hour"])
    if hour > 23 or abs(minutes) > 59:
        return found[0]
    half = (given.get("half") or "").strip().lower()[:1] or {"morning": "a", "afternoon": "p", "evening": "p"}.get(
        (given.get("which") or "").lower(), "p" if given.get("which") else ""
    )
    if 1 <= hour <= 12 and not (found.re is _FIGURES and not half and not evening):
        # "On the morning of it, half seven" is no evening.
        early = morning and hour < 12
        late = half == "p" or (not half and not early and (hour <= 7 or hour == 12 or (evening and hour < 12)))
        hour = hour % 12 + (12 if late else 0)
    whole = (hour * 60 + minutes) % (24 * 60)
    # The part of the day is left: "the day before, 8 in the evening" may need it elsewhere.
    return f" at {whole // 60}:{whole % 60:02}"
