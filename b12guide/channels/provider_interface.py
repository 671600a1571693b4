"""What differs from one phone or message company to the next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from sanic import Blueprint, Request, Sanic, response
from sanic.response import HTTPResponse

from b12guide.channels.base import SafeChannel
from b12guide.channels.inbox_tables import Taken
from b12guide.channels.incoming import CALENDAR, Incoming, Reply
from b12guide.channels.post import Call, Verdict, usual_verdict
from b12guide.channels.provider_settings import ProviderNeeds
from b12guide.channels.reminder_rows import Words
from b12guide.database.reminder_tables import Address
from b12guide.person import Person
from b12guide.shared import cards, content


class ProviderInterface(SafeChannel, ABC):
    """A company as its documentation has it: what it delivers, how it is answered, and what it says to an answer."""

    needs: ClassVar[ProviderNeeds]
    # Most bytes of a delivery.
    most_bytes: ClassVar[int] = 256 * 1024

    # The header in which the provider takes a key, so that a request that comes twice counts once. None of those here
    # documents one for sending.
    key_header: ClassVar[str | None] = None

    settings: Mapping[str, str]

    @abstractmethod
    def claims(self, request: Request) -> bool:
        """Whether the headers carry a signature of the provider's form: without one, the body is not even read."""

    @abstractmethod
    def genuine(self, request: Request, body: bytes) -> bool:
        """Whether a delivery is the provider's: its signature over the bytes that came, compared in constant time."""

    @abstractmethod
    def read(self, request: Request, body: bytes) -> list[Incoming]:
        """The messages of a delivery, in order: none of receipts, reactions, groups and what this bot said itself.

        Raises: UnreadableError: it has none of the provider's forms.
        """

    @abstractmethod
    def render(self, reply: Reply, taken: Taken) -> list[Call]:
        """The requests that send an answer."""

    def reminds(self) -> bool:
        """Whether the provider's rules let it write to people who did not just write."""
        return True

    def reminder(self, words: Words, to: Address, now: float) -> Call:
        """The request that sends a reminder.

        Raises:
            CannotWriteError: the rules do not let it write now.
        """
        taken = Taken(Incoming("", to.address), "", "")
        return self.render(Reply([words.text]), taken)[0]

    def address(self, path: str) -> str:
        """The whole address behind a path."""
        return self.settings["api"] + path

    def authorization(self) -> Mapping[str, str]:
        """Headers that show the provider who asks."""
        return {"Authorization": f"Bearer {self.settings['access_token']}"}

    def verdict(self, status: int, headers: Mapping[str, str], body: Any) -> Verdict:
        """What the provider's answer means."""
        return usual_verdict(status, headers)

    def acknowledgement(self, request: Request) -> HTTPResponse:
        """What the provider gets for a delivery that was kept."""
        return response.text("")

    def phone(self, incoming: Incoming) -> str | None:
        """The person's number in international form, where the address is one."""
        return None

    async def own_words(self, taken: Taken) -> list[Call] | None:
        """The answer to words that belong to the channel itself, as STOP does on SMS; None for all other messages."""
        return None

    async def prepare(self, app: Sanic, reply: Reply, taken: Taken) -> Reply:
        """What an answer needs before it is rendered."""
        return reply

    async def forget(self, conversation: str) -> None:
        """Delete what the channel itself keeps of a person."""

    def more_routes(self, routes: Blueprint) -> None:
        """Routes beside the one for deliveries."""

    def person(self, incoming: Incoming) -> Person:
        """Who writes: the country from the phone number, where there is one."""
        return Person.from_metadata({}, channel=self.name(), phone=self.phone(incoming))

    def words(self, reply_id: str, person: Person | None = None) -> tuple[str, ...]:
        """The texts of a reply of `content/channels.yml`."""
        country = person.country if person else None
        return content().reply(reply_id, country=country, emergency=cards().emergency_number(country)).bubbles

    def whole_text(self, reply: Reply) -> str:
        """An answer as one text: its bubbles, the addresses of its files, the names of its sources. Where this server
        does not know its own address, that no link can be given, and what there is instead."""
        parts, public = [reply.text], self.settings.get("public")
        # A calendar that goes out as a file needs no address.
        files = [link for link in reply.files if not (reply.documents and link["url"].endswith(CALENDAR))]
        if public:
            parts += [f"{link['label']}: {public}{link['url']}" for link in files]
        elif files:
            parts.append(self.words("no_link")[0])
        if reply.sources:
            named = f"{self.words('sources')[0]} {' · '.join(reply.sources)}."
            parts.append(f"{named} {reply.review}".strip())
        return "\n\n".join(part for part in parts if part)
