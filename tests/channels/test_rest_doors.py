"""Who may use the REST path without a token: programs on this machine alone, in every combination of what they send."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable

import pytest

from b12guide.channels.rest import RestChannel
from cluster.rest_table import (
    HOSTS,
    JSON_KINDS,
    KINDS,
    LET_IN,
    NO_JSON,
    NO_TOKEN,
    OWN_HOSTS,
    PASSED_ON,
    PATH,
    RIGHT_SCHEMES,
    SCHEMES,
    TOKEN,
    asked,
)
from tests.channels.conftest import Site


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


def test_without_a_token_no_scheme_opens_or_shuts(site: Site) -> None:
    """Where no token is set, what somebody gives for one counts for nothing, in every combination with the rest."""
    table = {}
    for (scheme, a), (passed, b), (kind, c) in itertools.product(SCHEMES.items(), PASSED_ON.items(), KINDS.items()):
        for host in ("localhost", "a name that leads here"):
            own = passed == "nothing" and host in OWN_HOSTS
            wanted = (LET_IN if kind in JSON_KINDS else NO_JSON) if own else NO_TOKEN
            table[scheme, passed, kind, host] = asked(a, b, HOSTS[host], c), wanted
    check(site, table)


def test_with_a_token_the_content_type_is_not_asked_for(token_site: Site) -> None:
    """Other servers may say of their JSON what they like: the token shows that they are no page in a browser."""
    table = {}
    for (scheme, a), (kind, b) in itertools.product(SCHEMES.items(), KINDS.items()):
        wanted = LET_IN if scheme in RIGHT_SCHEMES else NO_TOKEN
        table[scheme, kind] = asked(a, b, HOSTS["a name that leads here"]), wanted
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
