"""A dose of the log that is put right: "the 2nd one was the 11th, not the 12th", "sorry, 11 not 12".

The day that takes the place of another is of that other's month, where it names none. "The 2nd one" is a place in the
log, and no 2nd of a month.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..dates.log import Given, noted
from ..dates.schedule import runs
from ..model import WEEKDAYS, Anchor, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from .days_named_in import named_in
from .outcome import Outcome, Who
from .state import CHANGE, CONFIRM, State
from .step import Step
from .templates import Wording
from .view import View

_PLACES = {
    **{word: place for place, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"))},
    **{f"{n}{end}": n - 1 for n, end in ((1, "st"), (2, "nd"), (3, "rd"), *((n, "th") for n in range(4, 21)))},
    "last": -1,
    "latest": -1,
}
_THING = r"(?:one|jab|jag|shot|injection|needle|dose)"
_UNITS = r"(?! ?(?:days?|weeks?|wks?|months?|mths?|years?|am|pm|mg|mcg|micrograms?|of them|left|more|o'?clock)\b)"


def _day(name: str) -> str:
    """A day by its number, with a month before or behind it as the groups `name` + "m" and `name` + "n"."""
    return (
        rf"(?:on )?(?:(?:{WEEKDAY_WORDS})\.?,? )?(?:the )?(?:(?P<{name}m>{MONTHS})\b\.? (?:the )?)?"
        rf"(?P<{name}d>\d{{1,2}})(?:{NTH_END})?(?![\w/:-])(?: (?:of )?(?P<{name}n>{MONTHS})\b\.?)?{_UNITS}"
    )


_NOT = r"[,;.–-]{0,2} (?:and |it was |it's )?(?:not|instead of|rather than) "
_RIGHT_FIRST = re.compile(rf"(?<!\d\.)(?<![\w/:-]){_day('r')}{_NOT}{_day('w')}", re.I)
_WRONG_FIRST = re.compile(
    rf"\b(?:not|wasn'?t|was not|isn'?t)(?: really| actually)? {_day('w')}[,;.–-]{{0,2}} (?:but |it was |it's "
    rf"|i meant |i mean |that was |make it "
    rf"|sorry ){{0,3}}{_day('r')}",
    re.I,
)
_AT_PLACE = (
    r"\b(?P<had>(?:had|got) )?(?:(?:the|my|that) )?"
    rf"(?:(?P<word>first|second|third|fourth|fifth|sixth|middle|last|latest)(?: {_THING})?"
    rf"|(?P<nth>\d{{1,2}}(?:st|nd|rd|th)) {_THING}|{_THING} (?:number )?(?P<number>[1-9]))"
    # "The middle one, that was the 17th".
    r"(?:(?:,| [–-])? (?:that|it|which))?"
    r"(?(had)|(?: (?:was|is|were|shd|should|has|have|to|be|been|actually|really|had|given|done)){1,4}) "
)
_PLACE = re.compile(rf"{_AT_PLACE}{_day('r')}(?:{_NOT}{_day('w')})?", re.I)
# "The second one was Friday", "the middle one was a day later": beside the day that is known of it.
_PLACE_BESIDE = re.compile(
    rf"{_AT_PLACE}(?:(?:on )?(?:a |the )?(?P<weekday>{WEEKDAY_WORDS})\b(?!,? (?:the )?\d|,? (?:{MONTHS})\b)"
    r"|(?:on )?(?P<many>a|one|two|three|1|2|3|the) days? (?P<way>later|after|earlier|sooner|before)\b)",
    re.I,
)
# "The second one is Friday" may be one to come.
_WAS = re.compile(r"\b(?:was|were|been|had|got|should|shd|given|done)\b", re.I)
_LAST = re.compile(r"last|latest", re.I)
# A guess, a question, another day that it is counted from, or somebody else's.
_NOT_SURE = re.compile(
    r"^\W{0,3}should\b|\b(?:maybe|perhaps|or|not sure|cancel\w*|than|think)\b"
    r"|\b(?!(?:it|that|he|she|one|what|there|let)'s\b)[a-z]{3,12}'s\b",
    re.I,
)
_COUNTED_FROM = re.compile(r"\s{0,2}(?:the|my|his|her|their|that|i|we|last|this|next|'s|week|two|a)\b", re.I)
_SHORT = 6
# Of two days a week apart, the one is as near as the other.
_HALF_A_WEEK = timedelta(days=3)
_MANY = {"two": 2, "2": 2, "three": 3, "3": 3}
# "I've had 4, not 5", "it's only 4, not 5" say how many, and no days.
_SO_MANY = re.compile(
    r"\b(?:had|have|got|gotten|done|given|taken|did|only|just)(?: (?:only|just|had|been given|done)){0,2}\s{1,3}\d{1,2}"
    r"[,;.–-]{0,2} (?:and |it was |it's )?(?:not|instead of|rather than) \d{1,2}(?![\w/:-])(?! (?:of )?(?:[a-z]{3,9}))",
    re.I,
)
# "I started on the 27th, not the 26th": the days that were counted from it go with it.
_STARTED = re.compile(
    r"\b(?:started|began|begun|starting (?:day|date)|start (?:day|date)|(?:very )?first day|day one|day 1)\b", re.I
)
# "The 14th didn't happen" tells of no dose.
_NOT_HAD = re.compile(r"\s{0,2}(?:one )?(?:didn'?t|did not|never|wasn'?t|was not|hasn'?t)\b", re.I)
_MONTH = re.compile(rf"\b({MONTHS})(?:['’]?s)?\b", re.I)
_FORMS = (_PLACE, _RIGHT_FIRST, _WRONG_FIRST)
_LONGEST = 300


def says_so_many(text: str) -> bool:
    """Whether a text says how many were had, and how many were not: "I've had 4, not 5"."""
    return _SO_MANY.search(text.replace("’", "'")) is not None


# A dose that is told without the day that was wrong is put right within so much; one that lies farther off is another.
_NEAR = timedelta(days=10)


@dataclass(frozen=True)
class LogRight:
    """A day of the log, the one that takes its place, and what else the message says. `starts`: it is the day on which
    the course began; `other`: it may as well be this day, so that it is asked which."""

    wrong: date
    right: date
    rest: str
    starts: bool = False
    other: date | None = None


def log_right(text: str, state: State, today: date) -> LogRight | None:
    """The dose of the log that a message puts right; None where it names none of them, or no day that has been."""
    days = sorted({dose.day for dose in state.given})
    if state.righting in days and state.righting is not None and (answer := _answered(text, state)) is not None:
        return LogRight(state.righting, answer, "")
    plain = _SO_MANY.sub(lambda match: " " * len(match[0]), text.replace("’", "'"))
    if not days or len(plain) > _LONGEST:
        return None
    for form in _FORMS:
        found = form.search(plain)
        if found is None:
            continue
        wrong = _meant(found, days)
        if found.groupdict().get("had") and _LAST.match(found["word"] or ""):
            # "I had the last one on the 25th" may be one more.
            continue
        if wrong is not None and _of_other_month(plain[: found.start()], found, wrong):
            # "October's was the 3rd, not the 1st" is none of November's.
            continue
        right = _right(found, wrong) if wrong is not None else None
        if wrong is None or right is None or right == wrong or right > today or _NOT_HAD.match(plain, found.end()):
            continue
        if found.groupdict().get("wd") or abs(right - wrong) <= _NEAR:
            rest = f"{plain[: found.start()]} {plain[found.end() :]}"
            starts = wrong == days[0] and _STARTED.search(plain) is not None
            return LogRight(wrong, right, "" if starts else rest.strip(" ,.;:–-"), starts)
    return _beside_known(plain, days, today)


def _answered(text: str, state: State) -> date | None:
    """The one of the days that were offered for a dose that is put right, which an answer names."""
    named = named_in(text) if len(text.split()) <= _SHORT else []
    ways = [day for day in _offered(state) if len(named) == 1 and named[0].fits(day)]
    return ways[0] if len(ways) == 1 else None


def _offered(state: State) -> list[date]:
    assert state.righting is not None
    near = (state.righting + timedelta(n) for n in range(-6, 7))
    return [day for day in near if full_date(day) in state.options]


def _beside_known(plain: str, days: Sequence[date], today: date) -> LogRight | None:
    """One of several doses, named by its place, of which the weekday is told, or how far off its day is: still between
    the one before it and the one after it. The last one by its weekday alone may be one that was had since."""
    found = _PLACE_BESIDE.search(plain)
    wrong = _meant(found, days) if found is not None and len(days) > 1 else None
    if found is None or wrong is None or plain[found.end() :].startswith("?"):
        return None
    if _NOT_SURE.search(plain) or _COUNTED_FROM.match(plain, found.end()):
        return None
    if found["weekday"] and _LAST.match(found["word"] or ""):
        return None
    place = days.index(wrong)
    first = days[place - 1] + timedelta(1) if place else wrong - timedelta(6)
    last = days[place + 1] - timedelta(1) if place + 1 < len(days) else today
    if found["weekday"]:
        weekday = WEEKDAYS.index(found["weekday"][:3].lower())
        ways = [day for n in range(-6, 7) if (day := wrong + timedelta(n)).weekday() == weekday]
    else:
        sign = 1 if found["way"].lower() in ("later", "after") else -1
        ways = [wrong + timedelta(sign * _MANY.get(found["many"].lower(), 1))]
    fits = sorted((day for day in ways if first <= day <= min(last, today)), key=lambda day: abs(day - wrong))
    if not fits or fits[0] == wrong or not _WAS.search(found[0]):
        return None
    rest = f"{plain[: found.start()]} {plain[found.end() :]}".strip(" ,.;:–-")
    as_near = abs(fits[0] - wrong) >= _HALF_A_WEEK
    return LogRight(wrong, fits[0], rest, other=fits[1] if len(fits) > 1 and as_near else None)


def _of_other_month(before: str, found: re.Match[str], wrong: date) -> bool:
    """Whether the words in front of a day say whose month it is, and that is not the one of the day that was found."""
    if found["rm"] or found["rn"]:
        return False
    named = _MONTH.findall(before[max(before.rfind(mark) for mark in ".;!?\n") + 1 :])
    return bool(named) and MONTH_PLACES[named[-1].lower()] != wrong.month


def _meant(found: re.Match[str], days: Sequence[date]) -> date | None:
    """The dose that is wrong: the one of the day that is denied; of a place, the one at it."""
    groups = found.groupdict()
    denied = [day for day in days if _is(day, groups.get("wd"), groups.get("wm") or groups.get("wn"))]
    if groups.get("wd"):
        return denied[-1] if denied else None
    named = groups.get("word") or groups.get("nth")
    if named and named.lower() == "middle":
        return days[len(days) // 2] if len(days) % 2 else None
    place = _PLACES.get(named.lower()) if named else int(groups["number"]) - 1 if groups.get("number") else None
    return days[place] if place is not None and place < len(days) else None


def _is(day: date, number: str | None, month: str | None) -> bool:
    return number is not None and day.day == int(number) and (month is None or MONTH_PLACES[month.lower()] == day.month)


def _right(found: re.Match[str], wrong: date) -> date | None:
    """The day that is right, the nearest one to the day whose place it takes."""
    month = found["rm"] or found["rn"]
    months = [MONTH_PLACES[month.lower()]] if month else [wrong.month]
    ways = [_date(year, place, int(found["rd"])) for place in months for year in range(wrong.year - 1, wrong.year + 2)]
    return min((way for way in ways if way), key=lambda way: abs((way - wrong).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def put_log_right(
    state: State, wrong: date, right: date, starts: bool, who: Who, words: Wording, new_key: Callable[[], str]
) -> Outcome:
    """The log with the one day in the place of the other, read out; with the plan, where that was counted from it.

    Args: starts: the course began on it, so that the days that were counted from it are others too."""
    step = Step(state, "", "correct", who, words, new_key)
    if starts and _begin_anew(state, wrong, right, who.today):
        lines = [words("log_right", right=full_date(right), wrong=full_date(wrong))]
        lines.append(View(state, who.today, words).logged(state.given))
        return step.advance("\n".join(lines))
    # That the plan stays as it was is no news then.
    step.before = None
    was = next((dose for dose in state.given if dose.day == wrong), Given(wrong))
    others = tuple(dose for dose in state.given if dose.day != wrong)
    state.given = noted(others, replace(was, day=right, timing=None))
    state.given_on = right if state.given_on == wrong else state.given_on
    lines = [words("log_right", right=full_date(right), wrong=full_date(wrong))]
    lines.append(View(state, who.today, words).logged(state.given))
    anchor, last = state.anchor, max((dose.day for dose in state.given if dose.sure), default=right)
    if anchor is not None and anchor.kind == "last" and (anchor.date == wrong or right > anchor.date):
        state.count_from(replace(anchor, date=last))
        state.confirmed = False
        return step.advance("\n".join(lines))
    if state.about == CONFIRM or (state.about == CHANGE and not state.confirmed):
        return step.advance("\n".join(lines))
    return step.said((lines, [words("button_whole")]))


def ask_log_right(state: State, wrong: date, ways: Sequence[date], who: Who, words: Wording) -> Outcome:
    """It is asked on which of two days a dose of the log was."""
    step = Step(state, "", "correct", who, words, str)
    state.righting = wrong
    days = tuple(full_date(day) for day in sorted(ways))
    return step.ask(words("ask_log_right", day=days[0], other=days[1]), CHANGE, days)


def _begin_anew(state: State, wrong: date, right: date, today: date) -> bool:
    """Count the doses that were had from another first day, where all of them are the plan's from the one before; tell
    whether that was done."""
    last = state.anchor
    if last is None or last.kind != "last" or last.ends_phase:
        return False
    had = sorted(dose.day for dose in state.given if wrong <= dose.day <= last.date)
    if len(had) < 2 or had != _from_first(state, wrong, len(had)):
        return False
    days = _from_first(state, right, len(had))
    if not days or days[-1] > today:
        return False
    others = tuple(dose for dose in state.given if dose.day not in had)
    loading = next((dose.loading for dose in state.given if dose.day == wrong), None)
    state.given = others
    for day in days:
        state.note(day, loading=loading)
    state.count_from(Anchor("last", days[-1], last.phase, len(days)))
    state.confirmed = False
    return True


def _from_first(state: State, first: date, count: int) -> list[date]:
    """The first `count` days of the plan from a first one; none where its part has fewer."""
    run = next(iter(runs(state.phases, Anchor("first", first))), None)
    if run is None or (run.count is not None and run.count < count):
        return []
    return [run.at(place)[0] for place in range(count)]
