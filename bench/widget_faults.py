"""Is a message lost or doubled when the network goes, the server is killed, the page is reloaded, and two tabs write?

``python -m bench.widget_faults [--runs 200] [--seed 12] [--write]`` plays random runs in a real Chromium against the
real server. A run is one person with two tabs who writes numbered messages while things go wrong. Runs go in groups
that share a server, which is killed (SIGKILL) and started again at a random moment of each group. At the end the
server's own transcript and both screens are counted: each message once, each with one answer. ``--write`` puts the
figures into docs/widget.md.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.widget_report import write_section
from tests.widget.browsers import chromium
from tests.widget.real_server import RealServer

GROUP, STEPS, MESSAGES = 10, 12, 6
LOOKS, PAUSE_MS = 600, 300
TEXTS = (
    "how long until I feel better?",
    "can I switch to tablets?",
    "hello",
    "what is loading?",
    "is a sore arm normal?",
)
PAGE_TURNS = """() => { const root = document.querySelector("b12-guide").shadowRoot;
  return [...root.querySelectorAll(".message.user .bubble")].map(node => node.textContent.trim()) }"""
PAGE_ANSWERS = '() => document.querySelector("b12-guide").shadowRoot.querySelectorAll(".message.bot").length - 1'
CONVERSATION = (
    """() => Object.entries(localStorage).filter(([key]) => key.endsWith(":conversation")).map(e => e[1])[0]"""
)
WAITING = "() => Object.keys(localStorage).filter(key => key.includes(':out:')).length"


@dataclass
class Run:
    """One person: a browser context with two tabs, and what was written in them."""

    number: int
    context: BrowserContext
    tabs: list[Page]
    random: random.Random
    offline: bool = False
    written: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def write(self) -> None:
        """Write the next message in one of the tabs."""
        text = f"{self.random.choice(TEXTS)} ({self.number}.{len(self.written)})"
        box = self.random.choice(self.tabs).get_by_label("Your message")
        box.fill(text)
        box.press("Enter")
        self.written.append(text)

    def step(self) -> None:
        """Something happens: a message, or a fault."""
        what = self.random.choices(("write", "offline", "reload", "rest"), (5, 2, 2, 1))[0]
        if what == "write" and len(self.written) < MESSAGES:
            self.write()
        elif what == "offline":
            self.offline = not self.offline
            self.context.set_offline(self.offline)
            self.faults["offline"] += self.offline
        elif what == "reload" and not self.offline:  # a page cannot be loaded without a network
            self.random.choice(self.tabs).reload(wait_until="domcontentloaded")
            self.faults["reload"] += 1


def begin(number: int, browser: Browser, address: str, seed: int) -> Run:
    """Open the two tabs of one person."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London", viewport={"width": 600, "height": 700})
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.set_default_timeout(0)
        tab.goto(address)
    return Run(number, context, tabs, random.Random(seed * 100_003 + number))


def history(address: str, conversation: str) -> list[dict[str, Any]]:
    """The server's own transcript."""
    body = json.dumps({"conversation": conversation}).encode()
    request = urllib.request.Request(f"{address}/chat/history", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        lines: list[dict[str, Any]] = json.load(answer)["messages"]
    return lines


def check(run: Run, address: str) -> list[str]:
    """What is wrong with a run after everything is back: nothing, if each message is there once with one answer."""
    problems = []
    conversation = run.tabs[0].evaluate(CONVERSATION)
    lines = history(address, conversation) if conversation else []
    kept = [line["text"] for line in lines if line["from"] == "user"]
    answered = sum(
        1 for place, line in enumerate(lines) if line["from"] == "bot" and lines[place - 1]["from"] == "user"
    )
    if sorted(kept) != sorted(run.written):
        missing, extra = Counter(run.written) - Counter(kept), Counter(kept) - Counter(run.written)
        problems.append(f"server: lost {dict(missing)}, doubled {dict(extra)}")
    if answered != len(run.written):
        problems.append(f"server: {answered} answers to {len(run.written)} messages")
    for name, tab in zip("AB", run.tabs, strict=True):
        shown = tab.evaluate(PAGE_TURNS)
        if sorted(shown) != sorted(run.written):
            problems.append(f"tab {name} shows {shown}, written {run.written}")
        elif shown != kept:
            problems.append(f"tab {name} shows another order than the server")
        if tab.evaluate(PAGE_ANSWERS) != len(run.written):
            problems.append(f"tab {name} shows {tab.evaluate(PAGE_ANSWERS)} answers to {len(run.written)} messages")
    return problems


def settle(runs: list[Run], address: str) -> dict[int, list[str]]:
    """Bring the network back, wait until nothing waits any more, and check; what does not settle keeps its faults."""
    for run in runs:
        run.context.set_offline(False)
    left = {run.number: run for run in runs}
    problems: dict[int, list[str]] = {}
    for _ in range(LOOKS):
        for run in list(left.values()):
            if run.tabs[0].evaluate(WAITING) == 0:
                problems[run.number] = check(run, address)
                if not problems[run.number]:
                    del left[run.number]
            else:
                problems[run.number] = [f"{run.tabs[0].evaluate(WAITING)} messages are still waiting"]
        if not left:
            break
        next(iter(left.values())).tabs[0].wait_for_timeout(PAUSE_MS)
    return problems


def play_group(
    numbers: list[int], browser: Browser, server: RealServer, seed: int
) -> tuple[list[Run], dict[int, list[str]]]:
    """Some runs at once, with one kill and start of the server in their middle."""
    chance = random.Random(seed * 7919 + numbers[0])
    runs = [begin(number, browser, server.address, seed) for number in numbers]
    killed_at, up = chance.randrange(2, STEPS - 3), True
    for step in range(STEPS):
        for place, run in enumerate(runs):
            if step == killed_at and place == len(runs) // 2:
                server.kill()
                server.begin()
                up = False
            # While the server is away no page can be loaded; everything else goes on.
            up = up or server.ready()
            if up:
                run.step()
            elif len(run.written) < MESSAGES and run.random.random() < 0.5:
                run.write()
    server.wait()
    problems = settle(runs, server.address)
    for run in runs:
        run.faults["kill"] += 1
        run.context.close()
    return runs, problems


def play(count: int, seed: int, server: RealServer, browser: Browser, tell: Callable[[str], None]) -> dict[str, Any]:
    """All runs; the figures, with what went wrong by run."""
    figures: Counter[str] = Counter()
    wrong: dict[int, list[str]] = {}
    for first in range(0, count, GROUP):
        runs, problems = play_group(list(range(first, min(first + GROUP, count))), browser, server, seed)
        for run in runs:
            figures.update(run.faults)
            figures["messages"] += len(run.written)
        wrong.update({number: found for number, found in problems.items() if found})
        tell(f"{first + len(runs)} runs, {figures['messages']} messages, {len(wrong)} runs with a fault")
    return {"runs": count, "seed": seed, **figures, "wrong": wrong}


def section(figures: dict[str, Any]) -> str:
    """The figures as they stand in docs/widget.md."""
    heads = (
        "runs",
        "messages",
        "times offline",
        "reloads",
        "server killed and started",
        "**runs with a fault**",
    )
    counts = [figures[name] for name in ("runs", "messages", "offline", "reload", "kill")]
    lines = (heads, ["---"] * len(heads), [f"{count:,}" for count in counts] + [f"**{len(figures['wrong'])}**"])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> int:
    """Play, print, and write where asked to; 1 if anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    server = RealServer(Path(tempfile.mkdtemp(prefix="b12guide-")))
    try:
        server.start()
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            figures = play(options.runs, options.seed, server, browser, lambda line: print(line, flush=True))
    finally:
        server.stop()
    print(section(figures))
    for number, problems in figures["wrong"].items():
        print(f"run {number}: {problems}")
    if options.write:
        write_section("faults", section(figures))
    return 1 if figures["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
