"""What the second reader should count beside the first, and from which likeness on it is asked, on labelled messages.

    python -m reports._second_counts FILE.jsonl [...]

Each line of a file has a `text` and its `level`. Prints a table: of messages that are to be warned of, how many got no
level by what was heard alone (the rules see nothing: as with words that they do not know), and, with the rules, how
many of the others were called an emergency or urgent, and about how many of those the second reader was asked.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from b12guide.safety import Triage
from b12guide.shared import triage
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.second_reading import may_hold_sign, measured
from b12guide.understanding.sentences import Said
from b12guide.understanding.sign_model import alarm_of
from b12guide.understanding.understand import Understander
from b12guide.understanding.verdict import Thresholds, Verdict, beyond_doubt, is_alarming, judge, likenesses
from reports._labelled import read_sets
from reports._product import understander

COUNTS, ASKED_FROM = (0.5, 0.6, 0.7), (0.27, 0.15, 0.08)
# Words in which the rules see nothing.
_SEEN_NOTHING = "when is my next injection due"


@dataclass(frozen=True)
class Heard:
    """A message, what the rules see in it and its sentences, and what both readers say of them."""

    warned_of: bool
    parts: Sequence[str]
    judged: Sequence[Triage]
    first: Sequence[Prediction]
    second: Vectors

    def verdict(self, counts: float, asked_from: float, judged: Sequence[Triage] | None = None) -> Verdict:
        """The verdict where the second reader counts so much and is asked from there."""
        seen = self.judged if judged is None else judged
        alarming = any(is_alarming(one, self.parts[0], part) for one, part in zip(seen, self.parts, strict=True))
        if beyond_doubt(seen[0], alarming):
            return Verdict.of_rules(seen[0])
        said = list(self.first)
        asked = judged is None and self.asked(asked_from)
        if asked or (judged is not None and any(alarm_of(one.measures).sign >= asked_from for one in said)):
            said = [self._both(one, row, counts) for one, row in zip(said, self.second, strict=True)]
        return judge(seen[0], likenesses(said, self.parts, seen, seen[0]), self.parts, Thresholds())

    def asked(self, asked_from: float) -> bool:
        """Whether the second reader is asked."""
        return may_hold_sign(self.parts[0], [one.measures for one in self.first], asked_from)

    @staticmethod
    def _both(first: Prediction, second: Vectors, counts: float) -> Prediction:
        if np.isnan(second).any():
            return first
        return replace(first, measures=tuple(((1 - counts) * np.array(first.measures) + counts * second).tolist()))


def heard(reader: Understander, text: str, *, warned_of: bool) -> Heard:
    """What both readers say of a text, whether or not the second one would be asked."""
    said = Said.of(text, reader._questions.is_way)
    found = reader._model.predict_message(said, reader._vectors(said), reader._model.ngrams_say(said.texts))
    parts = [said.text, *said.sentences]
    first = [found.whole, *found.sentences][: len(parts)]
    return Heard(warned_of, parts, [triage(one) for one in parts], first, measured(reader._second, said)[: len(parts)])


def main(files: Sequence[str]) -> int:
    """Command line; returns the exit status."""
    if not files:
        print(__doc__, file=sys.stderr)
        return 2
    reader, nothing = understander(), triage(_SEEN_NOTHING)
    messages = read_sets([Path(name) for name in files], strict=True)
    all_heard = [heard(reader, one.text, warned_of=one.level in ("emergency", "urgent")) for one in messages]
    signs, others = ([one for one in all_heard if one.warned_of is warned] for warned in (True, False))
    print("| counts | asked from | no level, heard alone | others: emergency | urgent | others asked about |")
    print("|---|---|---|---|---|---|")
    for counts in COUNTS:
        for asked_from in ASKED_FROM:
            alone = [one.verdict(counts, asked_from, [nothing] * len(one.parts)) for one in signs]
            told = [one.verdict(counts, asked_from) for one in others]
            missed = sum(one.level not in ("emergency", "urgent") for one in alone)
            levels = [sum(one.warns and one.level == level for one in told) for level in ("emergency", "urgent")]
            asked = sum(one.asked(asked_from) for one in others)
            row = (f"{missed} of {len(signs)}", *(f"{n} of {len(others)}" for n in levels), f"{asked} of {len(others)}")
            print(f"| {counts} | {asked_from} | {' | '.join(row)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
