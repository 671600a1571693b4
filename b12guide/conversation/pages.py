"""Rows of the table: what is asked of the page for the appointment, in any words, once there is talk of it."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ASKED, DIARY, PAGED, WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.diary import reading
from b12guide.diary.page_words import asks_what_page_says, asks_who_gets, page_of, tells_for_page
from b12guide.plan import dialogue
from b12guide.understanding.acts import PLAN as PLAN_STEP
from b12guide.understanding.acts import REQUEST

# One page, sheet or print-out, whatever stands around it: asked for beside an appointment it is this one.
_PAGE = re.compile(r"\b(?:one|a|1|that|it|this|single|my)[- ](?:page|sheet|pager)\b|\b(?:on|onto) (?:a |one "
r"|1 )?(?:page|sheet)\b"
                   r"|\bsummary\b|\bprint[- ]?out\b", re.I)  # fmt: skip
_PRINTS = re.compile(
    r"^\W*(?:(?:so|ok|okay|and|now|then|please|great|thanks|cool|yes)\W+){0,4}"
    r"(?:(?:can|could|may|how (?:do|can|could)|where do|will|is it possible to) (?:i|we|you|my \w+)? ?)?"
    r"print(?: (?:it|that|this|the page|off|out|my page|this page|that page)){0,2}"
    r"(?: (?:for (?:me|him|her|them)|please|pls|too|as well|out|off|then|now|somehow|at home)){0,4}\W*$",
    re.I,
)
# So many things that were said since the page may stand between.
_LATELY = 4
# "They" and "it" are of the page right behind it.
_JUST = 3


def page_asked(words: str) -> bool:
    """Whether words beside an appointment ask for the page."""
    return page_of(words) is not None or _PAGE.search(words) is not None


def of_page(asked: Asked) -> Taken:
    """What is to be told on the page, and the page that was just shown, to print."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if state.child_writes or state.awaiting not in (None, PLAN) or state.standing is not None:
        return None
    lately = PAGED in state.said[-_LATELY:]
    person = asked.about.person if asked.about.named else state.whose
    if person in state.children:
        return None
    if asks_what_page_says(text, just=PAGED in state.said[-_JUST:]) and not asked.said.verdict.warns:
        plan = state.plans.get(person)
        shown = (
            (Step(PLAN_STEP, ((REQUEST, "whole"), (WHOSE, person), (WORDS, "show my plan"))),)
            if dialogue.is_told(plan)
            else ()
        )
        return (Step(DIARY, ((ASKED, reading.PAGE_TEXT), (WHOSE, person))), *shown)
    words = tells_for_page(text, lately=lately)
    if words:
        return (Step(DIARY, ((ASKED, reading.TELL), (WORDS, words), (WHOSE, person))),)
    if PAGED in state.said[-_JUST:] and asks_who_gets(text):
        return (Step(DIARY, ((ASKED, reading.GETS), (WHOSE, person))),)
    if lately and state.said[-1:] != [PLAN] and _PRINTS.match(text):
        return (Step(DIARY, ((ASKED, reading.PRINT), (WHOSE, person))),)
    return None
