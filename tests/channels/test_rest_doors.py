"""Who may use the REST path without a token: programs on this machine alone, in every combination of what they send."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable

import pytest

from b12guide.channels.rest import RestChannel
from tests.channels.conftest import Site

PATH = "/webhooks/rest/webhook"
TOKEN = "right-token"
# Without a usable sender, so that a request that is let in is a 400 and no turn.
BODY = b'{"sender": "", "message": "hello"}'
LET_IN, NO_TOKEN, NO_JSON = 400, 401, 415

PASSED_ON: dict[str, list[str]] = {
    "nothing": [],
    "X-Forwarded-For": ["X-Forwarded-For: 203.0.113.5"],
    "X-Forwarded-For of this machine": ["X-Forwarded-For: 127.0.0.1"],
    "an empty X-Forwarded-For": ["X-Forwarded-For:"],
    "an empty X-Forwarded-For before another": ["X-Forwarded-For:", "X-Forwarded-For: 203.0.113.5"],
    "another before an empty X-Forwarded-For": ["X-Forwarded-For: 203.0.113.5", "X-Forwarded-For:"],
    "X-FORWARDED-FOR": ["X-FORWARDED-FOR: 203.0.113.5"],
    "X-Forwarded-Host": ["X-Forwarded-Host: localhost"],
    "X-Forwarded-Proto": ["X-Forwarded-Proto: https"],
    "Forwarded": ["Forwarded: for=203.0.113.5"],
    "an empty Forwarded": ["Forwarded:"],
    "Via": ["Via: 1.1 proxy"],
    "an empty Via": ["Via: "],
    "X-Real-IP": ["X-Real-IP: 203.0.113.5"],
    "an empty X-Real-IP": ["X-Real-IP:"],
}
HOSTS: dict[str, list[str]] = {
    "localhost": ["Host: localhost"],
    "localhost with a port": ["Host: localhost:5005"],
    "LOCALHOST": ["Host: LOCALHOST"],
    "127.0.0.1": ["Host: 127.0.0.1"],
    "127.0.0.1 with a port": ["Host: 127.0.0.1:5005"],
    "[::1]": ["Host: [::1]"],
    "[::1] with a port": ["Host: [::1]:80"],
    "a name that leads here": ["Host: rebound.example"],
    "a name that begins like it": ["Host: localhost.rebound.example"],
    "a name that ends like it": ["Host: rebound.localhost"],
    "a number that begins like it": ["Host: 127.0.0.1.rebound.example:5005"],
    "somebody before it": ["Host: somebody@localhost"],
    "an empty one": ["Host:"],
    "none": [],
    "two": ["Host: localhost", "Host: rebound.example"],
    "two the other way round": ["Host: rebound.example", "Host: localhost"],
}
OWN_HOSTS = frozenset(name for name in HOSTS if name.lower().startswith(("localhost", "127", "[")))
KINDS: dict[str, list[str]] = {
    "JSON": ["Content-Type: application/json"],
    "JSON in UTF-8": ["Content-Type: application/json; charset=utf-8"],
    "JSON in capitals": ["content-type: APPLICATION/JSON"],
    "a form": ["Content-Type: application/x-www-form-urlencoded"],
    "a form with files": ["Content-Type: multipart/form-data; boundary=x"],
    "plain text": ["Content-Type: text/plain"],
    "plain text that names JSON": ["Content-Type: text/plain; application/json"],
    "none": [],
    "an empty one": ["Content-Type:"],
    "two": ["Content-Type: application/json", "Content-Type: text/plain"],
}
JSON_KINDS = frozenset(name for name in KINDS if name.startswith("JSON"))
SCHEMES: dict[str, list[str]] = {
    "none": [],
    "the token": [f"Authorization: Bearer {TOKEN}"],
    "the token in small letters": [f"authorization: bearer {TOKEN}"],
    "another token": ["Authorization: Bearer wrong"],
    "no token behind the scheme": ["Authorization: Bearer"],
    "an empty token": ["Authorization: Bearer "],
    "the token as a password": [f"Authorization: Basic {TOKEN}"],
    "the token without a scheme": [f"Authorization: {TOKEN}"],
    "the token twice": [f"Authorization: Bearer {TOKEN}", f"Authorization: Bearer {TOKEN}"],
    "bytes that are no text": ["Authorization: Bearer \xff\xfe"],
    "half a character": ["Authorization: Bearer \xed\xa0\xbd"],
}
RIGHT_SCHEMES = frozenset({"the token", "the token in small letters"})


def asked(*headers: list[str], version: str = "1.1") -> bytes:
    """The bytes of a request with these headers, exactly as they stand."""
    lines = [f"POST {PATH} HTTP/{version}", *itertools.chain(*headers), f"Content-Length: {len(BODY)}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + BODY


async def statuses(port: int, requests: list[bytes]) -> list[int]:
    """The status of each, every one on a connection of its own."""

    async def one(request: bytes) -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request)
        head = await reader.readuntil(b"\r\n")
        writer.close()
        return int(head.split()[1])

    found: list[int] = []
    for start in range(0, len(requests), 50):
        found += await asyncio.gather(*(one(request) for request in requests[start : start + 50]))
    return found


def check(site: Site, expected: dict[tuple[str, ...], tuple[bytes, int]]) -> None:
    """Every request of a table has its status."""
    port = int(site.url.rsplit(":", 1)[1])
    found = site.bot.run(statuses(port, [request for request, _ in expected.values()]))
    wrong = {
        name: (got, wanted) for (name, (_, wanted)), got in zip(expected.items(), found, strict=True) if got != wanted
    }
    assert wrong == {}


def test_without_a_token_this_machine_alone_is_let_in(site: Site) -> None:
    """Every combination of a proxy's headers, hosts and content types: only a program on this machine gets further."""
    table = {}
    for (passed, a), (host, b), (kind, c) in itertools.product(PASSED_ON.items(), HOSTS.items(), KINDS.items()):
        own = passed == "nothing" and host in OWN_HOSTS
        wanted = (LET_IN if kind in JSON_KINDS else NO_JSON) if own else NO_TOKEN
        table[passed, host, kind] = asked(a, b, c), wanted
    assert len(table) == 15 * 16 * 10
    check(site, table)


def test_with_a_token_the_token_alone_decides(token_site: Site) -> None:
    """Every combination of schemes, hosts and a proxy's headers: the token opens, and nothing else does or shuts."""
    table = {}
    for (scheme, a), (host, b), (passed, c) in itertools.product(SCHEMES.items(), HOSTS.items(), PASSED_ON.items()):
        wanted = LET_IN if scheme in RIGHT_SCHEMES else NO_TOKEN
        table[scheme, host, passed] = asked(a, b, c, KINDS["JSON"]), wanted
    check(token_site, table)


def test_a_proxy_that_says_nothing_is_known_by_its_version(site: Site) -> None:
    """Proxies that add no header speak HTTP/1.0, which no program on this machine needs to."""
    request = asked(HOSTS["localhost"], KINDS["JSON"], version="1.0")
    check(site, {("HTTP/1.0",): (request, NO_TOKEN)})


def test_whoever_is_refused_learns_nothing_of_a_plan(site: Site) -> None:
    """A plan that one sender told is not handed to a request that came through a proxy under the same name."""
    body = {"sender": "ann of the doors", "message": "every 12 weeks, the last one was on 5 January 2026"}
    told = site.post(PATH, json={**body, "metadata": {"today": "2026-02-01"}})
    assert (told.status, "30 March 2026" in told.body.decode()) == (200, True)
    stolen = site.post(PATH, json={**body, "message": "when is my next one?"}, headers={"X-Forwarded-For": ""})
    assert stolen.status == NO_TOKEN
    assert json.loads(stolen.body) == {"error": "A bearer token is needed: see README.md."}


@pytest.fixture(scope="module")
def token_site(make_site: Callable[..., Site]) -> Site:
    """A server whose REST path has a token."""
    return make_site(RestChannel(TOKEN))
