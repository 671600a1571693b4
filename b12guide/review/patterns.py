"""A pattern of what no text may say, in words that a clinician reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

HOW_TO_READ: Final = (
    "(a or b) is one of them; a part alone in round brackets may be missing; square brackets tell what stands there; "
    "… are other words of the same sentence. Capitals make no difference."
)
_PARTS: Final = re.compile(
    r"(?P<edge>\\b)|(?P<number>\\d\+)|(?P<digit>\\d|\[0-9\])|(?P<between>\[\^\.\](?:\*|\{\d+,\d+\}))"
    r"|\[(?P<signs>[^\]\\^-]+)\]|(?P<behind>\(\?<!(?P<what>[\w' ]+)\))|(?P<start>\^)|(?P<open>\(\?:)|(?P<shut>\))"
    r"|(?P<either>\|)|(?P<missing>\?)|(?P<any>\.)|(?P<letter>[^\\()\[\]{}*+$])"
)


class _UnreadError(Exception):
    """A pattern has a part that no words are known for."""


def in_words(pattern: str) -> str:
    """What a pattern finds, as it is read; the pattern itself where it has a part that no words are known for."""
    try:
        parts, at = [], 0
        while at < len(pattern):
            found = _PARTS.match(pattern, at)
            if found is None:
                return pattern
            parts.append(found)
            at = found.end()
        choices, rest = _choices(parts)
    except _UnreadError:
        return pattern
    return pattern if rest else " ".join(_either(choices).split())


def _choices(parts: Sequence[re.Match[str]]) -> tuple[list[str], Sequence[re.Match[str]]]:
    """What may stand here, up to the end of the group, and the parts behind it."""
    done: list[str] = []
    # What was read of the choice so far, a part each, as a `?` is about the last of them alone.
    said: list[str] = []
    while parts and parts[0].lastgroup != "shut":
        part, parts = parts[0], parts[1:]
        if part["open"]:
            inner, parts = _choices(parts)
            if not parts:
                raise _UnreadError
            parts = parts[1:]
            optional = bool(parts and parts[0]["missing"])
            parts = parts[1:] if optional else parts
            said.append(_group(inner, optional=optional))
        elif part["either"]:
            done.append("".join(said))
            said = []
        elif part["missing"]:
            if not said or len(said[-1]) != 1:
                raise _UnreadError
            said[-1] = said[-1] if said[-1] == " " else f"({said[-1]})"
        else:
            said.append(_said(part))
    return [*done, "".join(said)], parts


def _said(part: re.Match[str]) -> str:
    if part["signs"]:
        return _group(list(part["signs"]), optional=False)
    if part["behind"]:
        return f"[without “{part['what'].strip()}” before it] "
    said = {"edge": "", "number": "[a number]", "digit": "[a digit]", "between": " … ", "start": "[at the start] "}
    # In a pattern for words a dot stands for an apostrophe of any shape.
    return said.get(part.lastgroup or "", "’" if part["any"] else part[0])


def _group(choices: Sequence[str], *, optional: bool) -> str:
    before = " " if all(choice.startswith(" ") for choice in choices) else ""
    after = " " if all(choice.endswith(" ") for choice in choices) else ""
    stripped = [choice.strip() for choice in choices]
    words = _either([*stripped, "nothing"] if optional and len(stripped) > 1 else stripped)
    return f"{before}({words}){after}"


def _either(choices: Sequence[str]) -> str:
    return " or ".join([", ".join(choices[:-1]), choices[-1]] if len(choices) > 1 else choices)
