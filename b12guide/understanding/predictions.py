"""What the intent model says of a text and of a message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Prediction:
    """What one text is about: each label with a confidence of its own, best first; how near it is to anything known."""

    ranking: list[tuple[str, float]]
    scope: float
    # What else was learned of texts, in the order in which `IntentModel.fit` was given it.
    measures: tuple[float, ...] = ()

    @property
    def label(self) -> str:
        return self.ranking[0][0]

    @property
    def confidence(self) -> float:
        return self.ranking[0][1]

    @property
    def exact(self) -> bool:
        """Whether the text is a known phrase or button, word for word."""
        return self.scope == float("inf")

    def confidence_of(self, label: str) -> float:
        """Confidence in `label`; 0 for one that is unknown."""
        return dict(self.ranking).get(label, 0.0)


@dataclass(frozen=True)
class MessagePrediction:
    """What a message is about.

    `heard`: by its whole text with its sentences heard beside it, those near our subject loudest, since the rest is the
    story around them; `whole`: by its whole text alone; `sentences` and `questions`: each by itself; `asks`: what of it
    asks, by itself, where the rest only tells.
    """

    heard: Prediction
    whole: Prediction
    sentences: list[Prediction]
    questions: list[Prediction]
    asks: Prediction | None = None
