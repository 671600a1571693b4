"""Reminders: asked for, ended, and answered. When each goes out is worked out from what is kept here."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from actions import plan
from actions.diary_kept import keep, kept_of
from actions.turn import Turn
from b12guide.channels.reminder_ways import of_this_server
from b12guide.conversation import Step
from b12guide.conversation.diaries import since
from b12guide.conversation.kinds import ASKED, DAY, REMINDED, TIMES, WHOSE, WORDS
from b12guide.conversation.names import said_back
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.diary import reminders, wishes
from b12guide.diary.clock import zone_named
from b12guide.diary.reminders import EMAIL, HERE, Mailbox, Reminders, Wish
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
_EXACTLY = {time(12): "at noon"}


def reminders_asked(turn: Turn) -> None:
    """Does what is asked of reminders, or what their answer says."""
    turn.state.misses = 0
    DO[turn.step.values(ASKED)[0]](turn)


def _turn_to(turn: Turn) -> Reminders:
    turn.state.turn_to(next(iter(turn.step.values(WHOSE)), turn.state.whose))
    return Reminders.from_json(kept_of(turn).reminders)


def _keep(turn: Turn, kept: Reminders, person: str | None = None) -> None:
    diary = kept_of(turn, person)
    diary.reminders = kept.to_json()
    keep(turn, diary, person)


def _remind(turn: Turn) -> None:
    say, words = content().diary, next(iter(turn.step.values(WORDS)), turn.text)
    when, rules = wishes.when_of(words), reminder_rules()
    kept = _turn_to(turn)
    here = turn.person.channel in of_this_server()
    way = EMAIL if when.way == EMAIL else HERE
    if (way == EMAIL and rules.mail is None) or (way == HERE and not here):
        _no_way(turn, way)
        return
    if dialogue.on_hold(turn.state.plan):
        turn.say(say("on_hold"), kind="plan")
        return
    if way == EMAIL and when.address is None and kept.mailbox is None:
        turn.say(say("email_which"), kind="ask")
        return
    if when.before is None:
        turn.say(say("ask_when"), buttons=[say(f"button_{name}") for name in ("week", "day", "on")], kind="ask")
        return
    kept.zone = kept.zone or turn.person.zone
    wish = Wish(when.before, rules.quiet.nearest(when.at), way, since(turn.who, kept.zone))
    lines: list[str] = []
    if way == EMAIL and when.address is not None and not _mailbox(turn, kept, when.address, lines):
        return
    kept.wish(wish)
    _keep(turn, kept)
    said = say("set", when=_when(when.before), at=_at(wish.at), zone=kept.zone, to=say(f"to_{way}"))
    lines.insert(0, said)
    if wish.at != when.at:
        quiet = rules.quiet
        lines.append(say("moved_quiet", start=_clock(quiet.start), end=_clock(quiet.end), at=_at(wish.at)))
    lines += _next_one(turn, kept)
    if turn.state.says(PROMISE):
        lines += [say("discreet"), say("promise")]
    if not turn.person.zone_known and turn.state.says(OTHER_ZONE):
        lines.append(say("zone_other"))
    turn.state.note(REMINDED)
    turn.say("\n".join(lines), kind="plan")
    if not dialogue.is_kept(turn.state.plan):
        turn.say(say("set_later"))
        turn.plan_takes("next", text="")


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
    _turn_to(turn)
    turn.say(content().diary("if_changes"), kind="plan")
    turn.state.note(REMINDED)


def _next_one(turn: Turn, kept: Reminders) -> list[str]:
    """The day of the next reminder that will go out."""
    zone, rules, now = kept.zone or turn.person.zone, reminder_rules(), _now(turn)
    today = turn.person.today
    doses = reminders.coming(turn.state.plan, today, today)
    coming = reminders.dues(doses, _as_if_confirmed(kept), zone=zone, quiet=rules.quiet, closed=rules.closed)
    first = next((due for due in coming if due.at > now), None)
    return [content().diary("set_next", day=full_date(first.at.astimezone(ZoneInfo(zone)).date()))] if first else []


def _as_if_confirmed(kept: Reminders) -> Reminders:
    return replace(kept, mailbox=replace(kept.mailbox, confirmed=True)) if kept.mailbox else kept


def _now(turn: Turn) -> datetime:
    """The moment, on the day that it is for the person."""
    now = datetime.now(timezone.utc)
    zone = ZoneInfo(turn.person.zone)
    local = now.astimezone(zone)
    return local.replace(year=turn.person.today.year, month=turn.person.today.month, day=turn.person.today.day)


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
    say, kept = content().diary, _turn_to(turn)
    box, given = kept.mailbox, turn.step.values(WORDS)[0]
    if box is None or not secrets.compare_digest(box.code, given):
        # Of a million codes a few wrong ones are no way to find the right one.
        if box is not None:
            codes = box.codes + 1
            kept.mailbox = None if codes > MOST_CODES + 2 else replace(box, codes=codes)
            _keep(turn, kept)
        turn.say(say("email_wrong"), kind="ask")
        return
    kept.mailbox = replace(box, confirmed=True)
    _keep(turn, kept)
    turn.say("\n".join([say("email_confirmed"), *_next_one(turn, kept)]), kind="plan")


def _zone(turn: Turn) -> None:
    say, named = content().diary, zone_named(turn.step.values(WORDS)[0])
    if named is None:
        turn.say(say("zone_unknown"), kind="ask")
        return
    for person in list(turn.state.diaries):
        kept = Reminders.from_json(kept_of(turn, person).reminders)
        if kept.wishes:
            kept.zone = named
            _keep(turn, kept, person)
    turn.say(say("zone_set", zone=named), kind="plan")


def _plainly(turn: Turn) -> None:
    kept = _turn_to(turn)
    kept.plainly = True
    _keep(turn, kept)
    turn.say(content().diary("plainly_on"), kind="plan")


def _change(turn: Turn) -> None:
    """Other days or another time: of the one that was asked for last, a time alone of all of them."""
    say, kept, rules = content().diary, _turn_to(turn), reminder_rules()
    words = next(iter(turn.step.values(WORDS)), turn.text)
    named = wishes.when_of(words).before
    changes = wishes.changed(words) or ((named, None) if named is not None else None)
    if changes is None or not kept.wishes:
        _remind(turn)
        return
    before, at = changes
    last = max(kept.wishes, key=lambda one: one.since)
    zone = kept.zone or turn.person.zone
    meant = [last] if before is not None else list(kept.wishes)
    kept.wishes = tuple(one for one in kept.wishes if one not in meant)
    for one in meant:
        wanted = rules.quiet.nearest(at or one.at)
        days = before if before is not None else one.before
        kept.wish(replace(one, before=days, at=wanted, since=since(turn.who, zone)))
    _keep(turn, kept)
    lines = [say("changed", list=_each(kept))]
    if at is not None and rules.quiet.has(at):
        quiet = rules.quiet
        lines.append(say("moved_quiet", start=_clock(quiet.start), end=_clock(quiet.end), at=_at(quiet.nearest(at))))
    turn.state.note(REMINDED)
    turn.say("\n".join([*lines, *_next_one(turn, kept)]), kind="plan")


def _each(kept: Reminders) -> str:
    """Each reminder that is wished: when, and where it goes."""
    say = content().diary
    return "; ".join(f"{_when(wish.before)}, {_at(wish.at)}, {say(f'to_{wish.way}')}" for wish in kept.wishes)


def _listed(turn: Turn) -> None:
    say, kept = content().diary, _turn_to(turn)
    if not kept.wishes:
        here = turn.person.channel in of_this_server()
        buttons = [say(f"button_{name}") for name in ("week", "day", "on")] if here else []
        turn.state.note(REMINDED)
        turn.say("\n".join([say("none_set"), *([] if here else [say("no_way_at_all")])]), buttons=buttons, kind="plan")
        return
    turn.state.note(REMINDED)
    held = [say("on_hold")] if dialogue.on_hold(turn.state.plan) else _next_one(turn, kept)
    turn.say("\n".join([say("listed", list=_each(kept)), *held]), kind="plan")


def _end(turn: Turn) -> None:
    """No more of them: of the one who is named, else of everybody."""
    person = next(iter(turn.step.values(WHOSE)), ME)
    ended = [one for one in turn.state.diaries if person in (ME, one)]
    for one in ended:
        kept = Reminders.from_json(kept_of(turn, one).reminders)
        _keep(turn, replace(kept, wishes=(), snoozed={}, mailbox=None), one)
    turn.say(content().diary("ended"), kind="plan")


def _answered(turn: Turn) -> None:
    """The answer to a reminder: of which, where several are open, is asked."""
    say, answer = content().diary, turn.step.values(ASKED)[0]
    open_ = [tuple(value.split("/")) for value in turn.step.values(WHOSE)]
    if len(open_) > 1:
        several = len({person for person, _ in open_}) > 1
        buttons = [_button(turn, person, date.fromisoformat(day), whose=several) for person, day in open_]
        turn.say(say("which"), buttons=buttons, kind="ask")
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
        turn.say(content().diary("done_early", day=full_date(day)), kind="ask")
        return
    if turn.plan_takes("given", text=f"I think I had it on {full_date(day)}"):
        _closes(turn, day)


def _late(turn: Turn, day: date) -> None:
    """Before its day it ends the reminders so far; after it, what to do is said as the plan says it."""
    _closes(turn, day, upto=turn.person.today)
    if day < turn.person.today and turn.plan_takes("next", text="when is my next one"):
        return
    turn.say(content().diary("snooze_late"), kind="plan")


def _moved(turn: Turn, day: date) -> None:
    """The clinic's new date wins; without one it is asked for."""
    to = next(iter(turn.step.values(DAY)), "")
    new, question = dialogue.coming_date(to, turn.who) if to else (None, None)
    if question is not None:
        say = content().diary
        buttons = [say("moved_button", day=option) for option in question.options]
        turn.say(question.text, buttons=buttons, kind="ask")
        return
    if new is None or not turn.plan_takes(text=f"My clinic moved it to {full_date(new)}"):
        turn.say(content().diary("moved_which"), kind="ask")
        return
    _closes(turn, day)


def _snooze(turn: Turn, day: date) -> None:
    kept = Reminders.from_json(kept_of(turn).reminders)
    again = turn.person.today + timedelta(days=int(next(iter(turn.step.values(TIMES)), "1")) or 1)
    kept.snoozed[day] = again
    _keep(turn, kept)
    turn.say(content().diary("snoozed", day=full_date(again)), kind="plan")


def _closes(turn: Turn, day: date, *, upto: date | None = None) -> None:
    kept = Reminders.from_json(kept_of(turn).reminders)
    kept.answer(day, upto=upto)
    _keep(turn, kept)


def _when(before: int) -> str:
    say = content().diary
    if before in (0, 1, 7):
        return say({0: "when_on", 1: "when_day", 7: "when_week"}[before])
    if before % 7 == 0:
        return say("when_weeks", count=before // 7)
    return say("when_days", count=before)


def _at(at: time) -> str:
    return _EXACTLY.get(at, f"at {_clock(at)}")


def _clock(at: time) -> str:
    """ "9am", "7:30pm"."""
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


ANSWERS: dict[str, Callable[[Turn, date], None]] = {
    wishes.DONE: _done,
    wishes.LATE: _late,
    wishes.MOVED: _moved,
    wishes.SNOOZE: _snooze,
}
DO: dict[str, Callable[[Turn], None]] = {
    wishes.REMIND: _remind,
    wishes.ZONE: _zone,
    wishes.PLAINLY: _plainly,
    wishes.LISTED: _listed,
    wishes.END: _end,
    wishes.CHANGE: _change,
    wishes.IF_CHANGES: _if_changes,
    CODE: _code,
    **dict.fromkeys(ANSWERS, _answered),
}
