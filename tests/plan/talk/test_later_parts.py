"""Plans of several parts: a dose near a date of a later part, a part that is over, one that is told to come after, a
course that ends later. No later part is lost, and no date is on or before the last dose told."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from b12guide.plan.dates.schedule import doses
from b12guide.plan.model import Anchor, Phase, full_date
from b12guide.plan.talk.state import State
from b12guide.plan.wording import phase_words
from tests.plan.talk.moves_chat import Talk

LOADING = "twice a week on Tuesdays and Fridays for 3 weeks then every 8 weeks. first one was tuesday 6 january 2026"


def _said(today: date, *texts: str | date) -> Talk:
    chat = Talk(today)
    for text in texts:
        if isinstance(text, date):
            chat.today = text
        else:
            chat.say(text)
    return chat


def _loaded() -> Talk:
    """2 of 6 had, the last on Friday 9 January; the sixth is on the 23rd, and the first after 8 weeks on 20 March."""
    return _said(date(2026, 1, 10), LOADING, "all of them", "yes", date(2026, 3, 21))


def _text(lines: list[str]) -> str:
    return "\n".join(lines)


def test_a_dose_of_a_later_part_asks_for_those_before_it_once() -> None:
    """The dose is near a date of the later part: those of the loading part that nobody told of are asked for."""
    chat = _loaded()
    asked = _text(chat.say("had my shot on thursday, a day early. when is the next one?"))
    assert "Tuesday 13, Friday 16, Tuesday 20 and Friday 23 January 2026. Did you have all of those?" in asked
    assert "The next one" not in asked
    again = _text(chat.say("so when is the next one then"))
    assert "Did you have all of those?" in again


@pytest.mark.parametrize(
    "answer",
    [
        "yes",
        "Yes, all of them",
        "I had all six by 23 january",
        "yes had them all",
        "no, january was all done, had all 6",
    ],
)
def test_all_before_it_were_had(answer: str) -> None:
    """The plan counts on from the dose of the later part."""
    chat = _loaded()
    chat.say("had my shot on thursday, a day early")
    said = _text(chat.say(answer))
    assert "Thursday 14 May 2026" in said
    assert "January" not in said.replace("January 2026 and", "")
    assert chat.dates[0] == "2026-05-14"


def test_not_all_before_it_were_had() -> None:
    """What part it was is asked, and no date shown before that is known."""
    chat = _loaded()
    chat.say("had my shot on thursday, a day early")
    said = _text(chat.say("no"))
    assert "A missed one was not given." in said
    assert "Which part of the plan did the injection on Thursday 19 March 2026 belong to?" in said


THREE = "daily for 5 days then weekly for 3 weeks then every 2 months. first one 2 march 2026"


def _three() -> Talk:
    """Daily 2 to 6 March, weekly 13, 20 and 27 March, then 27 May; 2 had by the 4th."""
    return _said(date(2026, 3, 4), THREE, "all of them", "yes", date(2026, 3, 10))


@pytest.mark.parametrize(
    "text",
    [
        "6 march was the last daily one",
        "the daily part is finished, now it's weekly, nurse said 13 march",
        "no the dailies are over. now weekly from 13 march",
        "done all 5. next one saturday?",
        "all five are done",
        "finished with the daily ones on friday",
        "I've had all 5 of them",
    ],
)
def test_a_part_that_is_over(text: str) -> None:
    """The next part of the same plan follows, with the one after it."""
    chat = _three()
    said = _text(chat.say(text))
    assert "Friday 13, Friday 20 and Friday 27 March 2026" in said
    assert "Wednesday 27 May" in said
    assert chat.dates == ["2026-03-13", "2026-03-20", "2026-03-27", "2026-05-27"]


@pytest.mark.parametrize(
    "text",
    [
        "when the daily ones are done what happens?",
        "once the daily ones are finished it is weekly",
        "the daily ones are not finished",
        "the daily ones will be done on friday",
        "how many of the daily ones are done?",
    ],
)
def test_a_part_that_is_not_over(text: str) -> None:
    """A condition, a question, a denial or a day to come ends no part."""
    assert not any(name == "part_over" for _, name, _ in _three().moves(text))


def test_the_day_of_the_last_is_asked_where_it_is_still_to_come() -> None:
    """More were had than were planned by now: the day of the last one is asked."""
    chat = _said(date(2026, 3, 4), THREE, "all of them", "yes")
    assert "On which day was the last one of that part?" in _text(chat.say("done all 5 now"))
    assert "Friday 13" not in _text(chat.say("today"))
    assert chat.dates[0] == "2026-03-11"


def _moved() -> Talk:
    """Weekly for 6 weeks, 3 had by 22 January; the fourth is moved from the 29th to the 30th."""
    return _said(
        date(2026, 1, 23), "weekly for 6 weeks then every 3 months. first one 8 january 2026", "all of them", "yes",
        "they have moved the 29th to Friday 30 January",
    )  # fmt: skip


def test_a_moved_dose_leaves_the_number_of_a_course() -> None:
    """3 of 6 are had, and 6 it stays."""
    said = _text(_moved().say("show my whole plan"))
    assert "That is 6 injections, 3 of them given." in said


@pytest.mark.parametrize(
    "text", ["I've now had all six, the last was today", "all 6 weekly ones are done, last one today",
             "today was the last weekly one",
             "today was the sixth weekly one"],
)  # fmt: skip
def test_a_course_with_a_moved_dose_is_finished(text: str) -> None:
    """The next part's dates follow at once."""
    chat = _moved()
    chat.today = date(2026, 2, 13)
    said = _text(chat.say(text))
    assert "Wednesday 13 May" in said
    assert chat.dates[0] == "2026-05-13"


@pytest.mark.parametrize(
    "text",
    [
        "yes but then it's every 12 weeks after",
        "and then every 12 weeks, you left that off",
        "yes but you forgot that it is every 12 weeks after that",
    ],
)
def test_a_part_is_added_behind(text: str) -> None:
    """What comes after is added, whether the first part has an end or not."""
    chat = _said(date(2026, 3, 7), "tuesdays and fridays for 2 weeks, first one tuesday 3 march, had 2 so far")
    chat.say(text)
    assert [part["period"] for part in chat.kept["phases"]] == [1, 12]
    endless = _said(date(2026, 3, 7), "every tuesday and friday, last one yesterday")
    assert "How many injections are there" in _text(endless.say(text))
    said = _text(endless.say("I've 2 more to have first"))
    assert "Tuesday 10 and Friday 13 March 2026" in said
    assert "Friday 5 June" in said


def test_more_that_come_first_are_none_of_the_long_gap() -> None:
    """ "2 more to have first" of a plan of long gaps adds none of those."""
    chat = _said(date(2026, 3, 7), "every 12 weeks, last one yesterday")
    assert not any(name == "to_go" for _, name, _ in chat.moves("I've 2 more to have first, then 12 weeks"))


def test_a_course_that_ends_a_day_later() -> None:
    """One was missed and is added at the end: the number stays, and the next parts move with it."""
    chat = _said(
        date(2026, 5, 7), "daily for 6 days then weekly for 2 weeks then monthly. started 4 may but yesterday i missed",
        "only missed that one", "yes",
    )  # fmt: skip
    said = _text(chat.say("doctor says to put it on at the end, so the daily ones finish on 10 may"))
    assert "Thursday 7, Friday 8, Saturday 9 and Sunday 10 May 2026" in said
    assert "Sunday 17 and Sunday 24 May 2026" in said


@pytest.mark.parametrize("text", ["had 2 so far. how many have I left?", "had 2, how many are still to come?"])
def test_how_many_are_left_is_said_first(text: str) -> None:
    """The number stands before the plan that is read back."""
    chat = _said(date(2026, 3, 7))
    lines = chat.say(f"tue fri for 2 weeks then every 12 weeks, first was tuesday. {text}")
    assert lines[0] == "2 of the 4 are left: Tuesday 10 and Friday 13 March 2026."


PARTS = st.sampled_from((
    (Phase("loading", 1, 1, "d", count=5),),
    (Phase("loading", 1, 2, "d", count=6),),
    (Phase("loading", 1, 1, "wk", count=4),),
    (Phase("loading", 1, 1, "d", count=4), Phase("loading", 1, 1, "wk", count=3)),
    (Phase("loading", 1, 2, "d", count=5), Phase("loading", 1, 2, "wk", count=3)),
))  # fmt: skip
ENDS = st.sampled_from((
    Phase("maintenance", 1, 8, "wk"), Phase("maintenance", 1, 1, "mo"), Phase("maintenance", 1, 3, "mo"),
))  # fmt: skip
OFTEN = {("d", 1): "daily", ("wk", 1): "weekly", ("wk", 2): "fortnightly", ("d", 2): "every other day"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    PARTS, ENDS, st.dates(date(2026, 1, 5), date(2026, 6, 30)), st.integers(1, 3),
    st.lists(st.tuples(st.sampled_from(("had", "over", "all", "next")), st.integers(0, 11), st.integers(-2, 2)),
             min_size=1, max_size=3),
    st.sampled_from(("yes", "no")),
)  # fmt: skip
def test_what_is_told_of_any_part_leaves_the_later_ones(
    parts: tuple[Phase, ...], end: Phase, first: date, had: int, told: list[tuple[str, int, int]], answer: str
) -> None:
    """A dose around any planned date, or the end of a part: the next date lies after the last dose told, is of no part
    that is over, and the last part stays."""
    phases = (*parts, end)
    planned = list(islice(doses(phases, Anchor("first", first)), 14))
    chat = Talk(planned[had - 1].earliest)
    words = ", then ".join(phase_words(phase) for phase in phases)
    chat.say(f"{words}. first one {full_date(first)}")
    chat.say("all of them, and today's" if had > 1 else "yes")
    chat.say("yes")
    latest, over = None, -1
    for kind, place, off in told:
        dose = planned[min(place + had, len(planned) - 1)]
        day = dose.earliest + timedelta(days=off)
        if latest is not None and day <= latest:
            continue
        chat.today = max(day, chat.today)
        if kind == "had":
            chat.say(f"I had one on {full_date(day)}")
            latest = day
        elif kind in ("over", "all") and dose.phase_index < len(parts) and dose.phase_index >= over + 1:
            last = max(each.earliest for each in planned if each.phase_index == dose.phase_index)
            if latest is not None and last <= latest:
                continue
            chat.today = max(chat.today, last)
            often = OFTEN[phases[dose.phase_index].unit, phases[dose.phase_index].period]
            chat.say(f"{full_date(last)} was the last {often} one")
            latest, over = last, dose.phase_index
        else:
            chat.say("when is my next one?")
        if chat.kept and "Did you have all of those?" in (chat.kept["asked"] or ""):
            chat.say(answer)
        assert chat.kept is not None
        state = State.from_json(chat.kept)
        assert state.phases[-1] == end, "the last part is lost"
        if state.ready(chat.today) and state.anchor is not None:
            following = next(doses(state.phases, state.anchor), None)
            assert following is None or latest is None or following.earliest > latest
            left = state.phases[following.phase_index :] if following else ()
            assert len(left) <= len(phases) - (over + 1), "a part that is over goes on"
