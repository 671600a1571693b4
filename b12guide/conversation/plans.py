"""Rows of the table: what is said or asked about somebody's plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from b12guide.conversation.ages import answers_with_age, child_by_age, grown_up
from b12guide.conversation.data_beside import data_beside
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.follow_ups import aspect_in
from b12guide.conversation.heard_otherwise import heard_otherwise
from b12guide.conversation.kinds import (
    ADULT_TOLD,
    AFFIRM,
    BANTER,
    CARD,
    CHILD_PLAN,
    DENY,
    DOSE_CHANGE,
    FEELINGS,
    FORGET_ME,
    MOVED,
    NOT_ANSWERED_BESIDE,
    ONE_AT_A_TIME,
    QUIET,
    URGENT,
    WHOSE,
    WORDS,
)
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.soft_questions import (
    MAY_ANSWER_PLAN,
    MAY_MOVE_PLAN,
    NOT_TAKEN,
    OF_PLANS,
    ON_SCHEDULES,
    SURE_BESIDE,
    beside_bystander,
    held_step,
    soft_behind,
    soft_question,
)
from b12guide.conversation.state import ADULT, PLAN
from b12guide.conversation.told_feelings import tells_loss, told_feeling
from b12guide.conversation.turning import asks_again, only_puts_right, only_turns
from b12guide.conversation.whose import ME, Whose
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import MONTHS
from b12guide.shared import content, plan_wording, replies
from b12guide.understanding.acts import (
    ASK_TOPIC,
    CLINIC_AGREED,
    LEANING,
    NEAR,
    NOT_UNDERSTOOD,
    QUESTION,
    REQUEST,
    TOPIC,
    Act,
)
from b12guide.understanding.intent_model import same_request
from b12guide.understanding.subject import subject

# The card of a wrong dose.
DOSE_CARD = "dose"
# The card for a child who got at tablets or drops: whom to call is the poison line.
CHILD_CARD = "child_swallowed"
# So many words behind a yes may be politeness alone.
MOST_POLITE = 2
_STATES_PLAN = frozenset({"regimen", "date", "state", "given"})
_TELLS_DOSE = frozenset({None, "date", "given", "state"})
_ASKS_OF_PLAN = frozenset({"next", "after_next", "whole", "due", "left", "phase_start", "last", "calendar"})
# How often or when somebody else has theirs.
_TELLS_WHEN = re.compile(
    r"\b(?:every|weekly|monthly|fortnightly|daily|weeks?|months?|days?|yesterday|today|last"
    rf"|{MONTHS})\b",
    re.I,
)
# From which confidence a question is surely one that is known.
SURELY = 0.95
# What came today, and is no injection.
_OF_RESULTS = re.compile(r"\b(?:results?|reports?|letters?|scans?|blood tests?|diagnos\w+)\b", re.I)
# The plainest question about a next date, which counts also where no plan is known.
_WHEN_MINE = re.compile(
    r"\W*(?:(?:so|ok|okay|hi|hey|yo|and|but|well|please|tell me|then)\W+){0,4}(?:when|wen)"
    r"(?:'?s|’s| is| are| will) (?:my|the|our)"
    r" (?:next |nxt |b-?12 |vitamin ){0,3}(?:shots?|jabs?|injections?|needles?|jags?|doses?|one|date)"
    r"(?: (?:due|again|then|please|plz|pls|now|be|mate|love)){0,4}\W*$",
    re.I,
)
# "Can you help me with when Mam's next one is?", whatever stands before it.
_WHEN_THEIRS = re.compile(
    r"\bwhen(?:'?s| is| are| will)? (?:(?:my |our )?[\w-]+'s|her|his|their) next (?:b-?12 |vitamin ){0,2}"
    r"(?:shots?|jabs?|injections?|needles?|jags?|doses?|one|date|turn)\b",
    re.I,
)
# "Already had it, got it done yesterday": one was given, of whatever it was heard as a question.
_HAD_IT = re.compile(
    r"\b(?:already (?:had|got|done)|(?:had|got) (?:it|mine|my (?:jab|shot|injection|needle|b-?12))"
    r"|it'?s (?:been )?done)\b",
    re.I,
)
# Whoever speaks of their own asks of their own plan; of a plan that is not there nothing is put right.
_AFTER = "after_next"
_OWN, _PUTS_RIGHT = re.compile(r"\b(?:i|i'?m|i'?ve|im|ive|me|my|mine|we|our|us)\b", re.I), "correct"
# Words of a message that leans on what was said: who says more names what is meant.
LONGEST_LEANING = 7
_OF_DATES = re.compile(r"\b(?:dates?|calendar|diary|due|next|when|count(?:ed)?)\b", re.I)
# From which confidence a sentence by itself asks about a topic, beside what else the message says.
LEAST_BESIDE = 0.4
# How surely a plan is heard to be told, and below what share a topic beside it is none.
_SURELY_TOLD, _SURE_TOPIC = 0.9, 0.75
# How surely, where it sounds like a question on schedules, and how little of one.
_BEYOND_DOUBT, _HARDLY_ASKED = 0.95, 0.1
# Said of people in general, of somebody else, of what was, or of what is wrong with it.
_IN_GENERAL = re.compile(
    r"\b(?:usual(?:ly)?|normal(?:ly)?|standard|typical(?:ly)?|most|people|patients|everyone|everybody|friends?"
    r"|colleague|neighbou?r|leaflet|guidelines?|website|internet|in (?:the )?(?:uk|us|usa|australia|canada|ireland"
    r"|england|scotland|wales|india|germany)|used to|no longer|if|or|too (?:long|short|often|far|much|many)"
    r"|not (?:enough|often)|wears? off|instead of|rather than|suppose[ds]?|wish|want(?! me)"
    r"|would (?:like|prefer|rather))\b"
    # A month alone is a story.
    rf"|\b(?:last|in) (?:{MONTHS})\b(?! \d)",
    re.I,
)
_ASKS = re.compile(
    r"\?|^\W*(?:(?:so|and|but|also|ok|hi|hello|please)\W+){0,8}(?:what(?! an?\b)|how|why|when|which|who|where"
    r"|can|could|do|does|did|is"
    # "Was due on the 29th" asks nothing.
    r"|are|am|was(?! (?:due|down|booked|meant|supposed|told|given|having|on|in|at|to)\b)|will|would|should|shall"
    r"|may|must|any)\b",
    re.I,
)

# Asked without the form of a question: "he wants to know what for", "kindly tell".
_WANTS_TO_KNOW = re.compile(
    r"\b(?:tell|explain|ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|what for|why|advise"
    r"|(?:want|need|like)(?:s|ed)? to know)\b",
    re.I,
)


def resumes(asked: Asked) -> Taken:
    """What the clinic agreed to counts only while a plan is on hold."""
    if not asked.has(CLINIC_AGREED) or asked.state.child_writes:
        return None
    held = [person for person, plan in asked.state.plans.items() if dialogue.on_hold(plan)]
    person = next((one for one in (asked.about.person, asked.state.whose, *held) if one in held), None)
    return (Step(PLAN, ((REQUEST, "resume"), (WHOSE, person))),) if person else None


def held(asked: Asked) -> Taken:
    """After a reaction who asks for the next injection is told of the hold, whatever the message was heard as."""
    person = asked.about.person
    if not dialogue.on_hold(asked.state.plans.get(person)) or asked.state.child_writes:
        return None
    wants = asked.kind == DOSE_CHANGE or replies().wants_injection(asked.said.text)
    if not wants or asked.kind == FORGET_ME:
        return None
    # What else is asked has its answer, and the hold is said first.
    other = [part for part in asked.said.parts if heard_topic(part.act) and _ASKS.search(part.text)]
    details = [pair for part in other if not replies().wants_injection(part.text) for pair in part.act.details]
    beside = (Step(ASK_TOPIC, tuple(dict.fromkeys(details))),) if details else ()
    return (Step(PLAN, ((REQUEST, "next"), (WHOSE, person))), *beside)


def extra_dose(asked: Asked) -> Taken:
    """One more than was planned is a wrong dose (B11), and the plan counts from none that was given so; a thousandfold
    one that the box or letter says is one too."""
    kept, text = asked.state.plans.get(asked.about.person), asked.said.text
    wrong = dialogue.too_close(kept, text) or dialogue.slip_confirmed(kept, text)
    return (Step(URGENT, ((CARD, DOSE_CARD),)),) if wrong else None


def tells_extra_day(asked: Asked) -> bool:
    """Whether a message tells the day of an injection too many, or answers whether that took the place of another: it
    goes to the plan, beside which the warning is said once more."""
    kept = asked.state.plans.get(asked.about.person)
    moves = dialogue.moves(kept, asked.said.text, who=asked.who) if kept and not asked.said.verdict.warns else ()
    return any(move.name in ("extra_day", "extra_way") for move in moves)


def denied_dose(asked: Asked) -> Taken:
    """A dose in the log that is said not to have been had, whatever else, such as a reminder, was on its day."""
    if asked.said.verdict.warns or asked.state.child_writes or asked.state.awaiting not in (None, PLAN):
        return None
    person = asked.about.person
    kept = asked.state.plans.get(person)
    words, moves = (
        plan_words(kept, asked.said.text, asked.who, asked.state.plans) if dialogue.is_told(kept) else ("", ())
    )
    alone = [move.name for move in moves] == ["denied"] and "?" not in words
    return (Step(PLAN, ((WHOSE, person),)),) if alone else None


def about_plan(asked: Asked) -> Taken:
    """What is said or asked about somebody's plan, and the answer to its open question."""
    if leans_rather(asked):
        return None
    about = asked.about
    moved = _is_of_another(asked, about)
    if moved:
        return moved
    kept = asked.state.plans.get(about.person)
    words, moves = _moves(asked, kept)
    only_mine = len(asked.state.plans) > 1 and turns_to_somebody(asked) and any(m.name == "only_mine" for m in moves)
    again = about.named and asks_again(asked.said.text, asked.state.plans)
    if dialogue.is_told(kept) and (again or only_mine):
        # "When did you say hers was" asks for the date that was said, which is the next one; "just mine" for one's own.
        words, moves = "", ()
    if not moves and (beside := beside_bystander(asked)) is not None:
        return (beside,)
    if _surely_asked(asked, kept, moves):
        return None
    soft = soft_question(asked, about.person) if not moves else None
    named = _day_named(asked, kept) if not moves and not (soft and soft.plain) else None
    if soft is not None and named is None:
        return (held_step(soft, about.person),)
    if named is not None:
        return (Step(PLAN, ((REQUEST, "state"), (WHOSE, about.person), (WORDS, named))),)
    requests = _requests(asked, about, kept, moves)
    if not requests and not _of_childs_dates(asked):
        return None
    of_age = child_by_age(asked.said.text, about.person) is False
    if about.person != ME and about.person in asked.state.children and not of_age:
        return (Step(CHILD_PLAN, ((WHOSE, about.person),)),)
    if about.person not in asked.state.adults and about.child is not False:
        return (Step(CHILD_PLAN if about.child else ADULT, ((WHOSE, about.person),)),)
    if about.several and len(set(about.several) - set(asked.state.plans)) > 1:
        return (Step(ONE_AT_A_TIME, tuple((WHOSE, person) for person in about.several)),)
    theirs = _WHEN_THEIRS.search(asked.said.text) if asked.kind in NOT_TAKEN and not moves else None
    for request in requests:
        # Of a story, the question at its end alone.
        words = theirs[0] if theirs and request == "next" and not dialogue.is_told(kept) else words
        taken = dialogue.turn(
            kept, words, request=request, moves=moves, who=asked.who, wording=plan_wording(), new_key=str
        )
        if taken is not None and not heard_otherwise(asked, kept, taken):
            only = ((WORDS, words),) if not words or (theirs and words == theirs[0]) else ()
            plan = Step(PLAN, (*(((REQUEST, request),) if request else ()), (WHOSE, about.person), *only))
            # What was only heard as a question is none where it answers what the plan asked.
            told = request == "state" and not moves and _tells_plan_of(asked, about) and not asked.said.asks
            told = told or (request == "state" and _surely_tells(asked, about))
            asks = (request or moves) and not told and not turns_to_somebody(asked)
            question = data_beside(asked, kept, moves) or (question_beside(asked, moves) if asks else None)
            harms = dialogue.asks_of_harm(asked.said.text)
            if harms:
                question = Step(ASK_TOPIC, ((TOPIC, "missed_or_late_injection"), (QUESTION, "have_it_early")))
            says_itself = not harms and (
                dialogue.asks_if_late(asked.said.text)
                or dialogue.none_was_missed(asked.said.text)
                or any(move.name == dialogue.NOT_AGREED for move in moves)
                or dialogue.is_offer(asked.said.text)
            )
            if question is not None and says_itself and _only_of_lateness(question):
                # The plan says whether one is late, and what to do.
                question = None
            if question is not None and _tells_had(asked, kept):
                # It was had: what to do about one that was missed is no answer.
                question = None
            behind = soft_behind(asked, kept, moves, question)
            if behind is not None:
                return (plan, held_step(behind, about.person))
            if question is None:
                return (Step(PLAN, (*plan.details, *_asked_in_vain(asked, moves))),)
            if _in_passing(asked, kept, request):
                return (question, replace(plan, details=(*plan.details, (QUIET, "yes"))))
            # Who tells of a plan to ask something else gets that first.
            first = (moves and not _states_beside(asked, moves)) or request in _ASKS_OF_PLAN
            return (plan, question) if first else (question, plan)
    return (Step(NOT_UNDERSTOOD),) if asked.kind == PLAN else None


def _surely_asked(asked: Asked, kept: dict[str, Any] | None, moves: Sequence[dialogue.Move]) -> bool:
    """Whether a question that is surely known only sounds as if it asked something of a plan, where there is none: "are
    the two kinds the same"."""
    surely = asked.kind == ASK_TOPIC and bool(asked.said.act.values(QUESTION)) and asked.said.act.confidence >= SURELY
    requests = bool(moves) and all(move.kind == "request" for move in moves)
    return surely and requests and not dialogue.is_told(kept) and asked.state.awaiting != PLAN


def leans_rather(asked: Asked) -> bool:
    """Whether what only sounds like a request about a plan is, while none is known, a way to ask of what was just
    spoken of: "so could I get it?", "how many is it?" after an answer on loading."""
    state, act, text = asked.state, asked.said.act, asked.said.text
    if asked.kind != PLAN or state.awaiting == PLAN or dialogue.is_told(state.plan):
        return False
    every = content().questions
    leaning = [every[one] for one in act.values(LEANING) if one in every]
    if act.confidence < SURE_BESIDE and any(one.about == state.focus for one in leaning if state.focus):
        return True
    answered = bool(state.last) and state.said[-1:] != [PLAN]
    if not answered or len(text.split()) > LONGEST_LEANING or _OWN.search(text) or _OF_DATES.search(text):
        return False
    moves = plan_words(state.plan, text, asked.who, state.plans)[1]
    if any(move.kind != "request" for move in moves):
        return False
    near = [every[one] for one in act.values(NEAR) if one in every]
    # "And after those?" is asked of the loading ones that were spoken of.
    asks = act.values(REQUEST) in ([_PUTS_RIGHT], [_AFTER]) or aspect_in(text, state.focus) is not None
    return bool(leaning) or asks or any(one.topic in state.last for one in near)


def _asked_in_vain(asked: Asked, moves: Sequence[dialogue.Move]) -> tuple[tuple[str, str], ...]:
    """What a yes carries where a question stands behind it for which nothing was found."""
    behind = asked.said.text[max((move.rest[1] for move in moves), default=0) :]
    lone = bool(moves) and all(move.kind == "yes" for move in moves)
    asks = "?" in behind and len(re.findall(r"\w+", behind)) > MOST_POLITE + 1
    return ((NOT_ANSWERED_BESIDE, ""),) if lone and asks else ()


def _in_passing(asked: Asked, kept: dict[str, Any] | None, request: str | None) -> bool:
    """Whether a single dose is told of beside a question, while nothing of a plan is known or asked for."""
    only_dose = request in _TELLS_DOSE and not dialogue.tells_plan(asked.said.text)
    return only_dose and not dialogue.is_told(kept) and asked.state.awaiting != PLAN


def _of_childs_dates(asked: Asked) -> bool:
    """Whether a message that follows on talk of a child speaks of dates, and names nobody else."""
    if asked.state.of_child is False or asked.about.named or asked.kind not in MAY_ANSWER_PLAN:
        return False
    topics, text = set(asked.said.act.values(TOPIC)), asked.said.text
    speaks = _TELLS_WHEN.search(text) is not None or _OF_DATES.search(text) is not None
    return bool(topics) and topics <= ON_SCHEDULES if asked.kind == ASK_TOPIC else speaks


def _day_named(asked: Asked, kept: dict[str, Any] | None) -> str | None:
    """What a message that was heard as nothing asks of the plan's dates by a month or a day that it names."""
    open_to_plan = asked.state.awaiting in (None, PLAN) and not asked.said.verdict.warns
    return dialogue.day_named(kept, asked.said.text, asked.who) if asked.kind in NOT_TAKEN and open_to_plan else None


def _only_of_lateness(question: Step) -> bool:
    return {value for name, value in question.details if name == TOPIC} <= {"missed_or_late_injection"}


def _is_of_another(asked: Asked, about: Whose) -> Taken:
    """ "I mean my wife": the plan just told is kept under her name, and no more under that of the writer."""
    state = asked.state
    told = (state.plans.get(state.whose) or {}).get("phases")
    if not told or not about.named or about.person == state.whose or state.plans.get(about.person):
        return None
    if asked.kind not in MAY_MOVE_PLAN or not only_puts_right(asked.said.text, state.known):
        return None
    of_adult = about.person == ME or about.person in state.adults or about.child is False
    kind = PLAN if of_adult else CHILD_PLAN if about.child else ADULT
    request = ((REQUEST, "whole"),) if kind == PLAN else ()
    return (Step(kind, (*request, (WHOSE, about.person), (MOVED, state.whose))),)


def _requests(
    asked: Asked, about: Whose, kept: dict[str, Any] | None, moves: Sequence[dialogue.Move]
) -> list[str | None]:
    """What the plan may be asked with a message, the likeliest first; None where only an answer is to be taken."""
    kind, awaited = asked.kind, asked.state.awaiting == PLAN
    turned = about.named and about.person != asked.state.whose
    answers = kind in MAY_ANSWER_PLAN
    told = _told_in_a_story(asked)
    possible: list[tuple[bool, str | None]] = [
        (bool(moves) and kind != PLAN, None),
        (turns_to_somebody(asked), "next"),
        (kind == PLAN, next(iter(asked.said.act.values(REQUEST)), PLAN)),
        (kind in (AFFIRM, DENY) and awaited, kind),
        (turned and answers and (_tells_when(asked) or _tells_plan_of(asked, about)), "state"),
        (answers and awaited, None),
        (laughs_and_tells(asked, kept), "state"),
        (kind in NOT_TAKEN and _WHEN_MINE.match(asked.said.text) is not None, "next"),
        (told is not None, told),
        (_surely_tells(asked, about), "state"),
        (kind in NOT_TAKEN and about.person != ME and _WHEN_THEIRS.search(asked.said.text) is not None, "next"),
        (_tells_had(asked, kept), "date"),
        # "Father's last was 2 January": of an injection, where no word of a death stands.
        (
            kind in FEELINGS and not tells_loss(asked.said.text) and dialogue.tells_last(asked.said.text, asked.who),
            "date",
        ),
    ]
    return [request for there, request in possible if there]


def turns_to_somebody(asked: Asked) -> bool:
    """Whether a message only turns to the plan of somebody whom it names."""
    return asked.about.named and bool(asked.state.plans) and only_turns(asked.said.text, asked.state.plans)


def _tells_had(asked: Asked, kept: dict[str, Any] | None) -> bool:
    """Whether a message tells that one was had, on a day that it names, while nothing is known of a plan: not asked
    about, and heard as nothing else than one that is late."""
    text, topics = asked.said.text, set(asked.said.act.values(TOPIC))
    heard = asked.kind in NOT_TAKEN or (asked.kind == ASK_TOPIC and topics == {"missed_or_late_injection"})
    if dialogue.is_told(kept) or not heard or _ASKS.search(text) or _HAD_IT.search(text) is None:
        return False
    return dialogue.tells_last(text, asked.who)


def _tells_plan_of(asked: Asked, about: Whose) -> bool:
    """Whether a message states how often somebody else has theirs, and asks nothing, whatever topic it sounds like."""
    text = asked.said.text
    asks = _ASKS.search(text) or _WANTS_TO_KNOW.search(text)
    return about.named and dialogue.tells_plan(text) and asks is None


def _surely_tells(asked: Asked, about: Whose) -> bool:
    """Whether a message that sounds like a topic on schedules surely tells how often its writer has them, or is to."""
    text, topics, talk = asked.said.text, set(asked.said.act.values(TOPIC)), asked.said.talk
    if asked.kind != ASK_TOPIC or about.person != ME or not topics <= ON_SCHEDULES | OF_PLANS:
        return False
    if _ASKS.search(text) or _WANTS_TO_KNOW.search(text) or _IN_GENERAL.search(text) or not _OWN.search(text):
        return False
    return (
        dialogue.tells_plan(text, surely=True)
        and talk.share("tells_plan") >= _BEYOND_DOUBT
        and talk.share("question") < _HARDLY_ASKED
    )


def _tells_when(asked: Asked) -> bool:
    """Whether a message tells how often, or when, somebody else has theirs, and asks nothing."""
    text, topics = asked.said.text, set(asked.said.act.values(TOPIC))
    if (told_feeling(asked) is not None or _OF_RESULTS.search(text)) and not dialogue.tells_plan(text):
        # "I worry about my wife, her report came today" tells no day of an injection.
        return False
    if not topics and len(text.split()) > LONGEST_LEANING and not subject(text).giving:
        # "My daughter asked me last night would she get it too".
        return False
    return bool(_TELLS_WHEN.search(text)) and not _ASKS.search(text) and topics <= ON_SCHEDULES


def whether_adult(asked: Asked) -> Taken:
    """The answer whether somebody is an adult, by an age or a yes: dates are counted for adults alone. An age counts
    later too, as long as what was told of their plan waits for it."""
    other, awaited = asked.state.other, asked.state.awaiting == ADULT
    if other is None or not (awaited or asked.state.held) or other in asked.state.adults:
        return None
    text = asked.said.text
    child = child_by_age(text, other)
    if child is None and awaited:
        child = answers_with_age(text)
    if child is None and awaited:
        child = grown_up(text)
    if child is None and awaited and asked.kind in (AFFIRM, DENY):
        child = asked.kind == DENY
    if child is None and awaited and (yes := dialogue.says_yes(text)) is not None:
        child = not yes
    return (Step(CHILD_PLAN if child else ADULT_TOLD, ((WHOSE, other),)),) if child is not None else None


def _moves(asked: Asked, kept: dict[str, Any] | None) -> tuple[str, tuple[dialogue.Move, ...]]:
    """The words for the plan, and what they do to it, while nothing else of the bot's is open."""
    pressed = same_request(asked.said.text, content().lists.words["button"])
    if asked.state.awaiting not in (None, PLAN):
        return asked.said.text, ()
    # "Bingo" to a plan that was read back is a yes, and no joke.
    agrees = asked.kind in BANTER and dialogue.awaits_yes(kept) and dialogue.says_yes(asked.said.text)
    agrees = agrees or laughs_and_tells(asked, kept)
    if pressed or not (agrees or asked.kind in MAY_MOVE_PLAN):
        return asked.said.text, ()
    return plan_words(kept, asked.said.text, asked.who, asked.state.plans)


def laughs_and_tells(asked: Asked, kept: dict[str, Any] | None) -> bool:
    """Whether a message that was heard as a joke says how often they are, where a plan is talked of: "oh haha, every
    other week!"."""
    talked_of = asked.state.awaiting == PLAN or dialogue.is_told(kept)
    return asked.kind in BANTER and talked_of and dialogue.tells_plan(asked.said.text) and not asked.said.asks


def _told_in_a_story(asked: Asked) -> str | None:
    """The request of a sentence that states a plan beside others that do not."""
    beside = asked.said.act.values(REQUEST) if asked.kind == ASK_TOPIC else []
    parts = [part.act for part in asked.said.parts if part.act.kind == PLAN]
    stated = [*beside, *(request for act in parts for request in act.values(REQUEST))]
    return next((request for request in stated if request in _STATES_PLAN), None)


def _states_beside(asked: Asked, moves: Sequence[dialogue.Move]) -> bool:
    """Whether a message states a plan in passing: as a whole it is surely about something else than plans."""
    act, states = asked.said.act, bool(moves) and all(move.name == "regimen" for move in moves)
    other = not {*act.values(TOPIC)} & (ON_SCHEDULES | OF_PLANS)
    return states and asked.kind == ASK_TOPIC and act.confidence >= SURE_BESIDE and other


def heard_topic(act: Act) -> bool:
    """Whether a sentence was heard well enough to be asked of its topic by itself."""
    return act.kind == ASK_TOPIC and act.confidence >= LEAST_BESIDE


def asks(text: str) -> bool:
    """Whether a text has the form of a question."""
    return _ASKS.search(text) is not None


def _only_tells(asked: Asked) -> bool:
    """Whether a message that sounds a little like a topic surely tells a plan, and no question was heard in it."""
    talk, act = asked.said.talk, asked.said.act
    tells = talk.share("tells_plan") >= _SURELY_TOLD and talk.share("question") < SURE_BESIDE
    if asked.said.asks and talk.share("ask_next", "ask_after", "ask_falls", "ask_late") < SURE_BESIDE:
        # What is asked is none of its dates: "does it hurt?"
        return False
    return asked.kind == ASK_TOPIC and act.confidence < _SURE_TOPIC and not act.values(QUESTION) and tells


def question_beside(asked: Asked, moves: Sequence[dialogue.Move]) -> Step | None:
    """What sentences ask about a topic that the plan does not take: they stand outside the words of its moves."""
    details: list[tuple[str, str]] = []
    if _only_tells(asked) or dialogue.asks_left_alone(asked.said.text):
        return None
    if asked.kind == ASK_TOPIC and (not moves or _states_beside(asked, moves)):
        details = [pair for pair in asked.said.act.details if pair[0] != REQUEST]
        return Step(ASK_TOPIC, tuple(details))
    end = 0
    asking: list[str] = []
    for part in asked.said.parts:
        start = asked.said.text.find(part.text, end)
        end = start + len(part.text) if start >= 0 else end
        moved = start >= 0 and any(move.rest[0] < end and start < move.rest[1] for move in moves)
        if heard_topic(part.act) and not moved and _ASKS.search(part.text):
            details += part.act.details
            asking.append(part.text)
    if asking and not asked.said.act.values(QUESTION):
        # A sentence read with the others is of a topic; by itself it asks one of its questions.
        alone = asked.said.alone(" ".join(asking)).act
        details = [*alone.details] if alone.kind == ASK_TOPIC and alone.values(QUESTION) else details
    behind = asked.said.text[max((move.rest[1] for move in moves), default=0) :]
    of_schedules = set(asked.said.act.values(TOPIC)) <= ON_SCHEDULES | OF_PLANS
    # What tells more of a plan asks nothing of plans in general.
    told = of_schedules and not _ASKS.search(behind) and not _WANTS_TO_KNOW.search(behind)
    if moves and not details and asked.kind == ASK_TOPIC and len(behind.split()) > MOST_POLITE and not told:
        details = [*asked.said.act.details]
    return Step(ASK_TOPIC, tuple(dict.fromkeys(details))) if details else None
