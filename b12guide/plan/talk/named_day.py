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

_CLAUSE = re.compile(r"(?:(?!\b(?:and|but|so)\b)[^.,;!?\n])+|[.,;!?\n]|\b(?:and|but|so)\b", re.I)
# What was had, and a time away, are near today, whatever was offered.
_NOT_OF_OFFER = re.compile(
    r"\b(?:had|gave|given|was|were|been|got|took|did|missed|skipp?ed|jabbed|injected|away|holidays?|hols|abroad|travel\w*"
    r"|trip|off work|out of town)\b",
    re.I,
)
# In so many turns a number alone may still be the day that was offered.
_TURNS = 2
_REFUSES = re.compile(
    r"^\W*(?:no+|nah|nope)(?: (?:thanks?|thank you|ta|i|we|leave|that))?\b"
    r"|\b(?:said no|turned (?:it|that|them) down|won'?t take|not take (?:it|that)|declined|refused"
    r"|didn'?t take (?:it|that))\b",
    re.I,
)


def with_named_day(text: str, state: State, today: date) -> str:
    """`text` with the month of the day that was offered or booked behind its number."""
    meant = state.booked or state.named_day
    days = {meant.day: meant} if meant is not None and meant >= today else {}
    if not days or not state.phases:
        return text

    def in_full(match: re.Match[str]) -> str:
        day = days.get(int(match["day"]))
        if day is None or _MONTH_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            return match[0]
        clause = next(part for part in _CLAUSE.finditer(text) if part.start() <= match.start() < part.end())
        if _NOT_OF_OFFER.search(clause[0]):
            return match[0]
        return f"{match[0]} of {MONTH_NAMES[day.month - 1]}"

    return _LONE.sub(in_full, text)


def age_named_day(state: State, said: str) -> None:
    """Let go of the day that was offered, where it was refused, one is booked, or two turns have passed."""
    if state.named_day is None:
        return
    state.named_turns += 1
    if state.named_turns >= _TURNS or state.booked is not None or _REFUSES.search(said.replace("’", "'")):
        state.named_day, state.named_turns = None, 0


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
