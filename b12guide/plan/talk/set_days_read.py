"""Reads of one message which days it sets in the place of which of a plan (`set_days`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..reading.day_words import MONTH_PLACES
from ..reading.reader import read
from .days_in_place import SetDays
from .days_named_in import Named, named_in
from .message import Said
from .move_words import AWAY, BOOKED, SET_DAY, asks
from .moved_dose import AHEAD
from .set_days_words import (
    ACCEPTED,
    CALLED_OFF,
    CLAUSE,
    CUE,
    EVERY,
    FIRST_OF,
    FOR_OLD_NEW,
    HAD_IT_MOVED,
    LONE,
    MONTHS_ONE,
    MOVES,
    NEW_FOR_NEXT,
    NEW_FOR_OLD,
    NOT_ON,
    NOT_SET,
    NOTHING_ON,
    OF_MONTH,
    OLD_IS_SHUT,
    OLD_TO_NEW,
    ONE_AFTER,
    ONE_IN_MONTH,
    OTHER,
    OTHER_THING,
    OWN_DOING,
    SCRAP,
    SENTENCE,
    SETS,
    SHUT_ON_OLD,
    WISH_BEHIND,
)
from .state import State

_FAR, _WEEK = timedelta(days=100), timedelta(days=7)


class SetDaysReader:
    """One message beside a plan: its days in the places of marks."""

    def __init__(self, text: str, state: State, today: date, used: set[int] | None = None) -> None:
        assert state.anchor is not None
        self.text, self.state, self.today = text, state, today
        coming = next_doses(state.phases, state.anchor, today=today, count=AHEAD)
        self.coming = [dose for dose in coming if dose.earliest == dose.latest]
        self.own = [dose.earliest for dose in self.coming]
        self.named = self._without_what_it_is(named_in(text))
        self.marked = self._mark()
        self.used: set[int] = used or set()

    def found(self) -> SetDays:
        """All that the message sets."""
        pairs = dict(self._pairs())
        starts = dict(self._starts())
        left, again = self._left(), self._again()
        if len(pairs) + len(starts) + len(left) + len(again) > 1 and (pairs or starts or left):
            pairs |= dict(self._others(pairs))
            pairs |= {day: day for _, day in again}
            self.used |= {number for number, _ in again}
        rest = " ".join(self._beside())
        return SetDays(tuple(sorted(pairs.items())), tuple(sorted(starts.items())), (), rest)

    def _without_what_it_is(self, named: list[Named]) -> list[Named]:
        """The days without a weekday that only says what the day before it is: "the 17th is Sunday"."""
        kept: list[Named] = []
        for one in named:
            before = kept[-1] if kept else None
            between = self.text[before.end : one.start] if before is not None else ""
            says = re.fullmatch(r"(?:'s| is| was| falls on| is on)(?: an?)? ", between) is not None
            day = self._own(before) or before.ahead(self.today) if before is not None and says else None
            if one.day is None and day is not None and day.weekday() == one.weekday:
                continue
            kept.append(one)
        return kept

    def _mark(self) -> str:
        """The text with a mark for each day."""
        pieces, at = [], 0
        for number, one in enumerate(self.named):
            pieces += [self.text[at : one.start], f"\x01{number}\x02"]
            at = one.end
        return "".join([*pieces, self.text[at:]])

    def _sentences(self) -> Iterator[tuple[str, list[int]]]:
        """Each sentence with the numbers of its days."""
        at = 0
        for cut in [*(match.end() for match in SENTENCE.finditer(self.text)), len(self.text)]:
            yield self.text[at:cut], [n for n, one in enumerate(self.named) if at <= one.start < cut]
            at = cut

    def _beside(self) -> Iterator[str]:
        """What the message says beside the days that were taken: whole sentences, and what is wanted behind one."""
        at = 0
        for sentence, numbers in self._sentences():
            taken = [self.named[number].end - at for number in numbers if number in self.used]
            at += len(sentence)
            wish = WISH_BEHIND.search(sentence, max(taken)) if taken else None
            if not taken or wish is not None:
                yield sentence[wish.end() :] if wish is not None else sentence

    def _again(self) -> list[tuple[int, date]]:
        """The days that stand already as they were set, told once more, by their places."""
        known = self._known()
        return [
            (n, day)
            for n, one in enumerate(self.named)
            if n not in self.used
            and one.day is not None
            and (day := self._own(one)) in known
            and day is not None
            and self._told(n)
            and self._cued(n)
            and not self._is_other(n)
        ]

    def _asked(self, number: int) -> bool:
        """Whether the sentence of a day is a question."""
        return any(number in numbers and sentence.rstrip().endswith("?") for sentence, numbers in self._sentences())

    def _told(self, number: int) -> bool:
        """Whether the sentence of a day tells of what was set, and neither asks nor wishes nor supposes it."""
        for sentence, numbers in self._sentences():
            if number not in numbers:
                continue
            last = max(self.named[n].end for n in numbers)
            clause = sentence
            if sentence.rstrip().endswith("?"):
                # "They moved it to the 3rd, can you redo it?" asks behind the day.
                end = len(sentence) - (self.text.index(sentence) + len(sentence) - last)
                cut = re.search(r",? (?:and|so|but) (?=can|could|what|when|how|is|does|do|will)|, ", sentence[end:])
                if cut is None:
                    return False
                clause = sentence[: end + cut.start()]
            clause = re.split(r"\b(?:tell me|list|show me|give me|send me)\b", clause)[0] or clause
            plain = HAD_IT_MOVED.sub("moved", clause)
            return NOT_SET.search(plain) is None and EVERY.search(plain) is None and not AWAY.within(Said.of(plain))
        return False

    def _known(self) -> set[date]:
        """The days that were set before."""
        moved = self.state.anchor.moved if self.state.anchor is not None else ()
        return {*(now for _, now in moved), *([self.state.booked] if self.state.booked is not None else [])}

    def _own(self, named: Named, near: date | None = None) -> date | None:
        """The day of the plan that is as it was said."""
        fits = [day for day in self.own if named.fits(day)]
        if named.day is None and near is not None:
            return min(fits, key=lambda day: abs(day - near), default=None)
        return fits[0] if fits else None

    def _moved_before(self, named: Named) -> date | None:
        """Where the planned day that is named was moved already, the day on which it is by now."""
        moved = self.state.anchor.moved if self.state.anchor is not None else ()
        return next((now for was, now in moved if named.day is not None and named.fits(was) and now in self.own), None)

    def _new(self, number: int, near: date) -> date | None:
        """The day to come that takes the place of `near`."""
        named = self.named[number]
        if named.day is None:
            days = [near + timedelta(n) for n in range(-6, 7) if near + timedelta(n) >= self.today]
            fits = [day for day in days if named.fits(day) and day != near]
            return min(fits, key=lambda day: (abs(day - near), day < near), default=None)
        return named.ahead(self.today, near)

    def _pairs(self) -> Iterator[tuple[date, date]]:
        """Each planned day that is named with the one in its place."""
        for pattern in (OLD_TO_NEW, SHUT_ON_OLD, OLD_IS_SHUT, CALLED_OFF, FOR_OLD_NEW, NEW_FOR_OLD, SCRAP):
            for match in pattern.finditer(self.marked):
                old, new = int(match["old"]), int(match["new"])
                if {old, new} & self.used or not self._sets(match, new):
                    continue
                if pattern is OLD_TO_NEW and not self._tells_of_move(match):
                    # "Off work from the 2nd to the 3rd" moves nothing.
                    continue
                if pattern is SHUT_ON_OLD and re.search(r"\bnot\b", match[0]) and "not open" not in match[0]:
                    continue
                guess = self.named[new].ahead(self.today)
                was = self._moved_before(self.named[old]) or self._own(self.named[old], guess)
                day = self._new(new, was) if was is not None else None
                if pattern is SCRAP and was != self.state.booked:
                    continue
                # Neither of two that are told as a pair is one by itself.
                self.used |= {old, new}
                own = self._own(self.named[new]) if self.named[new].day is not None else None
                if was is not None and day is not None and (self.named[old].day is not None or abs(day - was) <= _WEEK):
                    yield was, day
                elif own is not None and own in self._known():
                    yield own, own
        for match in ONE_AFTER.finditer(self.marked):
            new = int(match["new"])
            after = self._after(new)
            day = self._new(new, after) if after is not None and new not in self.used else None
            if after is not None and day is not None and self._sets(match, new) and _is_near(after, day):
                self.used.add(new)
                yield after, day
        for match in NEW_FOR_NEXT.finditer(self.marked):
            new = int(match["new"] or match["new2"])
            day = self._new(new, self.own[0]) if self.own and new not in self.used else None
            if day is not None and day not in self.own and self._sets(match, new) and _is_near(self.own[0], day):
                self.used.add(new)
                yield self.own[0], day
        for match in ACCEPTED.finditer(self.marked):
            new = int(match["new"])
            day = self.named[new].ahead(self.today, self.own[0]) if self.own and new not in self.used else None
            if day is not None and self._told(new) and _is_near(self.own[0], day) and not self._is_other(new):
                self.used.add(new)
                yield self.own[0], day
        for pattern in (OF_MONTH, MONTHS_ONE, ONE_IN_MONTH):
            for match in pattern.finditer(self.marked):
                new = int(match["new"])
                month = MONTH_PLACES[
                    next(m for name, m in match.groupdict().items() if name in ("m", "m2") and m).lower()
                ]
                was = next((day for day in self.own if day.month == month), None)
                # Told once more, it stands already.
                again = self._own(self.named[new]) if self.named[new].day is not None else None
                day = again if again is not None else self._new(new, was) if was is not None else None
                was = day if again is not None and again in self._known() else was
                if was is None or day is None or new in self.used or not (again is None or again == was):
                    continue
                if self._sets(match, new) and _is_near(was, day):
                    self.used.add(new)
                    yield was, day

    def _after(self, number: int) -> date | None:
        """The planned day behind the one that is named, or moved, just before a day; none where none is."""
        before = self.named[number - 1] if number and number - 1 in self.used else None
        near = before.ahead(self.today, self.own[0]) if before is not None and self.own else None
        if near is None or before is None:
            return None
        was = min(self.own, key=lambda day: abs(day - near))
        return next((day for day in self.own if day > was), None)

    def _sets(self, match: re.Match[str], number: int) -> bool:
        """Whether what was found tells of a day that was set."""
        if not self._told(number):
            return False
        begin = max(self.marked.rfind(mark, 0, match.start()) for mark in ",.;!?\n") + 1
        if OTHER_THING.search(self.marked, begin, match.end()):
            return False
        around = self.marked[max(match.start() - 80, 0) : match.end() + 40]
        return SETS.search(around) is not None or SCRAP.search(match[0]) is not None

    def _tells_of_move(self, match: re.Match[str]) -> bool:
        """Whether the words before a day and the next one, or between them, tell of a move."""
        begin = max((m.end() for m in SENTENCE.finditer(self.marked, 0, match.start())), default=0)
        return re.search(rf"\b{MOVES}\b", self.marked[begin : match.end()], re.I) is not None

    def _starts(self) -> Iterator[tuple[int, date]]:
        """The first day of a later part, which is named by how often its doses are."""
        match = FIRST_OF.search(self.marked)
        if match is None or self.state.anchor is None or asks(Said.of(match[0])):
            return
        place = self._part(match["what"])
        sentence = next((n for s, n in self._sentences() if match[0].split("\x01")[0].strip() in s), [])
        free = [n for n in sentence if n not in self.used and self.named[n].day is not None and self._told(n)]
        first = next((dose for dose in self.coming if dose.phase_index == place), None)
        if place is None or first is None or first is self.coming[0]:
            return
        near = [n for n in free if self._own(self.named[n]) in (None, first.earliest)]
        if not near:
            return
        number = min(near, key=lambda n: self._away(n, match))
        day = self.named[number].ahead(self.today, first.earliest)
        if day is not None and _is_near(first.earliest, day):
            self.used |= {number, *(n for n in near if self.named[n].fits(first.earliest))}
            yield place, day

    def _away(self, number: int, match: re.Match[str]) -> tuple[bool, bool, int]:
        """How far a day stands from what it may be that of: one in the same clause is nearer, and one behind it."""
        at = self.marked.index(f"\x01{number}\x02")
        between = self.marked[match.end() : at] if at > match.start() else self.marked[at : match.start()]
        return re.search(r"[,;:]| but ", between) is not None, at < match.start(), len(between)

    def _part(self, words: str) -> int | None:
        """The one later part that has its doses as often as it is said."""
        state = self.state
        current = self.coming[0].phase_index if self.coming else 0
        later = [n for n in range(len(state.phases)) if n > current]
        if "maintenance" in words.lower():
            return later[0] if len(later) == 1 else None
        told = read(words, today=self.today).phases or read(f"every {words}", today=self.today).phases
        same = [n for n in later if told and (state.phases[n].period, state.phases[n].unit) == (
            told[0].period, told[0].unit)]  # fmt: skip
        return same[0] if len(same) == 1 else None

    def _left(self) -> list[int]:
        """The days that take no place that is named, and are set."""
        return [
            n
            for n, one in enumerate(self.named)
            if n not in self.used
            and one.day is not None
            and self._own(one) is None
            and self._told(n)
            and self._cued(n)
            and not self._is_other(n)
        ]

    def _is_other(self, number: int) -> bool:
        """Whether a day is said not to be one, or is that of something else."""
        at = self.marked.index(f"\x01{number}\x02")
        if NOT_ON.search(self.marked, 0, at) or any(int(m["off"]) == number for m in NOTHING_ON.finditer(self.marked)):
            return True
        begin = max(self.marked.rfind(mark, 0, at) for mark in ",.;!?\n") + 1
        end = min((e for mark in ",.;!?\n" if (e := self.marked.find(mark, at)) >= 0), default=len(self.marked))
        clause = self.marked[begin:end]
        return OTHER.search(clause) is not None or OTHER_THING.search(clause) is not None

    def _cued(self, number: int) -> bool:
        """Whether the words about a day say that it was set, or that it stays, or stand in a row behind such."""
        at = self.marked.index(f"\x01{number}\x02")
        sentence = max((match.end() for match in SENTENCE.finditer(self.marked, 0, at)), default=0)
        cut = CLAUSE.search(self.marked, at)
        clauses = CLAUSE.split(self.marked[sentence : cut.start() if cut else len(self.marked)])
        while len(clauses) > 1 and (LONE.fullmatch(clauses[-1]) or not clauses[-1].strip()):
            clauses.pop()
        said = Said.of(clauses[-1])
        sets = SET_DAY.within(said) or BOOKED.within(said) or CUE.search(clauses[-1])
        return bool(sets) and OWN_DOING.search(clauses[-1]) is None

    def _others(self, pairs: dict[date, date]) -> Iterator[tuple[date, date]]:
        """The other days that are set, each in the place of the planned one that it is nearest to."""
        for number in self._left():
            day = self.named[number].ahead(self.today, self.own[0] if self.own else None)
            free = [own for own in self.own if own not in pairs]
            if day is None or not free:
                continue
            was = min(free, key=lambda own: abs(own - day))
            if _is_near(was, day):
                self.used.add(number)
                pairs[was] = day
                yield was, day

    def off(self) -> Iterator[tuple[int, date]]:
        """The days that were noted as booked, on which there is none, by their places."""
        noted = {self.state.booked, *(day for _, day in (self.state.anchor.moved if self.state.anchor else ()))}
        for match in NOTHING_ON.finditer(self.marked):
            named = self.named[int(match["off"])]
            day = next((day for day in noted if day is not None and named.fits(day)), None)
            if day is not None and not self._asked(int(match["off"])):
                yield int(match["off"]), day


def _is_near(planned: date, day: date) -> bool:
    return abs(day - planned) <= _FAR
