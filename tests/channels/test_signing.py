"""The secret and the conversation ids that it signs."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.channels.signing import SECRET_VARIABLE, SecretError, Signer, load_secret

SIGNER = Signer(b"x" * 32)


@pytest.fixture(autouse=True)
def _no_secret_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)


def test_the_secret_is_made_once_for_this_user_alone(tmp_path: Path) -> None:
    """The first start makes it, in a folder that it makes too; others may not read it; later starts read the same."""
    secret = load_secret(tmp_path / "var")
    path = tmp_path / "var" / "secret"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(secret) >= 32
    assert load_secret(tmp_path / "var") == secret


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    """No secret is built in."""
    assert load_secret(tmp_path / "a") != load_secret(tmp_path / "b")


def test_a_secret_of_the_environment_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret that is given is used, and no file is written."""
    monkeypatch.setenv(SECRET_VARIABLE, "y" * 32)
    assert load_secret(tmp_path) == b"y" * 32
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", ["", "short", "z" * 31])
def test_a_secret_that_is_too_short_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """What could be guessed stops the start, and the message says how long it has to be, not what it is."""
    monkeypatch.setenv(SECRET_VARIABLE, given)
    with pytest.raises(
        SecretError, match=f"{SECRET_VARIABLE} has {len(given)} characters; give it 32 or more"
    ) as error:
        load_secret(tmp_path)
    assert not given or given not in str(error.value)


@pytest.mark.parametrize("content", ["", "\n", "damaged"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: str) -> None:
    """A file that was cut off is not used; the message says what to do."""
    (tmp_path / "secret").write_text(content)
    with pytest.raises(SecretError, match="damaged: delete it"):
        load_secret(tmp_path)


def test_an_issued_id_is_known() -> None:
    """What was issued is verified, and no two are the same."""
    first, second = SIGNER.issue(), SIGNER.issue()
    assert SIGNER.verify(first) == first.split(".")[0]
    assert SIGNER.verify(first) != SIGNER.verify(second)


@settings(deadline=None)
@given(st.one_of(st.none(), st.integers(), st.text(), st.binary(), st.lists(st.text())))
def test_nothing_else_is_known(value: object) -> None:
    """Whatever a client makes up is refused without an error."""
    assert SIGNER.verify(value) is None


@settings(deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", max_size=60))
def test_a_name_needs_its_own_signature(name: str) -> None:
    """The signature of one id does not open another, nor does that of another secret."""
    good = SIGNER.issue()
    own, signature = good.split(".")
    assert SIGNER.verify(f"{name}.{signature}") == (own if name == own else None)
    assert Signer(b"other" * 8).verify(good) is None
