"""A day that is told beside another one: by its number alone ("the 11th, not the 10th" is of the month of the day that
is known, whichever 11th was the latest), by its weekday ("the 12th of May, she says the Friday before"), or beside the
month of a dose to come ("the March one is on the 9th" is the 9th of March)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..model import MONTH_NAMES, WEEKDAYS, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date
from .state import CHANGE, CONFIRM, State

_NOT = re.compile(
    rf"\b(?:the |on )?(?P<right>\d{{1,2}}){NTH_END}\b(?P<between>[^.;?!\d]{{0,30}}?)"
    rf"\b(?:not|rather than|instead of)(?: on)?(?: the)? (?P<wrong>\d{{1,2}})(?:{NTH_END})?(?![\w/:])",
    re.I,
)
_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.I)


def with_own_month(text: str, state: State) -> str:
    """`text` with the month behind the day, where it denies the day that the plan is counted from."""
    anchor, found = state.anchor, _NOT.search(text)
    if found is None or anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return text
    if int(found["wrong"]) != anchor.date.day or _MONTH.search(text):
        return text
    day = f"the {found['right']} {MONTH_NAMES[anchor.date.month - 1]} {anchor.date.year}"
    return f"{text[: found.start()]}{day}{text[found.end() :]}"


_WEEKDAY_BEFORE = re.compile(
    rf"\b(?:on )?the (?P<w>{WEEKDAY_WORDS}) (?P<way>before|after)(?: that)?(?=\W*$|\s*[.,;!])", re.I
)


def with_weekday_beside(text: str, state: State, today: date) -> str:
    """`text` with the day itself in the place of "the Friday before", where the one other day of it is that of a dose
    which is not known yet. Which of the two it was is asked then."""
    found = _WEEKDAY_BEFORE.search(text)
    if found is None or state.anchor is not None:
        return text
    other = read_date(text[: found.start()], today=today, role="last").date
    if other is None:
        return text
    away = (other.weekday() - WEEKDAYS.index(found["w"][:3].lower())) % 7 or 7
    day = other - timedelta(days=away) if found["way"].lower() == "before" else other + timedelta(days=7 - away % 7)
    return f"{text[: found.start()]}{day.day} {MONTH_NAMES[day.month - 1]} {day.year}{text[found.end() :]}"


_ONE = r"(?:one|jab|jag|shot|injection|needle|dose|appointment|appt)"
# "The March one", "March's", "just March is moved": the dose of that month.
_OF_MONTH = re.compile(
    rf"(?P<lead>(?:^|[.;,!?\n:])\s*|\b(?:the|my|her|his|our|for|just|only|so|and|but|have|do|move)\s+)(?:the |my )?"
    rf"(?P<m>{MONTHS})(?:(?P<s>'?s)?(?P<one> {_ONE})(?:'?s)?|'s|(?=(?: is|'s| has| got| goes| gets)?"
    rf"(?: now| been| just| being)? (?:moved|moves|changed|changes|shifted|swapped|switched|put|pushed|rebooked"
    rf"|rescheduled|goes|going)\b))"
    rf"(?!,? (?:the )?\d)",
    re.I,
)
# Its new day, with its own month or without one.
_NEW_DAY = re.compile(
    rf"\b(?:on|to|for|till|until|onto|is|it's|be|now|from|the)(?: (?:on|to|the|{WEEKDAY_WORDS})){{0,4}},? "
    rf"(?:(?P<n2>\d{{1,2}})(?:{NTH_END})? (?:of )?(?P<m2>{MONTHS})\b|(?P<m3>{MONTHS})\.? (?:the )?(?P<n3>\d{{1,2}})"
    rf"(?:{NTH_END})?|(?P<n>\d{{1,2}})(?:{NTH_END})?(?! (?:weeks?|days?|months?|{_ONE}s?|am|pm)\b))"
    r"(?![\w/:])(?![.-]\d)",
    re.I,
)
_NO_MOVE = re.compile(
    r"^\W*(?:(?:so|and|but|ok|also)\W+){0,3}(?:can|could|may|might|should|shall|would|will|is|are|does|do(?= [ith])"
    r"|when|what|how|if)\b|\b(?:(?:i|we|she|he)(?:'d| would|'ll)? (?:really |rather )?(?:like|want|prefer|hope"
    r"|wish|need)|had|was|were|got|gave|given|took|missed|skipped|started|began|if|away|holiday)\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.;!?\n]")
# So many doses ahead the one of a month is looked for.
_AHEAD, _NOT_YEARS = 14, timedelta(days=330)


def with_day_of_dose(text: str, state: State, today: date) -> str:
    """`text` with the whole dates of the dose and of its new day in the place of "the March one is on the 9th"; a
    question, a wish or what was had is left as it is."""
    plain = text.replace("’", "'")
    found = list(_OF_MONTH.finditer(plain))
    if len(found) != 1 or not state.ready(today) or state.anchor is None:
        return text
    match = found[0]
    starts = max((end.end() for end in _SENTENCE_END.finditer(plain, 0, match.start("m"))), default=0)
    ends = _SENTENCE_END.search(plain, match.end())
    end = ends.start() if ends else len(plain)
    sentence = plain[starts : end + 1]
    if sentence.endswith("?") or _NO_MOVE.search(sentence):
        return text
    month = MONTH_PLACES[match["m"].lower()]
    coming = next_doses(state.phases, state.anchor, today=today, count=_AHEAD)
    days = [d.earliest for d in coming if d.earliest == d.latest and d.earliest.month == month]
    days = [day for day in days if day - today < _NOT_YEARS]
    told = _NEW_DAY.search(plain, match.end(), end)
    if not days or told is None:
        return text
    number = int(told["n"] or told["n2"] or told["n3"])
    place = MONTH_PLACES[(told["m2"] or told["m3"] or match["m"]).lower()]
    try:
        day = days[0].replace(month=place, day=number)
    except ValueError:
        return text
    own = min(days, key=lambda one: abs(one - day))
    if own == day:
        # Moved already, it is told once more.
        own = next((planned for planned, now in state.anchor.moved if now == day), own)
    if own == day:
        return text
    return (
        f"{plain[: match.start('lead')]}{match['lead']}moved {full_date(own)} to {full_date(day)}{plain[told.end() :]}"
    )


_IS_ON = (
    r"(?:is|was|'s|falls?|lands?|comes|being|will be|would be)(?: (?:down|due|on|actually|really|going to be)){0,3}"
)
# "January's falls on a Sunday", "in January it's Sunday", "it's a Sunday in January": what the planned day is.
_OF_MONTH_IS = (
    re.compile(
        rf"\b(?:in (?P<m>{MONTHS}),? (?:it|mine|that|the \d{{1,2}}{NTH_END}|that one)|(?:the |my )?(?P<m2>{MONTHS})"
        rf"(?:'?s)?(?: {_ONE})?) ?{_IS_ON}(?: an?)? (?P<w>{WEEKDAY_WORDS})(?![\w-])(?!,? (?:the )?\d)",
        re.I,
    ),
    re.compile(
        rf"\b(?:it|that|mine)(?:'?s| is| falls on| lands on)(?: on)? an? (?P<w>{WEEKDAY_WORDS}) in (?P<m>{MONTHS})\b",
        re.I,
    ),
)


def with_day_of_month_told(text: str, state: State, today: date) -> str:
    """`text` with the planned day itself in the place of "January's falls on a Sunday", where the plan has one such day
    in that month; a question is left as it is."""
    plain = text.replace("’", "'")
    if "?" in plain or not state.ready(today) or state.anchor is None:
        return text
    for form in _OF_MONTH_IS:
        found = form.search(plain)
        if found is None:
            continue
        groups = found.groupdict()
        month, weekday = MONTH_PLACES[(found["m"] or groups["m2"]).lower()], WEEKDAYS.index(found["w"][:3].lower())
        coming = next_doses(state.phases, state.anchor, today=today, count=_AHEAD)
        days = [d.earliest for d in coming if d.earliest == d.latest and d.earliest - today < _NOT_YEARS]
        fits = [day for day in days if (day.month, day.weekday()) == (month, weekday)]
        if len(fits) == 1:
            told = f"the {fits[0].day} {MONTH_NAMES[month - 1]} {fits[0].year} is a {found['w']}"
            return f"{plain[: found.start()]}{told}{plain[found.end() :]}"
    return text


# "Then 22, 25 and finish right?": the days of a row by their numbers alone.
_ROW = re.compile(
    rf"(?<![\w/:.])(?:\d{{1,2}}(?:{NTH_END})?(?:,? and |, ?| & )){{1,6}}\d{{1,2}}(?:{NTH_END})?(?![\w/:])(?!\.\d)"
    rf"(?! ?(?:of )?(?:{MONTHS})\b)(?! (?:weeks?|days?|months?|{_ONE}s?|am|pm|mg|mcg|left|more|of)\b)",
    re.I,
)
_ASKED = re.compile(r"\?|\b(?:right|correct|yes|yeah|isn'?t it|innit|na|no|then)\W*$", re.I)


def with_days_of_row(text: str, state: State, today: date) -> str:
    """`text` with the numbers of a row written as days, where each is one of the plan's and it is asked about."""
    found = list(_ROW.finditer(text))
    if len(found) != 1 or not _ASKED.search(text) or not state.ready(today) or state.anchor is None:
        return text
    coming = next_doses(state.phases, state.anchor, today=today, count=_AHEAD)
    days = {d.earliest.day: d.earliest for d in reversed(coming) if d.earliest == d.latest}
    numbers = [int(number) for number in re.findall(r"\d{1,2}", found[0][0])]
    if not all(number in days for number in numbers):
        return text
    row = ", ".join(f"the {number} {MONTH_NAMES[days[number].month - 1]}" for number in numbers)
    return f"{text[: found[0].start()]}{row}{text[found[0].end() :]}"


# "October's was the 3rd, not the 1st": when the one of a month was had.
_WAS_OF_MONTH = re.compile(
    rf"\b(?:the )?(?P<m>{MONTHS})(?:'?s)?(?: {_ONE})? (?:was|were|had been)(?: actually| really| only)?(?: on)?"
    rf" (?:the )?(?P<n>\d{{1,2}})(?:{NTH_END})?(?![\w/:])(?! (?:of )?(?:{MONTHS})\b)"
    rf"(?:,? (?:and )?(?:not|rather than)(?: on)?(?: the)? \d{{1,2}}(?:{NTH_END})?(?![\w/:]))?",
    re.I,
)


# "I had September's on the 1st".
_HAD_OF_MONTH = re.compile(
    rf"\b(?:(?:i|she|he|we|they) )?(?:had|got) (?:the |my |her |his )?(?P<m>{MONTHS})(?:'?s)?(?: {_ONE})? on (?:the )?"
    rf"(?P<n>\d{{1,2}})(?:{NTH_END})?(?![\w/:])(?! (?:of )?(?:{MONTHS})\b)",
    re.I,
)


def with_month_of_had(text: str) -> str:
    """`text` with the whole day in the place of "October's was the 3rd, not the 1st"."""
    plain = text.replace("’", "'")
    if "?" in plain:
        return text

    def day(match: re.Match[str]) -> str:
        return f"I had one on {int(match['n'])} {MONTH_NAMES[MONTH_PLACES[match['m'].lower()] - 1]}"

    found = _HAD_OF_MONTH.sub(day, _WAS_OF_MONTH.sub(day, plain))
    if found == plain:
        return text
    return _PUT_DOWN.sub("", _ROW_OF_HAD.sub(" and one on ", found))


_PUT_DOWN = re.compile(
    r"\b(?:(?:please|pls|plz|can you|could you|just|also) ){0,3}(?:put|write|note|jot|mark|get)(?: (?:down"
    r"|in))?(?: that)?"
    r" (?=i had one on )",
    re.I,
)
# "I had one on 3 October n I had one on 1 September": one row.
_ROW_OF_HAD = re.compile(r"(?:,| and| n| &|,? and| plus|, then){1,2} I had one on ", re.I)
