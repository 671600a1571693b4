"""The pages of content that was changed: what the check refuses, what is gone, what was opened; and the command."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from b12guide.review import load_reviews, load_sheets
from b12guide.review.pages import main, write_pages
from b12guide.review.sign import sign

TOPIC, CARD = "time_to_feel_better", "urgent_potassium"
TODAY = date(2026, 11, 22)


def read(pages: Path, name: str) -> str:
    return (pages / f"{name}.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    """What is read of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.split("</style>")[1])).split())


def test_where_the_signed_texts_are_lost_the_page_says_so(folder: Path, plant, tmp_path: Path) -> None:
    """Without what was signed there is nothing to compare: all of it is to be read."""
    sheets = load_sheets(folder)
    path = sign(folder, sheets, of=TOPIC, name="Dr A", role="GP", read=sheets[TOPIC].hash, today=TODAY)
    path.with_suffix(".txt").unlink()
    plant(f"topics/{TOPIC}.yml", "days, others in weeks.", "days, some in weeks.")
    write_pages(load_reviews(folder, load_sheets(folder)), tmp_path / "pages", TODAY)
    assert "The texts that were signed were not kept beside the signature. Read all of this page." in words(
        read(tmp_path / "pages", TOPIC)
    )


def test_a_source_that_was_opened_says_when(folder: Path, tmp_path: Path) -> None:
    """The day on which somebody opened the original stands beside it."""
    path = folder / "sources.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("checked: null", "checked: 2026-11-20"), encoding="utf-8")
    write_pages(load_reviews(folder, load_sheets(folder)), tmp_path / "pages", TODAY)
    said = words(read(tmp_path / "pages", TOPIC))
    assert "The original page was last opened on Friday 20 November 2026." in said
    assert "in a copy or an excerpt only" not in said


def test_a_page_that_the_check_refuses_says_so_and_has_no_command(
    folder: Path, plant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is refused stands at the top, in the words of the check; the page can be read, and not signed."""
    plant(f"topics/{TOPIC}.yml", "days, others in weeks.", "days, others should in weeks.")
    to = tmp_path / "pages"
    assert main(["--content", str(folder), "--to", str(to)]) == 0
    assert (
        f"{TOPIC} cannot be signed: the check refuses a text of it, and its page says what" in capsys.readouterr().out
    )
    said = words(read(to, TOPIC))
    assert said.index("This page cannot be signed yet") < said.index("Not signed yet.")
    assert "'should'; say what people do" in said
    assert "make sign" not in said
    assert "copy build/review" not in said
    assert "Nothing on this page can be signed while the check refuses a text of it" in said
    assert "make sign" in words(read(to, CARD))
    assert "Not signed yet. The check refuses a text of it: the page says what." in words(read(to, "index"))


def test_what_changed_is_headed_by_words(folder: Path, plant, tmp_path: Path) -> None:
    """A part of a question is called by the question, also where that is gone; a text that went or came says so."""
    sheets = load_sheets(folder)
    sign(folder, sheets, of=TOPIC, name="Dr A", role="GP", read=sheets[TOPIC].hash, today=TODAY)
    topic = sheets.content.topic(TOPIC)
    gone = topic.questions[-1]
    path = folder / "topics" / f"{TOPIC}.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(f"  - id: {gone.id}\n")], encoding="utf-8")
    write_pages(load_reviews(folder, load_sheets(folder)), tmp_path / "pages", TODAY)
    page = unescape(read(tmp_path / "pages", TOPIC))
    changed = page.split("<h2>What changed since it was signed</h2>")[1].split("<h2>")[0]
    assert f"<h3>{gone.question} Answer: gone</h3>" in changed
    assert gone.id not in changed


def test_the_command_writes_the_pages(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where to look, and what it could not count; content that cannot be read is one clear line."""
    (folder / "reviews").mkdir()
    (folder / "reviews" / "cure_all.yml").write_text("name: A B\n", encoding="utf-8")
    to = tmp_path / "build" / "review"
    assert main(["--content", str(folder), "--to", str(to)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"{folder}/reviews/cure_all.yml:1: there is no cure_all to sign; ")
    assert told[1] == f"93 pages to read and to sign: open {to}/index.html in a browser."
    assert main(["--content", str(tmp_path / "nowhere"), "--to", str(to)]) == 2
    assert capsys.readouterr().err.endswith("Mend this first.\n")
