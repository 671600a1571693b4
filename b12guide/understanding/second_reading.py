"""What the tuned reader says of a message that may hold a warning sign, beside the first reading.

The small encoder hears every message in a few milliseconds. What it is unsure of is whether words of alarm are meant.
There a large one, tuned to tell just that, is right more often; it takes three to ten times as long, so it is asked
about few messages (docs/decisions/0013-tuned-reader.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from b12guide.safety import LEVELS
from b12guide.shared import spelt, triage
from b12guide.understanding.encoder.tuned_reader import TunedReader
from b12guide.understanding.known_texts import Vectors
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.sentences import Said
from b12guide.understanding.sign_model import EMERGENCY, MEASURES, URGENT, alarm_of

# What it reads of a message, in its own word pieces: a millisecond each. Each reading counts as so much at least: to
# read one word takes that time as well.
MOST_READ, LEAST_READ = 200, 10
# What it says counts for about two thirds: it is right more often than the small one, and both together more often yet.
SECOND_COUNTS = 0.65


def measured(reader: TunedReader, said: Said, *, sentences: bool = True) -> Vectors:
    """The measures of a message, then of its `sentences` (1 + sentences, measures); safe in any thread.

    It reads for a while only: the message, then its sentences, those in which the rules see most before the others;
    nothing of a message that is too long to be heard whole. What it does not read has no numbers (NaN), and the first
    reader stands.
    """
    texts = [said.heard, *said.sentences]
    each = range(1, len(texts)) if sentences else ()
    loudest = sorted(each, key=lambda place: -LEVELS.index(triage(texts[place]).level))
    left = 0 if said.excerpt else MOST_READ
    chosen = []
    for place in [0, *loudest]:
        left -= max(reader.pieces(spelt(texts[place])), LEAST_READ)
        if left < 0:
            break
        chosen.append(place)
    found: Vectors = np.full((len(texts), MEASURES), np.nan, np.float32)
    if chosen:
        found[chosen] = reader.measure([spelt(texts[place]) for place in chosen])
    return found


def may_hold_sign(text: str, first: Sequence[Sequence[float]], asked_from: float, hardly: float) -> bool:
    """Whether the second reader could change the level: the rules see an emergency, which it may doubt, or any of the
    `first` measures is as like a sign as `asked_from`; where the rules see an urgent one, as like an emergency, or all
    of them are below `hardly`."""
    level = triage(text).level
    alarms = [alarm_of(one) for one in first]
    if level == URGENT:
        return any(alarm.emergency >= asked_from for alarm in alarms) or all(alarm.sign < hardly for alarm in alarms)
    return level == EMERGENCY or any(alarm.sign >= asked_from for alarm in alarms)


def combined(first: Vectors, second: Vectors) -> Vectors:
    """What two readers say together, measure by measure, of the same texts (texts, measures)."""
    mean: Vectors = first + SECOND_COUNTS * (second - first)
    return mean


def both(first: Prediction, second: Vectors) -> Prediction:
    """The `first` prediction with what the `second` measures (measures,) make of its own, if it read the text."""
    if np.isnan(second).any():
        return first
    return replace(first, measures=tuple(combined(np.array(first.measures, np.float32), second).tolist()))
