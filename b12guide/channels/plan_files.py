"""What a person takes away: the plan as a calendar file, as a picture, and as a page to print."""

from __future__ import annotations

import asyncio
import hmac
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import SlotSet
from sanic import Blueprint, Request, response
from sanic.exceptions import NotFound
from sanic.response import HTTPResponse

from b12guide.channels.addresses import PLAN_FILE, PLAN_LOOK, Addresses, Caller, limits_of
from b12guide.channels.beside import beside, busy, off_the_loop
from b12guide.channels.plan_links import PREFIX, PlanLinks, plan_links
from b12guide.channels.turns import Handler
from b12guide.conversation import State
from b12guide.conversation.reminder_wishes import reminders_of
from b12guide.person import Person
from b12guide.places import BusyError
from b12guide.plan import takeaway
from b12guide.rasa.decided import MEMORY, state_of
from b12guide.shared import cards, reviews

# Nothing in the name of the file says what it is for, as nothing in the events does.
CALENDAR_NAME, PICTURE_NAME = "appointments.ics", "appointments.svg"
CALENDAR_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"
# Files that are kept for those who ask again, and for how long. After that nothing of a plan is left here.
MOST_KEPT, KEPT_SECONDS = 64, 60.0
# `plan.svg?save` is kept as a file, not shown.
SAVE = "save"
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
# The picture brings its own style, and nothing else may come with it.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@dataclass(frozen=True)
class Behind:
    """The conversation behind a token: whose it is, what is kept of it, its person on the day that it is there now; and
    which of its plans or diaries the token is of, by `key` and `version`."""

    sender: str
    state: State
    person: Person
    key: str
    version: int

    def opens(self, key: str | None, version: int, since: int) -> bool:
        """Whether the token is of what has this key, of any of its versions from `since` on to `version`, the one that
        it has now: what was shown before a change opens what is there since."""
        return key is not None and hmac.compare_digest(key, self.key) and since <= self.version <= version


@dataclass(frozen=True)
class OpenedPlan:
    """A plan, whose it is, its person on the day that it is there now, and when its calendar is to ring."""

    sender: str
    plan: takeaway.Plan
    person: Person
    alarms: tuple[timedelta, ...] = ()


async def behind(agent: Agent | None, links: PlanLinks, token: str) -> Behind | None:
    """The conversation behind a token; None where it is none of this server's, or is not kept any more."""
    found = links.open(token)
    if found is None or agent is None or agent.tracker_store is None:
        return None
    sender, key, version = found
    tracker = await agent.tracker_store.retrieve(sender)
    if tracker is None:
        return None
    return Behind(sender, state_of(tracker), _there_now(tracker.latest_message.metadata), key, version)


async def opened_plan(agent: Agent | None, links: PlanLinks, token: str) -> OpenedPlan | None:
    """The plan behind a token; None where there is none, or it is not kept any more."""
    found = await behind(agent, links, token)
    for person, kept in found.state.plans.items() if found is not None else ():
        plan = takeaway.kept(kept)
        if found is not None and plan is not None and found.opens(plan.key, plan.version, plan.links_from):
            wished = reminders_of(found.state, person).alarms
            alarms = tuple(timedelta(days=-before, hours=at.hour, minutes=at.minute) for before, at in wished)
            return OpenedPlan(found.sender, plan, found.person, alarms)
    return None


def pay(request: Request, caller: Caller, sender: str) -> None:
    """Take what a file costs from the address and from the conversation.

    Raises: BusyError: it is too much for one of them.
    """
    limits = limits_of(request.app)
    conversation = Caller(lane=sender, address=f"plan of {sender}")
    if not limits.pays(caller, PLAN_FILE) or not limits.pays(conversation, PLAN_FILE):
        raise BusyError


async def revoke_links(store: TrackerStore, sender: str) -> None:
    """Make all addresses of a conversation's plans and diaries dead. Call it under the conversation's lock.

    Each plan becomes another version of itself, which a calendar takes for the newer one.
    """
    tracker = await store.retrieve(sender)
    state = state_of(tracker)
    opened = [kept for kept in (*state.plans.values(), *state.diaries.values()) if kept.get("key")]
    for plan in opened:
        # The plan as it stood before an open question comes back with the same addresses.
        for each in (plan, plan.get("stood") or {}):
            each["version"] = each["links_from"] = plan["version"] + 1
    if tracker is not None and opened:
        tracker.update(SlotSet(MEMORY, state.to_json()))
        await store.save(tracker)


class PlanFiles(InputChannel):
    """`/plan/<token>/...`: takes no messages. Whatever is not there, or not there any more, is the same 404.

    A file is made off the loop, and kept for a minute: whoever asks for it again gets the same.
    """

    def __init__(self, links: PlanLinks) -> None:
        self._links, self._addresses = links, Addresses.read()
        self._made: OrderedDict[tuple[str, str], tuple[OpenedPlan, bytes]] = OrderedDict()

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
            headers = {"Content-Disposition": f'attachment; filename="{CALENDAR_NAME}"'}
            return await self._file(request, token, CALENDAR, CALENDAR_TYPE, headers)

        @routes.get("/<token>/plan.svg")
        async def picture(request: Request, token: str) -> HTTPResponse:
            headers = {"Content-Security-Policy": PICTURE_POLICY}
            if request.query_string == SAVE:
                headers["Content-Disposition"] = f'attachment; filename="{PICTURE_NAME}"'
            return await self._file(request, token, PICTURE, "image/svg+xml", headers)

        @routes.get("/<token>/print")
        async def page(request: Request, token: str) -> HTTPResponse:
            return await self._file(request, token, PAGE, "text/html; charset=utf-8", {})

        return routes

    async def _file(
        self, request: Request, token: str, kind: str, content_type: str, headers: dict[str, str]
    ) -> HTTPResponse:
        """A file of the plan.

        Raises: NotFound: there is no such plan, or it has no such file now.
        """
        caller, agent = self._addresses.caller(request), getattr(request.app.ctx, "agent", None)
        try:
            async with beside(request.app, caller, PLAN_LOOK):
                opened = await opened_plan(agent, self._links, token)
                if opened is None or (kind == PICTURE and not opened.plan.shows_dates(opened.person.today)):
                    raise NotFound("no such file")
                body = self._kept(opened, kind)
                if body is None:
                    body = await self._make(request, caller, opened, kind)
        except BusyError:
            return busy()
        return response.raw(body, content_type=content_type, headers={**HEADERS, **headers})

    def _kept(self, opened: OpenedPlan, kind: str) -> bytes | None:
        made_of, body = self._made.get((opened.sender, kind), (None, None))
        return body if made_of == opened else None

    async def _make(self, request: Request, caller: Caller, opened: OpenedPlan, kind: str) -> bytes:
        """Make the file, at the cost of the address and of the conversation.

        Raises: BusyError: it is too much for one of them.
        """
        pay(request, caller, opened.sender)
        body = await off_the_loop(lambda: MAKERS[kind](opened))
        place = (opened.sender, kind)
        self._made[place] = (opened, body)
        while len(self._made) > MOST_KEPT:
            self._made.popitem(last=False)
        asyncio.get_running_loop().call_later(KEPT_SECONDS, self._made.pop, place, None)
        return body


def calendar_of(opened: OpenedPlan) -> bytes:
    """The calendar file of a plan, as it is now."""
    return opened.plan.calendar(opened.person.today, stamp=datetime.now(timezone.utc), alarms=opened.alarms)


def _picture(opened: OpenedPlan) -> bytes:
    return opened.plan.picture(opened.person.today).encode()


def _page(opened: OpenedPlan) -> bytes:
    number = cards().emergency_number(opened.person.country)
    today = opened.person.today
    return opened.plan.page(today, emergency=number, reviewed=reviews().of_plan_page(today)).encode()


CALENDAR, PICTURE, PAGE = "calendar", "picture", "page"
MAKERS: dict[str, Callable[[OpenedPlan], bytes]] = {CALENDAR: calendar_of, PICTURE: _picture, PAGE: _page}


def _there_now(metadata: dict[str, Any] | None) -> Person:
    """The person as their last message left them, on the day that it is there now."""
    stored = metadata or {}
    zone = stored.get("timezone") if stored.get("zone_known") else None
    return Person.from_metadata({**stored, "timezone": zone}, channel=str(stored.get("channel") or "rest"))
