"""Pictures of the main screens for the README: ``python -m tools.screenshots [FOLDER]`` (default: docs/pictures)."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import expect, sync_playwright

from tests.widget.chat import ARGUMENTS, Chat, chromium_path
from tests.widget.real_server import ROOT, RealServer

WIDE = {"viewport": {"width": 620, "height": 860}}
PHONE = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
NARROW = {"viewport": {"width": 460, "height": 820}}


@dataclass(frozen=True)
class Picture:
    """One screen: what was said before, and in which browser."""

    said: list[str]
    then: Callable[[Chat], object] = lambda chat: None
    browser: dict[str, Any] = field(default_factory=lambda: NARROW)


def _confirm(chat: Chat) -> None:
    plan = chat.press("Yes")
    plan.get_by_role("img").evaluate("node => node.decode()")


def _data(chat: Chat) -> None:
    chat.options()
    chat.button("Your data").click()


PICTURES = {
    "home": Picture([], browser=WIDE),
    "answer": Picture(["how long until I feel better?"], lambda chat: chat.last.locator("summary").click()),
    "plan": Picture(["every 12 weeks, last one was 2 weeks ago"], _confirm),
    "emergency": Picture(["my throat is closing up"]),
    "urgent": Picture(["the tingling in my feet has got worse over the last few weeks"]),
    "your-data": Picture(["hello"], _data),
    "phone": Picture(["how long until I feel better?"], browser={**PHONE, "color_scheme": "dark"}),
}


def main(arguments: list[str]) -> int:
    """Take every picture; returns the exit status."""
    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    server = RealServer(Path(tempfile.mkdtemp(prefix="b12guide-")))
    try:
        server.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
            for name, picture in PICTURES.items():
                context = browser.new_context(locale="en-GB", timezone_id="Europe/London", **picture.browser)
                page = context.new_page()
                page.goto(server.address)
                chat = Chat(page)
                expect(chat.box).to_be_visible()
                for text in picture.said:
                    chat.say(text)
                picture.then(chat)
                page.mouse.move(0, 0)
                page.screenshot(path=folder / f"{name}.png", animations="disabled")
                context.close()
                print(folder / f"{name}.png")
    finally:
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
