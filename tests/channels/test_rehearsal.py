"""Nobody's first message, and no call for help, waits for what a process builds once."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from b12guide.channels import rehearsal
from b12guide.channels.rehearsal import NAME, SAID, rehearse
from b12guide.rasa.private_conversations import KeepingStore
from tests.channels.conftest import Site


@pytest.fixture
def heard(site: Site, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Rasa is given from now on."""
    texts: list[str] = []
    answer = site.bot.agent.handle_message

    async def listen(message: UserMessage) -> Any:
        texts.append(message.text or "")
        return await answer(message)

    monkeypatch.setattr(site.bot.agent, "handle_message", listen)
    return texts


def test_the_way_of_a_message_was_gone_before_anybody_is_let_in(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy sends nobody to a server that has not answered a question, a plan and a call for help."""
    site.bot.run(site.app.ctx.rehearsal)
    assert site.get("/ready").status == 200
    monkeypatch.setattr(site.app.ctx, "rehearsal", site.bot.loop.create_future())
    assert site.get("/ready").status == 503


def test_nothing_is_kept_of_it(site: Site, keeping: KeepingStore, heard: list[str]) -> None:
    """The same is said at each start, in a conversation that is gone afterwards, with the emergency in it."""
    for _ in range(2):
        site.bot.run(rehearse(site.app))
    assert heard == [*SAID, *SAID]
    assert site.bot.run(keeping.retrieve(NAME)) is None
    assert list(keeping.private_names()) == list(site.bot.run(keeping.keys())) == []


def test_what_fails_in_it_stops_no_server(
    site: Site, keeping: KeepingStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """People are let in, and the log names the type of what failed."""

    async def broken(*_: Any) -> None:
        raise RuntimeError("a part is broken")

    monkeypatch.setattr(rehearsal, "in_order", broken)
    site.bot.run(rehearse(site.app))
    assert "RuntimeError" in caplog.text
    assert "broken" not in caplog.text
