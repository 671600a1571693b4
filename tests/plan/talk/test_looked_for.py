"""Words that only ask, or look for something among the dates of a plan that was agreed, restate nothing of it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.understanding.talk import Span
from tests.plan.talk.moves_chat import Talk
from tune.talk import marked

TODAY = date(2026, 2, 3)
WHO = dialogue.Who(TODAY, "IE", "Europe/Dublin")


def plainly(text: str, acts: str) -> str | None:
    """What a message with its parts in marks tells a plan that was agreed, in plain words."""
    talk = Talk(TODAY)
    for told in ("last thursday of every month, next is 26 february 2026", "yes"):
        talk.say(told)
    words, spans = marked(text)
    parts = [Span(start, end, tag, 0.99) for start, end, tag in spans]
    plain = dialogue.plainly(talk.kept, words, parts, dict.fromkeys(acts.split(), 0.99), WHO)
    return plain.words if plain else None


@pytest.mark.parametrize(
    "text",
    [
        "is [last:the bank holiday friday] one? list the lot to august, i look where the gap is [every:5 weeks]",
        "im looking for where it is [every:5 weeks]",
        "i want to see which ones are [every:5 weeks] apart",
        "trying to work out when it goes [every:five weeks]",
        "tell me which are [every:4 weeks] and which [every:5 weeks]",
        "show me the long ones, [every:5 weeks]",
        "are any of these [every:5 weeks]",
        "is it [every:4 weeks] or [every:5 weeks] after easter",
        "so it's [every:every 5 weeks]?",
        "and [every:every 4 weeks] in the summer?",
        "did I have it on [last:29 january]",
        "where do you see [every:5 weeks]",
        "i wonder whether it is [every:monthly]",
    ],
)
def test_a_question_or_a_search_tells_nothing(text: str) -> None:
    """How often, or a day, that stands in it is not taken as the plan."""
    assert plainly(text, "tells_plan tells_dose") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it is [every:every 5 weeks] now", "every 5 weeks"),
        ("nurse says it's [every:every 5 weeks] now, is that ok?", "every 5 weeks"),
        ("looking at my card it is [every:every 5 weeks]", "every 5 weeks"),
        ("i see the nurse for it [every:every 5 weeks] from now on", "every 5 weeks"),
        ("can you change it to [every:every 5 weeks]", "every 5 weeks"),
        ("i checked the letter, [every:every 5 weeks]", "every 5 weeks"),
    ],
)
def test_what_is_told_is_told(text: str, words: str) -> None:
    """A statement about one's schedule is read back, whatever it is beside."""
    assert plainly(text, "tells_plan") == words


@pytest.mark.parametrize(
    "text",
    [
        "not late. [last:last thursday] of [every:every month]",
        "it's the [last:last thursday] [every:every month]",
        "the [first:first thursday] of [every:the month]",
    ],
)
def test_the_last_weekday_of_a_month_is_no_dose(text: str) -> None:
    """ "Last Thursday" is then no day on which one was had."""
    assert plainly(text, "tells_plan tells_dose") is None


def test_the_plan_said_once_more_and_a_list_beside_it() -> None:
    """The dates are listed, and nothing of the plan is put in question."""
    talk = Talk(TODAY)
    for told in ("last thursday of every month, next is 26 february 2026", "yes"):
        talk.say(told)
    before = dict(talk.kept or {})
    said = talk.say("last thursday of every month. when is my next one")
    assert "Thursday 26 February 2026" in "\n".join(said)
    assert (talk.kept or {})["phases"] == before["phases"]
    assert (talk.kept or {})["confirmed"]
