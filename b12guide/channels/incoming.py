"""A message as a provider delivered it, and an answer on its way out, before any provider's form."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import asdict, dataclass, field
from typing import Any

from b12guide.channels.compose import Message

CALENDAR = "/plan.ics"
# What somebody opens by a link: the page for the appointment, how it went, and both for the clinic's computer.
PAGES = ("/summary", "/diary.svg", "/fhir.json")


@dataclass(frozen=True)
class Incoming:
    """What somebody sent.

    Attributes:
        message_id: the provider's id of it, the same at every delivery.
        address: where the answer goes: a phone number, a chat.
        text: the words, those of a pressed button included.
        media: whether something came with it that is not words: a picture, a voice message, a place.
        edited: whether it is a new form of an older message, which is read for emergencies alone.
        extra: what the answer needs of it beside the address.
    """

    message_id: str
    address: str
    text: str = ""
    media: bool = False
    edited: bool = False
    extra: dict[str, str] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Incoming:
        """From what `to_data` gave."""
        return cls(**data)


@dataclass(frozen=True)
class Reply:
    """A turn for phones: what is shown of it.

    Attributes:
        bubbles: texts, in order.
        buttons: words that the person can say.
        files: calendar files of a plan and pages of a diary, each with `label` and `url`, behind this server's public
            address.
        sources: titles of what the answer rests on.
        review: what is said of a clinician's signature under the answer.
        emergency: a card that goes out whole and alone.
        documents: the files themselves, where the channel sends those.
    """

    bubbles: list[str]
    buttons: list[str] = field(default_factory=list)
    files: list[dict[str, str]] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    review: str = ""
    emergency: bool = False
    documents: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, messages: list[Message]) -> Reply:
        """From the messages of a turn."""
        custom: dict[str, Any] = next((m["custom"] for m in messages if "custom" in m), {})
        bubbles = [m["text"] for m in messages if m.get("text")]
        if custom.get("level") == "emergency":
            return cls(bubbles[:1], emergency=True)
        buttons = [button["title"] for m in messages for button in m.get("buttons") or []]
        files = [link for link in custom.get("links") or [] if link["url"].endswith((CALENDAR, *PAGES))]
        sources = [source["title"] for source in custom.get("sources") or []]
        review = custom.get("review") or ""
        return cls(bubbles, list(dict.fromkeys(buttons)), files, list(dict.fromkeys(sources)), review)

    @property
    def text(self) -> str:
        """All bubbles as one text."""
        return "\n\n".join(self.bubbles)


class Names:
    """Names of people and messages that say nothing: what is stored and logged in the place of a phone number."""

    def __init__(self, secret: bytes) -> None:
        self._key = hashlib.sha256(b"names of channels|" + secret).digest()

    def conversation(self, channel: str, address: str) -> str:
        """The conversation of an address: the same for good, and nobody without the server's secret can go back.

        A number is the same with its + and without: some providers write it, some do not.
        """
        return f"{channel}-{self._digest('conversation', channel, address.removeprefix('+'))}"

    def message(self, channel: str, message_id: str) -> str:
        """The key of a message id."""
        return self._digest("message", channel, message_id)

    def _digest(self, *parts: str) -> str:
        told = "\x00".join(parts).encode("utf-8", "surrogatepass")
        return hmac.new(self._key, told, hashlib.sha256).hexdigest()[:40]
