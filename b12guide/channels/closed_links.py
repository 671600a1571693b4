"""What a browser shows where the address of a plan's file opens nothing any more: the same page whatever the reason."""

from __future__ import annotations

from sanic import Request, response
from sanic.response import HTTPResponse

from b12guide.channels.plan_links import PREFIX
from b12guide.plan.takeaway import html_page, safe

_STYLESHEET = "/static/print.css"
_TITLE = "This link does not open a plan any more."
_WHY = "The plan may have been deleted, or its links were closed. Or a part of the link is missing."
_WAY = 'For a new link, go back to the chat and write "add it to my calendar".'
_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


def wants_page(request: Request) -> bool:
    """Whether a browser asked for a file of a plan."""
    return request.path.startswith(f"{PREFIX}/") and "text/html" in request.headers.get("accept", "")


def closed_link_page() -> HTTPResponse:
    """The page, which says nothing of whether a plan was ever there."""
    body = ["<main>", f"<h1>{safe(_TITLE)}</h1>", f"<p>{safe(_WHY)}</p>", f"<p>{safe(_WAY)}</p>", "</main>"]
    return response.html(html_page(_TITLE, body, stylesheet=_STYLESHEET), status=404, headers=_HEADERS)
