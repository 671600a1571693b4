"""What the report on understanding measures with: the training phrases, and labelled questions of a folder."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import yaml

from b12guide.shared import content
from b12guide.understanding.encoder.encoder import MODEL_FILE, Encoder
from b12guide.understanding.encoder.kept_vectors import KeptVectors
from b12guide.understanding.known_texts import Vectors

NLU, ENCODER, KEPT = Path("data/nlu"), Path("build/encoder"), Path(".cache/vectors")
FOLDS = 5
NONMEDICAL, NEAR, FAR = "nonmedical", "near our subject", "another illness or medicine"


@dataclass(frozen=True)
class Phrases:
    """Texts, their vectors and their labels, row by row."""

    texts: list[str]
    vectors: Vectors
    labels: list[str]

    def where(self, chosen: list[bool]) -> Phrases:
        """The rows that `chosen` marks."""
        rows = [row for row, take in enumerate(chosen) if take]
        return Phrases([self.texts[r] for r in rows], self.vectors[rows], [self.labels[r] for r in rows])


@dataclass(frozen=True)
class Asked:
    """One labelled message: `right` are the topics that answer it, none where it is no business of ours."""

    number: int
    text: str
    kind: str
    right: frozenset[str]


def vectors_of(texts: list[str], *, kept: Path = KEPT, model_file: str = MODEL_FILE) -> Vectors:
    """The vectors of `texts`; kept in a folder of their own, so that training phrases stay where they are."""
    return KeptVectors(Encoder.load(ENCODER, model_file=model_file), kept).of(texts)


def training_phrases() -> Phrases:
    """Every phrase that the model is trained on, each once a label, and the questions that the content adds."""
    found: dict[tuple[str, str], None] = {}
    for path in sorted(NLU.glob("*.yml")):
        for part in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = (line.strip() for line in part["examples"].splitlines())
            found.update(dict.fromkeys((line[2:].strip(), part["intent"]) for line in lines if line.startswith("- ")))
    found.update({(topic.question, topic.id): None for topic in content().topics.values()})
    texts, labels = [text for text, _ in found], [label for _, label in found]
    return Phrases(texts, vectors_of(texts, kept=KEPT / "report"), labels)


def fold_of(text: str) -> int:
    """Which of `FOLDS` a phrase belongs to: by its letters, so that it is the same in every run."""
    return int(hashlib.sha256(text.lower().encode()).hexdigest(), 16) % FOLDS


def read_asked(folder: Path) -> tuple[list[Asked], list[Asked]]:
    """The questions of `faq.jsonl` and the messages of `offtopic.jsonl` in `folder`, numbered by their lines."""
    questions, foreign = [], []
    for number, row in _rows(folder / "faq.jsonl"):
        right = frozenset([row["topic"], *row.get("topic_ok", [])])
        questions.append(Asked(number, row["text"], row.get("kind", "any"), right))
    for number, row in _rows(folder / "offtopic.jsonl"):
        kind = NONMEDICAL if row["kind"] == NONMEDICAL else NEAR if row.get("near_topic") else FAR
        foreign.append(Asked(number, row["text"], kind, frozenset()))
    return questions, foreign


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(number, json.loads(line)) for number, line in enumerate(lines, 1) if line.strip()]
