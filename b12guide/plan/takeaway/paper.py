"""What all pages to print have in common: the frame around what stands on them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from .overview import one_line

SCRIPT = "/static/print.js"


def html_page(title: str, body: Sequence[str], *, stylesheet: str, script: str = SCRIPT) -> str:
    """A complete HTML page, with no script and no style of its own; its button to print shows where scripts run.

    Args:
        title: what the page is called, as plain text. body: what stands on it, as markup, the button
            (``button_to_print``) with it.
        stylesheet: the address of the style sheet. script: the address of the script behind the button.
    """
    head = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # The address of the page is all that opens it.
        '<meta name="robots" content="noindex, nofollow">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{safe(title)}</title>",
        f'<link rel="stylesheet" href="{safe(stylesheet)}">',
        f'<script src="{safe(script)}" defer></script>',
        "</head>",
        "<body>",
    ]
    return "\n".join([*head, *body, "</body>", "</html>", ""])


def button_to_print(words: str) -> str:
    """The button that the script behind the page shows."""
    return f'<button type="button" id="print" hidden>{safe(words)}</button>'


def bullets(items: Sequence[str]) -> str:
    """Texts as a list; nothing where there are none."""
    return f"<ul>{''.join(f'<li>{safe(item)}</li>' for item in items)}</ul>" if items else ""


def safe(text: str) -> str:
    """A text as it may stand in a page: what would be markup is none, and all of it is on one line."""
    return escape(one_line(text))
