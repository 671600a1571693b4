"""The wish for few words, and for more of them, in a message."""

from __future__ import annotations

import re

_END = r"(?=\W{0,4}(?:$|[.!?,;\n]))"
_BEGIN = (
    r"(?:^|[.!?,;:\n]|\s[-–—])\W{0,4}"
    r"(?:(?:and|but|no|nah|ok|okay|sorry|please|pls|right|again|still|it|just)\W{1,4}){0,4}"
)
# "Too long." by itself, "one line please", "keep it short": a gap of weeks that is too long is none of these.
_THIS_IS = (
    r"(?:(?:that|this|it|your answer|that one)(?:'?s| is| was| were)? )?(?:(?:way|far|much|still|again|all) ){0,2}"
)
_MATE = r"(?: (?:again|still|mate|love|pal|for me))?"
_FEW = re.compile(
    rf"^\W{{0,4}}(?:(?:and|but|no|nah|ok|okay|sorry|right|again|still)\W{{1,4}}){{0,4}}{_THIS_IS}too long{_MATE}"
    r"\W{0,4}$"
    rf"|{_BEGIN}{_THIS_IS}too (?:wordy|much (?:text|reading|to read)|many words){_MATE}{_END}"
    r"|\b(?:answers?|repl(?:y|ies)|messages?|texts?)(?:'s| is| are| was| were)"
    r" (?:(?:way|far|much|still) ){0,2}too long\b"
    r"|\b(?:in|just|only|give me|answer in|max|say it in) (?:a|one|1|a single|two|2) (?:short )?(?:lines?|sentences?)\b"
    rf"|{_BEGIN}(?:a|one|1|a single) (?:short )?(?:line|sentence)"
    rf"(?: (?:only|please|pls|plz|max|will do|thanks|ta))?{_END}"
    r"|\b(?:a|one|1) (?:line|sentence) (?:only|please|pls|plz|max|will do)\b"
    r"|\bkeep (?:it|them|this|that|your answers?|(?:the )?answers?) (?:\w+ )?(?:short|brief)(?:er)?\b"
    r"|\b(?:short|shorter|brief) (?:answers?|repl(?:y|ies)|version)(?: \w+)? ?(?:please|pls|plz|only)\b"
    rf"|{_BEGIN}(?:shorter|short|briefly|be brief|in brief|in short)(?: (?:please|pls|plz))?{_END}"
    r"|\btl;?dr\b|\b(?:fewer|few) words (?:please|pls)\b|\bless (?:waffle|text|words)\b|\bno (?:waffle|essays?)\b"
    r"|\b(?:hate|can'?t stand|cannot read|can'?t read|don'?t (?:like|want|read)|dont (?:like|want|read)"
    r"|not reading) (?:\w+ )?(?:long (?:answers?|repl(?:y|ies)|messages?|texts?)|all (?:of )?that|essays?)\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:tell me (?:everything|it all|all (?:you know|about it))|in (?:more|full|greater) detail|more details?"
    r"|(?:explain|say) (?:it |that |this )?(?:fully|properly|in full|at length)"
    r"|(?:longer|full|whole|complete) (?:answer|version)s?)\b",
    re.I,
)
# So many words are left of a message that asks something beside the wish.
LEAST_LEFT = 4


def few_words_wanted(text: str) -> bool | None:
    """Whether a message wants answers in few words from now on; False where it asks for more; None where it says
    nothing of that."""
    plain = text.replace("\u2019", "'")
    if _FEW.search(plain):
        return True
    return False if _MORE.search(plain) else None


def without_wish(text: str) -> str:
    """What a message says beside the wish for few words; as it is where that is little."""
    left = _FEW.sub(" ", text.replace("\u2019", "'")) if few_words_wanted(text) else text
    left = " ".join(left.split()).strip(" ,;:-")
    return left if left != text and len(left.split()) >= LEAST_LEFT else text
