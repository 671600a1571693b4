"""Graph component around `understanding`: the whole pipeline, for training and wherever Rasa asks by itself.

In a conversation the channel has understood the message before the turn begins and hands Rasa the finished parse
(`parse_data`); `rasa shell nlu` and `rasa test` ask this component, which calls the same function.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    EXTRACTOR,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    METADATA,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.conversation import Decision
from b12guide.rasa.decided import DECISION, MAY_FOLLOW, VERDICT
from b12guide.shared import content
from b12guide.understanding import Bars, Understander, Understanding
from b12guide.understanding.acts import BESIDE, EXCERPT, NEAR
from b12guide.understanding.encoder.encoder import FOLDER, shared_encoder
from b12guide.understanding.encoder.kept_vectors import KEPT, KeptVectors
from b12guide.understanding.encoder.tuned_reader import shared_tuned_reader
from b12guide.understanding.intent_model import IntentModel, fit_intents
from b12guide.understanding.questions import QuestionBars, QuestionModel, asked_of, asks_none, leaning_of, texts_of
from b12guide.understanding.scope import ScopeBars
from b12guide.understanding.talk import shared_talk_reader
from b12guide.understanding.verdict import Thresholds
from b12guide.unread import UNREAD

Models = tuple[IntentModel, QuestionModel]
# What may be said after the answer is not in the message: no entity of it.
NOT_SAID = frozenset({BESIDE, NEAR})


class NoTrainingDataError(RuntimeError):
    """There is not one labelled example to train on."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Parser(GraphComponent):
    """Learns the intent model from `data/nlu/`, and the questions from `content/topics/`.

    It sets intent, ranking, entities and the verdict of a message.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`encoder`: the folder that `make setup` built; `kept`: where vectors of training phrases are kept; `intents`:
        arguments of `IntentModel`; `asked_from`, `glanced_from`, `scope`, `questions`, `verdict`: fields of `Bars`,
        `ScopeBars`, `QuestionBars`, `Thresholds`."""
        bars = Bars()
        return {
            "encoder": FOLDER,
            "kept": KEPT,
            "intents": {"width": 2.5, "ngram_weight": 0.2, "ridge": 0.15},
            "asked_from": bars.asked_from,
            "glanced_from": bars.glanced_from,
            "scope": asdict(bars.scope),
            "questions": asdict(bars.questions),
            "verdict": asdict(bars.verdict),
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, models: Models) -> None:
        self._config, self._storage, self._resource, self._models = config, storage, resource, models
        folder = Path(config["encoder"])
        bars = Bars(
            ScopeBars(**config["scope"]),
            QuestionBars(**config["questions"]),
            Thresholds(**config["verdict"]),
            float(config["asked_from"]),
            float(config["glanced_from"]),
        )
        encoder, second, talk = shared_encoder(folder), shared_tuned_reader(folder), shared_talk_reader(folder)
        topics = [(topic.id, topic.question) for topic in content().topics.values()]
        topics += [(button.topic, button.title) for button in content().reply_buttons() if button.topic]
        self.understander = Understander(*models, encoder, second, talk, bars, topics)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Parser:
        return cls(config, model_storage, resource, (IntentModel(**config["intents"]), QuestionModel()))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Parser:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, (IntentModel.load(folder), QuestionModel.load(folder)))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on the examples that carry an intent.

        Raises:
            NoTrainingDataError: `data/nlu/` holds no example.
        """
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        if not examples:
            raise NoTrainingDataError(
                "data/nlu/ holds no labelled example: add phrases under an intent and train again."
            )
        texts, intents = [one.get(TEXT) for one in examples], [one.get(INTENT) for one in examples]
        intent_model, question_model = self._models
        questions = asked_of(content())
        folder, kept = Path(self._config["encoder"]), Path(self._config["kept"])
        vectors = KeptVectors(shared_encoder(folder), kept).of([*texts, *leaning_of(questions)])
        fit_intents(intent_model, texts, vectors[: len(texts)], intents)
        others = [texts[place] for place in asks_none(intents)]
        asking = KeptVectors(shared_talk_reader(folder).encoder, kept).of([*texts_of(questions), *others])
        question_model.fit(
            questions,
            asking[: -len(others) or None],
            vectors[len(texts) :],
            others,
            asking[len(asking) - len(others) :],
        )
        with self._storage.write_to(self._resource) as folder:
            intent_model.save(folder)
            question_model.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """No other component learns from what this one says."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set what `parse_data` holds on each message."""
        for message in messages:
            whole = UNREAD not in (message.get(METADATA) or {})
            understood = self.understander.understand(message.get(TEXT) or "", whole=whole)
            for name, value in parse_data(understood).items():
                message.set(name, value, add_to_output=True)
        return messages


def parse_data(understood: Understanding, decided: Decision | None = None) -> dict[str, Any]:
    """What Rasa takes for the finished parse of a message (`UserMessage.parse_data`), and keeps with it.

    The intent is the kind of what was decided; of the message by itself where nothing is known of a conversation.
    """
    act = understood.act
    kind = decided.kind if decided is not None else act.kind
    ranked = [(kind, act.confidence if kind == act.kind else 1.0), *act.others]
    ranking = [{INTENT_NAME_KEY: label, PREDICTED_CONFIDENCE_KEY: share} for label, share in ranked]
    # They are of the message as a whole. Rasa's end-to-end tests ask where each begins and ends, in characters.
    place = {ENTITY_ATTRIBUTE_START: 0, ENTITY_ATTRIBUTE_END: len(understood.text)}
    entities = [
        {ENTITY_ATTRIBUTE_TYPE: name, **place, ENTITY_ATTRIBUTE_VALUE: value, EXTRACTOR: Parser.__name__}
        for name, value in act.details
        if name not in NOT_SAID
    ]
    return {
        TEXT: understood.text,
        INTENT: ranking[0],
        INTENT_RANKING_KEY: ranking,
        ENTITIES: entities,
        MAY_FOLLOW: [detail for detail in act.details if detail[0] in NOT_SAID],
        VERDICT: understood.verdict.to_json(),
        **({DECISION: decided.to_json()} if decided is not None else {}),
        **({EXCERPT: True} if understood.excerpt else {}),
    }
