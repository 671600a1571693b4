"""A row of the table: two clinics, people or countries that differ, and the question which of them is right."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import TAKEN, named_in
from b12guide.conversation.soft_questions import ON_SCHEDULES
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, NEAR, QUESTION, TOPIC

_DIFFERS = "schedule_differences_between_people"
_WHO_IS_RIGHT = re.compile(
    r"\b(?:who|which(?: one| of (?:them|these|those|the two))?|whose)(?:'?s|s| is| are|'?re) "
    r"(?:(?:actually|really) )?(?:right|correct|wrong|the right one)\b"
    r"|\bwho (?:do i believe|has (?:it|got it) right)\b",
    re.I,
)
# What differs is how often.
_TABLETS = re.compile(r"\b(?:tablets?|pills?|oral|by mouth)\b", re.I)
_INJECTIONS = re.compile(r"\b(?:injections?|jabs?|shots?|needles?)\b", re.I)
_DECIDES = "who_decides_on_injections"
# ... or whether the blood is tested at all.
_TESTED = re.compile(r"\b(?:measur(?:e|es|ed|ing)|tests?|tested|testing|bloods?|blood tests?|levels?)\b", re.I)
_OTHER_TESTS = TAKEN | {"thyroid", "antibody_test"}
_SERVICES_DIFFER = "services_differ_on_level"
_GAP = re.compile(r"\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|every|weeks?|months?|times a)\b", re.I)


def who_is_right(asked: Asked) -> Taken:
    """Whose way is right tells of no plan, however many gaps are named: nobody here can say which, and that is
    answered. Of a plan that was told already it asks which of two dates is meant, which the plan answers."""
    text = asked.said.text.replace("\u2019", "'")
    every = content().questions
    if _WHO_IS_RIGHT.search(text) is None:
        return None
    if _TESTED.search(text) is not None and not set(named_in(text)) & _OTHER_TESTS and _SERVICES_DIFFER in every:
        # "Hers is measured every year and mine never": no gap of injections is told.
        differ = every[_SERVICES_DIFFER]
        return (Step(ASK_TOPIC, ((TOPIC, differ.topic), (QUESTION, differ.id))),)
    if _GAP.search(text) is None:
        of_both = _TABLETS.search(text) is not None and _INJECTIONS.search(text) is not None
        known = every.get(_DECIDES) if of_both else None
        return (Step(ASK_TOPIC, ((TOPIC, known.topic), (QUESTION, known.id))),) if known is not None else None
    if dialogue.is_told(asked.state.plan) or asked.state.awaiting is not None:
        return None
    near = [every[one] for one in (*asked.said.act.values(QUESTION), *asked.said.act.values(NEAR)) if one in every]
    found = next((one for one in near if one.topic in ON_SCHEDULES), None)
    if found is None:
        return (Step(ASK_TOPIC, ((TOPIC, _DIFFERS),)),)
    return (Step(ASK_TOPIC, ((TOPIC, found.topic), (QUESTION, found.id))),)
