"""Addresses of a plan's files: whoever holds one can open the files, and nobody can guess or read one.

The address holds the conversation's name, the plan's key and its version, encrypted under the server's secret: a
telephone number cannot be read from it, it opens no chat, and it is dead as soon as that plan is forgotten or its
addresses are revoked. Of a plan that was changed since it opens the one that is there now.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken

from b12guide.channels.compose import Message
from b12guide.channels.signing import load_secret
from b12guide.settings import DATA

PREFIX = "/plan"
# What a turn says of files: of the plan, and of what is kept beside it.
FILES = ("plan_files", "other_plan_files", "diary_files")


class PlanLinks:
    """Makes and opens tokens."""

    def __init__(self, secret: bytes) -> None:
        digest = hashlib.sha256(b"plan files|" + secret).digest()
        self._box = Fernet(base64.urlsafe_b64encode(digest))

    def seal(self, sender: str, key: str, version: int) -> str:
        """The token of this version of the plan with `key` in the conversation `sender`."""
        return self._box.encrypt(json.dumps([sender, key, version]).encode()).decode().rstrip("=")

    def open(self, token: str) -> tuple[str, str, int] | None:
        """Conversation, key and version of a token that `seal` made; None for any other text."""
        try:
            opened = json.loads(self._box.decrypt(f"{token}{'=' * (-len(token) % 4)}".encode()))
        except InvalidToken:
            return None
        # Tokens of an older form name no version: nobody knows which plan they were for.
        return tuple(opened) if len(opened) == 3 else None

    def addresses(self, links: list[dict[str, str]], sender: str, key: str, version: int) -> list[dict[str, str]]:
        """The links that the plan dialogue offers, its files with the addresses that they have on this server."""
        start = f"{PREFIX}/{self.seal(sender, key, version)}"
        return [
            {**link, "url": link["url"] if link["url"].startswith("https:") else f"{start}/{link['url']}"}
            for link in links
        ]


@lru_cache(maxsize=1)
def plan_links() -> PlanLinks:
    """The links of this server, under its secret."""
    return PlanLinks(load_secret(DATA))


def with_plan_links(messages: list[Message], sender: str) -> list[Message]:
    """The messages of a turn, with addresses in the place of the key that the plan dialogue, or the diary, gave."""
    for message in messages:
        custom = message.get("custom", {})
        for files in [found for name in FILES if (found := custom.pop(name, None))]:
            links, version = files["links"], files.get("version") or 0
            custom["links"] = [
                *custom.get("links", ()),
                *plan_links().addresses(links, sender, files["key"], version),
            ]
    return messages
