"""Reads the project as Rasa does, and adds what the content says: care cards as responses, questions as examples."""

from __future__ import annotations

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.content import load_content
from b12guide.detection import cards
from b12guide.settings import CONTENT


class ContentImporter(RasaFileImporter):
    """Care cards become responses of the domain, so that no action stands between a sign and its card."""

    def get_domain(self) -> Domain:
        """The domain of `domain.yml` with one text response for every card."""
        responses = {name: [{"text": text}] for name, text in cards().responses().items()}
        return super().get_domain().merge(Domain.from_dict({"responses": responses}))

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """`data/nlu/`, and what the buttons say: each topic's own question, and those of replies that lead to one."""
        content = load_content(CONTENT)
        said = {topic.question: topic.id for topic in content.topics.values()}
        said |= {button.title: button.topic for button in content.reply_buttons() if button.topic}
        examples = [Message.build(text=words, intent=topic) for words, topic in said.items()]
        return super().get_nlu_data(language).merge(TrainingData(examples))
