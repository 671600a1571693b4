"""Plans that are none of injections (a birth plan, a meal plan, plans for the weekend), and the row of the table for
what is written in a birth plan."""

from __future__ import annotations

import re

from b12guide.conversation.answered import answered
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import NO_DATES
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, TOPIC
from b12guide.understanding.clauses import asks

LINE, LINE_RIGHT = "birth_plan_line_gas", "birth_plan_line_right"
GAS, PREGNANCY = "gas_and_air", "pregnancy"
_KINDS = (
    r"birth(?:ing)?|labou?r|delivery|maternity|care|meal|diet|eating|food|payment|savings?|instal?ment|phone|insurance"
    r"|health|medical|pension|travel|holiday|lesson|business|exercise|training|fitness|running|study|floor|funeral"
    r"|weight(?:[- ]loss)?|family|work|wedding|data|escape|recovery"
)
OTHER_PLAN = re.compile(
    rf"\b(?:{_KINDS})[- ]plan(?:s|ner|ning)?\b"
    r"|\bplans? (?:for|at|over|this|next) (?:(?:the|this|our|my|next|a) ){0,2}(?:weekend|holidays?|birth|labour|labor"
    r"|evening|night|christmas|easter|wedding|party|meals?|delivery|garden|house|day out)\b"
    r"|\b(?:have|got|made|make|making|any) (?:other )?plans\b|\bplan [abc]\b",
    re.I,
)
# "It's in my health plan" answers how often, and is no word of another plan.
_STANDS_IN = re.compile(
    rf"\b(?:it|its|it's|that|that's|thats|they|they're|those|dates?|gap|how often|all|everything|is|are)"
    rf" (?:(?:is|are|all|there|written|down|stands?|set|set out|somewhere) ){{0,3}}(?:in|on|under|from|by)"
    rf" (?:(?:my|the|our|that|a) )?(?:{_KINDS})[- ]plan\b",
    re.I,
)
_BIRTH_PLAN = re.compile(r"\b(?:birth(?:ing)?|labou?r|delivery|maternity)[- ](?:plan|notes)\b", re.I)
_THE_PLAN = re.compile(r"\b(?:the|my|that|this|her) plan\b", re.I)
_WRITES = re.compile(
    r"\b(?:write|writing|put|say|word|wording|phrase|line|sentence|note|add|include|mention|draft|state|goes in|go in"
    r"|jot)\b",
    re.I,
)
# "So is it 'Low B12, ask me first'?", "would this do: ..."
_SHOWN = re.compile(
    r"(?:(?<![\w])['\"\u201c\u2018])[^\"\u201c\u201d\n]{8,200}(?:[\"\u201d]|['\u2019](?!\w))|: ?\w[^\n?]{12,200}", re.I
)
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
# "Writing my birth plan. May I have gas and air?" writes, and asks for no words.
_TELLS = re.compile(
    r"^\W*(?:(?:hello|hi|hey|so|ok|and|well|right|morning|evening|i'?m|i am|we'?re|we are|just|busy|still)\W{1,3}){0,5}"
    r"(?:writing|doing|drafting|filling|putting together|working on)\b",
    re.I,
)
_MAY_HAVE = re.compile(
    r"\b(?:can|could|may|might|am|is|are|should|will|would|do|does) (?:i|we|it|that|gas|she|they|the gas)\b"
    r"(?! (?:\w+ ){0,2}?(?:write|put|say|word|phrase|note|add|include|mention|state|jot"
    r"|have (?:a|the|some) (?:short )?(?:line|sentence|words|wording)))",
    re.I,
)
_RIGHT = re.compile(
    r"\b(?:is|does|would|will|so|right|correct|ok|okay|good|enough|do|clear|like (?:this|that))\b", re.I
)
_A_LINE = re.compile(r"\b(?:line|sentence|write)\b", re.I)
_GAS = re.compile(r"\b(?:gas|entonox|nitrous)\b", re.I)


def is_other_plan(text: str) -> bool:
    """Whether a text speaks of another plan, and tells nothing of one of injections."""
    found = OTHER_PLAN.search(text) is not None and not _STANDS_IN.search(text.replace("\u2019", "'"))
    return found and not dialogue.tells_plan(text)


def _asks_words(text: str) -> bool:
    """Whether a sentence asks for words to write down; one that tells what is written, or asks for a yes, does not."""
    every = [one for one in _SENTENCE.findall(text) if one.strip()]
    asking = [one for one in every if "?" in one or asks(one)]
    return any(_WRITES.search(one) and not _TELLS.search(one) and not _MAY_HAVE.search(one) for one in asking)


def birth_plan(asked: Asked) -> Taken:
    """ "Which line goes in the plan?", after a word on gas and air or of a birth plan: a line to write down, or whether
    one's own is right. The form for dates, where it is open, was a mistake."""
    found = _line(asked)
    asked_for_dates = asked.state.awaiting == PLAN and not dialogue.is_told(asked.state.plan)
    return (*found, Step(NO_DATES)) if found and asked_for_dates else found


def _line(asked: Asked) -> Taken:
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or state.child_writes:
        return None
    if state.awaiting not in (None, PLAN) or dialogue.tells_plan(said.text):
        return None
    every, text = content().questions, said.text.replace("\u2019", "'")
    of_gas = state.focus == GAS or any(one.about == GAS for one in answered(state))
    named = _BIRTH_PLAN.search(text) is not None
    lately = of_gas and (_THE_PLAN.search(text) is not None or _GAS.search(text) is not None)
    if of_gas and _SHOWN.search(text) and _RIGHT.search(text) and (named or _GAS.search(text)):
        return asks_of([every[LINE_RIGHT]])
    if not _asks_words(text):
        return None
    if lately and not named and not _THE_PLAN.search(text) and not _A_LINE.search(text):
        return None
    if lately or (named and (of_gas or _GAS.search(text))):
        return asks_of([every[LINE]])
    # Nobody spoke of gas: what is told to the midwife of B12 in pregnancy.
    return (Step(ASK_TOPIC, ((TOPIC, PREGNANCY),)),) if named else None
