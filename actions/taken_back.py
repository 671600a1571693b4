"""A dose that was told of and was not had after all: the plan counts as before, and its reminder stays open."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from actions.diary_kept import keep, kept_of
from actions.reminder_answers import keep_reminders
from actions.reminder_said import dues_ahead
from actions.turn import Turn
from b12guide.conversation.kinds import DAY, WHOSE
from b12guide.conversation.whose import ME
from b12guide.diary.reminders import SECOND_AFTER, Reminders
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content

# What of a plan tells whether anything was changed since.
_TOLD = ("phases", "anchor", "given", "booked", "skipped", "paused", "confirmed")
# So many days a dose that was told of can be taken back in words of its own.
KEPT_DAYS = 3


def keep_before(turn: Turn, before: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep the plan as it was before a dose that this turn told of, and count the turns since.

    Args:
        before: the plans before the turn.
    """
    for person in {*before, *turn.state.plans, *turn.state.diaries}:
        new = sorted(_days(turn.state.plans.get(person)) - _days(before.get(person)))
        kept = kept_of(turn, person)
        if len(new) == 1 and dialogue.is_kept(before.get(person)):
            kept.undo = {
                "day": new[0],
                "on": turn.person.today.isoformat(),
                "turns": 0,
                "before": deepcopy(dict(before[person])),
                "after": _told(turn.state.plans[person]),
            }
        elif kept.undo is not None:
            kept.undo = _older(kept.undo, turn, person)
        else:
            continue
        keep(turn, kept, person)


def not_had(turn: Turn) -> None:
    """It leaves the log, its reminder stays open, and what is due is said."""
    person = next(iter(turn.step.values(WHOSE)), turn.state.whose)
    turn.state.turn_to(person)
    kept, now = kept_of(turn), turn.state.plans.get(person) or {}
    undo, kept.undo = kept.undo or {}, None
    keep(turn, kept)
    day = date.fromisoformat(turn.step.values(DAY)[0])
    if _told(now) != undo.get("after"):
        # Something was told since: the plan itself takes it out.
        turn.plan_takes(text=f"I did not have the one on {full_date(day)}")
        if open_again := _open_again(turn, day):
            turn.say(open_again)
        return
    turn.state.plans[person] = _restored(undo["before"], now)
    say = content().diary if person == ME else content().diary.for_other()
    open_again = _open_again(turn, day)
    if turn.step is not turn.decided.steps[-1]:
        # The new day is said next.
        turn.say(say("not_had", day=full_date(day)), kind="plan")
        return
    turn.say("\n".join([say("not_had", day=full_date(day)), open_again]).strip(), kind="plan")
    turn.plan_takes("next", text="")


def _open_again(turn: Turn, day: date) -> str:
    """That the reminder stays open, and the day of the one more where none would follow; "" where none is wished."""
    kept = Reminders.from_json(kept_of(turn).reminders)
    if not kept.wishes:
        return ""
    kept.reopen(day)
    keep_reminders(turn, kept)
    say = content().diary
    if any(due.day == day for due in dues_ahead(turn, kept)):
        return say("still_open")
    again = turn.person.today + SECOND_AFTER
    if day + timedelta(days=KEPT_DAYS) < turn.person.today:
        return say("still_open")
    kept.snoozed[day] = again
    keep_reminders(turn, kept)
    return say("still_open_again", day=full_date(again))


def _restored(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """The plan as it was; calendars and pages made of the one since are told that they are old."""
    found = {**before, "key": now.get("key"), "version": now.get("version"),
             "links_from": int(now.get("links_from") or 0)}  # fmt: skip
    if before.get("kept") != now.get("kept"):
        found |= {"former": now.get("kept"), "version": int(now.get("version") or 0) + 1}
    return found


def _older(undo: dict[str, Any], turn: Turn, person: str) -> dict[str, Any] | None:
    """The same a turn later; None once it is too long ago, or the dose is not in the log any more."""
    long = turn.person.today - date.fromisoformat(undo["on"]) > timedelta(days=KEPT_DAYS)
    if long or undo["day"] not in _days(turn.state.plans.get(person)):
        return None
    return {**undo, "turns": undo["turns"] + 1}


def _days(plan: Mapping[str, Any] | None) -> set[str]:
    return {str(one["day"]) for one in (plan or {}).get("given") or ()}


def _told(plan: Mapping[str, Any]) -> dict[str, Any]:
    return {name: deepcopy(plan.get(name)) for name in _TOLD}
