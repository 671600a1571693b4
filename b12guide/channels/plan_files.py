"""What a person takes away: the plan as a calendar file, as a picture, and as a page to print."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Request, response
from sanic.exceptions import NotFound
from sanic.response import HTTPResponse

from b12guide.channels.base import Handler
from b12guide.channels.plan_links import PREFIX, PlanLinks, plan_links
from b12guide.person import Person
from b12guide.plan import takeaway
from b12guide.shared import cards

MEMORY = "memory"
# Nothing in the name of the file says what it is for, as nothing in the events does.
CALENDAR_NAME, PICTURE_NAME = "appointments.ics", "appointments.svg"
# `plan.svg?save` is kept as a file, not shown.
SAVE = "save"
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
# The picture brings its own style, and nothing else may come with it.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@dataclass(frozen=True)
class OpenedPlan:
    """A plan, and its person on the day that it is there now."""

    plan: takeaway.Plan
    person: Person


async def opened_plan(agent: Agent | None, links: PlanLinks, token: str) -> OpenedPlan | None:
    """The plan behind a token; None where it is none of this server's, or is not kept any more."""
    found = links.open(token)
    if found is None or agent is None or agent.tracker_store is None:
        return None
    sender, key = found
    tracker = await agent.tracker_store.retrieve(sender)
    plan = takeaway.kept((tracker.get_slot(MEMORY) or {}).get("plan")) if tracker else None
    if tracker is None or plan is None or not hmac.compare_digest(plan.key, key):
        return None
    return OpenedPlan(plan, _today(tracker.latest_message.metadata))


class PlanFiles(InputChannel):
    """`/plan/<token>/...`: takes no messages. Whatever is not there, or not there any more, is the same 404."""

    def __init__(self, links: PlanLinks) -> None:
        self._links = links

    @classmethod
    def name(cls) -> str:
        return "plan_files"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        return cls(plan_links())

    def url_prefix(self) -> str:
        """At `/plan` of the server's root."""
        return PREFIX

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The three files."""
        routes = Blueprint("b12guide_plan_files", __name__)

        @routes.get("/<token>/plan.ics")
        async def calendar(request: Request, token: str) -> HTTPResponse:
            opened = await self._open(request, token)
            body = opened.plan.calendar(opened.person.today, stamp=datetime.now(timezone.utc))
            headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{CALENDAR_NAME}"'}
            return response.raw(body, content_type="text/calendar; charset=utf-8; method=PUBLISH", headers=headers)

        @routes.get("/<token>/plan.svg")
        async def picture(request: Request, token: str) -> HTTPResponse:
            opened = await self._open(request, token)
            if opened.plan.paused:
                raise NotFound("no dates while a plan is on hold")
            headers = {**HEADERS, "Content-Security-Policy": PICTURE_POLICY}
            if request.query_string == SAVE:
                headers["Content-Disposition"] = f'attachment; filename="{PICTURE_NAME}"'
            return response.text(
                opened.plan.picture(opened.person.today), content_type="image/svg+xml", headers=headers
            )

        @routes.get("/<token>/print")
        async def page(request: Request, token: str) -> HTTPResponse:
            opened = await self._open(request, token)
            number = cards().emergency_number(opened.person.country)
            return response.html(opened.plan.page(opened.person.today, emergency=number), headers=HEADERS)

        return routes

    async def _open(self, request: Request, token: str) -> OpenedPlan:
        """As `opened_plan`.

        Raises:
            NotFound: there is none.
        """
        opened = await opened_plan(getattr(request.app.ctx, "agent", None), self._links, token)
        if opened is None:
            raise NotFound("no such plan")
        return opened


def _today(metadata: dict[str, Any] | None) -> Person:
    """The person as their last message left them, on the day that it is there now."""
    stored = metadata or {}
    zone = stored.get("timezone") if stored.get("zone_known") else None
    return Person.from_metadata({**stored, "timezone": zone}, channel=str(stored.get("channel") or "rest"))
