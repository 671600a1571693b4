"""Days of another jab, a test or another appointment, told beside the B12: "I'd the flu jab on the 14th of October, but
the B12 itself was on 6 November". No dose of the plan was had on them."""

from __future__ import annotations

import re
from itertools import pairwise

from .day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS

_JAB = r"(?:jabs?|jags?|shots?|vaccin\w{0,8}|injections?|boosters?|needles?|one|doses?)"
AGAINST = (
    r"(?:flu|influenza|covid(?:[- ]?19)?|corona(?:virus)?|tetanus|shingles|shingrix|rsv|pneumonia|pneumococcal|hpv|mmr"
    r"|typhoid|hep(?:atitis)? ?[ab]|rabies|yellow fever|whooping cough|travel|vitamin d|vit d|steroid|cortisone|iron"
    r"|botox|depo|depo[- ]provera|prolia|denosumab)"
)
_TEST = (
    r"(?:(?:b-?12 )?(?:blood tests?|bloods|levels? (?:tests?|check(?:ed)?))|dentist'?s?|dental|hygienist|optician'?s?"
    r"|optometrist|eye tests?|hearing tests?|smear(?: test)?|mammogram|scans?|ultrasound|mri|ct|x-?rays?|physio\w{0,8}"
    r"|podiatrist|chiropodist|chiropractor|osteopath|colonoscopy|endoscopy|gastroscopy|fracture clinic|hairdresser'?s?)"
)
# What is had or attended beside the plan.
OTHER_THING = rf"(?:{AGAINST}(?: and {AGAINST})? {_JAB}|(?:flu|covid|tetanus|shingles|rsv)|(?:vaccin\w{{3,8}})|{_TEST})"
_LEAD = (
    r"(?:(?:i|he|she|we|they|i'd|i've|ive|i'm|had|got|have|having|has|getting|did|my|the|a|an|his|her|our|their|also"
    r"|me|last|latest|annual|yearly|first|second|new|routine|just|only|then|go|going|went|to|for) ){0,6}"
)
_OTHER_THING = re.compile(rf"\b{_LEAD}(?P<thing>{OTHER_THING})\b(?!-)", re.I)
# "2 weeks before the flu jab on 14 November": what the day is of, which says nothing of when the dose was.
_COUNTED_FROM = re.compile(
    rf"(?P<gap>\b(?:days?|weeks?|months?) (?:before|after|from)) (?:the |my |a |that ){{0,2}}{OTHER_THING}"
    rf"(?: (?:on|of|which was))?(?= )",
    re.I,
)
# What the plan is of, and what is told of one of its doses.
_OWN = re.compile(
    r"\b(?:(?:the|my|his|her|our|a|last|next|first|and|had) ){0,4}"
    r"(?:b-?12|b twelve|hydroxocobalamin|cyanocobalamin|methylcobalamin|cobalamin)\b"
    r"(?! (?:blood tests?|bloods|levels? (?:tests?|check)))",
    re.I,
)
# With one of these the day is that of both, or one is held against the other.
_TIED = re.compile(
    r"\b(?:with|same (?:day|time|visit|week|morning|appointment)|at once|together|along|alongside|both|before|after"
    r"|(?:last|next|first|latest) (?:one|dose|was|is)|due|mine|since|until|till|between|besides?|when|day of|week of"
    r"|instead|every|each|weekly|monthly)\b|\?",
    re.I,
)
_CUT = re.compile(
    r"[.;!?]+(?=\s|$)|[.;!]?\n|,|(?<=\s)[-–—](?=\s)|\((?!\d)|\)|\b(?:and|but|so|while|whereas|then|because|cos|though"
    r"|although)\b",
    re.I,
)
_DAY = (
    rf"(?:(?:the )?{DAY_NUMBER}(?: of| o')? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\d)"
    rf"|\b(?:the )?{NTH}\b|\b\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?\b|\b20\d\d-\d\d-\d\d\b|\b(?:{WEEKDAY_WORDS})\b"
    r"|\b(?:yesterday|today|tomorrow)\b|\b(?:last|this|next) (?:week|month)\b"
    r"|\b(?:a|an|one|two|three|four|\d{1,2}|few|couple of) (?:days?|weeks?|months?) ago\b)"
)
_DATED = re.compile(_DAY, re.I)
_ONLY_DAY = re.compile(
    rf"\s*(?:(?:on|it was|that was|was|is|that's|of|in|at|the) ){{0,3}}{_DAY}(?:[ ,]{{1,2}}{_DAY}){{0,2}}"
    r"(?: 20\d\d)?\W*",
    re.I,
)
_WEEKDAY_LAST = re.compile(rf"\b(?:{WEEKDAY_WORDS})\s*$", re.I)
_ASKS = re.compile(
    r"^\W*(?:is|are|does|do|will|would|can|could|should|what|when|which|how|if|remind|note|add|put|cancel|move)\b", re.I
)
# "Always on the 5th": a day of every month.
_EACH_MONTH = re.compile(
    r"(?P<often>\b(?:always|usually|normally|monthly|every time|(?:every|each|a|per|other|\d{1,2}) months?),? )"
    rf"(?P<day>(?:(?:and|always|usually|normally|on|the|day) ){{1,4}}{DAY_NUMBER}\b)"
    rf"(?! (?:of )?(?:{MONTHS})\b)(?![./-]\d)",
    re.I,
)
_USUALLY = re.compile(
    rf"(?P<day>\b(?:(?:always|usually|normally|on|the|day) ){{1,4}}{DAY_NUMBER})"
    r"(?P<often> (?:always|usually|normally|every time|each time|of (?:each|every) month|(?:each|every) month)\b)",
    re.I,
)
# What joins a thing to the words before it.
_JOINED = re.compile(
    r"\b(?:with|as|of|or|before|after|since|until|plus|for|in|at|to|from|the|my|a|is|are|does|do|will|would|can|could|should|about)\s$",
    re.I,
)
_AT_ONCE = re.compile(
    r"\bwhile (?:she|he|they|i|we)(?: was|'?s| were|'?m)? (?:at it|there|in|about it)\b|\bin one go\b", re.I
)
_WAS_HAD = re.compile(r"\b(?:had|got|was|were|did|done|given|gave|took|taken|went|been)\b|'d\b", re.I)
_LONGEST = 1000


_FOR_OTHER = re.compile(rf"\bfor (?:(?:my|a|an|the|our|his|her|their|some) )?{OTHER_THING}\b", re.I)
_MINE = re.compile(
    r"\b(?:mine|(?:my|the|her|his) (?:next|own)|next (?:one|jab|injection|shot)"
    r"|(?:my|the) (?:injections?|jabs?|shots?|doses?))\b",
    re.I,
)


def booked_for_other(text: str) -> bool:
    """Whether a day is set for another jab or a test, and none of the plan is named: "put me in for a flu jab"."""
    return _FOR_OTHER.search(text) is not None and not (_OWN.search(text) or _MINE.search(text))


# "We're both in Wales on the 10th": somewhere, and not booked in. A place is told by its capital.
_IN_PLACE = re.compile(
    r"\b(?:[Ii]'m|[Ii] am|[Ww]e're|[Ww]e are|[Hh]e's|[Ss]he's|[Tt]hey're)(?: both| all)? in"
    rf" (?!(?i:{MONTHS}|{WEEKDAY_WORDS})\b)[A-Z][a-z]"
)
_SETS = re.compile(
    r"\b(?:book\w*|put|mov(?:e|ed|ing)|changed?|fit|fitted|slot\w*|squeez\w*|rebook\w*|give[ns]?|gave)\b", re.I
)


def elsewhere(text: str) -> bool:
    """Whether a day is set for something else, or on it somebody is in another place."""
    away = _IN_PLACE.search(text.replace("’", "'")) is not None and _SETS.search(text) is None
    return away or booked_for_other(text)


def without_other_jabs(text: str, *, had: bool = False) -> str:
    """`text` with blanks in the place of what it tells of such a day, as long as before; `had`: only of what is told
    as had."""
    if len(text) > _LONGEST or not _OTHER_THING.search(text) or _AT_ONCE.search(text):
        return text
    text = _COUNTED_FROM.sub(lambda found: found["gap"].ljust(len(found[0])), text)
    pieces = _pieces(text)
    gone: set[int] = set()
    for place, (start, end) in enumerate(pieces):
        piece = text[start:end]
        if not _OTHER_THING.search(piece) or any(one.search(piece) for one in (_OWN, _TIED, _ASKS)):
            continue
        if had and not _WAS_HAD.search(piece):
            continue
        # "I had the flu jab, 14 October", "on Wednesday, 14 October".
        dated = _DATED.search(piece) is not None
        beside = _days_beside(text, pieces, place, behind=_WEEKDAY_LAST.search(piece) is not None, around=not dated)
        if dated or beside:
            gone |= {place, *beside}
    kept = [text[start:end] for place, (start, end) in enumerate(pieces) if place not in gone]
    told = any(_OWN.search(piece) and _WAS_HAD.search(piece) for piece in kept)
    if told and not any(_DATED.search(piece) for piece in kept):
        # "Bloods taken today and she gave me the b12": the day is that of both.
        return text
    for place in gone:
        start, end = pieces[place]
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def without_other_days(text: str) -> str:
    """The same, and in the place of a day of every month."""
    text = _EACH_MONTH.sub(lambda found: found["often"] + " " * len(found["day"]), without_other_jabs(text))
    return _USUALLY.sub(lambda found: " " * len(found["day"]) + found["often"], text)


def _pieces(text: str) -> list[tuple[int, int]]:
    """The clauses of a text and what stands between them, cut before what is told of another thing too."""
    cuts = {0, len(text)}
    for found in _CUT.finditer(text):
        cuts |= {found.start(), found.end()}
    for pattern in (_OTHER_THING, _OWN):
        for found in pattern.finditer(text):
            if not _JOINED.search(text, max(0, found.start() - 20), found.start()):
                cuts.add(found.start())
    return [(start, end) for start, end in pairwise(sorted(cuts)) if text[start:end].strip()]


def _days_beside(text: str, pieces: list[tuple[int, int]], place: int, *, behind: bool, around: bool) -> set[int]:
    """The pieces that are nothing but the day of the one at `place`, no more than a comma away."""
    steps = (1, -1) if around else (1,) if behind else ()
    for step in steps:
        mark, day = place + step, place + 2 * step
        beside = 0 <= day < len(pieces) and text[slice(*pieces[mark])].strip() == ","
        if beside and _ONLY_DAY.fullmatch(text[slice(*pieces[day])]):
            return {day}
    return set()
