"""A question beside a plan that is told or agreed to, of which hardly anything is heard by itself: what the sentences
around it are about is what it asks. "3 of 6, I feel the same. is it a dud. tuesdays and fridays, last one yesterday".
It is never passed over: where nothing is found, that it was not understood is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.each_question import SURE
from b12guide.conversation.kinds import AFFIRM, DENY, DOSE_CHANGE, NOT_ANSWERED_BESIDE
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.plans import asks as opens
from b12guide.conversation.soft_questions import ON_SCHEDULES
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.shared import content, plan_wording
from b12guide.understanding.acts import ASK_TOPIC, NEAR, NOT_UNDERSTOOD, OUT_OF_SCOPE, QUESTION, TOPIC, UNSURE
from b12guide.understanding.clauses import asks

# What the plan itself answers, or what only asks for it.
_OF_DATES = re.compile(
    r"\b(?:next|due|late|overdue|early|when|whens|dates?|days?|weeks?|months?|count|calendar|diary|plan|schedule|work"
    r"|help|print|remind\w*|before|after|until|left|start|begin|end|over|again|many|often|closed"
    r"|open|move|save|keep|note|list|have i|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.I,
)
# "Is that right?" asks of what stands before it, which may be the plan.
_LEANS = re.compile(
    r"\b(?:is|are|was|would|will|should|does|do) (?:that|this|it|they|he|she)(?: all)?"
    r" (?:right|correct|ok|okay|true|so|fine|allowed|normal)\W*$|\bor (?:no|not)\W*$"
    r"|^\W*what (?:(?:do|should|can|must|shall) (?:i|we) do|now|then)\b.{0,12}$",
    re.I,
)
_AM_I = re.compile(r"^\W*am i (?:all )?(?:right|ok|okay|fine|good)\b", re.I)
_IN_SHORT = re.compile(r"\W*(?:what|when|where|who|how)['’]?s\b", re.I)
# Said to be kind, or asked of the program itself.
_SPOKEN_TO = re.compile(r"\b(?:you|u|anything else|is(?:n['’]?t| not)|aren['’]?t|am i|i am)\b", re.I)
# "Can't say it was fun": told, where nobody stands behind the verb.
_TELLS_NOT = re.compile(
    r"^\W{0,3}(?:(?:ca|could|would|wo|do|does|did)n['’]?t|cannot)"
    r" (?!(?:i|you|we|he|she|it|they|the|my|this|that)\b)",
    re.I,
)
_LEAD = re.compile(r"^\W*(?:(?:and|but|so|also|oh|then|well|plus)\b\W*){1,3}", re.I)
_CLAUSE = re.compile(r"[,;:]\s+|\s[-–—]\s|\s(?=and (?:wh\w{1,4}|how|can|could|is|are|do|does|will|should|may)\b)", re.I)
# Below this confidence a wish for another dose or gap is hardly one, where no word of one stands.
_FAINT = 0.4
_CHANGES = re.compile(
    r"\b(?:more|less|fewer|sooner|earlier|longer|often|increase\w*|double\w*|halve\w*|half|extra|another|change\w*"
    r"|cut|skip\w*|reduce\w*|lower\w*|higher|dose|strength|stop\w*|stretch\w*|switch\w*|instead|top ?up)\b",
    re.I,
)
# Of fewer words hardly anything lies near.
_LEAST_NEAR = 3
# Heard as one of these, a question has no answer of its own.
_NOTHING = frozenset({NOT_UNDERSTOOD, UNSURE, OUT_OF_SCOPE})


def with_question_beside(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision; where they are the plan alone, with what is asked beside it."""
    said, state = asked.said, asked.state
    kinds = [step.kind for step in steps]
    faint = kinds == [DOSE_CHANGE] and said.act.confidence < _FAINT and _CHANGES.search(said.text) is None
    if not (kinds == [PLAN] or faint) or said.excerpt or said.verdict.warns or state.child_writes:
        return steps
    if state.of_child or state.awaiting not in (None, PLAN) or steps[0].values(NOT_ANSWERED_BESIDE):
        return steps
    pieces = list(_pieces(asked))
    asking = [piece for piece in pieces if _asks(piece) and not (_OF_DATES.search(piece) or _AM_I.search(piece))]
    if not asking:
        # What a piece is of takes a reading of its own, which most messages need not wait for.
        return steps
    pieces = [piece for piece in pieces if not _of_plan(piece, asked)]
    asking = [piece for piece in asking if piece in pieces]
    if not asking:
        return steps
    leaning = all(_leans(piece, asked) for piece in asking)
    ways = [piece for piece in pieces if piece not in asking] if leaning else [*_ways(asking, pieces)]
    found = next((step for words in ways if (step := _step(words, asked, sure=leaning)) is not None), None)
    if found is not None:
        return (found,) if faint else (*steps, found)
    asking = [one for one in asking if _SPOKEN_TO.search(one) is None]
    if _answered_by_plan(asked) or all(len(one.split()) < _LEAST_NEAR for one in asking):
        # "When is the next one, please?" is answered by the plan, and "what??" asks nothing.
        return steps
    if asking and not (faint or leaning) and all(asked.said.alone(one).act.kind in _NOTHING for one in asking):
        return (Step(PLAN, (*steps[0].details, (NOT_ANSWERED_BESIDE, ""))),)
    return steps


def _answered_by_plan(asked: Asked) -> bool:
    """Whether the plan has an answer to what the message asks, taken as a whole."""
    kept = asked.state.plans.get(asked.about.person)
    return any(move.kind == "request" for move in plan_words(kept, asked.said.text, asked.who)[1])


def _pieces(asked: Asked) -> Iterator[str]:
    """The sentences of a message, each cut where a question begins behind what it tells."""
    for text in [part.text for part in asked.said.parts] or [asked.said.text]:
        cuts = [cut.end() for cut in _CLAUSE.finditer(text) if _asks(_LEAD.sub("", text[cut.end() :]))]
        first = cuts[0] if cuts else len(text)
        yield from (_LEAD.sub("", piece).strip() for piece in (text[:first], text[first:]) if piece.strip())


def _asks(piece: str) -> bool:
    if _TELLS_NOT.match(piece) and "?" not in piece:
        return False
    return asks(piece) or opens(piece) or _IN_SHORT.match(piece) is not None


def _of_plan(piece: str, asked: Asked) -> bool:
    """Whether a piece tells or asks something of the plan, or is a yes."""
    if dialogue.tells_plan(piece) or dialogue.asks_left(piece):
        return True
    if not _asks(piece) and asked.said.alone(piece).act.kind in (AFFIRM, DENY):
        return True
    kept = asked.state.plans.get(asked.about.person)
    moves = plan_words(kept, piece, asked.who)[1]
    # What is asked of a plan whose dates are not known yet has no answer there.
    counts = dialogue.next_day(kept, asked.who, plan_wording()) is not None
    takes = any(move.kind != "request" for move in moves) or (bool(moves) and counts)
    return takes or dialogue.said_date(piece, asked.who) is not None


def _ways(asking: list[str], pieces: list[str]) -> Iterator[str]:
    """What may say what is asked: the question, all that stands around it, and each of those sentences."""
    yield from asking
    yield " ".join(f"{piece.rstrip('.')}." for piece in pieces)
    yield from (piece for piece in pieces if piece not in asking)


def _leans(piece: str, asked: Asked) -> bool:
    """Whether a question is only whether something before it is so."""
    return _LEANS.search(piece) is not None and asked.said.alone(piece).act.kind != ASK_TOPIC


def _step(words: str, asked: Asked, *, sure: bool = False) -> Step | None:
    """The question that words ask, or that lies nearest to them; `sure`: only what is surely heard."""
    alone, every = asked.said.alone(words), content().questions
    if alone.verdict.warns:
        return None
    act = alone.act
    surely = act.confidence >= SURE or (not sure and not set(act.values(TOPIC)) & ON_SCHEDULES)
    if act.kind == ASK_TOPIC and act.values(QUESTION) and surely:
        return Step(ASK_TOPIC, tuple(pair for pair in act.details if pair[0] in (TOPIC, QUESTION)))
    if sure or len(words.split()) < _LEAST_NEAR:
        return None
    near = [every[one] for one in act.values(NEAR)[:1] if one in every and every[one].topic not in ON_SCHEDULES]
    return next(iter(asks_of(near) or ()), None)
