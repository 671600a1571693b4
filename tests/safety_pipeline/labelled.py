"""The labelled sets: which of their messages are read by `make test`, and which by `make test-whole`."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

from tests.thorough import THOROUGH

SETS = Path(__file__).parent / "sets"
# Written from the triage table alone, and read before anything was changed for them (docs/safety.md).
FROM_THE_TABLE = (
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth", "twenty_first", "twenty_second", "twenty_third", "twenty_fourth"),
    *("twenty_fifth", "twenty_sixth", "twenty_seventh", "twenty_eighth", "twenty_ninth", "thirtieth"),
    *("thirty_first", "thirty_second", "thirty_third", "thirty_fourth", "thirty_fifth"),
    *("thirty_sixth", "thirty_seventh", "thirty_eighth", "thirty_ninth", "fortieth", "forty_first"),
    *("forty_second", "forty_third", "forty_fourth", "forty_fifth", "forty_sixth", "forty_seventh"),
    *("forty_eighth", "forty_ninth", "fiftieth", "fifty_first", "fifty_second", "fifty_third"),
    *("fifty_fourth", "fifty_fifth", "fifty_sixth", "fifty_seventh", "fifty_eighth", "fifty_ninth"),
    *("sixtieth", "sixty_first", "sixty_second", "sixty_third", "sixty_fourth", "sixty_fifth", "sixty_sixth"),
    *("sixty_seventh", "sixty_eighth", "sixty_ninth", "seventieth", "seventy_first"),
    *("seventy_second", "seventy_third", "seventy_fourth"),
    *("seventy_fifth", "seventy_sixth", "seventy_seventh", "seventy_eighth", "seventy_ninth", "eightieth"),
    *("eighty_first", "eighty_second", "eighty_third"),
    *("eighty_fourth", "eighty_fifth", "eighty_sixth"),
    *("eighty_seventh", "eighty_eighth", "eighty_ninth"),
    *("ninetieth", "ninety_first", "ninety_second"),
    *("ninety_third", "ninety_fourth", "ninety_fifth"),
    *("ninety_sixth", "ninety_seventh", "ninety_eighth"),
    *("ninety_ninth", "hundredth", "hundred_and_first"),
    *("hundred_and_second", "hundred_and_third", "hundred_and_fourth"),
    *("hundred_and_fifth", "hundred_and_sixth", "hundred_and_seventh"),
    *("hundred_and_eighth", "hundred_and_ninth", "hundred_and_tenth"),
    *("hundred_and_eleventh", "hundred_and_twelfth", "hundred_and_thirteenth"),
    *("hundred_and_fourteenth", "hundred_and_fifteenth", "hundred_and_sixteenth"),
    *("hundred_and_seventeenth", "hundred_and_eighteenth", "hundred_and_nineteenth"),
)
# The sets that are read whole, and of how many messages of an older one, one is.
NEWEST, ONE_OF_OLDER = FROM_THE_TABLE[-9:], 6
# Of how many messages that are read, one is asked in a conversation too.
EVERY = 12


def is_older(name: str) -> bool:
    """Whether a set is none of the newest."""
    return name.partition("_")[2] not in NEWEST


def all_texts(name: str) -> list[str]:
    """The messages of a set."""
    return [json.loads(line)["text"] for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def texts(name: str) -> list[str]:
    """The messages of a set that are read: all of a newest one, of an older one those that a hash of their words
    chooses, about a sixth.

    So few may hold, by chance, all that are wrong in their set: they are held against what is allowed in the whole set,
    and those of all older sets together against their own share.
    """
    found = all_texts(name)
    if THOROUGH or not is_older(name):
        return found
    return [text for text in found if zlib.crc32(text.encode()) % ONE_OF_OLDER == 0]
