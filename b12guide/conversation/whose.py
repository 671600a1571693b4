"""Whose injections a message is about: the writer's, or those of somebody who was named."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from b12guide.at_hand import at_hand
from b12guide.conversation.ages import is_child, may_be_child
from b12guide.conversation.bystanders import (
    ONLY_HANDLES,
    alongside,
    does_for_another,
    named_with_me,
    only_compared,
    pronouns_behind,
    speaks,
    stands_by,
    wishes_for_self,
    without_compared,
)
from b12guide.conversation.names import names_in, relation
from b12guide.conversation.patients import (
    asked_beside_mine,
    before,
    claims_beside_child,
    denied,
    first_person,
    has_it,
    has_theirs,
    own,
    treated,
    without_clinic,
    without_emphasis,
    without_not_mine,
    without_together,
)
from b12guide.conversation.persons import person_pattern, person_words
from b12guide.conversation.places import SAYING, places_in, relation_pattern
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS
from b12guide.understanding.children import by_adult

ME, CHILD = "me", "child"
# "Till mine", "the same day as me" only hold another's against the writer's.
_MINE = re.compile(
    r"(?<!until )(?<!till )(?<!til )(?<!day as )(?<!date as )(?<!time as )(?<!week as )(?<!well as )"
    r"\b(?:mine|my own(?: one)?s?|myself|(?:and|now|for(?! me (?:(?:all|please|again|out|down|a list) ){0,2}(?:of "
    r")?(?:his|hers?|their)\b)|do|with|about|just|only) me(?! (?:nan|nana|mum|mam|mammy|ma|mom|dad|da|daddy|gran|granny"
    r"|grandad|husband|hubby|wife|missus|partner|son|daughter|lad|brother|sister|auntie|aunt|uncle|mate)\b)"
    r"|only mine|my one(?!s)"
    r"|me (?:only|alone)"
    r"|(?<!tell )(?<!remind )(?<!give )(?<!show )(?<!send )(?<!gave )(?<!told )me"
    r"(?= too\b| as well\b| also\b|\s*[:=]|\s+[-–—]\s))(?!\w)",
    re.I,
)
_I = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i'd|my (?:next|last|first|b-?12|injections?|jabs?|shots?|dose|dates?|plan))\b", re.I
)
# "The 22nd, I think" is of whoever is spoken of.
_ONLY_SAYS = re.compile(
    r"\b(?:i|i'?m|i'?ve|im|ive)(?: (?:just|only|already|have|did|do|am|was|would|should)){0,2} "
    r"(?:think|thought|guess|reckon|believe|know|said|say|told|meant|mean|sure|certain|asked|asking|ask|suppose|wonder\w*"
    r"|remember|checked|looked|not sure)\b",
    re.I,
)
_HERS, _HIS = re.compile(r"\b(?:hers?|she)\b", re.I), re.compile(r"\b(?:his|him|he)\b", re.I)
_THEIRS = re.compile(r"\b(?:theirs?|them|they)\b", re.I)
# "Hers", "his next one": of somebody whose plan is known; "she" may be the nurse.
_OWNED = re.compile(
    r"\b(?:hers|theirs|(?:for|about|of) (?:her|him|them)"
    r"|(?:his|her|their)(?= (?:own |b-?12 |remaining |whole |full |other |upcoming |coming |future "
    r"){0,4}(?:next|last|first|list|dates?|ones?|plan|injections?|jabs?|shots?|turn"
    r"|reminders?|notes|diary|summary)\b)"
    r"|his(?=\W*$| (?:was|is|has|had|should|will|would|got|gets|needs|stays|isn'?t|wasn'?t|again|then|please|though|due"
    r"|too|as well|every|on)\b|[,.;!?]))\b",
    re.I,
)
# "What's my date, for the wife, she keeps the calendar": the date is the writer's.
_MY_DATE = re.compile(r"\bmy (?:own |next |last )?(?:date|day|one|turn|b-?12|injection|jab|shot|dates)\b(?!'s)", re.I)
_FOR_WHOM = re.compile(r"(?: (?:then|again|please|now)){0,2}[,;]? for (?:the|my|our) ", re.I)


def _for_somebody(text: str) -> bool:
    """Whether a text asks for the writer's date, and names somebody for whom it is wanted."""
    if dialogue.line_for_somebody(text):
        # A line is written for them with the date in it, which is the writer's.
        return True
    mine = _MY_DATE.search(text)
    return mine is not None and _FOR_WHOM.match(text, mine.end()) is not None


# "They've booked me for the 4th": a day of the writer's own.
_BOOKS_ME = re.compile(
    r"\b(?:book(?:ed|ing)?|(?:put|got|have|had)(?=.{0,12}\b(?:in|down)\b)|fitted|fit|squeezed|slotted|moved|rebooked|seeing)"
    r" me\b(?! (?:mum|mam|dad|nan|wife|husband|son|daughter|sister|brother)\b)",
    re.I,
)


def _for_me(text: str) -> bool:
    """Whether a text that speaks of nobody else tells of an appointment of the writer's."""
    return _BOOKS_ME.search(text) is not None and not speaks_of_them(text)


_TITLES = {"Mr": "he", "Mrs": "she", "Ms": "she", "Miss": "she"}
_DATED_BEHIND = re.compile(
    rf"\b(?:\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d|{FULL_WEEKDAYS}|yesterday|today|tomorrow|\d{{1,2}}(?:st|nd"
    rf"|rd|th)|every|weekly|monthly|fortnightly"
    r"|\d ?(?:weeks?|months?))\b",
    re.I,
)
_OF, _OWNS = re.compile(r"\b(?:for|of|about|with) $", re.I), re.compile(r"['’]s\b")


_SAYS = re.compile(rf" (?:{SAYING})", re.I)


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


def named_in(text: str, known: Collection[str] = (), *, denied: bool = False) -> list[str]:
    """The people whom a text names, by the names that are kept, in order. `known`: whose plans are kept;
    `denied`: also who has nothing to do with it."""
    return list(dict.fromkeys(person for _, _, person in places_in(text.replace("’", "'"), known, denied=denied)))


def speaks_of_them(text: str) -> bool:
    """Whether a text has a word that stands for somebody else: "can I get it for her"."""
    return _HERS.search(text) is not None or _HIS.search(text) is not None


def treated_in(text: str, known: Collection[str] = ()) -> list[str]:
    """Those of the people whom a text names who have the injections that it is about, in order."""
    return list(dict.fromkeys(person for _, person in _treated(text.replace("’", "'"), known=tuple(known))))


def beside_writer(text: str, known: Collection[str] = ()) -> list[str]:
    """The people who have injections beside the writer, of which a text tells nothing more: "my sister too"."""
    plain = text.replace("’", "'")
    return [
        person
        for start, end, person in places_in(plain, known)
        if alongside(plain, start, end) or named_with_me(plain, start, end)
    ]


@at_hand(128)
def _treated(text: str, *, known: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(_read_treated(text, known))


def _read_treated(text: str, known: tuple[str, ...]) -> list[tuple[int, str]]:
    children, adult, first = person_words()[2], by_adult(text), first_person(text)
    places = places_in(text, known, telling=True)
    starts = [start for start, _, _ in places]
    found, speakers, others = [], [], []
    for start, end, person in places:
        if only_compared(text, start, end) or alongside(text, start, end) or does_for_another(text, end, starts):
            continue
        if speaks(text, start, end):
            speakers.append((start, end, person))
        elif treated(text, start, end, of_child=relation(person) in children, adult=adult, first=first):
            found.append((start, person))
        elif not denied(text, start, end):
            others.append((start, person))
    if len(found) > 1:
        found = _without_story(text, places, found)
    if found or first:
        return found
    # "Mam rang, dad had his" is dad's; "mam rang, she had hers" is hers.
    found = [(start, person) for start, end, person in speakers if _of_who_speaks(text, start, end, person)]
    if found or adult:
        return found
    # "I told mum that I would do hers", "I mind my mam, she gets it monthly".
    owned = [word for word in [*_OWNED.findall(text), *has_it(text)] if " " not in word]
    found = [(start, person) for start, person in others if any(fits(word, person) for word in owned)]
    return found if len({person for _, person in found}) == 1 else []


def _without_story(
    text: str, places: list[tuple[int, int, str]], found: list[tuple[int, str]]
) -> list[tuple[int, str]]:  # fmt: skip
    """Those of the people found who do not only stand in the story of one whose injections they surely are."""
    sure = [start for start, end, person in places if (start, person) in found and has_theirs(text, start, end)]
    left = []
    for (start, end, person), following in zip(places, [*places[1:], None], strict=True):
        if (start, person) not in found:
            continue
        story = sure and start < sure[0] and following is not None and stands_by(text, end, following[0])
        if not story:
            left.append((start, person))
    return left


def _of_who_speaks(text: str, start: int, end: int, person: str) -> bool:
    """Whether who brings the news, from `start` to `end` of a text, brings it of their own injections."""
    behind = without_clinic(text)
    words = pronouns_behind(behind, end)
    if words:
        # "Nana asks what day it is, she thinks she is helping" says nothing of injections of hers.
        tells = has_it(behind[end:]) or _OWNED.search(behind, end) or _DATED_BEHIND.search(behind, end)
        return tells is not None and tells != [] and all(fits(word, person) for word in words)
    named = not _SAYS.match(text, end)
    return named and treated(text, start, end, of_child=may_be_child(person), adult=False, first=False)


@at_hand(64)
def child_named(text: str) -> bool:
    """Whether a text names somebody who is a child, and has the injections."""
    plain = text.replace("’", "'")
    return is_child(plain, treated_in(plain)) is True


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
    plain = without_together(without_not_mine(text.replace("’", "'")))
    if child is not False and not treated_in(plain, known):
        if claims_beside_child(plain, has_plan=ME in known):
            return Whose(ME, True)
        return Whose(current, False, child)
    return _whose(plain, current, known, last)


def _whose(plain: str, current: str, known: Collection[str], last: str | None) -> Whose:
    places = _treated(plain, known=tuple(known))
    named, mine = list(dict.fromkeys(person for _, person in places)), _MINE.search(without_emphasis(plain)) is not None
    child = is_child(plain, named)
    if mine and places and asked_beside_mine(plain, places[0][0]):
        mine = False
    if mine and any(may_be_child(person) for person in named) and not claims_beside_child(plain, has_plan=False):
        # "My niece has it monthly, work it out for me".
        mine = False
    if mine and named and _states_both(plain):
        return Whose(ME, True, False, (ME, *named))
    if mine:
        return Whose(ME, True)
    if len(named) == 1 and ME in known and _for_somebody(plain):
        return Whose(ME, True)
    if len(named) == 1:
        return Whose(named[0], True, child)
    if len(named) > 1:
        return Whose(named[0], True, child, tuple(named))
    if by_adult(plain) or own(plain) or wishes_for_self(plain) or (ME in known and _for_me(plain)):
        return Whose(ME, True)
    # The one other plan that is kept, where nobody was named lately.
    others = [person for person in known if person != ME]
    if last is None and len(others) == 1 and ME in known and current == ME and _means(plain, others[0]):
        last = others[0]
    if last is None or not _means(plain, last):
        owners = [one for one in others if any(fits(found, one) for found in _OWNED.findall(without_clinic(plain)))]
        last = owners[0] if len(owners) == 1 else last
    if last is not None and _means(plain, last) and not _of_one_named(plain, last, known):
        return Whose(last, True, is_child("", [last]) if child is False else child)
    if child:
        return Whose(CHILD, True, True)
    if ME in known and len(known) > 1 and _I.search(ONLY_HANDLES.sub(" ", _ONLY_SAYS.sub(" ", plain))):
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


def owned_by_nobody(text: str, known: Collection[str], last: str | None) -> bool:
    """Whether a text tells of "hers", and neither names nor knows anybody who is meant."""
    plain = text.replace("’", "'")
    owned = [word for word in _OWNED.findall(plain) if " " not in word]
    people = [one for one in (last, *known) if one is not None and one != ME]
    if not owned or places_in(plain, known, denied=True, telling=True):
        return False
    return not any(fits(word, one) for word in owned for one in people)


def without_others_plans(text: str, known: Collection[str] = ()) -> str:
    """`text` with spaces in the place of what it says of plans that are only a comparison: "monthly like my sister"."""
    plain = text.replace("’", "'")
    return without_compared(text, [(start, end) for start, end, _ in places_in(plain, known)])


def without_people(text: str, known: Collection[str] = ()) -> str:
    """`text` with spaces in the place of the words that say whose plan is meant ("12 weeks for dad"): every other word
    stays where it is. `known`: whose plans are kept."""
    text = _without_names(text, known)
    return _whose_words().sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=1)
def _whose_words() -> re.Pattern[str]:
    words = person_pattern()
    return re.compile(rf"\b(?:(?:for|of|about|with) )?(?:my |our )?(?:(?:{words})(?:['’]?s)?|mine|own)\b", re.I)


def _without_names(text: str, known: Collection[str]) -> str:
    for start, end, _ in names_in(text.replace("’", "'"), known):
        begins, ends = before(_OF, text, start), _OWNS.match(text, end)
        start, end = begins.start() if begins else start, ends.end() if ends else end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def without_whose(text: str, known: Collection[str] = (), *, pronouns: bool = False) -> str:
    """A text with straight apostrophes without the words for people and "mine"; `pronouns`: also without "hers"."""
    plain = relation_pattern().sub(" ", _MINE.sub(" ", _without_names(text, known).replace("’", "'")))
    return _HERS.sub(" ", _HIS.sub(" ", _THEIRS.sub(" ", plain))) if pronouns else plain


def _means(text: str, last: str) -> bool:
    """Whether a pronoun of the text fits the person named last."""
    text = without_clinic(text)
    return any(fits(match[0], last) for one in (_HERS, _HIS, _THEIRS) for match in one.finditer(text))


def _of_one_named(text: str, last: str, known: Collection[str]) -> bool:
    """Whether every pronoun of a text that may mean the person named last means somebody whom it names itself: "I tell
    my neighbour, she drives me"."""
    text = without_clinic(text)
    places = [(end, person) for _, end, person in places_in(text, known, denied=True) if person != last]
    meant = [match for one in (_HERS, _HIS, _THEIRS) for match in one.finditer(text) if fits(match[0], last)]
    return bool(places) and all(
        any(end <= match.start() and fits(match[0], person) for end, person in places) for match in meant
    )


def fits(pronoun: str, person: str) -> bool:
    """Whether a pronoun ("hers", "of him") may mean a person."""
    pronoun = pronoun.split()[-1]
    kind = _TITLES.get(person.split()[0]) or person_words()[1].get(relation(person), "they")
    which = {"she": _HERS, "he": _HIS}.get(kind)
    return which is None or which.match(pronoun) is not None


def _states_both(text: str) -> bool:
    """Whether a text tells how often two people have theirs, or when each had one."""
    if re.search(r"\b(?:had|has) (?:hers|his|theirs)\b", text, re.I) and re.search(
        r"\b(?:had|have) mine\b", text, re.I
    ):
        return True
    return len(re.findall(r"\b(?:every|weekly|monthly|fortnightly|daily)\b", text, re.I)) > 1
