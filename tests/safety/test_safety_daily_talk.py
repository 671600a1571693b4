"""What is told in passing of daily life, in jest or of others, and the sign that uses the same words."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

RANK = ("none", "routine", "urgent", "emergency")

CALM = [
    # A film that is named behind what was seen in it.
    "There was blood all over the walls! On telly, I mean. When is my next one?",
    "He dropped down dead... in the book I mean. Can I have my jab before lunch?",
    # How common a reaction is.
    "Is anaphylactic shock usual after these or is it very rare? I've not had my first yet.",
    "is anaphylaxis common after b12 or is that one in ten thousand",
    # Moved, not choking.
    "I'd a lump in my throat when my daughter hugged me goodbye. Which arm is best for the jab?",
    "Lump in the throat when the nurses wished me a happy birthday, so kind",
    "such a lovely card from the grandchildren, it gave me a lump in my throat",
    # Laughter.
    "that joke of yours made me laugh so hard I almost peed myself, tell me another",
    "I laughed that much at my husband I nearly wet my knickers",
    # Days on end are no doses.
    "great week this week, walked the dog two mornings running and baked twice",
    "did the school run two days running, proud of that",
    # Stuff of a first-aid box.
    "Do I hold the cotton wool on it or just a plaster?",
    "how much cotton wool should I buy for the injections",
    # The gas of a dentist.
    "Does laughing gas at the dentist lower B12? I've a tooth out in March",
    "is gas at the dental surgery bad for my b12, I'm having a crown next week",
    # A result that is said to be fine.
    "What does the nurse mean by low potassium in the first weeks? Mine was fine at the last blood test",
    "The doctor said to watch for low potassium, mine is normal",
    # Hands that shake with nerves at the needle.
    "My hands are shaking with nerves before I do my own injection, how do I calm down?",
    "how do I stop my hand trembling when I draw up, it's only nerves, my second go",
    # Somebody who has died, of whom it is told.
    "My late wife had MS and couldn't stand by the end. I'm fine. Please take her off the reminders.",
    "My late mother had dementia and was confused for years. I'm only asking about my own dates.",
    # It is over.
    "No more tingling feet! Went at Christmas. Should I keep having the injections?",
    "no more pins and needles, they left in the summer",
    "no more dizzy spells since March, hurrah",
    # A list that is answered.
    "Breathless? no. Dizzy? no. Chest pain? no. I'm grand",
    "Palpitations? Nope. Numb hands? Not at all.",
    # A figure of speech that is called one.
    "The hold music made me lose the will to live, figuratively speaking. Can I have it at the chemist?",
    # An animal and its vet.
    "Our cat ate slug pellets last year, the vet gave her vitamin K, not B12, didn't he?",
    # A level that is low.
    "Is my stomach tablet why I'm low? Six years on it",
    "is omeprazole the reason that I am so low in b12",
    # Muddled by figures, and a suspicion of a bot.
    "What is 1000 micrograms in milligrams? I get muddled with the noughts.",
    "I always get confused by decimal points, is 0.5 mg half?",
    "Who pays for you? I'm a suspicious old so and so.",
    "call me suspicious but do you sell my data",
    # Of one's own past.
    "my fingers were tingly when I began, that went ages ago. Would it return if I gave up the jabs?",
    "my brother had numb feet with his diabetes years back. Is that the same thing as B12?",
    "that old lift is wheezing again, can I get up to the clinic by the stairs?",
    "My feet were numb when I began, that went ages ago. Would it return if I gave up the jabs?",
    # Tired, in the ways of every day.
    "flat as a pancake after the grandchildren left",
    "brain like porridge after the night shift",
    "my head's like soup by Friday, roll on the weekend",
    "woke up a bit foggy, coffee sorted it",
    "mislaid my specs again, they were on my head",
    # Dates that are forgotten, and whose jab is when.
    "text me the day before please, I'm a terror for forgetting",
    "I'm desperate for forgetting so a nudge would help",
    "set it up so I do not forget, I'm always forgetting",
    "they both have b12 jabs and i keep getting muddled",
    "Mam and Dad both get the B12 shots and I'm always getting mixed up",
    "I keep getting muddled whose jab it is this time",
    # Figures and a course that is on the mend.
    "the prickling in my fingers is almost gone but I'm still tired in the evening",
    "numbness in my toes nearly gone, still a bit weary after work",
    "How has the tingling been since I started?",
    "how did the numbness go over the last month, can you show me",
    # A blood pressure as it should be.
    "BP 128/79 this morning",
    "blood pressure was 135 over 82 at the surgery",
    "bp 141/88, pulse 72",
]
# The same words of one who has it, and the least that each is.
THERE = [
    ("emergency", "Blood everywhere! Not on telly, I mean here, it won't stop."),
    ("emergency", "There is blood everywhere!! I'm not in a film, I mean it"),
    ("emergency", "Is anaphylaxis common with this? My throat is closing after mine."),
    ("emergency", "I think this is anaphylaxis, is it rare?"),
    ("emergency", "lump in my throat since the nurse gave me the jab, getting bigger"),
    ("emergency", "lump in my throat when she gave me the injection and my lips tingle"),
    ("urgent", "lump in my throat when I swallow, for weeks"),
    ("emergency", "my husband is gasping in the lift"),
    ("urgent", "she is wheezing by the boiler"),
    ("urgent", "my feet were numb when I began, that went ages ago, but it is back again"),
    ("urgent", "my feet were numb when I began, it went ages ago. Now it is back."),
    # What one is used to is one thing, what has come since another.
    ("emergency", "tingly toes I'm used to, but since Sunday numb between the legs"),
    ("emergency", "Cramp I am used to, only now crushing chest pain as well"),
    ("emergency", "I wet myself this morning and never felt it, I laughed about it but it scares me"),
    ("emergency", "wet myself laughing and now I can't feel when I need to go"),
    ("urgent", "I had two injections two days running by mistake"),
    ("urgent", "this week I took two doses, I lost count"),
    ("urgent", "it's like walking on cotton wool"),
    ("urgent", "my feet feel like cotton wool, how long will it last?"),
    ("urgent", "I use laughing gas every weekend and my feet are numb"),
    ("urgent", "had laughing gas at the dentist last week and now my feet are numb"),
    ("urgent", "the doctor rang and said low potassium, mine was normal before"),
    ("urgent", "told I have low potassium after my third jab"),
    ("urgent", "My hands shake all day and I can't hold the syringe"),
    ("urgent", "my hands have started shaking, not nerves, they shake at rest too"),
    ("emergency", "My late wife couldn't walk at the end and now I can't stand either"),
    ("urgent", "No more injections, and my feet are numb"),
    ("urgent", "can't take any more numb feet"),
    ("urgent", "Chest pain? no. Dizzy? yes, every time I stand"),
    ("emergency", "I have lost the will to live and it isn't a figure of speech"),
    ("urgent", "the nurse used vitamin K, not B12, by mistake"),
    ("urgent", "why am I so low, I cry all day"),
    ("urgent", "I'm so low I can't get out of bed"),
    ("urgent", "I get muddled with my own grandchildren's names this month"),
    ("urgent", "mum gets muddled and suspicious of everybody since last week"),
    ("urgent", "my toes were tingly when I began, it went, and now it's back"),
    ("urgent", "my brother had numb feet with diabetes and now mine are numb too"),
    ("urgent", "my head is like soup and I can't remember my children's names"),
    ("urgent", "brain like porridge for weeks now and getting worse"),
    ("urgent", "I'm terrible for forgetting lately, even my grandchildren's names"),
    ("urgent", "text me please, I keep forgetting everything"),
    ("urgent", "mum is forgetting a lot, can you remind me of her jab"),
    ("urgent", "remind me when hers is due, dad is forgetting and repeats himself"),
    ("urgent", "she has gone terrible for forgetting"),
    ("urgent", "they have given me the jab and I am confused"),
    ("urgent", "I get confused who they are"),
    ("urgent", "I have had B12 jabs and I keep getting muddled"),
    ("urgent", "Mum and Dad both have B12 jabs and I keep getting muddled since last week"),
    ("urgent", "the tingling in my feet is nearly gone but my hands still tingle more and more"),
    ("urgent", "numbness in my toes nearly gone, still numb in my fingers"),
    ("urgent", "How has the tingling been since I started? It has spread to my knees"),
    ("urgent", "BP 190/120 today"),
    ("urgent", "my blood pressure is 205 over 100"),
    ("urgent", "bp 150/125 this morning"),
]
# Told in words that were passed over.
FOUND = [
    ("emergency", "A6", "tingly feet are old news, but since Friday my undercarriage has gone dead"),
    ("emergency", "A6", "the part that would sit on a bike saddle. Completely dead since last night"),
    ("emergency", "A6", "Numb toes I've got used to. Now it is the patch that touches the bike seat. Totally dead."),
    ("emergency", "A6", "everything that touches the saddle when I ride, no feeling at all"),
    ("urgent", "B2", "it's as if I had socks on in bare feet, and it has been getting more marked since October"),
    ("urgent", "B2", "feels like I'm wearing stockings when I'm not, much more pronounced these weeks"),
    ("urgent", "B11", "The syringe took 5 ml and I gave myself all five, it should have been one ml"),
    ("urgent", "B11", "I pushed in all 3 ml, I was only supposed to do 1"),
    ("urgent", "B11", "gave the whole 2 ml when I was meant to give 1 ml, feel fine"),
    ("urgent", "B3", "is it normal to have missed heartbeats? second week of jabs, on and off"),
    ("urgent", "B3", "are skipped beats usual at the start? I've had them all day"),
    ("urgent", "B3", "is it alright to get palpitations, I'm on my first week of injections"),
]
# What is known of the injection itself.
RED_WATER = [
    "there's a pinkish colour to my wee today, I'd my jab yesterday",
    "reddish tint in my urine, had the b12 this morning",
    "a tinge of red in the toilet water after a wee, I'd the injection yesterday",
    "my wee was pinkish first thing, i had the needle last night",
]
RED_WATER_THOUGH = [
    "pinkish tinge to my wee and it burns, I'd the injection yesterday",
    "reddish tint in my urine and a temperature, jab was yesterday",
    "there are clots in my pinkish wee, I'd my jab yesterday",
]
# A clinician has looked at it.
JUDGED = [
    "I've tingling in my toes that the specialist has seen and says is old damage. When am I due?",
    "my pins and needles have already been checked by the neurologist, he isn't worried. Next jab?",
]
NOT_JUDGED = [
    "the neurologist has already seen my numb feet, but they are worse this week",
    "numb toes that the GP has already looked at, now my fingers are numb too",
    "no doctor has looked at my pins and needles",
]


@pytest.mark.parametrize("text", CALM)
def test_daily_talk_is_no_alarm(detector: Detector, text: str) -> None:
    """Nobody has the sign that the words are made of."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(("least", "text"), THERE)
def test_the_same_words_of_one_who_has_it(detector: Detector, least: str, text: str) -> None:
    """What makes words harmless takes nothing from a sign that is there."""
    assert RANK.index(detector.triage(text).level) >= RANK.index(least)


@pytest.mark.parametrize(("level", "sign", "text"), FOUND)
def test_told_in_other_words(detector: Detector, level: str, sign: str, text: str) -> None:
    """A sign in words of every day comes out at its level."""
    found = detector.triage(text)
    assert (found.level, sign in {one.id for one in found.signs if one.status == "present"}) == (level, True)


@pytest.mark.parametrize("text", RED_WATER)
def test_red_water_after_the_injection_is_expected(detector: Detector, text: str) -> None:
    """Hydroxocobalamin colours the urine for a day or two."""
    found = detector.triage(text)
    assert (found.expected, found.level in ("none", "routine")) == (True, True)


@pytest.mark.parametrize("text", RED_WATER_THOUGH)
def test_red_water_that_hurts_is_not_expected(detector: Detector, text: str) -> None:
    """With pain, fever or clots the injection does not explain it."""
    assert not detector.triage(text).expected


@pytest.mark.parametrize("text", JUDGED)
def test_what_a_clinician_has_judged_is_no_alarm(detector: Detector, text: str) -> None:
    """Tingling that was looked at and called old is not new."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", NOT_JUDGED)
def test_what_nobody_has_judged_is_urgent(detector: Detector, text: str) -> None:
    """It is where nobody looked, or where it has changed since."""
    assert detector.triage(text).level == "urgent"
