"""A row of the table: the plan that was read back is agreed to in a sentence of its own, and what else the message says
is decided as if that had been said before: "yes the dates are right. but what do you keep about me?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation import plans
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ASKED, DIARY, FORGET_ME, REMINDERS, WARNING_STANDS, YOUR_DATA
from b12guide.conversation.state import PLAN, State
from b12guide.diary import reading
from b12guide.diary.wishes import asked_of_reminders
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding.acts import NOT_UNDERSTOOD, UNSURE

_YES = r"(?:yes|yep|yeah|yup|yh|aye|correct|right|agreed|confirmed|exactly)"
_IT = (
    r"(?:(?:that'?s|thats|that is|it'?s|it is|this is|they'?re|they are|those are|these are|all)"
    r"|(?:the |those |these |my |your |all |both |all the )?(?:dates?|plan|days?|schedule)(?: you (?:gave|have"
    r"|wrote|read))?"
    r" (?:is|are|look|looks|seem|seems|'s|were))"
)
_RIGHT = (
    r"(?:all |absolutely |quite |just |exactly )?(?:right|correct|fine|good|ok|okay|it|spot on"
    r"|as (?:they|my clinic) said|what (?:they|my clinic|the clinic) said)"
)
_LEAD = (
    r"^\W*(?:(?:and|ok|okay|so|oh|well|right|great|lovely|perfect|hi|but|thanks|thank you|i said|as i said"
    r"|again)\b\W*){0,4}"
)
_POLITE = (
    r"(?:\W*(?:thanks|thank you|ta|cheers|please|pls|save|keep|(?:you can |please )?(?:save|keep) (?:it|that"
    r"|them|this)|dear|love"
    r"|mate|now|then)\b){0,4}\W*$"
)
_AGREES = re.compile(
    rf"{_LEAD}(?:{_YES}\b\W*){{1,3}}(?:{_IT} {_RIGHT}\b)?{_POLITE}"
    rf"|{_LEAD}{_IT} {_RIGHT}\b{_POLITE}",
    re.I,
)
# More than the bare word, which is an answer of its own wherever it stands.
_NAMES_DATES = re.compile(r"\b(?:dates?|plan|days|schedule)\b", re.I)
_SENTENCES = re.compile(
    rf"(?<=[.;!?])\s+|\s*\n\s*|(?<=\bright),\s+|(?<=\bcorrect),\s+|(?<=\bfine),\s+"
    rf"|(?<=^yes),?\s+(?=(?:and|but|could|can|will|please|also)\b)|,\s+(?=and {_YES}\b)|(?<=right),\s+(?=(?:the"
    rf"|my|they|i|we|clinic)\b)",
    re.I,
)
_LETTERS = re.compile(r"[a-z]{2}", re.I)
# "Any problem?", "is that ok?": of what was told before it.
_LEANS = re.compile(
    r"\W*(?:(?:and|so|will|would|is|does|do|are|that|this|it|there|be|cause|make|any|an?|the|for|with|of|them|my|dates?|plan"
    r"|clash|problems?|issues?|matter|ok|okay|fine|alright|all right|bad|difference|affect|anything) ?){1,9}\?*\W*",
    re.I,
)
_TAKEN_HERE = frozenset({DIARY, REMINDERS, YOUR_DATA})
_NOTHING = frozenset({NOT_UNDERSTOOD, UNSURE})


def agreed(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The yes to the plan, and the steps of what stands beside it.

    Args: decided: who takes each by itself.
    """
    state, text = asked.state, asked.said.text.replace("’", "'")
    kept = state.plans.get(state.whose)
    waits = state.awaiting in (None, PLAN) and dialogue.awaits_yes(kept) and not dialogue.on_hold(kept)
    if not waits or asked.said.excerpt or state.child_writes or asked.kind == FORGET_ME:
        return None
    parts = [part for part in _SENTENCES.split(text) if part and _LETTERS.search(part)]
    yes = [part for part in parts if _AGREES.match(part)]
    rest = " ".join(part for part in parts if part not in yes)
    if len(yes) != 1 or dialogue.tells_plan(rest):
        return None
    plain = _NAMES_DATES.search(yes[0]) is not None or yes[0] is not parts[0]
    if state.awaiting is None and (not plain or not _NAMES_DATES.search(yes[0])):
        # Behind a card no question is open: who names the dates means them all the same.
        return None
    state = replace(state, awaiting=PLAN)
    asking = [part for part in parts if part not in yes and (plans.asks(part) or _wishes(part))]
    # What is only told beside a yes and a question is passed over, but for what a bare question is of.
    rest = rest if asking and all(_LEANS.fullmatch(part.strip()) for part in asking) else " ".join(asking) or rest
    if not rest:
        return _alone("yes", asked, state, decided) if plain else None
    then = _alone(rest, asked, _confirmed(state, asked) or state, decided) or ()
    # What was told beside the yes is no note that was asked for.
    then = tuple(step for step in then if not _unasked(step, rest) and step.kind not in _NOTHING)
    here = any(step.kind in _TAKEN_HERE for step in then)
    if not (plain or here):
        return None
    first = _alone("yes", asked, state, decided)
    return (*first, *(step.read_from(rest) for step in then)) if first else None


def _wishes(words: str) -> bool:
    return reading.asked_of_diary(words) is not None or asked_of_reminders(words) is not None


def _alone(words: str, asked: Asked, state: State, decided: Callable[[Asked], Taken]) -> Taken:
    taken = decided(replace(asked, said=asked.said.alone(words), state=state, written=""))
    return tuple(step.read_from(words) for step in taken) if taken else None


def _confirmed(state: State, asked: Asked) -> State | None:
    """The conversation once the plan was agreed to."""
    kept = state.plans.get(state.whose)
    outcome = dialogue.turn(
        kept, "yes", request="affirm", moves=dialogue.moves(kept, "yes", who=asked.who), who=asked.who,
        wording=plan_wording(), new_key=str,
    )  # fmt: skip
    if outcome is None or outcome.state is None:
        return None
    return replace(state, plans={**state.plans, state.whose: outcome.state}, awaiting=None)


def _unasked(step: Step, words: str) -> bool:
    if step.kind == WARNING_STANDS:
        # It is said below whatever else is.
        return True
    note = step.kind == DIARY and step.values(ASKED) == [reading.NOTE]
    return note and reading.asked_of_diary(words, doses=True) is None
