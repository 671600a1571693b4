"""Who is named in a message about a plan, and was not heard to have injections: a sister who is away, an aunt's party.

The encoder of plans heard whose each part is (`understanding/talk.py`, tune/talk/README.md): a name that it did not
hear so is of nobody whose plan the message is about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from b12guide.conversation.decision import Asked
from b12guide.conversation.places import places_in
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.understanding.talk import Talk

# From which share a message surely does something to a plan.
SURE = 0.5
# What stands in the place of somebody who is only named, and how a message does something to a plan.
SOMEBODY, OF_PLANS = "somebody", ("tells_", "ask_")
# "My wife's next B12": whose injection it is said to be is never only named, whatever was heard.
_OWNS = re.compile(
    r"'?s (?:own |next |last |first |latest |coming |vitamin |b-?12 ){0,4}"
    r"(?:b-?12|injections?|jabs?|jags?|shots?|needles?|doses?)\b",
    re.I,
)


def without_only_named(asked: Asked) -> Asked:
    """A message of a plan that is known, in which who is only named has no name; any other as it is."""
    said, state = asked.said, asked.state
    talk, text = said.talk, said.text
    known = any(map(dialogue.is_told, state.plans.values()))
    if not known or talk.text != text or said.verdict.warns or not _of_plan(talk):
        return asked
    plain = text.replace("’", "'")
    for start, end, person in reversed(places_in(plain, state.known)):
        owns = _OWNS.match(plain, end) is not None
        if person != ME and person not in state.known and not owns and not _heard(talk, start, end):
            text = text[:start] + SOMEBODY + text[end:]
    return asked if text == said.text else replace(asked, said=replace(said, text=text))


def _of_plan(talk: Talk) -> bool:
    return any(share >= SURE and act.startswith(OF_PLANS) for act, share in talk.acts)


def _heard(talk: Talk, start: int, end: int) -> bool:
    """Whether a name was heard as that of who has something of a plan."""
    return any(span.start < end and start < span.end for span in talk.of("who"))
