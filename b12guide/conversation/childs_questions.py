"""Rows of the table for what is asked about a child and is no amount, and the unborn baby of who writes."""

from __future__ import annotations

import re

from b12guide.content import Question
from b12guide.conversation.childs_dose import (
    CHILDREN_THING,
    amount_for_adult,
    asks_amount,
    eats_vegan,
    of_ones_unborn,
)
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import named_in as named_in_things
from b12guide.conversation.kinds import ABOUT, CHILDREN, DIET, DOSE_CHANGE, FEELINGS, WORDS_TO_SAY
from b12guide.conversation.patients import first_person
from b12guide.conversation.whose import ME, named_in, speaks_of_them
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    CHILD,
    NEAR,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    QUESTION,
    TOPIC,
    UNSURE,
)
from b12guide.understanding.children import eats_no_animal_food

# The questions about a child that say only that there is no amount.
NO_AMOUNT = frozenset({"b12_for_children", "child_dose"})
# What is said of foods, with no amount, and the things that these are about.
ON_FOOD = frozenset({"foods_with_b12", "plant_foods_b12", "spirulina_and_seaweed", "yeast_spread_gummies"})
_FOODS = frozenset({"spirulina", "food"})
# What may be asked of the child who was spoken of, whatever it was heard as.
_MAY_BE_OF_CHILD = frozenset(
    {ASK_TOPIC, UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, DOSE_CHANGE, WORDS_TO_SAY, *FEELINGS}
)
# What is asked of school, dates, cost and the needle is asked of a child as of anybody, and so is why B12 is low.
_OF_NO_TREATMENT = frozenset(
    {"questions_for_clinician", "staying_on_schedule", "missed_or_late_injection", "cost_or_access"}
    | {"injection_technique_pain", "cause_pernicious_anemia"}
)
# What goes on around an injection: sport, a swim, a plaster.
_OF_EVERY_DAY = frozenset({"sport", "swimming", "hot_water", "sun_after", "plaster", "flying_after", "sleep_side"})
# Who says so asks of nobody: "In general, is that true for someone without a stomach?".
_IN_GENERAL = re.compile(
    r"\b(?:in general|generally(?: speaking)?|as a rule"
    r"|for (?:someone|somebody|people|adults|most people|anyone|anybody)(?! (?:aged?|of|her|his|that|so|like)\b))\b",
    re.I,
)
_SMALL_ONE = re.compile(
    r"\b(?:the|a|this|that|my|our) (?:(?:little|small|wee|young) )?"
    r"(?:boy|girl|lad|child|kid|one|ones|baby|toddler|bairn)\b",
    re.I,
)


# What a child can eat for it: "my son is so fussy, how does he get b12".
CHILDS_FOOD, VEGAN_CHILD = "child_food_with_b12", "vegan_child"
# What is said of a child's injection or diet is asked for in so many words at least.
_ONLY_IN_WORDS, LEAST_WORDS = frozenset({VEGAN_CHILD, "child_same_injection"}), 5
_VEGETARIAN = re.compile(r"\bveg(?:gie|etarian|gy)s?\b|\b(?:no|eats? no|without) meat\b", re.I)
_NEEDS = re.compile(r"\b(?:does|do|will|would|should|must) (?:s?he|they|(?:my|our) \w+) (?:need|get|have|take)\b", re.I)
_VEGAN = re.compile(r"\bvegans?\b|\bplant[- ]?(?:based|milk)|\bno (?:animal|dairy|eggs?|milk)\b", re.I)
_ASKS_FOOD = re.compile(
    r"\bhow (?:do|does|can|could|will|would)? ?(?:i |we )?(?:s?he|they|him|her|a child|kids|get) (?:get|have|eat)? ?"
    r"(?:(?:his|her|their|enough|any|the|some) ){0,2}(?:vitamin )?b-? ?12\b"
    r"|\bwhat (?:can|could|does|do|should|shall|would|will) (?:i |we |a child |s?he |they |kids )?"
    r"(?:\w+ ){0,3}?(?:eat|feed|give|cook)\b(?=.{0,40}\b(?:b-? ?12|for it)\b)",
    re.I,
)
# "He is 7" tells an age and asks nothing.
_ONLY_AGE = re.compile(
    r"^\W*(?:(?:s?he|they|it|my \w+)(?:'?s| is| are)? )?(?:only |just |about )?\d{1,2}"
    r"(?: ?(?:years?|yrs?|months?)(?: old)?)?\W*$",
    re.I,
)


def about_child(asked: Asked) -> Taken:
    """The answers are for adults; a child's dose is set by the children's team. What is no amount is answered, where
    something is known of it."""
    if of_ones_unborn(asked) or (not asked.has(CHILD) and _IN_GENERAL.search(asked.said.text)):
        return None
    if not asked.has(CHILD) and not _still_of_child(asked) and not _names_child(asked):
        return None
    if amount_for_adult(asked):
        return None
    amount = asks_amount(asked.said.text)
    question = None if amount else _known_of_child(asked)
    if question is None and (asked.kind in FEELINGS or (not amount and _of_no_treatment(asked))):
        return None
    if question is not None:
        return (Step(ASK_TOPIC, ((TOPIC, question.topic), (QUESTION, question.id))),)
    food = None if amount else _on_food(asked)
    diet = eats_no_animal_food(asked.said.text) or food is not None or eats_vegan(asked.state)
    child = Step(CHILDREN, ((ABOUT, DIET),) if diet else ())
    return (child,) if food is None else (Step(ASK_TOPIC, ((TOPIC, food.topic), (QUESTION, food.id))), child)


def _names_child(asked: Asked) -> bool:
    """Whether a child is named of whom the age was told, and what is said was heard as nothing else: "and Anya?"."""
    state, named = asked.state, named_in(asked.said.text, asked.state.known)
    return asked.kind in _MAY_BE_OF_CHILD and bool(named) and all(one in state.children for one in named)


def _on_food(asked: Asked) -> Question | None:
    """The question on a food that a message asks of a child too: what has B12 has it for everybody."""
    every, act = content().questions, asked.said.act
    named = [one for thing in named_in_things(asked.said.text) if thing in _FOODS for one in asked.said.of_thing(thing)]
    ids = [*act.values(QUESTION), *named, *act.values(NEAR)[:1]]
    return next((every[one] for one in ids if one in ON_FOOD), None)


def _still_of_child(asked: Asked) -> bool:
    """Whether a message speaks of the child who was spoken of last, and of nobody else."""
    state, text = asked.state, asked.said.text
    if state.other is None or state.other not in state.children or asked.kind not in _MAY_BE_OF_CHILD:
        return False
    if any(one not in (*state.children, ME) for one in named_in(text, state.known)):
        return False
    if _of_no_treatment(asked):
        return False
    return speaks_of_them(text) or (_SMALL_ONE.search(text) is not None and not first_person(text))


def _of_no_treatment(asked: Asked) -> bool:
    every = content().questions
    found = [every[one] for one in asked.said.act.values(QUESTION) if one in every]
    return any(one.topic in _OF_NO_TREATMENT or one.about in _OF_EVERY_DAY for one in found)


def _known_of_child(asked: Asked) -> Question | None:
    """The question about children that a message asks; one that was not answered yet, if any is near."""
    every = content().questions
    act = asked.said.act
    if _ONLY_AGE.match(asked.said.text):
        return None
    text = asked.said.text
    if _ASKS_FOOD.search(text) or (_VEGETARIAN.search(text) and _NEEDS.search(text) and not _VEGAN.search(text)):
        return every[CHILDS_FOOD]
    ids = [*act.values(QUESTION), *asked.said.of_thing(CHILDREN_THING), *act.values(NEAR)]
    near = [every[one] for one in ids if one in every and every[one].about == CHILDREN_THING and one not in NO_AMOUNT]
    found = next((one for one in near if not asked.state.was_said(f"question {one.id}")), next(iter(near), None))
    if found is not None and found.id in _ONLY_IN_WORDS and len(text.split()) < LEAST_WORDS:
        # "And for kids?" asks of them what was just asked.
        return None
    if found is not None and found.id == VEGAN_CHILD and _on_food(asked) is not None:
        # "Does nori count for a child?" is asked of nori.
        return None
    if found is not None and found.id == VEGAN_CHILD and not _VEGAN.search(text):
        # Who eats no meat may have milk and eggs.
        return every[CHILDS_FOOD]
    return found
