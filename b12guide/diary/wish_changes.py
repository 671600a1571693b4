"""Several reminders in one wish, and what is changed of them: one of them, all an hour later, not on Sundays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from b12guide.diary.reading import LONGEST
from b12guide.diary.reminders import USUAL, Wish
from b12guide.diary.spelled import spelled_out
from b12guide.diary.wishes import When, days_before, when_of

_PARTS = re.compile(r"\s*[,;]\s*(?:and |then |plus |also )?|\s+(?:and|then|plus)\s+", re.I)
_TIME = re.compile(
    r"\d ?(?:am|pm|o'?clock)|\d[:.]\d\d|\b(?:half|quarter|midnight)\b|\b(?:at|around|by) \d"
    r"|\b(?:noon|midday|lunch|evening|afternoon|teatime|morning|night)",
    re.I,
)
# One of two times, or one in the place of another.
_EITHER = re.compile(r"\b(?:or|instead|rather|between|not|no|actually|earlier|later|change|move)\b", re.I)
_AND = re.compile(r"\s+(?:n|&|\+)(?: then)?\s+", re.I)
# A part that names a time and nothing else.
_ONLY_TIME = re.compile(
    r"^\W*(?:(?:and|then|again|also|one|another|once|more|in|the|at|around|about|like|say|by|same|day|time"
    r"|evening|morning"
    r"|afternoon|night|lunchtime|noon|midday|teatime|half|quarter|past|to|please|pls|as|well|too|remind"
    r"|text|e-?mail"
    r"|message|me|o'?clock|both|twice|on|a|for|later|eight|seven|six|nine|ten|five|\d{1,2}"
    r"(?: ?(?:am|pm|ish))?)\b\W*){1,14}$",
    re.I,
)
_EXACT = re.compile(r"\d|\b(?:noon|midday|half|quarter|o'?clock)\b", re.I)
_ONE_MORE = re.compile(r"\b(?:again|also|another|one|once|too|as well|then|twice|later)\b", re.I)
_LEAD = (
    r"^\W*(?:(?:ok|okay|and|but|so|also|please|can you|could you|just|actually|then|now|i want to"
    r"|i'd like to)\W+){0,5}"
)
_ONE = r"(?:one|reminder|text|alert|nudge|message)"
_DROP = re.compile(
    rf"{_LEAD}(?:drop|cancel|remove|delete|lose|scrap|stop|skip|get rid of|turn off|switch off|take off|take out|bin"
    r"|ditch|(?:i )?(?:don'?t|do not) (?:need|want)|no need for|without|leave out) (?:the |my |that )?"
    rf"(?P<which>.{{2,30}}?) {_ONE}"
    r"(?: (?:please|thanks|again|now|then|after all|any ?more)){0,3}\W*$",
    re.I,
)
# "No reminder the day before please", "stop the texts on the day".
_DROP_WHEN = re.compile(
    rf"{_LEAD}(?:no|no more|drop|cancel|remove|stop|skip|without|(?:i )?(?:don'?t|do not) (?:need|want|send|like))"
    r"(?: (?:the|my|any|me|a|an|to get|get|getting|sending|more|those)){0,3} (?:reminders?|texts?|messages?|nudges?"
    r"|alerts?)(?: (?:that comes?|to come|which comes?|from|for|of))? (?P<which>(?:on )?(?:the|a|\w+) (?:days?|weeks?"
    r"|nights?|evenings?|mornings?|fortnight|month)(?: (?:before|ahead|itself))?)"
    r"(?: (?:please|thanks|any ?more|now|then)){0,3}\W*$",
    re.I,
)
_DROP_IT = re.compile(
    rf"{_LEAD}(?:drop|cancel|remove|scrap|bin|ditch|undo|take out|get rid of|turn off) (?:it|that|that one|this one)"
    r"(?: (?:altogether|completely|please|thanks|again|now|then|after all|entirely|for now)){0,3}\W*$",
    re.I,
)
_SWAP = re.compile(
    rf"{_LEAD}(?:change|make|move|switch|swap|turn|set|put) (?:the |my |that )(?P<which>.{{2,30}}?) {_ONE} "
    r"(?:to|into|for|with|at|be) (?P<new>.{2,40}?)(?: instead| please)?\W*$",
    re.I,
)
_SHIFT = re.compile(
    r"\b(?P<number>half an|an|a|one|two|three|four|five|six|\d{1,2}) (?P<unit>hours?|hrs?|minutes?|mins?) "
    r"(?P<way>later|earlier|sooner|back|forward|before that|after that)\b",
    re.I,
)
_NUMBERS = {"an": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# One is wanted beside those that there are, or in the place of one.
_ADDS = re.compile(
    r"^\W*and (?:(?:one|a text|a reminder|a message|text me|remind me) )?(?:on )?(?:the|a) (?:day|week|night|evening"
    r"|morning|fortnight)\b(?![^.?!]*\b(?:instead|rather|not)\b)"
    r"|\b(?:another|also|as well|both|plus|one more|an extra|a second|in addition|on top of|and one|and again)\b"
    r"|\btoo\b(?! (?:early|late|soon|often|many|much))",
    re.I,
)
_REPLACES = re.compile(
    r"\b(?:instead|rather|change|move|switch|swap|shift|push|bring|better|prefer|suits?|actually|enough|easier|nicer"
    r"|earlier|later|not|don'?t|no more)\b"
    r"|\bback to\b|\bmake (?:it|that|them|this|mine|the|my)\b|\b(?:have|set|put|do) (?:it|that|them|mine)\b"
    r"|\btoo (?:early|late|soon)\b|\bcan (?:it|they|that) (?:come|be)\b|\bcould (?:it|they|that) be\b"
    r"|\b(?:would|will) do\b|\b(?:is|would be) (?:fine|best|good)\b",
    re.I,
)
_ON_DAY = re.compile(r"\b(?:same[- ]day|on[- ]the[- ]day|day itself|morning of|actual day|that day'?s|morning)\b", re.I)
_FIRST, _LAST = re.compile(r"\b(?:first|earliest|early)\b", re.I), re.compile(r"\b(?:last|latest|late)\b", re.I)
# "Not on Monday" may put a date right: without reminders are Mondays, or a Monday.
_NAMES = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = rf"(?:(?:the |a )?week-?ends?|week-?days?|{_NAMES}s|(?:a|any) {_NAMES}|my days? off|work ?days?)"
_NO_DAY = re.compile(
    r"\b(?:not?|never|except|skip|avoid|without|leave out|leaving out|apart from|other than|bar|do not|don'?t|dont)"
    r"(?: (?:want|like|need|send|get|have|remind|be|me|them|it|any|reminded|texted|texts?|reminders?"
    rf"|messages?|on|at|over|for)){{0,8}} {_WEEKDAY}\b",
    re.I,
)
_OF_INJECTION = re.compile(
    r"\b(?:injections?|jabs?|jags?|shots?|needles?|doses?|clinic|surgery|nurse|closed|open)\b", re.I
)
_LONGEST_CHANGE = 18
_DAY = 24 * 60


def whens_of(text: str) -> list[When]:
    """When, and by which way, a message wants reminders: one, or each of several that it names with "and" or a comma.

    A time that one part names alone is that of all of them.
    """
    whole = when_of(text)
    plain = spelled_out(text[:LONGEST])
    if (several := _several_times(plain.replace(whole.address or "\0", " "), whole)) is not None:
        return several
    parts = [part for part in _PARTS.split(plain) if part and days_before(part) is not None]
    named = {days_before(part): part for part in parts}
    if len(named) < 2:
        return [whole]
    timed = {before: when_of(part).at for before, part in named.items() if _TIME.search(part)}
    common = next(iter(timed.values())) if len(timed) == 1 else None
    found = [When(before, timed.get(before) or common or USUAL, whole.way, whole.address) for before in named]
    return sorted(found, key=lambda one: -(one.before or 0))


def _several_times(plain: str, whole: When) -> list[When] | None:
    """Two or more times of one day that a wish names: "at 8am and again at 7 in the evening"; None where it names no
    more than one of a day."""
    if _EITHER.search(plain):
        return None
    found: list[tuple[int | None, time | None]] = []
    clocked = False
    for part in _PARTS.split(_AND.sub(" and ", plain)):
        before = days_before(part)
        at = when_of(part).at if _TIME.search(part) else None
        last = found[-1] if found else (None, None)
        if before is not None and found and last[0] is None and at is None:
            found[-1] = (before, last[1])
        elif before is not None:
            found.append((before, at))
        elif at is not None and _ONLY_TIME.match(part):
            exact = _EXACT.search(part) is not None
            if found and (last[1] is None or (exact and not clocked and not _ONE_MORE.search(part))):
                # "The evening before, quarter past 7" is one time.
                found[-1] = (last[0], at)
            else:
                found.append((last[0], at))
        clocked = at is not None and _EXACT.search(part) is not None
    first = next((before for before, _ in found if before is not None), None)
    days = [first if before is None else before for before, _ in found]
    times = [at for _, at in found]
    if len(set(days)) == len(days) or len(set(zip(days, times, strict=True))) < len(days) or None in times:
        return None
    named = [When(day, at or USUAL, whole.way, whole.address) for day, at in zip(days, times, strict=True)]
    return sorted(named, key=lambda one: (-(one.before or 0), one.at))


def adds_one(text: str) -> bool:
    """Whether a reminder that words name is one more, and takes the place of none."""
    plain = spelled_out(text)
    return _ADDS.search(plain) is not None or _REPLACES.search(plain) is None


def adds(text: str) -> bool:
    """Whether words want a reminder beside those that there are: "also", "another"."""
    return _ADDS.search(spelled_out(text)) is not None


def without_adds(text: str) -> str:
    """A text without the words that want one more."""
    return _ADDS.sub(" ", spelled_out(text))


def no_reminder_on(text: str) -> bool:
    """Whether some words want no reminder on days of the week, and say nothing of the injections themselves."""
    plain = spelled_out(text[:LONGEST])
    short = len(plain.split()) <= _LONGEST_CHANGE
    return short and _NO_DAY.search(plain) is not None and _OF_INJECTION.search(plain) is None


def dropped(text: str, wishes: Sequence[Wish]) -> Wish | None:
    """The one of some reminders that is wanted no more."""
    plain = spelled_out(text)
    if wishes and _DROP_IT.match(plain):
        # "Drop it", right behind one that was set.
        return max(wishes, key=lambda one: one.since)
    found = _DROP.match(plain) or _DROP_WHEN.match(plain)
    return _meant(found["which"], wishes) if found is not None else None


def swapped(text: str, wishes: Sequence[Wish]) -> tuple[Wish, int | None, time | None] | None:
    """The one of some reminders that is to come so many days before, or at another time; None where none is named."""
    found = _SWAP.match(spelled_out(text))
    one = _meant(found["which"], wishes) if found is not None else None
    if found is None or one is None:
        return None
    before = _days(found["new"])
    at = when_of(found["new"]).at if _TIME.search(found["new"]) else None
    return (one, before, at) if before is not None or at is not None else None


def shifted(text: str) -> int | None:
    """By how many minutes reminders are to come later, below 0 earlier; None where nothing says so."""
    found = _SHIFT.search(text)
    if found is None or len(text.split()) > _LONGEST_CHANGE:
        return None
    number = found["number"].lower()
    minutes = 30 if number == "half an" else _NUMBERS.get(number) or int(number)
    if number != "half an" and found["unit"].lower().startswith("h"):
        minutes *= 60
    return -minutes if found["way"].lower() in ("earlier", "sooner", "forward", "before that") else minutes


def later(at: time, minutes: int) -> time:
    """A time of the day so many minutes later, within the day."""
    whole = min(max(at.hour * 60 + at.minute + minutes, 0), _DAY - 1)
    return time(whole // 60, whole % 60)


def _days(words: str) -> int | None:
    """How many days before, also where "before" is left out: "10 days"."""
    found = days_before(words)
    return found if found is not None else days_before(f"{words.strip()} before")


def _meant(words: str, wishes: Sequence[Wish]) -> Wish | None:
    """The one of some reminders that some words name; None where they name none or several."""
    before = _days(words)
    found = [one for one in wishes if one.before == before] if before is not None else []
    if not found and _ON_DAY.search(words):
        found = [one for one in wishes if one.before == 0]
    if not found and _FIRST.search(words):
        found = [max(wishes, key=lambda one: one.before)] if wishes else []
    if not found and _LAST.search(words):
        found = [min(wishes, key=lambda one: one.before)] if wishes else []
    return found[0] if len(found) == 1 else None
