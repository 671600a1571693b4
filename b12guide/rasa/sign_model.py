"""How like a warning sign a text is: two measures that the intent model learns beside its labels. No Rasa in here.

One tells emergencies and crises from texts without any sign, urgent phrases lying half way between; the other tells all
signs from texts without one. The labels alone would not do: they compete with each other and with 40 topics, and a
phrase between emergency and urgent would be sure of neither (docs/decisions/0004-warning-signs.md).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from b12guide.rasa.known_texts import Vectors

EMERGENCY, CRISIS, URGENT = "emergency", "crisis", "urgent"
SIGNS = frozenset({EMERGENCY, CRISIS, URGENT})
# Phrases with alarming words and no sign: they teach the measures alone, and are the intent of no message.
NO_SIGN = "no_sign"
# What the measures are for an emergency, something between, and no sign.
SURE, BETWEEN, NONE = 1.0, 0.0, -1.0
# How fast a likeness grows with its measure; half way between a sign and none it is one half.
STEEPNESS = 4.0


@dataclass(frozen=True)
class Alarm:
    """How like an emergency and how like any warning sign a text is, each from 0 to 1."""

    emergency: float
    sign: float


def measures(labels: Sequence[str]) -> Vectors:
    """What the intent model shall learn of texts with these intents: (n, 2), in the order of the fields of `Alarm`."""
    emergency = {EMERGENCY: SURE, CRISIS: SURE, URGENT: BETWEEN}
    sign = {EMERGENCY: SURE, CRISIS: SURE, URGENT: SURE}
    return np.array([(emergency.get(label, NONE), sign.get(label, NONE)) for label in labels], np.float32)


def alarm_of(measured: Sequence[float]) -> Alarm:
    """The alarm that the two learned measures of a text mean."""
    return Alarm(*(1 / (1 + math.exp(-STEEPNESS * value)) for value in measured))
