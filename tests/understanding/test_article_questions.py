"""The questions that the two source articles answer, in their words and in five others, each get the right topic."""

from __future__ import annotations

import pytest

from tests.conftest import Bot

# Each: the topics that answer it, its words in the article, and five ways in which a patient would say it.
QUESTIONS: list[tuple[set[str], list[str]]] = [
    (
        {"who_needs_injections"},
        [
            "When do you need vitamin B12 injections?",
            "who has to have b12 jabs",
            "how do I know that I need the injections and not something else",
            "in what cases does a doctor give B12 by needle",
            "do i need b12 injections",
            "reasons to be put on B12 shots",
        ],
    ),
    (
        {"time_to_feel_better"},
        [
            "How quickly do you feel better after vitamin B12 injections?",
            "when will i start to feel better",
            "how soon do the jabs work",
            "had my first one today, when do I notice something",
            "how many weeks till my energy is back",
            "does it take long before b12 shots kick in",
        ],
    ),
    (
        {"low_b12_automatic_injections"},
        [
            "If my B12 is low, do I automatically need injections?",
            "does low b12 always mean injections",
            "my level is low, does that mean I must have jabs",
            "low b12 do i have to have the needle",
            "is everybody with a low result given shots",
            "are injections really necessary just because my B12 came back low",
        ],
    ),
    (
        {"stopping_maintenance"},
        [
            "What happens when maintenance injections stop?",
            "what if i stop my b12 injections",
            "will it come back if I quit the jabs",
            "can i stop having my regular shots",
            "what happens after you give up the three monthly injection",
            "I want to come off my b12 injections, what then?",
        ],
    ),
    (
        {"typical_dose", "maintenance_phase"},
        [
            "What is the typical vitamin b12 im injection dose for monthly maintenance?",
            "how much b12 is in a monthly shot",
            "whats the usual dose of a b12 jab",
            "how many micrograms do people get each month",
            "normal strength of the maintenance injection",
            "is 1000 micrograms the standard dose",
        ],
    ),
    (
        {"loading_phase"},
        [
            "Why do some people get B12 injections more often before they go monthly?",
            "why so many jabs at the beginning",
            "what is the loading phase for",
            "why do I need one every other day at first",
            "why are the first few injections close together",
            "six jabs in two weeks, why",
        ],
    ),
    (
        {"time_to_feel_better"},
        [
            "How long until I feel better after starting vitamin B12 injections?",
            "how long till i feel normal",
            "how long does it take for B12 injections to help with tiredness",
            "just started injections, how long before they do anything",
            "when should the fatigue lift on b12",
            "how long b12 shots to work",
        ],
    ),
    (
        {"purpose_of_injections"},
        [
            "What vitamin B12 injections are for (and what they aren’t)",
            "what are b12 injections for",
            "what does the jab actually do",
            "whats the point of having b12 injected",
            "what is a B12 shot used for",
            "why am i being given b12",
        ],
    ),
    (
        {"how_dose_is_decided"},
        [
            "How clinicians decide your injection dosage (the real decision factors)",
            "how does the doctor decide my dose",
            "what is my dose based on",
            "who works out how much b12 i get and how",
            "what do they look at to set the dose",
            "does my dose depend on my symptoms or my blood test",
        ],
    ),
    (
        {"monitoring_after_starting"},
        [
            "What to monitor after starting injections",
            "what gets checked after I start",
            "do i have another blood test once I'm on the injections",
            "which tests are done after the jabs have begun",
            "when will they recheck my levels",
            "how will they know it is working, will there be more bloods",
        ],
    ),
    (
        {"injections_vs_oral"},
        [
            "How clinicians decide between IM and other options",
            "why injections and not tablets",
            "can i take pills instead",
            "are b12 tablets as good as the shots",
            "is there another way than the needle",
            "would a spray under the tongue do the same job",
        ],
    ),
    (
        {"side_effects", "warning_signs_information"},
        [
            "Common side effects and when to call your clinician",
            "what side effects do b12 injections have",
            "does the jab make you feel sick",
            "are there any bad reactions to b12 shots",
            "is a headache normal after the injection",
            "which problems after an injection need a doctor",
        ],
    ),
    (
        {"staying_on_schedule"},
        [
            "Practical tips for sticking to a monthly schedule",
            "how do i remember my monthly jab",
            "tips so I don't miss my injections",
            "how can I keep to my schedule",
            "i travel a lot, how do i keep my injections on time",
            "is there a good way to keep track of injections",
        ],
    ),
    (
        {"maintenance_phase"},
        [
            "What a “monthly” B12 injection usually means",
            "how often are maintenance injections",
            "how often is it after the loading doses",
            "is it one shot every month from then on",
            "how often do people have b12 once they are topped up",
            "whats the maintenance phase",
        ],
    ),
    (
        {"schedule_differences_between_people", "how_dose_is_decided"},
        [
            "How dose might change",
            "why is my plan not the same as my friend's",
            "why do some have it monthly and others every 3 months",
            "why do schedules differ from person to person",
            "my sister is on another schedule, how come",
            "why does each country do b12 shots differently",
        ],
    ),
]
ASKED = [(words, topics) for topics, phrases in QUESTIONS for words in phrases]


@pytest.mark.parametrize(("words", "topics"), ASKED, ids=[words for words, _ in ASKED])
def test_question_of_the_articles(bot: Bot, words: str, topics: set[str]) -> None:
    """The question gets an answer of a right topic, and no answer to anything else."""
    turn = bot.say(f"article: {words}", words)
    assert turn.custom["topics"], f"{turn.custom['kind']}, offered {turn.custom['offered']}"
    assert set(turn.custom["topics"]) <= topics
