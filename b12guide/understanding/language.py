"""Which language a text is in: English wherever that is possible.

A person who writes English and is told that only English is understood is worse off than one whose Spanish is taken for
odd English. So letters of another script decide by themselves, and among Latin letters two must agree: small words
that only the other language has (`content/languages`), and the language model of lingua, in its small form.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from lingua import Language as Known
from lingua import LanguageDetector, LanguageDetectorBuilder

from b12guide.safety import DENSE, LATIN, OTHER, Languages, words_in

# What lingua tells apart: English and the languages of `content/languages` that are written in Latin letters.
_LATIN = {
    "de": Known.GERMAN,
    "es": Known.SPANISH,
    "fr": Known.FRENCH,
    "it": Known.ITALIAN,
    "pl": Known.POLISH,
    "pt": Known.PORTUGUESE,
    "ro": Known.ROMANIAN,
    "tr": Known.TURKISH,
}
# Characters that are looked at: a language shows in its first lines.
_LOOKED_AT = 600
# Small words of the other language, and letters in them, that are enough where lingua does not think of English first.
_SMALL_WORDS, _SMALL_LETTERS, _ENGLISH_BESIDE = 2, 6, 0.5
# Words that a text without one of English has at least, by what else speaks for another language: one small word,
# two letters with accents, nothing; and the most that lingua may give to English then.
_WORDS_NEEDED, _ENGLISH_LEFT = (3, 4, 4), (0.02, 0.01, 0.000001)


def language_of(text: str, languages: Languages) -> str | None:
    """The code of the language of `text`, "other" for one that has no file, None for English and in doubt."""
    part = unicodedata.normalize("NFKC", text[:_LOOKED_AT])
    if not part.isascii():
        script = _main_script(part)
        if script is not None:
            return _of_script(script, part, languages)
    return _of_latin(part, languages)


def _main_script(text: str) -> str | None:
    """The script, other than Latin, of most letters of `text`: its name in Unicode; None where Latin leads."""
    count: dict[str, int] = {}
    for c in text:
        if c.isalpha():
            name = LATIN if ord(c) < 0x250 else unicodedata.name(c, LATIN).split()[0].split("-")[0]
            count[name] = count.get(name, 0) + 1
    others = {name: seen for name, seen in count.items() if name.upper() != LATIN.upper() and seen > 0}
    latin = sum(seen for name, seen in count.items() if name.upper() == LATIN.upper())
    if sum(others.values()) < 2 or sum(others.values()) <= latin:
        return None
    # Japanese writes Chinese characters between its own letters.
    own = [name for name in others if name not in ("CJK", "MODIFIER")]
    return max(own, key=lambda name: others[name]) if own else "CJK"


def _of_script(script: str, text: str, languages: Languages) -> str:
    if script in ("ARABIC", "DEVANAGARI"):
        words = words_in(text)
        written = [one for one in languages.known.values() if one.script.upper() == script]
        fitting = [one for one in written if one.never.isdisjoint(text)]
        best = max(fitting, key=lambda one: sum(word in one.common for word in words), default=None)
        return best.code if best and any(word in best.common for word in words) else OTHER
    if script == "CJK":
        fitting = [one for one in languages.known.values() if one.script == DENSE]
        return fitting[0].code if fitting else OTHER
    return OTHER


def _of_latin(text: str, languages: Languages) -> str | None:
    words = [word for word in words_in(text) if word.isalpha() and len(word) > 1]
    english = sum(word in languages.english for word in words)
    small = {code: {word for word in words if word in one.common} for code, one in languages.known.items()}
    small[OTHER] = {word for word in words if word in languages.elsewhere}
    code = max(small, key=lambda one: (len(small[one]), one == OTHER, sum(map(len, small[one]))))
    seen = len(small[code])
    if seen >= _SMALL_WORDS and sum(map(len, small[code])) >= _SMALL_LETTERS and seen > english:
        return _nearest(text, code, small) if _share_of_english(text) <= _ENGLISH_BESIDE or code not in _LATIN else None
    if english:
        return None
    accents = sum(c.isalpha() and not c.isascii() for c in text)
    evidence = 0 if seen else 1 if accents > 1 else 2
    if len(words) < _WORDS_NEEDED[evidence] or _share_of_english(text) > _ENGLISH_LEFT[evidence]:
        return None
    nearest = _nearest(text, code, small) if seen else OTHER
    # One word is too little against what lingua finds: "je" is French, and Croatian.
    return nearest if nearest not in _LATIN or nearest == _likeliest(text) else OTHER


def _nearest(text: str, code: str, small: Mapping[str, set[str]]) -> str:
    """`code`, or the language that lingua finds likelier where as many small words speak for it."""
    found = _likeliest(text)
    return found if found in small and len(small[found]) >= len(small[code]) else code


def _likeliest(text: str) -> str:
    likely = _detector().detect_language_of(text)
    return next((code for code, known in _LATIN.items() if known == likely), OTHER)


def _share_of_english(text: str) -> float:
    return _detector().compute_language_confidence(text, Known.ENGLISH)


def warm_up() -> None:
    """Load what is needed now, not when somebody waits."""
    _detector()


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    builder = LanguageDetectorBuilder.from_languages(Known.ENGLISH, *_LATIN.values())
    return builder.with_low_accuracy_mode().with_preloaded_language_models().build()
