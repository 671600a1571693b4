"""That none was had today, and that today is no day of a dose: "had 5, none today", "4. Today not yet", "so today is
not one". It dates no dose, and is never one that was had."""

from __future__ import annotations

import re

from .state import LAST_GIVEN, PAST, State

_ONE = r"(?: (?:one|jab|jag|shot|injection|dose|needle))?"
_TODAYS = rf"today(?:['’]?s)?{_ONE}"
_NOT_HAD = re.compile(
    rf"\b(?:i(?:['’]ve| have)? (?:had )?|she(?:['’]s| has)? (?:had )?|he(?:['’]s| has)? (?:had )?)?"
    rf"(?:none|not(?: (?:had|got|done|taken|one|any|it|mine|yet|for)){{0,3}}|nothing|no{_ONE}(?<!no)"
    r"|(?:haven['’]?t|hasn['’]?t|have not|has not|didn['’]?t|did not)(?: yet)? (?:had|got|done|have|get|taken)"
    rf"(?: (?:any|one|it|mine))?)(?: (?:yet|so far))?(?: on| for)? {_TODAYS}(?: (?:yet|so far|though|either))?"
    rf"(?=\W*$|\s*[.,;!)]|\s+(?:and|but|so|as|cos|because|it)\b)"
    rf"|\b(?:(?:and|but|so) )?{_TODAYS}(?: (?:is|was|has|has been|just))?"
    r"(?: ?n['’]t|nt| not| still)(?: (?:yet|had|been|done|given|one|got|taken|to (?:come|have|go)|due yet)){1,3}\b"
    rf"|\b(?:and |but )?{_TODAYS} not\b(?=\W*$)"
    rf"|\b(?:and |but )?{_TODAYS} (?:is )?(?:still )?(?:to come|to be had|outstanding|to do)\b",
    re.I,
)
# "All but today's": every one before it was had.
_ALL_BUT = re.compile(
    rf"(?P<all>\b(?:all|every ?one|everything|the lot|each)(?: of (?:them|those|these))?,? )"
    rf"(?:but|except(?: for)?|apart from|bar|just not|only not|not|excluding)(?: for)? {_TODAYS}(?: yet)?\b",
    re.I,
)
_IS_NONE = re.compile(
    r"[\s,;]{0,3}\b(?:(?:and|but|so|then|which means|that means|therefore) ){0,2}today"
    r"(?: is not|['’]s not| isn['’]?t| was not| wasn['’]?t| won['’]?t be| will not be)"
    r" (?:one|(?:a|an|the|my) (?:dose |jab |injection |b-?12 )?day)"
    r"(?: (?:of (?:them|those|these|the (?:days|dates|ones))|then|for (?:it|one)))?"
    r"(?=\W*$|\s*[.,;!)]|\s+(?:and|but|so)\b)",
    re.I,
)
_OPEN = frozenset({PAST, LAST_GIVEN, "count", "date", "anchor"})


def without_none_today(text: str, state: State) -> str:
    """`text` with blanks in the place of that, where it stands beside something else or answers what was asked; that
    all of those before today were had, where that was asked and it is all that is said."""
    if "today" not in text.lower():
        return text
    rest = _IS_NONE.sub(_blank, text)
    if state.about in _OPEN or not state.phases:
        rest = _NOT_HAD.sub(_blank, _ALL_BUT.sub(lambda m: m["all"] + " " * (len(m[0]) - len(m["all"])), rest))
    bare = re.fullmatch(r"\W*(\d{1,2})\W*", rest)
    if rest != text and bare is not None and state.about == PAST:
        return f"had {bare[1]} so far"
    if rest == text or re.search(r"\w", rest):
        return rest
    if state.about == PAST and len(state.options) == 2 and _IS_NONE.search(text) is None:
        return state.options[0]
    return rest if state.about in _OPEN else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
