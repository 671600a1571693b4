"""Log lines: of a library its place alone, of an error its type, of a turn what kind it was."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from b12guide import logs
from b12guide.settings import SettingError
from tests.conftest import ROOT, Bot

TEXT = "my quince hurts, call +44 7700 900123"


class Written:
    """What was logged so far."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys, self._so_far = capsys, ""

    def getvalue(self) -> str:
        """All of it."""
        self._so_far += self._capsys.readouterr().err
        return self._so_far


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Iterator[Written]:
    """What is logged, with the logging of the process put back."""
    root = logging.getLogger()
    handlers, level, turns = list(root.handlers), root.level, logging.getLogger(logs.TURNS).level
    last_resort = logging.lastResort
    yield Written(capsys)
    logging.lastResort = last_resort
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger(logs.TURNS).setLevel(turns)


def fail(name: str) -> None:
    """Log an error whose own words are somebody's; a library puts them into the line as well."""
    words = "failed" if name.startswith("b12guide") else f"failed with {TEXT}"
    try:
        raise ValueError(TEXT)
    except ValueError:
        logging.getLogger(name).exception(words)


@pytest.mark.parametrize("form", ["plain", "json"])
def test_no_line_of_a_library_has_its_words(written: Written, form: str) -> None:
    """A library may quote a message, a number, a statement: its line has its place and the type of its error."""
    logs.configure({"B12GUIDE_LOG": form})
    fail("rasa.core.processor")
    logging.getLogger("sanic.error").error(f"Exception occurred while handling uri: /plan/{TEXT}")
    assert "quince" not in written.getvalue()
    assert "7700" not in written.getvalue()
    assert written.getvalue().count("test_logs.py:") == 2
    assert "ValueError" in written.getvalue()


@pytest.mark.parametrize("form", ["plain", "json"])
def test_our_own_lines_have_words_and_no_words_of_errors(written: Written, form: str) -> None:
    """Our own message stands there; the error that came with it by its type."""
    logs.configure({"B12GUIDE_LOG": form})
    fail("b12guide.x")
    assert "failed" in written.getvalue()
    assert "ValueError" in written.getvalue()
    assert "quince" not in written.getvalue()


def test_a_turn_is_one_json_line_without_text_or_name(
    written: Written, bot: Bot, request: pytest.FixtureRequest
) -> None:
    """With JSON logs, each turn is told by channel, kind, level and time alone."""
    logs.configure({"B12GUIDE_LOG": "json"})
    bot.say("a quince of a sender", "my throat is closing up, says the quince")
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    turns = [line for line in lines if line["logger"] == "b12guide.turns"]
    assert [set(turn) for turn in turns] == [{"time", "level", "logger", "message", "channel", "kind", "care", "ms"}]
    assert (turns[0]["channel"], turns[0]["kind"], turns[0]["care"]) == ("rest", "emergency", "emergency")
    assert "quince" not in written.getvalue()


def test_without_json_turns_are_not_told(written: Written, bot: Bot, request: pytest.FixtureRequest) -> None:
    """In a terminal nothing is written while all is well."""
    logs.configure({})
    bot.say(request.node.nodeid, "hello")
    assert written.getvalue() == ""


@pytest.mark.parametrize("form", ["plain", "json"])
def test_a_logger_that_is_cut_off_has_no_words_either(written: Written, form: str) -> None:
    """Rasa cuts the framework's loggers off from all handlers; what they say is told as of any library."""
    logs.configure({"B12GUIDE_LOG": form})
    framework = logging.getLogger("sanic.error")
    propagated, framework.propagate = framework.propagate, False
    fail("sanic.error")
    framework.propagate = propagated
    assert "ValueError" in written.getvalue()
    assert "quince" not in written.getvalue()


def test_an_error_that_nothing_catches_is_told_by_its_type() -> None:
    """In the main thread, in another and where an object is taken away: a line of ours in the place of a traceback."""
    code = """
import threading
from b12guide import logs
logs.configure({})
logs.watch_uncaught()
def fail():
    raise ValueError("quince")
class Fails:
    def __del__(self):
        fail()
Fails()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
fail()
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "quince" not in done.stderr
    assert [line.split(" ", 1)[1] for line in done.stderr.splitlines()] == [
        "CRITICAL b12guide: Nothing caught an error. (ValueError)"
    ] * 3


def test_another_form_is_refused() -> None:
    """A form that does not exist stops the start with one line."""
    with pytest.raises(SettingError, match="B12GUIDE_LOG is xml: it can be plain or json"):
        logs.configure({"B12GUIDE_LOG": "xml"})
