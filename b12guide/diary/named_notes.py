"""Which notes some words name, and what one says once a part of it is put right or taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz

from b12guide.diary.note_days import DAY
from b12guide.diary.notes import Note, symptoms_in
from b12guide.diary.one_note import ALL, LAST
from b12guide.plan.model import WEEKDAYS
from b12guide.plan.reading.day_words import MONTH_PLACES, MONTHS

# "6 hours not 5": what is wrong in it, and what it is.
_NOT = re.compile(r"(?P<right>[^,;]{1,80}?),? (?:and )?(?:not|instead of|rather than) (?P<wrong>.{1,60})", re.I | re.S)
# From this likeness on the words that are named are those of a note.
_LIKE = 85
_NUMBERED = re.compile(
    r"(?:(?!(?:the|with|note|notes|entry|one|says?|said|and|on|of|about|had"
    r"|where)\b)(?P<word>[a-z']{2,20}) (?:(?:was|is|of|at|about) )?)?(?<![\w/.])(?P<number>\d{1,3})(?:\.\d)?(?![\d:])"
)
_SAYS_NOTHING = re.compile(
    r"\b(?:the|an?|my|of|in|on|at|to|and|with|for|that|this|its?|i|was|were|is|are|had|have|about|from|when|where|how"
    r"|being|feeling|bit|some|said|says?|wrote|told)\b"
)
_DAY = re.compile(rf"\b{DAY}\b", re.I)
# "In March", "the March one"; a bare "may" is no month.
_MONTH = re.compile(
    rf"\b(?:in|from|of|for|during|back in) (?:early |late |mid )?(?:last |this )?({MONTHS})\b(?! \d)"
    rf"|^(?:(?:the|my) )?((?!may\b)(?:{MONTHS})|may$)(?:'s)?\b(?! \d)",
    re.I,
)
_NTH = ("first", "second", "third", "fourth", "fifth")
_OLDEST, _NEWEST = frozenset({"oldest", "older", "earliest", "earlier", "old"}), frozenset({"newest", "newer", "later"})
_PLACE = re.compile(
    rf"(?:very )?(?P<place>{'|'.join((*_NTH, *sorted(_OLDEST), *sorted(_NEWEST)))}|other)(?: (?:one|note|entry|line))?"
    r"(?: (?:about|with|on|of|from) (?P<rest>.+))?"
)
# Between the clauses of a note.
_BETWEEN = re.compile(r"(\s{0,3}[,;.!?]{1,3}\s{1,3}(?:(?:and|but) )?|\s(?:and(?! needles)|but|though|while)\s)", re.I)


def put_right(note: str, words: str) -> str:
    """What a note says once it is put right: "6 hours not 5" in "slept 5 hours"; else the new words as they are."""
    found = _NOT.fullmatch(words.strip(" ."))
    wrong = re.search(rf"\b{re.escape(found['wrong'].strip())}\b", note, re.I) if found is not None else None
    if found is None or wrong is None:
        return words
    right, after = found["right"].split(), re.findall(r"[\w']+", note[wrong.end() :])
    right = _ended_like(right, found["wrong"], note)
    # "6 hours" for the 5 of "5 hours" says the hours once.
    same = max((n for n in range(len(right)) if right[len(right) - n :] == after[:n]), default=0)
    # So is what stands before it: "walked 3" for the 2 of "walked 2 miles".
    right, before = right[: len(right) - same], [one.casefold() for one in re.findall(r"[\w']+", note[: wrong.start()])]
    told = [one.casefold() for one in right]
    again = max((n for n in range(len(right)) if n <= len(before) and told[:n] == before[len(before) - n :]), default=0)
    return f"{note[: wrong.start()]}{' '.join(right[again:])}{note[wrong.end() :]}"


def _ended_like(right: list[str], wrong: str, note: str) -> list[str]:
    """The new words up to that with which the old ones end, where what follows stands in the note already: "half an
    hour at the park" for "an hour"."""
    last, plain = wrong.split()[-1].casefold(), [one.casefold() for one in right]
    if last not in plain:
        return right
    end = plain.index(last) + 1
    known = set(re.findall(r"[\w']+", f"{note} at the in on of for a an to my".casefold()))
    return right[:end] if set(plain[end:]) <= known else right


def meant(notes: Sequence[Note], words: str, day: date | None = None) -> list[Note]:
    """The notes that are named: the one told last, all, those of a place ("first", "other"), of a `day` or a month, or
    those with some words, or about something."""
    if words in (ALL, LAST):
        return list(notes if words == ALL else notes[-1:])
    plain = words.casefold().strip()
    if exact := [note for note in notes if note.text.casefold() == plain]:
        return [note for note in exact if note.day == day][-1:] or exact[-1:]
    if (placed := _PLACE.fullmatch(plain)) is not None:
        rest = placed["rest"] or ""
        return _in_place(meant(notes, rest, day) if rest else list(notes), placed["place"])
    of_day = [note for note in notes if note.day == day]
    if of_day:
        return with_words(of_day, _DAY.sub(" ", plain)) or of_day
    if found := with_words(notes, plain):
        return found
    if (timed := of_time(notes, plain)) or _of_month(notes, plain) is not None:
        return timed
    # A number that is named is in the note, and of the same thing: "brain fog 5/10" is no other score.
    notes = [note for note in notes if has_numbers(note.text, words)]
    found = [note for note in notes if _telling(plain) and fuzz.partial_ratio(plain, note.text.casefold()) >= _LIKE]
    if found:
        return found
    # "The weepy spell" is of mood; of several, the one that has one of the words.
    about = [note for note in notes if set(symptoms_in(words)) & set(note.about)]
    return [note for note in about if any(_has(note.text, word) for word in _telling(plain))] or about


def of_time(notes: Sequence[Note], words: str) -> list[Note]:
    """The notes of the weekday or the month that some words name, and with whatever else they name."""
    plain = words.casefold()
    named = next((name for name in WEEKDAYS if re.search(rf"\b{name.casefold()}", plain)), None)
    if named is not None and not re.search(r"\d", plain):
        found = [note for note in notes if WEEKDAYS[note.day.weekday()] == named]
        return with_words(found, _DAY.sub(" ", plain)) or found
    return _of_month(notes, plain) or []


def _of_month(notes: Sequence[Note], plain: str) -> list[Note] | None:
    """The notes of the month that some words name, and with what else they say; None where they name none."""
    month = _MONTH.search(plain)
    if month is None:
        return None
    place, rest = (
        MONTH_PLACES[next(one for one in month.groups() if one)],
        f"{plain[: month.start()]} {plain[month.end() :]}",
    )
    found = [note for note in notes if note.day.month == place]
    return meant(found, rest.strip()) if _telling(rest) else found


def _in_place(notes: list[Note], place: str) -> list[Note]:
    """Those of some notes that are in a place. Notes are read out the latest first, so "the first" may be either."""
    if place in _OLDEST:
        return sorted(notes, key=lambda note: note.day)[:1]
    if place in _NEWEST:
        return notes[-1:]
    if place == "other":
        return notes[:-1]
    nth = _NTH.index(place)
    return [notes[one] for one in sorted({nth, len(notes) - 1 - nth}) if 0 <= one < len(notes)]


def without(note: str, words: str) -> str | None:
    """What is left of a note without the clauses that tell of something: "" where nothing is, None where no clause of
    it does."""
    parts = _BETWEEN.split(note)
    clauses, between = parts[::2], ["", *parts[1::2]]
    gone = {place for place, clause in enumerate(clauses) if _all_in(clause, words)}
    if not gone:
        about = set(symptoms_in(words))
        gone = {place for place, clause in enumerate(clauses) if about & set(symptoms_in(clause))}
    if not gone:
        return None
    kept = [place for place in range(len(clauses)) if place not in gone]
    left = "".join(f"{between[place] if place != kept[0] else ''}{clauses[place]}" for place in kept)
    return left.strip(" ,;.") if re.search(r"[a-z]{2}", left, re.I) else ""


def _all_in(text: str, words: str) -> bool:
    telling = _telling(words.casefold())
    return bool(telling) and all(_has(text, word) for word in telling)


def has_numbers(note: str, words: str) -> bool:
    """Whether a note has each number of some words, and right behind the word that it stands behind there."""
    for found in _NUMBERED.finditer(words.casefold()):
        before = rf"{re.escape(found['word'])}\W{{1,3}}(?:\w{{1,6}}\W{{1,3}})?" if found["word"] else ""
        if not re.search(rf"(?<![\w/]){before}{re.escape(found['number'])}(?![\d])", note.casefold()):
            return False
    return True


def with_words(notes: Sequence[Note], words: str) -> list[Note]:
    """The notes in which each of some words stands: who names them tells of nothing else."""
    telling = _telling(words.casefold())
    return [
        note
        for note in notes
        if telling and all(_has(note.text, word) for word in telling) and has_numbers(note.text, words)
    ]


def _telling(words: str) -> list[str]:
    return re.findall(r"[\w']+", _SAYS_NOTHING.sub(" ", words))


def _has(text: str, word: str) -> bool:
    """Whether a text has a word in any of its forms: "sleep" and "slept", "walking" and "walked"."""
    if word.isdigit():
        return word in re.findall(r"\d+", text)
    word = re.sub(r"(?<=\w{4})(?:ing|ed)$", "", word)
    stem = word if len(word) < 5 else word[: max(3, len(word) - 3)]
    # "Crying" and "cried".
    stems = (stem, f"{stem[:-1]}i") if stem.endswith("y") else (stem,)
    return any(one.startswith(stems) for one in re.findall(r"[\w']+", text.casefold()))
