"""The widget on an open page, in the words of the person who uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.widget.browsers import Browsers, in_firefox


@dataclass
class Chat:
    """One open widget."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    browsers: Browsers | None = None

    @property
    def element(self) -> Locator:
        """The widget."""
        return self.page.locator("b12-guide")

    @property
    def box(self) -> Locator:
        """Where the person writes."""
        return self.page.get_by_label("Your message")

    @property
    def log(self) -> Locator:
        """The transcript."""
        return self.page.get_by_role("log")

    @property
    def messages(self) -> Locator:
        """All messages, of both."""
        return self.page.locator("b12-guide .message")

    @property
    def answers(self) -> Locator:
        """The bot's messages, the greeting among them."""
        return self.page.locator("b12-guide .message.bot")

    @property
    def own(self) -> Locator:
        """The person's messages."""
        return self.page.locator("b12-guide .message.user")

    @property
    def last(self) -> Locator:
        """The latest message of the bot."""
        return self.answers.last

    @property
    def state(self) -> Locator:
        """What is said of the connection."""
        return self.page.locator("b12-guide .state")

    @property
    def spoken(self) -> Locator:
        """What a screen reader is told."""
        return self.page.locator("b12-guide .say")

    def button(self, name: str, **options: Any) -> Locator:
        """A button by its name."""
        return self.page.get_by_role("button", name=name, **{"exact": True, **options})

    def write(self, text: str) -> None:
        """Write and send, and wait for nothing."""
        self.box.fill(text)
        self.box.press("Enter")

    def say(self, text: str) -> Locator:
        """Write, send, and return the answer to it."""
        before = self.answers.count()
        self.write(text)
        expect(self.answers).to_have_count(before + 1)
        return self.last

    def press(self, name: str) -> Locator:
        """Press a choice and return the answer to it."""
        before = self.answers.count()
        self.button(name).last.click()
        expect(self.answers).to_have_count(before + 1)
        return self.last

    def tap(self, name: str) -> None:
        """Touch a button with a finger; a Firefox of a computer makes no press of that, and is given one."""
        button = self.button(name)
        (button.click if in_firefox() else button.tap)()

    def saved(self, press: Callable[[], object]) -> str:
        """The text of the file that this saves."""
        assert self.browsers is not None
        return self.browsers.saved(self.page, press)

    def allow_clipboard(self) -> None:
        """Let the page read what it has copied; Firefox is started so that it may."""
        if not in_firefox():
            self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def options(self) -> None:
        """Open the options."""
        self.button("Options").click()

    def focused(self) -> str:
        """What has the focus, through shadow roots, as `tag.class: name`."""
        script = """() => {
          let a = document.activeElement;
          while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement;
          const words = a.textContent.trim() || a.ariaLabel || "";
          return `${a.tagName.toLowerCase()}${a.id ? "#" + a.id : ""}: ${words.slice(0, 60)}`;
        }"""
        return str(self.page.evaluate(script))

    def violations(self, axe: str, options: dict[str, Any] | None = None) -> list[str]:
        """What axe-core finds on the page, best practices too."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(axe)
        script = """options => axe.run(options).then(found => found.violations.map(
          violation => `${violation.id}: ${violation.nodes.map(node => node.html).join(" | ")}`))"""
        return list(self.page.evaluate(script, options or {}))

    def stored(self) -> dict[str, str]:
        """Everything that this page's origin keeps in the browser."""
        return dict(self.page.evaluate("() => ({...localStorage, ...sessionStorage})"))
