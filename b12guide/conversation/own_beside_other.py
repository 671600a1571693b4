"""A row of the table: what is asked of oneself while an urgent warning stands that is somebody else's. The help that
stands is named in one short line, and the question has its answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.help_under_way import UNDER_WAY, kinds_told, of_warning_alone
from b12guide.conversation.kinds import ABOUT, WARNING_STANDS
from b12guide.conversation.plans import CHILD_CARD
from b12guide.conversation.what_else import what_else, without
from b12guide.conversation.whose import ME
from b12guide.shared import standing
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

# The lines of `standing.yml` before the answer: help is on its way there, or is still to be asked for.
FOR_OTHER, FOR_OTHER_COMING = "beside_other", "beside_other_coming"
_I = re.compile(r"\b(?:i|i'?m|i'?ve|i'?d|i'?ll|me|my|mine|myself|my own)\b", re.I)
# Whoever the warning is about is asked after by one of these.
_SOMEBODY = re.compile(
    r"\b(?:he|she|him|her|his|hers|he'?s|she'?s"
    r"|(?:wife|missus|husband|partner|mum|mam|mom|dad|son|daughter|kid|child|toddler|baby|boy|girl|brother|sister|friend"
    r"|mate|nan|gran|grandad|grandma|grandpa|grand\w*|niece|nephew|neighbou?r)(?:'?s)?)\b",
    re.I,
)
# Who says so plainly asks of nothing else, whatever its words are like.
_PLAINLY_OWN = re.compile(r"\b(?:mine|my own|about me|for me|me:)(?!\w)|\bmyself\b", re.I)
_THEY = re.compile(r"\b(?:they|them|their|theirs|they'?re)\b", re.I)
_LEAD = re.compile(r"[,:;]\s+|\s+-+\s+")
# What is asked of getting help is asked about the warning.
_OF_HELP = re.compile(
    r"\b(?:call|ring|phone|number|worry|worried|drive|ambulance|hospital|999|911|111|112|000|it)\b", re.I
)
# "They", where a clinic of one's own is meant.
_THEIRS = re.compile(
    r"\b(?:clinic|surgery|nurse|doctor|gp|pharmacist|they (?:give|teach|show|train|test|check))\b", re.I
)


def own_question_beside(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The answer to what the writer plainly asks of themselves, behind one line on the warning, which stands.

    Args: decided: who takes the question by itself.
    """
    state, said = asked.state, asked.said
    warned = state.warned
    if warned is None or warned.emergency is not None or said.excerpt:
        return None
    if said.verdict.warns and not of_warning_alone(
        said.verdict, said.text, warned.cards, warned.signs, lambda rest: said.alone(rest).verdict
    ):
        return None
    if warned.about(ME) and CHILD_CARD not in warned.cards:
        return None
    own = _own(sentences(said.text), warned.cards)
    if not own:
        return None
    free = replace(asked, state=replace(state, for_other=False))
    steps = what_else(free, " ".join(own), decided)
    if not steps:
        return None
    told = without(said.text, lambda part: part in own)
    coming = warned.coming or not UNDER_WAY.isdisjoint(kinds_told(told, warned.cards))
    if warned.reminded:
        return steps
    return (Step(WARNING_STANDS, ((ABOUT, FOR_OTHER_COMING if coming else FOR_OTHER),)), *steps)


def _own(parts: list[str], cards: list[str]) -> list[str]:
    """The sentences that ask of who writes; what is asked behind one of them of "it" or "them" goes on about that."""
    found: list[str] = []
    for part in parts:
        if _of_oneself(part, cards) or (found and _goes_on(part)):
            found.append(part)
    return found


def _asks(part: str) -> bool:
    # "Me: what do I ask about training", "can I ask about me, how ...": behind what it is about.
    return "?" in part or any(asks(clause.strip()) for clause in _LEAD.split(part))


def _goes_on(part: str) -> bool:
    return _asks(part) and re.search(r"\b(?:it|they|them)\b", part, re.I) is not None and _SOMEBODY.search(part) is None


def _of_oneself(part: str, cards: list[str]) -> bool:
    """Whether a sentence asks of who writes, and of nobody else, and nothing of the warning."""
    plain = part.replace("\u2019", "'")
    if not _asks(plain) or _I.search(plain) is None:
        return False
    they = _THEY.search(plain) is not None and _THEIRS.search(plain) is None
    others = they or _SOMEBODY.search(plain) is not None
    if not others and _PLAINLY_OWN.search(plain):
        return True
    return not others and _OF_HELP.search(plain) is None and not standing().kinds_of(plain, cards)
