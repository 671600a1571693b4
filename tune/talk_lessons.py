"""What the encoder of plans learns from: python -m tune.talk_lessons FILE, one JSON object a line.

`tune/talk/`, messages about plans with their spans; and, since whoever tells of a plan also asks, thanks and feels ill,
all training phrases, own phrases of signs (`tune/lessons/`, `tune/more/`), and the ways to ask each question.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from b12guide.content import Question
from b12guide.content.ways import held_back
from b12guide.rasa.train import DATA, phrases
from b12guide.settings import ROOT
from b12guide.shared import content
from b12guide.understanding.questions import beside_thing
from b12guide.understanding.sign_model import CRISIS, EMERGENCY, NO_SIGN, URGENT
from tune.talk import Talk, read

TUNE = ROOT / "tune"
LESSONS, MORE, TALK = TUNE / "lessons", TUNE / "more", TUNE / "talk"
SIGNS = "said_*.yml"
# More ways to ask each question than `make train` learns.
WAYS = MORE / "ways.yml"
# Likeness to an emergency and to any sign, and whether words of alarm are meant; less than 0 is not asked.
WANTED = {EMERGENCY: (1.0, 1.0, 1.0), CRISIS: (1.0, 1.0, 1.0), URGENT: (0.5, 1.0, 1.0), NO_SIGN: (0.0, 0.0, 0.0)}
CALM, UNKNOWN = (0.0, 0.0, -1.0), (-1.0, -1.0, -1.0)
# Acts beside which a message about a plan may hold a sign.
MAY_HOLD_SIGN = frozenset({"sign", "feeling"})

Lesson = dict[str, Any]


def of_phrases(known: Iterable[tuple[str, str]], *, intents: bool = True) -> Iterator[Lesson]:
    """The lessons that phrases (text, intent) are, each text once; without `intents`, of signs alone."""
    for text, intent in dict(known).items():
        lesson: Lesson = {"text": text, "measures": WANTED.get(intent, CALM)}
        yield {**lesson, "intent": intent} if intents and intent != NO_SIGN else lesson


def of_questions(questions: Sequence[Question], more: Mapping[str, Sequence[str]]) -> Iterator[Lesson]:
    """The lessons that questions are: ways to ask them by themselves and leaning on their thing, and their answers.

    Args:
        more: ways to ask beside their own, by the id of the question.
    """
    for one in questions:
        ways = [way for way in one.ask if not held_back(way)]
        for text in dict.fromkeys([one.question, *ways, *more.get(one.id, ())]):
            yield {"text": text, "intent": one.topic, "question": one.id, "measures": CALM}
        leaning = [beside_thing(one.about, way) for way in one.leaning if not held_back(way)]
        for text in [f"{one.question} {one.answer}", *leaning]:
            yield {"text": text, "question": one.id, "measures": UNKNOWN}


def of_talk(talk: Iterable[Talk]) -> Iterator[Lesson]:
    """The lessons that messages about plans are."""
    for one in talk:
        measures = UNKNOWN if MAY_HOLD_SIGN & set(one.acts) else CALM
        yield {"text": one.text, "measures": measures, "spans": one.spans, "acts": one.acts}


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    found = [
        *of_phrases(phrases(ROOT / DATA / "nlu")),
        *of_phrases([*phrases(LESSONS), *phrases(MORE, SIGNS)], intents=False),
        *of_questions(list(content().questions.values()), yaml.safe_load(WAYS.read_text(encoding="utf-8"))),
        *of_talk(read(TALK)),
    ]
    Path(argv[0]).write_text("".join(f"{json.dumps(lesson)}\n" for lesson in found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
