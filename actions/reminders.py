"""Reminders: asked for, ended, and answered. When each goes out is worked out from what is kept here."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import time

from actions.diary_kept import kept_of, say_of
from actions.reminder_alarms import no_way, rings
from actions.reminder_answers import ANSWERS, answered, done_again, keep_reminders, none_open, seen, turn_to_whose
from actions.reminder_changes import days_off, dropped, shifted, standing_changed, swapped
from actions.reminder_facts import FACTS, costs
from actions.reminder_more import again, given_up, long_part, paused, way_ended, zone_later
from actions.reminder_said import (
    at_time,
    clock,
    dues_ahead,
    each,
    moved_out_of_quiet,
    name_of,
    next_one,
    when,
    wished_of,
)
from actions.taken_back import not_had
from actions.turn import Turn
from b12guide.channels.reminder_ways import of_this_server
from b12guide.conversation.kinds import ALONE, ASKED, NAMED, OF_SEVERAL, PLACE, REMINDED, WHOSE, WISHED_AT, WORDS
from b12guide.conversation.reminder_standing import stands
from b12guide.conversation.reminder_wishes import since
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.diary import reminder_pauses, reminder_replies, wishes
from b12guide.diary.clock import zone_named
from b12guide.diary.reminder_lists import is_set
from b12guide.diary.reminders import EMAIL, HERE, Mailbox, Reminders, Wish
from b12guide.diary.standing import before_named, changed, half_as
from b12guide.diary.wish_changes import adds, adds_one, whens_of
from b12guide.diary.wishes import When
from b12guide.diary.zone_words import zone_beside
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content, plan_wording, reminder_rules

CODE = "code"
# Codes that one conversation gets for one address, and in all.
MOST_CODES = 3
PROMISE, OTHER_ZONE = "reminders are no promise", "reminders in another zone"


def reminders_asked(turn: Turn) -> None:
    """Does what is asked of reminders, or what their answer says."""
    turn.state.misses = 0
    DO[turn.step.values(ASKED)[0]](turn)


def _remind(turn: Turn) -> None:
    say, words = content().diary, next(iter(turn.step.values(WORDS)), turn.text)
    kept, rules = turn_to_whose(turn), reminder_rules()
    asked = _with_before(turn, _with_day(kept, _whens(turn, kept, words), words), words)
    first = asked[0]
    here = turn.person.channel in of_this_server()
    mailed = not here and rules.mail is not None and kept.mailbox is not None and wishes.way_named(words) != HERE
    way = EMAIL if first.way == EMAIL or mailed else HERE
    in_calendar = wishes.in_calendar(words) and first.before is not None
    if (way == EMAIL and rules.mail is None) or (way == HERE and (not here or in_calendar)):
        no_way(turn, way)
        return
    if dialogue.on_hold(turn.state.plan):
        say_of(turn, say("on_hold"), kind="plan")
        return
    if way == EMAIL and first.address is None and kept.mailbox is None:
        turn.say(say("email_which"), kind="ask")
        return
    lines: list[str] = []
    if first.before is None and way == EMAIL and first.address is not None:
        # The code goes out at once: when it is to come is asked beside it.
        if not _mailbox(turn, kept, first.address, lines):
            return
        keep_reminders(turn, kept)
    if first.before is None:
        turn.state.note(_noted(asked, words, way))
        # The next words may name it alone, beside the answer on the plan too.
        if len(turn.step.values(WHOSE)) > 1:
            turn.state.note(OF_SEVERAL)
        turn.state.note(REMINDED)
        turn.say(
            "\n".join([*lines, *_cannot_be(words), say("ask_when")]),
            buttons=[say(f"button_{name}") for name in ("week", "day", "on")],
            kind="ask",
        )
        return
    named = zone_beside(turn.text)
    kept.zone = (zone_named(named) if named else None) or kept.zone or turn.person.zone
    if way == EMAIL and first.address is not None and not _mailbox(turn, kept, first.address, lines):
        return
    set_now = []
    for place, one in enumerate(asked):
        same = [other for other in asked[:place] if other.before == one.before]
        beside = bool(same) or (adds(words) and any(other.before == one.before for other in kept.wishes))
        at = rules.quiet.nearest(one.at)
        wish = Wish(one.before or 0, at, way, since(turn.who, kept.zone), beside)
        kept.wish(wish)
        set_now.append(wish)
    keep_reminders(turn, kept)
    said = [say("set_when", when=when(wish.before), at=at_time(wish.at)) for wish in set_now]
    lines.insert(0, say("set", list=" and ".join(said), zone=kept.zone, to=say(f"to_{way}")))
    for one in asked:
        lines += [line for line in moved_out_of_quiet(one.at) if line not in lines]
    if len(kept.wishes) > len(set_now):
        lines.append(say("listed", list=each(kept.wishes)))
    lines += _passed(turn, kept, set_now)
    lines += next_one(turn, kept)
    if turn.state.says(PROMISE):
        lines += [say("discreet"), *([say("one_more")] if len(kept.wishes) == 1 else []), say("promise")]
    if named is None and not turn.person.zone_known and turn.state.says(OTHER_ZONE):
        lines.append(say("zone_other"))
    turn.state.note(REMINDED)
    say_of(turn, "\n".join(lines), kind="plan")
    if not dialogue.is_kept(turn.state.plan):
        known = dialogue.next_day(turn.state.plan, turn.who, plan_wording()) is not None
        turn.say(say("set_once_right" if known else "set_later"))
        # What the plan asks was said with it where it was told in the same message.
        if all(step.kind != PLAN for step in turn.decided.steps):
            turn.plan_takes("next", text="")


def _whens(turn: Turn, kept: Reminders, words: str) -> list[When]:
    """When, and by which way: what these words leave out was told beside them, or in the wish right before."""
    asked = whens_of(words)
    address = wishes.address_in(turn.text) if asked[0].way == EMAIL else None
    asked = [replace(one, address=one.address or address) for one in asked]
    if kept.wishes and wishes.names_time(words):
        # "And on the day at 8.30", beside one at 8.30pm.
        old = max(kept.wishes, key=lambda one: one.since)
        asked = [replace(one, at=half_as(one.at, words, old, reminder_rules().quiet)) for one in asked]
    last = next((one for one in reversed(turn.state.said[-3:]) if one.startswith(WISHED_AT)), None)
    if last is None or asked[0].before is None or turn.state.said[-1:] != [REMINDED]:
        return asked
    way, *times = last.removeprefix(WISHED_AT).split()
    turn.state.said.remove(last)
    if way == EMAIL:
        asked = [replace(one, way=EMAIL) for one in asked]
    if times and len(asked) == 1 and not wishes.names_time(words):
        asked = [replace(asked[0], at=time.fromisoformat(at)) for at in times]
    return asked


def _with_day(kept: Reminders, asked: list[When], words: str) -> list[When]:
    """One more at another time is of the day of the one that was asked for last; where only the way is another, the
    days and times are those that stand."""
    if asked[0].before is not None or not kept.wishes:
        return asked
    last = max(kept.wishes, key=lambda one: one.since)
    if wishes.names_time(words):
        return [replace(one, before=last.before) for one in asked] if adds(words) else asked
    if asked[0].address is not None:
        return [replace(asked[0], before=one.before, at=one.at) for one in kept.wishes]
    return asked


def _with_before(turn: Turn, asked: list[When], words: str) -> list[When]:
    """A weekday or a date in the place of the days before."""
    if asked[0].before is not None:
        return asked
    before = _before_next(turn, words)
    return [replace(one, before=before) for one in asked]


def _noted(asked: list[When], words: str, way: str) -> str:
    """What is known of a wish of which it is asked when."""
    times = [one.at.isoformat("minutes") for one in asked] if wishes.names_time(words) else []
    return " ".join([f"{WISHED_AT}{way}", *times])


def _cannot_be(words: str) -> list[str]:
    """What is not to be had of a time that is wished: hours before, and the hours in which nothing is sent."""
    say, quiet = content().diary, reminder_rules().quiet
    hours = {"start": clock(quiet.start), "end": clock(quiet.end)}
    if wishes.wants_hours(words):
        return [say("only_days", **hours)]
    if wishes.wants_each_week(words):
        return [say("not_each_week")]
    at = wishes.time_of(words)
    return [say("quiet_hours", **hours)] if at is not None and quiet.has(at) else []


def _passed(turn: Turn, kept: Reminders, set_now: list[Wish]) -> list[str]:
    """That a reminder comes too late for the next date, and what that date has instead."""
    due = dialogue.next_day(turn.state.plan, turn.who, plan_wording())
    if not dialogue.is_kept(turn.state.plan) or due is None:
        return []
    ahead = {(one.before, one.way) for one in dues_ahead(turn, kept) if one.day == due.earliest}
    missed = [wish for wish in set_now if (wish.before, wish.way) not in ahead]
    if not missed or due.earliest < turn.person.today:
        return []
    say, left = content().diary, [wish for wish in kept.wishes if (wish.before, wish.way) in ahead]
    lines = [say("lead_passed", when=" and ".join(when(wish.before) for wish in missed), due=full_date(due.earliest))]
    if left:
        lines.append(say("lead_left", list=each(left)))
    elif due.earliest > turn.person.today:
        lines.append(say("lead_instead"))
    return lines


def _before_next(turn: Turn, words: str) -> int | None:
    """How many days before the next date a weekday stands that a wish names, or a date."""
    days = {day.weekday() for day in dialogue.days_ahead(turn.state.plan, turn.who, plan_wording())}
    named = wishes.weekday_named(words)
    if named is not None and len(days) == 1:
        return (days.pop() - named) % 7
    return before_named(words, stands(turn_to_whose(turn), turn.state.plan, turn.who))


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
    at = wishes.time_of(next(iter(turn.step.values(PLACE)), ""))
    for person, kept in wished_of(turn).items() if at is not None else ():
        kept.wishes = tuple(replace(one, at=reminder_rules().quiet.nearest(at or one.at)) for one in kept.wishes)
        keep_reminders(turn, kept, person)
    lines = [say("zone_set", zone=named)]
    if at is not None:
        lines += [say("changed", list=each(kept.wishes)) for kept in list(wished_of(turn).values())[:1]]
    turn.state.note(REMINDED)
    turn.say("\n".join(lines), kind="plan")


def _plainly(turn: Turn) -> None:
    kept = turn_to_whose(turn)
    kept.plainly = True
    keep_reminders(turn, kept)
    turn.say(content().diary("plainly_on"), kind="plan")


def _listed(turn: Turn) -> None:
    """Those of whoever is named, else of everybody."""
    say = content().diary
    wished = wished_of(turn)
    # "Do I have any" is asked of all that were set here.
    named = next((one for one in turn.step.values(WHOSE) if one != ME and turn.step.values(NAMED)), None)
    if named in wished:
        turn.state.turn_to(named)
    none_of = [say("none_set_of", who=name_of(turn, named))] if named and wished and named not in wished else []
    wished = {person: kept for person, kept in wished.items() if named in (None, person) or none_of}
    if not wished:
        here = turn.person.channel in of_this_server()
        buttons = [say(f"button_{name}") for name in ("week", "day", "on")] if here else []
        turn.state.note(REMINDED)
        no = [say("no")] if wishes.asks_if_set(turn.text) else []
        alarms = Reminders.from_json(kept_of(turn).reminders)
        instead = [say("calendar_rings_at", list=rings(alarms))] if alarms.alarms else [say("no_way_at_all")]
        turn.say("\n".join([*no, say("none_set"), *([] if here else instead)]), buttons=buttons, kind="plan")
        if no and not here and dialogue.is_kept(turn.state.plan):
            # "Will you nudge me?": what can ring is there at once.
            turn.plan_takes("calendar", text="")
        return
    turn.state.note(REMINDED)
    lines: list[str] = [*none_of]
    for person, kept in wished.items():
        lines += [plan_wording()("about_other", who=name_of(turn, person))] if person != ME else []
        lines.append(say("listed", list=each(kept.wishes)))
        plan_kept = turn.state.plans.get(person)
        lines += [say("on_hold")] if dialogue.on_hold(plan_kept) else next_one(turn, kept, plan_kept)
    known = {is_set(turn.text, kept.wishes) for kept in wished.values()}
    if known & {True, False}:
        lines = [say("yes" if True in known else "no"), *lines]
    elif wishes.asks_if_set(turn.text) and _comes_on(turn, lines):
        # While every plan is on hold none comes, and the list of them is of later.
        held = all(dialogue.on_hold(turn.state.plans.get(person)) for person in wished)
        lines = [say("no"), say("on_hold"), say("on_hold_until")] if held else [say("yes"), *lines]
    turn.say("\n".join(lines), kind="plan")


def _none_came(turn: Turn) -> None:
    """One did not come: that is said with which there are."""
    say, wished = content().diary, wished_of(turn)
    turn.state.note(REMINDED)
    lines = [say("none_came"), *([] if wished else [say("none_set")])]
    for person, kept in wished.items():
        lines += [plan_wording()("about_other", who=name_of(turn, person))] if person != ME else []
        lines.append(say("listed", list=each(kept.wishes)))
        plan_kept = turn.state.plans.get(person)
        lines += [say("on_hold")] if dialogue.on_hold(plan_kept) else next_one(turn, kept, plan_kept)
    turn.say("\n".join([*lines, say("promise")]), kind="plan")


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
    one_alone = person if turn.step.values(ALONE) or (person != ME and turn.step.values(NAMED)) else None
    had = one_alone is None or bool(Reminders.from_json(kept_of(turn, one_alone).reminders).wishes)
    for one in [one for one in turn.state.diaries if one_alone in (None, one)]:
        kept = Reminders.from_json(kept_of(turn, one).reminders)
        kept.end()
        keep_reminders(turn, kept, one)
    say, left = content().diary, wished_of(turn)
    if one_alone is None:
        lines = [say("ended")]
    else:
        of_other = say("ended_of" if had else "none_of_ends", who=name_of(turn, one_alone))
        lines = [say("ended_yours") if one_alone == ME else of_other]
    lines += [say("ended_yours_stay")] if ME in left and one_alone != ME else []
    if one_alone == ME:
        lines += [say("ended_others_stay", who=name_of(turn, one)) for one in left if one != ME]
    # A bare "stop" may have meant the whole talk.
    paused = reminder_pauses.for_a_while(turn.text)
    lines += [say("no_pause")] if paused else []
    lines += [say("ended_how")] if paused or wishes.stops_all(turn.text) else []
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
    """One of them otherwise, or one more: that is added where nothing says that it takes the place of another."""
    words = next(iter(turn.step.values(WORDS)), turn.text)
    at = stands(turn_to_whose(turn), turn.state.plan, turn.who)
    named = wishes.when_of(words).before is not None or before_named(words, at) is not None
    beside = not named and adds(words) and wishes.names_time(words)
    found = changed(words, at)
    goes = found is not None and bool(found.gone)
    if found is None or (not goes and (beside or (named and adds_one(words)))):
        _remind(turn)
    else:
        standing_changed(turn)


def _again(turn: Turn) -> None:
    if not again(turn):
        _remind(turn)


def _long_part(turn: Turn) -> None:
    if not long_part(turn):
        _remind(turn)


DO: dict[str, Callable[[Turn], None]] = {
    wishes.PAUSE: paused,
    wishes.AGAIN: _again,
    wishes.END_WAY: way_ended,
    wishes.LONG_PART: _long_part,
    wishes.ZONE_LATER: zone_later,
    wishes.GIVEN_UP: given_up,
    wishes.TO_ADDRESS: _remind,
    wishes.REMIND: _remind,
    wishes.ZONE: _zone,
    wishes.PLAINLY: _plainly,
    wishes.LISTED: _listed,
    wishes.NONE_CAME: _none_came,
    wishes.END: _end,
    wishes.CHANGE: _change,
    wishes.IF_CHANGES: _if_changes,
    reminder_replies.SEEN: seen,
    wishes.NONE_OPEN: none_open,
    wishes.DONE_AGAIN: done_again,
    wishes.NOT_HAD: not_had,
    wishes.DISCREET: _discreet,
    wishes.DAYS_OFF: days_off,
    wishes.DROP_ONE: dropped,
    wishes.SWAP_ONE: swapped,
    wishes.SHIFT: shifted,
    wishes.STANDING: standing_changed,
    wishes.COSTS: costs,
    **FACTS,
    CODE: _code,
    **dict.fromkeys(ANSWERS, answered),
}
