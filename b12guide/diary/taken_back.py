"""A dose that was told of and was not had after all: "pressed the wrong thing", "they had none"."""

from __future__ import annotations

import re

_NOT = r"(?:n'?t| not|n not)"
_HARDLY = r"(?: (?:actually|really|even|yet|in fact|been|end up|had|get(?:ting)?|got|to)){0,3}"
_HAD = r"(?:had|have|get|got|gotten|taken|take|done|do|given|go|having|happened?|happen|been (?:given|done|had))"
# What is named is the dose, or nothing: "it hasn't been sore", "they couldn't do mornings" say nothing of it.
_DOSE = (
    r"(?=\W*$|\s?[,.;:!–—]|(?: to (?:me|us|her|him))? (?:it|one|mine|hers|his|theirs|that|this"
    r"|(?:(?:the|my|her|his|that|this|an?) )?(?:b-?12 )?(?:injection|jab|jag|shot|needle|dose|one)|after all|in the end"
    r"|yet|today|yesterday|then|because|as|cos|coz|so|and|but|either|at all"
    r"|(?:the |my |our )?(?:nurse|clinic|surgery|gp|doctor|practice|fridge|stock|she|he|they)\b)\b"
    r"(?! (?:so|much|bad|easy|long|sore)\b))"
)
# It says that it was not had, whenever that is said.
_PLAINLY = re.compile(
    rf"\b(?:have|has|had|did|could|would){_NOT}{_HARDLY} {_HAD}{_DOSE}"
    rf"|\b(?:have|has|had|did){_NOT}\W*$"
    rf"|\b(?:not|never){_HARDLY} (?:had|got|given|done|taken|happened){_DOSE}"
    rf"|\b(?:was|were|is|been){_NOT}{_HARDLY} (?:given|done|had){_DOSE}",
    re.I,
)
# The word, the button or the message was the mistake: right behind it.
_MISTAKE = re.compile(
    r"\bwrong (?:button|thing|key|one|word|answer|message|chat|number|place)\b"
    r"|\b(?:by|in) (?:mistake|accident|error)\b|\baccident(?:al|ally)?\b|\bmis-?(?:typed|clicked|read|press\w*)\b"
    r"|\b(?:scrap|forget|undo|ignore|cancel|delete|remove|disregard|scratch|strike|drop|unsay|reverse) "
    r"(?:that|it|this|what i (?:just )?(?:said|sent|wrote|put)|(?:the|my) last (?:one|bit|answer|message|reply))\b"
    r"|\btake (?:that|it|this) (?:back|out|off|away)\b|\bi lied\b|\b(?:that|it) was (?:a mistake|wrong|too soon)\b"
    r"|\b(?:spoke|answered|replied|pressed|sent (?:it|that)) too (?:soon|early|quick(?:ly)?)\b"
    rf"|\b(?:it|that) (?:was|is){_NOT}\b(?=\W*(?:$|[,.;!]|they|no\b|because|cos|as\b|the (?:clinic|nurse|surgery)))"
    r"|\b(?:that|it|this|today) (?:wasn'?t|was not|weren'?t|were not|ain'?t)(?: (?:actually|really"
    r"|even|the|my|his|her|an?)){0,3}"
    r" (?:b-?12|injection|jab|jag|shot|needle|dose)\b(?! (?:that|which|causing|making|i|you)\b)"
    r"|\b(?:only|just|merely) (?:took|taken|take|drew|drawn|did|had|wanted)(?: (?:some|my|his|her|a|me|the)){0,3}"
    r" (?:bloods?|blood tests?|samples?)\b"
    r"(?![^.!?]{0,40}\b(?:last|ago|first|then|as well|too|also|and (?:the|my|gave|did))\b)"
    r"|\b(?:it|that) was (?:only|just) (?:(?:a|the|my|some|for) ){0,2}(?:bloods?|blood tests?|check-?up)\b"
    r"|\b(?:no|out of) stock\b|\b(?:had|have|got|there (?:was|were)) none(?: left| in)?\b|\bran out\b"
    r"|\b(?:sent|turned) (?:me|us|her|him|them) (?:home|away|back)\b"
    r"|^\W*(?:(?:no|nope|oh|oops|sorry|wait)\W+){0,4}not yet\b",
    re.I,
)
_ASKS = re.compile(
    r"\?|^\W*(?:(?:so|and|but|ok|oh)\W+){0,3}(?:what|why|how|when|where|which|who|should|would|could|can|do i|does"
    r"|is it|will)\b|\b(?:what if|if (?:i|she|he|it|they|we|mum|dad)|in case|unless)\b",
    re.I,
)
# "Not had any tingling since" is no dose, and who was given no date may have had one.
_ELSE = re.compile(
    r"(?:\bnot|n'?t) (?:give|gave|given|set|say|tell|told) (?:me|us|him|her|them) "
    r"(?:one|any|a (?:new |next )?(?:date|day))\b|"
    r"(?:\bnot|n'?t) (?:\w+ ){0,2}(?:had|have|got|get|having) (?:a|an|any|much|my|enough|time for|the) "
    r"(?!(?:injection|jab|jag|shot|needle|dose|b-?12|thing|one)\b)\w+",
    re.I,
)
_LONGEST = 35


def takes_back(text: str, *, just: bool) -> bool:
    """Whether a message says that the dose told of last was not had.

    Args: just: whether it is the message right behind that.
    """
    plain = text.replace("’", "'").strip()
    if len(plain.split()) > _LONGEST or _ASKS.search(plain) or _ELSE.search(plain):
        return False
    return _PLAINLY.search(plain) is not None or (just and _MISTAKE.search(plain) is not None)


def says_not_had(text: str) -> bool:
    """Whether it says so in as many words, and does not only speak of a mistake."""
    return _PLAINLY.search(text.replace("’", "'")) is not None
