"""A row of the table: several things of everyday life that one message asks about, "coffee, a flu shot and wine?": each
gets its own answer, in order, and the verb is said once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import named_in
from b12guide.conversation.kinds import FORGET_ME, SMALL_TALK
from b12guide.conversation.whose import child_named
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, BESIDE, NO_ANSWER, QUESTION, TOPIC
from b12guide.understanding.children import by_child

# What is asked of each where nothing closer is: whether it goes together with the injections.
OF_THING = {
    "coffee": "coffee_and_b12",
    "alcohol": "alcohol_after",
    "vaccine": "vaccine_with_b12",
    "blood_donation": "give_blood",
}
WHOM = "whom_to_ask_which"
# A longer message tells a story, and a longer piece of a list is no noun.
LONGEST, LONGEST_NOUN = 40, 4
_PIECE = re.compile(r"[,;.!?:/&\n]+|\b(?:and|or|plus)\b", re.I)
_OPENS = re.compile(
    r"^\W*(?:(?:but|also|so|then|ok|no)\W+){0,3}"
    r"(?:is|are|does|do|can|could|may|should|shall|will|would|what|how|when|which|why|about)\b",
    re.I,
)
# "You skipped the coffee": it was asked before.
_LEFT_OUT = re.compile(
    r"\b(?:skipped|missed|forgot|forgotten|ignored|left out|did(?:n'?t| not) (?:answer|say))\b", re.I
)
# Who tells something has one of these in the piece.
_TELLS = re.compile(r"\b(?:i|i'?m|i'?ve|im|ive|we|he|she|they|had|was|were|been|am|drank)\b", re.I)
# "Drink coffee" names no alcohol.
_SOFT = re.compile(r"\b(?:coffees?|caffeine|latte|espresso|cappuccino|teas?|water|juice|milk|cola|coke)\b", re.I)
_DRINKS, _BLOOD = re.compile(r"\bdrink(?:s|ing)?\b", re.I), re.compile(r"\b(?:give|giving) (?:\w+ )?blood\b", re.I)
_BARE_BLOOD = re.compile(r"^\W*(?:(?:the|my|giving) ){0,2}(?:blood|plasma)(?: (?:thing|one|bit))?\W*$", re.I)
_ARTICLE = re.compile(r"^(?:(?:a|an|the|my|some|any|also|or|then) ){0,3}", re.I)
# Words that make a piece of a list no noun of its own.
_NO_NOUN = frozenset(
    [
        "yes",
        "no",
        "not",
        "please",
        "pls",
        "thanks",
        "thank",
        "you",
        "ta",
        "cheers",
        "dear",
        "mate",
        "love",
        "maybe",
        "both",
        "all",
        "each",
        "them",
        "those",
        "these",
        "it",
        "that",
        "this",
        "one",
        "two",
        "three",
        "four",
        "now",
        "today",
        "tomorrow",
        "together",
        "sorry",
        "ok",
        "okay",
        "well",
    ]
)
_WHOM = re.compile(
    r"(?<!what )\b(?:do|should|can|would|must) i (?:\w+ )?ask (?:the |my |a )?(?:nurse|pharmacist|chemist|doctor)\b"
    r"|\bwhich\b.{0,30} (?:the |my |a )(?:nurse|pharmacist|chemist)\b|\bwhom? (?:do|should|can|would|must) i ask\b",
    re.I,
)
_WHICH = re.compile(
    r"\bwhich (?:one |ones |bit |of )?(?:(?:those|these|them|that) )?(?:is|are|do|should|can|would|must)\b", re.I
)


def everyday_things(asked: Asked) -> Taken:
    """The answers to two or more such things that a message asks about; whom to ask, where that is what it asks."""
    said, text = asked.said, asked.said.text.replace("\u2019", "'")
    kind = asked.kind
    if kind == FORGET_ME or (kind in SMALL_TALK and "?" not in text) or len(text.split()) > LONGEST or said.excerpt:
        return None
    if by_child(text) or asked.about.child or child_named(text) or dialogue.tells_plan(text):
        return None
    pieces = [piece.strip() for piece in _PIECE.split(text) if piece.strip()]
    found = list(_asked_of(pieces))
    things = list(dict.fromkeys(thing for thing, _ in found if thing))
    if _WHOM.search(text) and (things or _WHICH.search(text)):
        return _answers([WHOM], [])
    if len(things) < 2:
        return None
    every = content().questions
    others = [
        one
        for one in said.act.values(QUESTION)
        if one in every and every[one].about not in OF_THING and every[one].topic not in said.act.values(BESIDE)
    ]
    return _answers([*(OF_THING[thing] for thing in things), *others], _without_answer(found))


def _asked_of(pieces: list[str]) -> Iterator[tuple[str, str]]:
    """The thing that each piece asks about, with the words of the piece; "" for a noun that is none of them."""
    several = any(set(named_in(piece)) & set(OF_THING) for piece in pieces)
    for piece in pieces:
        asks = _OPENS.match(piece) is not None or _LEFT_OUT.search(piece) is not None
        if not asks and _TELLS.search(piece):
            continue
        things = _things(piece)
        if several and not things and _BARE_BLOOD.match(piece):
            things = ["blood_donation"]
        for thing in things:
            yield thing, piece
        noun = _ARTICLE.sub("", piece)
        bare = not asks and 0 < len(noun.split()) <= LONGEST_NOUN and not named_in(noun)
        if not things and bare and not _NO_NOUN & set(re.findall(r"[a-z]+", noun.lower())):
            yield "", noun


def _things(piece: str) -> list[str]:
    things = [thing for thing in named_in(piece) if thing in OF_THING]
    if "alcohol" in things and _SOFT.search(piece) and "alcohol" not in named_in(_DRINKS.sub(" ", piece)):
        things.remove("alcohol")
    if _BLOOD.search(piece) and "blood_donation" not in things:
        things.append("blood_donation")
    return things


def _without_answer(found: list[tuple[str, str]]) -> list[str]:
    """The nouns between two known things that nothing is known of."""
    known = [place for place, (thing, _) in enumerate(found) if thing]
    return [noun for thing, noun in found[known[0] : known[-1]] if not thing]


def _answers(questions: list[str], silent: list[str]) -> Taken:
    every = content().questions
    details = [
        pair for one in questions if one in every for pair in ((TOPIC, every[one].topic), (QUESTION, every[one].id))
    ]
    details += [(NO_ANSWER, noun) for noun in silent]
    return (Step(ASK_TOPIC, tuple(dict.fromkeys(details))),)
