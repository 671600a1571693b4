"""A plan goes only where it is named: what is heard as a wish to delete it and names none is one of notes, or is asked
back. "Delete the ones from Monday as well" behind notes is none of the plan.
"""

from __future__ import annotations

import re

from b12guide.conversation import diaries
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import ASKED, DIARY, REMINDERS, WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.diary import reading, wishes
from b12guide.understanding.acts import REQUEST

_FORGET = "forget"
# From which confidence a sentence ends reminders, where a plan was nearly deleted beside it.
_SURELY = 0.6
_DELETES = re.compile(
    r"\b(?:delet\w*|eras\w*|wip\w+|remov\w*|forget\w*|forgot\w*|clear\w*|drop\w*|scrap\w*|scrub\w*|bin|lose"
    r"|los\w*|cancel\w*"
    r"|throw\w*|rid|off|stop\w*|cease|end|finish\w*|done with|no longer|any ?more|any longer|destroy\w*|undo|ditch\w*"
    r"|(?:do not|don'?t|dont|never|not) (?:keep|store|hold|save|need|want|use|remember)\w*)\b",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:plans?|schedules?|dates?|timetable|regimen|course|appointments?|calendar|injections?|jabs?|jags?"
    r"|shots?|needles?"
    r"|doses?|b-?12)\b",
    re.I,
)
# "The ones that I wrote after my jab" are notes, unless the plan itself is named.
_ONES = re.compile(r"\b(?:ones?|bits?|lines?|notes?|entry|entries|wrote|what i (?:put|noted|said|told))\b", re.I)
_THE_PLAN = re.compile(r"\b(?:plans?|schedules?|dates|timetable|regimen)\b", re.I)
# "Delete it" right behind the plan is of it.
_IT = re.compile(
    r"^\W*(?:(?:no|please|pls|ok|okay|so|then|just|can you|could you)\W+){0,4}(?:delete|erase|wipe|remove"
    r"|forget|scrap|bin"
    r"|clear|drop|cancel) (?:it|that|this|it all|all of it|the lot|everything)(?: (?:please|pls|then|again|now"
    r"|all)){0,3}\W*$",
    re.I,
)
# "Stop the texts, keep my dates tho" deletes no plan.
_KEEPS = re.compile(
    r"(?<!not )(?<!n't )(?<!dont )(?<!never )(?<!stop )\b(?:keep|leave|save|hold on to|hang on to"
    r"|(?:do not|don'?t|dont|not) (?:delete|erase|forget|lose|touch|remove|cancel|drop))"
    r"(?: (?!reminding|texting|sending|asking)\w+){0,3} "
    r"(?:dates?|plans?|schedules?|jabs?|shots?|injections?|calendar)\b",
    re.I,
)
# "Stop the reminder and tell me all my injection days" ends reminders, and no plan.
_ENDS_REMINDERS = re.compile(
    r"\b(?:stop|end|cancel|no more|delete|drop|remove|turn off|switch off)"
    r"(?: (?:the|my|all|any|those|these|your|sending|me|of)){0,3}"
    r" (?:reminders?|reminding|messages?|texts?|pings?|alarms?|notifications?|nudges?)\b",
    re.I,
)


def only_where_named(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps; in the place of one that deletes a plan which is not named: that of notes, or what is asked back; of
    one that is to be kept: its dates."""
    if _KEEPS.search(asked.said.text.replace("’", "'")):
        ends = () if any(step.kind == REMINDERS for step in steps) else _ended(asked)
        return (*ends, *(_shown(step, asked) if _deletes(step) else step for step in steps))
    if any(_deletes(step) for step in steps) and (ends := _ends_reminders_alone(asked)):
        return (*ends, *(_shown(step, asked) if _deletes(step) else step for step in steps))
    return tuple(_instead(step, asked) if _deletes(step) and not _named(asked) else step for step in steps)


def _ends_reminders_alone(asked: Asked) -> tuple[Step, ...]:
    """The end of reminders, where what the message wants to be gone or to stop is nothing else."""
    text = asked.said.text.replace("’", "'")
    found = _ENDS_REMINDERS.search(text)
    if found is None or _DELETES.search(_ENDS_REMINDERS.sub(" ", text)) is not None:
        return ()
    ends = Step(REMINDERS, ((ASKED, wishes.END), (WORDS, found.group()), (WHOSE, asked.about.person)))
    return _ended(asked) or (ends,)


def _ended(asked: Asked) -> tuple[Step, ...]:
    """The end of reminders, where a sentence of the message surely asks for it."""
    for part in asked.said.parts:
        if part.act.kind == REMINDERS and part.act.values(REQUEST) == ["end"] and part.act.confidence >= _SURELY:
            return (Step(REMINDERS, ((ASKED, wishes.END), (WORDS, part.text), (WHOSE, asked.about.person))),)
    return ()


def _shown(step: Step, asked: Asked) -> Step:
    person = next(iter(step.values(WHOSE)), asked.about.person)
    return Step(PLAN, ((REQUEST, "whole"), (WHOSE, person)))


def _deletes(step: Step) -> bool:
    return step.kind == PLAN and step.values(REQUEST) == [_FORGET]


def _named(asked: Asked) -> bool:
    text = asked.said.text.replace("’", "'")
    names = _THE_PLAN if _ONES.search(text) else _PLAN
    if _DELETES.search(text) is not None and names.search(text) is not None:
        return True
    return asked.state.said[-1:] == [PLAN] and _IT.match(text) is not None


def _instead(step: Step, asked: Asked) -> Step:
    notes = diaries.diary(asked)
    if notes and notes[0].values(ASKED) == [reading.DELETE_NOTES]:
        return notes[0]
    person = next(iter(step.values(WHOSE)), asked.about.person)
    return Step(DIARY, ((ASKED, reading.NOT_DELETED), (WHOSE, person)))
