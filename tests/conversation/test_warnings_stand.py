"""A warning stands against bargaining and denial; only old and unchanged numbness is lowered. No model, no Rasa."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.state import Warned
from b12guide.diary.visits import seen_later
from b12guide.plan import dialogue
from b12guide.shared import cards, clinic_agreed, help_is_here, standing, was_long_ago
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
# Of each urgent row of the triage table: a card, and what was heard.
WARNINGS = {
    "B1": ("allergy", "hives on my arms"), "B2": ("nerves", "my feet have got number"),
    "B3": ("potassium", "palpitations"),
    "B4": ("anaemia", "more breathless"), "B5": ("infection", "pus at the injection site"),
    "B6": ("eyes", "blurry vision"),
    "B7": ("mind", "confused"), "B8": ("pregnancy_urgent", "pregnant and numb"), "B9": ("clot", "one swollen calf"),
    "B10": ("gut", "black poo"), "B11": ("dose", "two doses by mistake"), "B12": ("gas", "balloons and numb feet"),
}  # fmt: skip
# Whatever a message was heard as.
KINDS = ("not_understood", "unsure", "thanks", "affirm", "deny", "out_of_scope", "ask_topic")
BARGAINING = [
    "It's the weekend, surely Monday is soon enough.",
    "Could this keep until my review next month?",
    "I'd rather sleep on it.",
    "I'll see how I feel tomorrow.",
    "The receptionist put me on hold for an hour and cut me off.",
    "There were no slots left at the surgery.",
    "111 just rings and rings.",
    "I don't want to waste anyone's time.",
    "I don't want to bother the doctor with this.",
    "It's really nothing.",
    "I'm fine, honestly.",
    "I feel much better already.",
    "It has gone off a bit.",
    "Only kidding!",
    "haha just testing you",
    "You worry too much.",
    "You're just a computer, what do you know.",
    "My husband says it's my age.",
    "My sister reckons it is stress.",
    "A friend had the same and it went away.",
    "It's probably the menopause.",
    "Isn't that just the nerves healing?",
    "That's normal with b12, isn't it?",
    "I read online that it's harmless.",
    "I can't get there, I have no car.",
    "I'm at work, I can't leave now.",
    "I can't afford a doctor.",
    "I left a message with the nurse.",
    "My appointment is on Thursday week, I'll mention it then.",
    "whatever",
    "I don't think I need to see anybody.",
    "Can I at least have my jab tomorrow?",
    "Should I skip the next one then?",
    "Can I just take a tablet instead and leave it?",
    "I'm not worried about it.",
    "Stop going on about it.",
    "I'll be okay.",
    "It's not that bad really.",
]
# What a question about the sign itself, soon after the card, is about.
FOLLOWS = {
    "wears_off": [
        "it'll wear off, won't it?", "that will go away by itself right", "does it settle on its own?",
        "should be gone by the weekend", "how long before it wears off", "will this pass soon?",
    ],
    "home_help": [
        "stronger glasses will sort it?", "do I just need new specs", "I'll put ice on it then",
        "a cream would help no?", "bananas would fix it", "some eye drops will do",
    ],
    "whom_to_see": [
        "which doctor do I go to?", "who should I see for that", "where do I go with it", "what specialist I go",
    ],
    "next_injection": [
        "and tuesday's jab, I have it?", "what about Friday's injection", "the shot tomorrow, do I still take it",
        "I still take the dose on wednesday?", "and for the next one?",
    ],
}  # fmt: skip
# Words of comfort, of a time, and leave to inject: nothing said back to a warning may hold one.
NEVER_SAID_BACK = re.compile(
    r"\b(?:common|normal|mostly|usually|soon|harmless|mild|you can have|go ahead)\b", re.IGNORECASE
)
OLD_AND_UNCHANGED = [
    "I've had it since 2015 and it never changes.",
    "it's been like this for ten years",
    "no different from last year",
    "same as it's been for years",
    "it has always been there, no worse",
    "it's my normal, nothing new",
    "had it for decades, doctor knows",
    "It is a long standing thing and hasn't got worse.",
    "It's old, unchanged for years.",
    "The tingling has been the same since my diagnosis in 2018.",
    "it's been steady for years",
    "not new, not worse, years old",
    "I've lived with this for 12 years, it's stable",
    "that's been there for ages and stays the same",
    "exactly as it was five years ago",
    "I have had it for as long as I can remember, unchanged",
    "nothing has changed in years",
    "It's been constant for twenty years.",
    "They've been numb for years, no change at all",
    "same numbness as ever",
    "Been that way since chemo, not worse",
    "It's not spreading and it's years old",
    "chronic, no change",
    "it was there long before the injections and is the same",
    "since childhood, never different",
    "It hasn't altered since 2010",
    "no worse than it has been for years",
    "it stays the same year after year, for decades",
    "my GP has known about it for years, unchanged",
    "old news, it is the same as always",
]
# Also of B2, but being old takes nothing from them.
NEVER_LOWERED = [
    "weak legs", "my legs are weak", "I keep dropping things", "poor balance", "numb arm since the injection",
    "hard to start peeing", "numb feet and weak legs",
]  # fmt: skip
OTHER_SUBJECTS = [
    "what do tablets cost", "does the needle hurt", "which foods have b12", "when is my next injection due",
    "put my dates in my calendar", "what is folate", "thank you", "who made you", "what is a normal b12 level",
]  # fmt: skip


def said(text: str, kind: str) -> Understanding:
    details = [("help_is_here", help_is_here(text)), ("clinic_agreed", clinic_agreed(text))]
    details.append(("was_long_ago", was_long_ago(text)))
    return Understanding(text, Verdict(), Act(kind, details=tuple((name, "yes") for name, there in details if there)))


def taken(text: str, kind: str, state: State) -> str:
    return decide(said(text, kind), state, WHO).kind


def warned(sign: str, heard: str | None = None) -> State:
    card, words = WARNINGS[sign]
    return State(warned=Warned([card], [heard or words], [sign], "2026-03-05"))


@pytest.mark.parametrize("text", BARGAINING)
def test_an_urgent_warning_stands_against_bargaining(text: str) -> None:
    """Whatever the message was heard as and whatever the sign is, the action is repeated."""
    assert {taken(text, kind, warned(sign)) for kind in KINDS for sign in WARNINGS} == {"warning_stands"}


@pytest.mark.parametrize(
    "text",
    [
        "A lady at the choir has had it for two decades, no change, and says to sit it out.",
        "My neighbour's toes have tingled for years, no worse.",
        "The woman who runs our group has been like this for ten years.",
    ],
)
def test_what_somebody_else_has_had_for_years_lowers_nothing(text: str) -> None:
    """It tells nothing of the toes of who writes."""
    assert "lowered" not in {taken(text, kind, warned("B2")) for kind in KINDS}


@pytest.mark.parametrize(
    "text",
    [
        "optician is on Tuesday", "the dentist's on Friday", "I'm at the eye clinic Monday",
        "Thursday is my physio", "the neurologist is not till Wednesday", "I see the midwife on Friday",
    ],
)  # fmt: skip
def test_a_visit_to_come_has_the_action_repeated_and_opens_no_plan(text: str) -> None:
    """Nobody looks at the sign today, whatever the message was heard as."""
    for sign in ("B4", "B6", "B10"):
        steps = {taken(text, kind, warned(sign)) for kind in (*KINDS, "plan")}
        assert steps == {"warning_stands"}


@pytest.mark.parametrize(
    "text",
    [
        "the jab is on Tuesday", "my GP booked the injection for Friday", "the clinic gave me Monday for my B12",
        "the last one at the clinic was on Tuesday", "is the surgery open on Friday?", "the optician is today",
        "went to the dentist on Monday",
    ],
)  # fmt: skip
def test_a_day_of_an_injection_and_a_question_are_no_visit_to_come(text: str) -> None:
    """They are left to the rows after it."""
    assert not seen_later(text)


@pytest.mark.parametrize("text", [*BARGAINING, *OLD_AND_UNCHANGED, "ok", "no", "yes", "thanks"])
def test_an_emergency_stands_against_it_too(text: str) -> None:
    """Bargaining, denial, a joke, and that it is old: none of them ends an emergency."""
    assert {taken(text, kind, State(standing="throat")) for kind in KINDS} == {"emergency_stands"}


@pytest.mark.parametrize("kind", ["affirm", "deny", "not_understood"])
def test_a_bare_word_soon_after_the_card_ends_nothing(kind: str) -> None:
    """ "OK" and "no" to a card get the action again; after a few messages they are what they are."""
    assert taken("ok", kind, warned("B4")) == "warning_stands"
    later = warned("B4")
    assert later.warned is not None
    later.warned.turns = 5
    assert taken("ok", kind, later) == kind


@pytest.mark.parametrize("text", OLD_AND_UNCHANGED)
def test_old_and_unchanged_lowers_tingling_and_numbness_alone(text: str) -> None:
    """Of B2 tingling and numbness; no other row, and neither weakness, balance nor bladder of the same row."""
    for heard in ("my feet tingle", "numb fingers"):
        assert taken(text, "unsure", warned("B2", heard)) == "lowered"
    others = [warned(sign) for sign in WARNINGS if sign != "B2"]
    others += [warned("B2", heard) for heard in NEVER_LOWERED]
    assert not {taken(text, "unsure", state) for state in others} & {"lowered", "advised"}


@pytest.mark.parametrize(
    ("heard", "text", "kind"),
    [
        (
            "my toes went numb last week and it is creeping up",
            "I explained that badly. I have had it for 8 years and it never changes.",
            "lowered",
        ),
        ("my toes went numb last week and it is creeping up", "I have had it for 8 years", "warning_stands"),
        (
            "my toes went numb last week and it is creeping up",
            "I put that wrong, and my neighbour has had it for 8 years and it never changes",
            "warning_stands",
        ),
        (
            "my feet tingle since Sunday and my legs are weak",
            "I put that wrong, I have had the tingling for years and it never changes",
            "warning_stands",
        ),
    ],
)
def test_who_told_it_wrongly_may_take_back_that_it_is_new(heard: str, text: str, kind: str) -> None:
    """Of tingling and numbness, in so many words, and where no other sign was told with it."""
    assert taken(text, "unsure", warned("B2", heard)) == kind


@pytest.mark.parametrize("text", OTHER_SUBJECTS)
def test_another_subject_is_not_about_the_warning(text: str) -> None:
    """It is answered; a line beside the answer reminds of the warning."""
    assert standing().kind(text, ["nerves"]) is None


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOLLOWS.items() for text in texts])
def test_a_question_about_the_sign_is_answered_as_what_it_is(kind: str, text: str) -> None:
    """Whether it wears off, what to try at home, whom to see, the next injection: whatever it was heard as."""
    assert standing().kind(text, ["eyes"]) == kind
    assert {taken(text, heard, warned(sign)) for heard in KINDS for sign in WARNINGS} == {"warning_stands"}


def test_nothing_said_back_to_a_warning_comforts() -> None:
    """Neither a cause, nor a time course, nor leave to inject."""
    kinds = [*FOLLOWS, "wait", "unreachable", "gas", "sign_of_what", "made_light"]
    assert not [text for kind in kinds for text in standing().says(kind) if NEVER_SAID_BACK.search(text)]


@pytest.mark.parametrize("kind", [*FOLLOWS, "wait", None])
def test_the_same_words_do_not_come_twice_running(kind: str | None) -> None:
    """What is said to the same question, and the action after it, are worded anew each time."""
    state, words = warned("B6"), standing()
    said = [(state.says_next(words.says(kind)), state.says_next(words.again)) for _ in range(6)]
    assert len(set(said)) == (6 if kind else 3)
    assert all(first[1] != second[1] for first, second in pairwise(said))


def test_a_second_warning_takes_nothing_from_the_first() -> None:
    """Both stand until somebody has looked at them: cards, words and rows of both."""
    first = Warned(["potassium"], ["palpitations"], ["B3"], "2026-03-05", after_injection=True, whose=["mum"])
    both = Warned(["anaemia"], ["breathless"], ["B4"], "2026-03-06", whose=["me"]).and_before(first)
    assert (both.cards, both.heard, both.signs) == (
        ["anaemia", "potassium"],
        ["breathless", "palpitations"],
        ["B4", "B3"],
    )
    assert (both.day, both.after_injection, both.whose) == ("2026-03-06", True, ["me", "mum"])
    assert both.about("mum")
    assert not both.about("dad")


def test_what_only_sounds_urgent_beneath_a_warning_repeats_its_action() -> None:
    """Nobody is asked whether something is new while an urgent warning stands: what to do is said again."""
    verdict = Verdict("urgent", ("general",), why="likeness", asks_first=True)
    heard = Understanding("he has got nothing catching", verdict, Act("unsure", 0.5))
    assert decide(heard, warned("B11"), WHO).kind == "warning_stands"
    assert decide(heard, State(), WHO).kind == "new_or_worse"


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("needle", "emergency department now"),
        ("needle", "72 at most"),
        ("potassium", "Do not take potassium unless your team tells you to."),
    ],
)
def test_what_must_not_wait_is_said_each_time(card: str, words: str) -> None:
    """What of a card cannot be left out is said again with its action."""
    assert words in cards().urgent_again("", "Get medical advice today.", [card], country="GB").text


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("would it be fine to have tomorrow's then", "potassium"),
        ("I'll just miss Sunday's", "dose"),
        ("right, so skip Monday", "dose"),
    ],
)
def test_a_dose_named_by_its_day_is_the_next_injection(text: str, card: str) -> None:
    """ "Tomorrow's" after a card is the injection of that day: it waits for who looks at this."""
    assert standing().kinds_of(text, [card]) == ["next_injection"]


def test_carrying_on_with_the_gas_is_answered_as_that() -> None:
    """Who means to go on with it hears that B12 does not protect them."""
    assert standing().kinds_of("the jabs let me keep using them", ["gas"]) == ["gas"]


@pytest.mark.parametrize(
    "text",
    [
        "I'm on a trolley in casualty and they are taking bloods",
        "they put me in a bay at A&E",
        "I'm at emergency already",
        "the doctors rang me back, she has heard it all and says to go ahead with the injections",
    ],
)
def test_being_seen_ends_an_emergency(text: str) -> None:
    """Who is in a bed of a hospital, or was called back by a clinician who said what to do, has help."""
    assert help_is_here(text)


@pytest.mark.parametrize(
    "text",
    [
        "should I be in a bed in hospital?",
        "if the doctor rings me back I will ask to go ahead",
        "is this an emergency now?",
    ],
)
def test_what_is_only_thought_of_ends_none(text: str) -> None:
    """A question, or a call that is still to come, is no help."""
    assert not help_is_here(text)


def test_after_an_emergency_in_another_language_no_injection_follows() -> None:
    """Nobody knows here what it was: it may have been a reaction, so the plan waits for the clinic."""
    heard = Understanding("the paramedics are here", Verdict(), Act("help_is_here", 1.0, (("help_is_here", "yes"),)))
    [step] = decide(heard, State(standing="language_pl"), WHO).steps
    assert (step.kind, step.values("held")) == ("help_is_here", ["yes"])
