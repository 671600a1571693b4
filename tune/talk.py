"""What people write about their injection plans, with what each message does and which of its words say so.

A file of `tune/talk/` has one JSON object a line: "t" is the message with its spans in marks, as in "[last:5 May] i had
it", "a" the acts. What the marks and acts mean: tune/talk/README.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[(?P<tag>[a-z]+):(?P<words>[^\[\]]+)\]")


class TalkError(ValueError):
    """A line is none; the message names the file, the line and what is wrong."""


@dataclass(frozen=True)
class Talk:
    """A message, from where to where which part of it stands (start, end, tag), and what it does."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    acts: tuple[str, ...]


def marked(text: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """`text` without its marks, and the spans that they marked."""
    plain, at = "", 0
    spans: list[tuple[int, int, str]] = []
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        spans.append((len(plain), len(plain) + len(mark["words"]), mark["tag"]))
        plain, at = plain + mark["words"], mark.end()
    return plain + text[at:], tuple(spans)


def read(folder: Path) -> Iterator[Talk]:
    """The messages of all files in `folder`.

    Raises:
        TalkError: a line is no JSON object with "t" and "a", or a mark in it is not closed.
    """
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                one = json.loads(line)
                text, spans = marked(one["t"])
                acts = tuple(one["a"])
            except (ValueError, KeyError, TypeError) as error:
                raise TalkError(f'{file}:{number}: no object with "t" and "a" ({error}).') from error
            if "[" in text or "]" in text:
                raise TalkError(f"{file}:{number}: a mark is not closed, or stands in another one: {text}")
            yield Talk(text, spans, acts)
