"""Phones, zoom, right to left, forced colours, motion, text size, printing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.conftest import HostPages

OpenChat = Callable[..., Chat]
# 1280 by 1024 at 400 %, and the same for a window that is low too.
ZOOMED = {"width": 320, "height": 256}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
TEXTS = [
    "how long until I feel better?",
    "my plan",
    "the blood thing they do after",
    "it got worse",
    "my tongue feels huge",
]
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OVERFLOWING = """root => [...root.shadowRoot.querySelectorAll("*")].filter(node => {
  const box = node.getBoundingClientRect();
  return box.width && !node.closest(".hidden-text, option") && (box.right > innerWidth + 1 || box.left < -1);
}).map(node => node.outerHTML.slice(0, 80))"""
USABLE = "a, button, summary, input, textarea"
SMALL = """([root, least, usable]) => [...root.shadowRoot.querySelectorAll(usable)].filter(node => {
  const box = (node.closest("label.pick") ?? node).getBoundingClientRect();
  // A link within a sentence is excepted by the standard.
  return box.width && !node.closest(".emergency-line") && (box.width < least || box.height < least);
}).map(node => `${node.outerHTML.slice(0, 80)} ${node.getBoundingClientRect().height}`)"""


def all_kinds(chat: Chat) -> None:
    """A conversation with every kind of card."""
    for text in TEXTS:
        chat.say(text)
        for summary in chat.last.locator("summary").all():
            summary.click()


@pytest.mark.parametrize("viewport", [{"width": 320, "height": 800}, ZOOMED], ids=["320 px", "400 %"])
def test_nothing_scrolls_sideways(fake: FakeChat, open_chat: OpenChat, viewport: dict[str, int]) -> None:
    """At 320 px and at 400 % zoom every card, the options and "your data" fit the width."""
    chat = open_chat(fake.address, viewport=viewport)
    all_kinds(chat)
    seen = [(chat.page.evaluate(WIDE), chat.element.evaluate(OVERFLOWING))]
    chat.options()
    seen.append((chat.page.evaluate(WIDE), chat.element.evaluate(OVERFLOWING)))
    chat.button("Your data").click()
    chat.button("Delete all my data").click()
    seen.append((chat.page.evaluate(WIDE), chat.element.evaluate(OVERFLOWING)))
    assert seen == [(0, [])] * 3


def test_at_400_percent_the_launched_chat_can_be_used(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """In a window of 320 by 256 the box can be reached, the answer read, and the chat closed."""
    page = f'<!doctype html><html lang=en><title>c</title><script src="{fake.address}/widget.js" defer></script></html>'
    chat = open_chat(host.put(page), viewport=ZOOMED)
    chat.button("Ask about B12 injections").click()
    chat.say("my plan")
    for part in (".dates li", ".links a.file"):
        chat.last.locator(part).last.scroll_into_view_if_needed()
        expect(chat.last.locator(part).last).to_be_in_viewport()
    assert chat.element.evaluate(OVERFLOWING) == []
    chat.button("Close the chat").click()
    expect(chat.box).not_to_be_visible()


@pytest.mark.parametrize("width", [390, 900])
def test_the_buttons_above_the_chat_have_names(
    fake: FakeChat, open_chat: OpenChat, host: HostPages, width: int
) -> None:
    """Options and Close are read, not guessed from a drawing, wherever there is room."""
    page = f'<!doctype html><html lang=en><title>c</title><script src="{fake.address}/widget.js" defer></script></html>'
    chat = open_chat(host.put(page), viewport={"width": width, "height": 800})
    chat.button("Ask about B12 injections").click()
    for name, word in (("Options", "Options"), ("Close the chat", "Close")):
        expect(chat.button(name).get_by_text(word, exact=True)).to_be_in_viewport(ratio=1)


def test_targets_are_large_enough(fake: FakeChat, open_chat: OpenChat) -> None:
    """With a mouse every target measures 24 px or more, by finger 44 px; numbers in the emergency line too."""
    for options, least in (({}, 24), (PHONE, 44)):
        chat = open_chat(fake.address, **options)
        heights = chat.page.locator("b12-guide .emergency-line a").evaluate_all(
            "links => links.map(link => Math.min(link.offsetWidth, link.offsetHeight))"
        )
        assert min(heights) >= least
        all_kinds(chat)
        root = chat.element.evaluate_handle("node => node")
        assert chat.page.evaluate(SMALL, [root, least, USABLE]) == []
        chat.options()
        assert chat.page.evaluate(SMALL, [root, least, USABLE]) == []


def test_on_a_phone_the_launched_chat_takes_the_screen(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """It covers the page, which then is out of reach, and Escape or the button brings it back."""
    page = (
        '<!doctype html><html lang=en><title>c</title><meta name=viewport content="width=device-width">'
        f'<button>Page</button><script src="{fake.address}/widget.js" defer></script></html>'
    )
    chat = open_chat(host.put(page), **PHONE)
    chat.tap("Ask about B12 injections")
    box = chat.page.locator("b12-guide dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    for _ in range(12):
        chat.page.keyboard.press("Tab")
        assert chat.focused() != "button: Page"
    chat.say("my tongue feels huge")
    expect(chat.page.get_by_role("alert").get_by_role("link", name="Call 999")).to_be_in_viewport()
    chat.tap("Close the chat")
    expect(chat.button("Page")).to_be_visible()
    assert chat.focused() == "button: Ask about B12 injections"


def test_right_to_left_turns_everything_round(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """With `data-direction="rtl"` the person's messages, the button and the marks change sides; nothing overflows."""
    script = f'<script src="{fake.address}/widget.js" data-mode=inline data-direction=%s defer></script>'
    sides = []
    for direction in ("ltr", "rtl"):
        page = f"<!doctype html><html lang=en><title>c</title>{script % direction}</html>"
        chat = open_chat(host.put(page), viewport={"width": 500, "height": 800})
        chat.say("my plan")
        assert chat.element.evaluate(OVERFLOWING) == []
        log, own = chat.log.bounding_box(), chat.own.first.locator(".bubble").bounding_box()
        send, box = chat.button("Send").bounding_box(), chat.box.bounding_box()
        assert log
        assert own
        assert send
        assert box
        mark, plan = chat.last.locator(".mark").bounding_box(), chat.last.locator(".plan").bounding_box()
        assert mark
        assert plan
        sides.append((own["x"] - log["x"] > 40, send["x"] > box["x"], plan["x"] > mark["x"]))
    assert sides == [(True, True, True), (False, False, False)]


def test_forced_colours_keep_the_cards_apart(fake: FakeChat, open_chat: OpenChat) -> None:
    """Where the system sets the colours, bubbles and cards have borders and the emergency still has its words."""
    chat = open_chat(fake.address, forced_colors="active")
    all_kinds(chat)
    for part in (".bubble", ".plan", ".care.urgent"):
        expect(chat.page.locator(f"b12-guide {part}").first).to_have_css("border-top-style", "solid")
    expect(chat.page.locator("b12-guide .care.emergency")).to_have_css("border-top-width", "4px")
    expect(chat.last.get_by_role("heading")).to_contain_text("Immediate action required")


def test_motion_stops_where_it_is_not_wanted(fake: FakeChat, open_chat: OpenChat) -> None:
    """The typing sign moves, and stands still for those who asked for less motion."""
    fake.set_mode("held")
    names = []
    for motion in ("no-preference", "reduce"):
        chat = open_chat(fake.address, reduced_motion=motion)
        chat.write("hello")
        dot = chat.page.locator("b12-guide .dots span").first
        expect(dot).to_be_visible()
        names.append(dot.evaluate("node => getComputedStyle(node).animationName"))
    assert names == ["dot", "none"]


def test_the_text_size_and_colours_stay(fake: FakeChat, open_chat: OpenChat) -> None:
    """Largest text is half as large again; with dark colours it is there after a reload too."""
    chat = open_chat(fake.address)
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    before = chat.box.evaluate(size)
    chat.options()
    chat.page.get_by_role("radio", name="Largest").check()
    chat.page.get_by_role("radio", name="Dark").check()
    for _ in range(2):
        assert chat.box.evaluate(size) == pytest.approx(before * 1.5, rel=0.01)
        expect(chat.page.locator("b12-guide .dock")).to_have_css("background-color", "rgb(26, 37, 43)")
        chat.page.reload()


def test_days_are_told_apart(fake: FakeChat, open_chat: OpenChat) -> None:
    """A line with the date in full stands before the first message of each day."""
    chat = open_chat(fake.address)
    chat.say("how long until I feel better?")
    chat.page.reload()
    expect(chat.own).to_have_count(1)
    chat.page.clock.set_fixed_time("2026-03-05T10:00:00Z")
    chat.say("hello")
    chat.say("hello again")
    expect(chat.page.locator("b12-guide .day")).to_have_text(["Tuesday 3 March 2026", "Thursday 5 March 2026"])
    expect(chat.page.locator("b12-guide time").first).to_have_attribute("datetime", "2026-03-03T09:00:00.000Z")
