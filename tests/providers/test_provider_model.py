"""Each channel with the trained model behind it: a plan, its file, an emergency that stays, and being forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from b12guide.channels import plan_links as links
from b12guide.channels.inbox import Inbox
from b12guide.channels.incoming import Names
from b12guide.channels.plan_links import PlanLinks
from b12guide.person import COUNTRY_VARIABLE, ZONE_VARIABLE
from tests.conftest import Bot
from tests.providers.conftest import SECRET
from tests.providers.harness import Harness
from tests.providers.kinds import KINDS

# Two weeks ago, so that nothing is late whenever the test runs.
LAST = datetime.now(timezone.utc).date() - timedelta(days=14)
PLAN = f"every 12 weeks, the last one was on {LAST.day} {LAST:%B %Y}"
NUMBERED = {"sms", "twilio_whatsapp"}


@pytest.fixture
def real(bot: Bot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Harness]]:
    """A channel in front of the trained model."""
    monkeypatch.setenv(ZONE_VARIABLE, "Europe/London")
    monkeypatch.setenv(COUNTRY_VARIABLE, "GB")
    secret = PlanLinks(SECRET)
    monkeypatch.setattr(links, "plan_links", lambda: secret)
    monkeypatch.setattr("b12guide.channels.telegram.plan_links", lambda: secret)
    made: list[Harness] = []

    def make(name: str) -> Harness:
        inbox, names = (
            Inbox(f"sqlite:///{tmp_path / 'inbox.db'}", timeout_seconds=20),
            Names(SECRET + str(tmp_path).encode()),
        )
        public = {"public": "https://chat.example.org"}
        made.append(Harness(bot.loop, KINDS[name](), inbox, names, agent=bot.agent, settings=public))
        return made[-1]

    yield make
    for harness in made:
        harness.close()


class Chat:
    """One person's conversation."""

    def __init__(self, harness: Harness) -> None:
        # The ids below are those of pictures.
        self.harness, self.number = harness, 10

    def __call__(self, text: str) -> str:
        """All that comes back for a text."""
        self.number += 1
        told = [said.text for said in self.harness.write(text, message_id=str(self.number))]
        while told and told[-1].endswith("Reply MORE to read on."):
            self.number += 1
            told += [said.text for said in self.harness.write("more", message_id=str(self.number))]
        assert self.harness.fake.refused == []
        return "\n".join(told)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_plan_from_first_word_to_calendar(real: Callable[[str], Harness], name: str) -> None:
    """Said, read back, confirmed in the words or with the button of the channel, and taken home as a file or a link."""
    harness = real(name)
    chat = Chat(harness)
    assert "B12 injections" in chat("hi")
    read_back = chat(PLAN)
    assert "Every 12 weeks." in read_back
    assert "Is that what your clinic said?" in read_back
    if name in NUMBERED:
        confirmed = chat("1")
    else:
        yes = next(said for said in reversed(harness.fake.said) if "Yes" in said.payloads)
        before = len(harness.fake.said)
        harness.deliver(harness.kind.pressed(yes, yes.payloads.index("Yes"), message_id="77"))
        confirmed = "\n".join(said.text for said in harness.fake.said[before:])
    assert "next" in confirmed.lower()
    if name == "telegram":
        (file,) = [said.file for said in harness.fake.said if said.file]
        assert file[:2] == ("appointments.ics", "text/calendar")
        assert file[2].startswith("BEGIN:VCALENDAR")
    else:
        assert "https://chat.example.org/plan/" in confirmed
        assert "/plan.ics" in confirmed


@pytest.mark.parametrize("name", sorted(KINDS))
def test_an_emergency_stays_one_through_words_and_pictures(real: Callable[[str], Harness], name: str) -> None:
    """The card, then "still" for thanks and for a picture, until help is there."""
    harness = real(name)
    chat = Chat(harness)
    assert chat("my throat is closing up after the injection").startswith(
        "Adrenaline (epinephrine) pen? Use it at once, then call 999 or your local emergency number now."
    )
    assert "even if you feel better" in chat("ok thanks")
    before = len(harness.fake.said)
    harness.deliver(next(iter(harness.kind.media().values())))
    (still,) = harness.fake.said[before:]
    assert "even if you feel better" in still.text
    assert "help is with you" in chat("the ambulance is here, help is with me")


@pytest.mark.parametrize("name", sorted(KINDS))
def test_forget_me_deletes_the_conversation(real: Callable[[str], Harness], bot: Bot, name: str) -> None:
    """After "forget me" and its confirmation nothing of the person is in the conversations."""
    harness = real(name)
    chat = Chat(harness)
    chat("hi")
    conversation = harness.channel.names.conversation(name, harness.kind.people[0])
    assert bot.run(bot.agent.tracker_store.retrieve(conversation)) is not None
    assert "It cannot be undone. Delete it?" in chat("forget me")
    assert "I have deleted our conversation" in chat("Delete everything")
    assert bot.run(bot.agent.tracker_store.retrieve(conversation)) is None
    kept = harness.run(harness.inbox.kept(conversation))
    assert (kept.rest, kept.choices) == ("", [])


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_greeting_says_who_else_handles_messages(real: Callable[[str], Harness], name: str) -> None:
    """On these channels a phone or message company reads along, and the first message says so."""
    assert "Your phone or message company also handles your messages." in Chat(real(name))("hello")
