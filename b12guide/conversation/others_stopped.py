"""Whether a text tells that somebody else stopped their injections and is well: they are held up as an example, and are
nobody whose injections it is about."""

from __future__ import annotations

import re

# "They" and "one" may be the clinic, or an injection.
_PEOPLE = (
    r"(?:friend|mate|pal|cousin|colleague|neighbou?r|workmate|sister|brother|mum|mother|mam|dad|father|aunt(?:ie)?"
    r"|uncle|nan|gran|wom[ae]n|m[ae]n|lady|girl|lad|guy|bloke|fella|chap|somebody|someone|people|others"
    r"|member|husband|wife|partner)s?(?:'s)?"
)
SOMEBODY = re.compile(rf"\b{_PEOPLE}\b", re.I)
_SOMEBODY = re.compile(rf"\b(?:{_PEOPLE}|she|he)\b", re.I)
_STOPPED = re.compile(
    r"\b(?:stopped|quit|(?:came|come|been|went|gone|is|are|was) off|gave (?:hers|his|theirs|them|it|the \w+) up"
    r"|gave up (?:hers|his|theirs|them|on|the)|packed (?:hers|his|theirs|them|it|the \w+) in|packed in|dropped"
    r"|ditched|finished|binned|jacked in|left (?:hers|his|theirs|them) off|ended (?:hers|his|theirs|them|it)"
    r"|(?:has|had|have)(?:n't| not| no)? (?:had |more )?(?:one|any|none|more)(?: more)?(?: since| in \d{4})"
    r"|(?:does|do|has|have|had) without)\b"
    # "She stopped my injections": the writer's.
    r"(?! (?:(?:giving|doing|having|with|all|both|of) ){0,2}(?:me|my|mine|our|ours|us)\b)",
    re.I,
)
_IS_WELL = re.compile(
    r"\b(?:fine|ok|okay|100 ?(?:%|per ?cent)|well|great|grand|good|perfect(?:ly)?|healthy|fit|brilliant|marvellous"
    r"|thriving|right as|picture of health|no (?:trouble|problems?|harm|ill effects?|symptoms?|bother)|nothing happened"
    r"|never (?:looked back|better|had)|flying|happy as|tip ?top|all right|alright)(?:\b|(?<=%))",
    re.I,
)
# Who is well is the writer, or nobody is.
_NOT_THEY = re.compile(
    r"\b(?:not|never|no longer|hardly|barely|nowhere|far from|anything but|(?:is|was|are|do|does|did)nt|i|i'm|im|i've"
    r"|me|my|mine|we|us|our)\b|n't\b",
    re.I,
)
# What is asked for them is asked of them.
_FOR_THEM = re.compile(
    r"\b(?:should|does|must|can|could|will|would|is|has) (?:she|he|they|my \w+|her|his)\b[^.!\n]{0,60}\?"
    r"|\bfor (?:her|him|them)\?|\bis (?:that|it|this) (?:safe|ok|okay|all right|dangerous|bad) for (?:her|him|them)\b"
    r"|\b(?:her|his|their) (?:next|last)\b"
    r"|\bwhen (?:is|are|was|does|do|will|should) (?:she|he|they|her|his|their|hers)\b"
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
    well = _IS_WELL.search(plain, stopped.end()) if stopped is not None else None
    return stopped is not None and well is not None and not _NOT_THEY.search(plain, stopped.end(), well.start())
