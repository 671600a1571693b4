"""Days of which the last dose was on one: what follows from each of them, and none is picked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.schedule import missing
from ..model import Anchor, full_date
from ..reading.reader import read_date
from .message import Said, is_date_word, ordinal
from .move_words import EITHER, EITHER_BESIDE, FILLERS, PREAMBLE, UNSURE
from .past import is_sure
from .state import State
from .view import View

_WAS_THE_DOSE = re.compile(
    r"(?P<day>(?:\b[a-z0-9]+ ){1,3})(?:one )?(?:was|is|were) "
    r"(?:def(?:initely)? |really |indeed |actually |the |a |an |my ){0,8}"
    r"(?:needle|jab|injection|shot|b12|real one|dose|jag|right one|right)\b",
    re.I,
)
# So many days are held against each other; a shorter message is a plain "not sure".
_MOST, _SHORT = 4, 3


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
    spans = [*EITHER.spans(said), *(UNSURE.spans(said) if len(said.words) > _SHORT else [])]
    light = FILLERS | PREAMBLE | EITHER_BESIDE
    return bool(spans) and not [word for word in said.left(spans, light) if not is_date_word(word)]


def is_undecided(text: str) -> bool:
    """Whether a message that names two days says that it is not known which."""
    said = Said.of(text)
    return (
        UNSURE.within(said)
        or not is_sure(text)
        or (EITHER.within(said) and not any(ordinal(word.text) for word in said.words))
    )


def settled_by(said: Said, state: State, today: date) -> str | None:
    """The day of those that were offered of which the message says that it was the injection: "the 24 May one was the
    needle"."""
    found = _WAS_THE_DOSE.search(said.text)
    offered = state.options if state.about == "date" else state.offered
    if found is None or not offered or UNSURE.within(said):
        return None
    words = {word.text[:3] for word in Said.of(found["day"]).words} | {
        str(int(word.text[:2]))
        for word in Said.of(found["day"]).words
        if ordinal(word.text) and word.text[:2].isdigit()
    }
    fits = []
    for one in offered:
        day = read_date(one, today=today).date
        if day is not None and {str(day.day), day.strftime("%b").lower()} & words:
            fits.append((len({str(day.day), day.strftime("%b").lower()} & words), one))
    best = [one for many, one in fits if many == max(fits)[0]]
    return best[0] if len(best) == 1 else None


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
