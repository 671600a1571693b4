"""Whether a reading takes for the day of a dose that was had what was surely heard as something else: a day that is
booked ("they'll do it on Monday"), that was missed ("last night was a no-show"), or one of a journey."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from b12guide.conversation.decision import Asked
from b12guide.plan import dialogue

# The parts of a message that are days of no dose, with what the message then tells, and how surely that is heard.
_NO_DOSE = {
    "booked": ("tells_booked", 0.8), "missed": ("tells_missed", 0.4),
    "from": ("tells_away", 0.8), "to": ("tells_away", 0.8),
}  # fmt: skip
# How surely the part itself is heard, and below what share no dose is told of.
_SURE, _NO_DOSE_TOLD = 0.8, 0.2


def heard_otherwise(asked: Asked, kept: Mapping[str, Any] | None, outcome: dialogue.Outcome) -> bool:
    """Whether `outcome` counts a dose that was not known before, on a day that the message names as one of no dose."""
    if dialogue.reads_off(kept, asked.said.text, asked.who):
        # The clinic answered what was asked.
        return False
    new = _had(outcome.state) - _had(kept)
    return bool(new) and any(_day(words, asked) in new for words in _days_of_none(asked))


def names_no_dose(asked: Asked, days: Collection[date]) -> bool:
    """Whether one of `days` is one that the message names as that of no dose."""
    told = {day.isoformat() for day in days}
    return any(_day(words, asked) in told for words in _days_of_none(asked))


def _days_of_none(asked: Asked) -> Iterator[str]:
    """The words of the days that the message surely names as those of no dose."""
    talk = asked.said.talk
    if talk.share("tells_dose", "tells_first") >= _NO_DOSE_TOLD:
        return
    for span in talk.spans:
        act, least = _NO_DOSE.get(span.tag, ("", 1.0))
        if act and span.share >= _SURE and talk.share(act) >= least:
            yield talk.words(span)


def _day(words: str, asked: Asked) -> str:
    day: date | None = dialogue.day_told(words, asked.who)
    return day.isoformat() if day is not None else ""


def _had(kept: Mapping[str, Any] | None) -> set[str]:
    """The days (ISO) of the doses that a plan counts as had."""
    anchor = (kept or {}).get("anchor") or {}
    days = {str(one.get("day")) for one in (kept or {}).get("given") or ()}
    return days | ({str(anchor.get("date"))} if anchor.get("kind") == "last" else set())
