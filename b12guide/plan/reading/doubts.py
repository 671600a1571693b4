"""Words around a date that make it uncertain ("about", "or", "the week of", "-5"): what is not one day is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..model import full_date
from .dates import uncertain
from .elements import Element, When
from .grammar import DOUBTS
from .lexer import Lexed

# So many characters to either side of a date are looked at.
_REACH = 60
_DASHED = " 1 - "
_OF_A_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november"
    r"|december|week|weekend|fortnight|month|bank|holiday|half)"
)
_WEEKDAY_ALONE = re.compile(r"(?:(?:on|was|is|this) )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)")
_WEEKDAY_WITHIN = re.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
# "Either 4 or 11 January": the first day of the two has the month of the other.
_OR_DAY = re.compile(r" (?P<d>[1-9]|[12]\d|3[01])(?:th)? (?:or|/)(?: (?:the|maybe|even|perhaps|possibly|on)){0,8} $")
_GLUE_APART = re.compile(r" (?:(?:[.,(]|on|of|in|the|at|a|so|which|that|is|was|it|it's) ){0,4}")
_GLUE = re.compile(r" (?:(?:on|of|in|the|at|a) ){0,3}")
_PART_BEFORE = re.compile(rf" ({_OF_A_DATE}|\d{{1,2}}th)(?: (?:on|of|in|the|at|,)){{0,8}} $")
_PART_AFTER = re.compile(
    rf" (?:(?:on|of|in|the|at|,) ){{0,3}}({_OF_A_DATE}|\d{{1,2}}th(?! (?:1|dose|amp|time|loading) )) "
)
_NUMBER_BEFORE = re.compile(r" \d{1,2}th $")
_NEAR_TODAY = re.compile(r"(?:today|yesterday|tonight|last night|this (?:morning|afternoon|evening)|just now) ")


def settle(elements: Iterable[Element], lexed: Lexed, rest: str) -> list[Element]:
    """The elements, each uncertain date among them as a question, and the start of a plan that is not dated left out
    where the last dose is known. ``rest`` is the text with what was read struck out."""
    found = _without_stretch_of_others(list(elements))
    whens = [e for e in found if isinstance(e, When)]
    doubtful = [
        e
        for e in whens
        if e.mention and (is_doubtful(e, lexed) or is_a_part(e, rest, lexed.canon) or _has_more(e, whens, lexed))
    ]
    unplaced = [e for e in whens if e.question and not e.question.within and not e.missed]
    said_again = [
        e
        for e in [*doubtful, *unplaced]
        if _is_weekday_of(e, [w for w in whens if w.mention and w not in doubtful], lexed)
        or _is_said_again(e, [w for w in whens if w.mention and w not in doubtful], lexed)
    ]
    found = [e for e in found if not any(e is again for again in said_again)]
    doubtful = [e for e in doubtful if not any(e is again for again in said_again)]
    days = sorted(dict.fromkeys(day for e in doubtful for day in (*_other_of_month(e, lexed), _day(e))))
    known = max((_day(e) for e in found if isinstance(e, When) and e.mention and e.role == "last"), default=None)
    return [_settled(e, doubtful, days, lexed) for e in found if not (known and _is_past(e, known))]


def _without_stretch_of_others(found: list[Element]) -> list[Element]:
    """Without the stretch whose day stands beside it: "sometime in December, the 10th or the 17th"."""
    days = [_day(e) for e in found if isinstance(e, When) and e.mention]
    return [e for e in found if not (isinstance(e, When) and e.question and _holds(e.question.within, days))]


def _holds(within: tuple[str, ...], days: Iterable[date]) -> bool:
    return bool(within) and any(within[0] <= day.isoformat() <= within[1] for day in days)


def is_doubtful(when: When, lexed: Lexed) -> bool:
    """Whether the words around a date say that it may have been another day."""
    canon, start, end = lexed.canon, when.start, when.end
    before = canon[max(start - _REACH, 0) : start]
    if before.endswith(_DASHED) and lexed.words(start - len(_DASHED) + 1, start - 3) == "one":
        # "Last one - 3 June": a word is no day.
        before = before[: -len(_DASHED)] + " "
    around = f"{before}« {canon[start:end]} » {canon[end + 1 : end + _REACH]} "
    return any(pattern.search(around) for pattern in DOUBTS)


def is_a_part(when: When, rest: str, canon: str) -> bool:
    """Whether words of a date that nothing has read stand beside it: what was taken is then a part of what was said.
    "The fourth today" is the number of the dose, and "Saturday the 19th, today" the same day once more."""
    before, after = rest[max(when.start - _REACH, 0) : when.start], rest[when.end : when.end + _REACH]
    parts = [found[1] for found in (_PART_BEFORE.search(before), _PART_AFTER.match(after)) if found]
    if not parts or when.mention is None:
        return bool(parts)
    day = when.mention.date
    said_again = (f"{day.day}th", f"{day:%A}".lower())
    numbered = _NUMBER_BEFORE.search(before) is not None and _NEAR_TODAY.match(canon, when.start) is not None
    return any(part not in said_again and not (numbered and part == parts[0]) for part in parts)


def _has_more(when: When, whens: Iterable[When], lexed: Lexed) -> bool:
    """Whether another date stands straight beside it: the two are one date in a form that was not read."""
    near = [e for e in whens if e is not when and e.start - when.end < _REACH and when.start - e.end < _REACH]
    # "Today, the 19th" is one day, said twice.
    said = lexed.canon[when.start : when.end]
    near = [e for e in near if lexed.canon[e.start : e.end] == said or not _agrees(e, when)]
    return any(_GLUE.fullmatch(lexed.canon, min(when.end, other.end), max(when.start, other.start)) for other in near)


def _agrees(other: When, when: When) -> bool:
    """Whether a date beside another one is, or may be, the same day."""
    if other.mention is not None and when.mention is not None:
        return _day(other) == _day(when)
    named, asked = (when, other) if when.mention is not None else (other, when)
    return asked.question is not None and named.mention is not None and full_date(_day(named)) in asked.question.options


def _is_said_again(when: When, certain: Iterable[When], lexed: Lexed) -> bool:
    """Whether a day that may be one of two stands straight beside the one that it is: "today, the 19th"."""
    near = (e for e in certain if e.question is None and _agrees(when, e))
    return when.question is not None and any(
        _GLUE_APART.fullmatch(lexed.canon, min(when.end, e.end), max(when.start, e.start)) for e in near
    )


def _is_weekday_of(when: When, certain: Iterable[When], lexed: Lexed) -> bool:
    """Whether a weekday alone ("the Thursday after the show") is that of a date that stands near it ("the 5th")."""
    alone = _WEEKDAY_ALONE.fullmatch if when.mention else _WEEKDAY_WITHIN.search
    named = alone(lexed.canon, when.start, when.end)
    near = (e for e in certain if 0 < e.start - when.end < _REACH)
    offered = when.question.options if when.question else ()
    return named is not None and any(
        f"{_day(e):%A}".lower() == named[1] and (not offered or full_date(_day(e)) in offered) for e in near
    )


def _other_of_month(when: When, lexed: Lexed) -> tuple[date, ...]:
    other = _OR_DAY.search(lexed.canon[max(when.start - _REACH, 0) : when.start])
    try:
        return (_day(when).replace(day=int(other["d"])),) if other else ()
    except ValueError:
        return ()


def _day(when: When) -> date:
    assert when.mention is not None
    return when.mention.date


def _settled(element: Element, doubtful: list[When], days: list[date], lexed: Lexed) -> Element:
    if isinstance(element, When) and any(element is e for e in doubtful):
        return uncertain(element, lexed.words(element.start, element.end), days)
    return element


def _is_past(element: Element, last: date) -> bool:
    """Whether an open date lies before the ``last`` dose, so that nothing hangs on it."""
    if not isinstance(element, When) or element.mention or (element.explicit and element.role == "last"):
        return False
    return element.role == "first" or (element.latest is not None and element.latest < last)
