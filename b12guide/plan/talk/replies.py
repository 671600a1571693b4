"""Answers to what the plan dialogue asked: an ambiguous word, the part, the number of doses, the days of the week."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.schedule import dose_count
from ..model import Reading
from ..reading.assemble import EACH_PART
from ..reading.day_words import MONTHS, NTH_END
from ..reading.lexer import lex
from ..reading.reader import dose_in, is_slip, read
from ..wording import phase_words
from .choose import by_gap
from .message import Said
from .readback import unnamed_days
from .state import DAYS, State
from .view import every

_KINDS = {
    "loading": re.compile(r"\b(?:loading|starter|initial|first part)\b", re.I),
    "maintenance": re.compile(r"\bmaintenance\b", re.I),
}
_YES = re.compile(r"^\W*(?:yes|yep|yeah|y|ok|correct|right|that's right)\b", re.I)
_ALL = re.compile(r"\b(?:all|every one)\b", re.I)
_UNIT = re.compile(r"^\W*(?P<unit>days?|weeks?|months?)\W*$", re.I)
_QUOTED = re.compile(r'"([^"]+)"')


# A number of doses alone, or with what says that it is all of them; with one of the others it is of some.
_IN_ALL = re.compile(
    r" (?:dose|total|in all|all together|altogether|overall|of them|1 part|part) "
    r"|^ (?:it 's |it is |its )?\d{1,3} (?:\. )?$"
)
_SO_MANY_IN_ALL = re.compile(
    r" (?P<n>\d{1,3}) (?:(?:of them|dose|amp) )?(?:in all|in total|total|all together|altogether"
    r"|overall|all up|all told) "
    r"| (?:all|total|in total|altogether) (?:is|are|it is|of them is) (?P<n2>\d{1,3}) "
)
_SO_MANY_FIRST = re.compile(
    r" (?:(?:it 's|it is|its|just|only) )?(?P<n>\d{1,3}) (?:dose |amp )?[,.;]"
    r" (?:and |the |my ){0,8}(?:first|start\w*|begin\w*|last|from|on) "
)
_OF_THEM = re.compile(
    r" (?:had|have had|done|given|left|more|still|to go|missed|every|week|month|day|daily|weekly|monthly) "
)


# Where the next part of a plan begins in the words that stated it.
_NEXT_PART = re.compile(r",? (?:and )?(?:then|followed by|after (?:that|which|those)|thereafter|afterwards)\b", re.I)
_LEAD = re.compile(
    r"^(?:(?:the first (?:ones|part|bit)|it|it'?s|they|they'?re|is|are|um|er|the|loading|ones)\b[\s,]*){1,4}", re.I
)


class Replies:
    """Takes answers into a `State`."""

    def __init__(self, state: State, text: str, today: date) -> None:
        self.state, self.text, self.today = state, text, today

    def whole_with_answer(self, reading: Reading) -> str | None:
        """The message that stated the plan, with the answer in the place of the word that was ambiguous.

        So "for 4 weeks then monthly" is not lost when "biweekly" before it is cleared up. None where that is not
        what was asked, or not what was answered.
        """
        state = self.state
        if state.about != "interval" or not state.open or state.open[0].about != "interval":
            return None
        if state.open[0].text == EACH_PART:
            return self._with_part(reading)
        word = _QUOTED.search(state.open[0].text)
        answer = self._answer(reading, word[1] if word else "")
        if answer is None or word is None:
            return None
        whole, places = re.subn(re.escape(word[1]), lambda _: answer, state.said, count=1, flags=re.I)
        if not places:
            return None
        again = read(whole, today=self.today)
        # An answer may leave a narrower question open, as "twice a month" does.
        placed = again.phases or (again.question is not None and again.question.about == "interval")
        return whole if placed and not any(word[0] in q.text for q in again.questions) else None

    def _with_part(self, reading: Reading) -> str | None:
        """The message that stated the plan, with how often the doses are in the part that was told without it."""
        if len(reading.phases) != 1 or reading.questions or reading.phases[0].bounded:
            return None
        # "They are" and its like lead the answer alone.
        answer = _LEAD.sub("", self.text.strip().rstrip(".!"))
        for ending in (*_NEXT_PART.finditer(self.state.said), None):
            place = ending.start() if ending is not None else len(self.state.said)
            whole = f"{self.state.said[:place].rstrip(' ,;.')}, {answer}{self.state.said[place:]}"
            again = read(whole, today=self.today)
            more = len(again.phases) > len(self.state.phases)
            if more and not any(q.text == EACH_PART or q.about == "unread" for q in again.questions):
                return whole
        return None

    def _answer(self, reading: Reading, word: str) -> str | None:
        said, options = self.text.strip(), self.state.options
        for option in options:
            if option.lower() == said.lower() or (len(options) == 1 and _YES.search(said)):
                return option
        meant = by_gap(options, Said.of(said))
        if meant is not None:
            return meant
        unit = _UNIT.match(said)
        if unit and not options and word:
            return f"{word} {unit['unit']}"
        return said if reading.only and len(reading.phases) == 1 and not reading.questions else None

    def take_size(self) -> bool:
        """ "The first part is six injections" where two ends of a part were read."""
        state = self.state
        question = state.open[0] if state.open else None
        place = next((i for i, phase in enumerate(state.phases) if phase.bounded), None)
        canon = lex(self.text).canon
        number = _so_many(canon)
        if question is None or question.about != "count" or question.options:
            return False
        if not number or not _IN_ALL.search(canon) or _OF_THEM.search(canon) or "?" in self.text:
            return False
        if place is not None:
            ended = replace(state.phases[place], count=number, duration=None, duration_unit=None)
            state.phases = (*state.phases[:place], ended, *state.phases[place + 1 :])
        # Where no part has an end to be put right, how often its doses are is open too, and is asked next.
        state.settle("count")
        return True

    def wrong_days(self, reading: Reading) -> bool:
        """Whether days were asked for, and other days than `take_days` takes are named: too many, too few, or one,
        which alone would be read as the date of a dose."""
        state = self.state
        if state.about not in ("interval", DAYS) or state.open or unnamed_days(state.phases) is None:
            return False
        if len(reading.phases) == 1:
            return bool(reading.phases[0].days_of_week)
        return re.search(r"\d", self.text) is None

    def take_days(self, reading: Reading) -> bool:
        """ "Monday and Thursday" to the question on which days of the week the injections are."""
        state = self.state
        place = unnamed_days(state.phases)
        if state.about not in ("interval", DAYS) or state.open or place is None or len(reading.phases) != 1:
            return False
        days, phase = reading.phases[0].days_of_week, state.phases[place]
        if len(days) != phase.frequency:
            return False
        state.phases = (*state.phases[:place], replace(phase, days_of_week=days), *state.phases[place + 1 :])
        return True

    def take_choice(self) -> bool:
        """ "2 weeks" to "Is it 2 or 3 weeks?": the length of the part that was read with the first of them."""
        state = self.state
        question = state.open[0] if state.open else None
        if question is None or question.about != "count":
            return False
        numbers = [int(n[0]) for option in question.options if (n := re.search(r"\d+", option))]
        said = _so_many(lex(self.text).canon)
        places = [i for i, p in enumerate(state.phases) if numbers and numbers[0] in (p.duration, p.count)]
        if said not in numbers or not places:
            return False
        place, phase = places[0], state.phases[places[0]]
        of_time = phase.duration == numbers[0]
        # So many doses are an end by themselves.
        by_count = replace(phase, count=said, duration=None, duration_unit=None)
        chosen = replace(phase, duration=said) if of_time else by_count
        state.phases = (*state.phases[:place], chosen, *state.phases[place + 1 :])
        state.settle("count")
        return True

    def take_dose(self) -> bool:
        """ "1,000 micrograms" to the question which dose the box names. A thousandfold one, said once more, is kept by
        nobody: the dates need none."""
        state = self.state
        question = state.open[0] if state.open else None
        if question is None or question.about != "product" or state.dose_mcg is None:
            return False
        said = dose_in(self.text)
        if said is None:
            return False
        state.dose_mcg = None if is_slip(said) else said
        state.settle("product")
        return True

    def take_phase(self, reading: Reading) -> bool:
        """Which part the last dose belonged to: one of the options, its name, or its interval."""
        state, anchor = self.state, self.state.anchor
        said = self.text.strip().lower()
        chosen = [i for i, words in enumerate(state.options) if words.lower() == said]
        if not chosen:
            chosen = [i for i, p in enumerate(state.phases) if p.kind in _KINDS and _KINDS[p.kind].search(said)]
        if not chosen and len(reading.phases) == 1:
            chosen = [i for i, p in enumerate(state.phases) if every(p) == every(reading.phases[0])]
        if anchor is None or len(chosen) != 1:
            return False
        state.anchor = replace(anchor, phase=chosen[0])
        return True

    def take_count(self) -> bool:
        """How many doses of its part are given with the last one, or how many a part without an end has."""
        state = self.state
        anchor = state.anchor
        place = anchor.phase or 0 if anchor is not None and anchor.kind == "last" and anchor.done is None else None
        if anchor is not None and place is not None and state.phases[place].bounded:
            total = dose_count(state.phases[place])
            # "Only six in total" says how many there are, and not how many were had.
            canon = _SO_MANY_IN_ALL.sub(" ", lex(self.text).canon)
            if in_all(self.text) is not None and not re.search(r"\d", canon):
                return False
            number = re.search(r"(?<![\d.])\d{1,3}(?![\d.])", _undated(canon, anchor.date))
            done = (
                int(number[0]) - state.phases[place].behind
                if number
                else total
                if total and _ALL.search(self.text)
                else None
            )
            if done is None or not 0 < done <= (total or 100):
                return False
            state.anchor = replace(anchor, done=done)
            return True
        return self._end_of_part()

    def _end_of_part(self) -> bool:
        state = self.state
        said = self.text if re.search(r"[a-z]", self.text, re.I) else f"{self.text} injections"
        said = said if re.match(r"\W*for\b", said, re.I) else f"for {said}"
        for place, phase in enumerate(state.phases[:-1]):
            if phase.bounded:
                continue
            again = read(f"{phase_words(replace(phase, until=None))} {said}", today=self.today)
            if len(again.phases) != 1 or not again.phases[0].bounded or again.questions:
                return False
            ended = replace(again.phases[0], kind=phase.kind)
            state.phases = (*state.phases[:place], ended, *state.phases[place + 1 :])
            return True
        return False


def in_all(text: str) -> int | None:
    """The number that a text says is all of them: "only six in total"."""
    told = _SO_MANY_IN_ALL.search(lex(text).canon)
    return int(_number_of(told)) if told else None


def _number_of(told: re.Match[str]) -> str:
    return next(number for number in told.groups() if number is not None)


def _undated(canon: str, last: date) -> str:
    """The words without the date of the `last` dose, which is no number of doses: "Wednesday, the 4th of November"."""
    behind = rf"{NTH_END}\b|(?= (?:of )?(?:{MONTHS}) )|[/.-]0?{last.month}\b"
    return re.sub(rf"\b0?{last.day}(?:{behind})|(?<= )(?:{MONTHS}) 0?{last.day} ", " ", canon)


def _so_many(canon: str) -> int | None:
    """The number of doses of an answer: the one that is said to be all of them, the one that it begins with before a
    date, or the only one."""
    told = _SO_MANY_IN_ALL.search(canon) or _SO_MANY_FIRST.match(canon)
    numbers = [_number_of(told)] if told else re.findall(r"(?<= )\d{1,3}(?= )", canon.replace(" first part ", " "))
    return int(numbers[0]) if len(numbers) == 1 else None
