"""What a note is to say instead, told in the middle of a message: "I wrote that wrong, brain fog was 3/10 not 5/10"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from b12guide.diary.named_notes import put_right

_SCORE = r"(?:10|\d)(?:\.\d)?(?: ?/ ?10| out of (?:10|ten))?(?![\d/])"
_OF_TEN = re.compile(r" ?/ ?10| out of (?:10|ten)", re.I)
_IS = (
    r"(?:was|is|were|are|should be|should have been|should say|should read|was meant to be"
    r"|was supposed to be|meant to be)"
)
_ONLY = r"(?: only| really| actually| just| about| like| a| more like){0,3}"
_ABOUT = r"(?P<about>[a-z][\w']*(?: [a-z][\w']*){0,3}?)"
_VALUE = r"[\w/']{1,12}(?: [\w/']{1,12}){0,3}?"
# "Brain fog was 3/10 not 5/10", "walked 2 miles, not 3".
_NOT = re.compile(
    rf"\b{_ABOUT} {_IS}{_ONLY} (?P<right>{_VALUE}),? (?:and )?(?:not|instead of"
    rf"|rather than)(?: an?)? (?P<wrong>{_VALUE})"
    r"(?=\W*(?:$|[.,;!?)–-]|in (?:my|the|that)\b|can\b|could\b|please\b|pls\b|sorry\b|so\b|and\b|but\b))",
    re.I,
)
# "Change brain fog to 3/10", "brain fog should be 3".
_TO = re.compile(
    rf"\b(?:change|make|put|set|correct|fix|update|edit|switch) (?:the |my )?{_ABOUT} (?:to|as|into|be){_ONLY}"
    rf" (?P<right>{_SCORE})",
    re.I,
)
_SHOULD = re.compile(
    rf"\b{_ABOUT} (?:should be|should have been|should say|should read|was meant to be|was supposed to be){_ONLY}"
    rf" (?P<right>{_SCORE})",
    re.I,
)
# That something was written down wrong, before it is said what.
_MISTAKE = re.compile(
    r"^\W*(?:(?:oops|oh|no|sorry|wait|omg|ah|hi|hey|actually|hang on|hmm|damn|whoops|and|but|so)\W+){0,4}"
    r"(?:(?:that|it|this|the note|my note)(?:'s| is| was)(?: not)? (?:wrong|right|a mistake|a typo)|"
    r"(?:(?:i|we|i've|i have) )?(?:just |think i )?(?:wrote|written|put|made|got|typed|noted|entered|there is"
    r"|there's|did)"
    r"[^.,;:!?\n]{0,40}\b(?:wrong|wrongly|mistake|typo|error|mixed up)\b(?: in (?:it|there))?)[.,;:!?–-]{0,3}\s{1,3}",
    re.I,
)
_FIX = re.compile(
    r"[.,;!?–-]{0,3}\s{1,3}(?:and |so )?(?:(?:can|could|would|will) (?:you|u) )?(?:please |pls )?"
    r"(?:fix|change|correct|amend|edit|update|sort)(?: (?:it|that|this|my note|the note|that note))"
    r"(?: (?:for me|please|pls|then|thanks|thank you)){0,3}\W*$",
    re.I,
)
# Words in front of what the score is of.
_LEADS = re.compile(
    r"^(?:(?:oops|oh|no|sorry|i|just|meant|mean|wrote|that|the|my|note|wrong|and|but|it|because|cos|please|pls|to|say|fact|in"
    r"|actually|is|was)\b ?){1,8}",
    re.I,
)


@dataclass(frozen=True)
class Corrected:
    """What of a note is to say what: `right` in the place of `wrong` ("" where it is not told), of what it is `about`
    ("" where that is not told)."""

    right: str
    wrong: str = ""
    about: str = ""


def corrected(text: str) -> Corrected | None:
    """How a message puts a word or a score of a note right; None where it puts none right.

    Args: text: with straight apostrophes.
    """
    for pattern in (_NOT, _TO, _SHOULD):
        found = pattern.search(text)
        if found is not None:
            about = _LEADS.sub("", found["about"].strip()).strip()
            wrong = found.groupdict().get("wrong") or ""
            if about or wrong:
                return Corrected(found["right"].strip(), wrong.strip(), about)
    return None


def told_alone(text: str) -> str:
    """A message without that something was written wrong, and without the wish to have it put right."""
    return _FIX.sub("", _MISTAKE.sub("", text)).strip()


def rewritten(note: str, of: Corrected) -> str | None:
    """The words of a note as they are put right; None where they have no such place."""
    score = rf"(?P<old>{_SCORE})"
    if of.about:
        about = re.escape(of.about)
        ways = (
            rf"(?<!\w){about}(?:\W{{1,3}}(?:was|is|about|at|a)){{0,2}}\W{{1,3}}{score}",
            rf"{score} (?:for )?{about}\b",
        )
        for way in ways:
            found = re.search(way, note, re.I)
            if found is not None and (not of.wrong or _number(of.wrong) == _number(found["old"])):
                return f"{note[: found.start('old')]}{_like(of.right, found['old'])}{note[found.end('old') :]}"
    if not of.wrong or (of.about and not re.search(rf"(?<!\w){re.escape(of.about)}", note, re.I)):
        return None
    if re.search(rf"(?<![\w/]){re.escape(of.wrong)}(?![\w/])", note, re.I) is None:
        return None
    return put_right(note, f"{of.right} not {of.wrong}")


def _number(words: str) -> str:
    return _OF_TEN.sub("", words).strip()


def _like(right: str, old: str) -> str:
    """A new score, of ten where the old one was: "3" for "5/10" is "3/10"."""
    of_ten = _OF_TEN.search(old)
    return right if of_ten is None or _OF_TEN.search(right) else f"{right}{of_ten[0]}"
