"""What WhatsApp and Messenger have in common: Meta signs, subscribes, and tells of errors in one way."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from typing import Any

from sanic import Blueprint, Request, response
from sanic.response import HTTPResponse

from b12guide.channels.deliveries import one_header, same
from b12guide.channels.post import Verdict, usual_verdict
from b12guide.channels.provider import ProviderChannel

# Codes of "busy" and "for a moment not there", which come with status 400 too.
# https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
_LATER = frozenset({1, 2, 4, 17, 32, 341, 613, 1200, 80007, 130429, 131000, 131016, 131056, 131057, 133004})
_HEADER = "x-hub-signature-256"
_SIGNATURE = re.compile(r"sha256=[0-9a-f]{64}")
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{1,200}")


class MetaChannel(ProviderChannel):
    """Base of Meta's channels."""

    # Meta's documentation: deliveries are up to 3 MB, of up to 1,000 messages.
    most_bytes = 4 * 1024 * 1024

    def claims(self, request: Request) -> bool:
        """X-Hub-Signature-256, once, and of the length of SHA-256."""
        return _SIGNATURE.fullmatch(one_header(request, _HEADER) or "") is not None

    def genuine(self, request: Request, body: bytes) -> bool:
        """X-Hub-Signature-256 over the bytes that came; no other algorithm, whatever the request says."""
        given = one_header(request, _HEADER)
        expected = "sha256=" + hmac.new(self.settings["app_secret"].encode(), body, hashlib.sha256).hexdigest()
        return given is not None and same(expected, given)

    def verdict(self, status: int, headers: Mapping[str, str], body: Any) -> Verdict:
        """Meta's own error codes say more than the status."""
        error = body.get("error") if isinstance(body, dict) else None
        if not isinstance(error, dict):
            return usual_verdict(status, headers)
        usual = usual_verdict(status, headers, error.get("code", ""))
        later = error.get("code") in _LATER or error.get("is_transient") is True
        return usual if usual.taken else Verdict(False, usual.again or later, usual.wait, usual.code)

    def more_routes(self, routes: Blueprint) -> None:
        """The question that Meta asks once, when the address is entered in its dashboard."""

        @routes.get("/webhook")
        async def subscribe(request: Request) -> HTTPResponse:
            names = ("mode", "verify_token", "challenge")
            asked = {name: request.args.getlist(f"hub.{name}") or [""] for name in names}
            right = (
                all(len(values) == 1 for values in asked.values())
                and asked["mode"] == ["subscribe"]
                and same(self.settings["verify_token"], asked["verify_token"][0])
                and _CHALLENGE.fullmatch(asked["challenge"][0])
            )
            return response.text(asked["challenge"][0]) if right else self._refused("signature", 403)
