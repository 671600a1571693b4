"""The picture: each day's own words and numbers, the injections, and all of it in words."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

from b12guide.diary.notes import note_of
from b12guide.diary.picture import LANE, MOST_WEEKS, TOP, WIDTH, picture
from b12guide.plan.dates.log import Given
from b12guide.shared import content

TODAY = date(2026, 4, 2)
SVG = "{http://www.w3.org/2000/svg}"
NOTES = [
    note_of(text, date(2026, 3, day))
    for day, text in (
        (5, "my feet tingle less"),
        (9, "tired 7/10"),
        (12, "walking the same"),
        (20, "mood worse"),
        (23, "x"),
    )
]


def drawn(*notes: object, **changes: object) -> str:
    """The picture of the notes."""
    given = [Given(date(2026, 3, 4)), Given(date(2026, 3, 18))]
    found = picture(list(notes) or NOTES, given, **{"today": TODAY, "say": content().diary, **changes})  # type: ignore[arg-type]
    assert found is not None
    return found


def test_it_is_read_aloud_as_it_is_seen() -> None:
    """A role, a title, and everything that is drawn in sentences with full dates."""
    root = ElementTree.fromstring(drawn())
    names = root.attrib["aria-labelledby"].split()
    title, words = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert words is not None
    assert (root.attrib["role"], names) == ("img", [title.attrib["id"], words.attrib["id"]])
    assert words.text == (
        "From Thursday 5 March 2026 to Thursday 2 April 2026. "
        "Tiredness. Monday 9 March 2026: tired 7/10. "
        "Tingling or numbness. Thursday 5 March 2026: my feet tingle less. "
        "Walking. Thursday 12 March 2026: walking the same. "
        "Mood. Friday 20 March 2026: mood worse. "
        "Injections: Wednesday 18 March 2026."
    )


def test_marks_differ_by_their_shape() -> None:
    """A number in a ring, a triangle up or down, a bar: no meaning is in a colour alone."""
    root = ElementTree.fromstring(drawn())
    inside = [one for one in root if TOP < float(one.attrib.get("y", one.attrib.get("cy", 0)) or 0) < TOP + 4 * LANE]
    numbers = [one.text for one in inside if one.tag == f"{SVG}text" and (one.text or "").isdecimal()]
    assert numbers == ["7"]
    paths = [one.attrib["d"] for one in root if one.tag == f"{SVG}path"]
    assert sum("l-6 -11z" in path for path in paths) == 2  # better: the mark, and its place in the legend
    assert sum("l-6 11z" in path for path in paths) == 2  # worse


def test_everything_lies_inside() -> None:
    """Also with a note a day, and one of long ago: what is shown is the last weeks, and no mark covers another one."""
    many = [note_of(f"tired {n % 11}/10, mood better", TODAY - timedelta(days=n)) for n in range(200, -1, -1)]
    root = ElementTree.fromstring(drawn(*many))
    rings = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in root if one.attrib.get("r") == "9.5"]
    assert all(0 < x < WIDTH for x, _ in rings)
    for place, (x, y) in enumerate(rings):
        assert all(abs(x - a) >= 18 or abs(y - b) >= 18 for a, b in rings[:place]), (x, y)
    words = root.find(f"{SVG}desc")
    assert words is not None
    assert str(words.text).count("tired 3/10") == 2 * len([n for n in range(MOST_WEEKS * 7 + 1) if n % 11 == 3])


def test_words_of_a_person_cannot_leave_their_place() -> None:
    """Marks of markup, and what no document can hold."""
    found = drawn(note_of("tired </desc><script>alert(1)</script> & \x00 \u202e 3/10", TODAY))
    assert "<script>" not in found
    ElementTree.fromstring(found)


def test_inside_a_page_it_brings_no_style() -> None:
    """A page that forbids styles shows it in its light colours."""
    assert "<style>" in drawn()
    assert "<style>" not in drawn(style=False)


def test_without_anything_to_draw_there_is_none() -> None:
    """Notes of nothing that it has a place for make no picture."""
    assert picture([note_of("slept badly", TODAY)], [], today=TODAY, say=content().diary) is None
