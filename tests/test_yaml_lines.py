"""The YAML reader with lines: any file at all gives data or one clear fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from b12guide.yaml_lines import YamlError, read_yaml


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(text=st.text(alphabet="ab1 :-?!&*[]{}#|>'\",\n\t0x.=<~", max_size=60))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    """Whatever stands in a file, nothing but data or a fault with a line comes out."""
    path = tmp_path / "any.yml"
    path.write_text(text, encoding="utf-8")
    try:
        line = read_yaml(path).line_of("nowhere")
    except YamlError as fault:
        line = fault.line
    assert 1 <= line <= text.count("\n") + 2


def test_a_day_stays_as_it_is_written(tmp_path: Path) -> None:
    """Dates are read as text, so that the schema and the messages see what the editor wrote."""
    path = tmp_path / "day.yml"
    path.write_text("review_due: 2027-05-20\n", encoding="utf-8")
    assert read_yaml(path).data == {"review_due": "2027-05-20"}


def test_every_part_knows_its_line(tmp_path: Path) -> None:
    """Lines are found for keys, list items and, for a part that is not there, for what would hold it."""
    path = tmp_path / "lines.yml"
    path.write_text("a: 1\n\nb:\n  - x\n  - c: 2\n", encoding="utf-8")
    document = read_yaml(path)
    assert document.line_of("a") == 1
    assert document.line_of("b", 1, "c") == 5
    assert document.line_of("b", 0) == 4
    assert document.line_of("b", 7) == 3
    assert document.line_of("z") == 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "'a' stands here twice (first on line 1); keep one"),
        ("a: 1\n? [b]\n: 2\n", 2, "a name before a colon is a list here"),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        ("a: [1\n", 2, "not valid YAML"),
        ("a: !!int x\n", 1, "a value cannot be read"),
        ("a: &b [*b]\n", 1, "a value cannot be read"),
    ],
)
def test_a_fault_has_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    """Each kind of fault says where it is and what to do."""
    path = tmp_path / "bad.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(YamlError) as caught:
        read_yaml(path)
    assert caught.value.line == line
    assert message in caught.value.message


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 get a clear line."""
    path = tmp_path / "bytes.yml"
    path.write_bytes(b"a: \xff\xfe")
    with pytest.raises(YamlError, match="save it as UTF-8"):
        read_yaml(path)
