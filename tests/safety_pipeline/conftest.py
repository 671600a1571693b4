"""Thousands of messages are understood here, each by itself; a sample of them is answered in conversations."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
import structlog

from b12guide.rasa.understood import understander_of
from tests.conftest import Bot

Level = Callable[[str], str]


@pytest.fixture(scope="package", autouse=True)
def no_debug_lines() -> Iterator[None]:
    """Rasa's structured log is silent in this folder: it would take longer than the messages do."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.configure(**before)


@pytest.fixture(scope="session")
def level(bot: Bot) -> Level:
    """How urgent a text is by itself, by the one verdict that a conversation goes by."""
    understander = understander_of(bot.agent)
    assert understander is not None
    return lambda text: understander.understand(text).verdict.level
