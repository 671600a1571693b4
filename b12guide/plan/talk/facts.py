"""What a message puts right or adds: how often, a date, how many, which one that was, a date that the clinic booked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from ..dates.planner import next_doses
from ..dates.schedule import dose_count
from ..model import WEEKDAYS, Unit, full_date
from ..reading.day_words import DAY_NUMBER, MONTH_ENDS, MONTH_STARTS, NTH, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .booked_days import day_with_month, lone_days, without_time
from .days import given_day
from .message import Said, is_date_word, number, ordinal
from .move_words import AFTER_SHOWN, BOOKED, FILLERS, MENDING, NEWS, NOT_BOOKED, PREAMBLE, WORDS, asks
from .named_spans import from_date
from .state import CHANGE, CONFIRM, State
from .weekday_beside import slip_days

_UNITS: dict[str, Unit] = {
    "day": "d", "week": "wk", "wk": "wk", "wkly": "wk", "weekly": "wk", "fortnight": "wk", "month": "mo", "mth": "mo",
    "mnth": "mo", "monthly": "mo", "year": "a", "yr": "a",
}  # fmt: skip
_UNIT_WORDS: dict[Unit, str] = {"d": "days", "wk": "weeks", "mo": "months", "a": "years"}
_DAY_FIRST = re.compile(rf"{NTH}\b(?!\s*(?:of\b|(?:{MONTH_STARTS}){MONTH_ENDS}))", re.I)
_NOT_NUMBER = re.compile(
    r" (?:its|it is|every|is|be|says?|should be) (?:every )?(?P<right>\S+) (?:(?P<unit>[a-z]+) )?"
    r"(?:and )?not (?:every )?(?P<wrong>\S+) (?:(?P<unit2>days?|weeks?|wks?|months?|mths?) )?"
)
# "10 weeks from this last one": counted on from the dose that is known.
_FROM_THIS = re.compile(
    r",?\s{0,3}\b(?:counted )?from (?:this|that|the|my) (?:last |latest )?(?:one|jab|shot|injection|dose)\b", re.I
)
# "Hang about, eight was right after all".
_WAS_RIGHT = re.compile(
    r"^\W*(?:(?:no|wait|hang|on|about|hold|oh|sorry|actually|scrap|that|the)\W+){0,6}(?P<what>\w+(?: \w+)?)"
    r" (?:was|is|were) (?:right|correct)(?: after all| all along)?\W*$",
    re.I,
)
_YEAR = re.compile(r"20\d\d")
_TWO_FACTS = re.compile(
    r"(?:(?:sorry|oops|whoops|no|oh|actually|wait|ah|and|but)\W+){0,8}(?P<often>[^,.;]*?\b(?:days?|weeks?|wks?|months?|mths?|weekly|monthly|fortnightly))\b(?:\s*[,.;–—-]+\s*|\s+)"
    r"(?:(?:and|but)\s+)?(?P<rest>\S.*)",
    re.I | re.S,
)
_TOLD_APART = re.compile(r"\s*(?:[,;:]|\.(?!\d)|\band\b|\bbut\b|\bplus\b)\s*", re.I)
_LEAD_IN = re.compile(r"^(?:(?:no|nope|sorry|both|wrong|also|its|it's|it is|they are|they're|is|on)\s+){1,4}", re.I)
# "19 May this month" is no 19 months, though "may" alone weighs nothing.
_DAY_OF_MAY = re.compile(
    rf"\b{DAY_NUMBER} (?:of )?may\b"
    rf"|\bmay (?:the )?{DAY_NUMBER}(?! ?(?:day|week|wk|month|mth))",
    re.I,
)
_LONE_DAY = re.compile(rf"{NTH}\W*")
# A weekday beside a feast is counted from that, and not from the date that was shown.
_BESIDE_EASTER = re.compile(r"\b(?P<way>after|before) easter\b(?! monday)", re.I)
_BESIDE_FEAST = re.compile(
    r"\b(?:after|before|following) (?:the |my |our )?(?:easter|christmas|xmas|new year|boxing|thanksgiving|bank|public"
    r"|holidays?|hols|labou?r|memorial|halloween|diwali|eid|ramadan|half term|term|weekend)\b",
    re.I,
)
_OF_PART = re.compile(
    r"\b(?P<n>[1-9]\d?|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:of (?:the|my|those|these|her|his) )?"
    r"(?P<often>daily|weekly|fortnightly|monthly) (?:ones|jabs|injections|shots|doses|needles)\b",
    re.I,
)
_CLAUSES = re.compile(r"[,.;!?\n]+\s+|\s(?=(?:so|but|cos|because)\s)", re.I)
_AWAY_WORD = re.compile(r"\b(?:away|off|on leave|holidays?|sick|ill)\b", re.I)


# "12 to 13", "between 8 and 10 weeks".
_RANGE = re.compile(r"\b\w+(?: (?:weeks?|months?))? ?(?:to|or|-|–)(?: every)? ?\w+\b|\bbetween \w+ and \w+", re.I)
_LAST_UNIT = re.compile(r"\b(days|weeks|months)\W*$")


@dataclass(frozen=True)
class Told:
    """A fact by its name, with the words that state it: "interval", "date", "count", "place" or "booked"."""

    name: str
    value: str


def without_denied(said: Said) -> Said:
    """The message without what it says is wrong: "the 19th not the 12th", "not the 12th, the 19th"."""
    spans = []
    for place, word in enumerate(said.words):
        if word.text != "not" and not (word.text in ("than", "of") and place and _before(said, place, word.text)):
            continue
        end = place + 1
        while end < len(said.words) and said.words[end].text in WORDS["after_not"]:
            end += 1
        first = end
        while end < len(said.words) and _is_thing(said.words[end].text) and not _cut(said, end, first):
            end += 1
        if end > first:
            spans.append((place - (word.text != "not"), end))
    rest = said.without(spans)
    return Said.of(rest) if spans and any(_is_thing(word.text) for word in Said.of(rest).words) else said


def _before(said: Said, place: int, word: str) -> bool:
    """ "Rather than the 12th", "instead of the 12th"."""
    return (said.words[place - 1].text, word) in (("rather", "than"), ("instead", "of"))


def _cut(said: Said, place: int, first: int) -> bool:
    """Whether a comma stands before the word, so that what was wrong ends there."""
    return place > first and "," in said.text[said.words[place - 1].end : said.words[place].start]


def _is_thing(word: str) -> bool:
    return is_date_word(word) or number(word) is not None or _unit(word) is not None or word in ("weekly", "monthly")


def _unit(word: str) -> Unit | None:
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))


def interval_in(said: Said, state: State, *, light: frozenset[str] = MENDING | PREAMBLE) -> str | None:
    """ "Every 12 weeks" for "12 weeks i mean", "it's 10 weeks not 8", "months, sorry, not weeks".

    None where how often is not what the message says.
    """
    said = without_denied(said)
    if settles := _WAS_RIGHT.search(said.text):
        said = Said.of(settles["what"])
    counted = _FROM_THIS.search(said.text)
    if counted:
        said = Said.of(said.text[: counted.start()] + said.text[counted.end() :])
    words = [word.text for word in said.words]
    units = [unit for word in words if (unit := _unit(word)) is not None]
    # "The fortnight one" counts nothing.
    stands_in = said.numbers() == [1] and words[-2:] == ["fortnight", "one"]
    numbers = [] if stands_in else said.numbers()
    heavy = [w for w in words if w not in light and w not in WORDS["often"] and _unit(w) is None and number(w) is None]
    heavy = [w for w in heavy if ordinal(w) is None]
    if _DAY_OF_MAY.search(said.text) or heavy or set(words) & WORDS["no_interval"] or asks(said):
        return None
    said_so = re.sub(r"\s+", " ", said.text)
    reading = read(said_so, today=date(2026, 1, 1))
    if any(mention.words.endswith(" ago") for mention in reading.dates):
        # "Eleven days ago" is a day.
        return None
    if len(reading.phases) == 1 and not reading.questions and not reading.dates:
        return said_so if reading.only else _every(units, numbers) or said_so
    ranged = _RANGE.search(said_so)
    if ranged is not None and len(numbers) == 2:
        # "No, 12 to 13": the unit is that of the plan, or of what was asked.
        known = (
            [_UNIT_WORDS[state.phases[-1].unit]]
            if state.phases
            else [m[1] for m in map(_LAST_UNIT.search, state.options) if m]
        )
        named = _UNIT_WORDS[units[0]] if units else next(iter(set(known)), "")
        return f"every {numbers[0]} to {numbers[1]} {named}" if named and numbers[0] < numbers[1] else None
    if "fortnight" in words and not numbers:
        return "every 2 weeks"
    if len(set(units)) == 1 and not numbers and state.phases and not set(words) & (WORDS["often"] | WORDS["one_unit"]):
        # The number stays, the unit was the wrong one: "weeks". One day is no unit.
        return f"every {state.phases[-1].period} {_UNIT_WORDS[units[0]]}"
    # In the place of the one number that was just read back, a number in letters is how often; in figures, a date too.
    alone = len(words) == 1 and words[0].isalpha() and state.about in (CONFIRM, CHANGE) and len(state.phases) == 1
    if not units and len(numbers) == 1 and state.phases and (alone or settles or NEWS.within(said)):
        # "The GP says 8 now": the number is another one, the unit stays.
        return f"every {numbers[0]} {_UNIT_WORDS[state.phases[-1].unit]}"
    return _every(units, numbers)


def _every(units: list[Unit], numbers: list[int]) -> str | None:
    return f"every {numbers[0]} {_UNIT_WORDS[units[0]]}" if len(set(units)) == 1 and len(numbers) == 1 else None


def date_in(said: Said, *, today: date, country: str | None, light: frozenset[str]) -> str | None:
    """The words of the one date, or of a date that has to be asked back, where the message says nothing else."""
    said = _from_left(without_denied(said))
    if [word for word in said.left([], light | WORDS["when"]) if not is_date_word(word)]:
        return None
    lone = _LONE_DAY.fullmatch(said.text.strip()) or _DAY_FIRST.match(said.text.strip())
    text = f"the {said.text}" if lone else said.text
    found = read_date(text, today=today, country=country)
    return text if found.date is not None or found.question is not None else None


def _from_left(said: Said) -> Said:
    """The message without the words that only say that something is put right."""
    start = 0
    while start < len(said.words) and said.words[start].text in WORDS["puts_right"]:
        start += 1
    return said.part(start)


def number_put_right(said: Said, state: State) -> Told | None:
    """ "It is 8, not 6": the number of the plan's own interval is another one, whatever else the message says."""
    known = [phase for phase in state.phases if not phase.bounded] or list(state.phases)
    found = _NOT_NUMBER.search(said.canon)
    if found is None or len(known) != 1 or asks(said):
        return None
    right, wrong = number(found["right"]), number(found["wrong"])
    units = {_unit(unit) for unit in (found["unit"], found["unit2"]) if unit}
    if right is None or wrong != known[0].period or right == wrong or not units <= {known[0].unit}:
        return None
    return Told("interval", f"every {right} {_UNIT_WORDS[known[0].unit]}")


def told(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """What the message tells of a plan that is known; None where that is nothing, or not all that it says."""
    if asks(said):
        return None
    year = year_put_right(said, state, today)
    if year is not None:
        return Told("date", full_date(year))
    both = _interval_and_date(said, state, today, country)
    if both is not None:
        return both
    often = interval_in(said, state)
    changed = WORDS["mends"] & {word.text for word in said.words} or NEWS.within(said)
    settled = state.about is None and not changed
    if often is not None and not (settled and often != said.text.strip()):
        return Told("interval", often)
    return place_in(said, state) or _count(said, state) or _date(said, today, country)


def year_put_right(said: Said, state: State, today: date) -> date | None:
    """The day of the dose that is known, in the year that alone is put right: "2025 I meant", "no, last year"."""
    if state.anchor is None or asks(said):
        return None
    words = [word.text for word in said.words]
    years = [int(w) for n, w in enumerate(words) if _YEAR.fullmatch(w) and words[max(n - 1, 0)] not in ("not", "isnt")]
    if not years and " last year " in said.canon:
        years = [today.year - 1]
    light = MENDING | FILLERS | {"year", "last", "this", "that", "wrong"}
    if not years or [word for word in said.left([], light) if not _YEAR.fullmatch(word)]:
        return None
    try:
        day = state.anchor.date.replace(year=years[-1])
    except ValueError:
        return None
    return day if day <= today else None


def _interval_and_date(said: Said, state: State, today: date, country: str | None) -> Told | None:
    """ "It's 10 weeks, and the last was the 5th": how often and when, of which neither is lost."""
    found = _TWO_FACTS.fullmatch(said.text.strip())
    if any(phase.bounded for phase in read(said.text, today=today, country=country).phases):
        # How many there are is a third.
        return None
    if found is None or len(state.phases) != 1 or read(found["rest"], today=today, country=country).phases:
        return None
    often = interval_in(Said.of(found["often"]), state)
    day = read_date(found["rest"], today=today, country=country)
    if often is None or day.date is None or day.role in ("next", "first") or day.date > today:
        return None
    return Told("regimen", f"{often}, last one on {full_date(day.date)}")


def both_put_right(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """ "Wrong on both counts: it was the 2nd and it's eleven weeks": how often and when, told as two things that put
    right what was read back. Neither is taken without the other."""
    anchor = state.anchor
    if len(state.phases) != 1 or anchor is None or anchor.kind != "last" or asks(said):
        return None
    if any(phase.bounded for phase in read(said.text, today=today, country=country).phases):
        return None
    parts = [part.strip() for part in _TOLD_APART.split(said.text) if part and part.strip()]
    often, days = [], []
    for part in parts:
        gap = interval_in(Said.of(_LEAD_IN.sub("", part)), state)
        found = read_date(part, today=today, country=country)
        if gap is not None and read(gap, today=today).phases:
            often.append(gap)
        elif found.date is not None and found.role in ("last", "unknown") and found.date <= today:
            days.append(found.date)
        elif found.date is not None or found.question is not None or Said.of(part).numbers():
            return None
    if len(often) != 1 or len(days) != 1:
        return None
    return Told("regimen", f"{often[0]}, last one on {full_date(days[0])}")


def to_come(said: Said, *, today: date, country: str | None) -> date | None:
    """The one date of a message, read as one to come, whatever verb stands beside it; None where it is none."""
    whole = from_date(said)
    last = max((word.end for word in said.words if is_date_word(word.text)), default=len(said.text))
    for text in (whole, said.text[len(said.text) - len(whole) : last]):
        found = read_date(text, today=today, country=country, role="next")
        if found.date is not None and found.date >= today:
            return found.date
    return None


def after_shown(said: Said, state: State, today: date) -> date | None:
    """ "The Monday after": the first such day after the date of the next dose, which was shown."""
    named = [word.text for word in said.words if word.text[:3] in WEEKDAYS and is_date_word(word.text)]
    if not AFTER_SHOWN.within(said) or len(named) != 1 or not state.ready(today) or state.anchor is None:
        return None
    beside = _BESIDE_EASTER.search(said.text)
    if beside is not None:
        return _weekday_by_easter(WEEKDAYS.index(named[0][:3]), beside["way"].lower() == "after", today)
    if _BESIDE_FEAST.search(said.text):
        return None
    coming = next_doses(state.phases, state.anchor, today=today, count=1)
    if not coming:
        return None
    weekday, back = WEEKDAYS.index(named[0][:3]), "before" in {word.text for word in said.words}
    ahead = (weekday - coming[0].earliest.weekday()) % 7 or 7
    return coming[0].earliest + timedelta(ahead - 7 if back and ahead < 7 else -7 if back else ahead)


def _weekday_by_easter(weekday: int, after: bool, today: date) -> date:
    """The first such weekday after the next Easter Sunday, or the last one before it."""
    sunday = next(day for year in (today.year, today.year + 1) if (day := easter(year)) >= today)
    days = (weekday - sunday.weekday()) % 7 or 7
    return sunday + timedelta(days if after else days - 7 if days < 7 else -7)


# "So I'm not going in on Christmas Day, am I".
_NOT_GOING = re.compile(
    r"\b(?:not|never|won'?t be|isn'?t|aren'?t) (?:going(?: in)?|coming(?: in)?|having|getting|booked|in|down)\b"
    r"(?! until| till)"
    r"|\b(?:am i|are we|is it|is she|is he)\W*$",
    re.I,
)


# "Twelve weeks from Tuesday": a gap from the day of a dose, and no day that was set.
COUNTED_FROM = re.compile(
    rf"\b(?:weeks?|wks?|months?|mths?) (?:from|after|since) (?:last |this |the )?(?:{WEEKDAY_WORDS})\b", re.I
)


# "We go on the 18th and are back on 2 January": days of a journey.
_OF_JOURNEY = re.compile(
    r"\b(?:we|i|they|she|he)(?:'re| are|'m| am|'s| is|'ll be| will be)? (?:\w+ ){0,8}?"
    r"(?:back|home|get back|return(?:ing)?) (?:home )?(?:on |by |around )?(?:the )?\d"
    r"|\b(?:day|date) (?:that )?(?:we|i|they|she|he) (?:\w+ ){0,2}?(?:back|home|return|go|leave|fly)\b",
    re.I,
)
_OF_CLINIC = re.compile(
    r"\b(?:clinic|surgery|nurse|doctor|gp|book(?:ed|ing)|appointment|appt|slot|jab|injection|shot)\b", re.I
)


# "The nurse says to count from 19 November": a day to count from is none that was set.
COUNTS_FROM = re.compile(
    r"\b(?:not )?(?:to )?count(?:s|ed|ing)?(?: (?:it|them|on|all|still|again|weeks?|months?|\d+)){0,4} from"
    r" (?!then\b|there\b|that\b|it\b|now\b|here\b)[^.;,!?\n]+",
    re.I,
)


def booked_in(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """The date that the clinic set for the next one."""
    said = Said.of(COUNTS_FROM.sub(" ", _without_away(without_time(said.text))))
    words = {word.text for word in said.words}
    if not BOOKED.within(said) or words & NOT_BOOKED or asks(said) or _NOT_GOING.search(said.text):
        return None
    if _OF_JOURNEY.search(said.text) and not _OF_CLINIC.search(said.text):
        return None
    if COUNTED_FROM.search(said.text):
        # "The nurse says twelve weeks from Tuesday": Tuesday is the day of the last one, or of what it is counted from.
        return None
    # Another one than the next was booked: which, the plan cannot note.
    if any(ordinal(word) and not word[0].isdigit() for word in _not_of_weekday(said) - {"first"}):
        return None
    if words & WORDS["gave"] and day_of_dose(said.text, today=today):
        return None
    day = after_shown(said, state, today) or to_come(said, today=today, country=country)
    if day is None and (named := day_with_month(said.text)):
        day = to_come(Said.of(named), today=today, country=country)
    if day is not None:
        return Told("booked", day.isoformat()) if day >= today else None
    # Where nothing is counted yet, a bare day that is booked is the first to come.
    due = _due(state, today) if state.phases else today
    days = lone_days(said.text, due, today=today) if due is not None else ()
    days = days or slip_days(said.text, today)
    return Told("booked", "/".join(each.isoformat() for each in days)) if days else None


def _without_away(text: str) -> str:
    """The message without clauses that say only who is away: "nurse will be away so they've booked me"."""
    clauses = _CLAUSES.split(text)
    kept = [c for c in clauses if BOOKED.within(Said.of(c)) or not _AWAY_WORD.search(c) or any(map(str.isdigit, c))]
    return " ".join(kept) if len(kept) < len(clauses) else text


def _not_of_weekday(said: Said) -> set[str]:
    """The words of a message without the "second" of "the second Tuesday in November"."""
    behind = [*(word.text for word in said.words[1:]), ""]
    return {word.text for word, then in zip(said.words, behind, strict=True) if then[:3] not in WEEKDAYS}


def _due(state: State, today: date) -> date | None:
    """When the next dose is due; None where that is not known."""
    if not state.ready(today) or state.anchor is None:
        return None
    return next((dose.earliest for dose in next_doses(state.phases, state.anchor, today=today, count=1)), None)


def day_of_dose(text: str, *, today: date) -> bool:
    """Whether the day named is today: a dose that "they gave me this morning" was given."""
    found = given_day(text, today=today)
    return found == today


def place_in(said: Said, state: State) -> Told | None:
    """ "That was the second one": which of a part that has an end the date known was of."""
    if state.anchor is None or not state.phases or not state.phases[0].bounded:
        return None
    named = [n for word in said.words if (n := ordinal(word.text)) is not None and not word.text[0].isdigit()]
    words = {word.text for word in said.words}
    light = MENDING | FILLERS | {"second", "third", "fourth", "fifth", "sixth", "first", "seventh", "eighth"}
    dated = [w for w in words if w not in light and not is_date_word(w)]
    if len(named) != 1 or dated or not words & {"was", "thats", "is", "were"} or _holds_day(said):
        return None
    return Told("place", str(named[0]))


def _holds_day(said: Said) -> bool:
    return any(word.text[0].isdigit() for word in said.words)


def count_of_part(said: Said, state: State) -> Told | None:
    """ "It's 6 of the weekly ones": how many the one part with an end has, named by how often its doses are."""
    found = _OF_PART.search(said.text)
    bounded = [phase for phase in state.phases if phase.bounded]
    if found is None or len(bounded) != 1 or asks(said) or {"had", "left", "done"} & {word.text for word in said.words}:
        return None
    phase, many = bounded[0], number(found["n"].lower())
    every = {"daily": (1, "d"), "weekly": (1, "wk"), "fortnightly": (2, "wk"), "monthly": (1, "mo")}
    period, unit = every[found["often"].lower()]
    # "The first of the 12 weekly ones" are those every 12 weeks, where the plan has them.
    gap = any((other.period, other.unit) == (many, unit) for other in state.phases)
    return Told("count", str(many)) if many and not gap and (period, unit) == (phase.period, phase.unit) else None


def _count(said: Said, state: State) -> Told | None:
    """ "Only 5 of them", "it is 6 in all, not 7": how many the part with an end has."""
    right = without_denied(said)
    numbers = right.numbers()
    words = {word.text for word in said.words}
    fits = words & WORDS["total"] and not words & {
        "every",
        "had",
        "left",
    }
    bounded = [phase for phase in state.phases if phase.bounded]
    left = [w for w in words if w not in MENDING | FILLERS | WORDS["total"] and number(w) is None]
    if len(numbers) != 1 or not fits or len(bounded) != 1 or left or not 0 < numbers[0] <= 100:
        return None
    total, wrong = dose_count(bounded[0]), set(said.numbers()) - set(numbers)
    return Told("count", str(numbers[0])) if wrong <= {total} or numbers[0] == total else None


# "3 today" is a score or a count, and no day of one.
_NUMBER_TODAY = re.compile(r"\b\d{1,2},? (?:today|tonight|now)\b|\b(?:today|tonight|now),? \d{1,2}\W*$", re.I)


def _date(said: Said, today: date, country: str | None) -> Told | None:
    words = {word.text for word in said.words}
    light = MENDING | {"one", "ones", "it", "had", "date", "day", "days", "s"}
    text = date_in(said, today=today, country=country, light=light)
    if (
        text is None
        or words & {"next", "if"}
        or _NUMBER_TODAY.search(said.text)
        or read(said.text, today=today, country=country).phases
        or "not" in {word.text for word in Said.of(text).words}
    ):
        return None
    return Told("date", text)
