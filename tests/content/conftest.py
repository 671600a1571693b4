"""A copy of the real content that a test may damage, and the real content itself."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from b12guide.content import Content, load_content
from b12guide.review import load_sheets
from b12guide.review.sign import sign

CONTENT = Path(__file__).parents[2] / "content"
Plant = Callable[[str, str, str], int]
Signs = Callable[..., Path]


@pytest.fixture(scope="session")
def content() -> Content:
    """The content as it is published."""
    return load_content(CONTENT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content folder as it is before anybody has signed: what is tested does not hang on who has."""
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("reviews")))
    for path in [copy / "sources.yml", *(copy / "topics").glob("*.yml")]:
        text = re.sub(r"^( *(?:checked|last_checked)): .*$", r"\1: null", path.read_text("utf-8"), flags=re.M)
        path.write_text(re.sub(r"^review_due: .*$", "review_due: 2027-05-20", text, flags=re.M), encoding="utf-8")
    return copy


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


@pytest.fixture
def signs(folder: Path) -> Signs:
    """Signs sheets of the copy as they are now."""

    def put(*names: str, name: str = "Dr A. Example", role: str = "GP", today: date = date(2026, 11, 22)) -> Path:
        sheets = load_sheets(folder)
        for of in names:
            sign(folder, sheets, of=of, name=name, role=role, read=sheets[of].hash, today=today)
        return folder / "reviews"

    return put
