"""Notes of how it went: kept as they were said, put beside the symptoms that they name, and read for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

# The symptoms that the source articles tell people to track, with mood, which the picture has too.
TIREDNESS, TINGLING, WALKING, MOOD = "tiredness", "tingling", "walking", "mood"
# In this order a note that names several is put beside each.
SYMPTOMS: Mapping[str, re.Pattern[str]] = {
    TIREDNESS: re.compile(
        r"\b(?:tired\w*|fatigue\w*|exhaust\w*|energy|sleepy|worn out|knackered|shattered|wiped out|weary)\b", re.I
    ),
    TINGLING: re.compile(
        r"\b(?:tingl\w*|numb(?!ers?\b)\w*|pins (?:and|&|n) needles|prickl\w*|buzz\w*|burning (?:feet|hands)"
        r"|neuropath\w*)\b",
        re.I,
    ),
    WALKING: re.compile(
        r"\b(?:walk\w*|balance|unsteady|steady|steadier|steadily|wobbl\w*|gait|stumbl\w*|trip(?:ped|ping)?|stairs"
        r"|legs?)\b",
        re.I,
    ),
    MOOD: re.compile(
        r"\b(?:mood\w*|spirits?|cheer(?:ful|y)?|happ(?:y|ier)|sad(?:der)?|anxious|irritable|weepy|depress\w*"
        r"|low|(?<!up and )(?<!went )(?<!gone )(?<!going )down(?! (?:by|at|to|the|in|from|a|an|on|stairs|there)\b))\b",
        re.I,
    ),
    "concentration": re.compile(
        r"\b(?:concentrat\w*|fog\w*|focus\w*|memory|forget\w*|think(?:ing)? clear\w*|clear(?:er)? head)\b", re.I
    ),
    "appetite": re.compile(r"\b(?:appetite|hungry|off my food|eating)\b", re.I),
    "mouth": re.compile(r"\b(?:mouth|tongue|gums?|ulcers?)\b", re.I),
    "injection site": re.compile(
        r"\b(?:injection site|where (?:it|the needle) went in|sore arm|arm (?:is|was) sore|bruis\w*|lump)\b", re.I
    ),
    "headache": re.compile(r"\b(?:head ?aches?|migraine)\b", re.I),
    "sickness": re.compile(r"\b(?:nause\w*|sick(?:ness)?|queasy)\b", re.I),
}
# What the picture draws, from top to bottom.
LANES = (TIREDNESS, TINGLING, WALKING, MOOD)
BETTER, SAME, WORSE = "better", "same", "worse"
_SAME = re.compile(
    r"\b(?:same|no change|unchanged|no different|no better(?! \w)|not changed|steady as ever|as (?:ever|before"
    r"|usual))\b",
    re.I,
)
_WORSE = re.compile(
    r"\b(?:worse\w*|worst ever|deteriorat\w*|more (?:tired|tingl\w+|numb\w*|wobbly|unsteady)|lower)\b", re.I
)
# "Not worse", "is no worse": it is as it was. "Could not be worse" and a bare "no worse" may say something else.
_NOT_WORSE = re.compile(
    r"(?:(?<!could )(?<!can )(?<!if )\bnot|(?:(?<=\bis)|(?<=\bare)|(?<=\bhas)|(?<=\bhave)|(?<=\bwas)|(?<=\bdid)"
    r"|(?<=\bdoes))n't|\bnor)"
    r" (?:(?:got|get|gotten|getting|gone|become|feeling|any|much|a bit|really) ){0,3}worse\b"
    r"|(?:(?<=\bis )|(?<='s )|(?<=\bare )|(?<=\bwas )|(?<=\bwere )|(?<=\bbut )|(?<=\band )|(?<=\bmuch ))no worse\b"
    r"|\bno worse (?=than\b)",
    re.I,
)
_LESS = re.compile(r"\b(?:less|fewer)\b", re.I)
_MORE = re.compile(r"\b(?:more)\b", re.I)
_BETTER = re.compile(
    r"\b(?:better|improv\w*|eas(?:ing|ed|ier)|gone|brighter|happier|steadier|milder|fainter|up a bit"
    r"|not as (?:tired|bad|numb))\b",
    re.I,
)
_NOT_BETTER = re.compile(r"\b(?:no|not|never|isn'?t|aren'?t|any) (?:much |any |a bit |really ){0,2}better\b", re.I)
# More or less of these is the other way round.
_GOOD_THINGS = re.compile(r"\b(?:energy|steady|far|cheer\w*|happy|appetite|clear)\b", re.I)
_RATING = re.compile(r"\b(\d{1,2})(?:\.\d)? ?(?:out of|/|of) ?(10|ten)\b(?![/-]\d)", re.I)
_NUMBER = re.compile(r"\W*(?:about |maybe |around |a |an )?(10|\d)(?:\.\d)?\W*", re.I)
_PART = re.compile(r"[,;.!?]\s|\s(?:but|and|while|though|yet)\s|\n", re.I)
LONGEST, MOST = 400, 400


@dataclass(frozen=True)
class Mark:
    """What a note says of one symptom by its own words: the direction that they name (`BETTER`, `SAME`, `WORSE`), and
    the number of 10 that the person gave; each None where there is none."""

    symptom: str
    said: str | None = None
    number: int | None = None


@dataclass(frozen=True)
class Note:
    """What somebody said of a day.

    text: as it was said. marks: one for each symptom that it names, in the order of `SYMPTOMS`; none where it names
    none of them.
    """

    day: date
    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """The symptoms that it names."""
        return tuple(mark.symptom for mark in self.marks)

    def of(self, symptom: str) -> Mark | None:
        """What it says of one of them."""
        return next((mark for mark in self.marks if mark.symptom == symptom), None)

    def to_json(self) -> dict[str, Any]:
        return {"day": self.day.isoformat(), "text": self.text, "marks": [asdict(mark) for mark in self.marks]}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Note:
        """Read what `to_json` wrote."""
        marks = tuple(Mark(**mark) for mark in value.get("marks") or ())
        return cls(date.fromisoformat(value["day"]), str(value["text"]), marks)


def note_of(text: str, day: date, *, about: Sequence[str] = ()) -> Note:
    """The note that `text` is. `about`: what was asked, where it answers a question and names nothing itself."""
    kept = " ".join(text.split())[:LONGEST]
    parts = [part for part in _PART.split(kept) if part.strip()]
    named = symptoms_in(kept)
    if not named:
        said, number = direction(kept), rating(kept, alone=True)
        return Note(day, kept, tuple(Mark(symptom, said, number) for symptom in about))
    marks = []
    for symptom in named:
        mine = _near(parts, symptom)
        marks.append(Mark(symptom, direction(mine), rating(mine)))
    return Note(day, kept, tuple(marks))


def _near(parts: Sequence[str], symptom: str) -> str:
    """The parts of a text that tell of a symptom: those that name it, and those behind them that name none."""
    found, mine = [], False
    for part in parts:
        named = symptoms_in(part)
        mine = symptom in named or (mine and not named)
        if mine:
            found.append(part)
    return " ".join(found)


def symptoms_in(text: str) -> tuple[str, ...]:
    """The symptoms of the source articles that a text names."""
    return tuple(name for name, pattern in SYMPTOMS.items() if pattern.search(text))


def direction(text: str) -> str | None:
    """Which way a text says that it went, by its own words; None where it says none, or several."""
    plain = _RATING.sub(" ", text.replace("’", "'"))
    not_worse = _NOT_WORSE.search(plain) is not None
    plain = _NOT_WORSE.sub(" ", plain)
    better = _BETTER.search(_NOT_BETTER.sub(" ", plain)) is not None
    found = {
        WORSE: _WORSE.search(plain) is not None,
        # What is better and "not worse" is better.
        SAME: _SAME.search(plain) is not None or _NOT_BETTER.search(plain) is not None or (not_worse and not better),
        BETTER: better,
    }
    good = _GOOD_THINGS.search(plain) is not None
    if _LESS.search(plain):
        found[WORSE if good else BETTER] = True
    elif _MORE.search(plain) and good:
        found[BETTER] = True
    told = [name for name, there in found.items() if there]
    return told[0] if len(told) == 1 else None


def tells_worse(text: str) -> bool:
    """Whether any word of a text says worse, whatever else it says; "not worse" does not."""
    return _WORSE.search(_NOT_WORSE.sub(" ", text.replace("’", "'"))) is not None


def rating(text: str, *, alone: bool = False) -> int | None:
    """The number of 10 that a text gives; with `alone` also a number that stands for itself, as an answer."""
    found = _RATING.search(text)
    if found is not None:
        return int(found[1]) if int(found[1]) <= 10 else None
    whole = _NUMBER.fullmatch(text) if alone else None
    return int(whole[1]) if whole else None


def grouped(notes: Iterable[Note]) -> dict[str, list[Note]]:
    """The notes by symptom, in the order of `SYMPTOMS`; under "" those that name none. One that names several stands
    under the first."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.about[0] if note.about else "", []).append(note)
    return {name: found[name] for name in (*SYMPTOMS, "") if name in found}


@dataclass(frozen=True)
class Told:
    """What was said here on a day: a question that had no answer here, or a reaction."""

    day: date
    text: str

    def to_json(self) -> dict[str, Any]:
        return {"day": self.day.isoformat(), "text": self.text}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Told:
        """Read what `to_json` wrote."""
        return cls(date.fromisoformat(value["day"]), str(value["text"]))


MOST_CHOSEN, MOST_ASKED, MOST_REACTIONS, LONGEST_ASKED = 8, 5, 3, 160


@dataclass
class Diary:
    """What is kept of one person beside their plan.

    Attributes:
        notes: in the order in which they were told; at most `MOST`, those of the oldest days forgotten first.
        asked_on: the day on which the three questions were last offered or asked for, or None.
        weekly: whether somebody wants to be offered them, also while no notes are kept.
        dropped: the notes that were deleted last by a word of theirs, until a new one is told.
        doubt: the notes of which it was asked which one is meant, or the one whose new words were asked; doubt_as: what
            is to be done with it, and the words that go with that.
        offered: what was told and is offered to be kept, until something else is said.
        question: which of the three is open (0, 1, 2), or None.
        chosen: questions for the clinic that the person chose.
        unanswered: what was asked here and not answered, the latest last.
        reactions: what was told of reactions to an injection, in the person's words, the latest last.
        to_tell: what the person wants told on the page, in their words.
        visit: the day of the appointment with a doctor that the page is for, or None.
        reminders: what is kept of reminders (`b12guide.diary.reminders.Reminders`), JSON.
        key, version: what opens the pages; `links_from`: the first version of which the addresses still open.
        undo: the plan as it was before the dose told of last, should that not have been had after all
            (`actions.taken_back`), or None.
    """

    notes: tuple[Note, ...] = ()
    asked_on: date | None = None
    question: int | None = None
    chosen: tuple[str, ...] = ()
    unanswered: tuple[Told, ...] = ()
    reactions: tuple[Told, ...] = ()
    to_tell: tuple[str, ...] = ()
    visit: date | None = None
    reminders: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    version: int = 0
    undo: dict[str, Any] | None = None
    weekly: bool = False
    offered: str = ""
    dropped: tuple[Note, ...] = ()
    doubt: tuple[Note, ...] = ()
    doubt_as: tuple[str, str] = ("", "")
    links_from: int = 0

    def add(self, note: Note) -> bool:
        """Keep a note, once: whether it is new."""
        same = [one for one in self.notes if (one.day, one.about) == (note.day, note.about)]
        if note.text.casefold() in (one.text.casefold() for one in same):
            return False
        told = [*self.notes, note]
        while len(told) > MOST:
            told.remove(min(told, key=lambda one: one.day))
        self.notes = tuple(told)
        return True

    def drop(self, note: Note) -> None:
        """Keep a note no more; of several that say the same of the same day the one told last."""
        place = len(self.notes) - 1 - self.notes[::-1].index(note)
        self.notes = self.notes[:place] + self.notes[place + 1 :]

    @property
    def by_day(self) -> tuple[Note, ...]:
        """The notes by the day that they are of, the earliest first."""
        return tuple(sorted(self.notes, key=lambda one: one.day))

    def tell(self, words: str) -> bool:
        """Keep what is to be told on the page, once; False where there is no more room."""
        text = " ".join(words.split())[:LONGEST_ASKED]
        if text.casefold() in (one.casefold() for one in self.to_tell):
            return True
        if len(self.to_tell) >= MOST_CHOSEN:
            return False
        self.to_tell = (*self.to_tell, text)
        return True

    def choose(self, question: str) -> bool:
        """Keep a question for the clinic; False where there is no more room."""
        text = " ".join(question.split())[:LONGEST_ASKED]
        if text in self.chosen:
            return True
        if len(self.chosen) >= MOST_CHOSEN:
            return False
        self.chosen = (*self.chosen, text)
        return True

    def not_answered(self, text: str, day: date) -> None:
        """Keep what was asked and had no answer, once."""
        self.unanswered = _once_more(self.unanswered, text, day)[-MOST_ASKED:]

    def reacted(self, text: str, day: date) -> None:
        """Keep what was told of a reaction, once."""
        self.reactions = _once_more(self.reactions, text, day)[-MOST_REACTIONS:]

    def to_json(self) -> dict[str, Any]:
        """JSON throughout, dates as ISO 8601."""
        return {
            "notes": [note.to_json() for note in self.notes],
            "asked_on": self.asked_on.isoformat() if self.asked_on else None,
            "question": self.question,
            "chosen": list(self.chosen),
            "unanswered": [one.to_json() for one in self.unanswered],
            "reactions": [one.to_json() for one in self.reactions],
            "to_tell": list(self.to_tell),
            "visit": self.visit.isoformat() if self.visit else None,
            "reminders": self.reminders,
            "key": self.key,
            "version": self.version,
            "undo": self.undo,
            "weekly": self.weekly,
            "offered": self.offered,
            "dropped": [note.to_json() for note in self.dropped],
            "doubt": [note.to_json() for note in self.doubt],
            "doubt_as": list(self.doubt_as),
            "links_from": self.links_from,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | None) -> Diary:
        """Read what `to_json` wrote; an empty diary for None. What another version wrote beside it is left out."""
        given = value or {}
        day, visit = given.get("asked_on"), given.get("visit")
        what, words = given.get("doubt_as") or ("", "")
        return cls(
            tuple(Note.from_json(note) for note in given.get("notes") or ()),
            date.fromisoformat(day) if day else None,
            given.get("question"),
            tuple(given.get("chosen") or ()),
            tuple(Told.from_json(one) for one in given.get("unanswered") or ()),
            tuple(Told.from_json(one) for one in given.get("reactions") or ()),
            tuple(given.get("to_tell") or ()),
            date.fromisoformat(visit) if visit else None,
            dict(given.get("reminders") or {}),
            given.get("key"),
            int(given.get("version") or 0),
            given.get("undo"),
            bool(given.get("weekly")),
            str(given.get("offered") or ""),
            tuple(Note.from_json(note) for note in given.get("dropped") or ()),
            tuple(Note.from_json(note) for note in given.get("doubt") or ()),
            (str(what), str(words)),
            int(given.get("links_from") or 0),
        )


def _once_more(told: Sequence[Told], text: str, day: date) -> tuple[Told, ...]:
    """What was told with one more, which stands there once."""
    new = Told(day, " ".join(text.split())[:LONGEST_ASKED])
    return (*(one for one in told if one.text.casefold() != new.text.casefold()), new)
