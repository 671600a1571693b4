"""The tables and the sections of the page of figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.measure import Figures
from bench.report import Side, bar_table, bars, comparison_table, section_of, with_section, write_section

PRODUCT = Figures(p50_ms=8.04, p95_ms=10.0, mixed_p95_ms=12.0, per_second=120.0, memory_mb=300.0, start_s=5.0)
STOCK = Figures(p50_ms=30.0, p95_ms=40.0, mixed_p95_ms=48.0, per_second=40.0, memory_mb=1200.0, start_s=16.0)


def test_the_comparison_has_a_row_a_figure_and_the_ratio_last() -> None:
    """Each figure stands with its unit for both sides, and as a share of stock Rasa's."""
    table = comparison_table(Side("ours", PRODUCT, 7.0, 5000), Side("stock", STOCK, 1400.0, 480))
    assert table.splitlines() == [
        "|  | ours | stock | ratio |",
        "|---|--:|--:|--:|",
        "| message over REST, p50 | 8.0 ms | 30.0 ms | 0.27 |",
        "| message over REST, p95 | 10.0 ms | 40.0 ms | 0.25 |",
        "| the same, after a message to the other | 12.0 ms | 48.0 ms | 0.25 |",
        "| messages a second, 8 clients | 120 | 40 | 3.00 |",
        "| memory of the server | 300 MB | 1,200 MB | 0.25 |",
        "| start until the first answer | 5.0 s | 16.0 s | 0.31 |",
        "| training | 7 s | 1,400 s | 0.01 |",
        "| training phrases | 5,000 | 480 |  |",
    ]


def test_a_promise_is_met_up_to_its_limit_and_missed_beyond() -> None:
    """A third of the time and of the memory hold here; 5 of 16 seconds is more than a quarter."""
    assert [bar.met for bar in bars(PRODUCT, STOCK)] == [True, True, False]
    assert bar_table(bars(PRODUCT, STOCK)).splitlines()[2:] == [
        "| time of a message at p95 | 0.33 | 0.25 | met |",
        "| memory of the server | 0.33 | 0.25 | met |",
        "| time to the first answer | 0.25 | 0.31 | MISSED |",
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# Title\n", "# Title\n\n## B\n\nnew\n"),
        ("# Title\n\n## A\n\nold a\n", "# Title\n\n## A\n\nold a\n\n## B\n\nnew\n"),
        ("# Title\n\n## B\n\nold b\n", "# Title\n\n## B\n\nnew\n"),
        ("## B\n\nold b\n\n### part\n\n## C\n\nold c\n", "## B\n\nnew\n\n## C\n\nold c\n"),
        ("## B or not\n\nother\n", "## B or not\n\nother\n\n## B\n\nnew\n"),
    ],
)
def test_a_section_replaces_itself_and_nothing_else(page: str, expected: str) -> None:
    """A section is added at the end or takes its own old place; the others stay as they were."""
    assert with_section(page, "B", "new\n") == expected


def test_a_section_can_be_read_again() -> None:
    """What was put into a page comes back as it was, whatever stands around it."""
    page = with_section(with_section("# Page\n", "A", "one\n\ntwo"), "B", "three")
    assert (section_of(page, "A"), section_of(page, "B"), section_of(page, "C")) == ("one\n\ntwo", "three", None)


def test_writing_a_section_twice_changes_nothing_more(tmp_path: Path) -> None:
    """The page is made when it is missing, and the same body again leaves it the same."""
    page = tmp_path / "docs" / "bench.md"
    write_section("B", "body", page)
    first = page.read_text(encoding="utf-8")
    write_section("B", "body", page)
    assert first.endswith("## B\n\nbody\n")
    assert page.read_text(encoding="utf-8") == first
