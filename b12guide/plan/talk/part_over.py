"""A part of the plan that is said to be over: "the daily ones are done", "8 June was the last weekly", "finished all
eight". What comes after it counts on from its last dose; nothing behind it is dropped."""

from __future__ import annotations

import re
from datetime import date

from ..dates.schedule import runs, whole_count
from ..model import Anchor
from ..reading.reader import read, read_date
from .message import NUMBERS, ORDINALS, SENTENCE, Said, number
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .part_named import part_as_often
from .received import tells_end_of_loading
from .state import CHANGE, CLINIC_DATE, CONFIRM, GIVEN, LAST_GIVEN, PAST, State

_N = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_OFTEN = (
    rf"(?:(?:every )?(?:{_N}[ -])?(?:daily|dailies|weekly|weeklies|fortnightly|monthly|monthlies)"
    r"|every (?:other |second )?(?:day|week|month))"
)
_THING = r"(?:ones?|jabs?|jags?|shots?|injections?|needles?|doses?|part|bit|lot|course|run|phase|stage|set)"
_OVER = r"(?:finished|done|over|complete|completed|ended|through|all had|all given)"
_IS = r"(?:is|are|was|were|'?s|'?re|have|has|been|now|all|already|just|well|truly|and)"
_THE = r"(?:the|my|her|his|our|all|of|with|those|these|that|last|w)"
_PART_OVER = re.compile(
    # "The daily ones are all done now", "daily is finished".
    rf"\b(?P<p1>{_OFTEN})(?: {_THING})?,?(?: {_IS}){{0,4}} {_OVER}\b"
    # "Finished the daily ones", "done with the weeklies", "no more daily ones".
    rf"|\b(?:{_OVER}|no more|out of|off)(?: {_THE}){{0,4}} (?P<p2>{_OFTEN})(?= {_THING}\b|\W|$)",
    re.I,
)
_LAST_OF = re.compile(
    rf"\b(?:last|final)(?: (?:one|dose|jab|shot))?(?: (?:of|from|the|my|her|his)){{0,3}} (?P<p>{_OFTEN})\b", re.I
)
_ALL_N = re.compile(
    rf"\b(?:{_OVER}|had|got|taken|given|been through)(?: {_THE}| up| off){{0,3}}? all (?:of )?"
    r"(?:the |my |those |these )?"
    rf"(?P<n>{_N})\b(?! (?:weeks?|days?|months?)\b)"
    rf"|\ball (?:the |my )?(?P<n2>{_N})(?: {_OFTEN})?(?: {_THING}| of them){{0,2}}(?: {_IS}){{0,4}} "
    rf"(?:{_OVER}|given|had|behind (?:me|us|her|him))\b",
    re.I,
)
_NTH_OF = re.compile(
    rf"\b(?:(?P<word>{'|'.join(ORDINALS)})|(?P<n>\d{{1,2}})(?:st|nd|rd|th)|number (?P<n2>{_N}))"
    rf" (?:and last )?(?P<p>{_OFTEN})\b",
    re.I,
)
_WAS = re.compile(r"\b(?:was|is|were|been|had|got|done|today'?s|that'?s)\b", re.I)
# What makes it a thing to come, a condition, or not so.
_NOT_SO = re.compile(
    r"\b(?:when|once|if|until|till|unless|before|will|would|should|gonna|going to|not|n'?t|never|nearly|almost|half"
    r"|soon|be|another|how many|which|what)\b|n't\b",
    re.I,
)
_OPEN = (None, CONFIRM, CHANGE, CLINIC_DATE, GIVEN, PAST, LAST_GIVEN, "phase", "count")


def part_over(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The part that is over and the day of its last dose, where that was told."""
    anchor = state.anchor
    if anchor is None or len(state.phases) < 2 or state.about not in _OPEN or state.had_later is not None:
        return ()
    if tells_end_of_loading(said.text) or state.open:
        return ()
    text = said.text.replace("’", "'")
    for sentence in SENTENCE.finditer(text):
        words = sentence[0].strip()
        for clause in [words, *re.split(r"[,;]\s+|\s(?:and|so|but)\s", words)]:
            place = _over(clause, state, who.today)
            if words.endswith("?") and _LAST_OF.search(clause):
                # "So the last weekly one is the 31st and then what?" supposes it.
                continue
            if place is None:
                continue
            day = _day(clause, words, text, state, who)
            value = f"{place}/{day.isoformat() if day else ''}"
            return (Move("fact", "part_over", value, True, place_of(said, len(said.words))),)
    return ()


def asks_beside(text: str) -> list[str]:
    """The sentences of a message that ask something."""
    return [sentence[0] for sentence in SENTENCE.finditer(text) if sentence[0].rstrip().endswith("?")]


def _is_ahead(clause: str, today: date) -> bool:
    """Whether a clause names a day to come: "all done on the 8th" is not over yet."""
    day = read_date(clause, today=today, role="next").date
    near = read_date(clause, today=today, role="last").date
    return day is not None and day > today and (near is None or day - today < today - near)


def _over(clause: str, state: State, today: date) -> int | None:
    """The place of the part that a clause says is over."""
    if clause.endswith("?") or asks(Said.of(clause)) or _is_ahead(clause, today):
        return None
    found = _ALL_N.search(clause)
    if found is not None and not _NOT_SO.search(clause[: found.end()]):
        place = _of_so_many(number((found["n"] or found["n2"]).lower()), state)
        if place is not None:
            return place
    found = _PART_OVER.search(clause)
    if found is not None and not _NOT_SO.search(clause[: found.end()]):
        return _named(found["p1"] or found["p2"], state)
    found = _LAST_OF.search(clause)
    if found is not None and _WAS.search(clause) and not _NOT_SO.search(clause):
        return _named(found["p"], state)
    found = _NTH_OF.search(clause)
    if found is not None and _WAS.search(clause) and not _NOT_SO.search(clause):
        place = _named(found["p"], state)
        nth = ORDINALS.get((found["word"] or "").lower()) or number((found["n"] or found["n2"] or "").lower())
        return place if place is not None and nth == whole_count(state.phases[place]) else None
    return None


def _current(state: State) -> int:
    anchor = state.anchor
    return 0 if anchor is None or anchor.kind == "first" else (anchor.phase or 0) + anchor.ends_phase


def _named(words: str, state: State) -> int | None:
    """The part with an end that is so often, and is not over yet."""
    words = re.sub(r"\bevery (?:other|second) ", "every 2 ", words, flags=re.I)
    place = part_as_often(words, state.phases)
    if place is None or not state.phases[place].bounded:
        return None
    return place if place >= _current(state) or _current(state) == place + 1 else None


def _of_so_many(count: int | None, state: State) -> int | None:
    """The part that goes on, where it has so many, with those of the log that are before it."""
    place = min(_current(state), len(state.phases) - 1)
    for index in (place, place - 1):
        if count is None or index < 0 or not state.phases[index].bounded:
            continue
        whole = whole_count(state.phases[index])
        first = state.anchor.date if state.anchor is not None and state.anchor.kind == "first" else None
        earlier = sum(1 for dose in state.given if first is not None and dose.day < first)
        if whole is not None and count in (whole, whole + earlier):
            return index
    return None


def _day(clause: str, sentence: str, text: str, state: State, who: Who) -> date | None:
    """The day of the last dose of it, in the clause, the sentence or beside it."""
    told = " ".join(part[0] for part in SENTENCE.finditer(text) if not part[0].rstrip().endswith("?"))
    for words in (clause, sentence, told):
        days = {mention.date for mention in read(words, today=who.today, country=who.country).dates}
        found = read_date(words, today=who.today, country=who.country, role="last").date
        known = [day for day in days or (found,) if day is not None and day <= who.today]
        if len(known) == 1:
            return known[0]
    anchor = state.anchor
    if state.about in ("phase", "count") and anchor is not None and anchor.kind == "last":
        return anchor.date
    return None


def planned_last(state: State, place: int, today: date) -> date | None:
    """The day of the last dose of a part, as it is told or planned; None where that is still to come."""
    anchor = state.anchor
    if anchor is None or not state.countable(today):
        return None
    run = next((run for run in runs(state.phases, anchor) if run.index == place), None)
    if run is None or not run.count:
        # It is the one that the plan is counted from.
        return anchor.date if anchor.kind == "last" and (anchor.phase or 0) == place else None
    low, high = run.at(run.count - 1)
    return high if low == high <= today else None


def end_part(state: State, place: int, day: date) -> None:
    """The part is over with the dose of a day; what comes after counts on from it."""
    state.note(day, loading=state.phases[place].kind == "loading")
    last = place == len(state.phases) - 1
    done = None
    if last:
        whole = whole_count(state.phases[place])
        done = whole - state.phases[place].behind if whole is not None else None
    state.over, state.had, state.booked, state.due_was = None, None, None, None
    state.count_from(Anchor("last", day, place, done, ends_phase=not last))


def booked_behind(text: str, who: Who) -> date | None:
    """The one day to come that is told beside the part that is over: the first one of the next."""
    told = " ".join(part[0] for part in SENTENCE.finditer(text) if not part[0].rstrip().endswith("?"))
    days = {mention.date for mention in read(told, today=who.today, country=who.country).dates}
    found = read_date(told, today=who.today, country=who.country, role="next").date
    ahead = {day for day in (*days, found) if day is not None and day > who.today}
    return ahead.pop() if len(ahead) == 1 else None
