"""What the plan dialogue knows of a person's plan between two messages; JSON in and out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from .dialogue_wording import Wording
from .model import Anchor, Phase, Question
from .schedule import missing

# What the dialogue itself can ask, beside the questions of the reader (`Question.about`).
CONFIRM, CHANGE, NEXT_DATE = "confirm", "change", "next_date"


@dataclass
class State:
    """Attributes:
    phases, anchor: the plan and the date that it is counted from, as far as known.
    open: questions that reading left, to be asked in this order.
    about, asked: what the person was asked last (`Question.about`, or one of the dialogue's own), and in which words.
    notes: assumptions to say when the plan is read back.
    confirmed: the person said that this is what the clinic said.
    paused: a reaction was told of; no dates until the clinic agreed to go on.
    """

    phases: tuple[Phase, ...] = ()
    anchor: Anchor | None = None
    dose_mcg: float | None = None
    route: str | None = None
    product: str | None = None
    open: list[Question] = field(default_factory=list)
    about: str | None = None
    asked: str | None = None
    options: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    confirmed: bool = False
    paused: bool = False

    def ask(self, about: str, text: str, options: tuple[str, ...] = ()) -> None:
        """Note what the person is asked now."""
        self.about, self.asked, self.options = about, text, options

    def next_question(self, wording: Wording) -> Question | None:
        """The first thing that is missing; None where dates can be counted."""
        if self.open:
            return self.open[0]
        if not self.phases:
            return Question("interval", wording("ask_interval"))
        if self.anchor is None:
            return Question("anchor", wording("ask_anchor"))
        return missing(self.phases, self.anchor)

    def answered(self) -> None:
        """Nothing is asked any more."""
        self.about, self.asked, self.options = None, None, ()

    def to_json(self) -> dict[str, Any]:
        """A value for the slot: JSON throughout, dates as ISO 8601."""
        anchor = None
        if self.anchor is not None:
            anchor = {**asdict(self.anchor), "date": self.anchor.date.isoformat()}
        return {
            "phases": [asdict(phase) for phase in self.phases],
            "anchor": anchor,
            "dose_mcg": self.dose_mcg,
            "route": self.route,
            "product": self.product,
            "open": [asdict(question) for question in self.open],
            "about": self.about,
            "asked": self.asked,
            "options": list(self.options),
            "notes": list(self.notes),
            "confirmed": self.confirmed,
            "paused": self.paused,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | None) -> State:
        """Read what `to_json` wrote; a new state for None."""
        if not value:
            return cls()
        known = {f.name for f in fields(cls)}
        state = cls(**{name: v for name, v in value.items() if name in known})
        state.phases = tuple(Phase(**_tuples(phase)) for phase in value.get("phases") or ())
        anchor = value.get("anchor")
        state.anchor = Anchor(**{**anchor, "date": date.fromisoformat(anchor["date"])}) if anchor else None
        state.open = [Question(**_tuples(question)) for question in value.get("open") or ()]
        state.options = tuple(value.get("options") or ())
        return state


def _tuples(value: Mapping[str, Any]) -> dict[str, Any]:
    """JSON has lists where the model has tuples."""
    return {name: tuple(v) if isinstance(v, list) else v for name, v in value.items()}
