"""Whatever is sent to the addresses of the channels, none of it is a failure of the server."""

from __future__ import annotations

import json
import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.providers.fake_server import as_json
from tests.providers.harness import Delivery, Harness
from tests.providers.kinds import KINDS, Slack
from tests.providers.kinds_meta import Meta
from tests.providers.kinds_twilio import Twilio

EXAMPLES = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
NAMES = sorted(KINDS)
# Words that the providers' forms are made of, so that made-up bodies look like them.
FIELDS = """
object entry changes value metadata phone_number_id messages id from type text body interactive button_reply group_id
messaging sender message mid attachments postback payload update_id callback_query chat data reply_markup caption event
inline_keyboard event_id channel channel_type subtype files user actions field is_echo sticker_id message_edit
edited_message MessageSid From Body NumMedia
"""
KEYS = st.sampled_from(FIELDS.split())
EVENTS = ["whatsapp_business_account", "page", "messages", "private", "im", "event_callback", "106540352242922"]
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | KEYS
    | st.sampled_from(EVENTS)
)
BODIES = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=6)
)
HEADER_TEXT = st.text(string.printable.strip() + " éß\u0660", max_size=60).map(str.strip)


def signed(harness: Harness, body: bytes) -> Delivery:
    """`body` as the provider would sign it."""
    kind = harness.kind
    if isinstance(kind, (Meta, Slack)):
        return kind.sign(body)
    if isinstance(kind, Twilio):
        return kind.sign(body.decode("utf-8", "ignore").encode())
    return kind.text("x").but(body=body)


def mutated(of: Any, data: st.DataObject) -> Any:
    """A delivery with one part of it made into something else."""
    if isinstance(of, dict) and of and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(of)))
        return {**of, key: mutated(of[key], data)}
    if isinstance(of, list) and of and data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(of) - 1))
        return [*of[:place], mutated(of[place], data), *of[place + 1 :]]
    return data.draw(BODIES)


@pytest.mark.parametrize("name", NAMES)
@EXAMPLES
@given(body=st.binary(max_size=300) | BODIES.map(as_json))
def test_any_genuine_body(standing: dict[str, Harness], name: str, body: bytes) -> None:
    """A signed body of any bytes, or of any JSON, is taken or refused."""
    assert standing[name].deliver(signed(standing[name], body)) in (200, 400, 403)


@pytest.mark.parametrize("name", NAMES)
@EXAMPLES
@given(data=st.data())
def test_any_part_of_a_message_made_into_something_else(
    standing: dict[str, Harness], name: str, data: st.DataObject
) -> None:
    """A real message, receipt, picture or press with one part of another kind is taken or refused."""
    harness = standing[name]
    kind = harness.kind
    real = [kind.text("hello"), kind.captioned("x"), *kind.media().values(), *kind.silent().values()]
    delivery = data.draw(st.sampled_from(real))
    if isinstance(kind, Twilio):
        body = delivery.body.replace(
            b"Body=", data.draw(st.sampled_from([b"", b"Body=%00", b"Body=%ed%a0%80", b"From="]))
        )
        assert harness.deliver(signed(harness, body)) in (200, 400, 403)
    else:
        body = as_json(mutated(json.loads(delivery.body), data))
        assert harness.deliver(signed(harness, body)) in (200, 400, 403)


@pytest.mark.parametrize("name", NAMES)
@EXAMPLES
@given(text=st.text(max_size=200) | st.text(st.characters(codec="utf-8"), max_size=200), data=st.data())
def test_any_text(standing: dict[str, Harness], name: str, text: str, data: st.DataObject) -> None:
    """A message of any characters is taken, and what came of it is a message that the provider takes."""
    harness = standing[name]
    try:
        delivery = harness.kind.text(text, message_id=str(data.draw(st.integers(10_000, 2**40))))
    except UnicodeEncodeError:  # half a character cannot be in a form
        return
    assert harness.deliver(delivery) == 200
    assert harness.fake.refused == []


@pytest.mark.parametrize("name", NAMES)
@EXAMPLES
@given(
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"]),
    value=HEADER_TEXT,
    content_type=st.sampled_from(
        ["application/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"]
    ),
    query=st.text(string.ascii_letters + string.digits + "=&%.-_+", max_size=60),
    body=st.binary(max_size=200),
)
def test_any_request_of_anybody(
    standing: dict[str, Harness], name: str, method: str, value: str, content_type: str, query: str, body: bytes
) -> None:
    """Any method, headers, query and body without a signature is refused, and nothing is stored."""
    harness = standing[name]
    heard = len(harness.rasa.heard)
    headers: dict[str, str | list[str]] = {"Content-Type": content_type, harness.kind.signature: value}
    delivery = Delivery(body, {**headers, "X-Slack-Request-Timestamp": value}, query.replace("%", "%25"))
    status, _ = harness.run(harness.post(delivery, method=method))
    assert status in (400, 403, 404, 405)
    assert len(harness.rasa.heard) == heard
