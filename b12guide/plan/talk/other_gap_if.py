"""Another gap than the plan's that is only supposed, or held against it: "if it were every 3 months, what date?", "is
90 days the same as 3 months?". It is counted and said; the plan stays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..model import Anchor, full_date
from ..reading.reader import read, read_date
from ..wording import phase_words, plural
from .asked_days import days_asked
from .days import later
from .message import NUMBERS, SENTENCE, Said, number_of
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import View

_N = rf"(?:\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
_UNIT = r"(?:day|week|month|year)"
_SUPPOSES = re.compile(
    r"\b(?:(?:what |and |but |so )?if|suppose|supposing|assuming|imagine|let'?s say|say it (?:was|were)|had (?:they"
    r"|it|she|he))\b",
    re.I,
)
_ASKS_DATE = re.compile(r"\b(?:when|what|which|date|day|next|be|fall|land|due|come)\b", re.I)
# "And if it's every 6 weeks", "just curious, what about if": a supposition begins it, and needs no question mark.
_BEGINS = re.compile(
    r"^\W*(?:(?:just|only|i'?m|curious|wondering|wonder|asking|so|and|but|or|ok|okay|hm+|er|um"
    r"|out of interest)\W+){0,6}"
    r"(?:(?:what )?(?:about )?if|suppose|supposing|assuming|imagine|let'?s say)\b",
    re.I,
)
_LENGTH = re.compile(
    rf"\b(?P<n>{_N})[ -]?(?P<u>{_UNIT})s?\b(?! (?:late|early|earlier|later|after|before|from|ago|away|over"
    rf"|since|sooner|off)\b)",
    re.I,
)
# A change that the clinic made or that is wished for is no supposition of this kind.
_NOT_SUPPOSED = re.compile(
    r"\b(?:last (?:one|jab|shot|injection|dose)|feel|late|miss\w*|skip\w*|tablets?|if (?:possible|i may|you (?:can"
    r"|could)))\b",
    re.I,
)
# So long in hospital or on holiday is no gap; "every 3 weeks" beside it is one.
_STAY = re.compile(
    r"\b(?:hospital|ward|holidays?|hols|vacation|away|abroad|overseas|trip|cruise|travel\w*|out of town"
    r"|at my \w+'?s?|visiting|rehab|in bed|in jail|prison|off work|isolat\w*|quarantine)\b",
    re.I,
)
_SO_OFTEN = re.compile(
    r"\b(?:every|each|apart|gaps?|daily|(?:two |four |six )?weekly|fortnightly|monthly|yearly)\b", re.I
)
_TWO = re.compile(
    rf"\b(?P<n1>{_N})[ -](?P<u1>{_UNIT})s?\b(?P<joint>[^.?!;\n]{{0,40}}?)\b(?P<n2>{_N})[ -](?P<u2>{_UNIT})s?\b", re.I
)
_SAME = re.compile(
    # "90 days is three months, no?"
    rf"^\W*(?:(?:so|but|and|well|ok|isn'?t|is|are|aren'?t) ){{0,3}}{_N}[ -]{_UNIT}s? (?:is|are|=|equals|makes?|means?)"
    rf" (?:just |about |only )?{_N}[ -]{_UNIT}s?\b|^\W*(?:is|isn'?t|are|aren'?t) {_N}[ -]{_UNIT}s? (?:just )?{_N} "
    r"|\b(?:same|equal|equals|identical|different|difference|differ|or)\b|\bwhy (?:is|are) \w+ \w+ not\b",
    re.I,
)
# "So that's just three months hey", "isn't that the same as 3 months": the plan's own gap is held against another. What
# begins with a no, or names a change ("now", "from"), puts it right.
_GAP = rf"(?P<gap>{_N}[ -]{_UNIT}s?|(?:a |once a )?(?:month|quarter|fortnight)|(?:month|fortnight|quarter)ly)"
_REMARK_LEAD = (
    r"^\W*(?:(?:so|ah|oh|ok|okay|right|shot|thanks|cheers|cool|and|but|well|hang on|wait"
    r"|lekker|great|aha|ta|mate)\W{1,4}){0,4}"
)
_ROUGHLY = (
    r"(?:just|only|basically|roughly|about|around|more or less|pretty much|practically|effectively"
    r"|nearly|almost|like|the same (?:thing )?as|same (?:thing )?as|as good as|near enough)"
)
_TAIL = (
    r"(?:hey|then|right|innit|isn'?t it|no|yeah|eh|hay|huh|correct|or not|really|basically|is it|isn'?t that|not so|ne)"
)
_IS_IT = re.compile(
    rf"\b(?:is|isn'?t|isnt|is not|wouldn'?t|would|does|doesn'?t) (?:that|this|it|they)(?: (?:not|be|mean|come to"
    rf"|work out(?: at| to| as)?|make|equal))?(?: {_ROUGHLY}){{0,3}}(?: every)? {_GAP}\b"
    rf"\W{{0,4}}(?:{_TAIL}\W{{0,4}})?$",
    re.I,
)
_REMARKS = re.compile(
    rf"{_REMARK_LEAD}(?:(?:that|this|it|which)(?:'?s| is| makes| means| comes to| works out (?:at|to|as))"
    r"|(?:the )?same as|so(?= (?:just|basically|roughly|more|pretty|effectively)\b))"
    rf"(?P<rough>(?: {_ROUGHLY}){{0,3}})(?:(?<=that's) every)? {_GAP}\b\W{{0,4}}(?P<tail>{_TAIL}\W{{0,4}})?$",
    re.I,
)
_AS_LENGTH = {"month": (1, "month"), "quarter": (3, "month"), "fortnight": (2, "week")}
_AFTER = re.compile(
    rf"\b(?P<n>{_N})[ -](?P<u>{_UNIT})s? (?:after|from|on from|past|since) (?P<day>[^?!;\n]{{3,30}}?)"
    r"(?=,? (?:is|as|equals|would|will|comes?|falls?|lands?|makes?|=)\b|[?!;.]|$)"
    r"(?:,? (?:is|as|equals|makes?|=|comes? to) (?:on )?(?P<claim>\d{1,2}/\d{1,2}(?:/\d{2,4})?"
    r"|(?:the )?\d{1,2}\S* \w+|\w+ \d{1,2}))?",
    re.I,
)
_UNIT_WORDS = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_IN_DAYS = {"day": 1, "week": 7}
_OPEN = (None, CONFIRM, CHANGE, CLINIC_DATE)


def of_a_stay(text: str) -> bool:
    """Whether a length in a message is that of a time away, and of no gap."""
    return _STAY.search(text) is not None and _SO_OFTEN.search(text) is None


def other_gap_if(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The next date by another gap, which is only supposed."""
    if not state.ready(who.today) or state.about not in _OPEN or state.anchor is None:
        return ()
    text = said.text.replace("’", "'")
    part = next((m[0] for m in SENTENCE.finditer(text) if _SUPPOSES.search(m[0])), None)
    if part is None:
        return ()
    supposes = _BEGINS.match(text) is not None or _BEGINS.match(part) is not None
    if _NOT_SUPPOSED.search(text) or of_a_stay(text) or not (supposes or asks(said) or _ASKS_DATE.search(part)):
        return ()
    told = _SUPPOSES.sub(" ", part).rstrip(" ?!.")
    reading = read(told, today=who.today, country=who.country)
    if len(reading.phases) != 1 or reading.dates or reading.phases[0].bounded:
        reading = read(_often(told) or _length(told, state), today=who.today, country=who.country)
    if len(reading.phases) != 1 or reading.dates or reading.phases[0].bounded:
        return ()
    if not supposes and not _ASKS_DATE.search(text):
        return ()
    return (Move("request", "other_gap_if", phase_words(reading.phases[0]), rest=place_of(said, len(said.words))),)


def _often(text: str) -> str:
    """How often alone, out of a sentence that asks."""
    found = re.search(
        rf"\b(?:every|each) (?:other |{_N} )?{_UNIT}s?\b|\b(?:weekly|monthly|fortnightly|quarterly)\b", text, re.I
    )
    return found[0] if found else ""


def _length(text: str, state: State) -> str:
    """How often, by the one length that a sentence names beside the plan's own: "on ten weeks", "3 months is 12 weeks
    to them"."""
    own = {(phase.period, _UNIT_WORDS[phase.unit]) for phase in state.phases}
    named = {(number_of(found["n"]), found["u"].lower()) for found in _LENGTH.finditer(text)}
    others = named - own
    return "".join(f"every {many} {unit}s" for many, unit in others) if len(others) == 1 else ""


def same_gap(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether two lengths of time come to the same day, counted from the last dose."""
    if not state.ready(who.today) or state.about not in _OPEN or state.anchor is None or state.anchor.kind != "last":
        return ()
    own = _held_against_own(said.text.replace("’", "'"), state, who)
    if own is not None:
        return (Move("request", "same_gap", own, rest=place_of(said, len(said.words))),)
    found = _TWO.search(said.text)
    if found is None or not asks(said) or not _SAME.search(said.text) or found["u1"].lower() == found["u2"].lower():
        return ()
    if found["joint"].strip().lower() in ("to", "-", "or"):
        return ()
    value = "|".join(f"{number_of(found[f'n{k}'])}/{found[f'u{k}'].lower()}" for k in (1, 2))
    return (Move("request", "same_gap", value, rest=place_of(said, len(said.words))),)


def _held_against_own(text: str, state: State, who: Who) -> str | None:
    """The plan's own gap and the one that a remark or a question holds against it, as `OtherGapIf.same_gap` takes them:
    "so that's just three months hey"."""
    phase = state.phases[-1]
    unit = _UNIT_WORDS.get(phase.unit)
    if len(state.phases) > 1 or phase.frequency != 1 or phase.period_max is not None or unit is None:
        return None
    start = state.anchor.date if state.anchor is not None else None
    due = later(start, (phase.period, unit)) if start is not None else None
    if due is None or due < who.today:
        # What is counted from a dose of long ago is over.
        return None
    for match in SENTENCE.finditer(text):
        # Each piece by itself: "it stays 90 days, I'm just asking is it the same thing as 3 months".
        found = _IS_IT.search(match[0]) or _remarked(match[0])
        if found is not None and (other := _length_of(found["gap"])) != (phase.period, unit):
            return f"{phase.period}/{unit}|{other[0]}/{other[1]}"
    return None


def _remarked(sentence: str) -> re.Match[str] | None:
    """A remark on the plan's gap; "that's 3 months" alone may put it right."""
    found = _REMARKS.search(sentence)
    return found if found is not None and (found["rough"] or found["tail"] or "?" in sentence) else None


def _length_of(words: str) -> tuple[int, str]:
    found = _LENGTH.fullmatch(words)
    if found is not None:
        return number_of(found["n"]), found["u"].lower()
    return next(length for name, length in _AS_LENGTH.items() if name in words.lower())


_FOLLOWS = re.compile(r"\bthen (?:it'?s |its |it is |we go |i go )?(?:to )?(?:every|each|once)\b", re.I)


def so_long_from(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day so long after another one that is named with its month."""
    if not state.ready(who.today) or state.about not in _OPEN:
        return ()
    found = _AFTER.search(said.text)
    if found is None or not (asks(said) or _ASKS_DATE.search(said.text)):
        return ()
    if any(phase.bounded for phase in state.phases) and _FOLLOWS.search(said.text[: found.end()]):
        # "Then every 2 months after the 7th. When?": what follows on a course, and the 7th is its last.
        return ()
    named = read_date(found["day"], today=who.today, country=who.country, role="last")
    if named.date is None or not re.search(r"\d", found["day"]):
        return ()
    if not found["claim"] and len(days_asked(said.text, state, who.today).days) > 1:
        return ()
    day = later(named.date, (number_of(found["n"]), found["u"].lower()))
    claim = (
        read_date(found["claim"], today=named.date, country=who.country, role="next").date if found["claim"] else None
    )
    value = (
        f"{number_of(found['n'])}/{found['u'].lower()}/{named.date.isoformat()}/{claim.isoformat() if claim else ''}"
    )
    return (Move("request", "so_long_from", value, rest=place_of(said, len(said.words))),) if day else ()


class OtherGapIf(View):
    """Counts by a gap that is not the plan's."""

    def other_gap_if(self, value: str) -> list[str]:
        """`value`: how often it is supposed to be."""
        phase = replace(read(value, today=self.today).phases[0], kind=self.state.phases[-1].kind)
        last = self.anchor.date
        other = replace(
            self.state, phases=(phase,), anchor=Anchor(self.anchor.kind, last), booked=None, open=[], skipped=()
        )
        if not other.ready(self.today):
            return [self.words("other_gap_ask")]
        dose = next(iter(OtherGapIf(other, self.today, self.words, self.country).coming(1)), None)
        if dose is None:
            return [self.words("other_gap_ask")]
        line = self.dose_line("other_gap", dose, words=value, day=full_date(last))
        return [line, *self.at_weekend(dose), self.words("other_gap_kept")]

    def same_gap(self, value: str) -> list[str]:
        """`value`: two lengths, as "90/day|3/month"."""
        lengths = [(int(n), unit) for n, unit in (part.split("/") for part in value.split("|"))]
        days = [later(self.anchor.date, length) for length in lengths]
        named = [plural(*length) for length in lengths]
        start = full_date(self.anchor.date)
        fixed = all(unit in _IN_DAYS for _, unit in lengths)
        counted = [
            self.words("so_long_after", span=s, day=start, date=full_date(d)) for s, d in zip(named, days, strict=True)
        ]
        if days[0] == days[1]:
            return [self.words("same_always" if fixed else "same_once", new=named[0], old=named[1]), *counted[:1]]
        first, last = sorted(days)
        apart = self.words(
            "gap_between", day=full_date(first), date=full_date(last), span=self._span((last - first).days)
        )
        return [self.words("not_same", new=named[0], old=named[1]), *counted, apart, self.words("same_clinic")]

    def so_long_from(self, value: str) -> list[str]:
        """`value`: how long, the day, and the day that the person has in mind, with slashes."""
        count, unit, start, claim = value.split("/")
        day = later(date.fromisoformat(start), (int(count), unit))
        said = full_date(date.fromisoformat(start))
        right = [self.words("plain_yes" if claim == day.isoformat() else "plain_no")] if claim else []
        line = self.words("so_long_after", span=plural(int(count), unit), day=said, date=full_date(day))
        return [" ".join([*right, line])]
