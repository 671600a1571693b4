"""Reads the project as Rasa does, and adds what the content says: care cards as responses, questions as examples."""

from __future__ import annotations

from functools import cached_property

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.shared import cards, content


class ContentImporter(RasaFileImporter):
    """Care cards become responses of the domain, so that no action stands between a sign and its card."""

    @cached_property
    def _domain(self) -> Domain:
        domain = super().get_domain()
        known: dict[str, list[str]] = {"use_entities": []}
        trained = sorted(self._nlu_data.intents - set(domain.intents))
        cards_ = {name: [{"text": text}] for name, text in cards().responses().items()}
        more = {"intents": [{name: known} for name in trained], "responses": cards_}
        return domain.merge(Domain.from_dict(more))

    @cached_property
    def _nlu_data(self) -> TrainingData:
        said = {topic.question: topic.id for topic in content().topics.values()}
        said |= {button.title: button.topic for button in content().reply_buttons() if button.topic}
        examples = [Message.build(text=words, intent=topic) for words, topic in said.items()]
        data = super().get_nlu_data()
        # What `merge` does, without a copy of every phrase.
        data.training_examples = TrainingData.sanitize_examples([*data.training_examples, *examples])
        return data

    def get_domain(self) -> Domain:
        """The domain of `domain.yml`, with the care cards as responses and every intent of the training data."""
        return self._domain

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """`data/nlu/`, and what the buttons say: each topic's own question, and those of replies that lead to one."""
        return self._nlu_data
