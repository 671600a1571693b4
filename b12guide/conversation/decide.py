"""Who takes a message: one table, read from top to bottom. A value in, a value out; no model, no Rasa.

What a message says by itself is its `Understanding`; what it means where it stands is decided here and nowhere else.
Each row of `TABLE` looks at both and takes the message or leaves it to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from b12guide.content import Question
from b12guide.conversation.focus import INJECTIONS, TAKEN, leans
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import ADULT, ADVICE, FORGET, NEW_OR_WORSE, PLAN, QUIZ, State
from b12guide.conversation.whose import Whose, only_turns, whose
from b12guide.plan import dialogue
from b12guide.shared import content, plan_wording, replies, standing, triage
from b12guide.understanding import Understanding
from b12guide.understanding.acts import (
    ASK_TOPIC,
    CHILD,
    CLINIC_AGREED,
    HELP_IS_HERE,
    LANGUAGE,
    LEANING,
    NEAR,
    NEIGHBOUR,
    NOT_UNDERSTOOD,
    NOT_WHOLE,
    OFFERED,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    QUESTION,
    REQUEST,
    TOPIC,
    UNSURE,
    WAS_LONG_AGO,
)
from b12guide.understanding.children import by_child
from b12guide.understanding.intent_model import canonical
from b12guide.understanding.scope import MOST_OFFERED
from b12guide.understanding.subject import subject
from b12guide.understanding.verdict import DOUBTFUL_CARD, GENERAL_CARD

EMERGENCY, URGENT = "emergency", "urgent"
# What only a conversation can make of a message: an emergency that stands, is put right, or was only asked about.
STANDS, CORRECTED, ONLY_ASKING, QUIZ_ANSWER = "emergency_stands", "corrected", "only_asking", "teach_back_answer"
AFFIRM, DENY, FORGET_ME, MY_QUESTIONS = "affirm", "deny", "forget_me", "my_questions"
# The same of an urgent warning: it stands, a clinician has spoken, or it is old and unchanged.
WARNING_STANDS, ADVISED, LOWERED, NOTHING_NEW = "warning_stands", "advised", "lowered", "nothing_new"
# Of other people's plans: a child has none here, it is asked who is an adult, and whose is first.
CHILD_PLAN, ADULT_TOLD, ONE_AT_A_TIME, CHILDREN = "child_plan", "adult_told", "one_at_a_time", "children"
CARD, ABOUT, WHOSE = "card", "about", "whose"
# The one row of the triage table that being old and unchanged makes routine, of tingling and numbness (its rule 7).
OLD_MAY_BE_CALM = "B2"
# Messages after an urgent card in which words that say nothing else are about it.
SOON = 3
# Answers of these topics would explain the sign, or say how long it lasts.
EXPLAINS_SIGNS = frozenset(
    {"nerve_recovery", "time_to_feel_better", "not_improving", "diagnosis_request", "symptoms_of_deficiency"}
)
# Who says that these are not happening may be too ill to know it, may wish it unsaid, or may have taken something.
NEVER_ONLY_ASKED = ("crisis_", "stroke", "poisoning", "language_")
DOSE_CHANGE, YES_OR_NO = "dose_change_request", "just_yes_or_no"
REFUSALS = frozenset({DOSE_CHANGE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
FEELINGS = frozenset(
    {"feel_angry", "feel_scared", "feel_lonely", "feel_fed_up", "feel_carer", "feel_grief", "feel_ashamed"}
)
BANTER = frozenset({"insult", "joke", "bot_life"})
# What is said of an answer that missed.
REPAIR = frozenset({"not_answered", "too_long", "said_already", "just_yes_or_no"})
SMALL_TALK = frozenset({"greet", "goodbye", "thanks", "bot_identity", "talk_to_person", "help_menu", "your_data"})
FOLLOW_UPS = frozenset({"tell_more", "says_who", "simpler_words", "why"})
# How many words of an answer to an open question of the check a message has to hold: more where it was surely
# understood as something else, since asking something else leaves the check. What stands in neither leaves it.
_CHECK_WORDS = {
    **dict.fromkeys({*FOLLOW_UPS, UNSURE, NOT_UNDERSTOOD, AFFIRM, DENY}, 1),
    **dict.fromkeys({ASK_TOPIC, *REFUSALS, *SMALL_TALK, *FEELINGS, *BANTER, *REPAIR}, 2),
}
_SAYS_NOTHING_ELSE = frozenset(
    {UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, DOSE_CHANGE, *FEELINGS, *BANTER, *REPAIR}
)
# What may ask something of the thing in focus, though by itself it was heard as something else.
_MAY_LEAN = frozenset({ASK_TOPIC, UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
# What may still be an answer to the plan's open question, though by itself it was heard as something else.
_MAY_ANSWER_PLAN = frozenset({ASK_TOPIC, UNSURE, NOT_UNDERSTOOD, *REFUSALS})
# What surely does something to the plan by its words is the plan's, though it was heard as one of these.
_MAY_MOVE_PLAN = frozenset(
    {*_MAY_ANSWER_PLAN, *SMALL_TALK, *FOLLOW_UPS, *FEELINGS, *REPAIR, AFFIRM, DENY, PLAN, QUIZ_ANSWER, MY_QUESTIONS}
)
# So many words behind a yes may be politeness alone.
MOST_POLITE = 2
_STATES_PLAN = frozenset({"regimen", "date", "state", "given"})
_ASKS_OF_PLAN = frozenset({"next", "after_next", "whole", "due", "left", "phase_start", "calendar"})
# How often or when somebody else has theirs.
_TELLS_WHEN = re.compile(
    r"\b(?:every|weekly|monthly|fortnightly|daily|weeks?|months?|days?|yesterday|today|last"
    r"|jan|january|feb|february|march|april|may|june|july|aug|august|sept?|september|oct|october|nov|november|dec|december)\b",
    re.I,
)
_ON_SCHEDULES = frozenset({"maintenance_phase", "staying_on_schedule", "schedule_differences_between_people"})
# Words that point back to what was just said.
_LEANS = re.compile(
    r"^\W*(?:and|so|but|what about|how about|or)\b|\b(?:it|its|that|this|them|they|those|these|ones?|he|she|her|him)\b"
    r"|^\W*(?:\w+\W*){1,3}$",
    re.I,
)
_ASKS = re.compile(
    r"\?|^\W*(?:(?:so|and|but|also|ok|hi|hello|please)\W+)*(?:what|how|why|when|which|who|where|can|could|do|does|did|is"
    r"|are|am|was|will|would|should|shall|may|must|any)\b",
    re.I,
)


@dataclass(frozen=True)
class Step:
    """One thing that is done about a message: its kind, and (name, value) pairs that it carries, in order."""

    kind: str
    details: tuple[tuple[str, str], ...] = ()

    def values(self, name: str) -> list[str]:
        """The values of a detail, each once, in order."""
        return list(dict.fromkeys(value for detail, value in self.details if detail == name))


@dataclass(frozen=True)
class Decision:
    """What is done about a message, in order; the first step is what the conversation sees it as. `by` names the row
    of the table that took it."""

    steps: tuple[Step, ...]
    by: str = field(default="", compare=False)

    @property
    def kind(self) -> str:
        """The kind of the first step."""
        return self.steps[0].kind

    def to_json(self) -> dict[str, Any]:
        """As a JSON object, for what is stored of a message."""
        steps = [{"kind": step.kind, "details": [list(pair) for pair in step.details]} for step in self.steps]
        return {"steps": steps, "by": self.by}

    @classmethod
    def from_json(cls, value: Any) -> Decision | None:
        """What `to_json` wrote; None for anything else."""
        if not isinstance(value, dict) or not value.get("steps"):
            return None
        steps = [
            Step(str(one["kind"]), tuple((str(name), str(said)) for name, said in one["details"]))
            for one in value["steps"]
        ]
        return cls(tuple(steps), str(value.get("by", "")))


@dataclass(frozen=True)
class Asked:
    """What a row looks at: the message by itself, the conversation, and for whom dates are counted."""

    said: Understanding
    state: State
    who: dialogue.Who

    @property
    def kind(self) -> str:
        return self.said.act.kind

    def has(self, name: str) -> bool:
        """Whether the message carries a detail of this name."""
        return bool(self.said.act.values(name))


Taken = tuple[Step, ...] | None
Row = Callable[[Asked], Taken]


def decide(said: Understanding, state: State, who: dialogue.Who) -> Decision:
    """What is done about a message.

    Args:
        said: the message by itself. state: what is kept of the conversation, and whether an emergency stands in it.
        who: for whom dates are counted.
    """
    asked = Asked(said, state, who)
    for name, row in TABLE:
        steps = row(asked)
        if steps:
            return Decision(steps, name)
    return Decision((Step(NOT_UNDERSTOOD),), "nothing took it")


# Warnings -------------------------------------------------------------------------------------------------------------


def _answers_check(asked: Asked) -> Taken:
    """ "Call an ambulance" as the answer to the open question of the check: only where likeness alone saw an
    emergency, since a sign that the rules see is one in every state."""
    verdict = asked.said.verdict
    likeness = verdict.why == "likeness" and not verdict.signs and verdict.cards[:1] == (GENERAL_CARD,)
    if verdict.level != EMERGENCY or not likeness:
        return None
    return (Step(QUIZ_ANSWER),) if _chooses(asked, least=2) else None


def _emergency(asked: Asked) -> Taken:
    verdict = asked.said.verdict
    if verdict.level != EMERGENCY and asked.kind != EMERGENCY:
        return None
    return (Step(EMERGENCY, ((CARD, asked.said.verdict.card),)),)


def _help_is_here(asked: Asked) -> Taken:
    """Help is there. After "Delete it?" a yes is about deleting."""
    if asked.state.standing is None or (_deletes(asked) and asked.state.awaiting == FORGET):
        return None
    here = asked.has(HELP_IS_HERE) or (asked.kind == HELP_IS_HERE and asked.state.awaiting != FORGET)
    return (Step(HELP_IS_HERE),) if here else None


def _corrected(asked: Asked) -> Taken:
    return (Step(CORRECTED),) if asked.state.standing and asked.has(WAS_LONG_AGO) else None


def _only_asking(asked: Asked) -> Taken:
    """The button that says so, in its very words."""
    standing = asked.state.standing
    if standing is None or not may_be_only_asked(standing):
        return None
    pressed = canonical(asked.said.text) == canonical(content().label("only_asking"))
    return (Step(ONLY_ASKING, ((CARD, DOUBTFUL_CARD),)),) if pressed else None


def _stands(asked: Asked) -> Taken:
    """Any other message in an emergency repeats what to do; deleting works beneath it."""
    if asked.state.standing is None:
        return None
    beneath = (Step(asked.kind),) if _deletes(asked) else ()
    return (Step(STANDS, ((CARD, asked.state.standing),)), *beneath)


def _urgent(asked: Asked) -> Taken:
    verdict = asked.said.verdict
    if (verdict.level != URGENT or verdict.asks_first) and asked.kind != URGENT:
        return None
    return (Step(URGENT, ((CARD, asked.said.verdict.card),)),)


def _new_or_worse(asked: Asked) -> Taken:
    """What only sounds urgent is asked about: a card follows unless the answer is no."""
    waits = asked.state.awaiting == NEW_OR_WORSE
    if asked.said.verdict.asks_first and not waits:
        return (Step(NEW_OR_WORSE),)
    if not waits:
        return None
    if asked.said.verdict.asks_first or asked.kind == AFFIRM or replies().not_sure(asked.said.text):
        return (Step(URGENT, ((CARD, GENERAL_CARD),)),)
    return (Step(NOTHING_NEW),) if asked.kind == DENY else None


def _advised(asked: Asked) -> Taken:
    """Somebody who knows has heard of the sign and said what to do."""
    if asked.state.warned is None:
        return None
    said = "yes" in asked.said.act.values(HELP_IS_HERE) or asked.has(CLINIC_AGREED)
    return (Step(ADVISED),) if said or (asked.state.awaiting == ADVICE and asked.kind == AFFIRM) else None


def _lowered(asked: Asked) -> Taken:
    """What was told of, taken together with this, is old and unchanged: of numbness and tingling alone (B2)."""
    warned = asked.state.warned
    if warned is None or set(warned.signs) != {OLD_MAY_BE_CALM}:
        return None
    together = triage(f"{', '.join(warned.heard)}. {asked.said.text}")
    return (Step(LOWERED),) if any(sign.status == "steady" for sign in together.signs) else None


def _warning_stands(asked: Asked) -> Taken:
    """What is said of the sign, or of getting advice, has the action repeated; so has what is not understood, or would
    explain the sign, soon after the card."""
    warned = asked.state.warned
    if warned is None:
        return None
    about = standing().kind(asked.said.text, warned.cards)
    says_nothing = asked.kind in _SAYS_NOTHING_ELSE or (asked.kind in (AFFIRM, DENY) and asked.state.awaiting is None)
    soon = warned.turns < SOON and (says_nothing or _explains(asked.said.act.values(TOPIC)))
    refused = asked.state.awaiting == ADVICE and asked.kind == DENY
    if about is None and not soon and not refused:
        return None
    return (Step(WARNING_STANDS, ((ABOUT, about),) if about else ()),)


def _explains(topics: list[str]) -> bool:
    return bool(topics) and set(topics) <= EXPLAINS_SIGNS


def _deletes(asked: Asked) -> bool:
    """Whether a message asks for everything to be deleted, or answers whether it shall be."""
    return asked.kind == FORGET_ME or (asked.state.awaiting == FORGET and asked.kind in (AFFIRM, DENY))


def may_be_only_asked(card: str) -> bool:
    """Whether the emergency of a card may end because the person says that it is not happening."""
    return not card.startswith(NEVER_ONLY_ASKED)


# Answers to what the bot asked ----------------------------------------------------------------------------------------


def _resumes(asked: Asked) -> Taken:
    """What the clinic agreed to counts only while a plan is on hold."""
    if not asked.has(CLINIC_AGREED):
        return None
    held = [person for person, plan in asked.state.plans.items() if dialogue.on_hold(plan)]
    person = next((one for one in (_whose(asked).person, asked.state.whose, *held) if one in held), None)
    return (Step(PLAN, ((REQUEST, "resume"), (WHOSE, person))),) if person else None


def _not_read(asked: Asked) -> Taken:
    """Nothing is planned, counted or answered from a part of a message, or from one in another language."""
    not_read = asked.has(NOT_WHOLE) or asked.has(LANGUAGE)
    return (Step(NOT_UNDERSTOOD, asked.said.act.details),) if not_read else None


def _deleting(asked: Asked) -> Taken:
    return (Step(asked.kind),) if _deletes(asked) else None


def _check(asked: Asked) -> Taken:
    least = _CHECK_WORDS.get(asked.kind)
    return (Step(QUIZ_ANSWER),) if least is not None and _chooses(asked, least=least) else None


def _chooses(asked: Asked, *, least: int) -> bool:
    """Whether the words of a message choose an answer of the check that is open."""
    if asked.state.awaiting != QUIZ:
        return False
    at = asked.state.quiz or {}
    question = content().teach_back.question(at.get("about", ""), at.get("at", 0))
    return question is not None and question.choice(asked.said.text, least=least) is not None


def _plan(asked: Asked) -> Taken:
    """What is said or asked about somebody's plan, and the answer to its open question."""
    about = _whose(asked)
    kept = asked.state.plans.get(about.person)
    words, moves = _moves(asked, kept)
    requests = _requests(asked, about, kept, moves)
    if not requests:
        return None
    if about.person not in asked.state.adults and about.child is not False:
        return (Step(CHILD_PLAN if about.child else ADULT, ((WHOSE, about.person),)),)
    if about.several and len(set(about.several) - set(asked.state.plans)) > 1:
        return (Step(ONE_AT_A_TIME, tuple((WHOSE, person) for person in about.several)),)
    for request in requests:
        taken = dialogue.turn(
            kept, words, request=request, moves=moves, who=asked.who, wording=plan_wording(), new_key=str
        )
        if taken is not None:
            plan = Step(PLAN, (*(((REQUEST, request),) if request else ()), (WHOSE, about.person)))
            question = _question_beside(asked, moves)
            if question is None:
                return (plan,)
            # Who tells of a plan to ask something else gets that first.
            return (plan, question) if moves or request in _ASKS_OF_PLAN else (question, plan)
    return (Step(NOT_UNDERSTOOD),) if asked.kind == PLAN else None


def _requests(
    asked: Asked, about: Whose, kept: dict[str, Any] | None, moves: Sequence[dialogue.Move]
) -> list[str | None]:
    """What the plan may be asked with a message, the likeliest first; None where only an answer is to be taken."""
    kind, awaited = asked.kind, asked.state.awaiting == PLAN
    turned = about.named and about.person != asked.state.whose
    answers = kind in _MAY_ANSWER_PLAN
    told = _told_in_a_story(asked)
    possible: list[tuple[bool, str | None]] = [
        (bool(moves) and kind != PLAN, None),
        (kind == PLAN, next(iter(asked.said.act.values(REQUEST)), PLAN)),
        (kind in (AFFIRM, DENY) and awaited, kind),
        (about.named and kept is not None and only_turns(asked.said.text), "next"),
        (turned and answers and _tells_when(asked), "state"),
        (answers and awaited, None),
        (told is not None, told),
    ]
    return [request for there, request in possible if there]


def _tells_when(asked: Asked) -> bool:
    """Whether a message tells how often, or when, somebody else has theirs, and asks nothing."""
    text, topics = asked.said.text, set(asked.said.act.values(TOPIC))
    return bool(_TELLS_WHEN.search(text)) and not _ASKS.search(text) and topics <= _ON_SCHEDULES


def _whose(asked: Asked) -> Whose:
    state = asked.state
    return whose(asked.said.text, current=state.whose, known=state.plans, last=state.other)


def _adult(asked: Asked) -> Taken:
    """The answer whether somebody is an adult: dates are counted for adults alone."""
    if asked.state.awaiting != ADULT or asked.kind not in (AFFIRM, DENY) or asked.state.other is None:
        return None
    kind = ADULT_TOLD if asked.kind == AFFIRM else CHILD_PLAN
    return (Step(kind, ((WHOSE, asked.state.other),)),)


def _moves(asked: Asked, kept: dict[str, Any] | None) -> tuple[str, tuple[dialogue.Move, ...]]:
    """The words for the plan, and what they do to it, while nothing else of the bot's is open."""
    if asked.kind not in _MAY_MOVE_PLAN or asked.state.awaiting not in (None, PLAN):
        return asked.said.text, ()
    return plan_words(kept, asked.said.text, asked.who)


def _told_in_a_story(asked: Asked) -> str | None:
    """The request of a sentence that states a plan beside others that do not."""
    beside = asked.said.act.values(REQUEST) if asked.kind == ASK_TOPIC else []
    parts = [part.act for part in asked.said.parts if part.act.kind == PLAN]
    stated = [*beside, *(request for act in parts for request in act.values(REQUEST))]
    return next((request for request in stated if request in _STATES_PLAN), None)


def _question_beside(asked: Asked, moves: Sequence[dialogue.Move]) -> Step | None:
    """What sentences ask about a topic that the plan does not take: they stand outside the words of its moves."""
    details: list[tuple[str, str]] = []
    if asked.kind == ASK_TOPIC and not moves:
        details = [pair for pair in asked.said.act.details if pair[0] != REQUEST]
        return Step(ASK_TOPIC, tuple(details))
    end = 0
    for part in asked.said.parts:
        start = asked.said.text.find(part.text, end)
        end = start + len(part.text) if start >= 0 else end
        moved = start >= 0 and any(move.rest[0] < end and start < move.rest[1] for move in moves)
        if part.act.kind == ASK_TOPIC and not moved and _ASKS.search(part.text):
            details += part.act.details
    behind = asked.said.text[max((move.rest[1] for move in moves), default=0) :]
    if moves and not details and asked.kind == ASK_TOPIC and len(behind.split()) > MOST_POLITE:
        details = [*asked.said.act.details]
    return Step(ASK_TOPIC, tuple(dict.fromkeys(details))) if details else None


def _by_child(asked: Asked) -> Taken:
    """Who says that they are under 18 gets no plan, no dose and no answer for adults; signs come before this."""
    return (Step(CHILDREN),) if asked.kind not in (FORGET_ME, *SMALL_TALK) and by_child(asked.said.text) else None


def _about_child(asked: Asked) -> Taken:
    """The answers are for adults; a child's dose is set by the children's team."""
    return (Step(CHILDREN),) if asked.has(CHILD) and asked.kind != DOSE_CHANGE else None


def _leans(asked: Asked) -> Taken:
    """What asks nothing by itself ("what dose?") asks it of the thing that was just spoken of; never across a
    refusal."""
    state, said = asked.state, asked.said
    if state.refused is not None or asked.kind in SMALL_TALK:
        return None
    every = content().questions
    # What was answered already is no answer to what is asked now.
    new = {one for one in every if not state.was_said(f"question {one}")}
    meant = [every[one] for one in said.act.values(LEANING) if one in new]
    focused = [one for one in meant if one.about == state.focus]
    if asked.kind == DOSE_CHANGE:
        # "Should I stop it?" of metformin changes no plan; of the injections it does.
        return _asks_of(focused) if state.focus not in INJECTIONS else None
    if not focused and _may_lean(asked):
        focused = [every[one] for one in said.of_thing(state.focus or "")[:1] if one in new]
    focused = focused or [one for one in meant if one.topic in state.last and state.focus in (None, *INJECTIONS)][:1]
    return _asks_of(focused) if focused else _offers_of_focus(asked)


def _may_lean(asked: Asked) -> bool:
    """Whether a message asks no question surely, and names nothing but the thing in focus, if that."""
    focus, act = asked.state.focus, asked.said.act
    if focus is None or asked.kind not in _MAY_LEAN or not leans(asked.said.text, focus):
        return False
    every, sure = content().questions, act.confidence >= 1.0
    about = [every[one].about for one in act.values(QUESTION) if one in every]
    return focus not in about and not (about and sure)


def _asks_of(questions: Sequence[Question]) -> Taken:
    details = [(name, value) for one in questions for name, value in ((TOPIC, one.topic), (QUESTION, one.id))]
    return (Step(ASK_TOPIC, tuple(dict.fromkeys(details))),) if details else None


def _offers_of_focus(asked: Asked) -> Taken:
    """What is not known of a thing is not answered as if it were asked of injections: its questions are offered."""
    focus = asked.state.focus
    if focus not in TAKEN or asked.kind not in (ASK_TOPIC, UNSURE) or not _may_lean(asked):
        return None
    if set(asked.said.act.values(TOPIC)) & set(asked.state.last):
        return None
    near = [(NEAR, one.id) for one in content().questions.values() if one.about == focus]
    return (Step(UNSURE, tuple(near[:MOST_OFFERED])),) if near else None


# Repair and feelings --------------------------------------------------------------------------------------------------


def _repair(asked: Asked) -> Taken:
    """The answer missed: what is asked beside that is answered, else the last answer is given anew."""
    wanted = [part.act.kind for part in asked.said.parts if part.act.kind in REPAIR]
    wanted += [asked.kind] if asked.kind in REPAIR else []
    if not wanted or asked.kind in (PLAN, FORGET_ME):
        return None
    # Of several, what says most: "that's a lot of words, just yes or no".
    anew = (Step(next((kind for kind in wanted if kind == YES_OR_NO), wanted[0])),)
    question = _question_beside(asked, ())
    new = question is not None and not set(question.values(TOPIC)) <= set(asked.state.last)
    return (question,) if question is not None and new else anew


def _feeling(asked: Asked) -> Taken:
    """Somebody is sad, afraid or angry: that is answered first, then what is asked beside it."""
    felt = [part.act.kind for part in asked.said.parts if part.act.kind in FEELINGS]
    felt += [asked.kind] if asked.kind in FEELINGS else []
    if not felt or asked.kind in (PLAN, FORGET_ME):
        return None
    question = _question_beside(asked, ())
    return (Step(felt[0]), question) if question is not None else (Step(felt[0]),)


def _near_last(asked: Asked) -> Taken:
    """What names no other subject plainly, after an answer, is about it: what lies near that is offered."""
    if asked.kind not in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL) or asked.has(NEIGHBOUR) or not asked.state.last:
        return None
    if not _LEANS.search(asked.said.text) or subject(asked.said.text).others:
        return None
    near = [asked.state.last[-1], *content().topic(asked.state.last[-1]).follow_up]
    return (Step(UNSURE, tuple((OFFERED, topic) for topic in near[:MOST_OFFERED])),)


# The rest -------------------------------------------------------------------------------------------------------------


def _as_heard(asked: Asked) -> Taken:
    return (Step(asked.kind, asked.said.act.details),)


TABLE: tuple[tuple[str, Row], ...] = (
    ("an answer of the check that sounds like an emergency", _answers_check),
    ("an emergency", _emergency),
    ("help is there", _help_is_here),
    ("the emergency was none", _corrected),
    ("the emergency was only asked about", _only_asking),
    ("an emergency stands", _stands),
    ("an urgent sign", _urgent),
    ("what only sounds urgent", _new_or_worse),
    ("the clinic agreed to go on", _resumes),
    ("advice was had on a warning", _advised),
    ("the warning is of something old and unchanged", _lowered),
    ("not read whole, or in another language", _not_read),
    ("everything is to be deleted", _deleting),
    ("an urgent warning stands", _warning_stands),
    ("an answer of the check", _check),
    ("whether somebody is an adult", _adult),
    ("written by a child", _by_child),
    ("the plan", _plan),
    ("about a child", _about_child),
    ("a question that leans on what was said", _leans),
    ("an answer that missed", _repair),
    ("what is felt", _feeling),
    ("what names no other subject than the last answer", _near_last),
    ("as it was heard", _as_heard),
)
