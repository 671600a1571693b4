"""Settings come from the environment, secrets from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.settings import SettingError, setting


@pytest.mark.parametrize("environment", [{}, {"X": ""}, {"X_FILE": ""}])
def test_what_is_not_set_is_none(environment: dict[str, str]) -> None:
    """Unset and set to nothing are the same, as in a compose file that passes a variable on."""
    assert setting("X", environment) is None


def test_a_value_is_taken_as_it_is() -> None:
    """A plain variable counts."""
    assert setting("X", {"X": "postgresql://db/b12"}) == "postgresql://db/b12"


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    """`X_FILE` names a file; the line end that editors leave is no part of the secret."""
    (tmp_path / "x").write_text("kept in a file\n")
    assert setting("X", {"X_FILE": str(tmp_path / "x")}) == "kept in a file"


def test_a_file_that_is_missing_or_empty_is_told(tmp_path: Path) -> None:
    """The error names the variable and the file."""
    (tmp_path / "empty").write_text("\n")
    with pytest.raises(SettingError, match=r"X_FILE: .*/none cannot be read \(FileNotFoundError\)"):
        setting("X", {"X_FILE": str(tmp_path / "none")})
    with pytest.raises(SettingError, match=r"X_FILE: .*/empty is empty"):
        setting("X", {"X_FILE": str(tmp_path / "empty")})


def test_a_value_and_a_file_contradict_each_other(tmp_path: Path) -> None:
    """Nobody has to guess which of the two counts."""
    (tmp_path / "x").write_text("a")
    with pytest.raises(SettingError, match="X and X_FILE are both set"):
        setting("X", {"X": "b", "X_FILE": str(tmp_path / "x")})
