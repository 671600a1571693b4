"""Your data: what is kept is listed, saved, deleted; a private chat keeps nothing; a conversation can be taken away."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.real_server import RealServer

OpenChat = Callable[..., Chat]
PLAN = "every 12 weeks, last one was 2 weeks ago"


@pytest.fixture
def chat(fake: FakeChat, open_chat: OpenChat) -> Chat:
    """The home page on the stand-in server."""
    return open_chat(fake.address)


def your_data(chat: Chat) -> None:
    """Open "your data"."""
    chat.options()
    chat.button("Your data").click()


def result(chat: Chat) -> str:
    """What was said of the last action."""
    return chat.page.locator("b12-guide .result").inner_text()


def rows(real: RealServer) -> int:
    """Events in the real server's database."""
    with sqlite3.connect(real.folder / "conversations.db") as database:
        return int(database.execute("SELECT count(*) FROM conversation_events").fetchone()[0])


def test_your_data_lists_what_the_browser_really_keeps(chat: Chat, fake: FakeChat) -> None:
    """Key, waiting messages and look are listed, and nothing else is stored."""
    chat.say("hello")
    chat.options()
    chat.page.get_by_role("radio", name="Large", exact=True).check()
    fake.set_mode("down")
    chat.button("Back to the chat").click()
    chat.write("wait")
    expect(chat.own.last).to_contain_text("Not sent yet")
    your_data(chat)
    listed = chat.page.locator("b12-guide .sheet ul").last.locator("li")
    expect(listed).to_have_text(
        [
            "The key that opens your conversation.",
            "Messages that are not sent yet: 1 now.",
            "What you are writing, until you send it or close this tab.",
            "The text size and colours that you chose.",
        ]
    )
    kinds = sorted(key.split("/:")[1].split(":")[0] for key in chat.stored())
    assert kinds == ["conversation", "look", "out"]


def test_all_that_is_kept_can_be_saved(real: RealServer, open_chat: OpenChat) -> None:
    """The saved file has the messages, the answers and the plan that the server keeps, and what the browser has."""
    chat = open_chat(real.address)
    chat.say(PLAN)
    chat.press("Yes")
    your_data(chat)
    kept = json.loads(chat.saved(chat.button("Save all my data").click))
    assert [line["text"] for line in kept["on_the_clinics_computer"]["messages"] if line["from"] == "user"] == [
        PLAN,
        "Yes",
    ]
    assert kept["on_the_clinics_computer"]["remembered"]["memory"]["plans"]
    assert kept["on_the_clinics_computer"]["country_zone_and_day"][0]["country"] == "GB"
    assert kept["in_this_browser"]["not_sent_yet"] == []
    expect(chat.page.locator("b12-guide .result")).to_have_text("All that is kept is in your downloads.")


def test_deleting_everything_leaves_nothing_anywhere(real: RealServer, open_chat: OpenChat) -> None:
    """After "delete everything" the database, the screen and the browser hold nothing of the conversation."""
    before = rows(real)
    chat = open_chat(real.address)
    chat.say(PLAN)
    assert rows(real) > before
    your_data(chat)
    chat.button("Delete all my data").click()
    chat.button("Delete everything").click()
    expect(chat.page.locator("b12-guide .result")).to_contain_text("All your data is deleted")
    assert rows(real) == before
    assert chat.stored() == {}
    chat.button("Back to Options").click()
    chat.button("Back to the chat").click()
    expect(chat.own).to_have_count(0)


def test_forget_me_in_the_chat_leaves_nothing_either(real: RealServer, open_chat: OpenChat) -> None:
    """The same by words: the answer that it is done stands alone."""
    before = rows(real)
    chat = open_chat(real.address)
    chat.say(PLAN)
    chat.say("forget me")
    chat.button("Delete everything").click()
    expect(chat.own).to_have_count(1)
    expect(chat.last).to_contain_text("deleted")
    assert rows(real) == before
    assert chat.stored() == {}


def test_deleting_in_an_emergency_keeps_what_to_do_in_sight(real: RealServer, open_chat: OpenChat) -> None:
    """Nothing of it is kept; the last word opens with what to do, and the next message is still one of an emergency."""
    before = rows(real)
    chat = open_chat(real.address)
    chat.say("my throat is closing up after the injection")
    your_data(chat)
    chat.button("Delete all my data").click()
    chat.button("Delete everything").click()
    expect(chat.page.locator("b12-guide .result")).to_contain_text("now if you have not, even if you feel better")
    expect(chat.page.locator("b12-guide .result")).to_contain_text("I have deleted our conversation")
    assert rows(real) == before
    chat.button("Back to Options").click()
    chat.button("Back to the chat").click()
    expect(chat.own).to_have_count(0)
    chat.say("ok")
    expect(chat.last).to_contain_text("now if you have not, even if you feel better")


def test_deletion_is_never_claimed(chat: Chat, fake: FakeChat) -> None:
    """Where the server cannot be reached it is said that nothing is deleted, and everything is still there."""
    chat.say("hello")
    your_data(chat)
    fake.set_mode("down")
    chat.button("Delete all my data").click()
    chat.button("Delete everything").click()
    expect(chat.page.locator("b12-guide .result")).to_contain_text("nothing is deleted yet")
    assert chat.stored() != {}
    chat.saved(chat.button("Save all my data").click)
    expect(chat.page.locator("b12-guide .result")).to_contain_text("I saved only what is here")


def test_clearing_the_browser_leaves_the_server_alone(chat: Chat, fake: FakeChat) -> None:
    """On a shared computer the key and the screen go; the conversation stays where it is."""
    chat.say("hello")
    your_data(chat)
    chat.button("Clear this browser only").click()
    chat.button("Clear this browser").click()
    assert result(chat) == "This browser is cleared."
    assert chat.stored() == {}
    assert [len(kept) for kept in fake.transcripts.values()] == [2]
    chat.page.reload()
    expect(chat.box).to_be_visible()
    expect(chat.own).to_have_count(0)


def test_a_private_chat_keeps_nothing(real: RealServer, open_chat: OpenChat) -> None:
    """A private chat works, its plan too, and neither the database nor the browser ever holds any of it; the other
    conversation is untouched and is back afterwards."""
    chat = open_chat(real.address)
    chat.say("how long until I feel better?")
    before, stored = rows(real), chat.stored()
    chat.options()
    chat.button("Start a private chat").click()
    expect(chat.page.locator("b12-guide .banner")).to_contain_text("Private chat: nothing is kept.")
    expect(chat.own).to_have_count(0)
    chat.say(PLAN)
    plan = chat.press("Yes")
    plan.locator(".picture summary").click()
    assert plan.get_by_role("img").evaluate("node => node.decode().then(() => node.naturalWidth > 0)")
    assert (rows(real), chat.stored()) == (before, stored)
    chat.page.reload()
    expect(chat.page.locator("b12-guide .banner")).to_have_count(0)
    expect(chat.own).to_have_count(1)
    assert rows(real) == before


def test_leaving_the_page_forgets_a_private_chat(chat: Chat, fake: FakeChat) -> None:
    """When the page is left or reloaded, the server is told to forget at once."""
    chat.options()
    chat.button("Start a private chat").click()
    chat.say("hello")
    assert [name.split(":")[0] for name in fake.transcripts] == ["private"]
    chat.page.reload()
    assert fake.forgot.wait(10)
    assert fake.transcripts == {}


def test_a_private_chat_can_be_ended(chat: Chat, fake: FakeChat) -> None:
    """Ending it forgets it on the server at once."""
    chat.options()
    chat.button("Start a private chat").click()
    chat.say("hello")
    with chat.page.expect_response("**/chat/forget"):
        chat.options()
        chat.button("End the private chat").click()
    assert fake.transcripts == {}
    expect(chat.own).to_have_count(0)
    expect(chat.page.locator("b12-guide .banner")).to_have_count(0)


def test_nobody_is_asked_a_name(chat: Chat) -> None:
    """The only fields are the message and the looks."""
    fields = chat.page.locator("input, textarea, select")
    assert fields.count() == 1
    chat.options()
    assert chat.page.locator("input:not([type=radio]), select").count() == 0


def test_the_conversation_can_be_copied(chat: Chat) -> None:
    """The clipboard has who said what and when, dates in full and sources with their addresses."""
    chat.allow_clipboard()
    chat.say("my plan")
    chat.say("how long until I feel better?")
    chat.options()
    chat.button("Copy").click()
    expect(chat.page.locator("b12-guide .result")).to_have_text("The conversation is copied.")
    text = chat.page.evaluate("() => navigator.clipboard.readText()")
    assert "): my plan\n" in text
    assert "- Saturday 13 June 2026\n" in text
    assert "B12 Guide: Some people feel better in days" in text
    assert "https://www.nhs.uk/medicines/hydroxocobalamin/ (not yet checked)" in text


def test_the_conversation_can_be_printed(fake: FakeChat, open_chat: OpenChat) -> None:
    """Printing prints the conversation alone, and leaves nothing behind."""
    chat = open_chat("about:blank")
    chat.page.add_init_script(
        """window.print = () => {
          (window.top.printed ??= []).push(document.body.innerText);
          dispatchEvent(new Event("afterprint"));
        }"""
    )
    chat.page.goto(fake.address)
    chat.say("my plan")
    chat.options()
    chat.button("Print").click()
    [printed] = chat.page.evaluate("() => window.printed")
    assert "Saturday 13 June 2026" in printed
    assert "What it does" not in printed
    expect(chat.page.locator("iframe")).to_have_count(0)


def test_nothing_to_take_away_is_said(chat: Chat) -> None:
    """An empty conversation is not saved as an empty file."""
    chat.options()
    chat.button("Save").click()
    assert result(chat) == "There is nothing here yet."
