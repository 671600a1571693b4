"""Whose day it is that the clinic set, where the encoder of plans heard nobody in the message."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Asked
from b12guide.conversation.only_named import without_only_named
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, whose
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import REQUEST, Act
from b12guide.understanding.talk import Span, Talk

WHO = dialogue.Who(date(2026, 12, 9), "GB", "Europe/London")
TELLS = (("tells_booked", 0.95),)


def _kept() -> State:
    outcome = dialogue.turn(
        None, "every 12 weeks, last one 1 december 2026", request="regimen", who=WHO, wording=plan_wording(),
        new_key=lambda: "key",
    )  # fmt: skip
    assert outcome is not None
    return State(plans={ME: outcome.state or {}}, awaiting=None, said=[PLAN])


def _said(text: str) -> Understanding:
    return Understanding(text, Verdict(), Act(PLAN, 0.9, ((REQUEST, "state"),)), talk=Talk(text, (), TELLS))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my brother's next injection is booked for 9 February", "brother"),
        ("the clinic put my husband's jab on 9 February", "husband"),
        ("our aunt's b12 is booked for 9 February", "auntie"),
    ],
)
def test_whose_injection_it_is_said_to_be_is_never_only_named(text: str, person: str) -> None:
    """The day goes to that person, and the writer's own plan stays."""
    assert without_only_named(Asked(_said(text), _kept(), WHO)).about.person == person
    steps = decide(_said(text), _kept(), WHO).steps
    assert all(step.values("whose") != [ME] for step in steps)


@pytest.mark.parametrize(
    "text",
    [
        "my next one is booked for 9 February, my brother's party is on the 10th",
        "the clinic booked it for 9 February, my aunt is driving me",
    ],
)
def test_who_is_only_named_has_no_day(text: str) -> None:
    """A party or a lift of somebody else's leaves the day the writer's."""
    assert without_only_named(Asked(_said(text), _kept(), WHO)).about.person == ME


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("when is my next one?", ME),
        ("what day is my next one", ME),
        ("when is the next one?", "mum"),
        ("when is her next one?", "mum"),
        ("when is my mum's next one?", "mum"),
    ],
)
def test_ones_own_next_one_behind_somebody_elses(text: str, person: str) -> None:
    """ "My next one" is the writer's, whoever was spoken of last; "the next one" is of who was spoken of."""
    assert whose(text, current="mum", known=("mum",), last="mum").person == person


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("they have an opening on 9 February", "tells_booked"),
        ("my doctor gave me a fit note to 9 February", "tells_booked"),
    ],
)
def test_another_day_is_taken_by_its_own_words_alone(text: str, heard: str) -> None:
    """Beside a single day that the clinic set, a day that was only heard to be set takes no place."""
    outcome = dialogue.turn(
        None, "my next jab is on 14 january", request=None, who=WHO, wording=plan_wording(), new_key=lambda: "key",
        moves=dialogue.moves(None, "my next jab is on 14 january", who=WHO),
    )  # fmt: skip
    assert outcome is not None
    assert dialogue.stands_alone(outcome.state)
    spans = (Span(text.index("9"), len(text), "booked", 0.99),)
    said = Understanding(text, Verdict(), Act("unsure", 0.3), talk=Talk(text, spans, ((heard, 0.99),)))
    steps = decide(said, State(plans={ME: outcome.state or {}}, said=[PLAN]), WHO).steps
    assert not any("my clinic booked" in words for step in steps for words in step.values("words"))
