"""The last day put right in each way to write a date: it is that day, whichever side of it the month stands on."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from b12guide.plan import dialogue
from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY, TOLD = date(2027, 6, 2), date(2027, 5, 31)
LEADS = ("no, ", "sorry ", "no it was ", "oops, ", "i meant ")
_ENDS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _ways(day: date) -> list[str]:
    nth, month = f"{day.day}{_ENDS.get(day.day, 'th')}", f"{day:%B}".lower()
    return [
        f"{day.day} {month}", f"{nth} {month}", f"the {nth} of {month}", f"{month} {nth}", f"{month} the {nth}",
        f"{month}, the {nth}", f"{month} {day.day}", f"{day:%b} {nth}",
    ]  # fmt: skip


@example(ago=199, way=0, lead="no, ")  # a day of the plan, a year on
@given(ago=st.integers(3, 200), way=st.integers(0, 7), lead=st.sampled_from(LEADS))
def test_no_date_from_a_part_of_a_date(ago: int, way: int, lead: str) -> None:
    """A day in another month than the one told first is never taken for the day of that month."""
    day = TODAY - timedelta(ago)
    chat = Talk(TODAY)
    chat.say("had it 31 may 2027, it's every 8 weeks")
    chat.say(lead + _ways(day)[way])
    state = State.from_json(chat.kept)
    assert state.anchor is not None
    asked = dialogue.asks(chat.kept)
    # "No, may 30th" may be no month: then the day stays as it was told. A day that the plan has to come is said to be
    # one of its days (test_own_days.py).
    own = {(TOLD + timedelta(weeks=8 * n)).strftime("%d %m") for n in range(1, 12)}
    assert state.anchor.date == day or asked not in (None, "confirm") or day.month == 5 or f"{day:%d %m}" in own
    assert state.anchor.date in (day, TOLD)
