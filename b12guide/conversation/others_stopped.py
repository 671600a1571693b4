"""Whether a text tells that somebody else stopped their injections and is well: they are held up as an example, and are
nobody whose injections it is about."""

from __future__ import annotations

import re

_SOMEBODY = re.compile(
    r"\b(?:friend|mate|pal|cousin|colleague|neighbou?r|workmate|sister|brother|mum|mother|mam|dad|father|aunt(?:ie)?"
    r"|uncle|nan|gran|wom[ae]n|m[ae]n|lady|girl|lad|guy|bloke|fella|chap|one|somebody|someone|people|others|they|she|he"
    r"|member|husband|wife|partner)s?(?:'s)?\b",
    re.I,
)
_STOPPED = re.compile(
    r"\b(?:stopped|quit|(?:came|come|been|went|gone|is|are|was) off|gave (?:hers|his|theirs|them|it|the \w+) up"
    r"|gave up (?:hers|his|theirs|them|on|the)|packed (?:hers|his|theirs|them|it|the \w+) in|packed in|dropped"
    r"|ditched|finished|binned|jacked in|left (?:hers|his|theirs|them) off|ended (?:hers|his|theirs|them|it)"
    r"|(?:has|had|have)(?:n't| not| no)? (?:had |more )?(?:one|any|none|more)(?: more)?(?: since| in \d{4})"
    r"|(?:does|do|has|have|had) without)\b",
    re.I,
)
_IS_WELL = re.compile(
    r"\b(?:fine|ok|okay|100 ?(?:%|per ?cent)|well|great|grand|good|perfect(?:ly)?|healthy|fit|brilliant|marvellous"
    r"|thriving|right as|picture of health|no (?:trouble|problems?|harm|ill effects?|symptoms?|bother)|nothing happened"
    r"|never (?:looked back|better|had)|flying|happy as|tip ?top|all right|alright)(?:\b|(?<=%))",
    re.I,
)
# What is asked for them is asked of them.
_FOR_THEM = re.compile(
    r"\b(?:should|does|must|can|could|will|would|is|has) (?:she|he|they|my \w+|her|his)\b[^.!\n]{0,60}\?"
    r"|\bfor (?:her|him|them)\?|\bis (?:that|it|this) (?:safe|ok|okay|all right|dangerous|bad) for (?:her|him|them)\b"
    r"|\bwhat (?:should|can|could|do) (?:she|he|they|i do for)\b",
    re.I,
)


def somebody_stopped(text: str) -> bool:
    """ "A friend came off hers in spring and is fine"; not what is asked for that person."""
    plain = text.replace("\u2019", "'")
    if _FOR_THEM.search(plain):
        return False
    who = _SOMEBODY.search(plain)
    stopped = _STOPPED.search(plain, who.end()) if who is not None else None
    return stopped is not None and _IS_WELL.search(plain, stopped.end()) is not None
