"""What was heard of a message about a plan: its parts and its acts, each taken once by what says it in plain words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol

from ..model import Role, full_date
from ..reading.day_words import FULL_WEEKDAYS, MONTHS
from .message import number
from .old_gap import BACK_WHEN
from .outcome import Who
from .said_day import said_day
from .state import State

# From which share an act counts as heard, and a part as one.
HEARD, SURE = 0.5, 0.45
# From which share an act counts beside one that is surely heard.
HARDLY = 0.6
# From which share a day is heard to have nothing to do with a plan.
SURE_ASIDE = 0.45
# Acts that say nothing to a plan, or no more than the parts beside them.
BESIDE = frozenset(
    {"question", "sign", "feeling", "none", "thanks", "courtesy", "remark"}
    | {"whose", "adult", "corrects", "right_rest", "tells_stage"}
)
# Parts that say nothing to a plan.
ASIDE = frozenset({"who", "other", "not"})
# Parts of which two that stand together may be one: "Tuesday", "the 17th of November".
_JOINED_ALWAYS = frozenset({"every", "dose"})
# A month, a day of the week, or a day of the month by its place.
_NAMES_DAY = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]*(?:ary|uary|ch|il|e|y|ust|ber))?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d{1,2}(?:st|nd|rd|th)",
    re.I,
)
_WHOLE_DATE = re.compile(
    rf"(?:(?:{FULL_WEEKDAYS}|(?:mon|tues?|weds?|thurs?|fri|sat|sun)\.?),? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?: of)? (?:{MONTHS})"
    rf"|(?:{MONTHS})\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?)(?:,? 20\d\d)?",
    re.I,
)
_DAY_ALONE = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)", re.I)
_MONTH_ALONE = re.compile(rf"(?:in |this |last |next )?(?:{MONTHS})", re.I)
# Several days of a month in a row: "5th 8th".
_ROW = re.compile(r"\d{1,2}(?:st|nd|rd|th)(?=\W+\d{1,2}(?:st|nd|rd|th)\b)|\d{1,2}(?:st|nd|rd|th)\b", re.I)
_NAMES_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.I)
_DAYS = frozenset({"last", "first", "booked", "missed", "day", "from", "to", "asked", "if"})
# What the pieces of a gap may be heard as, and a whole one: "10", "weeks".
_NUMBERS = frozenset({"every", "not", "wish", "course", "done", "left", "asked", "many"})
_WHOLE_GAP = re.compile(
    r"(?:every |each )?(?:\d{1,3}|two|three|four|five|six|eight|ten|twelve)[ -]?(?:day|week|month|year)(?:s|ly)?", re.I
)
# "At 11", "half 3": an hour of the day, which is no day of the month.
_HOUR = re.compile(
    r"(?:(?:at|@|about|around|by)\s*)?(?:(?:half|quarter past|quarter to|ten past|ten to|five past|five to|twenty past"
    r"|twenty to)\s+)?(?:1?\d|2[0-3])(?:[:.]\d\d)?",
    re.I,
)
_BEFORE_HOUR = re.compile(
    rf"(?:\b(?:at|around|about)|@)\s*{_HOUR.pattern}\W*$|\b(?:half|quarter|past|to) \d{{1,2}}\W*$", re.I
)
# What takes something out of what is told, which no part says.
_EXCEPT = re.compile(r"\b(?:except|excluding|apart from|aside from|but not|unless|other than)\b", re.I)
# "Suppose mum had it today": nothing was had.
_SUPPOSES = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay|well|now|then|just)\W+){0,3}"
    r"(?:suppose|supposing|imagine|assume|assuming|let'?s say|what if|if)\b",
    re.I,
)
# "It was supposed to be 30 November, but she had it on the 3rd": for when one was meant that was given on another day.
_MEANT_FOR = re.compile(
    r"\b(?:suppos\w+ to|meant to|(?:was|were) to|should(?:'?ve| have)?|due|down|booked|scheduled|planned|pencilled)"
    r"(?: (?:have|be|been|had|get|got|it|on|for|in|the|to|a|my|her|his|come|done|next|at|b-?12"
    r"|vitamin|jab|jag|shot|injection"
    r"|needle|dose|go)){0,8}\W*$",
    re.I,
)
_NEAR = 60
# What a message does where a part of this kind is one of the plan: "till the 24th" of a visit is none where nothing of
# being away was heard.
_DONE_BY = {
    "to": ("tells_away", "ask_many", "ask_count", "ask_falls", "ask_left"),
    "from": ("tells_away", "ask_many", "ask_falls"),
    "asked": ("ask_is_it", "ask_falls", "ask_weekday", "ask_many", "ask_if"),
    "booked": ("tells_booked", "ask_if", "ask_is_it", "ask_early", "ask_late", "ask_move"),
    "many": ("ask_many",),
    "last": (
        "tells_dose",
        "tells_plan",
        "tells_first",
        "tells_count",
        "tells_missed",
        "tells_booked",
        "corrects",
        "no",
    ),
}
# What is asked of a part, and from which share something is surely asked.
_NEEDS = {"ask_is_it": "asked", "ask_falls": "asked", "ask_if": "if", "ask_wish": "wish", "ask_count": "to"}
_SURELY_ASKED = 0.9
# From which share something may be done by a message.
_POSSIBLY = 0.3
# A gap has a number, a unit or a word of its own: "a", "whole" are parts of none.
_GAP = re.compile(
    r"\d|week|month|day|year|fortnight|night|hour|daily|every|each|other|second|alternate|annual|quarter|once|twice"
    rf"|time|{FULL_WEEKDAYS}",
    re.I,
)
_WAS_SO = re.compile(
    r"\b(?:it|they|mine|that|plan) (?:was|were|used to be)(?: (?:on|always|just|only|first|once))?\W*$", re.I
)
_TAKES_BACK = re.compile(
    r"\b(?:no|nope|wait|hang on|hold on|scrap that|sorry|i mean|actually|i tell a lie"
    r"|that'?s (?:her|his|my|the|for))\b",
    re.I,
)
# Days of something else: "she wants to do it for her birthday on 12 August", "Aoife's conferring was that Friday".
_OTHER_EVENT = re.compile(
    r"\b(?:birthday|b-?day|wedding|marri\w+|party|christening|graduat\w*|conferring|anniversary|funeral|flight|fly|flying"
    r"|holidays?|dentist\w*|optician\w*|hair\w*|chiropodist|physio\w*|interview|exams?|match|game|tournament|jury|concert"
    r"|school|plumber|furnace|boiler|vet|mot|nct|visa|cataract|mammogram|smear|eye test|eye clinic|check-?ups?"
    r"|warrant|test to|bp review|podiatrist|colonoscopy|orthodontist|recital|taxes|bowls|minibus|bloodwork"
    r"|bloods|blood test|scan|x-?ray|flu|covid"
    r"|reunion|recital|photos|operation|stitches)\b",
    re.I,
)
_OF_INJECTION = re.compile(
    r"\b(?:b-?12|injections?|jabs?|jags?|shots?|needles?|doses?|nurse|clinic|surgery|booked|book|appointments?|appt|slot"
    r"|mine|last one|next one|had it|got it|have it|do it|it'?s|me|him|her)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.,;:!?\n]|\b(?:and|but|so|because|cos)\b", re.I)
# "Started last month", where the day is told too.
# "The 2nd of December, a Wednesday": the day of the week of the one told.
_WEEKDAY = re.compile(rf"(?:a |an |the |it was a |on a )?(?:{FULL_WEEKDAYS})", re.I)
_VAGUE = re.compile(
    r"(?:the |a )?(?:week|month|day|fortnight) (?:after|before)(?: that)?|"
    r"(?:(?:last|this|the other) (?:month|week|year)|(?:a )?(?:few|couple of|couple|two|three) (?:weeks|months) ago"
    r"|recently|earlier this (?:week|month|year)|back in \w+|in \w+)",
    re.I,
)


class Part(Protocol):
    """A part of a message: from where to where it stands, of what it is one, and how surely, from 0 to 1."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def tag(self) -> str: ...
    @property
    def share(self) -> float: ...


class NoPlainWordsError(Exception):
    """There are no plain words for something that was heard."""


@dataclass(frozen=True)
class _Joined:
    start: int
    end: int
    tag: str
    share: float


def _joined(run: Sequence[Part]) -> _Joined:
    """The pieces of a date as one: what most of them, and the surest, were heard as."""
    tags = list(dict.fromkeys(part.tag for part in run))
    tag = max(tags, key=lambda one: sum(part.share for part in run if part.tag == one))
    return _Joined(run[0].start, run[-1].end, tag, max(part.share for part in run))


class Heard:
    """The parts and acts of a message. What is taken of them has its words; what is left at the end has none."""

    def __init__(self, text: str, parts: Sequence[Part], acts: Mapping[str, float], state: State, who: Who) -> None:
        self.text, self.state, self.who = text, state, who
        # What is hardly heard beside what surely is, is not.
        least = HARDLY if max(acts.values(), default=0.0) >= _SURELY_ASKED else HEARD
        self.acts = {act for act, share in acts.items() if share >= least}
        self.denied = any(part.tag == "not" for part in parts)
        self._known = [(part.start, part.end) for part in parts if part.tag != "other" or part.share >= SURE_ASIDE]
        self._parts = self._told(self._of_plan(self._whole(self._denied(self._days_joined(parts))), acts))
        self.acts -= self._without_part(acts)
        self._acts = self.acts - BESIDE
        # How surely the least sure of all that says something was heard: of what is told, where anything is.
        told = [act for act in self._acts if not act.startswith("ask_")]
        of_acts = [acts[act] for act in told or self._acts]
        self.share = min([*of_acts, *(part.share for part in self._parts)], default=0.0)
        if "no_date" in self._acts:
            # Whoever has no date, and asks for the next one, is told how it is counted.
            self._acts.discard("ask_next")

    @property
    def all_taken(self) -> bool:
        """Whether everything that says something to a plan has its words."""
        return not self._acts and not self._parts

    @property
    def doubtful(self) -> bool:
        """Whether a part was not surely heard, a day or a month stands beside all parts, something is left out, or one
        that was had is only supposed."""
        if _EXCEPT.search(self.text) or (_SUPPOSES.match(self.text) and self.has("last")):
            return True
        return any(part.share < SURE for part in self._parts) or any(
            _NAMES_DAY.fullmatch(word[0]) and not any(a <= word.start() < b for a, b in self._known)
            for word in re.finditer(r"[a-z]+|\d+(?:st|nd|rd|th)\b", self.text, re.I)
        )

    def has(self, tag: str) -> bool:
        """Whether a part with this tag is left."""
        return any(part.tag == tag for part in self._parts)

    def peek(self, tag: str) -> list[Part]:
        """The parts with a tag, which are left."""
        return [part for part in self._parts if part.tag == tag]

    def parts(self, tag: str) -> list[Part]:
        """Takes the parts with a tag."""
        found = self.peek(tag)
        self._parts = [part for part in self._parts if part.tag != tag]
        return found

    def take(self, tag: str) -> list[str]:
        """Takes the parts with a tag, as their words."""
        return [self.words(part) for part in self.parts(tag)]

    def one(self, tag: str) -> str | None:
        """Takes the one part with a tag, as its words; None where there is none.

        Raises:
            NoPlainWordsError: there are several.
        """
        found = self.take(tag)
        if len(found) > 1:
            raise NoPlainWordsError
        return found[0] if found else None

    def does(self, *acts: str) -> bool:
        """Takes these acts; whether the message does one of them."""
        self._acts -= set(acts)
        return bool(self.acts & set(acts))

    def words(self, part: Part) -> str:
        """The words of a part."""
        return self.text[part.start : part.end].strip(" ,.;:!?")

    def day(self, words: str, role: Role) -> str:
        """A day in full, or in the person's words where they can be read in two ways.

        Raises:
            NoPlainWordsError: the words are no day, or no more than a month.
        """
        if _MONTH_ALONE.fullmatch(words):
            raise NoPlainWordsError
        within = next((question.within for question in self.state.open if question.about == "date"), ())
        if role == "last" and (known := self._in_known_month(words)) is not None:
            return full_date(known)
        if role == "next" and (booked := self._in_month_booked(words)) is not None:
            return full_date(booked)
        found = said_day(words, role, self.who, within if role == "last" else ())
        if found.date is not None:
            return full_date(found.date)
        if found.question is None:
            raise NoPlainWordsError
        return words

    def _in_known_month(self, words: str) -> date | None:
        """A day of the month alone that puts the last one right: "the 23rd was the dentist, it was the 16th"."""
        anchor, found = self.state.anchor, _DAY_ALONE.fullmatch(words)
        if anchor is None or found is None or "corrects" not in self.acts or self.state.confirmed:
            return None
        if int(found[1]) > monthrange(anchor.date.year, anchor.date.month)[1]:
            return None
        known = anchor.date.replace(day=int(found[1]))
        return known if known <= self.who.today else None

    def _in_month_booked(self, words: str) -> date | None:
        """The day that the clinic set, named again by its number alone: "she says the 14th is right"."""
        booked, found = self.state.booked, _DAY_ALONE.fullmatch(words)
        same = booked is not None and found is not None and int(found[1]) == booked.day
        return booked if same and booked is not None and booked >= self.who.today else None

    def days(self, tag: str, role: Role) -> list[str]:
        """Takes the parts with a tag, as the days that they say; beside a day, "at 11" is the hour of that.

        Raises:
            NoPlainWordsError: hours alone are told, which are no day.
        """
        parts = self.parts(tag)
        days = [part for part in parts if not self._is_hour(part)]
        if parts and not days:
            raise NoPlainWordsError
        return [self.day(self.words(part), role) for part in days]

    def _is_hour(self, part: Part) -> bool:
        """Whether a part says an hour: "at 11", "half 3"."""
        if _HOUR.fullmatch(self.words(part)) is None:
            return False
        return _BEFORE_HOUR.search(self.text[: part.end]) is not None

    @staticmethod
    def number(words: str) -> int:
        """The one number in some words; 0 where they say none.

        Raises:
            NoPlainWordsError: they hold no number, or several.
        """
        found = {n for word in re.findall(r"[a-z]+|\d+", words.lower()) if (n := number(word)) is not None}
        if not found and words.lower() in ("none", "no", "nothing"):
            return 0
        if len(found) != 1:
            raise NoPlainWordsError
        return found.pop()

    @staticmethod
    def _denied(parts: Sequence[Part]) -> list[Part]:
        """The parts, in which the day right behind a word that is denied is denied with it: "friday the 22nd"."""
        found: list[Part] = []
        for part in sorted(parts, key=lambda one: one.start):
            joined = found and found[-1].tag == "not" and part.tag == "last" and found[-1].end + 1 == part.start
            found.append(_Joined(part.start, part.end, "not", part.share) if joined else part)
        return found

    def _of_plan(self, parts: Sequence[Part], acts: Mapping[str, float]) -> list[Part]:
        """The parts without those that say nothing to a plan: of an act that was not heard, no gap at all, or the day
        of something else."""
        left = [part for part in parts if part.tag not in ASIDE and not (part.tag in _DAYS and self._is_no_day(part))]
        if not self.acts - BESIDE:
            return left
        left = [
            part
            for part in left
            if part.tag not in _DONE_BY or any(acts.get(act, 0.0) >= _POSSIBLY for act in _DONE_BY[part.tag])
        ]
        # "Every month in the old doctor's time" was heard as nothing from its first word on.
        ends = {part.end + 1 for part in parts if part.tag == "other"}
        gaps = [
            part for part in left if part.tag == "every" and _GAP.search(self.words(part)) and part.start not in ends
        ]
        # "It was monthly in the old doctor's time, now it is every 8 weeks": the last one counts; so it does of "every
        # 4 weeks, no, that's her massage, it's every 6".
        was = [part for part in gaps[:-1] if _WAS_SO.search(self.text[: part.start][-_NEAR:])]
        was += [part for part in gaps if BACK_WHEN.search(self.text[: part.start][-_NEAR:])]
        if "corrects" in self.acts:
            was += [one for one, other in pairwise(gaps) if _TAKES_BACK.search(self.text[one.end : other.start])]
        gaps = [part for part in gaps if part not in was]
        left = [part for part in left if part.tag != "every" or (part not in was and (part in gaps or not gaps))]
        if not acts.get("tells_away", 0.0) >= HEARD:
            left = [part for part in left if part.tag != "booked" or not self._of_else(part)]
        lasts = [part for part in left if part.tag == "last"]
        others = [part for part in lasts if self._of_else(part)]
        return [part for part in left if part not in others] if len(others) < len(lasts) else left

    def _is_no_day(self, part: Part) -> bool:
        """Whether the words of a part are too small to say a day: "the", "on"."""
        return re.fullmatch(r"(?:the|on|a|an|of|in|at|and|or|so)?", self.words(part), re.I) is not None

    def _of_else(self, part: Part) -> bool:
        """Whether the clause in which a part stands tells of something else than injections."""
        starts = [cut.end() for cut in _CLAUSE.finditer(self.text, 0, part.start)]
        end = _CLAUSE.search(self.text, part.end)
        clause = self.text[starts[-1] if starts else 0 : end.start() if end else len(self.text)]
        return _OTHER_EVENT.search(clause) is not None and _OF_INJECTION.search(clause) is None

    def _told(self, parts: list[Part]) -> list[Part]:
        """The parts without a day that a dose was only meant for, and without a vague day beside one in full."""
        for tag in ("last", "first"):
            those = [part for part in parts if part.tag == tag]
            dated = [part for part in those if said_day(self.words(part), "last", self.who).date is not None]
            meant = [part for part in dated if tag == "last" and _MEANT_FOR.search(self.text[: part.start][-_NEAR:])]
            if dated and len(meant) < len(dated):
                vague = [
                    part for part in those if _VAGUE.fullmatch(self.words(part)) or self._is_weekday_of(part, dated)
                ]
                whole = [part for part in dated if _NAMES_MONTH.search(self.words(part))]
                # "No, the fitting was the Tuesday. I had it on Wednesday 31 March".
                bare = [part for part in dated if part not in whole] if whole and "corrects" in self.acts else []
                parts = [part for part in parts if part not in (*meant, *vague, *bare)]
        return parts

    def _is_weekday_of(self, part: Part, dated: Sequence[Part]) -> bool:
        """Whether a part is the day of the week of another one that is told in full."""
        words = self.words(part)
        if _WEEKDAY.fullmatch(words) is None:
            return False
        days = [said_day(self.words(one), "last", self.who).date for one in dated if one is not part]
        return any(day is not None and full_date(day).split()[0].lower() == words.split()[-1].lower() for day in days)

    def _without_part(self, acts: Mapping[str, float]) -> set[str]:
        """What was hardly heard to be asked of a day that the message does not name, beside what surely is."""
        sure = any(act.startswith("ask_") and share >= _SURELY_ASKED for act, share in acts.items())
        return {act for act, tag in _NEEDS.items() if sure and acts.get(act, 0.0) < _SURELY_ASKED and not self.has(tag)}

    def _days_joined(self, parts: Sequence[Part]) -> list[Part]:
        """The parts in order, in which the pieces of one date or gap heard apart are one: "24th", "of feb"."""
        found: list[Part] = []
        each = [piece for part in parts for piece in self._apart(part)]
        for part in sorted(each, key=lambda one: one.start):
            found.append(part)
            for first in range(len(found) - 1):
                run = found[first:]
                apart = [self.text[a.end : b.start].strip(" ,") for a, b in pairwise(run)]
                if any(apart):
                    continue
                words, tags = self.text[run[0].start : part.end].strip(" ,.;:!?"), {one.tag for one in run}
                if tags <= _DAYS and _WHOLE_DATE.fullmatch(words):
                    found[first:] = [_joined(run)]
                    break
                # "5 weekly ones" may be five of them.
                course = "course" in tags and words.lower().endswith("ly")
                if "every" in tags and tags <= _NUMBERS and _WHOLE_GAP.fullmatch(words) and not course:
                    found[first:] = [_Joined(run[0].start, part.end, "every", max(one.share for one in run))]
                    break
        return found

    def _apart(self, part: Part) -> list[Part]:
        """The days of a part that holds a row of them: "5th 8th"."""
        days = list(_ROW.finditer(self.text, part.start, part.end)) if part.tag in _DAYS else []
        if len(days) < 2 or _NAMES_MONTH.search(self.words(part)):
            return [part]
        return [_Joined(day.start(), day.end(), part.tag, part.share) for day in days]

    def _whole(self, parts: Sequence[Part]) -> list[Part]:
        """The parts in order, two of one day or one plan as one."""
        found: list[Part] = []
        for part in sorted(parts, key=lambda one: one.start):
            before = found[-1] if found else None
            between = self.text[before.end : part.start].strip(" ,") if before else ""
            if before and before.tag == part.tag and between in ("", "the", "of") and part.tag not in ASIDE:
                whole = _Joined(before.start, part.end, part.tag, max(before.share, part.share))
                if part.tag in _JOINED_ALWAYS or said_day(self.words(whole), "last", self.who).date is not None:
                    found[-1] = whole
                    continue
            found.append(part)
        return found
