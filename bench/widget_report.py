"""The measured part of docs/widget.md, which the commands that measure write between marks."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "widget.md"


def write_section(name: str, text: str, page: Path = PAGE) -> None:
    """Put `text` between the marks of `name`.

    Raises:
        ValueError: the page has no such marks.
    """
    old = page.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
    if not pattern.search(old):
        raise ValueError(
            f"{page} has no marks <!-- {name} --> and <!-- /{name} -->: put them where the figures belong."
        )
    page.write_text(pattern.sub(lambda found: f"{found[1]}{text}\n{found[2]}", old), encoding="utf-8")
