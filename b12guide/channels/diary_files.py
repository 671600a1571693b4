"""What is kept beside the plan, behind addresses of the same kind: the page for the appointment, the picture, FHIR."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Request, response
from sanic.exceptions import NotFound
from sanic.response import HTTPResponse

from b12guide.channels.addresses import PLAN_LOOK, Addresses
from b12guide.channels.beside import beside, busy, off_the_loop
from b12guide.channels.plan_files import HEADERS, PICTURE_POLICY, behind, pay
from b12guide.channels.plan_links import PREFIX, PlanLinks, plan_links
from b12guide.channels.turns import Handler
from b12guide.conversation.names import said_back
from b12guide.conversation.whose import ME
from b12guide.diary import fhir, picture, summary
from b12guide.diary.notes import Diary
from b12guide.person import Person
from b12guide.places import BusyError
from b12guide.plan import dialogue, takeaway
from b12guide.shared import cards, content

FHIR_NAME = "appointments.json"


@dataclass(frozen=True)
class OpenedDiary:
    """A diary with the plan beside it, and whether that is on hold; whom they are about (`whose.ME` or the name that is
    kept); in which conversation, and its person on the day that it is there now."""

    sender: str
    whose: str
    diary: Diary
    plan: takeaway.Plan | None
    on_hold: bool
    person: Person


async def opened_diary(agent: Agent | None, links: PlanLinks, token: str) -> OpenedDiary | None:
    """The diary behind a token; None where there is none, or it is not kept any more."""
    found = await behind(agent, links, token)
    for person, kept in found.state.diaries.items() if found is not None else ():
        diary = Diary.from_json(kept)
        if found is not None and found.opens(diary.key, diary.version, diary.links_from):
            plan = found.state.plans.get(person)
            held = dialogue.on_hold(plan)
            return OpenedDiary(found.sender, person, diary, takeaway.kept(plan), held, found.person)
    return None


class DiaryFiles(InputChannel):
    """`/plan/<token>/summary` and its like: takes no messages. What is not there, or not any more, is the same 404."""

    def __init__(self, links: PlanLinks) -> None:
        self._links, self._addresses = links, Addresses.read()

    @classmethod
    def name(cls) -> str:
        return "diary_files"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        return cls(plan_links())

    def url_prefix(self) -> str:
        """Beside the files of the plan."""
        return PREFIX

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The three of them."""
        routes = Blueprint("b12guide_diary_files", __name__)

        @routes.get("/<token>/summary")
        async def page(request: Request, token: str) -> HTTPResponse:
            return await self._file(request, token, _page, "text/html; charset=utf-8", {})

        @routes.get("/<token>/diary.svg")
        async def drawn(request: Request, token: str) -> HTTPResponse:
            return await self._file(
                request, token, _picture, "image/svg+xml", {"Content-Security-Policy": PICTURE_POLICY}
            )

        @routes.get("/<token>/fhir.json")
        async def exported(request: Request, token: str) -> HTTPResponse:
            headers = {"Content-Disposition": f'attachment; filename="{FHIR_NAME}"'}
            return await self._file(request, token, _fhir, "application/fhir+json; charset=utf-8", headers)

        return routes

    async def _file(
        self,
        request: Request,
        token: str,
        make: Callable[[OpenedDiary], bytes | None],
        content_type: str,
        headers: dict[str, str],
    ) -> HTTPResponse:
        """One of them, at the cost of the address and of the conversation.

        Raises: NotFound: there is no such diary, or it has no such file now.
        """
        caller, agent = self._addresses.caller(request), getattr(request.app.ctx, "agent", None)
        try:
            async with beside(request.app, caller, PLAN_LOOK):
                opened = await opened_diary(agent, self._links, token)
                if opened is None:
                    raise NotFound("no such file")
                pay(request, caller, opened.sender)
                body = await off_the_loop(lambda: make(opened))
                if body is None:
                    raise NotFound("no such file")
        except BusyError:
            return busy()
        return response.raw(body, content_type=content_type, headers={**HEADERS, **headers})


def _page(opened: OpenedDiary) -> bytes:
    number = cards().emergency_number(opened.person.country)
    emergency = content().filled("{emergency}", number)
    plan, mine = opened.plan, opened.whose == ME
    whose = None if mine else said_back(opened.whose)
    made_of = summary.Summary(
        plan, plan.said_on(opened.person.today) if plan else "", opened.diary, opened.on_hold, whose
    )
    say = content().diary if mine else content().diary.for_other()
    return summary.page(made_of, today=opened.person.today, say=say, emergency=emergency).encode()


def _picture(opened: OpenedDiary) -> bytes | None:
    log = summary.told_doses(opened.plan)
    drawn = picture.picture(opened.diary.by_day, log, today=opened.person.today, say=content().diary)
    return drawn.encode() if drawn is not None else None


def _fhir(opened: OpenedDiary) -> bytes | None:
    plan = opened.plan
    if plan is None:
        return None
    made = datetime.now(timezone.utc)
    found = fhir.bundle(
        plan.now, plan.log, plan.skipped, opened.diary.by_day, key=plan.key, made=made, on_hold=opened.on_hold
    )
    return json.dumps(found, ensure_ascii=False, indent=1).encode()
