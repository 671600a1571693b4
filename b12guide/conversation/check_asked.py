"""Rows of the table: one of the three questions that is asked for, and what is said behind how often they come."""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ASKED, CHECK_ASKED, CHECK_TOLD, DIARY, WHOSE, WORDS
from b12guide.conversation.state import CHECK, PLAN
from b12guide.diary import reading
from b12guide.diary.check_words import NOW, goes_on, which_question
from b12guide.diary.notes import Diary

# So many things that were said since may stand between the three questions and one that is asked for.
_LATELY = 4


def question_wanted(asked: Asked) -> Taken:
    """One of the three questions is asked for while they are open, or were left a moment ago."""
    state, said = asked.state, asked.said
    at = Diary.from_json(state.diaries.get(state.whose)).question
    if at is None or state.standing is not None or said.verdict.warns or said.excerpt or state.child_writes:
        return None
    if state.awaiting not in (None, CHECK, PLAN) or (
        state.awaiting != CHECK and CHECK_ASKED not in state.said[-_LATELY:]
    ):
        return None
    place = which_question(said.text.replace("’", "'").strip(), at)
    if place is None:
        return None
    return (Step(DIARY, ((ASKED, reading.CHECK_AT), (WORDS, str(place)), (WHOSE, state.whose))),)


def check_wanted(asked: Asked) -> Taken:
    """They begin, or are wanted so often."""
    state, said = asked.state, asked.said
    if state.said[-1:] != [CHECK_TOLD] or state.awaiting is not None or state.standing is not None:
        return None
    if said.verdict.warns or said.excerpt or state.child_writes or state.whose in state.children:
        return None
    often = goes_on(said.text.replace("’", "'").strip())
    if often is None:
        return None
    what = reading.CHECK if often == NOW else reading.CHECK_OFTEN
    return (Step(DIARY, ((ASKED, what), (WORDS, often), (WHOSE, state.whose))),)
