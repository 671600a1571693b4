"""A gap that was halved or doubled, told beside it: "8 weeks, and he cut the time in half". Only words that are of the
injections' own gap change it: around them stands nothing else than who did it and when. Where nothing says whether that
is the time between two or the dose, or where more is said, it is asked; the old gap is never kept without a word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..model import Phase, Question
from ..wording import interval_words
from .day_words import MONTHS, WEEKDAY_WORDS
from .other_jabs import OTHER_THING

_ONES = r"(?:shots?|jabs?|jags?|injections?|needles?|b-?12(?: (?:shots?|jabs?|jags?|injections?))?)"
_BETWEEN = rf"(?: between (?:them|each|(?:my |the |her |his )?(?:two )?{_ONES}|doses?))?"
_GAP_NOUN = rf"(?:times?|gaps?|intervals?|wait|spacing|frequency|weeks){_BETWEEN}"
_IT = (
    rf"(?:it|that|this|them|mine|(?:the|my|her|his|their) (?:{_GAP_NOUN}|schedule|plan"
    rf"|doses?|dosage|amount|strength|{_ONES})(?! of\b))"
)
_BE = r"(?:(?:has|have|had|'s|'ve|just|now|since) ){0,3}(?:was|were|been|got|is|are|being)(?: (?:just|now|then))?"
_HALVES = (
    rf"(?:halv(?:ed?|es|ing) {_IT}|{_IT} {_BE} halved|(?:cut|cuts|cutting|chopped|slashed"
    rf"|split|reduced?|brought) {_IT} (?:down )?(?:in|by|to|into) (?:a )?half|(?:to |for )?(?:twice"
    rf"|double) as often|half the (?:gap|interval|(?:time|wait|weeks) between (?:them|{_ONES}))|half as long)"
)
_DOUBLES = (
    rf"(?:doubl(?:ed?|es|ing) {_IT}|{_IT} {_BE} doubled|half as often|(?:twice|double) as long"
    rf"|(?:double|twice) the (?:gap|interval|(?:time|wait|weeks) between (?:them|{_ONES})))"
)
_CHANGED = re.compile(rf"\b(?:(?P<half>{_HALVES})|(?P<double>{_DOUBLES}))\b", re.I)
# "Twice as often" says of anything how often it is.
_ANYTHING = re.compile(r"\bas (?:often|long)\b", re.I)
_ONE_BESIDE = re.compile(rf"\b{_ONES} (?:now )?$", re.I)
_GAP = re.compile(
    r"\b(?:as often|(?:the|my|her|his|their) (?:times?|wait|weeks)|gaps?|intervals?|between|spacing|frequency)\b", re.I
)
_APART = re.compile(r"\b(?:gap|interval|between|apart)\b", re.I)
_DOSE = re.compile(r"\b(?:dose|dosage|amount|strength|mgs?|mcg|milligrams?|micrograms?|mls?|ampoules?|vials?)\b", re.I)
_THE_GAP = re.compile(
    r"\b(?:the|my) (?:time|gap|interval|wait|spacing)\b|\b(?:same|not the) (?:shot|jab|jag|injection|dose|amount"
    r"|strength)\b",
    re.I,
)
_THE_DOSE = re.compile(r"\b(?:the|my|her|his) (?:dose|dosage|amount|strength)\b", re.I)
_NOT_THE_DOSE = re.compile(r"\bnot (?:the|my|her|his) (?:dose|amount|strength|injection|shot|jab)\b", re.I)
_LEADING_NO = re.compile(r"^\W*(?:(?:no+|nope|nah)\b\W{1,3}){1,3}", re.I)
_REFUSED = (
    r"\b(?:said (?:no|nope|nah)|refus(?:e|ed|ing)|declin(?:e|ed|ing)|(?:turned|turning) (?:it|that|them|this) down"
    r"|won'?t|wouldn'?t|against (?:it|that)|over my dead body|put my foot down)\b"
)
_SAID_NO = re.compile(_REFUSED, re.I)
_NO_FACT = re.compile(
    rf"\?|{_REFUSED}|\w[nN]'[tT]\b|\b(?:can|could|would|should|may|might|if|want|wants|wanted|wish|like|asked?"
    r"|why|no|nope|not|never"
    r"|chance|hoping|hope|unless|suggest(?:s|ed)?|propos(?:e|es|ed)|offer(?:s|ed)?|recommend(?:s|ed)?|think|thinks"
    r"|thinking|talk(?:s|ed|ing)?|nearly|almost|feels?|seems?)\b",
    re.I,
)
_OTHER_PERSON = re.compile(
    r"\b(?:friends?|mates? (?:has|have|had|gets?)|neighbours?|neighbors?|colleagues?|wife'?s?|husband'?s?|partner'?s?"
    r"|mum'?s?|mom'?s?|mam'?s?|dad'?s?|mother'?s?|father'?s?|sister'?s?|brother'?s?|son'?s?|daughter'?s?|aunt\w{0,4}"
    r"|uncle'?s?|nan'?s?|gran\w{0,6}'?s?|cousin'?s?|in-law|people|others|someone|somebody|everyone|hers|theirs)\b",
    re.I,
)
_OTHER_MEDICINE = re.compile(
    r"\b(?:tablets?|pills?|capsules?|sprays?|drops|metformin|insulin|folic|folate|iron|vitamin d|methotrexate"
    r"|thyroid|\w{0,6}thyroxine|statins?|steroids?|prednisolone|humira|ozempic|mounjaro|wegovy|medicines?|medications?"
    rf"|meds|rent|{OTHER_THING})\b",
    re.I,
)
# "Twice as often as before", "halved from 24 weeks": the gap that is told is the one of now.
_THAN_BEFORE = re.compile(
    r"^,? (?:(?:as|than|of|to) (?:(?:what|how) )?(?:(?:it|i|they|she|he) (?:was|were|used|had|did)|before|previously"
    r"|earlier|usual|then|last year|in the past|back then)\b|from (?:the )?(?:old )?(?:every )?(?:\d|[a-z]+ "
    r"(?:weeks?|months?)\b))",
    re.I,
)
_WAS = re.compile(r"\b(?:was|were|used to(?: be)?|been|before|now)\b", re.I)
_OF_INJECTIONS = re.compile(rf"\b(?:every|{_ONES}|weeks?|months?|weekly|monthly|doses?|intervals?|gaps?)\b", re.I)
# Who changes a gap, when, and how that is told.
_WORDS = re.compile(
    rf"(?:{WEEKDAY_WORDS}|{MONTHS}|{_ONES}|\d{{1,2}}(?:st|nd|rd|th)?|[a-z]{{1,4}}'(?:s|ve|d|re)"
    r"|i|it|that|this|them|they|he|she|we|me|mine|my|the|a|her|his|their|which|and|but|so|also|too|then|now|just|only"
    r"|nowadays|actually|basically|has|have|had|is|are|was|were|been|be|get|gets|got|getting|given|having|on|at|in|for"
    r"|to|by|of|with|since|from|docs?|doctors?|dr|gps?|nurses?|nurse'?s|consultants?|specialists?|hospital|clinic"
    r"|surgery|practice|pharmacist|haematologist|hematologist|neurologist|new|own|last|this|week|weeks|month|months"
    r"|year|day|today|yesterday|ago|recently|lately|morning|afternoon|every|each|between|apart|gap|gaps|time"
    r"|times|interval|intervals|wait|spacing|frequency|schedule|plan|same|dose|amount|strength|put|told|says|said|went"
    r"|gone|decided|instead|again|back|please|thanks|ok|right|well|oh|no|sorry|yes|yeah|mate|love|half|it's"
    r"|as|often|long|twice|double|once)",
    re.I,
)
_CUT = re.compile(r"[,;:()–—]\s?|\s-\s|\b(?:and|but|so|because|cos|while|though|although|then|which|that)\b", re.I)
_WORD = re.compile(r"[\w'-]+")
# As `which_halved` begins.
ASKED = re.compile(r"What was (?:halved|doubled):")
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*")


@dataclass(frozen=True)
class Halved:
    """What was halved (`by` 2) or doubled (`by` -2): the "gap", the "dose", or what is not said (""). words: in which
    words. before: told against what it was, so that a gap told beside it is the new one already."""

    by: int
    what: str
    words: str
    before: bool = False


def halved(text: str) -> Halved | None:
    """What a text tells that was halved or doubled; None where it tells of no such thing of the injections, or only
    asks."""
    text = text.replace("’", "'")
    for sentence in _SENTENCE.finditer(text):
        for found in _CHANGED.finditer(sentence[0]):
            told = _told(text, sentence[0], found)
            if told is not None:
                return told
    return None


def _told(text: str, sentence: str, found: re.Match[str]) -> Halved | None:
    """What one place tells."""
    plain = _NOT_THE_DOSE.sub(" ", _LEADING_NO.sub("", sentence))
    clause, lead = _clause(sentence, found)
    if _NO_FACT.search(plain) or _OTHER_PERSON.search(clause) or _OTHER_MEDICINE.search(clause):
        return None
    by = 2 if found["half"] else -2
    before = _THAN_BEFORE.match(sentence[found.end() :]) is not None
    alone = all(_WORDS.fullmatch(word[0]) for word in _WORD.finditer(clause))
    if _ANYTHING.search(found[0]):
        if before:
            return Halved(by, "", found[0], before)
        often = "often" in found[0].lower()
        if not alone and often and _ONE_BESIDE.search(sentence[: found.start()]):
            return Halved(by, "", found[0])
        if not alone or (lead and not _OF_INJECTIONS.search(lead)):
            return None
        known = _OF_INJECTIONS.search(f"{lead} {clause}") is not None
        return Halved(by, "gap" if known and (often or _APART.search(clause)) else "", found[0])
    dose = _DOSE.search(found[0]) is not None
    gap = _GAP.search(found[0]) is not None
    if not gap and not dose:
        if _OTHER_MEDICINE.search(sentence):
            return None
        # "He cut the time, the time. Same shot."
        around = text.replace(found[0], " ")
        gap = _THE_GAP.search(around) is not None
        dose = not gap and _THE_DOSE.search(sentence[: found.start()]) is not None
    sure = dose or (gap and alone and not _SAID_NO.search(text))
    return Halved(by, ("dose" if dose else "gap") if sure else "", found[0], before)


def _clause(sentence: str, found: re.Match[str]) -> tuple[str, str]:
    """The words around a place up to what parts them from the others, without its own; and those in front of them."""
    cuts = [cut.span() for cut in _CUT.finditer(sentence)]
    start = max((end for _, end in cuts if end <= found.start()), default=0)
    stop = min((begin for begin, _ in cuts if begin >= found.end()), default=len(sentence))
    ends = [0, *(end for _, end in cuts if end <= start)]
    pieces = [sentence[end:begin] for end, (begin, _) in zip(ends, cuts, strict=False) if begin < start]
    lead = next((piece.strip() for piece in reversed(pieces) if piece.strip()), "")
    return f"{sentence[start : found.start()]} {sentence[found.end() : stop]}", lead


def changes(told: Halved | None, text: str) -> Halved | None:
    """What is told beside a gap, where that gap is the one of before."""
    if told is None or not told.before:
        return told
    return replace(told, what="") if _WAS.search(text[: text.find(told.words)]) else None


def without_times(text: str) -> str:
    """`text` with no number in "twice as often", which counts no doses."""
    return _TIMES.sub("as", text)


_TIMES = re.compile(r"\b(?:twice|double) as(?= (?:often|long)\b)", re.I)


def with_gap(phase: Phase, told: Halved) -> Phase | None:
    """The phase with its new gap; None where it is no whole number of its unit, or has several in a time."""
    if phase.frequency != 1 or phase.period_max is not None or phase.days_of_week or phase.days_of_month:
        return None
    if told.by < 0:
        return replace(phase, period=phase.period * 2)
    period, unit = phase.period, phase.unit
    if period % 2:
        period, unit = (period * 7, "d") if unit == "wk" else (period, unit)
    return replace(phase, period=period // 2, unit=unit) if period % 2 == 0 else None


def which_halved(phase: Phase, told: Halved, *, alone: bool = True) -> Question:
    """The question what it was, with what follows of each; `alone`: no other part of the plan has a gap."""
    new = with_gap(phase, told) if alone else None
    verb = "halved" if told.by > 0 else "doubled"
    if new is None:
        return Question("interval", f"You wrote that it was {verb}. How many days or weeks apart are they now?")
    now, still = (interval_words(1, each.period, None, each.unit) for each in (new, phase))
    text = f"What was {verb}: the gap, so it is {now}? Or the dose, so it is still {still}?"
    return Question("interval", text, (now, still))
