"""Whatever is said in whatever order: an answer or none, never a fault, and never a date while something is open."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.plan import takeaway
from tests.plan.talk.dialogue_chat import TODAY, Chat

MESSAGES = (
    "every 12 weeks", "every 10 to 12 weeks", "last one was 9 february", "first one 2 march", "9 march 2026", "31/02",
    "1mg 3 times a week for 2 weeks then every 3 months. first one was 2 march", "biweekly", "twice a week", "monday",
    "every other day for 2 weeks then every 3 months, last one was 3 march", "that was the last loading one", "4",
    "alternate days until no further improvement then every 2 months. first was 2 march", "weekly then monthly",
    "twice a week for 4 weeks then monthly, last one 2 march", "monday and thursday", "loading", "all of them",
    "first monday of the month, last was 3 march 2026", "every 12 weeks, last one 3 april 2026", "It is planned",
    "The date is wrong", "They gave me no date", "Other days", "Change something", "It is every 12 weeks", "yes", "no",
    "I had it today", "I had it on 03/02/2026", "I had it on the 3rd", "I had it", "from 3 to 20 april", "next week",
    "my next one is on 27 may", "3/12", "every 2 days for 2-3 weeks then every 12 weeks", "3 weeks", "x", "",
    "every 12 weeks, last one 1 may 2025", "monthly, last one 12 january 2024", "they moved it to 27 may",
    "03/04/2026", "Wednesday 4 March 2026", "every 4", "weeks", "loading is every other day", "it was the 31st",
)  # fmt: skip
REQUESTS = (
    "read", None, "regimen", "date", "state", "correct", "next", "after_next", "whole", "due", "left", "phase_start",
    "given", "away", "calendar", "restart", "forget", "affirm", "deny", "resume",
)  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(MESSAGES), st.sampled_from(REQUESTS) | st.just("read"), st.integers(0, 40)),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(max_examples=300)
@given(STEPS)
def test_any_conversation_is_answered(steps: list[tuple[str, str | None, int]]) -> None:
    """Kind and plan agree: dates only where nothing is asked, and files only of a plan that was confirmed."""
    chat = Chat()
    day = TODAY
    for text, request, later in steps:
        day += timedelta(days=later)
        chat.today = day
        said = chat.say(text, request)
        if chat.outcome is None:
            continue
        assert said
        assert "" not in said
        assert chat.last.kind in ("plan", "ask", "menu")
        plan = chat.last.plan
        if plan is not None and plan["status"] == "ask":
            assert plan["next"] == []
            assert chat.last.kind == "ask"
        if chat.last.links:
            assert chat.kept is not None
            assert chat.kept["kept"] is not None
        kept = takeaway.kept(chat.kept)
        if kept is not None:
            assert kept.picture(date(2026, 3, 5))
            assert kept.page(day, emergency=None)
