"""A new gap that the clinic set: "Doc wants it every 8 weeks from then on", "each month, beginning with February's"."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from dateutil.relativedelta import relativedelta

from ..dates.schedule import doses_since
from ..model import MONTH_NAMES
from ..reading.day_words import MONTHS
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
    r"|ordered|says?|said|told|asked|asks|has)"
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
_LIGHT = (
    MENDING | PREAMBLE | frozenset({"doc", "please", "instead", "going", "forward", "its", "gets", "goes", "becomes"})
)


def new_gap(said: Said, state: State, today: date) -> Told | None:
    """How often from now on, as the clinic said: "interval", or "interval_from" with the day after a slash where the
    new gap counts from the next date. None where the message tells of no such change."""
    if not state.ready(today) or state.about not in (None, CONFIRM, CHANGE) or len(state.phases) != 1:
        return None
    text = said.text.replace("’", "'")
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
    return Told("interval_from", f"{often}/{day.isoformat()}") if day is not None else Told("interval", often)


def _first(month: str | None, state: State, today: date) -> date | None:
    """The day of the plan from which the new gap counts: the next one, or the one in the month that is named."""
    if state.anchor is None:
        return None
    _, coming = doses_since(state.phases, state.anchor, today, today=today)
    ahead = takewhile(lambda dose: dose.earliest <= today + relativedelta(months=14), coming)
    days = [dose.earliest for dose in ahead if dose.earliest >= today]
    if month is None:
        return next(iter(days), None)
    return next((day for day in days if MONTH_NAMES[day.month - 1].lower().startswith(month.lower()[:3])), None)
