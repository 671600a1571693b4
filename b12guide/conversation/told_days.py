"""Rows of the table: how a day was, told plainly while a diary is kept, which is offered to be kept; what is said to
that offer; and a note of which a word is put right."""

from __future__ import annotations

import re

from b12guide.conversation import plans
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import note_steps, notes_of
from b12guide.conversation.kinds import (
    ASKED,
    DIARY,
    EMERGENCY,
    FEELINGS,
    FORGET_ME,
    NOTE_ASKED,
    NOTE_OFFERED,
    NOTED,
    READ_OUT,
    URGENT,
    WHICH,
    WHOSE,
    WORDS,
)
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN, State
from b12guide.diary import named_notes, one_note, reading
from b12guide.diary.note_corrected import corrected as corrected_in
from b12guide.diary.note_corrected import rewritten, told_alone
from b12guide.diary.note_words import without_courtesy
from b12guide.diary.notes import Diary, Note, tells_worse
from b12guide.diary.telling import begins_with_day, leaves_offer, takes_offer, tells_day
from b12guide.plan import dialogue

# "Swap the 3/10 for 4/10", "change sofa to bed in that note".
_LEAD = (
    r"^\W*(?:in (?:the|my|that) (?:last |latest )?(?:note|entry)\W{1,3})?"
    r"(?:(?:no|oh|oops|sorry|actually|wait|and|but|please|pls|can you|could you|i meant|i mean)\W+){0,5}"
)
_END = (
    r"(?: (?:in|on|of) (?:that|the|my|this)(?: last)? (?:note|one|entry|diary))?(?:[ ,]+(?:please|pls|instead"
    r"|sorry|thanks)){0,3}\W*$"
)
_SWAPS = re.compile(
    rf"{_LEAD}(?:swap|change|replace|switch|correct|make|turn|alter) (?:the |that |my )?(?P<wrong>[\w/' ]{{1,40}}?)"
    rf" (?:for|to|with|into|by|be|should be) (?:an? |the )?(?P<right>[\w/' ]{{1,60}}?){_END}",
    re.I,
)
_NOT = re.compile(
    rf"{_LEAD}(?:(?:fix|correct|change|amend|edit|update) (?:it|that|this|the note|my note|that note)\W{{1,3}})?"
    rf"(?:(?:it|that) (?:was|is|should be|should say|should have been) |make (?:it"
    rf"|that) )?(?P<right>[\w/' ]{{1,60}}?)"
    rf",? (?:and )?(?:not|instead of|rather than) (?:an? |the )?(?P<wrong>[\w/' ]{{1,40}}?){_END}",
    re.I,
)
# "Make that 4 out of 10": the score of the note before it.
_SCORE = re.compile(r"\b(?:10|\d)(?:\.\d)? ?(?:/ ?10|out of (?:10|ten))", re.I)
_NEW_SCORE = re.compile(
    rf"{_LEAD}(?:make (?:it|that)|(?:it|that) (?:was|is|should be|should say)|(?:change|correct|fix) (?:it|that) to"
    rf"|more like)(?: a| about| more like)? (?P<score>{_SCORE.pattern}){_END}",
    re.I,
)
_LATELY = 4


def said_to_offer(asked: Asked) -> Taken:
    """What was told is kept, or not, as somebody says to the offer."""
    state = asked.state
    offered = Diary.from_json(state.diaries.get(state.whose)).offered
    if state.said[-1:] != [NOTE_OFFERED] or not offered or not _free(asked) or asked.said.verdict.warns:
        return None
    if takes_offer(asked.said.text):
        return _notes(state.whose, offered, asked)
    if leaves_offer(asked.said.text):
        return (Step(DIARY, ((ASKED, reading.NOT_KEPT), (WHOSE, state.whose))),)
    return None


def corrected(asked: Asked) -> Taken:
    """A word of a note that is put right: one note has it, and notes were spoken of just now or are named."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    person = asked.about.person if asked.about.named else state.whose
    diary = Diary.from_json(state.diaries.get(person))
    if (told := _told_in_it(text, person, diary, asked)) is not None:
        return told
    text = told_alone(text)
    found = _SWAPS.match(text) or _NOT.match(text)
    score = _NEW_SCORE.match(text) if state.said[-1:] == [NOTED] and diary.notes and _free(asked) else None
    if found is None and score is not None and len(_SCORE.findall(diary.notes[-1].text)) == 1:
        new, last = _SCORE.sub(score["score"], diary.notes[-1].text), diary.notes[-1]
        return (Step(DIARY, ((ASKED, reading.CHANGE_NOTE), (WORDS, new), (WHICH, last.text), (WHOSE, person))),)
    lately = _lately(asked)
    if found is None or not diary.notes or not lately or not _free(asked) or dialogue.tells_plan(found["right"]):
        return None
    wrong, right = found["wrong"].strip(), found["right"].strip()
    have = [note for note in diary.notes if _has(note, wrong)]
    have = have[-1:] if len(have) > 1 and have[-1] is diary.notes[-1] and state.said[-1:] == [NOTED] else have
    if len(have) != 1:
        return None
    new = named_notes.put_right(have[0].text, f"{right} not {wrong}")
    details = ((ASKED, reading.CHANGE_NOTE), (WORDS, new), (WHICH, have[0].text), (WHOSE, person))
    return (Step(DIARY, details),)


def _lately(asked: Asked) -> bool:
    """Whether notes were spoken of just now, or are named."""
    named = re.search(r"\b(?:notes?|entry|diary)\b", asked.said.text, re.I) is not None
    return named or bool({NOTED, READ_OUT} & {*asked.state.said[-_LATELY:]})


def _told_in_it(text: str, person: str, diary: Diary, asked: Asked) -> Taken:
    """A score, or a word, of what it is in a note: "brain fog was 3/10 not 5/10". Where no note has it and notes are
    named, that is said; where several have it, it is asked which."""
    of = corrected_in(text)
    if of is None or not diary.notes or not _lately(asked) or not _free(asked) or dialogue.tells_plan(text):
        return None
    have = [(note, new) for note in diary.notes if (new := rewritten(note.text, of)) is not None]
    if len(have) > 1 and have[-1][0] is diary.notes[-1]:
        have = have[-1:]
    if len(have) != 1:
        # "It should be Monday, not Tuesday" is of the day of a note.
        named = one_note.names_notes(text) and re.search(r"\d", of.right) is not None
        which = (WHICH, f"{of.about} {of.wrong}".strip())
        return (Step(DIARY, ((ASKED, reading.CHANGE_NOTE), (WORDS, ""), which, (WHOSE, person))),) if named else None
    note, new = have[0]
    details = ((ASKED, reading.CHANGE_NOTE), (WORDS, new), (WHICH, note.text), (WHOSE, person))
    return (Step(DIARY, details),)


def told_day(asked: Asked) -> Taken:
    """How a day was, told while a diary is kept: written as a diary is, it is kept; else it is offered."""
    state, text, verdict = asked.state, asked.said.text, asked.said.verdict
    person = asked.about.person
    kept = Diary.from_json(state.diaries.get(person))
    diary = kept.notes or kept.weekly or NOTE_ASKED in state.said[-_LATELY:]
    if not diary or not _free(asked) or person in state.children or asked.kind in FEELINGS:
        return None
    if (verdict.warns and verdict.level in (EMERGENCY, URGENT)) or verdict.asks_first or tells_worse(text):
        return None
    if plans.asks(text) or dialogue.tells_plan(text) or not tells_day(text) or _of_dose(asked):
        return None
    if begins_with_day(text):
        return _notes(person, text, asked)
    return (Step(DIARY, ((ASKED, reading.OFFER_NOTE), (WORDS, without_courtesy(text)), (WHOSE, person))),)


def _of_dose(asked: Asked) -> bool:
    """Whether a dose that was had, or a date that was set, is told: "done, taken at 7, next one on the 29th"."""
    plan = asked.state.plans.get(asked.about.person)
    if not dialogue.is_told(plan):
        return False
    _, moves = plan_words(plan, asked.said.text, asked.who, asked.state.plans)
    return any(move.kind == "fact" and move.name in ("given", "booked") for move in moves)


def _notes(person: str, words: str, asked: Asked) -> Taken:
    return tuple(step for day, note in notes_of(words, asked.who) for step in note_steps(person, note, day))


def _has(note: Note, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", note.text, re.I) is not None


def _free(asked: Asked) -> bool:
    state: State = asked.state
    open_ = state.awaiting not in (None, PLAN) or state.standing is not None or state.child_writes
    return not open_ and not asked.said.excerpt and asked.kind != FORGET_ME
