"""What somebody tries who does not have the secret."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

from tests.providers.harness import Delivery


def digest(secret: str, body: bytes, algorithm: str = "sha256") -> str:
    """HMAC in hexadecimal."""
    return hmac.new(secret.encode(), body, algorithm).hexdigest()


def forgeries_of_a_header(good: Delivery, name: str) -> dict[str, Delivery]:
    """Forgeries of any signature that stands in one header."""
    given = good.headers[name]
    assert isinstance(given, str)
    middle = len(given) // 2
    other = "0" if given[-1] != "0" else "1"

    def having(value: str | list[str] | None) -> Delivery:
        return good.with_header(name, value)

    return {
        "no signature": having(None),
        "an empty one": having(""),
        "spaces": having("   "),
        "nonsense": having("x" * len(given)),
        "truncated": having(given[:-1]),
        "half": having(given[:middle]),
        "the first character": having(given[0]),
        "longer": having(given + "0"),
        "another last character": having(given[:-1] + other),
        "another first character": having(("0" if given[0] != "0" else "1") + given[1:]),
        "other case": having(given.swapcase()),
        "in quotes": having(f'"{given}"'),
        "twice": having([given, given]),
        "a good one behind a bad one": having(["x" * len(given), given]),
        "a good one before a bad one": having([given, "x" * len(given)]),
        "several in one": having(f"{given},{given}"),
        "not ASCII": having(given[:-1] + "\u00e9"),
        "a header of another name": having(None).with_header("X-Signature", given),
        "very long": having("0" * 4000),
    }


def forgeries_of_a_body(good: Delivery, name: str) -> dict[str, Delivery]:
    """Forgeries of a signature over the body: with it, another body."""
    body = good.body
    return {
        "another body": good.but(body=body.replace(b"hello", b"hullo")),
        "one more byte": good.but(body=body + b" "),
        "one byte less": good.but(body=body[:-1]),
        "no body": good.but(body=b""),
        "a body twice": good.but(body=body + body),
        "base64 of the signature": good.with_header(name, base64.b64encode(str(good.headers[name]).encode()).decode()),
    }


def forgeries_of_sha256(good: Delivery, name: str, secret: str, prefix: str, wrong: str) -> dict[str, Delivery]:
    """Forgeries of an HMAC-SHA256 with a prefix; `wrong` is another secret."""
    body = good.body
    made: dict[str, Callable[[], str]] = {
        "another secret": lambda: prefix + digest(wrong, body),
        "an empty secret": lambda: prefix + digest("", body),
        "SHA-1": lambda: "sha1=" + digest(secret, body, "sha1"),
        "SHA-1 that calls itself SHA-256": lambda: prefix + digest(secret, body, "sha1"),
        "MD5": lambda: "md5=" + digest(secret, body, "md5"),
        "SHA-512": lambda: "sha512=" + digest(secret, body, "sha512"),
        "a hash without a secret": lambda: prefix + hashlib.sha256(body).hexdigest(),
        "a hash of secret and body": lambda: prefix + hashlib.sha256(secret.encode() + body).hexdigest(),
        "no prefix": lambda: str(good.headers[name]).split("=")[-1],
        "another prefix": lambda: "sha384=" + str(good.headers[name]).split("=")[-1],
        "the prefix alone": lambda: prefix,
        "a signature of nothing": lambda: prefix + digest(secret, b""),
    }
    return {kind: good.with_header(name, make()) for kind, make in made.items()}
