"""The order of the components is worked out once, and gives what Rasa's own runner gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.memoization import AugmentedMemoizationPolicy
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.events import ActionExecuted, ActionExecutionRejected, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa import inprocess
from b12guide.rasa.graph_runner import InOrderRunner
from tests.conftest import MODEL


class Adder(GraphComponent):
    """Adds up what it is given, and counts how often."""

    def __init__(self, plus: int) -> None:
        self.plus, self.runs = plus, 0

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any, **__: Any) -> Adder:
        return cls(config["plus"])

    def run(self, a: int, b: int = 0) -> int:
        self.runs += 1
        return a + b + self.plus


def schema() -> GraphSchema:
    """Three nodes, of which `last` needs the other two and `other` is needed by none."""
    node = {"uses": Adder, "constructor_name": "create", "fn": "run", "eager": True}
    return GraphSchema(
        {
            "last": SchemaNode(needs={"a": "first", "b": "second"}, config={"plus": 100}, is_target=True, **node),
            "first": SchemaNode(needs={"a": "__start__"}, config={"plus": 1}, **node),
            "second": SchemaNode(needs={"a": "first"}, config={"plus": 10}, **node),
            "other": SchemaNode(needs={"a": "__start__"}, config={"plus": 0}, is_target=True, **node),
        }
    )


@pytest.fixture
def stock(tmp_path: Path) -> DaskGraphRunner:
    """Rasa's runner of the three nodes."""
    return DaskGraphRunner.create(schema(), LocalModelStorage(tmp_path), ExecutionContext(schema()))


@pytest.mark.parametrize("targets", [["last"], ["second"], ["other", "last"], None])
def test_the_outputs_are_those_of_rasas_runner(stock: DaskGraphRunner, targets: list[str] | None) -> None:
    """Whatever is asked for, and again on a second run, it is what Rasa's runner returns."""
    mine = InOrderRunner(stock)
    for start in (1, 5):
        expected = stock.run({"__start__": start}, targets)
        assert mine.run({"__start__": start}, targets) == expected


def test_only_what_is_needed_runs_and_once(stock: DaskGraphRunner) -> None:
    """A node that two others need runs once; one that nothing asks for does not run."""
    nodes = stock._instantiated_nodes
    InOrderRunner(stock).run({"__start__": 1}, ["last"])
    assert {name: node._component.runs for name, node in nodes.items()} == {
        "last": 1, "first": 1, "second": 1, "other": 0,
    }  # fmt: skip


def test_the_trained_graph_reads_and_predicts_as_before() -> None:
    """With the loaded model a message is understood, and the next action predicted, as by Rasa's own runner."""
    agent = Agent.load(str(MODEL))
    assert agent.processor is not None
    stock_runner = agent.processor.graph_runner
    inprocess.install(agent)
    tracker = DialogueStateTracker.from_events("someone", [], agent.domain.slots)
    for text in ("how long until I feel better?", "my throat is swelling", "every 12 weeks", "hello"):
        found = []
        for runner in (stock_runner, agent.processor.graph_runner):
            agent.processor.graph_runner = runner
            found.append(agent.processor._parse_message_with_graph(UserMessage(text), tracker))
        assert found[0] == found[1], text


TALK = (
    "hello",
    "how long until I feel better?",
    "my throat is swelling",
    "ok thank you",
    "every 12 weeks",
    "asdf qwer",
)


def predict(agent: Agent, runner: Any, events: list[Event]) -> PolicyPrediction:
    """The next action after `events`, by the policies as `runner` runs them."""
    assert agent.processor is not None
    agent.processor.graph_runner = runner
    tracker = DialogueStateTracker.from_events("someone", events, agent.domain.slots, domain=agent.domain)
    return agent.processor._predict_next_with_tracker(tracker)


def test_memory_is_asked_where_it_can_matter_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a conversation, and after an action that was refused, the predictions are those of Rasa's runner; where a
    rule or a warning sign decides, memory does not read the conversation again."""
    agent, asked = Agent.load(str(MODEL)), []
    recall = AugmentedMemoizationPolicy.recall
    monkeypatch.setattr(AugmentedMemoizationPolicy, "recall", lambda *a, **k: asked.append(1) or recall(*a, **k))
    assert agent.processor is not None
    stock = agent.processor.graph_runner
    mine = InOrderRunner(stock)
    events: list[Event] = [ActionExecuted("action_session_start"), ActionExecuted("action_listen")]
    for text in TALK:
        tracker = DialogueStateTracker.from_events("someone", events, agent.domain.slots, domain=agent.domain)
        found = agent.processor._parse_message_with_graph(UserMessage(text), tracker)
        events = [*events, UserUttered(text, found["intent"], found["entities"], found)]
        expected = predict(agent, stock, events)
        asked.clear()
        assert predict(agent, mine, events) == expected, text
        assert bool(asked) == (expected.max_confidence < 1.0 or "Memo" in (expected.policy_name or "")), text
        action = agent.domain.action_names_or_texts[expected.max_confidence_index]
        refused = [*events, ActionExecutionRejected(action)]
        expected = predict(agent, stock, refused)
        asked.clear()
        assert predict(agent, mine, refused) == expected, text
        assert asked, text
        events = [*events, ActionExecuted(action), ActionExecuted("action_listen")]
