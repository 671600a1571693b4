"""Who is only spoken of in a message about injections: who brings the news, who drives, and whose plan is no more than
a reason or a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b12guide.conversation.patients import before, first_person
from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS

_LATELY = r"(?:(?:'s|'ve|has|have|had|is|was|keeps?|just|only|also|now|already|then|even|kindly|finally|both) ){0,4}"
_TELLS = (
    r"(?:says?|said|saying|tells?|told|telling|thinks?|thought|reckons?|reckoned|swears?|insists?|mentions?|mentioned"
    r"|confirms?|confirmed|asks?|asked|asking|reminds?|reminded|reminding|rings?|rang|rung|ringing|phones?|phoned"
    r"|calls?|called|calling|texts?|texted|texting|messages?|messaged|messaging|e-?mails?|e-?mailed|whatsapped"
    r"|writes?|wrote|sends?|sent|lets? (?:me|us) know|heard|found out|checks?|checked|noticed|spotted|showed|shows"
    r"|looked|wants to know|wanted to know)"
)
_IS_THERE = (
    r"(?:has|holds?|keeps?|have|found|got|looks? after|minds?) (?:(?:the|my|our|me|all the) )?(?:wee |little |big )?"
    r"(?:diary|calendar|card|letters?|book|booklet|notes|records?|dates|paperwork)\b|"
    r"(?:(?:sits?|sat|sitting|stood|standing|here|in|over|round|staying|comes?|came|coming|waits?|waited|waiting) )?"
    r"(?:with|beside|next to|by) (?:me|us)"
    r"|(?:sits?|sat|sitting|waits?|waited|waiting) (?:here|outside|in the car)"
    r"|(?:uses?|shares?|reads?|sees?|looks? at|answers?|picks? up|checks?|has|gets|borrows?|owns?|using|sharing"
    r"|reading)"
    r" (?:(?:this|my|our|the|the same|that|same) ){1,3}(?:phone|mobile|cell|tablet|i-?pad|computer|laptop|screen"
    r"|account|messages?|texts?)\b"
    r"|(?:been |speaking )?on the (?:phone|line)|(?:drives?|drove|driving|driven)"
)
_SPEAKS = re.compile(rf" ?,? ?(?:who (?:\w+ ){{0,5}}?)?{_LATELY}(?:{_TELLS}|{_IS_THERE})\b", re.I)
# What one person does for another: "took dad for his jab", "gives me mine".
_DOES_FOR = re.compile(
    rf" ?,? ?(?:who )?{_LATELY}(?:takes?|took|taken|taking|brings?|brought|bringing|collects?|collected|fetche[sd]"
    r"|ran|runs|accompanie[sd]|gives?|gave|given|giving|injects?|injected|injecting|jabs|jabbed|helps?|helped|does"
    r"|books?|booked) (?P<whom>me\b|us\b|(?:her|him|them)\b(?! (?:own|last|next|first|b-?12|injections?|jabs?|shots?"
    r"|needles?|doses?)\b)|(?:my |our |the )?(?=\S))",
    re.I,
)
_OF_WHOM = re.compile(
    r"\b(?:according to|(?:spoke|spoken|speaking|talked|talking|chatted|chatting) (?:to|with)|heard (?:it )?from"
    r"|(?:call|text|message|e-?mail|news|word) from|asked|reminded by|told by|on the phone (?:to|with)"
    r"|off the phone (?:to|with)|says|said|rang|phoned|texted) (?:my |our |the |me )?$",
    re.I,
)
# Who keeps the calendar has no injection by it: "she has it written down".
_KEEPS = re.compile(
    r"\b(?:she|he|they)(?:'s| has| have|'ve| had)?(?: (?:keeps?|kept|got|wrote|written|put|marked|noted|looked"
    r"|saw|checked"
    r"|it|that|this|mine|all|them|the|a|of|a note|down|up|on|in|at|her|his|our|my)){0,8} "
    r"(?:calendars?|diary|diaries|phone|app|notebook|book|wall|card|fridge|letter|text|email|planner|down"
    r"|records?|list)\b",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:hers?|she|his|him|he|theirs?|them|they)\b", re.I)
# "Round her birthday", "his sister": something of somebody, and no injection.
_THEIR_THING = re.compile(
    r"\b(?:her|his|their) (?:birthday|b-?day|wedding|house|home|car|sister|brother|mum|mother|dad|father"
    r"|husband|wife|partner"
    r"|daughter|son|kids?|dog|cat|hair|knee|hip|eyes?|teeth|job|work|shift|holidays?|flight|phone|tablet"
    r"|own head|head|name"
    r"|friend|neighbour|party|anniversary|exam|match|game|truck|diary|calendar|card|letter|paper|stitches|scan"
    r"|test|bloods|operation|appointment|glasses|boiler|flu jab)\b",
    re.I,
)
_WHICH = r"(?:my |our |me |ma |mi |the |a |older |younger |little |big |twin ){0,4}"
# Whose plan is only held against one's own: "like my brother", "same as my dad's". "I'd like my mum's dates" is a wish.
_COMPARED = re.compile(
    r"(?:\b(?:same|often|much|many|long|frequent(?:ly)?) as|\bthan|\bunlike|\bcompared (?:to|with)"
    rf"|(?<!would )(?<!'d )(?<!\bi )(?<!you )\blike|\binstead of) (?:what |how )?{_WHICH}$",
    re.I,
)
_GAP = (
    r"(?:\d{1,2} ?(?:weeks?|wks?|months?|weekly)|weekly|fortnightly|monthly|daily|quarterly"
    r"|every|more often|less often|sooner|the same|that|those|it|them)"
)
# What is done with what was just said, whosever it is: "can I print that".
_HANDLES = (
    r"(?:(?:just|also|please) )?(?:print|save|see|read|download|send|put|show|share|forward|keep|write|copy|add|note)"
)
# A wish for the writer's own injections, and the question why they are as they are.
_WISH = re.compile(
    r"\b(?:put|switch|move|change|swap|set|book|get|have) me (?:on|onto|to|for|down|in|back)\b"
    rf"|\b(?:make|put|switch|change|swap|set|do|have) (?:mine|my one|my injections?) (?:\w+ ){{0,2}}?{_GAP}\b"
    r"|\b(?:can|could|may|might|should|must|shall|can'?t|couldn'?t|shouldn'?t|why not|let|do) (?:i|me)"
    rf" (?!{_HANDLES}\b)(?:\w+ ){{0,3}}?{_GAP}\b"
    r"|\bi(?:'d| would)? (?:really |also |just |rather |much )?(?:want|like|love|prefer|wish|rather)(?:ed)?"
    rf" (?:\w+ ){{0,4}}?{_GAP}\b"
    r"|\bwhy (?:am|are|is|isn'?t|do|don'?t|can'?t|aren'?t|not) (?:i|we|me|mine)\b",
    re.I,
)
# "Can I have it on paper" is said of whoever's dates those are.
ONLY_HANDLES = re.compile(
    r"\b(?:can|could|may|might|do|should|how (?:do|can|could)|where (?:do|can|could)|will|shall) i (?:just "
    r"|please |also )?"
    r"(?:have|get|see|print|save|read|download|keep|copy|put|send|show|share|add|find|press|click)"
    r"(?: (?:it|that|this|them|these|those|all|the (?:list|dates?|plan|whole|file|picture|calendar|page)))?"
    r"(?= (?:on|as|in|to|onto|off|out|printed|down|again|from|for|please|sent)\b|\W*$|[,.?!])",
    re.I,
)
_DATED = re.compile(rf"\b(?:{MONTHS}|{FULL_WEEKDAYS}|yesterday|today|last|\d{{1,2}}(?:st|nd|rd|th))\b", re.I)
_STOP = re.compile(r"[.!?;\n]")
# Who has them beside the writer, and nothing more is said of theirs: "my sister has it too".
_ALONGSIDE = re.compile(
    r"(?:(?:'s| ?,? ?(?:who )?(?:has|have|had|gets?|takes?|is|are|does|do|goes))"
    r"(?: (?:on|having|getting|it|them|one|those|these|b-?12|the same|the (?:jabs?|shots?|injections?))){0,8})?"
    r" ?,? (?:too|as well|also|likewise|the same)"
    r"(?=\s*(?:$|[,.;!?)(-]|\b(?:and|but|so|long)\b))",
    re.I,
)
# Where what is said of somebody begins or ends.
_EDGE = re.compile(r"[,.;!?\n]|\b(?:because|cos|cause|since|as|and|but|so|can|could|why|please)\b", re.I)
_JOINED = re.compile(rf"(?:'s)?[ ,]*(?:and|&|n|\+|or|,|/)? ?{_WHICH}", re.I)
_AND_ME = re.compile(r",? (?:and|&|n) (?:i|me|myself)\b", re.I)
_ME_AND = re.compile(rf"\b(?:i|me|myself) (?:and|&|n) {_WHICH}$", re.I)
_EVERY = re.compile(r"\b(?:every|each|weekly|fortnightly|monthly|daily|\d)", re.I)
# "So does my sister".
_SO_IS = re.compile(rf"\bso (?:is|does|has|do|did|are) {_WHICH}$", re.I)


def speaks(text: str, start: int, end: int) -> bool:
    """Whether the person from `start` to `end` of a text tells, asks, rings, drives or is there."""
    return _SPEAKS.match(text, end) is not None or before(_OF_WHOM, text, start) is not None


def does_for_another(text: str, end: int, others: Sequence[int]) -> bool:
    """Whether the person named up to `end` of a text does something for another one; `others`: where people are named
    in it."""
    found = _DOES_FOR.match(text, end)
    if found is None:
        return False
    return found["whom"].strip().lower() in ("me", "us", "her", "him", "them") or found.end() in others


def stands_by(text: str, end: int, start: int) -> bool:
    """Whether the person named up to `end` of a text only stands in the story of the one named from `start`: "mum found
    the card and dad's last was ...". Two that are named as one are both meant."""
    between = text[end:start]
    return _JOINED.fullmatch(between) is None and _DATED.search(between) is None and _EVERY.search(between) is None


def without_their_things(text: str) -> str:
    """`text` with a blank in the place of somebody's thing that is no injection: "her birthday"."""
    return _THEIR_THING.sub(" ", text)


def pronouns_behind(text: str, end: int) -> list[str]:
    """The words behind a place of a text that stand for somebody who was named."""
    return _PRONOUN.findall(without_their_things(_KEEPS.sub(" ", text[end:])))


def alongside(text: str, start: int, end: int) -> bool:
    """Whether the person from `start` to `end` of a text has injections beside the writer, who tells of their own."""
    found = _ALONGSIDE.match(text, end)
    so = before(_SO_IS, text, start)
    if found is None and so is None:
        return False
    return first_person(text[:start] + "; " + text[found.end() if found else end :])


def named_with_me(text: str, start: int, end: int) -> bool:
    """Whether the person from `start` to `end` of a text is named as one with the writer: "my partner and I"."""
    return _AND_ME.match(text, end) is not None or before(_ME_AND, text, start) is not None


def only_compared(text: str, start: int, end: int) -> bool:
    """Whether the plan of the person from `start` to `end` of a text is only a comparison, or the reason of a wish."""
    if before(_COMPARED, text, start) is not None:
        return True
    stop = _STOP.search(text, end)
    close = stop.start() if stop else len(text)
    for wish in _WISH.finditer(text):
        if wish.end() <= start and _STOP.search(text, wish.end(), start) is None:
            return _DATED.search(text, end, close) is None
        if end <= wish.start():
            return _DATED.search(text, end, wish.start()) is None
    return False


def wishes_for_self(text: str) -> bool:
    """Whether a text wishes something for the writer's own injections: "can you put me on monthly"."""
    return _WISH.search(ONLY_HANDLES.sub(" ", text)) is not None


def without_compared(text: str, places: Sequence[tuple[int, int]]) -> str:
    """`text` with blanks in the place of what it says of plans that are only held against another: the gap of a sister
    is not the writer's. `places`: where people are named in it."""
    for start, end in places:
        if only_compared(text, start, end):
            compared = before(_COMPARED, text, start)
            begin = (
                compared.start() if compared else max((one.end() for one in _EDGE.finditer(text, 0, start)), default=0)
            )
            edge = _EDGE.search(text, end)
            stop = edge.start() if edge else len(text)
            text = text[:begin] + " " * (stop - begin) + text[stop:]
    return text
