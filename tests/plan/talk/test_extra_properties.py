"""For any gap and any day: one injection more than was planned skips no planned one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.plan import dialogue, full_date
from tests.plan.talk.moves_chat import Talk
from tests.thorough import examples

TODAY = date(2026, 11, 25)
WHO = dialogue.Who(TODAY, "GB", "Europe/London")
INSTEAD = ("instead", "it took the place of the planned one", "it replaced my planned one", "Instead of a planned one")
ON_TOP = ("on top", "it was extra, by mistake", "as well as the planned one", "On top of the plan", "not instead")
UNKNOWN = ("I do not know", "not sure", "i don't know which")


@st.composite
def told(draw: st.DrawFn) -> tuple[int, date, date]:
    """A gap in weeks, a last dose whose next one is to come, and the day of one more since that."""
    weeks = draw(st.integers(2, 13))
    back = draw(st.integers(2, 7 * weeks - 2))
    last = TODAY - timedelta(back)
    return weeks, last, last + timedelta(draw(st.integers(1, back - 1)))


def asked(weeks: int, last: date, day: date, *, first: bool) -> Talk:
    """A plan that is kept, the card on one too many, and its day; `first`: the day is told with it."""
    chat = Talk(TODAY)
    for text in (f"every {weeks} weeks, my last was {full_date(last)}", "yes"):
        chat.say(text)
    words = f"they gave me an extra one on {full_date(day)}" if first else "they gave me an extra one"
    chat.kept = dialogue.extra_told(chat.kept, words, WHO)
    chat.say(f"it was on {full_date(day)}")
    return chat


def planned(weeks: int, last: date) -> str:
    return full_date(last + timedelta(weeks=weeks))


@settings(max_examples=examples(200), deadline=None)
@given(told(), st.sampled_from(ON_TOP + UNKNOWN), st.booleans())
def test_beside_the_plan_or_unclear_it_changes_no_date(plan: tuple[int, date, date], way: str, first: bool) -> None:
    """The planned one stays, the clinic is named, the one too many is in the log, and no date is counted from it."""
    weeks, last, day = plan
    chat = asked(weeks, last, day, first=first)
    answer = " ".join(chat.say(way))
    assert planned(weeks, last) in answer
    assert "clinic" in answer
    assert full_date(day + timedelta(weeks=weeks)) not in answer
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == last.isoformat()
    assert day.isoformat() in [dose["day"] for dose in chat.kept["given"]]


@settings(max_examples=examples(200), deadline=None)
@given(told(), st.sampled_from(INSTEAD))
def test_instead_of_the_planned_one_it_is_early(plan: tuple[int, date, date], way: str) -> None:
    """Both ways of counting are said, with what to do, and the clinic's date is asked for."""
    weeks, last, day = plan
    chat = asked(weeks, last, day, first=False)
    answer = " ".join(chat.say(way))
    assert f"You had this one early. By your plan it is due on {planned(weeks, last)}." in answer
    assert full_date(day + timedelta(weeks=weeks)) in answer
    assert "Call before that day to ask if that one still stands." in answer
    assert chat.kept is not None
    assert chat.kept["about"] == "clinic_date"


@settings(max_examples=examples(200), deadline=None)
@given(told(), st.sampled_from(("when is my next one", "what are my dates", "can I have the calendar file")))
def test_as_long_as_it_is_unclear_nothing_is_counted_from_it(plan: tuple[int, date, date], wish: str) -> None:
    """Whatever is asked before the answer, no date is counted from the one too many."""
    weeks, last, day = plan
    chat = asked(weeks, last, day, first=True)
    answer = " ".join(chat.say(wish))
    assert full_date(day + timedelta(weeks=weeks)) not in answer
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == last.isoformat()
