"""Where people are named in a text: by the word for them, or by name."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from b12guide.at_hand import at_hand
from b12guide.conversation.names import MOST_NAMED, names_in, relation
from b12guide.conversation.persons import only_own, person_pattern, person_words

_WORDS = re.compile(r"\w+")
SAYING = "says?|said|told|thinks?|reckons?|asked|drives?|took me"
NOT_BEFORE = r"(?<!\bnot a )(?<!\bnot my )(?<!\bnot for my )(?<!\bnot the )(?<!\bno )"


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first words of those for somebody, without an "s" at the end: so many words of a text need a look."""
    return frozenset(re.split(r"\W", word)[0].removesuffix("s") for word in person_words()[0])


# Words right before those of `only_own`; and what makes a "mate" at the very start one who is spoken to: "mate got my
# b12 late".
_OWNING = (
    "my|our|my good|our good|wee|little|young|younger|older|big|eldest|youngest"
    "|minding a|mind a|after a|caring for a|care for a|carer for a|helping a|help a|asking for a|behalf of a"
)
_FIRST_PERSON = "(?:i|i'm|i've|im|ive|my|mine|me)"


@lru_cache(maxsize=4)
def relation_pattern(denied: bool = False, telling: bool = False) -> re.Pattern[str]:
    """The word of somebody; `denied`: also behind "not my"; `telling`: also before "says"."""
    words = person_pattern()
    # "My friend says ..." tells who said it, "my mum's nurse" whose nurse: neither is whose plan it is.
    own = "|".join(only_own())
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
        rf"(?:'?s)?\b{'' if telling else rf'(?! (?:{SAYING}))'}(?!(?<='s) (?:{things})\b)",
        re.I,
    )


# "When do I pop down" is the verb, and no father.
_POPS_IN = re.compile(r"\bpop(?= (?:down|in|into|over|round|along|by|up|out|back|to|off)\b)", re.I)


def _after(words: str, persons: str) -> str:
    """Persons right behind one of some words, which are no part of what is found; "I am a patient" is the writer."""
    start = rf"(?<![\s\S])(?!(?:{persons})(?:,| (?:[\w']+ ){{0,2}}{_FIRST_PERSON}\b))"
    return rf"(?<!\bam a )(?<!i'm a )(?<!\bim a )(?<!\bas a )(?:{_behind(words)}|{start})(?:{persons})(?! with\b)"


def _behind(words: str) -> str:
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split("|")) + ")"


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


# "Sister was very quick", "Sister Jenkins is on a course": the one in charge of the nurses, and nobody's sister.
_WHOSE = ("my", "his", "her", "our", "their", "your", "a", "big", "little", "older", "younger", "elder", "twin", "step")
_NURSE = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _WHOSE)
    + r"(?<![-\w'])(?:ward |practice |nursing )?sister(?: (?!was\b|is\b|did\b|said\b)[a-z]{3,15})?"
    r"(?= (?:(?:was|is|seemed) (?:(?:very|so|really|ever so|quite|as|such|just|on|not) )?(?:quick|kind|gentle|lovely"
    r"|nice|great|good|brilliant|away|off|busy|in|a (?:course|star|gem|love|delight)|leave|holiday|friendly|careful"
    r"|pleased|late)\b|(?:did|gave|does|gives|said|says|told|tells|showed|rang|phoned|booked|put|popped|jabbed) ))"
    r"(?![^.!?\n]{0,40}\b(?:hers|her (?:own|next|last|jabs?|injections?|shots?|plan|dose|b-?12)"
    r"|she (?:has|had|gets|is on))\b)",
    re.I,
)


def without_nurses(text: str, known: Collection[str]) -> str:
    """`text` with spaces in the place of a sister who is a nurse, where no sister is known."""
    if "sister" not in text.lower() or any(one == "sister" or relation(one) == "sister" for one in known):
        return text
    return _NURSE.sub(lambda match: " " * len(match[0]), text)


def without_spoken_to(text: str) -> str:
    """`text` with spaces in the place of whom it is spoken to: every other word stays where it is."""
    if _FRIEND.search(text) is None:
        return text
    return _SPOKEN_TO.sub(lambda match: " " * len(match[0]), text)


def places_in(
    text: str, known: Collection[str], *, denied: bool = False, telling: bool = False
) -> list[tuple[int, int, str]]:
    """Where each person is named in a text with straight apostrophes, from where to where, and the name kept; `denied`:
    also who has nothing to do with it; `telling`: also who only says something."""
    return list(_places_in(text, known=tuple(known), denied=denied, telling=telling))


@at_hand(256)
def _places_in(text: str, *, known: tuple[str, ...], denied: bool, telling: bool) -> tuple[tuple[int, int, str], ...]:
    text = _POPS_IN.sub(lambda match: " " * len(match[0]), without_nurses(without_spoken_to(text), known))
    kept, names = person_words()[0], names_in(text, known)
    found = [*names]
    relation_of, begins = relation_pattern(denied, telling), _beginnings()
    for word in _WORDS.finditer(text):
        match = relation_of.match(text, word.start()) if word[0].lower().removesuffix("s") in begins else None
        if match and not any(start <= match.start() < end for start, end, _ in names):
            person = kept[match["who"].lower().replace(" ", "-")]
            # "My sister" is Ann, once she was named so.
            person = next((one for one in known if relation(one) == person), person)
            found.append((match.start(), match.end("who"), person))
        if len(found) >= MOST_NAMED:
            break
    return tuple(sorted(found))
