"""After an emergency: when the card may stop, and when a paused plan may go on."""

from __future__ import annotations

import pytest

from b12guide.safety import LONG_AGO, NOT_HAD_YET, ON_SCREEN, ONLY_ASKED, Replies


@pytest.mark.parametrize(
    "text",
    ["the ambulance is here", "paramedics are with me now", "i'm on the phone to 911",
     "I'm in hospital", "the doctor said I'm fine", "I rang 111 and they told me to rest",
     "the clinic has just seen me and knows", "the optician examined her an hour ago",
     "hospital kept me in overnight", "they had her in the hospital", "kept him in for two nights and he's home",
     "came home today from hospital",
     "I'm in hospital, on a ward, they did a scan. Will my hands come right?",
     "The nurses are looking after me. How long does it take?",
     "the nurse told me not to worry", "rang 111, they want bloods this afternoon",
     "The 111 nurse says no ambulance, only a blood test today. Can I have the next one?",
     "rang 111 and they said no ambulance needed", "the operator said I do not need an ambulance",
     "paramedics have got me", "ambulance has reached, they are giving her oxygen"],
)  # fmt: skip
def test_help_is_here(replies: Replies, text: str) -> None:
    """Help that has come, or a professional's word, ends the card."""
    assert replies.help_is_here(text)


@pytest.mark.parametrize(
    "text",
    ["ok", "i feel better now", "should I call 999?", "no ambulance has come", "I haven't called 999",
     "rang 999, they said no ambulance for 3 hours", "999 said no ambulance just now, they are busy",
     "111 said no ambulance available", "999 say there is no ambulance free", "rang 111, they want an ambulance for me",
     "I will call 999 if it gets worse", "nobody is answering", "when is my next injection", "",
     "it kept me in bed all night", "the pain kept me in my chair overnight",
     "I was in hospital in 2010. Is this serious?", "I'm in bed. Will it pass?", "is he in hospital? should I go?",
     "they are treating me like a fool. Do I wait?", "they kept me in hospital in 2010 for the same thing",
     "I was admitted to hospital in 2015 with this. Is it the same?", "he is in hospital. Who can drive me?",
     "not home yet, still no hospital bed",
     "the clinic hasn't seen me yet", "no clinic has seen me", "the doctor has not checked me",
     "the surgery never saw me",
     "I have not been seen by a doctor", "the gp hasn't said anything", "when the hospital has seen me I will tell you",
     "the hospital saw me last year", "the clinic examined me 2 months ago", "the optician saw me in march",
     "the specialist saw him not me", "the ambulance have me on hold", "ambulance has me waiting 40 minutes",
     "the paramedics have me worried", "the hospital has me on 8 weeks", "i am a nurse on the ward now",
     "the paramedics have me scared", "crew have me waiting", "poisons line is engaged", "should I ring poisons",
     "ambulance has not reached yet", "ambulance is yet to reach", "the ambulance reached the wrong house"],
)  # fmt: skip
def test_help_is_not_here(replies: Replies, text: str) -> None:
    """Feeling better, a question, a plan to call or silence end nothing."""
    assert not replies.help_is_here(text)


@pytest.mark.parametrize(
    "text",
    [
        "the clinic agreed to go on",
        "my doctor said it's ok to carry on",
        "nurse says I can have the injections",
        "poison control say it is safe to have the next",
        "doctor reckons I can carry on as usual",
    ],
)
def test_clinic_agreed(replies: Replies, text: str) -> None:
    """The clinic's yes lets the plan go on."""
    assert replies.clinic_agreed(text)


@pytest.mark.parametrize(
    "text",
    ["ok", "my gp said to stop the injections", "the nurse has not agreed yet", "can I carry on?", "if they agree"],
)
def test_clinic_did_not_agree(replies: Replies, text: str) -> None:
    """Anything short of the clinic's yes keeps the pause."""
    assert not replies.clinic_agreed(text)


@pytest.mark.parametrize(
    "text",
    ["that was my uncle in 2010", "it was years ago", "it happened in 1999", "this was years ago when i was a kid"],
)
def test_it_was_long_ago(replies: Replies, text: str) -> None:
    """A fact that is corrected: it is not there now."""
    assert replies.was_long_ago(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "im fine now",
        "that was 10 years ago but its back now",
        "it was years ago and today again",
        "it was 5 minutes ago",
        "was that years ago?",
        "it was diagnosed in 2015",
        "the b12? that was prescribed years ago",
        "my first injection, it was in 2019",
        "i was only asking",
    ],
)
def test_it_was_not_long_ago(replies: Replies, text: str) -> None:
    """In doubt it stands: what is there again, what was just now, a question, feeling better."""
    assert not replies.was_long_ago(text)


@pytest.mark.parametrize(
    "text", ["my husband is with me", "i've called 999", "i rang 999 and they are on the way", "help is on its way"]
)
def test_company_and_a_call_are_no_help_yet(replies: Replies, text: str) -> None:
    """Until somebody has taken over or told them otherwise, the card stands."""
    assert not replies.help_is_here(text)


@pytest.mark.parametrize("text", [
        "they are here", "they're here now", "They have arrived.", "ok. they came", "yes they are here",
        "yes theyre with me now", "yes, they are here", "they're with me",
        "yeah, they're with her right now", "theyre here",
    ],
)  # fmt: skip
def test_they_are_here(replies: Replies, text: str) -> None:
    """In an emergency "they" are the help that was called."""
    assert replies.they_are_here(text)


@pytest.mark.parametrize(
    "text",
    ["I call 911. they come now", "they are coming", "they are not here", "are they here?",
     "the ambulance is on the way", "the hives came", "they are here to stay", "they are still here on my arms",
     "when they are here", "they aren't with me", "they're not with me yet",
     "my kids? they're with me now", "they are with me in spirit",
     "yes they're with me, my mum and dad", "are they with me"],
)  # fmt: skip
def test_they_are_not_here_yet(replies: Replies, text: str) -> None:
    """Who is on the way, who has not come, and what is no person ends nothing."""
    assert not replies.they_are_here(text)
    assert not replies.help_is_here(text)


@pytest.mark.parametrize(
    "text",
    ["The crew have got me now", "emts just walked in", "I'm in the ambulance", "medics are working on him",
     "we made it to A&E", "doctor is with her", "a first responder is here", "ambulance turned up",
     "the crew took her in", "back from the hospital, they sorted me out", "home from the ER",
     "The consultant examined me this morning", "spoke to my neurologist and she says it is nothing new",
     "paramedics gave me the pen", "the surgeon checked it"],
)  # fmt: skip
def test_help_that_was_there_in_other_words(replies: Replies, text: str) -> None:
    """Who came, where they are, what was done: each says that somebody has taken over."""
    assert replies.help_is_here(text)


@pytest.mark.parametrize(
    "text",
    ["what, an ambulance?", "911? come on", "the hospital??", "an ambulance, seriously", "surely not the ER",
     "you want me in hospital for this?", "ambulance is a bit much", "the hospital seems over the top",
     "why would paramedics come here", "I work at the hospital", "there is no ambulance here",
     "I'm not in hospital", "I was in hospital last year", "the hospital is an hour away",
     "my husband says an ambulance is too much", "what would the crew do here", "help? what help",
     "are they with me now?", "an ambulance here would take ages", "my sister is a nurse and says it is fine",
     "the doctor told me last month it was nothing", "really, paramedics here for a sore lip"],
)  # fmt: skip
def test_a_doubt_is_no_help(replies: Replies, text: str) -> None:
    """A question, a doubt, a denial, a place of work and what was said long before are not help that has come."""
    assert not replies.help_is_here(text)
    assert not replies.they_are_here(text)
    assert replies.not_help_yet(text)


CORRECTIONS = {
    LONG_AGO: [
        "No, the numb foot was 2016, they sorted it that week",
        "mate that was ten years back",
        "it was in 2011 and I had the operation",
        "They operated on it years ago and it is fine.",
        "Happened when I was a little girl",
        "sorry, that was in 1998. Is the needle all right with it?",
        "that was back in 2003, my back",
        "Surgery in 2018 put it right. I just want to know if b12 hurts.",
    ],
    ON_SCREEN: [
        "no no it was on the telly", "I saw it in a film", "that was in a novel", "she is a character in a soap",
        "it was just a documentary", "I watched that on youtube", "Read it in the paper. Nobody I know.",
        "that is a TV drama, does it happen for real?", "It happened on a show!", "he was an actor",
    ],
    ONLY_ASKED: [
        "I was just asking", "I only asked what could happen", "I meant what if it did", "It is not happening",
        "it has never happened to me", "nothing has happened yet", "it's hypothetical", "Nobody is ill.",
        "I am scared of what might happen on Friday", "worried what could happen after the needle",
        "no one here is sick, I was wondering", "I was only asking, it's not happening to anyone",
    ],
    NOT_HAD_YET: [
        "I have not had any injection", "I've never had a jab", "haven't had it yet",
        "I have not started the injections",
        "the first one is not until Monday",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CORRECTIONS.items() for text in texts])
def test_a_fact_is_corrected(replies: Replies, kind: str, text: str) -> None:
    """Years ago and treated, on a screen, only asked or feared, before any injection."""
    assert kind in replies.correction(text).kinds


@pytest.mark.parametrize(
    "text",
    ["I'm fine", "just joking", "only kidding", "it is nothing", "breathing is ok though", "I feel better now",
     "I saw online that it's harmless", "I read on the news that this is normal", "it is like in that film",
     "I was watching tv when it started", "it happened during the news", "was it on tv?",
     "that was years ago but it is back", "it was 2015. Now it has started again", "it's been so since 2019",
     "it is still there, it was worse in 2020", "I was only asking if I need an ambulance",
     "just wondering should I call", "I've not had an injection for 3 months", "I have not had a jab like this",
     "not had it this bad", "I'm worried it might get worse", "I'm scared it could close", "you worry too much",
     "I called them, nothing has happened yet", "this has never happened before", "nobody answers",
     "nobody is coming", "my first jab was in 2019", "it began in 2014 with the b12", "is this not happening?",
     "haha no one is dying", "I only asked for help", "just asking for someone to come", "nobody is ill but me",
     "that was on tv but this is happening to me", "they fixed it in 2019 but it's back", "it's only anxiety",
     "I just want to know", "My husband thinks it's silly"],
)  # fmt: skip
def test_no_fact_is_corrected(replies: Replies, text: str) -> None:
    """Feeling well, joking, bargaining, what is there again, and a question correct nothing."""
    assert not replies.correction(text).kinds


def test_what_a_correction_leaves_is_read_by_itself(replies: Replies) -> None:
    """The sentences that correct nothing are kept in their words."""
    found = replies.correction("That was on the telly. My own arm is numb. Does it happen?")
    assert found.rest == "My own arm is numb. Does it happen?"


@pytest.mark.parametrize(
    "text",
    ["can I have the next one on Friday", "so my shot tomorrow is still on?", "I'm due again next week",
     "when is my next jab", "shall I inject myself tonight", "I'll take Monday's dose then", "back on schedule now?",
     "do I carry on with the injections", "is another one ok", "can I get my b12 this weekend",
     "time for the next shot", "should I skip one", "do i just keep going with the jabs"],
)  # fmt: skip
def test_the_next_injection_is_wanted(replies: Replies, text: str) -> None:
    """However it is asked or announced."""
    assert replies.wants_injection(text)


@pytest.mark.parametrize("text", ["what foods have b12", "does the needle hurt", "thanks", "who made you", "hello"])
def test_no_injection_is_wanted(replies: Replies, text: str) -> None:
    """Other questions are no wish for one."""
    assert not replies.wants_injection(text)


@pytest.mark.parametrize("text", ["ambulance seems excessive", "lol ambulance", "hospitals scare me", "911 eh"])
def test_what_says_of_nobody_there_is_no_help(replies: Replies, text: str) -> None:
    """It may sound as if help had come; nobody is said to be there."""
    assert not replies.may_be_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "saw my GP this morning, she took bloods and said to carry on",
        "the nurse has looked at it and says it is nothing to wait about",
        "I've been seen. The doctor looked at my arm and told me to rest it",
    ],
)
def test_a_clinician_has_said_what_to_do(replies: Replies, text: str) -> None:
    """One who looked, and what was said."""
    assert replies.clinician_advised(text)


@pytest.mark.parametrize(
    "text",
    [
        "I've not seen a doctor, my sister says it's nothing",
        "haven't seen the gp yet but google says it passes",
        "nobody has looked at it, the nurse at work thinks it's fine",
        "saw the doctor in March, he said I was fit",
        "I saw a specialist two years ago and she said it was nerves",
        "my dad saw the doctor about his, he said it was age",
    ],
)
def test_no_clinician_has_said_what_to_do(replies: Replies, text: str) -> None:
    """No visit, one before the sign, or somebody else's ends nothing."""
    assert not replies.clinician_advised(text)
