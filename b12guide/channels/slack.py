"""Slack: direct messages to an app of the clinic's workspace."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs

from sanic import Request, response
from sanic.response import HTTPResponse
from slack_sdk.signature import Clock, SignatureVerifier

from b12guide.channels.deliveries import UnreadableError, json_of, objects, one_header, text_at
from b12guide.channels.inbox_tables import Taken
from b12guide.channels.incoming import Incoming, Reply
from b12guide.channels.pieces import pieces, shortened
from b12guide.channels.post import Call, Verdict, usual_verdict
from b12guide.channels.provider import ProviderChannel
from b12guide.channels.provider_settings import SLACK

# Characters of a section, of a button and of what it brings back; buttons in one block.
TEXT, BUTTON, VALUE, BUTTONS = 3000, 75, 2000, 25
_LATER = frozenset(
    {"ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
)
# <https://example.org|the words>, <tel:+44|the number>, <@U123>
_LINK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_SIGNATURE, _STAMP = re.compile(r"v0=[0-9a-f]{64}"), re.compile(r"[0-9]{1,12}")
# Seconds: https://docs.slack.dev/authentication/verifying-requests-from-slack
OLDEST = 300
_FORM = "application/x-www-form-urlencoded"


class _Now(Clock):
    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now

    def now(self) -> float:
        return self._now()


class SlackChannel(ProviderChannel):
    """`/webhooks/slack/webhook`, for events and for pressed buttons alike."""

    needs = SLACK

    def __init__(
        self, settings: Mapping[str, str] | None, *, now: Callable[[], float] = time.time, **parts: Any
    ) -> None:
        """As `ProviderChannel`; `now` gives seconds since 1970, which the age of a delivery is measured from."""
        super().__init__(settings, **parts)
        self._now = now
        if settings is not None:
            self._verifier = SignatureVerifier(settings["signing_secret"], _Now(now))

    @classmethod
    def name(cls) -> str:
        return "slack"

    def claims(self, request: Request) -> bool:
        """A signature of Slack's form, and the time that it is of, which is 5 minutes ago at most."""
        signature, stamp = _signature(request)
        known = _SIGNATURE.fullmatch(signature) is not None and _STAMP.fullmatch(stamp) is not None
        return known and abs(self._now() - int(stamp)) <= OLDEST

    def genuine(self, request: Request, body: bytes) -> bool:
        """Slack's signature of body and time."""
        signature, stamp = _signature(request)
        try:
            return self.claims(request) and self._verifier.is_valid(body, stamp, signature)
        except UnicodeDecodeError:
            return False

    def authorization(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self.settings['bot_token']}"}

    def verdict(self, status: int, headers: Mapping[str, str], body: Any) -> Verdict:
        """Slack tells of most errors with status 200."""
        error = text_at(body, "error")
        usual = usual_verdict(status, headers, error)
        if not usual.taken or (isinstance(body, dict) and body.get("ok") is True):
            return usual
        code = usual_verdict(400, headers, error).code
        return Verdict(False, again=error in _LATER or not error, wait=usual_verdict(429, headers).wait, code=code)

    def read(self, request: Request, body: bytes) -> list[Incoming]:
        """A direct message, an edit of one, or a pressed button under one. Channels, groups and bots are left alone."""
        if request.headers.get("content-type", "").split(";")[0].strip().lower() == _FORM:
            form = parse_qs(body.decode())
            found = _pressed(json_of(form.get("payload", [""])[0].encode()))
            return [found] if found else []
        delivery = json_of(body)
        kind = delivery.get("type")
        if kind == "url_verification":
            request.ctx.challenge = text_at(delivery, "challenge")
            return []
        if not isinstance(kind, str):
            raise UnreadableError
        event = delivery.get("event")
        if kind != "event_callback" or not isinstance(event, dict):
            return []
        found = _message(event, text_at(delivery, "event_id"))
        return [found] if found else []

    def acknowledgement(self, request: Request) -> HTTPResponse:
        """Nothing; at the first delivery of all, what Slack sent to be given back."""
        return response.text(getattr(request.ctx, "challenge", ""))

    def render(self, reply: Reply, taken: Taken) -> list[Call]:
        """Texts without markup; the last with its buttons, in one block."""
        channel = taken.incoming.address
        text = reply.text if reply.emergency else self.whole_text(reply)
        shown = [words for words in reply.buttons if len(words) <= VALUE][:BUTTONS]
        parts = pieces(text, TEXT)
        calls = [_call(channel, part) for part in parts[: -1 if shown else None]]
        if shown:
            section = {"type": "section", "text": {"type": "plain_text", "text": parts[-1], "emoji": False}}
            blocks = [section, {"type": "actions", "elements": [_button(n, words) for n, words in enumerate(shown)]}]
            calls.append(_call(channel, parts[-1], blocks=blocks))
        return calls


def _signature(request: Request) -> tuple[str, str]:
    """Signature and time, each empty where it is not there once."""
    names = ("x-slack-signature", "x-slack-request-timestamp")
    signature, stamp = (one_header(request, name) or "" for name in names)
    return signature, stamp


def _message(event: dict[str, Any], event_id: str) -> Incoming | None:
    channel, subtype = text_at(event, "channel"), event.get("subtype")
    if event.get("type") != "message" or event.get("channel_type") != "im" or not channel or not event_id:
        return None
    edited = subtype == "message_changed"
    said = event.get("message") if edited else event
    if not isinstance(said, dict) or said.get("bot_id") or said.get("app_id") or not text_at(said, "user"):
        return None
    if subtype not in (None, "file_share", "thread_broadcast", "message_changed"):
        return None
    text = _words(text_at(said, "text"))
    if edited and text == _words(text_at(event, "previous_message", "text")):
        return None  # Slack tells of a preview that it added
    media = any(True for _ in objects(said, "files"))
    return Incoming(event_id, channel, text, media=media or not text, edited=edited)


def _pressed(payload: dict[str, Any]) -> Incoming | None:
    channel, action = text_at(payload, "channel", "id"), next(objects(payload, "actions"), None)
    if payload.get("type") != "block_actions" or action is None or not channel.startswith("D"):
        return None
    stamp = text_at(action, "action_ts")
    message_id = f"{channel}:{text_at(payload, 'container', 'message_ts')}:{stamp}:{text_at(action, 'action_id')}"
    return Incoming(message_id, channel, text_at(action, "value")) if stamp else None


def _words(text: str) -> str:
    """What somebody wrote, without Slack's marks around addresses and without its escapes."""
    shown = _LINK.sub(lambda found: found[2] or found[1].removeprefix("mailto:").removeprefix("tel:"), text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _call(channel: str, text: str, **more: Any) -> Call:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = {"mrkdwn": False, "parse": "none", "unfurl_links": False, "unfurl_media": False}
    return Call("/chat.postMessage", json={"channel": channel, "text": escaped, **plain, **more})


def _button(number: int, words: str) -> dict[str, Any]:
    text = {"type": "plain_text", "text": shortened(words, BUTTON), "emoji": False}
    return {"type": "button", "action_id": f"say_{number}", "text": text, "value": words}
