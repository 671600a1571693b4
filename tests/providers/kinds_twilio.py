"""SMS and WhatsApp as Twilio delivers."""

from __future__ import annotations

import urllib.parse
from typing import Any

from twilio.request_validator import RequestValidator

from b12guide.channels.twilio import TwilioSmsChannel, TwilioWhatsAppChannel
from tests.providers.fake_server import Fake, Said
from tests.providers.fakes import FakeTwilio
from tests.providers.forging import digest, forgeries_of_a_header
from tests.providers.harness import Delivery, Provider

ACCOUNT = "AC" + "0123456789abcdef" * 2


class Twilio(Provider):
    """What SMS and WhatsApp through Twilio have in common."""

    signature = "X-Twilio-Signature"
    token, public = "12345", "https://chat.example.org"
    prefix = ""

    def __init__(self) -> None:
        self.settings = {"account": ACCOUNT, "token": self.token, "public": self.public, "sender": "+441632960000"}
        self.fake: Fake = FakeTwilio(f"{self.prefix}+441632960000")

    def sign(
        self, body: bytes, *, url: str | None = None, token: str = token, query: str = "", blank: bool = True
    ) -> Delivery:
        """As Twilio signs a form, for the address `url`."""
        fields = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=blank))
        address = url or f"{self.public}/webhooks/{self.name}/webhook{'?' + query if query else ''}"
        signature = RequestValidator(token).compute_signature(address, fields)
        form = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
        return Delivery(body, {**form, self.signature: signature}, query)

    def said(self, text: str, *, message_id: str = "1", person: int = 0) -> Any:
        return self.fields({"Body": text}, message_id=message_id, person=person)

    def fields(self, content: dict[str, str], *, message_id: str = "1", person: int = 0) -> Any:
        """The fields of a message of any kind."""
        sid = f"SM{message_id:0>32}"
        return {
            "ToCountry": "GB", "SmsMessageSid": sid, "NumMedia": "0", "ToCity": "", "SmsSid": sid, "FromCity": "",
            "SmsStatus": "received", "Body": "", "To": f"{self.prefix}+441632960000", "MessageSid": sid,
            "AccountSid": ACCOUNT, "From": self.prefix + self.people[person], "ApiVersion": "2010-04-01", **content,
        }  # fmt: skip

    def pack(self, *events: Any) -> Delivery:
        (fields,) = events
        return self.sign(urllib.parse.urlencode(fields).encode())

    def pressed(self, said: Said, number: int, message_id: str = "9") -> Delivery:
        return self.text(str(number + 1), message_id=message_id)

    def media(self) -> dict[str, Delivery]:
        picture = {"NumMedia": "1", "MediaContentType0": "image/jpeg", "MediaUrl0": "https://api.twilio.com/x"}
        place = {"Latitude": "51.5", "Longitude": "-0.1", "Body": ""}
        return {
            "picture": self.pack(self.fields(picture)),
            "voice": self.pack(self.fields({**picture, "MediaContentType0": "audio/ogg"})),
            "place": self.pack(self.fields(place)),
            "two pictures": self.pack(self.fields({**picture, "NumMedia": "2"})),
            "nothing": self.pack(self.fields({"Body": " "})),
        }

    def captioned(self, text: str) -> Delivery:
        picture = {"NumMedia": "1", "MediaContentType0": "image/jpeg", "MediaUrl0": "https://api.twilio.com/x"}
        return self.pack(self.fields({**picture, "Body": text}))

    def silent(self) -> dict[str, Delivery]:
        hello = self.fields({"Body": "hello"})
        other = "+441632960001" if self.prefix else "whatsapp:+441632960001"
        receipt = {key: value for key, value in hello.items() if key not in ("Body", "NumMedia")}
        return {
            "delivered": self.pack({**receipt, "SmsStatus": "delivered", "MessageStatus": "delivered"}),
            "failed": self.pack({**receipt, "SmsStatus": "failed", "MessageStatus": "failed", "ErrorCode": "30003"}),
            "read": self.pack({**receipt, "SmsStatus": "sent", "MessageStatus": "read"}),
            "group": self.pack({**hello, "OtherRecipients0": "+441632960009"}),
            "reaction": self.pack({**hello, "MessageType": "reaction"}),
            "the other channel": self.pack({**hello, "From": other}),
        }

    def forgeries(self) -> dict[str, Delivery]:
        good = self.text("hello")
        body = good.body
        address = f"{self.public}/webhooks/{self.name}/webhook"
        raw = RequestValidator(self.token).compute_signature
        fields = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))
        sha256 = digest(self.token, address.encode() + "".join(k + fields[k] for k in sorted(fields)).encode())
        proxied: dict[str, Any] = {
            "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "Host": "evil.example",
        }  # fmt: skip
        evil = self.sign(body, url=f"https://evil.example/webhooks/{self.name}/webhook")
        return {
            **forgeries_of_a_header(good, self.signature),
            "another token": self.sign(body, token="12346"),
            "an empty token": self.sign(body, token=""),
            "another text": good.but(body=body.replace(b"hello", b"hullo")),
            "another sender": good.but(body=body.replace(self.people[0][-4:].encode(), b"0000")),
            "a field more": good.but(body=body + b"&OptOutType=STOP"),
            "a field less": good.but(body=body.replace(b"&ApiVersion=2010-04-01", b"")),
            "a field twice": good.but(body=body + b"&Body=hullo"),
            "no body": good.but(body=b""),
            "signed without its empty fields": self.sign(body, blank=False),
            "signed for another host": self.sign(body, url=f"https://chat.example.com/webhooks/{self.name}/webhook"),
            "signed for http": self.sign(body, url=address.replace("https", "http")),
            "signed for another path": self.sign(body, url=f"{self.public}/webhooks/other/webhook"),
            "signed with a query that is not there": self.sign(body, url=f"{address}?a=1"),
            "a query that was not signed": good.but(query="a=1"),
            "signed for a proxy's inner address": self.sign(
                body, url=f"http://127.0.0.1:5005/webhooks/{self.name}/webhook"
            ),
            "a host that the request names itself": evil.but(headers={**evil.headers, **proxied}),
            "the address alone signed": good.with_header(self.signature, raw(address, {})),
            "the body's hash signed": good.with_header(self.signature, raw(f"{address}?bodySHA256={'0' * 64}", {})).but(
                query=f"bodySHA256={'0' * 64}"
            ),
            "SHA-256": good.with_header(self.signature, sha256),
            "no form": good.but(body=b'{"Body": "hello"}'),
            "no UTF-8": good.but(body=body + b"&x=%ff"),
        }

    def documented(self) -> dict[str, tuple[dict[str, str], Delivery, dict[str, Any]]]:
        # Twilio's documentation ("Validate webhook requests") and its library's tests; the address there stands for the
        # public one, and a call for a message: so who sent it is known, and there is no message to read.
        found: dict[str, tuple[dict[str, str], Delivery, dict[str, Any]]] = {}
        calls = {
            "of 2023": ("+14158675310", "https://mycompany.com", "GvWf1cFY/Q7PnoempGyD5oXAezc="),
            "of 2021": ("+12349013030", "https://mycompany.com", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="),
            "of the library": ("+14158675309", "https://mycompany.com", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
            "with a port that is not signed": (
                "+14158675309", "https://mycompany.com:1234", "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
            ),
            "with the port of http": ("+14158675309", "http://mycompany.com:1234", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
            "with the port signed": ("+14158675309", "https://mycompany.com", "kvajT1Ptam85bY51eRf/AJRuM3w="),
            "with the port of http signed": ("+14158675309", "http://mycompany.com", "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        }  # fmt: skip
        for kind, (number, public, signature) in calls.items():
            fields = {
                "CallSid": "CA1234567890ABCDE",
                "Caller": number,
                "Digits": "1234",
                "From": number,
                "To": "+18005551212",
            }
            delivery = Delivery(urllib.parse.urlencode(fields).encode(), {self.signature: signature}, "foo=1&bar=2")
            found[kind] = ({"public": public}, delivery, {"path": "/myapp.php", "status": 400})
        twice = b"Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234"
        delivery = Delivery(twice, {self.signature: "IK+Dwps556ElfBT0I3Rgjkr1wJU="}, "foo=1&bar=2")
        found["fields that are there twice"] = (
            {"public": "https://mycompany.com"}, delivery, {"path": "/myapp.php", "status": 400},
        )  # fmt: skip
        return found


class TwilioSms(Twilio):
    """SMS."""

    name, channel = "sms", TwilioSmsChannel
    people = ("+447911123456", "+16505551234")


class TwilioWhatsApp(Twilio):
    """WhatsApp."""

    name, channel, prefix = "twilio_whatsapp", TwilioWhatsAppChannel, "whatsapp:"
    people = ("+447911123456", "+16505551234")
