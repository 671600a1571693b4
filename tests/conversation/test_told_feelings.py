"""A loss or exhaustion that is told beside a question gets one kind line, and the question its answer."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, NOT_UNDERSTOOD, OUT_OF_SCOPE, TOPIC, UNSURE
from tests.conversation.test_decide import WHO

TABLETS = (TOPIC, "injections_vs_oral")


def kinds(text: str, state: State | None = None) -> list[str]:
    """What is done about a message that was heard as a question on tablets."""
    said = Understanding(text, Verdict(), Act(ASK_TOPIC, 0.7, (TABLETS,)))
    steps = decide(said, state or State(), WHO).steps
    assert steps[-1] == Step(ASK_TOPIC, (TABLETS,))
    return [step.kind for step in steps]


@pytest.mark.parametrize(
    "text",
    [
        "my husband passed away in may, he kept the box. can i have tablets instead",
        "lost my mum at christmas. tablets or needles?",
        "he died two years ago and i never asked. are tablets as good",
        "I'm widowed and it is hard to get to the clinic, could I have tablets?",
    ],
)
def test_a_loss_is_heard_beside_the_question(text: str) -> None:
    """One kind line, then the answer; no menu, and nothing in its place."""
    assert kinds(text) == ["feel_grief", ASK_TOPIC]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("i'm worn out, i look after dad. would tablets do", State()),
        ("sorry, i am so tired. would tablets help him?", State(other="dad", for_other=True)),
    ],
)
def test_who_looks_after_somebody_and_is_tired_is_heard(text: str, state: State) -> None:
    """Exhaustion of a carer is no symptom that is asked about."""
    assert kinds(text, state) == ["feel_carer", ASK_TOPIC]


@pytest.mark.parametrize(
    "text",
    [
        "i'm so tired all the time, would tablets help",
        "my mum passed it on to me. can i have tablets",
        "he passed me the tablets, are they as good",
        "the battery died. are tablets ok",
        "my son passed his exam. are tablets ok for me",
    ],
)
def test_tiredness_of_a_patient_and_other_words_are_none(text: str) -> None:
    """Who is tired themselves asks about a symptom, and nobody died."""
    assert kinds(text) == [ASK_TOPIC]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("father's last was 2 january", "plan"),
        ("his last one was on 3 march", "plan"),
        ("my father died on 2 january", "feel_grief"),
    ],
)
def test_the_day_of_somebodys_last_injection_is_no_loss(text: str, kind: str) -> None:
    """What sounds like a death tells of an injection, where no word of a death stands."""
    heard = Understanding(text, Verdict(), Act("feel_grief", 0.5, ()))
    assert decide(heard, State(), WHO).steps[0].kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my results came and i'm absolutely terrified", "feel_scared"),
        ("new city, i feel so homesick before tomorrow's jab", "feel_lonely"),
        ("the lady on the phone tutted at me", "feel_fed_up"),
        ("i hate being such a nuisance", "feel_ashamed"),
        ("what a useless app", "insult"),
        ("you're not bad for a machine", "thanks"),
        ("you're alright for a computer", "thanks"),
        ("you are kinder than my neighbour", "thanks"),
        ("right, going to make a brew", "goodbye"),
    ],
)
@pytest.mark.parametrize("heard", [NOT_UNDERSTOOD, UNSURE, OUT_OF_SCOPE, ASK_TOPIC])
def test_who_only_tells_gets_a_kind_line_alone(text: str, kind: str, heard: str) -> None:
    """Never a refusal, nor another subject, nor a topic that nobody asked for."""
    said = Understanding(text, Verdict(), Act(heard, 0.7))
    assert decide(said, State(), WHO).steps == (Step(kind),)


@pytest.mark.parametrize(
    "text",
    [
        "i'm terrified of needles, would tablets do",
        "i'm not scared. can i have tablets",
        "i live alone, can i have tablets",
        "can i go off for a walk after tablets",
    ],
)
def test_what_tells_no_such_feeling_gets_the_answer_alone(text: str) -> None:
    """Fear of needles has its own answer; who lives alone is not lonely."""
    assert kinds(text) == [ASK_TOPIC]


@pytest.mark.parametrize(
    ("text", "felt"),
    [
        ("We are so worried about my husband, his letter arrived today", "feel_scared"),
        ("feeling very anxious since the doctor rang yesterday", "feel_scared"),
        ("all this is a lot to get my head round", "feel_scared"),
        ("I let my dad down and I can't forgive myself", "feel_ashamed"),
        ("oh I feel terrible about missing hers", "feel_ashamed"),
        ("sorry, only letting off steam", "thanks"),
        ("you only ever tell me to call the clinic", "insult"),
    ],
)
def test_what_is_told_of_a_feeling_alone_gets_a_kind_sentence(text: str, felt: str) -> None:
    """No topic is given to it, and no date is asked for."""
    for act in (Act(UNSURE, 0.4), Act(NOT_UNDERSTOOD, 0.3)):
        assert [step.kind for step in decide(Understanding(text, Verdict(), act), State(), WHO).steps] == [felt]


@pytest.mark.parametrize(
    "text", ["not worried at all", "I am nervous of needles", "we are anxious about the injection"]
)
def test_other_words_of_worry_are_no_feeling_that_is_told(text: str) -> None:
    """A fear of needles has an answer of its own."""
    steps = decide(Understanding(text, Verdict(), Act(UNSURE, 0.4)), State(), WHO).steps
    assert "feel_scared" not in [step.kind for step in steps]


def test_guilt_beside_what_was_missed_comes_before_the_answer() -> None:
    """Who tells what happened, and what they feel, gets a kind sentence first, and then what to do."""
    missed = Act(ASK_TOPIC, 0.9, ((TOPIC, "missed_or_late_injection"),))
    text = "I never took my mum to her jab last week, I feel so bad about it"
    steps = decide(Understanding(text, Verdict(), missed), State(), WHO).steps
    assert [step.kind for step in steps] == ["feel_ashamed", ASK_TOPIC]


def test_what_somebody_blames_themselves_for_gets_its_answer() -> None:
    """Also where the feeling was heard more surely than what happened."""
    others = (("missed_or_late_injection", 0.45),)
    act = Act("feel_ashamed", 0.5, (("near", "late_by_a_week"),), others)
    text = "feeling so guilty, it slipped my mind to book dad's jab"
    steps = decide(Understanding(text, Verdict(), act), State(), WHO).steps
    assert [step.kind for step in steps] == ["feel_ashamed", ASK_TOPIC]
