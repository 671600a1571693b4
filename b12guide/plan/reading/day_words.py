"""How months, weekdays and days of a month are written: parts of regular expressions, for text in any case (`re.I`).

Every pattern that looks for a date in people's own words is put together of these; what has been through the lexer
has full names alone.
"""

from __future__ import annotations

from ..model import MONTH_NAMES, WEEKDAY_NAMES, WEEKDAYS

# "January", "jan", "sept": whole words, for use between "(?:" and ")".
MONTHS = "|".join([*(name.lower() for name in MONTH_NAMES), "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"])
# How the name of a month begins, and that of a weekday.
MONTH_STARTS = "|".join(name[:3].lower() for name in MONTH_NAMES)
WEEKDAY_STARTS = "|".join(WEEKDAYS)
# How such a beginning may end, with slips: "tues", "wednsday", "sept", "janury". Any other word that begins so is none:
# "wedding", "sunny", "married", "maybe".
WEEKDAY_ENDS = r"(?:(?<=tue|wed)s|(?<=wed)nes|(?<=thu)rs?|(?<=sat)ur|[a-z]{0,7}da?ys?)?(?![a-z])"
MONTH_ENDS = (
    r"(?:(?<=jan|feb)[a-z]{0,5}ry|(?<=mar)[a-z]?ch|(?<=apr)i?l|(?<=jun)e|(?<=jul)y|(?<=aug)[a-z]{0,2}st|(?<=sep)t"
    r"|(?<=sep|oct|nov|dec)[a-z]{0,5}be?r)?(?![a-z])"
)
# "Monday", "mon", "tues".
WEEKDAY_WORDS = "|".join([*(name.lower() for name in WEEKDAY_NAMES), "mon|tues?|weds?|thurs?|thu|fri|sat|sun"])
# Full names of weekdays alone.
FULL_WEEKDAYS = "|".join(name.lower() for name in WEEKDAY_NAMES)
# What stands behind the number of a day, and the number with it or without.
NTH_END = r"(?:st|nd|rd|th)"
NTH = rf"\d{{1,2}}{NTH_END}"
DAY_NUMBER = rf"\d{{1,2}}{NTH_END}?"
# The places of months by any of their names.
MONTH_PLACES = {name.lower(): place for place, name in enumerate(MONTH_NAMES, 1)}
MONTH_PLACES |= {name[:3]: place for name, place in MONTH_PLACES.items()} | {"sept": 9}
