"""A reminder on each channel: as its rules allow, in a form that the provider takes, and never where it may not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from b12guide.channels.inbox_tables import Kept
from b12guide.channels.post import Verdict
from b12guide.channels.provider_settings import TWILIO_WHATSAPP, WHATSAPP
from b12guide.channels.reminder_rows import Words
from b12guide.channels.reminder_ways import ALWAYS, ways
from b12guide.database.reminder_tables import Address
from b12guide.metrics import REGISTRY
from b12guide.settings import SettingError
from tests.providers.fake_server import Answer
from tests.providers.harness import Harness

Make = Callable[..., Harness]
TEMPLATES = {"whatsapp": "reminder/en_GB", "twilio_whatsapp": "HX" + "0123456789abcdef" * 2}
WORDS = Words("A reminder: you have something planned.", "Monday 4 May 2026", "", "")
DAY = 86_400.0
EMERGENCY = "my throat is closing up after the injection"


def remind(harness: Harness, *, heard: float = DAY, key: str = "k") -> Verdict:
    """Send a reminder to somebody who wrote so many seconds ago."""
    to = Address(harness.channel.name(), harness.kind.people[0], time.time() - heard)
    return harness.run(harness.channel.remind(WORDS, to, key))


def templated(make: Make, name: str) -> Harness:
    return make(name, settings={"template": TEMPLATES[name]} if name in TEMPLATES else None)


@pytest.mark.parametrize("name", ["sms", "telegram", "slack", "whatsapp", "twilio_whatsapp"])
def test_a_reminder_reaches_its_person(make: Make, name: str) -> None:
    """As a text, to their address; the provider has nothing against its form."""
    harness = templated(make, name)
    assert harness.channel.reminds()
    assert remind(harness, heard=60) == Verdict(True)
    (said,) = harness.fake.said
    assert said.text == WORDS.text
    assert said.to.removeprefix("whatsapp:") == harness.kind.people[0]
    assert harness.fake.refused == []


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_after_a_day_whatsapp_gets_the_template_alone(make: Make, name: str) -> None:
    """Once the 24 hours are over only what was approved may go out: the template, with the day in its one place."""
    harness = templated(make, name)
    remind(harness, heard=DAY + 1)
    remind(harness, heard=DAY - 60)  # clocks differ: the last minutes count as over
    assert [said.text for said in harness.fake.said] == ["template: Monday 4 May 2026"] * 2
    assert harness.fake.refused == []


@pytest.mark.parametrize("name", ["whatsapp", "twilio_whatsapp", "messenger"])
def test_where_the_rules_allow_none_none_is_offered(make: Make, name: str) -> None:
    """WhatsApp without a template, and Messenger, which lets nobody write after a day."""
    assert not make(name).channel.reminds()


def test_the_channels_that_can_are_known_before_any_message() -> None:
    """SMS, Telegram and Slack always; WhatsApp where the setting of the template is there and of its form."""
    meta = {
        "B12GUIDE_WHATSAPP_PHONE_NUMBER_ID": "1065", "B12GUIDE_WHATSAPP_ACCESS_TOKEN": "EAA",
        "B12GUIDE_WHATSAPP_APP_SECRET": "s", "B12GUIDE_WHATSAPP_VERIFY_TOKEN": "v",
    }  # fmt: skip
    assert ways({}) == ALWAYS == {"sms", "telegram", "slack"}
    assert ways(meta) == ALWAYS
    assert ways({**meta, "B12GUIDE_WHATSAPP_TEMPLATE": "reminder/en_GB"}) == ALWAYS | {"whatsapp"}
    with pytest.raises(SettingError, match="B12GUIDE_WHATSAPP_TEMPLATE has to be"):
        WHATSAPP.read({**meta, "B12GUIDE_WHATSAPP_TEMPLATE": "Reminder"})
    assert TWILIO_WHATSAPP.read({"B12GUIDE_TWILIO_WHATSAPP_TEMPLATE": TEMPLATES["twilio_whatsapp"]}) is None


def test_a_template_alone_switches_no_channel_on() -> None:
    """It adds to a channel that is set up."""
    assert WHATSAPP.read({"B12GUIDE_WHATSAPP_TEMPLATE": "reminder/en_GB"}) is None


def test_one_request_is_made_and_what_came_of_it_is_told(make: Make) -> None:
    """Busy, refused, and a connection that broke after the request left, which counts as taken."""
    harness = make("sms")
    harness.fake.script = [harness.fake.busy(7), Answer(400, {"code": 21610}), Answer(200, breaks=True)]
    found = [remind(harness) for _ in range(3)]
    assert [(one.taken, one.again, one.wait, one.code) for one in found] == [
        (False, True, 7.0, "429 20429"),
        (False, False, None, "400 21610"),
        (True, True, None, "ServerDisconnectedError"),
    ]  # fmt: skip
    assert harness.fake.requests == 3


def test_where_a_provider_takes_a_key_each_try_has_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of those here documents one. For one that does, a broken connection is no success; the key goes along."""
    harness, seen = make("sms"), list[Any]()
    monkeypatch.setattr(type(harness.channel), "key_header", "Idempotency-Key")
    read = harness.fake._read

    async def reading(request: Any) -> Any:
        seen.append(request.headers.get("Idempotency-Key"))
        return await read(request)

    monkeypatch.setattr(harness.fake, "_read", reading)
    harness.fake.script = [Answer(200, breaks=True)]
    assert harness.channel.takes_key
    first = remind(harness, key="the-key")
    second = remind(harness, key="the-key")
    assert (first.taken, first.again, second.taken, seen) == (False, True, True, ["the-key"])


def test_an_emergency_after_stop_is_counted(make: Make) -> None:
    """The card goes out all the same; where the carrier holds it back, that is in the figures too."""

    def value(what: str) -> float:
        labels = {"channel": "sms", "what": what}
        return REGISTRY.get_sample_value("b12guide_emergencies_after_stop_total", labels) or 0.0

    before = value("heard"), value("held_back")
    harness = make("sms")
    harness.write("STOP")
    assert len(harness.write(EMERGENCY, message_id="2")) >= 1
    harness.fake.script = [Answer(400, {"code": 21610})]
    harness.write(EMERGENCY + " now", message_id="3")
    assert (value("heard") - before[0], value("held_back") - before[1]) == (2, 1)


def test_done_and_the_others_are_no_words_of_the_carrier(make: Make) -> None:
    """What a reminder can be answered with reaches the bot; END and CANCEL are the carrier's and stop all texts."""
    harness = make("sms")
    words = ["DONE", "LATE", "MOVED to 12 May", "SNOOZE", "NO MORE"]
    for number, text in enumerate(words):
        harness.write(text, message_id=str(number))
    assert harness.rasa.texts == words
    harness.write("CANCEL", message_id="9")
    kept = harness.run(harness.inbox.kept(harness.channel.names.conversation("sms", harness.kind.people[0])))
    assert kept == Kept(stopped=True)
