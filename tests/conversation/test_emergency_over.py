"""What ends an emergency, and what is asked on the day after it. No model, no Rasa."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import Decision, State, decide
from b12guide.conversation.emergency_over import wants_note_gone
from b12guide.conversation.state import ADVICE, Warned
from b12guide.plan import dialogue
from b12guide.shared import clinic_agreed, content, help_is_here
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 6), "GB", "Europe/London")
KINDS = ("unsure", "thanks", "not_understood", "deny")
NO_EMERGENCY = ["no no, not an emergency", "it was a false alarm", "nobody is hurt, there is no emergency"]


def said(text: str, kind: str = "unsure", verdict: Verdict | None = None) -> Understanding:
    details = [("help_is_here", help_is_here(text)), ("clinic_agreed", clinic_agreed(text))]
    return Understanding(
        text, verdict or Verdict(), Act(kind, details=tuple((n, "yes") for n, there in details if there))
    )


def stands(card: str, heard: str, signs: list[str], day: str = "2026-03-06") -> State:
    return State(standing=card, stood=Warned(["general"], [heard], signs, day, emergency=card))


def taken(text: str, state: State, kind: str = "unsure") -> Decision:
    return decide(said(text, kind), state, WHO)


@pytest.mark.parametrize("text", NO_EMERGENCY)
def test_that_there_is_none_ends_what_was_never_told(text: str) -> None:
    """A sign that rules know, or one that names a part of the body, is not talked away."""
    for kind in KINDS:
        assert taken(text, stands("general", "it all goes quite strange", []), kind).kind == "corrected"
        for told in (
            stands("anaphylaxis", "throat is closing", ["A1"]),
            stands("general", "it walks up my legs", []),
            stands("stroke", "it all goes quite strange", []),
            State(standing="general"),
        ):
            assert taken(text, told, kind).kind == "emergency_stands"


@pytest.mark.parametrize("text", ["I have no wish to harm myself", "I am safe, I do not want to die", "not suicidal"])
def test_a_wish_to_die_that_was_only_heard_ends_with_its_denial(text: str) -> None:
    """One that was told stands, as does harm done and the wish of somebody else; less than a denial ends none."""
    assert taken(text, stands("crisis_thoughts", "somebody has to give up a morning", [])).kind == "corrected"
    assert taken(text, stands("crisis_thoughts", "I want to die", ["A11"])).kind == "emergency_stands"
    for card in ("crisis_done", "crisis_other"):
        assert taken(text, stands(card, "somebody has to give up a morning", [])).kind == "emergency_stands"
    for less in (*NO_EMERGENCY, "nothing like that, I only meant the driving"):
        assert taken(less, stands("crisis_thoughts", "words", [])).kind == "emergency_stands"


@pytest.mark.parametrize("text", ["ok", "I feel better", "lol", "it is nothing", "what foods have b12", "bye"])
def test_nothing_less_ends_it(text: str) -> None:
    """Also where no sign was told."""
    assert taken(text, stands("general", "it all goes quite strange", [])).kind == "emergency_stands"


def test_a_routine_row_is_no_sign() -> None:
    """A test result beside what was heard tells of none."""
    assert not Warned(["general"], ["she has been odd"], ["C10"], "2026-03-05").told
    assert Warned(["general"], ["she has been odd"], ["B7"], "2026-03-05").told
    assert Warned(["general"], ["her hands tingle"], [], "2026-03-05").told


@pytest.mark.parametrize("card", ["chest_pain", "anaphylaxis", "stroke"])
@pytest.mark.parametrize("text", ["hello", "when is my next one", "can it wait", "I feel fine"])
def test_on_a_later_day_it_is_asked_whether_help_was_had(card: str, text: str) -> None:
    """Whatever is said; on the same day its action is repeated."""
    yesterday, today = (stands(card, "words", ["A1"], day) for day in ("2026-03-05", "2026-03-06"))
    step = taken(text, yesterday).steps[0]
    assert (step.kind, step.values("card"), step.values("heard")) == ("help_asked", [card], ["words"])
    assert taken(text, today).kind == "emergency_stands"
    assert taken(text, State(standing=card)).kind == "emergency_stands"


@pytest.mark.parametrize("card", ["crisis_thoughts", "crisis_other"])
@pytest.mark.parametrize("text", ["I am still thinking about it", "hello", "no", "ok"])
def test_a_wish_to_die_has_its_own_words_until_something_else_is_asked(card: str, text: str) -> None:
    """Also on a later day."""
    assert taken(text, stands(card, "words", ["A11"], "2026-03-05")).kind == "emergency_stands"


def test_what_is_asked_then_follows() -> None:
    """It is no longer in the way of anything else."""
    state = stands("chest_pain", "chest pain", ["A3"], "2026-03-05")
    state.plans = {"me": dialogue.paused(None)}
    kinds = [step.kind for step in taken("can I have my next injection?", state).steps]
    assert kinds == ["help_asked", "plan"]


def waits(awaiting: str | None = ADVICE) -> State:
    warned = Warned(["general"], ["chest pain"], ["A3"], "2026-03-05", asked=True, emergency="chest_pain")
    return State(warned=warned, awaiting=awaiting)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (content().label("help_was_had"), "unsure", "advised"),
        ("yes", "affirm", "advised"),
        ("I saw the doctor", "unsure", "advised"),
        ("went to the hospital", "unsure", "advised"),
        ("no", "deny", "emergency"),
        (content().label("advice_not_yet"), "deny", "emergency"),
        ("can it wait till Monday", "unsure", "emergency"),
        ("yes and it came back", "affirm", "emergency"),
        ("yes, but it is still there", "affirm", "emergency"),
        ("I did, and now it's back again", "unsure", "emergency"),
        ("yes, and the test came back clear", "affirm", "advised"),
        ("I haven't seen the doctor", "unsure", "unsure"),
        ("I only saw the nurse about my dates", "unsure", "unsure"),
    ],
)
def test_the_answer_to_it(text: str, kind: str, expected: str) -> None:
    """Help that was had ends it; none, or bargaining, is the emergency again; anything else is what it is."""
    assert taken(text, waits(), kind).kind == expected


def test_an_urgent_warning_is_taken_back_only_where_no_sign_was_told() -> None:
    """The words of the button, in any other words too."""
    heard = State(warned=Warned(["general"], ["is it true it turns into that"], [], "2026-03-06"))
    told = State(warned=Warned(["nerves"], ["numb hands"], ["B2"], "2026-03-06"))
    button = content().label("only_asking")
    for text in (button, "i was only asking its not happening", "it was just a general question", "nobody is ill"):
        assert taken(text, heard).kind == "not_meant"
        assert taken(text, told).kind == "warning_stands" or text != button
    assert taken(button, told).steps[0].values("about") == ["made_light"]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("delete the note about my chest", True),
        ("please take out the note on my head, it was the flu", True),
        ("delete the note, my chest is tight now", False),
        ("write a note: my chest is tight", False),
        ("my chest is tight", False),
    ],
)
def test_words_of_a_note_that_is_to_go_tell_of_no_sign(text: str, gone: bool) -> None:
    """Where nothing tells that it is there."""
    assert wants_note_gone(text) is gone
