"""The row of the table for where an answer is from, and which body a message asks whether it is from."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import FORGET_ME, SAYS_WHO

# What is said once more where another body is named: it is no question of its own.
_IT = r"(?:it|this|that|these|those|all (?:this|that)|any of (?:it|this|that)|your (?:answers?|info\w*|advice|facts))"
_ASKS = re.compile(
    r"\b(?:what|which)(?:'s| is| are|s)? (?:is |are )?(?:(?:your|ur) (?:sources?|authority|authorities|references?)\b"
    r"|the (?:sources?|authority|references?)(?: (?:for|of) (?:that|this|it))?\W*$)"
    r"|\bwhat (?:your|ur) (?:sources?|authority|authorities|references?) (?:is|are|was|were)\b"
    r"|\b(?:on|by) (?:whose|what|which) authority\b|\bwhose authority\b"
    rf"|\bwhere\W{{1,3}}(?:(?:pray|exactly|then|please)\W{{1,3}}){{0,2}}(?:do|did|does|have|are|d'?)? ?(?:you|u|ya|ye)"
    rf" (?:get|getting|got|take|read|find|have) {_IT}(?: from)?\b"
    r"|\b(?:is|are) (?:this|that|it|these|your (?:answers?|advice)) (?:an? )?(?:irish|english|british|scottish|welsh"
    r"|american|uk|us|european) (?:advice|guidance|guidelines?|rules?|answers?|info\w*)\b"
    rf"|\bwhere(?:'s|s| is| was| does| did) {_IT} (?:(?:info\w*|answer|advice|fact|all) )?(?:come |taken |got )?from\b"
    r"(?! (?:animals?|plants?|food|cows?|pigs?|bacteria|liver))"
    rf"|\bwhere(?:abouts)?(?: exactly)? (?:does|do|did|is|was|are) {_IT} "
    r"(?:say|said|written|printed|published|laid down|stated)(?: (?:that|this|so|it|down|exactly)){0,2}\W*$"
    r"|\bwhere (?:does|do|did) (?:they|nice|the (?:nhs|guidelines?|guidance|rules?|page|book)) say"
    r" (?:that|this|so|it)\W*$"
    r"|\b(?:who|which (?:page|guideline|guide|book|site)) says (?:that|this|so)\W*$"
    r"|\b(?:show|link|send|give) me (?:to )?(?:where (?:it|that) says|the (?:page|link|guideline))\b"
    rf"|\b(?:is|are|was) {_IT} (?:written|published) (?:down )?(?:anywhere|somewhere)\b"
    rf"|\bwhat(?:'s| is) {_IT} based on\b"
    rf"|\b(?:is|was|does|did) {_IT} (?:all )?(?:come |taken |official )?from (?:the )?(?:\w+ )?"
    r"(?:hse|nhs|nice|fda|cdc|who|nih|mhra|hpra|ema|tga|mayo clinic|cochrane|government|ministry)\b"
    r"|\bis (?:it|this|that) (?:the )?(?:\w+ )?(?:hse|nice|fda|cdc|nih|mhra|hpra|ema|tga)"
    r"(?: (?:advice|info\w*|guid\w+))?\W*$"
    r"|\b(?:name|give|tell|show) (?:me )?(?:your|the|ur) sources?\b",
    re.I,
)
# Whether it is sure, of the answer itself.
_SURE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|right|well|really|hm+|sorry)\W+){0,3}"
    r"(?:(?:are|r) (?:you|u) (?:\w+ )?(?:sure|certain|positive)|you(?:'re| are) (?:\w+ )?(?:sure|certain)"
    r"|is (?:that|it|this) (?:\w+ )?(?:for sure|certain|definite|a fact|gospel|for certain)|how sure are you"
    r"|(?:for sure|certain|definitely|sure)\?)"
    r"(?:\W+(?:about|of|on)\W+(?:that|this|it))?(?:\W+(?:then|now|though|100|percent))?\W*(?:$|\?)",
    re.I,
)
# A body that a message names, with its name as it is said.
_BODIES = (
    (re.compile(r"\bHSE\b", re.I), "HSE"),
    (re.compile(r"\bNHS\b", re.I), "NHS"),
    (re.compile(r"\bNICE\b|\b(?:from|by|the) nice\b|\bnice guid\w+", 0), "NICE"),
    (re.compile(r"\bFDA\b", re.I), "FDA"),
    (re.compile(r"\bCDC\b", re.I), "CDC"),
    (re.compile(r"\bNIH\b", re.I), "NIH"),
    (re.compile(r"\bWHO\b"), "WHO"),
    (re.compile(r"\bMHRA\b", re.I), "MHRA"),
    (re.compile(r"\bHPRA\b", re.I), "HPRA"),
    (re.compile(r"\bTGA\b", re.I), "TGA"),
    (re.compile(r"\bMayo\b", re.I), "Mayo Clinic"),
    (re.compile(r"\bCochrane\b", re.I), "Cochrane"),
)
# How sources name such a body otherwise.
_NAMED_AS = {
    "FDA": "Food and Drug Administration",
    "CDC": "Centers for Disease Control",
    "NIH": "National Institutes of Health",
    "WHO": "World Health Organization",
    "TGA": "Therapeutic Goods Administration",
}
_UK = re.compile(
    r"\b(?:NHS|NICE|UK|British|GOV\.UK|Pulse|Pernicious Anaemia Society|electronic Medicines Compendium|GP\b|RxReasoner"
    r"|medicines\.org\.uk|Surgery|Scottish|Welsh|Wales|Lothian)"
)
_US = re.compile(r"\b(?:US\b|American|Mayo Clinic|Drugs\.com|Medicare|A\.D\.A\.M)")


def asks_source(asked: Asked) -> Taken:
    """Who asks where an answer is from, or on whose authority it stands, is told that of the last answer, whatever
    else the words are like."""
    if asked.kind == FORGET_ME or not asked.state.last or asked.said.act.kind in ("bot_identity",):
        return None
    return (Step(SAYS_WHO),) if len(asked.said.questions) < 2 and asks_where_from(asked.said.text) else None


def asks_where_from(text: str) -> bool:
    """Whether a text asks where an answer is from, in words that ask nothing else."""
    return _ASKS.search(text.replace("\u2019", "'")) is not None or asks_if_sure(text)


def asks_if_sure(text: str) -> bool:
    """Whether a text asks if an answer is sure, and nothing else."""
    return _SURE.search(text.replace("\u2019", "'")) is not None


def body_named(text: str) -> str | None:
    """The body of which a text asks whether an answer is from it."""
    return next((name for pattern, name in _BODIES if pattern.search(text)), None)


def is_from(body: str, titles: list[str]) -> bool:
    """Whether one of the sources with these `titles` is that body's."""
    names = [body, *([_NAMED_AS[body]] if body in _NAMED_AS else [])]
    return any(re.search(rf"\b{re.escape(name)}\b", title) for title in titles for name in names)


def mostly_from(titles: list[str]) -> str:
    """From where most of the sources with these `titles` are: "UK", "US", both, or ""."""
    uk, us = (sum(pattern.search(title) is not None for title in titles) for pattern in (_UK, _US))
    if 2 * (uk + us) < len(titles) or not titles:
        return ""
    return "UK and US" if uk and us else "UK" if uk else "US"
