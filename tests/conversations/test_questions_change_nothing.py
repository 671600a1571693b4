"""A question that names a day is no fact in the whole conversation: after it plans, log and days set are as before."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import pytest

from tests.conftest import Bot

WHO = {"today": "2026-06-02", "timezone": "Europe/London", "country": "GB"}
# What is kept of a plan that a question must leave alone.
RECORD = (
    "phases",
    "anchor",
    "given",
    "booked",
    "booking",
    "skipped",
    "confirmed",
    "extra",
    "to_go",
    "part_now",
    "open",
)
OWN = ["i", "mine", "my next one", "it"]
OTHERS = ["she", "hers", "my mum", "mum's"]
DAYS = [
    "on 9 june", "the 9th", "next thursday", "tomorrow", "a week later", "a few days early", "the monday before",
    "on 20 july", "in three weeks", "on the 1st", "this friday", "today",
]  # fmt: skip
ASKED = [
    "could {one} have it {day}?", "could {one} have it {day}", "would it matter if {one} had it {day}",
    "what if {one} had it {day}", "is it ok to have {whose} {day}", "do they mind if {one} goes {day}",
    "should {one} have it {day}", "cant {one} just have it {day}", "can {whose} be moved to {day}",
    "would they let {one} come {day}?", "is there any harm in {one} having it {day}", "was {whose} meant to be {day}?",
    "am i right that {whose} is {day}?", "wouldnt it be better if {one} had it {day}",
    "does it count if {one} went {day}",
    "any chance {one} could go {day}",
    "suppose {one} had it {day}, when's the next",
    "wud it be bad if {one} got it {day}",
    "is {day} too soon for {whose}", "and if {whose} was {day}?", "can {one} get away with {day}",
    "did {one} have it {day}?",
    "have they booked {whose} for {day}?", "must {one} go {day}", "do {one} need to go {day}",
    "whats wrong with {one} having it {day}",
]  # fmt: skip
PLANS = {
    "one": ("every 3 months, last one 9 march 2026", "yes"),
    "course": ("every other day for 6 injections then every 8 weeks, first one 30 may 2026", "all of them", "yes"),
    "two": ("my mum has hers every 8 weeks, last one 20 april 2026", "yes",
            "i have mine every 12 weeks, last 4 may 2026", "yes"),
}  # fmt: skip


def questions(plan: str) -> list[str]:
    """A few of all that can be asked, of one's own and, where there is one, of somebody else's."""
    people = [("i", whose) for whose in OWN[1:]]
    people += [("she", "hers"), ("my mum", "mum's")] if plan == "two" else []
    every = {form.format(one=one, whose=whose, day=day)
             for form, (one, whose), day in itertools.product(ASKED, people, DAYS)}  # fmt: skip
    return random.Random(plan).sample(sorted(every), 30)


def record(bot: Bot, sender: str) -> dict[str, Any]:
    tracker = bot.run(bot.agent.tracker_store.retrieve(sender))
    plans = (tracker.get_slot("memory") or {}).get("plans") or {}
    # As text: what was stored once is read back in lists.
    return {whose: {name: json.dumps(plan.get(name)) for name in RECORD} for whose, plan in plans.items()}


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_asked_is_not_kept(bot: Bot, request: pytest.FixtureRequest, plan: str) -> None:
    """Whoever asks it, in whatever words, one after another."""
    sender, changed = request.node.nodeid, []
    for text in PLANS[plan]:
        bot.say(sender, text, **WHO)
    before = record(bot, sender)
    assert before, "no plan is kept"
    assert all(one["confirmed"] == "true" for one in before.values()), before
    last = ""
    for text in questions(plan):
        turn = bot.say(sender, text, **WHO)
        after = record(bot, sender)
        if after != before:
            differs = {one: [name for name in RECORD if kept[name] != after.get(one, {}).get(name)]
                       for one, kept in before.items()}  # fmt: skip
            changed.append((text, last, differs, turn.text[:120]))
            sender += "+"
            for told in PLANS[plan]:
                bot.say(sender, told, **WHO)
            assert record(bot, sender) == before
        last = turn.text[:120]
    assert not changed, "\n".join(map(str, changed))
