"""Whatever is sent to whichever route, the server answers, and never with an error of its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from b12guide.channels.plan_files import PlanFiles
from b12guide.channels.plan_links import PlanLinks
from b12guide.channels.rest import RestChannel
from b12guide.channels.server import HEADERS
from b12guide.channels.signing import Signer
from b12guide.channels.web import WebChannel
from tests.channels.conftest import SECRET, Site

METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]
CONVERSATION = Signer(SECRET).issue()
# Names that the routes read, with values that they expect and any others.
KNOWN = {
    "conversation": st.sampled_from([CONVERSATION, CONVERSATION[:-1], ""]),
    "sender": st.sampled_from(["ann", "", " ", "x" * 201, "a\nb"]),
    "message": st.text(max_size=40),
    "text": st.text(max_size=40),
    "id": st.sampled_from(["1", "", "x" * 101]),
    "private": st.booleans(),
    "metadata": st.dictionaries(st.sampled_from(["country", "timezone", "today", "locale"]), st.text(max_size=20)),
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.fixed_dictionaries({}, optional={name: value | ANYTHING for name, value in KNOWN.items()})
BODIES = (
    OBJECTS.map(lambda body: json.dumps(body).encode())
    | ANYTHING.map(lambda body: json.dumps(body).encode())
    | st.binary(max_size=60)
    | st.sampled_from([b"{", b"[" * 5000, b'{"message": "\xed\xa0\xbd"}', b"\xff\xfe{}", b'"' + b"x" * 300_000])
)
HEADER_TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
HEADER_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "Content-Type": st.sampled_from(["application/json", "text/plain", "multipart/form-data; boundary=x", "x"])
        | HEADER_TEXT,
        "Authorization": st.sampled_from(["Bearer", "Bearer x", "Basic !!!"]) | HEADER_TEXT,
        "Origin": HEADER_TEXT,
        "Accept-Encoding": HEADER_TEXT,
        "If-None-Match": HEADER_TEXT,
        "Range": st.sampled_from(["bytes=0-1", "bytes=5-1", "bytes=x", "bytes=-99999999999"]),
        "If-Modified-Since": HEADER_TEXT,
        "Forwarded": HEADER_TEXT,
        "X-Forwarded-For": HEADER_TEXT,
        "X-Request-ID": HEADER_TEXT,
        "X-B12Guide-Over-Limit": HEADER_TEXT,
        "Cookie": HEADER_TEXT,
        "Accept": HEADER_TEXT,
    },
)


@pytest.fixture(scope="module")
def whole_site(make_site: Callable[..., Site]) -> Site:
    """The server with every channel that is on without settings."""
    return make_site(RestChannel(), WebChannel(Signer(SECRET)), PlanFiles(PlanLinks(SECRET)))


def paths(site: Site) -> list[str]:
    """Every path that the server knows, with something in the place of what varies."""
    known = {f"/{route.path.lstrip('/')}" for route in site.app.router.routes}
    filled = {path.replace("<__file_uri__:path>", "index.html").replace("<token>", "gAAAA") for path in known}
    return sorted(
        {path.replace("<token:str>", "gAAAA") for path in filled} | {"/", "/nothing", "/static/%00", "/plan//x"}
    )


def assert_answered(status: int, headers: Any) -> None:
    assert 200 <= status < 500, status
    assert {
        name: headers.get(name) for name in HEADERS if name not in ("Content-Security-Policy", "Cache-Control")
    } == {name: value for name, value in HEADERS.items() if name not in ("Content-Security-Policy", "Cache-Control")}
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] in ("no-cache", "no-store")


def test_every_route_is_tried(whole_site: Site) -> None:
    """The list of routes is that of the server, so a new route is tried without being named here."""
    tried = paths(whole_site)
    for path in ("/", "/health", "/ready", "/widget.js", "/chat/message", "/chat/forget", "/webhooks/rest/webhook"):
        assert path in tried
    assert any(path.startswith("/plan/") for path in tried)
    assert not any("<" in path for path in tried), tried


@given(data=st.data())
@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_request_is_answered(whole_site: Site, data: st.DataObject) -> None:
    """Any method, headers, query and body on any route: a status below 500, with the security headers."""
    path = data.draw(st.sampled_from(paths(whole_site)))
    method = data.draw(st.sampled_from([*METHODS, "POST", "POST"]))
    query = data.draw(st.sampled_from(["", "?", "?x=%00", "?conversation=%ff", "?a=1&a=2"]))
    body = data.draw(BODIES) if method not in ("GET", "HEAD", "OPTIONS") else None
    headers = {name: value.strip() for name, value in data.draw(HEADER_VALUES).items()}
    answer = whole_site.bot.run(whole_site.request(method, path + query, data=body, headers=headers))
    assert_answered(answer.status, answer.headers)


RAW: dict[str, bytes] = {
    "no HTTP": b"hello\r\n\r\n",
    "nothing": b"\r\n\r\n",
    "TLS on a plain port": bytes.fromhex("16030100c8010000c40303") + b"\x00" * 50,
    "an unknown version": b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    "an unknown method": b"BREW /chat/message HTTP/1.1\r\nHost: x\r\n\r\n",
    "no host": b"GET /health HTTP/1.1\r\n\r\n",
    "a bad length": b"POST /chat/message HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n{}",
    "a negative length": b"POST /chat/message HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n{}",
    "two lengths": b"POST /chat/message HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "length and chunks": b"POST /chat/message HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a bad chunk": b"POST /chat/message HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "a huge chunk": b"POST /chat/message HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n{}",
    "a long header": b"GET /health HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 20_000 + b"\r\n\r\n",
    "many headers": b"GET /health HTTP/1.1\r\nHost: x\r\n" + b"".join(b"A%d: b\r\n" % n for n in range(2000)) + b"\r\n",
    "a header without a colon": b"GET /health HTTP/1.1\r\nHost: x\r\nnothing\r\n\r\n",
    "bytes in the path": b"GET /\xff\xfe\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    "a long path": b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "a bad escape": b"GET /static/%zz%ff HTTP/1.1\r\nHost: x\r\n\r\n",
    "an upgrade": b"GET /chat/message HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "a whole address": b"GET http://other/health HTTP/1.1\r\nHost: x\r\n\r\n",
}


@pytest.mark.parametrize("name", RAW)
def test_what_is_no_request_breaks_nothing(whole_site: Site, name: str) -> None:
    """Bytes that are no request are refused or cut off, without a 5xx, and the server goes on."""

    async def send() -> bytes:
        port = int(whole_site.url.rsplit(":", 1)[1])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(RAW[name])
        if writer.can_write_eof():
            writer.write_eof()
        try:
            return await asyncio.wait_for(reader.read(200), 10)
        except (ConnectionError, asyncio.TimeoutError):
            return b""
        finally:
            writer.close()

    first_line = whole_site.bot.run(send()).split(b"\r\n")[0]
    assert not first_line.split(b" ")[1:2] or not first_line.split(b" ")[1].startswith(b"5"), first_line
    assert whole_site.get("/health").status == 200
