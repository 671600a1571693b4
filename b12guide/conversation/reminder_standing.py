"""Rows of the table: what is changed of the reminders that stand, and what they cost and say."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ASKED, FORGET_ME, MOVED_TO, REMINDED, REMINDERS, WHICH_ONE, WHOSE, WORDS
from b12guide.conversation.reminder_wishes import changed_of_them, reminders_of
from b12guide.conversation.state import PLAN
from b12guide.diary import reminder_replies, standing, wishes
from b12guide.diary.reminder_costs import asks_of_text
from b12guide.diary.reminder_questions import TIME, asks_of_reminder
from b12guide.diary.reminders import Reminders
from b12guide.diary.spelled import spelled_out
from b12guide.diary.standing import Standing
from b12guide.diary.standing_words import of_reminders
from b12guide.diary.wish_changes import adds, adds_one, without_adds
from b12guide.plan import dialogue
from b12guide.shared import plan_wording, reminder_rules

# So many things that were said since may stand between.
_LATELY = 3
_CLAUSE = re.compile(r"\s*[,;.]\s+|\s+(?:and|but|plus)\s+", re.I)
_MOST_CLAUSES = 4


def changed(asked: Asked) -> Taken:
    """Another day or time for a reminder that stands, one that goes, or that stays alone; no date of the plan moves."""
    state, text = asked.state, asked.said.text
    # What answers a reminder moves none, and a date that was asked for is the answer.
    asked_for = next(iter(state.said[-1:]), "")
    if (
        asked_for == MOVED_TO
        or asked_for.startswith(WHICH_ONE)
        or reminder_replies.answer_to_reminder(text) is not None
    ):
        return None
    person = _whose(asked)
    if person is None or not _free(asked) or wishes.ends_beside(text):
        return None
    just = REMINDED in state.said[-2:] or (REMINDED in state.said[-_LATELY:] and state.awaiting is None)
    kept, open_plan = reminders_of(state, person), state.awaiting == PLAN
    way = wishes.way_named(text)
    if way is not None and all(one.way != way for one in kept.wishes):
        # By another way it is another reminder.
        return None
    at = stands(kept, state.plans.get(person), asked.who)
    if (both := _one_and_another(text, person, at, just=just, open_plan=open_plan)) is not None:
        return both
    if not of_reminders(text, just=just, open_plan=open_plan):
        # "Also one on the 27th" tells of no injection.
        one_more = adds(text) and of_reminders(without_adds(text), just=just, open_plan=open_plan)
        named = one_more and (standing.before_named(text, at) is not None or wishes.names_time(text))
        return (Step(REMINDERS, ((ASKED, wishes.CHANGE), (WORDS, text), (WHOSE, person))),) if named else None
    of_one = changed_of_them(text, list(kept.wishes))
    if of_one is not None:
        return (Step(REMINDERS, ((ASKED, of_one), (WORDS, text), (WHOSE, person))),)
    found = standing.changed(text, at)
    return (Step(REMINDERS, ((ASKED, wishes.STANDING), (WORDS, text), (WHOSE, person))),) if found is not None else None


def questions(asked: Asked) -> Taken:
    """What is asked of a reminder itself: what it costs and says, when it comes, who sends it, whether to answer."""
    text, just = asked.said.text, REMINDED in asked.state.said[-_LATELY:]
    if not _free(asked):
        return None
    what = asks_of_reminder(text, just=just) or (wishes.COSTS if asks_of_text(text, just=just) else None)
    if what == TIME:
        what = wishes.LISTED
    return (Step(REMINDERS, ((ASKED, what), (WORDS, text), (WHOSE, asked.about.person))),) if what else None


def stands(kept: Reminders, plan: dict[str, object] | None, who: dialogue.Who) -> Standing:
    """The reminders of somebody, with the injection from which their days are counted."""
    due = dialogue.next_day(plan, who, plan_wording())
    return Standing(
        kept.wishes, due.earliest if due is not None else None, lambda words: dialogue.coming_date(words, who)[0],
        reminder_rules().quiet,
    )  # fmt: skip


def _one_and_another(text: str, person: str, at: Standing, *, just: bool, open_plan: bool) -> Taken:
    """ "Make it half 8, and do the day before as well": one is changed, and one more is set, at the same time where no
    other is named."""
    parts = [part for part in _CLAUSE.split(spelled_out(text)) if part.strip()]
    more = [part for part in parts if adds(part) and wishes.days_before(part) is not None]
    rest = ", ".join(part for part in parts if part not in more)
    if len(more) != 1 or len(parts) > _MOST_CLAUSES or adds(rest) or adds_one(rest):
        return None
    if not of_reminders(rest, just=just, open_plan=open_plan):
        return None
    found = standing.changed(rest, at)
    new = [one for one in found.wishes if one not in at.wishes] if found is not None else []
    if len(new) != 1:
        return None
    words = more[0] if wishes.names_time(more[0]) else f"{more[0]} at {new[0].at.isoformat('minutes')}"
    return (
        Step(REMINDERS, ((ASKED, wishes.STANDING), (WORDS, rest), (WHOSE, person))),
        Step(REMINDERS, ((ASKED, wishes.CHANGE), (WORDS, words), (WHOSE, person))),
    )


def _whose(asked: Asked) -> str | None:
    """Of whom the reminders are that may be meant: of whom the message is; a change that names nobody, of somebody else
    where they alone have any."""
    state, about = asked.state, asked.about
    people = [one for one in state.diaries if reminders_of(state, one).wishes]
    if about.person in people:
        return about.person
    changes = not adds_one(asked.said.text)
    return people[0] if changes and not about.named and len(people) == 1 else None


def _free(asked: Asked) -> bool:
    state = asked.state
    open_ = state.awaiting not in (None, PLAN) or state.standing is not None or state.child_writes
    return not open_ and not asked.said.excerpt and asked.kind != FORGET_ME and not asked.said.verdict.warns
