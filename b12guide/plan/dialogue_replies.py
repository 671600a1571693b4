"""Answers to what the plan dialogue asked: an ambiguous word, the part, the number of doses, the days of the week."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .dialogue_readback import unnamed_days
from .dialogue_state import DAYS, State
from .dialogue_view import every
from .lexer import lex
from .model import Reading
from .reader import read
from .schedule import dose_count
from .wording import phase_words

_KINDS = {
    "loading": re.compile(r"\b(?:loading|starter|initial|first part)\b", re.I),
    "maintenance": re.compile(r"\bmaintenance\b", re.I),
}
_YES = re.compile(r"^\W*(?:yes|yep|yeah|y|ok|correct|right|that's right)\b", re.I)
_ALL = re.compile(r"\b(?:all|every one)\b", re.I)
_UNIT = re.compile(r"^\W*(?P<unit>days?|weeks?|months?)\W*$", re.I)
_QUOTED = re.compile(r'"([^"]+)"')


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
        word = _QUOTED.search(state.open[0].text)
        answer = self._answer(reading, word[1] if word else "")
        if answer is None or word is None:
            return None
        whole, places = re.subn(re.escape(word[1]), lambda _: answer, state.said, count=1, flags=re.I)
        if not places:
            return None
        again = read(whole, today=self.today)
        return whole if again.phases and not any(word[0] in q.text for q in again.questions) else None

    def _answer(self, reading: Reading, word: str) -> str | None:
        said, options = self.text.strip(), self.state.options
        for option in options:
            if option.lower() == said.lower() or (len(options) == 1 and _YES.search(said)):
                return option
        unit = _UNIT.match(said)
        if unit and not options and word:
            return f"{word} {unit['unit']}"
        return said if reading.only and len(reading.phases) == 1 and not reading.questions else None

    def wrong_days(self, reading: Reading) -> bool:
        """Whether days are named where days were asked for, but not as many as there are injections a week."""
        place = unnamed_days(self.state.phases)
        asked = self.state.about in ("interval", DAYS) and not self.state.open and place is not None
        return asked and len(reading.phases) == 1 and bool(reading.phases[0].days_of_week)

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
        said = [int(n) for n in re.findall(r"\d+", lex(self.text).canon)]
        if len(said) != 1 or said[0] not in numbers:
            return False
        for place, phase in enumerate(state.phases):
            if phase.duration == numbers[0]:
                chosen = replace(phase, duration=said[0])
            elif phase.count == numbers[0]:
                chosen = replace(phase, count=said[0])
            else:
                continue
            state.phases = (*state.phases[:place], chosen, *state.phases[place + 1 :])
            state.settle("count")
            return True
        return False

    def take_phase(self, reading: Reading) -> bool:
        """Which part the last dose belonged to: one of the options, its name, or its interval."""
        state = self.state
        if state.anchor is None:
            return False
        said = self.text.strip().lower()
        chosen = [i for i, words in enumerate(state.options) if words.lower() == said]
        if not chosen:
            chosen = [i for i, p in enumerate(state.phases) if p.kind in _KINDS and _KINDS[p.kind].search(said)]
        if not chosen and len(reading.phases) == 1:
            chosen = [i for i, p in enumerate(state.phases) if every(p) == every(reading.phases[0])]
        if len(chosen) != 1:
            return False
        state.anchor = replace(state.anchor, phase=chosen[0])
        return True

    def take_count(self) -> bool:
        """How many doses of its part are given with the last one, or how many a part without an end has."""
        state = self.state
        anchor = state.anchor
        if anchor is None:
            return False
        phase = state.phases[anchor.phase or 0]
        if anchor.kind == "last" and anchor.done is None and phase.bounded:
            total = dose_count(phase)
            number = re.search(r"(?<![\d.])\d{1,3}(?![\d.])", lex(self.text).canon)
            done = int(number[0]) if number else total if total and _ALL.search(self.text) else None
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
