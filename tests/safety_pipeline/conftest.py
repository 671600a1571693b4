"""Hundreds of messages go through the pipeline here: Rasa's debug lines would take longer than they do."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog


@pytest.fixture(scope="package", autouse=True)
def no_debug_lines() -> Iterator[None]:
    """Rasa's structured log is silent in this folder."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.configure(**before)
