"""Text to normalised tokens: one spelling for each schedule word, digits for numbers, the place in the text kept.

The tokenizer is spaCy's with affix rules of our own, because prescriptions glue what English separates ("q12wk",
"1mg", "2/52") and keep together what English splits ("3-Apr-26").
"""

from __future__ import annotations

import re
import threading
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import accumulate
from typing import Any, NamedTuple

import spacy
import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from b12guide.at_hand import at_hand

from .day_words import MONTH_ENDS, MONTH_STARTS

MAX_CHARS = 2000
# Characters of normalised words that are read, 500 words or so: "eow" is read as three, a row of signs as one each.
_MOST_CANON = 3000

_WORDS: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("words.yml").read_text("utf-8"))
_REAL_WORDS = frozenset(files(__package__).joinpath("real_words.txt").read_text("utf-8").split())
_CANON: dict[str, str] = {form: canon for canon, forms in _WORDS["words"].items() for form in forms}
_NUMBERS: dict[str, int] = _WORDS["numbers"]
ORDINALS: dict[str, int] = _WORDS["ordinals"]
_SHORT_DAYS: dict[str, str] = _WORDS["short_days"]
_SHORT_UNITS: dict[str, str] = _WORDS["short_units"]
_AFTER_I_AM = frozenset(_WORDS["after_i_am"])
# "Hi im b12 every 12 weeks": what begins a message so is somebody, and no route.
_OPENS, _B12 = frozenset({"", "hi", "hello", "hey", "hiya"}), frozenset({"b12", "b", "vitamin", "vit"})
_AMOUNTS = frozenset(form for unit in ("mg", "mcg", "ml") for form in _WORDS["words"][unit])
_PLURAL_DAYS = frozenset(_WORDS["plural_days"])
_FUZZY: tuple[str, ...] = tuple(_WORDS["fuzzy"])
_DAYS = frozenset(f"{d}day" for d in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
_DAY_NEIGHBOURS = frozenset({"on", "every", "each", "next", "this", "and", "&", "/", ",", "last"})
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_EXPANDED = {
    "once": "1 time",
    "twice": "2 time",
    "thrice": "3 time",
    "qod": "every other day",
    "eow": "every other week",
}

_PROTECTED = re.compile(
    r"\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2(?:\d{4}|\d{2})|\d{1,2}/\d{1,2}|\d{1,3}(?:,\d{3})+|\d+\.\d+"
    r"|\d+(?:st|nd|rd|th)|2morr?ow?|top-up|neo-cytamen|cobalin-h|[^\W\d_]+'[^\W\d_]+"
)
# As it is written in texts.
_TOMORROW = re.compile(r"2morr?ow?")
_SPLIT = re.compile(r"[-/+&,;:()\[\]{}\"~*=|<>?!…•·]|\.{2,}|\.(?!\d)|(?<!\d)\.")
_PREFIX = re.compile(r"[^\w~#@&+-]")
_SUFFIX = re.compile(r"[^\w~#@&+-]$")
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]")
_TIMES = re.compile(r"\u00d7|\*(?=\s*\d)")
_QUOTES = re.compile("[\u2018\u2019\u02bc`\u00b4]")
_GLUED = re.compile(r"(?<=\d)(?!(?:st|nd|rd|th|morr?ow?)\b)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
# "3rdSeptember", "the 26 th".
_ORDINAL_END = re.compile(r"(?<=\d)(st|nd|rd|th)(?=(?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))")
_ORDINAL_OFF = re.compile(r"(?<=\d)[ ]+(?=(?:nd|rd|th)\b|(?<=1 )st\b)")
# "Im every 12 weeks" says who, and "1mg im every 12 weeks" how: it begins a clause, and is not in capitals.
_LEADING = (
    "and|but|so|hi|hiya|hello|hey|morning|evening|ok|okay|yes|no|well|sorry|now|because|cos|since|as|think"
    "|says?|means?|that"
)
_I_AM = re.compile(
    # A few blanks and words at each place: from each of many the rest would be read anew.
    rf"(?P<lead>(?:^|[.;!?\n]|(?<!mg)(?<!mcg),)\s{{0,3}}(?:(?:{_LEADING}),?\s{{1,3}}){{0,4}}"
    r"|\b(?:and|but|so|because|cos|since|as)\s{1,3})(?-i:[Ii]m)"
    r"(?=\s{1,3}(?:every|each|weekly|monthly|fortnightly|quarterly|yearly|daily|once|twice|three|four|alternate|\d))",
    re.I,
)
_GLUED_Q = re.compile(r"\bq(?=(?:weeks?|wks?|months?|mo|mth|days?|hours?|hrs?|other|every)\b)")
# "once-a-month", "every-other-day": a chain of words; "3-Apr-26" and "neo-cytamen" are none.
_CHAIN = re.compile(r"\b(?!\d+-\w+-\d+\b)\w+(?:-\w+){2,}\b")
# "Sept. 3", "3 Oct. 2026": no end of a sentence.
_MONTH_LIKE = rf"(?<![a-z])(?:{MONTH_STARTS}){MONTH_ENDS}\.?"
# A line that ends with a date ends its clause: what begins the next one is counted by no day.
_DATE_LINE = re.compile(
    rf"({_MONTH_LIKE} ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d(?:st|nd|rd|th)?(?: of)? ?{_MONTH_LIKE}(?:,? \d{{4}})?)[ \t]*\n"
)
# "The 3rd o' May", as it is spoken.
_SPOKEN_OF = re.compile(
    rf"\b(\d{{1,2}}(?:st|nd|rd|th)?|first|[a-z]+th|(?:twenty )?(?:second|third)) o'? ?(?={_MONTH_LIKE})"
)
# "'26" behind a month or a day is a year.
_YEAR_SHORT = re.compile(
    rf"({_MONTH_LIKE}|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?|\b[a-z]+(?:th|st|second|third))(,?) ?'(\d\d)(?![\w'])"
)
_CENTURY = 20
# As it is heard by a phone: "on the be twelve shots".
_BE_TWELVE = re.compile(
    r"(?<=the )(?<!\bbe the )be{1,2}[ -]?(?:twelve|12)\b|\b(?<=(?:my|on|of) )be{1,2}[ -]?(?:twelve|12)\b"
    r"|\b(?<=(?:her|his|our|for) )be{1,2}[ -]?(?:twelve|12)\b"
)
_MONTH_DOT = re.compile(
    r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.(?=\s*(?:[,'\d(-]|the\s+\w+(?:th|st|nd|rd)\b|of\s+\d|(?:or|ish)\b)"
    r"|\s+(?:" + "|".join(ORDINALS) + r"|first|twenty|thirty)\b)"
)
_DOTTED = re.compile(
    r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?|\b(?:wks?|mths?|mos?|inj|alt|wkly|mthly|approx|vit|dr|hrs?|yrs?|amp|sub|no|vs|q)\.(?=\s+[\w(]|\d)"
)
# Signs without a blank are taken off one by one, each time from all that is left: so a chain of them is cut.
_CHUNK = re.compile(r"\S{1,60}")
# No schedule word is longer.
_LONGEST_WORD = 24
_VITAMINS = frozenset(("1", "2", "3", "5", "6", "7", "9", "12", "twelve"))
_NUMBER = re.compile(r"(?:(\d+)(?:th)?|first)$")
_DOZEN = 12
_LETTERS = re.compile(r"(?<![\w'])[a-z]{5,12}(?![\w'])", re.I)
_MARKS = frozenset(".,?!;:")
_TOKENIZER: Any = spacy.blank("en").tokenizer
_TOKENIZER.rules = {}
_TOKENIZER.prefix_search = _PREFIX.match
_TOKENIZER.suffix_search = _SUFFIX.search
_TOKENIZER.infix_finditer = _SPLIT.finditer
_TOKENIZER.token_match = _PROTECTED.fullmatch
# spaCy's memory zone, which forgets a person's words after use, admits one thread at a time.
_LOCK = threading.Lock()


class Token(NamedTuple):
    """``canon`` is the normalised form (it may be several words); ``start`` and ``end`` are places in the text."""

    text: str
    canon: str
    start: int
    end: int


@dataclass(frozen=True)
class Lexed:
    """The tokens, and their normalised forms joined by single blanks, with a blank at either end.

    ``whole`` is False where the text goes on: only its beginning was read.
    """

    text: str
    tokens: tuple[Token, ...]
    whole: bool = True
    canon: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts, place = [], 1
        for token in self.tokens:
            starts.append(place)
            place += len(token.canon) + 1
        object.__setattr__(self, "canon", " " + "".join(t.canon + " " for t in self.tokens))
        object.__setattr__(self, "starts", tuple(starts))

    def words(self, start: int, end: int) -> str:
        """What was written at ``canon[start:end]``."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, end) - 1
        return self.text[self.tokens[first].start : self.tokens[last].end]


def normalise(text: str) -> str:
    """One form for dashes, quotes, dotted abbreviations and full-width digits; lower case; numbers off letters."""
    # Halves of characters, which the tokenizer refuses, stand for nothing that is read.
    text = text[:MAX_CHARS].encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKC", text)
    text = _I_AM.sub(r"\g<lead>i'm", text).lower()[:MAX_CHARS]
    text = _BE_TWELVE.sub("b12", _TIMES.sub(" x ", text))
    text = _QUOTES.sub("'", _DASHES.sub("-", text))
    text = _ORDINAL_END.sub(r"\1 ", _ORDINAL_OFF.sub("", text))
    text = _SPOKEN_OF.sub(r"\1 of ", text)
    text = _YEAR_SHORT.sub(rf"\1\2 {_CENTURY}\3", text)
    text = _DATE_LINE.sub(r"\1 , ", text)
    text = _MONTH_DOT.sub(r"\1 ", text)
    text = _DOTTED.sub(lambda m: m.group().replace(".", ""), text)
    text = _CHAIN.sub(lambda m: m.group().replace("-", " "), text)
    return _GLUED.sub(" ", _GLUED_Q.sub("q ", text))


def _raw_tokens(text: str) -> list[tuple[str, int]]:
    """The tokens with their places. No token goes over a blank, and a word of letters alone, at most with a mark behind
    it, needs no tokenizer: most of what people write is that."""
    chunks = [(match.group(), match.start()) for match in _CHUNK.finditer(text)]
    parts = _parts([chunk for chunk in dict.fromkeys(chunk for chunk, _ in chunks) if not _plain(chunk)])
    found: list[tuple[str, int]] = []
    for chunk, start in chunks:
        if chunk in parts:
            found += [(token, start + place) for token, place in parts[chunk]]
        elif chunk.isalpha() or len(chunk) == 1:
            found.append((chunk, start))
        else:
            found += [(chunk[:-1], start), (chunk[-1], start + len(chunk) - 1)]
    return found


def _plain(chunk: str) -> bool:
    return len(chunk) == 1 or chunk.isalpha() or (chunk[-1] in _MARKS and chunk[:-1].isalpha())


def _parts(chunks: list[str]) -> dict[str, list[tuple[str, int]]]:
    """The tokens of each chunk with their places in it. All at once: to begin takes longer than to go on."""
    found: dict[str, list[tuple[str, int]]] = {chunk: [] for chunk in chunks}
    if not chunks:
        return found
    begins = list(accumulate((len(chunk) + 1 for chunk in chunks), initial=0))
    with _LOCK, _TOKENIZER.vocab.memory_zone():
        for token in _TOKENIZER(" ".join(chunks)):
            place = bisect_right(begins, token.idx) - 1
            found[chunks[place]].append((token.text, token.idx - begins[place]))
    return found


def _known(word: str) -> str | None:
    if word in _NUMBERS:
        return str(_NUMBERS[word])
    if word in ORDINALS:
        return f"{ORDINALS[word]}th"
    return _CANON.get(word)


def _respelled(word: str) -> str | None:
    """The schedule word that this misspells, if it is no word of its own (real_words.txt)."""
    if not 5 <= len(word) <= _LONGEST_WORD or not word.isalpha() or word in _REAL_WORDS:
        return None
    slips = 1 if len(word) < 9 else 2
    found = process.extractOne(word, _FUZZY, scorer=OSA.distance, score_cutoff=slips)
    return _known(found[0]) if found else None


def with_days_spelt(text: str) -> str:
    """`text` with the names of weekdays and months in the place of those that a slip has made of them: "thrusday",
    "wendesday", "octobre"."""

    def spelt(found: re.Match[str]) -> str:
        word = found[0].lower()
        name = _respelled(word) if _known(word) is None else None
        return name if name in _DAYS or name in _MONTHS else found[0]

    return _LETTERS.sub(spelt, text)


def _canon(words: list[tuple[str, int]], i: int, before: str) -> str:
    word = words[i][0]
    if word == "n" and before in _DAYS and i + 1 < len(words) and _known(words[i + 1][0]) in _DAYS:
        # "Tues n fri".
        return "and"
    if word.isdigit():
        # "Last 1 March" is a day, "last one, March" is none.
        return "1th" if word == "1" and before == "last" and _begins_month(words[i + 1 : i + 3]) else word
    if word[0].isdigit():
        if _TOMORROW.fullmatch(word):
            return "tomorrow"
        return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "th", word.replace(",", "") if "," in word else word)
    number = before[-1:].isdigit()
    after = words[i + 1][0] if i + 1 < len(words) else ""
    if number and word in _SHORT_UNITS and word not in _SHORT_DAYS and after != "/":
        return _SHORT_UNITS[word]
    if before == "/" and word in ("d", "w") and i > 1 and words[i - 2][0] in _AMOUNTS:
        return _SHORT_UNITS[word]
    if word == "im" and (after in _AFTER_I_AM or after.endswith("ing") or (before in _OPENS and after in _B12)):
        return "i'm"
    if word in _SHORT_DAYS:
        if (
            word == "mon"
            and number
            and not _dated(words[i + 1 : i + 4])
            and after not in _SHORT_DAYS
            and _CANON.get(after) not in _DAYS
        ):
            return "month"
        beside = before in _DAY_NEIGHBOURS or before in _DAYS or after[:1].isdigit() or after in ("/", "&")
        beside = (
            beside
            or _CANON.get(after) in _MONTHS
            or (after == "the" and i + 2 < len(words) and words[i + 2][0][:1].isdigit())
        )
        return _SHORT_DAYS[word] if word in ("mon", "wed") or beside else word
    known = _known(word) or _respelled(word) or word
    if word in _PLURAL_DAYS:
        return known + "s"
    return _EXPANDED.get(known, known)


def _begins_month(words: list[tuple[str, int]]) -> bool:
    """Whether the name of a month comes next, and not "may" as in "one may be late"."""
    names = [_CANON.get(word) or word for word, _ in words]
    return bool(names) and names[0] in _MONTHS and (names[0] != "may" or names[1:2] not in (["be"], ["have"], ["not"]))


def _dated(words: list[tuple[str, int]]) -> bool:
    """Whether these words begin a date: "one mon 28th sep"."""
    known = [_known(word) or word for word, _ in words]
    return any(w in _MONTHS for w in known) and known[0] not in (",", ".", ";")


@at_hand(64)
def lex(text: str) -> Lexed:
    """Normalised tokens of the first ``MAX_CHARS`` characters of ``text``."""
    # A text of just this length was most likely cut before it came here.
    whole = len(text) < MAX_CHARS
    text = normalise(text)
    raw = _raw_tokens(text)
    tokens: list[Token] = []
    i = length = 0
    while i < len(raw) and length < _MOST_CANON:
        word, start = raw[i]
        used = _vitamin(raw, i) if word == "b" else 0
        if used:
            last, at = raw[i + used - 1]
            tokens.append(Token(text[start : at + len(last)], "b12", start, at + len(last)))
            i += used
            length += 4
            continue
        end = start + len(word)
        canon = _canon(raw, i, tokens[-1].canon if tokens else "")
        i += 1
        tokens.append(Token(word, canon, start, end))
        length += len(canon) + 1
        _merge_number(text, tokens)
        _merge_dozen(text, tokens)
    return Lexed(text, tuple(tokens), whole and i == len(raw))


def _vitamin(raw: list[tuple[str, int]], i: int) -> int:
    """How many tokens from this "b" on name a B vitamin: its number is not one of the schedule."""
    dash = i + 1 < len(raw) and raw[i + 1][0] == "-"
    j = i + 1 + dash
    return j - i + 1 if j < len(raw) and raw[j][0] in _VITAMINS else 0


def _merge_number(text: str, tokens: list[Token]) -> None:
    """ "twenty-eight" is one number, and so are "two hundred", "twenty sixth" and "twenty twenty six"; "twelve (12)"
    says it once."""
    if len(tokens) > 1 and tokens[-1].text.isalpha() and (number := _NUMBER.match(tokens[-1].canon)):
        ordinal = not tokens[-1].canon.isdigit()
        back = 3 if tokens[-2].canon in ("-", "and") and len(tokens) > 2 else 2
        tens, ones = tokens[-back], int(number[1] or 1)
        if tens.text[:1].isalpha() and tens.canon.isdigit():
            merged = _joined(int(tens.canon), ones, ordinal=ordinal, apart=tokens[-2].canon == "and")
            if merged is not None:
                _replace(text, tokens, back, f"{merged}th" if ordinal else str(merged))
    elif len(tokens) > 3 and tokens[-1].canon == ")":
        number_, opening, again, closing = (t.canon for t in tokens[-4:])
        if (opening, closing) == ("(", ")") and number_ == again and number_.isdigit():
            _replace(text, tokens, 4, number_)


def _merge_dozen(text: str, tokens: list[Token]) -> None:
    """ "Half a dozen" and "half dozen" are 6, "two dozen" 24."""
    if tokens[-1].text not in ("dozen", "doz") or len(tokens) < 2:
        return
    joined = tokens[-2].canon in ("a", "-") and len(tokens) > 2
    before = tokens[-3 if joined else -2].canon
    if before == "half":
        _replace(text, tokens, 3 if joined else 2, "6")
    elif not joined and before.isdigit() and int(before) in range(2, 10):
        _replace(text, tokens, 2, str(int(before) * _DOZEN))


def _joined(value: int, ones: int, *, ordinal: bool, apart: bool) -> int | None:
    """The one number that two spelled ones say, or None; ``apart`` where "and" stands between them."""
    if apart:
        return value + ones if value == 2000 and ones < 100 and not ordinal else None
    if ones in (100, 1000) and value < 100:
        return value * ones
    if value % 10 == 0 and value in (*range(20, 100, 10), *range(2020, 2100, 10)) and 0 < ones < 10:
        return value + ones
    if ((value == 20 and 10 <= ones < 100) or value == 2000) and not ordinal:
        return 2000 + ones
    return None


def _replace(text: str, tokens: list[Token], count: int, canon: str) -> None:
    start, end = tokens[-count].start, tokens[-1].end
    del tokens[-count:]
    tokens.append(Token(text[start:end], canon, start, end))
