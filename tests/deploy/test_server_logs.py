"""What a server writes about itself, as `make run` starts it, while it gets bad requests of every kind."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import struct
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.providers.harness import Delivery
from tests.providers.kinds import Slack, Telegram
from tests.providers.kinds_meta import WhatsApp
from tests.providers.kinds_twilio import TwilioSms
from tests.widget.real_server import RealServer

# A word in everything that is sent, and what else of people, addresses and secrets is in it.
MARK = "quincebury"
PHONE, ADDRESS, SENDER = "447700900123", "203.0.113.77", f"sender-{MARK}"
PASSWORD = f"password-{MARK}"
KINDS: dict[str, Any] = {"telegram": Telegram(), "slack": Slack(), "whatsapp": WhatsApp(), "sms": TwilioSms()}
# Nothing listens there, so that every answer to a provider fails on its way.
NOWHERE = "http://127.0.0.1:9"
SETTINGS = {
    "B12GUIDE_TELEGRAM_BOT_TOKEN": KINDS["telegram"].settings["bot_token"],
    "B12GUIDE_TELEGRAM_SECRET_TOKEN": KINDS["telegram"].settings["secret_token"],
    "B12GUIDE_SLACK_BOT_TOKEN": "xoxb-1-quincetoken",
    "B12GUIDE_SLACK_SIGNING_SECRET": "slack-quincesecret",
    "B12GUIDE_WHATSAPP_PHONE_NUMBER_ID": KINDS["whatsapp"].settings["number_id"],
    "B12GUIDE_WHATSAPP_ACCESS_TOKEN": "EAA-quincetoken",
    "B12GUIDE_WHATSAPP_APP_SECRET": "meta-quincesecret",
    "B12GUIDE_WHATSAPP_VERIFY_TOKEN": "verify-quincetoken",
    "B12GUIDE_TWILIO_ACCOUNT_SID": KINDS["sms"].settings["account"],
    "B12GUIDE_TWILIO_AUTH_TOKEN": "twilio-quincetoken",
    "B12GUIDE_TWILIO_SMS_FROM": "+441632960000",
    "B12GUIDE_PUBLIC_URL": "https://chat.example.org",
    **{f"B12GUIDE_{name}_API": NOWHERE for name in ("TELEGRAM", "SLACK", "WHATSAPP", "TWILIO")},
    # An events broker that is away complains for as long as the server lives.
    "B12GUIDE_EVENTS": f"amqp://somebody:{PASSWORD}@127.0.0.1:9/",
    "B12GUIDE_REDIS": f"redis://:{PASSWORD}@127.0.0.1:9/0",
    # The libraries say all they can.
    "LOG_LEVEL": "DEBUG",
    "LOG_LEVEL_LIBRARIES": "DEBUG",
}
SECRETS = [value for name, value in SETTINGS.items() if re.search("TOKEN|SECRET", name)]


def raw(server: RealServer, request: bytes, *, ends: str = "closes", more: bytes = b"") -> bytes:
    """Send bytes. The connection then `closes`, is `cut` while the server works, or is `half` closed."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request)
        if more:
            connection.sendall(more)
        if ends == "cut":
            # A reset in the place of an end.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return b""
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        with contextlib.suppress(OSError):
            while part := connection.recv(65536):
                answer += part
        return answer


def post(server: RealServer, path: str, body: object, headers: dict[str, str] | None = None) -> Any:
    """One JSON request; what came back."""
    request = urllib.request.Request(
        server.address + path, json.dumps(body).encode(), {"Content-Type": "application/json", **(headers or {})}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


def plan_link(server: RealServer) -> str:
    """The address of a plan of somebody's."""
    conversation = post(server, "/chat/session", {})["conversation"]
    found: list[str] = []
    for number, text in enumerate((f"every 12 weeks, the last one was on 5 January 2026, {MARK}", "yes")):
        said = {"conversation": conversation, "id": str(number), "text": text, "metadata": {"today": "2026-02-01"}}
        messages = post(server, "/chat/message", said)["messages"]
        found += re.findall(r"/plan/[^/\"]+/plan\.ics", json.dumps(messages))
    return found[-1]


def head(method: str, path: str, *headers: str) -> bytes:
    """The head of a request."""
    lines = (f"{method} {path} HTTP/1.1", "Host: localhost", f"X-Forwarded-For: {ADDRESS}", *headers, "", "")
    return "\r\n".join(lines).encode("latin-1")


def bad_requests(plan: str) -> dict[str, tuple[bytes, str]]:
    """Every kind of request that is none, each with how it ends."""
    rest, chat = "/webhooks/rest/webhook", f"/chat/message?q={MARK}"
    words = f'{{"sender": "{SENDER}", "message": "{MARK} {PHONE}"'.encode()
    size, kind = f"Content-Length: {len(words)}", "Content-Type: application/json"
    chunked = "Transfer-Encoding: chunked"
    whole = b'{"sender": "%s", "message": "my throat is closing up %s"}' % (SENDER.encode(), MARK.encode())
    local = f"POST {rest} HTTP/1.1\r\nHost: localhost\r\n{kind}\r\nContent-Length: {len(whole)}\r\n\r\n".encode()
    found: dict[str, tuple[bytes, str]] = {
        "no request": (f"{MARK} {PHONE} {plan}\r\n\r\n".encode(), "half"),
        "another version": (f"GET {plan} HTTP/9.{MARK}\r\nHost: {MARK}\r\n\r\n".encode(), "half"),
        "another host": (f"GET {plan} HTTP/1.1\r\nHost: {MARK}.example\r\n\r\n".encode(), "half"),
        "a whole address": (f"GET http://{MARK}.example{plan} HTTP/1.1\r\nHost: x\r\n\r\n".encode(), "half"),
        "an unknown method": (head(MARK.upper(), plan), "half"),
        "bytes in the path": (b"GET /plan/\xff\xfe\x00%s HTTP/1.1\r\nHost: x\r\n\r\n" % MARK.encode(), "half"),
        "a bad escape": (head("GET", f"/plan/%zz%ff{MARK}/plan.ics"), "half"),
        "a long header": (head("GET", plan, f"X: {MARK * 3000}"), "half"),
        "a header without a colon": (head("GET", plan, MARK), "half"),
        "a query that is none": (head("GET", f"{plan}?%ff%zz={MARK}&&=="), "half"),
        "a range that is none": (head("GET", "/static/index.html", f"Range: {MARK}=9-1"), "half"),
        "an upgrade": (head("GET", plan, "Upgrade: websocket", "Connection: Upgrade"), "half"),
        "an expectation": (head("POST", rest, f"Expect: {MARK}", size) + words, "half"),
        "a bad length": (head("POST", chat, f"Content-Length: {MARK}") + words, "half"),
        "a truncated body": (head("POST", rest, kind, "Content-Length: 900") + words, "closes"),
        "a truncated body of the page": (head("POST", chat, kind, "Content-Length: 900") + words, "cut"),
        "malformed JSON": (head("POST", rest, kind, size) + words, "half"),
        "malformed JSON of the page": (head("POST", chat, kind, size) + words, "half"),
        "no UTF-8": (head("POST", rest, kind, "Content-Length: 2") + b"\xff\xfe", "half"),
        "a broken chunk": (head("POST", rest, kind, chunked) + b"zz\r\n" + words + b"\r\n0\r\n\r\n", "half"),
        "a chunk with words": (head("POST", chat, kind, chunked) + words + b"\r\n\r\n", "half"),
        "too large": (head("POST", rest, kind, "Content-Length: 300000") + words + b"x" * 300_000, "half"),
        "a form that is none": (
            head("POST", chat, "Content-Type: multipart/form-data; boundary=x", size) + words,
            "half",
        ),
        "gone before the answer": (local + whole, "cut"),
    }
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"):
        found[f"{method} of a plan"] = (head(method, plan, size) + words, "half")
    # A body that nothing reads: the framework names the request.
    found["a plan with a body"] = (head("GET", plan, size) + words, "half")
    found["a plan with a cut body"] = (head("GET", plan, "Content-Length: 900") + words, "cut")
    found["a plan that is none"] = (head("GET", f"/plan/gAAAA{MARK}/plan.ics"), "half")
    for number, scheme in enumerate(
        (f"Bearer {MARK}", "Bearer \xff\xfe\xed\xa0", f"Basic {MARK}", "Bearer", MARK, f"Bearer Token {MARK}\x01")
    ):
        headers = (f"Authorization: {scheme}", kind, size)
        found[f"authorization {number}"] = (head("POST", f"{rest}?{MARK}", *headers) + words, "half")
    for name, provider in KINDS.items():
        said = provider.text(f"{MARK} {PHONE}")
        hook = f"/webhooks/{name}/webhook?{MARK}"
        for what, changed in {
            "no signature": said.with_header(provider.signature, None),
            "a bad signature": said.with_header(provider.signature, f"{MARK}\xff"),
            "no form of its": said.but(body=b"\xff" + MARK.encode()),
        }.items():
            lines = [f"{key}: {value}" for key, value in changed.headers.items()]
            lines += [f"Content-Length: {len(changed.body)}"]
            found[f"{name} with {what}"] = (head("POST", hook, *lines) + changed.body, "half")
        cut = [f"{key}: {value}" for key, value in said.headers.items()]
        found[f"{name} cut short"] = (head("POST", hook, *cut, "Content-Length: 9999") + said.body, "cut")
        found[f"{name} asked"] = (head("GET", f"{hook}&hub.mode=subscribe&hub.verify_token={MARK}"), "half")
    return found


def genuine(server: RealServer, delivery: Delivery, name: str) -> None:
    """A delivery that the server takes; the answer to it fails, since the provider is not there."""
    request = urllib.request.Request(
        f"{server.address}/webhooks/{name}/webhook", delivery.body, {k: str(v) for k, v in delivery.headers.items()}
    )
    with contextlib.suppress(urllib.error.HTTPError):
        urllib.request.urlopen(request, timeout=60).read()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, dict[str, bytes]]:
    """All that a server wrote while everything went wrong, the token of a plan, and the answers by kind of request."""
    folder: Path = tmp_path_factory.mktemp("server")
    server = RealServer(folder, settings=SETTINGS)
    server.start()
    try:
        plan = plan_link(server)
        answers = {name: raw(server, request, ends=ends) for name, (request, ends) in bad_requests(plan).items()}
        genuine(server, KINDS["telegram"].text(f"my throat is closing up {MARK}"), "telegram")
        assert server.ready()
    finally:
        server.stop()
    return (folder / "server.log").read_text(errors="replace"), plan.split("/")[2], answers


def test_nothing_that_was_sent_is_in_the_log(told: tuple[str, str, dict[str, bytes]]) -> None:
    """With every library at its most talkative: no text, name, number, address, secret or token, and no path."""
    log, token, _ = told
    assert "Ready after" in log
    for secret in (MARK, MARK.upper(), PHONE, ADDRESS, PASSWORD, token, *SECRETS, "/plan/", "/webhooks/telegram"):
        assert secret not in log, log[max(0, log.index(secret) - 400) : log.index(secret) + 200]


def test_every_line_is_one_of_ours(told: tuple[str, str, dict[str, bytes]]) -> None:
    """Each line has a time, a level and a logger, or is one of the two that the start prints: no raw traceback."""
    lines = [line for line in told[0].splitlines() if line.strip()]
    ours = re.compile(
        r"\d{4}-\d\d-\d\dT[\d:.+]+ (DEBUG|INFO|WARNING|ERROR|CRITICAL) [\w.]+: |Loading the|Ready |Stopped"
    )
    assert [line for line in lines if not ours.match(line)] == []


def test_no_answer_repeats_what_was_sent(told: tuple[str, str, dict[str, bytes]]) -> None:
    """Whatever was asked, of whichever host and path, the answer has none of its words."""
    repeated = {
        name
        for name, answer in told[2].items()
        if (MARK.encode() in answer or PHONE.encode() in answer) and b" 200 OK" not in answer
    }
    assert repeated == set()


def test_no_bad_request_is_an_error_of_the_server(told: tuple[str, str, dict[str, bytes]]) -> None:
    """Each is refused or answered: none is a status of 500 or more."""
    failed = {name: answer[:60] for name, answer in told[2].items() if answer[9:10] == b"5"}
    assert failed == {}
