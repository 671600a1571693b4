"""Questions about one part of a plan: they are answered, and change nothing of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.talk.moves_chat import Talk
from tests.thorough import examples

TODAY = date(2026, 11, 25)
PLAN = "daily for 7 days, then weekly for 4, then monthly, starts 30 november 2026"
# How a part is told, and by which words it is named.
PARTS = {
    "daily for 7 days": ("daily", "daily ones", "dailies"),
    "every other day for 2 weeks": ("alternate day", "alternate days"),
    "weekly for 4 weeks": ("weekly", "weekly ones", "weeklies"),
    "fortnightly for 6 doses": ("fortnightly", "fortnightly ones"),
}
LAST = {
    "monthly": ("monthly", "monthly ones"),
    "every 2 months": ("2 monthly", "two monthly ones"),
    "every 12 weeks": ("12 weekly", "12 weekly ones"),
}
ASKS = (
    "first {}?", "and first {}", "so when do the {} stop", "last {}?", "when is the first {}", "{} start?",
    "{} begin when?", "when do the {} finish?", "the final {} is when?", "when does {} end",
)  # fmt: skip


def _plan(text: str = PLAN, *, confirmed: bool = False) -> Talk:
    chat = Talk(TODAY)
    chat.say(text)
    if confirmed:
        chat.say("yes")
    return chat


@pytest.mark.parametrize("confirmed", [False, True])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("so when do the daily ones stop", "The last one of that part is on Sunday 6 December 2026."),
        ("last daily?", "The last one of that part is on Sunday 6 December 2026."),
        ("first weekly one?", "Every week for 4 injections: this starts on Sunday 13 December 2026."),
        ("weekly ones begin when?", "Every week for 4 injections: this starts on Sunday 13 December 2026."),
        ("and the weeklies end on", "The last one of that part is on Sunday 3 January 2027."),
        ("and first monthly", "Every month: this starts on Wednesday 3 February 2027."),
        ("monthly start?", "Every month: this starts on Wednesday 3 February 2027."),
    ],
)
def test_a_part_that_is_asked_about(text: str, line: str, *, confirmed: bool) -> None:
    """It is said when the part begins or ends."""
    assert _plan(confirmed=confirmed).say(text)[0] == line


@pytest.mark.parametrize("text", ["the weekly ones start on 20 december", "no, the first part is daily for 10 days"])
def test_a_part_that_is_told_of_is_not_asked_about(text: str) -> None:
    """What puts the plan right is taken."""
    chat = _plan()
    before = dict(chat.kept or {})["phases"]
    chat.say(text)
    assert dict(chat.kept or {})["phases"] != before


@settings(max_examples=examples(150))
@given(
    first=st.sampled_from(sorted(PARTS)), second=st.sampled_from([None, *sorted(PARTS)]),
    last=st.sampled_from(sorted(LAST)), begun=st.sampled_from(["23", "30"]), confirmed=st.booleans(),
    ask=st.sampled_from(ASKS), data=st.data(),
)  # fmt: skip
def test_a_question_about_a_part_changes_no_plan(
    first: str, second: str | None, last: str, begun: str, ask: str, data: st.DataObject, *, confirmed: bool
) -> None:
    """Whatever is open, the parts and the day they are counted from stay."""
    parts = [first, *([second] if second not in (None, first) else []), last]
    chat = _plan(f"{', then '.join(parts)}, first one on {begun} november 2026", confirmed=confirmed)
    known = dict(chat.kept or {})
    named = data.draw(st.sampled_from([name for part in parts for name in {**PARTS, **LAST}[part]]))
    chat.say(ask.format(named))
    now = dict(chat.kept or {})
    assert (now["phases"], now["anchor"]) == (known["phases"], known["anchor"])


COURSE = "every other day for 4 injections, then weekly for 6 weeks. first one was yesterday"


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (
            "from which date will the weekly ones start",
            "Every week for 6 weeks: this starts on Monday 7 December 2026.",
        ),
        ("on what day does everything end", "The last one of that part is on Monday 11 January 2027."),
        ("what day does all of it end", "The last one of that part is on Monday 11 January 2027."),
    ],
)
@pytest.mark.parametrize("request_", ["read", "phase_start"])
def test_a_part_that_is_asked_about_stays_as_it_is(asked: str, line: str, request_: str) -> None:
    """Its length is not lost where it is named by how often its injections are, whatever the question was taken for."""
    chat = Talk(TODAY)
    for text in (COURSE, "yes"):
        chat.say(text)
    assert chat.kept is not None
    before = chat.kept["phases"]
    assert line in chat.say(asked, request_)
    assert chat.kept["phases"] == before
