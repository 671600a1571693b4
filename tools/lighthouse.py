"""Lighthouse on the page at "/", and how soon a first message can be typed: ``python -m tools.lighthouse [--write]``.

The server is the real one. Lighthouse simulates a phone on slow 4G (1.6 Mbit/s, 150 ms, a processor 4 times slower).
The time until a message can be typed is measured in the browser under the same network, really throttled, from the
first paint of the page and from the start of its loading. A long conversation is played with the stand-in server of
the tests: the longest task of the browser, and what memory it takes. ``--write`` puts the figures into docs/widget.md.
The exit status is 1 where a bound is missed.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
import threading
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.widget_report import write_section
from tests.web.fake_server import FakeChat
from tests.widget.browsers import ARGUMENTS, CHROMIUM, chromium
from tests.widget.chat import Chat
from tests.widget.real_server import RealServer
from tools import widget

CATEGORIES = {"accessibility": 100, "best-practices": 100, "performance": 95}
EXCHANGES, MOST_TASK_MS, MOST_HEAP = 200, 50, 5e6
# From within the page, so that nothing of the tool that drives the browser is measured.
CONVERSE = """async ([count, texts]) => {
  const root = document.querySelector("b12-guide").shadowRoot, box = root.querySelector("textarea");
  for (let number = 0; number < count; number += 1) {
    const before = root.querySelector(".turn:last-of-type");
    box.value = `${texts[number % texts.length]} (${number})`;
    box.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
    const last = () => root.querySelector(".turn:last-of-type");
    while (last() === before || !last().querySelector(".message.bot"))
      await new Promise(resolve => setTimeout(resolve, 20));
  }
}"""
TALK = ("how long until I feel better?", "my plan", "hello", "the blood thing they do after", "when is my next jab")
TIMES, MOST_SECONDS = 5, 1.0
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
# From the first paint to a focusable box that keeps what is typed, by the browser's own clock.
WATCH = """(() => { const wait = () => {
  const box = document.querySelector("b12-guide")?.shadowRoot?.querySelector("textarea");
  if (box) { box.focus(); window.typedAt = performance.now(); } else requestAnimationFrame(wait); };
  wait(); })()"""


def scores(address: str, folder: Path) -> dict[str, int]:
    """Lighthouse's scores."""
    widget.install()
    report = folder / "lighthouse.json"
    flags = " ".join(ARGUMENTS).replace("--headless ", "--headless=new ")
    only = ",".join(CATEGORIES)
    environment = {**os.environ, "CHROME_PATH": CHROMIUM.path()}
    program = widget.PACKAGES / "lighthouse" / "cli" / "index.js"
    widget.node(
        program, address, "--quiet", f"--only-categories={only}", f"--chrome-flags={flags}", "--output=json",
        f"--output-path={report}", environment=environment,
    )  # fmt: skip
    found = json.loads(report.read_text())["categories"]
    return {name: round(category["score"] * 100) for name, category in found.items()}


def seconds_to_type(browser: Browser, address: str) -> tuple[float, float]:
    """Medians over several loads with an empty cache: from the first paint, and from the start of loading, to a box
    that takes what is typed."""
    after_paint, in_all = [], []
    for _ in range(TIMES):
        context = browser.new_context(locale="en-GB")
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(address)
        page.wait_for_function("() => window.typedAt")
        page.keyboard.type("hello")
        assert page.get_by_label("Your message").input_value() == "hello"
        painted = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime")
        typed = page.evaluate("() => window.typedAt")
        after_paint.append((typed - painted) / 1000)
        in_all.append(typed / 1000)
        context.close()
    return median(after_paint), median(in_all)


def long_talk(browser: Browser) -> tuple[float, float]:
    """A conversation of many exchanges: the longest task of the page's thread, in milliseconds of the processor, and
    bytes of JavaScript heap at its end beyond those at its beginning."""
    with FakeChat() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()
        page.goto(server.address)
        chat = Chat(page)
        session = page.context.new_cdp_session(page)

        def heap() -> float:
            session.send("HeapProfiler.collectGarbage")
            return float(session.send("Runtime.getHeapUsage")["usedSize"])

        chat.say("hello")
        before = heap()
        browser.start_tracing(page=page, categories=["toplevel"])
        page.evaluate(CONVERSE, [EXCHANGES, TALK])
        events = json.loads(browser.stop_tracing())["traceEvents"]
        more = heap() - before
        page.context.close()
        server.shutdown()
    main = {(e["pid"], e["tid"]) for e in events if e.get("args", {}).get("name") == "CrRendererMain"}
    tasks = [e["tdur"] for e in events if "tdur" in e and "RunTask" in e["name"] and (e["pid"], e["tid"]) in main]
    return max(tasks) / 1000, more


def main(arguments: list[str]) -> int:
    """Measure, print, write where asked to; returns the exit status."""
    folder = Path(tempfile.mkdtemp(prefix="b12guide-"))
    server = RealServer(folder)
    try:
        server.start()
        found = scores(server.address, folder)
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            paint, start = seconds_to_type(browser, server.address)
            longest, heap = long_talk(browser)
    finally:
        server.stop()
    size = len(gzip.compress((widget.ROOT / "b12guide" / "web" / "static" / "widget.js").read_bytes(), 9))
    text = (
        f"Lighthouse on `/` (phone, slow 4G): accessibility {found['accessibility']}, best practices "
        f"{found['best-practices']}, performance {found['performance']}. The widget is {size / 1000:.1f} kB gzipped.\n"
        f"On a throttled 4G profile (1.6 Mbit/s, 150 ms, processor 4 times slower; median of {TIMES}) a first message "
        f"can be typed {max(paint, 0):.2f} s after the page is painted, {start:.2f} s after it is asked for.\n"
        f"{EXCHANGES} exchanges in one conversation: the longest task takes {longest:.0f} ms of the processor, "
        f"{heap / 1e6:.1f} MB of memory more than at its start."
    )
    print(text)
    if "--write" in arguments:
        write_section("lighthouse", text)
    missed = [name for name, least in CATEGORIES.items() if found[name] < least]
    return 1 if missed or paint > MOST_SECONDS or longest > MOST_TASK_MS or heap > MOST_HEAP else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
