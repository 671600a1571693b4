"""Whether there is a diary here: "do you do a diary?", "can I write down here how I feel". It tells no note."""

from __future__ import annotations

import re

from b12guide.diary.notes import symptoms_in

_LEAD = (
    r"^\W*(?:(?:so|and|but|also|ok|okay|hi|hello|hey|no|yes|well|oh|please|thanks|now|then|i mean|i meant|i only asked"
    r"|i asked|a diary|i was wondering|i wonder|just wondering|tell me)[,:.]? ){0,6}(?:if |whether )?"
)
_DIARY = (
    r"(?:(?:a bit of|a sort of|a kind of|some sort of|some kind of|some|a|an|any|my|this as a) )?"
    r"(?:(?:little|small|short|daily|symptom|simple|proper|running) ){0,2}(?:diary|journal|log|record|notes|log ?book)"
)
_MAY = (
    r"(?:(?:can|could|may|might|am i able to|is it (?:ok|possible|alright) (?:for me )?to|would it be possible to"
    r"|is there (?:a way|somewhere|anywhere|a place) (?:for me )?to|do you let me|how (?:do|can|could) i)(?: i| we)?"
    r"|(?:i|we)(?: want|'d like| would like| wanted| was hoping| am hoping| need) to|i'd love to|let me)"
)
_WRITE = r"(?:write|put|jot|note|keep|log|record|track|type|tell you)(?: (?:down|in|notes|track|a note)){0,2}(?: of)?"
_HOW = (
    r"(?:how i(?:'m| am|'ve been)?(?: really)?|how things are|what i) ?(?:feel|feeling|felt|doing|getting on|going|do)?"
)
_ASKED = (
    # "Do you do a diary", "is there a journal".
    rf"(?:(?:do|can|could|will|would|does) (?:you|this|it)(?: also)? (?:do|have|keep|offer|run|make|hold"
    rf"|provide|come with)"
    rf"|(?:is|are) there|have you(?: got)?) {_DIARY}(?:\b[^.!?;:]{{0,60}})?",
    # "I'd like to keep a diary until then".
    rf"{_MAY} (?:also )?(?:keep|start|have|do|use|make|begin|write) {_DIARY}(?:\b[^.!?;:]{{0,80}})?",
    # "Can I write down here how I feel".
    rf"{_MAY} (?:also )?{_WRITE}(?: (?:in )?(?:here|on here|with you|in this chat"
    rf"|in this))?,? {_HOW}(?P<told>\b[^.!?;:]{{0,80}})?",
    rf"{_MAY} (?:also )?{_WRITE} (?:things|notes|stuff|my symptoms)(?: down)?(?: in)? (?:here|on here|with you"
    rf"|in this chat)"
    r"(?:\b[^.!?;:]{0,60})?",
)
_ABOUT = [re.compile(rf"{_LEAD}(?:{form})\W*$", re.I) for form in _ASKED]
# "I'd like to keep a note of this: ..." and a diary of paper.
_OTHER = re.compile(
    r"\b(?:on paper|paper diary|in the fridge|my phone|calendar|dates?|injections?|jabs?"
    r"|shots?)\b",
    re.I,
)


# "My nurse wants me to track how I am. Do you do that?"
_BESIDE = re.compile(
    r"\b(?:write|jot|note|keep|log|record|track|diary|journal)\b[^.?!]{0,60}\b(?:how|symptoms?|diary|journal"
    r"|feel\w*)\b[^?]{0,80}"
    r"[.,;!–-]\s{0,3}(?:(?:so|and|ok)[, ]+){0,2}(?:(?:do|can|could|would|will) (?:you|i|we) (?:also )?(?:do"
    r"|help with|have)"
    r"|is that something (?:you|i|we) can) ?(?:that|this|it|one|something like that|such a thing|do)?"
    r"(?: (?:sort|kind|type) of (?:thing|stuff))?(?: (?:here|for me|with you|too|at all|please|in here)){0,3}\W*$",
    re.I,
)


def asks_about_diary(text: str) -> bool:
    """Whether a message asks if a diary can be kept here, or wants to begin one, and tells nothing for it yet.

    Args: text: with straight apostrophes.
    """
    if _BESIDE.search(text) is not None:
        return True
    for pattern in _ABOUT:
        found = pattern.match(text.strip())
        if found is not None:
            told = found.groupdict().get("told") or ""
            return not symptoms_in(told) and _OTHER.search(text) is None
    return False
