"""How reminders are told back: when each comes, where it goes, whose it is, and which is the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timezone
from typing import Any
from zoneinfo import ZoneInfo

from actions.diary_kept import kept_of, say_of
from actions.turn import Turn
from b12guide.conversation.names import said_back
from b12guide.conversation.whose import ME
from b12guide.diary import reminders
from b12guide.diary.reminders import Due, Reminders, Wish
from b12guide.plan.model import full_date
from b12guide.shared import content, reminder_rules

_EXACTLY = {time(12): "at noon"}


def next_one(turn: Turn, kept: Reminders, plan_kept: dict[str, Any] | None = None) -> list[str]:
    """The day of the next reminder that will go out. plan_kept: the plan that it is of; None: of whom is spoken."""
    zone, coming = kept.zone or turn.person.zone, dues_ahead(turn, kept, plan_kept)
    days = [full_date(due.at.astimezone(ZoneInfo(zone)).date()) for due in coming[:1]]
    return [content().diary("set_next", day=day) for day in days]


def dues_ahead(turn: Turn, kept: Reminders, plan_kept: dict[str, Any] | None = None) -> list[Due]:
    """The reminders that are still to go out. plan_kept: the plan that they are of; None: of whom is spoken."""
    zone, rules, now = kept.zone or turn.person.zone, reminder_rules(), now_of(turn)
    today = turn.person.today
    doses = reminders.coming_for(plan_kept or turn.state.plan, kept, today, today)
    coming = reminders.dues(doses, _as_if_confirmed(kept), zone=zone, quiet=rules.quiet, closed=rules.closed)
    return [due for due in coming if due.at > now]


def _as_if_confirmed(kept: Reminders) -> Reminders:
    return replace(kept, mailbox=replace(kept.mailbox, confirmed=True)) if kept.mailbox else kept


def now_of(turn: Turn) -> datetime:
    """The moment, on the day that it is for the person."""
    now = datetime.now(timezone.utc)
    zone = ZoneInfo(turn.person.zone)
    local = now.astimezone(zone)
    return local.replace(year=turn.person.today.year, month=turn.person.today.month, day=turn.person.today.day)


def wished_of(turn: Turn) -> dict[str, Reminders]:
    """The reminders of each person of whom some are wished, the writer's own first."""
    found = {one: Reminders.from_json(kept_of(turn, one).reminders) for one in turn.state.diaries}
    return {one: found[one] for one in sorted(found, key=lambda one: one != ME) if found[one].wishes}


def name_of(turn: Turn, person: str) -> str:
    return said_back(turn.state.word_for(person))


def each(wishes: Iterable[Wish]) -> str:
    """Each of some reminders: when, and where it goes."""
    say = content().diary
    return "; ".join(f"{when(wish.before)}, {at_time(wish.at)}, {say(f'to_{wish.way}')}" for wish in wishes)


def moved_out_of_quiet(at: time) -> list[str]:
    """That a reminder wanted at a time in the quiet hours comes at another."""
    quiet = reminder_rules().quiet
    if not quiet.has(at):
        return []
    start, end, moved = clock(quiet.start), clock(quiet.end), at_time(quiet.nearest(at))
    return [content().diary("moved_quiet", start=start, end=end, at=moved)]


def when(before: int) -> str:
    """ "2 days before", "on the day"."""
    say = content().diary
    if before in (0, 1, 7):
        return say({0: "when_on", 1: "when_day", 7: "when_week"}[before])
    if before % 7 == 0:
        return say("when_weeks", count=before // 7)
    return say("when_days", count=before)


def at_time(at: time) -> str:
    """ "at 9am", "at noon"."""
    return _EXACTLY.get(at, f"at {clock(at)}")


def clock(at: time) -> str:
    """ "9am", "7:30pm"."""
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def promise(turn: Turn) -> None:
    """That a reminder is a help and no promise."""
    say = content().diary
    say_of(turn, f"{say('promise_why')}\n{say('promise')}")


def nothing_sent(turn: Turn) -> None:
    """Nothing is sent to somebody who set no reminder."""
    say_of(turn, content().diary("sends_nothing"))
