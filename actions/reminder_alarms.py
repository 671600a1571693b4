"""Where no reminder can be sent: the calendar file rings in its place, when it was asked for."""

from __future__ import annotations

import re
from datetime import time, timedelta

from actions import plan
from actions.reminder_answers import keep_reminders, turn_to_whose
from actions.reminder_said import at_time, when
from actions.turn import Turn
from b12guide.conversation import Step
from b12guide.conversation.kinds import REMINDED, WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.diary import wishes
from b12guide.diary.reminders import EMAIL, Reminders
from b12guide.diary.wish_changes import adds_one, whens_of
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content, plan_wording, reminder_rules
from b12guide.understanding.acts import REQUEST

FILE_GIVEN = "the file with alarms"
_OF_FILE = re.compile(r"\b(?:calendar|calender|file|download)\b", re.I)


def no_way(turn: Turn, way: str) -> None:
    """None can be sent so: the calendar file rings at that time, which is said once in full, with the file."""
    say, rules = content().diary, reminder_rules()
    if way == EMAIL:
        turn.say(say("email_off"), kind="plan")
        turn.state.note(REMINDED)
        return
    words = next(iter(turn.step.values(WORDS)), turn.text)
    kept, again = turn_to_whose(turn), REMINDED in turn.state.said
    before, first = kept.alarms, turn.state.says(FILE_GIVEN)
    named = _set(kept, words)
    keep_reminders(turn, kept)
    new = kept.alarms != before
    if named:
        lines = [say("calendar_rings_again" if again else "calendar_rings_so", list=rings(kept))]
        lines += _first_day(turn, kept)
    elif again:
        lines = [say("no_way_here") if rules.mail is not None else say("no_texts_here")]
    else:
        lines = [say("no_way_here") if rules.mail is not None else say("calendar_rings")]
    held = dialogue.is_kept(turn.state.plan)
    if not again and not held:
        lines.append(say("calendar_rings_file"))
    turn.say("\n".join(lines), kind="plan")
    # The file once, with each change of it, and whenever it is asked for by its name.
    if held and (first or new or _OF_FILE.search(words)):
        if new and turn.state.plan is not None:
            # A calendar takes the higher version for the newer one.
            turn.state.plan["version"] += 1
        turn.step = Step(PLAN, ((REQUEST, "calendar"), (WHOSE, turn.state.whose), (WORDS, "")))
        plan.plan(turn)
    # "Make it earlier" is then of a reminder, and moves no date.
    turn.state.note(REMINDED)


def rings(kept: Reminders) -> str:
    """When the calendar file rings, as it was asked for."""
    return " and ".join(f"{when(days)}, {at_time(at)}" for days, at in kept.alarms)


def _set(kept: Reminders, words: str) -> bool:
    """Have the file ring as some words want it; whether they name a day, or an hour for those that it has."""
    named = [(one.before, one.at) for one in whens_of(words) if one.before is not None]
    if named:
        kept.ring(named, alone=not adds_one(words))
    elif wishes.names_time(words) and kept.alarms:
        at: time = wishes.when_of(words).at
        kept.ring([(before, at) for before, _ in kept.alarms], alone=True)
    else:
        return False
    return True


def _first_day(turn: Turn, kept: Reminders) -> list[str]:
    """The day of the first alarm of the next date; nothing where none is known, or it has passed."""
    due = dialogue.next_day(turn.state.plan, turn.who, plan_wording())
    if due is None or due.earliest != due.latest:
        return []
    days = sorted(due.earliest - timedelta(days=before) for before, _ in kept.alarms if before)
    ahead = [day for day in days if day >= turn.person.today]
    return [content().diary("calendar_rings_on", due=full_date(due.earliest), day=full_date(day)) for day in ahead[:1]]
