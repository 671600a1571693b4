"""A row of the table: a dose that was told of, and was not had after all."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ASKED, DAY, FORGET_ME, REMINDERS, TIMES, WHOSE, WORDS
from b12guide.conversation.state import PLAN, State
from b12guide.diary import reminder_replies, wishes
from b12guide.diary.notes import Diary
from b12guide.diary.taken_back import says_not_had, takes_back
from b12guide.plan import dialogue
from b12guide.shared import plan_wording

_PART = re.compile(r"(?<=[.;!\n])\s+|\s*[,;]\s*|\s+(?=but |so )", re.I)
# What is told of a new day beside it.
_NEW_DAY = re.compile(
    r"\b(?:moved?|booked?|rebooked|put (?:it )?(?:back|off)|now|going|back|instead|new|tomorrow|next)\b", re.I
)
_MOST_TURNS = 6


def taken_back(asked: Asked) -> Taken:
    """What was told of last leaves the log; a new day that is told beside it is the clinic's."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if asked.said.excerpt or state.standing or state.child_writes or state.awaiting not in (None, PLAN):
        return None
    if asked.said.verdict.warns or asked.kind == FORGET_ME:
        return None
    person = asked.about.person if asked.about.named and _undo(state, asked.about.person) else _latest(state)
    undo = _undo(state, person) if person is not None else None
    if person is None or undo is None or person in state.children:
        return None
    if not takes_back(text, just=undo["turns"] == 0) or not _is_last(asked, person, undo):
        return None
    plainly = says_not_had(text)
    # "Wrong one, it was Friday" puts a day right, which is the plan's.
    if not plainly and dialogue.said_date(text, asked.who) is not None:
        return None
    step = Step(REMINDERS, ((ASKED, wishes.NOT_HAD), (DAY, undo["day"]), (WHOSE, person)))
    moved = next((day for part in _PART.split(text) if (day := _moved_to(part, asked))), "")
    if not moved:
        return (step,)
    details = (
        (ASKED, reminder_replies.MOVED),
        (TIMES, "1"),
        (WORDS, moved),
        (DAY, moved),
        (WHOSE, f"{person}/{undo['day']}"),
    )
    return (step, Step(REMINDERS, details))


def _moved_to(part: str, asked: Asked) -> str:
    """The words of the new day that a part of a message tells; "" where it tells none."""
    answer = reminder_replies.answer_to_reminder(part)
    words = answer.words if answer is not None and answer.what == reminder_replies.MOVED else part
    told = words is not part or _NEW_DAY.search(part) is not None
    return words if told and dialogue.coming_date(words, asked.who) != (None, None) else ""


def _undo(state: State, person: str) -> dict[str, Any] | None:
    return Diary.from_json(state.diaries.get(person)).undo


def _latest(state: State) -> str | None:
    """Of whom a dose was told of last."""
    found = {person: undo for person in state.diaries if (undo := _undo(state, person)) is not None}
    return min(found, key=lambda person: found[person]["turns"], default=None)


def _is_last(asked: Asked, person: str, undo: dict[str, Any]) -> bool:
    """Whether the dose is the one that is meant a little later: no other has come due since."""
    if undo["turns"] > _MOST_TURNS:
        return False
    due = dialogue.next_day(asked.state.plans.get(person), asked.who, plan_wording())
    on = date.fromisoformat(undo["on"])
    return on == asked.who.today or (due is not None and due.earliest > asked.who.today)
