"""Whether a number of doses before a day or an event is right: "so that's 2 before then?"."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .message import NUMBERS, Said, is_date_word, number
from .move import Move, place_of
from .move_words import FILLERS, PREAMBLE, asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View

_DATE = (
    rf"(?:\b(?:{WEEKDAY_WORDS})\b,? )?"
    rf"(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b\.?|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w))(?:,? 20\d\d)?"
)
_UP_TO = r"\b(?:before|ahead of|prior to|by the time|until|till)\b"
_SO_MANY = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})\b(?! (?:{MONTHS}|days?|weeks?|months?|years?)\b)"
    rf"(?P<of>(?: [a-z'’]+){{0,3}}?) {_UP_TO}(?P<what>[^.?!;\n]{{0,60}})",
    re.I,
)
_THEN = re.compile(r"^\W*(?:then|that|it|this)\b", re.I)
# "Before 9 in the morning", "before the next one", "before I feel better" ask for no number of dates.
_OTHER = re.compile(
    r"\b(?:feel|better|work|works|kicks?|notice|next|last|loading|a\.?m|p\.?m|o'?clock|breakfast|stop|enough|side)\b",
    re.I,
)
# "The one before was Monday 7 December" is a dose, and no number of them.
_ONE_WAS = re.compile(r"\bone before (?:was|is|were|that|this|on|in)\b", re.I)
_HAD = re.compile(r"\b(?:had|did|was|were|given|got|taken)\b", re.I)
_COUNTED = frozenset(
    {
        "how",
        "many",
        "left",
        "come",
        "comes",
        "fall",
        "falls",
        "more",
        "total",
        "altogether",
        "all",
        "still",
        "fit",
        "due",
        "take",
        "going",
    }
)
MOST_SHOWN = 31


_LAST_ONE = re.compile(r"\b(?:last|final) (?:one|dose|jab|jag|shot|injection|needle) before\b", re.I)


def many_before(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The number that somebody counts before a day, which is named or was named when it was asked before."""
    if state.about not in (None, CONFIRM, CHANGE):
        return ()
    match = _SO_MANY.search(said.text)
    # "The last one before Christmas" and "the one before, on 10 March" are one of them, and count none.
    if (
        match is None
        or _LAST_ONE.search(said.text)
        or _ONE_WAS.match(said.text, match.start())
        or said.text[: match.start()].lower().endswith("the ")
    ):
        return ()
    if not asks(said) or _OTHER.search(match["what"]) or _HAD.search(match["of"]):
        return ()
    if [word for word in Said.of(match["of"]).left([], FILLERS | PREAMBLE | _COUNTED) if not is_date_word(word)]:
        return ()
    day = _day(said.text, match, state, who)
    if day is None or read(said.text, today=who.today, country=who.country).phases:
        return ()
    value = f"{day.isoformat()}/{number(match['n'].lower())}/{' '.join(sorted(_words(match['what'])))}"
    return (Move("request", "many_before", value, rest=place_of(said, len(said.words))),)


def _day(text: str, match: re.Match[str], state: State, who: Who) -> date | None:
    """The day of the event: in its own words, behind them, or the one that was named before."""
    near = re.search(_DATE, match["what"], re.I) or re.search(_DATE, text[match.end() :], re.I)
    if near is not None:
        day = read_date(near[0], today=who.today, country=who.country, role="next").date
        return day if day is not None and day > who.today else None
    told = [one[0] for one in re.finditer(_DATE, text[: match.start()], re.I)]
    if len(told) == 1 and _THEN.match(match["what"]):
        # "Getting married on April 18! How many before then?"
        day = read_date(told[0], today=who.today, country=who.country, role="next").date
        return day if day is not None and day > who.today else None
    dated = any(is_date_word(word.text) for word in Said.of(match["what"]).words)
    before = state.before_day
    if before is None or before <= who.today or dated:
        return None
    return before if _THEN.match(match["what"]) or state.event & _words(match["what"]) else None


def _words(what: str) -> frozenset[str]:
    """The words by which an event is named again: "the baby"."""
    return frozenset(word for word in Said.of(what).left([], FILLERS | PREAMBLE) if not is_date_word(word))


class SoManyBefore(View):
    """Says how many doses are before a day."""

    def many_before(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601, the number that the person has in mind, and the words of the event, with
        slashes."""
        until, asked, event = value.split("/")
        day = date.fromisoformat(until)
        self.state.before_day, self.state.event = day, frozenset(event.split()) or self.state.event
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        inside = list(takewhile(lambda dose: dose.earliest < day, self.since(self.today)))
        sure = [dose for dose in inside if dose.latest < day]
        after = next((dose for dose in self.since(day)), None)
        following = (
            [self.dose_line("after_day", after, day=full_date(day))] if after and len(sure) == len(inside) else []
        )
        if not inside:
            return [self.words("none_before", day=full_date(day)), *following]
        right = self.words("right" if int(asked) == len(inside) else "not_right")
        name = "one_before" if len(inside) == 1 else "many_before"
        line = self.words(name, count=len(inside), day=full_date(day), dates=self.days(inside[:MOST_SHOWN]))
        self.state.shown = len(inside)
        return [right, line, *following, *self.weekend(inside[:MOST_SHOWN])]
