"""The page to print."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textstat import textstat

from b12guide.plan.dates.schedule import doses
from b12guide.plan.model import Anchor, Phase
from b12guide.plan.takeaway import printout
from b12guide.plan.takeaway.printout import print_page
from tests.plan.takeaway.takeaway_plans import LOADING, MONTHLY, OPEN_LOADING, QUARTERLY, RANGE, plans

VOID = {"meta", "link"}
START = Anchor("first", date(2026, 3, 3))


class Page(HTMLParser):
    """The page as elements in order; refuses what is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[tuple[str, str]] = []
        self.declared = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_decl(self, decl: str) -> None:
        self.declared = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.said.append((self._open[-1], data.strip()))

    def all(self, tag: str) -> list[str]:
        return [text for where, text in self.said if where == tag]

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.said)


def page(*phases: Phase, anchor: Anchor = START, today: date = date(2026, 3, 8), **options: Any) -> Page:
    given = {"assumptions": ["A is B.", "C is D."], "said": "My plan in words.", **options}
    return Page(print_page(phases, anchor, today=today, **given))


def days(found: Page) -> list[str]:
    return re.findall(r"(?:Between )?\w+day \d+ \w+ \d{4}(?: and \w+day \d+ \w+ \d{4})?", " ".join(found.all("span")))


def test_page_is_complete() -> None:
    """A page of its own: document type, language, letters, title and one main heading."""
    found = page(LOADING, QUARTERLY)
    assert found.declared.lower() == "doctype html"
    assert found.found[0] == ("html", {"lang": "en"})
    assert ("meta", {"charset": "utf-8"}) in found.found
    assert found.all("title") == found.all("h1") == ["My B12 injection plan"]
    assert [tag for tag, _ in found.found].count("main") == 1


def test_page_obeys_a_strict_content_policy() -> None:
    """No style in the page and no script but files: one style sheet, and what the button to print needs."""
    found = page(LOADING, QUARTERLY)
    assert ("link", {"rel": "stylesheet", "href": "/static/print.css"}) in found.found
    assert [attrs for tag, attrs in found.found if tag == "script"] == [{"src": "/static/print.js", "defer": None}]
    assert not {tag for tag, _ in found.found} & {"style", "img", "iframe"}
    assert not [name for _, attrs in found.found for name in attrs if name == "style" or name.startswith("on")]


def test_address_of_the_page_is_kept_private() -> None:
    """It is not passed on to other sites and not found by search engines."""
    metas = [attrs for tag, attrs in page(QUARTERLY).found if tag == "meta"]
    assert {"name": "referrer", "content": "no-referrer"} in metas
    assert {"name": "robots", "content": "noindex, nofollow"} in metas


def test_headings_do_not_jump() -> None:
    """A level of heading is never skipped on the way down."""
    levels = [int(tag[1]) for tag, _ in page(LOADING, QUARTERLY, clinic_note="x").found if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, 2, 2, 3, 3, 2, 2, 2, 2]
    assert all(low - high <= 1 for high, low in pairwise(levels))


def test_sections_in_order() -> None:
    """Plan, dates, what to do when late, emergency, how the dates were counted, the clinic."""
    assert page(QUARTERLY, clinic_note="Telephone 1234").all("h2") == [
        "My plan", "My next dates", "If I am late or miss one", "In an emergency", "How the dates were counted",
        "From my clinic",
    ]  # fmt: skip


def test_next_dates_with_boxes() -> None:
    """Dates from today on, each with a box, and no date of the past."""
    found = page(LOADING, QUARTERLY, count=5)
    assert days(found) == [
        "Monday 9 March 2026", "Wednesday 11 March 2026", "Friday 13 March 2026", "Sunday 15 March 2026",
        "Monday 15 June 2026",
    ]  # fmt: skip
    boxes = [attrs for tag, attrs in found.found if tag == "span" and attrs.get("class") == "box"]
    assert boxes == [{"class": "box", "aria-hidden": "true"}] * 5
    assert found.all("h3") == ["Loading: every other day for 2 weeks", "Maintenance: every 3 months"]
    assert "Weekend: clinic may be closed." in found.all("span")
    assert "The plan goes on after these dates." in found.all("p")


def test_two_dates_are_named() -> None:
    """The end of loading and the start of maintenance stand with the plan."""
    found = page(LOADING, QUARTERLY)
    assert found.all("dt") == ["Loading ends", "Every 3 months starts"]
    assert found.all("dd") == ["Sunday 15 March 2026", "Monday 15 June 2026"]


def test_plan_assumptions_and_clinic_in_words() -> None:
    """What was said, what was taken for granted, and whose date wins."""
    found = page(QUARTERLY)
    assert "My plan in words." in found.all("p")
    assert found.all("li")[-2:] == ["A is B.", "C is D."]
    assert "If your clinic gives you another date, the clinic's date wins." in found.all("p")
    assert "Printed on Sunday 8 March 2026." in found.all("p")


def test_nothing_is_counted_without_assumptions() -> None:
    """A plan that needed no assumption has no heading for them."""
    assert "How the dates were counted" not in page(QUARTERLY, assumptions=[]).text


def test_what_to_do_when_late() -> None:
    """Call the clinic, do not double, and when to get advice today."""
    assert page(LOADING, assumptions=[]).all("li")[-3:] == [
        "Call your clinic and ask when to have it.",
        "Do not have 2 to catch up.",
        "New or worse numbness, weakness or trouble walking: get medical advice today.",
    ]


@pytest.mark.parametrize(
    ("options", "number"), [({}, "999, 911 or your local emergency number"), ({"emergency": "112"}, "112")]
)
def test_emergency_line(options: dict[str, Any], number: str) -> None:
    """The number of the country, or all that are likely."""
    expected = (
        f"Call {number} now if your lips, face, tongue or throat swell, or you cannot breathe well. "
        "Call if you faint or your chest hurts. Call if you cannot walk, or you are numb between the legs."
    )
    assert expected in page(QUARTERLY, **options).all("p")


def test_review_is_not_claimed() -> None:
    """Until somebody has checked the wording the page says that nobody has; that it is a program, always."""
    assert "A clinician has not checked the wording of this page yet." in page(QUARTERLY).all("p")
    found = page(QUARTERLY, reviewed="Dr A on 1 May 2026")
    assert found.all("p")[-2:] == [printout.PROGRAM, "The wording was checked by Dr A on 1 May 2026."]


def test_paused_plan_has_no_dates() -> None:
    """After a reaction the page gives no date and says why."""
    found = page(LOADING, QUARTERLY, paused=True)
    assert days(found) == []
    assert found.all("dd") == []
    assert printout.PAUSED in found.all("p")


def test_plan_that_is_over() -> None:
    """No dates are left: ask the clinic."""
    found = page(LOADING, today=date(2027, 1, 1))
    assert days(found) == []
    assert printout.NO_DATES in found.all("p")
    assert found.all("dt") == ["Loading started"]


def test_course_with_an_end_does_not_go_on() -> None:
    """Only a plan for life goes on after the last date."""
    assert "The plan goes on" not in page(LOADING).text


def test_late_dose_comes_first() -> None:
    """The first dose that is late is on the list, the others that were missed are not."""
    found = page(Phase("maintenance", 1, 1, "wk"), anchor=Anchor("last", date(2026, 1, 1)), count=2)
    assert days(found) == ["Thursday 8 January 2026", "Thursday 12 March 2026", "Thursday 19 March 2026"]
    assert found.text.count("Late: call your clinic and ask when to have it.") == 1


def test_window_is_written_with_both_ends() -> None:
    """A range is one entry with its first and its last day."""
    found = page(RANGE, anchor=Anchor("last", date(2026, 1, 15)), count=1)
    assert days(found) == ["Between Thursday 26 March 2026 and Thursday 9 April 2026"]


def test_loading_without_an_end() -> None:
    """Until no further improvement, the page names no date for what follows."""
    found = page(OPEN_LOADING, MONTHLY, count=2)
    assert found.all("dd") == ["When your clinic says", "Your clinic tells you the date"]
    assert len(days(found)) == 2


def test_open_plan_asks() -> None:
    """Where the plan leaves something open there is no page, but the question."""
    with pytest.raises(ValueError, match="Which part of the plan"):
        page(LOADING, QUARTERLY, anchor=Anchor("last", date(2026, 3, 7)))


def test_sentences_are_plain() -> None:
    """The fixed sentences read at school grade 6 or lower and have 20 words at most."""
    said = [
        printout.PAUSED, printout.NO_DATES, *printout.LATE_STEPS, printout.PROGRAM, printout.NOT_REVIEWED,
        f"Call 999 now {printout.EMERGENCY_SIGNS}",
    ]  # fmt: skip
    assert textstat.flesch_kincaid_grade(" ".join(said)) <= 6
    assert max(len(part.split()) for text in said for part in re.split(r"(?<=[.:])\s", text)) <= 20


@settings(max_examples=60, deadline=None)
@given(plans(), st.text(max_size=60), st.lists(st.text(max_size=40), max_size=2))
def test_any_plan_and_any_words_give_a_valid_page(case: Any, words: str, more: list[str]) -> None:
    """Closed in order, and with no element that words of the person's own have brought in."""
    phases, anchor, today = case
    hostile = f'<b onclick="x">{words}</p>&amp;'
    options: dict[str, Any] = {
        "assumptions": [*more, hostile],
        "said": hostile,
        "clinic_note": hostile,
        "reviewed": hostile,
    }
    try:
        doses(phases, anchor, today=today)
    except ValueError as question:
        with pytest.raises(ValueError, match=re.escape(str(question))):
            page(*phases, anchor=anchor, today=today, **options)
        return
    found = page(*phases, anchor=anchor, today=today, emergency=hostile, stylesheet=hostile, **options)
    assert {tag for tag, _ in found.found} <= {
        "html", "head", "meta", "title", "link", "body", "main", "h1", "h2", "h3", "p", "dl", "div", "dt", "dd", "ol",
        "ul", "li", "span", "footer", "script", "button",
    }  # fmt: skip
    assert not [name for _, attrs in found.found for name in attrs if name.startswith("on")]
