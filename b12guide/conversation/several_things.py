"""What of a message is for the diary or reminders, and what stands beside that: each is decided by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation import diaries, notes_told, plans, reminder_wishes
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    AFFIRM,
    ASKED,
    DENY,
    EMERGENCY,
    FEELINGS,
    SMALL_TALK,
    STANDS,
    URGENT,
    WHICH,
    WHOSE,
    WORDS,
)
from b12guide.conversation.state import CHECK, FORGET, PLAN, QUIZ
from b12guide.conversation.whose import child_named
from b12guide.diary import named_notes, one_note
from b12guide.diary.about_diary import asks_about_diary
from b12guide.diary.beside_plan import wish_beside_plan
from b12guide.diary.note_words import of_gap
from b12guide.diary.notes import Diary
from b12guide.diary.pieces import Piece, only_answers, pieces
from b12guide.diary.reading import CHANGE_NOTE, DELETE_NOTES, LIST, NOTE, asked_of_diary, deletes_everything
from b12guide.diary.reading import Asked as Wish
from b12guide.plan import dialogue
from b12guide.shared import replies
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, UNSURE
from b12guide.understanding.children import by_child

# Where one of these is open, a message is its answer.
_ONE_ANSWER = frozenset({FORGET, QUIZ, CHECK})
_WARNINGS = frozenset({EMERGENCY, URGENT, STANDS})
_OF_NOTE = re.compile(
    r"\bi (?:already |just |did |have )?(?:wrote|written|write|noted|note|kept|keep|put down"
    r"|told you)\b[^.?!]{0,20}\b(?:one|note|entry|it down|that down|it)\b",
    re.I,
)
_NOTE = re.compile(r"\b(?:notes?|entry|entries|diary)\b", re.I)
_OF_REMINDER = re.compile(r"\b(?:remind\w*|texts?|nudges?)\b", re.I)
# What stands beside a wish and asks nothing is passed over where it says no more than this.
# So is a yes or a no that answers nothing.
_SAYS_LITTLE = frozenset(
    {NOT_UNDERSTOOD, UNSURE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, AFFIRM, DENY, *SMALL_TALK, *FEELINGS}
)


def several_things(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The steps of a message of which a piece is for the diary or reminders, in its order; a sign in one stands alone.

    Args: decided: who takes a piece by itself.
    """
    said, state = asked.said, asked.state
    if said.excerpt or state.standing is not None or state.child_writes or state.awaiting in _ONE_ANSWER:
        return None
    if by_child(said.text) or asked.about.child or child_named(said.text):
        # Whose child it is, or that one writes, is told by the message as a whole.
        return None
    if asks_about_diary(said.text.replace("’", "'")):
        return diaries.diary(asked)
    found = pieces(said.text, _apart, after_note=lambda part: diaries.after_note(asked, part))
    if not any(piece.found or piece.plan for piece in found) and (both := _plan_and_wish(asked, decided)) is not None:
        return both
    if not found:
        return None
    steps: list[Step] = []
    reminds = any(piece.reminders for piece in found)
    for piece in found:
        answers = only_answers(piece.text) and state.awaiting is None
        if not piece.wishes and (answers or _said_with(piece.text, reminds=reminds)):
            continue
        taken = _of_piece(piece, asked, decided, _whose_plan(steps, asked))
        if taken and taken[0].kind in _WARNINGS:
            return taken
        steps += [step for step in taken or () if step not in steps]
    return tuple(step for step in steps if not _which_one(step, steps)) or None


def _plan_and_wish(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """A plan, and the wish to be reminded that is told in the same sentence or told when in the next one."""
    two = wish_beside_plan(asked.said.text)
    if two is None or not dialogue.tells_plan(two[0]):
        return None
    told = decided(replace(asked, said=asked.said.alone(two[0]), written=""))
    if not told or told[0].kind in _WARNINGS or all(step.kind != PLAN for step in told):
        return told if told and told[0].kind in _WARNINGS else None
    steps = [step.read_from(two[0]) for step in told]
    bare = replace(asked, said=Understanding(two[1], Verdict(), Act(NOT_UNDERSTOOD)), written="")
    return (*steps, *(reminder_wishes.wished(bare, of_plan=_whose_plan(steps, asked)) or ()))


def _which_one(step: Step, steps: list[Step]) -> bool:
    """Whether a step asks which note is meant, or what one is to say, beside one that knows."""
    if step.values(ASKED) == [NOTE] and not any(step.values(WORDS)):
        # "The note. change it to:" is of the note that is there; "kindly note" is said of what was told.
        return any(one.kind == PLAN or one.values(ASKED) in ([CHANGE_NOTE], [DELETE_NOTES]) for one in steps)
    asks = step.values(ASKED) == [DELETE_NOTES] and not any(step.values(WHICH))
    return asks and any(one.values(ASKED) == [DELETE_NOTES] and any(one.values(WHICH)) for one in steps)


def note_named(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """A note that is to go or to be changed, by words of a sign that stand in it, beside what else the message says:
    "yes. and delete the note about his fall". What is left tells of none."""
    state, said = asked.state, asked.said
    if not said.verdict.warns or said.excerpt or state.standing is not None or state.child_writes:
        return None
    notes = Diary.from_json(state.diaries.get(asked.about.person)).notes
    found = pieces(said.text, _apart, after_note=lambda part: diaries.after_note(asked, part)) if notes else []
    wishes = [piece.found for piece in found if piece.found is not None and _of_one(piece.found)]
    named = [wish.which for wish in wishes if named_notes.with_words(notes, wish.which)]
    rest = said.text
    for words in named:
        rest = rest.replace(words, " ")
    return several_things(asked, decided) if named and not said.alone(rest).verdict.warns else None


def of_named_note(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """A note that is to go or to say something else, and is called a note: whatever day, time or end is told with it is
    of no reminder and no injection."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    wishes = _NOTE.search(text) is not None and not asked.said.verdict.warns and not deletes_everything(text)
    if not wishes or not any(Diary.from_json(one).notes for one in state.diaries.values()):
        return None
    found = pieces(text, _apart, after_note=lambda part: diaries.after_note(asked, part))
    named = [piece for piece in found if piece.found is not None and _of_one(piece.found) and _NOTE.search(piece.text)]
    if named:
        return several_things(asked, decided)
    whole = asked_of_diary(text) if not found else None
    return diaries.diary(asked) if whole is not None and _of_one(whole) else None


def _of_one(found: Wish) -> bool:
    return found.what in (CHANGE_NOTE, DELETE_NOTES) and found.which not in ("", one_note.ALL)


def _whose_plan(steps: list[Step], asked: Asked) -> str | None:
    """Whose plan the message tells: of whom the step before is, else of whom it is as a whole; None where it tells
    none."""
    told = [person for step in steps if step.kind == PLAN for person in step.values(WHOSE)]
    return told[-1] if told else asked.about.person if dialogue.tells_plan(asked.said.text) else None


def _of_piece(piece: Piece, asked: Asked, decided: Callable[[Asked], Taken], of_plan: str | None) -> Taken:
    if piece.found is not None or piece.reminders:
        # The signs of the whole message were looked at before.
        bare = replace(asked, said=Understanding(piece.text, Verdict(), Act(NOT_UNDERSTOOD)), written="")
        note = piece.found is not None and piece.found.what == NOTE
        taken = (
            (diaries.worse(bare, piece.found) if note else None)
            or (notes_told.read_out(bare) if piece.found is not None and piece.found.what == LIST else None)
            or (
                diaries.diary(bare, piece.found)
                if piece.found is not None
                else reminder_wishes.wished(bare, of_plan=of_plan)
            )
        )
        # What sounds like one of a note that is not there is of something else.
        if taken or piece.found is None or piece.found.what not in (CHANGE_NOTE, DELETE_NOTES):
            return taken
    alone = asked.said.alone(piece.text)
    taken = decided(replace(asked, said=alone, written=""))
    if not taken or (taken[0].kind in _SAYS_LITTLE and not plans.asks(piece.text)):
        return None
    return tuple(step.read_from(piece.text) for step in taken)


def _said_with(words: str, *, reminds: bool) -> bool:
    """Whether a piece only speaks of what another one wants: of reminders, or of a note that was to be there."""
    if dialogue.tells_plan(words) or plans.asks(words):
        return False
    return _OF_NOTE.search(words) is not None or (reminds and _OF_REMINDER.search(words) is not None)


def _apart(words: str) -> bool:
    """Whether words tell something of a plan, of a dose, or of advice that was had."""
    if dialogue.tells_plan(words) or diaries.tells_dose(words) or of_gap(words):
        return True
    return replies().clinician_advised(words) or "clinic_agreed" in replies().said(words)
