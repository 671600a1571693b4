"""Whether the dose after the one that was named is on a day: "and the one after that, still 1 April?"."""

from __future__ import annotations

import re
from datetime import date

from .asked_days import days_asked
from .message import Said, is_date_word
from .move import Move, place_of
from .move_words import ASKED_DAYS, FILLERS, PREAMBLE, WORDS, asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View

_AFTER_THAT = re.compile(
    r"\b(?:one|ones|jab|jag|shot|injection|dose|next|then) after(?: (?:that|this|it|then))?\b(?! (?:the )?\d)", re.I
)


def after_that(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A day that is held against the dose after the one that was named."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE) or not asks(said):
        return ()
    found = _AFTER_THAT.search(said.text)
    days = days_asked(said.text[found.end() :], state, who.today).days if found is not None else ()
    if found is None or len(days) != 1 or days_asked(said.text[: found.start()], state, who.today).days:
        return ()
    light = FILLERS | PREAMBLE | ASKED_DAYS | WORDS["question"]
    if [word for word in said.left([], light) if not is_date_word(word)]:
        return ()
    return (Move("request", "after_that", days[0].isoformat(), rest=place_of(said, len(said.words))),)


class AfterThat(View):
    """Says whether the dose after the one that was named is on a day."""

    def after_that(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        place, day = max(self.state.told, 1), date.fromisoformat(value)
        coming = self.coming(place + 1)
        if len(coming) <= place:
            return [self.words("nothing_after")]
        dose = coming[place]
        self.state.told = place + 1
        right = dose.earliest <= day <= dose.latest
        return [self.dose_line("is_it" if right else "is_not", dose), *self.at_weekend(dose)]
