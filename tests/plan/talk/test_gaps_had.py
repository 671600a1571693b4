"""How far apart the doses that were had are, beside how far the plan has them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 15)  # a Monday
PLAN = "every 6 weeks, had them on 27 november, 15 january and 5 march"
FIRST = "From Friday 27 November 2026 to Friday 15 January 2027 it was 7 weeks. That is 1 week longer than planned."
SECOND = "From Friday 15 January 2027 to Friday 5 March 2027 it was 7 weeks. That is 1 week longer than planned."
GAPS = [FIRST, SECOND, "Your plan says every 6 weeks."]
NEXT = "Counted from the last one, the next is on Friday 16 April 2027."
AHEAD = "Ask your clinic if you can book ahead, so that it keeps to your plan."


def _plan(*texts: str, plan: str = PLAN) -> Talk:
    chat = Talk(TODAY)
    for text in (plan, *texts):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "how far behind have I got?",
        "have I slipped?",
        "am I slipping behind with them",
        "has it drifted back then",
        "how long were the gaps",
        "how far apart were they?",
        "the january one and the march one, were they late?",
        "was the jan one late and the mar one, and by how much",
        "15 jan like I said. how far behind am I",
    ],
)
@pytest.mark.parametrize("confirmed", [(), ("yes",)])
def test_how_far_behind_is_said_in_numbers(text: str, confirmed: tuple[str, ...]) -> None:
    """Each gap beside the plan's, what is next from the last one, and to ask about booking ahead."""
    chat = _plan(*confirmed)
    kept = chat.kept
    assert chat.say(text)[:5] == [*GAPS, NEXT, AHEAD]
    assert chat.kept is not None
    assert kept is not None
    assert (chat.kept["anchor"], chat.kept["given"]) == (kept["anchor"], kept["given"])


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("so that's 7 weeks each, isn't it, not 6", "Yes. "),
        ("the gaps were seven weeks then?", "Yes. "),
        ("so 6 weeks between each yeah?", "No. "),
    ],
)
def test_a_sum_of_ones_own_is_confirmed_or_not(text: str, begins: str) -> None:
    """Then the gaps."""
    assert _plan("yes").say(text)[:2] == [f"{begins}{FIRST}", SECOND]


@pytest.mark.parametrize(
    "text",
    ["does a week late each time matter?", "is it bad that every one was late", "is being a week over every time ok"],
)
def test_whether_it_matters_is_for_the_clinic(text: str) -> None:
    """No advice, and no warning."""
    lines = _plan("yes").say(text)
    assert lines[:3] == GAPS
    assert lines[3] == "Whether that matters is for your clinic to say: ask them."
    assert lines[4:6] == [NEXT, AHEAD]


def test_it_is_said_with_the_plan_that_is_told() -> None:
    """In place of whether the next one is late."""
    lines = Talk(TODAY).say(f"{PLAN} as they had no slots. have i fallen behind?")
    assert GAPS[0] in lines
    assert not any("not late" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "had another on 12 march. how far behind am I",
        "am I late?",
        "how late was each of them?",
        "if I go a week late each time does it matter",
        "will I feel worse if it is late each time",
        "make it 7 weeks each",
        "every 7 weeks",
    ],
)
def test_what_is_told_supposed_or_of_the_next_one_is_left_alone(text: str) -> None:
    """None of these asks of the gaps that were."""
    assert all(name != "gaps_had" for _, name, _ in _plan("yes").moves(text))


@pytest.mark.parametrize(
    "plan", ["every 6 weeks, last one 5 march", "every 6 weeks, had them on 2 october and 5 march"]
)
def test_where_one_may_be_untold_no_gap_is_said(plan: str) -> None:
    """A gap of three times the plan's may hold one that nobody told of."""
    assert all(name != "gaps_had" for _, name, _ in _plan("yes", plan=plan).moves("how far behind have I got?"))
