"""Days of which the last dose was on one: what follows from each of them, and none is picked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..dates.schedule import missing
from ..model import Anchor, full_date
from ..reading.reader import read_date
from .message import Said, is_date_word, ordinal
from .move_words import EITHER, EITHER_BESIDE, FILLERS, PREAMBLE, UNSURE
from .state import State
from .view import View

# So many days are held against each other.
_MOST = 4


def possible_days(state: State, options: tuple[str, ...], today: date) -> tuple[date, ...]:
    """The days offered for the last dose, where the dates that follow from each can be counted; else none."""
    days = [day for one in options if (day := read_date(one, today=today).date) is not None and day <= today]
    counted = state.phases and not any(q.about not in ("date", "anchor") for q in state.open)
    if not counted or not 1 < len(days) <= _MOST or len(days) != len(options):
        return ()
    lacking = any(missing(state.phases, Anchor("last", day)) is not None for day in days)
    return () if lacking else tuple(days)


def asks_for_each(said: Said, state: State, today: date) -> bool:
    """Whether a message asks what follows from each day, or leaves it to us to pick one."""
    if state.about != "date" or not possible_days(state, state.options, today):
        return False
    spans = EITHER.spans(said)
    light = FILLERS | PREAMBLE | EITHER_BESIDE
    return bool(spans) and not [word for word in said.left(spans, light) if not is_date_word(word)]


def is_undecided(text: str) -> bool:
    """Whether a message that names two days says that it is not known which."""
    said = Said.of(text)
    return UNSURE.within(said) or (EITHER.within(said) and not any(ordinal(word.text) for word in said.words))


class EitherDay(View):
    """Says what follows from each of some days."""

    def either(self, days: tuple[date, ...]) -> list[str]:
        """A line for each day, and who knows which of them is right."""
        lines, late = [], False
        for day in days:
            other = EitherDay(replace(self.state, anchor=Anchor("last", day), open=[]), self.today, self.words)
            dose = other.coming(1)[0]
            late = late or other.overdue
            name = "either_was" if other.overdue else "either"
            lines.append(self.dose_line(name, dose, day=full_date(day)))
        return [*lines, *([self.words("overdue_what")] if late else []), self.words("either_ask")]
