"""Starting the server: what stops it is one clear line, before anything is loaded."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from b12guide import serve, settings


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What would have been served, in place of serving; the environment is put back."""
    calls: list[Any] = []
    monkeypatch.setattr(settings, "DATA", tmp_path_factory.mktemp("data"))
    monkeypatch.setattr(serve, "_serve", calls.append)
    monkeypatch.setattr(os, "environ", dict(os.environ))
    os.environ.pop("PORT", None)
    return calls


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that something else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


@pytest.fixture
def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def model(tmp_path: Path) -> Path:
    (tmp_path / "some.tar.gz").touch()
    return tmp_path


def test_a_port_that_is_taken(taken: int, model: Path, served: list[Any], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 and a line with the port, why, and another port to take."""
    assert serve.main(["--port", str(taken), "--models", str(model)]) == 1
    captured = capsys.readouterr()
    assert captured.err == (
        f"Port {taken} on 127.0.0.1 cannot be used (Address already in use): "
        "stop what uses it or run `make run PORT=5006`.\n"
    )
    assert (captured.out, served) == ("", [])


def test_an_address_that_is_not_this_machines(
    model: Path, served: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """An interface that the machine does not have is told the same way."""
    assert serve.main(["--port", "5005", "--interface", "203.0.113.1", "--models", str(model)]) == 1
    assert capsys.readouterr().err.startswith("Port 5005 on 203.0.113.1 cannot be used (")
    assert served == []


@pytest.mark.parametrize("where", ["nowhere", "empty", "half"])
def test_a_model_that_is_missing(
    where: str, free: int, tmp_path: Path, served: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a model the line says what to run."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "model.tar.gz.part").touch()
    assert serve.main(["--port", str(free), "--models", str(tmp_path / where)]) == 1
    assert capsys.readouterr().err == f"There is no model in {tmp_path / where}: run `make train`.\n"
    assert served == []


@pytest.mark.parametrize("port", ["0", "-1", "65536", "abc", "", "5005.5", "1e3"])
def test_a_port_that_is_none(
    port: str, model: Path, served: list[Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bad port is status 2 with a last line that names it, from the command line and from the environment."""
    for words in ([f"--port={port}"], []):
        monkeypatch.setitem(os.environ, "PORT", port)
        with pytest.raises(SystemExit) as left:
            serve.main([*words, "--models", str(model)])
        assert left.value.code == 2
        assert repr(port).strip("'") in capsys.readouterr().err.splitlines()[-1]
    assert served == []


def test_the_port_of_the_environment(
    free: int, model: Path, served: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`PORT` is taken where no option says otherwise; the server listens on this machine alone."""
    monkeypatch.setitem(os.environ, "PORT", str(free))
    assert serve.main(["--models", str(model)]) == 0
    assert [(options.port, options.interface) for options in served] == [(free, "127.0.0.1")]


def test_it_says_what_it_does(free: int, model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line while the model loads, one when it has stopped."""
    assert serve.main(["--port", str(free), "--models", str(model)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Loading the model (10 to 20 seconds) ... stop with Ctrl-C.",
        "Stopped.",
    ]


def test_ctrl_c_while_loading_is_no_error(
    free: int, model: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C before the server listens ends it as cleanly as later."""

    def interrupted(_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "_serve", interrupted)
    assert serve.main(["--port", str(free), "--models", str(model)]) == 0
    assert capsys.readouterr().out.endswith("Stopped.\n")


def test_nothing_is_sent_anywhere(free: int, model: Path) -> None:
    """Telemetry is off, and logs are quiet enough to hold no message, unless somebody set them otherwise."""
    for variable in ("RASA_TELEMETRY_ENABLED", "LOG_LEVEL"):
        os.environ.pop(variable, None)
    serve.main(["--port", str(free), "--models", str(model)])
    assert os.environ["RASA_TELEMETRY_ENABLED"] == "false"
    assert os.environ["LOG_LEVEL"] == "WARNING"


def test_the_port_is_free_again_after_the_look(free: int) -> None:
    """Looking whether a port is free does not take it."""
    assert serve._port_problem("127.0.0.1", free) is None
    assert serve._port_problem("127.0.0.1", free) is None
