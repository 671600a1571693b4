"""A part of the plan that is said to be over: "the daily ones are done", "8 June was the last weekly", "finished all
eight". What comes after it counts on from its last dose; nothing behind it is dropped."""

from __future__ import annotations

import re
from datetime import date

from ..dates.schedule import runs, whole_count
from ..model import Anchor, Phase, full_date
from ..reading.day_words import MONTHS
from ..reading.reader import read, read_date
from .message import NUMBERS, ORDINALS, SENTENCE, Said, is_date_word, number
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .part_named import other_rhythm, part_as_often
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
# "3 weeks is finished", "my 2 weeks are up".
_LENGTH_OVER = re.compile(
    rf"\b(?P<n>{_N}) (?P<unit>day|week|month)s?(?: (?:of (?:loading|it|them)|loading))?(?:'s)?"
    rf"(?: (?:is|are|was|were|has|have|been|now|all)){{1,4}} (?:finished|done|over|complete|completed|up|ended)\b",
    re.I,
)
# "Finished the loading", "loading's done with": the course that goes on, without a word of how often it is.
_COURSE = r"(?:loading|loaders|starters?|initial(?= )|course|first (?:lot|bit|part|ones|batch))"
_COURSE_OVER = re.compile(
    rf"\b{_OVER}(?: {_THE}){{0,4}} {_COURSE}\b"
    rf"|\b{_COURSE}(?: {_THING})?(?:(?:'s| {_IS})){{0,4}} (?:finished|done|over|complete|completed)\b",
    re.I,
)
_A_DOSE = r"(?:one|dose|jab|jag|shot|injection|needle)"
# "Had my sixth one yesterday", "shot number 4", "#4": the last one of so many.
_NTH_DOSE = re.compile(
    rf"\b(?:(?P<word>{'|'.join(ORDINALS)})|(?P<n>\d{{1,2}})(?:st|nd|rd|th))(?: and (?:last|final))? {_A_DOSE}\b"
    rf"|(?:\b(?:number|no\.?|{_A_DOSE} number|(?:dose|jab|shot|injection)) |#)(?P<n2>{_N})\b(?! (?:of|{MONTHS})\b)",
    re.I,
)
# "The last of the nine", "the final one of them".
_LAST_OF_ALL = re.compile(
    rf"\b(?:last|final)(?: {_A_DOSE})? (?:of|from|out of)(?: (?:the|my|her|his|all|these|those)){{0,2}} "
    rf"(?:(?P<n>{_N})\b"
    r"|(?P<them>them|those|these|loading)\b)",
    re.I,
)
_WAS = re.compile(r"\b(?:was|is|were|been|had|got|did|done|finished|today'?s|that'?s)\b", re.I)
# What makes it a thing to come, a condition, or not so.
_NOT_SO = re.compile(
    r"\b(?:when|once|if|until|till|unless|before|after|will|would|should|gonna|going to|not|n'?t|never|nearly|almost"
    r"|half|soon|be|another|how many|which|what)\b|n't\b",
    re.I,
)
_IS_ON = re.compile(r"\b(?:is|will be|'ll be)\b|'s\b", re.I)
_NTH_IS = re.compile(
    rf"\b(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|last|final)\b[^.;,]{{0,30}}?\b(?:is|will be) "
    r"(?P<day>[^.;,]{3,40})",
    re.I,
)
_HAS_BEEN = re.compile(r"\b(?:was|had|got|did|done|been|finished|given|today|yesterday)\b", re.I)
_CLAUSES = re.compile(r"[,;]\s+|\s(?:and|so|but)\s")
# So many days after the planned one the last dose of a part was had.
_ABOUT = 3
_OPEN = (None, CONFIRM, CHANGE, CLINIC_DATE, GIVEN, PAST, LAST_GIVEN, "phase", "count")


def part_over(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The part that is over and the day of its last dose, where that was told."""
    anchor = state.anchor
    if (
        len(state.phases) == 1
        and anchor is not None
        and anchor.kind == "last"
        and state.about in (None, CONFIRM, CHANGE)
    ):
        return _only_part_over(said, state, anchor, who)
    if anchor is None or len(state.phases) < 2 or state.about not in _OPEN:
        return ()
    text = said.text.replace("’", "'")
    if state.had_later is not None and not (_LENGTH_OVER.search(text) or _COURSE_OVER.search(text)):
        # How many there were is told of those that are asked about.
        return ()
    if state.open or (tells_end_of_loading(text) and not _days_told(text, who)):
        return ()
    for sentence in SENTENCE.finditer(text):
        words = sentence[0].strip()
        for clause in [words, *_CLAUSES.split(words)]:
            place = _over(clause, state, who.today)
            if words.endswith("?") and _LAST_OF.search(clause):
                # "So the last weekly one is the 31st and then what?" supposes it.
                continue
            if place is None or _is_to_come(clause, who):
                continue
            day = _day(clause, words, text, state, who)
            value = f"{place}/{day.isoformat() if day else ''}"
            return (Move("fact", "part_over", value, True, place_of(said, len(said.words))),)
    return ()


def _is_to_come(clause: str, who: Who) -> bool:
    """Whether the last one of a part is told of as one to come: "the last weekly one is the 30th"."""
    behind = [*_NTH_IS.finditer(clause)]
    words = behind[-1]["day"] if behind and any(map(str.isdigit, behind[-1]["day"])) else _LAST_OF.sub(" ", clause)
    if not (behind or _IS_ON.search(words)) or _HAS_BEEN.search(words):
        return False
    ahead, back = (read_date(words, today=who.today, country=who.country, role=role).date for role in ("next", "last"))
    if ahead is None or ahead <= who.today:
        return False
    return back is None or back > who.today or ahead - who.today < who.today - back


def _only_part_over(said: Said, state: State, anchor: Anchor, who: Who) -> tuple[Move, ...]:
    """Of a plan of one part without an end, that it is over: another rhythm that is told, or asked about, follows it
    from its last dose."""
    text, place = said.text.replace("’", "'"), place_of(said, len(said.words))
    if state.phases[0].bounded or state.open:
        return ()
    for sentence in SENTENCE.finditer(text):
        words = sentence[0].strip()
        for clause in [words, *_CLAUSES.split(words)]:
            found = _PART_OVER.search(clause)
            if found is None or clause.endswith("?") or _NOT_SO.search(clause[: found.end()]):
                continue
            if part_as_often(found["p1"] or found["p2"], state.phases) != 0:
                continue
            days, often = _days_told(text, who), other_rhythm(text, state.phases[0])
            day = days[-1] if days else anchor.date
            if often is not None:
                return (Move("fact", "regimen", f"{often}, last one on {full_date(day)}", True, place),)
            return (Move("fact", "part_over", f"0/{day.isoformat()}", True, place),)
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
        return place if place is not None and _nth(found) == whole_count(state.phases[place]) else None
    return _over_by_count(clause, state)


def _over_by_count(clause: str, state: State) -> int | None:
    """The place of the part that goes on, where a clause says that it is over, or that its last one was had."""
    found = _LENGTH_OVER.search(clause)
    if found is not None and not _NOT_SO.search(clause[: found.end()]):
        place = _going_on(state)
        return place if place is not None and _is_so_long(found, state.phases[place]) else None
    found = _COURSE_OVER.search(clause)
    if found is not None and not _NOT_SO.search(clause[: found.end()]):
        return _going_on(state)
    if not _WAS.search(clause) or _NOT_SO.search(clause):
        return None
    found = _LAST_OF_ALL.search(clause)
    if found is not None:
        return _going_on(state) if found["them"] else _of_so_many(number(found["n"].lower()), state)
    place, found = _going_on(state), _NTH_DOSE.search(clause)
    if found is None or place is None or not re.search(r"\b(?:had|got|did|was|done)\b", clause, re.I):
        return None
    return place if _nth(found) == whole_count(state.phases[place]) else None


def _is_so_long(found: re.Match[str], phase: Phase) -> bool:
    """Whether a part was told of as so long."""
    unit = {"day": "d", "week": "wk", "month": "mo"}[found["unit"].lower()]
    return (phase.duration, phase.duration_unit) == (number(found["n"].lower()), unit)


def _nth(found: re.Match[str]) -> int | None:
    return ORDINALS.get((found["word"] or "").lower()) or number((found["n"] or found["n2"] or "").lower())


def _going_on(state: State) -> int | None:
    """The place of the part with an end that goes on, or has just come to its end."""
    place = min(_current(state), len(state.phases) - 1)
    return next((index for index in (place, place - 1) if index >= 0 and state.phases[index].bounded), None)


def _days_told(text: str, who: Who) -> list[date]:
    """The days up to today that the sentences of a text which ask nothing tell of."""
    told = " ".join(part[0] for part in SENTENCE.finditer(text) if not part[0].rstrip().endswith("?"))
    days: set[date | None] = {mention.date for mention in read(told, today=who.today, country=who.country).dates}
    if not days:
        parts = (told, *_CLAUSES.split(told))
        days = {read_date(part, today=who.today, country=who.country, role="last").date for part in parts}
    return sorted(day for day in days if day is not None and day <= who.today)


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
    # Of several, the last one that was had, where none may be of a part that follows.
    past = _days_told(text, who)
    if past and (len(past) == 1 or part_as_often(text, state.phases[1:]) is None):
        return past[-1]
    anchor = state.anchor
    if past or any(is_date_word(word.text) for word in Said.of(text).words):
        return None
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


def last_of_part(state: State, place: int, planned: date | None) -> date | None:
    """The day of the last dose of a part that is said to be over, without its day: the last one of the log, where that
    is about the day that is `planned`, else that."""
    last = max((dose.day for dose in state.given if dose.sure), default=None)
    if last is None or planned is None:
        return planned
    return last if 0 <= (last - planned).days <= _ABOUT else planned


def end_part(state: State, place: int, day: date) -> None:
    """The part is over with the dose of a day; what comes after counts on from it."""
    state.note(day, loading=state.phases[place].kind == "loading")
    last = place == len(state.phases) - 1
    done = None
    if last:
        whole = whole_count(state.phases[place])
        done = whole - state.phases[place].behind if whole is not None else None
    state.over, state.had, state.booked, state.due_was, state.had_later = None, None, None, None, None
    state.count_from(Anchor("last", day, place, done, ends_phase=not last))


def booked_behind(text: str, who: Who) -> date | None:
    """The one day to come that is told beside the part that is over: the first one of the next."""
    told = " ".join(part[0] for part in SENTENCE.finditer(text) if not part[0].rstrip().endswith("?"))
    days = {mention.date for mention in read(told, today=who.today, country=who.country).dates}
    found = read_date(told, today=who.today, country=who.country, role="next").date
    ahead = {day for day in (*days, found) if day is not None and day > who.today}
    return ahead.pop() if len(ahead) == 1 else None
