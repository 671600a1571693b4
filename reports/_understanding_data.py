"""What the report on understanding measures with: the training phrases, and labelled messages that were not learned."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from b12guide.content import Question
from b12guide.content.ways import held_back, same_words
from b12guide.rasa.train import phrases
from b12guide.settings import ROOT
from b12guide.shared import content
from b12guide.understanding.encoder.encoder import FOLDER, Encoder, Vectors, shared_encoder
from b12guide.understanding.encoder.kept_vectors import KEPT, KeptVectors
from b12guide.understanding.intent_model import IntentModel
from b12guide.understanding.questions import leaning_of, ways_of
from tune.lessons import LESSONS, TALK
from tune.talk import read as talk

OWN = ROOT / "tests" / "understanding" / "sets"
NONMEDICAL, NEAR, FAR = "nonmedical", "near our subject", "another illness or medicine"


@dataclass(frozen=True)
class Phrases:
    """Texts and their labels, row by row."""

    texts: list[str]
    labels: list[str]


@dataclass(frozen=True)
class Asked:
    """One labelled message: `right` are the topics that answer it, none where it is no business of ours; `place`: file
    and line."""

    place: str
    text: str
    kind: str
    right: frozenset[str]


@dataclass(frozen=True)
class Labelled:
    """Labelled messages: questions, and what is no business of ours."""

    name: str
    questions: list[Asked]
    foreign: list[Asked]


def encoder_in_use() -> Encoder:
    """The encoder that the server reads with."""
    return shared_encoder(ROOT / FOLDER)


def vectors_of(encoder: Encoder, texts: list[str], kept: str) -> Vectors:
    """The vectors of `texts`, in a folder of the name `kept`, so that those of `make train` stay where they are."""
    return KeptVectors(encoder, ROOT / KEPT / kept).of(texts)


def training_phrases(*, taught_alone: bool = False) -> Phrases:
    """What the intent model learns, each text once a label: `data/nlu/`, the topics' own questions, and the ways to ask
    each question; where `taught_alone`, without those that the encoder was never taught."""
    found = [*phrases(), *((topic.question, topic.id) for topic in content().topics.values())]
    for question in content().questions.values():
        asked = replace(question, ask=taught_ways(question)) if taught_alone else question
        found += [(way, question.topic) for way in ways_of([asked])]
    texts, labels = zip(*dict.fromkeys(found), strict=True)
    return Phrases(list(texts), list(labels))


def taught_ways(question: Question) -> tuple[str, ...]:
    """The ways to ask a question that the encoder was taught."""
    return tuple(way for way in question.ask if not held_back(way))


def fitted(encoder: Encoder, known: Phrases) -> IntentModel:
    """The heads that `make train` makes of these phrases, on the vectors of `encoder`."""
    return IntentModel().fit(known.texts, vectors_of(encoder, known.texts, "report"), known.labels)


@lru_cache(maxsize=1)
def learned() -> frozenset[str]:
    """The words (`same_words`) of everything that the encoder or its heads learn."""
    texts = [*training_phrases().texts, *(text for text, _ in phrases(LESSONS)), *(one.text for one in talk(TALK))]
    texts += leaning_of(list(content().questions.values()))
    return frozenset(map(same_words, texts))


def own_messages() -> Labelled:
    """The labelled messages of the repository that are not learned, word for word."""
    questions = [one for path in sorted(OWN.glob("questions_*.jsonl")) for one in _questions(path)]
    foreign = [one for path in sorted(OWN.glob("foreign_*.jsonl")) for one in _foreign(path)]
    return _unknown("Own messages", questions, foreign)


def messages_of(folder: Path) -> Labelled:
    """The questions of `faq.jsonl` and the messages of `offtopic.jsonl` in a folder of others, likewise."""
    questions, foreign = _questions(folder / "faq.jsonl"), _foreign(folder / "offtopic.jsonl")
    return _unknown(f"Messages of others ({folder.name})", questions, foreign)


def _unknown(name: str, *messages: Iterable[Asked]) -> Labelled:
    """What is measured: a message that was learned would say nothing of others."""
    return Labelled(name, *([one for one in each if same_words(one.text) not in learned()] for each in messages))


def _questions(path: Path) -> Iterator[Asked]:
    for place, row in _rows(path):
        yield Asked(place, row["text"], row.get("kind", "any"), frozenset([row["topic"], *row.get("topic_ok", [])]))


def _foreign(path: Path) -> Iterator[Asked]:
    for place, row in _rows(path):
        kind = NONMEDICAL if row["kind"] == NONMEDICAL else NEAR if row.get("near_topic") else FAR
        yield Asked(place, row["text"], kind, frozenset())


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            yield f"{path.stem}:{number}", json.loads(line)
