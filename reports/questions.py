"""The section of `docs/understanding.md` on specific questions: how each is found by ways to ask that were held back.

python -m reports.questions [--page FILE] [--model FILE]
"""

from __future__ import annotations

import argparse
import re
import tarfile
import tempfile
import warnings
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from b12guide.content import Question
from b12guide.content.ways import held_back
from b12guide.rasa.train import phrases
from b12guide.shared import content
from b12guide.understanding.encoder.encoder import MODEL_FILE, TALK_MODEL_FILE
from b12guide.understanding.intent_model import WORDS_FILE, IntentModel
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.questions import (
    FOLDER,
    WHOLE,
    Found,
    QuestionBars,
    QuestionModel,
    asked_of,
    asks_none,
    leaning_of,
    texts_of,
)
from reports._intervals import Share
from reports._question_messages import paragraph
from reports._tables import table
from reports._understanding_data import KEPT, vectors_of

PAGE, MODEL = Path("docs/understanding.md"), Path("models/b12guide.tar.gz")
TITLE = "## Specific questions"
BARS = (0.30, 0.40, 0.45, 0.50, 0.55, 0.60, 0.70, 0.75, 0.80, 0.90)
# Of the phrases that ask none of the questions, those that are measured: none of them is learned.
EACH_HELD_BACK = 7


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


@dataclass(frozen=True)
class Measured:
    """Ways to ask that were held back, and the nearest question to phrases that ask none."""

    tried: list[Tried]
    foreign: list[Found]


def intents_of(model: Path) -> IntentModel:
    """The intent model in the archive `model`, which has learned none of the ways to ask."""
    with tempfile.TemporaryDirectory() as folder, tarfile.open(model) as archive:
        archive.extractall(folder)
        places = [path.parent for path in Path(folder).rglob(WORDS_FILE)]
        return IntentModel.load(next(place for place in places if place.name != FOLDER))


def measure(questions: list[Question], intents: IntentModel, bars: QuestionBars) -> Measured:
    """Look for each way to ask that the encoder of questions was never taught, where the model does not know it."""
    known = phrases()
    none = asks_none([intent for _, intent in known])
    every = asks_none([intent for _, intent in known], each=1)
    held = [place for place in every[::EACH_HELD_BACK] if place not in set(none)]
    others, foreign = [known[place][0] for place in none], [known[place][0] for place in held]
    # A topic as a whole is asked beside its questions, and is none that is looked for here.
    wholes = [one for one in asked_of(content()) if one.id.startswith(WHOLE)]
    ways = [(way, question.id) for question in questions for way in question.ask if held_back(way)]
    tried = [way for way, _ in ways]
    asking = _vectors([*texts_of([*questions, *wholes]), *others, *foreign], TALK_MODEL_FILE)
    plain = _vectors([*leaning_of(questions), *tried, *foreign], MODEL_FILE)

    def learned(some: list[Question]) -> QuestionModel:
        some = [*some, *wholes]
        return QuestionModel().fit(
            some, _rows(asking, texts_of(some)), _rows(plain, leaning_of(some)), others, _rows(asking, others)
        )

    def find(model: QuestionModel, texts: list[str]) -> list[list[Found]]:
        return model.find(texts, _rows(asking, texts), [intents.predict(text, plain[text]) for text in texts], bars)

    found = zip(ways, find(learned(_without_held_back(questions)), tried), strict=True)
    nearest = [one[0] for one in find(learned(questions), foreign)]
    return Measured([Tried(question, one) for (_, question), one in found], nearest)


def _without_held_back(questions: list[Question]) -> list[Question]:
    """The questions with the ways alone that were taught."""
    return [replace(one, ask=tuple(way for way in one.ask if not held_back(way))) for one in questions]


def _vectors(texts: list[str], model_file: str) -> dict[str, Vectors]:
    return dict(zip(texts, vectors_of(texts, kept=KEPT / "questions", model_file=model_file), strict=True))


def _rows(vectors: dict[str, Vectors], texts: list[str]) -> Vectors:
    return np.stack([vectors[text] for text in texts])


def section(model: Path) -> str:
    """The section, in Markdown, with a line for each question."""
    questions, bars = list(content().questions.values()), QuestionBars()
    found = measure(questions, intents_of(model), bars)
    return "\n\n".join(
        [
            TITLE,
            f"{len(questions)} questions with {sum(len(one.ask) for one in questions)} ways to ask. "
            f"{len(found.tried)} of them, about each fifth, the encoder of plans and questions was never taught "
            "([0018](decisions/0018-talk-about-plans.md)); here the model does not know them either, and looks for "
            "them among the others: people's own words are as new. The score is the "
            f"likeness to the ways to ask, {bars.answer:g} of the cosine to the answer, and {bars.prior:g} of the "
            f"confidence in the topic. From {bars.found:.2f} on a question of the topic that was heard is answered, "
            f"from {bars.other:.2f} on any other. Below, the topic answers, and the nearest questions are buttons.",
            f"Right question first: {_share(found.tried, 1)}; among the three nearest: {_share(found.tried, 3)}.",
            paragraph(model, {one.id: one.topic for one in questions}),
            _coverage(found),
            "Foreign phrases are those that ask no question of ours (other subjects, plans, small talk); they were not "
            "learned.",
            _lines(questions, found.tried, bars),
        ]
    )


def _share(tried: list[Tried], most: int) -> Share:
    return Share(sum(one.question in [f.question for f in one.found[:most]] for one in tried), len(tried))


def _coverage(found: Measured) -> str:
    rows = []
    for bar in BARS:
        answered = [one for one in found.tried if one.score >= bar]
        right = sum(one.right for one in answered)
        foreign = sum(one.score >= bar for one in found.foreign)
        rows.append(
            [
                f"{bar:.2f}",
                f"{len(answered) / len(found.tried):.1%}",
                f"{right / max(1, len(answered)):.1%}",
                f"{foreign / len(found.foreign):.1%}",
            ]
        )
    return table(["score at least", "answered", "right, of those answered", "foreign phrases answered"], rows)


def _lines(questions: list[Question], tried: list[Tried], bars: QuestionBars) -> str:
    rows = []
    for question in questions:
        of = [one for one in tried if one.question == question.id]
        right = [one for one in of if one.right]
        answered = sum(one.score >= bars.found for one in right)
        wrong = Counter(one.found[0].question for one in of if not one.right)
        taken = ", ".join(f"{other} ({count})" for other, count in wrong.most_common(2))
        rows.append([question.topic, question.id, len(of), len(right), answered, taken])
    return table(["topic", "question", "ways", "right first", "and answered", "mostly taken for"], sorted(rows))


def put(page: str, text: str) -> str:
    """`page` with its section on questions replaced by `text`, or with that at its end."""
    rest = re.sub(rf"^{TITLE}\n.*?(?=^## |\Z)", "", page, flags=re.M | re.S).rstrip()
    return f"{rest}\n\n{text}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the section on questions of docs/understanding.md.")
    parser.add_argument("--page", type=Path, default=PAGE)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    options.page.write_text(put(options.page.read_text(encoding="utf-8"), section(options.model)), encoding="utf-8")


if __name__ == "__main__":
    main()
