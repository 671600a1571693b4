"""From the questions that a message is near to, to the act that asks them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from b12guide.topics import TOPICS
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
    LEANING,
    NEAR,
    NEIGHBOUR,
    NO_ANSWER,
    NOT_UNDERSTOOD,
    OFFERED,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    PLAN,
    QUESTION,
    TOPIC,
    UNSURE,
    Act,
)
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.predictions import MessagePrediction, Prediction
from b12guide.understanding.questions import EXACT, NEVER_READ, Found, QuestionBars, QuestionModel
from b12guide.understanding.sentences import Said
from b12guide.understanding.subject import subject
from b12guide.understanding.wholes import Wholes

# What nothing else is known of: a question that is surely asked takes their place.
OPEN = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
# What may stand in the place of the injections.
INSTEAD = "injections_vs_oral"

# From which confidence what asks, by itself, is about a topic that the tale around it only leaves open.
SURELY_ASKS = 0.80
# Below which confidence a request of a plan, heard by likeness, is less than a question that is asked beyond doubt.
SURELY_PLANNED = 0.75

# The most that a topic which is heard adds to how surely a question of it is asked.
_DOUBT = 0.99

# A figure that may be somebody's result: "180", not the name of the vitamin.
_FIGURE = re.compile(r"(?<![\w.])\d{2,}")

# A text, its vector as topics are told apart, and what it is about.
Part = tuple[str, Vectors, Prediction]
# One of several questions, what it is nearest to, and the topic that it asks about as a whole.
Several = Sequence[tuple[Part, Sequence[Found], str | None]]


class Encodes(Protocol):
    """What makes vectors of texts, as `Encoder` does."""

    def encode(self, texts: Sequence[str]) -> Vectors: ...

    def encode_with_parts(self, text: str, parts: Sequence[str]) -> tuple[Vectors, Vectors]: ...


def with_questions(
    act: Act,
    said: Said,
    vectors: Vectors,
    heard: MessagePrediction,
    model: QuestionModel,
    encoder: Encodes,
    bars: QuestionBars,
    wholes: Wholes | None = None,
) -> Act:
    """`act` with the specific questions that the message asks, and those that it asks of what was just spoken of.

    Args:
        vectors: of `said.texts` (n, d), as topics are told apart. heard: what they are about. encoder: what tells
            questions apart. wholes: the questions of the topics themselves.
    """
    first = 1 + len(said.sentences)
    texts = said.texts
    act = _of_what_asks(act, said, heard)
    parts: list[Part] = [(texts[first + n], vectors[first + n], one) for n, one in enumerate(heard.questions)]
    message: list[Part] = [(said.heard, vectors[0], heard.heard)]
    back: list[str] = []
    if heard.asks is not None:
        message.append((said.asks, vectors[-1], heard.asks))
    elif (at := said.points_back) is not None:
        message.append((said.sentences[at], vectors[1 + at], heard.sentences[at]))
        back = [said.sentences[at]]
    alone = [text for text, *_ in (*message[1 + len(back) :], *parts)]
    whole, inside = encoder.encode_with_parts(said.heard, back)
    read = np.stack([whole, *inside, *encoder.encode(alone)])
    nearest = _nearest([*message, *parts], read, model, bars)
    topics = [wholes.topic_of(vector, bars.whole) if wholes is not None else None for vector in read]
    ours = subject(said.text).ours
    found = _of_whole(list(zip(parts, nearest[len(message) :], strict=True)), message[0], nearest[0], bars)
    each = [(*one, topic) for one, topic in zip(found, topics[len(message) :], strict=True)]
    of_whole = next((topic for topic in topics[: len(message)] if topic is not None), None)
    # The question of a topic may be two, of which the last is one of its own as well.
    heard_of = nearest[:1] if topics[0] is not None else nearest[: len(message)]
    act = _listed(act, said, each, bars) or _asking(
        act, heard_of, each, bars, of_whole, ours=ours, figure=_FIGURE.search(said.text) is not None
    )
    leans = [question for text, vector, _ in (message[-1], *parts) for question in model.leaning(text, vector, bars)]
    leans += model.leaning_word_for_word(said.asking)
    near = [found.question for found in nearest[len(message) - 1] if found.score >= bars.near and not found.whole]
    asked = set(act.values(QUESTION))
    more = [(NEAR, question) for question in near if question not in asked]
    return replace(act, details=(*act.details, *more, *((LEANING, question) for question in dict.fromkeys(leans))))


def _of_whole(
    parts: Sequence[tuple[Part, Sequence[Found]]], message: Part, nearest: Sequence[Found], bars: QuestionBars
) -> list[tuple[Part, Sequence[Found]]]:
    """The parts of a message, of which the one that is about what the whole is, and by itself asks nothing surely, asks
    what that does: "and can I stop?" beside a high level is asked of that."""
    firsts = [found[0] if found else None for _, found in parts]
    unsure = [
        place
        for place, ((part, _), first) in enumerate(zip(parts, firsts, strict=True))
        if part[2].label == message[2].label and (first is None or not first.surely(bars))
    ]
    kept = list(parts)
    if len(unsure) != 1 or len(parts) < 2 or not nearest or nearest[0].score < bars.other:
        return kept
    first, whole = firsts[unsure[0]], nearest[0]
    more = first is None or (whole.score > first.score and whole.lead > first.lead)
    if more and all(one is None or one.question != whole.question for one in firsts):
        kept[unsure[0]] = (parts[unsure[0]][0], [whole])
    return kept


def _of_what_asks(act: Act, said: Said, heard: MessagePrediction) -> Act:
    """The act that asks the topic of the one sentence that asks, where that is surely one of those that the message as
    a whole leaves open: a tale of a check-up, and "is that needed?" behind it."""
    at = said.points_back
    one = heard.asks if heard.asks is not None else heard.sentences[at] if at is not None else None
    if act.kind == OUT_OF_SCOPE_MEDICAL and heard.asks is not None and not subject(said.asks).others:
        # "I take omeprazole. Could I have tablets instead?" asks of no other medicine: they replace the injections.
        instead = heard.asks.label == INSTEAD and heard.asks.confidence >= SURELY_ASKS
        return Act(ASK_TOPIC, heard.asks.confidence, ((TOPIC, INSTEAD),), act.others) if instead else act
    if act.kind != UNSURE or one is None or one.confidence < SURELY_ASKS or one.label not in act.values(OFFERED):
        return act
    return Act(ASK_TOPIC, one.confidence, ((TOPIC, one.label),), act.others)


def _listed(act: Act, said: Said, parts: Several, bars: QuestionBars) -> Act | None:
    """The act that answers a numbered list in its order, and names what of it has no answer; None where there is none,
    or hardly any of it is known."""
    if not said.numbered:
        return None
    asked = [_one_of(*one, bars) for one in parts]
    if sum(found is not None for found in asked) < 2 or not any(isinstance(found, Found) for found in asked):
        return None
    known = _with(act, asked, bars)
    silent = [(NO_ANSWER, one) for one, found in zip(said.numbered, asked, strict=True) if found is None]
    return replace(known, details=(*(pair for pair in known.details if pair[0] != BESIDE), *silent))


def _asking(
    act: Act,
    message: Sequence[Sequence[Found]],
    parts: Several,
    bars: QuestionBars,
    whole: str | None,
    *,
    ours: bool,
    figure: bool,
) -> Act:
    """`act`, or the one that asks the questions found in the message as a whole, or in each of its `parts`; `whole`:
    the topic that is asked about as a whole; `ours`: whether it names our subject; `figure`: whether it tells one."""
    firsts = [found for one in message for found in one[:1]]
    if len(firsts) > 1 and firsts[0].is_asked([firsts[0].topic], bars) and firsts[-1].topic not in act.values(TOPIC):
        # "Does weight come into it?" is meant in the tale around it.
        firsts = firsts[:1]
    best = max(firsts, key=_score, default=None)
    if best is None or best.score >= EXACT:
        return act if best is None else _with(act, [best], bars)
    several = [_one_of(*one, bars) for one in parts]
    if whole is None and any(isinstance(found, Found) and found.score >= EXACT for found in several):
        # The words of a button are answered, whatever stands beside them.
        return _with(act, several, bars)
    # A neighbour of our subject that a question is surely about is answered: folic acid that was prescribed.
    neighbour = bool(act.values(NEIGHBOUR)) and best.beyond_doubt(bars)
    foreign = act.kind in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL) and not ours and not neighbour
    planned = act.kind == PLAN and act.confidence < SURELY_PLANNED and best.beyond_doubt(bars)
    if (act.kind != ASK_TOPIC and act.kind not in OPEN and not planned) or foreign:
        return act
    if act.values(TOPIC) == [NEVER_READ] and best.topic != NEVER_READ:
        # The result is not read; what is surely asked beside it, or of what somebody has with it ("I cannot sleep, is
        # that the B12?"), is answered. "Is that strong?" of a figure that was told asks what the result means.
        surely = [one for one in several if isinstance(one, Found) and one.surely(bars) and one.topic != NEVER_READ]
        surely = surely or ([best] if best.surely(bars) and not figure else [])
        if surely and len(several) < 2 and not figure:
            # "Is it the metformin that makes it low?" asks that, and not whether it is low.
            return _with(act, surely[:1], bars)
        return _with(act, [*surely[:1], NEVER_READ], bars) if surely else act
    if whole is not None:
        # "What are the side effects?" asks of none of them, however near a question about one of them is.
        return act if act.values(TOPIC) == [whole] else _with(act, [whole], bars)
    asked = [found for found in several if isinstance(found, Found)]
    if asked and sum(found is not None for found in several) > 1:
        return _with(act, several, bars)
    offered = act.kind == ASK_TOPIC or best.topic in act.values(OFFERED)
    if not offered and not ours and not best.surely(bars):
        # "What is this" names nothing of ours: a question that is only near is not asked.
        return act
    return _with(act, [best], bars) if best.is_asked(act.values(TOPIC), bars) else act


def _score(found: Found) -> float:
    return found.score


def _nearest(parts: Sequence[Part], vectors: Vectors, model: QuestionModel, bars: QuestionBars) -> list[list[Found]]:
    texts, _, heard = zip(*parts, strict=True)
    return model.find(texts, vectors, heard, bars)


def _one_of(part: Part, nearest: Sequence[Found], whole: str | None, bars: QuestionBars) -> Found | str | None:
    """What one of several questions asks: a question, a topic alone, or nothing that is clear."""
    heard = part[2]
    if whole is not None and not (nearest and nearest[0].score >= EXACT):
        return whole
    if nearest and nearest[0].is_asked([heard.label], bars):
        return nearest[0]
    return heard.label if heard.label in TOPICS and heard.confidence >= bars.topic_alone else None


def _with(act: Act, asked: Sequence[Found | str | None], bars: QuestionBars) -> Act:
    """The act that asks these questions, and these topics where no question of theirs is known."""
    questions = {found.question: found for found in asked if isinstance(found, Found)}
    details: list[tuple[str, str]] = []
    for found in asked:
        if found is not None:
            details.append((TOPIC, found.topic if isinstance(found, Found) else found))
            details += [(QUESTION, found.question)] if isinstance(found, Found) and not found.whole else []
    details = list(dict.fromkeys(details))
    unsure = dict.fromkeys(found.topic for found in questions.values() if not (found.whole or found.surely(bars)))
    details += [(BESIDE, topic) for topic in unsure]
    best = min(1.0, max(map(_score, questions.values()), default=bars.whole))
    # A question that is only near is not asked beyond doubt, however surely the text is about its topic.
    topic = min(act.confidence, _DOUBT) if act.kind == ASK_TOPIC else 0.0
    return Act(ASK_TOPIC, max(best, topic), tuple(details), act.others)
