"""The page of figures: a table of two servers, the bar they are held to, and the sections of `docs/bench.md`."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from bench.measure import Figures

PAGE = Path("docs/bench.md")
TITLE = "# How fast, how large\n\nMeasured, not estimated. Each section names the command that writes it.\n"


@dataclass(frozen=True)
class Side:
    """One column of the comparison: its name, figures, seconds of training and number of training phrases."""

    name: str
    figures: Figures
    train_s: float
    phrases: int


@dataclass(frozen=True)
class Bar:
    """What the product is held to: a figure is at most `limit` times that of stock Rasa."""

    label: str
    limit: float
    ratio: float

    @property
    def met(self) -> bool:
        """Whether the ratio is within the limit."""
        return self.ratio <= self.limit

    @property
    def verdict(self) -> str:
        """The same in a word for the table."""
        return "met" if self.met else "MISSED"


def bars(product: Figures, stock: Figures) -> list[Bar]:
    """The three promises: a third of the time at p95, a third of the memory, a quarter of the start."""
    return [
        Bar("time of a message at p95", 1 / 3, product.p95_ms / stock.p95_ms),
        Bar("memory of the server", 1 / 3, product.memory_mb / stock.memory_mb),
        Bar("time to the first answer", 1 / 4, product.start_s / stock.start_s),
    ]


def comparison_table(product: Side, stock: Side) -> str:
    """A Markdown table of both sides, with the product's share of each of stock Rasa's figures."""
    ours, theirs = product.figures, stock.figures
    lines = [
        row("", product.name, stock.name, "ratio"),
        "|---|--:|--:|--:|",
        _figure_row("message over REST, p50", ours.p50_ms, theirs.p50_ms, "{:.1f} ms"),
        _figure_row("message over REST, p95", ours.p95_ms, theirs.p95_ms, "{:.1f} ms"),
        _figure_row("the same, after a message to the other", ours.mixed_p95_ms, theirs.mixed_p95_ms, "{:.1f} ms"),
        _figure_row("messages a second, 8 clients", ours.per_second, theirs.per_second, "{:.0f}"),
        _figure_row("memory of the server", ours.memory_mb, theirs.memory_mb, "{:,.0f} MB"),
        _figure_row("start until the first answer", ours.start_s, theirs.start_s, "{:.1f} s"),
        _figure_row("training", product.train_s, stock.train_s, "{:,.0f} s"),
        row("training phrases", f"{product.phrases:,}", f"{stock.phrases:,}", ""),
    ]
    return "\n".join(lines)


def bar_table(results: list[Bar]) -> str:
    """A Markdown table of the promises: the limit, the ratio measured, and whether it holds."""
    lines = [row("held to", "at most", "measured", ""), "|---|--:|--:|---|"]
    lines += [row(bar.label, f"{bar.limit:.2f}", f"{bar.ratio:.2f}", bar.verdict) for bar in results]
    return "\n".join(lines)


def row(*cells: str) -> str:
    """One line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def with_section(page: str, name: str, body: str) -> str:
    """Return `page` with the section `name` replaced by `body`, or added at the end; other sections stay as they are.

    A section runs from its `## name` heading to the next heading of that rank.
    """
    section = f"## {name}\n\n{body.strip()}\n"
    found = _found(page, name)
    if not found:
        return f"{(page or TITLE).rstrip()}\n\n{section}"
    rest = page[found.end() :]
    return page[: found.start()] + section + (f"\n{rest}" if rest else "")


def section_of(page: str, name: str) -> str | None:
    """What stands in the section `name` of `page`, without its heading; None where there is no such section."""
    found = _found(page, name)
    return found[0].partition("\n")[2].strip() if found else None


def write_section(name: str, body: str, page: Path = PAGE) -> None:
    """Put a section into the page of figures, making the page when it is missing."""
    page.parent.mkdir(parents=True, exist_ok=True)
    before = page.read_text(encoding="utf-8") if page.exists() else ""
    page.write_text(with_section(before, name, body), encoding="utf-8")


def today() -> str:
    """The day in UTC, as 2026-03-30."""
    return datetime.now(timezone.utc).date().isoformat()


def machine() -> str:
    """This machine in one phrase, without its name: cores, memory, system, Python, and how busy it is now.

    Also says so on the terminal when other work keeps it busy.
    """
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 2:
        print(f"the machine is busy (load {load:.1f} on {cores} cores): expect figures that are too high", flush=True)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{cores} cores, {memory:.0f} GB of memory, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, load {load:.1f} before the run"
    )


def _figure_row(label: str, ours: float, theirs: float, form: str) -> str:
    return row(label, form.format(ours), form.format(theirs), f"{ours / theirs:.2f}")


def _found(page: str, name: str) -> re.Match[str] | None:
    return re.search(rf"^## {re.escape(name)}\n.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
