"""The verdict on a text: how urgent, which signs, in whose words, on what grounds. The only place that decides it.

The higher of what the rules saw and what was heard counts, with one exception (`decide`). It is of the text alone:
that a warning stands, or that a plan is on hold, is the conversation's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

from b12guide.safety import Person, Triage
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.quoted import without_denials
from b12guide.understanding.sign_model import CRISIS, EMERGENCY, URGENT, Alarm, alarm_of, believed
from b12guide.understanding.slow_nerves import slow_nerves

NONE, ROUTINE = "none", "routine"
LEVELS = (NONE, ROUTINE, URGENT, EMERGENCY)
Grounds = Literal["none", "rules", "likeness", "doubted"]
CRISIS_CARD, GENERAL_CARD, DOUBTFUL_CARD, DOUBTFUL_CRISIS_CARD = (
    "crisis_thoughts",
    "general",
    "doubtful",
    "doubtful_crisis",
)
# What can be denied (`denies` in signs.yml) is that a change of sight is sudden.
SIGHT_CARD = "eyes"
# The row of the triage table of a wish to die, and rows whose words hardly anybody uses but of an illness: a reaction,
# bladder and legs, sepsis, a racing heart, a head injury, poisoning, pregnancy.
CRISIS_ROW, LITERAL_ROWS = "A11", frozenset({"A1", "A6", "A10", "A12", "A15", "A16"})
REACTION_ROWS = frozenset({"A1", "B1"})
# Rows whose words people use of prices, cars and the weather too: nerves, heart, breath, sight, mind, bleeding, clots.
FIGURE_ROWS = frozenset({"B2", "B3", "B4", "B6", "B7", "B9", "B10"})
# The first letter of a row of the triage table is its level.
EMERGENCY_ROWS, URGENT_ROWS = "A", "B"
# Characters up to which a text is heard as one thing: a sign at the end of a longer one is lost among its words.
LONGEST_HEARD = 200
# A time that is now, a call for help, and why somebody asks: what such a message says is meant, however odd it sounds.
MEANT = re.compile(
    r"\b(?:now|today|tonight|this (?:morning|afternoon|evening)|help"
    r"|(?:because|cos|coz|cuz|cause|as|since) mine (?:is|are|has|have|does|do|did|keeps)"
    r"|(?:because|cos|coz|cuz|cause|as|since) (?:i|he|she|they)"
    r"(?:'ve| have|'m| am|'s| is| has| do| does| did| can'?t| cannot)"
    r"(?: (?:got|getting|having|it|this|that|them)){0,3}(?=[.!?]|$)"
    r"|this (?:time )?(?:is ?n'?t|is not|wasn'?t|was not) (?:one|it|that|the same|like|my|normal|usual|how)"
    r"|asking for (?:me|myself)|asking (?:because|cos|coz|cuz|cause|as|since) "
    r"i(?:'ve| have|'m| am)(?: got| having)? (?:it|one|this|that|them))\b",
    re.IGNORECASE,
)
# Words of weight beside an urgent sign up to which a text tells of that sign and of nothing else.
MOST_BESIDE = 4
# So many words are no sentence that could tell of a sign by its sound.
MOST_BARE = 1
# Words from which a message tells enough around an urgent sign to hear that it is not meant.
LEAST_AROUND = 9
# The likeness to any sign below which a sentence tells of none.
CALM = 0.25
OTHER_SUFFIX = "_other"


@dataclass(frozen=True)
class Verdict:
    """What a text says of warning signs, by itself.

    Attributes:
        level: "emergency", "urgent", "routine" or "none".
        cards: ids of the wordings that apply, the most urgent first; none where no card is called for.
        person: whom the signs are about, as the rules see it.
        signs: rows of the triage table that are present, none above the level.
        heard: the person's own words that it rests on.
        why: what it rests on: the rules, likeness to what was learned, or words of an emergency that are hardly meant.
        asked: a sign of an emergency is asked about: an answer begins with what to do if it is there.
        asks_first: it only sounds urgent and names nothing of body, mind or dosing: whether something is new or worse
            is asked instead of a card, and a card follows unless the answer is no. Never an emergency.
        after_injection: it tells of the hours after an injection, in which a sign may be the start of an allergy.
        lasts: names of what it tells of that counts in later messages (`lasts` in signs.yml).
    """

    level: str = NONE
    cards: tuple[str, ...] = ()
    person: Person = "self"
    signs: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    why: Grounds = "none"
    asked: bool = False
    asks_first: bool = False
    after_injection: bool = False
    lasts: tuple[str, ...] = ()

    @property
    def card(self) -> str:
        """The wording of the most urgent card, for whom it is about."""
        card = self.cards[0] if self.cards else GENERAL_CARD
        return card if self.person == "self" or self.why != "rules" else f"{card}{OTHER_SUFFIX}"

    @property
    def pauses_plan(self) -> bool:
        """Whether a reaction is there: the plan waits until the clinic agreed to go on (clinical rule 11)."""
        return not REACTION_ROWS.isdisjoint(self.signs)

    def rank(self) -> int:
        """How urgent it is, as a number to compare by."""
        return LEVELS.index(self.level)

    @property
    def warns(self) -> bool:
        """Whether it is answered before anything else, by a card."""
        return self.level in (EMERGENCY, URGENT) and not self.asks_first

    @property
    def unlikely(self) -> bool:
        """Whether words of an emergency stand there that hardly anybody means: no card, but whatever is answered
        begins with what to do if it is happening."""
        return not self.warns and self.why == "doubted"

    def to_json(self) -> dict[str, Any]:
        """As a JSON object, for what is stored of a message."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, value: Any) -> Verdict | None:
        """What `to_json` wrote; None for anything else."""
        if not isinstance(value, dict) or set(value) != {field.name for field in fields(cls)}:
            return None
        values: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in value.items()}
        return cls(**values)

    @classmethod
    def of_rules(cls, found: Triage) -> Verdict:
        """What the rules alone say, where nothing else could be heard."""
        return judge(found, [], [], Thresholds())


@dataclass(frozen=True)
class Thresholds:
    """Shares from 0 to 1 at which the level changes; how they were chosen: docs/safety.md.

    `emergency`: likeness to an emergency or crisis from which it is one without the rules; `urgent`: likeness to any
    sign from which it is urgent; `doubted`: likeness to an emergency from which it is one, where the rules saw a sign
    and judged that nobody has it now; `doubted_urgent`: there, likeness to any sign from which it is urgent;
    `named`: likeness to an emergency, where the rules named the sign, an urgent one, and the text tells of nothing
    else; `beside`: likewise, where it tells of more;
    `believed`: belief below which an emergency that the rules found is urgent, and `possible`: below which it is none
    (`sign_model.believed`); `hardly`: likeness to any sign below which an urgent one that the rules found is none.
    """

    emergency: float = 0.70
    urgent: float = 0.62
    doubted: float = 0.90
    doubted_urgent: float = 0.86
    named: float = 0.85
    beside: float = 0.77
    believed: float = 0.60
    possible: float = 0.10
    hardly: float = 0.06


@dataclass(frozen=True)
class Likeness:
    """What a text is like: a warning sign, and of those a wish to die more than anything else.

    `doubted`: the rules saw a sign in it and saw that it is asked about, denied, over or a figure of speech, or they
    know what it tells of as harmless (`harmless`);
    `only_asked`: and all of it is asked about, which says less: whether it is there is asked as of any other words.
    `alarming`: they saw an emergency in it, and whether that is meant can be heard (`LONGEST_HEARD`, `MEANT`).
    `steady`: all that they saw in it is old and unchanged numbness or tingling, which is not urgent.
    `named`: they named an urgent sign in it, and it tells of nothing else: likeness hears the same sign once more,
    unless it hears a wish to die. `beside`: they named an urgent sign in it, and it tells of more, which likeness may
    hear as something worse.
    `denied`: it is denied what would make it an emergency, so that it is urgent at most unless that is all but certain;
    `only_denied`: and it tells of nothing else that could be one.
    `slow`: the message tells of hands, balance or walking over weeks and of nothing else, which is urgent and no more.
    `around`: the message tells enough beside the sign, and of no time that is now, to hear whether that is meant.
    `of_a_day`: it is like a wish to die more than like any other sign, and the rules know what it tells of as the
    sadness or fear of a day: as an emergency it counts as ever, as urgent from where that begins.
    """

    alarm: Alarm
    crisis: bool
    doubted: bool
    alarming: bool
    steady: bool = False
    named: bool = False
    beside: bool = False
    denied: bool = False
    only_denied: bool = False
    slow: bool = False
    of_a_day: bool = False
    only_asked: bool = False
    around: bool = False

    @classmethod
    def of(cls, alarm: Alarm, seen: Triage, whole: Triage, part: str, text: str, *, crisis: bool = False) -> Likeness:
        """Of a `part` of a message `text`, in which, and in the `whole`, the rules saw something."""
        slow = whole.level != EMERGENCY and len(text) <= LONGEST_HEARD and slow_nerves(text)
        return cls(
            alarm,
            crisis,
            doubted=doubted(seen) or explained(seen, whole) or (not crisis and harmless(seen)),
            alarming=is_alarming(seen, text, part),
            steady=steady(seen, whole),
            named=seen.level == URGENT and seen.beside <= MOST_BESIDE and not crisis,
            beside=seen.level == URGENT and seen.beside > MOST_BESIDE and not crisis,
            denied=seen.denies and not crisis,
            only_denied=seen.denies and not crisis and seen.beside <= MOST_BESIDE,
            slow=slow and not crisis,
            of_a_day=crisis and harmless(seen),
            only_asked=only_asked(seen) and not explained(seen, whole) and not harmless(seen),
            around=len(text.split()) >= LEAST_AROUND and can_be_doubted(text, part),
        )


def judge(found: Triage, heard: Sequence[Likeness], parts: Sequence[str], thresholds: Thresholds) -> Verdict:
    """The verdict on a message.

    Args:
        found: what the rules saw in it. heard: what it and each of its sentences are like; empty where not known.
        parts: the texts of `heard`, in its order.
    """
    return replace(_judged(found, heard, parts, thresholds), lasts=found.lasts)


def _judged(found: Triage, heard: Sequence[Likeness], parts: Sequence[str], thresholds: Thresholds) -> Verdict:
    level, card = decide(found, heard, thresholds)
    signs = tuple(signs_at(level or NONE, found))
    if level is None:
        signs = tuple(name for name in signs if name[0] not in URGENT_ROWS)
        unlikely = found.level == EMERGENCY
        asked = any(sign.status == "question" and sign.id[0] in EMERGENCY_ROWS for sign in found.signs)
        calm = ROUTINE if found.level == ROUTINE else NONE
        return Verdict(calm, (), found.person, signs, why="doubted" if unlikely else "none", asked=asked)
    words = tuple(s.text for s in found.signs if s.status == "present" and s.id[0] in EMERGENCY_ROWS + URGENT_ROWS)
    after = found.after_injection
    if card in (DOUBTFUL_CARD, DOUBTFUL_CRISIS_CARD):
        return Verdict(level, (card,), found.person, signs, words, "doubted", after_injection=after)
    if found.level == level:
        return Verdict(level, tuple(found.cards), found.person, signs, words, "rules", after_injection=after)
    loudest, said = max(zip(heard, parts, strict=True), key=lambda one: _loudness(one[0], level))
    asks_first = level == URGENT and not found.named
    # What is denied is quoted as no sign.
    words = () if loudest.denied else (without_denials(_nearest(heard, parts, said, level)),)
    card = SIGHT_CARD if loudest.denied and level == URGENT else card
    return Verdict(level, (card,), found.person, signs, words, "likeness", asks_first=asks_first, after_injection=after)


def _nearest(heard: Sequence[Likeness], parts: Sequence[str], said: str, level: str) -> str:
    """Of what was `said` the sentence that it rests on: where that is the whole message, the loudest one of it."""
    if said != parts[0] or len(parts) == 1:
        return said
    loudest, sentence = max(zip(heard[1:], parts[1:], strict=True), key=lambda one: _loudness(one[0], level))
    return sentence if loudest.alarm.sign >= CALM and not loudest.denied else said


def _loudness(one: Likeness, level: str) -> float:
    return one.alarm.emergency if level == EMERGENCY else one.alarm.sign


def worst(judged: Sequence[Triage]) -> Triage:
    """What the rules saw in a message: in the whole of it (the first), or in a run of it where that is worse."""
    found = max(judged, key=lambda one: LEVELS.index(one.level))
    return replace(
        found,
        after_injection=any(one.after_injection for one in judged),
        lasts=tuple(dict.fromkeys(name for one in judged for name in one.lasts)),
    )


def likenesses(
    said: Sequence[Prediction], parts: Sequence[str], judged: Sequence[Triage], found: Triage
) -> list[Likeness]:
    """What a message is like as a whole, then each of its sentences and runs.

    A doubt silences all but the loudest alarms of the sentence that gave rise to it, and of the message as a whole, not
    those of the other sentences. The message may also show what a sentence alone does not: "I think I just had a
    stroke. Most wtf video ever".

    Args:
        said: what was heard of the message and of each sentence. parts: their texts, in the same order.
        judged: what the rules saw in each of them. found: what they saw in it after all (`worst`).
    """
    heard = [
        Likeness.of(alarm_of(one.measures), seen, found, part, parts[0], crisis=_is_crisis(one))
        for one, part, seen in zip(said, parts, judged, strict=True)
    ]
    for place, (part, seen) in enumerate(zip(parts[1:], judged[1:], strict=True), 1):
        if len(part.split()) <= MOST_BARE and not seen.signs and not heard[place].crisis:
            # "Gidday." among other sentences: a word or two that the rules do not know tell of nothing by their sound.
            heard[place] = replace(heard[place], alarm=Alarm(0.0, 0.0, 0.0))
    # Small talk around what is harmless takes nothing from it.
    calm = [one.alarm.sign < CALM or harmless(seen) for one, seen in zip(heard[1:], judged[1:], strict=True)]
    if harmless(replace(found, beside=0)) and calm and all(calm):
        heard[0] = replace(heard[0], doubted=True)
    return heard


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
    loud = [
        one
        for one in heard
        if not (one.only_denied or one.slow) and one.alarm.emergency >= _bar_of_emergency(one, thresholds)
    ]
    if loud:
        return EMERGENCY, CRISIS_CARD if max(loud, key=_emergency).crisis else GENERAL_CARD
    if found.level == URGENT and not hardly_meant(found, heard, thresholds.hardly):
        return URGENT, _card(found)
    if any(one.alarm.sign >= _bar_of_urgent(one, thresholds) for one in heard if not one.steady):
        return URGENT, DOUBTFUL_CARD if found.level == EMERGENCY else GENERAL_CARD
    return None, GENERAL_CARD


def _bar_of_emergency(one: Likeness, thresholds: Thresholds) -> float:
    if one.denied or one.doubted:
        return thresholds.doubted
    if one.named:
        return thresholds.named
    return thresholds.beside if one.beside else thresholds.emergency


def _bar_of_urgent(one: Likeness, thresholds: Thresholds) -> float:
    if one.doubted and not one.only_asked:
        return thresholds.doubted_urgent
    return thresholds.emergency if one.of_a_day else thresholds.urgent


def can_be_doubted(text: str, part: str) -> bool:
    """Whether it can be heard in a `part` of `text` that words of alarm are not meant."""
    return len(part) <= LONGEST_HEARD and not MEANT.search(text)


def hardly_meant(found: Triage, heard: Sequence[Likeness], bar: float) -> bool:
    """Whether words of an urgent sign that the rules `found` stand in a message that sounds like no sign at all, below
    the `bar` in the whole of it and in each sentence: "the bill made my heart stop". Only of rows whose words are said
    of other things too, and not where a time that is now says that it is meant."""
    there = {sign.id for sign in found.signs if sign.status == "present" and sign.id[0] in URGENT_ROWS}
    if not heard or not there <= FIGURE_ROWS:
        return False
    return all(one.around and one.alarm.sign < bar for one in heard)


def belief_in(found: Triage, heard: Sequence[Likeness]) -> float:
    """How likely the emergency that the rules `found` is meant, from 0 to 1."""
    if beyond_doubt(found, any(one.alarming for one in heard)):
        return 1.0
    return believed([one.alarm for one in heard], [one.alarming for one in heard])


def beyond_doubt(found: Triage, alarming: bool) -> bool:
    """Whether the emergency that the rules `found` is meant, whatever is heard: nothing is heard of its words (not
    `alarming`), the rules alone know a misspelt word, or its words are no figure of speech: those of some rows, and of
    some findings in any row (`literal`)."""
    sure = found.misspelt or found.literal or not LITERAL_ROWS.isdisjoint(signs_at(EMERGENCY, found))
    return found.level == EMERGENCY and (sure or not alarming)


def is_alarming(seen: Triage, text: str, part: str) -> bool:
    """Whether the rules saw (`seen`) an emergency in a `part` of `text`, and it can be heard whether that is meant."""
    return seen.level == EMERGENCY and can_be_doubted(text, part)


def signs_at(level: str, found: Triage) -> list[str]:
    """The rows of the signs that the rules found, without those of an emergency where the level is not one."""
    there = [sign.id for sign in found.signs if sign.status == "present"]
    return there if level == EMERGENCY else [name for name in there if name[0] not in EMERGENCY_ROWS]


def doubted(found: Triage) -> bool:
    """Whether the rules saw a sign as urgent as any that is present, and that nobody has it now."""
    absent = {sign.id[0] for sign in found.signs if sign.status != "present"}
    return EMERGENCY_ROWS in absent or (found.level != URGENT and URGENT_ROWS in absent)


def only_asked(found: Triage) -> bool:
    """Whether the rules saw signs, and each of them in a question: "do people lose their legs so? They carried me"."""
    seen = {sign.status for sign in found.signs if sign.id[0] in EMERGENCY_ROWS + URGENT_ROWS}
    return seen == {"question"}


def harmless(found: Triage) -> bool:
    """Whether the rules know what is told as expected, and nothing else is told."""
    return found.expected and found.level in (NONE, ROUTINE) and found.beside <= MOST_BESIDE


def explained(part: Triage, whole: Triage) -> bool:
    """Whether the rules see signs in a part of a message, and none of them is there once they have read the whole."""
    there = {sign.id for sign in whole.signs if sign.status == "present"}
    seen = {sign.id for sign in part.signs if sign.status == "present" and sign.id[0] in EMERGENCY_ROWS + URGENT_ROWS}
    return bool(seen) and seen.isdisjoint(there)


def steady(part: Triage, whole: Triage) -> bool:
    """Whether the rules see signs in a part of a message, and in the whole that each of them is old and unchanged."""
    unchanged = {sign.id for sign in whole.signs if sign.status == "steady"}
    seen = {sign.id for sign in part.signs if sign.id[0] in EMERGENCY_ROWS + URGENT_ROWS}
    return bool(seen) and seen <= unchanged


def _is_crisis(said: Prediction) -> bool:
    """Whether, of all kinds of signs, a wish to die is what a text is most like."""
    return said.confidence_of(CRISIS) > max(said.confidence_of(EMERGENCY), said.confidence_of(URGENT))


def _emergency(one: Likeness) -> float:
    return one.alarm.emergency


def _card(found: Triage) -> str:
    """The most urgent card, in the wording for somebody else where it is about somebody else."""
    card = found.cards[0] if found.cards else GENERAL_CARD
    return card if found.person == "self" else f"{card}_other"
