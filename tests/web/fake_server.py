"""A stand-in for the chat server with one canned answer of each kind, to look at the page without Rasa.

``python tests/web/fake_server.py --port 5055`` serves the page at ``/``. The words that choose an answer are the keys
of ``ANSWERS``. ``POST /fake/mode`` with ``{"mode": ...}`` plays a fault: ``starting`` (503), ``down`` (the connection
is closed without an answer), ``mute`` (the message is answered, but the answer is lost on the way), ``expired`` (every
conversation is forgotten) or ``ready``.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import mimetypes
import re
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

STATIC = Path(__file__).resolve().parents[2] / "b12guide" / "web" / "static"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
SECRET = b"only for looking at the page"


def sign(*parts: str) -> str:
    """Return the hexadecimal HMAC of the parts."""
    return hmac.new(SECRET, "\n".join(parts).encode(), hashlib.sha256).hexdigest()[:32]


def custom(kind: str, **fields: Any) -> dict[str, Any]:
    """Return a complete ``custom`` object of this kind."""
    empty: dict[str, Any] = {
        "kind": kind, "topics": [], "offered": [], "level": "none", "signs": [], "sources": [], "plan": None,
    }  # fmt: skip
    return {**empty, **fields}


SOURCES = [
    {"title": "NHS, About hydroxocobalamin", "url": "https://www.nhs.uk/medicines/hydroxocobalamin/", "checked": None},
    {"title": "NHLBI, Pernicious anemia", "url": "https://www.nhlbi.nih.gov/", "checked": "2026-03-02"},
]

PLAN = {
    "status": "assumed",
    "assumptions": [
        "The 3 months are counted from the last loading injection.",
        "3 months means the same day of the month, not 12 weeks.",
    ],
    "question": None,
    "phases": [
        {"kind": "loading", "frequency": 3, "period": 1, "period_max": None, "unit": "wk", "count": None,
         "duration": 2, "duration_unit": "wk", "days_of_week": ["mon", "wed", "fri"]},
        {"kind": "maintenance", "frequency": 1, "period": 3, "period_max": None, "unit": "mo", "count": None,
         "duration": None, "duration_unit": None, "days_of_week": []},
    ],
    "dose_mcg": 1000,
    "route": "im",
    "product": "hydroxocobalamin",
    "anchor": {"kind": "first", "date": "2026-03-02"},
    "next": [
        {"earliest": "2026-03-04", "latest": "2026-03-04", "phase": "loading", "flags": ["overdue"]},
        {"earliest": "2026-03-13", "latest": "2026-03-13", "phase": "loading", "flags": []},
        {"earliest": "2026-06-13", "latest": "2026-06-13", "phase": "maintenance", "flags": ["weekend"]},
        {"earliest": "2026-09-07", "latest": "2026-09-21", "phase": "maintenance", "flags": ["open_ended"]},
    ],
    "unread": [],
}  # fmt: skip

# A key is a pattern that is looked for in the text; the first that fits answers.
ANSWERS: dict[str, list[dict[str, Any]]] = {
    r"tongue|throat": [
        {
            "text": "Call 999 or your local emergency number now. Say \"anaphylaxis\". If you have an adrenaline pen, "
            "use it before you call. Lie down with your legs raised. If breathing is hard, sit up with your legs out. "
            "Do not stand, even if you feel better. Not better after 5 minutes: use a second pen.",
            "custom": custom(
                "emergency", level="emergency", signs=["A1"], calls=[{"label": "Call 999", "tel": "999"}]
            ),
        }
    ],
    r"end it": [
        {
            "text": "I am really glad you told me. If you might act on this, call 999, 911, 112 or your local "
            "emergency number now. You do not have to face this alone. Call Samaritans on 116 123, day and night. "
            "If you can, get someone to be with you.",
            "custom": custom(
                "emergency",
                level="emergency",
                signs=["A11"],
                calls=[{"label": "Call 116 123", "tel": "116 123"}, {"label": "Call 999", "tel": "999"}],
            ),
        }
    ],
    r"worse": [
        {
            "text": "Get medical advice today. Call your doctor. In England, Scotland and Wales you can call NHS 111. "
            "Nobody watches this chat. Call 999 or your local emergency number if your legs get weak or you cannot "
            "walk.",
            "buttons": [{"title": "What will they ask me?", "payload": "/urgent_questions"}],
            "custom": custom(
                "urgent", level="urgent", signs=["B2"], calls=[{"label": "Call NHS 111", "tel": "111"}]
            ),
        }
    ],
    r"plan|3 months": [
        {"text": "This is how I read your plan. Two dates for your calendar: loading ends on Friday 13 March 2026; "
                 "every-3-months starts on Saturday 13 June 2026.\nIs that what your clinic said?"},
        {
            "buttons": [
                {"title": "Yes", "payload": "/affirm"},
                {"title": "It is every 12 weeks", "payload": "/twelve_weeks"},
                {"title": "Change something", "payload": "/change"},
            ],
            "custom": custom(
                "plan", plan=PLAN, links=[{"label": "Add to my calendar", "url": "/calendar/1.ics"},
                                          {"label": "Elsewhere", "url": "https://elsewhere.example/"}]
            ),
        },
    ],
    r"next date|next jab": [
        {
            "text": 'I can work that out. How often do you have them? For example "every 12 weeks" or "once a month".',
            "custom": custom("ask"),
        }
    ],
    r"blood thing": [
        {
            "text": "I am not sure what you mean. Is it one of these?\nIf you feel very unwell, do not wait for me: "
            "call your clinic, or 999 in an emergency.",
            "buttons": [
                {"title": "What is checked after starting?", "payload": "/topic_monitoring"},
                {"title": "What do the blood tests mean?", "payload": "/topic_labs"},
                {"title": "Something else", "payload": "/something_else"},
            ],
            "custom": custom("did_you_mean", offered=["monitoring_after_starting", "lab_tests_explained"]),
        }
    ],
    r"forget me": [
        {
            "text": "This deletes our conversation and your plan from this computer. It cannot be undone. Delete it?",
            "buttons": [
                {"title": "Delete everything", "payload": "/delete_everything"},
                {"title": "Keep it", "payload": "/keep"},
            ],
            "custom": custom("menu"),
        }
    ],
    r"delete_everything": [
        {"text": "It is deleted from this computer.", "custom": custom("menu", deleted=True)}
    ],
    r"<|javascript": [
        {
            "text": "<img src=x onerror=alert(1)> & <b>not bold</b>",
            "buttons": [{"title": "<script>alert(1)</script>", "payload": "/x"}],
            "custom": custom(
                "answer",
                topics=["other_b12"],
                sources=[{"title": "<i>t</i>", "url": "javascript:alert(1)", "checked": None}],
                links=[{"label": "bad", "url": "javascript:alert(1)"}, {"label": "bad", "url": "//evil.example/"}],
                calls=[{"label": "bad", "tel": "javascript:alert(1)"}, None],
            ),
        }
    ],
    r"feel better": [
        {"text": "Some people feel better in days, others in weeks.\nTingling and numbness take longer, from weeks to "
                 "months. They may not go fully if the problem lasted a long time."},
        {
            "text": "If you feel no better after a few weeks, tell your clinic. New or worse numbness or weakness: get "
            "advice today.",
            "buttons": [
                {"title": "Will the tingling go?", "payload": "/topic_nerve"},
                {"title": "Why am I not better yet?", "payload": "/topic_not_improving"},
                {"title": "Tell me more", "payload": "/more"},
            ],
            "custom": custom("answer", topics=["time_to_feel_better"], sources=SOURCES),
        },
    ],
    r"": [{"text": "I did not understand that. Please try other words.", "custom": custom("fallback")}],
}  # fmt: skip


class FakeChat(ThreadingHTTPServer):
    """The server with what it remembers: transcripts and answers by conversation, and the fault it plays."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.mode = "ready"
        self.transcripts: dict[str, list[dict[str, Any]]] = {}
        self.answers: dict[tuple[str, str], list[dict[str, Any]]] = {}

    def answer(self, conversation: str, body: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the messages for one message of the page, the same ones for the same id."""
        key = (conversation, body["id"])
        if key not in self.answers:
            said = body.get("text") or body["title"]
            wanted = body.get("text") or body["payload"]
            canned = next(reply for pattern, reply in ANSWERS.items() if re.search(pattern, wanted, re.IGNORECASE))
            reply = json.loads(json.dumps(canned))
            for message in reply:
                for button in message.get("buttons", []):
                    button["sig"] = sign(conversation, button["payload"])
            self.answers[key] = reply
            transcript = self.transcripts[conversation]
            transcript.append({"from": "user", "text": said, "time": "2026-03-03T09:00:00Z"})
            transcript.extend({"from": "bot", "time": "2026-03-03T09:00:01Z", **message} for message in reply)
            if any(message.get("custom", {}).get("deleted") for message in reply):
                transcript.clear()
        return self.answers[key]


class Handler(BaseHTTPRequestHandler):
    """Static files and the four chat paths."""

    server: FakeChat
    protocol_version = "HTTP/1.1"

    def log_message(self, template: str, *args: Any) -> None:
        """Keep quiet."""

    def send(self, status: int, body: bytes, content_type: str = "application/json") -> None:
        """Send one whole response."""
        self.send_response(status)
        for name, value in (
            ("Content-Type", content_type), ("Content-Length", str(len(body))), ("Content-Security-Policy", CSP),
        ):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_json(self, status: int, value: Any) -> None:
        """Send one value as JSON."""
        self.send(status, json.dumps(value).encode())

    def faulty(self) -> bool:
        """Play the fault, if one is on, and say whether it was."""
        if self.server.mode == "starting":
            self.send_json(503, {"ready": False})
        elif self.server.mode == "down":
            self.close_connection = True
        else:
            return False
        return True

    def do_GET(self) -> None:
        """Serve the page, its files, the history and the health."""
        address = urlsplit(self.path)
        if address.path == "/" or address.path.startswith("/static/"):
            file = STATIC / (address.path.removeprefix("/static/").lstrip("/") or "index.html")
            if file.parent != STATIC or not file.is_file():
                self.send_json(404, {})
                return
            self.send(200, file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        elif self.faulty():
            return
        elif address.path == "/health":
            self.send_json(200, {"ready": True})
        elif address.path == "/chat/history":
            conversation = parse_qs(address.query).get("conversation", [""])[0]
            known = self.server.transcripts.get(conversation)
            self.send_json(401 if known is None else 200, {"messages": known or []})
        else:
            self.send_json(404, {})

    def do_POST(self) -> None:
        """Open a conversation, answer a message, change the fault."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/fake/mode":
            if body["mode"] == "expired":
                self.server.transcripts.clear()
            self.server.mode = "ready" if body["mode"] == "expired" else body["mode"]
            self.send_json(200, {})
        elif self.faulty():
            return
        elif self.path == "/chat/session":
            name = uuid.uuid4().hex
            conversation = f"{name}.{sign(name)}"
            self.server.transcripts[conversation] = []
            self.send_json(200, {"conversation": conversation})
        elif self.path == "/chat/message":
            self.message(body)
        else:
            self.send_json(404, {})

    def message(self, body: dict[str, Any]) -> None:
        """Answer one message."""
        conversation = body["conversation"]
        if conversation not in self.server.transcripts:
            self.send_json(401, {})
        elif "payload" in body and body["sig"] != sign(conversation, body["payload"]):
            self.send_json(400, {})
        else:
            messages = self.server.answer(conversation, body)
            if self.server.mode == "mute":
                self.close_connection = True
                return
            self.send_json(200, {"messages": messages})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=5055)
    FakeChat(parser.parse_args().port).serve_forever()
