"""Who keeps no notes and asks what is written down means the plan."""

from __future__ import annotations

import pytest

from b12guide.conversation.logged import _WRITTEN_DOWN


@pytest.mark.parametrize(
    "text",
    ["what have you got down for me now?", "what have you got written down?", "so what do you have me down for",
     "what have you put down", "what's down for mum?"],
)  # fmt: skip
def test_what_is_written_down_is_asked(text: str) -> None:
    """In whatever words."""
    assert _WRITTEN_DOWN.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["what have you got in the log", "what should i write down", "why are you down today", "is it down to me?"]
)
def test_what_asks_something_else(text: str) -> None:
    """Neither the log alone, nor how to write something down."""
    assert not _WRITTEN_DOWN.fullmatch(text)
