"""A row of the table: what a warning was for was meant otherwise, or is not so: a word of the mind, a pregnancy that
is none, a faint of long ago. It ends, and what stands beside that is decided by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import MIND_CARD, note_steps
from b12guide.conversation.kinds import (
    EMERGENCY,
    NOT_MEANT,
    STANDS,
    URGENT,
)
from b12guide.conversation.plans import CHILD_CARD, DOSE_CARD
from b12guide.conversation.state import BODY, ROUTINE, Warned
from b12guide.conversation.urgent_stands import LEVEL_CARD
from b12guide.conversation.what_else import without
from b12guide.diary import reading
from b12guide.safety import LONG_AGO, ON_SCREEN
from b12guide.shared import replies
from b12guide.understanding.acts import NOT_UNDERSTOOD, UNSURE
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD, OTHER_SUFFIX

# Whoever names one of these can be wrong about it only in words: of a memory or a mood, and of what only sounded like a
# sign, the person knows what they meant.
_CARDS, _SIGNS = frozenset({MIND_CARD, GENERAL_CARD}), frozenset({"B7"})
_FAINT_CARD = "faint"
# That the dose was the right one: nobody gave a wrong one, it was the usual; and what takes that back.
_RIGHT_DOSE = re.compile(
    r"\b(?:nobody|no ?one) (?:ever |has |had )?(?:gave|given|injected) me (?:a|an|the|any) wrong\b"
    r"|\b(?:nobody|no ?one) mixed (?:anything|it|them) up\b"
    r"|\b(?:there was|it was|was) no (?:mistake|mix-?up|error)\b|^\W*no (?:mistake|mix-?up)(?: here| at all)?\W*$"
    r"|\b(?:it|that|this) (?:wasn'?t|was not) (?:a |the )?(?:double|wrong|extra|too much)\b"
    r"|^\W*(?:no,? )?the (?:right|usual|normal|correct) dose\b"
    r"|\b(?:it|that|mine|this) was (?:just |only )?(?:my|the) "
    r"(?:usual|normal|regular|ordinary|same|right|correct)"
    r"(?: (?:one|dose|jab|shot|injection|ampoule|vial|amount|drug|thing|stuff))?\b",
    re.I,
)
_NOT_RIGHT = re.compile(
    r"(?<!no )\b(?:not|never|isn'?t|wasn'?t|aren'?t|weren'?t|didn'?t|don'?t|cannot|can'?t)\b"
    r"|\b(?:made me|makes me|i feel|i felt|since then|by me|theirs)\b",
    re.I,
)
# Two were had, or somebody else's, or somebody else had it: then the usual dose was no right one.
_MORE_THAN_WRONG = re.compile(
    r"\b(?:two|2|twice|double|doubled|both|extra|again|another|somebody|someone|else|meant for|(?:\w+)'s"
    r"|wife|husband|partner|mum|mom|mam|mother|dad|father|son|daughter|child|baby|brother|sister|gran|nan|grand\w+|her|his"
    r"|he|she|they gave \w+ my)\b",
    re.I,
)
# Who tells of themselves tells of no film.
_FIRST_PERSON = re.compile(r"\b(?:i|i'?ve|i'?m|my|me|mine)\b", re.I)
# Who is not sure, or tells of more, puts nothing right.
_DOUBT = re.compile(
    r"\b(?:think|maybe|perhaps|might|may|sure|probably|hope|hopefully|guess|suppose|should|could|but|except|though|however"
    r"|feel (?:ill|bad|sick|odd|funny|weird|unwell|rough)|unwell|said|says|twice|two|again)\b|\?",
    re.I,
)
_MINE_SAID = re.compile(r"\b(?:i|i've) (?:never |only |just )?(?:said|say)\b", re.I)
_NOT_PREGNANT = re.compile(r"\b(?:not|isn'?t|wasn'?t|no longer)(?: even| actually)? (?:pregnant|expecting)\b", re.I)
_WARNINGS = frozenset({EMERGENCY, URGENT, STANDS})
_NOTHING = frozenset({NOT_UNDERSTOOD, UNSURE})
# "Not that kind of confused 😅 anyway jab done".
_TURNS = re.compile(r"\s*(?:[\U0001F000-\U0001FAFF]\uFE0F?|\banyways?\b,?)\s*", re.I)
_WRITTEN = re.compile(r"\b(?:written|wrote|write|noted?|notes|diary|kept|record(?:ed)?|put down)\b", re.I)


def not_meant(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The warning is over, and what else the message says is done.

    Args: decided: who takes that.
    """
    state, said = asked.state, asked.said
    warned = state.warned
    if warned is None or state.standing is not None or said.excerpt:
        return None
    verdict = said.verdict
    if verdict.level == EMERGENCY or not _SIGNS.issuperset(one for one in verdict.signs if one[:1] != ROUTINE):
        return None
    rest = replies().meant_otherwise(_apart(said.text)) if _may_be_none(warned) else _is_not_so(warned, said.text)
    if rest is None or (rest and said.alone(rest).verdict.warns):
        return None
    if _WRITTEN.search(said.text):
        return (Step(NOT_MEANT), *_written(rest, asked))
    then = decided(replace(asked, said=said.alone(rest), state=replace(state, warned=None), written="")) if rest else ()
    if then and then[0].kind in _WARNINGS:
        return None
    return (Step(NOT_MEANT), *(step.read_from(rest) for step in then or () if step.kind not in _NOTHING))


def _is_not_so(warned: Warned, text: str) -> str | None:
    """What a message says beside that nobody is pregnant, where a low level in a pregnancy was all, that a faint was
    years ago, that the dose was the usual one, or that it was in a film; None where it says none of that."""
    cards = {card.removesuffix(OTHER_SUFFIX) for card in warned.cards}
    plain = text.replace("’", "'")
    if cards == {LEVEL_CARD}:
        denied = [part for part in sentences(plain) if _NOT_PREGNANT.search(part)]
    elif cards == {_FAINT_CARD}:
        denied = [part for part in sentences(plain) if LONG_AGO in replies().correction(part).kinds]
    elif list(warned.cards) == [DOSE_CARD] and not any(_MORE_THAN_WRONG.search(words) for words in warned.heard):
        denied = [part for part in sentences(plain) if _says_right_dose(part)]
    else:
        denied = []
    own = any(_FIRST_PERSON.search(words) for words in warned.heard)
    if not denied and not own and cards.isdisjoint({MIND_CARD, DOSE_CARD, CHILD_CARD}):
        # It was somebody in a film, whatever the sign.
        denied = [part for part in sentences(plain) if ON_SCREEN in replies().correction(part).kinds and _is_sure(part)]
    return without(plain, lambda part: part in denied) if denied else None


def _says_right_dose(part: str) -> bool:
    rest = _MINE_SAID.sub(" ", _RIGHT_DOSE.sub(" ", part))
    return _RIGHT_DOSE.search(part) is not None and _NOT_RIGHT.search(rest) is None and _is_sure(part)


def _is_sure(part: str) -> bool:
    return _DOUBT.search(_MINE_SAID.sub(" ", part)) is None


def _apart(text: str) -> str:
    """A text in which a picture, and a word that turns to something else, ends a sentence."""
    return _TURNS.sub(". ", text)


def _written(rest: str, asked: Asked) -> tuple[Step, ...]:
    """What is wanted in writing: a note that is told in the `rest` of a message, else all of that, else the words that
    were taken for a sign."""
    warned = asked.state.warned
    told = (reading.asked_of_diary(part) for part in sentences(rest))
    words = next((one.words for one in told if one is not None and one.what == reading.NOTE and one.words), rest)
    if words:
        return tuple(note_steps(asked.about.person, words, asked.who.today))
    if warned is None or not warned.heard:
        return ()
    return tuple(note_steps(asked.about.person, ", ".join(warned.heard), date.fromisoformat(warned.day)))


def _may_be_none(warned: Warned) -> bool:
    """Whether a warning is one of memory or mood, or of what only sounded like a sign, and nothing of the body."""
    cards = {card.removesuffix(OTHER_SUFFIX) for card in warned.cards}
    if not (cards <= _CARDS and _SIGNS.issuperset(warned.warning_signs)) or warned.after_injection:
        return False
    return not any(BODY.search(words) for words in warned.heard)
