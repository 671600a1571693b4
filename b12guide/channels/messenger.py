"""Facebook Messenger, for a clinic's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sanic import Request

from b12guide.channels.deliveries import UnreadableError, json_of, objects, text_at
from b12guide.channels.inbox_tables import Taken
from b12guide.channels.incoming import Incoming, Reply
from b12guide.channels.meta import MetaChannel
from b12guide.channels.pieces import pieces, shortened
from b12guide.channels.post import Call
from b12guide.channels.provider_settings import MESSENGER

# Characters, and the number of buttons under one text, that Messenger takes.
TEXT, TEMPLATE_TEXT, BUTTON, PAYLOAD = 2000, 640, 20, 1000
BUTTONS = 3


class MessengerChannel(MetaChannel):
    """`/webhooks/messenger/webhook`."""

    needs = MESSENGER

    @classmethod
    def name(cls) -> str:
        return "messenger"

    def reminds(self) -> bool:
        """Messenger lets a page write within 24 hours of what somebody wrote, and a reminder is later than that."""
        return False

    def authorization(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self.settings['page_token']}"}

    def read(self, request: Request, body: bytes) -> list[Incoming]:
        """What people wrote or pressed. Receipts, reactions, what the page itself said (`is_echo`) and what another
        app of the page answers (`standby`) are left alone."""
        delivery = json_of(body)
        if delivery.get("object") != "page" or not isinstance(delivery.get("entry"), list):
            raise UnreadableError
        events = [(text_at(e, "id"), event) for e in objects(delivery, "entry") for event in objects(e, "messaging")]
        return [m for m in (_event(page, event) for page, event in events) if m is not None]

    def render(self, reply: Reply, taken: Taken) -> list[Call]:
        """Texts; then the buttons, 3 under each text, those whose words do not fit written out above them."""
        address = taken.incoming.address
        if reply.emergency:
            return [_call(address, {"text": part}) for part in pieces(reply.text, TEXT)]
        text, over = self.whole_text(reply), self.words("choices")[0]
        long = [words for words in reply.buttons if len(words) > BUTTON]
        if long:
            text += "\n\n" + "\n".join([over, *(f"• {words}" for words in long)])
        parts = pieces(text, TEXT)
        pressed = [words for words in reply.buttons if len(words) <= PAYLOAD]
        groups = [pressed[start : start + BUTTONS] for start in range(0, len(pressed), BUTTONS)]
        first = parts.pop() if groups and len(parts[-1]) <= TEMPLATE_TEXT else over
        calls = [_call(address, {"text": part}) for part in parts]
        for number, group in enumerate(groups):
            calls.append(_call(address, _template(over if number else first, group)))
        return calls


def _event(page: str, event: dict[str, Any]) -> Incoming | None:
    address, message, postback = text_at(event, "sender", "id"), event.get("message"), event.get("postback")
    if not address or address == page:
        return None
    if isinstance(postback, dict):
        message_id = text_at(postback, "mid") or f"{address}:{event.get('timestamp')}:postback"
        return Incoming(message_id, address, text_at(postback, "payload") or text_at(postback, "title"))
    edit = event.get("message_edit")
    if isinstance(edit, dict) and text_at(edit, "mid"):
        message_id = f"{text_at(edit, 'mid')}:{edit.get('num_edit')}"
        return Incoming(message_id, address, text_at(edit, "text"), edited=True)
    if not isinstance(message, dict) or not text_at(message, "mid"):
        return None
    if message.get("is_echo") or message.get("is_deleted") or message.get("app_id"):
        return None
    words = text_at(message, "quick_reply", "payload") or text_at(message, "text")
    # A link that somebody sends comes with a "fallback" attachment, and its words are in the text.
    media = any(a.get("type") != "fallback" for a in objects(message, "attachments")) or bool(message.get("sticker_id"))
    return Incoming(text_at(message, "mid"), address, words, media=media or not words)


def _call(address: str, message: dict[str, Any]) -> Call:
    return Call("/me/messages", json={"recipient": {"id": address}, "messaging_type": "RESPONSE", "message": message})


def _template(text: str, words: list[str]) -> dict[str, Any]:
    buttons = [{"type": "postback", "title": shortened(each, BUTTON), "payload": each} for each in words]
    payload = {"template_type": "button", "text": text, "buttons": buttons}
    return {"attachment": {"type": "template", "payload": payload}}
