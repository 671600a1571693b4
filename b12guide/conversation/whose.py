"""Whose injections a message is about: the writer's, or those of somebody who was named."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from b12guide.conversation.names import names_in, relation

ME, CHILD = "me", "child"
# An age below which somebody is a child, in years.
_ADULT = 18
_AGE = re.compile(
    r"\b(?P<n>\d{1,2})[ -]?(?:y(?:ear)?s?[ -]?old|yo|y/o)\b|\b(?P<months>\d{1,2})[ -]months?[ -]old\b"
    r"|\b(?:aged?|is|shes|hes|she's|he's) (?P<age>\d{1,2})"
    r"(?= *(?:$|[.,;!?]| and\b| years?\b(?! (?:ago|in|into|on|of|since|late)\b)))",
    re.I,
)
_MINE = re.compile(r"\b(?:mine|my own(?: one)?s?|myself|(?:and|now|for|do|with|about|just|only) me|only mine)\b", re.I)
_I = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i'd|my (?:next|last|first|b-?12|injections?|jabs?|shots?|dose|dates?|plan))\b", re.I
)
_HERS, _HIS = re.compile(r"\b(?:hers?|she)\b", re.I), re.compile(r"\b(?:his|him|he)\b", re.I)
_THEIRS = re.compile(r"\b(?:theirs?|them|they)\b", re.I)
# What a message may say beside a person where it only turns to their plan.
_FILLERS = """and so ok okay now what whats what's how about for back to go when whens when's is are am do start
with first the then please again due next one date dates plan s tell me my your their i just only a of on it was still
kept keep saved stored have you got too again"""
_ONLY_TURNS = frozenset(_FILLERS.split())
_TITLES = {"Mr": "he", "Mrs": "she", "Ms": "she", "Miss": "she"}
_WORD = re.compile(r"[a-z0-9']+", re.I)


@dataclass(frozen=True)
class Whose:
    """Whose plan a message is about.

    person: the name that is kept: `ME`, or a word of `persons.yml`. named: whether the message says so itself. child:
    True for somebody who is a child, None where that has to be asked. several: the people whose plans it states at
    once.
    """

    person: str
    named: bool = False
    child: bool | None = False
    several: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], dict[str, str], frozenset[str], frozenset[str]]:
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
def _relation() -> re.Pattern[str]:
    words = "|".join(sorted(_words()[0], key=len, reverse=True))
    # "My friend says ..." tells who said it, "my mum's nurse" whose nurse: neither is whose plan it is.
    telling = "says?|said|told|thinks?|reckons?|asked|drives?|took me"
    # "My mates" are no one person, and "mum's old car" is not about her injections.
    several, things = (
        "mates|friends|patients|clients|neighbours|neighbors|cousins",
        "old|birthday|house|place|car|dog|cat",
    )
    return re.compile(
        rf"\b(?!(?:{several})\b)(?P<who>{words})(?:'?s)?\b(?! (?:{telling}))(?!(?<='s) (?:{things})\b)", re.I
    )


def named_in(text: str, known: Collection[str] = ()) -> list[str]:
    """The people whom a text names, by the names that are kept, in order. `known`: whose plans are kept."""
    plain, kept = text.replace("’", "'"), _words()[0]
    names = names_in(plain, known)
    found = [(start, person) for start, _, person in names]
    for match in _relation().finditer(plain):
        if not any(start <= match.start() < end for start, end, _ in names):
            person = kept[match["who"].lower()]
            # "My sister" is Ann, once she was named so.
            found.append((match.start(), next((one for one in known if relation(one) == person), person)))
    return list(dict.fromkeys(person for _, person in sorted(found)))


def child_named(text: str) -> bool:
    """Whether a text names somebody who is a child."""
    plain = text.replace("’", "'")
    return _is_child(plain, named_in(plain)) is True


def whose(text: str, *, current: str, known: Collection[str], last: str | None) -> Whose:
    """Whose plan a message is about.

    Args:
        text: the message. current: whose plan was spoken of last. known: whose plans are kept.
        last: the person other than the writer who was named last, or None.
    """
    plain = text.replace("’", "'")
    named, mine = named_in(plain, known), _MINE.search(plain) is not None
    child = _is_child(plain, named)
    if mine and named and _states_both(plain):
        return Whose(ME, True, False, (ME, *named))
    if mine:
        return Whose(ME, True)
    if len(named) == 1:
        return Whose(named[0], True, child)
    if len(named) > 1:
        return Whose(named[0], True, child, tuple(named))
    if last is not None and _means(plain, last):
        return Whose(last, True, _is_child("", [last]) if child is False else child)
    if child:
        return Whose(CHILD, True, True)
    if ME in known and len(known) > 1 and _I.search(plain):
        return Whose(ME, True)
    return Whose(current)


def whose_reaction(text: str, person: str, known: Collection[str]) -> list[str]:
    """Whose plans a reaction holds: those of the people named, the writer's where it is theirs; where that is not
    plain, all. `person`: whom the signs are about, as the safety rules see it; `known`: whose plans are kept."""
    named = named_in(text, known)
    if named and person != "self":
        return named
    if person == "self" and (not named or _I.search(text)):
        return [ME] if ME in known or not known or _I.search(text) else [*known]
    return list(dict.fromkeys([*known, ME]))


def without_people(text: str, known: Collection[str] = ()) -> str:
    """`text` with spaces in the place of the words that say whose plan is meant ("12 weeks for dad"): every other word
    stays where it is. `known`: whose plans are kept."""
    text = _without_names(text, known)
    return _whose_words().sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=1)
def _whose_words() -> re.Pattern[str]:
    words = "|".join(sorted(_words()[0], key=len, reverse=True))
    return re.compile(rf"\b(?:(?:for|of|about|with) )?(?:my |our )?(?:(?:{words})(?:['’]?s)?|mine|own)\b", re.I)


def _without_names(text: str, known: Collection[str]) -> str:
    for start, end, _ in names_in(text.replace("’", "'"), known):
        begins = re.search(r"\b(?:for|of|about|with) $", text[:start], re.I)
        ends = re.match(r"['’]s\b", text[end:])
        start, end = begins.start() if begins else start, end + (ends.end() if ends else 0)
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def only_turns(text: str, known: Collection[str] = ()) -> bool:
    """Whether a message only turns to somebody's plan: "and mum?", "what was my own date"."""
    text = _without_names(text, known)
    plain = _relation().sub(" ", _MINE.sub(" ", text.replace("’", "'")))
    plain = _HERS.sub(" ", _HIS.sub(" ", _THEIRS.sub(" ", plain)))
    return all(word.lower() in _ONLY_TURNS for word in _WORD.findall(plain))


def _means(text: str, last: str) -> bool:
    """Whether a pronoun of the text fits the person named last."""
    pronoun = _TITLES.get(last.split()[0]) or _words()[1].get(relation(last), "they")
    fits = {"she": _HERS, "he": _HIS}.get(pronoun)
    return any(one.search(text) for one in ((fits,) if fits else (_HERS, _HIS, _THEIRS)))


def _states_both(text: str) -> bool:
    """Whether a text tells how often two people have theirs, or when each had one."""
    if re.search(r"\b(?:had|has) (?:hers|his|theirs)\b", text, re.I) and re.search(
        r"\b(?:had|have) mine\b", text, re.I
    ):
        return True
    return len(re.findall(r"\b(?:every|weekly|monthly|fortnightly|daily)\b", text, re.I)) > 1


def _is_child(text: str, named: list[str]) -> bool | None:
    _, _, children, unsure = _words()
    ages = [match["n"] or match["age"] for match in _AGE.finditer(text) if not match["months"]]
    if any(match["months"] for match in _AGE.finditer(text)) or any(age and int(age) < _ADULT for age in ages):
        return True
    words = {relation(person) for person in named}
    if children & words:
        return True
    if any(age and int(age) >= _ADULT for age in ages):
        return False
    return None if unsure & words else False
