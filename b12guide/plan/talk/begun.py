"""Answers about a course that has begun: its first day with "none missed", a number that is put right in one breath,
and how often beside the day that was asked for."""

from __future__ import annotations

import re
from datetime import date

from ..dates.schedule import runs
from ..model import Anchor
from ..reading.reader import read, read_date
from ..wording import phase_words
from .facts import without_denied
from .message import NUMBERS, SENTENCE, Said, number
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .past import missed_some, none_missed
from .state import CHANGE, CONFIRM, PAST, State

_STARTED = re.compile(r"\b(?:start(?:ed)?|began|begun|first (?:one|jab|shot|injection|dose|was|were|on))\b", re.I)
# Whoever says so tells of the course, and asks for no other one.
_I_STARTED = re.compile(
    r"\b(?:i|we|she|he|it|they|mine|hers)(?:'?d| had| actually| really| only)? (?:start(?:ed)?|began|begun)\b"
    r"|\bfirst (?:one|jab|shot|injection|dose) (?:was|were)\b",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\b(?:no+|nah|naw|nope|wait|hang on|hold on|actually|sorry|i mean|make (?:that|it)|scrap that|scratch that"
    r"|or rather)\b",
    re.I,
)
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(word for word in NUMBERS if word not in ('one', 'couple'))})"
_LONE_NUMBER = re.compile(
    rf"(?:^|[,.;:]|\b(?:so|that'?s|it'?s|its|is|makes?|only|just|had|have)\b)\W{{0,4}}(?P<n>{_NUMBER})\b(?=\W{{0,4}}(?:$|[.,;!]"
    rf"|then|so far|altogether|in all|of them))",
    re.I,
)
_NOT = re.compile(
    rf"^\W*(?:(?:nah|no+|naw|sorry|it'?s|i (?:had|have had|meant)|only"
    rf"|just)\W+){{0,6}}(?P<n>{_NUMBER})\W+(?:and )?not (?P<m>{_NUMBER})\b",
    re.I,
)


def none_missed_since(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The first day, and that none was missed, where the last one was asked for."""
    if state.about not in ("anchor", "date") or asks(said) or not none_missed(said.text):
        return ()
    if not _STARTED.search(said.text) or read(said.text, today=who.today).phases:
        return ()
    day = read_date(said.text, today=who.today, country=who.country, role="first").date
    if day is None or day > who.today:
        return ()
    return (Move("answer", state.about, said.text, rest=place_of(said, len(said.words))),)


def had_since(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How many were had, by the first day: "I started on the 21st and missed none", where the plan that begins there
    has a dose on the day of the last one. So it is too where the first day is put right after all was read back."""
    last = state.anchor
    place = next((at for at, phase in enumerate(state.phases) if phase.bounded), None)
    if last is None or last.kind != "last" or place is None or last.phase not in (None, place):
        return ()
    known = state.about in (None, CONFIRM, CHANGE) and last.done is not None and not last.ends_phase
    if not (known or state.about == "count") or missed_some(said.text):
        return ()
    for sentence in SENTENCE.finditer(said.text):
        words = without_denied(Said.of(sentence[0]))
        if asks(words) or "?" in sentence[0] or not (_I_STARTED if known else _STARTED).search(words.text):
            continue
        had = _had_by(words.text, state, place, who)
        if had is not None and had != last.done:
            return (Move("fact", "place", str(had), rest=(sentence.start(), sentence.end())),)
    return ()


def _had_by(text: str, state: State, place: int, who: Who) -> int | None:
    """How many the plan has from the first day that a text names to the last one; None where it has none on that."""
    last = state.anchor
    first = read_date(text, today=who.today, country=who.country, role="first").date
    if last is None or first is None or first >= last.date:
        return None
    run = next(iter(runs(state.phases, Anchor("first", first))), None)
    had = run.up_to(last.date) if run is not None and run.index == place else 0
    return had if run is not None and had and run.at(had - 1)[0] == last.date else None


def first_told(text: str, who: Who) -> date | None:
    """The first day of a course, as the sentence that tells of its beginning names it."""
    for sentence in SENTENCE.finditer(text):
        if _STARTED.search(sentence[0]) and "?" not in sentence[0]:
            words = without_denied(Said.of(sentence[0])).text
            if (day := read_date(words, today=who.today, country=who.country, role="first").date) is not None:
                return day
    return None


def recounted(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How many were had, where a first number is taken back in the same message: the last one counts."""
    if state.about != "count" or asks(said):
        return ()
    ends = [match.end() for match in _TAKES_BACK.finditer(said.text)]
    first = re.search(rf"\b{_NUMBER}\b", said.text[: ends[0]], re.I) if ends else None
    found = list(_LONE_NUMBER.finditer(said.text, ends[-1])) if ends else []
    if first is None or len({match["n"].lower() for match in found}) != 1:
        return ()
    return (Move("answer", "count", str(number(found[0]["n"].lower())), rest=place_of(said, len(said.words))),)


def not_so_many(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Another number had than the one that was read back: "three, not four", whatever days are told beside it."""
    anchor = state.anchor
    if state.about not in (None, CONFIRM) or anchor is None or anchor.kind != "last" or not anchor.done:
        return ()
    found = _NOT.match(said.text)
    if found is None or number(found["m"].lower()) != anchor.done or not state.phases[anchor.phase or 0].bounded:
        return ()
    return (Move("fact", "place", str(number(found["n"].lower())), rest=place_of(said, len(said.words))),)


def often_beside_day(said: Said, state: State, found: tuple[Move, ...], who: Who) -> tuple[Move, ...]:
    """With an answer to when the last one was, how often they are where another sentence says it otherwise than it was
    read before."""
    if len(found) != 1 or found[0].kind != "answer" or found[0].name not in ("anchor", "date") or not state.phases:
        return found
    known = [phase_words(phase) for phase in state.phases]
    for part in SENTENCE.finditer(said.text):
        reading = read(part[0], today=who.today, country=who.country)
        plain = reading.phases and not reading.questions and not reading.dates and not asks(Said.of(part[0]))
        if (
            plain
            and [phase_words(phase) for phase in reading.phases] != known
            and part[0].strip() not in found[0].value
        ):
            return (*found, Move("fact", "regimen", part[0].strip(), rest=(part.start(), part.end())))
    return found


def without_start(found: tuple[Move, ...], state: State, who: Who) -> tuple[Move, ...]:
    """The moves of an answer to whether all were had, without the day of the first one said once more beside a yes:
    "Monday the 23rd, that is. I have had all three"."""
    anchor = state.anchor
    if state.about != PAST or anchor is None or anchor.kind != "first" or not any(move.kind == "yes" for move in found):
        return found

    def is_start(move: Move) -> bool:
        day = read_date(move.value, today=who.today, country=who.country, role="last").date
        return move.kind == "answer" and day == anchor.date

    return tuple(move for move in found if not is_start(move))
