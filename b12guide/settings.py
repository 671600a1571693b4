"""Where things are and how the server is set up: all of it from the environment, with defaults for one machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

DAYS_VARIABLE = "B12GUIDE_RETENTION_DAYS"
# More than a year, so that a plan with an injection every few months, or one a year, outlives a visit that was missed.
DAYS = 400
LONGEST_DAYS = 36_500


class SettingError(ValueError):
    """A setting cannot be used; the message names it and the way out."""


def setting(name: str, environment: Mapping[str, str] | None = None) -> str | None:
    """The value of `name`, or what is in the file that `name` with `_FILE` behind it points to; None if neither is set.

    Secrets come from files in a deployment, so that they are in no list of processes and no description of a container.

    Raises:
        SettingError: both are set, or the file cannot be read or is empty.
    """
    given = os.environ if environment is None else environment
    value, file = given.get(name) or None, given.get(f"{name}_FILE") or None
    if file is None:
        return value
    if value is not None:
        raise SettingError(f"{name} and {name}_FILE are both set: keep one of them.")
    try:
        content = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{name}_FILE: {file} cannot be read ({type(error).__name__}).") from error
    if not content:
        raise SettingError(f"{name}_FILE: {file} is empty: write the value into it, or unset {name}_FILE.")
    return content


ROOT = Path(os.environ.get("B12GUIDE_ROOT", Path(__file__).resolve().parent.parent))
CONTENT = ROOT / "content"
# Conversations and the secret that signs conversation ids.
DATA = Path(os.environ.get("B12GUIDE_DATA", ROOT / "var"))


def database() -> str:
    """SQLAlchemy's form of the database's address; SQLite beside the secret where none is given."""
    return setting("B12GUIDE_DATABASE") or f"sqlite:///{DATA / 'conversations.db'}"


def redis() -> str | None:
    """`redis://...`, where several processes keep the order of a conversation's messages; None for one process."""
    return setting("B12GUIDE_REDIS")


def events() -> str | None:
    """`amqp://...`, where turns are told of without text or names; None for nowhere."""
    return setting("B12GUIDE_EVENTS")


def retention_days(environment: Mapping[str, str] | None = None) -> int | None:
    """Days after its last turn for which a conversation is kept; None for ever.

    Raises:
        SettingError: the setting is no whole number of days.
    """
    given = setting(DAYS_VARIABLE, environment)
    if given is None:
        return DAYS
    if given == "forever":
        return None
    if not given.isdecimal() or not given.isascii() or not 0 < int(given) <= LONGEST_DAYS:
        raise SettingError(f"{DAYS_VARIABLE} is {given}: give a number of days from 1 to {LONGEST_DAYS}, or forever.")
    return int(given)
