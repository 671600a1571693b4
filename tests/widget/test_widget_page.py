"""The chat in its page: lines that can be read, the colours of the page, its bars, the skip link, a badge."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.conftest import HostPages
from tests.widget.screens import LAUNCHED, tag

OpenChat = Callable[..., Chat]
QUESTION = "how long until I feel better?"


def test_lines_are_short_enough_to_read(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """In a page of 1600 px no line of an answer has more than 80 characters."""
    inline = host.put(LAUNCHED.format(tag(fake.address, mode="inline")))
    chat = open_chat(inline, viewport={"width": 1600, "height": 900})
    answer = chat.say(QUESTION)
    wide = answer.locator(".bubble p").evaluate_all(
        """nodes => nodes.map(node => { const range = document.createRange(); range.selectNodeContents(node);
          return node.textContent.length / new Set([...range.getClientRects()].map(r => Math.round(r.top))).size; })"""
    )
    assert max(wide) <= 80


def test_no_bar_of_the_page_hides_the_button(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """A bar that is fixed at the foot of the page, with the highest z-index there is, does not cover the launcher."""
    bar = '<div style="position:fixed;inset:auto 0 0 0;height:120px;background:#ddd;z-index:2147483647">Cookies?</div>'
    chat = open_chat(host.put(LAUNCHED.format(tag(fake.address) + bar)))
    chat.button("Ask about B12 injections").click()
    expect(chat.box).to_be_visible()
    chat.say("hello")
    chat.button("Close the chat").click()
    expect(chat.button("Ask about B12 injections")).to_be_visible()


@pytest.mark.parametrize(
    ("device", "look", "colour"),
    [
        ("light", "Dark", "rgb(15, 23, 27)"),
        ("light", "High contrast", "rgb(0, 0, 0)"),
        ("dark", "Light", "rgb(239, 244, 245)"),
    ],
)
def test_chosen_colours_reach_the_page(
    fake: FakeChat, open_chat: OpenChat, device: str, look: str, colour: str
) -> None:
    """On our own page the colours that are chosen in the chat are those of the page too, whatever the device says."""
    chat = open_chat(fake.address, color_scheme=device)
    chat.options()
    chat.page.get_by_role("radio", name=look).check()
    expect(chat.page.locator("body")).to_have_css("background-color", colour)


def test_the_skip_link_leads_to_the_box(fake: FakeChat, open_chat: OpenChat) -> None:
    """The first Tab shows the link, Enter puts the focus where one writes."""
    chat = open_chat(fake.address)
    chat.page.keyboard.press("Tab")
    expect(chat.page.get_by_role("link", name="Skip to the chat")).to_be_in_viewport(ratio=1)
    chat.page.keyboard.press("Enter")
    expect(chat.box).to_be_focused()


def test_a_badge_says_that_an_answer_has_come(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """An answer that comes while the chat is closed is counted on its button, in words too, until it is opened."""
    chat = open_chat(host.put(LAUNCHED.format(tag(fake.address))))
    chat.button("Ask about B12 injections").click()
    fake.set_mode("held")
    chat.write("hello")
    chat.button("Close the chat").click()
    fake.set_mode("ready")
    badge = chat.page.locator("b12-guide .badge")
    expect(badge).to_have_text("1")
    chat.page.get_by_role("button", name="Ask about B12 injections, 1 new answer").click()
    chat.button("Close the chat").click()
    expect(badge).to_have_count(0)
