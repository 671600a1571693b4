"""A row of the table: doses that are told of as had, in any words, alone or beside other things."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.heard_otherwise import names_no_dose
from b12guide.conversation.kinds import (
    AFFIRM,
    DENY,
    FEELINGS,
    FORGET_ME,
    HEADED,
    QUIET,
    SMALL_TALK,
    WARNING_STANDS,
    WHOSE,
    WORDS,
)
from b12guide.conversation.reminder_wishes import open_reminders
from b12guide.conversation.state import ADVICE, PLAN
from b12guide.conversation.whose import ME, named_in, without_people
from b12guide.diary.reminder_replies import answer_to_reminder
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding.acts import NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, REQUEST, UNSURE

_LETTERS = re.compile(r"[a-z]", re.I)
_YES = re.compile(r"\W*(?:yes|yep|yeah|yup|yh|aye|correct|right|that'?s right)\b\W*", re.I)
# What stands beside it, and says nothing more.
_LIGHT = re.compile(
    r"\b(?:hey|hi|hello|yes|yep|yeah|no|nope|ok|okay|oh|thanks?|thank you|cheers|ta|pls|please|and|so|finally|phew"
    r"|(?:please |pls |kindly |do )?(?:note|log|record) (?:it|that|this|same|the same)(?: down)?|kindly note"
    r"|please note"
    r"|yay|sorry|i'?m not late|not late|all good|great|good|wait|hang on|there|morning|afternoon|evening|dear|love"
    r"|mate)\b",
    re.I,
)
_NOTHING = frozenset(
    {NOT_UNDERSTOOD, UNSURE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, AFFIRM, DENY, WARNING_STANDS, *SMALL_TALK, *FEELINGS}
)
_NOT = re.compile(r"\bnot\b", re.I)
_BOTH = re.compile(r"\b(?:both|each of us|the two of us|the pair of us)\b", re.I)
# What is said with a dose that was noted.
_SAID = frozenset({"next", "date", "given", "state"})


def dose_told(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """Doses that were had go into the log, by their days; what else the message says is decided by itself.

    Args: decided: who takes the rest.
    """
    state = asked.state
    waits = state.awaiting not in (None, PLAN, ADVICE)
    if asked.said.verdict.warns or state.standing or asked.kind == FORGET_ME or waits:
        return None
    if any(one != asked.about.person and one in state.plans for one in named_in(asked.said.text, state.known)):
        # Of two people each has their own words.
        return None
    told = _told(asked)
    if dialogue.tells_anew(state.plans.get(asked.about.person), asked.said.text, asked.who):
        # A whole plan, or that it is to begin anew: its doses are read with it.
        return None
    if told is None:
        return _one_more(asked)
    if (both := _of_both(asked, told, decided)) is not None:
        return both
    person, rest = asked.about.person, told.rest
    kept = state.plans.get(person)
    if dialogue.puts_last_right(kept, asked.said.text, asked.who):
        return None
    if len(told.days) > 1 and dialogue.leaves_one_out(kept, asked.said.text, asked.who):
        # The day without one bears on how many they are: it is read with them.
        return None
    if _NOT.search(asked.said.text) and dialogue.log_right(kept, asked.said.text, asked.who) is not None:
        # "We did Saturday the 28th, not Friday the 27th": no dose is added.
        return None
    if dialogue.too_close(kept, asked.said.text):
        # One more than was planned is a wrong dose, whose warning comes first.
        return None
    agrees = _YES.match(rest) if dialogue.awaits_yes(kept) and state.whose == person else None
    if agrees is None and not dialogue.takes_doses(kept, told):
        return None
    first = decided(replace(asked, said=asked.said.alone("yes"), written="")) or () if agrees else ()
    rest = rest[agrees.end() :] if agrees else rest
    says_more = _LETTERS.search(_LIGHT.sub(" ", rest)) is not None
    # The end of the loading ones is read back with their last day.
    over = told.days and says_more and dialogue.ends_part(kept, rest, asked.who)
    steps = (
        (_added(asked, told, (QUIET, "yes")),)
        if over
        else _steps(asked, told, decided, more=says_more or told.place is not None)
    )
    if steps is None:
        return None
    behind = decided(replace(asked, said=asked.said.alone(rest), written="")) or () if says_more else ()
    then = tuple(step.read_from(rest) for step in behind if step.kind not in _NOTHING and not _is_said(step))
    return (*(step.read_from("yes") for step in first), *steps, *then)


def _of_both(asked: Asked, told: dialogue.DosesTold, decided: Callable[[Asked], Taken]) -> Taken:
    """ "Both done today!", of the two people whose plans are known: the dose of each, and then what else is asked."""
    state = asked.state
    people = [one for one, plan in state.plans.items() if dialogue.is_told(plan) and one not in state.children]
    if len(people) != 2 or len(told.days) != 1 or _BOTH.search(told.told) is None:
        return None
    if not all(dialogue.takes_doses(state.plans[one], told) for one in people):
        return None
    people.sort(key=lambda one: one != ME)
    steps = tuple(_added(asked, told, (HEADED, "yes"), person=one) for one in people)
    behind = decided(replace(asked, said=asked.said.alone(told.rest), written="")) if _LETTERS.search(told.rest) else ()
    # What comes next is said with each.
    then = (step for step in behind or () if step.kind not in _NOTHING and not _is_said(step, "whole"))
    return (*steps, *(step.read_from(told.rest) for step in then))


def _one_more(asked: Asked) -> Taken:
    """A bare day right behind a dose of today is that of one more, and no other day for that one."""
    person = asked.about.person
    day = dialogue.one_more(asked.state.plans.get(person), asked.said.text, asked.who)
    if day is None or asked.said.excerpt or person in asked.state.children:
        return None
    return (Step(PLAN, ((REQUEST, f"{dialogue.LOG_ADD}{day.isoformat()}/"), (WHOSE, person), (WORDS, ""))),)


def beside_warning(asked: Asked) -> tuple[Step, ...]:
    """The step of doses that are told of beside a sign, whose card comes first."""
    told = _told(asked)
    kept = asked.state.plans.get(asked.about.person)
    if told is None or not told.days or not dialogue.takes_doses(kept, told):
        return ()
    return (_added(asked, told, (QUIET, "yes")),)


def _told(asked: Asked) -> dialogue.DosesTold | None:
    state, person = asked.state, asked.about.person
    if asked.said.excerpt or state.child_writes or person in state.children or asked.about.several:
        return None
    told = dialogue.doses_told(without_people(asked.said.text, state.plans), asked.who)
    return None if told is not None and names_no_dose(asked, told.days) else told


def _steps(
    asked: Asked, told: dialogue.DosesTold, decided: Callable[[Asked], Taken], *, more: bool
) -> tuple[Step, ...] | None:
    """The steps of what was told; None where it says no more than who takes it alone reads better."""
    person = asked.about.person
    if told.ends:
        # The plan itself ends the part.
        return (Step(PLAN, ((WHOSE, person), (WORDS, told.told))),) if more else None
    if told.days:
        return (_added(asked, told),)
    waits = dialogue.waits_for_clinic(asked.state.plans.get(person))
    if not more and not waits:
        return None
    if told.place is None and any(one == person for one, _ in open_reminders(asked.state, asked.who)):
        if not more:
            return None
        words = told.told if answer_to_reminder(told.told) else "done"
        return decided(replace(asked, said=asked.said.alone(words), written=""))
    due = dialogue.next_day(asked.state.plans.get(person), asked.who, plan_wording())
    if due is not None and due.earliest == due.latest == asked.who.today:
        return (_added(asked, replace(told, days=(asked.who.today,))),)
    if not more:
        return None
    return (Step(PLAN, ((REQUEST, "given"), (WHOSE, person), (WORDS, "I had it"))),)


def _added(asked: Asked, told: dialogue.DosesTold, *details: tuple[str, str], person: str | None = None) -> Step:
    days = ",".join(day.isoformat() for day in told.days)
    request = f"{dialogue.LOG_ADD}{days}/{told.place or ''}"
    return Step(PLAN, ((REQUEST, request), (WHOSE, person or asked.about.person), (WORDS, ""), *details))


def _is_said(step: Step, *more: str) -> bool:
    return step.kind == PLAN and bool({*_SAID, *more} & {*step.values(REQUEST)})
