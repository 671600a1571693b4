"""In whatever order a plan is told, with questions in between, it is the same plan; and a dose that the clinic moved
moves no other one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from random import Random

from b12guide.plan import Anchor, Phase
from b12guide.plan.dates.schedule import doses
from b12guide.plan.model import full_date
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 3, 5)
OFTEN = [
    "every 12 weeks",
    "monthly",
    "every 10 days",
    "8 weekly",
    "every 3 months",
    "fortnightly",
    "once every 6 weeks",
]
WHEN = ["last one was {}", "i had it on {}", "the last was {}", "my last injection was on {}"]
BETWEEN = ["does it hurt?", "what is b12", "am i late?", "when is my next one", "thanks", "how many are left"]


def _told(*texts: str) -> tuple[object, object]:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    assert chat.kept is not None
    return chat.kept["phases"], chat.kept["anchor"]["date"]


def test_any_order_of_telling_gives_the_same_plan() -> None:
    """How often and then when, the other way round, or both at once."""
    drawn = Random(4)
    for _ in range(150):
        often, day = drawn.choice(OFTEN), TODAY - timedelta(days=drawn.randrange(1, 60))
        when = drawn.choice(WHEN).format(full_date(day).split(" ", 1)[1])
        between = [drawn.choice(BETWEEN) for _ in range(drawn.randrange(3))]
        at_once = _told(f"{often}, {when}")
        assert at_once[1] == day.isoformat(), (often, when)
        assert _told(often, *between, when) == at_once, (often, between, when)
        assert _told(when, *between, often) == at_once, (when, between, often)


def test_a_dose_that_was_moved_moves_no_other_one() -> None:
    """Of any part of a plan, on any day between the dose before it and the one after it."""
    drawn = Random(5)
    for _ in range(2000):
        unit, period = drawn.choice([("wk", 1), ("wk", 3), ("wk", 12), ("mo", 1), ("d", 5)])
        phase = Phase("other", 1, period, unit)  # type: ignore[arg-type]
        plain = Anchor("last", TODAY - timedelta(days=drawn.randrange(200)))
        days = [dose.earliest for dose in islice(doses([phase], plain), 8)]
        place = drawn.randrange(1, 7)
        room = (days[place + 1] - days[place - 1]).days
        day = days[place - 1] + timedelta(days=drawn.randrange(1, room))
        moved = Anchor("last", plain.date, moved=((days[place], day),))
        expected = [*days[:place], day, *days[place + 1 :]]
        assert [dose.earliest for dose in islice(doses([phase], moved), 8)] == expected
