"""A new gap that the clinic set: "Doc wants it every 8 weeks from then on", "each month, beginning with February's",
"every 3 weeks, but only after the one on the 15th". Every dose up to that one stays."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from dateutil.relativedelta import relativedelta

from ..dates.schedule import doses_since
from ..model import MONTH_NAMES, WEEKDAYS, full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read
from ..wording import phase_words
from .asked_days import days_asked
from .facts import Told, interval_in
from .message import Said
from .move_words import MENDING, PREAMBLE
from .state import CHANGE, CONFIRM, State

_CLINIC = (
    r"(?:doc|docs|doctor|doctors|dr|gp|gps|nurse|nurses|consultant|specialist|haematologist|hematologist|neurologist"
    r"|physician|pharmacist|practitioner|np|clinic|surgery|practice|hospital|team|office|they|they'?ve|she|he|she'?s|he'?s)"
)
_SETS = (
    r"(?:wants?|wanted|wish|wishes|would like|'d like|prefers?|needs?|put|puts|putting|is putting|moved|moving|switched"
    r"|switching|changed|changing|set|started|starting|decided|advises?|advised|recommends?|recommended|prescribed"
    r"|ordered|says?|said|told|asked|asks|has|cut|cutting|reduced|increased|upped|dropped"
    r"|brought|shortened|lengthened)"
)
_BETWEEN = (
    r"(?:'?s|'?ve)?(?: has| have| had| is| are| now| just| also| then| me| us| him| her| it| them| this| that| mine| my"
    r"| the| mum| mom| dad| to| go| going| be| having| take| taking| get| getting| do| doing| inject| injecting"
    r"| start| starting| change| changing| switch| move| myself| yourself| at home| injections?| jabs?| shots?| jags?"
    r"| on| onto| up| down| over| for| should){0,12}"
)
_OFTEN = (
    r"(?=\W*(?:every|each|once|weekly|monthly|fortnightly|quarterly|\d{1,2}[ -]?(?:weekly|monthly|weeks?|months?)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)[ -]?(?:weekly|monthly|weeks?|months?))\b)"
)
_AUTHOR = re.compile(
    rf"\b(?:(?:my|the|our|her|his) )?(?:new |own )?{_CLINIC}(?: [A-Z][a-z]+)?{_BETWEEN}(?: |')?"
    rf"{_SETS}{_BETWEEN}{_OFTEN}",
    re.I,
)
_THEN = (
    r"(?:then|there|that(?: point| date| day| one)?"
    r"|(?:the |my |this |that |her |his )?next(?: (?:one|jab|shot|injection|dose|time))?)"
)
_FROM_NEXT = re.compile(
    r"[,;]?\s{0,3}\b(?:and )?(?:(?:as )?from|as of|starting|starts|beginning|begins|commencing|effective"
    r"|with effect from|after)"
    rf"(?: with| from| on| at| in)?\W{{1,4}}(?:{_THEN}(?: on(?:wards?)?| onwards?| forward)?"
    rf"|(?:the )?(?P<month>{MONTHS})\b(?:'?s)?"
    r"(?: (?:one|jab|shot|injection|dose))?(?: on(?:wards?)?)?)(?!\s*\d)",
    re.I,
)
_NOW_ON = re.compile(
    r"\b(?:from (?:now|today|here)(?: on(?:wards?)?)?|going forward|in future|from hereon(?: in)?)\b", re.I
)
_DOSE = r"(?:one|jab|jag|shot|injection|needle|dose|appointment|appt)"
_DAY = (
    rf"(?:(?:the )?(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?{DAY_NUMBER}(?: (?:of )?(?:{MONTHS})\b)?"
    rf"(?! (?:weeks?|days?|months?)\b)|(?:{MONTHS}) (?:the )?{DAY_NUMBER}(?!\w)"
    rf"|(?:this |the |coming )?(?:{WEEKDAY_WORDS})(?:'?s)?\b|(?:the |my |her |his )?next(?: {_DOSE}| time)?)"
)
# "Only after I've had the one on the 15th", "from the 15th of April", "once Thursday's is done".
_AFTER_DAY = re.compile(
    r"[,;]?\s*(?:\b(?:but|and|only|just|not|starting|start|starts|beginning|begins|as|with effect|counting|counted"
    r"|taking effect)\s+){0,3}\b(?:after|once|when|following|from|until after|as of|since)\s+"
    r"(?:(?:i|we|she|he)(?:'?ve| have|'?s| has)?(?: just)? (?:had|done|got|taken|have|has|do|get) )?"
    rf"(?:(?:the|my|this|that|her|his) {_DOSE} (?:(?:that'?s |that is |which is |due |coming ){{0,3}}(?:on|of|for) )?"
    rf"|mine (?:on )?)?(?:on )?(?P<day>{_DAY})(?: {_DOSE})?"
    r"(?: (?:is|has been|'s) (?:done|had|over|out of the way))?(?: on(?:wards?)?\b)?",
    re.I,
)
_AFTER_THAT = re.compile(
    rf"\b(?:and |but |only |just |then ){{0,2}}(?:after|from|following|once) (?:that|this|it|then)(?: {_DOSE})?"
    rf"(?: (?:is|has been|'s) (?:done|had|over))?(?: on(?:wards?)?\b)?",
    re.I,
)
_NEXT_IS = re.compile(
    rf"\b(?:next|coming)(?: {_DOSE})?(?:'s| is| will be| stays?)?(?: due| booked| still)?(?: on)? (?P<day>{_DAY})", re.I
)
# Where a part ends that tells, and where one begins that asks.
_PARTS = re.compile(
    r"(?<=[.;!?\n])\s+|: (?=wh)|,? (?:so|and|but) (?=(?:what|whats|what's|when|whens|which|how|is|does|will|can"
    r"|could)\b)",
    re.I,
)
_SUPPOSED = re.compile(
    r"\?\W*$|\b(?:if|might|may|could|would|should|asked|ask|asking|wonder|wondering|thinking|rather|do i|does it|is it"
    r"|are they|don'?t|didn'?t|not (?:every|changing|going)|stays?|last)\b",
    re.I,
)
# What it was before is over.
_BY_NOW = re.compile(r"\b(?:now|instead(?: of)?|from now on|going forward|rather than|not)\b", re.I)
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|and not|not)(?: (?:every|the|each|my|just))?(?: \w+)?(?: (?:days?|weeks?|months?))?\b"
    r"(?! \d)",
    re.I,
)
_GAP = re.compile(
    r"\b(?P<gap>(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -]"
    r"(?:weeks?|months?|days?|wks?|mths?))\b",
    re.I,
)
_FROM_WEEKDAY = re.compile(rf"\bfrom (?:last |this |the )?(?P<day>{WEEKDAY_WORDS})\b(?! (?:the )?\d)", re.I)
_LIGHT = (
    MENDING | PREAMBLE | frozenset({"doc", "please", "instead", "going", "forward", "its", "gets", "goes", "becomes"})
)


def new_gap(said: Said, state: State, today: date) -> Told | None:
    """How often from now on, as the clinic said: "interval", or "interval_from" with the day after a slash where the
    new gap counts from the next date; "regimen" with both gaps where it counts from a later one. None where the message
    tells of no such change."""
    if not state.ready(today) or state.about not in (None, CONFIRM, CHANGE) or len(state.phases) != 1:
        return None
    text = _from_last(said.text.replace("’", "'"), state, today)
    if (found := _after_day(text, state, today)) is not None:
        return _counted_from(*found, state, today)
    if (often := _in_place(text, state, today)) is not None:
        return Told("interval", often)
    author, start = _AUTHOR.search(text), _FROM_NEXT.search(text)
    if author is None and start is None:
        return None
    plain = _FROM_NEXT.sub(" ", _NOW_ON.sub(" ", text))
    plain = _AUTHOR.sub("gp says ", plain)
    often = interval_in(Said.of(plain), state, light=_LIGHT)
    if often is None:
        return None
    day = _first(start["month"], state, today) if start is not None else None
    if start is not None and day is None:
        return None
    return _counted_from(often, day, state, today) if day is not None else Told("interval", often)


def _from_last(text: str, state: State, today: date) -> str:
    """ "Ten weeks from Tuesday" as "from the last one", where that was on the Tuesday just gone."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or not 0 <= (today - anchor.date).days < len(WEEKDAYS):
        return text
    name = WEEKDAYS[anchor.date.weekday()]
    return _FROM_WEEKDAY.sub(lambda m: "from the last one" if m["day"][:3].lower() == name else m[0], text)


def _counted_from(often: str, day: date, state: State, today: date) -> Told | None:
    """The new gap from a dose to come on: none of those up to it is left out."""
    coming, anchor = _coming(state, today), state.anchor
    if state.phases[0].bounded:
        # What follows on the last one of a course.
        return Told("follows", f"then {often}") if coming and coming[-1] == day else None
    if anchor is None or not coming or coming[0] >= day:
        return Told("interval_from", f"{often}/{day.isoformat()}")
    last = anchor.date if anchor.kind == "last" else None
    start = f"last one on {full_date(last)}" if last else f"first one on {full_date(anchor.date)}"
    new = read(often, today=today).phases
    words = phase_words(new[0]) if len(new) == 1 else often
    return Told("regimen", f"{phase_words(state.phases[0])} until {full_date(day)} then {words}, {start}")


def _in_place(text: str, state: State, today: date) -> str | None:
    """How often by now, as the clinic said in one part of a message, whatever it had been."""
    for part in _PARTS.split(text):
        told = _AUTHOR.search(part) and _BY_NOW.search(part) and not (_SUPPOSED.search(part) or _FROM_NEXT.search(part))
        if told and (often := _often(part, state, today)) is not None:
            return often
    return None


def _after_day(text: str, state: State, today: date) -> tuple[str, date] | None:
    """How often, and the dose to come from which on it is so, in one sentence or in one behind that which names it."""
    coming, named = _coming(state, today), None
    for part in _PARTS.split(text):
        found = _AFTER_DAY.search(part)
        here = _day_named(found["day"], coming, state, today) if found else None
        that = _AFTER_THAT.search(part) if found is None and named is not None else None
        if that is None and here is None and (that := _AFTER_THAT.search(part)) is not None:
            told = days_asked(part[: that.start()], state, today).days
            named = told[-1] if told and told[-1] in coming else None
            that = that if named is not None else None
        span = found if here is not None else that
        if span is not None:
            behind = _often(part[span.end() :], state, today) if span is that else None
            often = behind or _often(f"{part[: span.start()]} {part[span.end() :]}", state, today)
            day = here or named
            if often is not None and day is not None and not _SUPPOSED.search(part):
                return often, day
        ahead = _NEXT_IS.search(part)
        named = _day_named(ahead["day"], coming, state, today) if ahead else here or named
    return None


def _often(words: str, state: State, today: date) -> str | None:
    """The one gap that words state, where it is another than the plan's."""
    plain = _INSTEAD.sub(" ", words)
    reading = read(plain, today=today)
    phases = reading.phases
    if not phases and (bare := interval_in(Said.of(_AUTHOR.sub("gp says ", plain)), state, light=_LIGHT)) is not None:
        plain, phases = bare, read(bare, today=today).phases
    if not phases and (bare_gap := _GAP.search(plain)) is not None:
        plain = f"every {bare_gap['gap']}"
        phases = read(plain, today=today).phases
    if len(phases) != 1 or phases[0].bounded or reading.dates or phases[0].rhythm == state.phases[0].rhythm:
        return None
    return phase_words(phases[0])


def _day_named(words: str, coming: list[date], state: State, today: date) -> date | None:
    """The dose to come that words name: by its date, by its weekday, or as the next one."""
    lower = words.lower()
    if "next" in lower:
        return next(iter(coming), None)
    weekday = re.match(rf"\W*(?:the |this |coming ){{0,2}}({WEEKDAY_WORDS})(?:'?s)?\W*$", lower)
    if weekday is not None:
        fits = bool(coming) and WEEKDAYS[coming[0].weekday()] == weekday[1][:3]
        return coming[0] if fits else None
    days = [day for day in days_asked(f"on the {lower.removeprefix('the ')}", state, today).days if day in coming]
    return days[0] if len(days) == 1 else None


def _coming(state: State, today: date) -> list[date]:
    """The days of the doses to come of about a year."""
    if state.anchor is None:
        return []
    _, coming = doses_since(state.phases, state.anchor, today, today=today)
    ahead = takewhile(lambda dose: dose.earliest <= today + relativedelta(months=14), coming)
    return [dose.earliest for dose in ahead if dose.earliest >= today]


def _first(month: str | None, state: State, today: date) -> date | None:
    """The day of the plan from which the new gap counts: the next one, or the one in the month that is named."""
    days = _coming(state, today)
    if month is None:
        return next(iter(days), None)
    return next((day for day in days if MONTH_NAMES[day.month - 1].lower().startswith(month.lower()[:3])), None)
