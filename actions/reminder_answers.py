"""What the answer to a reminder does: to the log, to the date, and to the reminders of that dose."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from actions.diary_kept import keep, kept_of, say_of
from actions.turn import Turn
from b12guide.conversation.kinds import ASKED, DAY, MOVED_TO, REMINDED, TIMES, WHICH_ONE, WHOSE
from b12guide.conversation.names import said_back
from b12guide.conversation.whose import ME
from b12guide.diary import reminder_replies
from b12guide.diary.reminders import Reminders
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content

_TODAY = re.compile(r"\b(?:today|just now|this (?:morning|afternoon))\b", re.I)
_YESTERDAY = re.compile(r"\byesterday\b", re.I)


def turn_to_whose(turn: Turn) -> Reminders:
    turn.state.turn_to(next(iter(turn.step.values(WHOSE)), turn.state.whose))
    return Reminders.from_json(kept_of(turn).reminders)


def keep_reminders(turn: Turn, kept: Reminders, person: str | None = None) -> None:
    diary = kept_of(turn, person)
    diary.reminders = kept.to_json()
    keep(turn, diary, person)


def done_again(turn: Turn) -> None:
    """It is in the log, and stands there once."""
    day = full_date(date.fromisoformat(turn.step.values(DAY)[0]))
    turn.say(content().diary("done_already", day=day), kind="plan")


def none_open(turn: Turn) -> None:
    """There is none to put off."""
    say = content().diary
    turn.say(say("none_open"), buttons=[say(f"button_{name}") for name in ("week", "day", "on")], kind="plan")
    turn.state.note(REMINDED)


def seen(turn: Turn) -> None:
    """It was read: nothing more is sent of it until the next that was asked for."""
    open_ = [tuple(value.split("/")) for value in turn.step.values(WHOSE)]
    for person, day in open_:
        kept = Reminders.from_json(kept_of(turn, person).reminders)
        kept.answer(date.fromisoformat(day), upto=turn.person.today)
        keep_reminders(turn, kept, person)
    days = sorted({date.fromisoformat(day) for _, day in open_})
    turn.say(content().diary("seen", day=" and ".join(full_date(day) for day in days)), kind="plan")


def answered(turn: Turn) -> None:
    """The answer to a reminder: of which, where several are open, is asked."""
    say, answer = content().diary, turn.step.values(ASKED)[0]
    open_ = [tuple(value.split("/")) for value in turn.step.values(WHOSE)]
    if len(open_) > 1:
        several = len({person for person, _ in open_}) > 1
        buttons = [_button(turn, person, date.fromisoformat(day), whose=several) for person, day in open_]
        turn.say(say("which"), buttons=buttons, kind="ask")
        turn.state.note(f"{WHICH_ONE}{answer}")
        return
    person, day = open_[0][0], date.fromisoformat(open_[0][1])
    turn.state.turn_to(person)
    ANSWERS[answer](turn, day)


def _button(turn: Turn, person: str, day: date, *, whose: bool) -> str:
    name, answer = "which_button_whose" if whose and person != ME else "which_button", turn.step.values(ASKED)[0]
    who = said_back(turn.state.word_for(person))
    return content().diary(name, answer=answer.upper(), day=full_date(day), who=who)


def _done(turn: Turn, day: date) -> None:
    """It goes into the log, as one that is not sure: a word to a reminder is no record."""
    if day > turn.person.today:
        say_of(turn, content().diary("done_early", day=full_date(day)), kind="ask")
        return
    named = _day_named(turn)
    if day < turn.person.today and named is not None and named != day:
        # It was had on a later day than its own, and that day is told.
        if named <= turn.person.today and turn.plan_takes("given", text=f"I had it on {full_date(named)}"):
            _closes(turn, day)
        return
    if day < turn.person.today and named is None and day in Reminders.from_json(kept_of(turn).reminders).snoozed:
        # It was put off: it may have been had on a later day than its own.
        say = content().diary
        buttons = [say("done_button", day=full_date(one)) for one in (day, turn.person.today)]
        turn.say(say("done_which_day"), buttons=buttons, kind="ask")
        return
    if named == day:
        # The day was said in so many words.
        taken = turn.plan_takes("given", text=f"I had it on {full_date(day)}")
    else:
        request = f"{dialogue.BY_REMINDER}{day.isoformat()}"
        taken = turn.plan_takes(request, text=f"I think I had it on {full_date(day)}")
    if taken:
        _closes(turn, day)


def _day_named(turn: Turn) -> date | None:
    """The day on which it was had, where the answer names one."""
    if _TODAY.search(turn.text):
        return turn.person.today
    if _YESTERDAY.search(turn.text):
        return turn.person.today - timedelta(days=1)
    return dialogue.said_date(turn.text, turn.who)


def _late(turn: Turn, day: date) -> None:
    """Before its day it ends the reminders so far; after it, what to do is said as the plan says it."""
    _closes(turn, day, upto=turn.person.today)
    if day < turn.person.today and turn.plan_takes("next", text="when is my next one"):
        return
    say_of(turn, content().diary("snooze_late"), kind="plan")


def _moved(turn: Turn, day: date) -> None:
    """The clinic's new date wins; without one it is asked for."""
    to = next(iter(turn.step.values(DAY)), "")
    new, question = dialogue.coming_date(to, turn.who) if to else (None, None)
    if question is not None:
        say = content().diary
        buttons = [say("moved_button", day=option) for option in question.options]
        turn.say(question.text, buttons=buttons, kind="ask")
        turn.state.note(MOVED_TO)
        return
    if new is None or not turn.plan_takes(text=f"My clinic moved it to {full_date(new)}"):
        turn.say(content().diary("moved_which"), kind="ask")
        turn.state.note(MOVED_TO)
        return
    _closes(turn, day)


def _snooze(turn: Turn, day: date) -> None:
    kept = Reminders.from_json(kept_of(turn).reminders)
    again = turn.person.today + timedelta(days=int(next(iter(turn.step.values(TIMES)), "1")) or 1)
    kept.snoozed[day] = again
    keep_reminders(turn, kept)
    say = content().diary
    hours = [say("not_by_hour")] if reminder_replies.by_hours(turn.text) else []
    say_of(turn, "\n".join([*hours, say("snoozed", day=full_date(again))]), kind="plan")


def _closes(turn: Turn, day: date, *, upto: date | None = None) -> None:
    kept = Reminders.from_json(kept_of(turn).reminders)
    kept.answer(day, upto=upto)
    keep_reminders(turn, kept)


ANSWERS: dict[str, Callable[[Turn, date], None]] = {
    reminder_replies.DONE: _done,
    reminder_replies.LATE: _late,
    reminder_replies.MOVED: _moved,
    reminder_replies.SNOOZE: _snooze,
}
