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
# Whoever the warning is about is asked after by one of these.
_SOMEBODY = re.compile(
    r"\b(?:he|she|him|her|his|hers|he'?s|she'?s"
    r"|(?:wife|missus|husband|partner|mum|mam|mom|dad|son|daughter|kid|child|toddler|baby|boy|girl|brother|sister|friend"
    r"|mate|nan|gran|grandad|grandma|grandpa|grand\w*|niece|nephew|neighbou?r)(?:'?s)?)\b",
    re.I,
)
# One's own injections, plan or illness: what says so plainly asks of nothing else, whatever its words are like.
_OF_MINE = (
    r"(?:b-? ?12|injections?|injecting|jabs?|jags?|shots?|hydroxo\w{0,10}|cyano\w{0,10}|dos(?:e|es|ing)"
    r"|plan|dates?|schedule|gap|appointment|training|sharps|levels?|results?|pernicious|ana?emia|deficiency|diagnosis"
    r"|illness|condition|treatment|top-? ?up|maintenance|loading)"
)
_PLAINLY_OWN = re.compile(
    rf"\bmy own (?:\w+ ){{0,2}}{_OF_MINE}\b"
    r"|\bmy (?:(?:b-? ?12|vitamin|next|last|first|second|third|usual|regular|booked|monthly|weekly) ){0,3}"
    rf"{_OF_MINE}\b"
    rf"|\bmy (?:next|last|first) one\b|\b{_OF_MINE} (?:\w+ )?of my own\b|\binject(?:ing)? myself\b",
    re.I,
)
# "For me", which may be said of what is done for somebody else too.
_OWN = re.compile(r"\b(?:mine|for myself|about me|about myself|for me(?! to\b)|me(?=:))(?!\w)", re.I)
_THEY = re.compile(r"\b(?:they|them|their|theirs|they'?re)\b", re.I)
_LEAD = re.compile(r"[,:;]\s+|\s+-+\s+")
# What is asked of getting help is asked about the warning.
_OF_HELP = re.compile(
    r"\b(?:call|ring|phone|number|worry|worried|drive|ambulance|hospital|there|poison\w*|999|911|111|112|000)\b", re.I
)
# What is done for somebody at once, and no more of one's own than "I make myself sick".
_IS_DONE = re.compile(
    r"\b(?:give|giving|spare|share|lend|sick|vomit|throw up|swallow\w*|salt|pull|tak(?:e|ing) (?:it |them )?(?:out|off)"
    r"|squeeze|suck|press|wash|rinse|wait|leave|stay|bed|check on|how long)\b",
    re.I,
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
        if _of_oneself(part, cards) or (found and _goes_on(part, cards)):
            found.append(part)
    return found


def _asks(part: str) -> bool:
    # "Me: what do I ask about training", "can I ask about me, how ...": behind what it is about.
    return "?" in part or any(asks(clause.strip()) for clause in _LEAD.split(part))


def _goes_on(part: str, cards: list[str]) -> bool:
    return (
        _asks(part)
        and re.search(r"\b(?:it|they|them)\b", part, re.I) is not None
        and not any(words.search(part) for words in (_SOMEBODY, _OF_HELP, _IS_DONE))
        and not standing().kinds_of(part, cards)
    )


def _of_oneself(part: str, cards: list[str]) -> bool:
    """Whether a sentence plainly asks of the injections, the plan or the illness of who writes, and of nobody else."""
    plain = part.replace("\u2019", "'")
    they = _THEY.search(plain) is not None and _THEIRS.search(plain) is None
    if not _asks(plain) or they or _SOMEBODY.search(plain) or _IS_DONE.search(plain):
        return False
    if _PLAINLY_OWN.search(plain):
        return True
    return _OWN.search(plain) is not None and not _OF_HELP.search(plain) and not standing().kinds_of(plain, cards)
