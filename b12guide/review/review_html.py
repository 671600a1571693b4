"""The page of a sheet, and the index of all pages, as HTML that needs no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Final

from b12guide.plan import full_date

from .changes import Piece, changes
from .reviews import State
from .sheets import Sheet, hash_of, passages_in
from .signatures import FOLDER, KEPT, MONTHS_VALID, NAME_HERE, ROLE_HERE, SIGNATURE, Signature
from .texts_html import Texts, in_words, sources, table, titles, where
from .topics import NOT_OPENED

INDEX: Final = "index.html"
KINDS: Final = {
    "topic": "Topics",
    "card": "Care cards",
    "language": "Other languages, for a native speaker with a clinician",
    "page": "On paper",
}
_NOT_SIGNED: Final = "Not signed yet."
_REFUSED: Final = " The check refuses a text of it: the page says what."


def page(sheet: Sheet, state: State, today: date, refused: Sequence[str] = ()) -> str:
    """The page of a sheet: how it stands, what changed, all texts, and how to sign.

    Args:
        sheet: what is to be signed.
        state: how its signature stands.
        today: the day that the page is written on.
        refused: what `make check-content` refuses in its texts; while there is any nothing can be signed.
    """
    body = [
        f'<nav><a href="{INDEX}">All pages</a></nav>',
        "<main>",
        f"<h1>{escape(sheet.title)}</h1>",
        f"<p><b>{sheet.name}</b>, as on {full_date(today)}. Hash of the texts on this page: <b>{sheet.hash}</b></p>",
        *_refusal(refused),
        f'<p class="status">{escape(status(state) if refused else _status_here(state))}</p>',
        *_changed(sheet, state),
        *Texts(sheet).html(),
        *(line for heading, lines in sheet.notes for line in _notes(heading, lines)),
        *(_not_to_sign() if refused else _how_to_sign(sheet, state)),
        "</main>",
    ]
    return _document(f"{sheet.title}: to sign", body)


def index(sheets: Sequence[tuple[Sheet, State]], today: date, refused: Mapping[str, Sequence[str]]) -> str:
    """The list of all pages, with who signed each, when it is due again, and which are `refused` by the check."""
    signed = sum(state.standing == "signed" for _, state in sheets)
    body = [
        "<main>",
        "<h1>B12 Guide: texts to sign</h1>",
        f"<p>Written on {full_date(today)}. Signed, and not due: {signed} of {len(sheets)}.</p>",
        "<p>Each page has all that patients read of one topic or one card. How to sign is at the end of each.</p>",
    ]
    for kind, rows in groupby(sheets, key=lambda row: row[0].kind):
        head = '<thead><tr><th scope="col">Page</th><th scope="col">Signature</th></tr></thead>'
        listed = "".join(
            f'<tr><th scope="row"><a href="{sheet.name}.html">{escape(sheet.title)}</a></th>'
            f"<td>{escape(status(state))}{_REFUSED if sheet.name in refused else ''}</td></tr>"
            for sheet, state in rows
        )
        body += [f"<h2>{KINDS[kind]}</h2>", table(f"{head}<tbody>{listed}</tbody>", KINDS[kind])]
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


def _status_here(state: State) -> str:
    """How a signature stands, and what there is to do about it."""
    if state.standing == "signed":
        return f"{status(state)} Nothing need be done until then."
    return status(state)


def _refusal(refused: Sequence[str]) -> Iterator[str]:
    if not refused:
        return
    yield '<section class="refused">'
    yield "<h2>This page cannot be signed yet</h2>"
    yield "<p>The check of the texts (<code>make check-content</code>) refuses what follows:</p>"
    yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in refused)}</ul>"
    yield "<p>Tell whoever edits the texts, or mend it: docs/content.md says how.</p>"
    yield "<p>Then run <code>make review</code>, and read the page again.</p>"
    yield "</section>"


def _changed(sheet: Sheet, state: State) -> Iterator[str]:
    if state.signature is None or state.standing != "changed":
        return
    yield f"<p>{_ways_out(state.signature)}</p>"
    yield "<h2>What changed since it was signed</h2>"
    kept = state.signature.kept
    if kept is None or hash_of(kept) != state.signature.hash:
        yield "<p>The texts that were signed were not kept beside the signature. Read all of this page.</p>"
        return
    yield "<p>Struck out is what was signed and is gone. Underlined is what is new.</p>"
    called = {**_former_titles(passages_in(kept)), **titles(sheet.passages)}
    for change in changes(sheet, kept):
        places = (_place(called.get(name, in_words(name)), codes) for name, codes in change.places)
        yield f"<h3>{'; '.join(places)}{_as_a_whole(change.pieces)}</h3>"
        yield f'<p class="text" lang="{sheet.language}" dir="auto">{"".join(map(_piece, change.pieces))}</p>'


def _ways_out(signature: Signature) -> str:
    """What one can do about a signature that is void."""
    return (
        "There are three ways out. Read this page and sign it again, as its end says. Or put the texts back as they "
        "were signed: then the signature holds again. Or take the signature back: delete "
        f"{' and '.join(f'<b>content/{FOLDER}/{name}</b>' for name in signature.files)}."
    )


def _former_titles(kept: Mapping[str, str]) -> dict[str, str]:
    """What the parts of a question that is gone are called: by the words of the question, which were signed too."""
    parts = ((key, key.split(" [")[0].partition(": ")) for key in kept)
    return {key.split(" [")[0]: f"{kept[of]} {in_words(rest)}" for key, (of, _, rest) in parts if rest and of in kept}


def _place(title: str, codes: Sequence[str]) -> str:
    return f"{escape(title)} ({where(codes)})" if codes else escape(title)


def _as_a_whole(said: Sequence[Piece]) -> str:
    """Whether the whole text went or came."""
    if all(piece.kind == "gone" for piece in said):
        return ": gone"
    return ": new" if all(piece.kind == "new" for piece in said) else ""


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.kind == "gone":
        return f'<del><span class="hidden">(gone:) </span>{text}<span class="hidden"> (end)</span></del>'
    if piece.kind == "new":
        return f'<ins><span class="hidden">(new:) </span>{text}<span class="hidden"> (end)</span></ins>'
    return text


def _notes(heading: str, lines: Sequence[str]) -> list[str]:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return [f"<h2>{escape(heading)}</h2>", '<p class="note">Shown, and not signed.</p>', f"<ul>{items}</ul>"]


def _not_to_sign() -> list[str]:
    text = "<p>Nothing on this page can be signed while the check refuses a text of it: what it says is at the top.</p>"
    return ['<section class="sign">', "<h2>To sign</h2>", text, "</section>"]


def _how_to_sign(sheet: Sheet, state: State) -> list[str]:
    command = f'make sign TOPIC={sheet.name} HASH={sheet.hash} NAME="{NAME_HERE}" ROLE="{ROLE_HERE}"'
    by_hand = f"name: {NAME_HERE}\nrole: {ROLE_HERE}\ndate: the day, as 2026-03-05\nhash: {sheet.hash}"
    notes = [source.note for source in sources(sheet)]
    opened = len(notes) - sum(note.endswith(NOT_OPENED) for note in notes)
    holds = state.standing == "signed"
    asked = (
        "Who signs it all the same takes the place of that signature" if holds else
        "Is all of it right, and fit to be read by a patient? Then"
    )  # fmt: skip
    return [
        '<section class="sign">',
        f"<h2>{'To sign again' if holds else 'To sign'}</h2>",
        *_nothing_to_do(state),
        *(
            [
                f"<p>Of the {len(notes)} sources on this page the editors have opened {opened}. Where nobody opened "
                "one, sign only what you know to be right yourself.</p>"
            ]
            if notes
            else []
        ),
        f"<p>{asked}, in the folder of the program:</p>",
        f"<pre>{escape(command)}</pre>",
        f"<p>Or by hand: write these lines into a new file, <b>content/{FOLDER}/{sheet.name}{SIGNATURE}</b>, and copy "
        f"build/review/{sheet.name}{KEPT} into the same folder.</p>",
        f"<pre>{escape(by_hand)}</pre>",
        f"<p>Patients read your name and what you are. The signature holds for {MONTHS_VALID} months, or until a text "
        "on this page changes.</p>",
        "<p>Is something wrong? Do not sign. Tell whoever edits the texts, or change it: docs/content.md says how.</p>",
        "</section>",
    ]


def _nothing_to_do(state: State) -> Iterator[str]:
    if state.standing == "signed" and state.signature is not None:
        signed = f"This page is signed by {state.signature.who} until {full_date(state.signature.due)}"
        yield f"<p>{escape(signed)}, while its texts stay. Nothing need be done.</p>"


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
