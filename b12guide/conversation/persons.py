"""The words for people whose injections are talked about (`persons.yml`)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def person_words() -> tuple[dict[str, str], dict[str, str], frozenset[str], frozenset[str]]:
    """The name that is kept for each word; the pronoun of each name; who is a child, and who may be one."""
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("persons.yml").read_text(encoding="utf-8"))
    kept: dict[str, str] = {}
    pronoun: dict[str, str] = {}
    for name in ("she", "he", "they"):
        for line in data[name]:
            first, *_ = line.split()
            pronoun[first] = name
            kept |= dict.fromkeys(line.split(), first)
    return kept, pronoun, frozenset(data["child"]), frozenset(data["unsure"])


@lru_cache(maxsize=1)
def person_pattern() -> str:
    """The words as one pattern, the longest first: also "sister in law", whose name has hyphens."""
    return "|".join(sorted(person_words()[0], key=len, reverse=True)).replace("-", "[- ]")


@lru_cache(maxsize=1)
def only_own() -> tuple[str, ...]:
    """Words that are somebody only where they are somebody's own: "my boy"."""
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("persons.yml").read_text(encoding="utf-8"))
    return tuple(data["only_own"])
