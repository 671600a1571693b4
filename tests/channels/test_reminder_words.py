"""What a reminder says: when it is closed, whose it is, that it is the last, and what to ask first."""

from __future__ import annotations

from dataclasses import replace

from b12guide.channels.reminder_rows import dues_of, utc, words_of
from b12guide.conversation import State
from b12guide.conversation.state import Warned
from b12guide.conversation.whose import ME
from b12guide.database.reminder_tables import Row
from b12guide.diary.clock import Closed
from b12guide.diary.reminders import EMAIL, Mailbox
from b12guide.reminder_rules import ReminderRules
from tests.channels.reminders_kept import DAY, PERSON, TOLD, Make, Way, at, state, wish
from tests.diary.test_reminders import kept_plan


def test_while_a_warning_stands_that_asks_first_it_says_so(make: Make) -> None:
    """After B3, B6 and B11 every date has that beside it."""
    one, way = make(), Way()
    one.plan(state())
    one.states[PERSON].warned = Warned(["potassium"], ["cramps"], ["B3"], "2026-05-03")  # type: ignore[union-attr]
    one.now = at(4, 9)
    one.look(way)
    assert way.sent[0][1].startswith("Please ask them before you go. A reminder:")


def test_before_a_closed_day_it_says_that_it_is_closed(make: Make) -> None:
    """On the open day before, so that the clinic can still be called."""
    rules = ReminderRules(closed=Closed(frozenset({5, 6}), frozenset({DAY})))
    one, way = make(rules=rules), Way()
    one.plan(state())
    one.now = at(1, 9)
    one.look(way)
    assert "It is closed that day, so please call before." in way.sent[0][1]


def test_one_that_asked_for_it_is_told_plainly(make: Make) -> None:
    """By default no medicine and no illness is named; who asks for it reads what it is for."""
    one, way = make(), Way()
    one.plan(state(plainly=True))
    one.now = at(4, 9)
    one.look(way)
    assert way.sent[0][1].startswith("A reminder: your B12 injection is planned for Monday 4 May 2026.")


def test_the_last_one_says_that_none_follows(make: Make) -> None:
    """Of a plan that ends; not where another date follows."""
    one, way = make(), Way()
    one.plan(state(plan=kept_plan("weekly for 2 weeks, first one 9 march 2026", TOLD)))
    for day in (9, 16):
        one.now = at(day, 10, month=3)
        one.look(way)
    assert ["This is the last one" in text for _, text in way.sent] == [False, False, True]


def test_it_says_whose_it_is(make: Make) -> None:
    """Of somebody else than the one who writes, in the text and in the approved template; of the writer not."""
    one, way = make(), Way()
    mine = state()
    kept = State(plans={"mum": mine.plans[ME]}, diaries={"mum": mine.diaries[ME]})
    one.plan(kept)
    one.now = at(4, 9)
    one.look(way)
    assert [text[:52] for _, text in way.sent] == ["About your mum: A reminder: you have something plann"]
    due = dues_of(kept, "mum", ReminderRules(), zone="Europe/London", now=utc(at(5, 12, month=3)))[0]
    row = Row("k", PERSON, "sms", due.day.isoformat(), 0.0, data={"person": "mum", "zone": "Europe/London"})
    assert words_of(row, due, kept, utc(at(4, 9))).day == "Monday 4 May 2026 (your mum)"
    kept.warned = Warned(["potassium"], ["cramps"], ["B3"], "2026-05-03", whose=["mum"])
    said = words_of(row, due, kept, utc(at(4, 9)))
    assert said.text.startswith("About your mum: Please ask them before you go.")


def test_a_mail_and_a_template_say_what_has_to_be_known(make: Make) -> None:
    """That it is closed that day, and that a day has passed: beside the date, and in the mail."""
    rules = ReminderRules(closed=Closed(frozenset({5, 6}), frozenset({DAY})))
    one = make(rules=rules)
    kept = state(wish(0, way=EMAIL), mailbox=Mailbox("ann@example.org", "1", confirmed=True))
    due = dues_of(kept, ME, rules, zone="Europe/London", now=utc(at(5, 12, month=3)))[0]
    row = Row("k", PERSON, "email", due.day.isoformat(), 0.0, data={"person": ME, "zone": "Europe/London"})
    closed = words_of(row, due, kept, utc(at(1, 9)))
    assert "It is closed that day, so please call before." in closed.mail
    assert closed.day == "Monday 4 May 2026 (closed that day, so please call before)"
    early = words_of(replace(row, second=True), due, kept, utc(at(3, 9)))
    assert (early.mail, early.day) == (closed.mail, closed.day), "the day is still to come"
    more = words_of(replace(row, second=True), due, kept, utc(at(6, 9)))
    assert "you had Monday 4 May 2026 planned" in more.mail
    assert "that day has passed" in more.day
    one.desk.close()
