"""What the graph components that hold an `IntentModel` share: how it is made, kept and read."""

from __future__ import annotations

from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.rasa.intent_model import IntentModel

Component = TypeVar("Component", bound="ModelComponent")
# The arguments of `IntentModel`.
MODEL_DEFAULTS = {"width": 2.5, "ngram_weight": 0.2, "ridge": 0.15}


class ModelComponent(GraphComponent):
    """A component with a trained `model`."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._storage, self._resource = storage, resource
        self.model = IntentModel(**{name: config[name] for name in MODEL_DEFAULTS})

    @classmethod
    def create(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Component:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Component:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.model = IntentModel.load(folder)
        return component

    def keep(self) -> Resource:
        """Write the model to where `load` reads it."""
        with self._storage.write_to(self._resource) as folder:
            self.model.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing: no later component learns from predictions."""
        return training_data
