"""`/ready`, by which a proxy sends people elsewhere: while a server stops, without a model or a usable database."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore

from b12guide.channels.housekeeping import Housekeeping, model_ready
from b12guide.rasa.tracker_store import ConversationStore
from tests.channels.conftest import Site
from tests.conftest import PATIENCE, Bot


def server_of(bot: Bot) -> Housekeeping:
    """Housekeeping that deletes nothing."""
    return Housekeeping(bot.app, days=None)


def test_a_server_that_stops_is_not_ready(bot: Bot) -> None:
    """From the moment it is told to stop, a proxy sends people elsewhere."""
    housekeeping = server_of(bot)
    assert not housekeeping.stopping
    bot.run(housekeeping.stop())
    assert housekeeping.stopping


def test_ready_is_true_with_a_model_and_false_while_stopping(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """`/ready` is what a proxy asks; `/health` stays true while the last answers go out."""
    site.bot.run(site.app.ctx.rehearsal)
    assert (site.get("/ready").status, site.get("/ready").json) == (200, {"ready": True})
    monkeypatch.setattr(site.app.ctx.housekeeping, "stopping", True)
    assert (site.get("/ready").status, site.get("/health").status) == (503, 200)


def test_nothing_is_ready_without_a_model(bare_site: Site) -> None:
    """Without a model both say so."""
    assert [bare_site.get(path).status for path in ("/ready", "/health")] == [503, 503]
    assert not model_ready(SimpleNamespace(ctx=SimpleNamespace()))


def unusable(kind: str, folder: Path) -> str:
    """The address of a database that takes no write."""
    file = folder / "c.db"
    if kind == "no database":
        file.write_bytes(b"no database at all " * 100)
    elif kind == "a folder":
        file.mkdir()
    elif kind == "read only":
        made = ConversationStore(None, f"sqlite:///{file}")
        made.engine.dispose()
        return f"sqlite:///file:{file}?mode=ro&uri=true"
    elif kind == "nowhere":
        return "sqlite:////dev/null/c.db"
    return f"sqlite:///{file}"


@pytest.mark.parametrize("kind", ["no database", "a folder", "read only", "nowhere"])
def test_a_server_is_not_ready_with_a_database_that_takes_nothing(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    """What people write would be gone with the process: the proxy sends them elsewhere."""
    broken = ConversationStore(bot.agent.domain, unusable(kind, tmp_path), timeout_seconds=PATIENCE)
    monkeypatch.setattr(bot.agent, "tracker_store", FailSafeTrackerStore(broken))
    assert bot.run(server_of(bot).database_usable()) is False


def test_a_server_is_ready_again_when_its_database_came_late(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A database that was away at the start gets its tables when it is there, and one that goes later is no reason."""
    folder = tmp_path / "c.db"
    folder.mkdir()
    late = ConversationStore(bot.agent.domain, f"sqlite:///{folder}", timeout_seconds=PATIENCE)
    monkeypatch.setattr(bot.agent, "tracker_store", FailSafeTrackerStore(late))
    server = server_of(bot)
    assert bot.run(server.database_usable()) is False
    folder.rmdir()
    assert bot.run(server.database_usable()) is True
    assert late.tables.names() == []
    monkeypatch.setattr(late, "tables", None)
    assert bot.run(server.database_usable()) is True


def test_ready_asks_the_database(make_site: Any, bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`/ready` is 503 where the database takes nothing, while `/health` still tells that the model is there."""
    broken = ConversationStore(bot.agent.domain, unusable("no database", tmp_path), timeout_seconds=PATIENCE)
    monkeypatch.setattr(bot.agent, "tracker_store", FailSafeTrackerStore(broken))
    site = make_site()
    assert (site.get("/ready").status, site.get("/health").status) == (503, 200)
