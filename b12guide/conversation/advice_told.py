"""Who tells that somebody who knows has said what to do about a warning names its sign once more: it is no new one."""

from __future__ import annotations

import re
from datetime import date

from b12guide.conversation.decision import Asked
from b12guide.conversation.help_under_way import only_in_touch
from b12guide.conversation.kinds import AFFIRM, URGENT
from b12guide.conversation.plans import CHILD_CARD
from b12guide.conversation.poison_line import (
    does_badly,
    names_line,
    of_another_time,
    on_the_phone,
    reached_nobody,
    they_said,
)
from b12guide.conversation.state import ADVICE
from b12guide.diary.notes import tells_worse
from b12guide.shared import cards, content, replies
from b12guide.understanding.acts import CLINIC_AGREED, HELP_IS_HERE
from b12guide.understanding.intent_model import same_request
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD, Verdict

# The one row of the triage table that being old and unchanged makes routine, of tingling and numbness (its rule 7).
OLD_MAY_BE_CALM = "B2"
# What gets better, where somebody who knows has heard of it.
_BETTER = re.compile(
    r"\b(?:better|improv(?:es|ed|ing)|eas(?:es|ed|ing)|settl(?:es|ed|ing)|fad(?:es|ed|ing)|less|going|gone|finish(?:ed)?)\b",
    re.I,
)
# Words of a time before now, and how long ago a warning has to be that they come after it.
_BEFORE_NOW = (
    (7, re.compile(r"\b(?:(?:over |about )?(?:a|one) week ago|last week|(?:days|the other day) ago)\b", re.I)),
    (21, re.compile(r"\b(?:a (?:few|couple of) |some |two |three |2 |3 )?weeks (?:ago|back|since)\b", re.I)),
    (40, re.compile(r"\b(?:(?:a|one) month ago|last month|ages (?:ago|back))\b", re.I)),
)
# The answer to whether advice was had, in more words than yes: "yes i did, days ago".
_YES = re.compile(
    r"\W*(?:yes|yeah|yep|yup|already"
    r"|(?:i|we|she|he) (?:did|have|has)(?= ?[,.!]|$| (?:already|asked|rung|called|spoken)))\b",
    re.I,
)
# Who was seen, or spoken to, as the answer to that, on whatever day it comes.
_SAW_ONE = re.compile(
    r"\b(?:saw|seen|been to|went to|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with))\b[^.,;!?]{0,20}"
    r"\b(?:doctor|doc|dr|gp|nurse|consultant|specialist|111|hospital|a&e|surgery|clinic|midwife|pharmacist|paramedics?)\b",
    re.I,
)
_NOT_SEEN = re.compile(
    r"\?|\b(?:not|never|no|\w+n't|(?:do|did|have|has|had|was)nt|yet|if|when|until|before|should|shall|can|could|would|will|might|next|tomorrow"
    r"|last (?:month|year)|(?:months|years) ago|her|his|their|dates?|book\w*|appointments?|jabs?|injections?"
    r"|prescriptions?)\b",
    re.I,
)
# What goes on, or has come since, is not what was advised on.
_GOES_ON = re.compile(
    r"\b(?:but|still|again|came back|come back|since then|spread\w*|another|more|new|now (?:it|they|my|i)\b)\b", re.I
)

# "Yes, and it came back": the emergency, and no result of a test ("the scan came back clear").
_IS_BACK = re.compile(
    r"\b(?:came|come|comes|coming|is|it's|that's) (?:right )?back(?: again)?\b"
    r"(?! (?:home|at|to|in|from|on|clear|negative|normal|fine|ok|okay|good|all)\b)"
    r"|\b(?:is|it's|that's) still\b|\bstill (?:there|here|bad|numb|hurts?|got|have)\b"
    r"|\b(?:has|have)(?: not|n'?t) gone\b",
    re.I,
)

# "No more injections until ...", "not to have another one": what is told of the injections, and not of the sign.
_MORE_OF_THEM = re.compile(
    r"\b(?:no|any|not|another|more|new|still|again)(?: (?:more|another|any|new|to|have|get|take|a|the|my)){0,4} "
    r"(?:b-?12|injections?|jabs?|jags?|shots?|needles?|doses?)\b"
    r"|\b(?:have|get|take|having|getting|taking) (?:any )?(?:more|another)(?: ones?)?\b"
    r"|\bno more (?:for now|until|till|unless|before)\b",
    re.I,
)


def names_none(verdict: Verdict) -> bool:
    """Whether a sign was heard by likeness alone, and has no name: its card is the general one."""
    return verdict.why == "likeness" and not verdict.signs and verdict.cards[:1] == (GENERAL_CARD,)


def had_advice(asked: Asked) -> bool:
    """Whether a message after an urgent card says that somebody who knows has heard of the sign and said what to do."""
    if is_back(asked):
        return False
    if line_is_on(asked):
        return True
    warned, text = asked.state.warned, asked.said.text.replace("’", "'")
    if reached_nobody(text) or (warned is not None and only_in_touch(text, warned.cards)):
        return False
    if warned is not None and CHILD_CARD in warned.cards:
        if of_another_time(text) or _child_does_badly(asked, text):
            return False
        if warned.coming and they_said(text):
            return True
        if names_line(text) and not they_said(text):
            # "I rang 111 and they said hold on": what to do is not said yet.
            return False
    return _told(asked) or _says_so(asked, asked.said.text)


def line_is_on(asked: Asked) -> bool:
    """Whether a message about a child who swallowed something says that the poison line, or who sends an ambulance, is
    on the phone: they say what to do, and no other call takes its place. Where a sign is told beside it, or the call
    reached nobody, that comes first."""
    warned, text = asked.state.warned, asked.said.text.replace("’", "'")
    if warned is None or CHILD_CARD not in warned.cards:
        return False
    if reached_nobody(text) or of_another_time(text) or _child_does_badly(asked, text):
        return False
    return any(on_the_phone(part) for part in sentences(text))


def _child_does_badly(asked: Asked, text: str) -> bool:
    """Whether a text tells of a sign of the child: by its words, or by a name that was not told before."""
    warned, verdict = asked.state.warned, asked.said.verdict
    known = set(warned.signs) if warned is not None else set()
    return does_badly(text) or not set(verdict.signs) <= known


def is_back(asked: Asked) -> bool:
    """Whether what was an emergency on an earlier day is said to be there again, or still, though help was had."""
    warned, text = asked.state.warned, asked.said.text.replace("’", "'")
    if warned is None or warned.emergency is None or not warned.asked:
        return False
    return tells_worse(text) or _IS_BACK.search(text) is not None


def _says_so(asked: Asked, text: str) -> bool:
    """Whether words of a message say that advice was had, by themselves or as the answer to whether it was."""
    if _advised(asked, text):
        return True
    if any(same_request(text, content().label(name)) for name in ("advice_had", "help_was_had")):
        return True
    warned = asked.state.warned
    if warned is not None and warned.asked and _SAW_ONE.search(text) and not _NOT_SEEN.search(text):
        # It was asked whether advice was had.
        return True
    if asked.state.awaiting != ADVICE:
        return False
    yes = asked.kind == AFFIRM and text == asked.said.text
    return yes or (_YES.match(text) is not None and not _goes_on(text))


def tells_of_advice(asked: Asked) -> bool:
    """Whether a message after an urgent card tells that somebody who knows has said what to do, and names no sign, or
    none but those that were advised on: whatever tells of them once more sounds like them."""
    warned, verdict, text = asked.state.warned, asked.said.verdict, asked.said.text
    if warned is None or asked.state.standing is not None or not had_advice(asked):
        return False
    if warned.emergency is not None and not asked.said.alone(text).verdict.warns:
        # Only with what was told before it is it an emergency: "Yes, I got help. And when is my next one?"
        return not _goes_on(text)
    said = _told(asked) or line_is_on(asked)
    if names_none(verdict) and said:
        return True
    # A bare yes answers for no sign that is named beside it, and nothing else answers for an emergency.
    named = bool(verdict.signs) and not (said or _advised(asked, text))
    if verdict.level != URGENT or named or not set(verdict.signs) <= set(warned.signs) or _goes_on(text):
        return False
    # A sign in a sentence of its own is told for itself.
    parts = sentences(text)
    return len(parts) == 1 or not any(_warns(asked, part) for part in parts if not of_advice(part))


def _warns(asked: Asked, part: str) -> bool:
    """Whether a sentence sounds like a sign, and is no answer that only sounds so: "yes, I got help"."""
    verdict = asked.said.alone(part).verdict
    return verdict.warns and not (names_none(verdict) and _says_so(asked, part))


def beside_advice(asked: Asked) -> str:
    """What a message says beside the sentences that tell of advice; "" where it says nothing else."""
    parts = sentences(asked.said.text)
    rest = [part for part in parts if not (of_advice(part) or _says_so(asked, part))]
    return " ".join(rest) if len(rest) < len(parts) else ""


def _advised(asked: Asked, text: str) -> bool:
    """Whether a clinician has said what to do, or has seen somebody about the very sign; of a reaction the latter says
    nothing about the next injection."""
    said, warned = replies(), asked.state.warned
    text = _since(asked, text)
    # "The surgery is seeing me today" is help that is to come: nobody has said what to do yet.
    if said.clinician_advised(text):
        return True
    if warned is None or cards().asks_first(warned.cards):
        return False
    may_be_calm = set(warned.warning_signs) == {OLD_MAY_BE_CALM}
    eases = may_be_calm and _BETTER.search(text) is not None and not _goes_on(text)
    return said.clinician_saw_it(text) or (eases and said.clinician_knows(text))


def _since(asked: Asked, text: str) -> str:
    """A text without the words of a time that came after the warning: "weeks ago" of one that is months old."""
    warned = asked.state.warned
    days = (asked.who.today - date.fromisoformat(warned.day)).days if warned is not None else 0
    for least, words in _BEFORE_NOW:
        text = words.sub(" ", text) if days >= least else text
    return text


def _told(asked: Asked) -> bool:
    warned = asked.state.warned
    # That the clinic agreed is about injections: of a child who swallowed something it says nothing.
    agreed = asked.has(CLINIC_AGREED) and not (warned is not None and CHILD_CARD in warned.cards)
    return "yes" in asked.said.act.values(HELP_IS_HERE) or agreed


def _goes_on(text: str) -> bool:
    return tells_worse(text) or _GOES_ON.search(_MORE_OF_THEM.sub(" ", text)) is not None


def of_advice(sentence: str) -> bool:
    """Whether a sentence tells of help or of advice that was had."""
    said = replies()
    return (
        said.clinician_advised(sentence)
        or said.clinician_saw_it(sentence)
        or said.help_is_here(sentence)
        or said.clinic_agreed(sentence)
    )
