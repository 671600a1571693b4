"""Intervals: how often, in every wording of regimens.md sections 3a to 3d and 3f."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .elements import Ask, Count, Element, Interval, Mark, NamedDays
from .model import Question, Unit
from .scan import Build, Context, Rules, rule

_UNITS: dict[str, tuple[int, Unit]] = {
    "day": (1, "d"), "week": (1, "wk"), "fortnight": (2, "wk"), "month": (1, "mo"), "quarter": (3, "mo"),
    "year": (1, "a"), "daily": (1, "d"), "weekly": (1, "wk"), "fortnightly": (2, "wk"), "monthly": (1, "mo"),
    "quarterly": (3, "mo"), "yearly": (1, "a"),
    "7": (1, "d"), "52": (1, "wk"), "12": (1, "mo"), "half year": (6, "mo"), "half yearly": (6, "mo"),
}  # fmt: skip
_YEARLY: dict[int, tuple[int, Unit]] = {1: (1, "a"), 2: (6, "mo"), 3: (4, "mo"), 4: (3, "mo"), 6: (2, "mo"), 12: (1, "mo")}
# Longer than this between two B12 injections, or none at all, is not what was meant.
_LONGEST: dict[Unit, int] = {"d": 366, "wk": 104, "mo": 24, "a": 2}
_SHORT = {"monday": "mon", "tuesday": "tue", "wednesday": "wed", "thursday": "thu", "friday": "fri",
          "saturday": "sat", "sunday": "sun"}  # fmt: skip
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
    if code == "d" and re.search(r" (?:dose|amp) ", m[0]) and " time " not in m[0]:
        # "6 injections every other day": nobody has 6 in a day, so it is how many there are.
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
    return ask(m, f'"{words}" can be read in two ways. How many days, weeks or months are there between two injections?')


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
        return ask(m, "There are two intervals here. Which one is yours?",
                   f"every {m['n']} {_plural(int(m['n']), m['u'])}", f"every {m['n2']} {_plural(int(m['n2']), m['u2'])}")
    return interval(m, c, _f(m), int(m["n"]), m["u"], int(m["n2"]))


def _number_adverb(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "12 weekly" is every 12 weeks, but "6 weekly injections" may be 6 injections, one a week."""
    number, adverb = int(m["n"]), m["u"]
    if number == 1:
        return interval(m, c, 1, 1, adverb)
    unit = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}.get(adverb)
    if unit is None:
        return ask(m, f'How often is "{c.lexed.words(m.start(), m.end())}"?')
    if adverb == "daily" and m["many"]:
        return Count(m.start(), m.end(), number, loose=True), Interval(m.start(), m.end(), 1, 1, "d")
    if m["many"] and not m["dash"] and not m["mine"]:
        return ask(m, f'"{c.lexed.words(m.start(), m.end())}" can be read in two ways. Which is it?',
                   f"every {number} {unit}s", f"{adverb} for {number} doses")  # fmt: skip
    return interval(m, c, 1, number, adverb)


def _times_adverb(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "3 times weekly" and "3 x weekly" are 3 a week; "6 x weekly" may also be 6 doses, one a week."""
    number, adverb = int(m["n"]), m["u"]
    counted = re.search(r" (?:dose|amp) ", m[0]) and adverb in ("weekly", "monthly") and number > 1
    if counted and not re.match(r" (?:for|x) ", c.lexed.canon[m.end() :]):
        return ask(m, f'"{c.lexed.words(m.start(), m.end())}" can be read in two ways. Which is it?',
                   f"{adverb} for {number} doses", f"{number} times a {adverb.removesuffix('ly')}")  # fmt: skip
    if m["x"] and number > 3:
        return ask(m, f'"{c.lexed.words(m.start(), m.end())}" can be read in two ways. Which is it?',
                   f"{adverb} for {number} doses", f"{number} times a {adverb.removesuffix('ly')}")  # fmt: skip
    return interval(m, c, number, 1, adverb)


def _adverb(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, 1, 1, m["u"])


def _half_yearly(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, 1, 6, "month")


def _one_or_two(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "Every week or two"."""
    return interval(m, c, _f(m), 1, m["u"], 2)


def _lone_length(m: re.Match[str], c: Context) -> Element:
    """Nothing but "12 weeks": most likely how often, but it is not said."""
    return ask(m, f'Is that an injection every {m["n"]} {_plural(int(m["n"]), m["u"])}?', f"every {m['n']} {_plural(int(m['n']), m['u'])}")


def _course(m: re.Match[str], c: Context) -> Iterable[Element]:
    """ "A course of 5 weekly injections"."""
    factor, unit = _UNITS[m["u"]]
    return Count(m.start(), m.end(), int(m["n"]), loose=True), Interval(m.start(), m.end(), 1, factor, unit)


def _course_alternate(m: re.Match[str], c: Context) -> Iterable[Element]:
    factor, unit = _UNITS[m["u"]]
    return Count(m.start(), m.end(), int(m["n"]), loose=True), Interval(m.start(), m.end(), 1, 2 * factor, unit)


def _over(m: re.Match[str], c: Context) -> Element | Iterable[Element] | None:
    """ "3/12" in a prescription: 3 months. Alone it is asked about, beside a date word it is a date."""
    if m["u"] not in _UNITS:
        return None
    number = int(m["n"])
    unit = {"7": "day", "52": "week", "12": "month"}[m["u"]]
    lone = not m["lead"]
    note = f"I took {m['n']}/{m['u']} as {number} {_plural(number, unit)}."
    return interval(m, c, 1, number, m["u"], int(m["n2"]) if m["n2"] else None, note, lone)


def _come_back(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    number = int(m["n"]) if m["n"].isdigit() else 1
    return interval(m, c, 1, number, m["u"], note=f"I took this as an injection every {number} {_plural(number, m['u'])}.")


def _ambiguous(text: str, *options: str) -> Build:
    def build(m: re.Match[str], c: Context) -> Element:
        words = c.lexed.words(m.start(), m.end())
        return ask(m, f'"{words}" {text}', *options)

    return build


def _nth_weekday(m: re.Match[str], c: Context) -> Element:
    week = -1 if m["n"] == "last" else 1 if m["n"] == "first" else int(m["n"].removesuffix("th"))
    period = 2 if m["skip"] in ("other", "2th") else int(m["skip"].removesuffix("th")) if m["skip"] else 1
    if week > 4:
        return ask(m, "Not every month has a fifth one. On which day of the month are they?")
    return Interval(m.start(), m.end(), 1, period, "mo", days_of_week=(_SHORT[m["w"].removesuffix("s")],), week_of_month=week)


def _monthly_days(m: re.Match[str], c: Context) -> Element:
    found = re.findall(r"(?<= )(?:(\d+)(?:th)?|(first)|(last|end))(?= )", f" {m['days']} ")
    days = tuple(sorted({-1 if last else 1 if first else int(n) for n, first, last in found}, key=lambda d: d % 32))
    if any(d == 0 or d > 31 for d in days):
        return ask(m, "On which day of the month are they?")
    return Interval(m.start(), m.end(), len(days), int(m["skip"] or 1), "mo", days_of_month=days)


def _weekdays_in(text: str) -> tuple[str, ...]:
    if "weekday" in text:
        return _WORKDAYS
    letters = {"m": "mon", "w": "wed", "f": "fri"}
    names = [_SHORT.get(w.removesuffix("s")) or letters.get(w) for w in text.split()]
    if text == "mwf":
        names = ["mon", "wed", "fri"]
    chosen = {n for n in names if n}
    return tuple(d for d in _SHORT.values() if d in chosen)


def _every_weekday(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "Every Monday", "every other Friday", "each Tuesday and Thursday"."""
    days = _weekdays_in(m["days"])
    skip = m["skip"].strip() if m["skip"] else ""
    period = 2 if skip in ("other", "2th", "alternate") else int(skip.removesuffix("th")) if skip else 1
    return Interval(m.start(), m.end(), len(days), period, "wk", days_of_week=days)


def _named_days(m: re.Match[str], c: Context) -> Element:
    return NamedDays(m.start(), m.end(), _weekdays_in(m["days"]), True)


def _weekday_span(m: re.Match[str], c: Context) -> Element:
    names = list(_SHORT.values())
    first, last = (names.index(_SHORT[m[g].removesuffix("s")]) for g in ("a", "b"))
    if first >= last:
        return ask(m, "On which days of the week are they?")
    return NamedDays(m.start(), m.end(), tuple(names[first : last + 1]), True)


_N = r"(?P<n>\d{1,3})"
_N2 = r"(?P<n2>\d{1,3})"
_TO = r"(?:-|to|or|/|&|and|- to -)"
_U = r"(?P<u>day|week|month|year|fortnight|quarter|hour|half year)"
_U2 = r"(?P<u2>day|week|month|year|fortnight|quarter)"
_ADV = r"(?P<u>daily|weekly|monthly|yearly|quarterly|fortnightly|half yearly)"
_DOSE = r"(?:(?:{PROD} )?(?:time|dose|amp|x)|{PROD}(?: dose)?)"
_OF = r"(?:(?:of |with )?(?:{PROD} )?{GAP})?"
_F = rf"(?:(?<!- )(?<!to )(?<!or )(?<!x )(?P<f>\d{{1,2}}) (?:x )?(?:{_DOSE} )?{_OF}(?:in |on )?)?"
_F_MUST = rf"(?:(?P<f>\d{{1,2}}) (?:x )?(?:{_DOSE} )?|(?:a|an|the|my|our|his|her|{{PROD}}) (?:{{PROD}} )?(?:dose|amp) |(?:dose|amp|{{PROD}}) ){_OF}"
_EVERY = r"(?:every single|every|each|q|in every|once in)"
_ONE_IN = r"(?:1 (?:time|dose|amp|x)? ?in(?: every)?)"
_DAYNAME = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_DAYLIST = rf"{_DAYNAME}s?(?: (?:(?:,|and|&|/|-|, and|plus) )?{_DAYNAME}s?)*"
_NTH = r"(?P<n>first|2th|3th|4th|5th|1th|last)"
_MONTHLY = rf"(?:of|in|on)? ?(?:the|each|every|a|per)? ?(?P<skip>other|2th|3th|[2-6])? ?month"


def _many(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    return interval(m, c, int(m["f"]) if m["f"] else 1, 1, m["u"])


# Before the dates, which would claim "last Friday" and "3/4".
ORDINAL_RULES: Rules = (
    (rule(r"\d/\d(?= (?:ml|amp|mg|dose|a) )"), lambda m, c: ()),
    (rule(rf"(?P<f>)(?:every|each|q) {_N}/{_N2} {_U}"), _range),
    (rule(r"(?:come|came|coming|go|going|return|returning|bring|brings|call|calls|called|calling|pop|have|has|get|see|be|me|him|her|us) (?:me |him |her |us |it |1 |them |seen |you )?(?:back|again)(?: again)?(?: to (?:the |my )?[a-z]+)?(?: for (?:a |the |my |another )?(?:[a-z0-9]+ )?(?:dose|1))? (?:in|after|every) (?P<n>\d{1,2}|a) (?P<u>day|week|month|fortnight)(?: time)?(?: for (?:a |the |my |another )?(?:[a-z0-9]+ )?(?:dose|1))?"), _come_back),
    (rule(rf"(?:(?:on|every|each|the) )*{_NTH} (?P<w>{_DAYNAME}s?) (?:of|in) (?:(?:the|each|every|a) )*(?:(?P<skip>other|2th|3th|[2-6]) )?month"), _nth_weekday),
    (rule(rf"(?:monthly|(?:every|each|q|1 time a|a) (?:(?P<skip>other|2th|3th|[2-6]) )?month) ,? ?(?:on |, )?(?:the |every |each )*{_NTH} (?P<w>{_DAYNAME}s?)(?: of the month)?"), _nth_weekday),
    (rule(rf"(?:(?:on|every|each) )?(?:the )?(?P<days>(?:last|final|end)|(?:\d{{1,2}}th|first)(?: (?:and|&|,) (?:the )?(?:\d{{1,2}}th|last))?)(?: day)? (?:of (?:(?:each|every|the|a) )+|(?:each|every) )(?P<skip>)month"), _monthly_days),
    (rule(r"(?:monthly|(?:every|each|q|1 time a)(?: (?P<skip>[2-9]|1\d))? month) (?:, )?on (?:the )?(?P<days>last|\d{1,2}th|first)(?: (?:and|&) (?:the )?\d{1,2}th)?(?: day)?(?: of (?:the|each|every) month)?"), _monthly_days),
    (rule(r"on the (?P<days>(?:\d{1,2}th|first) (?:and|&) (?:the )?(?:\d{1,2}th|last))(?P<skip>)"), _monthly_days),
    (rule(r"(?:on |at )?the (?:beginning|start|middle|end) of (?:the|each|every) (?:week|year)|(?:on |at )?the (?:beginning|start|middle) of (?:the|each|every) month|(?:first|last) (?:working|business) day of (?:the|each|every) month"), _ambiguous("is not exact. On which day are they?")),
)  # fmt: skip

INTERVAL_RULES: Rules = (
    # Words with two readings come first, so that half of one is not read as something else.
    (rule(r"biweekly|bi (?:- )?weekly|semi (?:- )?weekly|semiweekly|biw"), _ambiguous("can be read in two ways. Which is it?", "every 2 weeks", "twice a week")),
    (rule(r"bimonthly|bi (?:- )?monthly"), _ambiguous("can be read in two ways. Which is it?", "every 2 months", "every 2 weeks")),
    (rule(r"triweekly|tri (?:- )?weekly|tiw"), _ambiguous("can be read in two ways. Which is it?", "3 times a week", "every 3 weeks")),
    (rule(r"trimonthly|tri (?:- )?monthly"), _ambiguous("can be read in two ways. Which is it?", "every 3 months", "3 times a month")),
    (rule(r"biannual|bi (?:- )?annual(?:ly)?|bi (?:- )?yearly|biennial"), _ambiguous("can be read in two ways. Which is it?", "every 6 months", "every 2 years")),
    (rule(r"semimonthly|semi (?:- )?monthly"), _ambiguous("can be read in two ways. Which is it?", "every 2 weeks", "on the 1st and 15th of each month")),
    (rule(rf"{_F}(?:every |each |in )?(?:a )?(?:couple|few|several|some|so many|odd)(?: of)? (?:day|week|month|year)"), _ambiguous("is not exact. How many days, weeks or months are there between two injections?")),
    (rule(r"(?:a )?(?:couple|few|several|many|number|some)(?: of)? (?:time|dose) (?:a|per|each|every|/) (?:day|week|month|year)"), _ambiguous("is not exact. How many are there, and on which days?")),
    (rule(r"every (?:now and (?:then|again)|so often)|now and (?:then|again)|from time to time|on and off|prn|(?:only )?(?:when|as|if|where) (?:and when )?(?:needed|required|necessary|i need (?:it|1|them)|i feel [a-z]+|symptoms [a-z]+)"), _ambiguous("is not a fixed plan, so I cannot work out dates from it. Has your clinic given you an interval?")),
    (rule(r"(?:the )?same (?:day|week|time)(?: (?:each|every|of the|of each|of every) month)"), _ambiguous("is not exact. On which day of the month are they?")),
    (rule(r"(?:\d+ (?:to|-|or) )?(?:[2-9]|\d\d) (?:time|x) (?:a |per |/ |each |every )?(?:day|daily)|bid"), _ambiguous("is unusual for B12 injections. Check it with your clinic: how often are they?", "every day", "every other day")),
    (rule(r"(?P<f>\d{1,2}) (?:time )?(?:-|to|or) \d{1,2} (?:x )?(?:time |dose |amp )?(?:a|per|each|every|/) (?:week|month|year)|\d (?:time )?(?:or|to|-) \d (?:time|x) (?:weekly|monthly)"), _ambiguous("is a range. How many is it, and on which days?")),
    (rule(r"(?:every |each |q )?\d+ (?:- )?ish (?:- )?(?:day|week|month|weekly|monthly)|(?:every|each|q) \d+\.\d+ (?:day|week|month|year)|(?:every|each|q) (?:\d+ (?:and a half |1/2 )|[a-z]+ and a half )(?:day|week|month)"), _ambiguous("is not exact. How many days or weeks are there between two injections?")),
    # Shorthand over 7, 52 and 12.
    (rule(r"(?P<lead>(?:1 (?:x|time|dose|amp) )?(?:every|each|q) |1 (?:x|time|dose) )?(?P<n>\d{1,3})(?P<n2>)/(?P<u>7|52|12)(?P<ly>ly)?"), _over),
    (rule(r"(?P<lead>(?:every|each|q) )?(?P<n>\d{1,2}) - (?P<n2>\d{1,2}) ?/ ?(?P<u>7|52|12)"), _over),
    (rule(r"(?:every |each )?(?:half (?:- )?(?:a )?(?:yearly|year)|semi (?:- )?(?:annual|annually|yearly)|semiannual)"), _half_yearly),
    (rule(rf"{_F}(?:every|each) {_U} or 2"), _one_or_two),
    # Named days.
    (rule(rf"(?:(?P<f>1) (?:time|dose|amp) )?(?:every|each|q)(?P<skip> (?:other|alternate|2th|[2-9]th|[2-9]))? (?P<days>{_DAYLIST}|weekday)"), _every_weekday),
    # Ranges.
    (rule(rf"(?<!from ){_F}{_EVERY} (?:between )?{_N} {_U} {_TO} (?:every )?{_N2} {_U2}"), _two_units),
    (rule(rf"{_F}{_EVERY} (?:between )?{_N}(?:th)? (?:- )?{_TO} {_N2}(?:th)? (?:- )?{_U}"), _range),
    (rule(rf"(?<!from ){_F}(?:every )?{_N} {_TO} {_N2} (?:- )?{_ADV}"), _range),
    (rule(rf"(?<!from ){_N} (?:- )?weekly (?P<f>)(?:to|or|-) {_N2} (?:- )?(?P<u>weekly)"), _range),
    (rule(rf"(?:course|series|set|run) of {_N} (?:consecutive )?(?P<u>daily|weekly|monthly) (?:dose|amp)"), _course),
    (rule(rf"{_N} (?:on )?(?:alternate|every other) (?:- )?(?P<u>day|week) (?:dose|amp)"), _course_alternate),
    # Every so many.
    (rule(rf"{_F}{_EVERY} {_N}(?:th)? (?:- )?{_U}"), _every),
    (rule(rf"{_F}{_EVERY} (?:- )?{_N}(?:th)? (?:- )?{_ADV}"), _every),
    (rule(rf"{_F}(?:(?:on )?(?:every|each|q) (?:other|2th|alternate)|(?:on )?alternate|every 1 other) (?:- )?{_U}"), _every_other),
    (rule(rf"(?P<f>1) (?:time |dose |amp |x )?(?:in|per) (?:every )?{_N} {_U}"), _every),
    (rule(rf"{_F}{_EVERY} (?:1 )?{_U}"), _every_one),
    (rule(r"(?P<f>)(?:every|each) (?:morning|evening|night)"), lambda m, c: interval(m, c, 1, 1, "day")),
    # So many a week.
    (rule(rf"{_F_MUST}(?:a|an|per|/|in a|in 1|each|x|every) (?:the )?{_U}"), _many),
    (rule(rf"(?P<n>\d{{1,2}}) (?:- )?(?:(?P<x>x)|time|dose|amp) (?:-|/|a|per|of)? ?{_OF}{_ADV}"), _times_adverb),
    (rule(rf"(?P<f>\d) x {_U}"), _many),
    (rule(r"(?P<f>)(?P<u>day|week|month) (?:by|after) (?P=u)"), _ambiguous("is not exact. How often are they?")),
    (rule(r"x (?:[2-9]|1\d) (?:- )?(?:daily|weekly|monthly)"), _ambiguous("can be read in two ways. How often is it?")),
    (rule(rf"(?<=\x00 )(?P<f>)(?:/|per|a|each) {_U}"), _many),
    (rule(r"(?P<f>)on (?:consecutive|successive) (?P<u>day|week)"), _every_one),
    # 12-weekly, weekly.
    (rule(rf"(?P<mine>(?:on|my|my regular) )?{_N} (?P<dash>- )?{_ADV}(?P<many> (?:{{PROD}} )?(?:dose|amp)(?= ))?"), _number_adverb),
    (rule(rf"(?:on a |a |an )?{_ADV}(?: basis)?"), _adverb),
    (rule(rf"(?:at |on |with )?(?:a |an |the |regular )*intervals? of (?:between )?{_N} {_TO} {_N2}(?P<f>) {_U}"), _range),
    (rule(rf"(?:at |on |with )?(?:a |an |the |regular )*intervals? of {_N}(?P<f>) (?:- )?{_U}"), _every),
    (rule(rf"(?:at |on |with |in )?(?:a |an |the |my |regular )*{_N} (?:-|to|or) {_N2}(?P<f>) (?:- )?{_U} (?:- )?(?:interval|intervals|gap|gaps|cycle|cycles|schedule|rotation|rota|apart)"), _range),
    (rule(rf"(?:(?:every|each) (?:dose|amp|1) )?(?:is |are |was |were |given )?(?:at |on |with |in )?(?:a |an |the |my |regular )*{_N}(?P<f>) (?:- )?{_U} (?:- )?(?:interval|intervals|gap|gaps|cycle|cycles|schedule|rotation|rota|apart)"), _every),
    (rule(rf"(?:at )?(?:a )?(?P<f>)(?P<u>weekly|monthly|daily|quarterly|fortnightly) (?:interval|intervals|schedule)"), _every_one),
    (rule(rf"between {_N} and {_N2} {_U}(?P<f>)"), _range),
    (rule(rf"(?:(?:every|each) (?:dose|amp|1) )?(?:a )?{_U}(?P<f>) apart"), _every_one),
    (rule(rf"{_N}(?P<f>) {_U} (?:between|in between)(?: (?:each|every|the|them|my|doses?|dose|amp|1|of|all))*"), _every),
    (rule(rf"(?<=^ ){_N}(?: (?:-|to|or|/) \d+)? {_U}(?=(?: (?:\.|please|!))* $)"), _lone_length),
    (rule(r"(?:on )?day \d+(?: (?:,|and|&|-|/|, and) (?:day )?\d+)+"), _ambiguous("names single days. On which dates are the injections?")),
    # Half of an interval.
    (rule(r"(?:every|q) \d{1,4}|every (?:other|2th|alternate|[3-9]th)(?: 1)?"), _ambiguous("has no unit. Is it days, weeks or months?")),
)  # fmt: skip

DAY_RULES: Rules = (
    (rule(rf"(?:(?:on|only|,|:|\() )?(?:a |the )?(?P<days>{_DAYNAME}s(?: (?:(?:,|and|&|/|, and) )?{_DAYNAME}s?)*|{_DAYNAME}(?: (?:(?:,|and|&|/|-|, and) )?{_DAYNAME}s?)+|weekdays(?: only)?|mwf|m / w / f)"), _named_days),
    (rule(rf"(?<=\x00 )(?:,? ?(?:on|every) )(?:a )?(?P<days>{_DAYNAME})"), _named_days),
    (rule(rf"(?P<a>{_DAYNAME}s?) (?:to|through|-) (?P<b>{_DAYNAME}s?)"), _weekday_span),
)  # fmt: skip
