"""Every provider as it delivers, and as others try to."""

from __future__ import annotations

import json
import urllib.parse
from typing import Any, ClassVar

from b12guide.channels.slack import SlackChannel
from b12guide.channels.telegram import TelegramChannel
from tests.providers.fake_server import Fake, Said, as_json
from tests.providers.fakes import FakeSlack, FakeTelegram
from tests.providers.forging import digest, forgeries_of_a_body, forgeries_of_a_header, forgeries_of_sha256
from tests.providers.harness import Delivery, Provider
from tests.providers.kinds_meta import Messenger, WhatsApp
from tests.providers.kinds_twilio import TwilioSms, TwilioWhatsApp

# The moment of Slack's documented signature.
NOW = 1531420618


class Telegram(Provider):
    """A bot's private chats."""

    name, channel, signature = "telegram", TelegramChannel, "X-Telegram-Bot-Api-Secret-Token"
    people = ("1111111", "2222222")
    secret = "a-Secret_token-of-32-characters0"
    settings: ClassVar[dict[str, str]] = {
        "bot_token": "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
        "secret_token": secret,
    }

    def __init__(self) -> None:
        self.fake: Fake = FakeTelegram()

    def said(self, text: str, *, message_id: str = "1", person: int = 0) -> Any:
        return self.update({"text": text}, message_id=message_id, person=person)

    def update(
        self,
        content: dict[str, Any],
        *,
        message_id: str = "1",
        person: int = 0,
        kind: str = "message",
        chat: str = "private",
    ) -> Any:
        """An update of any kind."""
        who = int(self.people[person])
        number = int(message_id) if message_id.isdecimal() else sum(message_id.encode())
        sender = {"id": who, "is_bot": False, "first_name": "Test", "language_code": "en"}
        message = {"message_id": 1365, "from": sender, "chat": {"id": who, "type": chat}, "date": 1441645532, **content}
        return {"update_id": number, kind: message}

    def pack(self, *events: Any) -> Delivery:
        (update,) = events
        return Delivery(as_json(update), {"Content-Type": "application/json", self.signature: self.secret})

    def pressed(self, said: Said, number: int, message_id: str = "9") -> Delivery:
        rows = [[{"text": t, "callback_data": d}] for t, d in zip(said.buttons, said.payloads, strict=True)]
        who = int(self.people[0])
        message = {"message_id": 1, "chat": {"id": who, "type": "private"}, "reply_markup": {"inline_keyboard": rows}}
        query = {"id": "4382bfdwdsb323b2d9", "from": {"id": who, "is_bot": False}, "message": message}
        return self.pack({"update_id": int(message_id), "callback_query": {**query, "data": said.payloads[number]}})

    def media(self) -> dict[str, Delivery]:
        file = {"file_id": "AwACAgQAAxkBAAIBQ2l6", "file_unique_id": "x"}
        kinds: dict[str, Any] = {
            "photo": [file], "voice": file, "sticker": file, "video": file, "video_note": file, "audio": file,
            "document": file, "animation": file, "location": {"latitude": 1.0, "longitude": 2.0},
            "contact": {"phone_number": "447911123456", "first_name": "B"}, "poll": {"id": "1"}, "dice": {"value": 3},
        }  # fmt: skip
        return {kind: self.pack(self.update({kind: content})) for kind, content in kinds.items()}

    def captioned(self, text: str) -> Delivery:
        return self.pack(self.update({"photo": [{"file_id": "x"}], "caption": text}))

    def silent(self) -> dict[str, Delivery]:
        hello = {"text": "hello"}
        bot = {"id": 7, "is_bot": True, "first_name": "Bot"}
        found = {
            "reaction": {"update_id": 1, "message_reaction": {"chat": {"id": 1, "type": "private"}, "message_id": 1}},
            "group": self.update(hello, chat="group"),
            "supergroup": self.update(hello, chat="supergroup"),
            "channel": self.update(hello, kind="channel_post", chat="channel"),
            "somebody joined": self.update({"new_chat_members": [{"id": 7}]}),
            "pinned": self.update({"pinned_message": {"message_id": 3}}),
            "a bot": self.update({**hello, "from": bot}),
            "inline": {"update_id": 1, "inline_query": {"id": "1", "query": "hello"}},
            "blocked": {"update_id": 1, "my_chat_member": {"chat": {"id": 1, "type": "private"}}},
            "edited in a group": self.update(hello, kind="edited_message", chat="group"),
            "poll answer": {"update_id": 1, "poll_answer": {"poll_id": "1"}},
            "nothing": {"update_id": 1},
        }
        return {kind: self.pack(update) for kind, update in found.items()}

    def edited(self, text: str) -> Delivery | None:
        return self.pack(self.update({"text": text, "edit_date": 1441645600}, kind="edited_message"))

    def forgeries(self) -> dict[str, Delivery]:
        good = self.text("hello")
        bare = good.with_header(self.signature, None)
        return {
            **forgeries_of_a_header(good, self.signature),
            "the bot's token": good.with_header(self.signature, self.settings["bot_token"]),
            "the secret in the address": bare.but(query=f"secret_token={self.secret}"),
            "the secret in the body": bare.but(body=good.body[:-1] + b', "secret_token": "%s"}' % self.secret.encode()),
            "as a bearer": bare.with_header("Authorization", f"Bearer {self.secret}"),
            "without its dashes": good.with_header(self.signature, self.secret.replace("-", "")),
            "with what is next to it": good.with_header(self.signature, self.secret[:-1] + "1"),
            "another bot's": good.with_header(self.signature, "another-Secret_token-of-32-chars0"),
        }

    def documented(self) -> dict[str, tuple[dict[str, str], Delivery, dict[str, Any]]]:
        # core.telegram.org/bots/api#setwebhook: 1-256 characters, A-Z, a-z, 0-9, _ and -.
        every = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
        longest = every * 4
        good = self.text("hello")
        return {
            "every character": ({"secret_token": every}, good.with_header(self.signature, every), {}),
            "256 characters": ({"secret_token": longest}, good.with_header(self.signature, longest), {}),
        }


class Slack(Provider):
    """Direct messages of a workspace."""

    name, channel, signature = "slack", SlackChannel, "X-Slack-Signature"
    people = ("D024BE91L", "D024BE91M")
    secret = "8f742231b10e8888abcd99yyyzzz85a5"
    settings: ClassVar[dict[str, str]] = {"bot_token": "xoxb-1-2-token", "signing_secret": secret}
    parts: ClassVar[dict[str, Any]] = {"now": lambda: float(NOW)}

    def __init__(self) -> None:
        self.fake: Fake = FakeSlack()

    def sign(self, body: bytes, stamp: str | None = None, content_type: str = "application/json") -> Delivery:
        """As Slack signs, at `stamp`."""
        when = stamp or str(NOW)
        signature = "v0=" + digest(self.secret, b"v0:" + when.encode() + b":" + body)
        headers: dict[str, Any] = {"Content-Type": content_type, "X-Slack-Request-Timestamp": when}
        return Delivery(body, {**headers, self.signature: signature})

    def said(self, text: str, *, message_id: str = "1", person: int = 0) -> Any:
        return self.event({"user": "U2147483697", "text": text}, message_id=message_id, person=person)

    def event(self, content: dict[str, Any], *, message_id: str = "1", person: int = 0, **more: Any) -> Any:
        """An event of any kind."""
        channel = {"channel": self.people[person], "channel_type": "im"}
        inner = {"type": "message", "ts": "1355517523.000005", **channel, **content}
        return {"type": "event_callback", "event_id": f"Ev{message_id}", "team_id": "T1", "event": inner, **more}

    def pack(self, *events: Any) -> Delivery:
        (event,) = events
        return self.sign(as_json(event))

    def pressed(self, said: Said, number: int, message_id: str = "9") -> Delivery:
        action = {
            "type": "button",
            "action_id": f"say_{number}",
            "value": said.payloads[number],
            "action_ts": f"1.{message_id}",
        }
        payload = {
            "type": "block_actions",
            "user": {"id": "U2147483697"},
            "channel": {"id": self.people[0], "name": "directmessage"},
            "container": {"type": "message", "message_ts": "1548261231.000200"},
            "actions": [action],
        }
        body = urllib.parse.urlencode({"payload": json.dumps(payload)}).encode()
        return self.sign(body, content_type="application/x-www-form-urlencoded")

    def media(self) -> dict[str, Delivery]:
        files = [{"id": "F0RDC39U1", "mimetype": "image/png"}]
        shared = self.event({"subtype": "file_share", "user": "U2147483697", "text": "", "files": files})
        return {
            "file": self.pack(shared),
            "nothing but a block": self.pack(self.event({"user": "U2147483697", "text": "", "blocks": []})),
        }

    def captioned(self, text: str) -> Delivery:
        files = [{"id": "F0RDC39U1", "mimetype": "image/png"}]
        return self.pack(self.event({"subtype": "file_share", "user": "U2147483697", "text": text, "files": files}))

    def silent(self) -> dict[str, Delivery]:
        hello = {"user": "U2147483697", "text": "hello"}
        same = {"message": hello, "previous_message": hello}
        found = {
            "reaction": self.event({"type": "reaction_added", "user": "U1", "reaction": "thumbsup"}),
            "a channel": self.event({**hello, "channel": "C1", "channel_type": "channel"}),
            "a group": self.event({**hello, "channel": "G1", "channel_type": "group"}),
            "several people": self.event({**hello, "channel": "G1", "channel_type": "mpim"}),
            "a mention": self.event({**hello, "type": "app_mention"}),
            "own echo": self.event({**hello, "bot_id": "B1"}),
            "another app": self.event({**hello, "app_id": "A1"}),
            "old form of an echo": self.event({"subtype": "bot_message", "text": "hello", "bot_id": "B1"}),
            "deleted": self.event({"subtype": "message_deleted", "deleted_ts": "1"}),
            "joined": self.event({"subtype": "channel_join", **hello}),
            "a preview": self.event({"subtype": "message_changed", **same}),
            "rate limit": {"type": "app_rate_limited", "team_id": "T1", "minute_rate_limited": 1518467820},
        }
        return {kind: self.pack(event) for kind, event in found.items()}

    def edited(self, text: str) -> Delivery | None:
        new, old = {"user": "U2147483697", "text": text}, {"user": "U2147483697", "text": "helo"}
        return self.pack(self.event({"subtype": "message_changed", "message": new, "previous_message": old}))

    def forgeries(self) -> dict[str, Delivery]:
        good = self.text("hello")
        stamp, body = "X-Slack-Request-Timestamp", good.body
        bare = "v0=" + digest(self.secret, body)
        v1 = "v1=" + digest(self.secret, b"v1:%d:" % NOW + body)
        return {
            **forgeries_of_a_header(good, self.signature),
            **forgeries_of_a_body(good, self.signature),
            **forgeries_of_sha256(good, self.signature, self.secret, "v0=", self.secret[:-1] + "6"),
            "no time": good.with_header(stamp, None),
            "another time": good.with_header(stamp, str(NOW + 1)),
            "5 minutes and a second old": self.sign(body, str(NOW - 301)),
            "from 5 minutes and a second ahead": self.sign(body, str(NOW + 301)),
            "a day old": self.sign(body, str(NOW - 86_400)),
            "time 0": self.sign(body, "0"),
            "a time before 1970": self.sign(body, f"-{NOW}"),
            "no number": self.sign(body, "now"),
            "a fraction": self.sign(body, f"{NOW}.0"),
            "a very long time": self.sign(body, "9" * 3000),
            "Arabic digits": good.with_header(stamp, "".join(chr(0x660 + int(digit)) for digit in str(NOW))),
            "two times": good.with_header(stamp, [str(NOW), str(NOW)]),
            "signed without time": good.with_header(self.signature, bare),
            "another version": good.with_header(self.signature, v1),
            "the old token": good.with_header(self.signature, None).but(body=body[:-1] + b', "token": "xyzz"}'),
            "no UTF-8": good.but(body=b"\xff" + body),
        }

    def documented(self) -> dict[str, tuple[dict[str, str], Delivery, dict[str, Any]]]:
        # docs.slack.dev/authentication/verifying-requests-from-slack: a slash command, which the app has none of.
        body = (
            b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&"
            b"channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&"
            b"response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&"
            b"trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
        )
        signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
        headers: dict[str, Any] = {self.signature: signature, "X-Slack-Request-Timestamp": str(NOW)}
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return {
            "the documented request": ({}, Delivery(body, {**headers, **form}), {"status": 400}),
            "5 minutes old": ({}, self.sign(self.text("hello").body, str(NOW - 300)), {}),
        }


KINDS: dict[str, type[Provider]] = {
    kind.name: kind for kind in (WhatsApp, Messenger, Telegram, Slack, TwilioSms, TwilioWhatsApp)
}
