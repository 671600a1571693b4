"""The corpus: what people write, and what it is read as. One runner for all of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import plan_compact
import pytest
import yaml

from b12guide.plan import plan, read

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.yml"))


class _Loader(yaml.SafeLoader):
    """Refuses a phrase that stands twice in a file, which YAML would pass over."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = {k for k in keys if keys.count(k) > 1}
    if twice:
        raise ValueError(f"{node.start_mark.name} line {node.start_mark.line + 1}: twice in it: {sorted(twice)}")
    return dict(zip(keys, (loader.construct_object(value, deep=True) for _, value in node.value), strict=True))


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _cases() -> list[Any]:
    found = []
    for path in CORPUS:
        group = yaml.load(path.read_text("utf-8"), _Loader)
        found += [
            pytest.param(text, expected, group["today"], id=f"{path.stem}: {text[:60]}")
            for text, expected in group["cases"].items()
        ]
    return found


CASES = _cases()


@pytest.mark.parametrize(("text", "expected", "today"), CASES)
def test_phrase_is_read_as_the_corpus_says(text: str, expected: str, today: date) -> None:
    """Every phrase gives its status, its question, its phases and its dates."""
    assert plan_compact.reading(read(text, today=today)) == expected


def test_corpus_holds_every_phrase_once() -> None:
    """No phrase stands in two groups, whatever its capitals and blanks."""
    texts = [re.sub(r"\s+", " ", case.values[0].strip().lower()) for case in CASES]
    assert sorted(t for t in set(texts) if texts.count(t) > 1) == []


def test_corpus_is_large_and_says_no_often() -> None:
    """At least 800 phrases, of which at least 100 are no plan and at least 200 are asked about."""
    expected = [str(case.values[1]) for case in CASES]
    assert len(expected) >= 800
    assert sum(e.startswith("not_a_plan") for e in expected) >= 100
    assert sum(e.startswith("ask") for e in expected) >= 200


def test_no_phrase_that_is_asked_about_gets_a_date() -> None:
    """A phrase that asks, or that is no plan, has no dates, whatever anchor comes with it."""
    dated = [
        text
        for text, expected, today in (case.values for case in CASES)
        if str(expected).startswith(("ask interval", "ask unread", "ask count", "ask product", "not_a_plan"))
        and (plan(text, today=today, first=today).next or plan(text, today=today, last=today).next)
    ]
    assert dated == []


def test_a_phrase_that_stands_twice_is_refused() -> None:
    """The loader of the corpus names a phrase that was written down twice."""
    with pytest.raises(ValueError, match="twice in it: \\['weekly'\\]"):
        yaml.load('cases:\n  "weekly": "ok: 1wk"\n  "weekly": "ok: 2wk"\n', _Loader)
