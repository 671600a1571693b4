"""The page on which a clinic makes its tag: the tag is what was chosen, and the preview is the same chat."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.conftest import HostPages

OpenChat = Callable[..., Chat]


@pytest.fixture
def page(fake: FakeChat, open_chat: OpenChat) -> Page:
    """The page, open."""
    opened = open_chat(f"{fake.address}/embed").page
    expect(opened.locator("b12-guide")).to_have_count(1)
    return opened


def fill(page: Page) -> None:
    """Choose something of everything."""
    page.get_by_label("In the page, where the tag is").check()
    page.get_by_label("Country of your patients").select_option("IE")
    page.get_by_label("Name of your clinic").fill('Elm "Road" <Surgery>')
    page.get_by_label("Its phone number").fill("01 555 0100")
    page.get_by_label("Colours").select_option("light")
    page.get_by_label("Colour of buttons").fill("#123456")
    page.get_by_label("Every chat is private").check()


def test_the_plain_tag_is_the_readmes(page: Page, fake: FakeChat) -> None:
    """With nothing chosen it is the one tag of the README."""
    expect(page.locator("#tag")).to_have_text(f'<script src="{fake.address}/widget.js" defer></script>')


def test_the_tag_gives_what_the_preview_shows(page: Page, fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """Pasted into another page, the tag gives the chat of the preview: place, colour, numbers, private, the clinic."""
    fill(page)
    expect(page.locator("b12-guide .emergency-line a")).to_have_text(["112", "999"])
    tag = page.locator("#tag").inner_text()
    chat = open_chat(host.put(f"<!doctype html><html lang=en><title>c</title><p>Before</p>{tag}</html>"))
    for shown in (page, chat.page):
        expect(shown.locator("b12-guide")).to_have_attribute("clinic", 'Elm "Road" <Surgery>')
        expect(shown.get_by_role("button", name="Send")).to_have_css("background-color", "rgb(18, 52, 86)")
        expect(shown.locator("b12-guide .banner")).to_contain_text("Private chat")
    expect(chat.page.locator("b12-guide .emergency-line a")).to_have_text(["112", "999"])


def test_the_tag_can_be_copied(page: Page) -> None:
    """One press puts it on the clipboard, and says so."""
    Chat(page).allow_clipboard()
    page.get_by_label("Its phone number").fill("01 555 0100")
    page.get_by_role("button", name="Copy the tag").click()
    expect(page.locator("#copied")).to_have_text("The tag is copied.")
    assert 'data-clinic-phone="01 555 0100"' in page.evaluate("() => navigator.clipboard.readText()")


def test_the_tag_is_on_screen_while_it_is_made(fake: FakeChat, open_chat: OpenChat) -> None:
    """On a wide screen the tag and the button that copies it stand beside the first choice and beside the last."""
    page = open_chat(f"{fake.address}/embed", viewport={"width": 1280, "height": 800}).page
    for choice in ("Behind a button in the corner", "Right to left"):
        page.get_by_label(choice).scroll_into_view_if_needed()
        for part in (page.get_by_label(choice), page.locator("#tag"), page.get_by_role("button", name="Copy the tag")):
            expect(part).to_be_in_viewport(ratio=1)


def test_the_preview_is_a_chat_that_keeps_nothing(page: Page, fake: FakeChat) -> None:
    """What is tried there is answered, in a private conversation."""
    page.get_by_role("button", name="Ask about B12 injections").click()
    page.get_by_label("Your message").fill("hello")
    page.get_by_label("Your message").press("Enter")
    expect(page.locator("b12-guide .message.bot")).to_have_count(2)
    assert [name.split(":")[0] for name in fake.transcripts] == ["private"]


def test_a_colour_that_nobody_can_read_is_said(page: Page) -> None:
    """White on yellow gets a warning, which goes with the next choice."""
    page.get_by_label("Colour of buttons").fill("#ffee00")
    expect(page.locator("#contrast")).to_contain_text("hard to read")
    page.get_by_label("Colour of buttons").fill("#003344")
    expect(page.locator("#contrast")).to_have_text("")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(fake: FakeChat, open_chat: OpenChat, axe: str, scheme: str) -> None:
    """In light and dark, with everything chosen."""
    chat = open_chat(f"{fake.address}/embed", bypass_csp=True, color_scheme=scheme)
    fill(chat.page)
    assert chat.violations(axe) == []


def test_it_fits_a_phone(fake: FakeChat, open_chat: OpenChat) -> None:
    """At 320 px nothing scrolls sideways."""
    chat = open_chat(f"{fake.address}/embed", viewport={"width": 320, "height": 640})
    assert chat.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert re.match("Put B12 Guide", chat.page.get_by_role("heading", level=1).inner_text())
