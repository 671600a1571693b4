"""What patients tell beside a question, known, treated or long past, is no alarm; the same words of now are."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

HARMLESS = [
    # Words of a sign for things and for fun.
    "We've moved, I'm drowning in boxes and suffocating in packaging. Who prints my repeat slip?",
    "Cyanocobalamin is such a tongue twister, how is it said?",
    "My uncle keeps bees and has twenty hives to see to, can he go on Monday?",
    "I broke out in hives just thinking about the office party! Is the jab still on?",
    "I fell head over heels for the new nurse, when is she in?",
    "In a moment of weakness I had two cakes. Is there B12 in cream?",
    "Her podcast is called The Hearing Voices Choir. Is seaweed enough for vegans?",
    "The lecture went on so long that my foot went to sleep. Is there B12 in salmon?",
    "We were convulsed with giggles when the nurse dropped her pen. Can I bring her a cake?",
    "There was a programme on sepsis. Do nurses wipe the skin first?",
    "I've a numb patch since an accident in 1991. Do I put it on the form?",
    "The leaflet lists dizziness among the effects. Does not known mean rare?",
    # The injection itself is what is forgotten.
    "I do my own shot on the 3rd every month and I keep forgetting, can you remind me?",
    "My jab's every month and I keep forgetting. Could I have a calendar?",
    # Words of mood in plain business.
    "My little girl has been diagnosed with low B12, is it the same injection for children?",
    "I've numb feet from low B12, found late and stable for years. I'm thinking of going back part time.",
    "had laughing gas at parties, could that be why im low at 23",
    # Puzzled by a plan.
    "I'm so muddled with my dates, when is the next?",
    "I'm confused about the dates on my card",
    "I'm confused where I am up to with these",
    "Confused which injection is the red one",
    "I'm confused by what the nurse said about loading",
    "The leaflet has me baffled and confused, is it 8 or 12 weeks?",
    "I can't think straight about all these appointments",
    "Gran gets confused between her B12 and her flu jab",
    "My dad has dementia. He gets confused when the nurse comes, how do I keep him calm?",
    "I've been forgetful since long before I was diagnosed",
    "Been muddled about my weeks since they moved the clinic",
    "Getting confused with all the names on the boxes",
    # Fainted at another needle.
    "My son fainted at his school jabs and starts B12 next week. How do we make it easier on him?",
    "I passed out at a covid vaccination once and need a B12 injection, what can I do?",
    "She passed out with fright at her last vaccination and is due a course of B12",
    "I nearly passed out at my flu jab, is the B12 needle bigger?",
    "My girl fainted when she had her HPV. She's to have B12. Can she lie down?",
    "I get faint at needles. What helps?",
    # Known and treated.
    "I'm on warfarin since a clot in my leg, can I have the jab?",
    "I've been on rivaroxaban for a clot in my leg for years",
    "My wife is in hospital with a blood clot so I missed my injection",
    "I had a stroke in 2015 and have been on clopidogrel since. Can I have B12?",
    "I'm caring for my husband who's had a stroke, could the nurse come to me?",
    "My palpitations were checked by the cardiologist and are benign. Is B12 all right?",
    "My heart skips a beat, all tests clear, for 20 years. Is the jab ok?",
    "I'm always breathless with my COPD. Does it matter for the injection?",
    "Mum has heart failure and her ankles are always swollen. Is B12 safe for her?",
    "My sister has Leber's hereditary optic neuropathy. Which B12 is right?",
    "My hands shake with Parkinson's. Who can do my injection?",
    "I've been blind in one eye since birth. Can I inject myself?",
    "I've been paralysed from the waist down since 2003. Where do they inject?",
    "My dental abscess is being treated. Do I move my jab?",
    "I get cramp in my calves at night, always have. Is it B12?",
    "My feet have been tingling about a year, the neurologist examined me and it is neuropathy. How slow is it?",
    # Home visits for what is old.
    "She can't manage the stairs since her hip. Who would come out to her?",
    "My gran can't climb the stairs with her arthritis. Can a nurse come to her?",
    "I can't walk to the surgery any more, it moved three miles away",
    "They want her to come down for her B12 and she can't manage the stairs",
    # How it was, and how it is of each gap.
    "My B12 was checked at last and it was on the floor",
    "My level was 60 when they found it, on the floor the doctor said",
    "Before treatment I couldn't climb the stairs, now I hike",
    "I always crash at about nine weeks. Legs like lead, head like wool. Then I have it and I'm fine.",
    "Week ten comes and I'm forgetful, it's like clockwork",
    "By week nine I'm always forgetful and flat",
    "The last couple of weeks before each jab I'm a grump and can't think. Then I'm right as rain.",
    "My iron hit the floor too",
    # What others had, and what the nurse did.
    "My friend had a bad reaction to hers. Could I get one too after ten years?",
    "The nurse couldn't find the muscle and had to go twice",
    "skin broke out in spots since b12 started",
]
SIGNS = [
    ("I'm confused and don't know what day it is", "emergency"),
    ("I'm suddenly confused about my dates", "emergency"),
    ("I'm confused about my injections and I keep forgetting the way to my own house", "urgent"),
    ("Mum is more confused lately and mixes up her tablets", "urgent"),
    ("I'm confused where I am", "urgent"),
    ("My dad has dementia. He is much more confused since yesterday when the nurse comes", "urgent"),
    ("I've been forgetful since before I was diagnosed and it's getting worse", "urgent"),
    ("My son fainted at his school jabs just now and he needs B12 next week", "emergency"),
    ("She passed out at her vaccination an hour ago and is due a B12 injection", "emergency"),
    ("He passed out after his B12 injection and has another next week", "emergency"),
    ("I passed out at the clinic after my first needle, the next one is due", "emergency"),
    ("I'm on warfarin since a clot in my leg and now the clot has come back", "urgent"),
    ("I stopped my apixaban, I had it since a clot in my leg", "urgent"),
    ("I have a clot in my leg", "urgent"),
    ("I'm caring for my husband and I think he's having a stroke", "emergency"),
    ("My palpitations were checked by the cardiologist but they are worse since the first injection", "urgent"),
    ("My heart skips a beat since my loading dose", "urgent"),
    ("I'm more breathless than always with my COPD", "urgent"),
    ("Mum has heart failure and her ankles are more swollen than usual this week", "urgent"),
    ("My sister has Leber's hereditary optic neuropathy and her sight is getting blurred", "urgent"),
    ("My hands shake since last week and I have tingling", "urgent"),
    ("I've been blind in one eye since birth and now the other went dark", "emergency"),
    ("I'm blind in one eye since this morning", "emergency"),
    ("I'm paralysed from the waist down since this morning", "emergency"),
    ("I get cramp in my calf and it's hot and swollen, always have had bad veins", "urgent"),
    ("cramps in my legs since the first injection", "urgent"),
    ("My feet have been tingling about a year, the neurologist examined me and it is getting worse", "urgent"),
    ("She can't manage the stairs since yesterday. Can a nurse come to her?", "urgent"),
    ("I can't manage the stairs with my arthritis and I'm so breathless. Can a nurse come to me?", "emergency"),
    ("I can't walk to the toilet any more", "emergency"),
    ("They checked his B12 and he was on the floor when I came back", "emergency"),
    ("I always crash at about nine weeks but this time my legs are weak and I keep falling", "urgent"),
    ("Like clockwork it wears off, but I'm confused and getting worse", "urgent"),
    ("The last weeks before each jab I can't think and this time I can't walk straight", "emergency"),
    ("He hit the floor after his iron level was taken", "emergency"),
    ("I feel faint at the clinic after the needle", "urgent"),
    ("She can't manage the stairs any more", "urgent"),
    ("My friend had a bad reaction to hers just now", "urgent"),
    ("I had a bad reaction to mine", "urgent"),
    ("The nurse gave me the injection twice by mistake", "urgent"),
    ("skin broke out in spots since b12 started, itchy and spreading", "urgent"),
    ("there are about twenty hives on my legs since the jab", "urgent"),
    ("my dad keeps bees, he was stung and his hives are spreading", "urgent"),
    ("had a moment of weakness down my left side this morning", "emergency"),
    ("I fainted at my cousin's wedding in 35 degrees today", "urgent"),
    ("I keep hearing voices play in my head for a week", "urgent"),
    ("I'm 20 weeks pregnant and was diagnosed with low B12", "urgent"),
    ("mum says dizziness as she stands up for two weeks, nearly faints", "urgent"),
    ("I'm on b12 and I keep forgetting so much, it's new this month", "urgent"),
    ("why am I low after my dad died, I cry every day", "urgent"),
    ("my speech is slurred and my leg went to sleep", "emergency"),
    ("for weeks I keep forgetting the way home", "urgent"),
    ("face numb, skull hurts after a fall", "emergency"),
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_told_beside_a_question_raises_no_alarm(detector: Detector, text: str) -> None:
    """What is known, treated, long past or of a plan is none."""
    assert detector.triage(text).level in ("none", "routine"), text


@pytest.mark.parametrize(("text", "level"), SIGNS)
def test_signs_in_like_words_keep_their_level(detector: Detector, text: str, level: str) -> None:
    """The sign of now, in like words, is one."""
    assert detector.triage(text).level == level
