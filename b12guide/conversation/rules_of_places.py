"""A row of the table: how it is done in another country, state or province. What is known of it is said, and else that
it is not known: never a text on why plans differ."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from b12guide.conversation.country_names import CODES
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import OF_COUNTRY, RULES_OF
from b12guide.conversation.state import PLAN
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, TOPIC
from b12guide.understanding.sentences import sentences

REGIONS = Path(__file__).with_name("regions.yml")
# What is asked of a part of a country that has an answer of its own.
OWN_ANSWERS = {"british columbia": "british_columbia", "bc": "british_columbia", "b.c.": "british_columbia"}
# Topics of which a country has rows: the first that was spoken of, else how often.
LOADING, GAPS, TABLETS = "loading_phase", "maintenance_phase", "injections_vs_oral"
# Of these the pharmacies, charges and numbers of a country are told.
_OF_THEIR_OWN = frozenset({"cost_or_access", "warning_signs_information", "self_injection"})
WITH_THE = frozenset({"uk", "usa", "uae", "netherlands", "united kingdom", "united states", "philippines", "states"})
_WORDS_TOO = frozenset({"us", "the us", "sa", "oz"})
# A longer name is written as a name, a shorter one as letters: "Ontario", "NSW".
LETTERS = 3


def rules_of_place(asked: Asked) -> Taken:
    """ "Is it different in Ontario?", "I asked about BC": what is known of the rules there."""
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or state.awaiting not in (None, PLAN):
        return None
    if set(said.act.values(TOPIC)) & _OF_THEIR_OWN:
        return None
    found = next((match for part in sentences(said.text) if (match := _asked_in(part)) is not None), None)
    if found is None:
        return None
    every, name = content().questions, found.lower()
    own = every.get(OWN_ANSWERS.get(name, ""))
    if own is not None:
        return (Step(ASK_TOPIC, ((TOPIC, own.topic), (QUESTION, own.id))),)
    country = CODES.get(name) or CODES.get(f"the {name}") or _regions().get(name)
    written = found.upper() if len(name) <= LETTERS else found.title()
    of = (RULES_OF, f"the {written}" if name in WITH_THE else written)
    spoken_of = LOADING if LOADING in (*said.act.values(TOPIC), *state.last) else GAPS
    # What the guide of one province says is told of its country, and of no other province.
    topics = tuple((TOPIC, topic) for topic in (spoken_of, *((TABLETS,) if name in CODES else ())))
    where = ((OF_COUNTRY, country),) if country is not None else ()
    return (Step(ASK_TOPIC, (of, *where, *topics)),)


def _asked_in(sentence: str) -> str | None:
    """The place of which a sentence asks how it is there."""
    found = _asks().search(sentence.replace("\u2019", "'"))
    return next(filter(None, found.groups()), None) if found is not None else None


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    """Parts of countries, each with its country."""
    regions: dict[str, list[str]] = yaml.safe_load(REGIONS.read_text(encoding="utf-8"))
    return {name: country for country, names in regions.items() for name in names}


@lru_cache(maxsize=1)
def _asks() -> re.Pattern[str]:
    named = (name.removeprefix("the ") for name in (*CODES, *_regions()) if name not in _WORDS_TOO)
    names = sorted(set(named), key=len, reverse=True)
    place = "(" + "|".join(map(re.escape, names)) + r")(?![\w-])"
    there = rf"(?:(?:over|up|down|out|back) )?(?:in|for|of|to) (?:the )?{place}"
    other = r"(?:different(?:ly)?|otherwise|the same|alike|other rules|another way)"
    it = (
        r"(?:it|that|this|things?|they|the (?:rules?|plans?|doses?|gaps?|treatments?|guides?|guidance|guidelines?)"
        r"|b-?12(?: \w+)?)"
    )
    those = "(?:they|doctors|clinics|people)"
    return re.compile(
        rf"\b(?:is|are|was|were|isn't|aren't) {it} (?:any |very |much |done |all |given ){{0,2}}{other} {there}"
        rf"|\bin (?:the )?{place},? (?:is|are|do|does) {it}(?: (?:any|done|given|do it|all))?(?: any)? {other}"
        rf"|\bwhat (?:do|would) {those} (?:do|give|use|go by|say) (?:about (?:it|this|that|b-?12) )?{there}"
        rf"|\b(?:is|are|isn't) (?:the )?{place} (?:any |very |so |much |also )?{other}\b"
        rf"|\bwhat (?:are|is|about) the (?:\w+ )?(?:rules?|guidelines?|guidance|guide|practice|usual way|plan) {there}"
        rf"|\bhow (?:is|are) {it} (?:done|given|treated|handled) {there}"
        rf"|\bhow do {those} (?:do|give|treat|handle) (?:it|this|that|them|b-?12|low b-?12) {there}"
        rf"|\bdo {those} (?:do|give|treat|handle) (?:it|this|that|them|things|b-?12)(?: any| all)? {other} {there}"
        rf"|\bi (?:asked|meant|mean|said|was asking) (?:you )?(?:about |for )?(?:the )?{place}(?=\W*(?:$|[.,;!?]))"
        rf"|^\W{{0,6}}(?:(?:and|so|but|ok)\W{{1,4}}){{0,2}}(?:(?:what about|how about|and) )?(?:in )?(?:the )?"
        rf"{place}\W{{0,6}}\?",
        re.I,
    )
