"""Whether to go on past the end of a course, or to stop: "should we carry on after the 14th?". No date answers that: it
is the clinic's to say, who are to hear how it feels."""

from __future__ import annotations

import re

from .move import Move
from .outcome import Who
from .state import State
from .view import View

PAST_END = "past_end"
_ASKS = re.compile(
    r"\b(?:should|shall|ought|must|do|can|could|may|would|is it (?:ok|okay|safe|right|best|better)(?: for (?:me"
    r"|us|her|him))?)"
    r"(?:n't)? (?:i|we|she|he|they|to)\b(?: \w+){0,2}? (?:go(?:ing)? on|carry(?:ing)? on|continu(?:e|ing)"
    r"|keep (?:going|on|having"
    r"|it up)|stay on|extend|stop|have (?:any )?more)\b[^.;!?]{0,40}?"
    r"\b(?:past|after|beyond|longer than|then|the end|at the end|when (?:it|they|the course)|once|until)\b",
    re.I,
)
# What is supposed of dates, and a journey, have their own answers.
_OTHER = re.compile(r"\b(?:when (?:is|are|do|would)|what (?:date|day)|holiday|away|remind\w*|how many)\b", re.I)


def past_end(text: str, state: State, who: Who) -> Move | None:
    """That it is asked whether to go on, of a plan whose course has an end."""
    plain = text.replace("’", "'")
    bounded = any(phase.bounded or phase.until is not None for phase in state.phases)
    if not bounded or _ASKS.search(plain) is None or _OTHER.search(plain):
        return None
    return Move("request", PAST_END, rest=(0, len(text)))


class PastEnd(View):
    """Says who decides."""

    def past_end(self, value: str) -> list[str]:
        """That the clinic says so, and what to tell them."""
        return [self.words("past_end")]
