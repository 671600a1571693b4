"""A message that tells of several people, cut into what it tells of each, and of whom it asks."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from b12guide.conversation.bystanders import does_for_another, only_compared, speaks, without_their_things
from b12guide.conversation.names import MOST_NAMED
from b12guide.conversation.patients import FIRST_PERSON, before, first_person, treated_in_clause
from b12guide.conversation.places import places_in
from b12guide.conversation.whose import ME, fits, without_people
from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS, NTH

_CUT = re.compile(
    r"[;!?\n]+\s*|:\s+|\s{0,3}[•●▪]\s{0,3}|\.+(?:\s+|$)|,\s+|\s{1,3}(?:and|but|while|whereas|whilst|n|&|\+)\s+", re.I
)
_END = re.compile(r"[.;!?\n]")
# A label opens what is told of somebody: "me: ...", "my dad - ...".
_LABEL = re.compile(r"\b(?:me|mine|mines|myself)\s*(?::|=|\s[-–—](?=\s))", re.I)
_TO_ME = "".join(rf"(?<!\b{word} )" for word in (
    "give", "gave", "tell", "told", "let", "remind", "show", "send", "help", "gives", "before", "after"))  # fmt: skip
_LABELS = re.compile(r"\s*(?::|=|\s[-–—]\s)")
_MY = re.compile(r"\b(?:my|our|ma|me|the) $", re.I)
_ME = re.compile(
    rf"\b(?:mine|mines|myself|masel|mysel|my own)\b|{_TO_ME}\bme\b(?=\s*(?:$|[:=,.;!?)–—-])| (?:every|each"
    rf"|monthly|weekly|\d))"
    r"|\b(?:for|fur|is|it'?s|about|was|with) me\b|\bi'?m (?:on|every|weekly|monthly)\b|\bi(?: am|'m)? (?:also )?due\b"
    r"|\bwhen (?:do|can|should|shall) i\b",
    re.I,
)
_ALL = re.compile(
    r"\b(?:(?:both|each|all|either|the two) of us|we (?:both|each|all)|us both|both have|each have)\b", re.I
)
_ALL_ASKED = re.compile(r"\b(?:we|us|our|ours|each|both|everyone|everybody|all (?:of )?(?:us|them))\b", re.I)
_TOGETHER = re.compile(r"(?:'s)?\s*(?:and|&|n|\+)\s*(?:my |our |me |ma |the )?", re.I)
_PLURAL = re.compile(r"\s*(?:both|each|have|get|are|go|take|need|had|share|were|do)\b", re.I)
_I = re.compile(r"\b(?:i|me|myself)\b", re.I)
_PRONOUN = re.compile(r"\b(?:hers?|she|his|him|he|theirs?|them|they)(?:'s)?\b", re.I)
_TELLS = re.compile(
    r"\b(?:every|each (?:week|month)|(?:once|twice|one|two|three times) (?:a|per) (?:day|week|fortnight|month|year)"
    r"|weekly|fortnightly|monthly|daily|yearly|quarterly|alternate|yesterday"
    rf"|today|loading|{MONTHS}|{FULL_WEEKDAYS}|{NTH}|\d{{1,2}}[/.-]\d{{1,2}}"
    r"|\d+[ -]?(?:weeks?|wks?|months?|days?|weekly))\b",
    re.I,
)
_DOSE = re.compile(r"\d ?(?:mg|mcg|ug|µg|milligrams?|micrograms?)\b", re.I)
# "Mums every 8 weeks": how often stands right behind whose it is.
_EVERY_NEXT = re.compile(r"(?:'?s)? (?:every|each|weekly|fortnightly|monthly|quarterly) ?(?:\d|\w)", re.I)
_ASKING = re.compile(
    r"\s*(?:(?:so|and|but|ok|okay|now|please|pls|thanks|thank you|hi|hello)\W+){0,8}(?:when|whens|wen|what|whats"
    r"|which|who|whose|how|is|am"
    r"|are|do|does|did|will|should|can|could|tell|give|gimme|show|work out|i (?:want|need|would like"
    r"|wanna) (?:to know )?when)\b",
    re.I,
)
# "Mine was 8 June": the last one.
_WAS = re.compile(r"\b(?:mine|mines|hers|his|theirs) was(?: on)?\b(?! (?:the )?(?:first|last|started))", re.I)
_OWNER = re.compile(
    r"\b(?:(?:is|are|was|for|fur|it'?s) )?(?:me|mine|mines|myself|masel|mysel)\b\s*(?:[:=]|[-–—](?=\s))?"
    r"|(?:\bis |\bare |\bwas |= ?)(?=\s*(?:'s)?\s*(?:$|[.,;!?]))|(?<![\w])'s\b",
    re.I,
)
# "I look after Mum and Dad: Mum's is ...".
_CARES = re.compile(
    r"^\W*(?:(?:i|we)(?:'m| am)?(?: both)? )?"
    r"(?:look(?:ing)? after|see(?:ing)? to|car(?:e|ing) for|help(?:ing)?(?: out)?|mind(?:ing)?)"
    r" (?:(?:both|my|our|the) ){0,3}\w+(?: (?:and|&|n))?[\s,;:.]+",
    re.I,
)
_EVERY = re.compile(r"\bevery \d{1,2} (?P<unit>days|weeks|months)\b", re.I)
_NO_UNIT = re.compile(r"\bevery \d{1,2}(?=\s*(?:$|[,.;!?(]))", re.I)
# "My wife is on the same": as often as the one told before.
_SAME = re.compile(r"\bthe same\b(?! (?:day|date|time|week|month|clinic|surgery|place|nurse|doctor|gp)\b)", re.I)
GAP = re.compile(
    r"\bevery (?:other )?(?:\d{1,2} )?[a-z]+\b|\b\d{1,2}[ -]?weekly\b|\b(?:weekly|fortnightly|monthly|quarterly)\b",
    re.I,
)
_BEGINS = re.compile(
    r"^(?:(?:and|but|with|is|are|was|'s|has|gets|takes|taking|having|getting|on|it|his|hers|theirs|its)\b\s*){1,8}(?=every|each|weekly|monthly|daily|\d)",
    re.I,
)


@dataclass(frozen=True)
class Share:
    """What a message tells of one person: `text` holds their words alone, without whose they are."""

    person: str
    text: str


@dataclass(frozen=True)
class _Clause:
    text: str
    owners: tuple[str, ...]
    ends: bool
    asks: bool


def shares(
    text: str, *, known: Collection[str], current: str, last: str | None, least: int = 2
) -> tuple[Share, ...]:  # fmt: skip
    """What a text tells of each person, the first told first; empty where it tells of fewer than `least`.

    Args:
        text: the message. known: whose plans are kept. current: whose plan was spoken of last.
        last: the person other than the writer who was named last, or None.
    """
    clauses = _clauses(text.replace("’", "'"), known, last)
    people = list(dict.fromkeys(person for clause in clauses for person in clause.owners))
    if len(people) < least:
        return ()
    told: dict[str, list[str]] = {}
    owners: tuple[str, ...] = ()
    told_at = next((place for place, one in enumerate(clauses) if _TELLS.search(one.text) or _DOSE.search(one.text)), 0)
    clauses = [_who_alone(one) if place < told_at else one for place, one in enumerate(clauses)]
    for clause, following in zip(clauses, _next_in_sentence(clauses), strict=True):
        if clause.owners:
            owners = clause.owners
        elif not owners and _TELLS.search(clause.text):
            _tell(told, following or people, clause.text)
            continue
        if owners and not clause.asks and not (len(clause.owners) > 1 and not _TELLS.search(clause.text)):
            # "My wife and I both do it at home" tells nothing of either.
            _tell(told, owners, clause.text)
    found = [Share(person, _plain(" ".join(parts), known)) for person, parts in told.items()]
    # "Hers is every 4 weeks, mine every 10": the unit said once counts for both.
    unit = next((match["unit"] for share in found if (match := _EVERY.search(share.text)) and match["unit"]), None)
    if unit is not None:
        found = [Share(share.person, _NO_UNIT.sub(rf"\g<0> {unit}", share.text)) for share in found]
    gap = next((match[0] for share in found if (match := GAP.search(share.text))), None)
    if gap is not None:
        found = [
            Share(share.person, _SAME.sub(gap, share.text)) if not GAP.search(share.text) else share for share in found
        ]
    found = [share for share in found if _TELLS.search(share.text)]
    return tuple(found) if len(found) >= least else ()


def asked_of(text: str, parts: Sequence[Share], *, known: Collection[str], last: str | None) -> tuple[str, ...]:
    """Of whom a text asks: the people named in what it asks, else all of whom it tells."""
    people = tuple(share.person for share in parts)
    asking = [clause for clause in _clauses(text.replace("’", "'"), known, last) if clause.asks]
    named: list[str] = []
    for clause in asking:
        if _ALL_ASKED.search(clause.text):
            return people
        named += clause.owners
    return tuple(dict.fromkeys(person for person in named if person in people)) or people


def asking_words(text: str, person: str, *, known: Collection[str], last: str | None) -> str:
    """What a text asks of one person."""
    clauses = _clauses(text.replace("’", "'"), known, last)
    return " ".join(clause.text.strip() for clause in clauses if clause.asks and clause.owners == (person,))


def _who_alone(clause: _Clause) -> _Clause:
    """A clause before anything is told of dates: of whom the message is, and no words of theirs."""
    return replace(clause, text=" ") if clause.owners and not clause.asks else clause


def _tell(told: dict[str, list[str]], owners: Sequence[str], words: str) -> None:
    for person in owners:
        told.setdefault(person, []).append(words)


def _next_in_sentence(clauses: Sequence[_Clause]) -> list[tuple[str, ...]]:
    """For each clause whose it is, or those behind it in its sentence."""
    found: list[tuple[str, ...]] = []
    following: tuple[str, ...] = ()
    for clause in reversed(clauses):
        following = clause.owners or (() if clause.ends else following)
        found.append(following)
    return found[::-1]


def _clauses(text: str, known: Collection[str], last: str | None) -> list[_Clause]:
    """The text cut where somebody else may begin, with whose each piece says that it is."""
    people = places_in(text, known)
    joint = _joint(text, people)
    cuts = [match.end() for match in _CUT.finditer(text)
            if not any(start <= match.start() < end for start, end, _ in joint)]  # fmt: skip
    labels = [match.start() for match in _LABEL.finditer(text)]
    labels += [_with_my(text, start) for start, end, _ in people if _LABELS.match(text, end)]
    edges = sorted({0, len(text), *cuts, *labels})
    ends = [match.start() for match in _END.finditer(text)]
    found: list[_Clause] = []
    seen: str | None = last
    first = first_person(text)
    for start, end in itertools.pairwise(edges):
        words = text[start:end]
        owners = next((names for a, b, names in joint if start <= a < end), ())
        here = [
            (a - start, b - start, person)
            for a, b, person in people
            if start <= a < end and not _only_spoken_of(text, a, b, people)
        ]
        if not owners:
            owners, seen = _owners(words, text, start, here, seen, [person for *_, person in people], first=first)
        sentence = bisect.bisect_left(ends, max(end - 2, start))
        questioned = sentence < len(ends) and text[ends[sentence]] == "?"
        asks = bool(_ASKING.match(words)) or (questioned and not _TELLS.search(words))
        found.append(_Clause(words, owners, _END.search(words) is not None, asks))
    return found


def _only_spoken_of(text: str, start: int, end: int, people: Sequence[tuple[int, int, str]]) -> bool:
    """Whether somebody in a text brings the news, does something for another, or is a comparison."""
    others = [begin for begin, _, _ in people]
    if only_compared(text, start, end) or does_for_another(text, end, others):
        return True
    # Where nobody else is named, it may be the news of who brings it.
    return len(people) > 1 and speaks(text, start, end)


def _owners(
    words: str,
    text: str,
    offset: int,
    here: Sequence[tuple[int, int, str]],
    seen: str | None,
    people: Sequence[str],
    *,
    first: bool,
) -> tuple[tuple[str, ...], str | None]:
    """Whose one clause says that it is, and whom a pronoun means after it."""
    marks: list[tuple[int, str]] = []
    for start, end, person in here:
        named = _EVERY_NEXT.match(words, end) is not None
        if named or treated_in_clause(text, offset + start, offset + end, words, start, first=first):
            marks.append((start, person))
            seen = person
    me = _ME.search(words) or FIRST_PERSON.search(words)
    if _ALL.search(words):
        return tuple(dict.fromkeys((ME, *people))), seen
    if me:
        marks.append((me.start(), ME))
    if not marks and (pronoun := _PRONOUN.search(without_their_things(words))):
        meant = next((one for one in (seen, *reversed(people)) if one is not None and fits(pronoun[0], one)), None)
        return ((meant,), meant) if meant else ((), seen)
    return ((min(marks)[1],) if marks else ()), seen


def _joint(text: str, people: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Where two are named as one: "Mum and I both have it"."""
    spots = sorted(
        [*people, *((match.start(), match.end(), ME) for match in itertools.islice(_I.finditer(text), MOST_NAMED))]
    )
    found = []
    for (start, end, one), (begin, stop, other) in itertools.pairwise(spots):
        if one != other and _TOGETHER.fullmatch(text[end:begin]) and _PLURAL.match(text[stop:]):
            found.append((start, stop, tuple(sorted((one, other), key=lambda who: who != ME))))
    return found


def _with_my(text: str, start: int) -> int:
    whose = before(_MY, text, start)
    return whose.start() if whose else start


def _plain(words: str, known: Collection[str]) -> str:
    """The words of one person without whose they are, for the reader of plans."""
    words = _WAS.sub("last was", _CARES.sub("", words))
    words = " ".join(_OWNER.sub(" ", without_people(words, known)).split()).strip(" ,;:-")
    return _BEGINS.sub("", words)
