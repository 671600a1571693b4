"""What the parts of a process share."""

from __future__ import annotations

import pytest

from b12guide import shared


@pytest.mark.parametrize("name", ["triage", "replied"])
def test_texts_are_forgotten(name: str) -> None:
    """What was read of a message is at hand for a while, and no word of it after `forget_texts`."""
    read = getattr(shared, name)
    shared.forget_texts()
    for _ in range(2):
        read("the ambulance is here")
    assert (read.held(), read.hits()) == (1, 1)
    shared.forget_texts()
    assert read.held() == 0
