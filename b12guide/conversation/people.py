"""Rows of the table: what is said or asked of the plans of several people at once, and who has none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from b12guide.conversation.ages import may_be_child
from b12guide.conversation.claims import Comparison, Keeping, claims_own, comparison, denial, keeping
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.in_plain_words import SURE
from b12guide.conversation.kinds import (
    AFFIRM,
    CLAIM,
    COMPARE_PLANS,
    DOSE_CHANGE,
    DROPPED,
    EACH_PLAN,
    FILES,
    HEADED,
    KEEP_PLANS,
    MOVED,
    SAVED,
    TOLD_ASIDE,
    WHOSE,
    WORDS,
)
from b12guide.conversation.patients import not_mine
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.shares import Share, asked_of, asking_words, shares
from b12guide.conversation.soft_questions import MAY_MOVE_PLAN
from b12guide.conversation.state import ADULT, AT_ONCE, PLAN
from b12guide.conversation.whose import ME, named_in, treated_in, whose
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding.acts import REQUEST

# What is told of several people is told in so many characters.
_LONGEST = 1200
_OWN = re.compile(r"\b(?:i|me|mine|my|us|we)\b", re.I)
_FOR_BOTH = re.compile(
    r"\b(?:for|of|on|about) (?:the )?(?:both|two|pair)(?: of (?:us|them))?\b|\b(?:for )?us both\b", re.I
)


def denied(asked: Asked) -> Taken:
    """ "No, not my mum, me": what was told is the writer's, and of the other there is no plan."""
    state, text = asked.state, asked.said.text
    if state.whose == ME and state.awaiting == PLAN and dialogue.awaits_yes(state.plan) and dialogue.says_yes(text):
        # "Yes, that's mine" is a yes to the plan that was read back.
        return None
    others = [one for one in dict.fromkeys((state.whose, state.other, *state.plans, *state.aside)) if one and one != ME]
    if not_mine(text):
        # "It is my wife's, not mine": it goes to nobody else.
        return None
    if not others:
        return _claimed(asked)
    if not _may_be(asked) or ("?" in text.rstrip()[:-1] and not state.held and state.whose == ME):
        return None
    found = denial(text, state.known, state.other)
    if found is not None and state.of_child is not False and not found.persons and asked.about.person != ME:
        # "Do it, for me": a favour that is asked for, and no word of whose injections they are.
        return None
    if found is None or shares(text, known=state.known, current=state.whose, last=state.other):
        return None
    about = [one for one in found.persons if one in others]
    if not about:
        if found.persons and not claims_own(text):
            return None
        if state.whose == ME and state.held is None:
            return None
        about = [others[0]]
    if [one for one in treated_in(text, state.known) if one not in about]:
        return None
    if all(dialogue.is_kept(state.plans.get(one)) for one in about):
        # Theirs was confirmed: it is given up by words that say so, and moved to nobody.
        return None
    return (_given_back(asked, about, found.rest),)


def _claimed(asked: Asked) -> Taken:
    """The plan is said to be the writer's, which it is: nobody else was spoken of."""
    state, text = asked.state, asked.said.text
    if not _may_be(asked) or not dialogue.is_told(state.plans.get(ME)) or treated_in(text, state.known):
        return None
    found = denial(text, state.known, None)
    if found is None or not (claims_own(text) or found.persons) or asked.kind == PLAN:
        return None
    says_yes = asked.kind == AFFIRM or asked.said.talk.share("yes") >= SURE
    if says_yes and dialogue.awaits_yes(state.plans[ME]):
        # "Yes, that's me" to what was read back is a yes to it.
        return None
    request = _request(asked, state.plans[ME], found.rest)
    words = found.rest if request != "whole" else ""
    return (Step(PLAN, ((REQUEST, request), (WHOSE, ME), (WORDS, words))),)


def _given_back(asked: Asked, about: list[str], rest: str) -> Step:
    state = asked.state
    own = state.plans.get(ME)
    source = next((one for one in about if dialogue.is_told(state.told_of(one)) and not dialogue.is_kept(
        state.plans.get(one))), None)  # fmt: skip
    details: list[tuple[str, str]] = [(WHOSE, ME)]
    words, kept = rest, own
    if source is not None and not dialogue.is_told(own):
        details.append((MOVED, source))
        kept = state.told_of(source)
    elif source is not None and not dialogue.tells_plan(rest):
        words = f"{dialogue.said_of(state.told_of(source))}. {rest}"
    elif state.held is not None and not dialogue.tells_plan(rest):
        words = f"{state.held}. {rest}"
    details += [(DROPPED, one) for one in about if (MOVED, one) not in details]
    request = _request(asked, kept, words)
    return Step(PLAN, ((REQUEST, request), *details, (WORDS, words if request != "whole" else "")))


def _request(asked: Asked, kept: dict[str, Any] | None, words: str) -> str:
    """What the plan is asked with some words: what it takes of them, else all that is known of it."""
    if not words:
        return "whole"
    text, moves = plan_words(kept, words, asked.who, asked.state.known)
    tells = dialogue.tells_plan(words) or any(sign.isdigit() for sign in words)
    if not moves and not tells:
        return "whole"
    taken = dialogue.turn(
        kept, text, request="regimen", moves=moves, who=asked.who, wording=plan_wording(), new_key=str
    )
    return "regimen" if taken is not None else "whole"


def several(asked: Asked) -> Taken:
    """What is told and asked of several people: each part goes to its person; who is kept, and whose date is first."""
    if not _may_be(asked):
        return None
    state, text = asked.state, asked.said.text
    people = list(dict.fromkeys((*state.plans, *state.aside)))
    steps: list[Step] = []
    rest = text
    known = list(dict.fromkeys((ME, *state.known)))
    told = _told(asked, text)
    # Who is named only not to be kept: "mine, and not my sister's".
    spoken = list(dict.fromkeys([*known, *(named_in(text, state.known, denied=True) if people else [])]))
    compared = comparison(
        text, [*known, *(one for one in treated_in(text, state.known) if one not in known)], state.other
    )
    compared = _of_others(asked, compared, people) if compared is not None else None
    if compared is not None and not _can_compare(asked, compared, told):
        compared = None
    keeps = keeping(
        compared.rest if compared else text, [one for one in spoken if one != ME or one in people], state.other
    )
    if keeps is not None and not _can_keep(asked, keeps, people):
        keeps = None
    both = _yes_to_all(asked) if keeps is None else None
    if compared is None and keeps is None and both is None:
        return _each(asked, told)
    if both is not None:
        steps.append(both)
    elif (said_yes := _yes(asked, text)) is not None:
        steps.append(said_yes)
    steps += [Step(TOLD_ASIDE, ((WHOSE, share.person), (WORDS, share.text))) for share in told]
    rest = keeps.rest if keeps else compared.rest if compared else text
    if keeps is not None:
        steps.append(Step(KEEP_PLANS, (
            *((DROPPED, one) for one in keeps.dropped), *((SAVED, one) for one in keeps.saved),
            *(((FILES, "yes"),) if keeps.files else ()))))  # fmt: skip
    if compared is not None:
        steps.append(Step(COMPARE_PLANS, ((WHOSE, compared.one), (WHOSE, compared.other), (CLAIM, compared.claim))))
    elif not told and both is not None:
        steps += _behind_yes(asked)
    elif not told:
        person = keeps.saved[0] if keeps and keeps.saved else ME if ME in people else state.whose
        if (also := _beside(asked, person, rest)) is not None:
            steps.append(also)
    return tuple(steps)


def _may_be(asked: Asked) -> bool:
    # "My father is taking it monthly and I weekly" is no wish for another gap.
    may = asked.kind in MAY_MOVE_PLAN or (asked.kind == DOSE_CHANGE and len(_told(asked, asked.said.text)) > 1)
    return may and not asked.state.child_writes and len(asked.said.text) <= _LONGEST


def _told(asked: Asked, text: str) -> tuple[Share, ...]:
    state = asked.state
    told = shares(text, known=state.known, current=state.whose, last=state.other, least=1)
    return tuple(share for share in told if share.person not in state.children)


def _of_others(asked: Asked, compared: Comparison, people: list[str]) -> Comparison:
    """ "Which of them is first": the two whose plans are told, where the writer has none and is not named."""
    told = [one for one in people if one != ME and dialogue.is_told(asked.state.told_of(one))]
    own = dialogue.is_told(asked.state.told_of(ME)) or _OWN.search(asked.said.text) is not None
    if own or ME not in (compared.one, compared.other) or len(told) != 2:
        return compared
    return replace(compared, one=told[0], other=told[1])


def _can_compare(asked: Asked, compared: Comparison, told: tuple[Share, ...]) -> bool:
    """Whether anything is known of either of the two, or told now."""
    now = {share.person for share in told}
    meant = {ME, *asked.state.known, *treated_in(asked.said.text, asked.state.known), *now}
    if not {compared.one, compared.other} <= meant:
        return False
    return any(one in now or dialogue.is_told(asked.state.told_of(one)) for one in (compared.one, compared.other))


def _can_keep(asked: Asked, keeps: Keeping, people: list[str]) -> bool:
    """Whether it is said of the plans of several, or of that of somebody else."""
    if keeps.dropped == (ME,) and not dialogue.is_told(asked.state.told_of(ME)):
        # "Not me, it is my mum's": nothing is kept of the writer that could be forgotten.
        return False
    known = [*people, *([asked.state.other] if asked.state.other else []), *keeps.dropped]
    return any(one != ME and one in known for one in (*keeps.dropped, *keeps.saved)) or len(people) > 1


def _yes(asked: Asked, text: str) -> Step | None:
    """A yes before the rest is one to what was asked last."""
    state = asked.state
    kept = state.plan
    if state.awaiting != PLAN or not dialogue.awaits_yes(kept):
        return None
    _, moves = plan_words(kept, text.split("?")[0].split(".")[0].split(",")[0], asked.who, state.plans)
    if not any(move.kind == "yes" for move in moves):
        return None
    return Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, state.whose), (WORDS, "yes")))


def _yes_to_all(asked: Asked) -> Step | None:
    """A yes to the one question behind the plans of several people, which were read back at once, keeps them all."""
    state = asked.state
    first = asked.said.text.split("?")[0].split(".")[0]
    about = whose(first, current=state.whose, known=state.known, last=state.other)
    if state.said[-1:] != [AT_ONCE] or about.named or not dialogue.awaits_yes(state.plan):
        return None
    _, moves = plan_words(state.plan, asked.said.text, asked.who, state.plans)
    yes = bool(moves) and all(move.kind == "yes" for move in moves)
    lead = moves if yes else plan_words(state.plan, _FOR_BOTH.sub(" ", first), asked.who, state.plans)[1]
    if not lead or any(move.kind != "yes" for move in lead):
        return None
    people = [one for one in (*state.waiting, state.whose) if dialogue.awaits_yes(state.plans.get(one))]
    return Step(KEEP_PLANS, tuple((SAVED, one) for one in people)) if len(people) > 1 else None


def _behind_yes(asked: Asked) -> list[Step]:
    """What is asked of the dates of one of them behind a yes that kept both."""
    state = asked.state
    behind = asked.said.text[len(asked.said.text.split("?")[0].split(".")[0]) :].lstrip(" .!")
    about = whose(behind, current=state.whose, known=state.known, last=state.other)
    if (
        not dialogue.only_asks(behind)
        or about.child is not False
        or not dialogue.is_told(state.plans.get(about.person))
    ):
        return []
    # Of the plan as it is once both are kept.
    kept = dialogue.let_go(state.plans[about.person])
    if not plan_words(kept, behind, asked.who, state.plans)[1]:
        return []
    return [Step(PLAN, ((REQUEST, "state"), (WHOSE, about.person), (WORDS, behind), (HEADED, "yes")))]


def _beside(asked: Asked, person: str, rest: str) -> Step | None:
    """What else is asked or told of the plan of `person`."""
    kept = asked.state.told_of(person)
    if not rest or not dialogue.is_told(kept):
        return None
    _words, moves = plan_words(kept, rest, asked.who, asked.state.known)
    moves = tuple(move for move in moves if move.kind in ("request", "fact"))
    if not moves:
        return None
    return Step(PLAN, ((REQUEST, "state"), (WHOSE, person), (WORDS, rest)))


def _each(asked: Asked, told: tuple[Share, ...]) -> Taken:
    """Two schedules in one message: those asked about are told, one after the other."""
    state, text = asked.state, asked.said.text
    wanted = asked_of(text, told, known=state.known, last=state.other)
    if len(told) < 2:
        return _beside_other(asked, told, wanted)
    may_be = [share.person for share in told if may_be_child(share.person) and share.person not in state.adults]
    aside = [share for share in told if share.person not in wanted and share.person not in may_be]
    now = [share for share in told if share.person in wanted and share.person not in may_be]
    steps = [Step(TOLD_ASIDE, ((WHOSE, share.person), (WORDS, share.text))) for share in aside]
    if now:
        first = Step(EACH_PLAN, tuple(pair for share in now for pair in ((WHOSE, share.person), (WORDS, share.text))))
        steps = [first, *steps]
    for share in told:
        if share.person in may_be and share.person in wanted:
            steps.append(Step(ADULT, ((WHOSE, share.person), (WORDS, share.text))))
            break
    return tuple(steps) or None


def _asks_or_child(share: Share) -> bool:
    return "?" in share.text or may_be_child(share.person) or not dialogue.tells_plan(share.text)


def _beside_other(asked: Asked, told: tuple[Share, ...], wanted: tuple[str, ...]) -> Taken:
    """ "My gran has hers monthly. When am I due?": hers is noted, and the answer is about the writer. Where several are
    named and the plan of one is told, that is taken, and the other waits."""
    state = asked.state
    named = set(asked.about.several) - {ME}
    if len(told) == 1 and told[0].person in named and len(named) > 1 and not _asks_or_child(told[0]):
        return (Step(PLAN, ((REQUEST, "regimen"), (WHOSE, told[0].person), (WORDS, told[0].text))),)
    if len(told) != 1 or told[0].person == ME or told[0].person in state.plans or may_be_child(told[0].person):
        return None
    words = asking_words(asked.said.text, ME, known=state.known, last=state.other)
    if ME in wanted or not words or not dialogue.is_told(state.plans.get(ME)):
        return None
    also = _beside(asked, ME, words)
    aside = Step(TOLD_ASIDE, ((WHOSE, told[0].person), (WORDS, told[0].text)))
    return (also, aside) if also is not None else None
