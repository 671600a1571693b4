"""What a message asks of the person's own plan: the next date, a list, paper, whether it is the 17th, ..."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import MONTH_NAMES, WEEKDAY_NAMES
from ..reading.day_words import MONTH_PLACES, MONTHS
from ..reading.reader import read, read_date
from .days import days_away, later, row_of_days
from .lateness import asks_if_late
from .message import NUMBERS, Said, is_date_word, number, ordinal
from .move_words import AWAY, BOOKED, FILLERS, GONE, IN_BETWEEN, NAMED, NAMED_DAYS, REQUESTS, UNDO, WORDS, Request, asks

_YEAR = re.compile(r"20\d\d")
REMIND_WHEN = re.compile(
    r"\bremind (?:me|us|him|her)(?: again| please| pls| once more)?,? (?:of |on )?"
    r"(?P<when>(?:when|wen)(?:'?s| do| does| am| is| are| should| must| shall| will)\b|(?:what|which) (?:day|date)\b)",
    re.I,
)
_NOT_NEXT = re.compile(r"\b(?:last|first|previous|had|was|were|did|before|ahead|in advance|results?|tests?)\b", re.I)
# "I'm in Lisbon 3rd to the 10th": somewhere, from one day to another.
_ELSEWHERE = re.compile(
    r"\b(?:in|at|over in|up in|down in|out in) (?:the |my |our |a )?"
    rf"(?!(?:on|for|next|this|clinic|surgery|practice|total|all|between|{MONTHS})\b|(?:mon|tue|wed|thu|fri|sat|sun))[a-z']{{3,}}",
    re.I,
)
_OF_DOSE = re.compile(
    r"\b(?:jabs?|jags?|shots?|injections?|doses?|needles?|appointments?|appts?|slots?|clinic|nurse|surgery|booked|had|was"
    r"|were|got|every|weekly|daily|monthly)\b",
    re.I,
)
_GAP = re.compile(r" (\d{1,3}) (day|week|month)s ")
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
_SO_MANY = re.compile(
    rf" (?:(?:next|coming|upcoming|first) (?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})"
    rf"|(?P<n2>\d{{1,2}}|{'|'.join(NUMBERS)}) (?:next|upcoming))"
    # The next ten days are no ten doses.
    r"(?! (?:days?|weeks?|wks?|fortnights?|months?|nights?|years?) )"
    r"(?: (?:dates?|ones?|doses?|jabs?|shots?|inj\w*|please|pls)){0,8} "
)
_AFTER_THAT = re.compile(
    r" (?:after|following|behind|follows?|beyond|aftr|afta|those|them|subsequent|left|remaining|how|and) "
)
# So many dates are named at once.
_MOST_NAMED = 12
_WEEK = re.compile(r" (?:(?P<after>week after next)|(?P<which>this|next) week) ")
_NEXT_MANY = re.compile(r" (?:next|coming|following) (?:(\S+) (days?|nights?|weeks?|months?|years?)|(fortnight)) ")


@dataclass(frozen=True)
class Asked:
    """A request by its name (`Move.name`) with what its words named (`Move.value`)."""

    name: str
    value: str = ""


def request_of(said: Said, *, today: date, country: str | None) -> Asked | None:
    """What the message asks of a plan; None where it asks nothing of one, or something else beside it."""
    if not said.words:
        return None
    if UNDO.within(said) and not said.left(UNDO.spans(said), FILLERS | {"oh", "hmm", "wait", "hang", "on"}):
        return Asked("undo")
    if (reminded := _reminded(said, today, country)) is not None:
        return reminded
    away = _away(said, today, country)
    if away is not None:
        return away
    if _gone(said):
        return Asked("gone", said.text)
    is_it = _is_it(said, today, country)
    if is_it is not None:
        return is_it
    for request in REQUESTS:
        if _fits(request, said):
            if (many := _so_many(request.name, said)) is not None:
                return many
            value = _value(request.name, said, today, country)
            if request.name in ("first_of", "last_of", "nth") and not value:
                continue
            if request.name != "list" or value or WORDS["all_dates"] & {word.text for word in said.words}:
                return Asked(request.name, value)
    return None


def _reminded(said: Said, today: date, country: str | None) -> Asked | None:
    """ "So remind me when do I pop down": what is asked is said again; "remind me when it is due" wants an alarm."""
    found = REMIND_WHEN.search(said.text)
    if found is None or _NOT_NEXT.search(said.text, found.end()):
        return None
    asked = request_of(Said.of(said.text[found.start("when") :]), today=today, country=country)
    return asked if asked is not None and asked.name != "remind" else Asked("next")


def _gone(said: Said) -> bool:
    """ "So the 14th is gone?": one day, and nothing else of weight."""
    if not GONE.within(said) or not asks(said) or not any(is_date_word(word.text) for word in said.words):
        return False
    left = said.left(GONE.spans(said), FILLERS | WORDS["is_it"] | {"now"})
    return not any(word for word in left if not is_date_word(word))


def _so_many(name: str, said: Said) -> Asked | None:
    """ "The next four dates", "four more": so many from the next one on, where nothing says that it is those after
    it."""
    found = _SO_MANY.search(said.canon)
    if name not in ("after_next", "left") or found is None or _AFTER_THAT.search(said.canon):
        return None
    count = number(found["n"] or found["n2"])
    if not count or not 1 < count <= _MOST_NAMED:
        return None
    return Asked("next_many", str(count))


def _fits(request: Request, said: Said) -> bool:
    spans = request.phrases.spans(said)
    words = {word.text for word in said.words}
    if not spans or words & request.without or (request.needs and not words & request.needs):
        return False
    left = said.left([*spans, *(NAMED.spans(said) if request.dated else [])], request.also)
    if request.dated or request.days:
        left = [word for word in left if not (is_date_word(word) or is_date_word(word.removesuffix("s")))]
    # "Can I have it every month instead" is a wish for another plan, which no request about dates is.
    return not left and (request.name != "move" or not read(said.text, today=date(2026, 1, 1)).phases)


def _value(name: str, said: Said, today: date, country: str | None) -> str:
    if name in ("list", "first_of", "last_of"):
        span = span_named(said, today=today, country=country)
        return f"{span[0].isoformat()}/{span[1].isoformat()}" if span else ""
    if name == "late":
        return asks_if_late(said.text) or "late"
    if name in ("saved", "weekday_stays", "phase_start", "phase_end"):
        return said.text
    if name == "nth":
        places = (ordinal(word.text) for word in said.words)
        return str(next((n for n in (*places, *said.numbers()) if n and n > 1), ""))
    if name == "short_list":
        return next((str(n) for n in sorted(said.numbers(), reverse=True) if 1 < n <= _MOST_NAMED), "")
    if name == "closed":
        kinds = [kind for kind in ("weekend", "holiday") if kind in said.canon]
        named = {day for n, day in ((5, "saturday"), (6, "sunday")) if _names(said, WEEKDAY_NAMES[n])}
        if len(named) == 1 and not kinds:
            return str(5 if named == {"saturday"} else 6)
        weekend = kinds == ["weekend"] or (not kinds and re.search(r" (?:satur|sun)days? ", said.canon))
        return "weekend" if weekend else "holiday" if kinds == ["holiday"] else ""
    if name == "weekday":
        return next((str(n) for n, day in enumerate(WEEKDAY_NAMES) if _names(said, day)), "")
    if name == "after_next":
        many = [n for n in said.numbers() if 1 < n <= 12]
        those = {"those", "them", "these"} & {word.text for word in said.words}
        again = said.canon.strip() in ("and then", "and then ?", "then what", "then what ?", "then ?", "what then ?")
        return str(many[0]) if many else "those" if those or again else ""
    if name == "progress":
        return "half" if re.search(r" (?:half|halfway|midway) ", said.canon) and "when" not in said.canon else ""
    if name == "gap":
        return next((f"{match[1]} {match[2]}" for match in [_GAP.search(said.canon)] if match), "")
    if name == "left":
        found = said.numbers()
        return str(found[0]) if len(found) == 1 and "how" not in {word.text for word in said.words} else ""
    return ""


def _names(said: Said, day: str) -> bool:
    short = day[:3].lower()
    return any(word.text.startswith(short) and is_date_word(word.text) for word in said.words)


def _away(said: Said, today: date, country: str | None) -> Asked | None:
    """Days away, in whatever words they are: their cue and a span or a day that can be placed."""
    # Whoever is away, a day that was booked is one.
    elsewhere = (
        row_of_days(said.text) and not asks(said) and _ELSEWHERE.search(said.text) and not _OF_DOSE.search(said.text)
    )
    if not elsewhere and (not AWAY.within(said) or BOOKED.within(said)):
        return None
    span = days_away(said.text, today=today, country=country)
    return Asked("away", f"{span[0].isoformat()}/{span[1].isoformat()}") if span else None


def asks_of_journey(said: Said) -> bool:
    """Whether a message asks which doses fall on some days: "what shots fall inside the trip?"."""
    return asks(said) and IN_BETWEEN.within(said)


def _is_it(said: Said, today: date, country: str | None) -> Asked | None:
    """ "Is it the 17th?", "so the 22nd?", "is that christmas eve": the one date that is asked about."""
    first = said.words[0].text
    if not (asks(said) or first in WORDS["is_it_begins"]):
        return None
    named = NAMED.spans(said)
    if named:
        if said.left(named, FILLERS | WORDS["is_it"]) or first in ("what", "which", "when"):
            return None
        start, end = max(named, key=lambda span: span[1] - span[0])
        month, day = NAMED_DAYS[" ".join(word.text for word in said.words[start:end])]
        return Asked("is_it", date(today.year + ((month, day) < (today.month, today.day)), month, day).isoformat())
    words = [word.text for word in said.words]
    days_alone = all(not re.match(r"\d", word) for word in words)
    if days_alone or any(is_date_word(w) and number(w) is None for w in words) is False:
        return None
    left = [word for word in said.left([], FILLERS | WORDS["date_beside"] | WORDS["is_it"]) if not is_date_word(word)]
    if left or {"last", "next", "had", "was"} & set(words) or read(said.text, today=today).phases:
        return None
    days = [n for word in words if (n := ordinal(word) or number(word)) is not None]
    if len(days) == 1 and not any(is_date_word(w) and not re.match(r"\d", w) and ordinal(w) is None for w in words):
        return Asked("is_it", f"---{days[0]:02}") if 0 < days[0] <= 31 else None
    # "8 March, one of mine?" names no dose given: the date alone is read.
    last = max(word.end for word in said.words if is_date_word(word.text))
    found = read_date(from_date(Said.of(said.text[:last])), today=today, country=country, role="next")
    return Asked("is_it", found.date.isoformat()) if found.date else None


def from_date(said: Said) -> str:
    """The message from its first word of a date on, so that no verb before it makes it the date of a dose given."""
    place = next((place for place, word in enumerate(said.words) if is_date_word(word.text)), None)
    if place is None:
        return said.text
    # "The second Tuesday in November" begins with its place in the month.
    place -= place > 0 and ordinal(said.words[place - 1].text) is not None
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
        return _until(said, words, today, country, month)
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


_TO_A_YEAR = re.compile(r" (?:to|until|till|til|before|by|through|thru) (?:the )?(?:end of |start of )?\d{4} ")


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
