"""Rows of the table: the plans of two people, kept apart: another one beside one's own, the days that both have, and
whose day was whose."""

from __future__ import annotations

import re
from datetime import date

from b12guide.conversation.ages import may_be_child
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, CLAIM, COMPARE_PLANS, EACH_PLAN, HEADED, KEEPS_OWN, WHOSE, WORDS
from b12guide.conversation.same_plan import after_yes
from b12guide.conversation.shares import GAP, shares
from b12guide.conversation.soft_questions import MAY_MOVE_PLAN
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, fits, named_in
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.understanding.acts import REQUEST

# Every day of the year ahead on which both are due, with the days of each.
ALL_SHARED = "all_shared"
_LONGEST = 400
_HERS = r"(?:hers|his|theirs|her(?= (?:plan|dates|ones?|schedule)\b)|their(?= (?:plan|dates|ones?|schedule)\b))"
_WISH = re.compile(
    r"\b(?:can|could|will|would|please|pls|want|wants|need|like|also|let'?s|now|shall)\b[^.;!?]{0,40}"
    r"\b(?:do|add|have|work out|sort|put|make|get|set|track|keep|plan|as well|too|also|separate\w*)\b"
    r"|^\W*(?:\w+\W+){0,3}(?:do|add|work out|set up|put in)\b",
    re.I,
)
_OWN = re.compile(r"\b(?:mine|my own)\b", re.I)
_SAME = re.compile(
    r"\b(?:both|we|us|our|ours|together)\b[^.;!?]{0,60}"
    r"\b(?:same (?:day|date)|coincide|clash|overlap|together|fall together)"
    r"|\b(?:same (?:day|date)|coincide|clash|overlap)\w*\b[^.;!?]{0,40}\b(?:both|we|us|our|ours|mine)\b"
    r"|\b(?:day|days|date|dates|when)\b[^.;!?]{0,50}\bboth (?:of us )?(?:are |be )?(?:due|have|need|get|on|go)\b"
    r"|\bboth (?:of us )?(?:are )?due\b",
    re.I,
)
_SEVERAL = re.compile(r"\b(?:any|all|which|ever|days|dates|list|land|fall|clash\w*|overlap\w*)\b", re.I)
_FILES = re.compile(r"\b(?:print(?: ?out)?|page|calend[ae]r|file|picture|pdf|paper)\b", re.I)
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*\s*")
_PIECE = re.compile(r"[.;!?\n]+\s*|,\s+(?!\d)|\s(?:and|but|while)\s", re.I)
_MY = re.compile(r"\b(?:mine|my (?:last|own|one|jab|injection|shot)\w*|i had|i got|me)\b", re.I)
_RIGHTS = re.compile(r"\b(?:no|nope|wrong|mixed|mix|muddled|not right|mistake|swapped|other way|apart|said)\b", re.I)


def another_plan(asked: Asked) -> Taken:
    """ "Can you do my mum's too, without losing mine?": one's own is kept, and how often hers are is asked."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if not _open(asked) or not dialogue.is_told(state.plans.get(ME)) or len(text) > _LONGEST:
        return None
    if dialogue.tells_plan(text) or re.search(r"\d", text) or not _WISH.search(text):
        return None
    person = _other_named(asked, text)
    if person is None or dialogue.is_told(state.plans.get(person)):
        return None
    theirs = re.search(rf"\b{_HERS}", text, re.I) or re.search(r"\b\w+'s (?:as well|too|also|in|please)\b", text, re.I)
    if theirs is None:
        return None
    return (*_yes(asked, text), Step(PLAN, ((REQUEST, "next"), (WHOSE, person), (WORDS, ""), (KEEPS_OWN, "yes"))))


def shared_days(asked: Asked) -> Taken:
    """The days on which two people are both due, beside a yes, and beside how often each is where that is known."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    told = [one for one, plan in state.plans.items() if dialogue.is_told(plan) and one not in state.children]
    if len(told) < 2 or not _open(asked) or len(text) > _LONGEST or not _SAME.search(text):
        return None
    if re.search(r"\bsame (?:day|date)\b", text, re.I) and not _SEVERAL.search(text):
        # "Do we go on the same day" is a yes or a no to the next one.
        return None
    others = [one for one in told if one != ME]
    named = [one for one in named_in(text, state.known) if one in others]
    pair = (
        (ME, (named or [state.other if state.other in others else others[-1]])[0]) if ME in told else tuple(others[:2])
    )
    if not _restates(asked, text) or any(dialogue.day_told(part, asked.who) for part in _PIECE.split(text)):
        return None
    steps = [*_yes(asked, text), Step(COMPARE_PLANS, ((WHOSE, pair[0]), (WHOSE, pair[1]), (CLAIM, ALL_SHARED)))]
    if _FILES.search(text):
        steps += [Step(PLAN, ((REQUEST, "calendar"), (WHOSE, one), (WORDS, ""), (HEADED, "yes"))) for one in pair]
    return tuple(steps)


def whose_day(asked: Asked) -> Taken:
    """ "No, mine was the 20th, the 22nd was mum's": each day goes to its person, whatever stood there."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    if not _open(asked) or len(text) > _LONGEST or "?" in text or not _RIGHTS.search(text):
        return None
    told = [one for one, plan in state.plans.items() if dialogue.is_told(plan) and one not in state.children]
    others = [one for one in told if one != ME]
    if ME not in told or not others or GAP.search(text):
        return None
    days: dict[str, set[str]] = {}
    for piece in _PIECE.split(text):
        day = dialogue.day_told(piece, asked.who) or _bare_day(piece, asked)
        if day is None:
            continue
        owners = [one for one in named_in(piece, state.known) if one in others]
        owners += [
            one
            for one in others
            if not owners and any(fits(m, one) for m in re.findall(r"\b(?:hers|his|theirs)\b", piece, re.I))
        ]
        owners += [ME] if _MY.search(piece) else []
        if len(set(owners)) != 1:
            return None
        days.setdefault(owners[0], set()).add(full_date(day))
    if len(days) < 2 or ME not in days or any(len(found) != 1 for found in days.values()):
        return None
    told_anew = [(one, f"the last one was on {min(found)}") for one, found in days.items()]
    return (Step(EACH_PLAN, tuple(pair for one, words in told_anew for pair in ((WHOSE, one), (WORDS, words)))),)


def yes_and_their_plan(asked: Asked) -> Taken:
    """ "Yes, that's mine. Hers is every 12 weeks, her last was 2 May": the plan that was read back is right, and the
    next one is somebody else's."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    behind = after_yes(asked, text) if _open(asked) and len(text) <= _LONGEST else None
    if behind is None or "?" in text[behind:] or not dialogue.tells_plan(text[behind:]):
        return None
    told = shares(text[behind:], known=state.known, current=state.whose, last=state.other, least=1)
    if len(told) != 1 or told[0].person in (state.whose, *state.children):
        return None
    person = told[0].person
    if may_be_child(person) and person not in state.adults:
        return None
    return (
        Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, state.whose), (WORDS, "yes"), (HEADED, "yes"))),
        Step(PLAN, ((REQUEST, "regimen"), (WHOSE, person), (WORDS, told[0].text), (HEADED, "yes"))),
    )


def _bare_day(piece: str, asked: Asked) -> date | None:
    found = re.search(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\b(?: \d{4})?", piece, re.I)
    return dialogue.day_told(f"last one was {found[0]}", asked.who) if found else None


def _open(asked: Asked) -> bool:
    state = asked.state
    return (
        asked.kind in MAY_MOVE_PLAN and state.awaiting in (None, PLAN) and not asked.said.verdict.warns
        and not state.child_writes and state.of_child is False
    )  # fmt: skip


def _other_named(asked: Asked, text: str) -> str | None:
    named = [one for one in named_in(text, asked.state.known) if one != ME]
    last = asked.state.other
    if (
        not named
        and last is not None
        and any(fits(word, last) for word in re.findall(r"\b(?:hers|his|theirs)\b", text, re.I))
    ):
        named = [last]
    grown = [
        one for one in named if one not in asked.state.children and (not may_be_child(one) or one in asked.state.adults)
    ]
    return grown[0] if len(named) == 1 and grown else None


def _restates(asked: Asked, text: str) -> bool:
    """Whether a text tells nothing of how often somebody has theirs, or what is known of it."""
    if not dialogue.tells_plan(text) and not GAP.search(text):
        return True
    told = shares(text, known=asked.state.known, current=asked.state.whose, last=asked.state.other, least=1)
    known = {share.person: dialogue.gap_words(asked.state.plans.get(share.person)) or "" for share in told}
    gaps = {share.person: GAP.search(share.text) for share in told}
    return bool(told) and all(found is None or found[0].lower() == known[one].lower() for one, found in gaps.items())


def _yes(asked: Asked, text: str) -> tuple[Step, ...]:
    """A yes before it is one to what was read back: to both plans where it says so."""
    state = asked.state
    lead = re.split(r"[.;!?,]", text, maxsplit=1)[0]
    both = re.search(r"\b(?:both|all)\b", lead, re.I)
    if (
        dialogue.says_yes(
            re.sub(r"\b(?:to|for|on|of) (?:them |us )?(?:both|all)(?: of (?:them|us))?\b", "", lead, flags=re.I)
        )
        is not True
    ):
        return ()
    people = [one for one in state.plans if dialogue.awaits_yes(state.plans[one])]
    people = people if both else [one for one in people if one == state.whose]
    return tuple(Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, one), (WORDS, "yes"), (HEADED, "yes"))) for one in people)
