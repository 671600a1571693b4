"""What strangers write costs time that grows with its length, not its square: calls are counted, nothing is timed."""

from __future__ import annotations

import re
import sre_constants
import sre_parse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from b12guide import plan, shared
from b12guide.plan.reading.grammar import RULES
from b12guide.plan.reading.scan import MOST_ELEMENTS, MOST_LOOKED_AT
from b12guide.understanding import plan_request, scope
from b12guide.understanding.intent_model import normalise
from b12guide.understanding.sentences import Said
from b12guide.understanding.subject import subject

TODAY = date(2026, 11, 20)
READERS: dict[str, Callable[[str], object]] = {
    "rules": shared.triage,
    "help": shared.help_is_here,
    "subject": subject,
    "plan": lambda text: plan.read(text, today=TODAY),
    "date": lambda text: plan.read_date(text, today=TODAY),
    "about": plan.about,
    "sentences": Said.of,
    "n-grams": normalise,
}
MOTIFS = [
    "eow ", "qod ", "every 2 weeks ", "12 weekly ", "then monthly, ", "why, ", "why? ", "if , ", "3/12 ", "1/1 ",
    "1 jan ", "yesterday ", "the ", "1 ", "! ", "!", "(", "x'", "when is the next ", "how many ", "and, ",
    "no chest pain, ", "i read about a stroke ", "never had seizures or ", "is gone and my chest hurts ",
    "wrd", "b ", "level 12 low ",
]  # fmt: skip


def operations(read: Callable[[str], object], text: str) -> int:
    """How many functions are called to read a text for the first time."""
    count = 0

    def note(_frame: Any, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    shared.forget_texts()
    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("motif", MOTIFS)
def test_twice_the_text_is_about_twice_the_work(name: str, motif: str) -> None:
    """A text of double length takes no more than about double the calls."""
    read = READERS[name]
    read("every 12 weeks")
    one, two = (operations(read, (motif * length)[:length]) for length in (1_500, 3_000))
    assert two < 2.6 * one + 300


def repeated(parsed: Any) -> Iterator[Any]:
    """What an expression repeats without end."""
    for kind, value in parsed:
        if kind in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
            _, most, body = value
            if most == sre_constants.MAXREPEAT:
                yield body
            yield from repeated(body)
        elif kind == sre_constants.SUBPATTERN:
            yield from repeated(value[3])
        elif kind == sre_constants.BRANCH:
            for branch in value[1]:
                yield from repeated(branch)
        elif kind in (sre_constants.ASSERT, sre_constants.ASSERT_NOT):
            yield from repeated(value[1])


@pytest.mark.parametrize("expression", [pattern.pattern for group in RULES for pattern, _ in group])
def test_no_rule_repeats_words_without_end(expression: str) -> None:
    """Only single characters may repeat without end: a row of words would be read anew from each of them."""
    assert [body for body in repeated(sre_parse.parse(expression)) if len(body) != 1] == []


def test_no_request_looks_for_the_end_of_a_line_twice() -> None:
    """Nothing between two words is matched by an expression without end."""
    found = [value for value in vars(plan_request).values() if isinstance(value, re.Pattern)]
    found += [one for _, words in plan_request.ASKED for one in words._all] + [scope.RESULT_ASKED]
    endless = [body for one in found for body in repeated(sre_parse.parse(one.pattern, one.flags)) if body]
    assert sre_constants.ANY not in {body[0][0] for body in endless}


@pytest.mark.parametrize(("count", "status"), [(1, "ok"), (20, "ask"), (100, "ask"), (200, "ask")])
def test_a_row_of_dates_behind_a_number_is_read(count: int, status: str) -> None:
    """What was struck out between a number and its word is passed over in one way, not in every way."""
    assert plan.read("weekly for 7 " + "yesterday " * count, today=TODAY).status == status


@pytest.mark.parametrize(("words", "most"), [("every 2 weeks ", MOST_ELEMENTS), ("the 3rd ", MOST_LOOKED_AT)])
def test_more_than_is_read_is_asked_about(words: str, most: int) -> None:
    """A text with more schedules, or more places to look at, than any plan has is not read by half."""
    found = plan.read(words * (most + 1), today=TODAY)
    assert (found.status, found.phases, [question.about for question in found.questions]) == ("ask", (), ["unread"])
