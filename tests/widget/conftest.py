"""A real browser, the stand-in server, the real server, and pages of other people that carry the widget."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.web.fake_server import FakeChat
from tests.widget.browsers import Browsers, in_firefox
from tests.widget.chat import Chat
from tests.widget.real_server import RealServer
from tools import widget as tools

AXE = tools.PACKAGES / "axe-core" / "axe.min.js"
JQUERY = tools.PACKAGES / "jquery" / "dist" / "jquery.min.js"
# What the network of a test says by itself when the test cuts it; everything else in the console is a failure.
# Firefox also says that a page's own policy keeps it from looking for the page's icon.
EXPECTED_NOISE = ("Failed to load resource", "net::ERR_", "/favicon.ico because it violates")

# How long anything may take on a machine that is busy with other things; nothing waits for it to pass.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session", autouse=True)
def _packages() -> None:
    """axe-core and jQuery, as the lock file of the widget names them."""
    tools.install()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In Firefox, leave out what says why it can be tried in Chromium alone."""
    if in_firefox():
        kept = [item for item in items if item.get_closest_marker("chromium_alone") is None]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(scope="module")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browsers]:
    """One browser for a file; each test has a context of its own.

    Playwright keeps an event loop running in the thread that started it: no test after it could run one of its own.
    """
    with sync_playwright() as playwright:
        opened = Browsers(playwright, tmp_path_factory.mktemp("downloads"))
        yield opened
        opened.close()


@pytest.fixture
def browser(browsers: Browsers) -> Browser:
    """The browser itself."""
    return browsers.browser


@pytest.fixture
def fake() -> Iterator[FakeChat]:
    """The stand-in server, ready."""
    with FakeChat() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.set_mode("ready")
        server.shutdown()


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """The server as `make run` starts it, with a folder of conversations of its own."""
    server = RealServer(tmp_path_factory.mktemp("served"))
    try:
        server.start()
        yield server
    finally:
        server.stop()


class HostPages(ThreadingHTTPServer):
    """Somebody else's site: pages by path, with their policy."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _HostHandler)
        self.pages: dict[str, tuple[str, str]] = {}

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def put(self, html: str, policy: str = "") -> str:
        """Publish a page; returns its address."""
        path = f"/page{len(self.pages)}"
        self.pages[path] = (html, policy)
        return self.address + path


class _HostHandler(BaseHTTPRequestHandler):
    server: HostPages

    def log_message(self, template: str, *args: Any) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        """A page, or jQuery."""
        path = urlsplit(self.path).path
        kind, policy, body = "text/html; charset=utf-8", "", b""
        if path == "/jquery.js":
            kind, body = "text/javascript", JQUERY.read_bytes()
        elif path in self.server.pages:
            html, policy = self.server.pages[path]
            body = html.encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def host() -> Iterator[HostPages]:
    """Somebody else's site."""
    with HostPages() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def open_chat(browsers: Browsers) -> Iterator[Callable[..., Chat]]:
    """Opens an address in a context of its own: `open_chat(url, locale="en-GB")`; `beside=chat` is a second tab.

    At the end of the test nothing may have been loaded from elsewhere, and no page may have complained.
    """
    pages: list[tuple[Page, list[str], list[str]]] = []
    contexts = []

    def start(url: str, *, beside: Chat | None = None, allowed: tuple[str, ...] = (), **options: Any) -> Chat:
        settings = {"locale": "en-GB", "timezone_id": "Europe/London", "viewport": {"width": 900, "height": 800}}
        if beside is None:
            contexts.append(browsers.context(**{**settings, **options}))
        page = (beside.page.context if beside else contexts[-1]).new_page()
        page.set_default_timeout(PATIENCE_MS)
        complaints: list[str] = []
        loaded: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
        page.on("request", lambda request: loaded.append(request.url))
        pages.append((page, complaints, loaded))
        page.goto(url)
        return Chat(page, complaints, loaded, browsers)

    yield start
    for page, complaints, loaded in pages:
        noise = [line for line in complaints if not any(known in line for known in EXPECTED_NOISE)]
        assert noise == []
        hosts = {urlsplit(url).hostname for url in loaded if not url.startswith(("data:", "blob:", "file:"))}
        assert hosts <= {"127.0.0.1", "localhost"}
        assert page.context.cookies() == []
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return Path(AXE).read_text(encoding="utf-8")
