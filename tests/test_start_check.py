"""A setting that cannot be used stops the start: one line names it and the way out, and repeats no password."""

from __future__ import annotations

import logging
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from b12guide import serve, settings, start_check
from b12guide.settings import SettingError
from tests.conftest import ROOT

PASSWORD = "quince-s3cret"
NETWORK = "write @ as %40"
# What is set, what the line begins with and what it says besides.
BAD: list[tuple[dict[str, str], str, str]] = [
    ({"B12GUIDE_COUNTRY": "Britain"}, "B12GUIDE_COUNTRY is Britain:", "two letters of a country, as GB"),
    ({"B12GUIDE_COUNTRY": "XX"}, "B12GUIDE_COUNTRY is XX:", "two letters"),
    ({"B12GUIDE_COUNTRY": "GBR"}, "B12GUIDE_COUNTRY is GBR:", "two letters"),
    ({"B12GUIDE_COUNTRY": "44"}, "B12GUIDE_COUNTRY is 44:", "two letters"),
    ({"B12GUIDE_TIMEZONE": "Europe/Lundun"}, "B12GUIDE_TIMEZONE is Europe/Lundun:", "Nearest: Europe/London"),
    ({"B12GUIDE_TIMEZONE": "europe/london"}, "B12GUIDE_TIMEZONE is europe/london:", "Nearest: Europe/London"),
    ({"B12GUIDE_TIMEZONE": "America/New York"}, "B12GUIDE_TIMEZONE is America/New York:", "America/New_York"),
    ({"B12GUIDE_TIMEZONE": "London"}, "B12GUIDE_TIMEZONE is London:", "Europe/London"),
    ({"B12GUIDE_TIMEZONE": "Europe"}, "B12GUIDE_TIMEZONE is Europe:", "there is no time zone of that name"),
    ({"B12GUIDE_TIMEZONE": "../../etc/passwd"}, "B12GUIDE_TIMEZONE is ../../etc/passwd:", "Europe/London"),
    ({"B12GUIDE_TIMEZONE": "+01:00"}, "B12GUIDE_TIMEZONE is +01:00:", "Give a name as Europe/London"),
    ({"B12GUIDE_REST_TOKEN": f"{PASSWORD} é"}, "B12GUIDE_REST_TOKEN cannot stand in a header:", "plain ASCII"),
    ({"B12GUIDE_REST_TOKEN": f"two {PASSWORD}"}, "B12GUIDE_REST_TOKEN cannot stand", "without spaces"),
    ({"B12GUIDE_DATABASE": f"postgres://b:{PASSWORD}@db/x"}, "B12GUIDE_DATABASE has to be", "as postgresql://"),
    ({"B12GUIDE_DATABASE": f"mysql://b:{PASSWORD}@db/x"}, "B12GUIDE_DATABASE has to be", "as postgresql://"),
    ({"B12GUIDE_DATABASE": f"postgresql://b:{PASSWORD}@db"}, "B12GUIDE_DATABASE has to be", "5432/name"),
    ({"B12GUIDE_DATABASE": f"postgresql://b:{PASSWORD}@/x"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": f"postgresql://b:{PASSWORD}@db:port/x"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": f"postgresql://b:{PASSWORD}@db:99999/x"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": f"postgresql://b:a/{PASSWORD}@db/x"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": f"postgresql://b:a@{PASSWORD}@db/x"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": f"postgresql://b:a#{PASSWORD}@db/x"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": f"postgresql://b:[{PASSWORD}@db/x"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": f"{PASSWORD}"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": "sqlite://conversations.db"}, "B12GUIDE_DATABASE has to be", NETWORK),
    ({"B12GUIDE_DATABASE": "sqlite:////dev/null/x.db"}, "/dev/null cannot be written (", "B12GUIDE_DATABASE has to"),
    ({"B12GUIDE_REDIS": f"http://:{PASSWORD}@redis:6379/0"}, "B12GUIDE_REDIS has to be", "redis://"),
    ({"B12GUIDE_REDIS": f"redis://:{PASSWORD}@redis:port/0"}, "B12GUIDE_REDIS has to be", NETWORK),
    ({"B12GUIDE_REDIS": f"redis://:{PASSWORD}@redis:6379/first"}, "B12GUIDE_REDIS has to be", "6379/0"),
    ({"B12GUIDE_REDIS": f"redis://:{PASSWORD}@"}, "B12GUIDE_REDIS has to be", NETWORK),
    ({"B12GUIDE_REDIS": f":{PASSWORD}@redis"}, "B12GUIDE_REDIS has to be", NETWORK),
    ({"B12GUIDE_EVENTS": f"http://b:{PASSWORD}@rabbit/"}, "B12GUIDE_EVENTS has to be", "amqp://"),
    ({"B12GUIDE_EVENTS": f"amqp://b:{PASSWORD}@rabbit:0/"}, "B12GUIDE_EVENTS has to be", NETWORK),
    ({"B12GUIDE_EVENTS": f"amqp://b:{PASSWORD}@"}, "B12GUIDE_EVENTS has to be", NETWORK),
    ({"B12GUIDE_RETENTION_DAYS": "a year"}, "B12GUIDE_RETENTION_DAYS is a year:", "from 1 to 36500, or forever"),
    ({"B12GUIDE_RETENTION_DAYS": "0"}, "B12GUIDE_RETENTION_DAYS is 0:", "from 1"),
    ({"B12GUIDE_METRICS": "9105"}, "B12GUIDE_METRICS: 9105 is no address and port", "127.0.0.1:9105"),
    ({"B12GUIDE_METRICS": "127.0.0.1:99999"}, "B12GUIDE_METRICS: 127.0.0.1:99999 cannot be used", "OverflowError"),
    ({"B12GUIDE_METRICS": "nowhere..example:9105"}, "B12GUIDE_METRICS: nowhere..example:9105 cannot", "Error"),
    ({"B12GUIDE_LOG": "xml"}, "B12GUIDE_LOG is xml:", "plain or json"),
    ({"B12GUIDE_SECRET": PASSWORD}, "B12GUIDE_SECRET has 13 characters;", "give it 32 or more"),
    ({"B12GUIDE_SECRET": ""}, "B12GUIDE_SECRET has 0 characters;", "give it 32 or more"),
    ({"B12GUIDE_SECRET": PASSWORD * 3 + "\udcff"}, "B12GUIDE_SECRET is no text:", "32 characters"),
    ({"B12GUIDE_ORIGINS": "clinic.example"}, "B12GUIDE_ORIGINS has clinic.example:", "https://clinic.example"),
    ({"B12GUIDE_ORIGINS": "* https://clinic.example/"}, "B12GUIDE_ORIGINS has https://clinic.example/:", "alone"),
    ({"B12GUIDE_ORIGINS": "https://Clinic.example"}, "B12GUIDE_ORIGINS has https://Clinic.example:", "small letters"),
    ({"B12GUIDE_ALLOW_TEST_CLOCK": "yes"}, "B12GUIDE_ALLOW_TEST_CLOCK is yes:", "1, for tests, or unset"),
    ({"B12GUIDE_PUBLIC_URL": "chat.example.org"}, "B12GUIDE_PUBLIC_URL has to be an address", "https://chat"),
    ({"B12GUIDE_PUBLIC_URL": f"https://a:{PASSWORD}@chat.example.org"}, "B12GUIDE_PUBLIC_URL has to be", "no more"),
    ({"B12GUIDE_WHATSAPP_APP_SECRET": PASSWORD}, "WhatsApp (Cloud API) is half set up:", "docs/channels.md"),
]
FILES = ("COUNTRY", "TIMEZONE", "REST_TOKEN", "DATABASE", "REDIS", "EVENTS", "RETENTION_DAYS", "METRICS", "LOG")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No setting of this process, a folder of the test's own, nothing served; logging is put back."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("B12GUIDE_")}
    monkeypatch.setattr(os, "environ", kept)
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    monkeypatch.setattr(serve, "_serve", lambda options: None)
    root, last = logging.getLogger(), logging.lastResort
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.lastResort = last


@pytest.fixture
def start(tmp_path: Path) -> Any:
    """Start the server; its status."""
    (tmp_path / "some.tar.gz").touch()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return lambda: serve.main(["--port", str(port), "--models", str(tmp_path)])


def ids(value: object) -> str | None:
    return (
        " ".join(f"{k}={v}" for k, v in value.items()).encode("ascii", "replace").decode()
        if isinstance(value, dict)
        else None
    )


@pytest.mark.parametrize(("environment", "begins", "says"), BAD, ids=ids)
def test_a_bad_setting_is_one_line(
    start: Any, capsys: pytest.CaptureFixture[str], environment: dict[str, str], begins: str, says: str
) -> None:
    """Status 1, nothing on standard output, one line with what is wrong and what is expected, and no password."""
    os.environ.update(environment)
    assert start() == 1
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert error.startswith(begins)
    assert says in error
    assert PASSWORD not in error


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_there_is_one_line(start: Any, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Every setting can be in a file; one that cannot be read is told with its name."""
    os.environ[f"B12GUIDE_{name}_FILE"] = "/nowhere/at/all"
    assert start() == 1
    assert capsys.readouterr().err == (f"B12GUIDE_{name}_FILE: /nowhere/at/all cannot be read (FileNotFoundError).\n")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"B12GUIDE_COUNTRY": "gb", "B12GUIDE_TIMEZONE": "Europe/London"},
        {"B12GUIDE_COUNTRY": "UK", "B12GUIDE_TIMEZONE": "UTC", "B12GUIDE_ALLOW_TEST_CLOCK": "1"},
        {"B12GUIDE_COUNTRY": "", "B12GUIDE_TIMEZONE": "", "B12GUIDE_DATABASE": "", "B12GUIDE_REDIS": ""},
        {"B12GUIDE_DATABASE": "sqlite://", "B12GUIDE_RETENTION_DAYS": "forever", "B12GUIDE_ORIGINS": "null"},
        {"B12GUIDE_DATABASE": f"postgresql://b12guide:{PASSWORD}%40@db/b12guide", "B12GUIDE_REDIS": "redis://redis"},
        {"B12GUIDE_DATABASE": "postgresql://b12guide:x@[::1]:5432/b?sslmode=require"},
        {"B12GUIDE_REDIS": "rediss://user:x@redis:6380/1", "B12GUIDE_EVENTS": "amqps://b:x@rabbit/vhost"},
        {"B12GUIDE_EVENTS": "amqp://b:x@rabbit:5672/", "B12GUIDE_REST_TOKEN": "x" * 64, "B12GUIDE_SECRET": "x" * 32},
        {"B12GUIDE_ORIGINS": "https://clinic.example http://localhost:8000 https://[::1]:8443"},
    ],
    ids=str,
)
def test_good_settings_start(start: Any, capsys: pytest.CaptureFixture[str], environment: dict[str, str]) -> None:
    """What the documents show is taken as it is."""
    os.environ.update(environment)
    assert (start(), capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("broken", ["a file", "under a file", "the secret is a folder", "the secret is damaged"])
def test_a_folder_that_cannot_be_used_is_one_line(
    start: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, broken: str
) -> None:
    """Conversations and secret have nowhere to be: the line names the folder."""
    (tmp_path / "file").touch()
    folder = tmp_path / ("file" if broken == "a file" else "file/x" if broken == "under a file" else "data")
    if "secret" in broken:
        (folder / "secret").mkdir(parents=True)
        if "damaged" in broken:
            (folder / "secret").rmdir()
            (folder / "secret").write_bytes(b"\xff\xfe")
    monkeypatch.setattr(settings, "DATA", folder)
    assert start() == 1
    error = capsys.readouterr().err
    assert (error.count("\n"), str(folder) in error) == (1, True)
    assert ("delete it" if "damaged" in broken else "B12GUIDE_DATA has to name a folder") in error


def test_a_root_that_is_none_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the program's own files the line names where it looked."""
    monkeypatch.setattr(settings, "ROOT", tmp_path)
    with pytest.raises(SettingError, match=rf"^B12GUIDE_ROOT: {tmp_path} has no content: name the folder"):
        start_check.check()


def test_country_and_zone_can_be_in_files(start: Any, tmp_path: Path) -> None:
    """What each message looks up in the environment is there, from whichever place it came."""
    for name, value in (("COUNTRY", "AU"), ("TIMEZONE", "Australia/Perth")):
        (tmp_path / name).write_text(f"{value}\n")
        os.environ[f"B12GUIDE_{name}_FILE"] = str(tmp_path / name)
    assert start() == 0
    assert (os.environ["B12GUIDE_COUNTRY"], os.environ["B12GUIDE_TIMEZONE"]) == ("AU", "Australia/Perth")


@pytest.mark.parametrize(
    ("command", "status"),
    [(["-m", "b12guide.serve", "--port", "5999"], 1), (["-m", "b12guide.cli", "forget", "nobody"], 2)],
    ids=["serve", "forget"],
)
@pytest.mark.parametrize(
    "environment",
    [
        {"B12GUIDE_DATABASE": f"postgresql://b:{PASSWORD}@x:y@db/x"},
        {"B12GUIDE_DATA": "/dev/null/x"},
    ],
    ids=["a password with a sign", "a folder that cannot be"],
)
def test_no_traceback_and_no_password(
    tmp_path: Path, command: list[str], status: int, environment: dict[str, str]
) -> None:
    """As a process of its own: one line, and the status that the command has for what cannot be done."""
    made = {"B12GUIDE_DATA": str(tmp_path), **os.environ, **environment}
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=made, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.count("\n") == 1, done.stderr
    assert re.search("B12GUIDE_DATA(BASE)?", done.stderr)
    assert PASSWORD not in done.stderr
