"""Whose injections a message is about: the writer's, or those of somebody who was named."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from b12guide.at_hand import at_hand
from b12guide.conversation.names import MOST_NAMED, names_in, relation
from b12guide.conversation.patients import (
    asked_beside_mine,
    before,
    claims_beside_child,
    first_person,
    own,
    treated,
    without_clinic,
    without_emphasis,
    without_not_mine,
)
from b12guide.understanding.children import by_adult

ME, CHILD = "me", "child"
# An age below which somebody is a child, in years.
_ADULT = 18
_AGE = re.compile(
    r"\b(?P<n>\d{1,2})[ -]?(?:y(?:ear)?s?[ -]?old|yo|y/o)\b(?! \w+ is \w+ing)|\b(?P<months>\d{1,2})[ -]months?[ -]old\b"
    r"|(?:\baged? |(?<!\w)(?<!\w['-])(?P<of>\w[\w'-]{0,29}?)(?:'s|s| is| are) (?:only )?"
    r"|\b(?P<who>\w+) \()(?P<age>\d{1,2})"
    r"(?= *(?:$|[.,;!?)]| and\b| years?\b(?! (?:ago|in|into|on|of|since|late)\b)))",
    re.I,
)
# "I am 63 years old": the age of who writes.
_I_AM = re.compile(
    r"\b(?:i'?m|i am|im|i turn(?:ed)?|i'll be)(?: (?:only|just|nearly|almost|already|about|over|an?|now)){0,2} $", re.I
)
# What says without an age that somebody is none, or is one.
_GROWN = re.compile(
    r"\b(?:an? adult|adults?|grown[ -]?up|all grown|over (?:18|eighteen)|of age|retired|a pensioner"
    r"|in (?:her|his|their) (?:late |early |mid[ -]?)?"
    r"(?:\d0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties))\b",
    re.I,
)
_NOT_GROWN = re.compile(
    r"\b(?:(?:not|isn't|aren't|wasn't|no|isnt|hardly) (?:yet )?(?:an? )?(?:adult|grown[ -]?up)"
    r"|still (?:at|in) (?:primary |secondary |high |middle )?school"
    r"|(?:just |only |still )?an? (?:child|minor|kid|baby|teenager)|under (?:18|age|eighteen))\b",
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
kept keep saved stored have you got too again n an"""
# What says that the plan just told is somebody's, and what may stand beside that.
_PUTS_RIGHT = re.compile(
    r"\b(?:i (?:mean|meant)|(?:it|that|this)(?:'?s| is| was)|(?:they|these|those)(?:'?re| are| were)"
    r"|not (?:for )?(?:me|mine|my)|asking (?:for|about)|on behalf of|for my|should(?:'ve| have)? said)\b",
    re.I,
)
_PUTS_RIGHT_WORDS = """i i'm im am mean meant it its it's that that's thats this is was they they're these those are
were not for me mine asking about on behalf of should've should have said no oh sorry oops wait hang yes yeah ah um but
and actually all my our the by way btw plan dates date one ones injection injections jab jabs shot shots b12 schedule s
just though please dear love mate here a"""
_ONLY_PUTS_RIGHT = frozenset(_PUTS_RIGHT_WORDS.split())
_ONLY_TURNS = frozenset(_FILLERS.split())
_TITLES = {"Mr": "he", "Mrs": "she", "Ms": "she", "Miss": "she"}
_WORDS = re.compile(r"\w+")
_OF, _OWNS = re.compile(r"\b(?:for|of|about|with) $", re.I), re.compile(r"['’]s\b")
_WORD = re.compile(r"[a-z0-9']+", re.I)


NOT_BEFORE = r"(?<!\bnot a )(?<!\bnot my )(?<!\bnot for my )(?<!\bnot the )(?<!\bno )"


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
def _beginnings() -> frozenset[str]:
    """The first words of those for somebody, without an "s" at the end: so many words of a text need a look."""
    return frozenset(re.split(r"\W", word)[0].removesuffix("s") for word in _words()[0])


# Words right before those of `only_own`; and what makes a "mate" at the very start one who is spoken to: "mate got my
# b12 late".
_OWNING = "my|our|my good|our good|wee|little|young|younger|older|big|eldest|youngest"
_FIRST_PERSON = "(?:i|i'm|i've|im|ive|my|mine|me)"


@lru_cache(maxsize=2)
def _relation(denied: bool = False) -> re.Pattern[str]:
    """The word of somebody; `denied`: also behind "not my"."""
    words = "|".join(sorted(_words()[0], key=len, reverse=True))
    # "My friend says ..." tells who said it, "my mum's nurse" whose nurse: neither is whose plan it is.
    own = "|".join(_only_own())
    telling = "says?|said|told|thinks?|reckons?|asked|drives?|took me"
    # "My mates" are no one person, and "mum's old car" is not about her injections.
    several, things = (
        "mates|friends|patients|clients|neighbours|neighbors|cousins|boys|lads|girls|lasses",
        "old|birthday|house|place|car|dog|cat",
    )
    # "Ma last one" is my last one.
    verbs = "(?:has|had|is|was|gets?|needs?|takes?|goes|due|does|should|can|will|who)"
    # "Thanks mate", "be patient" and "not a friend" name nobody.
    common, whose_one = (
        "friend|mate|patient|client",
        "my|our|a|an|her|his|the|this|that|one|best|old|other|next|another",
    )
    return re.compile(
        rf"{'' if denied else NOT_BEFORE}\b(?!(?:{several})\b)"
        rf"(?!ma'?am\b)(?!(?<!\bmy )(?<!\bour )(?<!\bme )(?<!\byour )ma (?!{verbs}\b))"
        rf"(?P<who>(?!(?:{common}|{own})s?\b)(?:{words})|{_after(whose_one, common)}|{_behind(_OWNING)}(?:{own}))"
        rf"(?:'?s)?\b(?! (?:{telling}))(?!(?<='s) (?:{things})\b)",
        re.I,
    )


def _after(words: str, persons: str) -> str:
    """Persons right behind one of some words, which are no part of what is found; "I am a patient" is the writer."""
    start = rf"(?<![\s\S])(?!(?:{persons})(?:,| (?:[\w']+ ){{0,2}}{_FIRST_PERSON}\b))"
    return rf"(?<!\bam a )(?<!i'm a )(?<!\bim a )(?<!\bas a )(?:{_behind(words)}|{start})(?:{persons})(?! with\b)"


def _behind(words: str) -> str:
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split("|")) + ")"


@lru_cache(maxsize=1)
def _only_own() -> tuple[str, ...]:
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("persons.yml").read_text(encoding="utf-8"))
    return tuple(data["only_own"])


# Words before "my friend" that make somebody of it: "for my friend?", "is my friend".
_SOMEBODY = [
    "for",
    "of",
    "with",
    "about",
    "to",
    "from",
    "by",
    "and",
    "or",
    "is",
    "was",
    "are",
    "does",
    "did",
    "do",
    "has",
    "have",
    "had",
    "can",
    "will",
    "would",
    "should",
    "gave",
    "give",
    "ask",
    "asked",
    "told",
    "tell",
    "help",
    "like",
    "than",
    "it's",
    "its",
    "not",
    "meant",
    "mean",
    "as",
    "when",
    "if",
    "because",
    "what",
    "how",
]
_FRIEND = re.compile(r"friend|mate", re.I)
# A friend who is spoken to: "yes or no my friend", "hello my friend, ..."; never at the very start.
_SPOKEN_TO = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _SOMEBODY)
    + r"(?<=[\w,.!?] )my (?:dear |good )?(?:friend|mate)(?=\W*(?:$|[.,;:!?]))",
    re.I,
)


def without_spoken_to(text: str) -> str:
    """`text` with spaces in the place of whom it is spoken to: every other word stays where it is."""
    if _FRIEND.search(text) is None:
        return text
    return _SPOKEN_TO.sub(lambda match: " " * len(match[0]), text)


def named_in(text: str, known: Collection[str] = (), *, denied: bool = False) -> list[str]:
    """The people whom a text names, by the names that are kept, in order. `known`: whose plans are kept;
    `denied`: also who has nothing to do with it."""
    return list(dict.fromkeys(person for _, _, person in places_in(text.replace("’", "'"), known, denied=denied)))


def speaks_of_them(text: str) -> bool:
    """Whether a text has a word that stands for somebody else: "can I get it for her"."""
    return _HERS.search(text) is not None or _HIS.search(text) is not None


def treated_in(text: str, known: Collection[str] = ()) -> list[str]:
    """Those of the people whom a text names who have the injections that it is about, in order."""
    return list(dict.fromkeys(person for _, person in _treated(text.replace("’", "'"), known)))


def places_in(text: str, known: Collection[str], *, denied: bool = False) -> list[tuple[int, int, str]]:
    """Where each person is named in a text with straight apostrophes, from where to where, and the name kept; `denied`:
    also who has nothing to do with it."""
    text = without_spoken_to(text)
    kept, names = _words()[0], names_in(text, known)
    found = [*names]
    relation_of, begins = _relation(denied), _beginnings()
    for word in _WORDS.finditer(text):
        match = relation_of.match(text, word.start()) if word[0].lower().removesuffix("s") in begins else None
        if match and not any(start <= match.start() < end for start, end, _ in names):
            person = kept[match["who"].lower()]
            # "My sister" is Ann, once she was named so.
            person = next((one for one in known if relation(one) == person), person)
            found.append((match.start(), match.end("who"), person))
        if len(found) >= MOST_NAMED:
            break
    return sorted(found)


def _treated(text: str, known: Collection[str]) -> list[tuple[int, str]]:
    children, adult, first = _words()[2], by_adult(text), first_person(text)
    return [
        (start, person)
        for start, end, person in places_in(text, known)
        if treated(text, start, end, of_child=relation(person) in children, adult=adult, first=first)
    ]


def child_named(text: str) -> bool:
    """Whether a text names somebody who is a child, and has the injections."""
    plain = text.replace("’", "'")
    return _is_child(plain, treated_in(plain)) is True


def whose(
    text: str, *, current: str, known: Collection[str], last: str | None, child: bool | None = False
) -> Whose:  # fmt: skip
    """Whose plan a message is about.

    Args:
        text: the message. current: whose plan was spoken of last. known: whose plans are kept.
        last: the person other than the writer who was named last, or None.
        child: whether whoever was spoken of last is a child, None where they may be: such a one is left only by a
            name, or by who says that the injections are their own.
    """
    plain = without_not_mine(text.replace("’", "'"))
    if child is not False and not treated_in(plain, known):
        if claims_beside_child(plain, has_plan=ME in known):
            return Whose(ME, True)
        return Whose(current, False, child)
    return _whose(plain, current, known, last)


def _whose(plain: str, current: str, known: Collection[str], last: str | None) -> Whose:
    places = _treated(plain, known)
    named, mine = list(dict.fromkeys(person for _, person in places)), _MINE.search(without_emphasis(plain)) is not None
    child = _is_child(plain, named)
    if mine and places and asked_beside_mine(plain, places[0][0]):
        mine = False
    if mine and any(may_be_child(person) for person in named) and not claims_beside_child(plain, has_plan=False):
        # "My niece has it monthly, work it out for me".
        mine = False
    if mine and named and _states_both(plain):
        return Whose(ME, True, False, (ME, *named))
    if mine:
        return Whose(ME, True)
    if len(named) == 1:
        return Whose(named[0], True, child)
    if len(named) > 1:
        return Whose(named[0], True, child, tuple(named))
    if by_adult(plain) or own(plain):
        return Whose(ME, True)
    # The one other plan that is kept, where nobody was named lately.
    others = [person for person in known if person != ME]
    if last is None and len(others) == 1 and ME in known and current == ME and _means(plain, others[0]):
        last = others[0]
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
        begins, ends = before(_OF, text, start), _OWNS.match(text, end)
        start, end = begins.start() if begins else start, ends.end() if ends else end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def only_turns(text: str, known: Collection[str] = ()) -> bool:
    """Whether a message only turns to somebody's plan: "and mum?", "what was my own date"."""
    text = _without_names(text, known)
    plain = _relation().sub(" ", _MINE.sub(" ", text.replace("’", "'")))
    plain = _HERS.sub(" ", _HIS.sub(" ", _THEIRS.sub(" ", plain)))
    return all(word.lower() in _ONLY_TURNS for word in _WORD.findall(plain))


def only_puts_right(text: str, known: Collection[str] = ()) -> bool:
    """Whether a message says of what was just told whose it is, and nothing else: "I mean my wife", "it's for my dad",
    "no, that's mine"."""
    if _PUTS_RIGHT.search(text.replace("’", "'")) is None or "?" in text:
        return False
    plain = _relation().sub(" ", _MINE.sub(" ", _without_names(text, known).replace("’", "'")))
    return all(word.lower() in _ONLY_PUTS_RIGHT for word in _WORD.findall(plain))


def _means(text: str, last: str) -> bool:
    """Whether a pronoun of the text fits the person named last."""
    text = without_clinic(text)
    return any(fits(match[0], last) for one in (_HERS, _HIS, _THEIRS) for match in one.finditer(text))


def fits(pronoun: str, person: str) -> bool:
    """Whether a pronoun ("hers") may mean a person."""
    kind = _TITLES.get(person.split()[0]) or _words()[1].get(relation(person), "they")
    which = {"she": _HERS, "he": _HIS}.get(kind)
    return which is None or which.match(pronoun) is not None


def _states_both(text: str) -> bool:
    """Whether a text tells how often two people have theirs, or when each had one."""
    if re.search(r"\b(?:had|has) (?:hers|his|theirs)\b", text, re.I) and re.search(
        r"\b(?:had|have) mine\b", text, re.I
    ):
        return True
    return len(re.findall(r"\b(?:every|weekly|monthly|fortnightly|daily)\b", text, re.I)) > 1


def child_by_age(text: str, person: str) -> bool | None:
    """Whether the age that a text tells of a person is that of a child; None where it tells none."""
    # "The gap is 8" is nobody's age.
    people = {"she", "he", "who", "they", *_words()[0], person.split()[-1].lower()}
    ages = [age for of, age in _ages(text) if of in people]
    return any(age < _ADULT for age in ages) if ages else None


@at_hand(64)
def _ages(text: str) -> tuple[tuple[str, int], ...]:
    """Whose age a text tells, and how many whole years they are."""
    plain = text.replace("’", "'")
    told = (m for m in _AGE.finditer(plain) if before(_I_AM, plain, m.start()) is None)
    return tuple(((m["of"] or m["who"] or "she").lower(), 0 if m["months"] else int(m["n"] or m["age"])) for m in told)


def grown_up(text: str) -> bool | None:
    """Whether a text says in words that somebody is a child: False for "she is grown up"; None for neither."""
    plain = text.replace("’", "'")
    if _NOT_GROWN.search(plain):
        return True
    return False if _GROWN.search(plain) else None


def may_be_child(person: str) -> bool:
    """Whether the word for somebody leaves open whether they are grown up, or says that they are not."""
    _, _, children, unsure = _words()
    return relation(person) in children | unsure


def _is_child(text: str, named: list[str]) -> bool | None:
    _, _, children, unsure = _words()
    by_age = [child_by_age(text, person) for person in named or ["she"]]
    words = {relation(person) for person in named}
    if True in by_age or children & words:
        return True
    return None if unsure & words and False not in by_age else False
