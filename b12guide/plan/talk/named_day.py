"""The day that the clinic offered or booked, named once more by its number: "the 30th", said of 30 March, is 30 March,
whichever month the plan's own date is in. And the offer of a day beside a plan that is just being told."""

from __future__ import annotations

import re
from datetime import date

from ..model import MONTH_NAMES
from ..reading.day_words import MONTHS, NTH
from ..reading.reader import states_plan
from .message import SENTENCE
from .not_agreed import is_offer, tells_offer
from .state import State

# "The 30th", without a month before or behind it.
_LONE = re.compile(
    rf"(?<!\w)(?:the )(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!,? (?:of\b|(?:{MONTHS})\b|day|week|jab|shot|dose"
    rf"|inj|one of))",
    re.I,
)
_MONTH_BEFORE = re.compile(rf"\b(?:{MONTHS})\b,? (?:on )?$", re.I)


def with_named_day(text: str, state: State, today: date) -> str:
    """`text` with the month of the day that was offered or booked behind its number."""
    days = {day.day: day for day in (state.booked, state.named_day) if day is not None and day >= today}
    if not days or not state.phases:
        return text

    def in_full(match: re.Match[str]) -> str:
        day = days.get(int(match["day"]))
        if day is None or _MONTH_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            return match[0]
        return f"{match[0]} of {MONTH_NAMES[day.month - 1]}"

    return _LONE.sub(in_full, text)


def without_offer(text: str) -> str:
    """A message that tells a plan, with blanks in the place of the sentences that tell of a day that was offered."""
    if not is_offer(text.replace("’", "'")):
        return text
    parts = [part for part in SENTENCE.finditer(text) if part[0].strip()]
    told = [part for part in parts if not _is_of_offer(part[0])]
    if len(told) == len(parts) or not any(states_plan(part[0]) for part in told):
        return text
    for part in parts:
        if part not in told:
            # The next sentence still begins one.
            text = f"{text[: part.start()]}{' ' * (len(part[0]) - 1)}.{text[part.end() :]}"
    return text


def only_offer(text: str) -> str:
    """The sentences of a message that tell of a day that was offered; all of it where none does by itself."""
    plain = text.replace("’", "'")
    return " ".join(part[0].strip() for part in SENTENCE.finditer(plain) if _is_of_offer(part[0])) or text


def _is_of_offer(sentence: str) -> bool:
    return tells_offer(sentence.replace("’", "'")) and not _OF_PLAN.search(sentence)


# How often they are, and a dose that was had.
_OF_PLAN = re.compile(
    rf"\b(?:every|each|weekly|monthly|last|had|{NTH} of (?:the|each|every) month"
    r"|(?:got|took|did|gave me|given|gave) (?:it|mine|one|my|hers|his|that|them)|was (?:given|jabbed|injected)"
    r"|(?:jab|shot|injection|dose|needle|b-?12|mine|it) was (?:on|given|done|today|yesterday)|injected)\b",
    re.I,
)
