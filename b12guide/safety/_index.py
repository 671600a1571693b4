"""Which of many patterns can match a message at all, told from its words without trying them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ._patterns import Pattern
from ._words import ASK, STOP

# The place of a pattern among others, and of the codes of a message the first and the end that it is looked for in.
Within = tuple[int, int, int]
# Of the word lists that a pattern needs, by how many, the rarest first, it is known whether it can match at all.
_LISTS_LOOKED_AT = 3
_SENTENCE = re.compile(f"[^{re.escape(STOP + ASK)}]+")
# So many sentences are looked at together; of a longer one each word is looked at once, so that memory has a bound.
_SENTENCES_AT_ONCE, _LONG_SENTENCE = 64, 200
_BITS = 64


class PatternIndex:
    """Tells which patterns can match by rows of bits, one bit for each pattern.

    Of the lists that a pattern needs, the rarest has its bit in the first part of a row, the next in the second, and so
    on. Each word has a row, words of the same lists the same one. To join the rows of the words of a sentence, and the
    parts of the row, takes the place of a look at each pattern.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        needs = [tuple(dict.fromkeys(pattern.needs)) for pattern in patterns]
        # What many patterns need is said often ("not", "to"), so a list of few such words tells most patterns apart.
        often = Counter(code for lists in needs for codes in lists for code in codes)
        weights = {codes: sum(often[code] ** 2 for code in codes) for codes in set().union(*needs)}
        self._many = len(patterns)
        width = -(-self._many // _BITS) * _BITS
        # The bits of patterns which need fewer lists and so lack nothing; they stand in every row.
        content = np.zeros(_LISTS_LOOKED_AT * width, np.uint8)
        bits_of: dict[str, list[int]] = {}
        for place, lists in enumerate(needs):
            rarest = sorted(lists, key=weights.__getitem__)[:_LISTS_LOOKED_AT]
            for turn in range(_LISTS_LOOKED_AT):
                if turn < len(rarest):
                    bits_of.setdefault(rarest[turn], []).append(turn * width + place)
                else:
                    content[turn * width + place] = 1
        lists_of: dict[str, list[str]] = {}
        for codes in bits_of:
            for code in codes:
                lists_of.setdefault(code, []).append(codes)
        rows = [np.packbits(content, bitorder="little")]
        known: dict[tuple[str, ...], int] = {}
        self._row_of = np.zeros(1 << 16, np.uint16)
        for code, of in lists_of.items():
            row = known.setdefault(tuple(of), len(rows))
            if row == len(rows):
                bits = content.copy()
                bits[[bit for codes in of for bit in bits_of[codes]]] = 1
                rows.append(np.packbits(bits, bitorder="little"))
            self._row_of[ord(code)] = row
        self._rows = np.array(rows).view(np.uint64)

    def possible(self, codes: str) -> list[Within]:
        """The patterns of which the rarest word lists have a word in a sentence of `codes`, in their order, each with
        where to look for it: from the first of such sentences to the last, as no match runs over the end of one."""
        rows = self._row_of[np.frombuffer(codes.encode("utf-16-le"), np.uint16)]
        spans = [match.span() for match in _SENTENCE.finditer(codes)]
        if len(spans) <= _SENTENCES_AT_ONCE:
            return list(self._possible(rows, spans)) if spans else []
        found: dict[int, Within] = {}
        for start in range(0, len(spans), _SENTENCES_AT_ONCE):
            for place, first, last in self._possible(rows, spans[start : start + _SENTENCES_AT_ONCE]):
                found[place] = (place, found[place][1] if place in found else first, last)
        return sorted(found.values())

    def _possible(self, rows: npt.NDArray[np.uint16], spans: Sequence[tuple[int, int]]) -> Iterator[Within]:
        said = np.array([self._joined(rows[start:end]) for start, end in spans])
        said = said.reshape(len(spans), _LISTS_LOOKED_AT, -1)
        # The bits of the patterns that lack nothing in a sentence.
        heard = said[:, 0] & said[:, 1] & said[:, 2]
        by_sentence = np.unpackbits(heard.view(np.uint8), axis=1, bitorder="little").view(np.bool_)
        places = (
            np.unpackbits(np.bitwise_or.reduce(heard).view(np.uint8), bitorder="little").view(np.bool_).nonzero()[0]
        )
        by_sentence = by_sentence[:, places]
        bounds = np.array(spans)
        first = bounds[by_sentence.argmax(axis=0), 0]
        # With the sign that ends it, for those patterns that look for it.
        last = bounds[len(spans) - 1 - by_sentence[::-1].argmax(axis=0), 1] + 1
        return zip(places.tolist(), first.tolist(), last.tolist(), strict=True)

    def _joined(self, rows: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint64]:
        """The bits of all words of a sentence."""
        different = np.unique(rows) if len(rows) > _LONG_SENTENCE else rows
        return np.bitwise_or.reduce(self._rows.take(different, axis=0))
