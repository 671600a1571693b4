"""Rules that cannot match a text are not tried on it; every other one is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from b12guide.plan.reading.grammar import DATES, RULES, names_date, rules_for
from b12guide.plan.reading.lexer import lex
from b12guide.plan.reading.possible import Possible, needed

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.yml"))


@pytest.mark.parametrize(
    ("expression", "pieces"),
    [
        (r"every other day", {"every other day"}),
        (r"(?<= )(?:daily|weekly)(?= )", {"daily", "weekly"}),
        (r"(?:on )?(?:the )?(?P<n>\d+) weeks?", {" week"}),
        (r"\d+(?: mg)?", set()),
        (r"(?:daily|\d+) x", {" x"}),
        (r"(?:daily|\d+)", set()),
        (r"(?:now ){1,6}then", {"now "}),
        (r"(?:now ){0,6}then", {"then"}),
        (r"\x00+ (?:am|be)", {"am", "be"}),
        (r"until(?= \x00)", {"until"}),
        (r"(?!never)(?<!not )every", {"every"}),
    ],
)
def test_pieces_of_which_each_match_has_one(expression: str, pieces: set[str]) -> None:
    """What is optional, repeated no times, looked at or struck out is not needed."""
    assert needed(expression) == pieces


def test_only_what_may_match_is_tried() -> None:
    """An expression without the words that it needs is left out; one that needs none stays."""
    weekly, number = re.compile("weekly|monthly"), re.compile(r"\d+")
    possible = Possible([weekly, number])
    assert possible.within(" 12 monthly ") == 0b11
    assert possible.within(" 12 daily ") == 0b10


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_no_rule_that_matches_is_left_out(path: Path) -> None:
    """Of all that the corpus says, every rule that matches is among those tried, and so is every date."""
    for text in yaml.safe_load(path.read_text("utf-8"))["cases"]:
        canon = lex(text).canon
        tried = {pattern for rules in rules_for(canon) for pattern, _ in rules}
        matching = {pattern for rules in RULES for pattern, _ in rules if pattern.search(canon)}
        assert matching <= tried, text
        assert names_date(canon) == any(pattern.search(canon) for pattern in DATES), text


def test_few_rules_are_tried_on_what_tells_of_no_plan() -> None:
    """A text without words of the grammar costs nearly no rule."""
    tried = sum(len(rules) for rules in rules_for(lex("my tongue is sore").canon))
    assert tried < sum(map(len, RULES)) / 5
