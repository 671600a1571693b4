"""No phone number, id or text of a person is in any log, at any level, whatever goes wrong."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.providers.fake_server import Answer
from tests.providers.harness import Harness
from tests.providers.kinds import KINDS

WORDS = "quincebury"
EMERGENCY = f"my throat is closing up, {WORDS}"


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """All that is logged or printed, each record with all that belongs to it."""
    everything = io.StringIO()
    handler = logging.StreamHandler(everything)
    handler.setFormatter(logging.Formatter("%(name)s %(pathname)s %(message)s %(args)s"))
    root = logging.getLogger()
    level, known = root.level, {name: logging.getLogger(name).level for name in list(logging.root.manager.loggerDict)}
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    for name in known:
        logging.getLogger(name).setLevel(logging.NOTSET if "rasa" not in name else logging.WARNING)

    def read() -> str:
        out, err = capfd.readouterr()
        return "".join([everything.getvalue(), caplog.text, out, err])

    yield read
    root.removeHandler(handler)
    root.setLevel(level)
    for name, before in known.items():
        logging.getLogger(name).setLevel(before)


def secrets(harness: Harness) -> list[str]:
    """What no log may hold."""
    people = [person.lstrip("+") for person in harness.kind.people]
    names = [
        value for key, value in harness.kind.settings.items() if key not in ("sender", "public", "number_id", "account")
    ]
    names = [name for name in names if name != "12345"]
    return [WORDS, *people, *names, "wamid.1", "m_1"]


def everything_goes_wrong(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that works, and every way in which one fails."""
    kind, fake = harness.kind, harness.fake
    harness.write(f"hello {WORDS}", message_id="1")
    harness.write(EMERGENCY, message_id="2")
    harness.deliver(kind.captioned(WORDS))
    fake.script = [fake.busy(3), Answer(500), Answer(503)]
    harness.write(WORDS, message_id="3")
    fake.script = [Answer(400, fake.error(f"21211: {kind.people[0]} {WORDS}"))]
    harness.write(WORDS, message_id="4")
    fake.script = [Answer(200, breaks=True)]
    harness.write(WORDS, message_id="5")
    for forgery in list(kind.forgeries().values())[:5]:
        harness.deliver(forgery)
    harness.deliver(kind.text(WORDS).but(body=b"\xff" + WORDS.encode()))

    async def fails(message: Any) -> None:
        raise ValueError(f"{WORDS} {kind.people[0]}")

    harness.rasa.before = fails
    harness.write(WORDS, message_id="6")
    harness.rasa.before = None

    async def prepare(*args: Any) -> Any:
        raise ValueError(f"{WORDS} {kind.people[0]}")

    def gone(*args: Any) -> Any:
        raise sa.exc.OperationalError(f"SELECT {WORDS}", {"x": kind.people[0]}, Exception(WORDS))

    with monkeypatch.context() as patch:
        patch.setattr(harness.channel, "prepare", prepare)
        harness.write(WORDS, message_id="7")
    with monkeypatch.context() as patch:
        patch.setattr(harness.channel, "render", gone)
        harness.write(WORDS, message_id="8")
    with monkeypatch.context() as patch:
        patch.setattr(harness.inbox.tables, "insert", gone)
        harness.write(WORDS, message_id="10")


@pytest.mark.parametrize("name", sorted(KINDS))
def test_no_log_holds_who_wrote_or_what(
    make: Callable[..., Harness], name: str, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every logger at its lowest level and everything failing once, there is no number, id, secret or word."""
    harness = make(name)
    everything_goes_wrong(harness, monkeypatch)
    harness.loop.call_exception_handler({"message": "the loop's own complaints are read too"})
    logged = told()
    assert "An answer could not be delivered" in logged
    assert "the loop's own complaints" in logged
    for secret in secrets(harness):
        assert secret not in logged, f"{secret} is in the log"


def test_the_check_sees_what_it_looks_for(told: Callable[[], str]) -> None:
    """A number that was logged or printed, at any level, is found."""
    logging.getLogger("b12guide.channels.some").debug("to %s", "447911123456")
    print("m_1", file=sys.stderr)
    logged = told()
    assert "447911123456" in logged
    assert "m_1" in logged


def test_a_refused_message_of_a_provider_is_told_by_its_code(
    make: Callable[..., Harness], caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """What the provider says of an error is cut down to status and code, which say what to look up."""
    harness = make("sms")
    harness.fake.script = [Answer(400, {"code": 21610, "message": "to +447911123456 is blocked", "status": 400})]
    harness.write("hello")
    assert "An answer could not be delivered (sms): 400 21610" in caplog.text
