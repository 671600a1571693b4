"""A row of the table: the answer was about another thing than the one that was meant ("not the iron, the B12"). was
asked last is answered once more, of the thing that is named now."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.content.ways import same_words
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import named_in
from b12guide.conversation.state import PLAN
from b12guide.understanding.acts import ASK_TOPIC, TOPIC
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

# More words tell something of their own.
MOST_WORDS, MOST_NAMED = 12, 4
_LEAD = r"(?:(?:no|nah|nope|oh|aye|yeah|sorry|but|and|wait|well|silly me|hang on|of course)\b[\s,.!:;-]{0,4}){0,4}"
_THE = r"(?:(?:about|for|on|of|with|to) )?(?:(?:the|my|that|any|those|these|her|his) )?"
# "Not the iron, the B12", "not about tablets but the needles".
_NOT_BUT = re.compile(
    rf"(?:^|[.,;!?]\s*|\b(?:no|oh|sorry|me)[\s,]+)not {_THE}(?P<no>[a-z][\w'-]*(?: [a-z][\w'-]*)?)"
    rf"(?:\s*[,.;!\u2013-]+\s*(?:but )?| but )(?:i (?:mean|meant|said) )?{_THE}(?P<yes>.+)",
    re.I,
)
# "The B12, not the iron".
_BUT_NOT = re.compile(
    rf"^\W{{0,6}}{_LEAD}{_THE}(?P<yes>[\w'-](?:[\w' -]{{0,28}}?[\w'-])?),? (?:and )?"
    rf"not {_THE}(?P<no>[\w'-]+)\W{{0,6}}$",
    re.I,
)
# "No, I meant because of the metformin".
_MEANT = re.compile(
    rf"^\W*{_LEAD}i (?:just |only |really )?(?:mean|meant|was on about|was talking about)[\s,:-]+(?P<yes>.+)", re.I
)
# "Fingers, I asked": the part of the last question in which that stands.
_ASKED = re.compile(
    rf"^\W*{_LEAD}(?P<part>[\w' -]{{2,40}}?),? (?:was |is )?(?:what )?i (?:asked|said|meant|mean)\W*$", re.I
)
_FIRST = re.compile(r"[.!?;,\n]+")
_LIGHT = frozenset(
    ["the", "my", "a", "an", "of", "to", "about", "is", "it", "was", "i", "and", "for", "me", "no", "not"]
)


def thing_meant(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The last question, answered of what is named instead; what else is asked in the message has its answer behind it.

    Args: decided: who takes the question.
    """
    state, said = asked.state, asked.said
    if not state.asked or said.verdict.warns or said.excerpt or state.standing is not None:
        return None
    if state.awaiting not in (None, PLAN):
        return None
    text = said.text.replace("\u2019", "'").strip()
    parts = sentences(text)
    for words in (text, *parts[:2]):
        # Beside a question of its own, a bare correction is for the rows that read both.
        question = _once_more(words, state.asked) if words == text else _part_again(words, state.asked)
        steps = _answered(asked, question, decided) if question else ()
        if not steps:
            continue
        others = [] if words == text else [part for part in parts if part != words and asks(part)]
        rest = " ".join(others)
        return (*steps, *(_answered(asked, rest, decided) if rest and rest not in state.asked else ()))
    return None


def _answered(asked: Asked, words: str, decided: Callable[[Asked], Taken]) -> tuple[Step, ...]:
    """The steps that answer a question; a plan that was told in it was read when it was."""
    alone = asked.said.alone(words)
    if alone.verdict.warns:
        return ()
    bare = replace(asked, said=alone, state=replace(asked.state, asked=""), written="")
    return tuple(step for step in decided(bare) or () if step.kind == ASK_TOPIC and step.values(TOPIC))


def _once_more(text: str, last: str) -> str:
    """The last question with what was meant in it; empty where nothing is put right."""
    if found := _NOT_BUT.search(text) or _BUT_NOT.search(text):
        return _instead(found["no"], found["yes"], text, last)
    if found := _MEANT.match(text):
        words = _FIRST.split(found["yes"])[0].strip()
        short = len(words.split()) <= MOST_WORDS and not asks(words) and "?" not in text
        return f"{last.rstrip('.!? ')}, {words}?" if short and _names(words) else ""
    return _part_again(text, last)


def _part_again(text: str, last: str) -> str:
    """The part of the last question that a text says was asked; empty where it says no such thing."""
    if found := _ASKED.match(text):
        said = set(same_words(found["part"]).split()) - _LIGHT
        near = [part for part in sentences(last) if said & set(same_words(part).split())]
        return near[0] if near else ""
    return ""


def _instead(no: str, yes: str, text: str, last: str) -> str:
    """The last question with `yes` in the place of `no`; where something else is asked in the same breath, nothing."""
    named = _FIRST.split(yes)[0].strip()
    own = [part for part in sentences(yes) if asks(part)]
    if not (_names(no) or _names(named)) or len(named.split()) > MOST_NAMED:
        return ""
    if any(same_words(part) not in same_words(last) for part in own):
        return ""
    word = next((one for one in (no, no.split()[0]) if re.search(rf"\b{re.escape(one)}\b", last, re.I)), None)
    if word is None:
        return f"{last.rstrip('.!? ')}, {named}?"
    return re.sub(rf"\b{re.escape(word)}\b", lambda _: named, last, flags=re.I)


def _names(words: str) -> bool:
    return bool(named_in(words)) or re.search(r"\bb-?12\b", words, re.I) is not None
