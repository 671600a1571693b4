"""The day of the next injection as the clinic set it, told beside the one that was just had."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read_date
from .coming_day import coming_day
from .outcome import Who

_DAY = (
    rf"(?:(?:(?:this |next |the )?(?:{WEEKDAY_WORDS})\b,? ?(?:same as (?:before|always|usual),? ?)?)?(?:the )?"
    rf"(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w)|\d{{1,2}}(?:st|nd|rd|th)\b)"
    rf"(?:,? 20\d\d)?|(?:this |next |the )?(?:{WEEKDAY_WORDS})\b)"
)
_CLINIC = (
    r"(?:she|he|they|(?:the |my )?(?:nurse|sister|clinic|surgery|practice|receptionist|reception|doctor|doc|gp|lady"
    r"|hospital|pharmacist)s?)"
)
_ONE = r"(?:one|injections?|jabs?|jags?|shots?|doses?|appointment|appt|time|visit)"
_SET = (
    rf"{_CLINIC}(?:['’]ve|['’]s| has| have)? (?:said|says|say|told me|gave me|given me|wants? me(?: back)?|booked me"
    r"(?: in)?|put me (?:in|down)|wrote|made it|marked)(?: that)?"
)
_NEXT = re.compile(
    rf"(?:^|[,.;!\n]\s*|\s)(?:(?:and|so|but|then) )?(?:{_SET} )?(?:to come back )?(?:the |my |her |his )?"
    rf"(?:next|following)(?: {_ONE})?(?:['’]s)?(?: (?:is|was|will be|to be|would be|should be|has to be))?"
    r"(?: (?:booked|due|set|down|now|in))?"
    rf"(?: (?:on|for))? (?P<day>{_DAY})"
    rf"|(?:^|[,.;!\n]\s*|\s)(?:(?:and|so|but|then) )?{_SET}(?: (?:on|for|in|back|it))?(?: (?:on|for))? (?P<day2>{_DAY})"
    rf"(?: for (?:the |my |her |his )?next(?: {_ONE})?)?",
    re.I,
)
_AS_BEFORE = re.compile(r",? ?same as (?:before|always|usual),? ?", re.I)
_SUPPOSED = re.compile(r"\b(?:if|unless|could|can|would|might|may|should|or|either|not|missed|last|had)\b", re.I)


def next_told(text: str, who: Who) -> tuple[str, date] | None:
    """What else a message tells, and the day to come of the next one as it was set; None where no such day is told, or
    several, or one is asked about."""
    found = [match for match in _NEXT.finditer(text) if not _supposed(text, match)]
    if len(found) != 1:
        return None
    words = _AS_BEFORE.sub(" ", found[0]["day"] or found[0]["day2"])
    exact = read_date(f"next one {words}", today=who.today, country=who.country, role="next").date
    near = coming_day(words, today=who.today, shown=who.today + timedelta(1)).days
    day = exact if exact is not None else near[0] if len(near) == 1 else None
    rest = f"{text[: found[0].start()]}. {text[found[0].end() :]}".strip(" .,")
    return (rest, day) if day is not None and day > who.today and re.search(r"\w", rest) else None


def _supposed(text: str, match: re.Match[str]) -> bool:
    asked = "?" in text[match.end() : match.end() + 30].split(".")[0]
    clause = text[max(text.rfind(mark, 0, match.start() + 1) for mark in ",.;!?\n") + 1 : match.end()]
    return asked or _SUPPOSED.search(clause) is not None
