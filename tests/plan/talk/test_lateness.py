"""Whether one is late, what may be done about it, and lists while one is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 1)
AHEAD = "every 8 weeks, last one was 15 february 2027"  # next Monday 12 April
LATE = "every 2 weeks, last one was 15 march 2027"  # due Monday 29 March
SHORT = (
    "Please call your clinic about it. New or worse numbness or weakness: tell them today. "
    "If you cannot walk, call {emergency} now."
)


def _after(*texts: str) -> list[str]:
    chat = Talk(TODAY)
    return [chat.say(text) for text in texts][-1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("am I late?", "No, it is not late. It is on Monday 12 April 2027. That is 11 days from today."),
        (
            "so I'm not overdue then?",
            "Right, it is not late. It is on Monday 12 April 2027. That is 11 days from today.",
        ),
        ("im not late am i", "Right, it is not late. It is on Monday 12 April 2027. That is 11 days from today."),
        ("is it overdue", "No, it is not late. It is on Monday 12 April 2027. That is 11 days from today."),
    ],
)
def test_not_late(text: str, line: str) -> None:
    """Yes or no first, with the days."""
    assert _after(AHEAD, "yes", text)[0] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("am I late?", "Yes, it is 3 days late. It was due on Monday 29 March 2027."),
        ("how late am I", "Yes, it is 3 days late. It was due on Monday 29 March 2027."),
        ("so I'm not late then?", "It is 3 days late. It was due on Monday 29 March 2027."),
    ],
)
def test_late(text: str, line: str) -> None:
    """The answer comes first, then what to do: in short, since it was said in full today."""
    assert _after(LATE, "yes", text) == [line, SHORT]


def test_said_in_full_once_a_day() -> None:
    """What to do about a late dose is said in full once, then in one line with the sign and the number, and in full
    again on the next day."""
    chat = Talk(TODAY)
    full = chat.say(LATE)[:3]
    chat.say("yes")
    again = ["It was due on Monday 29 March 2027: 3 days late.", SHORT]
    assert chat.say("when is my next one") == again
    assert chat.say("when is my next one") == again
    chat.today = date(2027, 4, 2)
    assert chat.say("when is my next one")[1:] == full[1:]


def test_another_late_dose_is_said_in_full() -> None:
    """What was said of one dose says nothing of the next one that is late."""
    chat = Talk(TODAY)
    full = chat.say(LATE)[:3]
    chat.say("yes")
    chat.say("had it on 30 march")
    chat.say("they said 13 april")
    chat.today = date(2027, 4, 14)
    assert chat.say("when is my next one")[1:3] == full[1:]


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (f"{LATE}. Busy month. Am I overdue?", "Yes, it is 3 days late."),
        (f"am i late? {AHEAD}", "No, it is not late. It is on Monday 12 April 2027. That is 11 days from today."),
    ],
)
def test_asked_with_the_plan(plan: str, line: str) -> None:
    """The answer is before what is read back."""
    assert _after(plan)[0] == line


@pytest.mark.parametrize("text", ["have it now?", "do I take it today?", "can I just do mine tonight"])
def test_whether_a_late_one_may_be_had_now(text: str) -> None:
    """Only the clinic can say, and never two."""
    assert _after(LATE, text)[0] == (
        "I cannot say which day is right: your clinic can. Call them today and ask. Do not have 2 to catch up."
    )


@pytest.mark.parametrize("text", ["list them up to the end of may", "all dates until 31 may", "list thru may"])
def test_a_list_while_one_is_late(text: str) -> None:
    """The dates are those of the plan, as long as the late one moves none."""
    said = _after(LATE, text)
    assert said[0] == "The one that was due on Monday 29 March 2027 is late, so ask your clinic first."
    assert said[1].startswith("If the days stay as they were, the dates are Monday ")


def test_no_list_where_one_is_very_late() -> None:
    """More than a whole gap: one sentence why not."""
    said = _after("every 2 weeks, last one was 15 february 2027", "list them up to june")
    assert said[1].startswith("I list no dates while one is so late.")


@pytest.mark.parametrize(
    "text",
    [
        "every 8 weeks. definitely had it 8 february. i think i had one 15 march but it may of been a test",
        "every 8 weeks, had it 8 february and maybe one on 15 march",
    ],
)
def test_a_dose_that_is_not_sure_gives_both_readings(text: str) -> None:
    """What follows from each day, and who knows which is right."""
    said = _after(text)
    assert any("8 February 2027" in line for line in said)
    assert any("15 March 2027" in line for line in said)
    assert said[-1].startswith("I pick neither")


@pytest.mark.parametrize(
    "text", ["february for certain, not sure about march", "the february one definitely. dunno about the march one"]
)
def test_not_sure_of_one_of_two_days(text: str) -> None:
    """Nothing is forced: both readings are told."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks. definitely had it 8 february. think i had one 15 march")
    assert chat.say(text)[-1].startswith("I pick neither")


@pytest.mark.parametrize("text", ["rang them. the 15 march one was the jab", "the march one was the injection"])
def test_the_day_that_was_the_injection(text: str) -> None:
    """Once it is known, the plan counts from it."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks. definitely had it 8 february. think i had one 15 march")
    chat.say(text)
    assert chat.dates[0] == "2027-05-10"


@pytest.mark.parametrize("ask", ["Might I have the dates?", "Might I ask when the next one is?"])
def test_courtesy_is_no_doubt(ask: str) -> None:
    """A polite question makes no date unsure."""
    assert not any("not sure" in line for line in _after(f"{AHEAD}. {ask}"))


@pytest.mark.parametrize("count", ["6 all up", "six all told", "6 in all"])
def test_how_many_in_all(count: str) -> None:
    """The number that a person says is kept as the end of the plan."""
    chat = Talk(TODAY)
    chat.say(f"every other day, {count}, starting 2 april 2027")
    assert chat.kept is not None
    assert chat.kept["phases"][0]["count"] == 6
