"""Reminders that are wanted no more for a while, and wanted again."""

from __future__ import annotations

import re

from b12guide.diary.reading import LONGEST
from b12guide.diary.spelled import spelled_out
from b12guide.diary.wishes import A_WHILE, LEAD
from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS

_PAUSES = re.compile(
    rf"^\W*(?:(?:please|can you|could you|and|so|ok|just|actually|you can)\W+){{0,3}}(?:pause|suspend|mute|halt"
    rf"|hold off(?: on)?"
    rf"|hold|stop|leave(?: off)?|kill|quit)(?: (?:all|of|sending))? (?:them|those|these|it){A_WHILE}(?: please)?\W*$",
    re.I,
)
_FOR_A_WHILE = re.compile(rf"\b(?:pause|suspend|mute|hold off)\b|{A_WHILE}", re.I)


def pauses_them(text: str) -> bool:
    """Whether a message wants "them" for a while no more: right after reminders were spoken of, it is those."""
    return _PAUSES.match(text.replace("’", "'")) is not None


_AGAIN = re.compile(
    rf"{LEAD}(?:(?:can|could|would|will) you |i (?:want|need|would like|'d like) (?:to )?)?"
    r"(?:start|begin|resume|restart|turn|switch|put|set|send|have|bring) (?:all |both )?"
    r"(?:them|those|these|it|mine|hers|his|(?:my )?[a-z]{2,14}'s(?: reminders?| ones?)?|the reminders?"
    r"|my reminders?|the texts?|my texts?|reminders?|texts)"
    r"(?: (?:back|on|up|again|for me|please|now|then|after all)){1,4}\W*$"
    rf"|{LEAD}(?:resume|restart)(?: (?:them|those|it|the reminders?|my reminders?|reminders?))?"
    r"(?: (?:please|now|again)){0,2}\W*$",
    re.I,
)
# "Back on now": of those that were ended or are paused.
_BACK_ON = re.compile(
    rf"{LEAD}(?:(?:i'm back(?: home)?|back home|home)\W+(?:so )?)?(?:(?:put|turn|switch) )?(?:(?:the "
    rf"|my )?(?:reminders?|texts?"
    r"|messages?|them) )?(?:are |can (?:be|go|come) |start )?(?:back )?(?:on|start again|again)"
    r"(?:,? (?:again|now|please|thanks|then|from (?:now|today)|today)){1,4}\W*$"
    rf"|{LEAD}(?:the |my )?(?:reminders?|texts?|messages?|them) back(?: on)?(?: (?:please|now|again)){{0,2}}\W*$"
    rf"|{LEAD}back on\W*$",
    re.I,
)


def wants_again(text: str) -> bool:
    """Whether a message wants "them" again: right after reminders were spoken of, it is those."""
    return _AGAIN.match(spelled_out(text[:LONGEST])) is not None


def back_on(text: str) -> bool:
    """Whether a message wants those again that were ended or are paused, where there are such."""
    plain = spelled_out(text[:LONGEST])
    return _AGAIN.match(plain) is not None or _BACK_ON.match(plain) is not None


def for_a_while(text: str) -> bool:
    """Whether an end of reminders is wanted for some time only."""
    return _FOR_A_WHILE.search(text.replace("’", "'")) is not None


_STOPS = (
    r"(?:pause|suspend|mute|halt|hold(?: off)?(?: on)?|stop|no(?: more)?|skip|leave(?: off| out)?|turn off|switch off"
    r"|don'?t|do not|not|quiet|without|a break from|snooze)"
)
_THEM = r"(?:remind(?:ers?|ing)?|texts?|texting|messages?|messaging|nudges?|alerts?|e-?mails?|send(?:ing)?)"
_OF_THEM = re.compile(rf"\b{_STOPS}\b[^.?!]{{0,25}}\b{_THEM}\b|\b{_THEM}\b[^.?!]{{0,12}}\b(?:off|paused?)\b", re.I)
_WEAK = re.compile(
    rf"{LEAD}(?:pause|suspend|mute|hold off|stop|halt)\b(?: (?:them|those|these|it|all|on|of"
    rf"|everything)){{0,3}} (?:for|until|till|'?til)\b",
    re.I,
)
# What came or did not come tells, and wishes nothing.
_TELLS = re.compile(
    r"\b(?:did(?:n'?t| not)?|got|came|received?|sent|had|was|were|has|have|arrived?|should)\b"
    r"|^\W*(?:why|when|what|which|how|is|are)\b",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:until|till|'?til|back (?:on|again)(?: (?:in|on|from|after))?|(?:start|begin|resume)s?(?: them"
    r"| it)?(?: again)?"
    r" (?:in|on|from|after)|again (?:in|on|from)) (?:the )?(?P<until>[^.,;?!]{2,40})",
    re.I,
)
_FOR = re.compile(
    r"\bfor (?:the )?(?:next )?(?P<number>\d{1,2}|an?|one|two|three|four|five|six|eight|ten|a couple of|a fortnight)"
    r"(?:[ -](?P<unit>days?|weeks?|wks?|months?|fortnights?))?\b",
    re.I,
)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8,
    "ten": 10,
}  # fmt: skip
_DAYS = {"day": 1, "week": 7, "wk": 7, "month": 30, "fortnight": 14}
_MONTH = re.compile(
    rf"^\W*(?:in |the )?(?:start of |beginning of |early )?(?P<month>{MONTHS})(?: (?P<year>20\d\d))?"
    r"(?: (?:please|thanks|now)){0,2}\W*$",
    re.I,
)
_FEASTS = re.compile(
    r"^\W*(?:(?P<after>after |past )?(?:the )?(?P<feast>christmas|xmas|new year)(?:'?s)?(?: day)?)\b", re.I
)
_LONGEST_PAUSE = 24


def pauses(text: str, *, just: bool) -> bool:
    """Whether a message wants reminders no more until a day, or for some days, that it names.

    Args: just: reminders were spoken of last.
    """
    plain = spelled_out(text[:LONGEST])
    if len(plain.split()) > _LONGEST_PAUSE or (_UNTIL.search(plain) is None and _FOR.search(plain) is None):
        return False
    if _TELLS.search(plain):
        return False
    return _OF_THEM.search(plain) is not None or (just and _WEAK.match(plain) is not None)


def days_of_pause(text: str) -> int | None:
    """For how many days reminders are paused, as a message tells them: "for two weeks"; None where it tells none."""
    found = _FOR.search(spelled_out(text[:LONGEST]))
    if found is None or _UNTIL.search(spelled_out(text[:LONGEST])) is not None:
        return None
    number = found["number"].lower()
    if number == "a fortnight":
        return 14
    if found["unit"] is None:
        return None
    return (_NUMBERS.get(number) or int(number)) * _DAYS[found["unit"].lower().rstrip("s")]


def until_words(text: str) -> str:
    """The words for the day on which reminders are to go on: "1 january" for a month alone; "" where there are none."""
    found = _UNTIL.search(spelled_out(text[:LONGEST]))
    if found is None:
        return ""
    words = re.sub(r"\b(?:please|thanks|thank you|then|again|now)\b", " ", found["until"], flags=re.I).strip()
    if (month := _MONTH.match(words)) is not None:
        return f"1 {month['month']} {month['year'] or ''}".strip()
    if (feast := _FEASTS.match(words)) is not None:
        named = feast["feast"].lower()
        return ("2 january" if feast["after"] else "1 january") if named == "new year" else "27 december"
    return words if re.search(rf"\d|\b(?:{FULL_WEEKDAYS}|tomorrow|next week)\b", words, re.I) else ""
