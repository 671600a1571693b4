"""What the card of a plan's dates stands for, and what it never hides."""

from __future__ import annotations

import pytest

from b12guide.plan import dialogue
from b12guide.plan.talk.card import card_of
from tests.plan.talk.dialogue_chat import WORDING, Chat

EVERY_12 = "every 12 weeks, last one was 9 february 2026"


def talk(*texts: str, request: str = "read") -> dialogue.Outcome:
    """The answer to the last of these, which was understood as `request`."""
    chat = Chat()
    for text in texts:
        chat.say(text, request if text == texts[-1] else "read")
    return chat.last


def beside(outcome: dialogue.Outcome) -> list[str]:
    """The lines that the card does not say."""
    card = outcome.card
    assert card is not None
    covered = {*card["read"], *card["shown"], card["ask"]}
    return [line for text in outcome.bubbles for line in text.split("\n") if line not in covered]


def test_a_plan_read_back_is_all_in_its_card() -> None:
    """One part: what was read, its dates and the question; nothing is left to say beside it."""
    outcome = talk(EVERY_12)
    assert outcome.card is not None
    assert outcome.card["read"] == ["Every 12 weeks. The last one was on Monday 9 February 2026."]
    assert outcome.card["ask"] == "Is that what your clinic said?"
    assert beside(outcome) == []


def test_the_parts_of_a_plan_are_what_was_read() -> None:
    """Several parts: each is kept as it was read back, and what was assumed is folded."""
    outcome = talk("3 times a week for 2 weeks then every 3 months, first one is 9 march 2026")
    assert outcome.card is not None
    assert len(outcome.card["read"]) == 2
    assert outcome.card["read"][1].startswith("• Then every 3 months")
    assert beside(outcome) == []


def test_that_one_is_due_today_is_in_the_card() -> None:
    """Once confirmed, today's date stands in the card, and only what to do about it beside that."""
    outcome = talk("every 12 weeks, last one was 11 december 2025", "yes")
    assert beside(outcome) == ["If you have no time for it yet, call your clinic now."]


def test_once_confirmed_only_the_card_is_left() -> None:
    """ "Yes": the next date is in the card, and no question is."""
    outcome = talk(EVERY_12, "yes")
    assert outcome.card is not None
    assert outcome.card["ask"] is None
    assert outcome.card["read"] == ["Every 12 weeks."]
    assert beside(outcome) == []


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["every 12 weeks, last one was 1 october 2025"], "Do not have 2 to catch up."),
        (["every 12 weeks, last one was 1 october 2025"], "tell them today."),
        (
            ["every 12 weeks, last one was 1 october 2024", "Tuesday 1 October 2024"],
            "Call your clinic before you book the next one.",
        ),
    ],
)
def test_what_to_do_is_never_hidden(texts: list[str], kept: str) -> None:
    """Lateness, warnings and answers to questions stand beside the card."""
    assert any(kept in line for line in beside(talk(*texts)))


@pytest.mark.parametrize(
    ("request_", "kept"), [("after_next", "The one after that is on"), ("due", "No, not this week.")]
)
def test_an_answer_about_the_dates_is_never_hidden(request_: str, kept: str) -> None:
    """What somebody asked about their dates is answered beside the card."""
    assert any(kept in line for line in beside(talk(EVERY_12, "yes", "?", request=request_)))


def test_no_line_with_more_in_it_counts_as_shown() -> None:
    """A date with another sentence behind it is not what the card says."""
    line = "The next one is on Monday 4 May 2026. Ask your clinic first."
    card = card_of([line], ["Every 12 weeks"], [], WORDING)
    assert card == {"read": ["Every 12 weeks."], "shown": [], "ask": None}
