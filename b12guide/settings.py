"""Where things are and how the server is set up: all of it from the environment, with defaults for one machine."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

DAYS_VARIABLE = "B12GUIDE_RETENTION_DAYS"
# More than a year, so that a plan with an injection every few months, or one a year, outlives a visit that was missed.
DAYS = 400
LONGEST_DAYS = 36_500
TOKEN_VARIABLE, ORIGINS_VARIABLE = "B12GUIDE_REST_TOKEN", "B12GUIDE_ORIGINS"
# "null" is the origin of a file.
_ORIGIN = re.compile(r"\*|null|https?://[a-z0-9.:\[\]-]+")


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


def database(environment: Mapping[str, str] | None = None) -> str:
    """SQLAlchemy's form of the database's address; SQLite beside the secret where none is given.

    Raises:
        SettingError: it can be no address; the message does not repeat it, since it can hold a password.
    """
    name = "B12GUIDE_DATABASE"
    given = setting(name, environment)
    if given is not None and re.match(r"sqlite://(?:/[^?#]|$)", given):
        return given
    example = "postgresql://user:password@host:5432/name"
    return _address(name, ("postgresql", "postgresql+psycopg2"), example, environment, path=r"/[^/]+") or (
        f"sqlite:///{DATA / 'conversations.db'}"
    )


def redis(environment: Mapping[str, str] | None = None) -> str | None:
    """`redis://...`, where several processes keep the order of a conversation's messages; None for one process.

    Raises:
        SettingError: as `database`.
    """
    example = "redis://:password@host:6379/0"
    return _address("B12GUIDE_REDIS", ("redis", "rediss"), example, environment, path=r"(?:/[0-9]{0,4})?")


def events(environment: Mapping[str, str] | None = None) -> str | None:
    """`amqp://...`, where turns are told of without text or names; None for nowhere.

    Raises:
        SettingError: as `database`.
    """
    example = "amqp://user:password@host:5672/"
    return _address("B12GUIDE_EVENTS", ("amqp", "amqps"), example, environment, path=r"(?:/[^/]*)?")


def _address(
    name: str, schemes: tuple[str, ...], example: str, environment: Mapping[str, str] | None, *, path: str
) -> str | None:
    """The address in a setting, which has one of `schemes`, a host, and a path of the form `path`."""
    given = setting(name, environment)
    if given is None:
        return None
    try:
        parts = urlsplit(given)
        usable = parts.hostname and parts.port != 0 and parts.scheme in schemes and not parts.fragment
    except ValueError:  # of the port, where a password is taken for one
        usable = False
    if not usable or parts.netloc.count("@") > 1 or not re.fullmatch(path, parts.path) or re.search(r"[^!-~]", given):
        marks = "In a password, write @ as %40, : as %3A, / as %2F, # as %23 and ? as %3F."
        raise SettingError(f"{name} has to be an address as {example}. {marks}")
    return given


def rest_token(environment: Mapping[str, str] | None = None) -> str | None:
    """The bearer token of the REST path; None where programs on this machine alone may use it.

    Raises:
        SettingError: no header can carry it.
    """
    given = setting(TOKEN_VARIABLE, environment)
    if given is not None and not re.fullmatch(r"[!-~]+", given):
        raise SettingError(f"{TOKEN_VARIABLE} cannot stand in a header: give plain ASCII without spaces.")
    return given


def allowed_origins(environment: Mapping[str, str] | None = None) -> frozenset[str]:
    """The origins that may call the widget's paths, `{"*"}` for any.

    Raises:
        SettingError: one is none that a browser would ever name.
    """
    named = (setting(ORIGINS_VARIABLE, environment) or "*").split()
    wrong = next((origin for origin in named if not _ORIGIN.fullmatch(origin)), None)
    if wrong is not None:
        form = "give https:// and the host alone, in small letters, as https://clinic.example, with spaces between"
        raise SettingError(f"{ORIGINS_VARIABLE} has {wrong}: {form}.")
    return frozenset(named)


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
