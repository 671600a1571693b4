"""The page at "/" and the widget's sources: safe under a strict policy, complete, small, and in plain words."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import textstat

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "b12guide" / "web" / "static"
FILES = sorted(STATIC.iterdir())
HTML = (STATIC / "index.html").read_text(encoding="utf-8")
CSS = (STATIC / "home.css").read_text(encoding="utf-8")
SOURCES = {file.name: file.read_text(encoding="utf-8") for file in sorted((ROOT / "widget" / "src").glob("*.ts"))}
STRINGS = SOURCES["strings.ts"]
BUILT = STATIC / "widget.js"
MOST_GZIPPED = 30_000

VOID = {"meta", "link", "br", "img", "input", "hr"}
# Phrasing content only: what the HTML standard lets stand in them is text and inline elements.
PHRASING_ONLY = {"p", "h1", "h2", "h3", "h4", "label", "button", "a", "span", "strong"}
BLOCKS = {"p", "div", "ul", "li", "section", "article", "form", "h1", "h2", "h3", "h4", "header", "main", "footer"}


class Page(HTMLParser):
    """The page as a list of elements, each with its attributes, its ancestors and its own text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.faults: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS and (inside := PHRASING_ONLY & set(self._open)):
            self.faults.append(f"<{tag}> inside <{inside.pop()}> at line {self.getpos()[0]}")
        self.elements.append((tag, dict(attrs), tuple(self._open)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> does not close what is open at line {self.getpos()[0]}")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._open[-1] if self._open else "", data.strip()))

    def close(self) -> None:
        super().close()
        if self._open:
            self.faults.append(f"never closed: {self._open}")


@pytest.fixture(scope="module")
def page() -> Page:
    """The parsed page."""
    parsed = Page()
    parsed.feed(HTML)
    parsed.close()
    return parsed


def ids(page: Page) -> list[str]:
    """Every id of the page, in order."""
    return [attributes["id"] or "" for _, attributes, _ in page.elements if "id" in attributes]


def test_elements_are_nested_and_closed(page: Page) -> None:
    """Every element is closed in its turn, and no block stands inside a paragraph, heading or button."""
    assert page.faults == []


def test_ids_are_unique(page: Page) -> None:
    """No id is given twice."""
    assert len(ids(page)) == len(set(ids(page)))


def test_every_reference_to_an_id_has_its_element(page: Page) -> None:
    """Labels, descriptions and in-page links point at elements that exist."""
    named: list[str] = []
    for _, attributes, _ in page.elements:
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            named += (attributes.get(name) or "").split()
        if (attributes.get("href") or "").startswith("#"):
            named.append((attributes["href"] or "")[1:])
    assert set(named) <= set(ids(page))


def test_nothing_is_inline(page: Page) -> None:
    """There is no inline script, style, handler or frame, so that the strict policy holds."""
    for tag, attributes, _ in page.elements:
        assert tag not in {"style", "iframe", "object", "embed", "base"}
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "srcdoc"}]
        if tag == "script":
            assert attributes.get("src")
    assert not [text for tag, text in page.texts if tag == "script"]


def test_the_page_carries_its_own_strict_policy(page: Page) -> None:
    """The policy on the page denies everything that is not the server's own file, also behind a careless proxy."""
    [policy] = [a["content"] for _, a, _ in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives.pop("default-src") == "'none'"
    assert directives.pop("require-trusted-types-for") == "'script'"
    assert directives.pop("trusted-types") == "lit-html"
    assert set(directives.values()) == {"'self'", "'none'"}
    assert {"script-src", "style-src", "connect-src", "base-uri", "form-action"} <= set(directives)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_file_names_another_host(file: Path) -> None:
    """Nothing is loaded from or sent to anywhere else: the only foreign address is the one that may be linked."""
    text = file.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
    text = text.replace(r"^https:\/\/calendar\.google\.com\/", "")
    assert re.findall(r"(?:\w:|[\"'`(=])//[A-Za-z0-9-]+|@import|url\(", text) == []


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_text_never_becomes_markup_or_code(name: str) -> None:
    """No way from a string to HTML, to style text or to running code is used; Lit puts values in as text."""
    dangerous = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|"
        r"unsafeHTML|unsafeSVG|unsafeStatic|\beval\b|new Function|cssText|setTimeout\(\s*[\"'`]|document\.cookie"
    )
    assert re.findall(dangerous, SOURCES[name]) == []


def test_the_files_that_the_page_asks_for_exist(page: Page) -> None:
    """The page asks for its style, its icon and the widget, by addresses relative to the page."""
    wanted = [a.get("src") or a.get("href") or "" for tag, a, _ in page.elements if tag in {"script", "link"}]
    assert sorted(wanted) == ["static/home.css", "static/icon.svg", "widget.js"]
    assert all((STATIC / address.removeprefix("static/")).is_file() for address in wanted)


def test_every_string_is_used() -> None:
    """The file of strings keeps none that nobody shows."""
    block = STRINGS.split("export const strings = {")[1].split("\n};")[0]
    defined = set(re.findall(r"^  (\w+):", block, re.MULTILINE))
    used = {name for code in SOURCES.values() for name in re.findall(r"\bstrings\.(?!js\b)(\w+)", code)}
    assert used == defined


@pytest.mark.parametrize("name", sorted(set(SOURCES) - {"strings.ts"}))
def test_no_other_file_has_sentences(name: str) -> None:
    """Every string that people read comes from the one file; what looks like a sentence elsewhere is a comment."""
    code = re.sub(r"//.*|/\*.*?\*/", "", SOURCES[name], flags=re.DOTALL if name.endswith("styles.ts") else 0)
    code = "\n".join(line for line in code.splitlines() if not line.strip().startswith(("*", "/*")))
    assert re.findall(r"[\"'`>]([A-Z][a-z]+ [a-z]+ [a-z ]+)[\"'`<.]", code) == []


def test_without_scripts_the_page_says_what_to_do(page: Page) -> None:
    """Where scripts are off, the page says so, names a way out, and has the numbers to call."""
    links = [(a["href"], above) for tag, a, above in page.elements if (a.get("href") or "").startswith("tel:")]
    assert [href for href, _ in links] == ["tel:999", "tel:911", "tel:112"]
    assert all("noscript" not in above for _, above in links), "they are there while the script loads, too"
    assert "This chat needs JavaScript" in HTML


def test_the_page_can_be_zoomed(page: Page) -> None:
    """The viewport is the device's and zoom is not held back."""
    [viewport] = [a["content"] or "" for _, a, _ in page.elements if a.get("name") == "viewport"]
    assert "width=device-width" in viewport
    assert not re.search("maximum-scale|user-scalable", viewport)


def test_every_colour_that_is_used_is_defined() -> None:
    """Each custom property that the page's style sheet uses has a value at its root."""
    assert set(re.findall(r"var\((--[\w-]+)\)", CSS)) <= set(re.findall(r"(--[\w-]+):", CSS))


def test_the_widget_is_small() -> None:
    """The built widget is at most 30 kB gzipped, and each of its sources under about 300 lines."""
    assert len(gzip.compress(BUILT.read_bytes(), 9)) <= MOST_GZIPPED
    assert [name for name, code in SOURCES.items() if len(code.splitlines()) > 325] == []


def test_the_page_speaks_in_plain_words(page: Page) -> None:
    """What is said reads at US school grade 6 or lower, in sentences of 20 words at most, without "should"."""
    said = [text for tag, text in page.texts if tag in {"p", "li"}] + re.findall(r'"([A-Z][^"]{25,})"', STRINGS)
    text = " ".join(part if part[-1] in ".?!" else f"{part}." for part in said)
    sentences = re.split(r"(?<=[.?!])\s+", text)
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []
    assert not re.search(r"\bshould\b|don't worry", text, re.IGNORECASE)
    assert textstat.flesch_kincaid_grade(text) <= 6


def test_the_first_screen_says_what_it_is() -> None:
    """Before anything is written the chat says that it is a program, no clinician, and that nobody watches."""
    said = "I am a computer program, not a clinician. Nobody watches this chat."
    assert said in STRINGS
    assert said in BUILT.read_text(encoding="utf-8")
