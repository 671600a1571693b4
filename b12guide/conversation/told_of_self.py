"""What somebody tells of themselves that an answer depends on: the cause of their low B12, what they eat, numb feet."""

from __future__ import annotations

import re

from b12guide.conversation.whose import named_in

PERNICIOUS, SURGERY, METFORMIN, VEGAN = "pernicious", "surgery", "metformin", "vegan"
BYPASS, COELIAC = "bypass", "coeliac"
DIET, NUMB_FEET = "diet", "numb_feet"
_PART = re.compile(r"[.!?;\n]+|,? (?:but|whereas|while)\b")
# Who asks about an illness, or only fears it, has not told that they have it.
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|ok|well|also|then)\W+){0,3}(?:what|how|why|when|who|which|can|could|does|do|did|is|are|will"
    r"|would|should)\b(?!.{0,60}\b(?:i have|i've|ive|i am|i'm|im|my|mine|having|me)\b)"
    r"|\?",
    re.I,
)
_NOT_TOLD = re.compile(
    r"\b(?:not?|never|isn'?t|wasn'?t|aren'?t|don'?t|doesn'?t|haven'?t|hasn'?t|if|may|might|could|maybe|perhaps"
    r"|possibly|test(?:ed|s|ing)?|check(?:ed|ing)?|negative|rul(?:ed?|ing)|thinks?|suspect\w*|wonder\w*|whether|family"
    r"|risk|worried|unless|supposed|instead of|people|anyone|anybody|somebody|someone|become|going|about|read"
    r"|used to be|ex)\b",
    re.I,
)
_SELF = re.compile(
    r"\b(?:i|i'?m|im|i'?ve|ive|i'?d|my|me|mine|we|we'?re|our|us|having|as an?|being)\b"
    # "Had a bypass in 2019."
    r"|^\W{0,3}(?:(?:i|have|just|so|hi|hello)\W{1,2}){0,2}(?:had|got) (?:an?|my) (?:\w+ )?"
    r"(?:gastric|stomach|bypass|sleeve|bariatric|weight[- ]loss)\b"
    r"|^\W*(?:\w+\W+){0,2}?pernicious an\w+\W*(?:$|,)"
    # "A year now for pernicious anaemia."
    r"|\b(?:years?|months?|weeks?)(?: (?!do\b|does\b|is\b|are\b)\w+){0,4} for (?:the )?(?:pernicious\b|(?-i:PA)\b)",
    re.I,
)
_OTHER = re.compile(r"\b(?:she|she's|he|he's|her|hers|his|him)\b", re.I)
_I = re.compile(r"\b(?:i|i'?m|im|i'?ve|ive|i'?d|me|mine|we|we'?re|both|us)\b", re.I)
_RULED_OUT = re.compile(
    r"^\W*(?:(?:was|is|has been|were|came back) ){0,2}(?:ruled|negative|unlikely|excluded|not)\b", re.I
)
_SURGERY = (
    r"\bstomach (?:\w+ ){0,3}?(?:removed|taken out|cut out|out)\b"
    r"|\b(?:removed|took out|taken out|lost|cut out|cut) (?:(?:my|his|her|the|whole|all|of|end|part|last|bit|a) ){1,5}"
    r"(?:stomach|ileum|small (?:gut|bowel)|bowel)\b"
    r"|\b(?:no|without a|without any|without my) stomach\b|(?<!sleeve )\bgastrectom\w+\b|\bileectom\w+\b"
    r"|\bile(?:um|al) (?:\w+ ){0,3}?(?:removed|resect\w*|taken out|cut out|gone)\b|\bileal resection\b"
    r"|\b(?:small )?bowel (?:was |has been |got )?(?:removed|resected|taken out)\b"
)
_FEET = r"(?:feet|foot|toes?|soles?|legs?)"
_NUMB = r"(?:numb(?:ness)?|no feeling)"
# What stands between the feet and "numb", and tells of neither a denial nor a time that is over.
_BETWEEN = (
    r"(?:(?!not\b|never\b|no longer\b|no more\b|were\b|was\b|used\b|\w{2,6}n't\b|(?:do|does|is|are)nt\b)"
    r"[\w']{1,12} ){0,6}"
)
_ONLY_FOR_NOW = r"(?! (?:from|with|after|in) (?:the )?(?:cold|sitting|crossing|snow|kneeling|ice))"
_DIET = r"(?:diet|(?:what|how|the way) (?:i|we) (?:eat|ate)|food|eating(?: habits)?)"
_PATTERNS = {
    PERNICIOUS: re.compile(
        r"\bpernicious(?: an(?:a|e|ae)mia)?\b|\bautoimmune gastritis\b"
        r"|\b(?:have|has|had|got|with|'s|is|for|from|of|to) (?:(?:the|my|a|his|her) )?(?-i:PA)\b",
        re.I,
    ),
    SURGERY: re.compile(_SURGERY, re.I),
    BYPASS: re.compile(
        r"\b(?:gastric|stomach) (?:bypass|sleeve|band)\b|\bsleeve gastrectomy\b"
        r"|\b(?:bariatric|weight[- ]loss) surgery\b"
        r"|\b(?:had|have|got|with|after|since) (?:a |an |the |my |his |her )?(?:bypass|sleeve)\b",
        re.I,
    ),
    COELIAC: re.compile(r"\bco?eliacs?\b", re.I),
    METFORMIN: re.compile(
        r"\b(?:on|take|takes|taking|taken|have|has|from|with|of) (?:\w+ ){0,3}?"
        r"(?:metformin|glucophage|diabet(?:es|ic) (?:tablets?|pills?|medicines?|meds))\b",
        re.I,
    ),
    VEGAN: re.compile(
        r"(?:\b(?:am|are|is|was|were|been|being|as|turned|went|eat|eats|eating|both|all|strictly)|'m|\bim|'s|'ve|'re)"
        r" (?:(?:a|an|also|both|all|strict|full|fully|totally|strictly|lifelong|too) ){0,2}(?:vegans?|plant[- ]based)\b"
        r"|\b(?:pregnant|breastfeeding|old) and (?:a )?vegan\b"
        r"|\bvegan (?:for|since|diet|and pregnant|too)\b|\beats? (?:only|nothing but) plants\b",
        re.I,
    ),
    DIET: re.compile(
        rf"\b(?:cause|reason)(?: of (?:it|mine|my low b-?12))?,?(?: (?:is|was|being)|'s) (?:only |just |purely )?"
        rf"(?:(?:my|a|the|poor|bad) ){{0,2}}{_DIET}\b"
        rf"|\b(?:low b-?12|deficiency|mine|it)(?: (?:is|was|comes?|came)|'s) (?:only |just |purely |all )?"
        rf"(?:(?:down|due) to|from|because of) (?:(?:my|a|the|poor|bad) ){{0,2}}{_DIET}\b"
        rf"|\b(?:it|mine)(?:'s| is| was) (?:only |just |purely )?(?:dietary|my diet)\b",
        re.I,
    ),
    NUMB_FEET: re.compile(
        rf"\b{_FEET} {_BETWEEN}{_NUMB}\b{_ONLY_FOR_NOW}|\bnumb(?:ness)? (?:(?:in|to|of|both|my|the) ){{0,3}}{_FEET}\b"
        rf"|\b(?:can ?not|can'?t|cant|barely|hardly) (?:\w+ )?feel (?:(?:my|the|both) ){{0,2}}{_FEET}\b"
        rf"|\bno feeling in (?:(?:my|the|both) ){{0,2}}{_FEET}\b",
        re.I,
    ),
}
# Who leaves out "my" speaks of themselves: "feet a bit numb", "doctor says the cause is diet".
_IMPLIED = frozenset({DIET, NUMB_FEET})
# Who is nobody's patient here: of them nothing is kept.
_BYSTANDER = re.compile(
    r"\b(?:boss|manager|colleague|co-?worker|neighbou?r|friend|mate|teacher|landlord|lodger|teammate|dietitian|cousin"
    r"|aunt(?:ie)?|uncle|people|someone|somebody|wom[ae]n|lady|guy|bloke|fella)s?\b",
    re.I,
)
# Somebody else in a text of which no word says that it is of the writer.
_ELSE = re.compile(
    r"\b(?:he|she|they|him|her|his|hers|them|their|people|patients?|someone|somebody|anyone|anybody|everyone|others?|you|your"
    r"|m[ae]n|lad|lass|cat|dog|horse)s?\b",
    re.I,
)
_IN_GENERAL = re.compile(r"\?|\b(?:can|could|may|might|often|usually|sometimes|would|symptoms?)\b", re.I)
# What was so, and is over; "still" says that it is not.
_OVER = re.compile(
    r"\b(?:used to|any ?more|no longer|no more|back then|in the past|years ago i|when i was"
    r"|as a (?:kid|child|teen\w*|student)"
    r"|in my (?:teens|twenties|thirties)|(?:is|are|it's|has|have|all|now) gone(?= ?(?:$|[,;]|now|away))"
    r"|(?:is|are|it's|has|have|all|now) (?:better|healed|cleared|fine)|went away"
    r"|gone now|wore off"
    r"|(?:was|were|(?<!'ve )(?<!have )(?<!has )had)\b[^.,;]{0,40} ago)\b",
    re.I,
)
_STILL = re.compile(r"\bstill\b", re.I)
_MAY_BE_OVER = frozenset({NUMB_FEET, VEGAN, METFORMIN})
_FEEL_AGAIN = re.compile(
    rf"\b{_FEET}\b[^.!?;\n]{{0,24}}\b(?:not|aren'?t|isn'?t|no longer|never|don'?t|doesn'?t)"
    r" (?:(?:at all|even|been|feel|go|get|seem) ){0,2}numb\b"
    rf"|\bused to (?:have|get) (?:numb {_FEET}|{_NUMB} in)\b"
    r"|\b(?:no (?:more )?numb(?:ness)?|numbness (?:has |is |'s )?(?:all |now |completely )?(?:gone|cleared|went))\b",
    re.I,
)
# Without a stomach there is no other cause to look for; what is eaten or taken comes after what the gut cannot do.
FACTS = (PERNICIOUS, SURGERY, BYPASS, COELIAC, METFORMIN, VEGAN, DIET, NUMB_FEET)


def taken_back_in(text: str) -> list[str]:
    """What a `text` says is so no more."""
    return [NUMB_FEET] if _FEEL_AGAIN.search(text.replace("\u2019", "'")) else []


def told_in(text: str) -> dict[bool, list[str]]:
    """What a `text` tells of the writer (True), and of somebody else whom it speaks of (False)."""
    found: dict[bool, list[str]] = {True: [], False: []}
    plain = text.replace("\u2019", "'")
    implied = (
        _IMPLIED
        if not (named_in(plain) or _ELSE.search(plain) or _BYSTANDER.search(plain) or _IN_GENERAL.search(plain))
        else frozenset()
    )
    for part in filter(None, _PART.split(plain)):
        for fact in FACTS:
            named = _PATTERNS[fact].search(part)
            if named is None:
                continue
            before, behind = part[: named.end()], part[named.end() :]
            if _ASKS.search(part) or _NOT_TOLD.search(part, 0, named.start()) or _RULED_OUT.search(behind):
                continue
            if fact in _MAY_BE_OVER and _OVER.search(part) and not _STILL.search(part):
                continue
            other, own = list(_OTHER.finditer(before)), list(_SELF.finditer(before))
            if _BYSTANDER.search(before) and not _I.search(before):
                # "My boss has numb feet" is told of nobody who is asked about.
                continue
            if named_in(before) and not _I.search(before):
                found[False].append(fact)
            elif own and (not other or own[-1].start() > other[-1].start()):
                found[True].append(fact)
            elif other:
                found[False].append(fact)
            elif (_SELF.search(part) and not named_in(part)) or fact in implied:
                found[True].append(fact)
    return found


_VEGAN_SAID = re.compile(
    r"(?P<denied>\b(?:not|isn'?t|aren'?t|never|no longer|stopped being)(?: (?:a|an|even|actually|all|now)){0,2} )?"
    r"\b(?:vegans?|plant[- ]based)\b"
    r"(?! (?:food|tablets?|supplements?|vitamins?|capsules?|sprays?|drops|cheese|milk|recipes?|options?|brands?)\b)",
    re.I,
)
# Whose table it is: the writer's, the child's, and that of who lives with them.
_AT_HOME = re.compile(
    r"\b(?:i|i'?m|im|i'?ve|ive|me|we|we'?re|we'?ve|us|our|he|he's|she|she's|they|they're|both|household|family|home|house"
    r"|husband|wife|partner|son|daughter|child|children|kids?|boys?|girls?|toddler|baby|twins|little one|wee one"
    r"|youngest|eldest|oldest|(?:step|grand)(?:son|daughter|child))\b"
    r"|^\W*(?:(?:all|both|strictly|and|as a|yes) )?(?:vegan|plant[- ]based)\b",
    re.I,
)
_IF_VEGAN = re.compile(
    r"\b(?:if|should|would|could|might|may|thinking|going|go|become|becoming|do|does"
    r"|did|was|were|used to)\b(?:[^.,;]{0,30})$",
    re.I,
)


def says_vegan(text: str) -> bool | None:
    """Whether who writes, a child or who lives with them is said in a `text` to be vegan now, or to be none; None where
    it says nothing of it."""
    found: list[bool] = []
    for part in filter(None, _PART.split(text.replace("\u2019", "'"))):
        if _BYSTANDER.search(part) or (_OVER.search(part) and not _STILL.search(part)):
            continue
        found += [
            one["denied"] is None
            for one in _VEGAN_SAID.finditer(part)
            if _AT_HOME.search(part) and not _IF_VEGAN.search(part[: one.start()])
        ]
    return any(found) if found else None
