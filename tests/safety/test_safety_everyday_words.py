"""Signs in the words of people who do not name them, and the everyday sayings that borrow the same words."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

EMERGENCIES = [
    # A wish to die that is not named.
    "i've been putting my tablets aside for a while now",
    "my brother has grandad's revolver on his lap",
    "there's not much reason to carry on since she went",
    "to go to sleep and not wake up would be a blessing",
    "my dad is hoarding his morphine patches and says it's his exit plan",
    "patient told me he is keeping his tablets for later, when he can't face it",
    "what amount of insulin is deadly",
    "how big an air bubble kills you. i'm done",
    "all the pills are gone. i'm sorry everyone",
    "my affairs are all in order and the dog has a new home, I shan't need the next injection",
    "I gave my cat away today and posted my keys to my sister. thank you for everything",
    "no more injections for me, no more anything",
    "I'm on the wrong side of the railing",
    "looking up train times and not to catch one",
    "cba living anymore",
    "slashed my thighs up again. bad this time",
    # A reaction, vomited blood and breath, described.
    "is it usual to be white as a sheet and lightheaded with a fat lip",
    "brought up brown bits like soil",
    "what i threw up looked like mud with bits in",
    "it's like getting air through a straw",
    "can only get tiny sips of air",
    # The saddle and what nobody likes to name.
    "my balls have gone numb and dick too",
    "lady bits have gone dead",
    "dad soiled his trousers and didn't notice, his legs have been bad this week",
    "I have to look down to know if I'm peeing, I don't feel it",
    # Legs, and numbness that climbs within a day.
    "my legs have stopped doing what I tell them",
    "legs are on strike since this morning, I crawl",
    "yesterday my ankles were numb, today it's at my ribs",
    "toes monday, shins tuesday, now thursday my hips",
    "pressure on my chest since I came in from the garden and I've gone clammy",
    "a headache, nothing to blinding before I could sit down",
    "tingling in feet on waking, waist by evening",
    "whippets for months, I walk like bambi and fell twice",
    "I use nitrous most nights and now I'm walking like a drunk and falling over",
    # A headache in one moment, a heavy bleed, a heart and a faint, a tight chest.
    "pain in head very very bad, came at once like hit",
    "going through a pad every quarter of an hour",
    "passing clots as big as plums and lightheaded",
    "my heart jumps about and the room goes dark",
    "ticker out of rhythm and I come over faint",
    "tight band on my chest, not easing",
    # Sight, head, mind and means, told in passing.
    "my sight has just left me in one eye",
    "my head went bang while I was in the shower",
    "this headache arrived within a second, I have thrown up",
    "I was parked by the bridge for an hour last night thinking about it",
    "stood at the end of the platform letting the trains go past",
    "cancel my jab, I won't be around by then, it's all sorted for tonight",
    "she couldn't tell me her own name this afternoon",
    "the burn on his hand is white and leathery and he feels nothing",
    "it's like a leather strap round my chest",
    "my funeral is paid and I'm ready to go",
    "won't be here tomorrow, goodbye",
    "I've gone grey and clammy after the jab",
    "my throat is swelling up, I was told to ring 999 if it does",
]
URGENT = [
    "I keep getting in a muddle at the shops",
    "I can't remember anything these days",
    "they had to give me steroids after my first hydroxo. having another tomorrow, ok?",
    "years ago a B12 injection made my lips swell. Surgery wants to restart it",
    "we both used one syringe as we only had one",
    "found a needle on the beach and it stabbed my foot",
    "nurse mixed me up with another Mrs Khan and jabbed me",
    "took mum's heart tablets by mistake instead of mine",
    "lost my way in my own town twice this month",
    "nan sees little children in her room",
    "I hear a radio when there isn't one",
    "belt has gone in three notches and I eat the same",
    "full after a few mouthfuls for a month",
    "fuzzy feet from whippets, walking fine",
    "need four pillows at night now or I'm breathless",
    "words came out scrambled for an hour in march, never got it checked",
    "more muddled over the last fortnight, my wife",
    "my child got hold of the b12 and drank some",
    # Reactions, nerves, breath, mix-ups, told in passing.
    "I come up in lumps the evening after each one",
    "stinging in my soles, far worse than in spring",
    "I am more out of breath than two weeks ago",
    "she sleeps propped on 4 pillows lately",
    "an egg sized lump where I inject, it feels hot",
    "mum is convinced the neighbours are spying on her, started a week ago",
    "I have not left the house for nine days, so low",
    "gave myself my injection at breakfast and again at lunch by mistake",
    "I have been giving mum the weekly one every day",
    "gave myself a dose and a half by mistake",
    "the nurse gave me my wife's",
    "meat has to be washed down with water or it sits behind my breastbone",
    "the print swims when I read, since last week",
    "used my husband's needle",
    "I have lost 3 kilos, not on purpose",
    "her feet are a good bit number than a month ago",
    "my toes are getting number, both the same",
    "my feet tingle and it is not going away",
    "the doctor drew round the red bit and it's gone past the line",
    "gave my wife my ampoule instead of hers",
    "they all tell me I look a bit yellow",
    "my fingers which were only tingly have gone numb",
    "his face is a lemon colour, they said come back in 3 weeks for the blood test",
]
HARMLESS = [
    "I'm in a right muddle over my jabs",
    "the dates are all in a muddle",
    "no sorry can't remember",
    "er i can't recall",
    "I can't remember the date sorry",
    "my heart stops when I see the bill for private b12",
    "oat milk prices give me heart palpitations lol",
    "saw someone go into anaphylaxis on Casualty, does that happen with vitamins",
    "a doc on tv said a lady lost the use of her legs from low b12. mine are fine",
    "talk on laughing gas said it wrecks b12, never used it myself",
    "in covid my oxygen dropped to 80 and I was in ICU, 3 years ago, fully well now",
    "I fainted giving blood in 2005, never since",
    "my husband faints when he sees a needle, can he lie down",
    "can low potassium stop the heart? asking as my sister is a nurse",
    "gonna collapse on the sofa with a cuppa",
    "my legs are like jelly after squats",
    "the nurse confused me, cyano or hydroxo",
    "can't breathe through my nose, it's a cold, can I still have it",
    "hungover, head is splitting, self inflicted",
    "mum always says she'll die without her tea",
    "my daughter is 34 and found out she's low too",
    "still feeding my wee girl myself, can I have my B12",
    "I've saved up enough tablets for my trip",
    "had monday and tuesday and today",
    "does the lemon in my skin cream matter",
    "swimming with the kids, we've gone through two towels",
    "my niece is writing a story in which a man clutches his chest",
    "buried under paperwork for these injections send help",
    "standing on the bridge at the weekend watching the boats, lovely",
    "if by mistake someone takes two injections what happens, I haven't",
    "dropped three kilos on a diet since my sleeve, as planned",
    # Absence, bills, tablets, hair, films and the gym.
    "I won't be here next week, on holiday, can we rebook",
    "I was confused by your last message",
    "can't swallow big tablets, never could",
    "can't swallow the idea of a lifetime of this",
    "my heart stops every time the fares go up",
    "my mate went grey overnight, his hair I mean",
    "I can't breathe for other people's perfume on this bus",
    "the baby vomited red, it was strawberry yoghurt",
    "my father in law drowned his phone",
    "arm is dead sore where she put it",
    "my son faints at horror films",
    "lost 5 kilos on purpose at slimming club",
    "gym gave me legs like jelly, squat day",
    "I parked by the bridge to get to the clinic",
]
LEVELS = ["none", "routine", "urgent", "emergency"]


@pytest.mark.parametrize("text", EMERGENCIES)
def test_an_emergency_is_known_by_what_is_described(detector: Detector, text: str) -> None:
    """Nobody needs the name of a sign to be told to call."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", URGENT)
def test_what_is_for_today_is_known_by_what_is_described(detector: Detector, text: str) -> None:
    """An earlier reaction, a needle, a mix-up, a muddle or thinner clothes: advice today at least."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize("text", HARMLESS)
def test_an_everyday_saying_is_no_alarm(detector: Detector, text: str) -> None:
    """Bills, television, leg day, a hangover and what is long over raise nothing."""
    assert detector.triage(text).level in ("none", "routine")
