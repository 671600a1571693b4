"""Whether a sign is told of long ago: a date that is said of it, and not of an injection, a test or an operation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from ._clauses import SmallWords, Span, new_subject
from ._patterns import COMMA, STOP

_DATE_REACH = 14
# A date that opens the sentence holds for all of it.
_FRONTED_DATE_REACH = 40


class _Cues(Protocol):
    """The cues of a category between two places."""

    def __call__(self, category: str, low: int, high: int, /) -> Sequence[Span]: ...


class Dates:
    """The dates of one message."""

    def __init__(self, words: SmallWords, codes: str, within: _Cues) -> None:
        self._words = words
        self._codes = codes
        self._within = within

    def of(self, sign: Span, sentence: Span, *, listed: bool) -> bool:
        """Whether a date that is long past is said of the `sign`; `listed`: it may stand in a list behind its date."""
        (start, end), (left, right) = sign, sentence
        low, high = max(left, start - _FRONTED_DATE_REACH), min(right, end + _DATE_REACH)
        dates = self._within("dated", low, high)
        if not dates or self._within("progressing", end, right):
            return False
        if self._is_of_now(sign, left):
            # What is so before each injection is told in the present, and wears off.
            dates = [date for date in dates if self._codes[date[0]] == self._words.before]
        return any(
            not self._is_another(date, sign, sentence, listed=listed) and not self._is_voided(date, sign, sentence)
            for date in dates
            if date[0] >= start - _DATE_REACH or date[0] <= left + 1
        )

    def _is_of_now(self, sign: Span, left: int) -> bool:
        """Whether the very words of the sign, or the two before it, are in the present tense: "throat is swelling"."""
        said = self._codes[max(left, sign[0] - 2) : sign[1]]
        tense = self._words.present_tense
        return any(code in tense for code in said) and not any(code in self._words.past_tense for code in said)

    def _is_voided(self, date: Span, sign: Span, sentence: Span) -> bool:
        """Whether words near by say that it only tells when something began, or that it is recent."""
        near_left = max(sentence[0], min(sign[0], date[0]) - 4)
        near_right = min(sentence[1], max(sign[1], date[1]) + 3)
        return any(
            not (date[0] <= other[0] and other[1] <= date[1])
            for name in ("not_dated", "recent")
            for other in self._within(name, near_left, near_right)
        )

    def _is_another(self, date: Span, sign: Span, sentence: Span, *, listed: bool) -> bool:
        """Whether it belongs to another statement: "I had covid 3 years ago and my chest hurts", "last jab in May"."""
        (start, end), left = sign, sentence[0]
        words, codes = self._words, self._codes
        if date[1] <= start:
            between = codes[date[1] : start + 1]
            joins = any(
                code in words.joined and following not in words.past_verbs
                for code, following in pairwise(between + STOP)
            )
            if joins or new_subject(words, between[1:]) or (not listed and self._left_behind(date, start, left)):
                return True
        elif new_subject(words, codes[end : date[0] + 1]) or self._is_asked_behind(date, end):
            return True
        told = [cue for cue in self._within("of_another", left, sentence[1]) if cue[1] <= start or end <= cue[0]]
        return any(cue[0] <= date[0] <= cue[1] + 3 for cue in told) or self._stands_apart(date, sign, sentence)

    def _is_asked_behind(self, date: Span, end: int) -> bool:
        """Whether it belongs to a question behind the sign: "coughed up blood, do I fast before the blood test"."""
        breaks = COMMA + self._words.joined
        return any(self._codes[cue[0] - 1] in breaks for cue in self._within("question", end + 1, date[0] + 1))

    def _left_behind(self, date: Span, start: int, left: int) -> bool:
        """Whether the date closes what was told before a comma, and the sign stands alone behind it: "had covid 3 years
        ago, chest pain and sweating". One that opens the sentence, or tells on with a verb, holds for what follows."""
        codes, words = self._codes, self._words
        between = codes[date[1] : start]
        told = COMMA in between and not any(code in between for code in words.subjects + words.past_verbs)
        return told and (between[0] != COMMA or any(code not in words.openers for code in codes[left : date[0]]))

    def _stands_apart(self, date: Span, sign: Span, sentence: Span) -> bool:
        """Whether a comma parts the date, with what it is said of, from a sign that is told of now: "my feet are numb,
        had a fall in May". Behind a comma, a date alone is that of the sign; so is one that opens the sentence."""
        (start, end), codes, words = sign, self._codes, self._words
        if self._of_then(sign, sentence):
            return False
        if date[0] >= end:
            comma = codes.rfind(COMMA, end, date[0])
            said = codes[comma + 1 : date[0]]
            # "When I was young I had asthma": the date is of what goes on behind it.
            tells_on = codes[date[1] : date[1] + 1] in words.subjects if date[1] < sentence[1] else False
        else:
            comma = codes.find(COMMA, date[1], start)
            said = codes[max(sentence[0], codes.rfind(COMMA, sentence[0], date[0]) + 1) : date[0]]
            tells_on = False
        alone = all(code in words.date_leads + words.openers for code in said) and not tells_on
        return comma >= 0 and not alone

    def _of_then(self, sign: Span, sentence: Span) -> bool:
        """Whether the statement of the sign, between two commas, is in the past tense."""
        codes, words = self._codes, self._words
        first = codes.rfind(COMMA, sentence[0], sign[0])
        last = codes.find(COMMA, sign[1], sentence[1])
        said = codes[first + 1 if first >= 0 else sentence[0] : last if last >= 0 else sentence[1]]
        return any(code in words.past_tense and before not in words.perfect for before, code in pairwise(STOP + said))
