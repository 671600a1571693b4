"""Reminders by mail, through the clinic's own server: a channel that takes no messages."""

from __future__ import annotations

import asyncio
import logging
import smtplib
import ssl
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from email.utils import formatdate
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic

from b12guide.channels.post import Verdict
from b12guide.channels.reminder_desk import Desk
from b12guide.channels.reminder_loop import ReminderLoop
from b12guide.channels.reminder_rows import MAIL_CHANNEL, Words
from b12guide.channels.turns import Handler
from b12guide.database.reminder_tables import Address
from b12guide.reminder_rules import MailServer
from b12guide.shared import reminder_rules

logger = logging.getLogger(__name__)
# Seconds that one mail has.
PATIENCE = 20.0
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
# Codes with which a server says that it will not take a mail at any time (RFC 5321).
_FOR_GOOD = range(500, 600)


def message(words: Words, to: str, sender: str, key: str) -> EmailMessage:
    """The mail: plain text, marked as written by a program, so that no other program answers it."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, words.subject
    mail["Date"] = formatdate(localtime=False)
    # The same for the same reminder: a mailbox that gets it twice may show it once.
    mail["Message-ID"] = f"<{key}@{sender.partition('@')[2]}>"
    mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"] = "auto-generated", "All"
    mail.set_content(words.mail)
    return mail


class Mail:
    """The clinic's server, as reminders need a channel. SMTP has no key under which a mail counts once."""

    takes_key = False

    def __init__(self, server: MailServer, *, trust: ssl.SSLContext | None = None) -> None:
        """`trust`: which certificates are believed; those that the machine believes by default."""
        self._server, self._trust = server, trust or ssl.create_default_context()
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")

    async def remind(self, words: Words, to: Address, key: str) -> Verdict:
        """Send one mail."""
        mail = message(words, to.address, self._server.sender, key)
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._deliver, mail)

    def close(self) -> None:
        """Let the threads end."""
        self._pool.shutdown(wait=False)

    def _deliver(self, mail: EmailMessage) -> Verdict:
        begun = False
        try:
            with self._connected() as server:
                begun = True
                server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            code = next((code for code, _ in error.recipients.values()), 550)
            return Verdict(False, again=code not in _FOR_GOOD, code=str(code))
        except smtplib.SMTPResponseException as error:
            return Verdict(False, again=error.smtp_code not in _FOR_GOOD, code=str(error.smtp_code))
        except (smtplib.SMTPException, OSError) as error:
            logger.error("The mail server did not answer: %s", type(error).__name__)
            # Once it left nobody knows whether it was taken: then it counts as taken.
            return Verdict(begun, again=not begun, code=type(error).__name__)
        return Verdict(True)

    def _connected(self) -> smtplib.SMTP:
        server: smtplib.SMTP
        host, port = self._server.host, self._server.port
        if self._server.secure:
            server = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=self._trust)
        else:
            server = smtplib.SMTP(host, port, timeout=PATIENCE)
            if host not in _LOCAL:
                # Neither password nor address crosses a network in the clear.
                server.starttls(context=self._trust)
        if self._server.user and self._server.password:
            server.login(self._server.user, self._server.password)
        return server


class ReminderMail(InputChannel):
    """Sends reminders by mail where a server is set; without one it is off. It takes no messages."""

    def __init__(self, mail: Mail | None) -> None:
        self._mail = mail
        self._loop: ReminderLoop | None = None

    @classmethod
    def name(cls) -> str:
        return "reminder_mail"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        server = reminder_rules().mail
        return cls(Mail(server) if server else None)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """No route; the work behind it."""
        routes = Blueprint("b12guide_reminder_mail", __name__)

        @routes.listener("after_server_start")
        async def start(app: Sanic, _: Any) -> None:
            desk: Desk | None = getattr(app.ctx, "reminder_desk", None)
            if self._mail is not None and desk is not None:
                self._loop = ReminderLoop(desk, MAIL_CHANNEL, self._mail)
                self._loop.start(app)

        @routes.listener("before_server_stop")
        async def stop(app: Sanic, _: Any) -> None:
            if self._loop is not None and self._mail is not None:
                await self._loop.stop()
                self._mail.close()

        return routes
