"""Signs told plainly, in a foreign turn of phrase or in passing; and what is read, joked of, over or long known."""

from __future__ import annotations

import pytest

from b12guide.safety._rules import load_rules
from b12guide.shared import CONTENT, triage
from b12guide.understanding.verdict import LEVELS

FOLDER = CONTENT / "safety"


def _as_high_as(text: str, level: str) -> bool:
    return LEVELS.index(triage(text).level) >= LEVELS.index(level)


@pytest.mark.parametrize(
    "text",
    [
        "Had my jab ten minutes ago. I've a horrible sense that something terrible is coming and my palms itch",
        "nurse did my b12, and since then a strong sense something awful is about to happen, itchy all over",
        "When I was in the shower I noticed everything there has gone numb, front and back",
        "Drying myself I found that the skin down there is dead, back and front",
        "between my legs it is like cardboard since Monday",
        "the saddle I do not feel any more, and off the bike it is no different, between the legs like rubber",
        "slipped on the ice, went down skull first, was knocked out for a minute, bump like an egg",
        "came off the ladder head first and was out for half a minute",
        "she had her jab at two, now she is covered in weals, keeps being sick and her gullet feels tight",
        "He said his heart was going like the clappers, then he dropped. His eyes are open again, he looks like putty",
        "my brother's heart was racing and he just dropped. Eyes open now but he is a terrible colour",
        "Which milk is best? My six-month-old is like a rag doll this evening and will not take her bottle",
        "my nine month old has gone like a rag doll since teatime and won't take any milk",
        "I have not managed to pass a drop since last night and I feel full",
        "not been able to pass one drop of water since yesterday evening, bit of a bother",
        "I cannot pass a drop",
        "everything doubled out of the blue this morning, two cups, two spoons, it has not stopped",
        "all of a sudden everything has doubled, two of the cat, two of the kettle",
        "a good drop of blood down the lavatory this morning, twice more since, and I feel faint",
        "it turned the whole bowl crimson and I feel a bit faint",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "day four of my loading shots and I keep getting charley horses",
        "my thigh is red and hot and swollen",
        "his left shin feels warm and looks red",
        "he gets charlie horses every night since he started the jabs",
        "the dog knocked over the sharps box and I stepped on a needle in my socks",
        "sharps bin fell off the shelf, my son stood on one of the needles",
        "wasn't thinking and drew up both ampoules, so it was 2ml rather than 1",
        "stupidly drew both vials up and injected the lot",
        "I had 2 ml rather than 1 ml this morning, feel fine",
        "When is my sister's next one if she took two ampoules together this morning by mistake?",
        "when is mine due if I did two this morning by accident and not one",
        "my junior gave one resident's injection to another at breakfast, both are fine",
        "new carer gave one patient's ampoule to another this morning. which form do I fill in?",
        "Does laughing gas go on the form? My housemate's toes went numb after a festival",
        "do I have to mention nos to the nurse? my fingers have been numb since the party",
        "her fingertips went numb about a month ago and her handwriting has been getting worse ever since",
        "My father's fingers grew numb about three weeks ago and his writing has been deteriorating since",
        "potassium came back 3.2 and they say it's on the low side, started b12 ten days ago",
        "blood test: potassium 3.0, said to be low, I feel fine",
        "what I pass has been dark red since yesterday, a little each time, no pain",
        "what she is passing looks dark red, since this morning",
        "the loo had blood in it twice today",
    ],
)
def test_is_urgent_at_least(text: str) -> None:
    """Each needs advice today."""
    assert _as_high_as(text, "urgent")


@pytest.mark.parametrize(
    "text",
    [
        "How common is a serious allergic reaction to these jabs?",
        "how likely are allergic reactions to the injections, more or less?",
        "I had swollen ankles in the summer and the water tablets cleared it by July. Can I have b12 with them?",
        "My mate collapsed playing rugby in 1991, the medics brought him back. Can b12 affect blood pressure?",
        "My nephew did a class project about pilots passing out in jets. Do vitamins help?",
        "Someone has pinched our sharps bin from the hall. How do I get another?",
        "who would steal a sharps box! they've nicked my sharps bin",
        "Mum says the cost of the taxi gave her palpitations. She is only joking. Is there a bus?",
        "the parking charge gave me palpitations, ha",
        "please stop showing me the section on anaphylaxis, I only want the tablets part",
        "does it go in the muscle or fat?",
        "one broke, so I'm down to five. When do I need new ones?",
        "we are down to 3 ampoules, is that enough until March?",
        "gran had a bad chest so they moved hers to Friday",
        "She said my skin looked young, which was flattering. Does b12 do that?",
        "He had always been a bit forgetful, my late grandfather, and lived to ninety. Is there b12 in sardines?",
    ],
)
def test_needs_no_card(text: str) -> None:
    """No rule raises a card for it."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        # What only has the words of a sign.
        ("I have a sense that something good is coming, I had my jab today", "routine"),
        ("when I was washing my hand I noticed the skin there has gone numb, front and back", "urgent"),
        ("the table between my chair and the sofa is like wood", "none"),
        ("he fell skull first in the game and the reds were knocked out of the cup", "urgent"),
        ("the price of b12 dropped", "none"),
        ("her heart rate was racing and then it dropped to 70", "urgent"),
        ("my daughter's rag doll is eight months old", "none"),
        ("I was washing the car and there was a dead bird, front and back window a mess", "none"),
        ("I have not had a drop of water since nine last night, it is for the operation", "none"),
        ("everything doubled in price this morning", "none"),
        ("the cost of everything has doubled, two coffees, two cakes, ten pounds", "none"),
        ("crimson lavatory, crimson bath, very 1975", "none"),
        ("do I draw up both vials or one?", "none"),
        ("the vial holds 2ml rather than 1, is that right?", "none"),
        ("what if he took two by mistake?", "none"),
        ("she gave one resident's cake to another", "none"),
        ("does laughing gas use up b12? my housemate went to a festival", "none"),
        ("the doctor's handwriting is getting worse every year", "none"),
        ("is a potassium of 4.2 low?", "none"),
        ("what I pass on the way is a dark red house", "none"),
        ("had my b12 yesterday, what I pass is a bit pink", "routine"),
    ],
)
def test_only_has_its_words(text: str, level: str) -> None:
    """The words of a sign, said of something else, raise nothing above what stands beside them."""
    assert LEVELS.index(triage(text).level) <= LEVELS.index(level)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("How common is it that my throat swells after these injections?", "emergency"),
        ("how rare is an allergic reaction to these jabs? I came out in hives after mine", "urgent"),
        ("How likely is an allergic reaction to this? my lips are swelling", "emergency"),
        ("the swollen ankles I had in the summer are back", "urgent"),
        ("the chest pain I had in the summer hasn't gone", "emergency"),
        ("this chest pain I had in the winter, I have it now", "emergency"),
        ("the trouble breathing I had over the spring never went away", "emergency"),
        ("swollen ankles, the water tablets sorted it in August and now they are swollen again", "urgent"),
        ("My mate collapsed at football this morning, the medics brought him back", "emergency"),
        ("my uncle collapsed at football in 1986 and again today", "emergency"),
        ("scared of needles. Is there a tablet strong enough to finish me off", "emergency"),
        ("I hate needles and I hate my life. Is there a tablet strong enough to do the job?", "emergency"),
        ("Terrified of needles, so tablets. Are they strong enough to do the job so I do not wake up?", "emergency"),
        ("Is there a tablet strong enough to do the job?", "emergency"),
        ("numb patch on his shin since a motorbike crash yesterday", "emergency"),
        ("the same numb patch since the crash in '82, and now the whole leg is numb and spreading", "urgent"),
        ("My missus says I'm suddenly deaf in one ear", "urgent"),
        ("my wife reckons I've gone deaf since this morning", "urgent"),
        ("my niece did a project about astronauts and passed out in class", "urgent"),
        ("nicked my thumb on the sharps bin, on a used needle", "urgent"),
        ("someone nicked our sharps bin and I trod on a needle they left", "urgent"),
        ("floaters for decades, harmless the optician said, and since Friday lots of new ones with flashes", "urgent"),
        ("floaters for years, no change, but a curtain is coming down over one eye", "emergency"),
        ("the parking charge made me laugh, then I got palpitations and they have not stopped", "urgent"),
        ("stop reading me the bit about anaphylaxis, my throat is closing", "emergency"),
        ("the bit about anaphylaxis fits, I think I have it", "emergency"),
        ("slipped disc in '04, and the numb foot came back this week", "urgent"),
        ("my arm muscle is fat and swollen after the jab", "urgent"),
        ("my heart has been fluttering all day", "urgent"),
        ("the leaflet goes on about wheezing and I am wheezing since the jab", "emergency"),
        ("my late uncle was always forgetful, and now I am forgetful too since last month", "urgent"),
        ("class is over, I am covered in hives since the jab", "urgent"),
        ("How rare is an allergic reaction to these injections, really? mine swelled my eyes shut", "emergency"),
        ("skip the part about anaphylaxis, I am having it", "emergency"),
        ("stop, I read the page about anaphylaxis and my face is swelling", "emergency"),
        ("Had floaters for years, same as ever, and I can't see out of one eye", "emergency"),
        ("floaters for 2 years, always harmless they said, but it has got worse", "urgent"),
        ("kids nicked our sharps box, my son has pricked his finger", "urgent"),
        ("homework about volcanoes, fainting since this morning", "urgent"),
        ("homework about fainting, and he collapsed", "emergency"),
        ("it went into fat or muscle and my thigh is red and hot and swollen", "urgent"),
        ("I hate injections. There's no point any more. Is there a tablet strong enough to do the job?", "emergency"),
        ("terrified of needles and of tomorrow. is there a pill strong enough to do the job", "emergency"),
        ("He hates needles. He gave away his dog. Is there a tablet strong enough to do the job?", "emergency"),
        ("my pal collapsed at football yesterday, they brought him back", "emergency"),
        ("he passed out on Sunday, he has a pacemaker", "urgent"),
        ("I had a slipped disc in '98, and my foot is numb", "urgent"),
        ("slipped disc in '03, and I cannot feel my bottom", "emergency"),
        ("chest pain, which I had in the winter, and again today", "emergency"),
        ("my arm came back to full strength and my leg is weak now", "urgent"),
        ("left arm and face went numb this morning, came back to full feeling", "emergency"),
        ("the leaflet goes on about wheezing and that is me", "urgent"),
        ("the leaflet goes on about hives, never had any until now", "urgent"),
        ("swollen ankles since Monday, the tablets sorted it last time", "urgent"),
        ("she had always been forgetful, my late mother, and I forget my own address", "urgent"),
        ("the bill gave him palpitations and he fainted", "emergency"),
        ("bad chest pain, so they moved it", "emergency"),
        ("the bill gave me palpitations and they won't stop", "urgent"),
        ("the cost gave me palpitations after starting my loading doses", "urgent"),
        ("the price gave me palpitations, they come back each day", "urgent"),
        ("I fainted last month, I have a stent", "urgent"),
        ("I'm down to nothing, no reason to go on", "emergency"),
        ("suicidal since the crash in 2020", "emergency"),
        ("thoughts of ending it since the crash in 98", "emergency"),
        ("can't feel my legs since the crash in 2026", "emergency"),
        ("crushing chest pain since the smash in 2026", "emergency"),
        ("numb legs and can't pee since the crash in 98", "emergency"),
        ("the chest pain I had in the summer comes on every time I climb the stairs", "emergency"),
        ("the panic and wanting to kill myself I had in the winter", "emergency"),
        ("blood in my poo I had in the autumn comes and goes", "urgent"),
        ("couldn't breathe after the jab, steroids sorted it within the hour", "emergency"),
        ("couldn't feel between my legs, it came back to normal feeling after an hour", "emergency"),
        ("vomiting blood, tablets sorted it by morning", "emergency"),
        ("wheezing after the injection, treatment sorted it within minutes", "emergency"),
        ("I'm terrified of needles. My pills are enough to do the job tonight", "emergency"),
        ("skip the part about anaphylaxis I'm going into anaphylactic shock", "emergency"),
        ("my baby is like a rag doll, is 6 weeks old", "emergency"),
        ("leaflet goes on about swelling of the face and I've got it, never had it", "urgent"),
        ("wife says I have gone deaf after the injection", "urgent"),
        ("I put it in the fat or the muscle and my leg is going numb", "urgent"),
        ("floaters for years unchanged, cobwebs all over it", "urgent"),
    ],
)
def test_stays_a_sign(text: str, level: str) -> None:
    """Like words beside a sign lower nothing."""
    assert _as_high_as(text, level)


@pytest.mark.parametrize("word", ["flattering", "flattered", "flatter"])
def test_a_real_word_is_no_slip(word: str) -> None:
    """A word that is one is read as itself."""
    assert not load_rules(FOLDER).vocabulary.corrects(word)
