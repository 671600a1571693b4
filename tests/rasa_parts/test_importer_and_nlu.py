"""What the model is made from: every card and topic has its place, and no phrase means two things."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.rasa.importer import ContentImporter
from b12guide.shared import cards, content
from b12guide.topics import TOPICS
from b12guide.understanding.intent_model import canonical
from b12guide.understanding.sign_model import CRISIS
from tests.conftest import ROOT

SIGNS = yaml.safe_load((ROOT / "content" / "safety" / "signs.yml").read_text(encoding="utf-8"))["signs"]
# The intent of a sign's phrases is its level, but for a wish to die, which has an intent of its own.
LEVELS = {sign["id"]: sign["level"] for sign in SIGNS if sign["level"] != "routine"}
SELF_HARM = "A11"


@pytest.fixture(scope="module")
def importer() -> ContentImporter:
    return ContentImporter(
        config_file=str(ROOT / "config.yml"),
        domain_path=str(ROOT / "domain.yml"),
        training_data_paths=[str(ROOT / "data")],
    )


@pytest.fixture(scope="module")
def domain(importer: ContentImporter) -> Domain:
    return importer.get_domain()


@pytest.fixture(scope="module")
def nlu(importer: ContentImporter) -> TrainingData:
    return importer.get_nlu_data()


def test_every_card_is_a_response(domain: Domain) -> None:
    """No action stands between a sign and its card: each is a response with the card's text."""
    for name, text in cards().responses().items():
        assert [variant["text"] for variant in domain.responses[name]] == [text], name
        assert text.strip(), name


@pytest.mark.parametrize("name", ["utter_emergency_general", "utter_emergency_still", "utter_urgent_general"])
def test_the_cards_that_the_policy_names_exist(domain: Domain, name: str) -> None:
    """The policy falls back on cards that are there."""
    assert name in domain.responses


def test_a_response_is_plain_text(domain: Domain) -> None:
    """No card waits for a slot, which could be missing."""
    assert [name for name, variants in domain.responses.items() if "{" in variants[0]["text"]] == []


def test_every_topic_is_an_intent_with_content(domain: Domain) -> None:
    """Each topic has its intent, its file, and nothing else calls itself a topic."""
    assert set(domain.intents) >= TOPICS
    assert set(content().topics) == TOPICS


def test_every_intent_of_the_training_data_is_known(domain: Domain, nlu: TrainingData) -> None:
    """Nothing is trained that the domain does not know."""
    assert nlu.intents <= set(domain.intents)


def test_the_question_of_each_topic_is_trained(nlu: TrainingData) -> None:
    """What a button says leads to the topic that it stands for."""
    trained = {(e.get("text"), e.get("intent")) for e in nlu.intent_examples}
    for topic in content().topics.values():
        assert (topic.question, topic.id) in trained


def test_no_phrase_has_two_intents(nlu: TrainingData) -> None:
    """The same words, whatever their case and end, are an example of one intent only."""
    intents: defaultdict[str, set[str]] = defaultdict(set)
    for example in nlu.intent_examples:
        intents[canonical(example.get("text"))].add(example.get("intent"))
    assert {text: sorted(names) for text, names in intents.items() if len(names) > 1} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "nlu").iterdir()), ids=lambda path: path.stem)
def test_a_file_of_phrases_is_named_by_what_they_mean(path: Path) -> None:
    """A file holds one intent, which it is named by, or one warning sign, by whose id its name begins."""
    blocks = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]
    sign = path.stem.partition("_")[0]
    meant = {CRISIS if sign == SELF_HARM else LEVELS[sign]} if sign in LEVELS else {path.stem}
    assert {block["intent"] for block in blocks} == meant
    assert path.suffix == ".yml"


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_every_topic_has_phrases_enough(nlu: TrainingData, topic: str) -> None:
    """A topic is asked about in at least 60 different ways."""
    phrases = {canonical(e.get("text")) for e in nlu.intent_examples if e.get("intent") == topic}
    assert len(phrases) >= 60


@pytest.mark.parametrize("intent", ["emergency", "urgent", "crisis"])
def test_every_warning_has_phrases_enough(nlu: TrainingData, intent: str) -> None:
    """The classifier hears of warnings in at least 60 different ways each."""
    assert Counter(e.get("intent") for e in nlu.intent_examples)[intent] >= 60
