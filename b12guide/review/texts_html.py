"""The texts of a sheet as HTML: each in full, and beside it the words that differ from country to country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from .places import parts
from .sheets import Passage, Sheet

# How a clinician reads the codes of countries; a code that stands nowhere here is shown as it is.
COUNTRIES: Final = {
    "GB": "UK", "IE": "Ireland", "US": "USA", "CA": "Canada", "AU": "Australia", "NZ": "New Zealand", "IN": "India",
    "ZA": "South Africa", "NL": "Netherlands", "CH": "Switzerland", "HK": "Hong Kong",
    "EU": "the rest of the European Union", "other": "any other country", "unknown": "country not known",
}  # fmt: skip
_NOTHING: Final = "(nothing)"
_OR: Final = "Or, in other words, another time:"


class Texts:
    """The texts of one page, with the tables of places that stand on it already."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._titles = sheet, titles(sheet.passages)
        self._attributes = f'class="text" lang="{sheet.language}" dir="auto"'
        # The rows of each table, and what the text that they stood under first is called.
        self._shown: dict[str, str] = {}
        self._anchors = frozenset(one.name for one in sheet.passages if _is_source(one))

    def html(self) -> Iterator[str]:
        """All texts under their headings."""
        for section, in_it in groupby(self._sheet.passages, key=lambda passage: passage.section):
            yield f"<h2>{escape(section or 'What is said')}</h2>"
            for name, same_name in groupby(in_it, key=lambda passage: passage.name):
                yield from self._text(name, list(same_name))

    def _text(self, name: str, passages: list[Passage]) -> Iterator[str]:
        first = passages[0]
        heading, level = first.heading or in_words(name), "h4" if first.part else "h3"
        anchor = f' id="{escape(name)}"' if name in self._anchors else ""
        yield f"<{level}{anchor}>{escape(heading)}</{level}>"
        # A question is its own heading.
        if len(passages) > 1 or first.text != heading:
            for number, wording in enumerate(_wordings(passages)):
                if number:
                    yield f'<p class="note">{_OR}</p>'
                yield from self._said(wording)
        for note in dict.fromkeys(passage.note for passage in passages if passage.note):
            yield f'<p class="note">{escape(note)}</p>'

    def _said(self, passages: list[Passage]) -> Iterator[str]:
        """One text; of several, the first with the places marked where others differ, and a table for each place."""
        first = passages[0]
        if first.countries:
            yield f'<p class="note">{where(first.countries)}:</p>'
        if len(passages) == 1:
            yield f"<p {self._attributes}>{self._linked(first.shown or first.text)}</p>"
            return
        found = parts([passage.text for passage in passages])
        places = [part.texts for part in found if part.is_place]
        marked, number = "", 0
        for part in found:
            if part.is_place:
                number += 1
                said = part.texts[0]
                gap = said[len(said.rstrip()) :] if said.strip() else " "
                which = f"<sup>{number}</sup>" if len(places) > 1 else ""
                marked += f"<mark>{escape(said.strip()) or _NOTHING}</mark>{which}{gap}"
            else:
                marked += escape(part.texts[0])
        yield f"<p {self._attributes}>{marked}</p>"
        for number, texts in enumerate(places, 1):
            yield self._table(passages, texts, number if len(places) > 1 else 0, whole=len(found) == 1)

    def _table(self, passages: list[Passage], texts: Sequence[str], number: int, *, whole: bool) -> str:
        """What is said in a place, once for the countries in which it is the same; a table that stands on the page
        already is named. Where the `whole` text differs, what is shown above is not said again."""
        said: dict[str, list[str]] = {}
        for passage, text in zip(passages, texts, strict=True):
            said.setdefault(text.strip(), []).extend(passage.countries)
        if whole:
            del said[texts[0].strip()]
        rows = "".join(
            f'<tr><th scope="row">{where(codes)}</th><td {self._attributes}>{escape(text) or _NOTHING}</td></tr>'
            for text, codes in said.items()
        )
        place = f"marked place&nbsp;{number}" if number else "the marked place"
        title = self._titles[passages[0].name] + (f", place {number}" if number else "")
        if above := self._shown.get(rows):
            return f'<p class="note">In {place}: as in the table under <b>{escape(above)}</b>.</p>'
        self._shown[rows] = title
        head = f'<thead><tr><th scope="col">Where</th><th scope="col">In {place}</th></tr></thead>'
        return table(f"{head}<tbody>{rows}</tbody>", title)

    def _linked(self, text: str) -> str:
        """A text whose lines that are addresses are links; a list of sources leads to each of them on the page."""
        if text and self._anchors.issuperset(keys := text.split(", ")):
            return ", ".join(f'<a href="#{escape(key)}">{escape(key)}</a>' for key in keys)
        lines = [
            f'<a href="{escape(line)}">{escape(line)}</a>' if line.startswith(("http://", "https://")) else escape(line)
            for line in text.split("\n")
        ]
        return "\n".join(lines)


def table(rows: str, title: str) -> str:
    """A table in a box of its own, which scrolls where the page is narrower; it is called so by who cannot see it."""
    return f'<div class="table" role="region" aria-label="{escape(title)}" tabindex="0"><table>{rows}</table></div>'


def titles(passages: Sequence[Passage]) -> dict[str, str]:
    """What each text is called away from its heading, by its name: with the heading that it is part of."""
    found: dict[str, str] = {}
    over = ""
    for passage in passages:
        heading = passage.heading or in_words(passage.name)
        found[passage.name] = f"{over} {heading}" if passage.part else heading
        over = over if passage.part else heading
    return found


def sources(sheet: Sheet) -> list[Passage]:
    """The sources that a sheet names with their addresses."""
    return [one for one in sheet.passages if _is_source(one)]


def where(codes: Sequence[str]) -> str:
    """Countries as they are read, as HTML."""
    return escape(", ".join(COUNTRIES.get(code, code) for code in codes) or "everywhere")


def in_words(name: str) -> str:
    """A name as a heading."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _wordings(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The texts of one name by wording: each is said in other countries than the others of its wording."""
    wording: list[Passage] = []
    for passage in passages:
        there = {code for one in wording for code in one.countries}
        if wording and (not passage.countries or not there or there & set(passage.countries)):
            yield wording
            wording = []
        wording.append(passage)
    yield wording


def _is_source(passage: Passage) -> bool:
    return passage.text.rpartition("\n")[2].startswith("http")
