"""No network, a slow one, a server that starts, breaks, forgets or dies; and two tabs at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.real_server import RealServer

OpenChat = Callable[..., Chat]
QUESTION = "how long until I feel better?"
NOT_SENT = "Not sent yet. I keep trying."


@pytest.fixture
def chat(fake: FakeChat, open_chat: OpenChat) -> Chat:
    """The home page on the stand-in server."""
    return open_chat(fake.address)


def texts(fake: FakeChat) -> list[str]:
    """The person's messages that the server keeps, in order."""
    return [line["text"] for kept in fake.transcripts.values() for line in kept if line["from"] == "user"]


def test_offline_is_said_with_the_emergency_line(chat: Chat) -> None:
    """Without a network the chat says so, also to a listener, and its own emergency numbers stand there."""
    chat.say(QUESTION)
    chat.page.context.set_offline(True)
    chat.write("hello")
    expect(chat.state).to_contain_text("You seem to be offline. What you write is sent when the connection is back.")
    expect(chat.state).to_contain_text("In an emergency, call 999 or your local emergency number now.")
    expect(chat.state).to_have_attribute("role", "status")
    expect(chat.page.locator("b12-guide .emergency-line").get_by_role("link")).to_have_text(["999"])
    expect(chat.own.last).to_contain_text(NOT_SENT)


def test_what_is_written_offline_is_sent_in_order(chat: Chat, fake: FakeChat) -> None:
    """Messages written without a network are sent when it is back: each once, in order, each with its answer."""
    chat.say("zero")
    chat.page.context.set_offline(True)
    for text in ("one", "two", "three"):
        chat.write(text)
    expect(chat.own).to_have_count(4)
    chat.page.context.set_offline(False)
    expect(chat.answers).to_have_count(5)
    assert texts(fake) == ["zero", "one", "two", "three"]
    expect(chat.log).not_to_contain_text(NOT_SENT)
    expect(chat.state).to_have_text("")
    expect(chat.spoken).not_to_have_text("")


def test_what_waits_outlives_a_reload_and_a_closed_tab(chat: Chat, fake: FakeChat, open_chat: OpenChat) -> None:
    """A message that could not be sent is sent by the next page that is opened."""
    chat.say("zero")
    fake.set_mode("down")
    chat.write("one")
    expect(chat.own.last).to_contain_text(NOT_SENT)
    chat.page.reload()
    expect(chat.own.last).to_contain_text("one")
    beside = open_chat("about:blank", beside=chat)
    chat.page.close()
    fake.set_mode("ready")
    beside.page.goto(fake.address)
    expect(beside.answers).to_have_count(3)
    assert texts(fake) == ["zero", "one"]


@pytest.mark.parametrize(
    ("mode", "words"),
    [("starting", "The chat is starting. This can take a minute."), ("down", "The chat cannot be reached.")],
)
def test_a_server_that_is_away_is_said(fake: FakeChat, open_chat: OpenChat, mode: str, words: str) -> None:
    """While the server starts or is down the chat says which, takes messages, and sends them when it is there."""
    fake.set_mode(mode)
    chat = open_chat(fake.address)
    expect(chat.state).to_contain_text(words)
    expect(chat.page.locator("b12-guide .emergency-line a").first).to_have_css("background-color", "rgb(179, 22, 11)")
    chat.write(QUESTION)
    expect(chat.own.last).to_contain_text(NOT_SENT)
    fake.set_mode("ready")
    expect(chat.answers).to_have_count(2)
    expect(chat.state).to_have_text("")


def test_after_three_failures_there_is_a_way_to_a_person(fake: FakeChat, open_chat: OpenChat) -> None:
    """A server that stays away makes the chat name a person instead."""
    fake.set_mode("down")
    chat = open_chat(fake.address)
    expect(chat.page.get_by_role("heading", name="Would you rather ask a person?")).to_be_visible()
    expect(chat.log).to_contain_text("The chat has failed 3 times in a row.")


def test_after_three_misses_there_is_a_way_to_a_person(chat: Chat) -> None:
    """Three answers in a row that did not help bring it; an answer that helps takes it away."""
    offer = chat.page.get_by_role("heading", name="Would you rather ask a person?")
    chat.say("qq")
    chat.say("the blood thing they do after")
    expect(offer).to_have_count(0)
    chat.say("ww")
    expect(offer).to_be_visible()
    chat.say(QUESTION)
    expect(offer).to_have_count(0)


def test_a_lost_answer_comes_once(chat: Chat, fake: FakeChat) -> None:
    """Where the answer is lost on its way, the same message is asked for again and is not doubled."""
    fake.set_mode("mute")
    chat.write(QUESTION)
    expect(chat.own.last).to_contain_text(NOT_SENT)
    fake.set_mode("ready")
    expect(chat.answers).to_have_count(2)
    assert texts(fake) == [QUESTION]
    assert len({body["id"] for body in fake.received}) == 1
    assert len(fake.received) >= 2


def test_a_slow_answer_says_that_it_is_slow(chat: Chat, fake: FakeChat) -> None:
    """After a moment the typing sign is there; after 6 seconds it is said that it takes long."""
    chat.page.clock.install()
    fake.set_mode("held")
    with chat.page.expect_request(lambda request: request.method == "POST"):
        chat.write(QUESTION)
    typing = chat.page.locator("b12-guide .typing")
    expect(typing).not_to_be_visible()
    chat.page.clock.run_for(300)
    expect(typing).to_be_visible()
    chat.page.clock.run_for(6000)
    expect(chat.state).to_contain_text("The answer is taking longer than usual.")
    fake.set_mode("ready")
    expect(chat.answers).to_have_count(2)
    expect(typing).not_to_be_visible()
    expect(chat.state).to_have_text("")


@pytest.mark.chromium_alone("Firefox cannot be given a slow network, only none")
def test_a_crawling_network_loses_and_doubles_nothing(chat: Chat, fake: FakeChat) -> None:
    """On 40 kB a second with 700 ms of delay each message is sent once, in order, and the typing sign is there."""
    crawling = {"offline": False, "latency": 700, "downloadThroughput": 40_000, "uploadThroughput": 40_000}
    chat.page.context.new_cdp_session(chat.page).send("Network.emulateNetworkConditions", crawling)
    for text in ("one", "two", "three"):
        chat.write(text)
    expect(chat.page.locator("b12-guide .typing")).to_be_visible()
    expect(chat.answers).to_have_count(4)
    assert texts(fake) == ["one", "two", "three"]
    assert len({body["id"] for body in fake.received}) == 3
    expect(chat.log).not_to_contain_text(NOT_SENT)


def test_a_message_that_breaks_the_server_holds_nothing_up(chat: Chat, fake: FakeChat) -> None:
    """After three broken tries a message is given up with a word, and the next one gets through."""
    chat.say("zero")

    fake.poison = "poison"
    chat.write("poison")
    chat.write("my tongue feels huge")
    expect(chat.page.get_by_role("alert")).to_contain_text("Call 999")
    expect(chat.log).to_contain_text("That was our fault, not yours. Your message is kept.")


def test_a_forgotten_conversation_is_begun_anew(chat: Chat, fake: FakeChat) -> None:
    """Where the server does not know the conversation any more, the message goes into a new one, and it is said."""
    chat.say("zero")
    fake.set_mode("expired")
    chat.say(QUESTION)
    expect(chat.log).to_contain_text("Your earlier conversation has ended, so this is a new one.")
    assert texts(fake) == [QUESTION]


def test_country_zone_and_locale_go_along(fake: FakeChat, open_chat: OpenChat) -> None:
    """The browser's zone and locale are sent; its country is the zone's, never the language's."""
    cases = [
        ("en-GB", "Europe/London", "GB"), ("en-US", "Europe/London", "GB"), ("en-US", "America/New_York", "US"),
        ("en", "Europe/Dublin", "IE"), ("en-AU", "Pacific/Auckland", "NZ"), ("en-US", "Asia/Tokyo", None),
    ]  # fmt: skip
    for locale, zone, country in cases:
        chat = open_chat(fake.address, locale=locale, timezone_id=zone)
        chat.say("hello")
        assert fake.received[-1]["metadata"] == {"locale": locale, "timezone": zone, "country": country}


def test_two_tabs_are_one_conversation(chat: Chat, fake: FakeChat, open_chat: OpenChat) -> None:
    """What is said in one tab shows in the other, in the same order, without doubles."""
    beside = open_chat(fake.address, beside=chat)
    chat.say("one")
    expect(beside.messages).to_have_count(3)
    beside.say("two")
    expect(chat.own).to_have_text([re.compile("one"), re.compile("two")])
    expect(chat.answers).to_have_count(3)
    assert len(fake.transcripts) == 1


def test_two_tabs_that_begin_at_once_share_one_conversation(chat: Chat, fake: FakeChat, open_chat: OpenChat) -> None:
    """Two first messages at the same moment are in one conversation, each once."""
    beside = open_chat(fake.address, beside=chat)
    fake.set_mode("held")
    chat.write("one")
    beside.write("two")
    fake.set_mode("ready")
    for tab in (chat, beside):
        expect(tab.answers).to_have_count(3)
        expect(tab.own).to_have_count(2)
    assert sorted(texts(fake)) == ["one", "two"]
    assert len([kept for kept in fake.transcripts.values() if kept]) == 1


def test_deleting_in_one_tab_empties_the_other(chat: Chat, fake: FakeChat, open_chat: OpenChat) -> None:
    """Nothing of a deleted conversation stays on the screen of another tab."""
    beside = open_chat(fake.address, beside=chat)
    chat.say("one")
    expect(beside.own).to_have_count(1)
    chat.options()
    chat.button("Your data").click()
    chat.button("Delete all my data").click()
    chat.button("Delete everything").click()
    expect(beside.own).to_have_count(0)
    assert fake.transcripts == {}


def test_the_server_may_be_killed_in_the_middle(real: RealServer, open_chat: OpenChat) -> None:
    """Killed with a message on its way and started again, the server gets the message again: one question, one answer,
    and the conversation of before is there."""
    chat = open_chat(real.address)
    chat.say("how long until I feel better?")
    # Else it is a race, and a quick server has answered before it is killed.
    real.freeze()
    chat.write("can I switch to tablets?")
    real.kill()
    expect(chat.own.last).to_contain_text(NOT_SENT)
    expect(chat.state).to_contain_text("cannot be reached")
    chat.write("every 12 weeks, last one was 2 weeks ago")
    real.start()
    expect(chat.answers).to_have_count(4)
    for _ in range(2):
        expect(chat.own).to_have_count(3)
        expect(chat.own.nth(1)).to_contain_text("can I switch to tablets?")
        expect(chat.answers.nth(3)).to_contain_text("Every 12 weeks")
        expect(chat.answers).to_have_count(4)
        chat.page.reload()
    expect(chat.state).to_have_text("")
