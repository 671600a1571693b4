"""Text that a person types is text: no message ever reaches Rasa as a command."""

from __future__ import annotations

import re
import unicodedata

# Rasa's RegexMessageHandler runs last, strips white space of its own and takes what starts with "/" as an intent; so
# the slashes go together with every kind of space and invisible character around them, full-width forms included.
SLASHES = frozenset("/\uff0f\u2044\u2215\u29f8")
_UNSEEN = frozenset({"Cc", "Cf"})
# A run of blanks that no expression shall read anew from each of them.
_BLANKS = re.compile(r"\s{4,}")
MAX_CHARACTERS = 4000


def is_command(text: str) -> bool:
    """Whether `text` was written as a command, which is nothing that a person says to the bot."""
    return not SLASHES.isdisjoint(_leading(text))


def _leading(text: str) -> str:
    """The spaces, slashes and unseen characters that `text` begins with."""
    for place, c in enumerate(text):
        if not (c.isspace() or c in SLASHES or unicodedata.category(c) in _UNSEEN):
            return text[:place]
    return text


def readable(text: str) -> str:
    """What a channel hands to Rasa: `text` cut at `MAX_CHARACTERS`, without what databases and encoders refuse.

    That is NUL, and halves of characters, which a program that cuts text in the middle of an emoji sends.
    """
    return text[:MAX_CHARACTERS].replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def harmless(text: str) -> str:
    """`text` without anything at its beginning that Rasa could read as a command."""
    shown = readable(text)
    return without_leading(shown)


def without_leading(text: str) -> str:
    """`text` without the spaces, slashes and unseen characters that it begins with."""
    return text[len(_leading(text)) :]


# What marks a question stays.
_TAG = re.compile(r"(?<=\w)(?<!\bhey)(?<!\bhi)(?<!\bhello),? hey\b(\W*)$", re.I)


def few_blanks(text: str) -> str:
    """`text` without blanks around it, and with one, or one end of a line, in the place of a long run of blanks."""
    return _BLANKS.sub(lambda run: "\n" if "\n" in run[0] else " ", text).strip()


def without_tag(text: str) -> str:
    """`text` without a "hey" behind its last words: in South Africa it only asks for a nod, and greets nobody."""
    return _TAG.sub(lambda tag: tag[1], text)
