"""An answer that was about another thing than the one that was meant, and somebody who is back. No model, no Rasa."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.come_back import back_again, is_it_true
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.leaning import stops_it
from b12guide.conversation.meant_thing import thing_meant
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

ASKED = Act("ask_topic", 0.9, (("topic", "too_much_b12"), ("question", "level_off_the_scale")))


def _alone(heard: list[str], act: Act = ASKED) -> Callable[[str], Understanding]:
    def alone(text: str) -> Understanding:
        heard.append(text)
        return Understanding(text, Verdict(), act)

    return alone


def _asked(text: str, last: str, *, act: Act | None = None, **state: Any) -> tuple[Asked, list[str]]:
    heard: list[str] = []
    said = Understanding(text, Verdict(), act or Act("unsure", 0.3), alone=_alone(heard))
    return Asked(said, State(asked=last, last=["lab_tests_explained"], **state), WHO), heard


def _decided(asked: Asked) -> tuple[Step, ...]:
    return (Step(asked.kind, asked.said.act.details),)


@pytest.mark.parametrize(
    ("text", "last", "again"),
    [
        (
            "no, not the iron, the B12!",
            "the iron came back at 900, is that too much?",
            "the B12 came back at 900, is that too much?",
        ),
        (
            "oh sorry not the tablets, i meant the injections",
            "how long do the tablets last",
            "how long do the injections last",
        ),
        ("the injections, not the tablets", "do the tablets sting?", "do the injections sting?"),
        ("not metformin but omeprazole", "does metformin lower it?", "does omeprazole lower it?"),
        (
            "no i meant because of the metformin",
            "should they have tested me?",
            "should they have tested me, because of the metformin?",
        ),
        ("no not the folate, the b12", "is 40 a good result?", "is 40 a good result, b12?"),
        (
            "the tingling i asked",
            "Why six. And does the tingling or the tiredness go first?",
            "And does the tingling or the tiredness go first?",
        ),
    ],
)
def test_the_last_question_is_asked_of_what_was_meant(text: str, last: str, again: str) -> None:
    """What was asked last is decided anew, with the thing that is named now in it."""
    asked, heard = _asked(text, last)
    steps = thing_meant(asked, _decided)
    assert heard[0] == again
    assert steps is not None
    assert steps[0].values("question") == ["level_off_the_scale"]


@pytest.mark.parametrize(
    "text",
    [
        "not the 5th, the 6th",
        "not mum, dad",
        "not today thanks, i have to go",
        "not the tablets, the injections. do they sting?",
        "i meant to ask, does it hurt",
        "i meant well",
        "it is not the needle that worries me, it is the nurse who does it on a Friday",
        "not sure",
    ],
)
def test_what_puts_no_thing_right_is_left_alone(text: str) -> None:
    """Dates, people, a question of its own and plain talk are for the rows below."""
    asked, _ = _asked(text, "how long do the tablets last")
    assert thing_meant(asked, _decided) is None


def test_nothing_is_put_right_where_nothing_was_asked() -> None:
    """At the start there is no question to ask again."""
    asked, _ = _asked("not the iron, the b12", "")
    assert thing_meant(asked, _decided) is None


def test_a_plan_told_in_the_last_question_is_not_read_again() -> None:
    """What was told of dates counted when it was told."""
    asked, _ = _asked("not the iron, the b12", "every 8 weeks, last one 3 May. is the iron too high?")
    assert thing_meant(asked, lambda _: (Step("plan"),)) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("right back. could i leave the night one off", "could i leave the night one off"),
        ("ok I'm back now, does it sting when it goes in?", "does it sting when it goes in?"),
        ("hi me again, what about the second dose", "what about the second dose"),
        ("sorry, back. and is that for life", "and is that for life"),
        ("Back again - how long does it take to work", "how long does it take to work"),
    ],
)
def test_who_is_back_and_asks_is_answered(text: str, rest: str) -> None:
    """The question behind "I'm back" is decided by itself, and nobody is greeted anew."""
    asked, heard = _asked(text, "", act=Act("greet", 0.8))
    assert back_again(asked, _decided) == (Step("ask_topic", ASKED.details),)
    assert heard == [rest]


@pytest.mark.parametrize(
    "text",
    [
        "right back hurts after the injection",
        "back pain from the needle?",
        "back to tablets, do they work",
        "me: every 12 weeks, last 3 May",
        "here, every 8 weeks then",
        "I'm back",
        "hello",
    ],
)
def test_a_back_that_hurts_is_no_return(text: str) -> None:
    """The body, the way back to something and a bare hello are left to the rows below."""
    asked, _ = _asked(text, "")
    assert back_again(asked, _decided) is None


def test_a_first_message_is_greeted() -> None:
    """Before anything was said, a hello with a question is taken as ever."""
    asked, _ = _asked("hi, me again. does it hurt to have one", "", act=Act("greet", 0.8))
    assert back_again(replace(asked, state=State()), _decided) is None


def test_a_question_is_never_greeted_behind_an_answer() -> None:
    """Where the words behind the hello are heard as a greeting too, they are not understood, and not greeted."""
    asked, heard = _asked("hello again, could i miss out the morning one", "", act=Act("greet", 0.8))
    said = replace(asked.said, alone=_alone(heard, Act("greet", 0.7)))
    (step,) = back_again(replace(asked, said=said), _decided) or ()
    assert step.kind == "unsure"


@pytest.mark.parametrize(
    "text",
    [
        "could i knock the evening one off",
        "can i leave out the night one for now",
        "shall i drop the second tablet",
        "miss out my morning dose?",
        "could i knock it off till then",
        "skip the bedtime one",
    ],
)
def test_one_of_the_day_that_is_left_off_is_the_medicine(text: str) -> None:
    """Of metformin, "the evening one" is one of the tablets that are taken in a day."""
    assert stops_it(text, "metformin")


@pytest.mark.parametrize(
    "text",
    ["when is the morning clinic", "put off the injection", "the evening one is bigger", "the morning one hurt less"],
)
def test_other_words_of_the_day_stop_nothing(text: str) -> None:
    """A time, an injection and a remark are no wish to leave a tablet off."""
    assert not stops_it(text, "metformin")


def test_what_asks_is_kept_to_be_put_right() -> None:
    """The state of the version before is read, and has nothing that was asked."""
    assert State.from_json({"version": 4}).asked == ""
    assert State.from_json(State(asked="is it high?").to_json()).asked == "is it high?"


def test_the_rows_stand_in_the_table() -> None:
    """The table itself takes both."""
    heard: list[str] = []
    said = Understanding("no, not the iron, the b12", Verdict(), Act("deny", 0.6), alone=_alone(heard))
    state = State(asked="is the iron too high?", last=["lab_tests_explained"])
    assert decide(said, state, WHO).by == "another thing was meant"


def test_what_names_no_other_subject_is_asked_of_the_plan() -> None:
    """Heard as another subject, in a talk about a plan, it asks the question of plans that lies nearest."""
    act = Act("out_of_scope", 0.6, (("near", "why_close_together"),))
    step = decide(
        Understanding("what good is a heap of them in one go", Verdict(), act), State(plans=plan_of()), WHO
    ).steps[0]
    assert step.values("question") == ["why_close_together"]


def test_another_subject_is_still_another_subject() -> None:
    """Without a plan or an answer before it, and where what lies near is of something else, it is sent on."""
    near = Act("out_of_scope", 0.7, (("near", "why_close_together"),))
    assert decide(Understanding("what good is a heap of them", Verdict(), near), State(), WHO).kind == "out_of_scope"
    school = Act("out_of_scope", 0.7, (("near", "telling_the_school"),))
    assert (
        decide(Understanding("what good is school", Verdict(), school), State(plans=plan_of()), WHO).kind
        == "out_of_scope"
    )


def plan_of() -> dict[str, Any]:
    """A plan of the writer's own, as it is kept."""
    return {"me": {"phases": []}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a friend says no wine for a week after it. true?", "a friend says no wine for a week after it?"),
        ("you cannot have a tattoo on b12, correct?", "you cannot have a tattoo on b12?"),
        ("they told me it turns your pee red - right??", "they told me it turns your pee red?"),
    ],
)
def test_whether_what_was_told_is_true(text: str, told: str) -> None:
    """A bare word behind a tale asks whether that is so; it is no yes."""
    asked, heard = _asked(text, "", act=Act("affirm", 1.0))
    assert is_it_true(asked, _decided) == (Step("ask_topic", ASKED.details),)
    assert heard == [told]


@pytest.mark.parametrize(
    ("text", "awaiting"), [("every 12 weeks from then, right?", "plan"), ("right?", None), ("yes", None)]
)
def test_a_yes_to_an_open_question_is_one(text: str, awaiting: str | None) -> None:
    """While something is open, and where nothing is told, the word is what it says."""
    asked, _ = _asked(text, "", act=Act("affirm", 1.0), awaiting=awaiting)
    assert is_it_true(asked, _decided) is None
