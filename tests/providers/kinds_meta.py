"""WhatsApp and Messenger as Meta delivers."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from b12guide.channels.messenger import MessengerChannel
from b12guide.channels.whatsapp import WhatsAppChannel
from tests.providers.fake_server import Fake, Said, as_json
from tests.providers.fakes import FakeMessenger, FakeWhatsApp
from tests.providers.forging import digest, forgeries_of_a_body, forgeries_of_a_header, forgeries_of_sha256
from tests.providers.harness import Delivery, Provider

HEADER = "X-Hub-Signature-256"
SECRET = "c0ffee00c0ffee00c0ffee00c0ffee00"


class Meta(Provider):
    """What both have in common."""

    signature = HEADER

    def sign(self, body: bytes) -> Delivery:
        """As Meta signs."""
        return Delivery(body, {"Content-Type": "application/json", HEADER: "sha256=" + digest(SECRET, body)})

    def forgeries(self) -> dict[str, Delivery]:
        good = self.text("hello")
        body = good.body
        escaped = json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":")).encode()
        return {
            **forgeries_of_a_header(good, HEADER),
            **forgeries_of_a_body(good, HEADER),
            **forgeries_of_sha256(good, HEADER, SECRET, "sha256=", "c0ffee00c0ffee00c0ffee00c0ffee01"),
            "the old header alone": good.with_header(HEADER, None).with_header(
                "X-Hub-Signature", "sha1=" + digest(SECRET, body, "sha1")
            ),
            "the same JSON in other bytes": good.but(body=escaped),
            "the secret of the handshake": good.with_header(HEADER, "sha256=" + digest("meatyhamhock", body)),
            "the signature in the address": good.with_header(HEADER, None).but(query=f"{HEADER}=sha256="),
        }

    def documented(self) -> dict[str, tuple[dict[str, str], Delivery, dict[str, Any]]]:
        # Meta's documentation: the signature is over a payload whose characters beyond ASCII are escaped in lower case,
        # "äöå" as "\\u00e4\\u00f6\\u00e5"; HMAC-SHA256 of it here computed with openssl.
        body = b'{"object": "' + self.object.encode() + b'", "entry": [], "name": "\\u00e4\\u00f6\\u00e5"}'
        escaped = {"app_secret": "12345"}
        # Published for X-Hub-Signature-256 by GitHub, which signs in the same way: docs.github.com, "Validating
        # webhook deliveries". It is no JSON, so the channel knows who sent it and cannot read it.
        public = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        hello = Delivery(b"Hello, World!", {HEADER: public})
        return {
            "escaped letters": (escaped, Delivery(body, {HEADER: "sha256=" + self.openssl}), {}),
            "the public vector of the header": ({"app_secret": "It's a Secret to Everybody"}, hello, {"status": 400}),
        }

    object: str
    openssl: str


class WhatsApp(Meta):
    """Cloud API."""

    name, channel, object = "whatsapp", WhatsAppChannel, "whatsapp_business_account"
    openssl = "ed9afd0cd8ea4c4e32d0bdd68f11d91869d7da1772c86532a37116fa33c9d1a6"
    people = ("447911123456", "16505551234")
    settings: ClassVar[dict[str, str]] = {
        "number_id": "106540352242922",
        "access_token": "EAAtoken",
        "app_secret": SECRET,
        "verify_token": "meatyhamhock",
    }

    def __init__(self) -> None:
        self.fake: Fake = FakeWhatsApp()

    def said(self, text: str, *, message_id: str = "1", person: int = 0) -> Any:
        return self.event("text", {"body": text}, message_id=message_id, person=person)

    def event(self, kind: str, content: Any, *, message_id: str = "1", person: int = 0, **more: Any) -> Any:
        """A message of any kind."""
        head = {"from": self.people[person], "id": f"wamid.{message_id}", "timestamp": "1749416383"}
        return {**head, "type": kind, kind: content, **more}

    def pack(self, *events: Any) -> Delivery:
        return self.change({"messages": list(events)})

    def change(self, parts: dict[str, Any], *, field: str = "messages", number_id: str = "106540352242922") -> Delivery:
        """One delivery with one change."""
        known = [{"profile": {"name": "Sheena Nelson"}, "wa_id": self.people[0]}]
        metadata = {"display_phone_number": "15550783881", "phone_number_id": number_id}
        value = {"messaging_product": "whatsapp", "metadata": metadata, "contacts": known, **parts}
        entry = {"id": "102290129340398", "changes": [{"value": value, "field": field}]}
        return self.sign(as_json({"object": self.object, "entry": [entry]}))

    def pressed(self, said: Said, number: int, message_id: str = "9") -> Delivery:
        kind = "button_reply" if said.raw["interactive"]["type"] == "button" else "list_reply"
        reply = {"id": said.payloads[number], "title": said.buttons[number]}
        return self.pack(self.event("interactive", {"type": kind, kind: reply}, message_id=message_id))

    def media(self) -> dict[str, Delivery]:
        kinds: dict[str, Any] = {
            "image": {"mime_type": "image/jpeg", "sha256": "x", "id": "1003"},
            "video": {"mime_type": "video/mp4", "id": "1003"},
            "audio": {"mime_type": "audio/ogg; codecs=opus", "id": "1003", "voice": True},
            "document": {"filename": "result.pdf", "mime_type": "application/pdf", "id": "1003"},
            "sticker": {"mime_type": "image/webp", "id": "1003", "animated": False},
            "location": {"latitude": 37.44, "longitude": -122.16, "name": "Home"},
            "contacts": [{"name": {"formatted_name": "Barbara"}}],
            "order": {"catalog_id": "1"},
            "unsupported": {"type": "poll"},
        }
        return {kind: self.pack(self.event(kind, content)) for kind, content in kinds.items()}

    def captioned(self, text: str) -> Delivery:
        return self.pack(self.event("image", {"caption": text, "mime_type": "image/jpeg", "id": "1003"}))

    def silent(self) -> dict[str, Delivery]:
        status = {"id": "wamid.0", "status": "delivered", "timestamp": "1750263773", "recipient_id": self.people[0]}
        hello = self.said("hello")
        return {
            "receipt": self.change({"statuses": [status]}),
            "failed": self.change({"statuses": [{**status, "status": "failed", "errors": [{"code": 131026}]}]}),
            "reaction": self.pack(self.event("reaction", {"message_id": "wamid.0", "emoji": "\U0001f44d"})),
            "reaction taken back": self.pack(self.event("reaction", {"message_id": "wamid.0"})),
            "new number": self.pack(
                self.event("system", {"body": "changed", "wa_id": "447", "type": "customer_changed_number"})
            ),
            "opened the chat": self.pack(self.event("request_welcome", {})),
            "group": self.pack({**hello, "group_id": "Y2FwaV9ncm91cDo"}),
            "another number of the account": self.change({"messages": [hello]}, number_id="999999999999999"),
            "another field": self.change({"messages": [hello]}, field="smb_message_echoes"),
            "a template's fate": self.change({"event": "APPROVED"}, field="message_template_status_update"),
            "an error": self.change({"errors": [{"code": 130429, "title": "Rate limit hit"}]}),
            "nothing": self.sign(as_json({"object": self.object, "entry": []})),
            "no id": self.pack({key: value for key, value in hello.items() if key != "id"}),
        }


class Messenger(Meta):
    """A page's messages."""

    name, channel, object = "messenger", MessengerChannel, "page"
    openssl = "f3afac0e50aea18ac809841ecb89e3315ca557491fda6ad9b9669127ef422c65"
    people = ("7654321", "7654322")
    settings: ClassVar[dict[str, str]] = {"page_token": "EAApage", "app_secret": SECRET, "verify_token": "meatyhamhock"}

    def __init__(self) -> None:
        self.fake: Fake = FakeMessenger()

    def said(self, text: str, *, message_id: str = "1", person: int = 0) -> Any:
        return self.event({"message": {"mid": f"m_{message_id}", "text": text}}, person=person)

    def event(self, content: dict[str, Any], *, person: int = 0) -> Any:
        """An event of any kind."""
        return {
            "sender": {"id": self.people[person]},
            "recipient": {"id": "1906385232743451"},
            "timestamp": 1,
            **content,
        }

    def pack(self, *events: Any) -> Delivery:
        entry = {"id": "1906385232743451", "time": 1458692752478, "messaging": list(events)}
        return self.sign(as_json({"object": "page", "entry": [entry]}))

    def pressed(self, said: Said, number: int, message_id: str = "9") -> Delivery:
        postback = {"mid": f"m_{message_id}", "title": said.buttons[number], "payload": said.payloads[number]}
        return self.pack(self.event({"postback": postback}))

    def media(self) -> dict[str, Delivery]:
        address = {"url": "https://scontent.example/x"}
        kinds = {
            kind: [{"type": kind, "payload": address}]
            for kind in ("image", "video", "audio", "file", "location", "reel")
        }
        found = {
            kind: self.pack(self.event({"message": {"mid": "m_1", "attachments": attachments}}))
            for kind, attachments in kinds.items()
        }
        thumb = {"mid": "m_1", "sticker_id": 369239263222822, "attachments": kinds["image"]}
        return {**found, "sticker": self.pack(self.event({"message": thumb}))}

    def captioned(self, text: str) -> Delivery:
        attachments = [{"type": "image", "payload": {"url": "https://scontent.example/x"}}]
        return self.pack(self.event({"message": {"mid": "m_1", "text": text, "attachments": attachments}}))

    def silent(self) -> dict[str, Delivery]:
        page = {"sender": {"id": "1906385232743451"}, "recipient": {"id": self.people[0]}, "timestamp": 1}
        echo = {**page, "message": {"mid": "m_1", "text": "hello", "is_echo": True, "app_id": 1517776481860111}}
        hello = self.said("hello")
        standby = {"id": "1906385232743451", "time": 1, "standby": [hello]}
        return {
            "delivered": self.pack(self.event({"delivery": {"mids": ["m_1"], "watermark": 1458668856253}})),
            "read": self.pack(self.event({"read": {"watermark": 1458668856253}})),
            "reaction": self.pack(self.event({"reaction": {"mid": "m_1", "action": "react", "emoji": "x"}})),
            "own echo": self.pack(echo),
            "echo without an app": self.pack({**page, "message": {"mid": "m_1", "text": "hello", "is_echo": True}}),
            "of the page itself": self.pack({**page, "message": {"mid": "m_1", "text": "hello"}}),
            "taken back": self.pack(self.event({"message": {"mid": "m_1", "is_deleted": True}})),
            "opted in": self.pack(self.event({"optin": {"ref": "x"}})),
            "came by a link": self.pack(self.event({"referral": {"ref": "x", "source": "SHORTLINK"}})),
            "another app's": self.sign(as_json({"object": "page", "entry": [standby]})),
            "nothing": self.sign(as_json({"object": "page", "entry": []})),
            "no id": self.pack(self.event({"message": {"text": "hello"}})),
        }

    def edited(self, text: str) -> Delivery | None:
        return self.pack(self.event({"message_edit": {"mid": "m_0", "text": text, "num_edit": 1}}))
