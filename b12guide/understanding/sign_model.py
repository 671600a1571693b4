"""How like a warning sign a text is: three measures that the intent model learns beside its labels. No Rasa in here.

One tells emergencies and crises from texts without any sign, urgent phrases lying half way between; the other tells all
signs from texts without one. The labels alone would not do: they compete with each other and with 40 topics, and a
phrase between emergency and urgent would be sure of neither (docs/decisions/0004-warning-signs.md). The third tells
phrases with a sign from those with the words of one and none: it is over, a joke, somebody's long ago.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from b12guide.understanding.encoder.encoder import Vectors

EMERGENCY, CRISIS, URGENT = "emergency", "crisis", "urgent"
SIGNS = frozenset({EMERGENCY, CRISIS, URGENT})
# Phrases with alarming words and no sign: they teach the measures alone, and are the intent of no message.
NO_SIGN = "no_sign"
# How many numbers tell how like a warning sign a text is: those of the fields of `Alarm`.
MEASURES = 3
# What the measures are for an emergency, something between, and no sign.
SURE, BETWEEN, NONE = 1.0, 0.0, -1.0
# How fast a likeness grows with its measure; half way between a sign and none it is one half.
STEEPNESS = 4.0
# What the log odds of a likeness to any sign count beside presence in `believed`, and the surest likeness.
SIGN_COUNTS, SUREST = 0.75, 0.9999


@dataclass(frozen=True)
class Alarm:
    """How like an emergency and how like any warning sign a text is, each from 0 to 1; and `presence`, the log odds
    that a text with words of alarm tells of a sign that somebody has now."""

    emergency: float
    sign: float
    presence: float


def measures(labels: Sequence[str]) -> Vectors:
    """What the intent model shall learn of texts with these intents: (n, 2), in the order of the fields of `Alarm`."""
    emergency = {EMERGENCY: SURE, CRISIS: SURE, URGENT: BETWEEN}
    sign = {EMERGENCY: SURE, CRISIS: SURE, URGENT: SURE}
    return np.array([(emergency.get(label, NONE), sign.get(label, NONE)) for label in labels], np.float32)


def alarm_of(measured: Sequence[float]) -> Alarm:
    """The alarm that the three learned measures of a text mean."""
    emergency, sign, presence = measured
    return Alarm(_share(STEEPNESS * emergency), _share(STEEPNESS * sign), presence)


def believed(alarms: Sequence[Alarm], alarming: Sequence[bool]) -> float:
    """How likely it is that a message with words of alarm means them, from 0 to 1.

    Args:
        alarms: of the whole message, then of its sentences.
        alarming: which of them have words of alarm. Who has it and when is told by the whole, or by such a sentence
            where that sounds more like it: no story around it takes away from "I had a seizure this morning".
    """
    presence = max(alarm.presence for alarm, there in zip(alarms, alarming, strict=True) if there)
    return _share(presence + SIGN_COUNTS * _odds(max(alarm.sign for alarm in alarms)))


def _odds(share: float) -> float:
    """The log odds that a share from 0 to 1 means, or those of the surest likeness."""
    sure = min(max(share, 1 - SUREST), SUREST)
    return math.log(sure / (1 - sure))


def _share(odds: float) -> float:
    """The share from 0 to 1 that log odds mean."""
    return 1 / (1 + math.exp(-odds))
