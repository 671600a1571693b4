"""Who asks which doses they told of, in whatever words: the log, and never the next date."""

from __future__ import annotations

import re

_LEAD = (
    r"^\W*(?:(?:so|ok|okay|yes|yea|yeah|yep|no|nope|nah|and|but|now|then|well|hey|hi|hello|please|pls|plz|just"
    r"|right|kindly|man|mate|love|can you|could you|can u|would you|will you|can i|could i|let me"
    r"|i want to|i'd like to|tell me|remind me)\b[,.!]? ?){0,6}"
)
_WHAT = r"(?:what|wot|wat|which|whatever)"
_THINGS = r"(?:(?:b-?12 )?(?:doses|jabs|jags|shots|injections|needles|injs|ones|dates|days))"
_THEM = r"(?:(?:all )?(?:of )?(?:the|my|those|these|every|her|his) )?"
# Whoever had them: the writer, or somebody by a name.
_WHO = r"(?:i|we|she|he|they|(?:my |our )?(?!you\b|u\b|the\b|it\b|this\b)[a-z]{2,12})"
_I_HAVE = rf"(?:i'?ve|we'?ve|(?:i|we|she|he|they)'[sd]|(?:(?:has|have|did|'ve|had) )?{_WHO}(?: (?:have|has|did))?)"
_DONE = (
    r"(?:(?:already |actually |ever )?(?:had|got|have|been given|taken|tell|told|give|given|gave|say|said|log|logged"
    r"|note|noted|record|recorded|put|report|reported)(?: (?:you|u|ya|to you|down|in|about|of)){0,3})"
)
_YOU_HAVE = r"(?:you'?ve|u'?ve|(?:(?:have|did|do) )?(?:you|u|ya)(?: (?:have|has|did|do))?)(?: got)?"
_IN_LOG = (
    r"(?:logged|log|(?:noted|written down|down|recorded|got|kept|saved) (?:as|for) (?:had|given|(?:my |the )?"
    rf"{_THINGS})|(?:in|on) (?:my |the )?(?:dose |jab |injection |shot )?log|on record)"
)
_SHOW = (
    r"(?:(?:show|list|read|tell|give|see|name|get|run through|go through|go over|run me through|read me|write out)"
    r"(?: me| us)?(?: back| out| through| again)?(?: to (?:me|us))?)"
)
_EM = r"(?:them|em|'em|those|these|it|me)"
_END = (
    r"(?:[,.!;: ]{0,3}(?:so far|already|up to now|until now|till now|to date|now|then|again|please|pls|plz|thanks|mate"
    r"|here|with you|for me|me|myself|this (?:year|month)|in total|altogether|and when|in order|back|ok|man|love|today"
    r"|do you know|if you know"
    rf"|(?:list|show|read|tell|give|name)(?: me)? {_EM}(?: all)?(?: (?:back|out))?(?: to me)?)){{0,5}}\W*$"
)
_FORMS = (
    # "What've I had", "what has Dad had so far".
    rf"{_WHAT}(?:'?ve|'s| have| has)? {_WHO}(?:'?ve| have| has)? (?:already |actually )?had",
    # "Which shots has Dad had", "what doses did I tell you".
    rf"{_WHAT} (?:of )?(?:the |my )?{_THINGS} (?:(?:have|has|did|had) )?{_I_HAVE} {_DONE}",
    rf"{_WHAT} (?:of )?(?:the |my )?{_THINGS} {_YOU_HAVE} (?:got )?(?:logged|noted|written down|down|recorded|kept"
    r"|on record|in (?:my |the )?log)",
    # "List the jabs I've had", "the doses I have told you, list them".
    rf"(?:{_SHOW} )?{_THEM}{_THINGS}(?: that| which)? (?:{_I_HAVE} {_DONE}"
    rf"|{_YOU_HAVE} (?:logged|noted|written down|down|recorded|kept|on record)(?: (?:down )?as (?:given|had|done))?)",
    # "Show me what you've got logged".
    rf"(?:{_SHOW} )?(?:{_WHAT}|all|everything)(?: ones| that)? {_YOU_HAVE} (?:got )?{_IN_LOG}",
    rf"{_SHOW} (?:{_WHAT}|all|everything)(?: that)? (?:i'?ve|i have) had",
    # "My log", "the list of my jabs".
    rf"(?:{_SHOW} )?(?:my|the|her|his) (?:dose|injection|jab|shot|jag) (?:log|history|record|list)",
    rf"(?:{_SHOW} )?(?:my|the) (?:log|list|history|record) of (?:all )?(?:my |the )?{_THINGS}"
    rf"(?: (?:that )?{_I_HAVE} {_DONE})?",
    r"(?:show|read|see|open)(?: me)? (?:my|the) log",
    # "Did I keep to my three weeks?", "was any of them late?"
    rf"(?:did|have|has) {_WHO} (?:keep|kept|stick|stuck) to (?:it|them|that|the plan|my plan|(?:my|the|her|his"
    rf"|every) [\w ]{{1,20}}?)",
    r"(?:was|were) (?:any|one|some|all|each|none)(?: of (?:them|those|these|mine))? (?:late|early|on time"
    r"|too late|too early)",
)
_ASKED = [re.compile(rf"{_LEAD}{form}{_END}", re.I) for form in _FORMS]
# So long is no wish for the log.
_LONGEST = 120
# What is asked of one to come, and what of tests or medicines was had.
_NOT_LOG = re.compile(r"\b(?:next|left|due|still|to come|coming|wrong|tests?|bloods?|results?|tablets?)\b", re.I)


# "How many has she had this year".
_HOW_MANY = re.compile(
    rf"{_LEAD}how many (?:of )?(?:{_THINGS} |them |those )?(?:have|has|did|'?ve) {_WHO} (?:already |actually )?"
    rf"(?:had|got|have|been given){_END}",
    re.I,
)


def asks_how_many(text: str) -> bool:
    """Whether a message asks how many were had, and nothing else."""
    plain = text.replace("’", "'").strip()
    return len(plain) <= _LONGEST and _HOW_MANY.match(plain) is not None


def asks_log(text: str) -> bool:
    """Whether a message asks which doses were told of, and nothing else."""
    plain = _BESIDE.sub("", _FIRST.sub("", text.replace("’", "'").strip()))
    if len(plain) > _LONGEST or _NOT_LOG.search(plain):
        return False
    return any(pattern.match(plain) for pattern in _ASKED)


# "Before I go, can you read them back, just so I know they are all down?"
_FIRST = re.compile(
    r"^\W*(?:(?:ok|right|well|and|oh|aye|yes|now)\W+){0,3}(?:before|while|as|since|when|whilst|if|until"
    r"|one (?:last|more)"
    r" (?:thing|question)|last (?:thing|question)|by the way|also|actually|lastly"
    r"|finally)\b[^,.;!?]{0,60}[,:–-]\s{0,3}(?=\w)",
    re.I,
)
_BESIDE = re.compile(
    r",? (?:just )?(?:so (?:that )?(?:i|we|she|he) (?:know|can|could|have|am|is)|to (?:check|make sure|be sure|see"
    r"|compare)"
    r"|before (?:i|we) (?:go|leave|forget|ring|call|head|get)\b|because i|cos i|in case|as i (?:want|need)"
    r"|for my own|for the record)\b.{0,70}$",
    re.I,
)
