"""A row of the table of decisions that fails takes nothing, and the rows behind it go on."""

from __future__ import annotations

import importlib
import logging
from datetime import date

import pytest

from b12guide.conversation import State
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.plan.dialogue import Who
from b12guide.understanding import Act, Understanding, Verdict

decide = importlib.import_module("b12guide.conversation.decide")
WHO = Who(date(2026, 3, 5), "GB")


def test_the_rows_behind_it_go_on(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Its name and the kind of fault are logged, and no word of the message."""

    def fails(_asked: Asked) -> Taken:
        raise IndexError("my secret")

    monkeypatch.setattr(decide, "TABLE", (("one that fails", fails), ("the next", lambda _asked: (Step("greet"),))))
    monkeypatch.setattr(decide, "on_fault", decide._log_fault)
    said = Understanding("my secret", Verdict(), Act("greet", 1.0))
    with caplog.at_level(logging.ERROR):
        decision = decide.decide(said, State(), WHO)
    assert [step.kind for step in decision.steps] == ["greet"]
    assert "one that fails: IndexError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        (Verdict("emergency", "chest_pain"), State()),
        (Verdict("urgent", "nerves"), State()),
        (Verdict(), State(standing="chest_pain")),
    ],
)
def test_where_a_sign_was_heard_nothing_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, verdict: Verdict, state: State
) -> None:
    """No ordinary answer takes the place of a card: the turn fails, and the channel says what to do."""

    def fails(_asked: Asked) -> Taken:
        raise IndexError

    monkeypatch.setattr(decide, "TABLE", (("one that fails", fails), ("the next", lambda _asked: (Step("greet"),))))
    monkeypatch.setattr(decide, "on_fault", decide._log_fault)
    with pytest.raises(IndexError):
        decide.decide(Understanding("my chest", verdict, Act("greet", 1.0)), state, WHO)
