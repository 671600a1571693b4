"""The page for the appointment on paper and on a phone: one printed page, and nothing over the edge."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from b12guide.channels.server import STATIC
from tests.diary.summaries import LOADING, WORST, page, plan_of, with_doses

STYLE = STATIC / "summary.css"


def files(folder: Path) -> dict[str, Path]:
    """Each page as a file."""
    made = {}
    for name, (doses, kept) in WORST.items():
        plan = with_doses(doses) if doses else plan_of(LOADING)
        made[name] = folder / f"{len(made)}.html"
        made[name].write_text(page(plan, kept, stylesheet=STYLE.as_uri()), encoding="utf-8")
    return made


@pytest.mark.chromium_alone("Firefox cannot be asked how a page looks on paper")
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_exactly_one_printed_page(paper: str, browser: Browser, tmp_path: Path) -> None:
    """Printed to PDF, on A4 and on Letter, at 1 and at 24 doses, whatever stands on it."""
    tab = browser.new_page()
    counted = {}
    for name, file in files(tmp_path).items():
        tab.goto(file.as_uri())
        counted[name] = len(re.findall(rb"/Type\s*/Page\b(?!s)", tab.pdf(format=paper)))
    tab.close()
    assert counted == dict.fromkeys(WORST, 1)


def test_on_a_phone_nothing_runs_over_the_edge(browser: Browser, tmp_path: Path) -> None:
    """320 pixels wide, at 24 doses and with the longest word, the page does not scroll sideways."""
    tab = browser.new_page(viewport={"width": 320, "height": 640})
    wide = {}
    for name, file in files(tmp_path).items():
        tab.goto(file.as_uri())
        wide[name] = tab.evaluate("document.documentElement.scrollWidth") > 320
    tab.close()
    assert wide == dict.fromkeys(WORST, False)


def test_on_a_phone_the_heading_is_whole_and_a_gap_takes_one_line(browser: Browser, tmp_path: Path) -> None:
    """390 pixels wide, no word of the heading is broken beside the button, and "84 days" stands in one line."""
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    lines = (
        "name => { const one = document.querySelector(name); if (!one) return 1; const words = document.createRange();"
        " words.selectNodeContents(one); return words.getClientRects().length }"
    )
    for file in files(tmp_path).values():
        tab.goto(file.as_uri())
        assert tab.evaluate(lines, "h1") == 1
        assert tab.evaluate(lines, "tbody tr:nth-child(2) td:nth-child(2)") == 1
    tab.close()
