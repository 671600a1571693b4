"""A stand-in for the chat server with one canned answer of each kind, to look at the widget without Rasa.

``python -m tests.web.fake_server --port 5055`` serves the page at ``/``. The words that choose an answer are the keys
of ``canned.ANSWERS``. ``POST /fake/mode`` with ``{"mode": ...}`` plays a fault: ``starting`` (503), ``down`` (the
connection is closed without an answer), ``mute`` (the message is answered, but the answer is lost on the way),
``broken`` (500), ``refusing`` (400), ``held`` (answers wait), ``expired`` (conversations are forgotten) or ``ready``.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import mimetypes
import re
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.web.canned import ANSWERS

STATIC = Path(__file__).resolve().parents[2] / "b12guide" / "web" / "static"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types lit-html"
)
SECRET = b"only for looking at the page"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="60"><text x="8" y="36">Plan</text></svg>'
PAGES = {"/": "index.html", "/embed": "embed.html", "/widget.js": "widget.js"}
FAULTS = {"starting": 503, "broken": 500, "refusing": 400}


def sign(name: str) -> str:
    """The hexadecimal HMAC of a conversation's name."""
    return hmac.new(SECRET, name.encode(), hashlib.sha256).hexdigest()[:32]


class FakeChat(ThreadingHTTPServer):
    """The server with what it remembers: transcripts and answers by conversation, and the fault it plays."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.transcripts: dict[str, list[dict[str, Any]]] = {}
        self.answers: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.received: list[dict[str, Any]] = []
        self.released, self.forgot = threading.Event(), threading.Event()
        # How many exchanges of two lines a history has, if not all are asked for.
        self.tail: int | None = None
        # A text that breaks it.
        self.poison: str | None = None
        self.set_mode("ready")

    def set_mode(self, mode: str) -> None:
        """Play a fault, or none."""
        if mode == "expired":
            self.transcripts.clear()
        self.mode = "ready" if mode == "expired" else mode
        if mode == "held":
            self.released.clear()
        else:
            self.released.set()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, conversation: str, body: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the messages for one message of the widget, the same ones for the same id."""
        key = (conversation, body["id"])
        if key not in self.answers:
            reply = next(r for pattern, r in ANSWERS.items() if re.search(pattern, body["text"], re.IGNORECASE))
            self.answers[key] = reply
            transcript = self.transcripts[conversation]
            said = {"from": "user", "text": body["text"], "time": "2026-03-03T09:00:00Z", "id": body["id"]}
            transcript.append(said)
            transcript.extend({"from": "bot", "time": "2026-03-03T09:00:01Z", **message} for message in reply)
            if any(message.get("custom", {}).get("deleted") for message in reply):
                transcript.clear()
        return self.answers[key]


class Handler(BaseHTTPRequestHandler):
    """Static files, the widget, and its paths."""

    server: FakeChat
    protocol_version = "HTTP/1.1"

    def log_message(self, template: str, *args: Any) -> None:
        """Keep quiet."""

    def send(self, status: int, body: bytes, content_type: str = "application/json") -> None:
        """Send one whole response, which any page may read."""
        self.send_response(status)
        for name, value in (
            ("Content-Type", content_type), ("Content-Length", str(len(body))), ("Content-Security-Policy", CSP),
            ("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Headers", "Content-Type"),
        ):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_json(self, status: int, value: Any) -> None:
        """Send one value as JSON."""
        self.send(status, json.dumps(value).encode())

    def faulty(self) -> bool:
        """Play the fault, if one is on, and say whether it was."""
        if self.server.mode == "down":
            self.close_connection = True
        elif self.server.mode in FAULTS:
            self.send_json(FAULTS[self.server.mode], {"ready": False})
        else:
            return False
        return True

    def do_OPTIONS(self) -> None:
        """Let other pages call."""
        self.send(204, b"")

    def do_GET(self) -> None:
        """Serve the page, its files and the health."""
        path = urlsplit(self.path).path
        file = STATIC / PAGES.get(path, path.removeprefix("/static/"))
        if path in PAGES or path.startswith("/static/"):
            if file.parent != STATIC or not file.is_file():
                self.send_json(404, {})
                return
            self.send(200, file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        elif path.endswith("/plan.svg"):
            self.send(200, PICTURE, "image/svg+xml")
        elif self.faulty():
            return
        elif path == "/health":
            self.send_json(200, {"ready": True})
        else:
            self.send_json(404, {})

    def do_POST(self) -> None:
        """Open a conversation, answer a message, give what is kept, forget it, change the fault."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
        if self.path == "/fake/mode":
            self.server.set_mode(body["mode"])
            self.send_json(200, {})
        elif self.faulty():
            return
        elif self.path == "/chat/session":
            name = ("private:" if body.get("private") else "") + uuid.uuid4().hex
            conversation = f"{name}.{sign(name)}"
            self.server.transcripts[conversation] = []
            self.send_json(200, {"conversation": conversation})
        elif body.get("conversation") not in self.server.transcripts:
            self.send_json(401, {})
        else:
            self.known(body)

    def known(self, body: dict[str, Any]) -> None:
        """What is asked about a conversation of this server's."""
        kept = self.server.transcripts[body["conversation"]]
        if self.path == "/chat/message" and body["text"] == self.server.poison:
            self.send_json(500, {})
        elif self.path == "/chat/message":
            self.server.received.append(body)
            self.server.released.wait(20)
            messages = self.server.answer(body["conversation"], body)
            if self.server.mode == "mute":
                self.close_connection = True
                return
            self.send_json(200, {"messages": messages})
        elif self.path == "/chat/history":
            cut = [] if self.server.tail is None or body.get("all") else kept[: -2 * self.server.tail]
            self.send_json(200, {"messages": kept[len(cut) :], **({"earlier": True} if cut else {})})
        elif self.path == "/chat/export":
            self.send_json(200, {"messages": kept, "remembered": {}})
        elif self.path == "/chat/forget":
            del self.server.transcripts[body["conversation"]]
            self.server.forgot.set()
            self.send_json(200, {"deleted": True})
        else:
            self.send_json(404, {})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=5055)
    FakeChat(parser.parse_args().port).serve_forever()
