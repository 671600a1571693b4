"""The detector, the cards and the reply rules of the repository's own content, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.safety import Cards, Detector, Replies, load_cards, load_detector, load_replies

CONTENT = Path(__file__).resolve().parents[2] / "content" / "safety"


@pytest.fixture(scope="session")
def detector() -> Detector:
    return load_detector(CONTENT)


@pytest.fixture(scope="session")
def cards() -> Cards:
    return load_cards(CONTENT)


@pytest.fixture(scope="session")
def replies() -> Replies:
    return load_replies(CONTENT)


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """A copy of the content that a test may damage."""
    copy = tmp_path / "safety"
    for source in [*CONTENT.rglob("*"), *(CONTENT.parent / "languages").rglob("*")]:
        target = tmp_path / source.relative_to(CONTENT.parent)
        if source.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return copy
