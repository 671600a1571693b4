"""What strangers send to a deployment: the proxy of `deploy/haproxy.cfg`, and servers with and without a token.

    .venv/bin/python -m cluster.strangers

Ends with status 1 where somebody got in, kept others out, met an answer without the emergency line, or was logged.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import resource
import socket
import ssl
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from bench.server import end_servers_when_told
from cluster.bots import Bot
from cluster.front import Front, front
from cluster.programs import ClusterError, ensure
from cluster.rest_table import HOSTS, KINDS, LET_IN, NO_TOKEN, PASSED_ON, RIGHT_SCHEMES, SCHEMES, TOKEN, asked
from cluster.services import LOOPBACK

# Other addresses of this machine, as other people have.
ELSEWHERE, ATTACKER = "127.0.0.2", "127.0.0.3"
MARK = "quincebury"
HELP = b"call your local emergency number now"
PUBLIC_URL = "https://chat.example.org"
AT_ONCE = 40
# As many people behind one address as have to be served, each with the connections of a browser.
PEOPLE, EACH = 50, 6
# More than the proxy holds in all.
FLOOD = 4200
# Longer than the proxy waits for a request (20 s) or for a server (25 s).
PATIENCE = 40.0
# Somebody who is not kept out is answered within this, however busy the machine is.
SOON = 2.5


@dataclass
class Findings:
    """What was tried, and what went wrong."""

    tried: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def expect(self, what: str, right: bool, detail: object = "") -> None:
        """Count one trial."""
        self.tried[what] = self.tried.get(what, 0) + 1
        if not right:
            self.wrong.append(f"{what}: {detail}")


@lru_cache(maxsize=1)
def trusting() -> ssl.SSLContext:
    """A client that takes any certificate: that of a cluster is its own."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


async def exchange(port: int, request: bytes, *, tls: bool = True, source: str = LOOPBACK) -> bytes:
    """Send these bytes; all that comes back until the end or, where it stays open, one answer."""
    answer = b""
    with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.TimeoutError, ssl.SSLError):
        reader, writer = await asyncio.open_connection(
            LOOPBACK, port, ssl=trusting() if tls else None, local_addr=(source, 0)
        )
        try:
            writer.write(request)
            answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
            length = next((line for line in answer.lower().split(b"\r\n") if line.startswith(b"content-length:")), b"")
            size = int(length.split(b":")[1]) if length and not request.startswith(b"HEAD") else 0
            answer += await asyncio.wait_for(reader.readexactly(size), PATIENCE)
        finally:
            writer.close()
    return answer


def status(answer: bytes) -> int:
    """The status of an answer; 0 for none."""
    parts = answer.split(b" ", 2)
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0


async def table(port: int, requests: dict[tuple[str, ...], bytes]) -> dict[tuple[str, ...], int]:
    """The status of every request of a table."""
    names, found = list(requests), dict[tuple[str, ...], int]()
    for start in range(0, len(names), AT_ONCE):
        part = names[start : start + AT_ONCE]
        answers = await asyncio.gather(*(exchange(port, requests[name]) for name in part))
        found.update({name: status(answer) for name, answer in zip(part, answers, strict=True)})
    return found


async def rest(open_front: Front, token_front: Front, findings: Findings) -> None:
    """Nobody comes through the proxy without a token, whatever they send along; with one, nothing else matters."""
    requests = {
        (passed, host, kind): asked(a, b, c)
        for (passed, a), (host, b), (kind, c) in itertools.product(PASSED_ON.items(), HOSTS.items(), KINDS.items())
    }
    for name, got in (await table(open_front.tls, requests)).items():
        # The proxy itself refuses what is no HTTP: two hosts that differ.
        refused = (NO_TOKEN, 400) if name[1].startswith(("two", "none", "an empty")) else (NO_TOKEN,)
        findings.expect("REST without a token", got in refused, (name, got))
    with_token = {
        (scheme, passed, host): asked(a, b, HOSTS[host], KINDS["JSON"])
        for (scheme, a), (passed, b) in itertools.product(SCHEMES.items(), PASSED_ON.items())
        for host in ("localhost", "a name that leads here")
    }
    for name, got in (await table(token_front.tls, with_token)).items():
        findings.expect("REST with a token", got == (LET_IN if name[0] in RIGHT_SCHEMES else NO_TOKEN), (name, got))


@contextlib.asynccontextmanager
async def half_open(port: int, count: int, source: str) -> AsyncIterator[None]:
    """So many connections on which nothing is ever said."""
    opened = await asyncio.gather(
        *(asyncio.open_connection(LOOPBACK, port, local_addr=(source, 0)) for _ in range(count)),
        return_exceptions=True,
    )
    try:
        yield
    finally:
        for connection in opened:
            if not isinstance(connection, BaseException):
                connection[1].close()


async def served(port: int, source: str, what: str, findings: Findings, *, tls: bool = True, wanted: int = 200) -> None:
    """Somebody from `source` is answered at once."""
    began = time.monotonic()
    answer = await exchange(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", tls=tls, source=source)
    seconds = time.monotonic() - began
    findings.expect(what, status(answer) == wanted and seconds < SOON, f"{answer[:40]!r} after {seconds:.1f} s")


async def lock_out(there: Front, findings: Findings) -> None:
    """Whoever holds connections open keeps out nobody else, and the people behind one address are all served."""
    for port, name in ((there.plain, "plain"), (there.tls, "TLS")):
        async with half_open(port, FLOOD, ATTACKER):
            await served(there.tls, ELSEWHERE, f"TLS while {name} is held open", findings)
            await served(there.plain, ELSEWHERE, f"plain while {name} is held open", findings, tls=False, wanted=301)
        async with half_open(port, FLOOD, ELSEWHERE):
            if name == "plain":  # the same address, on the other port
                await served(there.tls, ELSEWHERE, "TLS while the same address holds plain open", findings)
    async with half_open(there.tls, PEOPLE * (EACH - 1), LOOPBACK):
        await asyncio.gather(
            *(served(there.tls, LOOPBACK, f"{PEOPLE} people behind one address", findings) for _ in range(PEOPLE))
        )


async def errors(there: Front, hanging: Front, junk: Front, nobody: Front, findings: Findings) -> None:
    """Every answer of the proxy's own says where help is, but to what is no request yet: that has fixed words in it."""
    good, post = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"POST /chat/message HTTP/1.1\r\nHost: x\r\n"
    cases = {
        "400": (there.tls, MARK.encode() + b"\r\n\r\n", True),
        "404": (there.tls, b"GET /ready HTTP/1.1\r\nHost: x\r\n\r\n", True),
        "408": (there.tls, post + b"Content-Length: 90\r\n\r\n{", True),
        "408 of half a head": (there.tls, post, True),
        "408 of half a head without TLS": (there.plain, post, False),
        "413": (there.tls, post + b"Content-Length: 300000\r\n\r\n" + b"x" * 300_000, True),
        "502": (junk.tls, good, True),
        "503": (nobody.tls, good, True),
        "504": (hanging.tls, good, True),
    }
    answers = await asyncio.gather(*(exchange(port, request, tls=tls) for port, request, tls in cases.values()))
    for name, answer in zip(cases, answers, strict=True):
        # The bot's own words for a message that is too long.
        line = {
            "413": b"your local emergency number",
            "400": b"",
            "408 of half a head": b"",
            "408 of half a head without TLS": b"",
        }.get(name, HELP)
        findings.expect("errors", status(answer) == int(name[:3]) and line in answer, (name, answer[-300:]))


async def echoes(there: Front, without_url: Front, findings: Findings) -> None:
    """No host, path, query or header of a request comes back."""
    heads = [f"GET /{MARK}?{MARK}={MARK} HTTP/1.1\r\nHost: {MARK}.example\r\nX-{MARK}: {MARK}\r\nReferer: {MARK}\r\n"]
    heads += [head.replace("GET", method) for head in heads for method in ("POST", "HEAD", "OPTIONS", MARK.upper())]
    heads.append(f"GET http://{MARK}.example/{MARK} HTTP/1.1\r\nHost: {MARK}.example\r\n")
    heads.append(f"GET /plan/gAAAA{MARK}/plan.ics HTTP/1.1\r\nHost: {MARK}.example\r\nCookie: {MARK}\r\n")
    heads.append(f"GET /{MARK} HTTP/1.1\r\nHost: {MARK}.example\r\nOrigin: https://{MARK}.example\r\n")
    for head in heads:
        for port, tls in ((there.tls, True), (there.plain, False), (without_url.plain, False)):
            answer = await exchange(port, head.encode() + b"\r\n", tls=tls)
            findings.expect("echoes", bool(answer) and MARK.encode() not in answer.lower(), answer)
    for port, wanted, words in ((there.plain, 301, PUBLIC_URL), (without_url.plain, 403, "Please type https://")):
        answer = await exchange(port, heads[0].encode() + b"\r\n", tls=False)
        findings.expect("where TLS is", status(answer) == wanted and words.encode() in answer, answer)


async def bad_tls(there: Front) -> None:
    """Connections that fail before there is a request."""
    garbage = (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01\x00\x05hello", MARK.encode() * 9, b"\x16\x03\x01")
    await asyncio.gather(*(exchange(there.tls, each, tls=False, source=ELSEWHERE) for each in garbage))


def logged(folder: Path, findings: Findings) -> None:
    """What the proxies and the servers wrote names nobody and repeats nothing."""
    for log in sorted(folder.glob("*.log")):
        text = log.read_text(errors="replace")
        for secret in (MARK, MARK.upper(), ELSEWHERE, ATTACKER, f"{LOOPBACK}:", TOKEN):
            place = text.find(secret)
            findings.expect("logs", place < 0, f"{log.name}: {text[max(0, place - 100) : place + 100]!r}")
        for line in text.splitlines():
            if log.name.startswith("front") and line.startswith("{"):
                findings.expect("lines of the proxy", isinstance(json.loads(line), dict), line)


@contextlib.contextmanager
def stand_in(answer: bytes | None) -> Iterator[int]:
    """A server that gives this answer, or takes connections and never answers (None); its port."""
    listener = socket.create_server((LOOPBACK, 0))
    kept: list[socket.socket] = []

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                kept.append(connection)
                first = connection.recv(65536)
                if first.startswith(b"GET /ready"):
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    connection.close()
                elif answer is not None:
                    connection.sendall(answer)
                    connection.close()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.close()
        for connection in kept:
            connection.close()


async def run(folder: Path) -> Findings:
    """Start two servers and the proxies, and let strangers come."""
    findings = Findings()
    bots = [
        Bot(1, folder, {"B12GUIDE_DATA": str(folder / "open")}),
        Bot(2, folder, {"B12GUIDE_DATA": str(folder / "token"), "B12GUIDE_REST_TOKEN": TOKEN}),
    ]
    with stand_in(None) as hanging_port, stand_in(b"nonsense\r\n\r\n") as junk_port:
        fronts = {
            "open": front("front-open", folder, [bots[0].port], {"B12GUIDE_PUBLIC_URL": PUBLIC_URL}),
            "token": front("front-token", folder, [bots[1].port]),
            "hanging": front("front-hanging", folder, [hanging_port]),
            "junk": front("front-junk", folder, [junk_port]),
            "nobody": front("front-nobody", folder, [9]),
        }
        services = [*(each.service for each in fronts.values()), *bots]
        try:
            for bot in bots:
                bot.start(wait=False)
            for bot in bots:
                bot.wait()
            for each in fronts.values():
                each.service.start()
            # The proxies look at their servers every second.
            await asyncio.sleep(3)
            for what, trial in (
                ("headers, hosts and content types", rest(fronts["open"], fronts["token"], findings)),
                ("hosts and paths that are not there", echoes(fronts["open"], fronts["token"], findings)),
                ("errors of the proxy", errors(*(fronts[n] for n in ("open", "hanging", "junk", "nobody")), findings)),
                ("connections held open", lock_out(fronts["open"], findings)),
                ("what is no TLS", bad_tls(fronts["open"])),
            ):
                print(f"  {what} ...", flush=True)
                await trial
        finally:
            for service in services:
                service.stop()
    logged(folder, findings)
    return findings


def main() -> int:
    """Run and say what is wrong. Returns the exit status: 0, 1 for a failed check, 2 for no cluster."""
    end_servers_when_told()
    # Whoever floods needs as many files as connections.
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    try:
        ensure()
        with tempfile.TemporaryDirectory(prefix="b12guide-strangers-") as name:
            folder = Path(name)
            folder.chmod(0o755)
            findings = asyncio.run(run(folder))
    except ClusterError as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 2
    for what, count in findings.tried.items():
        print(f"{what}: {count} tried, {sum(line.startswith(f'{what}:') for line in findings.wrong)} wrong")
    for line in findings.wrong[:40]:
        print(line, file=sys.stderr)
    return 1 if findings.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
