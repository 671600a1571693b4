"""One thing that a message does to a plan, and what makes one of it: the shape that reading and acting share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .lead import lead_of
from .message import Said
from .outcome import Who
from .state import CONFIRM, State


@dataclass(frozen=True)
class Move:
    """One thing that a message does.

    Attributes:
        kind: "yes", "no", "unsure", "answer", "fact" or "request".
        name: of a request what is asked, of a fact what it tells, of an answer what was asked.
        value: what the words named: a date in ISO 8601, two of them with a slash, a number, or words to be read in the
            place of the message; of a yes "soft" where it is not sure.
        sure: False where the words mean this only while a question is open, and only if nothing else claims them.
        rest: from where to where in the message the words stand.
    """

    kind: str
    name: str = ""
    value: str = ""
    sure: bool = True
    rest: tuple[int, int] = (0, 0)


# How one way to read a message looks: () where it is not said so.
Reader = Callable[[Said, State, Who], tuple[Move, ...]]


def place_of(said: Said, count: int) -> tuple[int, int]:
    """From where to where the first `count` words stand."""
    return (said.words[0].start, said.words[count - 1].end) if count and said.words else (0, 0)


def without_yes(reader: Reader) -> Reader:
    """The reader of a message that does not begin with a yes, which is an answer of its own."""

    def read_it(said: Said, state: State, who: Who) -> tuple[Move, ...]:
        lead = lead_of(said) if state.about == CONFIRM else None
        return () if lead is not None and lead.kind in ("yes", "soft") and not lead.weak else reader(said, state, who)

    return read_it
