"""Several dates on which doses were had, told at once: a log, and no guesses at one date.

The last sure one is the last dose; a doubtful one is kept as not sure and is never the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..dates.log import Given
from ..model import MONTH_NAMES, WEEKDAYS, full_date
from ..reading.day_words import DAY_NUMBER, MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_ENDS, WEEKDAY_STARTS, WEEKDAY_WORDS
from ..reading.other_jabs import without_other_days
from .denied_dates import without_denied_dates
from .had_beside import all_of, in_figures, one_and_today, today_behind, with_months
from .had_in_order import had_in_order
from .had_in_turn import had_in_turn
from .had_numbers import row_of_numbers
from .had_row import had_row, last_words, without_count

_WEEKDAY = rf"(?:(?P<w>{WEEKDAY_WORDS})\.?,? (?:the )?)?"
_YEAR = r"(?:,? (?:in )?(?P<{}>20\d\d)\b)?"
_END = rf"(?:{NTH_END})?"
# "2, 9 and 16 March", "6 October 2026", "Oct 6th".
_DATE = re.compile(
    rf"\b{_WEEKDAY}(?:(?P<more>(?:\d{{1,2}}(?:(?={NTH_END})[a-z]{{2}})?\s{{0,2}}(?:,\s{{0,2}}(?:and )?|and |& ?)"
    rf"(?:(?:on )?(?=(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS})[a-z]{{3,10}}[.,]{{0,2}} )?(?:the )?){{1,8}})?"
    rf"(?P<d>\d{{1,2}}){_END}(?: of)? (?P<m>{MONTHS})\b\.?{_YEAR.format('y')}"
    rf"|(?P<m2>{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}}){_END}(?![\d/:-]){_YEAR.format('y2')})",
    re.I,
)
# Each number of such a row, with the weekday that is said to be its own.
_NUMBERED = re.compile(rf"(?:\b(?P<w>{WEEKDAY_WORDS})\.?,? (?:the )?)?(?P<n>\d{{1,2}})", re.I)
_DOUBT = (
    r"maybe|perhaps|possibly|probably|not (?:so |quite |too |100% |entirely )?(?:sure|certain)|unsure|uncertain"
    r"|might(?: well)? have(?: had| been)?|may have(?: had| been)?|could have been|i think"
    r"|(?:would|could|can)(?:n'?t| not) (?:swear|promise|be (?:sure|certain)|say for sure)|doubtful"
    r"|don'?t quote me|if (?:i had it )?at all|no idea (?:about|of)"
)
_JOIN = (
    rf"(?:and|then|also|another|one|ones|on|the|had|has|was|were|i|i've|plus|it|again|other|in|a|of|she|he|they|we|got"
    rf"|gave|given|me|that|my|with|there|before|but|b12|b-12|jabs?|shots?|injections?|needles?|doses?|for sure|about"
    rf"|definitely|certainly|today|yesterday|{_DOUBT}|{WEEKDAY_WORDS})"
)
# What may stand between two dates of one list, "n" for "and" among it.
_N = re.compile(r"\bn\b", re.I)
_BETWEEN = re.compile(rf"[\s,;.&+()–—-]{{0,4}}(?:{_JOIN}\b[\s,;.&+()–—-]{{0,4}}){{0,10}}", re.I)
_HAD = re.compile(
    # "You gave me the 1st and the 29th": days that were shown.
    r"(?<!\byou )(?<!\bu )(?<!\byou've )(?<!\byou have )\b(?:had|got|given|gave|done|did|took|taken|received"
    r"|were on|was on|injections?(?: were)? on"
    r"|jabs? on|shots? on)\b[^.;!?\n]{0,40}$",
    re.I,
)
# "All 3 of them, 1 September, 3 October and 1 November", and "... that's 3 I've had".
_ALL_OF = re.compile(
    r"\ball (?:of them|\d{1,2}|two|three|four|five|six)(?: of (?:them|those|these))?[\s,:;–-]{1,3}$", re.I
)
_HAD_BEHIND = re.compile(
    r"[\s,;:–-]{0,3}(?:(?:so|and|that'?s|that makes|makes|are|is|it'?s|all|the|ones?|days?|\d{1,2}|two"
    r"|three|four|five"
    r"|six|of them) ){0,6}(?:i|she|he|we|they)(?:'?ve?|'s| have| has)? (?:had|got|done)(?! (?:to|no|not)\b)",
    re.I,
)
# What makes dates something else than doses that were had.
_NOT_HAD = re.compile(
    r"\b(?:due|next|first|last|latest|start(?:ed|ing|s)?|began|begun|booked|rebooked|moved|missed|skipped|supposed"
    r"|should|or|either|which|until|till|from|between|if|unless|tests?|tested|bloods?|results?|cancelled|canceled"
    r"|(?:called|rained|snowed) off"
    r"|refused|will|'ll|not had|never had|didn'?t|haven'?t|wasn'?t|away|holiday|instead|rather|sorry|not the|meant"
    r"|today is|appointments?)\b",
    re.I,
)
# "Yesterday's was called off": no day of a dose that was had.
_CALLED_OFF = re.compile(
    rf"\b(?:today|yesterday|(?:last |this )?(?:{WEEKDAY_WORDS})|(?:the )?{DAY_NUMBER}(?: (?:{MONTHS})\b)?)(?:['’]s|s)?"
    r"(?: (?:one|jab|shot|injection|dose))? (?:was|got|has been|is) (?:all )?(?:(?:called|rained|snowed) off"
    r"|cancell?ed|scrapped|postponed)\b",
    re.I,
)
_BEHIND = re.compile(
    r"[\s,(–—-]{0,3}(?:(?:but|and|that one|which|is|i'?m|i|am|it|was|one|only|too|also|as well)\b[\s,]{0,2}){0,6}"
    rf"(?:{_DOUBT})\b(?: to it| on it| about (?:it|that(?: one)?)| of (?:it|that(?: one)?))?",
    re.I,
)
_AHEAD = re.compile(rf"(?:{_DOUBT})\b[^.;!?,\d]{{0,30}}$", re.I)
# "Started them last month, I did 4 and 11 May": the clause that tells of the days begins with who had them.
_OWN_CLAUSE = re.compile(
    r"(?<!if )(?<!when )(?<!that )(?<!once )\b(?:i|we|she|he|they|ive|i've)(?: (?:have|has|already|just)){0,2}"
    r" (?:had|got|did|done|took) (?:(?:it|them|mine|hers|his|ones|on|the|shots|jabs|injections|doses) ){0,3}$",
    re.I,
)
_LEAD = re.compile(r"(?:\b(?:one|it|them|mine|on|the|a|jabs?|injections?|shots?)\s+){1,4}$", re.I)
_CLAUSE = re.compile(r"\b(?:and|but|so|then) (?=(?:i|we|she|he|they|i've|ive)\b)", re.I)
# "Had 2, 18 November and 25 November": how many, before as many dates with a month each.
_COUNT_AHEAD = re.compile(
    r"\b(?:had|got|done|given|took|taken|received)(?: (?:only|just|so far|now)){0,2} (?P<n>\d{1,2})"
    r"(?: (?:so far|now|already|of them|jabs?|shots?|injections?|doses?)){0,2}\s?(?:[,:;]|[–-](?= ))\s?(?=[\w ]*\d)",
    re.I,
)
# Days of the last week: "had it Monday and yesterday".
_OFF = {"yesterday": -1, "today": 0, "this morning": 0}
_NEAR_DAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|this morning)\b", re.I)
_NEAR_ROW = re.compile(
    r"\b(?:had|got|done|given)(?: (?:it|them|one|ones|mine|both|on|a jab|jabs)){0,3} "
    rf"(?P<days>{_NEAR_DAY.pattern}"
    rf"(?:(?:,| and|, and| then| plus|&| &)(?: on| again| one| then){{0,2}} {_NEAR_DAY.pattern}){{1,5}})",
    re.I,
)
_A_DATE = (
    rf"(?:(?:{WEEKDAY_WORDS})\.?,? (?:the )?)?(?:\d{{1,2}}{_END}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the"
    rf" )?\d{{1,2}}{_END})"
    r"(?:,? 20\d\d\b)?"
)
_LATE = re.compile(
    rf"(?:\b(?:(?:i |she |he )?(?:had|got) (?:one|it|mine|a \w+|my last(?: one)?|the last(?: one)?)|last (?:one"
    rf" )?(?:was )?)(?: on)? (?P<first>{_A_DATE})[,;.]? (?:and |but |so )?)?"
    rf"\b(?:(?:the |my |her |his )?next(?: (?:one|jab|shot|dose|injection))?|it|that|which|that one) (?:was|were"
    rf"|had been) (?:due|meant|supposed|booked)(?: to be| for)?(?: on)? (?P<due>{_A_DATE}),? "
    r"(?:but|and|only|though|yet|however)[ ,](?:(?:i|it|she|he|they|we|the|nurse|surgery|clinic) ){0,2}"
    r"(?:(?:did(?:n['’]?t| not)|was(?:n['’]?t| not)|could(?:n['’]?t| not)|only|never|actually|finally)"
    r" ){0,2}(?:(?:get|have|had|got|given|gave|make|happen|done|it|one|me|mine|seen) ){0,4}"
    rf"(?:until|till|til|on|for) (?P<day>{_A_DATE})",
    re.I,
)
# So far before a date is looked.
_REACH, _LONGEST = 60, 1000


@dataclass(frozen=True)
class HadDates:
    """`given`: the doses by day. `rest`: the text with the last sure one alone. `missed`: days that were told of as
    those of no dose. `count`: how many the text says were had; `replaces`: not as many as were told before."""

    given: tuple[Given, ...]
    rest: str
    missed: tuple[date, ...] = ()
    count: int | None = None
    replaces: bool = False


def had_dates(text: str, *, today: date) -> HadDates | None:
    """The doses that a text tells of as had, in a list or as one that came late after the one before it."""
    text = _CALLED_OFF.sub(lambda found: " " * len(found[0]), without_other_days(text))
    ordered = had_in_order(text, today) or had_in_turn(text, today)
    if ordered is not None:
        return HadDates(tuple(Given(day) for day in ordered.days), ordered.rest)
    if len(text) > _LONGEST:
        return None
    plain, count = _without_count_ahead(with_months(in_figures(text), today))
    found = _late(plain, today) or _in_a_row(plain, today) or _had_row(plain, today)
    if found is None:
        pair = one_and_today(plain, today)
        return HadDates(tuple(map(Given, pair[1])), pair[0].ljust(len(text))) if pair is not None else None
    more = today_behind(found.rest, max(one.day for one in found.given), today)
    if more is not None:
        rest, day = more
        found = replace(found, given=(*found.given, Given(day)), rest=rest)
    if found.count is None and count == len(found.given):
        found = replace(found, count=count)
    if found.count is None and all_of(plain) == len(found.given):
        found = replace(found, count=len(found.given))
    return replace(found, rest=found.rest.ljust(len(text)))


def _without_count_ahead(text: str) -> tuple[str, int | None]:
    """`text` with blanks in the place of how many were had, where that stands before as many dates, and that number."""
    ahead = _COUNT_AHEAD.search(text)
    if ahead is None:
        return text, None
    end = next((mark.start() for mark in re.finditer(r"[.;!?\n](?=\s|$)", text[ahead.end() :])), len(text))
    dates = [*_DATE.finditer(text[ahead.end() : ahead.end() + end])]
    if len(dates) != int(ahead["n"]) or any(match["more"] for match in dates):
        return text, None
    return text[: ahead.start("n")] + " " * (ahead.end() - ahead.start("n")) + text[ahead.end() :], len(dates)


def _in_a_row(text: str, today: date) -> HadDates | None:
    """The days of a row that is not written out; one that says no more than that is read word by word."""
    row = had_row(text, today)
    if row is None:
        return None
    count = row.count if row.count == len(row.days) else None
    words = last_words(row.days, count, today)
    before = without_count(text[: row.start]) if row.count is not None else text[: row.start]
    rest = before + words.ljust(row.end - row.start) + text[row.end :]
    return HadDates(tuple(Given(day) for day in row.days), rest, count=row.count, replaces=row.replaces)


def _late(text: str, today: date) -> HadDates | None:
    """ "I had one on D, the next was due on E but I did not get it until F": the last one is that of F."""
    match = _LATE.search(text)
    if match is None:
        return None
    days: list[date] = []
    for name in ("first", "due", "day"):
        found = _DATE.search(match[name]) if match[name] else None
        days += list(_days(found, today))[:1] if found is not None else []
    if len(days) != (3 if match["first"] else 2) or days != sorted(set(days)):
        return None
    given = tuple(Given(day, True) for day in (days[0], days[-1])[0 if match["first"] else 1 :])
    words = f"last one {full_date(days[-1]).split(' ', 1)[1]}"
    return HadDates(given, text[: match.start()] + words.ljust(match.end() - match.start()) + text[match.end() :])


def _had_row(text: str, today: date) -> HadDates | None:
    """The doses that a text tells of as had, where they are two or more and the latest of them that is sure has
    passed; None where they may be anything else."""
    denied = without_denied_dates(text, today)
    # A list goes on where a day in the middle of it was denied.
    plain = re.sub(r"\s+", " ", denied.rest) if denied.days else text
    found = _by_month(plain, today) or _near_days(plain, today) or _by_number(plain, today, denied.days)
    if found is None or any(one.day in denied.days for one in found.given):
        return None
    return replace(found, missed=denied.days, rest=found.rest.ljust(len(text)))


def _by_number(text: str, today: date, denied: tuple[date, ...]) -> HadDates | None:
    """ "The 1st and the 15th": days of the month by their numbers."""
    row = row_of_numbers(text, today, beside=denied)
    if row is None:
        return None
    # "I started on the 11th and I had the 13th": another clause begins the row.
    begin = max([text.rfind(mark, 0, row.start) for mark in ".;!?\n"]) + 1
    begin = max([begin, *(found.end() for found in _CLAUSE.finditer(text, begin, row.start))])
    if _NOT_HAD.search(text[begin : row.end]):
        return None
    last, long = row.days[-1], row.end - row.start
    words = _last_words(last, long)
    return HadDates(tuple(Given(day) for day in row.days), text[: row.start] + words.ljust(long) + text[row.end :])


def _last_words(day: date, room: int) -> str:
    """The day as that of the last dose, in no more room than the words in whose place it stands, if that can be."""
    short = f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"
    return next((words for words in (f"last one {short}", f"last {short}") if len(words) <= room), f"last {short}")


def _by_month(text: str, today: date) -> HadDates | None:
    """Days that are told with their month."""
    found = _row(text)
    if not found:
        return None
    led = _HAD.search(text, max(0, found[0].start() - _REACH), found[0].start())
    if (
        led is None
        and _ALL_OF.search(text[: found[0].start()]) is None
        and _HAD_BEHIND.match(text, found[-1].end()) is None
    ):
        return None
    start, end = found[0].start(), found[-1].end()
    behind = _BEHIND.match(text, end)
    begin = max(text.rfind(mark, 0, start) for mark in ".;!?\n") + 1
    clause = _OWN_CLAUSE.search(text, begin, start)
    region = text[clause.start() if clause is not None else begin : end]
    if _NOT_HAD.search(_without_doubt(region)):
        return None
    given: list[Given] = []
    for place, match in enumerate(found):
        days = _days(match, today)
        if not days:
            return None
        before = text[found[place - 1].end() if place else max(0, start - _REACH) : match.start()]
        after = found[place + 1].start() if place + 1 < len(found) else len(text)
        doubted = _BEHIND.match(text, match.end())
        sure = _AHEAD.search(before) is None and not (
            doubted and doubted.end() <= after and _ends(text, doubted, after)
        )
        given += [Given(day, sure) for day in days]
    sure_days = [one.day for one in given if one.sure]
    if len({one.day for one in given}) < 2 or not sure_days:
        return None
    last = max(sure_days)
    if len(sure_days) == 1 and any(one.day > last for one in given):
        # Which of two days was the last is asked, not counted from.
        return None
    lead = _LEAD.search(text, max(0, start - _REACH), start)
    start = lead.start() if lead else start
    end = behind.end() if behind else end
    words = f"last one {last.day} {MONTH_NAMES[last.month - 1][:3]}"
    if last != _past(last.day, last.month, today):
        words += f" {last.year}"
    return HadDates(tuple(given), text[:start] + words.ljust(end - start) + text[end:])


def _near_days(text: str, today: date) -> HadDates | None:
    """ "Had Monday and yesterday": days of the last week in their order, the last of them counted from today."""
    match = _NEAR_ROW.search(text)
    if match is None or _NOT_HAD.search(text[text.rfind(".", 0, match.start()) + 1 : match.end()]):
        return None
    days: list[date] = []
    for word in _NEAR_DAY.findall(match["days"]):
        off = _OFF.get(word.lower())
        back = -off if off is not None else (today.weekday() - WEEKDAYS.index(word[:3].lower())) % 7
        if off is None and not back:
            # On a Monday, "Monday" may be today.
            return None
        days.append(today - timedelta(days=back))
    if (
        len(days) < 2
        or days != sorted(set(days))
        or not any(w.lower() in _OFF for w in _NEAR_DAY.findall(match["days"]))
    ):
        return None
    last, start, end = days[-1], match.start("days"), match.end("days")
    words = f"last one {last.day} {MONTH_NAMES[last.month - 1][:3]}"
    return HadDates(tuple(Given(day, True) for day in days), text[:start] + words.ljust(end - start) + text[end:])


def _without_doubt(text: str) -> str:
    return re.sub(_DOUBT, " ", text, flags=re.I)


def _ends(text: str, doubted: re.Match[str], after: int) -> bool:
    """Whether the doubt behind a date is of it, and not of the one that follows: "6 May, maybe 3 June"."""
    return after == len(text) or re.match(r"\s*[,.;)]", text[doubted.end() :]) is not None


def _row(text: str) -> list[re.Match[str]]:
    """The dates of the first list: each joined to the one before by words that say no more than "and one on"."""
    row: list[re.Match[str]] = []
    for match in _DATE.finditer(text):
        if row and _BETWEEN.fullmatch(_N.sub("&", text), row[-1].end(), match.start()) is None:
            if len(row) > 1:
                # A date behind the list says something else.
                return []
            row = []
        row.append(match)
    return row


def _days(match: re.Match[str], today: date) -> Sequence[date]:
    """The days of one date with its month; none where one is no day, is to come, or is no such weekday."""
    month = MONTH_PLACES[(match["m"] or match["m2"]).lower()]
    more = f"{match['w'] or ''} {match['more'] or ''}{match['d'] or match['d2']}"
    numbered = [(m["w"], int(m["n"])) for m in _NUMBERED.finditer(more)]
    year = match["y"] or match["y2"]
    days: list[date] = []
    for weekday, number in numbered:
        try:
            day = date(int(year), month, number) if year else _past(number, month, today)
        except ValueError:
            return ()
        if day is None or day > today:
            return ()
        if weekday and day.weekday() != WEEKDAYS.index(weekday[:3].lower()):
            return ()
        days.append(day)
    return days


def _past(number: int, month: int, today: date) -> date | None:
    """The latest such day that has been; None for 30 February, and for 29 February of no leap year."""
    for year in (today.year, today.year - 1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day <= today:
            return day
    return None
