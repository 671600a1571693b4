"""Which answers fit what somebody told of themselves: for life in pernicious anaemia, plants for who is vegan."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from b12guide.conversation.childs_dose import eats_vegan
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.focus import named_in as things_in
from b12guide.conversation.told_of_self import FACTS, VEGAN
from b12guide.conversation.unborn import PREGNANCY
from b12guide.conversation.untreated import with_others
from b12guide.conversation.whose import ME, named_in, speaks_of_them
from b12guide.understanding.acts import QUESTION, TOPIC

WORDS = Path(__file__).with_name("fitting_facts.yml")
# Ways to have B12 of which too little is known to tell causes apart.
OTHER_FORMS = frozenset({"spray", "patches", "under_tongue", "drinks", "multivitamin"})
# What holds of a vegan who is pregnant, before what holds of either.
VEGAN_PREGNANT = "vegan_pregnant"


def with_facts(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision, with answers that fit what is known of the person who is asked about."""
    if {*things_in(asked.said.text)} & OTHER_FORMS:
        # "Would a spray do" is asked of that, whatever the cause.
        return steps
    for fact in _known(asked):
        changed = tuple(with_others(step, _words().get(fact, {}), asked) for step in steps)
        if _answered(changed) != _answered(steps):
            return changed
    return steps


def _answered(steps: tuple[Step, ...]) -> list[list[str]]:
    """What the steps answer: what else they carry is no other answer."""
    return [[*step.values(TOPIC), *step.values(QUESTION)] for step in steps]


def _known(asked: Asked) -> list[str]:
    """What was told of the person who is asked about, before or now, in the order in which it counts."""
    state = copy.deepcopy(asked.state)
    state.heard_of(asked.said.text)
    person, text = state.other if state.for_other and state.other is not None else ME, asked.said.text
    facts = [fact for fact in FACTS if fact in state.facts.get(person, ())]
    if person != ME and not speaks_of_them(text) and not named_in(text, state.known):
        # Nobody is named now: whoever was spoken of before is meant, or who writes.
        facts += [fact for fact in FACTS if fact in state.facts.get(ME, ()) and fact not in facts]
    if person in state.children and VEGAN not in facts and eats_vegan(state):
        facts.append(VEGAN)
    pregnant = PREGNANCY in {*state.told, *asked.said.verdict.lasts}
    return [VEGAN_PREGNANT, *facts] if facts[:1] == [VEGAN] and pregnant and person == ME else facts


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    return yaml.safe_load(WORDS.read_text(encoding="utf-8"))
