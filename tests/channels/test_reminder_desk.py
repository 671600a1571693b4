"""Reminders on their way: at their minute, once, and never after what ended them."""

from __future__ import annotations

import asyncio
from datetime import time, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from b12guide import metrics
from b12guide.channels.inbox_tables import InboxTables, Kept
from b12guide.channels.post import Verdict
from b12guide.channels.reminder_desk import Reach
from b12guide.conversation import State
from b12guide.conversation.whose import ME
from b12guide.diary.notes import Diary
from b12guide.diary.reminders import EMAIL, Mailbox, Reminders
from b12guide.plan import dialogue
from b12guide.rasa.database_thread import DatabaseAwayError
from tests.channels.reminders_kept import DAY, PERSON, Make, Way, at, state, wish
from tests.diary.test_reminders import kept_plan

FIRST = (
    "A reminder: you have something planned for Monday 4 May 2026. Please check the date. "
    "Reply DONE, LATE, SNOOZE, or MOVED and the new date. To end these: Reply NO MORE"
)
SECOND = (
    "One more reminder, and the last for this date: you had Monday 4 May 2026 planned. "
    "Reply DONE, LATE, SNOOZE, or MOVED and the new date. To end these: Reply NO MORE"
)


def answered(kept: State, *, before: int | None = None) -> State:
    """The conversation after the reminder of the dose was answered."""
    reminders = Reminders.from_json(Diary.from_json(kept.diaries[ME]).reminders)
    reminders.answer(DAY, upto=None if before is None else DAY - timedelta(days=before))
    return State(plans=kept.plans, diaries={ME: Diary(reminders=reminders.to_json()).to_json()})


def value(what: str, channel: str = "sms") -> float:
    return metrics.REGISTRY.get_sample_value("b12guide_reminders_total", {"channel": channel, "what": what}) or 0.0


def test_it_goes_out_at_its_minute_and_once(make: Make) -> None:
    """Not a second before; then once, however often it is looked for, to the address of the last message."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(4, 9) - 1
    assert (one.look(way), way.sent) == (0, [])
    one.now = at(4, 9)
    assert [one.look(way), one.look(way)] == [1, 0]
    assert way.sent == [("+447700900123", FIRST)]


def test_it_is_committed_before_it_is_sent(make: Make) -> None:
    """At the moment of sending the database says that it is going out."""
    one, seen = make(), list[list[tuple[str, bool, str]]]()
    one.plan(state())
    one.now = at(4, 9)
    one.look(Way(before=lambda: seen.append(one.rows()[:1])))
    assert seen == [[("sending", False, "2026-05-04")]]


def test_of_two_servers_one_sends_it(make: Make) -> None:
    """Both look at the same moment, again and again."""
    one, two, way = make(at(4, 9)), make(at(4, 9)), Way()
    one.now = at(5, 12, month=3)
    one.plan(state())
    two.states = one.states
    one.now = at(4, 9)
    for _ in range(3):
        one.look(way)
        two.look(way)
    assert len(way.sent) == 1


def test_what_a_dead_server_had_not_committed_goes_out(make: Make) -> None:
    """It held the reminder and died before that: after its lease another one sends it, and not earlier."""
    dead, other, way = make(), make(at(4, 9)), Way()
    dead.plan(state())
    dead.now = at(4, 9)
    assert len(dead.desk.tables.claim("sms", dead.now, 10)) == 1
    other.states = dead.states
    assert (other.look(way), way.sent) == (0, [])
    other.now += 31
    assert (other.look(way), len(way.sent)) == (1, 1)


@pytest.mark.parametrize("takes_key", [False, True])
def test_what_may_have_gone_out_is_sent_again_only_under_a_key(make: Make, takes_key: bool) -> None:
    """A server died between committing and noting: without a key nothing is sent, and the one more is planned; with one
    it is sent again under the same key."""
    dead, other, way, before = make(), make(at(4, 9)), Way(takes_key), value("unsure")
    dead.plan(state())
    dead.now = at(4, 9)
    (row,) = dead.desk.tables.claim("sms", dead.now, 10)
    assert dead.desk.tables.begin(row, dead.now)
    other.states = dead.states
    other.now += 31
    other.look(way)
    assert (way.keys, value("unsure") - before) == (([row.key], 0) if takes_key else ([], 1))
    assert [one for one in other.rows() if one[2] == "2026-05-04"] == [
        ("sent", False, "2026-05-04"), ("planned", True, "2026-05-04")
    ]  # fmt: skip


def test_a_server_that_slept_through_its_lease_sends_nothing(make: Make) -> None:
    """Another one has it by then: the late commit is refused."""
    slow, other, way = make(), make(at(4, 9)), Way()
    slow.plan(state())
    slow.now = at(4, 9)
    (row,) = slow.desk.tables.claim("sms", slow.now, 10)
    other.states, other.now = slow.states, at(4, 9) + 31
    other.look(way)
    assert len(way.sent) == 1
    assert not slow.desk.tables.begin(row, at(4, 9) + 32)


def test_a_plan_on_hold_sends_none_from_the_warning_on(make: Make) -> None:
    """Those that are queued included, although nothing was planned anew since."""
    one, way = make(), Way()
    one.plan(state())
    one.states[PERSON] = state(plan=dialogue.paused(one.states[PERSON].plans[ME]))  # type: ignore[union-attr]
    one.now = at(4, 9)
    one.look(way)
    assert way.sent == []


def test_while_an_emergency_stands_none_goes_out(make: Make) -> None:
    """Whatever it is about."""
    one, way = make(), Way()
    one.plan(state())
    one.states[PERSON].standing = "chest_pain"  # type: ignore[union-attr]
    one.now = at(4, 9)
    one.look(way)
    assert way.sent == []


def test_an_answer_ends_it_and_what_follows(make: Make) -> None:
    """The one more of two days later does not come."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(4, 9)
    one.look(way)
    one.plan(answered(state()))
    one.now = at(6, 9)
    one.look(way)
    assert len(way.sent) == 1
    assert ("planned", True, "2026-05-04") not in one.rows()


def test_nobody_answered_one_more_then_silence_and_a_figure(make: Make) -> None:
    """Two days later, at the same time; then nothing more of that dose, and the operator sees it."""
    one, way, before = make(), Way(), value("unanswered")
    one.plan(state())
    for day in range(4, 20):
        one.now = at(day, 9)
        one.look(way)
        asyncio.run(one.desk.tidy("sms"))
    assert [text for _, text in way.sent] == [FIRST, SECOND]
    assert value("unanswered") - before == 1


def test_the_next_dose_has_its_reminder_although_nobody_wrote(make: Make) -> None:
    """What comes after was planned with the first: nobody has to write for it."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(27, 9, month=7)
    one.look(way)
    assert any("27 July 2026" in text for _, text in way.sent)


def test_a_snooze_comes_on_its_day_in_the_place_of_the_one_more(make: Make) -> None:
    """Put off to Wednesday it comes on Wednesday once, and then has a follow-up of its own."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(4, 9)
    one.look(way)
    one.plan(state(snoozed={DAY: DAY + timedelta(days=2)}))
    for day in range(5, 12):
        one.now = at(day, 9)
        one.look(way)
    assert [text.split(":")[0] for _, text in way.sent[1:]] == [
        "A reminder", "One more reminder, and the last for this date"
    ]  # fmt: skip


def test_no_more_ends_all_of_them(make: Make) -> None:
    """Also what was queued, also if it was never planned anew."""
    one, way = make(), Way()
    one.plan(state(wish(7), wish(0)))
    one.states[PERSON] = State(plans=state().plans, diaries={ME: Diary(reminders=Reminders().to_json()).to_json()})
    one.now = at(4, 9)
    one.look(way)
    assert way.sent == []


def test_after_stop_none_goes_out(make: Make, tmp_path: Path) -> None:
    """What a channel keeps of STOP is looked at in the statement that commits."""
    one, way = make(), Way()
    one.plan(state())
    inbox = InboxTables(f"sqlite:///{tmp_path / 'c.db'}", "me", 15)
    inbox.keep(PERSON, Kept(stopped=True), 1.0)
    inbox.engine.dispose()
    one.now = at(4, 9)
    for _ in range(3):
        one.look(way)
        one.now += 31
    assert way.sent == []


def test_one_that_was_held_up_waits_for_the_morning(make: Make) -> None:
    """No server ran at 9; the next one begins at 22: it goes out at 8, and says what was planned."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(4, 22)
    one.look(way)
    assert way.sent == []
    one.now = at(5, 8)
    one.look(way)
    assert [text for _, text in way.sent] == [
        "A reminder: you had Monday 4 May 2026 planned. Reply DONE, LATE, SNOOZE, or MOVED and the new date. "
        "To end these: Reply NO MORE"
    ]


def test_one_that_says_nothing_any_more_does_not_go_out(make: Make) -> None:
    """A week after its day it would only confuse."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(13, 9)
    one.look(way)
    assert way.sent == []


def test_a_busy_provider_is_asked_again_later(make: Make) -> None:
    """After the wait that it asks for, with the state asked anew; it counts once."""
    one, way = make(), Way(says=[Verdict(False, again=True, wait=600.0)])
    one.plan(state())
    one.now = at(4, 9)
    one.look(way)
    one.now = at(4, 9) + 599
    assert one.look(way) == 0
    one.now = at(4, 9) + 600
    one.look(way)
    assert len(way.sent) == 2
    assert ("sent", False, "2026-05-04") in one.rows()


def test_a_provider_that_refuses_is_left_alone(make: Make) -> None:
    """A number that is gone: it is told in the figures, and nothing follows."""
    one, way, before = make(), Way(says=[Verdict(False, code="400 21610")]), value("refused")
    one.plan(state())
    for day in (4, 6, 8):
        one.now = at(day, 9)
        one.look(way)
    assert (len(way.sent), value("refused") - before) == (1, 1)


def test_a_conversation_that_cannot_be_read_keeps_its_reminder(make: Make) -> None:
    """Nothing is sent on the word of an older state; it goes out once the database answers."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(4, 9)

    async def away(person: str) -> State | None:
        raise DatabaseAwayError("away")

    class NoLock:
        async def __aenter__(self) -> None: ...
        async def __aexit__(self, *error: object) -> None: ...

    asyncio.run(one.desk.look("sms", way, away, lambda person: NoLock()))
    assert way.sent == []
    one.now += 31
    one.look(way)
    assert len(way.sent) == 1


def test_a_deleted_conversation_has_none(make: Make) -> None:
    """Whoever deleted everything is not reminded, also by a server that held the row."""
    one, way = make(), Way()
    one.plan(state())
    one.states.clear()
    one.now = at(4, 9)
    one.look(way)
    assert way.sent == []


def test_a_plan_that_changed_moves_them(make: Make) -> None:
    """Another date of the clinic: the old one does not come, the new one does."""
    one, way = make(), Way()
    one.plan(state())

    one.plan(state(plan=kept_plan("every 12 weeks, last one 16 february 2026", DAY.replace(month=3))))
    one.now = at(11, 9)
    one.look(way)
    assert [text for _, text in way.sent] == [FIRST.replace("Monday 4 May", "Monday 11 May")]


def test_the_one_more_gives_way_to_the_next_reminder(make: Make) -> None:
    """The day before and on the day: what follows a day later is enough."""
    one, way = make(), Way()
    one.plan(state(wish(1), wish(0, time(10))))
    for day in range(3, 12):
        for hour in (9, 10):
            one.now = at(day, hour)
            one.look(way)
    assert [text == FIRST for _, text in way.sent] == [True, True, False]


def test_a_mail_has_a_code_first(make: Make) -> None:
    """The address gets a code, and nothing else until it was typed; then the mail, with nothing to reply to."""
    one, way = make(), Way()
    box = Mailbox("ann@example.org", "123456")
    one.plan(state(wish(0, way=EMAIL), mailbox=box), channel="web")
    one.look(way, "email")
    one.now = at(4, 9)
    one.look(way, "email")
    assert [(to, text.split(".")[0]) for to, text in way.sent] == [("ann@example.org", "Your code is 123456")]
    one.now = at(5, 12, month=3)
    one.plan(state(wish(0, way=EMAIL), mailbox=Mailbox("ann@example.org", "123456", confirmed=True)), channel="web")
    one.now = at(4, 9)
    one.look(way, "email")
    assert len(way.sent) == 2
    assert "Nobody reads answers to this mail." in way.sent[1][1]


def test_nothing_of_a_reminder_stays_once_it_is_over(make: Make) -> None:
    """Of one that is over only its key is left, for three days, so that nothing makes it again."""
    one, way = make(), Way()
    one.plan(state())
    one.now = at(4, 9)
    one.look(way)
    one.plan(answered(state()))
    with one.desk.tables.engine.connect() as connection:
        over = connection.execute(sa.text("SELECT data, owner FROM reminders WHERE state = 'over'")).all()
    assert [tuple(row) for row in over] == [("{}", None)]
    one.now = at(8, 9)
    asyncio.run(one.desk.tidy("sms"))
    assert "over" not in [row[0] for row in one.rows()]


def test_what_could_not_be_planned_is_planned_later(make: Make) -> None:
    """The conversation was not written yet, or the database away: the next looks plan it."""
    one, way = make(), Way()
    one.states[PERSON] = state()
    reach = Reach("sms", "+447700900123")
    asyncio.run(one.desk.plan(PERSON, state(), reach, "Europe/London"))
    one.look(way)
    assert one.rows() == []
    one.keep(PERSON)
    one.look(way)
    one.now = at(4, 9)
    one.look(way)
    assert len(way.sent) == 1


def test_who_never_writes_has_the_later_ones_too(make: Make) -> None:
    """Each that goes out makes the rows of those after it."""
    one, way = make(at(5, 12, month=3)), Way()
    one.plan(state())
    last = one.rows()[-1][2]
    for day in (4, 6):
        one.now = at(day, 9)
        one.look(way)
    assert len(way.sent) == 2
    assert one.rows()[-1][2] > last
