"""Only what a provider signed is taken: every documented vector, and no forgery."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from sanic.compat import Header

from b12guide.channels.inbox_tables import MESSAGES
from tests.providers.harness import COUNTED, Delivery, Harness
from tests.providers.kinds import KINDS, Slack
from tests.providers.kinds_meta import Meta

FORGERIES = [(name, kind) for name in sorted(KINDS) for kind in KINDS[name]().forgeries()]
DOCUMENTED = [(name, kind) for name in sorted(KINDS) for kind in KINDS[name]().documented()]


def stored(harness: Harness) -> int:
    """Rows that the inbox holds."""
    with harness.inbox.tables.engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(MESSAGES)).scalar())


@pytest.mark.parametrize("name", sorted(KINDS))
def test_there_are_at_least_20_forgeries_of_each(name: str) -> None:
    """The list below is as long as it has to be."""
    assert len(KINDS[name]().forgeries()) >= 20


@pytest.mark.parametrize(("name", "kind"), FORGERIES, ids=[f"{name}-{kind}" for name, kind in FORGERIES])
def test_a_forgery_is_a_403_and_nothing_is_stored(standing: dict[str, Harness], name: str, kind: str) -> None:
    """Nobody without the secret reaches the bot, or leaves a trace in the database."""
    harness = standing[name]
    before = stored(harness), len(harness.rasa.heard), harness.fake.requests
    status = harness.deliver(KINDS[name]().forgeries()[kind])
    assert status == 403
    assert (stored(harness), len(harness.rasa.heard), harness.fake.requests) == before
    harness.count("refused")


def asked(delivery: Delivery, path: str) -> Any:
    """A request as the channel's check sees it."""
    return SimpleNamespace(headers=Header(delivery.headers), path=path, query_string=delivery.query)


@pytest.mark.parametrize(("name", "kind"), DOCUMENTED, ids=[f"{name}-{kind}" for name, kind in DOCUMENTED])
def test_a_documented_vector_is_accepted(name: str, kind: str) -> None:
    """What the provider's documentation or library publishes as genuine is genuine here."""
    provider = KINDS[name]()
    settings, delivery, expected = provider.documented()[kind]
    channel = provider.channel(
        {**provider.settings, **settings}, inbox=object(), post=object(), names=object(), **provider.parts
    )
    path = expected.get("path", f"/webhooks/{name}/webhook")
    assert channel.genuine(asked(delivery, path), delivery.body) is True
    assert channel.genuine(asked(delivery, path), delivery.body + b"&a=1") is (name == "telegram")
    COUNTED[name, "documented"] += 1


def test_a_genuine_delivery_that_is_none_of_its_forms_is_a_400(standing: dict[str, Harness]) -> None:
    """What is signed and still makes no sense is told so, and is never a failure."""
    for name, harness in standing.items():
        for kind, (settings, delivery, expected) in harness.kind.documented().items():
            if not settings and "path" not in expected:
                assert (name, kind, harness.deliver(delivery)) == (name, kind, expected.get("status", 200))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_of_genuine_delivery_is_a_200(standing: dict[str, Harness], name: str) -> None:
    """Texts, media, receipts, presses: all that a provider sends is acknowledged."""
    harness = standing[name]
    kind = harness.kind
    deliveries = [kind.text("hello", message_id="77"), kind.captioned("hello"), *kind.media().values()]
    for delivery in [*deliveries, *kind.silent().values()]:
        assert harness.deliver(delivery) == 200
        harness.count("genuine")


@pytest.mark.parametrize("name", ["messenger", "whatsapp"])
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhock", 200),
        ("hub.challenge=1158201444&hub.mode=subscribe&hub.verify_token=meatyhamhock", 200),
        ("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhoc", 403),
        ("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=", 403),
        ("hub.mode=subscribe&hub.challenge=1158201444", 403),
        ("hub.mode=unsubscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhock", 403),
        ("hub.challenge=1158201444&hub.verify_token=meatyhamhock", 403),
        ("hub.mode=subscribe&hub.verify_token=meatyhamhock", 403),
        ("hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=meatyhamhock", 403),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=x&hub.verify_token=meatyhamhock", 403),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=%ff%fe", 403),
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=m%C3%A9atyhamhock", 403),
        ("", 403),
    ],
)
def test_metas_handshake(standing: dict[str, Harness], name: str, query: str, status: int) -> None:
    """The challenge comes back for the right token alone, as plain text."""
    harness = standing[name]
    answer = harness.run(harness.post(Delivery(b"", query=query), method="GET"))
    assert answer[0] == status
    assert (answer[1] == b"1158201444") is (status == 200)


def test_slacks_handshake(standing: dict[str, Harness]) -> None:
    """Slack's first delivery is given its challenge back, if it is signed."""
    harness = standing["slack"]
    challenge = b"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
    body = b'{"token": "x", "challenge": "%s", "type": "url_verification"}' % challenge
    kind = harness.kind
    assert isinstance(kind, Slack)
    signed = kind.sign(body)
    assert harness.run(harness.post(signed)) == (200, challenge)
    assert harness.run(harness.post(signed.with_header("X-Slack-Signature", None)))[0] == 403


def test_twilio_gets_an_answer_without_a_message(standing: dict[str, Harness]) -> None:
    """The acknowledgement is TwiML that says nothing, since the answer is sent by itself."""
    for name in ("sms", "twilio_whatsapp"):
        harness = standing[name]
        status, body = harness.run(harness.post(harness.kind.silent()["delivered"]))
        assert (status, body) == (200, b'<?xml version="1.0" encoding="UTF-8"?><Response></Response>')


def test_a_batch_of_3_megabytes_is_taken_and_more_is_not(standing: dict[str, Harness]) -> None:
    """Meta's deliveries may be longer than other requests; past 4 MiB nothing is read."""
    harness = standing["whatsapp"]
    kind = harness.kind
    assert isinstance(kind, Meta)
    large = kind.sign(b'{"object": "whatsapp_business_account", "entry": [], "x": "%s"}' % (b"x" * 3_000_000))
    assert harness.deliver(large) == 200
    assert harness.deliver(large.but(body=b"x" * (4 * 1024 * 1024 + 1))) == 413
    signed = standing["telegram"].kind.text("hello")
    assert standing["telegram"].deliver(signed.but(body=b"x" * 300_000)) == 413
