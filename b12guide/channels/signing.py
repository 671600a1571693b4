"""Conversation ids that only this server can issue: a client can neither choose nor guess another's."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from b12guide.settings import SettingError, setting

SECRET_VARIABLE, SECRET_FILE = "B12GUIDE_SECRET", "secret"
SHORTEST_SECRET = 32
WRITABLE = "B12GUIDE_DATA has to name a folder that the server may write to"


class SecretError(SettingError):
    """The secret cannot be used; the message says how to mend it."""


def load_secret(folder: Path) -> bytes:
    """The server's secret: from the environment, else from `folder`, where it is made at the first start.

    Raises:
        SecretError: it is too short to protect anything, is no text, or `folder` cannot be written.
    """
    try:
        return _secret(folder)
    except UnicodeError as error:
        raise SecretError(f"{SECRET_VARIABLE} is no text: give it {SHORTEST_SECRET} characters or more.") from error
    except OSError as error:
        raise SecretError(f"{folder} cannot be used ({error.strerror}): {WRITABLE}.") from error


def _secret(folder: Path) -> bytes:
    # Set to nothing is a mistake: each of several processes would make a secret of its own.
    given = "" if os.environ.get(SECRET_VARIABLE) == "" else setting(SECRET_VARIABLE)
    if given is not None:
        if len(given) < SHORTEST_SECRET:
            raise SecretError(f"{SECRET_VARIABLE} has {len(given)} characters; give it {SHORTEST_SECRET} or more.")
        return given.encode()
    path = folder / SECRET_FILE
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        # O_EXCL: of two processes that start together, one writes and both read the same.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    secret = path.read_bytes().decode("utf-8", "replace").strip()
    if len(secret) < SHORTEST_SECRET:
        raise SecretError(f"{path} is damaged: delete it (running conversations in browsers then start anew).")
    return secret.encode()


class Signer:
    """Issues and checks conversation ids of the form `<random>.<signature>`."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def issue(self, prefix: str = "") -> str:
        """A new conversation id, whose name begins with `prefix`."""
        # Hexadecimal: a name that began with "-" would be read as an option where somebody types it after a command.
        name = prefix + secrets.token_hex(18)
        return f"{name}.{self._sign(name)}"

    def tag(self, text: str) -> str:
        """A short name for `text`, the same each time, from which nobody without the secret can go back."""
        return hmac.new(self._secret, f"tag|{text}".encode(), hashlib.sha256).hexdigest()[:12]

    def verify(self, conversation: object) -> str | None:
        """The conversation's name if this server issued `conversation`, else None."""
        if not isinstance(conversation, str) or conversation.count(".") != 1 or not conversation.isascii():
            return None
        name, signature = conversation.split(".")
        return name if hmac.compare_digest(self._sign(name), signature) else None

    def _sign(self, name: str) -> str:
        return hmac.new(self._secret, f"conversation|{name}".encode(), hashlib.sha256).hexdigest()[:32]
