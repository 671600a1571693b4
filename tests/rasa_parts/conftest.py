"""Conversation stores on a database of the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from b12guide.rasa.tracker_store import ConversationStore
from tests.rasa_parts.store_talk import DOMAIN, GENEROUS, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_store(tmp_path: Path, clock: Clock) -> Callable[..., ConversationStore]:
    """Opens stores on the one database of the test, as a restart or a second process would."""

    def make(**options: Any) -> ConversationStore:
        options.setdefault("timeout_seconds", GENEROUS)
        return ConversationStore(DOMAIN, f"sqlite:///{tmp_path / 'conversations.db'}", clock=clock, **options)

    return make


@pytest.fixture
def store(open_store: Callable[..., ConversationStore]) -> ConversationStore:
    return open_store()
