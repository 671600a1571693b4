"""Whatever is said in whatever order: an answer or none, never a fault, and never a date while something is open."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.plan import takeaway
from tests.plan.talk.dialogue_chat import TODAY, Chat
from tests.thorough import examples

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

QUESTIONS = st.tuples(
    st.sampled_from((
        "is it on {}?", "what date was I due, from the {} one", "when is the one after {}?", "what if I have it on {}",
        "is {} a weekend", "how long until {}", "can I have it on {} instead", "between {} and {} which ones",
        "why {}?", "did you say {}", "list them up to {}", "is {} too late?", "2 weeks before {}", "{} or {}?",
        "not {}, {}", "how many before {}", "I'm away from {} to {}", "they booked me in for {}",
        "was it due {}?", "and {}",
    )),
    st.sampled_from((
        "the 30 sept", "today", "31 november", "30 february", "the 31st", "1st", "christmas", "friday", "last friday",
        "5", "29/2", "december", "2 march", "9 march 2026", "the end of june", "tomorrow", "week 3", "1 jan 2031",
        "easter", "next year", "the bank holiday", "99", "0", "the 12 week one", "mum's birthday",
    )),
    st.sampled_from(("the 3rd", "10 june", "next week", "31 april", "sunday", "yesterday", "2 march")),
).map(lambda parts: parts[0].format(*parts[1:]) if parts[0].count("{}") > 1 else parts[0].format(parts[1]))  # fmt: skip


@settings(max_examples=examples(400))
@given(
    st.sampled_from((
        "every 10 weeks, last one today", "every 12 weeks, last one 9 february", "monthly, last one 31 january",
        "twice a week for 4 weeks then monthly, first was 2 march, 1 had", "every 8 weeks, last one 1 may 2025",
        "every other day for 2 weeks then every 3 months, first one 6 march",
    )),
    st.booleans(), st.lists(QUESTIONS, min_size=1, max_size=3),
)  # fmt: skip
def test_any_question_about_days_is_read(plan: str, kept: bool, questions: list[str]) -> None:
    """Days that there are not, that have passed, or that are today: an answer or none, never a fault."""
    chat = Chat()
    chat.say(plan, "regimen")
    for text in (["yes"] if kept else []) + questions:
        assert chat.say(text, "read" if text == "yes" else "state") != [""]


@settings(max_examples=examples(300))
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
