"""The page of a sheet, and the index of all pages, as HTML that needs no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Final

from b12guide.plan import full_date

from .changes import Piece, changes, pieces
from .reviews import State
from .sheets import Passage, Sheet, hash_of
from .signatures import FOLDER, KEPT, MONTHS_VALID, NAME_HERE, ROLE_HERE, SIGNATURE
from .topics import NOT_OPENED

INDEX: Final = "index.html"
KINDS: Final = {
    "topic": "Topics",
    "card": "Care cards",
    "language": "Other languages, for a native speaker with a clinician",
    "page": "On paper",
}
# How a clinician reads the codes of countries; a code that stands nowhere here is shown as it is.
COUNTRIES: Final = {
    "GB": "UK", "IE": "Ireland", "US": "USA", "CA": "Canada", "AU": "Australia", "NZ": "New Zealand", "IN": "India",
    "ZA": "South Africa", "NL": "Netherlands", "CH": "Switzerland", "HK": "Hong Kong",
    "EU": "the rest of the European Union", "other": "any other country", "unknown": "country not known",
}  # fmt: skip
_NOT_SIGNED: Final = "Not signed yet."
# A text of several lines that is shorter than this, in letters, is a list.
_LIST: Final = 200


def page(sheet: Sheet, state: State, today: date) -> str:
    """The page of a sheet: how it stands, what changed, all texts, and how to sign."""
    body = [
        f'<nav><a href="{INDEX}">All pages</a></nav>',
        "<main>",
        f"<h1>{escape(sheet.title)}</h1>",
        f"<p><b>{sheet.name}</b>, as on {full_date(today)}. Hash of the texts on this page: <b>{sheet.hash}</b></p>",
        f'<p class="status">{escape(status(state))}</p>',
        *_changed(sheet, state),
        *_texts(sheet),
        *(line for heading, lines in sheet.notes for line in _notes(heading, lines)),
        *_how_to_sign(sheet),
        "</main>",
    ]
    return _document(f"{sheet.title}: to sign", body)


def index(sheets: Sequence[tuple[Sheet, State]], today: date) -> str:
    """The list of all pages, with who signed each and when it is due again."""
    signed = sum(state.standing == "signed" for _, state in sheets)
    body = [
        "<main>",
        "<h1>B12 Guide: texts to sign</h1>",
        f"<p>Written on {full_date(today)}. Signed, and not due: {signed} of {len(sheets)}.</p>",
        "<p>Each page has all that patients read of one topic or one card. How to sign is at the end of each.</p>",
    ]
    for kind, rows in groupby(sheets, key=lambda row: row[0].kind):
        body += [
            f"<h2>{KINDS[kind]}</h2>",
            '<table><thead><tr><th scope="col">Page</th><th scope="col">Signature</th></tr></thead><tbody>',
            *(
                f'<tr><th scope="row"><a href="{sheet.name}.html">{escape(sheet.title)}</a></th>'
                f"<td>{escape(status(state))}</td></tr>"
                for sheet, state in rows
            ),
            "</tbody></table>",
        ]
    return _document("B12 Guide: texts to sign", [*body, "</main>"])


def status(state: State) -> str:
    """How a signature stands, in a sentence or two."""
    signature = state.signature
    if signature is None:
        return _NOT_SIGNED
    signed = f"Signed by {signature.who} on {full_date(signature.signed_on)}."
    if state.standing == "changed":
        return f"{signed} The texts have changed since: the signature is void."
    due = "is" if state.standing == "signed" else "was"
    return f"{signed} A new review {due} due by {full_date(signature.due)}."


def _changed(sheet: Sheet, state: State) -> Iterator[str]:
    if state.signature is None or state.standing != "changed":
        return
    yield "<h2>What changed since it was signed</h2>"
    kept = state.signature.kept
    if kept is None or hash_of(kept) != state.signature.hash:
        yield "<p>The texts that were signed were not kept beside the signature. Read all of this page.</p>"
        return
    yield "<p>Struck out is what was signed and is gone. Underlined is what is new.</p>"
    for change in changes(sheet, kept):
        yield f"<h3>{escape('; '.join(_said_key(*place) for place in change.places))}</h3>"
        yield f'<p class="text" lang="{sheet.language}" dir="auto">{"".join(map(_piece, change.pieces))}</p>'


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.kind == "gone":
        return f'<del><span class="hidden">(gone:) </span>{text}<span class="hidden"> (end)</span></del>'
    if piece.kind == "new":
        return f'<ins><span class="hidden">(new:) </span>{text}<span class="hidden"> (end)</span></ins>'
    return text


def _texts(sheet: Sheet) -> Iterator[str]:
    # The rows of a table, and the heading of the text that they stood under first.
    shown: dict[str, str] = {}
    anchors = frozenset(
        passage.name for passage in sheet.passages if passage.text.rpartition("\n")[2].startswith("http")
    )
    for section, in_it in groupby(sheet.passages, key=lambda passage: passage.section):
        yield f"<h2>{escape(section or 'What is said')}</h2>"
        for name, same_name in groupby(in_it, key=lambda passage: passage.name):
            passages = list(same_name)
            anchor = f' id="{escape(name)}"' if name in anchors else ""
            yield f"<h3{anchor}>{escape(passages[0].heading or _heading(name))}</h3>"
            yield from _passages(passages, sheet.language, shown, anchors)


def _passages(passages: list[Passage], language: str, shown: dict[str, str], anchors: frozenset[str]) -> Iterator[str]:
    """One text; of several, the first with the words marked that differ elsewhere, and what stands in that place there
    with its own words marked: once on a page, by the table that was `shown` with the same rows after that."""
    first, attributes = passages[0], f'class="text" lang="{language}" dir="auto"'
    if len(passages) == 1:
        where = f'<p class="note">{_where(first.countries)}:</p>' if first.countries else ""
        yield f"{where}<p {attributes}>{_linked(first.text, anchors)}</p>"
    else:
        before, after = _common([passage.text for passage in passages])
        end = len(first.text) - after
        here = first.text[before:end]
        parts = [passage.text[before : len(passage.text) - after] for passage in passages[1:]]
        words = _marked([pieces(part, here) for part in parts])
        marked = f"{escape(first.text[:before])}{words}{escape(first.text[end:])}"
        yield f'<p class="note">{_where(first.countries)}:</p><p {attributes}>{marked}</p>'
        there = [_marked([pieces(here, part)]) or "(nothing)" for part in parts]
        rows = "".join(
            f'<tr><th scope="row">{_where(passage.countries)}</th><td {attributes}>{said}</td></tr>'
            for passage, said in zip(passages[1:], there, strict=True)
        )
        above = shown.setdefault(words + rows, passages[0].name)
        if above == passages[0].name:
            yield '<table><thead><tr><th scope="col">Where</th><th scope="col">In the marked place</th></tr></thead>'
            yield f"<tbody>{rows}</tbody></table>"
        else:
            yield f'<p class="note">Elsewhere: as in the table under "{escape(_heading(above))}".</p>'
    for note in dict.fromkeys(passage.note for passage in passages if passage.note):
        yield f'<p class="note">{escape(note)}</p>'


def _common(texts: Sequence[str]) -> tuple[int, int]:
    """How many characters all texts begin and end with: whole words alone, of a list whole lines."""
    gaps = "\n" if any("\n" in text for text in texts) and all(len(text) < _LIST for text in texts) else " \n"
    shortest = min(map(len, texts))
    before = next((at for at in range(shortest) if len({text[at] for text in texts}) > 1), shortest)
    before = max(texts[0].rfind(gap, 0, before) + 1 for gap in gaps)
    left = shortest - before
    after = next((at for at in range(left) if len({text[-1 - at] for text in texts}) > 1), left)
    end = texts[0][len(texts[0]) - after :]
    first = min((place for place in map(end.find, gaps) if place >= 0), default=len(end))
    return before, after - first


def _marked(readings: Sequence[Iterable[Piece]]) -> str:
    """A text with the words marked that one of its comparisons calls new; each comparison ends in the same text."""
    words = [[(piece.text, piece.kind == "new") for piece in reading if piece.kind != "gone"] for reading in readings]
    new = [[is_new for text, is_new in reading for _ in text] for reading in words]
    letters = "".join(text for text, _ in words[0])
    runs = groupby(enumerate(letters), key=lambda at: any(reading[at[0]] for reading in new))
    said = ((marked, escape("".join(letter for _, letter in run))) for marked, run in runs)
    return "".join(f"<mark>{text}</mark>" if marked else text for marked, text in said)


def _where(countries: Sequence[str]) -> str:
    return escape(", ".join(COUNTRIES.get(code, code) for code in countries) or "everywhere")


def _said_key(name: str, countries: Sequence[str]) -> str:
    where = ", ".join(COUNTRIES.get(code, code) for code in countries)
    return f"{_heading(name)} ({where})" if where else _heading(name)


def _heading(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _linked(text: str, anchors: frozenset[str]) -> str:
    """A text whose lines that are addresses are links; a list of sources leads to each of them on the page."""
    if text and anchors.issuperset(keys := text.split(", ")):
        return ", ".join(f'<a href="#{escape(key)}">{escape(key)}</a>' for key in keys)
    lines = [
        f'<a href="{escape(line)}">{escape(line)}</a>' if line.startswith(("http://", "https://")) else escape(line)
        for line in text.split("\n")
    ]
    return "\n".join(lines)


def _notes(heading: str, lines: Sequence[str]) -> list[str]:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return [f"<h2>{escape(heading)}</h2>", '<p class="note">Shown, and not signed.</p>', f"<ul>{items}</ul>"]


def _how_to_sign(sheet: Sheet) -> list[str]:
    command = f'make sign TOPIC={sheet.name} HASH={sheet.hash} NAME="{NAME_HERE}" ROLE="{ROLE_HERE}"'
    by_hand = f"name: {NAME_HERE}\nrole: {ROLE_HERE}\ndate: the day, as 2026-03-05\nhash: {sheet.hash}"
    sources = [passage.note for passage in sheet.passages if passage.text.rpartition("\n")[2].startswith("http")]
    opened = len(sources) - sum(note.endswith(NOT_OPENED) for note in sources)
    return [
        '<section class="sign">',
        "<h2>To sign</h2>",
        *(
            [
                f"<p>Of the {len(sources)} sources on this page the editors have opened {opened}. Where nobody opened "
                "one, sign only what you know to be right yourself.</p>"
            ]
            if sources
            else []
        ),
        "<p>Is all of it right, and fit to be read by a patient? Then, in the folder of the program:</p>",
        f"<pre>{escape(command)}</pre>",
        f"<p>Or by hand: write these lines into a new file, <b>content/{FOLDER}/{sheet.name}{SIGNATURE}</b>, and copy "
        f"build/review/{sheet.name}{KEPT} into the same folder.</p>",
        f"<pre>{escape(by_hand)}</pre>",
        f"<p>Patients read your name and what you are. The signature holds for {MONTHS_VALID} months, or until a text "
        "on this page changes.</p>",
        "<p>Is something wrong? Do not sign. Tell whoever edits the texts, or change it: docs/content.md says how.</p>",
        "</section>",
    ]


def _document(title: str, body: Sequence[str]) -> str:
    style = files(__package__).joinpath("review.css").read_text(encoding="utf-8")
    head = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
    ]
    return "\n".join([*head, *body, "</body>", "</html>", ""])
