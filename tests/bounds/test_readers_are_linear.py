"""What strangers write costs time that grows with its length, not its square: calls are counted, nothing is timed."""

from __future__ import annotations

import re
import sre_constants
import sre_parse
from collections.abc import Callable, Iterator
from cProfile import Profile
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from b12guide import conversation, diary, plan, shared
from b12guide.conversation import State, decide, names, places, whose
from b12guide.plan import dialogue, reading, talk
from b12guide.plan.reading.grammar import DOUBTS, RULES
from b12guide.plan.reading.scan import MOST_ELEMENTS, MOST_LOOKED_AT
from b12guide.plan.talk.message import Phrases
from b12guide.understanding import Act, Understanding, Verdict, plan_request, scope
from b12guide.understanding.acts import PLAN, REQUEST
from b12guide.understanding.intent_model import normalise
from b12guide.understanding.sentences import Said
from b12guide.understanding.subject import subject

TODAY = date(2026, 11, 20)
WHO = dialogue.Who(TODAY, "GB", "Europe/London")


def decided(text: str) -> object:
    """What is done about a text as one about the plan, where the writer's is known."""
    told = dialogue.turn(
        None, "every 12 weeks, last one 5 October 2026", request="regimen", who=WHO,
        wording=shared.plan_wording(), new_key=lambda: "key",
    )  # fmt: skip
    assert told is not None
    said = Understanding(text, Verdict(), Act(PLAN, details=((REQUEST, "state"),)))
    return decide(said, State(plans={"me": told.state}), WHO)


READERS: dict[str, Callable[[str], object]] = {
    "rules": shared.triage,
    "help": shared.help_is_here,
    "subject": subject,
    "plan": lambda text: plan.read(text, today=TODAY),
    "date": lambda text: plan.read_date(text, today=TODAY),
    "about": plan.about,
    "sentences": Said.of,
    "n-grams": normalise,
    "talk": decided,
}
MOTIFS = [
    "eow ", "qod ", "every 2 weeks ", "12 weekly ", "then monthly, ", "why, ", "why? ", "if , ", "3/12 ", "1/1 ",
    "1 jan ", "yesterday ", "the ", "1 ", "! ", "!", "(", "x'", "when is the next ", "how many ", "and, ",
    "no chest pain, ", "i read about a stroke ", "never had seizures or ", "is gone and my chest hurts ",
    "wrd", "b ", "level 12 low ", "only ", "every last ", "what if ", "had it ", "my mum ", "no it was ",
]  # fmt: skip


def operations(read: Callable[[str], object], text: str) -> int:
    """How many functions are called to read a text for the first time."""
    counter = Profile()
    shared.forget_texts()
    counter.enable()
    try:
        read(text)
    finally:
        counter.disable()
    return sum(function.callcount for function in counter.getstats())


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("motif", MOTIFS)
def test_twice_the_text_is_about_twice_the_work(name: str, motif: str) -> None:
    """A text of double length takes no more than about double the calls."""
    read = READERS[name]
    short, long = ((motif * length)[:length] for length in (1_500, 3_000))
    # What is compiled when it is first needed is compiled by then.
    read(long)
    one, two = operations(read, short), operations(read, long)
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


def letters(parsed: Any) -> bool:
    """Whether a letter stands in an expression by itself, as the letters of a word do."""
    for kind, value in parsed:
        if kind == sre_constants.LITERAL and chr(value).isalpha():
            return True
        parts: list[Any] = []
        if kind == sre_constants.SUBPATTERN:
            parts = [value[3]]
        elif kind in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
            parts = [value[2]]
        elif kind == sre_constants.BRANCH:
            parts = value[1]
        if any(letters(part) for part in parts):
            return True
    return False


def expressions() -> dict[str, re.Pattern[str]]:
    """Every expression that the readers of plans, of the talk about them and of the diary keep, by module and name."""
    found: dict[str, Any] = {"rules": [pattern for group in RULES for pattern, _ in group], "doubts": DOUBTS}
    found["people"] = [
        *(places.relation_pattern(denied, telling) for denied in (False, True) for telling in (False, True)),
        whose._whose_words(),
        names._data()[2],
    ]
    for package in (conversation, diary, reading, talk):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            held = vars(import_module(module.name))
            found |= {f"{module.name}.{name}": value for name, value in held.items()}
    return {f"{name}[{place}]": one for name, value in found.items() for place, one in enumerate(patterns(value))}


def patterns(value: Any) -> Iterator[re.Pattern[str]]:
    """The expressions in a value that a module keeps."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Phrases):
        yield value._pattern
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from patterns(one)
    elif isinstance(value, dict):
        yield from patterns(list(value.values()))


EXPRESSIONS = expressions()


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_no_expression_repeats_words_without_end(name: str) -> None:
    """Only single characters may repeat without end: a row of words would be read anew from each of them, or in as many
    ways as they can be joined."""
    parsed = sre_parse.parse(EXPRESSIONS[name].pattern, EXPRESSIONS[name].flags)
    assert [body for body in repeated(parsed) if body.getwidth()[0] > 1 and letters(body)] == []


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
