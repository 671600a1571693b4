"""What a message does to an injection plan, and which of its words say so: the heads of plans. No Rasa in here.

The encoder learned both from messages about plans in which people marked the parts (`tune/talk/`). What a part says, a
date or how often, is read from its words by the grammar of plans; here is only heard that it is one, and of what: that
"the 12th" is the day of the last dose, of one that was missed, or of a flu jab. What the acts and tags mean:
tune/talk/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import scipy.special

from b12guide.understanding.encoder.encoder import (
    TALK_HEADS_FILE,
    TALK_MODEL_FILE,
    Encoded,
    Encoder,
    EncoderMissingError,
    Vectors,
)

# The number of the tag of a piece that is no part of anything; each tag has two after it, where it begins and goes on.
NOTHING = 0


@dataclass(frozen=True)
class Span:
    """A part of a message: from where to where it stands, of what it is one, and how surely, from 0 to 1."""

    start: int
    end: int
    tag: str
    share: float


@dataclass(frozen=True)
class Talk:
    """What a message does to a plan by itself.

    text: the message, in which runs of blanks are one. spans: its parts, in order. acts: how surely it does each thing,
    from 0 to 1.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()
    acts: tuple[tuple[str, float], ...] = ()

    def words(self, span: Span) -> str:
        """The words of a part."""
        return self.text[span.start : span.end]

    def of(self, *tags: str) -> list[Span]:
        """The parts with one of these tags, in order."""
        return [span for span in self.spans if span.tag in tags]

    def within(self, start: int, end: int) -> Talk:
        """What is said from `start` to `end`, by itself."""
        spans = (
            replace(one, start=one.start - start, end=one.end - start) for one in self.spans if start <= one.start < end
        )
        return replace(self, text=self.text[start:end], spans=tuple(spans))

    def share(self, *acts: str) -> float:
        """How surely the message does one of these things."""
        return max((share for act, share in self.acts if act in acts), default=0.0)


class TalkReader:
    """The encoder that was taught to hear plans and to tell questions apart, and its heads for parts and acts of plans.
    It keeps nothing of any text."""

    def __init__(self, encoder: Encoder, tags: Sequence[str], of_tags: tuple[Vectors, Vectors], acts: Sequence[str],
                 of_acts: tuple[Vectors, Vectors]) -> None:  # fmt: skip
        """`of_tags`, `of_acts`: the weights (numbers, d) and offsets (numbers,) of each head."""
        self.encoder, self._tags, self._acts = encoder, list(tags), list(acts)
        self._of_tags, self._of_acts = of_tags, of_acts

    @classmethod
    def load(cls, folder: Path) -> TalkReader:
        """Read it from `folder`, where `make setup` put it.

        Raises:
            EncoderMissingError: a file is not there, or not whole.
        """
        encoder = Encoder.load(folder, model_file=TALK_MODEL_FILE)
        try:
            with np.load(folder / TALK_HEADS_FILE) as kept:
                tags, acts = ((kept[f"{name}.weight"], kept[f"{name}.bias"]) for name in ("tags", "acts"))
                return cls(encoder, kept["tags.names"].tolist(), tags, kept["acts.names"].tolist(), acts)
        except (OSError, ValueError, KeyError) as error:
            raise EncoderMissingError(
                f"{folder / TALK_HEADS_FILE} is missing or cannot be read ({type(error).__name__}): "
                "remove it and run `make setup`, which builds it."
            ) from error

    def read(self, text: str) -> Talk:
        """What a message does to a plan; safe in any thread."""
        return self.hear(self.encoder.read(text))

    def hear(self, message: Encoded) -> Talk:
        """What a message that the encoder has read does to a plan."""
        weights, offsets = self._of_tags
        shares = scipy.special.softmax(message.pieces @ weights.T + offsets, axis=1)
        weights, offsets = self._of_acts
        acts = scipy.special.expit(message.pieces.mean(axis=0) @ weights.T + offsets)
        return Talk(
            message.text, tuple(self._spans(message, shares)), tuple(zip(self._acts, acts.tolist(), strict=True))
        )

    def _spans(self, message: Encoded, shares: Vectors) -> Iterator[Span]:
        found: list[Span] = []
        for start, end, pieces in _words(message):
            row = shares[pieces].mean(axis=0)
            # A tag is there whether it begins or goes on; its first piece says which.
            of_tag = row[1::2] + row[2::2]
            best = int(of_tag.argmax())
            if row[NOTHING] >= of_tag[best]:
                yield from found
                found = []
                continue
            tag, share = self._tags[best], float(of_tag[best])
            first = shares[pieces[0]]
            begins = first[1 + 2 * best] > first[2 + 2 * best]
            if found and found[0].tag == tag and not begins:
                found = [Span(found[0].start, end, tag, min(share, found[0].share))]
            else:
                yield from found
                found = [Span(start, end, tag, share)]
        yield from found


def _words(message: Encoded) -> Iterator[tuple[int, int, list[int]]]:
    """Each word of a message: from where to where it stands, and its pieces. A sign is a word of its own."""
    start, end, pieces = 0, -1, list[int]()
    for place, (begin, finish) in enumerate(zip(message.begins.tolist(), message.ends.tolist(), strict=True)):
        if finish <= begin:
            continue
        joined = pieces and begin == end and message.text[begin - 1].isalnum() and message.text[begin].isalnum()
        if not joined and pieces:
            yield start, end, pieces
        start, pieces = (start, [*pieces, place]) if joined else (begin, [place])
        end = finish
    if pieces:
        yield start, end, pieces


@lru_cache(maxsize=2)
def shared_talk_reader(folder: Path) -> TalkReader:
    """One for all components of the process: it holds 23 MB and keeps no state."""
    return TalkReader.load(folder)
