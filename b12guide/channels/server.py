"""The server around the channels: actions in its process, limits, error pages, health, and the page at `/`."""

from __future__ import annotations

import asyncio
import gc
import logging
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Request, Sanic, response
from sanic.exceptions import NotFound, PayloadTooLarge, SanicException
from sanic.response import HTTPResponse

from b12guide.channels import strict_http
from b12guide.channels.addresses import Addresses
from b12guide.channels.bodies import MOST_BYTES, BoundedRequest
from b12guide.channels.closed_links import closed_link_page, wants_page
from b12guide.channels.compose import EMPTY, Message, unread_notice
from b12guide.channels.housekeeping import Housekeeping, model_ready
from b12guide.channels.leaving import leaving
from b12guide.channels.pace import OVER_LIMIT_HEADER, over_limit
from b12guide.channels.rehearsal import rehearse
from b12guide.channels.reminder_loop import desk_of
from b12guide.channels.turns import Handler
from b12guide.channels.widget import SCRIPT_PATH, Script, cross_origin_headers, may_be_called
from b12guide.memory import hand_back
from b12guide.person import Person
from b12guide.rasa import inprocess
from b12guide.settings import allowed_origins, retention_days
from b12guide.shared import cards, content, detector, replies, triage
from b12guide.unread import TOO_LONG

logger = logging.getLogger(__name__)
# Seconds for the head of a request to arrive; its body has a time of its own (`room.py`).
SLOWEST_REQUEST = 20
# Seconds that connections have to take their answers once all turns are over.
SLOWEST_GOODBYE = 2.0
STATIC = Path(__file__).resolve().parent.parent / "web" / "static"
FILES = frozenset(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())
# The page with the chat, and the one on which a clinic makes its tag.
PAGES = {"/": "index.html", "/embed": "embed.html"}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # A page and its scripts come from one version of the program; answers are nobody's to keep.
    "Cache-Control": "no-cache",
}


class ServerSetup(InputChannel):
    """A channel that takes no messages; Rasa gives channels the only hook into its server."""

    @classmethod
    def name(cls) -> str:
        return "server"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        return cls()

    def url_prefix(self) -> str:
        """At the root of the server."""
        return "/"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Routes and listeners of the whole server."""
        routes = Blueprint("b12guide_server", __name__)
        routes.static("/static", str(STATIC))
        strict_http.install(routes)
        script, allowed = Script.read(STATIC / "widget.js"), allowed_origins()

        @routes.get(SCRIPT_PATH)
        async def widget(request: Request) -> HTTPResponse:
            return script.answer(request)

        async def preflight(request: Request) -> HTTPResponse | None:
            """A browser asks before it calls from another page."""
            return response.empty() if request.method == "OPTIONS" and may_be_called(request.path) else None

        async def cross_origin(request: Request, answer: HTTPResponse) -> None:
            if may_be_called(request.path):
                answer.headers.update(cross_origin_headers(request.headers.get("origin"), allowed))

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            ready = model_ready(request.app)
            return response.json({"ready": ready}, status=200 if ready else 503)

        @routes.get("/ready")
        async def ready(request: Request) -> HTTPResponse:
            """As `/health`, and false until a conversation was rehearsed and the database took a write, and as soon
            as the server is told to stop: a proxy sends people elsewhere."""
            keeping: Housekeeping = request.app.ctx.housekeeping
            may = model_ready(request.app) and request.app.ctx.rehearsal.done() and not keeping.stopping
            takes = may and await keeping.database_usable()
            return response.json({"ready": takes}, status=200 if takes else 503)

        @routes.listener("before_server_start")
        async def configure(app: Sanic, _: Any) -> None:
            app.config.REQUEST_MAX_SIZE = MOST_BYTES
            app.request_class, app.ctx.addresses = BoundedRequest, Addresses.read()
            app.config.FALLBACK_ERROR_FORMAT = "json"
            app.config.REQUEST_TIMEOUT = SLOWEST_REQUEST
            app.config.GRACEFUL_SHUTDOWN_TIMEOUT = SLOWEST_GOODBYE
            app.ctx.housekeeping = Housekeeping(app, days=retention_days())
            app.register_middleware(_mark_over_limit, "request")
            app.register_middleware(_front_page, "request")
            app.register_middleware(preflight, "request")
            app.register_middleware(cross_origin, "response")
            app.register_middleware(_headers, "response")
            app.error_handler.add(PayloadTooLarge, _too_large)
            app.error_handler.add(SanicException, _refused)
            app.error_handler.add(Exception, _failed)

        @routes.listener("before_server_start")
        async def prepare(app: Sanic, _: Any) -> None:
            read_content()

        @routes.listener("after_server_start")
        async def install_actions(app: Sanic, _: Any) -> None:
            inprocess.install(app.ctx.agent)
            # Beside the loop: whoever stops the server meanwhile does not wait for it.
            app.ctx.rehearsal = asyncio.create_task(_rehearsed(app))

        @routes.listener("after_server_start")
        async def begin_housekeeping(app: Sanic, _: Any) -> None:
            app.ctx.housekeeping.start()
            # Before the channels begin, each of which looks for reminders of its own.
            app.ctx.reminder_desk = desk_of(app)

        @routes.listener("before_server_stop")
        async def end_housekeeping(app: Sanic, _: Any) -> None:
            app.ctx.housekeeping.stopping = True
            app.ctx.rehearsal.cancel()
            leaving(app).begin()
            await leaving(app).empty()
            if app.ctx.reminder_desk is not None:
                await app.ctx.reminder_desk.stop(SLOWEST_GOODBYE)
            await app.ctx.housekeeping.stop()

        return routes


async def _rehearsed(app: Sanic) -> None:
    if model_ready(app):
        await rehearse(app)
    # What was loaded stays: the collector would look through all of it again and again, 0.2 s each time.
    gc.collect()
    gc.freeze()
    hand_back()


def read_content() -> None:
    """Read and build what all messages need, so that nobody's first one waits for it."""
    detector().compile_all()
    cards(), replies(), content()
    triage("ready")


async def _mark_over_limit(request: Request) -> None:
    """What the proxy says of the sender's pace is known to whatever answers this request."""
    over_limit.set(OVER_LIMIT_HEADER in request.headers)


async def _front_page(request: Request) -> HTTPResponse | None:
    """The page at `/`, in front of the greeting that Rasa has there (a second route would be refused)."""
    if request.path in PAGES and request.method in ("GET", "HEAD"):
        return await response.file(STATIC / PAGES[request.path])
    if request.path.startswith("/static/") and request.path.removeprefix("/static/") not in FILES:
        raise NotFound("No such file.")  # Sanic itself fails on some names that are no files
    return None


async def _headers(request: Request, answer: HTTPResponse) -> None:
    if request.path.startswith("/chat/"):
        answer.headers["Cache-Control"] = "no-store"
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    # The framework's, on every answer: no cookie and no login goes with a call to this server.
    for name in ("Access-Control-Allow-Credentials", "Access-Control-Expose-Headers"):
        answer.headers.pop(name, None)


async def _too_large(request: Request, error: Exception) -> HTTPResponse:
    """A message that is too long to read may still be a cry for help: the answer says where help is."""
    return _told(request, 413, unread_notice(TOO_LONG, Person.from_metadata(None)))


async def _failed(request: Request, error: Exception) -> HTTPResponse:
    """What nobody foresaw: told by its type, and whoever asked still reads where help is."""
    logger.error("A request failed: %s", type(error).__name__)
    return _told(request, 500, _static())


def _static() -> Message:
    return {"text": cards().static_card().text, "custom": EMPTY}


def _told(request: Request, status: int, message: Message) -> HTTPResponse:
    web = request.path.startswith("/chat/")
    return response.json({"messages": [message]} if web else [message], status=status)


async def _refused(request: Request, error: SanicException) -> HTTPResponse:
    status = error.status_code or 500
    if status == 408 or status >= 500:  # whoever wrote did nothing wrong
        return _told(request, status, _static())
    if isinstance(error, NotFound) and wants_page(request):
        return closed_link_page()
    text = "There is nothing at this address." if isinstance(error, NotFound) else "This request was not understood."
    return response.json({"error": text}, status=status)
