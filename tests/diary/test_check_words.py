"""The three questions, asked for in any words, now or so often; what asks for something else."""

from __future__ import annotations

import pytest

from b12guide.diary.check_words import DAILY, NOW, WEEKLY, asks_check, goes_on


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ask me 3 questions", NOW),
        ("quiz me with your three questions", NOW),
        ("ask me a few questions about how I feel", NOW),
        ("can you question me on how i've been doing", NOW),
        ("let's do my check-in", NOW),
        ("i'd like to do the three questions", NOW),
        ("run through the three questions please", NOW),
        ("could you check how i'm coping", NOW),
        ("would you ask me how things are every week", WEEKLY),
        ("each sunday could you ask how ive been", WEEKLY),
        ("i'd like you to check in with me after my injections", WEEKLY),
        ("check up on me once a fortnight", WEEKLY),
        ("ask me how mum is doing weekly", WEEKLY),
        ("ask me each friday how things have been", WEEKLY),
        ("remind me every saturday to note how I feel", WEEKLY),
        ("could you nudge me once a fortnight to fill in my diary", WEEKLY),
        ("remind me to do my diary", NOW),
        ("text me every night to write down how I slept", DAILY),
        ("ask me how I slept every morning", DAILY),
        ("can you check on me twice a week", DAILY),
        ("please ask me some things about my mood daily", DAILY),
    ],
)
def test_the_three_questions_are_asked_for(text: str, when: str | None) -> None:
    """Now, weekly or after injections, or more often than that."""
    assert asks_check(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "what will they ask me",
        "ask me about the warning signs",
        "quiz me on my plan",
        "should the nurse check on me every week",
        "ask my doctor some questions about how I am",
        "give me three questions to ask",
        "check my dates",
        "check how often I have them",
        "how often will they check how I am",
        "can I have it every week",
        "remind me every week to take my tablets",
        "remind me every 12 weeks",
        "remind me the day before",
        "check when my next one is",
        "I want to ask you 3 questions",
        "I'd like to ask some questions",
        "can i ask you some questions about how it is given",
        "can you check how my injections are counted",
    ],
)
def test_something_else_is(text: str) -> None:
    """What others ask, what is known, dates, and what the person wants to ask."""
    assert asks_check(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ok weekly then", WEEKLY),
        ("make it once a week please", WEEKLY),
        ("do it daily", DAILY),
        ("ok, ask me now", NOW),
        ("go on then", NOW),
        ("every 8 weeks, last one in May", None),
        ("every 8 weeks", None),
        ("when is my next one", None),
    ],
)
def test_what_is_said_behind_it(text: str, when: str | None) -> None:
    """How often instead, or that they are wanted now."""
    assert goes_on(text) == when
