"""What the widget shows of an answer: cards, sources, plans, choices; and that text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.web.canned import SOURCES
from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.real_server import RealServer

OpenChat = Callable[..., Chat]


@pytest.fixture
def chat(fake: FakeChat, open_chat: OpenChat) -> Chat:
    """The home page on the stand-in server."""
    return open_chat(fake.address)


def test_an_answer_is_a_sentence_a_paragraph_and_when_to_get_help(chat: Chat) -> None:
    """What the server says of its structure is drawn: one bold sentence, a paragraph, an inset with a heading."""
    answer = chat.say("how long until I feel better?")
    lead = answer.locator(".lead")
    expect(lead).to_have_text("Some people feel better in days, others in weeks.")
    expect(lead).to_have_css("font-weight", "700")
    inset = answer.locator(".inset")
    expect(inset.get_by_role("heading")).to_have_text("When to get help")
    expect(inset).to_contain_text("New or worse numbness or weakness: get advice today.")


def test_two_sources_are_named_and_the_rest_is_folded(chat: Chat, fake: FakeChat) -> None:
    """Two by name, each with the date when somebody opened the original, and who signed; the others when asked for."""
    answer = chat.say("how long until I feel better?")
    sources = answer.locator(".sources")
    expect(sources.locator("li")).to_have_text(
        [
            f"{SOURCES[0]['title']} (opens in a new tab) (not yet checked)",
            f"{SOURCES[1]['title']} (opens in a new tab) (opened and checked on Monday 2 March 2026)",
        ]
    )
    link = sources.get_by_role("link").first
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener noreferrer")
    expect(sources).to_contain_text("Dr A. Example (GP) signed off this answer.")
    many = chat.say("many sources").locator(".sources")
    expect(many).to_contain_text("No clinician has signed off this answer yet.")
    expect(many.get_by_role("link")).to_have_count(2)
    many.get_by_text("3 more sources").click()
    expect(many.get_by_role("link")).to_have_count(5)
    expect(many.get_by_text("not yet checked")).to_have_count(1)


def test_follow_up_buttons_say_their_words(chat: Chat, fake: FakeChat) -> None:
    """ "Tell me more" is a button, and pressing it sends exactly its words."""
    chat.say("how long until I feel better?")
    chat.press("Tell me more")
    assert fake.received[-1]["text"] == "Tell me more"
    expect(chat.own.last).to_contain_text("Tell me more")


def test_a_spent_choice_stays_and_the_others_go(chat: Chat) -> None:
    """The pressed button says that it was chosen and does nothing more; what was not chosen cannot be pressed."""
    chat.say("how long until I feel better?")
    chat.press("Tell me more")
    group = chat.page.get_by_role("group", name="Choices").last
    spent = group.get_by_role("button")
    expect(spent).to_have_count(1)
    expect(spent).to_have_accessible_name(re.compile("Chosen: Tell me more"))
    expect(spent).to_have_attribute("aria-disabled", "true")
    sent = chat.own.count()
    spent.click(force=True)
    expect(chat.spoken).to_have_text("You have already chosen this.")
    assert chat.own.count() == sent


def test_choices_of_an_older_turn_cannot_answer_a_newer_one(chat: Chat) -> None:
    """Once something else was written, the buttons of before are gone."""
    chat.say("how long until I feel better?")
    chat.say("when is my next jab")
    expect(chat.button("Tell me more")).to_have_count(0)


def test_did_you_mean_is_a_row_of_its_own(chat: Chat) -> None:
    """An unsure answer offers its topics as a named row, one below the other."""
    chat.say("the blood thing they do after")
    row = chat.page.get_by_role("group", name="Did you mean one of these?")
    expect(row.get_by_role("button")).to_have_count(3)
    boxes = [button.bounding_box() for button in row.get_by_role("button").all()]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(set(tops))


def test_an_emergency_is_a_card_of_its_own(chat: Chat) -> None:
    """The card's heading is the action with its urgency also in words; it is an alert, with a number to call and no
    way to other things."""
    chat.say("my tongue feels huge")
    card = chat.page.get_by_role("alert")
    expect(card.get_by_role("heading")).to_have_text(
        "Immediate action required: Call 999 or your local emergency number now."
    )
    expect(card.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    expect(chat.last.get_by_role("button")).to_have_count(0)
    expect(chat.last.locator("details")).to_have_count(0)


def test_a_card_is_drawn_as_the_server_says(chat: Chat) -> None:
    """The browser divides no sentences: heading and lines are those of the data; without any, its own heading stands
    over the whole text."""
    chat.say("own heading")
    expect(chat.last.get_by_role("heading")).to_have_text("Immediate action required: Stay. Call 999. Now.")
    expect(chat.last.locator(".care-body p")).to_have_text(["One. Two."])
    chat.say("no heading")
    expect(chat.last.get_by_role("heading")).to_contain_text("Call your local emergency number now.")
    expect(chat.last.locator(".care-body p")).to_have_text(["Stay.", "Call 999."])


def test_a_crisis_card_opens_with_one_kind_sentence(chat: Chat) -> None:
    """The heading has the kind sentence and then the action; both numbers can be called; nothing is red."""
    chat.say("i want to end it")
    expect(chat.page.locator("b12-guide .care")).not_to_have_css("border-top-color", "rgb(179, 22, 11)")
    heading = chat.last.get_by_role("heading")
    expect(heading).to_contain_text("I am really glad you told me. If you might act on this, call 999")
    expect(chat.last.get_by_role("link")).to_have_text(["Call 116 123", "Call 999"])


def test_an_urgent_card_is_no_alert(chat: Chat) -> None:
    """Urgent advice has its urgency in words, and interrupts nobody."""
    chat.say("the tingling got worse")
    expect(chat.last.get_by_role("heading")).to_have_text("Urgent advice: Get medical advice today.")
    expect(chat.page.get_by_role("alert")).to_have_count(0)
    expect(chat.spoken).to_contain_text("Urgent advice: Get medical advice today.")


def test_an_emergency_of_before_does_not_ring_again(chat: Chat) -> None:
    """After a reload the card is there and is no alert: nothing new has happened."""
    chat.say("my tongue feels huge")
    chat.page.reload()
    expect(chat.last.get_by_role("heading")).to_contain_text("Immediate action required")
    expect(chat.page.get_by_role("alert")).to_have_count(0)


def test_a_plan_is_one_card(chat: Chat) -> None:
    """The next date large with what is wrong with it, the dates after it in full, weekends marked, what was read, and
    the clinic's word first."""
    chat.page.clock.set_fixed_time("2026-03-05T10:00:00Z")
    answer = chat.say("my plan")
    expect(answer.get_by_role("heading", name="This one was due")).to_be_visible()
    expect(answer.locator(".next")).to_have_text(re.compile("Wednesday 4 March 2026.*yesterday"))
    expect(answer.locator(".dates li")).to_have_text(
        [
            "Friday 13 March 2026",
            re.compile("Saturday 13 June 2026 *Weekend"),
            re.compile("^\\s*Monday 7 September 2026 to Monday 21 September 2026"),
        ]
    )
    expect(answer).to_contain_text("Ask if they want it before or after.")
    expect(answer).to_contain_text("Then every 3 months, counted from the last loading injection.")
    expect(answer).to_contain_text("Your clinic's own dates come first.")


def test_an_injection_of_today_says_so(chat: Chat) -> None:
    """The day itself, and each day of a window."""
    chat.page.clock.set_fixed_time("2026-03-04T10:00:00Z")
    expect(chat.say("my plan").locator(".in")).to_have_text("today")


def test_a_plan_can_be_taken_away(chat: Chat, fake: FakeChat) -> None:
    """Calendar first, then the page to print, then the picture; an address elsewhere is not linked at all."""
    answer = chat.say("my plan")
    expect(answer.locator(".links .file")).to_have_text(["Calendar", "Print (opens in a new tab)", "Picture"])
    expect(answer.get_by_role("link", name="Add to my calendar", exact=True)).to_have_text("Calendar")
    urls = answer.locator(".links a, .links img").evaluate_all("nodes => nodes.map(node => node.href ?? node.src)")
    assert all(str(url).startswith(f"{fake.address}/plan/1/") for url in urls)
    assert len(urls) == 4


XSS = [
    "<img src=x onerror=window.pwned=1>",
    "<script>window.pwned=1</script>",
    "\"'><svg onload=window.pwned=1>",
    "${window.pwned=1}",
    "{{constructor.constructor('window.pwned=1')()}}",
    "javascript:window.pwned=1",
    "<b12-guide></b12-guide><style>*{display:none}</style>",
]


@pytest.mark.parametrize("text", XSS)
def test_what_the_person_writes_stays_text(chat: Chat, text: str) -> None:
    """Markup and code of the person are shown as typed and run nowhere, also after a reload."""
    chat.say(text)
    for _ in range(2):
        expect(chat.own.last).to_contain_text(text)
        assert chat.page.evaluate("() => window.pwned") is None
        assert chat.page.locator("b12-guide .user .bubble *").count() == 0
        chat.page.reload()
        expect(chat.own).to_have_count(1)


def test_what_the_server_says_stays_text(chat: Chat) -> None:
    """Markup in an answer, a button, a source or a link is shown or left out; no address with code is linked."""
    chat.say("<what>")
    expect(chat.last).to_contain_text("<img src=x onerror=alert(1)> & <b>not bold</b>")
    expect(chat.button("<script>alert(1)</script>")).to_be_visible()
    assert chat.last.locator("img, b, i, script").count() == 0
    hrefs = chat.last.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert hrefs == []
    expect(chat.last.locator(".sources li")).to_contain_text("<i>t</i>")


def test_the_copy_to_save_has_text_alone(chat: Chat) -> None:
    """The saved conversation holds what was said, markup as typed."""
    chat.say("<what>")
    chat.options()
    text = chat.saved(chat.button("Save").click)
    assert "<what>" in text
    assert "<img src=x onerror=alert(1)>" in text


def test_the_real_server_and_the_widget_speak_the_same(real: RealServer, open_chat: OpenChat) -> None:
    """Against the real server: answer with sources, tell me more, plan with picture and calendar, care cards."""
    chat = open_chat(real.address)
    answer = chat.say("how long until I feel better?")
    expect(answer.locator("summary")).to_have_text(re.compile(r"\d+ more sources?"))
    expect(answer.locator(".lead")).to_have_count(1)
    expect(answer.locator(".inset")).to_have_count(1)
    chat.press("Tell me more")
    chat.say("every 12 weeks, last one was 2 weeks ago")
    plan = chat.press("Yes")
    plan.locator(".picture summary").click()
    assert plan.get_by_role("img").evaluate("node => node.decode().then(() => node.naturalWidth > 0)")
    assert chat.saved(plan.get_by_role("link", name="Add to my calendar").click).startswith("BEGIN:VCALENDAR")
    chat.say("the tingling in my feet has got worse over the last few weeks")
    expect(chat.last.get_by_role("heading")).to_contain_text("Urgent advice: Get medical advice today.")
    chat.say("my throat is closing up")
    expect(chat.page.get_by_role("alert")).to_contain_text("Call 999")
