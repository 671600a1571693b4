"""Reminders: asked for, ended, and answered. When each goes out is worked out from what is kept here."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from actions import plan
from actions.diary_kept import kept_of
from actions.reminder_answers import ANSWERS, answered, done_again, keep_reminders, none_open, turn_to_whose
from actions.reminder_changes import changes, days_off, dropped, shifted, swapped
from actions.reminder_said import at_time, each, moved_out_of_quiet, name_of, next_one, when, wished_of
from actions.turn import Turn
from b12guide.channels.reminder_ways import of_this_server
from b12guide.conversation import Step
from b12guide.conversation.kinds import ASKED, NAMED, REMINDED, WHOSE, WORDS
from b12guide.conversation.reminder_wishes import since
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.diary import wishes
from b12guide.diary.clock import zone_named
from b12guide.diary.reminders import EMAIL, HERE, Mailbox, Reminders, Wish
from b12guide.diary.wish_changes import whens_of
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content, plan_wording, reminder_rules
from b12guide.understanding.acts import REQUEST

CODE = "code"
# Codes that one conversation gets for one address, and in all.
MOST_CODES = 3
PROMISE, OTHER_ZONE = "reminders are no promise", "reminders in another zone"
# That one of the two alarms can be deleted.
FILE_GIVEN = "the file with alarms"
_OF_FILE = re.compile(r"\b(?:calendar|calender|file|download)\b", re.I)
KEEP_ONE = "one alarm of two"
# So many days before a date the calendar file has an alarm (`b12guide.plan.takeaway.calendar`).
_ALARMS = (1, 7)


def reminders_asked(turn: Turn) -> None:
    """Does what is asked of reminders, or what their answer says."""
    turn.state.misses = 0
    DO[turn.step.values(ASKED)[0]](turn)


def _remind(turn: Turn) -> None:
    say, words = content().diary, next(iter(turn.step.values(WORDS)), turn.text)
    asked, rules = whens_of(words), reminder_rules()
    first = asked[0]
    kept = turn_to_whose(turn)
    here = turn.person.channel in of_this_server()
    way = EMAIL if first.way == EMAIL else HERE
    if (way == EMAIL and rules.mail is None) or (way == HERE and not here):
        _no_way(turn, way)
        return
    if dialogue.on_hold(turn.state.plan):
        turn.say(say("on_hold"), kind="plan")
        return
    if way == EMAIL and first.address is None and kept.mailbox is None:
        turn.say(say("email_which"), kind="ask")
        return
    if first.before is None:
        asked = [replace(first, before=_before_next(turn, words))]
    if asked[0].before is None:
        # The next words may name it alone, beside the answer on the plan too.
        turn.state.note(REMINDED)
        turn.say(say("ask_when"), buttons=[say(f"button_{name}") for name in ("week", "day", "on")], kind="ask")
        return
    kept.zone = kept.zone or turn.person.zone
    lines: list[str] = []
    if way == EMAIL and first.address is not None and not _mailbox(turn, kept, first.address, lines):
        return
    set_now = [
        Wish(one.before or 0, rules.quiet.nearest(one.at), way, since(turn.who, kept.zone)) for one in asked
    ]  # fmt: skip
    for wish in set_now:
        kept.wish(wish)
    keep_reminders(turn, kept)
    said = [say("set_when", when=when(wish.before), at=at_time(wish.at)) for wish in set_now]
    lines.insert(0, say("set", list=" and ".join(said), zone=kept.zone, to=say(f"to_{way}")))
    for one in asked:
        lines += [line for line in moved_out_of_quiet(one.at) if line not in lines]
    lines += next_one(turn, kept)
    if turn.state.says(PROMISE):
        lines += [say("discreet"), say("promise")]
    if not turn.person.zone_known and turn.state.says(OTHER_ZONE):
        lines.append(say("zone_other"))
    turn.state.note(REMINDED)
    turn.say("\n".join(lines), kind="plan")
    if not dialogue.is_kept(turn.state.plan):
        known = dialogue.next_day(turn.state.plan, turn.who, plan_wording()) is not None
        turn.say(say("set_once_right" if known else "set_later"))
        # What the plan asks was said with it where it was told in the same message.
        if all(step.kind != PLAN for step in turn.decided.steps):
            turn.plan_takes("next", text="")


def _before_next(turn: Turn, words: str) -> int | None:
    """How many days before the next date a weekday stands that a wish names, where each date is on the same one."""
    days = {day.weekday() for day in dialogue.days_ahead(turn.state.plan, turn.who, plan_wording())}
    named = wishes.weekday_named(words)
    return (days.pop() - named) % 7 if named is not None and len(days) == 1 else None


def _no_way(turn: Turn, way: str) -> None:
    """None can be sent here: the alarms of the calendar file can ring, which is said once in full, with the file."""
    say, rules = content().diary, reminder_rules()
    if way == EMAIL:
        turn.say(say("email_off"), kind="plan")
        turn.state.note(REMINDED)
        return
    words = next(iter(turn.step.values(WORDS)), turn.text)
    before, again = wishes.when_of(words).before, REMINDED in turn.state.said
    other = before not in (None, *_ALARMS)
    day = _alarm_day(turn, before)
    if again:
        lines = [say("calendar_rings_again_other" if other else "calendar_rings_again")]
        lines += [say("calendar_keep_one")] if before is not None and not other and turn.state.says(KEEP_ONE) else []
    else:
        lines = [say("no_way_here") if rules.mail is not None else say("calendar_rings")]
        lines += [say("calendar_rings_other")] if other else []
    lines += [day] if day else []
    kept = dialogue.is_kept(turn.state.plan)
    if not again and not kept:
        lines.append(say("calendar_rings_file"))
    turn.say("\n".join(lines), kind="plan")
    # The file once, and whenever it is asked for by its name.
    if kept and (turn.state.says(FILE_GIVEN) or _OF_FILE.search(words)):
        turn.step = Step(PLAN, ((REQUEST, "calendar"), (WHOSE, turn.state.whose), (WORDS, "")))
        plan.plan(turn)
    # "Make it earlier" is then of a reminder, and moves no date.
    turn.state.note(REMINDED)


def _alarm_day(turn: Turn, before: int | None) -> str:
    """The day of the alarm so many days before the next date; "" where none is known, or it has none."""
    due = dialogue.next_day(turn.state.plan, turn.who, plan_wording())
    if before not in _ALARMS or due is None or due.earliest != due.latest:
        return ""
    day = due.earliest - timedelta(days=before)
    if day < turn.person.today:
        return ""
    return content().diary("calendar_rings_on", due=full_date(due.earliest), day=full_date(day))


def _if_changes(turn: Turn) -> None:
    """The new date is to be told: it is counted from that."""
    turn_to_whose(turn)
    turn.say(content().diary("if_changes"), kind="plan")
    turn.state.note(REMINDED)


def _mailbox(turn: Turn, kept: Reminders, address: str, lines: list[str]) -> bool:
    """Take an address for mails: a code goes there first, so that nobody has mails sent to somebody else."""
    say, before = content().diary, kept.mailbox
    if before is not None and before.address == address and before.confirmed:
        return True
    codes = (before.codes if before is not None else 0) + 1
    if codes > MOST_CODES:
        turn.say(say("email_too_many"), kind="plan")
        return False
    kept.mailbox = Mailbox(address, f"{secrets.randbelow(10**6):06}", codes=codes)
    lines.append(say("email_code"))
    return True


def _code(turn: Turn) -> None:
    say, kept = content().diary, turn_to_whose(turn)
    box, given = kept.mailbox, turn.step.values(WORDS)[0]
    if box is None or not secrets.compare_digest(box.code, given):
        # Of a million codes a few wrong ones are no way to find the right one.
        if box is not None:
            codes = box.codes + 1
            kept.mailbox = None if codes > MOST_CODES + 2 else replace(box, codes=codes)
            keep_reminders(turn, kept)
        turn.say(say("email_wrong"), kind="ask")
        return
    kept.mailbox = replace(box, confirmed=True)
    keep_reminders(turn, kept)
    turn.say("\n".join([say("email_confirmed"), *next_one(turn, kept)]), kind="plan")


def _zone(turn: Turn) -> None:
    say, named = content().diary, zone_named(turn.step.values(WORDS)[0])
    if named is None:
        turn.say(say("zone_unknown"), kind="ask")
        return
    for person in list(turn.state.diaries):
        kept = Reminders.from_json(kept_of(turn, person).reminders)
        if kept.wishes:
            kept.zone = named
            keep_reminders(turn, kept, person)
    turn.say(say("zone_set", zone=named), kind="plan")


def _plainly(turn: Turn) -> None:
    kept = turn_to_whose(turn)
    kept.plainly = True
    keep_reminders(turn, kept)
    turn.say(content().diary("plainly_on"), kind="plan")


def _listed(turn: Turn) -> None:
    """Those of whoever is named, else of everybody."""
    say = content().diary
    wished = wished_of(turn)
    named = turn.step.values(WHOSE)[0] if turn.step.values(NAMED) else None
    if named in wished:
        turn.state.turn_to(named)
    wished = {person: kept for person, kept in wished.items() if named in (None, person)}
    if not wished:
        here = turn.person.channel in of_this_server()
        buttons = [say(f"button_{name}") for name in ("week", "day", "on")] if here else []
        turn.state.note(REMINDED)
        no = [say("no")] if wishes.asks_if_set(turn.text) else []
        turn.say(
            "\n".join([*no, say("none_set"), *([] if here else [say("no_way_at_all")])]), buttons=buttons, kind="plan"
        )
        return
    turn.state.note(REMINDED)
    lines: list[str] = []
    for person, kept in wished.items():
        lines += [plan_wording()("about_other", who=name_of(turn, person))] if person != ME else []
        lines.append(say("listed", list=each(kept.wishes)))
        plan_kept = turn.state.plans.get(person)
        lines += [say("on_hold")] if dialogue.on_hold(plan_kept) else next_one(turn, kept, plan_kept)
    if wishes.asks_if_set(turn.text) and _comes_on(turn, lines):
        lines.insert(0, say("yes"))
    turn.say("\n".join(lines), kind="plan")


def _comes_on(turn: Turn, lines: list[str]) -> bool:
    """Whether the day that is asked about, if one is, is that of the next reminder as `lines` tell it, or of its dose:
    "will you remind me on the 14th?"."""
    day, due = dialogue.said_date(turn.text, turn.who), dialogue.next_day(turn.state.plan, turn.who, plan_wording())
    if day is None or (due is not None and day == due.earliest):
        return True
    return any(full_date(day) in line for line in lines)


def _end(turn: Turn) -> None:
    """No more of them: of the one who is named, else of everybody."""
    person = next(iter(turn.step.values(WHOSE)), ME)
    one_alone = person if person != ME and turn.step.values(NAMED) else None
    for one in [one for one in turn.state.diaries if one_alone in (None, one)]:
        kept = Reminders.from_json(kept_of(turn, one).reminders)
        keep_reminders(turn, replace(kept, wishes=(), snoozed={}, mailbox=None), one)
    say, left = content().diary, wished_of(turn)
    lines = [say("ended") if one_alone is None else say("ended_of", who=name_of(turn, one_alone))]
    lines += [say("ended_yours_stay")] if ME in left else []
    turn.say("\n".join(lines), kind="plan")


def _discreet(turn: Turn) -> None:
    """A reminder names nothing, and no more from now on where it did."""
    say, kept = content().diary, turn_to_whose(turn)
    kept.plainly = False
    keep_reminders(turn, kept)
    lines = [say("discreet"), *([] if kept.wishes else [say("none_set")])]
    turn.say("\n".join(lines), kind="plan")
    turn.state.note(REMINDED)


def _change(turn: Turn) -> None:
    if not changes(turn):
        _remind(turn)


DO: dict[str, Callable[[Turn], None]] = {
    wishes.REMIND: _remind,
    wishes.ZONE: _zone,
    wishes.PLAINLY: _plainly,
    wishes.LISTED: _listed,
    wishes.END: _end,
    wishes.CHANGE: _change,
    wishes.IF_CHANGES: _if_changes,
    wishes.NONE_OPEN: none_open,
    wishes.DONE_AGAIN: done_again,
    wishes.DISCREET: _discreet,
    wishes.DAYS_OFF: days_off,
    wishes.DROP_ONE: dropped,
    wishes.SWAP_ONE: swapped,
    wishes.SHIFT: shifted,
    CODE: _code,
    **dict.fromkeys(ANSWERS, answered),
}
