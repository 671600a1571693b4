"""`make review`: a page for each topic, card and language to read and to sign, and an index."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from b12guide.content import ContentError
from b12guide.safety import SafetyDataError

from .check import refusals
from .review_html import INDEX, index, page
from .reviews import Reviews, load_reviews
from .sheet_list import load_sheets
from .signatures import KEPT


def write_pages(
    reviews: Reviews, folder: Path, today: date, refused: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> int:
    """Write every page, the texts of each in the form that is signed, and the index; pages of former runs go.

    Args:
        reviews: the signatures and what they are about.
        folder: where to.
        today: the day on which the signatures are looked at.
        refused: what `make check-content` refuses in the texts of a sheet, by its name.

    Returns:
        how many pages there are, without the index.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for former in (*folder.glob("*.html"), *folder.glob(f"*{KEPT}")):
        former.unlink()
    listed = [(sheet, reviews.state(sheet.name, today)) for sheet in reviews.sheets]
    for sheet, state in listed:
        (folder / f"{sheet.name}.html").write_text(
            page(sheet, state, today, refused.get(sheet.name, ())), encoding="utf-8"
        )
        (folder / f"{sheet.name}{KEPT}").write_text(sheet.kept, encoding="utf-8", newline="\n")
    (folder / INDEX).write_text(index(listed, today, refused), encoding="utf-8")
    return len(listed)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages; returns the exit status, 2 where the content cannot be used."""
    parser = argparse.ArgumentParser(prog="review", description="Write the pages to read and to sign.")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    parser.add_argument("--to", type=Path, default=Path("build/review"), help="where the pages go")
    options = parser.parse_args(argv)
    try:
        reviews = load_reviews(options.content, load_sheets(options.content))
    except (ContentError, SafetyDataError) as error:
        print(f"{error}\nMend this first.", file=sys.stderr)
        return 2
    today = datetime.now().astimezone().date()
    refused = {name: lines for name, lines in refusals(options.content, today).items() if name in reviews.sheets}
    count = write_pages(reviews, options.to, today, refused)
    for fault in reviews.faults:
        print(f"{fault}  (not counted as signed)")
    for name in refused:
        print(f"{name} cannot be signed: the check refuses a text of it, and its page says what")
    print(f"{count} pages to read and to sign: open {options.to / INDEX} in a browser.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
