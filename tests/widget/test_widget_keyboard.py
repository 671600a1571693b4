"""With the keyboard alone, and what a screen reader is told."""

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


@pytest.fixture
def chat(fake: FakeChat, open_chat: OpenChat) -> Chat:
    """The home page on the stand-in server."""
    return open_chat(fake.address)


def tab_to(chat: Chat, wanted: str, key: str = "Tab") -> None:
    """Press Tab until the focus is on what is wanted."""
    for _ in range(40):
        if re.match(wanted, chat.focused()):
            return
        chat.page.keyboard.press(key)
    raise AssertionError(f"Tab does not lead to {wanted}: the focus is on {chat.focused()}")


def type_and_send(chat: Chat, text: str) -> None:
    """Type in the box, which has the focus, send, and wait for the answer."""
    before = chat.answers.count()
    chat.page.keyboard.type(text)
    chat.page.keyboard.press("Enter")
    expect(chat.answers).to_have_count(before + 1)


def test_the_main_job_needs_no_mouse(real: RealServer, open_chat: OpenChat) -> None:
    """From the top of the page to a confirmed plan, its calendar file, its list and a source: keys alone."""
    chat = open_chat(real.address)
    tab_to(chat, "textarea")
    type_and_send(chat, "every 12 weeks, last one was 2 weeks ago")
    tab_to(chat, "button: Yes$", "Shift+Tab")
    before = chat.answers.count()
    chat.page.keyboard.press("Enter")
    expect(chat.answers).to_have_count(before + 1)
    assert chat.focused() == "button: Chosen: Yes"
    chat.page.keyboard.press("End")
    assert "Your next injection" in chat.focused()
    tab_to(chat, "textarea")
    type_and_send(chat, QUESTION)
    tab_to(chat, r"summary: \d", "Shift+Tab")
    chat.page.keyboard.press("Enter")
    expect(chat.last.locator("details li").first).to_be_visible()
    tab_to(chat, "button: Options", "Shift+Tab")
    chat.page.keyboard.press("Enter")
    assert chat.focused() == "h3#panel-title: Options"
    tab_to(chat, "button: Your data")
    chat.page.keyboard.press("Space")
    assert chat.focused() == "h3#panel-title: Your data"
    chat.page.keyboard.press("Escape")
    assert chat.focused() == "button: Your data"
    chat.page.keyboard.press("Escape")
    assert chat.focused() == "button: Options"
    # Last, since a Firefox that has saved a file by keyboard unfolds nothing by keyboard any more.
    tab_to(chat, "a: Calendar")
    assert "BEGIN:VEVENT" in chat.saved(lambda: chat.page.keyboard.press("Enter"))
    chat.page.keyboard.press("Escape")
    assert chat.focused().startswith("textarea")


def test_arrows_home_end_and_escape_walk_the_transcript(chat: Chat) -> None:
    """Arrows go from message to message and stop at the ends; Home and End jump; Escape goes to the box."""
    chat.say(QUESTION)
    chat.log.focus()
    steps = [
        ("ArrowUp", "B12 Guide says: Some people"), ("ArrowUp", "You say:"), ("ArrowUp", "B12 Guide says: Hello"),
        ("ArrowUp", "B12 Guide says: Hello"), ("ArrowDown", "You say:"), ("End", "B12 Guide says: Some people"),
        ("ArrowDown", "B12 Guide says: Some people"), ("Home", "B12 Guide says: Hello"),
    ]  # fmt: skip
    for key, start in steps:
        chat.page.keyboard.press(key)
        words = re.sub(r"\s+", " ", chat.focused().partition(": ")[2])
        assert words.startswith(start), key
    chat.page.keyboard.press("Escape")
    assert chat.focused().startswith("textarea")


def test_enter_goes_into_a_message_and_escape_out(chat: Chat) -> None:
    """On a message Enter goes to the first thing in it that can be used."""
    chat.say(QUESTION)
    chat.log.focus()
    chat.page.keyboard.press("End")
    chat.page.keyboard.press("Enter")
    assert chat.focused().startswith("a: NHS, About hydroxocobalamin")
    chat.page.keyboard.press("Escape")
    assert chat.focused().startswith("textarea")


def test_a_focused_message_is_named_with_who_said_it(chat: Chat) -> None:
    """A message's name is who says it and what it says; the transcript has a name and tells its keys."""
    chat.say(QUESTION)
    expect(chat.own.last).to_have_accessible_name(f"You say: {QUESTION}")
    expect(chat.last).to_have_accessible_name(re.compile("B12 Guide says: Some people feel better"))
    expect(chat.log).to_have_accessible_name("Conversation")
    expect(chat.log).to_have_accessible_description(re.compile("arrow keys.*Home.*End.*Escape"))
    expect(chat.box).to_have_accessible_description(re.compile("Enter sends"))


def test_a_new_message_is_announced_once(chat: Chat) -> None:
    """Each answer is put in the live region exactly once, with its choices counted; the transcript itself is silent."""
    chat.element.evaluate(
        """node => { window.heard = []; const place = node.shadowRoot.querySelector(".say");
        new MutationObserver(() => place.textContent && window.heard.push(place.textContent))
          .observe(place, {childList: true, characterData: true, subtree: true}) }"""
    )
    chat.say(QUESTION)
    expect(chat.spoken).to_contain_text("3 choices below.")
    chat.say("when is my next jab")
    expect(chat.spoken).to_contain_text("How often do you have them?")
    heard = chat.page.evaluate("() => window.heard")
    assert [text.split(":")[0] for text in heard] == ["B12 Guide says", "B12 Guide says"]
    expect(chat.log).to_have_attribute("aria-live", "off")
    live = chat.element.evaluate(
        'node => [...node.shadowRoot.querySelectorAll("[role=alert], [aria-live=assertive]")].length'
    )
    assert live == 0


def test_a_chosen_button_is_announced_with_the_choice(chat: Chat) -> None:
    """Pressing a choice says which; the focus stays on it."""
    chat.say(QUESTION)
    chat.button("Tell me more").focus()
    chat.page.keyboard.press("Enter")
    expect(chat.spoken).to_have_text(re.compile("You chose: Tell me more|B12 Guide says"))
    expect(chat.answers).to_have_count(3)
    assert chat.focused() == "button: Chosen: Tell me more"


def test_an_emergency_is_announced_by_its_card_alone(chat: Chat) -> None:
    """The alert speaks; the polite region does not say it again."""
    chat.say("my tongue feels huge")
    expect(chat.page.get_by_role("alert")).to_contain_text("Call 999")
    expect(chat.spoken).to_have_text("")


@pytest.mark.parametrize(
    ("text", "number"),
    [("my tongue feels huge", "Call 999"), ("it got worse", "Call NHS 111")],
    ids=["emergency", "urgent"],
)
def test_a_card_comes_before_whatever_is_open(chat: Chat, fake: FakeChat, text: str, number: str) -> None:
    """An emergency or urgent answer that arrives while the options are open closes them: it is there at once."""
    fake.set_mode("held")
    chat.write(text)
    chat.options()
    fake.set_mode("ready")
    expect(chat.page.locator("b12-guide .care").get_by_role("link", name=number)).to_be_in_viewport()
    assert chat.focused().startswith("textarea")


def test_the_focus_is_never_lost(chat: Chat) -> None:
    """Through every view and back, sending, choosing and deleting, something of the chat has the focus."""
    chat.say(QUESTION)
    places = []
    for name in ("Options", "Your data", "Delete all my data", "Keep it", "Delete all my data", "Delete everything"):
        chat.button(name).focus()
        chat.page.keyboard.press("Enter")
        expect(chat.page.locator("b12-guide :focus")).to_have_count(1)
        places.append(chat.focused())
    assert places[:5] == [
        "h3#panel-title: Options", "h3#panel-title: Your data", "button: Keep it", "button: Delete all my data",
        "button: Keep it",
    ]  # fmt: skip
    expect(chat.page.locator("b12-guide .result")).to_contain_text("All your data is deleted")
    assert chat.focused() == "h3#panel-title: Your data"
    chat.button("Back to Options").click()
    assert chat.focused() == "button: Your data"
    chat.button("Back to the chat").click()
    assert chat.focused() == "button: Options"


def test_the_focus_is_not_trapped(chat: Chat) -> None:
    """Tab leads through the chat and out of it, forwards and backwards."""
    for key in ("Tab", "Shift+Tab"):
        chat.box.focus()
        for _ in range(20):
            chat.page.keyboard.press(key)
            if not chat.page.evaluate("() => document.activeElement.closest('b12-guide')"):
                break
        assert not chat.page.evaluate("() => document.activeElement.closest('b12-guide')")


def test_shift_enter_is_a_new_line(chat: Chat) -> None:
    """Shift and Enter writes on; Enter sends; an empty box sends nothing and says so."""
    chat.box.fill("one")
    chat.box.press("Shift+Enter")
    chat.page.keyboard.type("two")
    assert chat.box.input_value() == "one\ntwo"
    chat.box.fill("   ")
    chat.box.press("Enter")
    expect(chat.spoken).to_have_text("Please write a message first.")
    expect(chat.own).to_have_count(0)


def test_a_long_message_is_counted(chat: Chat) -> None:
    """Near the limit the rest is counted; at the limit it is said."""
    chat.box.fill("x" * 3900)
    expect(chat.page.locator("b12-guide #count")).to_have_text("100 characters left.")
    chat.box.fill("x" * 4000)
    expect(chat.page.locator("b12-guide #count")).to_contain_text("This is the limit of 4,000 characters.")


def test_reading_above_is_not_torn_away(chat: Chat, fake: FakeChat) -> None:
    """An answer that comes while somebody reads further up is offered, and does not move what they read."""
    for _ in range(4):
        chat.say(QUESTION)
    fake.set_mode("held")
    chat.write("the blood thing they do after")
    expect(chat.page.locator("b12-guide .typing")).to_be_visible()
    chat.log.hover()
    chat.page.mouse.wheel(0, -3000)
    chat.page.wait_for_function(
        "() => document.querySelector('b12-guide').shadowRoot.querySelector('.log').scrollTop === 0"
    )
    fake.set_mode("ready")
    chat.button("New answer below").click()
    assert "I am not sure what you mean" in chat.focused()
    expect(chat.button("New answer below")).to_have_count(0)
