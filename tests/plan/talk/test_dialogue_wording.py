"""The templates of the plan dialogue: plain words, none missing, none left over, and clear errors."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import textstat

from b12guide.plan.dialogue import Wording, WordingError, load_wording
from b12guide.plan.talk.state import State
from b12guide.plan.talk.templates import OTHER, dates
from b12guide.plan.talk.view import View
from tests.plan.talk.dialogue_chat import WORDING, Chat

ROOT = Path(__file__).resolve().parents[3]
PLAN = ROOT / "b12guide" / "plan"
# What is said of whose plan it is, is said where the conversation is known.
WHOSE = (ROOT / "actions" / "plan.py", ROOT / "actions" / "turn.py", ROOT / "actions" / "people.py")
FILES = (PLAN / "dialogue.py", *(PLAN / "talk").glob("*.py"), *WHOSE)
CODE = {path.name: path.read_text(encoding="utf-8") for path in FILES}
ALL_CODE = "\n".join([*CODE.values(), (ROOT / "actions" / "answers.py").read_text(encoding="utf-8")])
LONGEST = 20
# What a template is filled with: as long as it gets in a usual plan.
FILLED = {
    "date": "Monday 30 March 2026", "dates": "Monday 30 March 2026", "start": "Friday 3 April 2026",
    "end": "Monday 20 April 2026", "today": "Monday 6 April 2026", "last": "Monday 30 March 2026", "late": "3 weeks",
    "over": "6 days",
    "words": "every 12 weeks", "what": "1mg (1,000 micrograms)", "part": "loading", "count": 4, "total": 7, "given": 3,
    "zone": "UTC", "unit": "months", "asked": "Wednesday", "day": "Monday 2 March 2026", "span": "8 weeks",
    "old": "Monday 2 March 2026", "new": "Monday 9 March 2026", "who": "sister", "others": "your sister's plan",
    "ask": '"How many injections have I had, and what comes next?"',
    "question": "When was it?", "label": "Loading ends",
    "weeks": "12 and 13", "doses": "Monday 30 March 2026", "plan": 12,
    "first": "Your sister", "other": "You", "other_date": "Monday 30 March 2026", "later": "21 days",
    "plans": "your sister's plan", "planned": "Monday 30 March 2026", "number": 3,
    "right": "Monday 9 March 2026", "wrong": "Monday 2 March 2026",
    "gap": "90 days", "one": "90 days", "two": "3 months", "days": "3 days",
    "weekday": "Tuesday", "month": "February 2027", "had": 5, "before": "Monday 2 March 2026",
    "after": "Monday 30 March 2026", "event": "The christening", "off": "1 week",
}  # fmt: skip


def filled(name: str) -> str:
    return WORDING(name, **FILLED)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!:;])\s+", text) if part]


@pytest.mark.parametrize("name", sorted(WORDING.names()))
def test_sentences_are_short(name: str) -> None:
    """20 words at most in each."""
    assert [s for s in sentences(filled(name)) if len(s.split()) > LONGEST] == []


@pytest.mark.parametrize(
    "texts",
    [
        ["3 times a week for 2 weeks then every 3 months. first one was 2 march", "yes"],
        ["every 12 weeks, last one was 1 october", "yes"],
        ["every 12 weeks, last one was 1 may 2025", "I had it today"],
        ["every 10 to 12 weeks, last one 9 february", "yes"],
        ["alternate days until no further improvement then every 2 months. first was 2 march", "yes"],
        ["every 12 weeks, last one 3 april 2026", "no", "9 february"],
        ["biweekly, last one 3/2", "every 2 weeks", "31/02"],
    ],
)
def test_answers_are_plain(texts: list[str]) -> None:
    """US school grade 6 or lower for every answer as it is said."""
    chat = Chat()
    for text in texts:
        said = " ".join(line if line[-1] in ".?!:" else f"{line}." for line in chat.say(text)).replace("• ", "")
        assert textstat.flesch_kincaid_grade(said) <= 6, said


def test_all_templates_together_are_plain() -> None:
    """Also what is seldom said."""
    assert textstat.flesch_kincaid_grade(" ".join(filled(name) for name in sorted(WORDING.names()))) <= 6


def test_every_template_is_used() -> None:
    """No name stands in the file that no code asks for; windows are asked for with their plain twin."""
    composed = {"ask_change", "ask_days", "link_calendar", "link_google", "link_print", "link_picture"}
    named = set(re.findall(r"""["'](\w+)["']""", ALL_CODE))
    unused = {
        name
        for name in WORDING.names() - composed
        if not {name, name.removesuffix(OTHER).removesuffix("_window")} & named
    }
    assert unused == set()


def test_every_template_asked_for_exists() -> None:
    """Names in the code, with the windows of those that may have one."""
    wanted = set(re.findall(r'(?:words|wording)\(\s*"(\w+)"', ALL_CODE))
    lines = set(re.findall(r'dose_line\(\s*"(\w+)"', ALL_CODE)) | {"next", "kept", "due_no", "due_yes", "starts"}
    assert wanted - WORDING.names() == set()
    assert {f"{name}_window" for name in lines} - WORDING.names() == set()


def test_no_word_of_advice_to_avoid() -> None:
    """Nothing says "should" or "don't worry", and microgram is written out."""
    everything = " ".join(filled(name) for name in WORDING.names()).lower()
    assert re.findall(r"\bshould\b|don't worry|\bmcg\b|µg", everything) == []


def test_a_template_that_is_missing_is_named() -> None:
    """The error names the entry and the way out."""
    wording = Wording({"late": "It is {days} late."})
    with pytest.raises(WordingError, match=r"plan.yml, on_time: 'on_time' is missing; add it or correct its name"):
        wording("on_time")
    with pytest.raises(WordingError, match=r"plan.yml, late: 'days' is missing"):
        wording("late")
    assert wording.fields("late") == {"days"}


def test_a_file_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    """Each error names the file, the line where there is one, and the way out."""
    missing, broken, binary, shape = (tmp_path / name for name in ("none.yml", "broken.yml", "binary.yml", "shape.yml"))
    broken.write_text('late: "It is\nnext: [', encoding="utf-8")
    binary.write_bytes(b"\xff\xfe\x00late")
    shape.write_text("late: 5\n", encoding="utf-8")
    with pytest.raises(WordingError, match=r"none\.yml: cannot be read .*; put the file back or save it as UTF-8"):
        load_wording(missing)
    with pytest.raises(WordingError, match=r"binary\.yml: cannot be read"):
        load_wording(binary)
    with pytest.raises(WordingError, match=r"broken\.yml, line \d+: this is not YAML; check quotes and indents"):
        load_wording(broken)
    with pytest.raises(WordingError, match=r"shape\.yml: every entry is a name, a colon and a text in quotes"):
        load_wording(shape)
    shape.write_text("- late\n", encoding="utf-8")
    with pytest.raises(WordingError, match="every entry is a name"):
        load_wording(shape)


def test_days_of_one_month_name_it_once() -> None:
    """Month and year stand where they change."""
    days = [date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1), date(2027, 1, 4)]
    assert dates(days) == "Monday 30, Tuesday 31 March, Wednesday 1 April 2026 and Monday 4 January 2027"


def test_a_view_needs_a_date() -> None:
    """Without one there is nothing to count from."""
    with pytest.raises(ValueError, match="no date of this plan is known yet"):
        View(State(), date(2026, 3, 5), WORDING).coming(1)
