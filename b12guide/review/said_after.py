"""What people write after a card, in words that a clinician reads over what is answered to it."""

from __future__ import annotations

from typing import Final

# The kinds of `content/safety/standing.yml`: somebody writes this.
WRITTEN: Final = {
    "taken_there": "can somebody drive me there?",
    "help_called": "help is called, or on its way",
    "called_back": "they will ring me back",
    "appointment_today": "I have an appointment today",
    "other_line": "can I call another line?",
    "light_headed": "I am light-headed too",
    "next_injection": "what about my next injection?",
    "whom_to_see": "which doctor, or where?",
    "sleep_it_off": "can I sleep it off?",
    "wait": "can it wait?",
    "will_call": "I will call",
    "somebody_will": "the nurse will see to it",
    "wears_off": "will it go by itself?",
    "home_help": "will cream, rest or tablets do?",
    "something_first": "can I do something else first?",
    "leaving": "I have to go now",
    "serious": "is it serious?",
    "not_going": "I do not want to call or to go",
    "unreachable": "nobody answers",
    "gas": "can I go on with laughing gas?",
    "only_asked": "I only asked",
    "sign_of_what": "what is it a sign of?",
    "part_is_fine": "that part of it is fine",
    "told_again": "I still have it",
    "feels_better": "I feel better now",
    "made_light": "it is nothing",
    "privacy": "who will hear of it?",
    "dependants": "I cannot leave somebody alone",
    "money": "I cannot pay for it",
    "transport": "how do I get there?",
    "what_to_say": "what do I say to them?",
    "what_happens": "what will they do?",
}
# The sentences of the same file that answer no kind.
SENTENCES: Final = {
    "reminder": "Reminder after an urgent card, later in the talk",
    "reminder_emergency": "Reminder after what was an emergency until the day before",
    "next_day": "On the day after an urgent card",
    "help_asked": "On a later day than an emergency",
    "help_asked_crisis": "On a later day than words of self-harm",
    "advised": "Somebody who knows has looked at it",
    "advised_reaction": "Somebody who knows has looked at it, and it was a reaction to an injection",
    "with_them": "Help is there",
    "with_them_reaction": "Help is there, and it was a reaction to an injection",
    "lowered": "The sign is old and unchanged",
    "lowered_known": "The sign is old and unchanged, and the clinic knows of it",
    "whom_to_call": "“Whom do I call here?”",
    "not_meant": "“I did not mean that I have it”",
    "not_meant_thing": "“I did not mean that I am confused”",
    "crisis_beside": "In an emergency, where something sounds like a wish to die",
    "alarms": "About alarms that are on the phone already",
    "about": "What the person wrote is repeated",
}
