"""What is decided about a message, and what a row of the table looks at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from b12guide.conversation.kinds import WORDS
from b12guide.conversation.state import PLAN, State
from b12guide.conversation.whose import ME, Whose, whose
from b12guide.plan import dialogue
from b12guide.understanding import Understanding


@dataclass(frozen=True)
class Step:
    """One thing that is done about a message: its kind, and (name, value) pairs that it carries, in order."""

    kind: str
    details: tuple[tuple[str, str], ...] = ()

    def values(self, name: str) -> list[str]:
        """The values of a detail, each once, in order."""
        return list(dict.fromkeys(value for detail, value in self.details if detail == name))

    def read_from(self, words: str) -> Step:
        """The step of a plan, which reads a piece of the message and not all of it; any other as it is."""
        if self.kind != PLAN or any(name == WORDS for name, _ in self.details):
            return self
        return replace(self, details=(*self.details, (WORDS, words)))


@dataclass(frozen=True)
class Decision:
    """What is done about a message, in order; the first step is what the conversation sees it as. `by` names the row
    of the table that took it."""

    steps: tuple[Step, ...]
    by: str = field(default="", compare=False)

    @property
    def kind(self) -> str:
        """The kind of the first step."""
        return self.steps[0].kind

    def to_json(self) -> dict[str, Any]:
        """As a JSON object, for what is stored of a message."""
        steps = [{"kind": step.kind, "details": [list(pair) for pair in step.details]} for step in self.steps]
        return {"steps": steps, "by": self.by}

    @classmethod
    def from_json(cls, value: Any) -> Decision | None:
        """What `to_json` wrote; None for anything else."""
        if not isinstance(value, dict) or not value.get("steps"):
            return None
        steps = [
            Step(str(one["kind"]), tuple((str(name), str(said)) for name, said in one["details"]))
            for one in value["steps"]
        ]
        return cls(tuple(steps), str(value.get("by", "")))


@dataclass(frozen=True)
class Asked:
    """What a row looks at: the message by itself, the conversation, and for whom dates are counted; `written`: the
    message as it was written, where `said` has it in other words."""

    said: Understanding
    state: State
    who: dialogue.Who
    written: str = ""

    @property
    def kind(self) -> str:
        return self.said.act.kind

    @cached_property
    def about(self) -> Whose:
        """Whose plan the message is about."""
        state = self.state
        text = self.written or self.said.text
        about = whose(text, current=state.whose, known=state.known, last=state.other, child=state.of_child)
        if state.speaker is not None and about.person == state.speaker:
            # Who writes now is named: their plan is the writer's own.
            return replace(about, person=ME)
        return about

    def has(self, name: str) -> bool:
        """Whether the message carries a detail of this name."""
        return bool(self.said.act.values(name))


Taken = tuple[Step, ...] | None
Row = Callable[[Asked], Taken]
