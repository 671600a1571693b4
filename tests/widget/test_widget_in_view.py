"""Nothing important off screen: positions measured in a real browser, on phones, above the keyboard, at large text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.conftest import HostPages
from tests.widget.screens import IN_LOG, LAUNCHED, phone, seen, tag

OpenChat = Callable[..., Chat]
QUESTION = "how long until I feel better?"
PHONES = [(320, 568), (360, 640), (390, 844)]
TOP_IN_LOG = """node => {
  const top = node.getBoundingClientRect().top, log = node.closest(".log").getBoundingClientRect();
  return top >= Math.max(log.top, 0) - 1 && top < Math.min(log.bottom, innerHeight) - 20;
}"""


def eventually_seen(part: Locator) -> None:
    """All of it comes on screen."""
    handle = part.element_handle()
    part.page.wait_for_function(f"node => ({IN_LOG})(node).every(Boolean)", arg=handle)


def call(chat: Chat) -> Locator:
    """The button that calls 999."""
    return chat.log.get_by_role("link", name="Call 999").last


def scroll(chat: Chat, place: int) -> None:
    """Put the transcript's beginning or another place in view, as a person does with a wheel."""
    chat.log.hover()
    chat.page.mouse.wheel(0, -100_000)
    chat.page.wait_for_function(
        "() => document.querySelector('b12-guide').shadowRoot.querySelector('.log').scrollTop === 0"
    )
    if place:
        chat.page.mouse.wheel(0, place)


def long_talk(chat: Chat, turns: int = 4) -> None:
    """A conversation of several screens."""
    for _ in range(turns):
        chat.say(QUESTION)


# An emergency card can be off screen ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["my tongue feels huge", "it got worse"], ids=["emergency", "urgent"])
def test_a_card_comes_into_view_wherever_somebody_reads(fake: FakeChat, open_chat: OpenChat, text: str) -> None:
    """Scrolled up before the answer comes: an emergency or urgent card is on screen, and not behind a button."""
    chat = open_chat(fake.address)
    long_talk(chat)
    fake.set_mode("held")
    chat.write(text)
    expect(chat.page.locator("b12-guide .typing")).to_be_visible()
    scroll(chat, 0)
    fake.set_mode("ready")
    expect(chat.page.locator("b12-guide .care")).to_be_visible()
    eventually_seen(chat.page.locator("b12-guide .care h3"))
    eventually_seen(chat.page.locator("b12-guide .care .call").first)
    expect(chat.button("New answer below")).to_have_count(0)


def test_what_comes_after_a_card_does_not_move_it_away(fake: FakeChat, open_chat: OpenChat) -> None:
    """Two quick messages, the first an emergency: its card stays on screen, and the second answer is offered."""
    chat = open_chat(fake.address, **phone())
    long_talk(chat, 2)
    fake.set_mode("held")
    chat.write("my tongue feels huge")
    chat.write(QUESTION)
    chat.write(QUESTION)
    fake.set_mode("ready")
    expect(chat.answers).to_have_count(6)
    eventually_seen(call(chat))
    expect(chat.button("New answer below")).to_be_visible()


def test_a_queue_sent_after_being_offline_shows_the_card(fake: FakeChat, open_chat: OpenChat) -> None:
    """An emergency in the middle of what was written without a network is what is on screen when all is answered."""
    chat = open_chat(fake.address, **phone())
    long_talk(chat, 2)
    chat.page.context.set_offline(True)
    for text in (QUESTION, "my tongue feels huge", QUESTION, QUESTION):
        chat.write(text)
    chat.page.context.set_offline(False)
    expect(chat.answers).to_have_count(7)
    eventually_seen(call(chat))


def test_a_card_comes_into_view_on_a_page_that_is_scrolled(
    fake: FakeChat, open_chat: OpenChat, host: HostPages
) -> None:
    """The chat stands in the page and the page is scrolled elsewhere: the page comes back to the card."""
    inline = tag(fake.address, mode="inline")
    chat = open_chat(host.put(LAUNCHED.format(inline + "<div style='height:4000px'></div>")), **phone())
    fake.set_mode("held")
    chat.write("my tongue feels huge")
    expect(chat.page.locator("b12-guide .typing")).to_be_visible()
    chat.page.evaluate("() => scrollTo(0, 3000)")
    fake.set_mode("ready")
    eventually_seen(call(chat))


def test_an_emergency_of_another_tab_comes_into_view(fake: FakeChat, open_chat: OpenChat) -> None:
    """What was answered in one tab is on screen in the other, also where somebody reads further up there."""
    chat = open_chat(fake.address)
    long_talk(chat)
    beside = open_chat(fake.address, beside=chat)
    expect(beside.own).to_have_count(4)
    scroll(beside, 0)
    chat.say("my tongue feels huge")
    expect(beside.page.locator("b12-guide .care")).to_be_visible()
    eventually_seen(call(beside))


# The keyboard of a phone ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("launched", [False, True], ids=["page", "launched"])
def test_nothing_is_lost_when_the_keyboard_closes(
    fake: FakeChat, open_chat: OpenChat, host: HostPages, launched: bool
) -> None:
    """Opened and closed again (844 to 430 and back), the header, the last answer and the box are on screen, nothing but
    the transcript has scrolled, and it can be scrolled to its beginning."""
    url = host.put(LAUNCHED.format(tag(fake.address))) if launched else fake.address
    chat = open_chat(url, **phone())
    if launched:
        chat.tap("Ask about B12 injections")
    long_talk(chat)
    for height in (430, 844, 430, 844):
        chat.page.set_viewport_size({"width": 390, "height": height})
        chat.box.focus()
        chat.page.wait_for_function("height => innerHeight === height", arg=height)
        for part in (chat.page.locator("b12-guide .bar"), chat.box, chat.button("Send")):
            expect(part).to_be_in_viewport(ratio=1)
        assert chat.page.locator("b12-guide .panel").evaluate("node => node.scrollTop") == 0
        assert chat.page.evaluate("() => scrollY") == 0
        assert chat.last.evaluate(TOP_IN_LOG)
    scroll(chat, 0)
    eventually_seen(chat.page.locator("b12-guide .welcome .lead"))


@pytest.mark.parametrize("size", [(320, 256), (640, 300), (390, 360)], ids=str)
def test_a_low_window_has_one_scroller(fake: FakeChat, open_chat: OpenChat, size: tuple[int, int]) -> None:
    """However low the window, header, box and a piece of the transcript are all there at once."""
    chat = open_chat(fake.address, viewport={"width": size[0], "height": size[1]})
    chat.say(QUESTION)
    for part in (chat.page.locator("b12-guide .bar"), chat.box):
        expect(part).to_be_in_viewport(ratio=1)
    log = chat.log.bounding_box()
    assert log is not None
    assert log["height"] >= 0.4 * size[1]


# The height of the document -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("launched", [False, True], ids=["page", "launched"])
def test_the_document_is_as_high_as_before(
    fake: FakeChat, open_chat: OpenChat, host: HostPages, launched: bool
) -> None:
    """What is said in the chat does not change the height of the page around it."""
    url = host.put(LAUNCHED.format(tag(fake.address))) if launched else fake.address
    height = "() => document.documentElement.scrollHeight"
    for options in ({}, phone()):
        chat = open_chat(url, **options)
        before = chat.page.evaluate(height)
        if launched:
            chat.button("Ask about B12 injections").click()
        for text in (QUESTION, "my plan", "my plan", "the blood thing they do after"):
            chat.say(text)
        assert chat.page.evaluate(height) == before


# The call button ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("largest", [False, True], ids=["normal", "largest"])
@pytest.mark.parametrize("size", PHONES, ids=str)
def test_the_call_button_is_on_screen(
    fake: FakeChat, open_chat: OpenChat, size: tuple[int, int], largest: bool
) -> None:
    """Directly under the heading, as wide as the card, on screen with the heading on every phone, at the largest text
    too."""
    chat = open_chat(fake.address, **phone(*size))
    if largest:
        chat.options()
        chat.page.get_by_role("radio", name="Largest").check()
        chat.button("Back to the chat").click()
    long_talk(chat, 1)
    chat.say("my tongue feels huge")
    heading, button = chat.page.locator("b12-guide .care h3"), call(chat)
    assert [seen(heading), seen(button)] == [True, True]
    above, below, body = heading.bounding_box(), button.bounding_box(), chat.page.locator(".care-body").bounding_box()
    assert above
    assert below
    assert body
    assert below["y"] - (above["y"] + above["height"]) < 40
    assert below["width"] > 0.8 * body["width"]


def test_the_call_button_is_on_screen_above_the_keyboard(fake: FakeChat, open_chat: OpenChat) -> None:
    """With the keyboard open the answer comes: the number is there."""
    chat = open_chat(fake.address, **phone(390, 430))
    long_talk(chat, 1)
    chat.say("my tongue feels huge")
    assert seen(call(chat))


# The page around it ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("inline", [False, True], ids=["home", "inline"])
def test_what_is_sent_brings_the_chat_back_into_view(
    fake: FakeChat, open_chat: OpenChat, host: HostPages, inline: bool
) -> None:
    """The page was swiped on, with the box still there: once something is sent, the whole chat is on screen, and the
    answer with its beginning."""
    below = "<div style='height:4000px'></div>"
    url = host.put(LAUNCHED.format(tag(fake.address, mode="inline") + below)) if inline else fake.address
    chat = open_chat(url, **phone())
    long_talk(chat, 2)
    chat.page.evaluate("() => scrollTo(0, 360)")
    chat.box.evaluate("node => node.focus({preventScroll: true})")
    chat.page.keyboard.type("my plan")
    assert chat.page.evaluate("() => scrollY") > 0
    chat.page.keyboard.press("Enter")
    expect(chat.answers).to_have_count(4)
    expect(chat.page.locator("b12-guide .bar")).to_be_in_viewport(ratio=1)
    eventually_seen(chat.last.locator(".next"))


# Where reading begins -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["reload", "reopen", "new below"])
def test_one_lands_at_the_start_of_the_last_answer(
    fake: FakeChat, open_chat: OpenChat, host: HostPages, how: str
) -> None:
    """After a reload, when the chat is opened again, and by "New answer below" the beginning of the answer is on
    screen, however long it is."""
    chat = open_chat(host.put(LAUNCHED.format(tag(fake.address))), **phone(360, 500))
    chat.tap("Ask about B12 injections")
    long_talk(chat, 3)
    if how == "reload":
        chat.page.reload()
        chat.tap("Ask about B12 injections")
        expect(chat.own).to_have_count(3)
    elif how == "reopen":
        scroll(chat, 0)
        chat.tap("Close the chat")
        chat.tap("Ask about B12 injections")
    else:
        fake.set_mode("held")
        chat.write("my plan")
        expect(chat.page.locator("b12-guide .typing")).to_be_visible()
        scroll(chat, 0)
        fake.set_mode("ready")
        chat.tap("New answer below")
    handle = chat.last.element_handle()
    chat.page.wait_for_function(f"node => ({TOP_IN_LOG})(node)", arg=handle)


def test_an_answer_a_little_too_long_shows_its_beginning(fake: FakeChat, open_chat: OpenChat) -> None:
    """Where all but a line of an answer fits, the end of the wait does not push its first line off screen."""
    room = """node => { const log = node.closest(".log"), top = node.getBoundingClientRect().top;
      const below = log.scrollHeight - log.scrollTop + log.getBoundingClientRect().top - top;
      return innerHeight - log.clientHeight + below }"""
    chat = open_chat(fake.address, viewport={"width": 900, "height": 600})
    height = int(chat.say(QUESTION).evaluate(room))
    chat = open_chat(fake.address, viewport={"width": 900, "height": height - 4})
    fake.set_mode("held")
    chat.write(QUESTION)
    expect(chat.page.locator("b12-guide .typing")).to_be_visible()
    fake.set_mode("ready")
    expect(chat.answers).to_have_count(2)
    expect(chat.page.locator("b12-guide .typing")).to_be_hidden()
    assert chat.last.evaluate(TOP_IN_LOG)


def test_what_was_just_sent_stays_in_view(fake: FakeChat, open_chat: OpenChat) -> None:
    """While the answer is being written, and when that takes long, one's own message is above it, not beneath it."""
    chat = open_chat(fake.address, **phone())
    long_talk(chat, 2)
    chat.page.clock.install()
    fake.set_mode("held")
    chat.write("when is my next jab")
    chat.page.clock.run_for(300)
    expect(chat.page.locator("b12-guide .typing")).to_be_visible()
    assert seen(chat.own.last.locator(".bubble"))
    chat.page.clock.run_for(7000)
    expect(chat.state).to_contain_text("longer than usual")
    chat.page.clock.run_for(300)
    eventually_seen(chat.own.last.locator(".bubble"))
    eventually_seen(chat.page.locator("b12-guide .typing"))


def test_the_question_of_a_plan_is_on_screen_with_its_date(fake: FakeChat, open_chat: OpenChat) -> None:
    """The next date, Yes and Change are seen together when the plan is read back, on a phone too; after them three
    dates."""
    chat = open_chat(fake.address, **phone(360, 640))
    chat.page.clock.set_fixed_time("2026-03-01T10:00:00Z")
    plan = chat.say("my plan")
    for part in (
        plan.locator(".next"),
        plan.get_by_role("button", name="Yes"),
        plan.get_by_role("button", name="Change something"),
    ):
        assert seen(part)
    expect(plan.locator(".dates li")).to_have_count(3)


def test_the_way_to_a_person_is_on_screen(fake: FakeChat, open_chat: OpenChat) -> None:
    """After four answers that did not help, the offer of a person is in view, not below what is seen."""
    chat = open_chat(fake.address, **phone())
    for text in ("qq", "the blood thing they do after", "ww", "ee"):
        chat.say(text)
    offer = chat.page.get_by_role("heading", name="Would you rather ask a person?")
    assert seen(offer)


# The page around the chat ---------------------------------------------------------------------------------------------


def test_the_focus_is_not_beneath_the_chat(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """At 200 % zoom (1280 by 1024) the chat over the page never hides what the keyboard has reached."""
    links = "".join(f'<p style="text-align:right;margin:0"><a href="#{n}">link {n}</a></p>' for n in range(30))
    page = LAUNCHED.format(links + tag(fake.address))
    for viewport in ({"width": 640, "height": 512}, {"width": 1100, "height": 700}):
        chat = open_chat(host.put(page), viewport=viewport)
        chat.button("Ask about B12 injections").click()
        for _ in range(40):
            chat.page.keyboard.press("Tab")
            covered = chat.page.evaluate(
                """() => { const at = document.activeElement;
                  if (!at || at === document.body || at.tagName === "B12-GUIDE") return false;
                  const box = at.getBoundingClientRect();
                  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                  return top?.tagName === "B12-GUIDE"; }"""
            )
            assert not covered, chat.focused()
