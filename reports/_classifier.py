"""What the sign classifier says of training phrases that it was not trained on, and of labelled messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse
import yaml
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from scipy.sparse.csgraph import connected_components
from sklearn.model_selection import GroupKFold

from b12guide.rasa.parser import Parser
from b12guide.safety import Triage
from b12guide.shared import triage
from b12guide.understanding.encoder.encoder import Encoder, shared_encoder
from b12guide.understanding.encoder.kept_vectors import KeptVectors
from b12guide.understanding.encoder.tuned_reader import TunedReader, shared_tuned_reader
from b12guide.understanding.intent_model import IntentModel, fit_intents
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.second_reading import combined, may_hold_sign
from b12guide.understanding.sentences import sentences
from b12guide.understanding.sign_model import CRISIS, EMERGENCY, URGENT, Alarm, alarm_of
from b12guide.understanding.verdict import Likeness, Thresholds, belief_in
from reports._labelled import Message

FOLDS = 5
# Phrases of this cosine and more are paraphrases: they stay together, in one fold.
ALIKE = 0.85
_BLOCK = 1000
Indices = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True)
class Heard:
    """A message with what rules and classifier say of it: of its whole first, then of its sentences."""

    message: Message
    rules: Triage
    likenesses: Sequence[Likeness]

    @property
    def emergency(self) -> float:
        """The highest likeness to an emergency, doubted or not."""
        return max(one.alarm.emergency for one in self.likenesses)

    @property
    def sign(self) -> float:
        """The highest likeness to any sign, doubted or not."""
        return max(one.alarm.sign for one in self.likenesses)

    @property
    def belief(self) -> float:
        """How likely it is that its words of an emergency are meant."""
        return belief_in(self.rules, self.likenesses)


@dataclass(frozen=True)
class Readers:
    """The readers as the server asks them: the `second`, if any, where the first, or the rules, see a sign."""

    first: IntentModel
    second: TunedReader | None
    asked_from: float
    glanced_from: float
    hardly: float

    def of_message(self, texts: Sequence[str], vectors: Vectors) -> list[Alarm]:
        """The alarm of a message and of each of its sentences; `vectors`: those of `texts` by the first encoder."""
        scores, _ = self.first.scores(texts, vectors)
        found = scores[:, len(self.first.labels) :]
        if self.second is not None and may_hold_sign(texts[0], found.tolist(), self.glanced_from, self.hardly):
            read = len(texts) if may_hold_sign(texts[0], found.tolist(), self.asked_from, self.hardly) else 1
            found = np.concatenate([combined(found[:read], self.second.measure(texts[:read])), found[read:]])
        return [alarm_of(row) for row in found.tolist()]

    def of_phrases(self, texts: Sequence[str], vectors: Vectors) -> list[Alarm]:
        """The alarm of each of `texts`, a message by itself."""
        return [self.of_message([text], vector[np.newaxis])[0] for text, vector in zip(texts, vectors, strict=True)]


class Classifier:
    """The classifier of `config.yml`, fitted on `data/`."""

    def __init__(self, config: Path, domain: Path, data: Path) -> None:
        [part] = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
        settings: dict[str, Any] = {**Parser.get_default_config(), **part}
        folder = Path(settings["encoder"])
        self._settings: dict[str, float] = settings["intents"]
        self.thresholds = Thresholds(**settings["verdict"])
        self._bars = float(settings["asked_from"]), float(settings["glanced_from"]), self.thresholds.hardly
        self._encoder: Encoder = shared_encoder(folder)
        importer = TrainingDataImporter.load_from_config(str(config), str(domain), [str(data)])
        examples = importer.get_nlu_data().intent_examples
        self._texts: list[str] = [example.get(TEXT) for example in examples]
        self._labels: list[str] = [example.get(INTENT) for example in examples]
        self._vectors: Vectors = KeptVectors(self._encoder, Path(settings["kept"])).of(self._texts)
        second = shared_tuned_reader(folder)
        self._readers = self._fit(np.arange(len(self._texts)), second)

    def hear(self, messages: Sequence[Message]) -> list[Heard]:
        """What is said of `messages`, none of which stands among the training phrases."""
        return [self._hear(message) for message in messages]

    def cross_validated(self) -> list[Heard]:
        """What is said of each training phrase by a first reader that was fitted on four fifths of the others, and on
        none that is nearly the same phrase. The second, which was tuned on all of them, is not asked."""
        found: list[Heard] = []
        for fitted, held in GroupKFold(FOLDS).split(self._texts, groups=_paraphrases(self._vectors)):
            alarms = self._fit(fitted).of_phrases([self._texts[index] for index in held], self._vectors[held])
            for index, alarm in zip(held, alarms, strict=True):
                text, label = self._texts[index], self._labels[index]
                level = EMERGENCY if label in (EMERGENCY, CRISIS) else URGENT if label == URGENT else None
                right = level or "none"
                message = Message(text, level, right, right, label, f"training phrase {index}")
                seen = triage(text)
                found.append(Heard(message, seen, [Likeness.of(alarm, seen, seen, text, text)]))
        return found

    def _fit(self, chosen: Indices, second: TunedReader | None = None) -> Readers:
        texts, labels = [self._texts[i] for i in chosen], [self._labels[i] for i in chosen]
        first = fit_intents(IntentModel(**self._settings), texts, self._vectors[chosen], labels)
        return Readers(first, second, *self._bars)

    def _vectors_of(self, text: str, parts: Sequence[str]) -> Vectors:
        whole, each = self._encoder.encode_with_parts(text, parts)
        return np.concatenate([whole[np.newaxis], each])

    def _hear(self, message: Message) -> Heard:
        parts = sentences(message.text)
        parts = parts if len(parts) > 1 else []
        vectors = self._vectors_of(message.text, parts)
        seen = [triage(text) for text in (message.text, *parts)]
        alarms = self._readers.of_message([message.text, *parts], vectors)
        heard = [
            Likeness.of(alarm, part, seen[0], words, message.text)
            for alarm, part, words in zip(alarms, seen, (message.text, *parts), strict=True)
        ]
        return Heard(message, seen[0], heard)


def _paraphrases(vectors: Vectors) -> Indices:
    """A number for each row: rows that are alike, or alike to one that is, have the same."""
    blocks = [
        scipy.sparse.csr_matrix(vectors[start : start + _BLOCK] @ vectors.T >= ALIKE)
        for start in range(0, len(vectors), _BLOCK)
    ]
    _, groups = connected_components(scipy.sparse.vstack(blocks), directed=False)
    numbers: Indices = groups
    return numbers
