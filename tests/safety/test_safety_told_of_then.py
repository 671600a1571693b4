"""A season that is over, a worrier, a loss, the morning after and a better day; and the danger in their words."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

OVER = [
    "when I was first diagnosed my grip was so bad I couldn't hold a cup, that all went once the loading was done",
    "in 2022 I couldn't do up a button for nearly two months, then they tested my B12",
    "wobbly as jelly on my legs that winter",
    "the winter before last I had no feeling in my toes, they've healed since",
    "over Easter I couldn't grip a jar, now I can again",
    "out of puff on every landing, that was last spring",
    "during lockdown my hands were numb all day long, that's history",
]
WORRIED = [
    "my nan reckons I'm dying",
    "half the family is convinced I am dying because I need a needle",
    "mum thinks I'm going to die of this",
    "grandad says he's dying each time he catches a cold",
    "I googled it and apparently there are ten things that could kill me",
    "the leaflet names everything that might kill you",
    "Kill me? That's just a figure of speech",
]
SUGAR = ["he has sugar since 9 years and takes metformin 1000", "sugar from last 20 years, tablet 500 twice a day"]
BETTER = [
    "Today: toes less tingly than last week",
    "this morning the tingling is a lot milder",
    "all at once I find my fingers are less numb",
    "suddenly my feet are less tingly",
    "just now the nurse checked the numb toes, no change",
    "right now no different, same numb patch",
    "same old tingling in my fingers tonight, my doctor knows",
    "I'm dropping fewer things this month",
    "feet a bit less dead today",
    "pins and needles, usual",
]
MORNING = [
    "my head is like porridge until I've had a cup of tea",
    "brain a bit mushy today, too much wine last night",
]
BUTTON = ["the emergency button got hit by my elbow", "oops, wrong button"]


@pytest.mark.parametrize("text", [*OVER, *WORRIED, *SUGAR, *BETTER, *MORNING, *BUTTON])
def test_it_is_no_alarm(detector: Detector, text: str) -> None:
    """Nothing of it is there, new or worse."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("when I was diagnosed I couldn't hold a spoon and it is happening again", "emergency"),
        ("I had chest pain last autumn and it's back tonight", "emergency"),
        ("that winter I couldn't walk, now I can't walk again", "emergency"),
        ("diagnosed two weeks ago and my legs won't hold me", "emergency"),
        ("in spring I couldn't get up the stairs without a rest and I still cannot stand", "emergency"),
        ("I can't get up the stairs without a sit down", "emergency"),
        ("that autumn I couldn't get up the stairs without stopping", "urgent"),
        ("I couldn't breathe, now I can", "emergency"),
        ("my wife thinks I'm dying, please help", "emergency"),
        ("my husband says he is dying", "emergency"),
        ("gran thinks I'm dying and my lips are blue", "emergency"),
        ("I think I'm dying", "emergency"),
        ("I read which tablets could kill me and I have got a packet", "emergency"),
        ("I took everything that could kill me", "emergency"),
        ("how many of these would kill me", "emergency"),
        ("KILL ME. I mean it", "emergency"),
        ("my husband died in May and I want to be with him", "emergency"),
        ("she passed last year, I'm going to join her soon", "emergency"),
        ("sugar for 12 years, today it is 29 and he is drowsy", "emergency"),
        ("I've had sugar since 5 years and now I'm shaking and sweating", "emergency"),
        ("this morning the numbness was better but now my arm is weak", "emergency"),
        ("suddenly my hand is numb", "emergency"),
        ("suddenly less feeling in my left hand", "emergency"),
        ("today the numbness is worse than last week", "urgent"),
        ("same old tingle in my feet, but now I stumble over everything", "urgent"),
        ("less tingly, but I trip over nothing now", "urgent"),
        ("I can't get out of the chair", "urgent"),
        ("head like porridge until my tea and I can't find my words", "emergency"),
        ("brain like porridge this week, I forget names", "urgent"),
        ("rather foggy since I hit my head on the shelf", "emergency"),
        ("wrong button, but my chest hurts", "emergency"),
    ],
)
def test_the_danger_in_the_same_words_stays(detector: Detector, text: str, level: str) -> None:
    """What is there, is back, or is meant keeps its level."""
    assert detector.triage(text).level == level
