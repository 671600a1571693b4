"""Random faults, with a seed: no message is lost or doubled. `make faults` plays 200 such runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.widget_faults import play, section
from bench.widget_report import write_section
from tests.widget.real_server import RealServer


def test_no_message_is_lost_or_doubled(browser: Browser, real: RealServer) -> None:
    """Offline, a killed server, reloads and two tabs in 4 random runs: each message is kept once, with one answer."""
    told: list[str] = []
    figures = play(4, 3, real, browser, told.append)
    assert figures["wrong"] == {}
    assert figures["messages"] > 8
    assert (figures["kill"], len(told)) == (4, 1)
    assert section(figures).endswith("| 4 | **0** |")


def test_figures_go_between_their_marks(tmp_path: Path) -> None:
    """A new measurement takes the place of the old one and touches nothing else; without marks it is refused."""
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- faults -->\nold\n<!-- /faults -->\nb\n")
    write_section("faults", "new", page)
    assert page.read_text() == "a\n<!-- faults -->\nnew\n<!-- /faults -->\nb\n"
    with pytest.raises(ValueError, match="has no marks"):
        write_section("lighthouse", "new", page)
