"""What comes at once, climbs by days or is told by a size is a sign; a forum or a bill is none."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

AT_ONCE = {
    "A9": [
        "Out of nowhere my hubby can't say which year we're in and asked me whose kitchen this is",
        "my missus all of a sudden has no idea what day it is or that this is our flat",
        "Grandpa was sharp as a tack at breakfast and now he can't find the bathroom in his own bungalow",
        "My fella came in from the yard and suddenly didn't know our address or the month",
        "her indoors was fine at lunch, now she thinks we are still living in Leeds, we left there 30 years ago",
        "dad got up from the sofa and doesn't know whose living room it is, an hour ago he was doing the crossword",
        "flatmate can't tell me his birthday or where we live, came on in the last hour",
        "wife suddenly clueless about the month, the season, our own front door",
        "my brother was chatting normally and then he had no idea where he was or what year",
    ],
    "A13": [
        "nothing at all and then in three seconds the most awful pain in my skull I have ever known",
        "my head went from perfectly ok to agony in the time it takes to snap your fingers",
        "pain in my head from nought to the top of the scale in an instant while I was hanging washing",
        "It was like a switch: one second fine, next second my head was at ten out of ten",
        "he was doing the dishes, grabbed the back of his head and screamed, 10/10 within seconds",
        "fine one moment, next moment my head 10 of 10, light hurts",
        "the wife's head pain hit its peak within seconds, she has never known the like",
        "back of my head went off like a grenade out of nowhere",
        "my head suddenly went from no pain to unbearable, took no time at all",
    ],
    "A11": [
        "Took the pistol from the drawer and put rounds in it. You can cancel Thursday",
        "I have the rifle loaded by me. tell the nurse I shan't be coming",
        "the shotgun is on my lap and cartridges are in. thanks for everything",
        "I've got the blade out, won't be needing any more jabs after tonight",
        "rope is up in the barn. cancel my b12, it won't matter",
        "got the pills lined up on the table, you won't see me at the clinic again",
        "noose is tied. strike me off your list please",
        "dug out dad's old service pistol, loaded it. so that's my appointments done",
        "i took the handgun out of the safe tonight. sorry everyone",
    ],
    "A7": [
        "legs were fine when I got up and now I can't stand without the table",
        "by tea time I couldn't stand without the banister, at noon I was walking about",
        "Monday it was my toes, Wednesday my knees, today my thighs have gone numb",
        "pins and needles began in my feet on Friday, got to my shins on Saturday and now it's at my hips",
        "the weakness started at the ankles three days ago, it's at my thighs now and I need the banister",
        "every day the numb bit is higher: feet, calves, knees, now above the knee",
        "numb toes at the weekend. numb knees yesterday. numb to the belly button today",
        "dead feet last weekend, dead calves by midweek, dead thighs now",
        "the weakness is working its way up, ankles on Sunday, hips today",
        "hubby's numbness marches upward a bit each day, toes then calves then thighs",
        "it's got as far as my waist, three days ago it was only my feet, no feeling",
    ],
    "A14": [
        "cut my hand on a tin, have pressed for half an hour and it keeps pouring",
        "the needle place won't stop bleeding, I've leaned on it for forty minutes and it soaks every pad",
        "blood keeps coming through the towel no matter how hard I press",
        "on warfarin, gashed my shin, pressure does nothing, it just runs",
        "bright red blood out of my back passage again and again this morning and I almost blacked out on the toilet",
        "three dressings soaked through and the leg still pours",
        "fresh blood in the pan over and over today and I feel like I might keel over",
        "nothing stops this bleeding, been squeezing for ages",
        "gum won't stop bleeding since the extraction this morning, mouth keeps filling with blood",
    ],
    "A12": [
        "my heart gallops and then stops and I'm gasping and my head swims",
        "ticker's going like a racehorse then nothing for a beat, panting, everything swimming",
        "heart bolting then pausing, fighting for air and my head's floaty",
        "pulse all over the shop, can't get my wind and feel I'm going under",
        "his heart is galloping, he's gasping and says the room is swimming",
        "heart races flat out, stops, races again, I'm short of breath and swimmy",
        "the old ticker is galloping and missing, I'm gasping like a fish and woozy",
        "heart charging like a train, can't fill my lungs, head is going round",
        "wife's heart keeps stopping and starting, she's panting and light in the head",
    ],
    "A1": [
        "dropped to the floor when the nurse took the needle out, twenty minutes on and he's still grey and vague",
        "five mins after the needle: whistling chest, scratching himself raw, white as milk",
        "wheezy and itchy and gone pale ten minutes after my b12",
        "just been jabbed and I'm whistling when I breathe and clawing at my skin",
        "passed out when I had my b12, awake now but still foggy and grey",
        "wife slumped in the chair after the needle, still limp and not answering properly",
        "minutes after the shot I'm itching like mad, chalk white and my breath whistles",
        "b12 ten mins ago: scratching, ashen, tight noisy breathing",
    ],
    "A5": [
        "she went down straight after the jab and she's still not with it",
        "dropped to the floor when the nurse took the needle out, twenty minutes on and he's still grey and vague",
        "collapsed after the injection, come round but still not himself",
        "keeled over after my shot and I'm still not right, clammy and shaky",
        "passed out when I had my b12, awake now but still foggy and grey",
        "hit the deck after her booster and an hour later she is still not all there",
        "wife slumped in the chair after the needle, still limp and not answering properly",
        "went down like a sack of spuds after the jab and still isn't right",
    ],
}
BY_STEPS_AND_SIZES = {
    "B5": [
        "the place she jabbed is angry red and as big as a beer mat, was a coin yesterday",
        "skin round the jab is scarlet and wider than my palm now",
        "round the needle mark it's flaming red and larger than a tea plate",
        "red ring where they injected has doubled since Monday",
        "thigh is crimson where the needle went, size of an orange, hot to touch",
        "a beetroot-coloured patch at the jab, wider than a jar lid by now",
        "the red area round my injection used to be a 5p, now a cd",
        "blazing red around the needle spot and spreading out",
        "jab site red as fire, bigger each time I look",
    ],
    "B4": [
        "can't get my wind on the stairs and the wife says I'm peely wally",
        "I've gone a dreadful colour, white as lard, and I have to stop on every landing",
        "no puff walking to the bus and my face has no colour in it",
        "my mate says I look like a corpse, I'm blowing like a whale after one flight",
        "pasty and puffed out just making the bed, wasn't like it last month",
        "my daughter says I'm the colour of putty and I puff going up the path",
        "I can't walk the dog without losing my wind, face like chalk",
        "getting my breath back takes ages after hoovering and I look washed out and white",
        "fair peching on the brae and pale wi it",
    ],
    "B2": [
        "it has been weeks of feeling the deck move under me, I sway like I'm aboard",
        "for three weeks the floor tilts like a ferry and I hang on to the furniture",
        "walking as if on a rolling ship since the start of the month",
        "I rock from side to side like on a boat whenever I stand, going on a fortnight",
        "feels like I just got off a ship, for a month now, wobbling down the corridor",
        "the foot I brake with has started tingling",
        "my knitting fingers feel fizzy, only this week",
        "new numbness in my throwing arm",
        "my drumming hand has pins and needles since Sunday",
    ],
    "B11": [
        "the nurse gave me the needle meant for the man in the next bed",
        "I got another patient's injection by mistake",
        "carer here: I injected Mr Jones with Mrs Patel's b12",
        "we've given the wrong resident the b12 at our home",
        "the jab that was for my sister went into me instead",
        "at our care home the b12 went to the wrong room and the wrong lady got it",
        "they gave me an injection with another person's name on the label",
        "I injected my husband with my own ampoule by mistake",
        "wrong patient: I gave Mary's b12 to Maureen",
    ],
}
TOLD_OF_OTHERS = [
    "Leaflet says anaphylaxis can close your throat. Is that common?",
    "saw a film last night where the chap gets jabbed and his throat closes up, daft really",
    "newspaper had a story about a nurse whose patient collapsed after a vaccine",
    "doing my first aid ticket, we covered seizures and collapse, nothing wrong with me",
    "podcast about a woman who woke up confused and couldn't walk, turned out to be b12",
    "on the forum somebody wrote that she vomited blood after her shot",
    "What if I collapse in the car park after the jab, should someone drive me?",
    "just planning ahead: what would I do if his throat closed?",
    "a chap on my b12 facebook group ended up unable to walk, poor man",
    "exam on Tuesday: patient with sudden confusion, what comes first?",
    "my tutor asked what we do if a resident has a fit",
    "radio doctor talked about vomiting blood this morning",
    "at the care home we had training on sudden confusion in the elderly",
    "in the telly drama the wife can't breathe after a bee sting. is that how b12 allergy looks?",
    "someone in the group said their tongue swelled up. I've never had trouble",
    "my neighbour's cousin had a seizure abroad years back, can b12 cause that",
    "Magazine article on a lad who went into anaphylaxis, gave me a fright",
    "we watched a training video about choking and collapse at work",
    "the book says patients may get confused suddenly. just reading up",
    "suppose he couldn't walk one day, would that be the b12?",
    "question 4 in my nursing quiz: the patient is vomiting blood",
    "on youtube a man shows how his throat swelled after a jab",
    "a woman on reddit couldn't walk before they found it",
    "planning a trip, what would we do if she had a seizure over there",
    "heard on the radio a man collapsed at his surgery after a jab",
    "blog about somebody whose mum got confused overnight",
    "my friend's sister's throat closed after penicillin once, could b12 do that",
    "our WI had a talk on strokes and slurred speech",
    "in a novel I'm reading the heroine can't breathe and dies",
]
FIGURES_AND_LONG_OVER = [
    "snowed under at work and gasping for a break",
    "drowning in revision, can't make tuesday",
    "what he said was a knife through my heart, anyway when's my jab",
    "my wife wants to kill me for forgetting the jab again",
    "that lane is a killer, a real heart attack of a climb, but the nurse is nice",
    "palpitations every time I open my bank statement",
    "don't praise me, my head will swell",
    "stage blood on my blouse from the play, vomiting it up in act two",
    "my arm is killing me from the jab but I can move it fine",
    "swamped in essays and gasping for half term",
    "that comment went through my heart like a dagger",
    "a hill that makes your heart stop, then the clinic",
    "he's got such a swollen head since the promotion",
    "god that needle was killing me, fine an hour later",
    "I had a mini stroke in 1998, does that matter for the injections",
    "the questionnaire asked about self harm, I ticked no",
    "having laughing gas at the dentist next month, will it affect my b12",
    "it stung when the needle went in but that's gone now",
    "arm dead from the jab, sore to lift, not weak and not numb",
    "bruise the size of a ten pence piece where she jabbed me",
    "by week ten I'm running on empty, can I have it more often",
    "flat battery every time by week eleven of twelve, can the gap be shorter",
    "a form wanted to know about self harm and I said no",
    "needle stung a bit, gone in a minute",
    "coin sized bruise from the jab",
]
SAME_WORDS_CALM = [
    "cleaned my shotgun for the clay shoot, so I won't need the Saturday appointment",
    "my brother is a keen hunter and has a gun cupboard, can he take me to my jab",
    "a tiny bead of blood where the needle was, pressed a minute and it stopped",
    "the spot bled a drop and stopped when I pressed",
    "small pink mark where I was jabbed yesterday, nearly gone",
    "I'm naturally pale and I run marathons, is b12 good for stamina",
    "the boat was swaying but I had a lovely time, when is my next jab",
    "can my wife have somebody else with her at the injection",
    "somebody else's name was called before me, mine came next",
    "my writing hand has been tingly since 2009, just the same",
    "hubby has no idea which month my next one is due",
    "my partner asked me where we are with the appointments",
    "head down and sprinted from zero to max on the bike today",
    "price went from nothing to the top of the scale",
    "the speed gun got me, cancel my morning appointment",
    "loaded the washing machine and won't need the jab till Monday",
    "measured my feet yesterday and my hips today for a dress",
    "knees Monday, shoulders Wednesday, core Friday at the gym",
    "dropped the box on the floor after my injection, vials all fine",
    "white coat made me nervous, had the jab ten minutes ago and I'm fine",
    "held the line for an hour and the music keeps coming",
    "two towels soaked after swimming",
    "racehorse called B12 Gallops came in first",
    "I climbed a ladder today, not puffed at all, colour in my cheeks",
    "like a sailor I have a tattoo, jab in that arm?",
    "palm trees swaying, on holiday for two weeks, when is my jab",
    "I rang the wrong person at the surgery",
    "am I allowed to have somebody else inject me with my b12",
    "is the injection meant for people with diabetes too",
    "new needles for the sewing machine, and are mine the right gauge",
    "drowned in admin, gasping for a weekend away",
]
EMERGENCY_ALL_THE_SAME = [
    "watched a film about anaphylaxis and now my own throat is closing",
    "the leaflet says call if your tongue swells and mine is swelling",
    "podcast said vomiting blood is serious. I vomited blood an hour ago",
    "i listened to a podcast on seizures when my boy started fitting",
    "watching casualty and my husband has gone stiff and is jerking all over",
    "after the talk on strokes my mum's speech went slurred",
    "drowning in work and I can't breathe, my chest is tight",
    "he wants to kill himself",
    "my head and face are swollen after the jab and I can't breathe",
    "my chest is killing me and my left arm aches",
    "swamped at work and my heart hurts, can't get air",
    "heart palpitations and I collapsed on the hill",
    "the form asked about self-harm, I ticked no but I cut myself every night",
    "small stroke in 1997 and today my speech is slurred",
    "I'm drowning in my own fluid when I lie down",
    "heard on the radio about strokes, and my own face is drooping",
    "a woman on the bus collapsed and isn't breathing",
    "we covered choking in class and now my son is choking",
    "I want to kill myself because I'm always late",
    "I read the article about a man who collapsed and now I have collapsed twice",
    "a girl on reddit says she will kill herself tonight",
    "in the group chat my brother said he wants to die",
    "dressed in stage blood but I'm really coughing up loads of real blood",
]
URGENT_ALL_THE_SAME = [
    "bruise the size of a dinner plate and I'm on warfarin, it keeps growing",
    "arm dead since the jab, weak and numb",
    "coin sized bruise that is hot, throbbing and spreading",
    "laughing gas at the dentist next month and both my feet have gone numb this week",
    "running on empty by week ten, and my feet are newly numb",
    "been swaying ever since the ferry, three weeks now",
]


@pytest.mark.parametrize(("row", "text"), [(row, text) for row, texts in AT_ONCE.items() for text in texts])
def test_what_comes_at_once_is_an_emergency(detector: Detector, row: str, text: str) -> None:
    """By its row, whatever else is there."""
    triage = detector.triage(text)
    assert (triage.level, row in {sign.id for sign in triage.signs if sign.status == "present"}) == ("emergency", True)


@pytest.mark.parametrize(("row", "text"), [(row, text) for row, texts in BY_STEPS_AND_SIZES.items() for text in texts])
def test_what_is_told_by_steps_and_sizes_is_urgent(detector: Detector, row: str, text: str) -> None:
    """By its row, and no more than urgent."""
    triage = detector.triage(text)
    assert (triage.level, row in {sign.id for sign in triage.signs if sign.status == "present"}) == ("urgent", True)


@pytest.mark.parametrize("text", [*TOLD_OF_OTHERS, *FIGURES_AND_LONG_OVER, *SAME_WORDS_CALM])
def test_what_is_told_of_others_or_not_meant_is_none(detector: Detector, text: str) -> None:
    """The same words, and nobody ill now."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", EMERGENCY_ALL_THE_SAME)
def test_a_real_sign_beside_it_stays_an_emergency(detector: Detector, text: str) -> None:
    """A film, a bill or an old story lowers only what it speaks of."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", URGENT_ALL_THE_SAME)
def test_a_real_sign_beside_it_stays_urgent(detector: Detector, text: str) -> None:
    """So is what needs advice today."""
    assert detector.triage(text).level == "urgent"
