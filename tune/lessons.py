"""What the second reader learns from: python -m tune.lessons FILE, one JSON object a line.

All training phrases with a sign or the words of one, all of `tune/lessons/` (own phrases in pairs of the same words and
different circumstances, which would make the first reader slow to train and no better), and a part of the others.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from b12guide.rasa.train import DATA, phrases
from b12guide.settings import ROOT
from b12guide.understanding.sign_model import CRISIS, EMERGENCY, NO_SIGN, URGENT

FOLDERS = (ROOT / DATA / "nlu", ROOT / "tune" / "lessons")
# One in so many phrases without words of a sign is a lesson. Which depends on nothing but the phrase.
EVERY = 3
# Likeness to an emergency and to any sign, and whether words of alarm are meant; less than 0 where there are none.
WANTED = {EMERGENCY: (1.0, 1.0, 1.0), CRISIS: (1.0, 1.0, 1.0), URGENT: (0.5, 1.0, 1.0), NO_SIGN: (0.0, 0.0, 0.0)}
OTHERS = (0.0, 0.0, -1.0)


def lessons(known: Iterable[tuple[str, str]]) -> Iterator[dict[str, str | float]]:
    """The lessons that phrases (text, intent) are, each text once."""
    for text, intent in dict(known).items():
        if intent in WANTED or not zlib.crc32(text.encode()) % EVERY:
            emergency, sign, presence = WANTED.get(intent, OTHERS)
            yield {"text": text, "emergency": emergency, "sign": sign, "presence": presence}


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    found = lessons(phrase for folder in FOLDERS for phrase in phrases(folder))
    Path(argv[0]).write_text("".join(f"{json.dumps(lesson)}\n" for lesson in found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
