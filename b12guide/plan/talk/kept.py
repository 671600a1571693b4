"""What others ask of a plan that is kept between turns: what it waits for, whether it is on hold, words to say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ..wording import phase_words
from .answers import Answers
from .extra_dose import day_of_extra, tells_extra
from .outcome import Who
from .said_otherwise import names_schedule
from .state import AWAY, CLINIC_DATE, CONFIRM, GIVEN, LAST_GIVEN, PAST, PLANNED, State
from .templates import Wording

# What is asked, as a reply names it; anything else is `ELSE`.
ELSE = "else"
_ASKED_AS = {
    **{name: name for name in (CONFIRM, GIVEN, "interval", "anchor", "phase", "date", "count", "unread", "product")},
    **dict.fromkeys((PLANNED, CLINIC_DATE, AWAY), "date"),
    **dict.fromkeys((PAST, LAST_GIVEN), GIVEN),
    "stage": "phase",
}


# What to ask the clinic where the answer is not known, by what was asked.
WAYS = {"interval": "way_interval", "anchor": "way_date", "date": "way_date", GIVEN: "way_date", "phase": "way_part",
         "count": "way_part"}  # fmt: skip
# The same question in other words.
STILL = {"interval": "still_interval", "anchor": "still_anchor"}
_EXAMPLE = re.compile(r"(?<=\?) For example\b.*", re.S)


def without_example(question: str) -> str:
    """A question that was asked before, without how to answer it.

    >>> without_example('How often do you have them? For example "once a month".')
    'How often do you have them?'
    """
    return _EXAMPLE.sub("", question)


def open_question(kept: Mapping[str, Any] | None, wording: Wording) -> str | None:
    """What the dialogue still waits for, in words to come back to it with; None if nothing."""
    state = State.from_json(kept)
    if state.asked is None or state.paused:
        return None
    return wording("come_back", question=state.asked)


def asks(kept: Mapping[str, Any] | None) -> str | None:
    """What the dialogue still waits for, by the name that a reply gives it; None if nothing."""
    state = State.from_json(kept)
    return _ASKED_AS.get(state.about or "", ELSE) if state.asked is not None and not state.paused else None


def comes_back(kept: Mapping[str, Any] | None, text: str, wording: Wording) -> str | None:
    """`open_question` after a message that was answered as another one. Where a yes to a plan is waited for and the
    message names how often or how many, that plan is said once more: a yes must not keep what was not read."""
    state = State.from_json(kept)
    if state.about != CONFIRM or state.asked is None or state.paused or not names_schedule(text):
        return open_question(kept, wording)
    plan = ", then ".join(phase_words(phase) for phase in state.phases)
    return wording("come_back_plan", plan=plan, question=state.asked)


def ways_back(kept: Mapping[str, Any] | None, text: str, wording: Wording) -> tuple[str, ...]:
    """As `comes_back`, in other words each time: in short, otherwise, and with the way round where it is not known."""
    first, state = comes_back(kept, text, wording), State.from_json(kept)
    if first is None or state.asked is None:
        return ()
    if state.about == CONFIRM:
        still = wording("still_confirm")
        return (first, first.replace(state.asked, still) if names_schedule(text) else still)
    ways = [wording("come_back", question=without_example(state.asked))]
    if state.about in STILL:
        ways.append(wording("come_back", question=wording(STILL[state.about])))
    if state.about in WAYS:
        ways.append(f"{ways[-1]} {wording('way_round', ask=wording(WAYS[state.about]))}")
    return tuple(ways)


def open_buttons(kept: Mapping[str, Any] | None, today: date, wording: Wording) -> tuple[str, ...]:
    """Answers to what the dialogue still waits for, to stand under that question; none where it has none to choose."""
    state = State.from_json(kept)
    if state.asked is None or state.paused:
        return ()
    if state.about == CONFIRM and state.ready(today):
        return tuple(Answers(state, today, wording).buttons())
    return state.options


def words_to_say(kept: Mapping[str, Any] | None, today: date, wording: Wording) -> str | None:
    """What to tell the clinic about a dose that was due before `today`; None where no date is late."""
    state = State.from_json(kept)
    if state.paused or not state.ready(today):
        return None
    return "\n".join(Answers(state, today, wording).say_late()) or None


def gap_words(kept: Mapping[str, Any] | None) -> str | None:
    """How often the injections of a plan are, in words that a plan is told in, for somebody who has them as often: the
    days of the week or month are each person's own. None where that is not known."""
    phases = State.from_json(kept).phases
    if len(phases) == 1 and phases[0].frequency == 1:
        phases = (replace(phases[0], days_of_week=(), days_of_month=(), week_of_month=None),)
    return ", then ".join(phase_words(phase) for phase in phases) or None


def last_day(kept: Mapping[str, Any] | None) -> date | None:
    """The day of the last injection told of a plan."""
    state = State.from_json(kept)
    counted = state.anchor.date if state.anchor is not None and state.anchor.kind == "last" else None
    return state.given_on or counted


def on_hold(kept: Mapping[str, Any] | None) -> bool:
    """Whether the plan waits until the clinic agrees to go on."""
    return State.from_json(kept).paused


def untold(kept: Mapping[str, Any] | None) -> bool:
    """Whether the dialogue waits for an answer, and no schedule, or no day to count it from, was told so far."""
    state = State.from_json(kept)
    lacks_day = state.anchor is None and state.about in ("anchor", "date")
    return state.asked is not None and not state.paused and (not state.phases or lacks_day)


def let_go(kept: Mapping[str, Any] | None) -> dict[str, Any]:
    """The plan as it is, with nothing that is asked any more."""
    state = State.from_json(kept)
    state.answered()
    return state.to_json()


def extra_told(kept: Mapping[str, Any] | None, text: str, who: Who) -> dict[str, Any] | None:
    """The plan once an injection too many was told of: its day is in the log, and nothing is counted from it."""
    state = State.from_json(kept)
    if not tells_extra(text) or not state.phases or state.anchor is None:
        return dict(kept) if kept else None
    state.extra, state.extra_day = True, day_of_extra(text, who)
    if state.extra_day is not None:
        state.note(state.extra_day)
    return state.to_json()


def paused(kept: Mapping[str, Any] | None) -> dict[str, Any]:
    """The plan on hold after a reaction; also where there is none yet, so that one stated next is held too."""
    state = State.from_json(kept)
    state.paused = True
    state.answered()
    return state.to_json()
