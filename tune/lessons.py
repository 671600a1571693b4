"""What the second reader learns from: python -m tune.lessons FILE [NAME...], one JSON object a line.

All training phrases with a sign or the words of one, all of `tune/lessons/` (own phrases in pairs of the same words and
different circumstances, which would make the first reader slow to train and no better), and a part of the others.

NAME: a file of `tune/lessons/`, without its ending, that came since it was tuned: all of these, and of what it has
learned before a part alone, so that it is not forgotten.
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
# One in so many lessons that it has learned before reminds it of them.
REMINDER = 10
# Likeness to an emergency and to any sign, and whether words of alarm are meant; less than 0 where there are none.
WANTED = {EMERGENCY: (1.0, 1.0, 1.0), CRISIS: (1.0, 1.0, 1.0), URGENT: (0.5, 1.0, 1.0), NO_SIGN: (0.0, 0.0, 0.0)}
OTHERS = (0.0, 0.0, -1.0)


def lessons(known: Iterable[tuple[str, str]]) -> Iterator[dict[str, str | float]]:
    """The lessons that phrases (text, intent) are, each text once."""
    for text, intent in dict(known).items():
        if intent in WANTED or not zlib.crc32(text.encode()) % EVERY:
            emergency, sign, presence = WANTED.get(intent, OTHERS)
            yield {"text": text, "emergency": emergency, "sign": sign, "presence": presence}


def since(names: Iterable[str], folder: Path = FOLDERS[1]) -> Iterator[dict[str, str | float]]:
    """The lessons of the files of `folder` with these names, then what reminds of all others.

    Raises:
        FileNotFoundError: there is no such file; its words name it.
    """
    files = [folder / f"{name}.yml" for name in names]
    if missing := [file for file in files if not file.is_file()]:
        raise FileNotFoundError(f"{missing[0]}: no such file of lessons. NEW names files of {folder} without .yml.")
    new = [phrase for file in files for phrase in phrases(folder, file.name)]
    known = {text for text, _ in new}
    yield from lessons(new)
    for lesson in lessons(phrase for place in FOLDERS for phrase in phrases(place)):
        if lesson["text"] not in known and not zlib.crc32(f"reminds: {lesson['text']}".encode()) % REMINDER:
            yield lesson


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if not argv:
        print(__doc__, file=sys.stderr)
        return 2
    found = since(argv[1:]) if argv[1:] else lessons(phrase for folder in FOLDERS for phrase in phrases(folder))
    Path(argv[0]).write_text("".join(f"{json.dumps(lesson)}\n" for lesson in found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
