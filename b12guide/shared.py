"""The process's rule detector, care cards, replies and answers, which channels, pipeline and actions share."""

from __future__ import annotations

from functools import lru_cache

from b12guide import plan
from b12guide.content import Content, load_content
from b12guide.safety import Cards, Detector, Replies, Triage, load_cards, load_detector, load_replies
from b12guide.settings import CONTENT


@lru_cache(maxsize=1)
def detector() -> Detector:
    """The detector, its rules read from `content/safety/` once."""
    return load_detector(CONTENT / "safety")


@lru_cache(maxsize=1)
def cards() -> Cards:
    """The care cards of the process."""
    return load_cards(CONTENT / "safety")


@lru_cache(maxsize=1)
def replies() -> Replies:
    """What ends an emergency or a pause, in people's words."""
    return load_replies(CONTENT / "safety")


@lru_cache(maxsize=1)
def content() -> Content:
    """The answers of the process."""
    return load_content(CONTENT)


@lru_cache(maxsize=256)
def triage(text: str) -> Triage:
    """Warning signs in `text`."""
    return detector().triage(text)


def forget_texts() -> None:
    """Empty the caches that hold texts of messages."""
    triage.cache_clear()
    plan.forget_texts()
