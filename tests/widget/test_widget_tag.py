"""One script tag on any page: it works, it stays out of the page's way, and the page stays out of its way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.conftest import HostPages
from tests.widget.real_server import ROOT, RealServer

OpenChat = Callable[..., Chat]
EMPTY_PAGE = (
    "<!doctype html><html lang=en><title>Clinic</title><h1>Our clinic</h1><main><p>Welcome.</p>{}</main></html>"
)
QUESTION = "how long until I feel better?"


def tag(server: str, **data: str) -> str:
    """The script tag for a server, with its data- attributes."""
    attributes = "".join(f' data-{name.replace("_", "-")}="{value}"' for name, value in data.items())
    return f'<script src="{server}/widget.js"{attributes} defer></script>'


def readme_tag(server: str) -> str:
    """The tag as the README has it, with this server in the place of its example."""
    [found] = re.findall(r"^<script .*widget\.js.*</script>$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    return re.sub(r"https?://[^/\"]+", server, found, count=1)


def test_the_readmes_tag_gives_a_working_chat_in_an_empty_file(
    real: RealServer, open_chat: OpenChat, tmp_path: Path
) -> None:
    """Pasted in an otherwise empty HTML file, opened from the disk, the tag gives a chat that answers."""
    page = tmp_path / "empty.html"
    page.write_text(f"<!doctype html>\n{readme_tag(real.address)}\n")
    chat = open_chat(page.as_uri())
    chat.button("Ask about B12 injections").click()
    expect(chat.say(QUESTION)).to_contain_text("feel better")
    chat.page.reload()
    chat.button("Ask about B12 injections").click()
    expect(chat.own).to_have_text([re.compile(re.escape(QUESTION))])


def test_the_readmes_tag_works_on_another_site(real: RealServer, open_chat: OpenChat, host: HostPages) -> None:
    """On a page of another origin the chat answers, shows the plan's picture and comes back after a reload."""
    chat = open_chat(host.put(EMPTY_PAGE.format(readme_tag(real.address))))
    chat.button("Ask about B12 injections").click()
    chat.say("every 12 weeks, last one was 2 weeks ago")
    plan = chat.press("Yes")
    plan.locator(".picture summary").click()
    assert plan.get_by_role("img").evaluate("node => node.decode().then(() => node.naturalWidth > 0)")
    chat.page.reload()
    chat.button("Ask about B12 injections").click()
    expect(chat.own).to_have_count(2)


def test_the_launcher_opens_and_closes(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """The launcher opens a named dialog with the focus in the box; closing brings the focus back to the launcher."""
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address))))
    expect(chat.box).not_to_be_visible()
    chat.button("Ask about B12 injections").click()
    expect(chat.page.get_by_role("dialog", name="B12 Guide")).to_be_visible()
    assert chat.focused().startswith("textarea")
    chat.button("Close the chat").click()
    expect(chat.box).not_to_be_visible()
    assert chat.focused() == "button: Ask about B12 injections"


def test_escape_closes_the_launched_chat(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """Escape in the box closes; the focus is on the launcher again."""
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address))))
    chat.button("Ask about B12 injections").click()
    chat.box.press("Escape")
    expect(chat.box).not_to_be_visible()
    assert chat.focused() == "button: Ask about B12 injections"


@pytest.mark.parametrize(
    ("text", "number"),
    [("my tongue feels huge", "Call 999"), ("it got worse", "Call NHS 111")],
    ids=["emergency", "urgent"],
)
def test_a_card_opens_a_closed_chat(
    fake: FakeChat, open_chat: OpenChat, host: HostPages, text: str, number: str
) -> None:
    """Closed before the answer came, the chat opens again for an emergency or urgent card."""
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address))))
    chat.button("Ask about B12 injections").click()
    fake.set_mode("held")
    chat.write(text)
    chat.button("Close the chat").click()
    expect(chat.box).not_to_be_visible()
    fake.set_mode("ready")
    expect(chat.page.locator("b12-guide .care").get_by_role("link", name=number)).to_be_in_viewport()


def test_inline_stands_where_the_tag_or_the_target_is(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """Inline without a target it follows the tag; with one it is in it."""
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address, mode="inline") + "<p id=after>After</p>")))
    expect(chat.page.locator("script + b12-guide + #after")).to_have_count(1)
    expect(chat.box).to_be_visible()
    inside = host.put(EMPTY_PAGE.format("<div id=here></div>" + tag(fake.address, mode="inline", target="#here")))
    expect(open_chat(inside).page.locator("#here > b12-guide")).to_have_count(1)


def test_the_page_sets_colours_clinic_and_country(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """Custom properties change the colours, not those of the alarm; attributes name the clinic and the country."""
    style = "<style>:root { --b12-accent: rgb(1, 2, 3); --b12-alarm: rgb(4, 5, 6); }</style>"
    data = {"mode": "inline", "country": "IE", "clinic": "Elm Road Surgery", "clinic_phone": "01 555 0100"}
    chat = open_chat(host.put(EMPTY_PAGE.format(style + tag(fake.address, **data))))
    expect(chat.button("Send")).to_have_css("background-color", "rgb(1, 2, 3)")
    expect(chat.page.locator("b12-guide .emergency-line a")).to_have_text(["112", "999"])
    for text in ("qq", "ww", "ee"):
        chat.say(text)
    expect(chat.page.get_by_role("link", name="Call Elm Road Surgery: 01 555 0100")).to_have_attribute(
        "href", "tel:015550100"
    )
    assert fake.received[-1]["metadata"]["country"] == "IE"
    chat.say("my tongue feels huge")
    expect(chat.page.get_by_role("alert").get_by_role("heading")).to_have_css("background-color", "rgb(179, 22, 11)")


def test_two_tags_are_no_accident(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """A page that carries the tag twice gets two widgets and no error."""
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address, mode="inline") * 2)))
    expect(chat.element).to_have_count(2)


def test_nothing_is_left_on_the_page(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """A conversation leaves no new global name, no cookie, and nothing stored but what "your data" lists."""
    plain = open_chat(host.put(EMPTY_PAGE.format("")))
    # But for those of the program that drives the browser.
    names = """() => [Object.getOwnPropertyNames(window), Object.getOwnPropertySymbols(window).map(String)].flat()
      .filter(name => !name.startsWith("__pw")).sort()"""
    before = plain.page.evaluate(names)
    symbols = plain.page.evaluate("() => Object.getOwnPropertyNames(Symbol).sort()")
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address, mode="inline"))))
    chat.say(QUESTION)
    assert chat.page.evaluate(names) == before
    assert chat.page.evaluate("() => Object.getOwnPropertyNames(Symbol).sort()") == symbols
    assert [key.rpartition(":")[2] for key in chat.stored()] == ["conversation"]
    assert chat.page.evaluate("() => document.head.children.length") == plain.page.evaluate(
        "() => document.head.children.length"
    )


HOSTILE = """<style>
html { font-size: 40% !important; direction: ltr; }
* { all: unset; color: #eee !important; background: #ddd !important; font: 7px/1 fantasy !important;
    position: static !important; display: inline !important; margin: 30px !important; opacity: .2 !important;
    transform: rotate(3deg) !important; letter-spacing: 1em !important; text-transform: uppercase !important;
    pointer-events: none !important; visibility: hidden !important; width: 20px !important; float: left !important;
    animation: x 1s infinite !important; }
b12-guide { display: none !important; } button { display: none !important; } .message { height: 1px !important; }
@keyframes x { from { opacity: 0 } }
</style>"""
MEASURES = """node => { const style = getComputedStyle(node);
  return [node.offsetWidth, node.offsetHeight, style.color, style.backgroundColor, style.fontSize,
          style.fontFamily, style.letterSpacing, style.textTransform, style.visibility, style.opacity] }"""


@pytest.mark.parametrize("part", ["textarea", ".message.user .bubble", ".care h3", "button[type=submit]"])
def test_no_rule_of_the_page_reaches_the_chat(fake: FakeChat, open_chat: OpenChat, host: HostPages, part: str) -> None:
    """On a page with resets and rules for everything the parts look and measure as on a page without any."""
    seen = []
    for style in ("", HOSTILE):
        chat = open_chat(host.put(EMPTY_PAGE.format(style + tag(fake.address))))
        chat.element.evaluate("node => { node.open = true }")
        chat.say("my tongue feels huge")
        seen.append(chat.page.locator(f"b12-guide {part}").first.evaluate(MEASURES))
    assert seen[0] == seen[1]


JQUERY = """<script src="/jquery.js"></script><script>
jQuery(function ($) {
  $(document).on("keydown click submit", function (event) { if (!event.target.shadowRoot) event.preventDefault(); });
  $("button, textarea, form, a, p, div").remove(); $("*").attr("tabindex", "-1").hide().show();
  Array.prototype.extra = function () {}; Object.prototype.inherited = "surprise"; String.prototype.trim2 = 1;
});</script>"""


def test_an_old_jquery_does_not_break_it(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """With jQuery 1.12, its selectors over everything and extended prototypes, the chat works as ever."""
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address, mode="inline") + JQUERY)))
    assert chat.page.evaluate("() => jQuery.fn.jquery") == "1.12.4"
    expect(chat.say(QUESTION).locator(".sources li")).to_have_count(2)
    chat.press("Tell me more")
    chat.options()
    chat.button("Your data").click()
    expect(chat.page.get_by_role("heading", name="Your data")).to_be_visible()


def test_a_strict_policy_is_enough(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """A page that allows the chat's server three things, trusted types and all, carries the whole of it."""
    policy = (
        f"default-src 'none'; script-src {fake.address}; connect-src {fake.address}; img-src {fake.address}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
    )
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address, mode="inline")), policy))
    answer = chat.say("my plan")
    answer.locator(".picture summary").click()
    assert answer.get_by_role("img").evaluate("node => node.decode().then(() => node.naturalWidth)") == 320
    expect(chat.button("Send")).to_have_css("background-color", "rgb(0, 86, 107)")
    chat.options()
    chat.saved(chat.button("Save").click)
    chat.page.get_by_role("radio", name="Dark").check()
    expect(chat.button("Copy")).to_have_css("background-color", "rgb(26, 37, 43)")


def test_where_storage_is_refused_the_chat_still_works(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """In a sandboxed frame, which may store nothing, messages are sent and answered."""
    inner = host.put(EMPTY_PAGE.format(tag(fake.address, mode="inline")))
    outer = host.put(f'<!doctype html><iframe sandbox="allow-scripts" src="{inner}" width=800 height=700></iframe>')
    page = open_chat(outer).page
    frame = page.frame_locator("iframe")
    frame.get_by_label("Your message").fill(QUESTION)
    frame.get_by_label("Your message").press("Enter")
    expect(frame.locator(".message.bot")).to_have_count(2)


def test_it_can_be_removed_and_put_back(fake: FakeChat, open_chat: OpenChat, host: HostPages) -> None:
    """A page that takes the element out and puts it back, as single-page sites do, gets the conversation back."""
    chat = open_chat(host.put(EMPTY_PAGE.format(tag(fake.address, mode="inline"))))
    chat.say(QUESTION)
    chat.page.evaluate(
        "() => { const node = document.querySelector('b12-guide'); node.remove(); document.body.append(node) }"
    )
    expect(chat.own).to_have_count(1)
    chat.say("hello")
    expect(chat.own).to_have_count(2)
