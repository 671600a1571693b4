"""The server around the channels: page, static files, health, headers, and what is not there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from b12guide.channels.rest import RestChannel
from b12guide.channels.server import HEADERS, STATIC
from b12guide.channels.widget import cross_origin_headers
from b12guide.settings import allowed_origins
from tests.channels.conftest import Site


def test_the_page_is_at_the_root(site: Site) -> None:
    """`/` is the chat page, not the greeting of the framework."""
    answer = site.get("/")
    assert (answer.status, answer.headers["Content-Type"].split(";")[0]) == (200, "text/html")
    assert answer.body == (STATIC / "index.html").read_bytes()
    assert b"Rasa" not in answer.body


def test_the_page_that_makes_the_tag_is_at_embed(site: Site) -> None:
    """`/embed` is that page, under the policy of all pages."""
    answer = site.get("/embed")
    assert (answer.status, answer.body) == (200, (STATIC / "embed.html").read_bytes())
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", sorted(path.name for path in STATIC.iterdir() if path.is_file()))
def test_every_file_of_the_page_is_served(site: Site, path: str) -> None:
    """What the page is made of comes from this server, byte for byte."""
    answer = site.get(f"/static/{path}")
    assert (answer.status, answer.body) == (200, (STATIC / path).read_bytes())


@pytest.mark.parametrize(
    "path",
    [
        "/static/../__init__.py",
        "/static/../../settings.py",
        "/static/%2e%2e/%2e%2e/settings.py",
        "/static/..%2f..%2fsettings.py",
        "/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fconfig.yml",
        "/static//etc/passwd",
        "/static/%00",
        "/static/nothing.js",
        "/static/",
    ],
)
def test_nothing_outside_of_the_page_is_served(site: Site, path: str) -> None:
    """No path leads out of the folder of the page."""

    async def raw() -> int:
        url = URL(site.url + path, encoded=True)
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(20)) as client, client.get(url) as answer:
            return answer.status

    assert site.bot.run(raw()) == 404


@pytest.mark.parametrize(
    "path", ["/version", "/status", "/domain", "/model/parse", "/conversations/ann/tracker", "/nothing", "/webhooks"]
)
def test_the_api_of_the_framework_is_off(site: Site, path: str) -> None:
    """Only the page, the channels and the health path exist; the rest is a 404 that tells nothing."""
    answer = site.get(path)
    assert (answer.status, answer.json) == (404, {"error": "There is nothing at this address."})


def test_health_is_true_with_a_model(site: Site) -> None:
    """The health path says that the model is loaded."""
    answer = site.get("/health")
    assert (answer.status, answer.json) == (200, {"ready": True})


def test_health_is_false_without_a_model(bare_site: Site) -> None:
    """Without a model the health path fails, so that nobody sends people there."""
    answer = bare_site.get("/health")
    assert (answer.status, answer.json) == (503, {"ready": False})


def test_rest_without_a_model_is_never_silent(bare_site: Site) -> None:
    """Without a model every message over REST is answered, an emergency with its card."""
    path = "/webhooks/rest/webhook"
    messages = bare_site.post(path, json={"sender": "ann", "message": "hello"}).json
    assert (messages[0]["custom"]["kind"], bool(messages[0]["text"])) == ("fallback", True)
    emergency = bare_site.post(path, json={"sender": "ann", "message": "my throat is closing up"}).json
    assert emergency[0]["custom"]["level"] == "emergency"


@pytest.mark.parametrize(
    "ask",
    [
        lambda site: site.get("/"),
        lambda site: site.get("/static/index.html"),
        lambda site: site.get("/health"),
        lambda site: site.get("/nothing"),
        lambda site: site.get("/widget.js"),
        lambda site: site.post("/chat/session"),
        lambda site: site.post("/chat/message", data=b"{"),
        lambda site: site.post("/webhooks/rest/webhook", json={}),
        lambda site: site.post("/webhooks/rest/webhook", data=b"x" * 300_000),
    ],
    ids=["page", "file", "health", "nothing", "widget", "session", "malformed", "no sender", "too large"],
)
def test_every_answer_has_the_security_headers(site: Site, ask: Callable[[Site], object]) -> None:
    """Whatever is asked, the answer forbids foreign scripts, frames and guesses about its type."""
    headers = ask(site).headers
    wanted = {name: value for name, value in HEADERS.items() if name != "Cache-Control"}
    assert {name: headers.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("path", "kept"),
    [("/chat/session", "no-store"), ("/chat/message", "no-store"), ("/webhooks/rest/webhook", "no-cache")],
)
def test_nobody_on_the_way_stores_a_chat(site: Site, path: str, kept: str) -> None:
    """Answers of the chat are stored nowhere between the server and the person."""
    assert site.post(path, json={}).headers["Cache-Control"] == kept


def test_the_page_may_load_nothing_from_elsewhere() -> None:
    """The policy allows this server alone, and no script within the page."""
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("path", ["/", "/webhooks/rest/webhook", "/nothing", "/static/index.html"])
def test_no_other_site_may_read_what_is_not_the_widgets(site: Site, path: str) -> None:
    """An answer beside the widget's paths allows no foreign origin."""
    answer = site.get(path, headers={"Origin": "https://example.org"})
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("path", ["/chat/session", "/chat/message", "/chat/history", "/chat/export", "/chat/forget"])
def test_any_page_may_call_the_widgets_paths(site: Site, path: str) -> None:
    """A page of another origin, or a file, may ask and may read the answer, and never with cookies."""
    for origin in ("https://clinic.example", "null"):
        asked = site.bot.run(site.request("OPTIONS", path, headers={"Origin": origin}))
        answered = site.post(path, json={}, headers={"Origin": origin})
        assert asked.status in (200, 204)
        for answer in (asked, answered):
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert "Access-Control-Allow-Credentials" not in answer.headers


def test_the_pages_that_may_call_can_be_narrowed() -> None:
    """With origins set, those alone are named, each by itself."""
    allowed = allowed_origins({"B12GUIDE_ORIGINS": "https://clinic.example https://other.example"})
    assert cross_origin_headers("https://evil.example", allowed) == {}
    assert cross_origin_headers(None, allowed) == {}
    named = cross_origin_headers("https://clinic.example", allowed)
    assert (named["Access-Control-Allow-Origin"], named["Vary"]) == ("https://clinic.example", "Origin")


def test_the_widget_is_served_small_and_fresh(site: Site) -> None:
    """The script comes compressed where the browser takes that, and not again while it has not changed."""
    plain = site.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert plain.body == (STATIC / "widget.js").read_bytes()
    packed = site.get("/widget.js", headers={"Accept-Encoding": "gzip"})
    assert (packed.headers["Content-Encoding"], packed.body) == ("gzip", plain.body)
    assert int(packed.headers["Content-Length"]) < len(plain.body) / 2
    assert packed.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = site.get("/widget.js", headers={"If-None-Match": plain.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")


def test_the_page_names_only_files_that_are_there() -> None:
    """Nothing that the page links to is missing from its folder."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    linked = re.findall(r'(?:src|href)="(?!#|data:|tel:)([^"]+)"', page)
    assert linked
    for link in linked:
        assert Path(STATIC / link.removeprefix("static/")).is_file(), link


def test_what_nobody_foresaw_is_answered_with_where_help_is(
    make_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An error of the server's own is a 500 with the static text, and is logged by its type alone."""
    site = make_site(RestChannel())

    def fails(*_: object) -> None:
        raise ValueError("quincebury")

    monkeypatch.setattr("b12guide.channels.rest.body_of", fails)
    answer = site.post("/webhooks/rest/webhook", json={"sender": "ann", "message": "quincebury"})
    assert answer.status == 500
    assert "your local emergency number" in answer.json[0]["text"]
    assert "A request failed: ValueError" in caplog.text
    assert "quincebury" not in caplog.text + answer.body.decode()
