"""The conversation about a person's own plan: taken whole or in pieces, read back, confirmed, corrected, asked about.

A pure function from what is known and a message to what is said; the clock, the country and the words are parameters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from .dialogue_answers import Answers
from .dialogue_intake import Intake
from .dialogue_state import CHANGE, CONFIRM, State
from .dialogue_wording import Wording, WordingError, load_wording
from .reader import read

__all__ = ["Outcome", "Who", "Wording", "WordingError", "load_wording", "open_question", "paused", "states_plan", "turn"]

AFFIRM, DENY = "affirm", "deny"
# Requests that ask something of a plan that is known; the rest bring something new to it.
ASKING = frozenset({"next", "after_next", "whole", "due", "left", "phase_start", "away", "calendar"})


@dataclass(frozen=True)
class Who:
    """For whom dates are counted: the date today where they are, and whether their zone is known."""

    today: date
    country: str | None = None
    zone: str = "UTC"
    zone_known: bool = True


@dataclass(frozen=True)
class Outcome:
    """One turn: the new state, the bubbles with the buttons under the last, and the turn's kind ("plan" or "ask").

    `plan` is the object of `b12guide plan`, where dates are known.
    """

    state: dict[str, Any] | None
    bubbles: tuple[str, ...]
    buttons: tuple[str, ...] = ()
    kind: str = "plan"
    plan: dict[str, Any] | None = None


def turn(
    kept: dict[str, Any] | None, text: str, *, request: str | None, who: Who, wording: Wording
) -> Outcome | None:
    """Answer a message about the plan; None where the message is nothing that the dialogue can use.

    Args:
        kept: the state that the last turn returned, or None.
        text: the message.
        request: what the message was understood as ("regimen", "date", "next", "given", "affirm", ...); None where it
            was understood as something else, and only an answer to an open question is to be taken.
            "resume" is that the clinic agreed to go on after a reaction.
    """
    state = State.from_json(kept)
    if request == "restart":
        fresh = State()
        fresh.ask("interval", wording("ask_interval"))
        return Outcome(fresh.to_json(), (wording("restart"),), kind="ask")
    if request == "forget":
        words = "forgotten" if kept else "no_plan"
        return Outcome(None, (wording(words),))
    if request == "resume" and state.paused:
        state.paused = False
        return Outcome(state.to_json() if state.phases else None, (wording("resumed"),))
    if state.paused:
        return Outcome(kept, (wording("paused"), wording("paused_resume"))) if request is not None else None
    intake = Intake(state, text, who.today, who.country)
    answers = Answers(state, who.today, wording)
    if request == AFFIRM and state.about == CONFIRM:
        state.confirmed = True
        state.answered()
        return _said(state, answers.confirmed(), who, wording)
    if request == DENY and state.about == CONFIRM or _wants_change(state, text, wording):
        state.ask(CHANGE, wording("ask_change"))
        return Outcome(state.to_json(), (wording("ask_change"),), kind="ask")
    if request == "given" and state.confirmed:
        return _said(state, answers.given(intake.given_date()), who, wording)
    if request in ASKING and answers.ready and not intake.states_regimen:
        return _said(state, answers.asked(request, text, intake), who, wording)
    if not intake.take(open_flow=request is not None):
        if request is None:
            return None
        if state.about is not None and state.asked is not None and request not in ASKING:
            again = wording("ask_again", question=state.asked)
            return Outcome(state.to_json(), (again,), state.options, kind="ask")
    return _advance(state, answers, who, wording)


def open_question(kept: dict[str, Any] | None, wording: Wording) -> str | None:
    """What the dialogue still waits for, in words to come back to it with; None if nothing."""
    state = State.from_json(kept)
    if state.asked is None or state.paused:
        return None
    return wording("come_back", question=state.asked)


def states_plan(text: str, today: date) -> bool:
    """Whether a message names a regimen whose dates could be worked out."""
    return bool(read(text, today=today).phases)


def paused(kept: dict[str, Any] | None) -> dict[str, Any] | None:
    """The plan on hold after a reaction; also where there is none yet, so that one stated next is held too."""
    state = State.from_json(kept)
    state.paused = True
    state.answered()
    return state.to_json()


def _wants_change(state: State, text: str, wording: Wording) -> bool:
    return state.about == CONFIRM and text.strip().lower() == wording("button_change").lower()


def _advance(state: State, answers: Answers, who: Who, wording: Wording) -> Outcome:
    """Ask for the next thing that is missing, or read the whole plan back."""
    question, begun = state.next_question(wording), state.about is not None
    if question is not None:
        state.ask(question.about, question.text, question.options)
        text = question.text if begun else f"{wording('work_out')} {question.text}"
        return Outcome(state.to_json(), (text,), question.options, kind="ask", plan=answers.plan_json(question))
    state.confirmed = False
    bubbles = answers.read_back()
    if not who.zone_known:
        bubbles.append(wording("zone", zone=who.zone))
    state.ask(CONFIRM, wording("is_it_right"))
    text = "\n".join([*bubbles, wording("is_it_right")])
    buttons = (wording("button_yes"), wording("button_change"))
    return Outcome(state.to_json(), (text,), buttons, plan=answers.plan_json())


def _said(state: State, said: tuple[list[str], list[str]], who: Who, wording: Wording) -> Outcome:
    bubbles, buttons = said
    if not who.zone_known:
        bubbles = [*bubbles, wording("zone", zone=who.zone)]
    answers = Answers(state, who.today, wording)
    return Outcome(state.to_json(), ("\n".join(bubbles),), tuple(buttons), plan=answers.plan_json())
