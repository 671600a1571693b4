"""Whether "the baby" is the one that who writes carries or nurses: no patient, and no child that has a dose."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import yaml

# What is noted where somebody tells that they are pregnant (`lasts` in content/safety/signs.yml).
PREGNANCY = "pregnancy"
_ONES = r"(?:baby|babies|bab|bubba|twins|bump|bub|little one|wee one)"
_BABY = re.compile(
    rf"\b(?:the|my|our|this) (?:unborn )?{_ONES}\b"
    # "Bad for baby", "does it hurt bub".
    r"|\b(?:for|to|on|with|hurt|hurts|hurting|harm|harms|harming|affect|affects|damage|reach|reaches)"
    r" (?:baby|bub|bump)\b",
    re.I,
)
_EXPECTED = re.compile(
    rf"\b(?:{_ONES}(?:'s)? (?:i am|i'?m|that i am|that i'?m|we are) (?:carrying|expecting)"
    rf"|unborn|(?:baby|twins) (?:is |are )?(?:coming|on the way|due)|in my (?:belly|tummy|womb)|(?:my|the|our) bump"
    rf"|{_ONES} (?:inside|in)(?: of)? me|i'?m carrying|pregnan\w{{1,3}}|i'?m expecting|i am expecting|trimester"
    r"|preggo|preggers|(?:\d{1,2}|\w{3,9}) ?(?:weeks?|wks?|months?) (?:gone|along|pregnant))\b",
    re.I,
)
_BORN = (
    r"born|newborn|old|aged|(?:\d+|one|two|three|four|five|six) (?:days?|weeks?|months?|years?)(?! (?:gone|along|preg))"
    r"|after the birth"
    r"|toddler|child(?:ren)?|kids?|son|daughter|nephew|niece|grand\w+"
    r"|(?:baby|babies|bab|twins|bub|little one)(?:'s)? (?:is|has|have|had|gets?|needs?|takes?|dose|plan"
    r"|injections?)"
)
_IS_BORN = re.compile(rf"\b(?:{_BORN}|feed\w*|breast\w*|milk|bottle)\b", re.I)
_IS_PATIENT = re.compile(rf"\b(?:{_BORN}|bottle)\b", re.I)
# What somebody has may do harm to it, who asks of no amount and of nothing that it is given.
_HARM = (
    r"(?:bad|safe|unsafe|ok|okay|fine|all ?right|alright|harm(?:s|ful|ing)?|hurt(?:s|ing)?|affect(?:s|ing)?"
    r"|damag(?:e|es|ing)|danger(?:ous)?|risk(?:s|y)?|problem)"
)
_HARMS = re.compile(rf"\b{_HARM} (?:\w+ ){{0,2}}?(?:{_ONES})\b", re.I)
_GIVEN = re.compile(
    r"\b(?:giv(?:e|es|en|ing)|dos(?:e|es|age)|drops?|how (?:much|many|often)|amount|mcg|micrograms?|ml|half"
    r"|(?:baby|bub|little one) (?:to )?(?:have|take|get))\b",
    re.I,
)
# What who writes has themselves, or a word that is said of nobody's child: "bad for baby", "the bump".
TREATMENT = re.compile(
    r"\b(?:b-? ?12|injections?|jabs?|jags?|shots?|needles?|(?:\w{4,7})?cobalamin|hydroxo|cyano|treatment)\b", re.I
)
# An injection of something else: "the flu jab", "my insulin".
_OTHER_JAB = re.compile(
    r"\b(?:flu|covid\w{0,3}|corona|whooping(?: cough)?|pertussis|rsv|mmr|hep\w{0,9}|tetanus|rabies|typhoid|travel"
    r"|anti-?d|rhesus|depo|contracepti\w{2,4}|insulin|steroids?|cortisone|heparin|clot\w{0,4}|clexane|fragmin|epidural|iron"
    r"|botox|filler|slimming|weight(?:[- ]loss)?|wegovy|ozempic|mounjaro|semaglutide|vaccin\w{1,5}|allergy"
    r"|tan(?:ning)?|vitamin [acdek]|pethidine|morphine|methotrexate|fertility|hormone|hcg|progesterone|migraine"
    r"|antibiotic)"
    r" (?:\w+ )?(?:injections?|jabs?|jags?|shots?|needles?)\b|\bshots? of (?!b-? ?12|hydroxo|cyano|vitamin b)\w+",
    re.I,
)
# Whoever says so has something else too: "I take codeine", "my valproate", "that oil", "I vape". What is B12's, or no
# thing that is had, stands behind the same words.
_OURS = (
    r"(?:b-? ?12|vitamin b|injections?|jabs?|jags?|shots?|needles?|\w{0,7}cobalamin|hydroxo|cyano|treatment|next|last"
    r"|first|second|usual|regular|monthly|weekly|one|ones|plan|dose)"
)
_NO_THING = (
    r"(?:it|them|these|those|this|that|an?|the|my|own|b-? ?12|baby|bab|bub\w{0,2}|bump|twins|unborn|little|wee|milk"
    r"|breast\w{0,5}|breast-?milk|body|blood|belly|tummy|womb|midwife|doctor|doc|gp|nurse|clinic|team|mum|pregnancy"
    r"|low|level|levels|due|maternity|trimester|while|when|now|and|or|if|is|are|to|in|every|each|time)"
)
_OTHER_TAKEN = re.compile(
    r"\b(?:tak(?:e|es|ing)|took|am on|i'?m on|been on|put on|still on|using|use|used|swallow\w{0,3}|prescribed|given)"
    rf" (?:(?:an?|the|my|some|any|these|those|this|that|daily) ){{0,2}}(?!{_OURS}\b|{_NO_THING}\b)\w{{2,}}"
    rf"|\b(?:my|that) (?:own )?(?!{_OURS}\b|{_NO_THING}\b|(?:would|will|can|could|does|might|may|safe|ok|okay|bad|harm"
    r"|get|gets|go|goes|pass|passes|hurt|hurts|affect|affects|i|i'?m|we)\b)\w{2,}"
    r"|\b(?:smok\w{1,4}|vap\w{1,4}|cigs?|ciggies|cigarettes?|weed|cannabis|cbd|hash|joint|drink\w{0,3}|drank|drunk|booze"
    r"|alcohol|wine|beer)\b",
    re.I,
)
_IT = re.compile(r"\b(?:it|they|that|this|them|these|those)\b", re.I)
# With "it" alone, nothing may be said but what asks so: any other word may name what it is.
WORDS = Path(__file__).with_name("said_with_it.yml")
_SAID_WITH_IT = frozenset(yaml.safe_load(WORDS.read_text(encoding="utf-8"))["words"])
_WORD = re.compile(r"[a-z]{1,20}", re.I)
# "B12 and codeine", "the jabs with my valproate".
_BESIDE = re.compile(
    r"\b(?:b-? ?12|injections?|jabs?|jags?|shots?|needles?|\w{4,7}cobalamin|hydroxo|treatment)"
    r" (?:and|or|with|plus|alongside|along with|beside|besides|but)"
    r" (?:(?:the|my|some|a|an|also) ){0,2}(?P<what>[a-z]{1,20})"
    r"|\b(?P<before>[a-z]{1,20}) (?:and|or|with|plus) (?:(?:the|my|some) ){0,2}"
    r"(?:b-? ?12|injections?|jabs?|shots?)\b",
    re.I,
)
_SENTENCE = re.compile(r"[.!?\n]+")
_OF_MOTHER = re.compile(r"\bbump\b|\b(?<!the )(?<!my )(?<!our )(?<!a )(?<!this )(?:baby|bub)\b(?!'s)", re.I)
_BUMP = re.compile(r"\bbump\b", re.I)
# The B12 of who writes, and not the baby's.
_HAS_THEM = re.compile(
    r"\b(?:my|our) (?:(?:own|next|last|first|b-? ?12|vitamin|regular|monthly|weekly) ){0,3}"
    r"(?:b-? ?12|injections?|jabs?|jags?|shots?|needles?|\w{4,7}cobalamin|hydroxo|treatment)\b"
    r"|\bi(?:'?m| am|'?ve| have)? (?:\w+ )?(?:have|had|having|get|getting|on|take|taking)\b",
    re.I,
)
_NURSES = re.compile(
    r"\b(?:breast ?milk|my (?:\w+ )?milk|(?:the|in|into|through|via) milk|breast-? ?feed\w*|bf(?:ing)?"
    r"|nursing|feeding (?:him|her|them) myself)\b",
    re.I,
)
_INTO_MILK = re.compile(rf"\b(?:{_HARM}|get(?:s|ting)?|go(?:es)?|pass(?:es)?|come(?:s)?|reach(?:es)?)\b", re.I)


def of_unborn(text: str, told: Collection[str]) -> bool:
    """Whether a `text` speaks of the baby that who writes carries, or of what it gets by their milk; `told`: what was
    told before, or in it."""
    text = text.replace("\u2019", "'")
    if asks_harm(text):
        return True
    told_now = PREGNANCY in told or _EXPECTED.search(text) is not None
    return told_now and _BABY.search(text) is not None and _IS_BORN.search(text) is None


def nurses(text: str) -> bool:
    """Whether a `text` speaks of the milk of who writes."""
    return _NURSES.search(text) is not None


def of_b12(text: str, asks: re.Pattern[str]) -> bool:
    """Whether what a `text` asks with the words of `asks` is asked of B12: by its name or that of the injections, or of
    "it", where nothing else is said to be taken, smoked or used."""
    text = text.replace("\u2019", "'")
    parts = [one for one in _SENTENCE.split(text) if asks.search(one)]
    if not parts or _OTHER_JAB.search(text):
        return False
    if all(TREATMENT.search(one) and not _IT.search(one) for one in parts):
        beside = ((one["what"] or one["before"]).lower() for part in parts for one in _BESIDE.finditer(part))
        return not any(_OTHER_TAKEN.search(one) for one in parts) and _SAID_WITH_IT.issuperset(beside)
    if _OTHER_TAKEN.search(text):
        return False
    said = TREATMENT.search(text) is not None or _IT.search(text) is not None
    return said and all(one.lower() in _SAID_WITH_IT for one in _WORD.findall(TREATMENT.sub(" ", text)))


def told_of_ones_own(text: str, told: Collection[str]) -> bool:
    """Whether a `text`, or what was `told`, says that the baby is carried or nursed, or that who writes has the B12."""
    text = text.replace("\u2019", "'")
    return PREGNANCY in told or any(words.search(text) is not None for words in (_EXPECTED, _NURSES, _BUMP, _HAS_THEM))


def asks_harm(text: str) -> bool:
    """Whether a `text` asks, as the one who has it, if B12 harms the baby, or gets into the milk: "are my
    injections bad for baby?". A baby that is given something is a patient."""
    if _IS_PATIENT.search(text) or _GIVEN.search(text):
        return False
    if nurses(text):
        return _INTO_MILK.search(text) is not None and of_b12(text, _INTO_MILK)
    if _HARMS.search(text) is None or not of_b12(text, _HARMS) or _IS_BORN.search(text) is not None:
        return False
    return any(words.search(text) is not None for words in (TREATMENT, _OF_MOTHER, _EXPECTED))
