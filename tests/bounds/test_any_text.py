"""No text makes a reader raise, and words of an emergency beside any other text are still read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide import plan, shared
from b12guide.plain_text import harmless
from b12guide.plan.talk.days import days_away, given_day
from b12guide.understanding.intent_model import normalise
from b12guide.understanding.ngrams import NGrams
from b12guide.understanding.plan_request import request_in
from b12guide.understanding.sentences import Said
from b12guide.understanding.subject import subject
from tests.thorough import examples

TODAY = date(2026, 11, 20)
READERS: list[Callable[[str], object]] = [
    shared.triage,
    shared.help_is_here,
    shared.clinic_agreed,
    subject,
    plan.about,
    lambda text: plan.plan(text, today=TODAY),
    lambda text: plan.read_date(text, today=TODAY),
    lambda text: days_away(text, today=TODAY),
    lambda text: given_day(text, today=TODAY),
    request_in,
    Said.of,
    normalise,
    NGrams("char_wb", (3, 5), least=1).cut,
    harmless,
]
SETTINGS = settings(max_examples=examples(80), deadline=None)
NESTED = st.recursive(
    st.text(max_size=5), lambda inner: st.tuples(st.sampled_from(["()", "[]", "''", '""', "x'"]), inner).map(
        lambda pair: pair[0][0] + pair[1] + pair[0][1]
    ), max_leaves=40,
)  # fmt: skip
# NUL, halves of characters, marks that stand on another letter, other directions, signs that unfold to many letters.
CHARACTERS = (
    "aA1 \n\t\x00\x1c\ud800\udfff.,?!;:()[]-/'\"&*+\u00b4\u2019\u0301\u202e\u200b"
    "\ufdfa\u33af\u00bd\u0130\u4e2d\u0645\U0001fa78\u2167\u0663\u00b2\ufeff\u2028\u2026"
)
EMERGENCY = "I can't breathe and my throat is closing"


def read_by_all(text: str) -> None:
    """Every reader of a turn, as if the text were new."""
    shared.forget_texts()
    for read in READERS:
        read(text)


@SETTINGS
@given(st.one_of(st.text(max_size=300), NESTED))
def test_any_text_is_read(text: str) -> None:
    """Whatever is written, however it is nested."""
    read_by_all(text)


@pytest.mark.parametrize("character", CHARACTERS)
def test_a_text_of_one_character_is_read(character: str) -> None:
    """As many as are accepted, in a row, apart, and between letters."""
    for text in (character * 16_000, f"{character} " * 2_000, f"x{character}" * 2_000):
        read_by_all(text)


@pytest.mark.parametrize(
    "text", ["x" + "'x" * 300, "'" * 300 + "x", "(" * 3_000, "x" + "'n't" * 5_000, "\u2019x" * 8_000]
)
def test_nested_quotes_and_brackets_are_read(text: str) -> None:
    """Deep nesting is a row of words, and no reader calls itself for it."""
    read_by_all(text)


@pytest.mark.parametrize(
    "beside", ["x" + "'x" * 300, "[" * 2_000, "\x00" * 500, "\ud800" * 50, "\u0301" * 500, "\u202e", "\ufdfa" * 200]
)
@pytest.mark.parametrize("before", [True, False])
def test_an_emergency_beside_it_is_read(beside: str, before: bool) -> None:
    """The words before such a text and those behind it give their card."""
    text = f"{EMERGENCY} {beside}" if before else f"{beside} {EMERGENCY}"
    assert shared.triage(text).level == "emergency"


@pytest.mark.parametrize(
    "words", ["every 12 weeks for 99999999999 days", "0/0/0000", "end of january 0000", "in 999 years", "31/31/9999"]
)
def test_numbers_of_no_calendar_are_read(words: str) -> None:
    """A date that cannot be is no error."""
    read_by_all(f"first one {words}, every 12 weeks")
