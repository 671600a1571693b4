"""A pause and its end, one way that goes, the long part alone: what is done to the reminders that were set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from actions.diary_kept import kept_of
from actions.reminder_answers import keep_reminders
from actions.reminder_said import dues_ahead, each, name_of, next_one, wished_of
from actions.turn import Turn
from b12guide.channels.reminder_ways import of_this_server
from b12guide.conversation.kinds import DAY, NAMED, REMINDED, TIMES, WHOSE, WORDS
from b12guide.conversation.reminder_wishes import since
from b12guide.conversation.whose import ME
from b12guide.diary.reminder_ends import keeps_other
from b12guide.diary.reminders import EMAIL, HERE, Reminders
from b12guide.plan import dialogue, takeaway
from b12guide.plan.model import full_date
from b12guide.shared import content, plan_wording

# So many doses are looked at for the first one behind the loading part.
_DOSES = 60


def paused(turn: Turn) -> None:
    """Nothing goes out before a day, and all of them go on from then."""
    say, day = content().diary, date.fromisoformat(turn.step.values(DAY)[0])
    wished = _of_whom(turn, wished_of(turn))
    lines = [say("paused", day=full_date(day))]
    for person, kept in wished.items():
        plan = turn.state.plans.get(person)
        before = {one.day for one in dues_ahead(turn, kept, plan)}
        kept.paused = day
        keep_reminders(turn, kept, person)
        left = {one.day for one in dues_ahead(turn, kept, plan)}
        lines += _heading(turn, person, wished)
        lines += [say("paused_misses", due=full_date(due)) for due in sorted(before - left)[:1]]
        lines += next_one(turn, kept, plan)
    _say(turn, lines)


def again(turn: Turn) -> bool:
    """What was ended or is paused comes again; False where nothing of it can."""
    say = content().diary
    people = sorted(turn.state.diaries, key=lambda one: one != ME)
    stopped = {one: Reminders.from_json(kept_of(turn, one).reminders) for one in people}
    stopped = {one: kept for one, kept in stopped.items() if kept.paused or (kept.ended and not kept.wishes)}
    chosen = _of_whom(turn, stopped or wished_of(turn))
    for person, kept in chosen.items():
        kept.begin_again(since(turn.who, kept.zone or turn.person.zone))
        keep_reminders(turn, kept, person)
    chosen = {one: kept for one, kept in chosen.items() if kept.wishes}
    if not chosen:
        return False
    lines = [say("again_on")]
    for person, kept in chosen.items():
        lines += _listed(turn, person, kept, chosen)
    _say(turn, lines)
    return True


def way_ended(turn: Turn) -> None:
    """Mails or texts alone end; of mails that are to be texts, those go out here."""
    say, way = content().diary, turn.step.values(TIMES)[0]
    words = next(iter(turn.step.values(WORDS)), turn.text)
    here = turn.person.channel in of_this_server()
    if way == EMAIL and keeps_other(words, way) and not here:
        # No text can be sent here in the place of a mail.
        wished = wished_of(turn)
        _say(
            turn,
            [
                say("no_texts_here"),
                *(line for one, kept in wished.items() for line in _listed(turn, one, kept, wished)),
            ],
        )
        return
    lines = [say("mail_ended" if way == EMAIL else "texts_ended")]
    for person in list(turn.state.diaries):
        kept = Reminders.from_json(kept_of(turn, person).reminders)
        gone = [one for one in kept.wishes if one.way == way]
        left = tuple(one for one in kept.wishes if one.way != way)
        if way == EMAIL:
            kept.mailbox = None
            if not left and here and keeps_other(words, way):
                left = tuple(replace(one, way=HERE) for one in gone)
        kept.wishes = left
        keep_reminders(turn, kept, person)
    wished = wished_of(turn)
    for person, kept in wished.items():
        lines += _listed(turn, person, kept, wished)
    _say(turn, lines if wished else [*lines, say("none_set")])


def long_part(turn: Turn) -> bool:
    """Of the loading part none comes; False where no reminder is set yet."""
    say, today = content().diary, turn.person.today
    person = next(iter(turn.step.values(WHOSE)), ME)
    turn.state.turn_to(person)
    kept, plan = Reminders.from_json(kept_of(turn).reminders), turn.state.plan
    doses = takeaway.coming(plan, today, today, _DOSES)
    loading = [dose.latest for dose in doses if dose.phase_kind == "loading"]
    long = [dose.earliest for dose in doses if dose.phase_kind != "loading"]
    if loading and long:
        # A loading dose that is had a little late is none of the long part.
        kept.doses_from = loading[-1] + (long[0] - loading[-1]) / 2
        keep_reminders(turn, kept)
    if not loading or not long or not kept.wishes:
        if loading and long:
            turn.say(say("long_part_first", day=full_date(long[0])), kind="plan")
        return bool(kept.wishes) and _says_list(turn, kept)
    lines = [say("long_part", day=full_date(long[0])), say("listed", list=each(kept.wishes)), *next_one(turn, kept)]
    _say(turn, lines)
    return True


def zone_later(turn: Turn) -> None:
    """No clock counts for some days alone: it is said when to say it."""
    _say(turn, [content().diary("zone_later")])


def given_up(turn: Turn) -> None:
    """An idea is given up; nothing that is kept changes."""
    _say(turn, [content().diary("given_up")])


def _says_list(turn: Turn, kept: Reminders) -> bool:
    _say(turn, [content().diary("listed", list=each(kept.wishes)), *next_one(turn, kept)])
    return True


def _listed(turn: Turn, person: str, kept: Reminders, among: dict[str, Reminders]) -> list[str]:
    plan = turn.state.plans.get(person)
    held = dialogue.on_hold(plan)
    tail = [content().diary("on_hold")] if held else next_one(turn, kept, plan)
    return [*_heading(turn, person, among), content().diary("listed", list=each(kept.wishes)), *tail]


def _heading(turn: Turn, person: str, among: dict[str, Reminders]) -> list[str]:
    if person != ME:
        return [plan_wording()("about_other", who=name_of(turn, person))]
    return [plan_wording()("about_me_now")] if len(among) > 1 and next(iter(among)) != ME else []


def _of_whom(turn: Turn, found: dict[str, Reminders]) -> dict[str, Reminders]:
    """Those of whoever is named, else of everybody."""
    person = next((one for one in turn.step.values(WHOSE) if turn.step.values(NAMED)), None)
    return {person: found[person]} if person in found else found


def _say(turn: Turn, lines: list[str]) -> None:
    turn.state.note(REMINDED)
    turn.say("\n".join(lines), kind="plan")
