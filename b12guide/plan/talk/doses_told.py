"""Doses that are told of as had, in any words: "no 3 done", "had shot 4 today dec 11", "you are missing 2 December".

A clause tells of a dose where every word of it is one of those in which doses are told of, and one of them says that it
was had. What denies, asks, supposes or looks ahead has other words, and tells of none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from .had_beside import in_figures
from .had_dates import had_dates
from .message import NUMBERS, ORDINALS

_LONGEST, _SHORT = 300, 40
# A day without its year lies no farther back than this.
_FARTHEST = timedelta(days=200)
_THING = r"(?:b-?12 )?(?:shots?|jabs?|jags?|injections?|needles?|doses?)"
_N = rf"(?:\d{{1,2}}|{'|'.join(word for word in NUMBERS if word not in ('one', 'couple'))})"
_NTH = rf"(?:\d{{1,2}}{NTH_END}|{'|'.join(ORDINALS)})"
_PART = r"(?:loading|starter|weekly|monthly|daily|fortnightly|2[- ]monthly|3[- ]monthly|b-?12)"
# "Shot 3", "no 4", "#5", "number six", "my 4th shot", "the third one", "third loading one".
_PLACE = re.compile(
    rf"\b{_THING} (?:(?:no\.?|number|nr\.?) ?|#)?(?P<n>{_N})\b(?! (?:{MONTHS}|weeks?|days?|months?)\b)"
    rf"|(?:\b(?:no\.?|number|nr\.?) ?|#)(?P<n2>{_N})\b(?! (?:{MONTHS}|weeks?|days?|months?|of)\b)"
    rf"|\b(?P<nth>{_NTH})(?: {_PART})? (?:{_THING}|one)\b"
    rf"|\b(?:the|my) (?P<word>{'|'.join(ORDINALS)})\b(?=(?:,? (?:today|yesterday|this|just|on|done))|\W*$)",
    re.I,
)
# "The 4th is done" may be the fourth one.
_EITHER = re.compile(
    rf"^\W*(?:the )?\d{{1,2}}{NTH_END}(?: (?:is|was|has been|been|now|all)){{0,3}} (?:done|had|given)\b", re.I
)
_OF_TOTAL = re.compile(rf"\b(?:of|out of) (?:the |my )?(?:\d{{1,2}}|{'|'.join(NUMBERS)})\b", re.I)
_RHYTHM = re.compile(r"\b(?:weekly|monthly|daily|fortnightly|2[- ]monthly|3[- ]monthly)\b", re.I)
_ENDS = re.compile(
    rf"\b(?:last|final)(?: (?:of|the|my|all)){{0,3}} (?:loading|starter)\b"
    rf"|\b(?:last|final)(?: {_THING}| one)? of (?:the |my )?"
    r"(?:loading|course|starters?)\b|\bloading(?: (?:is|are|all|now)){0,3} (?:done|finished|over)\b",
    re.I,
)
_YEAR = r"(?:,? (?P<{}>20\d\d))?"
_DAY = rf"(?:(?P<w>{WEEKDAY_WORDS})\.?,? )?(?:the )?"
_DATED = re.compile(
    rf"\b{_DAY}(?:(?P<d>\d{{1,2}})(?:{NTH_END})?(?: of)? (?P<m>{MONTHS})\b\.?{_YEAR.format('y')}"
    rf"|(?P<m2>{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}})(?:{NTH_END})?(?![\d/:-]){_YEAR.format('y2')})",
    re.I,
)
_NUMBERED = re.compile(rf"\b{_DAY}(?P<d>\d{{1,2}}){NTH_END}\b", re.I)
_WEEKDAY = re.compile(rf"\b(?:last |this |on )?(?P<w>{WEEKDAY_WORDS})\b(?!s)", re.I)
_NOW = re.compile(
    r"\b(?:today(?:'?s)?|tonight|this (?:morning|afternoon|evening|arvo|lunch ?time)|just now|right now"
    r"|(?:just )?(?:an?|one|two|half an|a couple of|a few|\d{1,2}) (?:hours?|hrs?|min(?:ute)?s?) ago|a moment ago)\b",
    re.I,
)
_YESTERDAY = re.compile(r"\b(?:yesterday(?:'?s)?|last ni(?:ght|te))\b", re.I)
_JUST = re.compile(r"\bjust (?:had|got|done|did|taken|took|given|been given)\b", re.I)
_TELLS = re.compile(
    r"\b(?:had|got|done|did|given|gave|taken|took|received|completed|injected|jabbed|been given)\b", re.I
)
# "I've got my jab today" is one to come.
_HAS_GOT = re.compile(r"(?:'ve|'s|\b(?:have|has|ive)) got\b(?!.{0,20}\bdone\b)", re.I)
_GOT = re.compile(r"\bgot\b(?! (?:it|one|mine|that|this|no\b|number|#))", re.I)
_ADDS = re.compile(r"\b(?:add|log|record|register|tick off|mark off)\b", re.I)
# Who keeps the log lacks one: "you're missing 2 December".
_LACKS = re.compile(
    r"\b(?:(?:ur|you'?re|you are|u r|u are|it'?s|it is|its|(?:the |my |your )?(?:log|list)(?: is|'s)) missing"
    r"|(?:you|u)(?:'?ve| have)? (?:left out|forgot(?:ten)?)"
    r"|(?:i )?forgot to (?:tell|say|log|mention|add|note)(?: (?:you|u|ya))?(?: (?:about|that))?)\b",
    re.I,
)
_ONE_MORE = re.compile(r"\b(?:as well|too|also|then as well)\b", re.I)
# Words in which doses are told of, beside their days and numbers.
_LIGHT = frozenset(
    re.findall(
        r"\S+",
        """
    i i've ive i'm im we we've he he's she she's they they've have has had been was is that that's it it's its
    this one ones mine his her hers him me my our your the a an of for on at in by to and also too as well then so
    just only finally already now earlier all both each ok okay oh yes yep yeah yay hey hi hello there no nope
    actually please pls plz thanks thank you u can could anyway though instead home myself nurse nurses doctor gp
    clinic surgery practice pharmacist pharmacy loading starter weekly monthly daily fortnightly b12 b-12 xmas
    christmas last first next final new year year's january february march april may june july august september
    october november december got done did given gave taken took received completed injected jabbed add log record
    register tick mark off missing number do dose doses shot shots jab jabs jag jags injection injections needle
    needles doing day planned usual right here later still but ended up having today's yesterday's todays
    yesterdays morning sorted
    """,
    )
)
# What is said of why a dose was early or late, or on another day, and asks nothing.
_REASON = re.compile(
    r"^\W*(?:(?:and|but|so|i'?m|it'?s|it was|was|a|an|one|two|\d) ){0,4}"
    r"(?:(?:day|days|bit|week|weeks|little) )?(?:early|late)\W*$"
    r"|^\W*(?:it |that |this )?(?:was|is) (?:due|meant to be|supposed to be)\b"
    r"|^\W*(?:and |so |but )?(?:the |my |our )?(?:nurse|clinic|surgery|gp|doctor|she|he|they)\b.{0,30}"
    r"\b(?:off|away|closed|shut|busy|sick|ill|leave|holiday|did it|gave it)\b"
    r"|^\W*(?:as|cos|coz|because|since|instead of)\b|^\W*(?:i'?m|i am|it'?s|we'?re) not (?:late|early|behind)\W*$",
    re.I,
)
_TO_COME = re.compile(r"\b(?:next|following|tomorrow|will|due)\b", re.I)
# The day that it was not had on.
_INSTEAD = re.compile(
    rf"\b(?:instead of|rather than|(?:and )?not) (?:on )?(?:yesterday|(?:{WEEKDAY_WORDS})|(?:the )?\d{{1,2}}{NTH_END}"
    rf"|\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})\b",
    re.I,
)
_QUESTION = re.compile(
    r"^\W*(?:so |then |and )?(?:when|what|which|how|who|where|is|are|do|does|did|can|could|should|will)(?:'?s)?\b", re.I
)
# Beside what was told it says that it was not so.
_DENIES = re.compile(
    r"\b(?:didn'?t|did not|not|never|wasn'?t|couldn'?t|could not|refused|cancelled|canceled|wrong)\b", re.I
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:remind\w*|texts?|messages?|msgs?|e-?mails?|late|early|sore|pain|hurt|ill|long|bad)\b", re.I
)
# "Gave me 1 on the 14th": a number, and no day of a month.
_ONE_ON = re.compile(r"\b(?<!\d )1(?= (?:on|at) (?:the |a )?(?:\w{3,9} )?\d)", re.I)
_SENTENCE = re.compile(r"[.;!?\n]+(?=\s|$)|[!?\n]+|\s[-–—]+\s")
_CLAUSE = re.compile(r"\s*(?:,|&|\band\b|\bbut\b)\s*", re.I)
_WORD = re.compile(r"[a-z0-9#][a-z0-9'-]*", re.I)


@dataclass(frozen=True)
class DosesTold:
    """`days` on which doses were had, none where no day was named; `place`: the number of the last of them in its part;
    `ends`: it was the last of the loading ones; `adds`: more of the log is told of; `told` and `rest`: the words that
    tell of them, and the others."""

    days: tuple[date, ...]
    place: int | None
    ends: bool
    adds: bool
    told: str
    rest: str


@dataclass(frozen=True)
class _Clause:
    text: str
    tells: bool
    names: bool
    days: tuple[date, ...] = ()
    place: int | None = None
    adds: bool = False


def doses_told(text: str, today: date) -> DosesTold | None:
    """The doses that a message tells of as had; None where it tells of none, or of anything that may not be one."""
    text = _ONE_ON.sub("one", text.replace("’", "'"))
    plain = re.sub(r"\bno\.\s?(?=\d)", "no ", in_figures(text)).strip()
    plain = _INSTEAD.sub(" ", re.sub(r", (?:and|&) ", " and ", plain))
    if len(plain) > _LONGEST:
        return None
    found: list[_Clause] = []
    told, rest = [], []
    for sentence, asks in _sentences(plain):
        sentence, question = _asked_behind(sentence) if asks else (sentence, "")
        clauses = _clauses(sentence, today) if sentence else []
        if not any(one.tells or one.names for one in clauses):
            rest.append(f"{sentence} {question}".strip())
            continue
        others = [one.text for one in clauses if not (one.tells or one.names)]
        if any(one.tells for one in clauses) and any(_denied(words) or _is_of_days(words) for words in others):
            return None
        found += [one for one in clauses if one.tells or one.names]
        told.append(", ".join(one.text for one in clauses if one.tells or one.names))
        rest += [", ".join(words for words in (*others, question) if words and not _REASON.match(words))]
    if not any(one.tells for one in found):
        return None
    days = sorted({day for one in found for day in one.days})
    if not days and _NOW.search(plain) and not _YESTERDAY.search(plain) and not _DATED.search(plain):
        days = [today]
    if not days and _JUST.search(plain):
        days = [today]
    places = {one.place for one in found if one.place is not None}
    whole = " ".join(told)
    left = ". ".join(one for one in rest if one.strip(" ,."))
    if _says_had(left) and "?" not in left and (_DATED.search(left) or _NUMBERED.search(left)):
        # What is left tells of the day of another one: the two are read together.
        return None
    more = any(one.adds for one in found) or _ONE_MORE.search(whole) is not None
    place = places.pop() if len(places) == 1 and not _RHYTHM.search(whole) else None
    return DosesTold(tuple(days), place, _ENDS.search(whole) is not None, more, whole, left)


def lone_day(text: str, today: date) -> date | None:
    """The day of a message that names one with its month, and says nothing else."""
    plain = text.replace("’", "'").strip()
    found = _DATED.search(plain) if len(plain) < _SHORT else None
    if found is None or _WORD.search(f"{plain[: found.start()]} {plain[found.end() :]}"):
        return None
    return _dated(found, today)


def _sentences(text: str) -> list[tuple[str, bool]]:
    """The sentences of a text, each with whether it asks."""
    found, start = [], 0
    for mark in [*_SENTENCE.finditer(text), None]:
        end = mark.start() if mark is not None else len(text)
        if text[start:end].strip():
            found.append((text[start:end].strip(), mark is not None and "?" in mark[0]))
        start = mark.end() if mark is not None else end
    return found


def _asked_behind(sentence: str) -> tuple[str, str]:
    """What a sentence that asks tells before that, and the question."""
    marks = [found for found in _CLAUSE.finditer(sentence) if _QUESTION.match(sentence[found.end() :])]
    if not marks or _QUESTION.match(sentence):
        return "", f"{sentence}?"
    return sentence[: marks[0].start()], f"{sentence[marks[0].end() :]}?"


def _is_of_days(words: str) -> bool:
    """Whether words are those of a dose and its day, of which the day is none that has been."""
    dated = _DATED.search(words) or _NUMBERED.search(words)
    return dated is not None and all(_is_light(word) for word in _WORD.findall(_bare(words)))


def _denied(words: str) -> bool:
    return _DENIES.search(words) is not None and not (_OF_SOMETHING_ELSE.search(words) or _REASON.match(words))


def _clauses(sentence: str, today: date) -> list[_Clause]:
    """The clauses of a sentence; of days in a row, all of them in one."""
    several = had_dates(sentence, today=today)
    parts = [part for part in _CLAUSE.split(sentence) if part.strip()]
    read = [_clause(part.strip(), today) for part in parts]
    if several is not None and not several.missed and all(dose.sure for dose in several.given):
        days = tuple(sorted({dose.day for dose in several.given}))
        bare = re.sub(rf"\b\d{{1,2}}(?:{NTH_END})?\b", " ", _bare(sentence))
        other = any(not _is_light(word) for word in _WORD.findall(bare))
        if len(days) > 1 and not other and _is_recent(days[0], today) and _says_had(sentence):
            place = next((one.place for one in read if one.place is not None), None)
            return [_Clause(sentence, True, True, tuple(sorted({*days, *_now(sentence, today)})), place)]
    return read


def _clause(text: str, today: date) -> _Clause:
    """What a clause tells; where any word of it is another one, nothing."""
    nothing = _Clause(text, False, False)
    lacks = _LACKS.sub(" add ", text)
    place = _PLACE.search(lacks)
    bare = _OF_TOTAL.sub(" ", lacks[: place.start()] + " " + lacks[place.end() :]) if place else lacks
    days = _days(bare, today)
    if days is None:
        return nothing
    bare = _bare(bare)
    if any(not _is_light(word) for word in _WORD.findall(bare)) or _denies_one(text) or _EITHER.match(text):
        return nothing
    adds = _ADDS.search(lacks) is not None and bool(days)
    had = _says_had(text) and not (_GOT.search(text) and days == (today,) and place is None)
    verbless = (
        place is not None and days == (today,) and not re.search(r"\b(?:is|was|be|have|has|my next)\b", bare, re.I)
    )
    if not (had or adds or verbless) and _TO_COME.search(text):
        # "Next is Wednesday" names no day of one that was had.
        return nothing
    names = bool(days) or place is not None or _ENDS.search(text) is not None
    return _Clause(text, had or adds or verbless, names, days, _number(place), lacks != text or adds)


def _says_had(text: str) -> bool:
    return _TELLS.search(text) is not None and _HAS_GOT.search(text) is None


def _denies_one(text: str) -> bool:
    """ "No jab today", "no shots done": none was had; "no 3" is its number, and "no, I had it" an answer."""
    return re.search(rf"\bno (?:{_THING}|one)\b|\bno$", text, re.I) is not None and not re.fullmatch(r"no", text, re.I)


def _bare(text: str) -> str:
    """A text without the days in it."""
    for pattern in (_DATED, _NUMBERED, _NOW, _YESTERDAY, _WEEKDAY):
        text = pattern.sub(" ", text)
    return text


def _is_light(word: str) -> bool:
    return word.lower().strip("-") in _LIGHT


def _number(found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    named = (found["n"] or found["n2"] or "").lower()
    if named:
        return int(named) if named.isdigit() else NUMBERS[named]
    nth = (found["nth"] or found["word"]).lower()
    return ORDINALS.get(nth) or int(re.sub(r"\D", "", nth))


def _now(text: str, today: date) -> tuple[date, ...]:
    """The days that are named by how they lie to today."""
    days = (today,) if _NOW.search(text) else ()
    return (*days, today - timedelta(days=1)) if _YESTERDAY.search(text) else days


def _is_recent(day: date, today: date) -> bool:
    return timedelta(0) <= today - day <= _FARTHEST


def _days(text: str, today: date) -> tuple[date, ...] | None:
    """The day that a clause names; () where it names none, None where it is no one day up to today, or where its words
    do not agree."""
    near = _now(text, today)
    rest = _YESTERDAY.sub(" ", _NOW.sub(" ", text))
    dated = [_dated(found, today) for found in _DATED.finditer(rest)]
    rest = _DATED.sub(" ", rest)
    dated += [_of_month(found, today) for found in _NUMBERED.finditer(rest)]
    rest = _NUMBERED.sub(" ", rest)
    if any(day is None for day in dated) or len(near) > 1:
        return None
    named = {*near, *(day for day in dated if day is not None)}
    weekdays = {WEEKDAYS.index(found["w"][:3].lower()) for found in _WEEKDAY.finditer(rest)}
    if weekdays and not named:
        back = (today.weekday() - min(weekdays)) % 7
        named = {today - timedelta(days=back)} if back and len(weekdays) == 1 else set()
        return tuple(named) if named else None
    if len(named) > 1 or any({day.weekday()} != weekdays for day in named if weekdays):
        return None
    return tuple(named)


def _dated(found: re.Match[str], today: date) -> date | None:
    """The day of a date with its month, the latest one where it has no year."""
    month, number = MONTH_PLACES[(found["m"] or found["m2"]).lower()], int(found["d"] or found["d2"])
    year = found["y"] or found["y2"]
    for each in (int(year),) if year else (today.year, today.year - 1):
        day = _date(each, month, number)
        if day is not None and day <= today:
            return day if _fits(found["w"], day) and (year or _is_recent(day, today)) else None
    return None


def _of_month(found: re.Match[str], today: date) -> date | None:
    """The latest such day of a month, within the last one."""
    before = today.replace(day=1) - timedelta(days=1)
    for first in (today, before):
        day = _date(first.year, first.month, int(found["d"]))
        if day is not None and day <= today:
            return day if _fits(found["w"], day) else None
    return None


def _fits(weekday: str | None, day: date) -> bool:
    return weekday is None or WEEKDAYS.index(weekday[:3].lower()) == day.weekday()


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
