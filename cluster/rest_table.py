"""What somebody can send to the REST path: every header of a proxy, host, content type and scheme that there is."""

from __future__ import annotations

import itertools

PATH = "/webhooks/rest/webhook"
TOKEN = "right-token"
# Without a usable sender, so that a request that is let in is a 400 and no turn.
BODY = b'{"sender": "", "message": "hello"}'
LET_IN, NO_TOKEN, NO_JSON = 400, 401, 415

PASSED_ON: dict[str, list[str]] = {
    "nothing": [],
    "X-Forwarded-For": ["X-Forwarded-For: 203.0.113.5"],
    "X-Forwarded-For of this machine": ["X-Forwarded-For: 127.0.0.1"],
    "an empty X-Forwarded-For": ["X-Forwarded-For:"],
    "an empty X-Forwarded-For before another": ["X-Forwarded-For:", "X-Forwarded-For: 203.0.113.5"],
    "another before an empty X-Forwarded-For": ["X-Forwarded-For: 203.0.113.5", "X-Forwarded-For:"],
    "X-FORWARDED-FOR": ["X-FORWARDED-FOR: 203.0.113.5"],
    "X-Forwarded-Host": ["X-Forwarded-Host: localhost"],
    "X-Forwarded-Proto": ["X-Forwarded-Proto: https"],
    "Forwarded": ["Forwarded: for=203.0.113.5"],
    "an empty Forwarded": ["Forwarded:"],
    "Via": ["Via: 1.1 proxy"],
    "an empty Via": ["Via: "],
    "X-Real-IP": ["X-Real-IP: 203.0.113.5"],
    "an empty X-Real-IP": ["X-Real-IP:"],
}
HOSTS: dict[str, list[str]] = {
    "localhost": ["Host: localhost"],
    "localhost with a port": ["Host: localhost:5005"],
    "LOCALHOST": ["Host: LOCALHOST"],
    "127.0.0.1": ["Host: 127.0.0.1"],
    "127.0.0.1 with a port": ["Host: 127.0.0.1:5005"],
    "[::1]": ["Host: [::1]"],
    "[::1] with a port": ["Host: [::1]:80"],
    "a name that leads here": ["Host: rebound.example"],
    "a name that begins like it": ["Host: localhost.rebound.example"],
    "a name that ends like it": ["Host: rebound.localhost"],
    "a number that begins like it": ["Host: 127.0.0.1.rebound.example:5005"],
    "somebody before it": ["Host: somebody@localhost"],
    "an empty one": ["Host:"],
    "none": [],
    "two": ["Host: localhost", "Host: rebound.example"],
    "two the other way round": ["Host: rebound.example", "Host: localhost"],
}
OWN_HOSTS = frozenset(name for name in HOSTS if name.lower().startswith(("localhost", "127", "[")))
KINDS: dict[str, list[str]] = {
    "JSON": ["Content-Type: application/json"],
    "JSON in UTF-8": ["Content-Type: application/json; charset=utf-8"],
    "JSON in capitals": ["content-type: APPLICATION/JSON"],
    "a form": ["Content-Type: application/x-www-form-urlencoded"],
    "a form with files": ["Content-Type: multipart/form-data; boundary=x"],
    "plain text": ["Content-Type: text/plain"],
    "plain text that names JSON": ["Content-Type: text/plain; application/json"],
    "none": [],
    "an empty one": ["Content-Type:"],
    "two": ["Content-Type: application/json", "Content-Type: text/plain"],
}
JSON_KINDS = frozenset(name for name in KINDS if name.startswith("JSON"))
SCHEMES: dict[str, list[str]] = {
    "none": [],
    "the token": [f"Authorization: Bearer {TOKEN}"],
    "the token in small letters": [f"authorization: bearer {TOKEN}"],
    "another token": ["Authorization: Bearer wrong"],
    "no token behind the scheme": ["Authorization: Bearer"],
    "an empty token": ["Authorization: Bearer "],
    "the token as a password": [f"Authorization: Basic {TOKEN}"],
    "the token without a scheme": [f"Authorization: {TOKEN}"],
    "the token twice": [f"Authorization: Bearer {TOKEN}", f"Authorization: Bearer {TOKEN}"],
    "bytes that are no text": ["Authorization: Bearer \xff\xfe"],
    "half a character": ["Authorization: Bearer \xed\xa0\xbd"],
}
RIGHT_SCHEMES = frozenset({"the token", "the token in small letters"})


def asked(*headers: list[str], version: str = "1.1") -> bytes:
    """The bytes of a request with these headers, exactly as they stand."""
    lines = [f"POST {PATH} HTTP/{version}", *itertools.chain(*headers), f"Content-Length: {len(BODY)}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + BODY
