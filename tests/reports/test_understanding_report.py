"""The figures of docs/understanding.md: which messages are measured, and how parts and acts of plans are counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from b12guide.understanding.talk import Span, Talk
from reports import _understanding_data as data
from reports._plan_talk import measured
from reports._understanding_data import FAR, NEAR, NONMEDICAL, messages_of
from tune.talk import Talk as Marked


def test_what_was_learned_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message in the very words of something learned is left out; the others keep their file and line."""
    monkeypatch.setattr(data, "learned", lambda: frozenset({"is it safe"}))
    asked = [{"text": "Is it safe?", "topic": "a"}, {"text": "why", "topic": "a", "topic_ok": ["b"], "kind": "person"}]
    foreign = [
        {"text": "who won", "kind": NONMEDICAL},
        {"text": "my knee", "kind": "x"},
        {"text": "iron", "kind": "x", "near_topic": "a"},
    ]
    for name, rows in (("faq", asked), ("offtopic", foreign)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = messages_of(tmp_path)
    assert [(one.place, one.kind, one.right) for one in found.questions] == [("faq:2", "person", {"a", "b"})]
    assert [one.kind for one in found.foreign] == [NONMEDICAL, FAR, NEAR]


def test_parts_and_acts_are_counted() -> None:
    """A part counts in its very words alone, and an act from one half on; what is heard beside them is counted too."""
    text = "every 12 weeks, had it 5 May"
    marked = Marked(text, ((0, 14, "every"), (23, 28, "last")), ("tells_plan", "tells_dose"))
    spans = (Span(0, 14, "every", 0.9), Span(23, 24, "last", 0.9), Span(16, 19, "who", 0.1))
    talk = Talk(text, spans, (("tells_plan", 0.9), ("tells_dose", 0.4), ("yes", 0.6)))
    parts, acts, whole = measured([(marked, talk), (Marked("ok", (), ()), Talk("ok"))])
    assert (parts.there, parts.found, parts.wrong) == ({"every": 1, "last": 1}, {"every": 1}, {"last": 1})
    assert (acts.found, acts.wrong) == ({"tells_plan": 1}, {"yes": 1})
    assert (whole.hits, whole.of) == (1, 2)
    assert "| yes | none | 1 |" in acts.table("act")
