"""Rows of the table: whether to drive, of somebody who told of numb feet, and whom to tell of numbness or tingling that
is old, which is no question of how long it lasts."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.state import PLAN
from b12guide.conversation.told_of_self import NUMB_FEET
from b12guide.conversation.whose import ME
from b12guide.shared import content
from b12guide.understanding.clauses import asks

DOCTOR_OR_LICENCE, OF_DRIVING = "doctor_or_licence_office", frozenset({"driving", "licence"})
ANSWER, DRIVING = "whom_to_tell_of_numbness", "driving_with_numb_feet"
_DRIVES = re.compile(
    r"\b(?:driv(?:e|es|ing)|(?:at|behind) the wheel"
    r"|take (?:the|my) (?:car|van|cab|taxi|lorry|bus|truck|bike|motorbike) out|the (?:school run|motorway))\b",
    re.I,
)
_MAY = re.compile(
    r"\b(?:can|could|may|should|am|are|is|ok|okay|all right|alright|safe|allowed|legal|fine|still|carry on|keep)\b",
    re.I,
)
# Another question of driving, another driver, or a way that is long.
_OTHER_DRIVE = re.compile(
    r"\b(?:how long|how soon|how far|when|licen[cs]e|dvla|insur\w*|boss|employer|tell|inform"
    r"|after (?:the|my|a) (?:jab|shot|injection)|drives? me|drive you|she|he|they"
    r"|my (?:\w+ )?(?:husband|wife|son|daughter|friend|mum|dad)|hour'?s drive|hours'? drive|lives?|crazy"
    r"|mad|up the wall|why)\b",
    re.I,
)
_WHOM = re.compile(
    r"\b(?:who|whom|which (?:doctor|nurse|person|one)|where) (?:(?:exactly|then|else) )?"
    r"(?:do|should|can|must|shall|would|could|ought|am|is it) (?:i|we|that i)"
    r"(?: (?:to|meant to|supposed to|best|need to|have to)){0,2}"
    r" (?:tell|ring|call|phone|see|speak (?:to|with)|talk to|contact|ask|go(?: to)?|mention|report"
    r"|inform|take|bring|show)\b(?P<what>[^.?!\n]{0,40})",
    re.I,
)
# A question without its mark: "ok to drive the van though".
_ASKS_SO = re.compile(
    r"\?|^\W{0,3}(?:(?:and|so|but|then|well) ){0,2}(?:ok|okay|safe|fine|all right|alright|still ok|can|am|is)\b", re.I
)
_WHO_FIRST = re.compile(r"\bwho(?:m)? (?:first|then|comes first|decides|is first)\b(?P<what>[^.?!\n]{0,40})", re.I)
_WHO = re.compile(r"\b(?:who|whom|which(?: one| of (?:them|the two))?|first)\b", re.I)
_OR = re.compile(r"\bor\b", re.I)
_DOCTOR = re.compile(r"\b(?:gp|doctor|doc|dr|surgery|consultant|nurse|clinic|physician)\b", re.I)
_OFFICE = re.compile(
    r"\b(?:dvla|dva|dmv|ndls|rsa|vicroads|rms|rto|natis|licen[cs](?:e|ing) (?:office|people|department|lot|authority)"
    r"|swansea|drivers? licen[cs]ing)\b",
    re.I,
)
_NUMBNESS = re.compile(r"\b(?:feet|foot|toes?|soles?|legs?|numb\w*|tingl\w*|pins)\b", re.I)
_IT = re.compile(r"\b(?:it|this|that|them)\b", re.I)


def doctor_or_licence(asked: Asked) -> Taken:
    """ "Whom do I call then, the doctor or the DVLA?", behind a word on driving: the doctor first, and what is told to
    whom; no list of what to ask."""
    state, text = asked.state, asked.said.text.replace("\u2019", "'")
    if not free(asked):
        return None
    both = _DOCTOR.search(text) is not None and _OFFICE.search(text) is not None
    if both and (_OR.search(text) or _WHO.search(text)):
        return asks_of([content().questions[DOCTOR_OR_LICENCE]])
    found = _WHOM.search(text) or _WHO_FIRST.search(text)
    if state.focus not in OF_DRIVING or found is None or set(named_in(text)) - {*OF_DRIVING, *INJECTIONS}:
        return None
    of_feet = _NUMBNESS.search(found["what"]) or _IT.search(found["what"])
    return None if of_feet else asks_of([content().questions[DOCTOR_OR_LICENCE]])


def whom_to_tell(asked: Asked) -> Taken:
    """ "Which doctor do I see about the toes?": the surgery, in working hours; today if it is new or worse."""
    state, said = asked.state, asked.said
    if not free(asked):
        return None
    found = _WHOM.search(said.text.replace("\u2019", "'"))
    if found is None:
        return None
    told = NUMB_FEET in state.facts.get(ME, ()) and state.focus in ("driving", "tingling")
    if not _NUMBNESS.search(found["what"]) and not (told and _IT.search(found["what"])):
        return None
    return asks_of([content().questions[ANSWER]])


def drives_with_numb_feet(asked: Asked) -> Taken:
    """ "What of the long drive on Sunday, is it ok?", behind numb feet that were told, whatever came in between."""
    state, text = asked.state, asked.said.text.replace("\u2019", "'")
    if not free(asked) or state.for_other or NUMB_FEET not in state.facts.get(ME, ()) or _OTHER_DRIVE.search(text):
        return None
    if _DRIVES.search(text) is None or _MAY.search(text) is None or not (asks(text) or _ASKS_SO.search(text)):
        return None
    return asks_of([content().questions[DRIVING]])


def free(asked: Asked) -> bool:
    """Whether nothing stands that comes first, and no child is asked about."""
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or state.warned is not None:
        return False
    return not (state.child_writes or asked.about.child) and state.awaiting in (None, PLAN)
