"""How the chat looks, measured: the first screen, the rhythm of messages, chips, the box, and red for danger alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.web.fake_server import FakeChat
from tests.widget.chat import Chat
from tests.widget.real_server import RealServer
from tests.widget.screens import phone, seen

OpenChat = Callable[..., Chat]
QUESTION = "how long until I feel better?"
DESK = {"viewport": {"width": 1280, "height": 800}}
# What is drawn in a red: its hue within 20 degrees of pure red, and not a grey or a brown.
REDS = """([root, except]) => [...root.querySelectorAll("*")].filter(node => !except || !node.closest(except))
  .flatMap(node => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (!box.width || style.display === "none") return [];
    const border = ["Top", "Right", "Bottom", "Left"].filter(side => parseFloat(style[`border${side}Width`]))
      .map(side => style[`border${side}Color`]);
    return [style.color, style.backgroundColor, ...border].filter(colour => {
      const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
      const most = Math.max(r, g, b), least = Math.min(r, g, b), spread = most - least;
      return a && most === r && spread > 70 && Math.abs(g - b) / spread < 1 / 3;
    }).map(colour => `${node.outerHTML.slice(0, 60)} ${colour}`);
  })"""


def box_of(part: Locator) -> dict[str, float]:
    """Where something is."""
    box = part.bounding_box()
    assert box is not None
    return {**box, "bottom": box["y"] + box["height"], "right": box["x"] + box["width"]}


def reds(chat: Chat, where: str, without: str = "") -> list[str]:
    """What is red within a part of the chat, outside of others."""
    node = chat.page.locator(f"b12-guide {where}").evaluate_handle("node => node")
    return list(chat.page.evaluate(REDS, [node, without]))


@pytest.mark.parametrize("size", [{}, phone(), phone(360, 640), DESK], ids=["900", "390", "360", "1280"])
def test_the_first_screen_is_seen_whole(fake: FakeChat, open_chat: OpenChat, size: dict[str, Any]) -> None:
    """One title, four starters with a caption each, and two lines of what it is, all without scrolling."""
    chat = open_chat(fake.address, **size)
    first = chat.page.locator("b12-guide .welcome")
    expect(first.locator(".lead")).to_have_text("Hello. Ask me about B12 injections.")
    starters = first.locator(".starter")
    expect(starters).to_have_count(4)
    assert all(starters.locator("strong").all_inner_texts() + starters.locator("span").all_inner_texts())
    assert starters.locator("span").count() == 4
    expect(first.locator(".small")).to_have_count(2)
    for part in (first.locator(".lead"), *starters.all(), *first.locator(".small").all()):
        assert seen(part)


@pytest.mark.parametrize("size", [phone(), DESK], ids=["390", "1280"])
def test_starters_begin_on_one_line(fake: FakeChat, open_chat: OpenChat, size: dict[str, Any]) -> None:
    """The titles of starters that stand beside each other begin at the same height, however long each is."""
    starters = open_chat(fake.address, **size).page.locator("b12-guide .starter")
    rows: dict[float, set[float]] = {}
    for starter in starters.all():
        rows.setdefault(box_of(starter)["y"], set()).add(box_of(starter.locator("strong"))["y"])
    assert [len(tops) for tops in rows.values()] == [1] * len(rows)
    assert len(rows) < 4


def test_messages_of_a_turn_stand_closer_than_turns(fake: FakeChat, open_chat: OpenChat) -> None:
    """4 to 8 px between what is asked and what is answered, about 20 px between turns; each has its time, each answer a
    mark of who speaks."""
    chat = open_chat(fake.address)
    for _ in range(2):
        chat.say("when is my next jab")
    own = [box_of(part) for part in chat.own.all()]
    answers = [box_of(part) for part in chat.page.locator("b12-guide .message.bot:not(.welcome)").all()]
    within = [answer["y"] - asked["bottom"] for asked, answer in zip(own, answers, strict=True)]
    assert all(4 <= gap <= 8 for gap in within)
    assert 18 <= own[1]["y"] - answers[0]["bottom"] <= 28
    expect(chat.own.locator("time")).to_have_count(2)
    expect(chat.page.locator("b12-guide .message.bot:not(.welcome) > .mark")).to_have_count(2)
    assert all(seen(mark) for mark in chat.page.locator("b12-guide .message.bot:not(.welcome) > .mark").all())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_suggestions_are_tinted_chips(fake: FakeChat, open_chat: OpenChat, scheme: str) -> None:
    """They are round, and of a colour of their own beside the page, the bubbles and the button that sends."""
    chat = open_chat(fake.address, color_scheme=scheme)
    chat.say(QUESTION)
    chip = chat.button("Tell me more")
    colour = "node => getComputedStyle(node).backgroundColor"
    others = [chat.page.locator("b12-guide dialog, b12-guide .panel").first, chat.last.locator(".bubble").first]
    shown = [part.evaluate(colour) for part in (chip, *others, chat.button("Send"))]
    assert len(set(shown)) == 4
    assert float(chip.evaluate("node => parseFloat(getComputedStyle(node).borderTopLeftRadius)")) >= 16


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_only_danger_is_red(fake: FakeChat, open_chat: OpenChat, scheme: str) -> None:
    """Red are the number to call and the cards of an emergency and of what is urgent; answers, plans, options, deletion
    and the card for somebody in distress are not."""
    chat = open_chat(fake.address, color_scheme=scheme)
    for text in (QUESTION, "my plan", "the blood thing they do after", "i want to end it"):
        chat.say(text)
    assert reds(chat, ".root", ".emergency-line") == []
    chat.options()
    assert reds(chat, ".root", ".emergency-line") == []
    chat.button("Back to the chat").click()
    chat.say("it got worse")
    assert reds(chat, ".care.urgent")
    chat.say("my tongue feels huge")
    assert reds(chat, ".care.emergency:not(.calm)")


def test_the_box_is_one_line_that_grows(fake: FakeChat, open_chat: OpenChat) -> None:
    """One line to begin with, more as one writes, up to a few, and one again when it is sent."""
    chat = open_chat(fake.address)
    before = box_of(chat.box)["height"]
    assert before <= 50
    chat.box.fill("one\ntwo\nthree")
    grown = box_of(chat.box)["height"]
    assert grown >= before + 40
    chat.box.fill("line\n" * 30)
    most = box_of(chat.box)["height"]
    assert grown < most < 160
    chat.box.press("Enter")
    expect(chat.box).to_have_value("")
    assert box_of(chat.box)["height"] == before


@pytest.mark.parametrize("size", [phone(320, 568), phone(), {}, DESK], ids=["320", "390", "900", "1280"])
def test_the_emergency_line_reads_in_order(fake: FakeChat, open_chat: OpenChat, size: dict[str, Any]) -> None:
    """The question, then the number as one chip, then "or your local emergency number", from left to right or below."""
    line = open_chat(fake.address, **size).page.locator("b12-guide .emergency-line")
    expect(line.get_by_role("link")).to_have_count(1)
    asked, number, other = (box_of(line.locator(part)) for part in ("strong", "a", ".else"))
    assert asked["right"] <= number["x"]
    assert other["x"] >= number["right"] or other["y"] >= number["bottom"] - 1


def test_on_a_wide_screen_what_it_does_stands_beside_the_chat(fake: FakeChat, open_chat: OpenChat) -> None:
    """Both are seen at once, neither over the other; on a phone the chat is the screen."""
    wide = open_chat(fake.address, **DESK).page
    about, panel = box_of(wide.locator(".about")), box_of(wide.locator("b12-guide .panel"))
    assert about["right"] < panel["x"]
    for part in (".about h2", "b12-guide .bar", "b12-guide .dock"):
        expect(wide.locator(part).first).to_be_in_viewport(ratio=1)
    small = open_chat(fake.address, **phone()).page
    # A Firefox of a computer keeps a little of the width for its scroll bar.
    width = small.evaluate("() => document.documentElement.clientWidth")
    assert small.locator("b12-guide .panel").bounding_box() == {"x": 0, "y": 0, "width": width, "height": 844}


def test_a_plan_that_was_kept_has_its_calendar_on_screen(real: RealServer, open_chat: OpenChat) -> None:
    """On a phone the next date and the calendar are seen together, once the plan is right."""
    chat = open_chat(real.address, **phone())
    chat.say("every 12 weeks, last one was 2 weeks ago")
    plan = chat.press("Yes")
    assert seen(plan.locator(".next"))
    assert seen(plan.get_by_role("link", name="Add to my calendar", exact=True))
