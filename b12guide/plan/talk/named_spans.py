"""The time that a request names: "in may", "for 2027", "up to christmas", "next week"; its first and its last day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import MONTH_NAMES
from ..reading.day_words import MONTH_PLACES, MONTHS
from ..reading.reader import read_date
from .days import later
from .message import Said, is_date_word, number, ordinal
from .move_words import NAMED, NAMED_DAYS

# Before a day of the week these make another day of it.
_OF_A_FEAST = frozenset(
    {
        "ash",
        "black",
        "cyber",
        "easter",
        "good",
        "holy",
        "maundy",
        "mothering",
        "palm",
        "remembrance",
        "shrove",
        "spy",
        "whit",
    }
)
_YEAR = re.compile(r"20\d\d")
_UP_TO = re.compile(r" (?:now and|up to|through|thru|until|till|til|before|by|to|over) ")
_MONTHS_ROW = re.compile(
    rf" (?P<a>{MONTHS}) (?:20\d\d )?(?:to|until|till|til|through|thru|up to) (?:the )?(?:end of )?(?P<b>{MONTHS}) "
)
# "In May and June" is a row as well, where one follows on the other.
_TWO_MONTHS = re.compile(rf" (?P<a>{MONTHS}) (?:and|or) (?P<b>{MONTHS}) ")
_SEASON = re.compile(r" (spring|summer|autumn|fall|winter) ")
# The first month of a season in the north; in the south it is half a year on.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SOUTHERN = frozenset({"AU", "NZ", "ZA"})
_QUARTER = re.compile(r" (first|second|third|fourth|last|1st|2nd|3rd|4th) quarter | q([1-4]) ")
_QUARTERS = {"first": 1, "1st": 1, "1": 1, "second": 2, "2nd": 2, "2": 2, "third": 3, "3rd": 3, "3": 3,
             "fourth": 4, "4th": 4, "4": 4, "last": 4}  # fmt: skip
# "May" is the month only behind one of these.
_BEFORE_MAY = frozenset({"in", "for", "of", "next", "this", "about", "all", "during", "to", "until", "thru", "through"})
_WEEK = re.compile(r" (?:(?P<after>week after next)|(?P<which>this|next) week) ")
_NEXT_MANY = re.compile(r" (?:next|coming|following) (?:(\S+) (days?|nights?|weeks?|months?|years?)|(fortnight)) ")
_TO_A_YEAR = re.compile(r" (?:to|until|till|til|before|by|through|thru) (?:the )?(?:end of |start of )?\d{4} ")


def from_date(said: Said) -> str:
    """The message from its first word of a date on, so that no verb before it makes it the date of a dose given."""
    place = next((place for place, word in enumerate(said.words) if is_date_word(word.text)), None)
    if place is None:
        return said.text
    # "The second Tuesday in November" begins with its place in the month.
    place -= place > 0 and ordinal(said.words[place - 1].text) is not None
    # "Good Friday" is more than its last word.
    place -= place > 0 and said.words[place - 1].text in _OF_A_FEAST
    return said.text[said.words[place].start :]


def span_named(said: Said, *, today: date, country: str | None) -> tuple[date, date] | None:
    """The first and last day of the time that "in may", "for 2027", "up to christmas" names, from today on."""
    words = [word.text for word in said.words]
    text = f" {' '.join(words)} "
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    if (row := _MONTHS_ROW.search(text)) is not None:
        return _row_of_months(row, years, today)
    if (row := _TWO_MONTHS.search(text)) and MONTH_PLACES[row["b"]] == MONTH_PLACES[row["a"]] % 12 + 1:
        return _row_of_months(row, years, today)
    many = _NEXT_MANY.search(text)
    if many is not None and many[3]:
        return today, later(today, (2, "week"))
    if many is not None and (count := number(many[1])):
        return today, later(today, (count, many[2].rstrip("s").replace("night", "day")))
    if (week := _WEEK.search(text)) is not None:
        return _week(week, today)
    up_to = _UP_TO.search(text)
    month = _month_in(words)
    if month is None and up_to is None and (part := _part_of_year(text, years, today, country)) is not None:
        return part
    if up_to is not None:
        return _in_its_year(_until(said, words, today, country, month), text)
    if month is not None:
        year = years[0] if years else today.year + (month < today.month)
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if years:
        return date(years[0], 1, 1), date(years[-1], 12, 31)
    if " new year " in text or " new years " in text:
        new = today.year + (today.month > 1)
        return max(today, date(new, 1, 1)), date(new, 12, 31)
    if " next year " in text:
        return date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)
    if " year " in text:
        return today, date(today.year, 12, 31)
    if " next month " in text or " this month " in text:
        start = today.replace(day=1) + relativedelta(months=int(" next month " in text))
        return start, start + relativedelta(months=1) - timedelta(days=1)
    return None


# "The ones in 2027 before July": none of the year before.
_IN_YEAR = re.compile(r" (?:in|of|for|from|during) (20\d\d) (?!to |until |till |through )")


def _in_its_year(span: tuple[date, date] | None, text: str) -> tuple[date, date] | None:
    """A time up to a day without what lies before the year that is named with it."""
    year = _IN_YEAR.search(text) if span is not None else None
    if span is None or year is None or _UP_TO.search(text, year.end() - 1) is None:
        return span
    start = max(span[0], date(int(year[1]), 1, 1))
    return (start, span[1]) if start <= span[1] else span


def _week(found: re.Match[str], today: date) -> tuple[date, date]:
    """From Monday to Sunday; of this week what is left of it."""
    ahead = 2 if found["after"] else 1 if found["which"] == "next" else 0
    monday = today + timedelta(7 * ahead - today.weekday())
    return max(monday, today), monday + timedelta(6)


def _row_of_months(row: re.Match[str], years: list[int], today: date) -> tuple[date, date]:
    """From the first day of one month to the last one of another, which is not over yet."""
    first, last = MONTH_PLACES[row["a"]], MONTH_PLACES[row["b"]]
    end = years[-1] if years else today.year + (last < today.month)
    start = years[0] if len(years) > 1 else end - (first > last)
    return date(start, first, 1), date(end, last, calendar.monthrange(end, last)[1])


def _part_of_year(text: str, years: list[int], today: date, country: str | None) -> tuple[date, date] | None:
    """A season of three months, or a quarter, the present or the next one of its name."""
    season, quarter = _SEASON.search(text), _QUARTER.search(text)
    if season is not None:
        south = 6 * (country in _SOUTHERN)
        first = (_SEASONS[season[1]] + south - 1) % 12 + 1
    elif quarter is not None:
        first = 3 * _QUARTERS[quarter[1] or quarter[2]] - 2
    else:
        return None
    start = date(years[0] if years else today.year - 1, first, 1)
    while not years and start + relativedelta(months=3) <= today:
        start += relativedelta(years=1)
    return start, start + relativedelta(months=3, days=-1)


def _until(
    said: Said, words: list[str], today: date, country: str | None, month: int | None
) -> tuple[date, date] | None:
    named, years = NAMED.spans(said), [int(word) for word in words if _YEAR.fullmatch(word)]
    year = years[-1] if years else None
    if named:
        start, end = max(named, key=lambda span: span[1] - span[0])
        at = NAMED_DAYS[" ".join(words[start:end])]
        # "New Year 2029" begins that year.
        year = year - (at == (12, 31) and "eve" not in words) if year else today.year + (at < (today.month, today.day))
        return _up_to_day(today, date(year, *at))
    found = read_date(from_date(said), today=today, country=country, role="next").date
    if found is not None:
        last = found - timedelta(days="before" in words)
        return (today, last) if last > today else None
    if month is not None and "before" in words:
        year = year or today.year + (month <= today.month)
        return _up_to_day(today, date(year, month, 1) - timedelta(days=1))
    if month is not None:
        year = year or today.year + (month < today.month)
        return _up_to_day(today, date(year, month, calendar.monthrange(year, month)[1]))
    if "year" in words and year is None:
        return today, date(today.year, 12, 31)
    feast = _feast_after(said, today, country)
    if feast is None and year is not None and _TO_A_YEAR.search(f" {' '.join(words)} "):
        # "To 2029" is to its end, and "before 2029" to its beginning.
        feast = date(year - ("before" in words), 12, 31)
    return _up_to_day(today, feast) if feast is not None else None


def _up_to_day(today: date, last: date) -> tuple[date, date] | None:
    return (today, last) if last >= today else None


def _feast_after(said: Said, today: date, country: str | None) -> date | None:
    """The next day of the name behind "until"; Easter alone is its Sunday."""
    named = re.split(r"\b(?:to|until|till|til|before|by|over) ", said.text.lower())[-1]
    named = re.sub(r"easter(?! [a-z])", "easter sunday", named.strip())
    return read_date(named, today=today, country=country, role="next").date


def _month_in(words: list[str]) -> int | None:
    """The month that is named; "may" only where it cannot be the verb."""
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if word == "may" and before not in _BEFORE_MAY:
            continue
        for index, name in enumerate(MONTH_NAMES):
            if word == name.lower() or (word == name[:3].lower() and word != "mar") or word == f"{name.lower()}s":
                return index + 1
    return None
