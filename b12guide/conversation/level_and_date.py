"""Rows of the table: an injection that somebody thinks of leaving out because their level is high (they are asked not
to, whatever else the message was heard as: a wish to change the plan, a remark, nothing at all); and whether the level
was to be tested all the years of a medicine that is spoken of."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import INJECTIONS, OF_INJECTIONS, TAKEN, named_in
from b12guide.conversation.state import PLAN
from b12guide.conversation.treatment_told import takes_none, tells_some
from b12guide.conversation.untreated import has_none, has_some
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, TOPIC

ANSWER, STILL_GOES = "high_level_skip_one", "high_level_still_go"
# Where none was had, nothing explains the level: a doctor first, and no yes to an injection.
BEFORE_ANY, OF_NONE = "high_level_before_any", "high_level_no_b12"
OF_LEVEL = frozenset({"b12_level", "overdose", "high_level_no_b12"})
# "I missed one, and my level is high" tells of a dose; so does a surgery that refuses the next one of its own choice.
_SKIPS = re.compile(
    r"\b(?:skip(?:ping)?|miss(?:ing)?(?: out)?|leav(?:e|ing) out|drop(?:ping)?|cancel(?:ling|ing)?|put(?:ting)? off"
    r"|do without|go without|pass on|sit out|stay away|bail on|duck out of|bother with)\b"
    r"|\bleave (?:[\w']+ ){1,4}out\b|\bgiv(?:e|ing) (?:[\w'()]+,? ){1,5}(?:a )?miss\b"
    r"|\bnot (?:go|have|bother|turn up|come)\b|\b(?:won'?t|needn'?t|no need to|do i (?:still )?(?:have|need) to)"
    r" (?:go|have|bother|turn up)\b",
    re.I,
)
HIGH = re.compile(
    r"\b(?:levels?|numbers?|results?|readings?|b-?12|blood)\b[^.!?\n]{0,40}"
    r"\b(?:high|up|over|sky|roof|plenty|above|off the scale|too much)\b"
    r"|\b(?:(?:so|too|very|that) high|sky[- ]high|so full of (?:it|the stuff|b-?12)|full of (?:it|b-?12)"
    r"|plenty of (?:it|b-?12)|loads of (?:it|b-?12)|so much (?:of it |b-?12 )?in me)\b"
    r"|\bhigh\b[^.!?\n]{0,24}\b(?:levels?|results?|readings?|b-?12)\b"
    # "Because mine is HIGH", "as it was so high".
    r"|\b(?:mine|it)(?:'s| is| was| came(?: back)?|s) (?:\w+ ){0,2}?high\b",
    re.I,
)
# What is high is none of B12.
OTHER_TEST = re.compile(
    r"\b(?:white|red|cells?|platelets?|ha?emoglobin|hb|pressure|bp|pulse|heart|temperature|temp|fever|sugars?"
    r"|glucose|hba1c|cholesterol|lipids?|thyroid|tsh|t4|psa|crp|esr|d-?dimer|troponin|creatinine|egfr|urea|uric"
    r"|sodium|calcium|potassium|magnesium|zinc|iron|ferritin|fol(?:ate|ic)|vit(?:amin)? ?d|cortisol|testosterone"
    r"|hormones?|mma|alt|ast|homocysteine|bilirubin|enzymes?|liver|kidneys?|covid|hcg|inr|mcv|lymph\w{0,8}|neutro\w{0,8}|eosin\w{0,8}"
    r"|wbc|rbc|fbc|full blood)\b",
    re.I,
)
# What is left out is none of the injections.
_OTHER = re.compile(
    r"\b(?:blood|tests?|bloods|tablets?|pills?|visit|check(?:-?up)?|review|food|dinner|breakfast)\b", re.I
)
_DONE = re.compile(
    r"\b(?:i|she|he|they|we)(?:'ve| have|'d| had)? (?:already )?(?:skipped|missed|left out|cancelled)\b", re.I
)
_PART = re.compile(r"[.!?;\n]+")
METFORMIN, TESTED_BEFORE = "metformin", "metformin_tested_all_along"
_ELSE = (TAKEN | OF_INJECTIONS) - {METFORMIN}
# Whether it was to be tested, in the years before.
_TESTED_BEFORE = re.compile(
    r"\b(?:should(?:n'?t)?|ought|were|was|weren'?t|wasn'?t|meant|supposed)\b[^.?!\n]{0,40}"
    r"\b(?:have|of|'ve|been|meant to|supposed to|to)\b[^.?!\n]{0,24}"
    r"\b(?:test(?:ed|ing)?|check(?:ed|ing)?|measur(?:ed?|ing)|look(?:ed|ing)? (?:at|for)|keep(?:ing)? an eye"
    r"|kept an eye|bloods)\b",
    re.I,
)
# "Should I still turn up for the next one?": whether to go at all.
_NEXT = (
    r"(?:next (?:one|injection|jab|jag|shot|dose|needle|visit|appointment)"
    r"|(?:injection|jab|jag|shot|dose|needle|appointment)s?\b|(?:booked|due|planned) one|my next\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day'?s)"
)
_GOES = re.compile(
    r"\b(?:do|should|shall|must|can|may|ought|am|will|would) i"
    r" (?:(?:still|just|even|also|then|to|meant to|supposed to) ){0,3}"
    r"(?:go(?: (?:in|along|ahead|to|for))?|turn up|show up|come(?: in)?|attend|have|get|keep|take|need)\b"
    rf"[^.?!\n]{{0,30}}\b{_NEXT}",
    re.I,
)
_HOW = re.compile(
    r"\b(?:when|where|what|which|how|why|who|extra|another|two|double|early|earlier|more|less|rest of my life"
    r"|for life|drive|eat|drink|fast)\b",
    re.I,
)
_FIRST = re.compile(
    r"\b(?:my|the|a) (?:very )?first (?:ever )?(?:b-? ?12 )?(?:one|injection|jab|jag|shot|dose|needle)\b", re.I
)
_NEVER = re.compile(
    r"\bnever (?:(?:yet|ever|once|actually|really|been) ){0,2}(?:taken|tried|used|touched|had|on|given)"
    r" (?:(?:any|a|an|one|the|of|single|vitamin|kind|form|drop) ){0,4}"
    r"(?:b-? ?12|injections?|jabs?|jags?|shots?|needles?|supplements?|vitamins?|treatment|any(?=\W*(?:$|[.,;!?])))",
    re.I,
)
# So near the words that leave something out stands what it is.
_BEHIND = 24


def skips_for_level(asked: Asked) -> Taken:
    """ "It is so high, I might give Friday's a miss": please do not, and ask first."""
    state, said = asked.state, asked.said
    text = said.text.replace("\u2019", "'")
    if said.verdict.warns or said.excerpt or state.standing is not None or state.child_writes or asked.about.child:
        return None
    if state.awaiting not in (None, PLAN) or ANSWER not in content().questions or _DONE.search(text):
        return None
    if OTHER_TEST.search(text):
        return None
    spoken_of = state.focus in OF_LEVEL and (asked.state.last or [""])[-1] != "missed_or_late_injection"
    goes = next((one for one in _PART.split(text) if spoken_of and _goes(one)), None)
    part = goes or next((one for one in _PART.split(text) if _skips_one(one)), None)
    if part is None or (set(named_in(part)) & TAKEN if goes else set(named_in(part)) - {*INJECTIONS, *OF_LEVEL}):
        return None
    if HIGH.search(text) is None and not spoken_of:
        return None
    chosen = BEFORE_ANY if _had_none(asked, text) else ANSWER if goes is None else STILL_GOES
    question = content().questions[chosen]
    return (Step(ASK_TOPIC, ((TOPIC, question.topic), (QUESTION, question.id))),)


def tested_on_medicine(asked: Asked) -> Taken:
    """ "Should they have been testing me all this time?", after an answer on metformin, is asked of that, and not of
    tests during injections."""
    state, said = asked.state, asked.said
    text = said.text.replace("\u2019", "'")
    if said.verdict.warns or said.excerpt or state.standing is not None or state.awaiting not in (None, PLAN):
        return None
    every = content().questions
    if state.focus != METFORMIN or TESTED_BEFORE not in every or _ELSE & set(named_in(text)):
        return None
    if _TESTED_BEFORE.search(text) is None:
        return None
    question = every[TESTED_BEFORE]
    return (Step(ASK_TOPIC, ((TOPIC, question.topic), (QUESTION, question.id))),)


def _had_none(asked: Asked, text: str) -> bool:
    """Whether no B12 was had before, as far as was told; what is the first of all comes before any."""
    if dialogue.is_told(asked.state.plan) or tells_some(text):
        return False
    if has_none(asked) or takes_none(text) or _FIRST.search(text) or _NEVER.search(text):
        return True
    # Whoever leaves out "my next one" has them, though the level of somebody with none was spoken of.
    leaves_next = _SKIPS.search(text) is not None and re.search(r"\bmy next\b", text, re.I) is not None
    return asked.state.focus == OF_NONE and not has_some(asked) and not leaves_next


def _goes(part: str) -> bool:
    """Whether it is asked if one goes for the next one; how often, when and where is another question."""
    return _GOES.search(part) is not None and _HOW.search(part) is None and _OTHER.search(part) is None


def _skips_one(part: str) -> bool:
    found = _SKIPS.search(part)
    return found is not None and _OTHER.search(part[found.start() : found.end() + _BEHIND]) is None
