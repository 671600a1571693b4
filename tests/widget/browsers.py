"""The browsers that the widget is opened in: Chromium, or, with `WIDGET_BROWSER=firefox`, a stock Firefox.

Playwright speaks WebDriver BiDi with that one, which knows less than what it speaks with Chromium. What is missing is
made up for here: what the system says of colours, motion and fingers is a preference that Firefox starts with.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Playwright

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync",
]  # fmt: skip
Preferences = dict[str, Any]
# Firefox asks a person before a page may read the clipboard, and has no permission for it that a test could give.
ALWAYS: Preferences = {"dom.events.testing.asyncClipboard": True}
COARSE = 1
SYSTEM: dict[str, dict[Any, Preferences]] = {
    "color_scheme": {
        "light": {"layout.css.prefers-color-scheme.content-override": 1},
        "dark": {"layout.css.prefers-color-scheme.content-override": 0},
    },
    "forced_colors": {"active": {"browser.display.document_color_use": 2}},
    "reduced_motion": {"no-preference": {"ui.prefersReducedMotion": 0}, "reduce": {"ui.prefersReducedMotion": 1}},
    "has_touch": {True: {"ui.primaryPointerCapabilities": COARSE, "ui.allPointerCapabilities": COARSE}},
}
LOOKS, PAUSE_MS = 400, 50


class NoBrowserError(RuntimeError):
    """There is no such browser; the message says how to get one."""


@dataclass(frozen=True)
class Program:
    """A browser on this machine: what it may be called, the variable that names another, and what brings it."""

    names: tuple[str, ...]
    variable: str
    target: str

    def path(self) -> str:
        """Where it is.

        Raises:
            NoBrowserError: nowhere. A test that cannot run has failed.
        """
        installed = (shutil.which(name) for name in self.names)
        found = os.environ.get(self.variable) or next(filter(None, installed), None)
        if found is None:
            raise NoBrowserError(f"No {self.names[0]}: run `make {self.target}`, or set {self.variable} to one.")
        return found


CHROMIUM = Program(("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"), "CHROME_PATH", "browser")
FIREFOX = Program(("firefox-esr", "firefox"), "FIREFOX_PATH", "firefox")


def in_firefox() -> bool:
    """Whether it is Firefox that the tests run in."""
    return os.environ.get("WIDGET_BROWSER") == "firefox"


def chromium(playwright: Playwright) -> Browser:
    """Start Chromium."""
    return playwright.chromium.launch(executable_path=CHROMIUM.path(), args=ARGUMENTS)


class Browsers:
    """The browser of a file of tests, and in Firefox one more for each other system that it is to be on."""

    def __init__(self, playwright: Playwright, downloads: Path) -> None:
        """`downloads` is a folder for what pages save."""
        self._downloads = downloads
        self._firefox: BrowserType = playwright.firefox
        self._others: dict[str, Browser] = {}
        self.browser = self._start({}) if in_firefox() else chromium(playwright)

    def _start(self, preferences: Preferences) -> Browser:
        return self._firefox.launch(
            channel="moz-firefox", executable_path=FIREFOX.path(), downloads_path=self._downloads,
            firefox_user_prefs={**ALWAYS, **preferences},
        )  # fmt: skip

    def context(self, **options: Any) -> BrowserContext:
        """A context of its own, with Playwright's options."""
        browser = self.browser
        if in_firefox():
            system: Preferences = {}
            for name in SYSTEM.keys() & options.keys():
                system |= SYSTEM[name].get(options[name], {})
            key = repr(sorted(system.items()))
            if system and key not in self._others:
                self._others[key] = self._start(system)
            browser = self._others.get(key, browser)
        return browser.new_context(**options)

    def saved(self, page: Page, press: Callable[[], object]) -> str:
        """The text of the file that this saves.

        Playwright hears of no file that a page of Firefox made by itself; it is in the folder.
        """
        if not in_firefox():
            with page.expect_download() as saving:
                press()
            return saving.value.path().read_text(encoding="utf-8")
        before = set(self._downloads.iterdir())
        press()
        for _ in range(LOOKS):
            done = [path for path in set(self._downloads.iterdir()) - before if path.suffix != ".part"]
            if done and (text := done[0].read_text(encoding="utf-8")):
                return text
            page.wait_for_timeout(PAUSE_MS)
        raise AssertionError("nothing was saved")

    def close(self) -> None:
        """Close all of them."""
        for browser in (self.browser, *self._others.values()):
            browser.close()
