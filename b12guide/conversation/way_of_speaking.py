"""A row of the table: what was only like a sign was a way of speaking, about a thing, or misread. The warning, or the
question whether something is new or worse, is over, and what was asked before it is answered.

Only where no rule knows a sign in what was heard. A wish to die in any form stays what it is, and so do words of the
body, unless they are said to have been a way of speaking or about something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ABOUT, EMERGENCY, NOT_MEANT, NOTHING_NEW, REPAIR
from b12guide.conversation.state import BODY, NEW_OR_WORSE, ROUTINE, Warned
from b12guide.conversation.what_else import what_else
from b12guide.safety import LONG_AGO, ON_SCREEN
from b12guide.shared import content, replies
from b12guide.understanding.acts import NOT_UNDERSTOOD, NOT_WHOLE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, UNSURE
from b12guide.understanding.clauses import asks
from b12guide.understanding.intent_model import same_request
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD, OTHER_SUFFIX

# What the step carries: that words were taken the wrong way.
SPOKEN = "way_of_speaking"
# What a wish to die may be told with, however softly.
_OF_LIVING = re.compile(
    r"\b(?:die|died|dies|dying|dead|deaths?|suicid\w*|kill\w*|end (?:it|things|my|everything)|the end|(?:go|going"
    r"|carry|carrying) on|disappear\w*|vanish\w*|pointless|(?:no|the|any) point|burden\w*|better off|alive|living|live"
    r"|(?<!for )life|wak(?:e|ing) up|(?:be|been) here|any ?more|giv(?:e|ing|en) up|gave up|hopeless\w*|worthless"
    r"|(?:be|was|were|it|all) over|goodbye|harm\w*|hurt(?:ing)? (?:my|him|her|them)sel\w+)\b",
    re.I,
)
# What a low mood is told with: that all is well is soon said of it.
_OF_MOOD = re.compile(
    r"\b(?:hollow|empty|sad|alone|lonely|crying|cry|tears|trapped|desperate|broken|cope|coping)\b"
    r"|\b(?:feel|feels|feeling|felt|am|i'?m|so|very) (?:\w+ )?(?:low|down|dark|flat)\b",
    re.I,
)
_SAYING = re.compile(
    r"\b(?:figures?|turns?|ways?|manners?|forms?) of (?:speech|phrase|speaking|talking|putting it)\b"
    r"|\b(?:a|an|just|only|old|the|common) (?:\w+ ){0,2}?(?:saying|expression|idiom|metaphor|phrase|proverb|simile)\b"
    r"|\b(?:just|only) (?:slang|words|talk|hot air)\b"
    r"|(?:\bnot|n't|\bnever) (?:\w+ ){0,3}?literal(?:ly)?\b|\btoo literal(?:ly)?\b"
    r"|\b(?:took|take|taken|taking|read|reading) (?:me|it|that|this|what i (?:said|wrote)|my words)"
    r" (?:\w+ ){0,2}?literal(?:ly)?\b"
    r"|\b(?:figurative|metaphorical)(?:ly)?\b"
    r"|\bhow (?:we|people|folks?|i|everyone|everybody)(?: all)? (?:talk|talks|speak|speaks|say it|says it|put it)\b"
    r"|\b(?:we|people|everyone|everybody|folks?) (?:all )?says? (?:that|it)(?: \w+){0,2} here\b"
    r"|\bcame out (?:all )?wrong\b"
    r"|\b(?:put|said|worded|phrased) (?:it|that|this) (?:so |very |a bit |rather )?"
    r"(?:badly|wrong(?:ly)?|poorly|clumsily|oddly|strangely)\b"
    r"|\b(?:bad|poor|wrong|odd|clumsy|silly) (?:choice of words?|wording|words?|phrase|phrasing)\b",
    re.I,
)
_MISREAD = re.compile(
    r"\bmis(?:understood|understanding|read|heard|interpreted|interpreting)\b|\bcrossed wires\b|\bwrong end of\b"
    r"|\b(?:got|taken|took) (?:me|it|that|this|my words) (?:all |completely |totally |quite )?"
    r"(?:wrong|the wrong way)\b"
    r"|\bnot (?:at all )?what i (?:was |am |'m )?(?:meant|mean|said|saying|talking about|on about)\b"
    r"|(?:\bnot|n't) (?:\w+ )?mean (?:it |that |this )?(?:like that|that way|in that way|that)\b",
    re.I,
)
# The body, people, what is taken, days and words that point at anything: whoever meant one of these may be ill.
_MAY_BE_ILL = re.compile(
    r"\b(?:me|myself|i|it|that|this|these|those|them|they|him|her|he|she|hers|his|mine|you|us|we|what|how|why|everything"
    r"|thing|things|stuff|feelings?|sensations?|world|life|living|end|self|selves|person|people"
    r"|mind|mood|nerves?|memory|brain|head|face|eyes?|sight|ears?|nose|mouth|lips?|tongue|teeth|throat|neck|voice"
    r"|shoulders?|arms?|elbows?|wrists?|hands?|fingers?|thumbs?|chest|ribs?|heart|lungs?|breath\w*|breasts?|back|spine"
    r"|tummy|belly|stomach|guts?|bowels?|bladder|pee|wee|poo|urine|stools?|kidneys?|liver|skin|hips?|bum|bottom|groin"
    r"|legs?|thighs?|knees?|calf|calves|shins?|ankles?|feet|foot|toes?|body|bones?|muscles?|joints?|limbs?|blood|veins?"
    r"|pains?|aches?|aching|rash|hives|itch\w*|swell\w*|swollen|lumps?|bruis\w*|bleed\w*|fever|temperature|tingl\w*"
    r"|numb\w*|pins|weak\w*|dizz\w*|faint\w*|falls?|fell|fallen|tired\w*|exhaust\w*|sleep\w*|walk\w*|balance|sick\w*"
    r"|ill|illness|unwell|poorly|infection|bug|virus|flu|cold|anaemia|anemia|thyroid|diabetes|hormones?|menopause"
    r"|periods?|pregnan\w*|baby|babies|depress\w*|anxi\w*|panic\w*|stress\w*|grief|symptoms?|attacks?|seizures?|fits?"
    r"|turns?|crash\w*|accidents?|bites?|bit|sting|stung|scratch\w*"
    r"|mums?|moms?|mam|mother|dads?|father|parents?|husband|wife|partner|boyfriend|girlfriend|sons?|daughters?|lads?"
    r"|lass|boys?|girls?|kids?|child|children|brothers?|sisters?|grans?|nans?|nana|grandad|grandma|grandpa|grandmother"
    r"|grandfather|aunt\w*|uncles?|cousins?|friends?|mates?|neighbou?rs?|family|man|woman|men|women|patients?|residents?"
    r"|b-?12|injections?|jabs?|jags?|shots?|needles?|doses?|dosing|tablets?|pills?|medicines?|meds|vitamins?|iron"
    r"|sides?|spots?|site|area|place|waterworks|waters?|troubles?|problems?|condition|state|health|energy|strength"
    r"|appetite|speech|hearing|vision|weight|age|downstairs|privates|pulse|pressure|sugars?|drinks?|drinking|booze|gas"
    r"|balloons?|drugs?|guns?|knife|knives|rope|bridge|cliff|bottles?"
    r"|overdose|vials?|ampoules?|levels?|results?|tests?|dates?|days?|weeks?|months?|years?|every|weekly|monthly|today"
    r"|tonight|now|yesterday|tomorrow|last|next|first|second|one|ones|again|still|worse)\b",
    re.I,
)
_OF = (
    r"(?:i (?:just |only |really |actually |simply )?(?:meant|mean)"
    r"|(?:i'?m|i am|i was|was|we were|i'd been) (?:just |only |actually )?"
    r"(?:talking|speaking|thinking|writing|moaning|complaining|joking|going on|on|referring)(?: about| of| to)"
    r"|(?:it|that|this|which|what i (?:said|wrote|meant))(?:'?s| is| was) (?:just |only |all )?about)"
)
_WHOSE = r"(?:the|my|our|a|an|that|those|these|his|her|their|your)"
_THE_THING = re.compile(
    rf"\b{_OF} (?P<thing>(?:{_WHOSE} )?\w+(?:[ '-]\w+){{0,4}})(?=\W{{0,4}}(?:$|not me\b|not myself\b))"
    rf"|^\W{{0,4}}(?P<named>{_WHOSE} \w+(?:[ '-]\w+){{0,3}}),? i (?:mean|meant)\W{{0,4}}$"
    rf"|\b(?:it|that|this)(?:'?s| is| was) (?P<is>{_WHOSE} \w+(?:[ '-]\w+){{0,3}})(?=,? not (?:me|myself)\b)",
    re.I,
)
_PETS_AND_THINGS = re.compile(
    r"\b(?:it|that|this|which)(?:'?s| is| was) (?:\w+ ){0,4}?"
    r"(?:dogs?|pupp(?:y|ies)|cats?|kittens?|hamsters?|horses?|pon(?:y|ies)|rabbits?|bunn(?:y|ies)|goldfish|fish"
    r"|budgies?|parrots?|hens?|chickens?|cows?|sheep|goats?|guinea pigs?|tortoises?|pets?|plants?|roses?|trees?|lawn"
    r"|cars?|vans?|bus(?:es)?|trains?|bikes?|lorr(?:y|ies)|trucks?|boats?|engines?|caravans?|tractors?|laptops?"
    r"|computers?|phones?|boilers?|fridges?|washing machines?|tv|telly|wi-?fi|printers?|films?|movies?|books?|novels?"
    r"|series|shows?|soaps?|songs?|lyrics?|games?|plays?|podcasts?|football|match|team)"
    r"\b\W{0,4}(?:(?:not me|lol)\W{0,4})?$",
    re.I,
)
_NOT_I = re.compile(r"\bnot (?:me|myself)\b", re.I)
# That nothing is wrong, or that it was said in jest: too little where the body or a mood was heard.
_WELL = (
    r"(?!(?:not|never|hardly|nt)\b)(?:(?:absolutely|perfectly|totally|completely|really|honestly|very|all|quite|just|fit"
    r"|and|doing|feeling) ){0,3}(?:fine|well|ok|okay|grand|good|great|alright|all right|healthy|safe|right as rain)\b"
)
_NOTHING = re.compile(
    rf"\b(?:i'?m|i am|i feel|we'?re|all) {_WELL}"
    r"|\bnothing(?:'?s| is)? (?:\w+ ){0,2}?(?:wrong|the matter|amiss|up with me|happening)\b"
    r"|\bi(?:'?m| am) (?:\w+ )?not (?:\w+ ){0,2}?(?:ill|sick|unwell|poorly|hurt|in danger)\b"
    r"|\b(?:was|were|am|'m|im|just|only) (?:\w+ ){0,2}?(?:joking|kidding|messing|teasing|exaggerating|venting|moaning"
    r"|ranting|grumbling|sounding off|letting off steam|having a (?:laugh|moan|rant)|pulling your leg"
    r"|being (?:silly|funny|dramatic|daft|sarcastic|ironic))\b"
    r"|\b(?:a|my|bad|stupid|silly|little) joke\b|\b(?:sarcasm|hyperbole|exaggeration|banter)\b",
    re.I,
)
# It is no such thing; or it is a guess, or what others say.
_IS_NONE = re.compile(
    r"(?:\b(?:not|isnt|wasnt|aint|never|hardly)|n't) (?:\w+ ){0,2}?(?:joke|joking|kidding|messing|saying|expression"
    r"|figure|turn|way of|phrase|metaphor|slang|exaggerating|misunderst\w+|misread\w*)\b|\b(?:wish|if only|as if)\b",
    re.I,
)
_GUESSES = re.compile(
    r"\b(?:if|hope|hopes|hoping|think|thinks|guess|suppose|maybe|perhaps|probably|might|say|says|reckons|i'?m sure)\b",
    re.I,
)
# It is there after all, whatever else is said.
_IS_THERE = re.compile(
    r"\b(?:worse|worsening|again|still|suddenly|seriously|help me|scared|frightened|ambulance|999|911|112|111|now|today"
    r"|tonight|lately|since|real|really (?:is|does|do|am))\b",
    re.I,
)
_CLAUSES = re.compile(
    r"(?<=[.!?;])\s+|,\s+(?!(?:not (?:me|myself)|i (?:mean|meant))\b)|\s+[-–]\s+"
    r"|\s+(?=(?:but|though|although|except|however)\b)",
    re.I,
)
_TURNS_BACK = re.compile(r"\W{0,4}(?:but|though|although|except|however|only)\b", re.I)
# What says nothing of what is asked: then it is what was asked before.
_NO_ANSWER = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, *REPAIR})


def way_of_speaking(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """The warning is over, and what the message asks is answered, else what was asked before it.

    Args: decided: who takes that.
    """
    state, said = asked.state, asked.said
    warned, waits = state.warned, state.awaiting == NEW_OR_WORSE
    if state.standing is not None or asked.has(NOT_WHOLE) or said.excerpt:
        return None
    if not waits and (warned is None or not only_like_a_sign(warned)):
        return None
    if same_request(said.text, content().label("only_asking")) or _tells_a_sign(asked, said.text):
        return None
    heard = [state.sounded] if warned is None else warned.heard
    first, rest = Step(NOT_MEANT, ((ABOUT, SPOKEN),)), said_otherwise(said.text, heard)
    if rest is None and waits:
        # That all is well is as good as a no, of a mood too: what to do if it gets worse is said.
        first, rest = Step(NOTHING_NEW), said_otherwise(said.text, [_OF_MOOD.sub(" ", words) for words in heard])
    if rest is None or (rest and _tells_a_sign(asked, rest)):
        return None
    then = what_else(asked, rest, decided)
    if all(step.kind in _NO_ANSWER for step in then):
        then = what_else(asked, state.asked_under, decided)
    return (first, *then)


def only_like_a_sign(warned: Warned) -> bool:
    """Whether a warning rests on likeness alone: no rule knows a sign in it, and it came of no injection."""
    cards = {card.removesuffix(OTHER_SUFFIX) for card in warned.cards}
    named = bool(warned.warning_signs) or warned.emergency is not None or warned.after_injection
    return bool(warned.heard) and cards == {GENERAL_CARD} and not named


def said_otherwise(text: str, heard: list[str]) -> str | None:
    """What a text says beside that the words that were `heard` were a way of speaking, were about a thing or of long
    ago, or that nothing is wrong; None where it does not say so, or where more is told."""
    plain = text.replace("’", "'")
    if any(_OF_LIVING.search(words) for words in heard) or _OF_LIVING.search(plain):
        return None
    calm = not any(BODY.search(words) or _OF_MOOD.search(words) for words in heard)
    told, rest = False, []
    for sentence in sentences(plain):
        if asks(sentence) and not _says_so(sentence, calm=calm):
            rest.append(sentence)
            continue
        for clause in filter(None, _CLAUSES.split(sentence)):
            if _says_so(clause, calm=calm):
                told = True
            elif (_TURNS_BACK.match(clause) and not asks(_TURNS_BACK.sub("", clause))) or _IS_THERE.search(clause):
                if not asks(clause):
                    return None
                rest.append(clause)
            else:
                rest.append(clause)
    return " ".join(rest).strip() if told else None


def _says_so(clause: str, *, calm: bool) -> bool:
    if clause.rstrip().endswith("?") or _IS_NONE.search(clause) or _IS_THERE.search(clause):
        return False
    if _SAYING.search(clause) or _MISREAD.search(clause) or _of_a_thing(clause):
        return True
    if _GUESSES.search(clause):
        return False
    if {LONG_AGO, ON_SCREEN} & replies().correction(clause).kinds:
        return True
    return calm and (_NOTHING.search(clause) is not None or replies().no_emergency(clause))


def _of_a_thing(clause: str) -> bool:
    """Whether a clause says that it was about a thing, an animal, a film, and nobody's body."""
    words = _NOT_I.sub(" ", clause)
    if found := _THE_THING.search(clause):
        thing = next(one for one in (found["thing"], found["named"], found["is"]) if one)
        meant = found["thing"] is not None and re.search(r"\bi (?:\w+ )?(?:meant|mean)\b", found[0], re.I) is not None
        # "I mean business" names nothing that could be told apart from anybody.
        if (not meant or re.match(rf"{_WHOSE}\b", thing, re.I)) and not _MAY_BE_ILL.search(thing):
            return True
    return _PETS_AND_THINGS.search(clause) is not None and not _MAY_BE_ILL.search(
        re.sub(r"^\W{0,4}(?:\w+ ){0,2}?(?:it|that|this|which)(?:'?s| is| was)\b", " ", words, flags=re.I)
    )


def _tells_a_sign(asked: Asked, text: str) -> bool:
    """Whether the rules see a sign in a text, or it is heard as an emergency."""
    verdict = asked.said.verdict if text == asked.said.text else asked.said.alone(text).verdict
    return verdict.level == EMERGENCY or any(sign[:1] != ROUTINE for sign in verdict.signs)
