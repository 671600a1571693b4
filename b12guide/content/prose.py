"""How plain a text is, and what it must not contain, whatever it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

# Each text of the content is read once, however often it is checked; it has fewer than half as many.
_MOST_KEPT: Final = 16384
MAX_GRADE: Final = 6.0
MAX_SENTENCE_WORDS: Final = 20
MAX_SHORT_WORDS: Final = 80

# NHS service manual, content: "should" can sound patronising; "jab" makes people who fear needles more anxious;
# "microgram" in full, because mcg and µg are mistaken for mg (ISMP list of error-prone abbreviations); months in words.
UNIT_SHORT_FORM: Final = re.compile(r"\b(?:mcg|ug)\b|[μµ]g\b", re.IGNORECASE)
_BANNED: Final = (
    (re.compile(r"\bshould\b", re.IGNORECASE), "say what people do, or 'talk to your clinic about'"),
    (re.compile(r"\b(?:don[\u2019']?t|do not) worry\b", re.IGNORECASE), "say what to do instead"),
    (re.compile(r"\bjabs?\b", re.IGNORECASE), "write 'injection'"),
    (re.compile(r"\b(?:safe|fine|ok|okay) to wait\b", re.IGNORECASE), "never say that waiting is safe"),
    (re.compile(r"\b1,?000 ?mg\b", re.IGNORECASE), "1,000 micrograms is 1mg: check the unit"),
    (
        re.compile(r"\b\d{1,4}/\d{1,2}(?:/\d{1,4})?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}([.-])\d{1,2}\1\d{2,4}\b"),
        "write a date as 'Monday 30 March 2026'",
    ),
    (re.compile(r"\*\*|__|`|<[a-z/]|\]\(|https?://"), "keep the text plain, without markup or addresses"),
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+|\n+")
_WORD: Final = re.compile(r"\S*\w\S*")


def words_in(text: str) -> int:
    """The number of words of a text."""
    return len(_WORD.findall(text))


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a line of its own, such as a bullet, ends one too."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def grade_of(text: str, uncounted: Iterable[str] = ()) -> float:
    """The Flesch-Kincaid grade of a text (US school years, by textstat).

    Args:
        text: the text.
        uncounted: names that count as one short word each (see `content/readability.yml`).
    """
    return _grade_of(text, tuple(uncounted))


@lru_cache(_MOST_KEPT)
def _grade_of(text: str, uncounted: tuple[str, ...]) -> float:
    # Five MB, and a server only reads what was checked.
    import textstat

    for name in uncounted:
        text = re.sub(rf"\b{re.escape(name)}\b", "drug", text, flags=re.IGNORECASE)
    return float(textstat.textstat.flesch_kincaid_grade(text.replace("\n", " ")))


def grade_faults(text: str, uncounted: Iterable[str] = ()) -> Iterator[str]:
    """What is wrong where a text is too hard to read; `uncounted` as for `grade_of`."""
    if (grade := grade_of(text, uncounted)) > MAX_GRADE:
        yield f"reading grade {grade:.1f}; {MAX_GRADE:g} at most: use shorter words and sentences"


def wording_faults(text: str, *, unit_explained: bool = False) -> Sequence[str]:
    """What is wrong with the wording of a text, each with the way out.

    Args:
        text: a text that people read.
        unit_explained: whether this is the one place that explains the short form of microgram.
    """
    return _wording_faults(text, unit_explained)


@lru_cache(_MOST_KEPT)
def _wording_faults(text: str, unit_explained: bool) -> tuple[str, ...]:
    return tuple(_found_in_wording(text, unit_explained))


def _found_in_wording(text: str, unit_explained: bool) -> Iterator[str]:
    for sentence in sentences_of(text):
        count = words_in(sentence)
        if count > MAX_SENTENCE_WORDS:
            yield f"a sentence of {count} words ('{sentence[:40]}...'); {MAX_SENTENCE_WORDS} at most: split it"
    if not unit_explained and (found := UNIT_SHORT_FORM.search(text)):
        yield f"'{found.group()}'; write 'microgram' in full"
    for pattern, way_out in _BANNED:
        if found := pattern.search(text):
            yield f"'{found.group()}'; {way_out}"
