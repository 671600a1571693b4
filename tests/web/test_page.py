"""The page's own files: safe to serve under a strict policy, complete, small, and in plain words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import textstat

STATIC = Path(__file__).resolve().parents[2] / "b12guide" / "web" / "static"
FILES = sorted(STATIC.iterdir())
SCRIPTS = [file for file in FILES if file.suffix == ".js"]
HTML = (STATIC / "index.html").read_text(encoding="utf-8")
CSS = (STATIC / "chat.css").read_text(encoding="utf-8")
STRINGS = (STATIC / "strings.js").read_text(encoding="utf-8")
CODE = {file.name: file.read_text(encoding="utf-8") for file in SCRIPTS}

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


def test_every_id_that_the_program_looks_up_is_on_the_page(page: Page) -> None:
    """The program finds each element that it asks for by id."""
    looked_up = re.findall(r'find\("([^"]+)"\)', CODE["chat.js"])
    assert len(looked_up) > 10
    assert set(looked_up) <= set(ids(page))


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
    assert set(directives.values()) == {"'self'", "'none'"}
    assert {"script-src", "style-src", "connect-src", "base-uri", "form-action"} <= set(directives)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_file_names_another_host(file: Path) -> None:
    """Nothing is loaded from or sent to anywhere else."""
    text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"(?:\w:|[\"'`(=])//[A-Za-z0-9-]+|@import|url\(", text) == []


@pytest.mark.parametrize("name", sorted(CODE))
def test_text_never_becomes_markup_or_code(name: str) -> None:
    """No way from a string to HTML, to style text or to running code is used."""
    dangerous = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|"
        r"\beval\b|new Function|cssText|setTimeout\(\s*[\"'`]|\.on[a-z]+\s*=(?!=)|document\.cookie"
    )
    assert re.findall(dangerous, CODE[name]) == []


def test_the_files_that_the_page_asks_for_exist(page: Page) -> None:
    """The page asks for its style, its icon and every module, once, by an address relative to the page."""
    wanted = [a.get("src") or a.get("href") or "" for tag, a, _ in page.elements if tag in {"script", "link"}]
    files = [STATIC / "chat.css", STATIC / "icon.svg", *SCRIPTS]
    assert sorted(wanted) == sorted(f"static/{file.name}" for file in files)
    assert all(file.is_file() for file in files)


@pytest.mark.parametrize("name", sorted(CODE))
def test_what_a_module_imports_is_exported(name: str) -> None:
    """Each imported name is exported by the module that it comes from."""
    for names, source in re.findall(r'import \{([^}]+)\} from "\./([^"]+)"', CODE[name]):
        for wanted in (part.strip() for part in names.split(",")):
            assert re.search(rf"export (?:const|function|class) {wanted}\b", CODE[source]), f"{wanted} from {source}"


def test_every_string_is_defined_and_used() -> None:
    """The program names no string that is missing, and keeps none that nobody shows."""
    block = STRINGS.split("export const strings = {")[1].split("\n};")[0]
    defined = set(re.findall(r"^  (\w+):", block, re.MULTILINE))
    used = {name for code in CODE.values() for name in re.findall(r"(?<!/)strings\.(\w+)", code)}
    assert used == defined


def test_every_state_has_its_words_and_its_emergency_line() -> None:
    """Each state of the connection has words, and the emergency numbers are part of the page's own code."""
    problems = re.findall(r"new Unreachable\(([^;]+)\);", CODE["transport.js"])
    reported = {state for problem in problems for state in re.findall(r'"(\w+)"', problem)}
    assert reported == {"starting", "down", "offline"}
    for state in reported | {"slow"}:
        assert re.search(rf'^    {state}: "[A-Z]', STRINGS, re.MULTILINE)
    assert "call 999, 911, 112 or your local emergency number" in STRINGS


def test_the_emergency_line_needs_no_program(page: Page) -> None:
    """The numbers to call stand in the HTML itself, as links, outside of anything hidden."""
    links = [(a["href"], above) for tag, a, above in page.elements if (a.get("href") or "").startswith("tel:")]
    assert [href for href, _ in links] == ["tel:999", "tel:911", "tel:112"]
    assert all("form" not in above and "noscript" not in above for _, above in links)
    [line] = [a for _, a, _ in page.elements if a.get("id") == "emergency-line"]
    assert "hidden" not in line


def test_without_scripts_the_page_says_what_to_do(page: Page) -> None:
    """Where scripts are off, the page says so and names a way out."""
    [(_, _, above)] = [element for element in page.elements if element[2][-1:] == ("noscript",)]
    assert "main" in above
    assert "This chat needs JavaScript" in HTML


def test_box_and_program_agree_on_the_longest_message(page: Page) -> None:
    """The box stops at the 4,000 characters that the program and its sentence speak of."""
    [box] = [attributes for tag, attributes, _ in page.elements if tag == "textarea"]
    assert box["maxlength"] == "4000"
    assert "const LIMIT = 4000;" in CODE["chat.js"]
    assert "4,000 characters" in STRINGS


def test_the_page_can_be_zoomed(page: Page) -> None:
    """The viewport is the device's and zoom is not held back."""
    [viewport] = [a["content"] or "" for _, a, _ in page.elements if a.get("name") == "viewport"]
    assert "width=device-width" in viewport
    assert not re.search("maximum-scale|user-scalable", viewport)


def test_every_colour_and_size_that_is_used_is_defined() -> None:
    """Each custom property that the style sheet uses has a value at the root."""
    assert set(re.findall(r"var\((--[\w-]+)\)", CSS)) <= set(re.findall(r"(--[\w-]+):", CSS))


def test_every_class_that_is_styled_is_given() -> None:
    """The style sheet speaks of no class that neither the page nor the program gives."""
    styled = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/|[\d.]+rem", "", CSS, flags=re.DOTALL)))
    levels = {"emergency", "urgent"}
    given = HTML + "".join(CODE.values())
    assert {name for name in styled - levels if not re.search(rf'["\s.`]{name}["\s$`]', given)} == set()


def test_light_dark_contrast_and_motion_are_cared_for() -> None:
    """The style sheet answers to the four wishes that a browser can pass on."""
    wishes = {"prefers-color-scheme: dark", "prefers-contrast: more", "forced-colors: active", "prefers-reduced-motion"}
    assert {wish for wish in wishes if f"({wish}" not in CSS} == set()


def test_the_files_are_small() -> None:
    """All files together stay under 60 kB, and each under 300 lines."""
    assert sum(file.stat().st_size for file in FILES) < 60_000
    assert [file.name for file in FILES if len(file.read_text(encoding="utf-8").splitlines()) > 300] == []


def test_the_page_speaks_in_plain_words(page: Page) -> None:
    """What the page says reads at US school grade 6 or lower, in sentences of 20 words at most, without "should"."""
    said = [text for tag, text in page.texts if tag in {"p", "li"}] + re.findall(r'"([A-Z][^"]{25,})"', STRINGS)
    text = " ".join(part if part[-1] in ".?!" else f"{part}." for part in said)
    sentences = re.split(r"(?<=[.?!])\s+", text)
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []
    assert not re.search(r"\bshould\b|don't worry", text, re.IGNORECASE)
    assert textstat.flesch_kincaid_grade(text) <= 6
