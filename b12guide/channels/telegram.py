"""Telegram, through a bot of the clinic's."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sanic import Request, Sanic

from b12guide.channels.beside import off_the_loop
from b12guide.channels.deliveries import UnreadableError, json_of, objects, one_header, same, text_at
from b12guide.channels.inbox_tables import Taken
from b12guide.channels.incoming import CALENDAR, Incoming, Reply
from b12guide.channels.pieces import pieces, utf16
from b12guide.channels.plan_files import CALENDAR_NAME, calendar_of, opened_plan
from b12guide.channels.plan_links import PREFIX, plan_links
from b12guide.channels.post import Call, Verdict, usual_verdict
from b12guide.channels.provider import ProviderChannel
from b12guide.channels.provider_settings import TELEGRAM

# UTF-16 units of a text; bytes of what a button brings back.
TEXT, CALLBACK = 4096, 64
_REFERENCE = "#"
_MEDIA = frozenset(
    {"animation", "audio", "checklist", "contact", "dice", "document", "game", "live_photo", "location", "paid_media"}
    | {"photo", "poll", "sticker", "story", "venue", "video", "video_note", "voice"}
)
# Telegram's own buttons send these, so that they are words of Telegram's and not of the person.
_COMMANDS = {"/start": "hello", "/help": "help"}


class TelegramChannel(ProviderChannel):
    """`/webhooks/telegram/webhook`."""

    needs = TELEGRAM

    @classmethod
    def name(cls) -> str:
        return "telegram"

    def claims(self, request: Request) -> bool:
        """The secret that was given to `setWebhook`: Telegram signs nothing else."""
        given = one_header(request, "x-telegram-bot-api-secret-token")
        return given is not None and same(self.settings["secret_token"], given)

    def genuine(self, request: Request, body: bytes) -> bool:
        return self.claims(request)

    def address(self, path: str) -> str:
        return f"{self.settings['api']}/bot{self.settings['bot_token']}{path}"

    def authorization(self) -> Mapping[str, str]:
        return {}

    def verdict(self, status: int, headers: Mapping[str, str], body: Any) -> Verdict:
        """Telegram says in the body how long to wait."""
        usual = usual_verdict(status, headers)
        wait = body.get("parameters", {}).get("retry_after") if isinstance(body, dict) and not usual.taken else None
        return Verdict(usual.taken, usual.again, float(wait) if isinstance(wait, int) else usual.wait, usual.code)

    def read(self, request: Request, body: bytes) -> list[Incoming]:
        """The message, edit or pressed button of an update, in a private chat; nothing of any other update."""
        update = json_of(body)
        number = update.get("update_id")
        if not isinstance(number, int):
            raise UnreadableError
        pressed = update.get("callback_query")
        if isinstance(pressed, dict):
            found = _pressed(pressed, number)
        else:
            message = update.get("message") or update.get("edited_message")
            found = _message(message, number, edited="message" not in update) if isinstance(message, dict) else None
        return [found] if found else []

    async def prepare(self, app: Sanic, reply: Reply, taken: Taken) -> Reply:
        """Calendar files as documents, since Telegram takes them."""
        documents: list[str] = []
        for link in [one for one in reply.files if one["url"].endswith(CALENDAR)]:
            token = link["url"].removeprefix(PREFIX + "/").removesuffix(CALENDAR)
            opened = await opened_plan(getattr(app.ctx, "agent", None), plan_links(), token)
            if opened is not None:
                documents.append((await off_the_loop(partial(calendar_of, opened))).decode())
        return replace(reply, documents=documents)

    def render(self, reply: Reply, taken: Taken) -> list[Call]:
        """Texts, the last with its buttons below it; then files; then the sign that a pressed button arrived."""
        chat = taken.incoming.address
        text = reply.text if reply.emergency else self.whole_text(reply)
        calls = [_send(chat, part) for part in pieces(text, TEXT, utf16)]
        if reply.buttons:
            last = calls.pop().json or {}
            rows = [[{"text": words, "callback_data": callback_data(words)}] for words in reply.buttons]
            calls.append(Call("/sendMessage", json={**last, "reply_markup": {"inline_keyboard": rows}}))
        for document in reply.documents:
            file = {"field": "document", "name": CALENDAR_NAME, "type": "text/calendar", "text": document}
            calls.append(Call("/sendDocument", form={"chat_id": chat}, file=file))
        if pressed := taken.incoming.extra.get("callback"):
            calls.append(Call("/answerCallbackQuery", json={"callback_query_id": pressed}))
        return calls


def callback_data(words: str) -> str:
    """What a button brings back: its words, or, where they are too long, a reference to them."""
    if len(words.encode()) <= CALLBACK and not words.startswith(_REFERENCE):
        return words
    return _REFERENCE + hashlib.sha256(words.encode()).hexdigest()[:32]


def _pressed(pressed: dict[str, Any], number: int) -> Incoming | None:
    """A pressed button. Telegram sends the message that it stands under along, so a reference needs no memory."""
    message = pressed.get("message")
    chat = _private(message) if isinstance(message, dict) else None
    if chat is None:
        return None
    data = text_at(pressed, "data")
    words = "" if data.startswith(_REFERENCE) else data
    keyboard = text_rows(message)
    for title in keyboard:
        if callback_data(title) == data:
            words = title
    return Incoming(str(number), chat, words, extra={"callback": text_at(pressed, "id")})


def text_rows(message: Any) -> list[str]:
    """The titles of the buttons under a message."""
    markup = message.get("reply_markup") if isinstance(message, dict) else None
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    found = [objects({"row": row}, "row") for row in rows] if isinstance(rows, list) else []
    return [text_at(button, "text") for row in found for button in row]


def _message(message: dict[str, Any], number: int, *, edited: bool) -> Incoming | None:
    chat, sender = _private(message), message.get("from")
    if chat is None or (isinstance(sender, dict) and sender.get("is_bot")):
        return None
    media = not _MEDIA.isdisjoint(message)
    text = text_at(message, "text") or text_at(message, "caption")
    if not text and not media:  # somebody joined, a message was pinned
        return None
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return Incoming(str(number), chat, _COMMANDS.get(first, text), media=media, edited=edited)


def _private(message: dict[str, Any]) -> str | None:
    """The id of the chat with one person; None for groups and channels."""
    chat = message.get("chat")
    known = isinstance(chat, dict) and chat.get("type") == "private" and isinstance(chat.get("id"), int)
    return str(chat["id"]) if known and chat else None


def _send(chat: str, text: str) -> Call:
    return Call("/sendMessage", json={"chat_id": chat, "text": text, "link_preview_options": {"is_disabled": True}})
