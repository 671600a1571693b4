"""From what a conversation keeps to the rows of its reminders, and from a row to the words that go out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from zoneinfo import ZoneInfo

from b12guide.conversation import State
from b12guide.conversation.names import said_back
from b12guide.conversation.reminder_wishes import reminders_of
from b12guide.conversation.whose import ME
from b12guide.database.reminder_tables import Row
from b12guide.diary import reminders
from b12guide.diary.reminders import EMAIL, SENT_WITHIN, Due, Reminders
from b12guide.plan.model import full_date
from b12guide.reminder_rules import ReminderRules
from b12guide.shared import cards, content, plan_wording

# What goes out by mail is a channel of its own.
MAIL_CHANNEL = "email"
CODE = "code"


@dataclass(frozen=True)
class Wanted:
    """The rows of a conversation: those still to come, and the keys of all that may go out or be answered."""

    rows: list[Row]
    keys: set[str]


def wanted(
    conversation: str, state: State, rules: ReminderRules, *, channel: str | None, zone: str, now: datetime
) -> Wanted:
    """What a conversation wants to be reminded of.

    Args:
        channel: on which the person writes, None where nothing can be sent there. zone: the person's where they named
            none. now: the moment, with a time zone.
    """
    found = Wanted([], set())
    for person in state.diaries:
        kept = reminders_of(state, person)
        where = kept.zone or zone
        for due in dues_of(state, person, rules, zone=where, now=now):
            way = MAIL_CHANNEL if due.way == EMAIL else channel
            if way is None:
                continue
            key = key_of(conversation, person, due.name)
            found.keys.update((key, key_of(conversation, person, f"{due.name}/2")))
            if due.at >= now:
                at = due.at.astimezone(ZoneInfo(where)).time()
                data = {"person": person, "name": due.name, "zone": where, "at": at.isoformat("minutes")}
                found.rows.append(
                    Row(key, conversation, way, due.day.isoformat(), due.at.timestamp(), data=data)
                )  # fmt: skip
        box = kept.mailbox
        if box is not None and not box.confirmed:
            key = key_of(conversation, person, f"{CODE}/{box.codes}/{box.code}")
            found.keys.add(key)
            data = {"person": person, "name": CODE, "code": box.code}
            found.rows.append(Row(key, conversation, MAIL_CHANNEL, "", now.timestamp(), data=data))
    return found


def dues_of(state: State, person: str, rules: ReminderRules, *, zone: str, now: datetime) -> list[Due]:
    """The reminders of one person that are still to come or may still be answered, as the conversation is now."""
    today = now.astimezone(ZoneInfo(zone)).date()
    kept = reminders_of(state, person)
    doses = reminders.coming_for(state.plans.get(person), kept, today - reminders.ANSWERED_WITHIN, today)
    told = [date.fromisoformat(one["day"]) for one in (state.plans.get(person) or {}).get("given") or ()]
    found = reminders.dues(doses, kept, zone=zone, quiet=rules.quiet, closed=rules.closed)
    return [due for due in found if not reminders.was_had(due.day, told, doses)]


def key_of(conversation: str, person: str, name: str) -> str:
    """The key of a reminder, which tells nobody whose it is."""
    return hashlib.sha256("\x00".join((conversation, person, name)).encode()).hexdigest()


def due_of(row: Row, state: State, rules: ReminderRules, now: datetime) -> Due | None:
    """The reminder that a row is of, as long as it is wanted; None where it is not any more."""
    name, person, zone = str(row.data.get("name")), str(row.data.get("person")), str(row.data.get("zone"))
    if state.standing is not None or state.child_writes or person in state.children:
        return None
    here = dues_of(state, person, rules, zone=zone, now=now)
    found = next((due for due in here if due.name == name), None)
    if found is not None and row.second and found.again is None and found.day in reminders_of(state, person).snoozed:
        # It was put off: the one of that day has a follow-up of its own.
        return None
    return found


def follow_up(row: Row, due: Due, rules: ReminderRules, sent: datetime, others: list[Due]) -> Row | None:
    """The row of the one more that follows where nobody answers; None where the next reminder comes before that, or
    another of the same date is still to come: nobody asked for one between them."""
    if row.second or row.data.get("name") == CODE:
        return None
    zone = str(row.data["zone"])
    more = due.follow_up(sent, time.fromisoformat(row.data["at"]), zone, rules.quiet)
    if any(sent < other.at and (other.at <= more.at or other.day == due.day) for other in others):
        return None
    key = key_of(row.conversation, str(row.data["person"]), f"{due.name}/2")
    return Row(key, row.conversation, row.channel, row.day, more.at.timestamp(), second=True, data=row.data)


def too_late(due: Due, zone: str, now: datetime) -> bool:
    """Whether a reminder was held up for so long that it says nothing any more."""
    return now.astimezone(ZoneInfo(zone)).date() > due.day + SENT_WITHIN


@dataclass(frozen=True)
class Words:
    """What goes out: as one text, as the day with what has to stand beside it (for a template that a company
    approved), and as a mail."""

    text: str
    day: str
    subject: str
    mail: str


def words_of(row: Row, due: Due, state: State, now: datetime) -> Words:
    """The words of a reminder: discreet, unless the person asked it to say what it is for."""
    say, person = content().diary, str(row.data["person"])
    kept: Reminders = reminders_of(state, person)
    today = now.astimezone(ZoneInfo(str(row.data["zone"]))).date()
    last = _last(state, person, due)
    # The one more that comes before the day says what the first said: nothing has passed yet.
    kind = ("second" if row.second else "passed") if last < today else ""
    kind = kind or ("closed" if due.closed else _window(state, person, due))
    day = full_date(due.day)
    plainly = "plain_" if kept.plainly else ""
    name = f"{plainly}{kind}" if kind in ("first", "second", "passed") else f"{plainly or 'first_'}{kind}"
    text = say(name, day=day, last=full_date(last))
    whose = said_back(state.word_for(person)) if person != ME else ""
    before = [plan_wording()("about_other", who=whose)] if whose else []
    beside = kind if kind in ("closed", "passed", "second") else ""
    warned = state.warned
    if warned is not None and warned.about(person) and cards().asks_first(warned.cards):
        before, beside = [*before, say("ask_first")], "ask_first"
    if _is_last(state, person, due):
        before.append(say("last_of_all"))
    mail = say(_mail_name(kind, plainly=kept.plainly), day=day)
    shown = say(f"day_{beside}", day=day) if beside else day
    shown = say("day_whose", day=shown, who=whose) if whose else shown
    return Words(" ".join([*before, text]), shown, say("mail_subject"), "\n".join([*before, mail]))


def _mail_name(kind: str, *, plainly: bool) -> str:
    if kind in ("first", "window"):
        return "mail_plain" if plainly else "mail_first"
    return f"mail_{'plain' if plainly else 'first'}_{kind}" if kind == "closed" or plainly else f"mail_{kind}"


def _is_last(state: State, person: str, due: Due) -> bool:
    """Whether the plan has no date after that of a reminder, however it is answered."""
    after = reminders.coming(state.plans.get(person), due.day, due.day)
    return not any(dose.earliest > due.day for dose in after)


def code_words(row: Row) -> Words:
    """The mail with the code that shows whose an address is."""
    say, code = content().diary, str(row.data["code"])
    return Words("", "", say("mail_code_subject"), say("mail_code", code=code))


def _window(state: State, person: str, due: Due) -> str:
    return "window" if _last(state, person, due) != due.day else "first"


def _last(state: State, person: str, due: Due) -> date:
    """The last day of the window of a dose, which is its day where it is no window."""
    doses = reminders.coming(state.plans.get(person), due.day, due.day)
    return next((dose.latest for dose in doses if dose.earliest == due.day), due.day)


def utc(seconds: float) -> datetime:
    """The moment that lies so many seconds after 1970."""
    return datetime.fromtimestamp(seconds, timezone.utc)
