"""What can be wrong with the settings, found before anything is loaded: one line for each fault, with its way out."""

from __future__ import annotations

import difflib
import os
import tempfile
from pathlib import Path
from zoneinfo import available_timezones

import phonenumbers

from b12guide import settings
from b12guide.channels import provider_settings
from b12guide.channels.addresses import Addresses
from b12guide.channels.signing import WRITABLE, load_secret
from b12guide.person import COUNTRY_VARIABLE, TEST_CLOCK_VARIABLE, ZONE_VARIABLE
from b12guide.reminder_rules import ReminderRules
from b12guide.settings import SettingError, setting

# How like a name of a time zone has to be to be what was meant, and how many are offered.
LIKE, OFFERED = 0.6, 3


def check() -> None:
    """Look at every setting; what is in files and read by name for each message is put into the environment.

    Raises:
        SettingError: the first that cannot be used. Its message repeats no secret.
    """
    _root()
    _country()
    _zone()
    _clock()
    Addresses.read()
    settings.redis(), settings.events(), settings.retention_days(), settings.rest_token(), settings.allowed_origins()
    ReminderRules.read()
    problem = provider_settings.check()
    if problem:
        raise SettingError(problem)
    _writable(settings.DATA, WRITABLE)
    load_secret(settings.DATA)
    file = settings.database().removeprefix("sqlite:///")
    if "://" not in file:
        _writable(Path(file).parent, "B12GUIDE_DATABASE has to name a file in a folder that the server may write to")


def _root() -> None:
    missing = [name for name in ("content", "credentials.yml", "endpoints.yml") if not (settings.ROOT / name).exists()]
    if missing:
        raise SettingError(f"B12GUIDE_ROOT: {settings.ROOT} has no {missing[0]}: name the folder of the program.")


def _country() -> None:
    given = _in_environment(COUNTRY_VARIABLE)
    if given is not None and given.upper() not in {*phonenumbers.SUPPORTED_REGIONS, "UK"}:
        raise SettingError(f"{COUNTRY_VARIABLE} is {given}: give the two letters of a country, as GB, US or AU.")


def _zone() -> None:
    given = _in_environment(ZONE_VARIABLE)
    zones = available_timezones()
    if given is None or given in zones:
        return
    by_small_letters = {zone.lower(): zone for zone in zones}
    like = difflib.get_close_matches(given.lower().replace(" ", "_"), by_small_letters, OFFERED, LIKE)
    nearest = ", ".join(by_small_letters[zone] for zone in like)
    hint = f"Nearest: {nearest}." if nearest else "Give a name as Europe/London or America/New_York."
    raise SettingError(f"{ZONE_VARIABLE} is {given}: there is no time zone of that name. {hint}")


def _clock() -> None:
    given = _in_environment(TEST_CLOCK_VARIABLE)
    if given not in (None, "0", "1"):
        raise SettingError(f"{TEST_CLOCK_VARIABLE} is {given}: it can be 1, for tests, or unset.")


def _in_environment(name: str) -> str | None:
    """The value of a setting, from now on in the environment, where each message looks it up."""
    given = setting(name)
    if given is not None and os.environ.pop(f"{name}_FILE", None) is not None:
        os.environ[name] = given
    return given


def _writable(folder: Path, way_out: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise SettingError(f"{folder} cannot be written ({error.strerror}): {way_out}.") from error
