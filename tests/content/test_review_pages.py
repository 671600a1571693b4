"""The pages to read and to sign: all that is said in every country, what changed, and how to sign."""

from __future__ import annotations

import re
import shutil
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from b12guide.review import Passage, Reviews, Sheet, load_reviews, load_sheets
from b12guide.review.changes import Change, Piece, changes
from b12guide.review.pages import write_pages
from b12guide.review.patterns import in_words
from b12guide.review.sheets import by_country, hash_of, passages_in
from b12guide.review.sign import sign
from b12guide.review.topics import NOT_OPENED

TOPIC, CARD = "time_to_feel_better", "urgent_potassium"
TODAY = date(2026, 11, 22)
SHEET = Sheet("a_b", "card", "A to B", (Passage("card", "One.\nTwo <3.", ("GB", "EU")), Passage("why?", "So.")))
KEPT = "sheet\n  card a_b\n\ncard [GB, EU]\n  One.\n  Two <3.\n\nwhy?\n  So.\n"
TEXT = 'class="text" lang="en" dir="auto"'
# What is never closed.
VOID = {"meta"}


class Reader(HTMLParser):
    """Fails on an element that is closed out of order; collects the elements."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Reviews:
    """A copy of the content in which a topic was signed before one of its sentences changed, and a card since."""
    folder = tmp_path_factory.mktemp("signed") / "content"
    content = Path(__file__).parents[2] / "content"
    shutil.copytree(content, folder, ignore=shutil.ignore_patterns("reviews"))
    sheets = load_sheets(folder)
    for name in (TOPIC, CARD):
        sign(folder, sheets, of=name, name="Dr <A>", role="GP", read=sheets[name].hash, today=TODAY)
    topic = folder / "topics" / f"{TOPIC}.yml"
    text = topic.read_text(encoding="utf-8").replace("days, others in weeks.", "days, some in weeks.", 1)
    topic.write_text(text, encoding="utf-8")
    return load_reviews(folder, load_sheets(folder))


@pytest.fixture(scope="module")
def pages(signed: Reviews, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "gone.html").write_text("a page of a former run", encoding="utf-8")
    assert write_pages(signed, folder, TODAY) == len(signed.sheets)
    return folder


def read(pages: Path, name: str) -> str:
    return (pages / f"{name}.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    """What is read of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.split("</style>")[1])).split())


def test_the_form_that_is_signed_stays() -> None:
    """Another form would void every signature: it is fixed here, with its hash."""
    assert SHEET.kept == KEPT
    assert SHEET.hash == hash_of(KEPT) == "sha256:42c24c67de3eea63"
    assert passages_in(KEPT) == {"card [GB, EU]": "One.\nTwo <3.", "why?": "So."}


def test_what_is_the_same_everywhere_is_said_once() -> None:
    """Countries with the same words share a passage; nothing is said of a country in which nothing is said."""
    countries = ("GB", "US", "unknown")
    assert list(by_country("a", lambda _: "Same.", countries)) == [Passage("a", "Same.")]
    said = {"GB": "One.", "US": "", None: "One."}
    assert list(by_country("a", said.__getitem__, countries)) == [Passage("a", "One.", ("GB", "unknown"))]


def test_a_change_is_told_country_by_country() -> None:
    """The same change in two countries is one; a country that left its group with other words is alone."""
    now = Sheet(
        "a_b", "card", "", (Passage("card", "One.\nTwo <4.", ("GB",)), Passage("card", "One.\nTwo <3.", ("EU",)))
    )
    gone, new = Piece("gone", "Two <3."), Piece("new", "Two <4.")
    assert changes(now, KEPT) == [
        Change((("card", ("GB",)),), (Piece("same", "One.\n"), gone, Piece("same", " "), new)),
        Change((("why?", ()),), (Piece("gone", "So."),)),
    ]
    assert changes(SHEET, KEPT) == []


def test_there_is_a_page_for_everything_and_no_other(pages: Path, signed: Reviews) -> None:
    """A page and its texts for each sheet, an index, nothing of a former run."""
    names = signed.sheets.names()
    assert len(names) == len(set(names)) == 93
    expected = {f"{name}.{end}" for name in names for end in ("html", "txt")} | {"index.html"}
    assert {path.name for path in pages.iterdir()} == expected
    assert hash_of((pages / f"{TOPIC}.txt").read_text(encoding="utf-8")) == signed.sheets[TOPIC].hash


def test_every_page_is_sound_and_needs_no_script(pages: Path) -> None:
    """Closed in order, in a language, with a title, one main heading, nothing that runs and nothing from elsewhere."""
    for path in pages.glob("*.html"):
        reader = Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        tags = [tag for tag, _ in reader.elements]
        assert reader.open == []
        assert ("html", {"lang": "en"}) in reader.elements
        assert (tags.count("title"), tags.count("h1"), tags.count("main")) == (1, 1, 1)
        assert not {"script", "link", "img", "iframe"} & set(tags)
        assert all(attributes.get("scope") in ("row", "col") for tag, attributes in reader.elements if tag == "th")
        links = [attributes["href"] or "" for tag, attributes in reader.elements if tag == "a"]
        ids = {attributes["id"] for _, attributes in reader.elements if "id" in attributes}
        assert {link[1:] for link in links if link.startswith("#")} <= ids
        assert all(link.startswith(("#", "http://", "https://")) or (pages / link).is_file() for link in links)


def test_a_topics_page_has_all_that_is_said(pages: Path, signed: Reviews) -> None:
    """Every text of a topic, what its sources are and when they were opened, its patterns, and the notes of editors."""
    content = signed.sheets.content
    topic = content.topic(TOPIC)
    said = words(read(pages, TOPIC))
    texts = [
        topic.question,
        topic.short,
        *topic.more,
        topic.simpler,
        topic.why,
        *topic.ask_clinician,
        *map(in_words, topic.must_not_say),
    ]
    texts += [text for one in topic.questions for text in (one.question, *one.texts)]
    texts += [content.topics[one].question for one in topic.follow_up] + list(topic.needs_recheck)
    plain = [text for text in texts if "{" not in text]
    assert [text for text in plain if " ".join(text.split()) not in said] == []
    assert all(content.sources[one].label in said for one in topic.sources)
    assert f'<a href="{content.sources["NHS-AB"].url}">' in read(pages, TOPIC)
    assert "{emergency}" not in said


def test_numbers_stand_beside_their_countries(pages: Path) -> None:
    """One text in full with the words marked that differ, and of the other countries what stands in that place."""
    page = read(pages, TOPIC)
    assert "call <mark>999 or your local emergency</mark> number now." in page
    there = '<td class="text" lang="en" dir="auto">111 or your local emergency</td>'
    assert f'<tr><th scope="row">New Zealand</th>{there}</tr>' in page
    assert "Call Samaritans on 116 123" in words(read(pages, "emergency_crisis_thoughts"))


def test_the_same_table_is_shown_once(pages: Path) -> None:
    """Below it, a text whose words differ by country in the same way refers to it."""
    page = read(pages, TOPIC)
    assert page.count('<td class="text" lang="en" dir="auto">111 or your local emergency</td>') == 1
    assert "In the marked place: as in the table under <b>Whom to contact</b>." in page


def test_a_country_s_own_row_is_on_the_page(pages: Path, signed: Reviews) -> None:
    """What is added in one country is shown with the country and its sources."""
    row = next(row for row in signed.sheets.content.topic("typical_dose").differs if row.country == "NZ")
    assert f"New Zealand: {' '.join(row.text.split())} Sources: {', '.join(row.sources)}" in words(
        read(pages, "typical_dose")
    )


def test_the_page_says_what_changed(pages: Path) -> None:
    """Of a void signature the words that went and came, for those who cannot see colours too."""
    page = read(pages, TOPIC)
    assert (
        "Signed by Dr &lt;A&gt; (GP) on Sunday 22 November 2026. The texts have changed since: the signature is void."
        in page
    )
    assert '<del><span class="hidden">(gone:) </span>others<span class="hidden"> (end)</span></del>' in page
    assert '<ins><span class="hidden">(new:) </span>some<span class="hidden"> (end)</span></ins>' in page
    assert "What changed since it was signed" not in read(pages, CARD)


def test_the_page_says_how_to_sign(pages: Path, signed: Reviews) -> None:
    """The command with the hash of its texts, and the lines for who writes by hand."""
    said, now = words(read(pages, TOPIC)), signed.sheets[TOPIC].hash
    assert f'make sign TOPIC={TOPIC} HASH={now} NAME="your name" ROLE="what you are"' in said
    assert f"name: your name role: what you are date: the day, as 2026-03-05 hash: {now}" in said
    assert f"content/reviews/{TOPIC}.yml" in said
    assert f"build/review/{TOPIC}.txt" in said


def test_a_card_says_when_it_is_given(pages: Path) -> None:
    """The signs that bring it up, what each rests on, and whom one can call, also where there is no number."""
    said, page = words(read(pages, "emergency_cord_bladder")), read(pages, "emergency_stroke")
    assert "A7: Fast weakness or numbness moving up" in said
    assert "A6: Cauda equina pages of NHS trusts" in said
    assert '<tr><th scope="row">any other country</th><td class="text" lang="en" dir="auto">none</td>' in page
    assert "When it is given" not in read(pages, "emergency_still")


def test_a_card_says_how_its_numbers_were_read(pages: Path) -> None:
    """Whoever signs a number sees how it was read, and that nobody noted a day; a card without one says nothing."""
    page = (pages / "emergency_anaphylaxis.html").read_text(encoding="utf-8")
    assert "AU, emergency: 000 (weak; the editors noted no day)" in page
    assert "AU, poison" not in page


def test_the_page_counts_the_sources_that_were_opened(pages: Path, signed: Reviews) -> None:
    """Beside the command stands how many sources the editors opened; each list of sources leads to them."""
    content = signed.sheets.content
    ids = set(re.findall(r"<h3 id=\"([^\"]+)\">", read(pages, TOPIC)))
    opened = sum(content.sources[one].checked is not None for one in ids)
    assert f"Of the {len(ids)} sources on this page the editors have opened {opened}." in words(read(pages, TOPIC))
    assert f'<a href="#{content.topic(TOPIC).sources[0]}">' in read(pages, TOPIC)


def test_a_question_is_headed_by_its_words(pages: Path, signed: Reviews) -> None:
    """A specific question stands under itself, and not under its id."""
    question = signed.sheets.content.topic(TOPIC).questions[0]
    page = read(pages, TOPIC)
    assert f"<h3>{question.question}</h3>\n<h4>Answer</h4>\n" in page
    assert f"<p {TEXT}>{question.question}</p>" not in page
    assert "<h4>Answer where it is asked about somebody else</h4>" in page
    for topic in signed.sheets.content.topics.values():
        headings = re.findall(r"<h[34][^>]*>(.*?)</h[34]>", read(pages, topic.id))
        names = {
            in_heading.capitalize() for one in topic.questions for in_heading in (one.id, one.id.replace("_", " "))
        }
        assert [one for one in headings if one.split(":")[0] in names] == []


def test_what_a_topic_leads_to_is_said_in_words(pages: Path, signed: Reviews) -> None:
    """Buttons by what is on them, and whether the clinic is to be told, as a sentence; no name of a file."""
    content, said = signed.sheets.content, words(read(pages, TOPIC))
    buttons = " ".join(f"• {content.topic(one).question}" for one in content.topic(TOPIC).follow_up)
    assert f"Questions on buttons under it {buttons} Is it worth telling the clinic" in said
    assert "that somebody asks this? No: asking this is by itself nothing to tell the clinic." in said
    level = {topic.level: topic.id for topic in content.topics.values()}
    assert "Yes: whoever asks this has something to tell their clinic" in words(read(pages, level["routine"]))


def test_what_no_text_may_say_is_said_in_words(pages: Path) -> None:
    """The patterns of a topic and of its questions as they are read, and once how to read them."""
    page, said = read(pages, "maintenance_phase"), words(read(pages, "maintenance_phase"))
    assert "(?:" not in page
    assert page.count("(a or b) is one of them;") == 1
    assert "• you (need or must have) [a digit]" in words(read(pages, "schedule_differences_between_people"))
    assert "Words in none of these texts • " in said


def test_a_source_has_its_age_and_how_it_was_read(pages: Path, signed: Reviews) -> None:
    """The date that the page gives, or that none is known; what was read, without saying that nobody read it."""
    content = signed.sheets.content
    for topic in (TOPIC, "maintenance_phase"):
        said = words(read(pages, topic))
        for key in content.topic(topic).sources:
            source = content.sources[key]
            dated = f"Date of the page: {source.dated or 'not known'}. "
            read_in_copy = f"{dated}Read in a copy or an excerpt only: {source.read}. {NOT_OPENED}"
            opened = source.checked and f"{dated}Read: {source.read}. The original page was last opened on "
            assert (opened or read_in_copy) in said
    assert "Date of the page: 13 October 2022; its own review was due in October 2025." in words(
        read(pages, "maintenance_phase")
    )


def test_a_page_whose_signature_holds_asks_for_nothing(pages: Path) -> None:
    """Who signed it and until when stands first, and that nothing need be done; so before the command."""
    said = words(read(pages, CARD))
    until = "Monday 22 November 2027"
    assert f"A new review is due by {until}. Nothing need be done until then. What is said" in said
    done = (
        f"To sign again This page is signed by Dr <A> (GP) until {until}, while its texts stay. Nothing need be done."
    )
    assert done in said
    assert "Is all of it right, and fit to be read by a patient?" not in said
    assert "Nothing need be done" not in words(read(pages, TOPIC))


def test_a_void_signature_has_three_ways_out(pages: Path) -> None:
    """To sign again, to put the texts back, or to delete its files, which are named."""
    said = words(read(pages, TOPIC))
    assert "Or put the texts back as they were signed: then the signature holds again." in said
    assert f"delete content/reviews/{TOPIC}.yml and content/reviews/{TOPIC}.txt ." in said
    assert "take the signature back" not in words(read(pages, CARD))


def test_the_index_says_who_signed_what(pages: Path) -> None:
    """Each page with its state, and how many are signed."""
    said = words(read(pages, "index"))
    assert "Signed, and not due: 1 of 93." in said
    signed = "Signed by Dr <A> (GP) on Sunday 22 November 2026."
    assert f"Urgent: Possible low potassium {signed} A new review is due by Monday 22 November 2027." in said
    assert f"How long until I feel better? {signed} The texts have changed since: the signature is void." in said
    assert "Urgent: One swollen or painful leg Not signed yet." in said


def test_the_page_in_another_language_is_marked_so(pages: Path) -> None:
    """Who listens to a page hears the words in their language."""
    assert '<p class="text" lang="ar" dir="auto">' in read(pages, "language_ar")
