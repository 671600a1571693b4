"""What a message changes of the reminders that stand: another day or time, one that goes, one that stays alone.

A day is told as so many days before, as a weekday before the injection, or as a date; each is counted from the next
injection. Nothing is one more here: who wants one beside those that there are says "also".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from b12guide.diary.clock import Quiet
from b12guide.diary.clock_words import DATE, PART_OF_DAY, in_figures, says_half, without_dates
from b12guide.diary.reading import LONGEST
from b12guide.diary.reminders import LONGEST_BEFORE, Wish
from b12guide.diary.spelled import spelled_out
from b12guide.diary.standing_words import DROPS, MEANT, ONE, REASON, REFUSED, TO, half_meant
from b12guide.diary.wishes import days_before, time_named, weekday_named
from b12guide.plan.reading.day_words import NTH, WEEKDAY_WORDS

_GREETING = re.compile(r"^\W*(?:good )?(?:morning|afternoon|evening)\b(?=\s*[,.!]|\s+(?:dear|all|nurse)\b)", re.I)
_SAME_TIME = re.compile(r"\b(?:same time|like (?:it was|before|last time)|as (?:it was|before))\b", re.I)
_KEEPS = re.compile(
    rf"\b(?:keep|leave|have) {TO}(?:others?|rest|{ONE}|{MEANT})(?: {ONE})?(?: (?:as (?:it is|they are)|on|alone"
    rf"|though)){{0,2}}",
    re.I,
)
_THE_DAY = re.compile(r"\W*(?:on )?(?:the )?day\W*", re.I)
_OTHER = re.compile(r"\b(?:the )?others?(?: one)?\b", re.I)
_ONLY = re.compile(
    rf"\b(?:only|just|nothing but)(?: (?:keep|leave|have|want|need|send|me|do|text)){{0,3}} {TO}(?:{ONE} )?{TO}"
    rf"(?P<which>{MEANT})(?: {ONE})?\b"
    rf"|\b(?:keep|leave|want|have) (?:only|just) {TO}(?:{ONE} )?{TO}(?P<kept>{MEANT})(?: {ONE})?\b"
    rf"|\b(?P<alone>{MEANT}) (?:{ONE} )?(?:only|alone)\b",
    re.I,
)
_PLACES = {"first": 0, "early": 0, "earlier": 0, "second": 1, "last": -1, "late": -1, "later": -1}
_DAY_ALONE = re.compile(
    rf"\b(?P<weekday>{WEEKDAY_WORDS})(?:s|'s)? (?P<number>\d{{1,2}})\b(?![:.]\d| ?[ap]\.?m| ?o'?clock| days?"
    rf"| weeks?)",
    re.I,
)
_NTH_ALONE = re.compile(rf"^{NTH}$", re.I)
_EVENING = time(17)


@dataclass(frozen=True)
class Standing:
    """Where the reminders of a message stand: those `wishes`, of the injection that is `due` (None where no date is
    known); `day_of`: the day to come that a date names."""

    wishes: Sequence[Wish]
    due: date | None
    day_of: Callable[[str], date | None]
    quiet: Quiet


@dataclass(frozen=True)
class Changed:
    """The reminders as they are then: `wishes`, those that went or were otherwise, and whether a day was named that is
    `after` the injection. `missing`: one that is to go is not among them. Where it stood so already, none is otherwise.
    """

    wishes: tuple[Wish, ...]
    gone: tuple[Wish, ...] = ()
    otherwise: tuple[Wish, ...] = ()
    after: bool = False
    missing: bool = False


def changed(text: str, at: Standing) -> Changed | None:
    """What a message changes of the reminders; None where it names none of them, no day and no time."""
    plain = _GREETING.sub(" ", REASON.sub(" ", spelled_out(text[:LONGEST])))
    plain = re.sub(r"\s+", " ", plain)
    if not at.wishes:
        return None
    if (half := half_meant(plain)) is not None:
        return _in_half(half, at)
    only = _ONLY.search(plain)
    if only is not None and len(at.wishes) > 1:
        named = next(one for one in only.groups() if one)
        return _alone(plain.replace(only[0], " "), named, at)
    drops = [found["first"] or found["then"] or found["off"] for found in DROPS.finditer(plain)]
    # "I do not want the Tuesday one, Monday please" wants it on another day.
    rest = _KEEPS.sub(" ", DROPS.sub(" ", plain))
    refused = [found[0] for found in REFUSED.finditer(rest)]
    wanted = REFUSED.sub(" ", rest)
    before, after = _before(wanted, at)
    if after:
        return Changed(tuple(at.wishes), after=True)
    if drops and _OTHER.search(plain) and (found := _drops_and_changes(drops, wanted, before, at)) is not None:
        return found
    old = [one for words in (*drops, *refused) for one in _meant(words, at)]
    timed = _time(wanted, old[0] if old else _latest(at.wishes), at.quiet)
    if before is None and timed is None:
        if not drops:
            return None
        gone = tuple(one for one in at.wishes if one in old)
        return Changed(tuple(one for one in at.wishes if one not in gone), gone=gone, missing=not gone)
    if before is None and timed is not None and not old:
        return _all_at(timed, at)
    one = old[0] if old else _for_day(before, at)
    new = _with(one, before, timed)
    others = [other for other in at.wishes if other != one and (other.before, other.way) != (new.before, new.way)]
    return Changed((*others, new), otherwise=(one,) if new != one else ())


def _drops_and_changes(drops: Sequence[str], wanted: str, before: int | None, at: Standing) -> Changed | None:
    """One goes, and the other one comes on another day or at another time."""
    named = [one for words in drops for one in _meant(words, at)]
    gone = tuple(one for one in at.wishes if one in named)
    left = [one for one in at.wishes if one not in named]
    if not gone or len(left) != 1:
        return None
    new = _with(left[0], before, _time(wanted, left[0], at.quiet))
    return Changed((new,), gone=gone, otherwise=(left[0],) if new != left[0] else ())


def before_named(text: str, at: Standing) -> int | None:
    """How many days before the injection a day is that some words name by a weekday or a date."""
    return _before(spelled_out(text[:LONGEST]), at)[0]


def _alone(rest: str, named: str, at: Standing) -> Changed:
    """One of them stays, at another time where the rest of the message names one."""
    found = _meant(named, at)
    if len(found) != 1:
        return Changed(tuple(at.wishes), missing=True)
    one, rest = found[0], REFUSED.sub(" ", rest)
    new = _with(one, None, _time(rest, one, at.quiet))
    gone = tuple(other for other in at.wishes if other != one)
    return Changed((new,), gone=gone, otherwise=() if new == one else (one,))


def _in_half(half: str, at: Standing) -> Changed:
    """The one that was asked for last, and those of its hour, in that half of the day."""
    last = _latest(at.wishes)
    if (last.at.hour >= 12) == (half == "p"):
        return Changed(tuple(at.wishes))
    moved = {
        one: replace(one, at=time((one.at.hour + 12) % 24, one.at.minute)) for one in at.wishes if one.at == last.at
    }
    return Changed(tuple(moved.get(one, one) for one in at.wishes), otherwise=tuple(moved))


def half_as(when: time, words: str, old: Wish, quiet: Quiet) -> time:
    """A time whose half of the day some words leave out, in that of the reminder that stands at the same hour."""
    same = (when.hour % 12, when.minute) == (old.at.hour % 12, old.at.minute)
    return old.at if same and not says_half(without_dates(spelled_out(words))) else when


def _all_at(when: time, at: Standing) -> Changed:
    new = tuple(_with(one, None, when) for one in at.wishes)
    otherwise = tuple(one for one, then in zip(at.wishes, new, strict=True) if one != then)
    return Changed(new, otherwise=otherwise)


def _with(one: Wish, before: int | None, when: time | None) -> Wish:
    return replace(one, before=one.before if before is None else before, at=when or one.at)


def _latest(wishes: Sequence[Wish]) -> Wish:
    return max(wishes, key=lambda one: one.since)


def _for_day(before: int | None, at: Standing) -> Wish:
    """Of several reminders the one that is of that day already, else the one that was asked for last."""
    return next((one for one in at.wishes if one.before == before), _latest(at.wishes))


def _before(words: str, at: Standing) -> tuple[int | None, bool]:
    """How many days before the injection the day is that some words name, and whether it is after it."""
    dated = re.search(DATE, words, re.I)
    day = at.day_of(_NTH_ALONE.sub(r"on the \g<0>", dated[0])) if dated is not None else _day_alone(words, at)
    if day is not None and at.due is not None:
        days = (at.due - day).days
        return (days, False) if 0 <= days <= LONGEST_BEFORE else (None, days < 0)
    if (lead := days_before(words)) is not None and not _weekday_before(words):
        return lead, False
    place = weekday_named(words)
    if place is None or at.due is None:
        return lead, False
    days = (at.due.weekday() - place) % 7
    return (7 if not days and _weekday_before(words) else days), False


def _weekday_before(words: str) -> bool:
    return re.search(rf"\b(?:{WEEKDAY_WORDS}) before\b", words, re.I) is not None


def _day_alone(words: str, at: Standing) -> date | None:
    """The day of "mon 7", where the 7th to come is a Monday."""
    found = _DAY_ALONE.search(words)
    day = at.day_of(f"the {found['number']}th") if found is not None else None
    return day if found is not None and day is not None and day.weekday() == weekday_named(found["weekday"]) else None


def _time(words: str, old: Wish, quiet: Quiet) -> time | None:
    """The time that some words name: where they leave out the half of the day, that of the reminder that stands, unless
    nothing is sent in it."""
    if _DAY_ALONE.search(words):
        words = _DAY_ALONE.sub(r"\g<weekday>", words)
    plain = without_dates(words)
    named = time_named(plain, days_before(plain))
    if named is None:
        return None
    if not re.search(r"\d|\b(?:noon|midday|lunch|teatime)", in_figures(plain)) and _same_part(named, old.at):
        # "The evening before", of one that comes at 7 in the evening.
        return old.at
    if says_half(plain) or (named.hour >= 12 and not _bare_hour(plain, named)):
        return named
    hour = named.hour % 12
    halves = [time(hour, named.minute), time(hour + 12, named.minute)]
    same = halves[old.at.hour >= 12]
    return same if not quiet.has(same) or all(quiet.has(one) for one in halves) else halves[old.at.hour < 12]


def _same_part(named: time, at: time) -> bool:
    """Whether a time that a part of the day stands for is in the part in which a reminder comes."""
    return (named < time(12)) == (at < time(12)) and (named >= _EVENING) == (at >= _EVENING)


def _bare_hour(words: str, named: time) -> bool:
    """Whether a time after noon is one that was read so from an hour up to 12."""
    return re.search(rf"\b{named.hour}[:.]?\d*\b", words) is None and PART_OF_DAY.search(words) is None


def _meant(words: str, at: Standing) -> list[Wish]:
    """Those of the reminders that some words name: by their day, their time or their place."""
    plain = spelled_out(words)
    if _THE_DAY.fullmatch(plain):
        plain = "on the day"
    if (before := _before(plain, at)[0]) is None and PART_OF_DAY.search(plain) is None:
        before = days_before(f"{plain.strip()} before")
    by_day = [one for one in at.wishes if one.before == before]
    if before is not None:
        return by_day or ([] if len(at.wishes) > 1 else _by_time(plain, at))
    if re.search(r"\b(?:same day|day itself|on the day)\b", plain, re.I):
        return [one for one in at.wishes if one.before == 0]
    place = next((_PLACES[word] for word in plain.lower().split() if word in _PLACES), None)
    ordered = sorted(at.wishes, key=lambda one: -one.before)
    if place is not None and len(ordered) > 1:
        return ordered[place : place + 1] if place >= 0 else ordered[-1:]
    return _by_time(plain, at)


def _by_time(words: str, at: Standing) -> list[Wish]:
    named = time_named(without_dates(words), None)
    if named is None:
        return []
    part = PART_OF_DAY.search(words)
    if part is not None and not re.search(r"\d", words):
        found = [one for one in at.wishes if (one.at < time(12)) == (named < time(12))]
        late = [one for one in found if (one.at >= _EVENING) == (named >= _EVENING)]
        found = late if len(found) > 1 and late else found
        # "The morning one" is that of the day itself, where another comes in the morning of a day before.
        return [one for one in found if one.before == 0] or found if len(found) > 1 else found
    return [one for one in at.wishes if (one.at.hour % 12, one.at.minute) == (named.hour % 12, named.minute)] or [
        one for one in at.wishes if part is not None and (one.at < time(12)) == (named < time(12))
    ]
