"""Pages for the appointment of many kinds, and what is read of one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from typing import Any

from b12guide.diary import summary
from b12guide.diary.notes import Diary, note_of
from b12guide.plan import takeaway
from b12guide.plan.dates.log import Given
from b12guide.shared import content
from tests.diary.test_reminders import kept_plan

TODAY = date(2026, 3, 5)
LOADING = "1mg hydroxocobalamin 3 times a week for 2 weeks then every 3 months. first one is thursday 5 march"


def plan_of(text: str, today: date = TODAY) -> takeaway.Plan:
    found = takeaway.kept(kept_plan(text, today))
    assert found is not None
    return found


def page(
    plan: takeaway.Plan | None,
    diary: Diary,
    today: date = TODAY,
    *,
    on_hold: bool = False,
    whose: str | None = None,
    **changes: Any,
) -> str:
    made_of = summary.Summary(plan, plan.said if plan else "", diary, on_hold, whose)
    say = content().diary.for_other() if whose else content().diary
    return summary.page(made_of, today=today, say=say, emergency="999", **changes)


def words(of: str) -> str:
    """What is read of a page."""
    body = re.sub(r"<head>.*?</head>", "", of, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def diary(
    notes: int = 0, questions: int = 0, unanswered: int = 0, text: str = "tired {n}/10", reactions: str = ""
) -> Diary:
    found = Diary()
    for number in range(3 if reactions else 0):
        found.reacted(f"{number} {reactions}", TODAY - timedelta(days=3 - number))
    for number in range(notes):
        found.add(note_of(text.format(n=number % 11), TODAY - timedelta(days=3 * (notes - number))))
    for number in range(questions):
        wide = "W" * 20
        found.choose(
            f"Question {number}: {wide} how often are my first injections, in weeks or months, and what comes then?"
        )
    for number in range(unanswered):
        long = "is it normal that my level was so high after the third injection, and what then? " * 2
        found.not_answered(f"Asked {number}: {long}", TODAY)
    return found


def with_doses(count: int) -> takeaway.Plan:
    plan = plan_of("every 12 weeks, last one 9 february 2026")
    log = tuple(
        Given(date(2026, 2, 9) - timedelta(days=84 * n + (n % 3)), n % 2 == 0, None, ("late", None, "early")[n % 3])
        for n in reversed(range(count))
    )
    return replace(plan, log=log, skipped=(date(2024, 5, 1), date(2025, 5, 1)))


def asked_in_emoji() -> Diary:
    found = diary(notes=60, reactions="hives")
    for number in range(8):
        found.choose(f"{number} {'😴' * 158}")
        found.not_answered(f"{number} {'😴' * 158}", TODAY)
    return found


# Doses, and what stands beside them.
WORST = {
    "one dose": (1, diary(notes=1)),
    "24 doses, nothing else": (24, Diary()),
    "24 doses, all of it full": (24, diary(notes=400, questions=8, unanswered=5)),
    "24 doses, long notes in capitals": (24, diary(notes=60, text="W" * 400)),
    "24 doses, notes in wide letters": (24, diary(notes=60, questions=8, text="倦怠感 " * 60)),
    "24 doses, emoji": (24, diary(notes=60, unanswered=5, text="😴" * 180)),
    "24 doses after 3 reactions, all of it full": (24, diary(400, 8, 5, reactions="hives all over my arms, " * 8)),
    "24 doses after reactions in wide letters": (24, diary(400, 8, 5, reactions="W" * 160)),
    "24 doses after reactions in emoji": (24, diary(400, 8, 5, reactions="😱" * 160)),
    "questions in emoji": (24, asked_in_emoji()),
    "30 doses": (30, diary(notes=100, questions=8, unanswered=5)),
    "no dose": (0, diary(notes=300, questions=3)),
}
