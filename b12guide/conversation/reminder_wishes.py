"""Rows of the table: what is asked of reminders, and the answers to them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    ASKED,
    CHILD_PLAN,
    DAY,
    FORGET_ME,
    MOVED_TO,
    NAMED,
    REMINDED,
    REMINDERS,
    TIMES,
    WHICH_ONE,
    WHOSE,
    WORDS,
)
from b12guide.conversation.notes_told import person_named
from b12guide.conversation.state import FORGET, PLAN, State
from b12guide.conversation.whose import ME
from b12guide.diary import reading, reminder_pauses, reminder_replies, reminders, wish_changes, wishes
from b12guide.diary.clock import moment
from b12guide.diary.notes import Diary
from b12guide.diary.reminders import Reminders, Wish
from b12guide.diary.spelled import spelled_out
from b12guide.diary.unnamed import of_no_name
from b12guide.plan import dialogue
from b12guide.shared import plan_wording, reminder_rules
from b12guide.understanding.acts import REQUEST

_NAMES_REMINDERS = re.compile(r"\b(?:remind\w*|texts?|nudges?|messages?)\b", re.I)
# What each reminder says is to be answered by who wants no more: written so, it is of reminders, whether there are any.
_KEYWORD = re.compile(r"\W*(?:NO MORE|(?i:un-?subscribe(?: me)?))\W*")
_LONGEST_DAY = 6
# Within so long after a reminder was answered, one more "done" is of the same dose.
_DONE_TWICE = timedelta(days=3)
_SNOOZES = re.compile(r"\W*(?:please )?snooze\b", re.I)


def answered(asked: Asked) -> Taken:
    """An answer to a reminder, where one is open: of whom and of which dose, or of several which it may be."""
    answer = reminder_replies.answer_to_reminder(asked.said.text)
    if answer is None and asked.state.said[-1:] == [MOVED_TO] and len(asked.said.text.split()) <= _LONGEST_DAY:
        day, question = dialogue.coming_date(asked.said.text, asked.who)
        answer = reading.Asked(reminder_replies.MOVED, asked.said.text) if day or question else None
    if answer is None and (hers := _of_another(asked)) is not None:
        return hers
    if answer is None or asked.state.awaiting not in (None, PLAN):
        return _only_seen(asked)
    found = open_reminders(asked.state, asked.who)
    if not found:
        return _none_open(answer, asked)
    named = _which(found, asked, answer.words) if answer.which != reminder_replies.UNTIL else found
    days = _days_until(answer, asked) if answer.which == reminder_replies.UNTIL else answer.number
    details = [(ASKED, answer.what), (TIMES, str(days)), (WORDS, asked.said.text)]
    if answer.what == reminder_replies.MOVED:
        details.append((DAY, answer.words))
    return (Step(REMINDERS, (*details, *((WHOSE, f"{person}/{day.isoformat()}") for person, day in named))),)


def _only_seen(asked: Asked) -> Taken:
    """A word of thanks for a reminder before its day, or that they go: it was read, so that no one more follows."""
    state, text = asked.state, asked.said.text
    goes = reminder_replies.goes_there(text)
    if state.awaiting not in (None, PLAN) or not (goes or reminder_replies.only_seen(text)):
        return None
    # While a plan waits for a yes, "ok" is one, and thanks are not.
    if any(dialogue.awaits_yes(plan) for plan in state.plans.values()) and dialogue.says_yes(text) is not None:
        return None
    ahead = [(person, day) for person, day in open_reminders(state, asked.who) if day > asked.who.today]
    if goes:
        # A day that it names is that of the dose, else it tells of another one.
        ahead = [one for one in ahead if _is_that_day(goes, one[1], asked)]
    whose = tuple((WHOSE, f"{person}/{day.isoformat()}") for person, day in ahead)
    return (Step(REMINDERS, ((ASKED, reminder_replies.SEEN), *whose)),) if ahead else None


def _is_that_day(words: str, day: date, asked: Asked) -> bool:
    """Whether words name a day to come, or its weekday in the week to come, or no day at all."""
    place = wishes.weekday_named(words)
    if place is not None and not re.search(r"\d", words):
        return day.weekday() == place and day - asked.who.today <= timedelta(days=7)
    named = dialogue.coming_date(words, asked.who)[0] or dialogue.said_date(words, asked.who)
    return named in (None, day)


def _of_another(asked: Asked) -> Taken:
    """ "Mum's", right behind an answer of which it was asked whose it is, or behind a dose of somebody else's."""
    state, last = asked.state, asked.state.said[-1:]
    asks = last[0].removeprefix(WHICH_ONE) if last and last[0].startswith(WHICH_ONE) else ""
    undone = [Diary.from_json(one).undo for one in state.diaries.values()]
    just = any(undo is not None and undo["turns"] == 0 for undo in undone)
    words = reminder_replies.whose_one(asked.said.text) if asks or just else ""
    person = person_named(words, state) if words else None
    found = [one for one in open_reminders(state, asked.who) if one[0] == person]
    if not found or state.awaiting not in (None, PLAN):
        return None
    details = ((ASKED, asks or reminder_replies.DONE), (TIMES, "1"), (WORDS, asked.said.text))
    return (Step(REMINDERS, (*details, *((WHOSE, f"{one}/{day.isoformat()}") for one, day in found))),)


def _days_until(answer: reading.Asked, asked: Asked) -> int:
    """In how many days the day comes that the words of what is put off name: of a weekday the first, which is never too
    late; 1 where they name none."""
    if re.fullmatch(r"\W*next week\W*", answer.words, re.I):
        return 7
    day, question = dialogue.coming_date(answer.words, asked.who)
    if day is None and question is not None and question.options:
        day, _ = dialogue.coming_date(question.options[0], asked.who)
    return max((day - asked.who.today).days, 1) if day is not None else 1


def _none_open(answer: reading.Asked, asked: Asked) -> Taken:
    """An answer where no reminder waits for one: what is put off, and a dose that is said to be done once more."""
    state, person = asked.state, asked.state.whose
    if state.child_writes:
        return None
    if _SNOOZES.match(asked.said.text):
        return (Step(REMINDERS, ((ASKED, wishes.NONE_OPEN),)),)
    if answer.what == reminder_replies.LATE:
        return _still_late(asked, person)
    given = [date.fromisoformat(one["day"]) for one in (state.plans.get(person) or {}).get("given") or ()]
    kept, last = reminders_of(state, person), max(given, default=None)
    if answer.what != reminder_replies.DONE or last is None or not kept.is_answered(last, 0):
        return None
    again = timedelta(0) <= asked.who.today - last <= _DONE_TWICE
    return (Step(REMINDERS, ((ASKED, wishes.DONE_AGAIN), (DAY, last.isoformat()))),) if again else None


def _still_late(asked: Asked, person: str) -> Taken:
    """ "Not yet", of an injection whose day has come and whose reminders were answered: what to do is said as the plan
    says it."""
    plan = asked.state.plans.get(person)
    due = dialogue.next_day(plan, asked.who, plan_wording())
    told = bool(reminders_of(asked.state, person).wishes) and dialogue.is_kept(plan) and not dialogue.on_hold(plan)
    late = told and (due is None or due.latest < asked.who.today)
    return (Step(PLAN, ((REQUEST, "next"), (WHOSE, person), (WORDS, ""))),) if late else None


def wished(asked: Asked, *, of_plan: str | None = None) -> Taken:
    """What is asked of reminders: to have them, to end them, which there are. `of_plan`: whose plan is told in the same
    message, where one is: its dates are meant."""
    state, text = asked.state, asked.said.text
    if state.awaiting == FORGET or asked.kind == FORGET_ME or state.child_writes:
        return None
    person = of_plan or asked.about.person
    found = wishes.asked_of_reminders(text)
    just = state.said[-1:] == [REMINDED]
    has = any(reminders_of(state, one).wishes for one in state.diaries)
    if just or (has and _NAMES_REMINDERS.search(text)):
        what = changed_of_them(text, [one for whose in state.diaries for one in reminders_of(state, whose).wishes])
        if what is not None:
            found = reading.Asked(what, text)
    if found is not None and found.what == wishes.REMIND and has and wishes.asks_if_set(text):
        found = reading.Asked(wishes.LISTED)
    if found is None and just and not has and _rings_otherwise(asked, person):
        found = reading.Asked(wishes.REMIND, text)
    if found is None and reminder_pauses.wants_again(text) and (just or _NAMES_REMINDERS.search(text)):
        found = reading.Asked(wishes.REMIND, text)
    if found is None and has and just and reminder_pauses.pauses_them(text):
        found = reading.Asked(wishes.END)
    if found is None and has and state.awaiting in (None, PLAN) and wishes.stops_all(text):
        # Where no phone company takes the word, it ends them all the same.
        found = reading.Asked(wishes.END)
    if found is None:
        return None
    # Who wants no reminders is told so, and who asks for them is told of none, whether or not any were asked for; "no
    # more" alone may be of anything.
    named_so = _NAMES_REMINDERS.search(text) or _KEYWORD.fullmatch(text)
    if found.what not in (wishes.REMIND, wishes.CHANGE) and not has and not named_so:
        return None
    if found.what == wishes.END and not reminders_of(state, person).wishes:
        # Why they are to end may name somebody: "my daughter has it in her calendar".
        return (Step(REMINDERS, ((ASKED, wishes.END), (WORDS, text), (WHOSE, state.whose))),)
    if person != ME and person in state.children:
        return (Step(CHILD_PLAN, ((WHOSE, person),)),)
    if person != ME and person not in state.plans and of_plan is None:
        return None
    named = [(NAMED, "yes")] if asked.about.named else []
    return (Step(REMINDERS, ((ASKED, found.what), (WORDS, found.words or text), (WHOSE, person), *named)),)


def _rings_otherwise(asked: Asked, person: str) -> bool:
    """Whether the calendar file is to ring at another time than was just asked for: "make it 7pm"."""
    text = asked.said.text
    wanted = wishes.changed(text) is not None and of_no_name(spelled_out(text))
    return wanted and bool(reminders_of(asked.state, person).alarms)


def changed_of_them(text: str, wished_: list[Wish]) -> str | None:
    """What a message changes of reminders, beside when all of them come."""
    if not wished_:
        return None
    if wish_changes.no_reminder_on(text):
        return wishes.DAYS_OFF
    if wish_changes.dropped(text, wished_) is not None:
        return wishes.DROP_ONE
    if wish_changes.swapped(text, wished_) is not None:
        return wishes.SWAP_ONE
    return wishes.SHIFT if wish_changes.shifted(text) is not None else None


def reminders_of(state: State, person: str) -> Reminders:
    """What somebody wished of reminders."""
    return Reminders.from_json(Diary.from_json(state.diaries.get(person)).reminders)


def open_reminders(state: State, who: dialogue.Who) -> list[tuple[str, date]]:
    """Reminders of which the day has come and that nobody answered: whose, and of the dose of which day."""
    rules, found = reminder_rules(), []
    for person in state.diaries:
        kept = reminders_of(state, person)
        zone = kept.zone or who.zone
        oldest = who.today - reminders.ANSWERED_WITHIN
        doses = reminders.coming_for(state.plans.get(person), kept, oldest, who.today)
        told = [date.fromisoformat(one["day"]) for one in (state.plans.get(person) or {}).get("given") or ()]
        found += [
            (person, day)
            for day in reminders.open_days(
                doses, told, kept, now=moment(who.today, time(23, 59), zone), zone=zone, quiet=rules.quiet,
                closed=rules.closed,
            )
        ]  # fmt: skip
    return found


def since(who: dialogue.Who, zone: str) -> datetime:
    """From when on a wish that is told today counts."""
    return moment(who.today, time(0), zone)


def _which(found: list[tuple[str, date]], asked: Asked, words: str) -> list[tuple[str, date]]:
    """Those of open reminders that a message names: by their day, or by whose they are; all of them where it names
    none."""
    if len(found) == 1:
        return found
    said: Any = dialogue.said_date(asked.said.text, asked.who)
    by_day = [one for one in found if one[1] == said]
    by_person = [one for one in found if one[0] == asked.about.person] if asked.about.named else []
    both = [one for one in by_day if one in by_person] or by_day or by_person
    return both or found
