"""SMS and WhatsApp through Twilio. People answer in words, or with the number of a choice."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from multidict import MultiDict
from sanic import Request, Sanic, response
from sanic.response import HTTPResponse
from twilio.request_validator import RequestValidator

from b12guide import metrics
from b12guide.channels.deliveries import UnreadableError, one_header
from b12guide.channels.inbox_tables import Kept, Taken
from b12guide.channels.incoming import Incoming, Reply
from b12guide.channels.pieces import first_piece, pieces, plain, segments
from b12guide.channels.post import Call, Verdict, usual_verdict
from b12guide.channels.provider import ProviderChannel, is_emergency
from b12guide.channels.provider_settings import TWILIO_SMS, TWILIO_WHATSAPP
from b12guide.channels.reminder_rows import Words
from b12guide.channels.whatsapp import WINDOW
from b12guide.database.reminder_tables import Address

# Characters that Twilio takes in one message, and fields of a delivery that it may hold.
TEXT, FIELDS = 1600, 500
SEGMENTS = 2
NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
# https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
STOP = frozenset({"STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT-OUT"})
START, START_AFTER_STOP = frozenset({"START", "UNSTOP"}), frozenset({"YES"})
HELP, MORE = frozenset({"HELP", "INFO"}), "MORE"
_HEADER, _SIGNATURE = "x-twilio-signature", re.compile(r"[A-Za-z0-9+/]{27}=")
_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]?\s*")
# Kinds of a WhatsApp message that are no words, and such as nobody said.
_SILENT_KINDS = frozenset({"reaction"})
_MEDIA_FIELDS = frozenset({"Latitude", "MediaUrl0"})


class TwilioChannel(ProviderChannel):
    """Base of both."""

    prefix = ""

    def claims(self, request: Request) -> bool:
        """X-Twilio-Signature, once, and of the length of SHA-1 in base64."""
        return _SIGNATURE.fullmatch(one_header(request, _HEADER) or "") is not None

    def genuine(self, request: Request, body: bytes) -> bool:
        """X-Twilio-Signature, by Twilio's own library, over the address that Twilio called and all fields.

        The address is the public one: behind a proxy the server sees another, and what a request says of its address
        anybody could have written.
        """
        given = one_header(request, _HEADER)
        fields = _fields(body)
        if given is None or fields is None or not given.isascii():
            return False
        query = f"?{request.query_string}" if request.query_string else ""
        validator = RequestValidator(self.settings["token"])
        return bool(validator.validate(f"{self.settings['public']}{request.path}{query}", fields, given))

    def authorization(self) -> Mapping[str, str]:
        pair = f"{self.settings['account']}:{self.settings['token']}"
        return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}

    def verdict(self, status: int, headers: Mapping[str, str], body: Any) -> Verdict:
        """Twilio's own code says why."""
        return usual_verdict(status, headers, body.get("code", "") if isinstance(body, dict) else "")

    def acknowledgement(self, request: Request) -> HTTPResponse:
        """An answer without a message: what is said follows as a request of its own."""
        return response.text(NOTHING, content_type="text/xml; charset=utf-8")

    def read(self, request: Request, body: bytes) -> list[Incoming]:
        """The message; nothing of receipts, of reactions and of group messages."""
        fields = _fields(body)
        message_id = fields and (fields.get("MessageSid") or fields.get("SmsMessageSid") or fields.get("SmsSid"))
        if not fields or not message_id or not fields.get("From"):
            raise UnreadableError
        status = fields.get("MessageStatus") or fields.get("SmsStatus") or "received"
        group = any(name.startswith("OtherRecipients") for name in fields)
        sender = fields["From"]
        if status not in ("received", "receiving") or group or not sender.startswith(self.prefix):
            return []
        if fields.get("MessageType") in _SILENT_KINDS or (not self.prefix and ":" in sender):
            return []
        text = fields.get("Body", "")
        media = fields.get("NumMedia", "0") not in ("", "0") or not _MEDIA_FIELDS.isdisjoint(fields)
        extra = {"opt_out": fields["OptOutType"].upper()} if fields.get("OptOutType") else {}
        return [Incoming(message_id, sender.removeprefix(self.prefix), text, media or not text.strip(), extra=extra)]

    def phone(self, incoming: Incoming) -> str | None:
        return incoming.address if incoming.address.startswith("+") else None

    async def own_words(self, taken: Taken) -> list[Call] | None:
        """The number of a choice stands for its words."""
        number = _NUMBER.fullmatch(taken.incoming.text)
        if number:
            choices = (await self.inbox.kept(taken.conversation)).choices
            if 0 < int(number[1]) <= len(choices):
                taken.incoming = replace(taken.incoming, text=choices[int(number[1]) - 1])
        return None

    async def forget(self, conversation: str) -> None:
        """Choices and what "MORE" gives; that somebody said STOP stays."""
        kept = await self.inbox.kept(conversation)
        if kept.rest or kept.choices:
            await self.inbox.keep(conversation, Kept(kept.stopped))

    async def prepare(self, app: Sanic, reply: Reply, taken: Taken) -> Reply:
        """Choices as numbered words under the text."""
        kept = await self.inbox.kept(taken.conversation)
        choices = [] if reply.emergency else reply.buttons
        if (kept.choices, kept.rest) != (choices, ""):
            await self.inbox.keep(taken.conversation, Kept(kept.stopped, "", choices))
        return reply

    def render(self, reply: Reply, taken: Taken) -> list[Call]:
        text = reply.text if reply.emergency else self.numbered(self.whole_text(reply), reply.buttons)
        return [self.call(taken.incoming, part) for part in pieces(text, TEXT)]

    def numbered(self, text: str, choices: list[str]) -> str:
        """`text` with its choices under it."""
        if not choices:
            return text
        lines = [f"{number} {words}" for number, words in enumerate(choices, 1)]
        return "\n".join([text, "", self.words("sms_choices")[0], *lines])

    def call(self, incoming: Incoming, text: str) -> Call:
        """One message."""
        sender = self.settings["sender"]
        service = "MessagingServiceSid" if sender.startswith("MG") else "From"
        ours = sender if service == "MessagingServiceSid" else self.prefix + sender
        form = {"To": self.prefix + incoming.address, service: ours, "Body": text}
        return Call(f"/2010-04-01/Accounts/{self.settings['account']}/Messages.json", form=form)


class TwilioWhatsAppChannel(TwilioChannel):
    """`/webhooks/twilio_whatsapp/webhook`."""

    needs, prefix = TWILIO_WHATSAPP, "whatsapp:"

    def reminds(self) -> bool:
        """With a template that was approved, as WhatsApp from Meta directly."""
        return "template" in self.settings

    def reminder(self, words: Words, to: Address, now: float) -> Call:
        """As a text within the 24 hours, else as the template, whose one place is the day."""
        call = self.call(Incoming("", to.address), words.text)
        if now - to.heard < WINDOW:
            return call
        form = {name: value for name, value in (call.form or {}).items() if name != "Body"}
        content = {"ContentSid": self.settings["template"], "ContentVariables": json.dumps({"1": words.day})}
        return replace(call, form={**form, **content})

    @classmethod
    def name(cls) -> str:
        return "twilio_whatsapp"


class TwilioSmsChannel(TwilioChannel):
    """`/webhooks/sms/webhook`. An answer is 2 SMS at most; the rest of it comes for the word MORE."""

    needs = TWILIO_SMS

    @classmethod
    def name(cls) -> str:
        return "sms"

    async def own_words(self, taken: Taken) -> list[Call] | None:
        """STOP, START and HELP, as phone companies and law have them; MORE; the number of a choice.

        After STOP nothing is sent until START, but for the card of an emergency.
        """
        incoming, kept = taken.incoming, await self.inbox.kept(taken.conversation)
        told, said = incoming.extra.get("opt_out"), " ".join(incoming.text.upper().split()).strip(".!?\"'")
        if told == "STOP" or said in STOP:
            await self.inbox.keep(taken.conversation, Kept(stopped=True))
            return [] if told or kept.stopped else [self._own(taken, "sms_stop")]
        if told == "START" or said in START or (kept.stopped and said in START_AFTER_STOP):
            await self.inbox.keep(taken.conversation, Kept())
            return [] if told else [self._own(taken, "sms_start")]
        if told == "HELP" or said in HELP:
            return [] if told else [self._own(taken, "sms_help")]
        if kept.stopped:
            if not await is_emergency(taken):
                return []
            taken.after_stop = True
            metrics.AFTER_STOP.labels(self.name(), "heard").inc()
            return None
        if said == MORE and kept.rest:
            piece, rest = self._cut(kept.rest)
            await self.inbox.keep(taken.conversation, replace(kept, rest=rest))
            return [self.call(incoming, piece)]
        return await super().own_words(taken)

    async def prepare(self, app: Sanic, reply: Reply, taken: Taken) -> Reply:
        """What does not fit is kept for MORE. Sources are named for "says who?" alone: they would cost an SMS each."""
        kept = await self.inbox.kept(taken.conversation)
        if reply.emergency:
            text, now = plain(reply.text), Kept(kept.stopped)
        else:
            whole = self.numbered(self.whole_text(replace(reply, sources=[])), reply.buttons)
            text, rest = self._cut(plain(whole))
            now = Kept(kept.stopped, rest, reply.buttons)
        if now != kept:
            await self.inbox.keep(taken.conversation, now)
        return Reply([text], emergency=reply.emergency)

    def render(self, reply: Reply, taken: Taken) -> list[Call]:
        return [self.call(taken.incoming, part) for part in pieces(plain(reply.text), TEXT)]

    def reminder(self, words: Words, to: Address, now: float) -> Call:
        return self.call(Incoming("", to.address), plain(words.text))

    def _cut(self, text: str) -> tuple[str, str]:
        """The beginning of `text` that fits, with how to get the rest, and the rest."""
        if segments(text) <= SEGMENTS:
            return text, ""
        more = "\n" + plain(self.words("sms_more")[0])
        piece, rest = first_piece(text, SEGMENTS, lambda start: segments(start + more))
        return piece + more, rest

    def _own(self, taken: Taken, reply_id: str) -> Call:
        return self.call(taken.incoming, plain(self.words(reply_id, self.person(taken.incoming))[0]))


def _fields(body: bytes) -> MultiDict[str] | None:
    """The fields of a form, empty ones too, since all are signed; None where the body is no form in UTF-8."""
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except ValueError:
        return None
    return MultiDict(pairs)
