"""Days that were had, told in a row that is not written out: they belong to the log, with how many they are."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.had_dates import had_dates
from tests.plan.talk.moves_chat import Talk

# A Wednesday.
TODAY = date(2026, 6, 10)


def june(*days: int) -> list[date]:
    return [date(2026, 6, day) for day in days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ive had 3 of them now. 2, 4, 6 june", june(2, 4, 6)),
        ("I've had 4 so far: June 2, 4, 6 and 8", june(2, 4, 6, 8)),
        ("had hers on 2nd 4th 6th of june", june(2, 4, 6)),
        ("2nd, 4th & 6th June all done", june(2, 4, 6)),
        ("got mine 2+4+6 june", june(2, 4, 6)),
        ("mon wed fri last week all had", june(1, 3, 5)),
        ("had them last mon, wed and fri", june(1, 3, 5)),
        ("had it tues thurs and sat last week", june(2, 4, 6)),
        ("ive had 3, friday monday and today", june(5, 8, 10)),
        ("had mine monday & tuesday this week", june(8, 9)),
        ("done. 5 june, 8 june, 10 june", june(5, 8, 10)),
        ("had the jab mon and today", june(8, 10)),
        ("had my first 3: 4th, 6th and 8th", june(4, 6, 8)),
        ("ive had 2 so far, the 5th and 8th", june(5, 8)),
        ("had tues and thurs last week and monday and today this week", june(2, 4, 8, 10)),
        ("ive had 3, wed and fri last week and yesterday", june(3, 5, 9)),
    ],
)
def test_the_days_are_all_had(text: str, days: list[date]) -> None:
    """Whatever stands between them, and wherever their month or week is named."""
    found = had_dates(text, today=TODAY)
    assert found is not None
    assert [dose.day for dose in found.given] == days


@pytest.mark.parametrize(
    "text",
    [
        "mon wed fri for 2 weeks",
        "my days are mon wed fri",
        "i'm having them 12, 14, 16 june",
        "due 2, 4 and 6 june",
        "should have had it 2 4 6 june",
        "had bloods mon and wed last week",
        "didn't have it mon wed or fri last week",
        "have i had it mon wed fri last week?",
        "missed 2, 4, 6 june",
        "had it 2, 4, 31 june",
        "had a cold mon tues and weds last week",
        "i'll have had 3: 12, 14, 16 june",
    ],
)
def test_other_days_are_no_log(text: str) -> None:
    """Days to come, of other things, missed, asked about, or no days at all."""
    assert had_dates(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("course", "told", "first", "next_"),
    [
        (
            "6 jabs on alternate days then every 12 weeks",
            "ive had 3 now. 4,6,8 june",
            "Thursday 4",
            "Wednesday 10 June",
        ),
        (
            "weekly for 6 weeks then every 8 weeks",
            "had mine 27th may 3rd june and 10th june",
            "Wednesday 27",
            "Wednesday 17",
        ),
        ("3 times a week for 2 weeks then every 3 months", "mon wed fri last week, all done", "Monday 1", "8 June"),
    ],
)
def test_of_a_course_that_begins_they_are_so_many(course: str, told: str, first: str, next_: str) -> None:
    """Nothing of the part or the number is asked: the log is read back with the plan."""
    chat = Talk(TODAY)
    chat.say(course)
    answer = "\n".join(chat.say(told))
    assert "You told me of these: " + first in answer
    assert "3 of them given" in answer
    assert next_ in answer


def test_so_many_had_that_the_days_are_not() -> None:
    """The number and the days disagree: it is said and asked, and nothing is counted from either."""
    chat = Talk(TODAY)
    chat.say("6 jabs on alternate days then every 12 weeks")
    answer = "\n".join(chat.say("had 4, on 4th 6th and 8th june"))
    assert "You said 4, and named 3 days." in answer
    assert "How many of the 6 injections" in answer
    assert "The next one is" not in answer
    assert "3 of them given" in "\n".join(chat.say("3"))


@pytest.mark.parametrize("start", ["31 may", "2 june", "29 may"])
def test_today_stays_whatever_was_due(start: str) -> None:
    """Today's may have been planned for today, or not."""
    chat = Talk(TODAY)
    chat.say(f"6 jabs on alternate days from {start} then every 12 weeks")
    chat.say("all of them")
    answer = "\n".join(chat.say("no sorry I've had 2 not 4, monday and today"))
    assert "Last injection: Wednesday 10 June 2026." in answer
    assert "2 of them given. To come: Friday 12, Sunday 14, Tuesday 16 and Thursday 18 June 2026" in answer


def test_told_with_the_course_itself() -> None:
    """The log beside the words of the plan."""
    chat = Talk(TODAY)
    answer = "\n".join(chat.say("I get 6 loading doses, one every other day. had 4th 6th 8th june so far"))
    assert "6 injections, 3 of them given. To come: Wednesday 10" in answer


def test_fewer_than_were_told_take_the_others_out() -> None:
    """Those that were not had leave the log, and both that were had stay, today's too."""
    chat = Talk(TODAY)
    chat.say("6 jabs on alternate days from 31 may then every 12 weeks")
    chat.say("all of them")
    answer = "\n".join(chat.say("no ive had 2 not 5. monday and today"))
    assert "You told me of these: Monday 8 June 2026 and Wednesday 10 June 2026." in answer
    assert "2 of them given" in answer
    assert "Friday 12" in answer
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]] == ["2026-06-08", "2026-06-10"]
