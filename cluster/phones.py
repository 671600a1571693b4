"""Messages of a phone company, each delivered to all servers at the same moment: how often is each answered?"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import secrets
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp
from aiohttp import web

from cluster.services import LOOPBACK, free_port

NUMBER_ID, FIRST_PHONE = "106540352242922", 447911000000
# Seconds that answers are waited for, and then that a second answer would have to come.
PATIENCE, QUIET = 30.0, 2.0


@dataclass
class Delivered:
    """What came of it.

    Attributes:
        messages: message ids.
        deliveries: requests with one of them in it, most of them at the same moment as another.
        accepted: deliveries that were answered with 200.
        answers: answers that the company got, each told by the phone it goes to.
    """

    messages: int
    deliveries: int
    accepted: int
    answers: Counter[str]

    @property
    def unanswered(self) -> int:
        """Messages without an answer."""
        return self.messages - len(self.answers)

    @property
    def doubled(self) -> int:
        """Answers beyond the one of each message."""
        return sum(self.answers.values()) - len(self.answers)

    @property
    def passed(self) -> bool:
        """Whether every delivery was taken and every message answered once."""
        return self.accepted == self.deliveries and not self.unanswered and not self.doubled


class PhoneCompany:
    """WhatsApp's Cloud API as far as texts need it: signs what it delivers, and takes what the servers send."""

    def __init__(self) -> None:
        self.port = free_port()
        self.secret = secrets.token_hex(16)
        self.answers: Counter[str] = Counter()

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which a server's channel is on."""
        return {
            "B12GUIDE_WHATSAPP_PHONE_NUMBER_ID": NUMBER_ID,
            "B12GUIDE_WHATSAPP_ACCESS_TOKEN": "token",
            "B12GUIDE_WHATSAPP_APP_SECRET": self.secret,
            "B12GUIDE_WHATSAPP_VERIFY_TOKEN": "token",
            "B12GUIDE_WHATSAPP_API": f"http://{LOOPBACK}:{self.port}",
        }

    async def __aenter__(self) -> PhoneCompany:
        app = web.Application()
        app.router.add_post(f"/{NUMBER_ID}/messages", self._take)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, self.port).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def deliver(self, ports: Sequence[int], messages: int, text: str) -> Delivered:
        """Deliver each message to the servers on `ports` at the same moment, and once more after the answers."""
        statuses: list[int] = []

        async def one(port: int, body: bytes) -> None:
            signature = hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()
            headers = {"Content-Type": "application/json", "X-Hub-Signature-256": f"sha256={signature}"}
            url = f"http://{LOOPBACK}:{port}/webhooks/whatsapp/webhook"
            async with client.post(url, data=body, headers=headers) as answer:
                statuses.append(answer.status)

        bodies = [delivery(str(FIRST_PHONE + number), f"wamid.{number}", text) for number in range(messages)]
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(PATIENCE)) as client:
            for body in bodies:
                await asyncio.gather(*(one(port, body) for port in ports))
            deadline = time.monotonic() + PATIENCE
            while len(self.answers) < messages and time.monotonic() < deadline:
                await asyncio.sleep(0.1)
            await asyncio.gather(*(one(port, body) for port in ports for body in bodies[::10]))
            await asyncio.sleep(QUIET)
        return Delivered(messages, len(statuses), statuses.count(200), self.answers)

    async def _take(self, request: web.Request) -> web.Response:
        sent = await request.json()
        self.answers[sent["to"]] += 1
        return web.json_response({"messages": [{"id": secrets.token_hex(8)}]})


def delivery(phone: str, message_id: str, text: str) -> bytes:
    """A text of somebody's, as the company delivers it."""
    message = {"from": phone, "id": message_id, "timestamp": "1749416383", "type": "text", "text": {"body": text}}
    value = {"messaging_product": "whatsapp", "metadata": {"phone_number_id": NUMBER_ID}, "messages": [message]}
    entry = {"id": "102290129340398", "changes": [{"value": value, "field": "messages"}]}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()
