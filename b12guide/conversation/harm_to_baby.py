"""Rows of the table: whether B12 does harm to the baby that is carried or nursed, and whether it goes on in pregnancy.
A lack of B12 that may do harm is another question, and so is another medicine."""

from __future__ import annotations

import re

from b12guide.conversation.answered import answered
from b12guide.conversation.childs_dose import of_ones_unborn
from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.state import PLAN
from b12guide.conversation.unborn import PREGNANCY, TREATMENT, asks_harm, nurses, of_b12, told_of_ones_own
from b12guide.shared import content

NO_HARM, IN_MILK, GOES_ON = "b12_injections_while_pregnant", "breastfeeding_and_b12", "stop_or_go_on_in_pregnancy"
# Nobody told whose the injection is: the baby may be the patient.
WHOSE = "injection_and_my_baby"
_OURS = {*INJECTIONS, "pregnancy", "baby", "breastfeeding", "tablets"}
_LACK = re.compile(
    r"\b(?:low|lack\w*|deficien\w*|short of|too little|not enough|without|stopp?\w*|skip\w*|miss\w*|late|high|too much"
    r"|overdos\w*|anaemia|anemia|vegan|vegetarian)\b",
    re.I,
)
_GOES_ON = re.compile(
    r"\b(?:can|could|may|do|should|shall|must|am|is it|would|will)\b[^.?!\n]{0,30}"
    r"\b(?:carry(?:ing)? on|keep(?: on)? (?:having|getting|going|with|up)|keep on|continu(?:e|ing)|go(?:ing)? on"
    r"|stay on|stop|stopping|come off|leave off)\b",
    re.I,
)
# Of a longer message it is not known what it asks.
_LONGEST = 16


def harms_baby(asked: Asked) -> Taken:
    """ "Is it bad for baby?", "do the shots get into my milk?": asked of B12 by the one who has it."""
    text, state = _plain(asked), asked.state
    others = set(named_in(text)) - _OURS - ({"milk"} if nurses(text) else set())
    if not _free(asked) or not asks_harm(text) or _LACK.search(text) or others:
        return None
    if not TREATMENT.search(text) and not (state.focus is None or state.focus in _OURS):
        return None
    if nurses(text):
        return asks_of([content().questions[IN_MILK]])
    told = [*state.told, *asked.said.verdict.lasts, *(one.topic for one in answered(state)[:1])]
    return asks_of([content().questions[NO_HARM if told_of_ones_own(text, told) else WHOSE]])


def goes_on_in_pregnancy(asked: Asked) -> Taken:
    """ "Yes or no, do I carry on with the jabs?", in a talk on pregnancy."""
    text, state = _plain(asked), asked.state
    if not _free(asked) or len(text.split()) > _LONGEST or set(named_in(text)) - _OURS or nurses(text):
        return None
    if not any(one.topic == PREGNANCY for one in answered(state)) and not of_ones_unborn(asked):
        return None
    if _GOES_ON.search(text) is None or not of_b12(text, _GOES_ON):
        return None
    return asks_of([content().questions[GOES_ON]]) if state.focus in (None, *_OURS) else None


def _plain(asked: Asked) -> str:
    return asked.said.text.replace("\u2019", "'")


def _free(asked: Asked) -> bool:
    """Whether nothing stands that comes first, and an adult asks of themselves."""
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or state.warned is not None:
        return False
    return not state.child_writes and state.awaiting in (None, PLAN)
