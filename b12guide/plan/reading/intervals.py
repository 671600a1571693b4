"""Intervals: how often, in every wording of regimens.md sections 3a to 3d and 3f."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Question, Unit
from .elements import Ask, Count, Duration, Element, Interval, NamedDays
from .scan import Build, Context

_UNITS: dict[str, tuple[int, Unit]] = {
    "day": (1, "d"), "week": (1, "wk"), "fortnight": (2, "wk"), "month": (1, "mo"), "quarter": (3, "mo"),
    "year": (1, "a"), "daily": (1, "d"), "weekly": (1, "wk"), "fortnightly": (2, "wk"), "monthly": (1, "mo"),
    "quarterly": (3, "mo"), "yearly": (1, "a"),
    "7": (1, "d"), "52": (1, "wk"), "12": (1, "mo"), "half year": (6, "mo"), "half yearly": (6, "mo"),
}  # fmt: skip
_YEARLY: dict[int, tuple[int, Unit]] = {
    1: (1, "a"), 2: (6, "mo"), 3: (4, "mo"), 4: (3, "mo"), 6: (2, "mo"), 12: (1, "mo"),
}  # fmt: skip
# Longer than this between two B12 injections, or none at all, is not what was meant.
_LONGEST: dict[Unit, int] = {"d": 366, "wk": 104, "mo": 24, "a": 2}
SHORT_DAYS = {"monday": "mon", "tuesday": "tue", "wednesday": "wed", "thursday": "thu", "friday": "fri",
          "saturday": "sat", "sunday": "sun"}  # fmt: skip
# Some of them were had, are left, or are all there are: then they are so many.
_OF_A_NUMBER = re.compile(
    r" (?:of (?:them|those|these)|\d{1,2} (?:left|more|remaining|to go)|in all|(?:in )?total"
    r"|and (?:then )?(?:finish|done|stop)) "
)
# "8 weekly shots, had 5": of what some were had, the number is that of the doses.
_SOME_HAD = re.compile(
    r" (?:had|have had|'ve had|done|given|got|taken)(?: (?:only|just|about|already)){0,2} (?P<had>\d{1,2})"
    r"(?= (?:[.,;!?]|so far|already|of|left|and|but|up to|to date|$)| $)"
)
# "4 weekly shots, one a week": what follows at once says that they are so many, one in each.
_SINGLY = (
    r"(?: (?:mean|means|meaning|is|are|=|so|i|that|it|,|\(|-|:|i.e|ie|{n}|dose|amp|of them)){{0,8}}"
    r" (?:just |only )?1(?: dose| time)? (?:a|per|each|every|/) {unit} "
)
_NOUNS: dict[Unit, str] = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_WORKDAYS = ("mon", "tue", "wed", "thu", "fri")


def ask(m: re.Match[str], text: str, *options: str) -> Ask:
    """An open question about how often, at the place of ``m``."""
    return Ask(m.start(), m.end(), Question("interval", text, options))


def _noun(unit: str) -> str:
    """The plural noun of a unit or of its adverb: "weeks" for "week" and "weekly"."""
    return {"daily": "days", "7": "days", "52": "weeks", "12": "months"}.get(unit, unit.removesuffix("ly") + "s")


def _plural(number: int, unit: str) -> str:
    return f"{unit}s" if number != 1 else unit


def interval(
    m: re.Match[str], c: Context, frequency: int, period: int, unit: str, period_max: int | None = None,
    note: str | None = None, shorthand: bool = False,
) -> Element | Iterable[Element]:  # fmt: skip
    """The interval "``frequency`` in every ``period`` (to ``period_max``) ``unit``", or what must be asked about it."""
    words = c.lexed.words(m.start(), m.end())
    if unit == "hour":
        if frequency > 1 or period % 24 or period_max is not None or not period:
            return ask(m, f'"{words}" is unusual for B12 injections. How many days or weeks are there between two?')
        period, unit = period // 24, "day"
    factor, code = _UNITS[unit]
    period, period_max = period * factor, period_max * factor if period_max is not None else None
    if period_max is not None and period_max <= period:
        return ask(m, f'How many {_noun(unit)} are there between two injections: "{words}"?')
    if not 0 < period <= (period_max or period) <= _LONGEST[code] or not frequency:
        return ask(m, f'"{words}" is unusual for B12 injections. How often does your clinic give them?')
    if code == "a" and period == 1 and period_max is None and frequency in _YEARLY:
        (period, code), frequency = _YEARLY[frequency], 1
    if frequency > 1:
        return _several(m, words, frequency, period, code, period_max)
    return Interval(m.start(), m.end(), 1, period, code, period_max, note=note, shorthand=shorthand)


def _several(
    m: re.Match[str], words: str, frequency: int, period: int, code: Unit, period_max: int | None
) -> Element | Iterable[Element]:
    """Twice and three times a week have usual days; everything else is asked about."""
    if code == "wk" and period == 1 and period_max is None and frequency <= 3:
        return Interval(m.start(), m.end(), frequency, 1, "wk")
    if code == "wk" and period == 1 and period_max is None and frequency <= 6:
        return Ask(m.start(), m.end(), Question("interval", f'"{words}": on which days of the week are they?'))
    if code == "d" and (re.search(r" (?:dose|amp) ", m[0]) or period == 2 < frequency) and " time " not in m[0]:
        # "6 injections every other day", "6 on alternate days": nobody has 6 in a day, so it is how many there are.
        return (
            Count(m.start(), m.end(), frequency, loose=True),
            Interval(m.start(), m.end(), 1, period, code, period_max),
        )
    if code == "d":
        return ask(m, f'"{words}" is unusual for B12 injections, check with your clinic. How often are they?',
                   "every day", "every other day")  # fmt: skip
    if code == "mo" and period == 1 and frequency == 2:
        return ask(m, f'"{words}" can be read in two ways. Which is it?', "every 2 weeks",
                   "on the 1st and 15th of each month")  # fmt: skip
    return ask(
        m, f'"{words}" can be read in two ways. How many days, weeks or months are there between two injections?'
    )


def _f(m: re.Match[str]) -> int:
    return int(m["f"]) if m["f"] else 1


def _range(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    low, high = int(m["n"]), int(m["n2"])
    if " or " in m[0] and high - low > 2:
        return ask(m, f"Is it every {low} or every {high} {_noun(m['u'])}?",
                   f"every {low} {_noun(m['u'])}", f"every {high} {_noun(m['u'])}")  # fmt: skip
    return interval(m, c, _f(m), int(m["n"]), m["u"], int(m["n2"]))


def _every(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, _f(m), int(m["n"]), m["u"])


def _every_one(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, _f(m), 1, m["u"])


def _every_other(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, _f(m), 2, m["u"])


def _two_units(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "Every 2 months to 3 months"; with two different units it is two plans."""
    alternatives = re.search(r" or every ", m[0]) is not None
    if m["u"] != m["u2"] or alternatives:
        return ask(
            m,
            "There are two intervals here. Which one is yours?",
            f"every {m['n']} {_plural(int(m['n']), m['u'])}",
            f"every {m['n2']} {_plural(int(m['n2']), m['u2'])}",
        )
    return interval(m, c, _f(m), int(m["n"]), m["u"], int(m["n2"]))


def _number_adverb(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "12 weekly" is every 12 weeks; "6 weekly injections" may be 6 of them, one a week, and "6 weekly ones, had 2 of
    them" is: there, and of what nobody has so seldom, the number is that of the doses."""
    number, adverb = int(m["n"]), m["u"]
    factor, code = _UNITS[adverb]
    if number == 1:
        return interval(m, c, 1, 1, adverb)
    singly = re.match(_SINGLY.format(n=number, unit=_NOUNS[code]), c.lexed.canon[m.end() :])
    if singly and factor == 1:
        return Count(m.start(), m.end(), number, loose=True), Interval(m.start(), m.end(), 1, factor, code)
    if factor == 1 and _is_part(adverb, c.lexed.canon, m.start(), m.end()):
        return Count(m.start(), m.end(), number, loose=True), Interval(m.start(), m.end(), 1, factor, code)
    had = _SOME_HAD.search(c.lexed.canon)
    of_a_number = _OF_A_NUMBER.search(c.lexed.canon) is not None or (had is not None and 0 < int(had["had"]) < number)
    if (m["many"] is not None and of_a_number) or (m["many"] and adverb in ("daily", "fortnightly", "quarterly")):
        return Count(m.start(), m.end(), number, loose=True), Interval(m.start(), m.end(), 1, factor, code)
    noun = _NOUNS[code]
    once = {"daily": "every day", "fortnightly": "every 2 weeks", "quarterly": "every 3 months"}.get(adverb, adverb)
    doses = f"{once} for {number} {'injections' if adverb == 'daily' else 'doses'}"
    often = f"every {number * factor} {noun}s"
    if adverb in ("daily", "fortnightly", "quarterly") or _follows_daily(c.lexed.canon, m.start()):
        return ask(m, f'"{c.lexed.words(m.start(), m.end())}" can be read in two ways. Which is it?', doses, often)
    if m["many"] is not None and not m["dash"] and not m["mine"]:
        return ask(m, f'"{c.lexed.words(m.start(), m.end())}" can be read in two ways. Which is it?', often, doses)
    return interval(m, c, 1, number, adverb)


# "7 daily, then 6 weekly, then monthly": what stands behind a part, and before one.
_THEN_MORE = re.compile(r" (?:[,;.] )?(?:and )?then (?:[^ ]+ ){0,3}?(?:[a-z]+ly|day|week|month|year) ")
_THEN_SO_MANY = re.compile(r" (?:[,;.] )?(?:and )?then (?:by )?\d{1,2} (?:weekly|monthly) ")
_AFTER_DAILY = re.compile(r" \d{1,2} (?:daily|(?:dose|amp) daily) (?:[,;.] )?(?:and )?then (?:by )?$")


def _follows_daily(canon: str, start: int) -> bool:
    """Whether a number before an adverb stands right behind a part of so many daily ones."""
    return _AFTER_DAILY.search(canon[:start]) is not None


def _is_part(adverb: str, canon: str, start: int, end: int) -> bool:
    """Whether a number before an adverb is that of the doses of one part of several, since another part follows it."""
    place = end - canon.endswith(" ", 0, end)
    if adverb == "daily":
        # "7 daily then weekly" is asked about; beside another number it is a row.
        return _THEN_SO_MANY.match(canon, place) is not None
    return _THEN_MORE.match(canon, place) is not None and _follows_daily(canon, start)


def _times_adverb(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "3 times weekly" and "3 x weekly" are 3 a week; "6 x weekly" may also be 6 doses, one a week."""
    number, adverb = int(m["n"]), m["u"]
    counted = re.search(r" (?:dose|amp) ", m[0]) and adverb in ("weekly", "monthly") and number > 1
    if counted and not c.lexed.canon.startswith((" for ", " x "), m.end()):
        return ask(m, f'"{c.lexed.words(m.start(), m.end())}" can be read in two ways. Which is it?',
                   f"{adverb} for {number} doses", f"{number} times a {adverb.removesuffix('ly')}")  # fmt: skip
    if m["x"] and number > 3:
        return ask(m, f'"{c.lexed.words(m.start(), m.end())}" can be read in two ways. Which is it?',
                   f"{adverb} for {number} doses", f"{number} times a {adverb.removesuffix('ly')}")  # fmt: skip
    return interval(m, c, number, 1, adverb)


def _every_day(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, 1, 1, "day")


def _many(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, _f(m), 1, m["u"])


def _adverb(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, 1, 1, m["u"])


def _half_yearly(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, 1, 6, "month")


def _one_or_two(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "Every week or two"."""
    return interval(m, c, _f(m), 1, m["u"], 2)


def _lone_length(m: re.Match[str], c: Context) -> Element:
    """Nothing but "12 weeks", or "12 to 13 weeks": most likely how often, but it is not said."""
    many = f"{m['n']} to {m['n2']}" if m["n2"] else m["n"]
    often = f"every {many} {_plural(int(m['n2'] or m['n']), m['u'])}"
    return ask(m, f"Is that an injection {often}?", often)


# So long a wait is told of what helps, or of a queue.
_OF_WAITING = re.compile(r" (?:feel|feels|felt|feeling|better|heal|heals|work|works|working|kick|results?|wait|waiting"
                         r"|takes|take|took|improve|recover|notice|referral|list|bloods?|tests?) ")  # fmt: skip


def _told_range(m: re.Match[str], c: Context) -> Element | Iterable[Element] | None:
    """ "The nurse said 12 to 13 weeks"."""
    return None if _OF_WAITING.search(c.lexed.canon) else _range(m, c)


def _course(m: re.Match[str], c: Context) -> Iterable[Element]:
    """ "A course of 5 weekly injections"."""
    factor, unit = _UNITS[m["u"]]
    return Count(m.start(), m.end(), int(m["n"]), loose=True), Interval(m.start(), m.end(), 1, factor, unit)


def _course_alternate(m: re.Match[str], c: Context) -> Iterable[Element]:
    factor, unit = _UNITS[m["u"]]
    return Count(m.start(), m.end(), int(m["n"]), loose=True), Interval(m.start(), m.end(), 1, 2 * factor, unit)


def _consecutive(m: re.Match[str], c: Context) -> Iterable[Element]:
    """ "5 days in a row" is one a day."""
    return Interval(m.start(), m.end(), 1, 1, "d"), Duration(m.start(), m.end(), int(m["n"]), "d")


def _over(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "3/12" in a prescription: 3 months. Alone it is asked about, beside a date word it is a date."""
    number = int(m["n"])
    unit = {"7": "day", "52": "week", "12": "month"}[m["u"]]
    lone = not m["lead"]
    if lone and m["u"] == "7":
        return ask(m, f'Is "{m[0]}" every {number} {_plural(number, unit)}, or for {number} {_plural(number, unit)}?')
    note = f"I took {m['n']}/{m['u']} as {number} {_plural(number, unit)}."
    return interval(m, c, 1, number, m["u"], int(m["n2"]) if m["n2"] else None, note, lone)


def _come_back(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    number = int(m["n"]) if m["n"].isdigit() else 1
    return interval(
        m, c, 1, number, m["u"], note=f"I took this as an injection every {number} {_plural(number, m['u'])}."
    )


def _weekdays_in(text: str) -> tuple[str, ...]:
    if "weekday" in text:
        return _WORKDAYS
    letters = {"m": "mon", "w": "wed", "f": "fri"}
    names = [SHORT_DAYS.get(w.removesuffix("s")) or letters.get(w) for w in text.split()]
    if text == "mwf":
        names = ["mon", "wed", "fri"]
    chosen = {n for n in names if n}
    return tuple(d for d in SHORT_DAYS.values() if d in chosen)


def _every_weekday(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "Every Monday", "every other Friday", "each Tuesday and Thursday"."""
    days = _weekdays_in(m["days"])
    skip = m["skip"].strip() if m["skip"] else ""
    period = 2 if skip in ("other", "2th", "alternate") else int(skip.removesuffix("th")) if skip else 1
    return Interval(m.start(), m.end(), len(days), period, "wk", days_of_week=days)


def _named_days(m: re.Match[str], c: Context) -> Element | None:
    if len(_weekdays_in(m["days"])) == 1 and c.lexed.canon.endswith(" was ", 0, m.start()):
        # "The third was on Saturday" is a day, and not each of them.
        return None
    return NamedDays(m.start(), m.end(), _weekdays_in(m["days"]), True)


def _weekday_span(m: re.Match[str], c: Context) -> Element:
    names = list(SHORT_DAYS.values())
    first, last = (names.index(SHORT_DAYS[m[g].removesuffix("s")]) for g in ("a", "b"))
    if first >= last:
        return ask(m, "On which days of the week are they?")
    return NamedDays(m.start(), m.end(), tuple(names[first : last + 1]), True)


BUILDERS: dict[str, Build] = {
    "range": _range,
    "every": _every,
    "every_one": _every_one,
    "every_other": _every_other,
    "two_units": _two_units,
    "number_adverb": _number_adverb,
    "times_adverb": _times_adverb,
    "every_day": _every_day,
    "many": _many,
    "adverb": _adverb,
    "half_yearly": _half_yearly,
    "one_or_two": _one_or_two,
    "lone_length": _lone_length,
    "told_range": _told_range,
    "course": _course,
    "course_alternate": _course_alternate,
    "consecutive": _consecutive,
    "over": _over,
    "come_back": _come_back,
    "every_weekday": _every_weekday,
    "named_days": _named_days,
    "weekday_span": _weekday_span,
}
