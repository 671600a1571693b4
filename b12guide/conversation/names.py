"""People by their names: "Mrs K", "my sister Ann", "resident 4". A name is taken only where the sentence makes a person
of it, or where that person's plan is kept; a word with a capital is none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from b12guide.at_hand import at_hand

# How many times people are looked for in one message: who goes on naming them tells of nobody.
MOST_NAMED = 24
_NAME = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_TITLE = re.compile(
    r"\b(?:(?P<title>[Mm]rs?|[Mm]s|[Mm]x)\.? (?P<name>[A-Za-z]+)|Miss (?P<miss>[A-Z][a-z]*))(?!-?\w)"
    r"(?! (?:says?|said|told|thinks?|reckons?))"
)
_NUMBERED = re.compile(r"\b(?P<what>[Rr]esident|[Pp]atient|[Cc]lient|[Ss]ervice user) (?P<which>\d{1,3}|[A-Z])\b(?!')")
# "Ann had hers on ...", "Ann has her B12 every ...".
_HAS = re.compile(
    rf"\b(?P<name>{_NAME}) (?:has |had |is having |gets |got |takes |gives ){{1,3}}"
    r"(?:hers|his|theirs|(?:her|his|their) (?:last|next|b-?12|injections?|jabs?|shots?))\b",
    re.I,
)
# "A plan for Ann", "and for Ann: every 8 weeks".
_FOR = re.compile(
    rf"(?:\b[Pp]lan|\b[Dd]ates?|\b[Ii]njections?|\b[Jj]abs?|\b[Ss]hots?|\bB12"
    rf"|^(?:[Aa]nd |[Nn]ow |[Oo][Kk],? |[Ss]o ){{0,8}})"
    rf"(?:\b| )[Ff]or (?P<name>{_NAME})(?=[.,;:!?]|$|'s| (?:every|too|as well|please|had|has|last|and))"
)


@lru_cache(maxsize=1)
def _said_as() -> frozenset[str]:
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("persons.yml").read_text(encoding="utf-8"))
    return frozenset(data["said_as"])


@lru_cache(maxsize=1)
def _data() -> tuple[dict[str, str], frozenset[str], re.Pattern[str]]:
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("persons.yml").read_text(encoding="utf-8"))
    kept = {word: line.split()[0] for group in ("she", "he", "they") for line in data[group] for word in line.split()}
    words = "|".join(sorted(kept, key=len, reverse=True))
    related = re.compile(
        rf"\b(?i:my|our) (?:(?i:twin|older|younger|big|little|eldest|youngest|other) ){{0,8}}"
        rf"(?:(?P<who>(?i:{words}|twin)) (?P<name>{_NAME})\b(?! (?i:says?|said|told|thinks?|reckons?)\b)"
        # Without a capital it is a name where it has its injections: "my husband ron has his every 8 weeks".
        rf"|(?P<who2>(?i:{words}|twin)) (?P<name2>[a-z]{{3,14}})(?= (?:has|had|gets|got|takes) (?:his|hers|theirs"
        r"|(?:(?:his|her|their|a|the) )?(?:b-?12|injections?|jabs?|jags?|shots?))\b))"
    )
    return kept, frozenset(data["no_names"].split()), related


def called_in(text: str, people: Collection[str]) -> dict[str, str]:
    """The word by which each of `people` is called in a text, where it is one to say back: {"mum": "mam"}."""
    kept, said_as = _data()[0], _said_as()
    words = [word for word in re.findall(r"[a-z]+", text.lower()) if word in said_as]
    return {kept[word]: word for word in words if kept.get(word) in people}


def is_name(person: str) -> bool:
    """Whether a person is kept by name and not as a relative ("mum")."""
    return person != person.lower() or any(sign.isdigit() for sign in person)


def names_in(text: str, known: Collection[str] = ()) -> list[tuple[int, int, str]]:
    """The people named in a text: where each name begins and ends, and the name that is kept: "Mrs K", "sister Ann".

    Args:
        text: the message, with straight apostrophes. known: whose plans are kept: their names count in any place.
    """
    return list(_named(text, known=tuple(known)))


@at_hand(64)
def _named(text: str, *, known: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    found = sorted([*_told(text), *_known(text, known)], key=lambda one: one[0])[:MOST_NAMED]
    # The longer form of a name first: "my sister Ann", and then "Ann".
    people = [*known, *sorted((person for *_, person in found), key=len, reverse=True)]
    by_place: dict[int, tuple[int, int, str]] = {}
    for start, end, person in found:
        same = next(one for one in people if called(one).lower() == called(person).lower())
        if not any(a < end and start < b for a, b, _ in by_place.values()):
            by_place[start] = (start, end, same)
    return tuple(by_place[start] for start in sorted(by_place))


def _told(text: str) -> Iterator[tuple[int, int, str]]:
    kept, no_names, related = _data()
    for match in _TITLE.finditer(text):
        name = match["name"] or match["miss"]
        if name.lower() in no_names:
            continue
        yield match.start(), match.end(), f"{(match['title'] or 'miss').capitalize()} {name.capitalize()}"
    for match in _NUMBERED.finditer(text):
        yield match.start(), match.end(), f"{match['what'].lower()} {match['which']}"
    for match in related.finditer(text):
        who, name = kept.get((match["who"] or match["who2"]).lower()), match["name"] or match["name2"].capitalize()
        if name.lower() not in no_names | set(kept):
            yield match.start(), match.end(), f"{who} {name}" if who else name
    for pattern in (_HAS, _FOR):
        for match in pattern.finditer(text):
            name = match["name"]
            if name[0].isupper() and name.lower() not in no_names | set(kept):
                yield match.start("name"), match.end("name"), name


def _known(text: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    for person in known:
        if is_name(person):
            words = r"\.? ".join(re.escape(word) for word in called(person).split())
            for match in re.finditer(rf"\b{words}(?:'?s)?\b(?! (?:says?|said|told|thinks?|reckons?)\b)", text, re.I):
                yield match.start(), match.end(), person


def called(person: str) -> str:
    """By which words somebody is known: of "sister Ann" the name alone."""
    first, _, rest = person.partition(" ")
    return rest if rest and first in _data()[0].values() and not rest[0].isdigit() and len(rest) > 1 else person


def relation(person: str) -> str:
    """The relative's word of a person kept with it: "sister" of "sister Ann"; else the person as kept."""
    return person.removesuffix(f" {called(person)}") if called(person) != person else person


def said_back(person: str) -> str:
    """A person in an answer: "your mum", "your sister Ann", "Mrs K", "resident 4"."""
    return person if is_name(person) and relation(person) == person else f"your {person}"


def said_by(person: str) -> str:
    """A person in the words of a button: "My mum", "Mrs K"."""
    named = is_name(person) and relation(person) == person
    return person[:1].upper() + person[1:] if named else f"My {person}"
