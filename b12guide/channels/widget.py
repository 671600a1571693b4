"""What the widget needs when its script tag stands on somebody else's page: the script itself, and calls from there.

Any page may call the widget's paths. A call carries no cookie and no login: what opens a conversation is its signed id,
which the page's own origin keeps, so another origin learns nothing that it could not ask this server for itself.
`B12GUIDE_ORIGINS` narrows it to the pages of one clinic.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from sanic import Request, response
from sanic.response import HTTPResponse

SCRIPT_PATH = "/widget.js"
CALLED_PATHS = ("/chat/", "/health")
METHODS = "GET, POST, OPTIONS"
PREFLIGHT_SECONDS = "600"


@dataclass(frozen=True)
class Script:
    """The built widget, as it is and compressed, with a mark that changes with its content."""

    plain: bytes
    packed: bytes
    mark: str

    @classmethod
    def read(cls, path: Path) -> Script:
        """Read the built file."""
        plain = path.read_bytes()
        return cls(plain, gzip.compress(plain, 9, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:16]}"')

    def answer(self, request: Request) -> HTTPResponse:
        """The script, compressed where the browser takes that; nothing where the browser has it already."""
        headers = {
            "ETag": self.mark,
            "Vary": "Accept-Encoding",
            "Cache-Control": "no-cache",
            # Also for pages that let in only what says that it may be let in.
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        if request.headers.get("if-none-match") == self.mark:
            return response.empty(status=304, headers=headers)
        body = self.plain
        if "gzip" in request.headers.get("accept-encoding", ""):
            body, headers["Content-Encoding"] = self.packed, "gzip"
        return response.raw(body, content_type="text/javascript; charset=utf-8", headers=headers)


def may_be_called(path: str) -> bool:
    """Whether pages of other origins may call this path."""
    return path.startswith(CALLED_PATHS)


def cross_origin_headers(origin: str | None, allowed: frozenset[str]) -> dict[str, str]:
    """The headers with which the browser lets the page that asked read the answer; none for a page that may not."""
    if origin is None or not ("*" in allowed or origin in allowed):
        return {}
    return {
        "Access-Control-Allow-Origin": "*" if "*" in allowed else origin,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Max-Age": PREFLIGHT_SECONDS,
        "Vary": "Origin",
    }
