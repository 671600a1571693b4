"""What the encoder of questions learns from: python -m tune.question_lessons FILE, one JSON object a line.

Four of five ways to ask each question, the question itself with its answer, and a part of the phrases that ask none of
them, under their intents. The fifth way is never taught, so that what was learned can be measured on it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from b12guide.content import Question
from b12guide.content.ways import held_back
from b12guide.rasa.train import phrases
from b12guide.shared import content
from b12guide.understanding.questions import asks_none, beside_thing


def lessons(questions: Sequence[Question], others: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """The lessons that `questions` and phrases (text, intent) that ask none of them are: a text, and what it asks."""
    for one in questions:
        leaning = [(way, beside_thing(one.about, way)) for way in one.leaning]
        ways = [(way, way) for way in one.ask] + leaning
        taught = [text for way, text in ways if not held_back(way)]
        for text in dict.fromkeys([one.question, f"{one.question} {one.answer}", *taught]):
            yield {"text": text, "asks": one.id}
    for text, intent in dict(others).items():
        yield {"text": text, "asks": f"none: {intent}"}


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    known = phrases()
    others = [known[place] for place in asks_none([intent for _, intent in known])]
    found = lessons(list(content().questions.values()), others)
    Path(argv[0]).write_text("".join(f"{json.dumps(lesson)}\n" for lesson in found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
