"""Thousands of messages are understood here, each by itself; a sample of them is answered in conversations."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from b12guide.rasa.understood import understander_of
from b12guide.understanding.verdict import Verdict
from tests.conftest import Bot

Level = Callable[[str], str]


@pytest.fixture(scope="session")
def verdict(bot: Bot) -> Callable[[str], Verdict]:
    """What a text says of warning signs by itself, by the one verdict that a conversation goes by; read once."""
    understander = understander_of(bot.agent)
    assert understander is not None
    return cache(lambda text: understander.understand(text).verdict)


@pytest.fixture(scope="session")
def level(verdict: Callable[[str], Verdict]) -> Level:
    """How urgent a text is by itself."""
    return lambda text: verdict(text).level
