"""What the intent classifier says of training phrases that it was not trained on, and of labelled messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from sklearn.model_selection import StratifiedKFold

from b12guide.rasa.encoder import Encoder, shared_encoder
from b12guide.rasa.intent_classifier import LikenessClassifier
from b12guide.rasa.intent_model import IntentModel, Prediction
from b12guide.rasa.kept_vectors import KeptVectors
from b12guide.rasa.safety_gate import CRISIS, EMERGENCY, URGENT, SafetyGate, Thresholds, audible
from b12guide.rasa.sentence_encoder import SentenceEncoder
from b12guide.rasa.sentences import sentences
from b12guide.safety import Triage
from b12guide.shared import triage
from reports._labelled import Message

FOLDS = 5
Indices = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True)
class Heard:
    """A message with what rules and classifier say of it. `predictions`: those that may raise the level;
    `all_predictions`: those and the others."""

    message: Message
    rules: Triage
    predictions: Sequence[Prediction]
    all_predictions: Sequence[Prediction]


def likeliest(predictions: Sequence[Prediction], *labels: str) -> float:
    """The highest confidence in any of `labels`."""
    return max((p.confidence_of(label) for p in predictions for label in labels), default=0.0)


class Classifier:
    """The classifier of `config.yml`, fitted on `data/`."""

    def __init__(self, config: Path, domain: Path, data: Path) -> None:
        pipeline = yaml.safe_load(config.read_text(encoding="utf-8"))["pipeline"]
        parts: dict[str, dict[str, Any]] = {part["name"].rpartition(".")[2]: part for part in pipeline}
        gate = {**SafetyGate.get_default_config(), **parts[SafetyGate.__name__]}
        encoder = {**SentenceEncoder.get_default_config(), **parts[SentenceEncoder.__name__]}
        likeness = {**LikenessClassifier.get_default_config(), **parts[LikenessClassifier.__name__]}
        self.thresholds = Thresholds(**{name: float(gate[name]) for name in Thresholds.__dataclass_fields__})
        self._settings = {name: float(likeness[name]) for name in ("width", "ngram_weight", "ridge")}
        self._folder, self._kept = Path(encoder["folder"]), Path(encoder["kept"])
        self._encoder: Encoder = shared_encoder(self._folder)
        importer = TrainingDataImporter.load_from_config(str(config), str(domain), [str(data)])
        examples = importer.get_nlu_data().intent_examples
        self._texts: list[str] = [example.get(TEXT) for example in examples]
        self._labels: list[str] = [example.get(INTENT) for example in examples]
        self._vectors = KeptVectors(self._encoder, self._folder, self._kept).of(self._texts)
        self._model = self._fit(np.arange(len(self._texts)))

    def hear(self, messages: Sequence[Message]) -> list[Heard]:
        """What is said of `messages`, none of which stands among the training phrases."""
        return [self._hear(message, self._model) for message in messages]

    def cross_validated(self) -> list[Heard]:
        """What is said of each training phrase by a classifier that was fitted on four fifths of the others."""
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
        heard: list[Heard] = []
        for fitted, held in folds.split(self._texts, self._labels):
            model = self._fit(fitted)
            for index in held:
                text, label = self._texts[index], self._labels[index]
                level = EMERGENCY if label in (EMERGENCY, CRISIS) else URGENT if label == URGENT else None
                message = Message(text, level, level or "none", label, f"training phrase {index}")
                prediction = model.predict(text, self._vectors[index])
                heard.append(Heard(message, triage(text), audible(text, prediction, [], []), [prediction]))
        return heard

    def _fit(self, chosen: Indices) -> IntentModel:
        texts, labels = [self._texts[i] for i in chosen], [self._labels[i] for i in chosen]
        return IntentModel(**self._settings).fit(texts, self._vectors[chosen], labels)

    def _hear(self, message: Message, model: IntentModel) -> Heard:
        parts = sentences(message.text)
        parts = parts if len(parts) > 1 else []
        vectors = self._encoder.encode([message.text, *parts])
        _, whole, singles = model.predict_message(message.text, vectors[0], parts, list(vectors[1:]))
        heard = audible(message.text, whole, parts, singles)
        return Heard(message, triage(message.text), heard, [whole, *singles])
