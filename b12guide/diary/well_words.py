"""What is told as well or as less, and is no alarm: all of it, tingling or numbness among other things."""

from __future__ import annotations

import re

# Tingling or numbness that is told as less, and nothing else.
_HOW_MUCH = r"(?: (?:a (?:tiny |little )?bit|a little|a lot|much|slightly|somewhat|quite a bit|definitely|maybe)){0,4}"
_PLACE = (
    r"(?: (?:in|of) (?:both )?(?:my|her|his|the|both)(?: left| right)? (?:feet|foot|hands?|fingers?|fingertips|toes?"
    r"|legs?|arms?)(?: and (?:my |the )?(?:feet|hands?|fingers|toes))?)?"
)
_DAY = r"(?:yesterday|today|this (?:morning|week)|last (?:night|week|month)|now|lately|i think)"
_CLAUSE = re.compile(r"[,;.!\n]+\s*|\s+(?:and|but|also|though) ", re.I)
_TELLS_LESS = re.compile(
    rf"\W*(?:(?:so|ok|hi|hello|well|good news|and|{_DAY})[,: ]+){{0,5}}(?:"
    rf"(?:(?:my|the|her|his) )?(?:tingl(?:ing|es?)|pins and needles|numbness|prickling|buzzing){_PLACE}"
    rf"(?: (?:was|were|is|are|has been|have been|felt|feels?|seems?|seemed|has|have|got)){{0,3}}{_HOW_MUCH}"
    r" (?:less|better|milder|fainter|easier|improved|eased(?: off)?|easing(?: off)?|not (?:so|as) bad)"
    rf"|(?:(?:my|her|his|the) )?(?:feet|foot|hands?|fingers?|toes?)(?: (?:are|were|is|was|have been))?"
    rf" (?:tingl(?:e|es|ed|ing)){_HOW_MUCH} less"
    rf"|(?:a bit |a little |much )?less (?:tingling|numbness|pins and needles){_PLACE})"
    rf"(?: bad| strong| often)?(?:{_HOW_MUCH} {_DAY}){{0,3}}{_HOW_MUCH}"
    r"(?: than (?:before|usual|normal|it was|they were|yesterday|last (?:week|month|time)|the (?:day|week) before)"
    rf"(?: {_DAY}){{0,3}})?\W*",
    re.I,
)
_TROUBLE = (
    r"(?:tingling|numbness|pins and needles|pins|needles|tiredness|fatigue|problems?|trouble|complaints?|changes?)"
)
_PART = (
    r"(?:walking|walk|legs?|feet|hands?|balance|mood|energy|sleep|steps|stairs|tiredness|tingling|numbness|everything"
    r"|all|it)"
)
_FINE = (
    r"(?:ok|okay|fine|good|great|normal|steady|better|much better|a bit better|alright|all right|same|the same"
    r"|as before|as usual|as ever|unchanged|the same as before|no problem|no bother)"
)
_IS = r"(?:'s| is| are| was| were| has been| have been| feels?| still| also){0,2}"
_CLAUSE_WELL = re.compile(
    rf"(?:(?:there is|i have|still|got|had) )?(?:no|not any|zero|no more) {_TROUBLE}(?: (?:or|nor) {_TROUBLE})?"
    rf"(?: (?:today|now|at all|this week))?"
    # What troubles is gone; a balance that is gone is not well.
    rf"|(?:(?:my|the) )?{_TROUBLE}{_IS}(?: has| have)?(?: all)? (?:gone|none)"
    rf"|(?:(?:my|the|both) )?{_PART}{_IS} {_FINE}(?: (?:today|now|this week|too|as well))?"
    rf"|(?:(?:all|still|i'?m|it'?s|feeling|pretty|quite) ){{0,2}}{_FINE}(?: thanks| thank you| ta)?"
    r"|none|nothing|neither|no|thanks|thank you",
    re.I,
)


def without_less(text: str) -> str | None:
    """A text without the clauses that tell tingling or numbness as less; None where it has none. What asks is whole."""
    plain = text.replace("’", "'")
    clauses = _CLAUSE.split(plain)
    left = [clause for clause in clauses if not _TELLS_LESS.fullmatch(clause)]
    return ", ".join(left) if len(left) < len(clauses) and "?" not in plain else None


def says_all_is_well(words: str) -> bool:
    """Whether words say of each thing that it is well, gone, better or as it was, and nothing else: "walking ok"."""
    plain = words.replace("’", "'").strip().casefold()
    clauses = [one.strip() for one in re.split(r"[,.;!&\n-]+|\band\b(?! needles)", plain)]
    return all(_CLAUSE_WELL.fullmatch(one) for one in clauses if one) and any(clauses)


def tells_less(text: str) -> bool:
    """Whether a text tells that tingling or numbness is less, and nothing else."""
    return _TELLS_LESS.fullmatch(text.replace("’", "'")) is not None
