"""How much is tried: what every `make test` tries, or all of it, as `make test-whole` does."""

from __future__ import annotations

import os
from typing import Final

# Every message of every labelled set, and every random example.
THOROUGH: Final = os.environ.get("THOROUGH") == "1"
_ONE_OF_RANDOM: Final = 4


def examples(all_of_them: int) -> int:
    """How many random examples a property is tried with: a quarter of `all_of_them`, or all."""
    return all_of_them if THOROUGH else all_of_them // _ONE_OF_RANDOM
