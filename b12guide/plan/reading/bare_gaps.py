"""A gap of which only the number is said: "14 weeks now, and it's meant to be every 12". Its unit is the one in which
the same message tells another gap or length; where that is none, or not certain, it is asked (regimens.md, section 3d).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .elements import Ask, Element
from .intervals import ask, interval
from .scan import Build, Context

# A gap or a length in normalised words: "14 weeks", "a month", "3 times a week", "weekly"; "this week" is neither.
_LENGTH = re.compile(
    r" (?:\d{1,3}(?: more| full| whole| or so)?|a|an|1|per|each|every|other|alternate"
    r"|couple(?: of)?|few|several|half|/)"
    r"(?: -)? (?P<unit>day|week|fortnight|month|quarter|year)(?= )"
    r"|(?<= )(?P<adverb>daily|weekly|fortnightly|monthly|quarterly|yearly)(?= )"
)
# For so long people have been on them, or are old: no gap beside that.
_OF_LIFE = frozenset({"year", "yearly"})
_ADVERBS = {"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "quarterly": "quarter"}
# "Every 8 to 10 or 12 weeks" is more than its first number.
_GOES_ON = re.compile(r" (?:to|or|-|/|and|till|until)(?: every)? \d")
# Few weeks may as well be months, many months are weeks, and days are those of the loading.
_CERTAIN = {"week": range(4, 53), "month": range(1, 7)}


def units_named(canon: str) -> frozenset[str]:
    """The units of the gaps and lengths in a normalised text, each by its noun."""
    found = (m["unit"] or m["adverb"] for m in _LENGTH.finditer(canon))
    return frozenset(_ADVERBS.get(unit, unit) for unit in found if unit not in _OF_LIFE)


def unit_of(number: int, canon: str) -> str | None:
    """The unit of a bare number, from the one unit that the text names; None where that is not certain."""
    named = units_named(canon)
    unit = next(iter(named)) if len(named) == 1 else ""
    return unit if number in _CERTAIN.get(unit, ()) else None


def _bare_gap(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    words, number = c.lexed.words(m.start(), m.end()), int(m["n"] or 0)
    unit = unit_of(number, c.lexed.canon)
    if unit is None or _GOES_ON.match(c.lexed.canon, m.end()):
        return _without_unit(m, words)
    many = f"{number} {unit}{'s' if number > 1 else ''}"
    return interval(m, c, 1, number, unit, note=f'I took "{words}" as every {many}.')


def _without_unit(m: re.Match[str], words: str) -> Ask:
    return ask(m, f'"{words}" has no unit. Is it days, weeks or months?')


def _changed_gap(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """The gap that another was changed to: "put from 12 weeks to 8"; without a unit it is in that of the gap before."""
    number = int(m["n"])
    many = f"{number} {m['was']}{'s' if number > 1 else ''}"
    note = None if m["u"] else f'I took "{c.lexed.words(m.start(), m.end())}" as every {many}.'
    return interval(m, c, 1, number, m["u"] or m["was"], note=note)


BUILDERS: dict[str, Build] = {"bare_gap": _bare_gap, "changed_gap": _changed_gap}
