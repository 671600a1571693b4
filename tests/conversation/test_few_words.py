"""A wish for few words: when it is one, and that it takes no action away."""

from __future__ import annotations

import re
import sre_constants
import sre_parse

import pytest

from b12guide.conversation.few_words import in_few_words
from b12guide.shared import content
from b12guide.understanding import few_words
from b12guide.understanding.few_words import few_words_wanted, without_wish, yes_or_no_wanted
from tests.bounds.test_readers_are_linear import repeated

# Words of a sentence that tells somebody to do something, or to leave it.
MUST_STAY = re.compile(
    r"\b(?:call|never|must|nobody|advice|today|do not)\b|\{(?:emergency|urgent)\}|\bneeds? (?:it|advice|help|to)\b",
    re.I,
)


def test_no_action_is_lost() -> None:
    """In each wording of each answer, a sentence that says what to do, or never to do, stands also in few words."""
    lost = [
        (question.id, sentence)
        for question in content().questions.values()
        for text in (question.answer, question.carer, question.again)
        if text
        for sentence in re.split(r"(?<=[.!?])\s+", text.strip())
        if MUST_STAY.search(sentence) and sentence not in in_few_words(text)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("too long", True),
        ("sorry, that's way too long", True),
        ("your answers are too long. what does b12 do?", True),
        ("one line please", True),
        ("keep it short: can i swim after it?", True),
        ("tell me everything about it", False),
        ("that's too long, I feel awful by week 8", None),
        ("Still too long for me, can I have it sooner", None),
        ("12 weeks, too long for me. My feet are numb again", None),
        ("is three months too long?", None),
    ],
)
def test_when_few_words_are_wanted(text: str, wanted: bool | None) -> None:
    """An answer may be too long, and so may a gap."""
    assert few_words_wanted(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tell me yes or no, can I drink wine?", True),
        ("is it safe with metformin? yes or no", True),
        ("a simple yes or no will do: can i have it today", True),
        ("can I fly yes or no", True),
        ("Just a yes/no please. Is it for life?", True),
        ("they said yes or no depends on my doctor", False),
        ("is it yes", False),
        ("can I say no to it", False),
        ("do I tick yes or no on the form", False),
    ],
)
def test_when_a_yes_or_a_no_is_wanted(text: str, wanted: bool) -> None:
    """For this answer alone: no more than the words of it are few."""
    assert yes_or_no_wanted(text) is wanted
    assert few_words_wanted(text) is None


def test_what_stands_beside_the_wish_is_heard() -> None:
    """The wish is cut out, and what is asked beside it is left."""
    assert without_wish("keep it short, can i swim after my injection") == "can i swim after my injection"
    assert without_wish("12 weeks is too long for me") == "12 weeks is too long for me"


def test_the_wish_is_looked_for_in_the_time_of_the_text() -> None:
    """Nothing between its words repeats without end: from each of many line ends the rest would be read anew."""
    found = [value for value in vars(few_words).values() if isinstance(value, re.Pattern)]
    assert found
    endless = [list(body) for one in found for body in repeated(sre_parse.parse(one.pattern, one.flags))]
    # A word between two others ends where it ends.
    word = (sre_constants.IN, [(sre_constants.CATEGORY, sre_constants.CATEGORY_WORD)])
    assert [body for body in endless if body != [word]] == []
