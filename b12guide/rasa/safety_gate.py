"""Graph component, last of the pipeline: the higher of rules and classifier decides, with one exception (`decide`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from b12guide.rasa.intent_classifier import PREDICTION, SENTENCE_PREDICTIONS, set_intent
from b12guide.rasa.predictions import Prediction
from b12guide.rasa.scope_gate import add_entities
from b12guide.rasa.sentence_encoder import HEARD, Heard
from b12guide.rasa.sign_model import CRISIS, EMERGENCY, URGENT, Alarm, alarm_of, believed
from b12guide.rasa.slash_guard import not_read_whole
from b12guide.safety import Triage
from b12guide.shared import clinic_agreed, help_is_here, triage

HELP_IS_HERE, CLINIC_AGREED = "help_is_here", "clinic_agreed"
UNLIKELY_SIGN = "unlikely_sign"
CRISIS_CARD, GENERAL_CARD, DOUBTFUL_CARD, DOUBTFUL_CRISIS_CARD = (
    "crisis_thoughts",
    "general",
    "doubtful",
    "doubtful_crisis",
)
# The row of the triage table of a wish to die, and rows whose words hardly anybody uses but of an illness: a reaction,
# bladder and legs, sepsis, a racing heart, a head injury, poisoning, pregnancy.
CRISIS_ROW, LITERAL_ROWS = "A11", frozenset({"A1", "A6", "A10", "A12", "A15", "A16"})
# The first letter of a row of the triage table is its level.
EMERGENCY_ROWS, URGENT_ROWS = "A", "B"
# Characters up to which a text is heard as one thing: a sign at the end of a longer one is lost among its words.
LONGEST_HEARD = 200
# A time that is now, and a call for help: what such a message says is meant, however odd it sounds.
MEANT = re.compile(r"\b(?:now|today|tonight|this (?:morning|afternoon|evening)|help)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Thresholds:
    """Shares from 0 to 1 at which the level changes; how they were chosen: docs/safety.md.

    `emergency`: likeness to an emergency or crisis from which it is one without the rules; `urgent`: likeness to any
    sign from which it is urgent; `doubted`: either, where the rules saw a sign and judged that nobody has it now;
    `believed`: belief below which an emergency that the rules found is urgent, and `possible`: below which it is none
    (`sign_model.believed`).
    """

    emergency: float = 0.65
    urgent: float = 0.52
    doubted: float = 0.90
    believed: float = 0.60
    possible: float = 0.10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyGate(GraphComponent):
    """Overrides the intent at 1.0 with `emergency` or `urgent`, and names the card and the signs as entities."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The fields of `Thresholds`."""
        return asdict(Thresholds())

    def __init__(self, config: dict[str, Any]) -> None:
        self._thresholds = Thresholds(*(float(config[field.name]) for field in fields(Thresholds)))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyGate:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and entities of every message that carries a warning sign, or says that help is there."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = triage(text)
            level, card = decide(found, likenesses(message, found), self._thresholds)
            if level is not None:
                set_intent(message, level, 1.0, message.get(PREDICTION))
                signs = [("sign", name) for name in signs_at(level, found)]
                add_entities(message, "SafetyGate", [("card", card), *signs])
                continue
            asked = [("asked_sign", sign.id) for sign in found.signs if sign.status == "question" and sign.id[0] == "A"]
            unlikely = [(UNLIKELY_SIGN, "yes")] if found.level == EMERGENCY else []
            # Either is answered with the same sentence, which is said once.
            add_entities(message, "SafetyGate", (unlikely or asked)[:1])
            if not_read_whole(message):
                continue
            if help_is_here(text):
                # Only in an emergency does it mean anything, and only the policy knows of one.
                add_entities(message, "SafetyGate", [(HELP_IS_HERE, "yes")])
            if clinic_agreed(text):
                # Only to a plan on hold does it mean anything, and only the policy knows of one.
                add_entities(message, "SafetyGate", [(CLINIC_AGREED, "yes")])
        return messages


@dataclass(frozen=True)
class Likeness:
    """What a text is like: a warning sign, and of those a wish to die more than anything else.

    `doubted`: the rules saw a sign in it and saw that it is asked about, denied, over or a figure of speech;
    `alarming`: they saw an emergency in it, and whether that is meant can be heard (`LONGEST_HEARD`, `MEANT`).
    """

    alarm: Alarm
    crisis: bool
    doubted: bool
    alarming: bool

    @classmethod
    def of(cls, alarm: Alarm, seen: Triage, whole: Triage, part: str, text: str, *, crisis: bool = False) -> Likeness:
        """Of a `part` of a message `text`, in which, and in the `whole`, the rules saw something."""
        return cls(
            alarm,
            crisis,
            doubted=doubted(seen) or explained(seen, whole),
            alarming=seen.level == EMERGENCY and can_be_doubted(text, part),
        )


def likenesses(message: Message, found: Triage) -> list[Likeness]:
    """What a message is like as a whole, then each of its sentences; empty where that is not known.

    A doubt silences all but the loudest alarms of the sentence that gave rise to it, and of the message as a whole, not
    those of the other sentences. The message may also show what a sentence alone does not: "I think I just had a
    stroke. Most wtf video ever".
    """
    predictions = [message.get(PREDICTION), *(message.get(SENTENCE_PREDICTIONS) or [])]
    heard: Heard | None = message.get(HEARD)
    text = message.get(TEXT) or ""
    parts = [text, *(heard.said.sentences if heard else [])]
    judged = [found, *(triage(sentence) for sentence in parts[1:])]
    return [
        Likeness.of(alarm_of(said.measures), seen, found, part, text, crisis=_is_crisis(said))
        for said, part, seen in zip(predictions, parts, judged, strict=False)
        if said
    ]


def decide(found: Triage, heard: Sequence[Likeness], thresholds: Thresholds) -> tuple[str | None, str]:
    """The higher of what the rules `found` and what was `heard`: the level (None: no sign) and its card.

    The exception: words of an emergency in a message that hardly anybody would write who means them. The level is
    urgent, and the card says first what to do if it is happening. Where it is all but certain that nobody means them
    ("my grandmother had a stroke when the moon landing was on"), there is no card: the answer to the rest begins with
    one sentence of what to do. A wish to die is believed unless that is so, and neither it nor an urgent sign beside
    the other goes without a card.
    """
    if found.level == EMERGENCY:
        there, belief = signs_at(EMERGENCY, found), belief_in(found, heard)
        if belief >= (thresholds.possible if CRISIS_ROW in there else thresholds.believed):
            return EMERGENCY, _card(found)
        if CRISIS_ROW in there:
            return URGENT, DOUBTFUL_CRISIS_CARD
        if belief >= thresholds.possible or any(name[0] in URGENT_ROWS for name in there):
            return URGENT, DOUBTFUL_CARD
    loud = [one for one in heard if _reaches(one, one.alarm.emergency, thresholds.emergency, thresholds)]
    if loud:
        return EMERGENCY, CRISIS_CARD if max(loud, key=_emergency).crisis else GENERAL_CARD
    if found.level == URGENT:
        return URGENT, _card(found)
    if any(_reaches(one, one.alarm.sign, thresholds.urgent, thresholds) for one in heard):
        return URGENT, DOUBTFUL_CARD if found.level == EMERGENCY else GENERAL_CARD
    return None, GENERAL_CARD


def can_be_doubted(text: str, part: str) -> bool:
    """Whether it can be heard in a `part` of `text` that words of alarm are not meant."""
    return len(part) <= LONGEST_HEARD and not MEANT.search(text)


def belief_in(found: Triage, heard: Sequence[Likeness]) -> float:
    """How likely the emergency that the rules `found` is meant, from 0 to 1.

    It is for sure where nothing was heard of its words, where the rules alone know a misspelt word, and where its words
    are no figure of speech.
    """
    heard_of_it = any(one.alarming for one in heard)
    if not heard_of_it or found.misspelt or not LITERAL_ROWS.isdisjoint(signs_at(EMERGENCY, found)):
        return 1.0
    return believed([one.alarm for one in heard], [one.alarming for one in heard])


def signs_at(level: str, found: Triage) -> list[str]:
    """The rows of the signs that the rules found, without those of an emergency where the level is not one."""
    there = [sign.id for sign in found.signs if sign.status == "present"]
    return there if level == EMERGENCY else [name for name in there if name[0] not in EMERGENCY_ROWS]


def doubted(found: Triage) -> bool:
    """Whether the rules saw a sign as urgent as any that is present, and that nobody has it now."""
    absent = {sign.id[0] for sign in found.signs if sign.status != "present"}
    return EMERGENCY_ROWS in absent or (found.level != URGENT and URGENT_ROWS in absent)


def explained(part: Triage, whole: Triage) -> bool:
    """Whether the rules see signs in a part of a message, and none of them is there once they have read the whole."""
    there = {sign.id for sign in whole.signs if sign.status == "present"}
    seen = {sign.id for sign in part.signs if sign.status == "present" and sign.id[0] in EMERGENCY_ROWS + URGENT_ROWS}
    return bool(seen) and seen.isdisjoint(there)


def _is_crisis(said: Prediction) -> bool:
    """Whether, of all kinds of signs, a wish to die is what a text is most like."""
    return said.confidence_of(CRISIS) > max(said.confidence_of(EMERGENCY), said.confidence_of(URGENT))


def _reaches(one: Likeness, value: float, enough: float, thresholds: Thresholds) -> bool:
    return value >= (max(enough, thresholds.doubted) if one.doubted else enough)


def _emergency(one: Likeness) -> float:
    return one.alarm.emergency


def _card(found: Triage) -> str:
    """The most urgent card, in the wording for somebody else where it is about somebody else."""
    card = found.cards[0] if found.cards else GENERAL_CARD
    return card if found.person == "self" else f"{card}_other"
