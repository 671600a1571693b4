"""Who was looked at, is seen today, or has the words of the button: which of it is help, and what is not."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector, Replies
from b12guide.shared import standing

HEARD_AND_SENT_FOR = [
    "The GP rang me, I am to come down for tests at two. Do kidneys have B12?",
    "spoke to the nurse, she wants me to come straight in",
    "surgery called, they have squeezed me in at 5 today. what is MMA?",
    "I rang the clinic and the doctor is seeing me this afternoon",
    "111 got us a slot with the out of hours doctor at 9 tonight",
    "rang 111, I'm going in now",
    "appointment with the gp at 3 today, 111 arranged it",
    "doctor phoned me, she's sent me down to casualty. can b12 do this?",
]
BUTTON_AND_MORE = [
    "Help is with me. Not an ambulance though. What about liver?",
    "ok help is with us. can I ask about tablets?",
    "Help is with him now! Will the next one do that too?",
]
HOME_AND_TREATED = [
    "home now, they gave me adrenaline and steroids",
    "I'm home. The hospital did bloods and a scan. When is the next one?",
    "back home again, the crew gave her oxygen",
    "ER kept me two hours, home now. do I still have my shot?",
    "Back from casualty, doctors put me on a drip. What now?",
    "got home last night. they checked me over and did an ecg",
]
NOT_HELP = [
    "is help with me?",
    "help is not with me",
    "I need help with my throat",
    "help me with this please",
    "can you help with my dates",
    "left a message, the doctor will ring me back",
    "my sister rings the surgery on Tuesday",
    "husband says the GP is seeing me next week",
    "111 said somebody would call me back",
    "I've rung the surgery, they can see me tomorrow",
    "rang the doctor, I'm going in on Thursday",
    "the receptionist has booked me in at 4 today",
    "the doctor rang and I missed it",
    "the nurse rang, I'm to come in at 3 for my injection",
    "the nurse wants me in at 3 today for my b12",
    "should I go in? the doctor rang",
    "the doctor rang, am I to go in",
    "I rang the surgery and nobody picked up, I am going to bed",
    "I'm home now",
    "home now, my neighbour gave me an antihistamine",
    "home now, they gave me the injection at 10",
    "I'm home, they gave me adrenaline last year",
    "they did bloods in March. I'm home today",
    "home from work, they sent me off early",
    "back home now and it is worse, they had given me adrenaline",
]
FITTED_IN = ["he's fitting me in at noon", "the nurse is fitting us in today"]
NOBODY_HAS_IT = [
    "nobody has a swollen tongue, I asked about the dates",
    "no one has any chest pain, it was a question",
    "nobody mentioned chest pain",
    "nobody said anything about hives",
]
THERE_ALL_THE_SAME = [
    "nobody has a clue why my tongue is swollen",
    "nobody has an answer for the chest pain",
    "nobody has a car and my chest hurts",
    "nobody mentioned my swollen tongue to the doctor",
    "nobody said anything about chest pain and I've got it",
    "nobody has looked at my swollen throat",
    "nobody has any idea how bad this chest pain is",
    "nobody is here and my throat is swollen",
]


@pytest.mark.parametrize("text", [*HEARD_AND_SENT_FOR, *BUTTON_AND_MORE, *HOME_AND_TREATED])
def test_it_is_help_whatever_is_asked_beside_it(replies: Replies, text: str) -> None:
    """A clinician heard of it and sees them today, the words of the button, or what was done before they went home."""
    assert replies.help_is_here(text)


@pytest.mark.parametrize("text", [*HEARD_AND_SENT_FOR, *HOME_AND_TREATED])
def test_who_was_looked_at_is_not_with_help_now(replies: Replies, text: str) -> None:
    """What is said then is of what they were told, and not of who is with them."""
    assert replies.was_seen(text)


@pytest.mark.parametrize("text", NOT_HELP)
def test_less_than_that_is_none(replies: Replies, text: str) -> None:
    """A message, a call to come, a day to come, a relative, home without having been looked at, a plea for help."""
    assert not replies.help_is_here(text)
    assert not replies.seen_today(text)


@pytest.mark.parametrize(
    "text", ["the doctor is seeing me at four", "my GP wants me in at 3", "the gp is seeing her today. what is folate?"]
)
def test_a_visit_of_today_is_told_apart(replies: Replies, text: str) -> None:
    """Whoever heard of it: enough where hours are soon enough."""
    assert replies.seen_today(text)
    assert not replies.help_is_here(text)


def test_a_call_back_with_a_day_is_advice_and_no_help(replies: Replies) -> None:
    """Enough for an urgent sign; a call about dates is not."""
    assert replies.clinician_advised("doctor rang me back, I'm to come in on Thursday")
    assert not replies.help_is_here("doctor rang me back, I'm to come in on Thursday")
    assert not replies.clinician_advised("doctor rang about my dates and I'm to be there on Friday")
    assert not replies.clinician_advised("I left a message, the nurse will ring me")


@pytest.mark.parametrize("text", FITTED_IN)
def test_who_is_fitted_in_has_no_fit(detector: Detector, text: str) -> None:
    """A time that was found is no seizure."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize("text", ["he's fitting", "she keeps fitting in the bath", "my son is fitting"])
def test_a_fit_is_one(detector: Detector, text: str) -> None:
    """Somebody who has one is in danger."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", NOBODY_HAS_IT)
def test_what_nobody_has_is_denied(detector: Detector, text: str) -> None:
    """Nor what nobody spoke of."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", THERE_ALL_THE_SAME)
def test_what_nobody_knows_or_looked_at_is_there(detector: Detector, text: str) -> None:
    """That nobody has a clue, an answer or a car denies no sign."""
    assert detector.triage(text).level in ("emergency", "urgent")


@pytest.mark.parametrize("text", ["there is no emergency", "it was a false alarm", "nobody is hurt"])
def test_that_there_is_no_emergency(replies: Replies, text: str) -> None:
    """It is told apart from a corrected fact: it ends only what was never told."""
    assert replies.no_emergency(text)
    assert not {"was_long_ago", "was_on_screen"} & replies.correction(text).kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("111 are getting a doctor to ring me at six", "called_back"),
        ("my wife rings the gp on Monday", "wait"),
        ("I've got an appointment at 4 today", "appointment_today"),
        ("got a slot with the optician this afternoon", "appointment_today"),
        ("it stays private, right?", "privacy"),
        ("I was only wondering, nothing is happening", "only_asked"),
        ("haha ok", "made_light"),
    ],
)
def test_what_is_about_the_warning_is_heard_as_what_it_is(text: str, kind: str) -> None:
    """A call to come, a later day, privacy, who takes it back."""
    assert standing().kind(text, ["nerves"]) == kind


@pytest.mark.parametrize(
    "text",
    ["do prawns and milk have b12", "what does a private injection cost", "it's my jab not my dad's lol, thanks",
     "does it have b12 in it"],
)  # fmt: skip
def test_another_subject_is_not(text: str) -> None:
    """Food, a price, a laugh behind something else."""
    assert standing().kind(text, ["nerves"]) is None


@pytest.mark.parametrize("text", ["would 111 do instead", "can the pharmacist not do it"])
def test_another_line_is_no_ambulance(text: str) -> None:
    """In an emergency it is asked whether another one would do."""
    assert "other_line" in standing().kinds_of(text, ["cord_bladder"], emergency=True)
