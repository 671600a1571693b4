"""Nothing that was written or said is lost: drafts, broken answers, early messages, the key to the conversation; and an
emergency goes on when its words are deleted."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.conftest import HostPages
from tests.widget.real_server import RealServer
from tests.widget.screens import LAUNCHED, phone, seen, tag

ALL = ["999", "911", "112"]
OpenChat = Callable[..., Chat]
QUESTION = "how long until I feel better?"
ACTION = "Call 999 or your local emergency number now."
FAULT = "That was our fault, not yours. Your message is kept."


@pytest.fixture
def chat(fake: FakeChat, open_chat: OpenChat) -> Chat:
    """The home page on the stand-in server."""
    return open_chat(fake.address)


def your_data(chat: Chat) -> None:
    """Open "your data"."""
    chat.options()
    chat.button("Your data").click()


# A server that breaks -------------------------------------------------------------------------------------------------


def test_a_broken_server_keeps_the_message(chat: Chat, fake: FakeChat) -> None:
    """It is said that it is our fault, the warning with the numbers stands, and "Try again" sends the same message."""
    chat.say("zero")
    fake.set_mode("broken")
    chat.write(QUESTION)
    expect(chat.own.last).to_contain_text(FAULT)
    expect(chat.log).not_to_contain_text("in another way")
    expect(chat.own.last.locator(".bubble")).to_have_text(QUESTION)
    expect(chat.state).to_contain_text("Something went wrong on our side")
    expect(chat.state).to_contain_text("In an emergency, call 999")
    fake.set_mode("ready")
    chat.button("Try again").click()
    expect(chat.answers).to_have_count(3)
    expect(chat.state).to_have_text("")
    expect(chat.log).not_to_contain_text(FAULT)
    assert [body["text"] for body in fake.received] == ["zero", QUESTION]


def test_a_kept_message_outlives_a_reload(chat: Chat, fake: FakeChat) -> None:
    """After a reload it is there with its "Try again", is not sent by itself, and holds up no other message."""
    chat.say("zero")
    fake.poison = "poison"
    chat.write("poison")
    expect(chat.own.last).to_contain_text(FAULT)
    chat.page.reload()
    expect(chat.own.last).to_contain_text(FAULT)
    chat.say(QUESTION)
    fake.poison = None
    chat.button("Try again").click()
    expect(chat.answers).to_have_count(4)
    assert [body["text"] for body in fake.received] == ["zero", QUESTION, "poison"]


# The beginning of a long conversation ---------------------------------------------------------------------------------


def test_earlier_messages_can_be_shown(chat: Chat, fake: FakeChat) -> None:
    """A reload shows the latest exchanges and says that there are more; each press brings some, to the first."""
    for number in range(40):
        with chat.page.expect_response("**/chat/message"):
            chat.write(f"hello {number}")
    expect(chat.page.locator("b12-guide .typing")).to_be_hidden()
    expect(chat.own.last).to_contain_text("hello 39")
    fake.tail = 19
    chat.page.reload()
    expect(chat.own).to_have_count(19)
    expect(chat.own.first).to_contain_text("hello 21")
    while chat.button("Show earlier messages").count():
        first = chat.own.first.locator(".bubble").inner_text()
        chat.button("Show earlier messages").click()
        expect(chat.own.first.locator(".bubble")).not_to_have_text(first)
    assert chat.own.locator(".bubble").all_inner_texts() == [f"hello {number}" for number in range(40)]
    expect(chat.page.locator("b12-guide .welcome")).to_have_count(1)


# The only key ---------------------------------------------------------------------------------------------------------


def test_clearing_the_browser_asks_first(chat: Chat, fake: FakeChat) -> None:
    """One tap deletes nothing: it says what is lost, and offers to delete everything instead."""
    chat.say("hello")
    your_data(chat)
    chat.button("Clear this browser only").click()
    expect(chat.page.get_by_role("group", name=re.compile("the only key"))).to_be_visible()
    assert chat.focused() == "button: Keep it"
    assert chat.stored() != {}
    chat.button("Keep it").click()
    assert chat.focused() == "button: Clear this browser only"
    chat.button("Clear this browser only").click()
    chat.button("Delete everything").click()
    expect(chat.page.locator("b12-guide .result")).to_contain_text("All your data is deleted")
    assert fake.transcripts == {}


def test_the_way_back_from_your_data_is_to_the_options(chat: Chat) -> None:
    """By its button and by Escape; from there to the chat."""
    your_data(chat)
    chat.button("Back to Options").click()
    assert chat.focused() == "button: Your data"
    chat.page.keyboard.press("Enter")
    chat.page.keyboard.press("Escape")
    assert chat.focused() == "button: Your data"
    chat.button("Back to the chat").click()
    assert chat.focused() == "button: Options"
    expect(chat.log).to_be_visible()


# Deleting while an emergency stands -----------------------------------------------------------------------------------


def test_deleting_during_an_emergency_opens_with_its_action(chat: Chat, fake: FakeChat) -> None:
    """The question and what is said afterwards open with the action, the number can be called, and everything is
    deleted."""
    chat.say("my tongue feels huge")
    your_data(chat)
    chat.button("Delete all my data").click()
    sure = chat.page.get_by_role("group", name=re.compile("cannot be undone"))
    assert sure.inner_text().startswith(ACTION)
    expect(sure.get_by_role("link", name="Call 999")).to_be_visible()
    chat.button("Delete everything").click()
    expect(chat.page.locator("b12-guide .result")).to_contain_text("no injection before your clinic agrees")
    expect(chat.page.locator("b12-guide .sheet")).to_contain_text(ACTION)
    assert fake.transcripts == {}
    chat.button("Back to Options").click()
    chat.button("Back to the chat").click()
    expect(chat.own).to_have_count(0)
    expect(chat.last.get_by_role("heading")).to_contain_text(ACTION)
    expect(chat.last).to_contain_text("All your data is deleted")
    assert seen(chat.last.get_by_role("link", name="Call 999"))


def test_deleting_by_words_during_an_emergency_keeps_the_action(chat: Chat) -> None:
    """The answer that all is deleted opens with the action of the emergency that stood."""
    chat.say("my tongue feels huge")
    chat.write("delete everything")
    expect(chat.own.locator(".bubble")).to_have_text(["delete everything"])
    heading = chat.last.get_by_role("heading")
    expect(heading).to_have_text(f"Immediate action required: {ACTION}")
    expect(chat.last).to_contain_text("It is deleted from this computer.")
    assert seen(chat.last.get_by_role("link", name="Call 999"))


def test_without_an_emergency_nothing_alarms(chat: Chat) -> None:
    """After an ordinary conversation deleting is said plainly."""
    chat.say("hello")
    your_data(chat)
    chat.button("Delete all my data").click()
    chat.button("Delete everything").click()
    expect(chat.page.locator("b12-guide .result")).to_have_text(
        "All your data is deleted, here and on the clinic's computer."
    )
    expect(chat.page.locator("b12-guide .sheet").get_by_role("link")).to_have_count(0)


# What is being written ------------------------------------------------------------------------------------------------


def test_a_draft_outlives_a_reload(chat: Chat) -> None:
    """What was being written is in the box again; once sent it is kept nowhere."""
    chat.box.fill("my feet")
    chat.page.reload()
    expect(chat.box).to_have_value("my feet")
    chat.box.press("Enter")
    expect(chat.own.last).to_contain_text("my feet")
    expect(chat.answers).to_have_count(2)
    chat.page.reload()
    expect(chat.own).to_have_count(1)
    expect(chat.box).to_have_value("")


def test_a_draft_is_not_carried_into_a_private_chat(chat: Chat) -> None:
    """A private chat begins with an empty box and keeps nothing of its own; the draft of before is there after it."""
    chat.box.fill("my feet")
    chat.options()
    chat.button("Start a private chat").click()
    expect(chat.box).to_have_value("")
    chat.box.fill("a secret")
    assert not any("secret" in value for value in chat.stored().values())
    chat.options()
    chat.button("End the private chat").click()
    expect(chat.box).to_have_value("my feet")


# The plan as one card -------------------------------------------------------------------------------------------------


def test_nothing_of_a_plan_is_said_twice(real: RealServer, open_chat: OpenChat) -> None:
    """The real server's read-back is one card: no date of it stands a second time, before and after the Yes."""
    chat = open_chat(real.address, **phone())
    for answer in (chat.say("every 12 weeks, last one was 2 weeks ago"), chat.press("Yes")):
        dates = re.findall(r"\w+day \d{1,2} \w+ \d{4}", answer.inner_text())
        assert len(dates) == len(set(dates))
        assert len(answer.locator(".dates li").all()) == 3
        expect(answer.locator(".bubble")).to_have_count(0)
    expect(answer.locator(".links .file").first).to_have_text("Calendar")


def test_what_a_card_does_not_say_is_said_beside_it(real: RealServer, open_chat: OpenChat) -> None:
    """A dose that is late: what to do, and what not, stands in words."""
    chat = open_chat(real.address)
    late = chat.say("every 12 weeks, last one was 15 weeks ago")
    expect(late.locator(".bubble")).to_contain_text("Please call your clinic and ask when to have it.")
    expect(late.locator(".bubble")).to_contain_text("Do not have 2 to catch up.")
    expect(late.locator(".plan h3")).to_have_text("This one was due")


def test_the_next_date_is_told_with_how_far_it_is(chat: Chat) -> None:
    """Full date, and the days to it; what was assumed is folded."""
    chat.page.clock.set_fixed_time("2026-02-22T10:00:00Z")
    answer = chat.say("my plan")
    expect(answer.locator(".next")).to_have_text(re.compile(r"Wednesday 4 March 2026\s+in 10 days"))
    expect(answer.get_by_text("3 months means the same day")).not_to_be_visible()
    answer.get_by_text("What I assumed (2)").click()
    expect(answer.get_by_text("3 months means the same day")).to_be_visible()


def test_the_picture_opens_in_its_place(chat: Chat) -> None:
    """No page of its own: the picture unfolds in the card, and can be saved."""
    answer = chat.say("my plan")
    expect(answer.get_by_role("img")).to_be_hidden()
    answer.locator(".picture summary").click()
    picture = answer.get_by_role("img")
    assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") == 320
    save = answer.get_by_role("link", name="Save the picture")
    assert str(save.get_attribute("href")).endswith("/plan/1/plan.svg?save")


def print_page(chat: Chat) -> Page:
    """The page to print of a plan."""
    chat.say("every 12 weeks, last one was 2 weeks ago")
    plan = chat.press("Yes")
    expect(plan).to_contain_text("The calendar and the print hold up to 12 dates.")
    with chat.page.context.expect_page() as opened:
        plan.get_by_role("link", name="Print").click()
    return opened.value


def test_the_printed_plan_has_a_button(real: RealServer, open_chat: OpenChat) -> None:
    """The page to print prints at a press, and has as many dates as the calendar file."""
    page = print_page(open_chat(real.address))
    expect(page.locator(".dates li")).to_have_count(12)
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.get_by_role("button", name="Print this page").click()
    assert page.evaluate("() => window.printed")


def test_the_calendar_holds_the_dates_that_are_printed(real: RealServer, open_chat: OpenChat) -> None:
    """As many as are printed, and the same ones; the card says so."""
    chat = open_chat(real.address)
    lines = print_page(chat).locator(".dates li")
    expect(lines).to_have_count(12)
    printed = lines.all_inner_texts()
    file = chat.saved(chat.last.get_by_role("link", name="Add to my calendar", exact=True).click)
    events = Calendar.from_ical(file).walk("VEVENT")
    days = [event["DTSTART"].dt for event in events if str(event["SUMMARY"]) == "Appointment"]
    assert len(days) == 12
    assert [f"{day:%A} {day.day} {day:%B %Y}" in line for day, line in zip(days, printed, strict=True)] == [True] * 12


@pytest.mark.chromium_alone("Firefox cannot be asked how a page looks on paper")
def test_the_button_is_not_printed(real: RealServer, open_chat: OpenChat) -> None:
    """On paper there is no button."""
    page = print_page(open_chat(real.address))
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_be_hidden()


# The numbers to call --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "zone", "numbers"),
    [
        ("en-US", "Europe/London", ["999"]), ("en-US", "America/Indiana/Knox", ["911"]), ("en-GB", "Asia/Tokyo", ALL),
        ("en-US", "UTC", ALL), ("en-GB", "Australia/Perth", ["000"]), ("en", "Europe/Dublin", ["112", "999"]),
    ],
)  # fmt: skip
def test_the_zone_tells_the_number(
    fake: FakeChat, open_chat: OpenChat, locale: str, zone: str, numbers: list[str]
) -> None:
    """The time zone alone decides, never the language; "or your local emergency number" always stands."""
    chat = open_chat(fake.address, locale=locale, timezone_id=zone)
    line = chat.page.locator("b12-guide .emergency-line")
    expect(line.get_by_role("link")).to_have_text(numbers)
    expect(line).to_contain_text("or your local emergency number")


# Many messages --------------------------------------------------------------------------------------------------------


def test_the_copy_has_what_was_assumed(chat: Chat) -> None:
    """The text that is copied or saved holds the assumptions of a plan."""
    chat.say("my plan")
    chat.options()
    saved = chat.saved(chat.button("Save").click)
    assert "- 3 months means the same day of the month, not 12 weeks." in saved


def test_a_long_conversation_draws_only_what_changes(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """After 60 exchanges a new one touches no message of before, and there are no more rows than a page of them."""
    chat = open_chat(host.put(LAUNCHED.format(tag(fake.address, mode="inline"))))
    for number in range(60):
        chat.write(f"hello {number}")
        expect(chat.own.last).to_contain_text(f"hello {number}")
        expect(chat.page.locator("b12-guide .typing")).to_be_hidden()
    chat.page.evaluate(
        """() => { const log = document.querySelector("b12-guide").shadowRoot.querySelector(".log");
          window.touched = 0;
          new MutationObserver(records => { window.touched += records.filter(
            r => r.type === "characterData" || r.target.closest?.(".message")).length })
            .observe(log, {subtree: true, childList: true, characterData: true, attributes: true}); }"""
    )
    chat.write("last one")
    expect(chat.own.last).to_contain_text("last one")
    expect(chat.page.locator("b12-guide .typing")).to_be_hidden()
    assert chat.page.evaluate("() => window.touched") <= 12
    assert chat.own.count() <= 60
