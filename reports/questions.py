"""The section of `docs/understanding.md` on specific questions: how each is found by ways to ask that were held back.

python -m reports.questions [--page FILE]
"""

from __future__ import annotations

import argparse
import re
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from b12guide.content import Question
from b12guide.content.ways import held_back
from b12guide.shared import content
from b12guide.understanding.encoder.encoder import Encoder, Vectors
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.questions import Found, QuestionBars, QuestionModel, beside_thing, leaning_of, texts_of
from bench.untaught import untaught
from reports._intervals import Share
from reports._tables import table
from reports._understanding_data import (
    NEAR,
    encoder_in_use,
    fitted,
    own_messages,
    taught_ways,
    training_phrases,
    vectors_of,
)

PAGE = Path("docs/understanding.md")
TITLE, LEANING_TITLE = "## Specific questions", "### Questions that lean"
BARS = (0.30, 0.40, 0.45, 0.50, 0.55, 0.60, 0.70, 0.75, 0.80, 0.90)
FOCUSED_BARS = (0.40, 0.50, 0.55, 0.60, 0.65, 0.70, 0.80)


@dataclass(frozen=True)
class Tried:
    """A way to ask that was held back: the question that it asks, and what was nearest to it, best first."""

    question: str
    found: list[Found]

    @property
    def right(self) -> bool:
        return self.found[0].question == self.question

    @property
    def score(self) -> float:
        return self.found[0].score


class Taught:
    """The model of `questions` without what is held back, on the vectors of `encoder`.

    others: further texts that are to be looked for.
    """

    def __init__(self, questions: Sequence[Question], encoder: Encoder, others: Sequence[str] = ()) -> None:
        texts = list(dict.fromkeys([*texts_of(questions), *leaning_of(questions), *others]))
        self._vectors = dict(zip(texts, vectors_of(encoder, texts, "questions"), strict=True))
        known = [_taught(one) for one in questions]
        self.model = QuestionModel().fit(known, self.vectors(texts_of(known)), self.vectors(leaning_of(known)))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """The vectors of `texts`."""
        return np.stack([self._vectors[text] for text in texts])

    def find(self, texts: Sequence[str], heard: Sequence[Prediction], bars: QuestionBars) -> list[list[Found]]:
        """What each of `texts` is nearest to."""
        return self.model.find(texts, self.vectors(texts), heard, bars)

    def of_thing(self, thing: str, text: str, bars: QuestionBars) -> str:
        """The question that a text asks of a thing, or ""."""
        read = beside_thing(thing, text)
        return next(iter(self.model.of_thing(thing, read, self._vectors[read], bars)), "")


def _taught(one: Question) -> Question:
    return replace(one, ask=taught_ways(one), leaning=tuple(way for way in one.leaning if not held_back(way)))


def section() -> str:
    """The section, in Markdown, with a line for each question."""
    questions, bars = list(content().questions.values()), QuestionBars()
    ways = [(way, one.id) for one in questions for way in one.ask if held_back(way)]
    asking = [way for way, _ in ways]
    foreign = [one.text for one in own_messages().foreign if one.kind != NEAR]
    leaning = [(one.about, way, one.id) for one in questions for way in one.leaning if held_back(way)]
    things = sorted({one.about for one in questions})
    put_in = [(things[place % len(things)], text) for place, text in enumerate(foreign)]
    others = [beside_thing(thing, text) for thing, text in [*put_in, *((thing, way) for thing, way, _ in leaning)]]
    encoder = encoder_in_use()
    taught = Taught(questions, encoder, [*foreign, *others])
    intents = fitted(encoder, training_phrases(taught_alone=True))

    def find(texts: list[str]) -> list[list[Found]]:
        heard = [intents.predict(*one) for one in zip(texts, taught.vectors(texts), strict=True)]
        return taught.find(texts, heard, bars)

    tried = [Tried(question, found) for (_, question), found in zip(ways, find(asking), strict=True)]
    return "\n\n".join(
        [
            TITLE,
            f"{len(questions)} questions with {sum(len(one.ask) for one in questions)} ways to ask. "
            f"{len(tried)} of them, about each fifth, the encoder was never taught "
            "([0017](decisions/0017-one-taught-encoder.md)); here the heads do not know them either, and look for them "
            "among the others. The score is the cosine to the middle of the ways to ask, "
            f"{bars.answer:g} of the cosine to the answer, and {bars.prior:g} of the confidence in the topic. From "
            f"{bars.found:.2f} on, and {bars.lead:.2f} before the next one, a question of the topic that was "
            f"understood is answered; from {bars.sure:.2f} on, and {bars.apart:.2f} before the next one, whatever "
            "topic was understood. Below, the topic answers, and the nearest questions are buttons.",
            f"Right question first: {_share(tried, 1)}; among the three nearest: {_share(tried, 3)}.",
            "By nearness alone, whatever its topic, with the encoder in use and with the one that was published:",
            table(
                ["encoder", "right question first", "among the three nearest"],
                [
                    _by_nearness("taught", taught, ways),
                    _by_nearness("as published", Taught(questions, untaught()), ways),
                ],
            ),
            _coverage(tried, [one[0] for one in find(foreign)]),
            "Foreign messages are those of the repository about other subjects (`tests/understanding/sets`).",
            _lines(questions, tried, bars),
            LEANING_TITLE,
            _leaning(taught, leaning, put_in, bars),
        ]
    )


def _by_nearness(name: str, taught: Taught, ways: Sequence[tuple[str, str]]) -> list[object]:
    nothing = Prediction([], 0.0)
    found = taught.find([way for way, _ in ways], [nothing] * len(ways), QuestionBars())
    tried = [Tried(question, one) for (_, question), one in zip(ways, found, strict=True)]
    return [name, _share(tried, 1), _share(tried, 3)]


def _share(tried: Sequence[Tried], most: int) -> Share:
    return Share(sum(one.question in [f.question for f in one.found[:most]] for one in tried), len(tried))


def _coverage(tried: Sequence[Tried], foreign: Sequence[Found]) -> str:
    rows = []
    for bar in BARS:
        answered = [one for one in tried if one.score >= bar]
        right = sum(one.right for one in answered)
        taken = sum(one.score >= bar for one in foreign)
        shares = (len(answered) / len(tried), right / max(1, len(answered)), taken / len(foreign))
        rows.append([f"{bar:.2f}", *(f"{share:.1%}" for share in shares)])
    return table(["score at least", "answered", "right, of those answered", "foreign messages answered"], rows)


def _lines(questions: Sequence[Question], tried: Sequence[Tried], bars: QuestionBars) -> str:
    rows = []
    for question in questions:
        of = [one for one in tried if one.question == question.id]
        right = [one for one in of if one.right]
        answered = sum(one.score >= bars.found for one in right)
        wrong = Counter(one.found[0].question for one in of if not one.right)
        taken = ", ".join(f"{other} ({count})" for other, count in wrong.most_common(2))
        rows.append([question.topic, question.id, len(of), len(right), answered, taken])
    return table(["topic", "question", "ways", "right first", "and answered", "mostly taken for"], sorted(rows))


def _leaning(
    taught: Taught, ways: Sequence[tuple[str, str, str]], others: Sequence[tuple[str, str]], bars: QuestionBars
) -> str:
    """How `ways` that lean (thing, way, question) are found with their thing in front, and what of `others` (thing,
    message) is answered so."""
    rows = []
    for bar in sorted({*FOCUSED_BARS, bars.focused}):
        at = replace(bars, focused=bar)
        answered = [best == question for thing, way, question in ways if (best := taught.of_thing(thing, way, at))]
        taken = sum(bool(taught.of_thing(thing, text, at)) for thing, text in others)
        shares = (len(answered) / len(ways), sum(answered) / max(1, len(answered)), taken / len(others))
        mark = f"**{bar:.2f}**" if bar == bars.focused else f"{bar:.2f}"
        rows.append([mark, *(f"{share:.1%}" for share in shares)])
    return (
        f"{len(ways)} of the ways that lean, which the encoder was never taught, read with their thing put in "
        f'("tablets: what dose?"), and {len(others)} messages about other subjects, each with some thing put in. Of '
        "these the rows of the decision before it take most.\n\n"
        + table(["score at least", "answered", "right, of those answered", "other messages answered"], rows)
    )


def put(page: str, text: str) -> str:
    """`page` with its section on questions replaced by `text`, or with that at its end."""
    rest = re.sub(rf"^{TITLE}\n.*?(?=^## |\Z)", "", page, flags=re.M | re.S).rstrip()
    return f"{rest}\n\n{text}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the section on questions of docs/understanding.md.")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    options.page.write_text(put(options.page.read_text(encoding="utf-8"), section()), encoding="utf-8")


if __name__ == "__main__":
    main()
