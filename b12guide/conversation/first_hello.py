"""Rows of the table: help with the injections that is asked for before anything is told of them, and dates that are
wanted for two people. Each is greeted, or answered, and asked for the plan."""

from __future__ import annotations

import re

from b12guide.conversation.ages import may_be_child
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import EMERGENCY, ONE_AT_A_TIME, URGENT, WHOSE
from b12guide.conversation.state import PLAN as PLAN_OPEN
from b12guide.conversation.whose import ME, named_in
from b12guide.plan import dialogue
from b12guide.understanding.acts import PLAN, REQUEST

GREET, NEXT = "greet", "next"
_NEEDLES = r"(?:(?:vitamin |vit )?b-?12|injections?|jabs?|jags?|shots?|needles?)"
_OF_MINE = r"(?:(?:my|the|these|those|all|having|getting|taking|of|new|first|vitamin|vit|b-?12|own) ){0,4}"
_THING = (
    rf"(?:{_OF_MINE}(?:{_NEEDLES}|dates?|schedule|appointments|doses|plan|injection dates)(?: (?:{_NEEDLES}|dates"
    rf"|schedule|plan))?"
    r"|them|it|it all|this|that|these|those|everything|all (?:of )?(?:this|it|them))"
)
_HELP = (
    r"(?:(?:need|needs|want|wanted|looking for|after|could (?:use|do with)|would (?:like|appreciate)|like|get"
    r"|getting|hoping for)"
    r" (?:some |a bit of |a little |your |any )?(?:help|support|assistance|a hand)"
    r"|(?:can|could|would|will|may|might|do|are|able to|you|kind enough to|kind as to|to|please|and|pls|just|who)"
    r" (?:you |u |be able to |anyone |able to )?(?:please )?(?:help|assist)(?: me| us)?(?: out)?"
    r"|^\W*help(?: me)?)"
)
_TRACK = (
    r"(?:keep(?:ing)? (?:a )?(?:track|tabs|on top|record)(?: of)?|track|stay(?:ing)? on top of|remember(?:ing)?"
    r"|organi[sz](?:e|ing)"
    r"|manage|managing|sort(?:ing)?(?: out)?|work(?:ing)? out|log(?:ging)?|plan(?:ning)?|look after|follow)"
)
_END = (
    r"(?:[ ,.!]+(?:please|pls|plz|thanks|thank you|ta|x+|xx|if (?:you can|possible|that'?s ok|you would)|at all"
    r"|somehow|now|here"
    r"|for me|lol|ok|:\)|yes|you|so much|very much|in advance|kindly|with it|many|cheers)){0,5}\W*$"
)
_ASKS_HELP = re.compile(
    rf"{_HELP}(?: (?:to|with|on|about|in|and))?(?: {_TRACK}(?: (?:when|what day) {_THING} (?:is|are)(?: due)?)?)?"
    rf"(?: (?:with |of |about |on |when )?{_THING})?(?: (?:is|are) due)?{_END}",
    re.I,
)
_TRACKS = re.compile(
    rf"(?:(?:can|could|would|will|do) (?:you|u|this|it)|i(?:'d| would)? (?:want|need|like)(?: you)? to"
    rf"|trying to) (?:please )?{_TRACK}"
    rf"(?: {_THING})?{_END}",
    re.I,
)
_SUBJECT = re.compile(rf"\b{_NEEDLES}\b", re.I)
# Who asks something of its own is answered that.
_ASKS_ELSE = re.compile(
    r"\b(?:what|why|how|which|(?<!wondered )(?<!wondering )(?<!wonder )whether|side effects?|hurts?|pain\w*"
    r"|tired\w*|safe|normal|should i|do i|is it|are they|tablets?"
    r"|cost|afford|pay|paying|inject (?:myself|it)|self[- ]?inject\w*|cope|coping|scared|afraid|nervous|fear"
    r"|phobia|fly|flying"
    r"|travel\w*|pregnan\w*)\b",
    re.I,
)
_LONGEST = 70
_FOR_TWO = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|so|and|please|pls|thanks)\W+){0,4}"
    r"(?:can|could|do|does|will|would|are|is) (?:you|u|this|it|we|i)(?: (?:able to|possible to|also|work))?"
    r"(?: (?:do|keep|work(?:ing)? out|handle|have|remember|count|manage|use|cope with|take|hold"
    r"|look after|this|it|that"
    r"|the|our|both|all|dates?|plans?|jabs?|injections?|shots?|schedules?|b-?12|for|of|with|out|track|more|than|one|us|a|two|2|ppl"
    r"|people|persons?|at once|together)){1,10}\b",
    re.I,
)
_TWO = re.compile(
    r"\b(?:(?:two|2|both|several|three|3) (?:of us|people|ppl|persons|patients)|more than one (?:person|patient)"
    r"|both of us|us both"
    r"|both our|(?:for )?me (?:and|&|n|\+) (?:my )?\w+|(?:my )?\w+ (?:and|&|n|\+) (?:me|i|myself)\b)",
    re.I,
)


def asks_help(asked: Asked) -> Taken:
    """ "Hi, need help with my b12 jabs": a hello, and how often they are."""
    state, text = asked.state, asked.said.text.replace("’", "'").strip()
    if not _free(asked) or dialogue.is_told(state.plan) or state.no_dates or len(text.split()) > _LONGEST:
        return None
    # "Can you help me with them" names them in the sentence before.
    if _SUBJECT.search(text) is None or _ASKS_ELSE.search(text) or asked.about.person != ME or asked.about.child:
        return None
    if _ASKS_HELP.search(text) is None and _TRACKS.search(text) is None:
        return None
    hello = () if state.was_said(GREET) else (Step(GREET),)
    return (*hello, Step(PLAN, ((REQUEST, NEXT), (WHOSE, ME))))


def for_two(asked: Asked) -> Taken:
    """ "Can you do dates for two people?": one at a time, and whose first."""
    text = asked.said.text.replace("’", "'").strip()
    if not _free(asked) or _FOR_TWO.match(text) is None or _TWO.search(text) is None:
        return None
    named = [one for one in named_in(text, asked.state.known) if one != ME]
    if any(may_be_child(one) or one in asked.state.children for one in named) or asked.about.child:
        return None
    return (Step(ONE_AT_A_TIME, ((WHOSE, ME), *((WHOSE, one) for one in named))),)


def _free(asked: Asked) -> bool:
    """Whether nothing else is open, no sign is named, and no plan is told."""
    state, said = asked.state, asked.said
    open_ = state.awaiting not in (None, PLAN_OPEN) or state.standing is not None or state.warned is not None
    if open_ or state.child_writes or said.excerpt or dialogue.tells_plan(said.text):
        return False
    return not (said.verdict.warns and said.verdict.level in (EMERGENCY, URGENT))
