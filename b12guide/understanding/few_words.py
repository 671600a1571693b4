"""The wish for few words, and for more of them, in a message."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

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
_YES_OR_NO = re.compile(
    r"(?:^|(?<=[.!?,;:\n])|(?<=\s[-–—])|(?=\s(?:(?:just|only|please|a|simply) ){0,2}yes or no\W{0,4}$))\s{0,3}"
    r"(?:(?:please|pls|just|only|simply|can you|could you|i|want|need|tell me|give me|answer(?: me)?|say|with|in|so|and"
    r"|no (?:essays?|waffle|lectures?|ifs(?: or| and)? buts?),?) ){0,5}"
    r"(?:a |an )?(?:(?:simple|straight|plain|quick|clear|short|one word) ){0,2}"
    r"(?:yes or (?:a )?no|yes/no|y/n|yes no)(?: (?:answer|question|please|pls|plz|only|thanks|will do|would do|is fine"
    r"|is enough|then)){0,2}(?=\W{0,4}(?:$|[.!?,;:\n]|\s[-–—]))",
    re.I,
)
# So many words are left of a message that asks something beside the wish.
LEAST_LEFT = 4


@at_hand(64)
def few_words_wanted(text: str) -> bool | None:
    """Whether a message wants answers in few words from now on; False where it asks for more; None where it says
    nothing of that."""
    plain = text.replace("\u2019", "'")
    if _FEW.search(plain):
        return True
    return False if _MORE.search(plain) else None


def yes_or_no_wanted(text: str) -> bool:
    """Whether a message wants a yes or a no, and nothing around it."""
    return _YES_OR_NO.search(text.replace("\u2019", "'")) is not None


def without_wish(text: str) -> str:
    """What a message says beside the wish for few words, or for a yes or a no; as it is where that is little."""
    left = _FEW.sub(" ", text.replace("\u2019", "'")) if few_words_wanted(text) else text
    left = _YES_OR_NO.sub(" ", left.replace("\u2019", "'")) if yes_or_no_wanted(left) else left
    left = re.sub(r" (?=[?.!])", "", " ".join(left.split())).strip(" ,;:-")
    return left if left != text and len(left.split()) >= LEAST_LEFT else text
