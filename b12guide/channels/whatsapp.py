"""WhatsApp, directly through Meta's Cloud API."""

from __future__ import annotations

import re
from typing import Any

from sanic import Request

from b12guide.channels.deliveries import UnreadableError, json_of, objects, text_at
from b12guide.channels.inbox_tables import Taken
from b12guide.channels.incoming import Incoming, Reply
from b12guide.channels.meta import MetaChannel
from b12guide.channels.pieces import pieces, shortened
from b12guide.channels.post import Call
from b12guide.channels.provider_settings import WHATSAPP
from b12guide.channels.reminder_rows import Words
from b12guide.database.reminder_tables import Address
from b12guide.person import Person

# Characters, and numbers of buttons, that Meta takes.
TEXT, BUTTON_TEXT = 4096, 1024
BUTTONS, BUTTON = 3, 20
ROWS, ROW, ROW_MORE, LIST_BUTTON = 10, 24, 72, 20
# A pressed button comes back as its id, which holds its words.
LONGEST_ID = 200
# Seconds after what somebody wrote in which any words may be sent: Meta's 24 hours, less what clocks differ by.
WINDOW = 24 * 3600.0 - 300.0
# Identifier of somebody whose number is hidden: country, a dot, letters and digits.
_HIDDEN = re.compile(r"([A-Z]{2})\.[A-Za-z0-9.]{1,140}")
# Not said by anybody: answers to them would be noise.
_SILENT = frozenset({"reaction", "system", "request_welcome"})


class WhatsAppChannel(MetaChannel):
    """`/webhooks/whatsapp/webhook`."""

    needs = WHATSAPP

    @classmethod
    def name(cls) -> str:
        return "whatsapp"

    def read(self, request: Request, body: bytes) -> list[Incoming]:
        """Messages to this number. Receipts (`statuses`), reactions, other fields and other numbers are left alone."""
        delivery = json_of(body)
        if delivery.get("object") != "whatsapp_business_account" or not isinstance(delivery.get("entry"), list):
            raise UnreadableError
        found: list[Incoming] = []
        for entry in objects(delivery, "entry"):
            for change in objects(entry, "changes"):
                value = change.get("value")
                ours = text_at(value, "metadata", "phone_number_id") == self.settings["number_id"]
                if change.get("field") == "messages" and ours:
                    found += [m for m in map(_message, objects(value, "messages")) if m is not None]
        return found

    def phone(self, incoming: Incoming) -> str | None:
        return f"+{incoming.address}" if incoming.address.isdecimal() else None

    def person(self, incoming: Incoming) -> Person:
        """The country also from the identifier of somebody whose number is hidden."""
        hidden = _HIDDEN.fullmatch(incoming.address)
        metadata = {"country": hidden[1]} if hidden else {}
        return Person.from_metadata(metadata, channel=self.name(), phone=self.phone(incoming))

    def render(self, reply: Reply, taken: Taken) -> list[Call]:
        """Texts; the last with up to 3 reply buttons whose words fit, or with a list of up to 10 rows."""
        address = taken.incoming.address
        if reply.emergency:
            return [self._call(address, _text(reply.text))]
        fitting = [words for words in reply.buttons if len(words) <= LONGEST_ID]
        shown = fitting[:ROWS]
        unshown = [words for words in reply.buttons if words not in shown]
        text = self.whole_text(reply)
        if unshown:
            text += "\n\n" + "\n".join([self.words("choices")[0], *(f"• {words}" for words in unshown)])
        parts = pieces(text, TEXT)
        if not shown:
            return [self._call(address, _text(part)) for part in parts]
        few = len(shown) <= BUTTONS and all(len(words) <= BUTTON for words in shown)
        over = parts.pop() if len(parts[-1]) <= (BUTTON_TEXT if few else TEXT) else self.words("choices")[0]
        action = _buttons(shown) if few else _rows(shown, self.words("choices")[1])
        asked = {"type": "button" if few else "list", "body": {"text": over}, "action": action}
        calls = [self._call(address, _text(part)) for part in parts]
        return [*calls, self._call(address, {"type": "interactive", "interactive": asked})]

    def reminds(self) -> bool:
        """With a template that Meta approved: only within 24 hours of what somebody wrote may other words be sent."""
        return "template" in self.settings

    def reminder(self, words: Words, to: Address, now: float) -> Call:
        """As a text within the 24 hours, else as the template, whose one place is the day."""
        if now - to.heard < WINDOW:
            return self._call(to.address, _text(words.text))
        name, _, language = self.settings["template"].partition("/")
        day = {"type": "body", "parameters": [{"type": "text", "text": words.day}]}
        template = {"name": name, "language": {"code": language}, "components": [day]}
        return self._call(to.address, {"type": "template", "template": template})

    def _call(self, address: str, message: dict[str, Any]) -> Call:
        to = "to" if address.isdecimal() else "recipient"
        head = {"messaging_product": "whatsapp", "recipient_type": "individual", to: address}
        return Call(f"/{self.settings['number_id']}/messages", json={**head, **message})


def _message(message: dict[str, Any]) -> Incoming | None:
    kind, message_id = text_at(message, "type"), text_at(message, "id")
    address = text_at(message, "from") or text_at(message, "from_user_id")
    if not message_id or not address or message.get("group_id") or kind in _SILENT:
        return None
    if kind == "text":
        return Incoming(message_id, address, text_at(message, "text", "body"))
    if kind == "interactive":
        asked = message.get("interactive")
        words = text_at(asked, "button_reply", "id") or text_at(asked, "list_reply", "id")
        return Incoming(message_id, address, words, media=not words)
    if kind == "button":
        return Incoming(message_id, address, text_at(message, "button", "text"))
    # Pictures, films and documents may have words with them; all else has none.
    return Incoming(message_id, address, text_at(message, kind, "caption"), media=True)


def _text(body: str) -> dict[str, Any]:
    return {"type": "text", "text": {"preview_url": False, "body": body}}


def _buttons(words: list[str]) -> dict[str, Any]:
    return {"buttons": [{"type": "reply", "reply": {"id": each, "title": each}} for each in words]}


def _rows(words: list[str], label: str) -> dict[str, Any]:
    rows = []
    for each in words:
        more = {"description": shortened(each, ROW_MORE)} if len(each) > ROW else {}
        rows.append({"id": each, "title": shortened(each, ROW), **more})
    return {"button": shortened(label, LIST_BUTTON), "sections": [{"rows": rows}]}
