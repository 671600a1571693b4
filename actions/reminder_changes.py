"""What is changed of reminders that were set: another day or time, one of several, all of them an hour later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from actions.diary_kept import say_of
from actions.reminder_answers import keep_reminders, turn_to_whose
from actions.reminder_said import each, moved_out_of_quiet, next_one, wished_of
from actions.turn import Turn
from b12guide.conversation.kinds import REMINDED, WHOSE, WORDS
from b12guide.conversation.reminder_standing import stands
from b12guide.conversation.reminder_wishes import since
from b12guide.diary import standing, wish_changes
from b12guide.diary.reminders import Reminders, Wish
from b12guide.plan.model import full_date
from b12guide.shared import content, reminder_rules


def dropped(turn: Turn) -> None:
    """One of them is wanted no more; of the last that there is, all are ended."""
    kept = _whose_it_is(turn)
    one = wish_changes.dropped(_words(turn), kept.wishes)
    out = [content().diary("taken_out", list=each([one]))] if one is not None else []
    kept.wishes = tuple(wish for wish in kept.wishes if wish != one)
    keep_reminders(turn, kept)
    turn.state.note(REMINDED)
    say = content().diary
    left = [*out, say("listed", list=each(kept.wishes)), *next_one(turn, kept)] if kept.wishes else [say("ended")]
    say_of(turn, "\n".join(left), kind="plan")


def swapped(turn: Turn) -> None:
    """One of them comes on another day before, or at another time."""
    kept = _whose_it_is(turn)
    found = wish_changes.swapped(_words(turn), kept.wishes)
    if found is not None:
        one, before, at = found
        _put(turn, kept, [one], lambda _: (before, at))


def shifted(turn: Turn) -> None:
    """All of them come earlier or later by some minutes."""
    kept, minutes = _whose_it_is(turn), wish_changes.shifted(_words(turn)) or 0
    _put(turn, kept, kept.wishes, lambda one: (None, wish_changes.later(one.at, minutes)))


def days_off(turn: Turn) -> None:
    """No day of the week can be left out: how many days before and at what time it comes can be chosen."""
    say, wished = content().diary, wished_of(turn)
    lines = [say("days_off"), *(say("listed", list=each(kept.wishes)) for kept in list(wished.values())[:1])]
    turn.say("\n".join(lines), kind="plan")
    turn.state.note(REMINDED)


def standing_changed(turn: Turn) -> None:
    """Another day or time for one that stands, one that goes, one that stays alone: both before and after are said."""
    kept, say = turn_to_whose(turn), content().diary
    at = stands(kept, turn.state.plan, turn.who)
    found = standing.changed(_words(turn), at)
    if found is None:
        return
    turn.state.note(REMINDED)
    if found.after or found.missing:
        due = full_date(at.due) if at.due is not None else ""
        lines = [say("not_after", due=due) if found.after else say("not_among"), say("listed", list=each(kept.wishes))]
        turn.say("\n".join(lines), kind="ask")
        return
    zone, quiet = kept.zone or turn.person.zone, reminder_rules().quiet
    before, same = kept.wishes, {(one.before, one.at, one.way) for one in kept.wishes}
    new = [one for one in found.wishes if (one.before, one.at, one.way) not in same]
    lines = [line for one in new for line in moved_out_of_quiet(one.at)]
    kept.wishes = tuple(one for one in before if one in found.wishes)
    for one in new:
        kept.wish(replace(one, at=quiet.nearest(one.at), since=since(turn.who, zone)))
    keep_reminders(turn, kept)
    if not kept.wishes:
        turn.say(say("ended"), kind="plan")
        return
    first = [say("taken_out", list=each(found.gone))] if found.gone else []
    first += [say("changed", list=each(kept.wishes)) if new else say("listed", list=each(kept.wishes))]
    first += [say("changed_from", list=each(found.otherwise))] if found.otherwise else []
    say_of(turn, "\n".join([*first, *dict.fromkeys(lines), *next_one(turn, kept)]), kind="plan")


def _words(turn: Turn) -> str:
    return next(iter(turn.step.values(WORDS)), turn.text)


def _whose_it_is(turn: Turn) -> Reminders:
    """The reminders of whoever the message is about, where the one that it names is among them, else of the first who
    has that one; of no one in particular, of the first who has any."""
    words, wished = _words(turn), wished_of(turn)
    about = next(iter(turn.step.values(WHOSE)), turn.state.whose)
    people = sorted(wished, key=lambda one: one != about)
    named = [one for one in people if _names_one(words, wished[one])] or people
    turn.state.turn_to(named[0])
    return wished[named[0]]


def _names_one(words: str, kept: Reminders) -> bool:
    return bool(wish_changes.dropped(words, kept.wishes) or wish_changes.swapped(words, kept.wishes))


def _put(
    turn: Turn,
    kept: Reminders,
    meant: Sequence[Wish],
    new: Callable[[Wish], tuple[int | None, time | None]],
) -> None:
    """Set some of the reminders anew, and say all that there are now."""
    zone, quiet = kept.zone or turn.person.zone, reminder_rules().quiet
    kept.wishes = tuple(one for one in kept.wishes if one not in meant)
    lines: list[str] = []
    for one in meant:
        before, at = new(one)
        lines += moved_out_of_quiet(at) if at is not None else []
        days = one.before if before is None else before
        kept.wish(replace(one, before=days, at=quiet.nearest(at or one.at), since=since(turn.who, zone)))
    keep_reminders(turn, kept)
    turn.state.note(REMINDED)
    say = content().diary
    said = [say("changed", list=each(kept.wishes)), say("changed_from", list=each(meant))]
    said += [*dict.fromkeys(lines), *next_one(turn, kept)]
    say_of(turn, "\n".join(said), kind="plan")
