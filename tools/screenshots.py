"""Pictures of the main screens for the README: ``python -m tools.screenshots [FOLDER]`` (default: docs/pictures)."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.widget.browsers import chromium
from tests.widget.chat import Chat
from tests.widget.real_server import ROOT, RealServer

# A busy machine takes its time.
PATIENCE_MS = 60_000
WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1, "is_mobile": True, "has_touch": True}
LOOKS = {
    f"{width}-{scheme}": {**browser, "color_scheme": scheme}
    for width, browser in (("phone", PHONE), ("wide", WIDE))
    for scheme in ("light", "dark")
}


@dataclass(frozen=True)
class Picture:
    """One screen: what was said before, and in which browsers."""

    said: list[str]
    then: Callable[[Chat], object] = lambda chat: None
    looks: tuple[str, ...] = tuple(LOOKS)


def _data(chat: Chat) -> None:
    chat.options()
    chat.button("Your data").click()


PICTURES = {
    "first": Picture([]),
    "answer": Picture(["how long until I feel better?"]),
    "plan": Picture(["every 12 weeks, last one was 2 weeks ago"]),
    "kept": Picture(["every 12 weeks, last one was 2 weeks ago"], lambda chat: chat.press("Yes"), ("phone-light",)),
    "emergency": Picture(["my throat is closing up"]),
    "crisis": Picture(["i want to end it"]),
    "urgent": Picture(["the tingling in my feet has got worse over the last few weeks"]),
    "your-data": Picture(["hello"], _data, ("phone-light",)),
}


def _take(browser: Browser, address: str, picture: Picture, look: str, path: Path) -> None:
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London", **LOOKS[look])
    page = context.new_page()
    page.goto(address)
    chat = Chat(page)
    expect(chat.box).to_be_visible()
    for text in picture.said:
        chat.say(text)
    picture.then(chat)
    # Where nobody types, no cursor blinks into the picture.
    page.evaluate("() => document.querySelector('b12-guide').shadowRoot.activeElement?.blur()")
    page.screenshot(path=path, animations="disabled")
    context.close()
    print(path)


def main(arguments: list[str]) -> int:
    """Take every picture; returns the exit status."""
    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    server = RealServer(Path(tempfile.mkdtemp(prefix="b12guide-")))
    try:
        server.start()
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            for name, picture in PICTURES.items():
                for look in picture.looks:
                    _take(browser, server.address, picture, look, folder / f"{name}-{look}.png")
            page = browser.new_page(**WIDE)
            page.goto(f"{server.address}/embed")
            expect(page.locator("b12-guide .launcher")).to_be_visible()
            page.screenshot(path=folder / "embed-wide-light.png", animations="disabled")
    finally:
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
