"""axe-core finds nothing, in every state of the widget and in every colour scheme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.fake_server import FakeChat
from tests.widget.browsers import in_firefox
from tests.widget.chat import Chat
from tests.widget.conftest import HostPages

OpenChat = Callable[..., Chat]
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
# How the page is looked at, and with which rules: what is not a matter of colour is the same in each.
LOOKS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "light": ({"color_scheme": "light", "contrast": "no-preference"}, {}),
    "dark": ({"color_scheme": "dark", "contrast": "no-preference"}, {}),
    "more contrast": ({"color_scheme": "light", "contrast": "more"}, COLOURS),
    "more contrast, dark": ({"color_scheme": "dark", "contrast": "more"}, COLOURS),
}


if in_firefox():
    # It cannot be given other looks while a page is open; the colours are the same in every browser.
    LOOKS = {"as it is": ({}, {})}


def answered(text: str) -> Callable[[Chat, FakeChat], None]:
    """The state after one answer."""
    return lambda chat, fake: expect(chat.say(text)).to_be_visible()


def troubled(mode: str, words: str) -> Callable[[Chat, FakeChat], None]:
    """The state with a message that cannot be sent."""

    def reach(chat: Chat, fake: FakeChat) -> None:
        fake.set_mode(mode)
        chat.write("hello")
        expect(chat.state).to_contain_text(words)

    return reach


def sources_open(chat: Chat, fake: FakeChat) -> None:
    chat.say("many sources")
    chat.last.locator("summary").click()


def chosen(chat: Chat, fake: FakeChat) -> None:
    chat.say("how long until I feel better?")
    chat.press("Tell me more")


def waiting(chat: Chat, fake: FakeChat) -> None:
    fake.set_mode("held")
    chat.write("hello")
    expect(chat.page.get_by_text("Writing an answer")).to_be_visible()


def refused(chat: Chat, fake: FakeChat) -> None:
    chat.say("hello")
    fake.set_mode("refusing")
    chat.write("hello")
    expect(chat.log).to_contain_text("could not be sent")


def person(chat: Chat, fake: FakeChat) -> None:
    for text in ("qq", "ww", "ee"):
        chat.say(text)
    expect(chat.page.get_by_text("Would you rather ask a person?")).to_be_visible()


def broken(chat: Chat, fake: FakeChat) -> None:
    chat.say("hello")
    fake.set_mode("broken")
    chat.write("hello")
    expect(chat.button("Try again")).to_be_visible()


def clearing(chat: Chat, fake: FakeChat) -> None:
    your_data(chat, fake)
    chat.button("Clear this browser only").click()


def deleting_in_an_emergency(chat: Chat, fake: FakeChat) -> None:
    chat.say("my tongue feels huge")
    deleting(chat, fake)


def earlier(chat: Chat, fake: FakeChat) -> None:
    for _ in range(3):
        chat.say("hello")
    fake.tail = 1
    chat.page.reload()
    expect(chat.button("Show earlier messages")).to_be_visible()


def options(chat: Chat, fake: FakeChat) -> None:
    chat.say("hello")
    chat.options()
    chat.button("Copy").click()


def your_data(chat: Chat, fake: FakeChat) -> None:
    chat.options()
    chat.button("Your data").click()


def deleting(chat: Chat, fake: FakeChat) -> None:
    your_data(chat, fake)
    chat.button("Delete all my data").click()


def private(chat: Chat, fake: FakeChat) -> None:
    chat.options()
    chat.button("Start a private chat").click()
    chat.say("hello")


STATES: dict[str, Callable[[Chat, FakeChat], None]] = {
    "first": lambda chat, fake: None,
    "answer": answered("how long until I feel better?"),
    "sources": sources_open,
    "chosen": chosen,
    "did you mean": answered("the blood thing they do after"),
    "plan": answered("my plan"),
    "asked": answered("when is my next jab"),
    "not understood": answered("qq"),
    "person": person,
    "urgent": answered("it got worse"),
    "emergency": answered("my tongue feels huge"),
    "crisis": answered("i want to end it"),
    "writing": waiting,
    "starting": troubled("starting", "The chat is starting"),
    "down": troubled("down", "cannot be reached"),
    "refused": refused,
    "broken": broken,
    "earlier": earlier,
    "clearing": clearing,
    "deleting in an emergency": deleting_in_an_emergency,
    "options": options,
    "your data": your_data,
    "deleting": deleting,
    "private": private,
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(fake: FakeChat, open_chat: OpenChat, axe: str, state: str) -> None:
    """Every state of the home page, in light, in dark and with more contrast, has no violation of any rule of axe."""
    chat = open_chat(fake.address, bypass_csp=True)
    STATES[state](chat, fake)
    found = {}
    for look, (media, options) in LOOKS.items():
        chat.page.emulate_media(**media)
        found[look] = chat.violations(axe, options)
    assert found == {look: [] for look in LOOKS}


@pytest.mark.parametrize("state", ["first", "answer", "plan", "emergency", "down", "options", "your data"])
def test_axe_finds_nothing_in_chosen_high_contrast(fake: FakeChat, open_chat: OpenChat, axe: str, state: str) -> None:
    """The high contrast of the options holds in the same way, at the largest text."""
    chat = open_chat(fake.address, bypass_csp=True)
    chat.options()
    chat.page.get_by_role("radio", name="High contrast").check()
    chat.page.get_by_role("radio", name="Largest").check()
    chat.button("Back to the chat").click()
    STATES[state](chat, fake)
    assert chat.violations(axe) == []


@pytest.mark.parametrize(
    "viewport", [{"width": 900, "height": 800}, {"width": 390, "height": 844}], ids=["wide", "phone"]
)
@pytest.mark.parametrize("opened", ["", "my plan", "my tongue feels huge", "it got worse", "broken"])
def test_axe_finds_nothing_on_somebody_elses_page(
    fake: FakeChat, open_chat: OpenChat, host: HostPages, axe: str, viewport: dict[str, int], opened: str
) -> None:
    """The launcher and the launched chat have no violation either, urgent, error and all."""
    html = "<!doctype html><html lang=en><title>Clinic</title><main><h1>Our clinic</h1></main>"
    chat = open_chat(
        host.put(f'{html}<script src="{fake.address}/widget.js" defer></script></html>'), viewport=viewport
    )
    if opened:
        chat.button("Ask about B12 injections").click()
    if opened == "broken":
        broken(chat, fake)
    elif opened:
        chat.say(opened)
    # The launcher stands beside the page's landmarks, as every chat button does.
    assert chat.violations(axe, {"rules": {"region": {"enabled": bool(opened) and viewport["width"] < 600}}}) == []
