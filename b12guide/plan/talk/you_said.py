"""A date that the bot gave before, which is doubted: "you had said 10 April, is that right if the last is 9 March?".

It asks, whatever days it names, and changes nothing: the date is held against the plan as it stands.
"""

from __future__ import annotations

import re

from ..reading.day_words import DAY_NUMBER, MONTHS
from ..reading.reader import read_date
from .message import SENTENCE
from .move import Move
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State

_DATE = rf"(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w))(?:,? 20\d\d)?"
_YOU_SAID = re.compile(
    r"\byou(?:'d|'ve| had| have| just| first| earlier)?(?: (?:said|told (?:me|us)|gave(?: me| us)?|wrote|put|showed))\b"
    rf"[^.;!?\n]{{0,30}}?(?P<day>{_DATE})(?P<tail>[^.;!\n]{{0,120}})\?",
    re.I,
)


def asks_of_said(text: str, state: State, who: Who) -> tuple[Move, ...]:
    """The date that the bot gave, as it is asked about; () where none is."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return ()
    for sentence in SENTENCE.finditer(text.replace("’", "'")):
        found = _YOU_SAID.search(sentence[0])
        if found is None:
            continue
        day = read_date(found["day"], today=who.today, country=who.country, role="next").date
        if day is not None and day >= who.today:
            return (Move("request", "said_date", day.isoformat(), rest=(0, len(text))),)
    return ()
