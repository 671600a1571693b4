"""A copy of the real content that a test may damage, and the real content itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from b12guide.content import Content, load_content

CONTENT = Path(__file__).parents[2] / "content"
Plant = Callable[[str, str, str], int]


@pytest.fixture(scope="session")
def content() -> Content:
    """The content as it is published."""
    return load_content(CONTENT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content folder."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def plant(folder: Path) -> Plant:
    """Puts `new` in the place of `old`, which stands once in the file; gives the line where it stands."""

    def put(name: str, old: str, new: str) -> int:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return put
