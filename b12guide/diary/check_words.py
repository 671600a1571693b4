"""How the three questions are asked for, in any words: now, or as often as somebody would like them."""

from __future__ import annotations

import re

# What was asked for: the questions now; or that they come so often.
NOW, WEEKLY, DAILY = "now", "weekly", "daily"

_LEAD = (
    r"^\W*(?:(?:please|pls|plz|hi|hello|hey|ok|okay|fine|right|well|yes|so|and|also|but|now|then|maybe|just|instead"
    r"|can you|could you|would you|will you|can u|could u|do you|are you able to|is it possible for you to"
    r"|i want you to|i'd like you to|i would like you to|i'd like it if you|i'd love it if you|it would help if you"
    r"|you can|you could|i need you to|would it be possible for you to|i wish you would|let'?s)\b[, ]*){0,6}"
)
_DAYS = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?"
_INJECTION = r"(?:b-?12 )?(?:injections?|jabs?|jags?|shots?|needles?|doses?|b-?12|one)"
_DAILY = (
    r"(?:(?:every|each) (?:single )?(?:day|morning|evening|night|afternoon|hour|few days|couple of days|other day"
    r"|second day|\d days|two days|three days)|daily|nightly|hourly|once a day|twice a day|day by day"
    r"|(?:twice|two times|three times|3 times|2 times|several times) a week|all the time)"
)
_WEEKLY = (
    rf"(?:(?:every|each) (?:other |second |single )?(?:week|weekend|fortnight|month|{_DAYS}|few weeks"
    rf"|couple of weeks|so often|(?:\d|two|three|four|six|eight) weeks)|weekly|fortnightly|monthly"
    r"|once a (?:week|fortnight|month)"
    rf"|on {_DAYS}|week by week|regularly|from time to time|now and (?:then|again)|once in a while"
    rf"|(?:a (?:day|week|few days) |the day )?(?:after|following) (?:each|every|my|the|an|any|her|his|their)"
    rf" (?:next |new )?{_INJECTION}|(?:each|every) time i(?:'ve)? (?:have|had|get|got) (?:an? |my "
    rf"|the )?{_INJECTION})"
)
_WHEN = rf"(?:{_WEEKLY}|{_DAILY})"
_WHO = (
    r"(?:i|she|he|they|we|mum|mam|mom|dad|my (?:mum|mam|mom|dad|mother|father|nan|gran|wife|husband|partner|sister"
    r"|brother|aunt|uncle|friend))"
)
_HOW_I = (
    rf"(?:how (?:(?:{_WHO}|things|it|everything)(?: ?'?(?:m|s|ve|re)\b| am| is| are| have| has| was| were| feel"
    rf"| feels"
    r"| felt| do| does| did| get| got| gets| go| goes| went| cope| copes| keep| slept)"
    r"(?: (?:really|been|doing|feeling|going|getting|keeping|coping|on|in myself|all|so far)){0,4}))"
)
_HOW = (
    rf"(?:{_HOW_I}"
    r"|(?:my|her|his|their) (?:symptoms|mood|energy|tiredness|tingling|walking|diary))"
)
_COUNT = r"(?:3|three|a few|some|a couple of|several|those|these|the (?:usual|weekly)|the 3|the three)"
_QUESTIONS = r"(?:short |quick |little |simple |weekly )?(?:questions|things)"
_ASK = r"(?:ask(?:ing)?|quiz(?:zing)?|question(?:ing)?|prompt(?:ing)?|poll(?:ing)?)"
_TOPIC = rf"(?: (?:about|on|as to|of|to see|to find out|to note) (?:{_HOW}|me|it))"
_END = (
    r"(?:,? (?:please|pls|plz|now|today|then|again|thanks|thank you|if you can|if possible|ok|for (?:me|my diary"
    r"|the diary)|instead|too|as well|i guess|i suppose|if you like|if you want|if you must|mate"
    r"|dear|love|lol|x"
    r"|about (?:her|him|them|mum|dad|my \w+))){0,4}\W*$"
)
_FORMS = (
    # "Ask me three things", "could you ask me some questions about how I am".
    rf"{_ASK} me (?:with )?(?:(?:my|your|the|those|these) )?(?:{_COUNT} )(?:of )?{_QUESTIONS}{_TOPIC}?",
    rf"{_ASK} me (?:my|your|the) {_QUESTIONS}{_TOPIC}?",
    # "Ask me how I am", "quiz me on how I've been".
    rf"{_ASK} (?:me |us )?(?:on |about )?{_HOW}",
    # "Check in with me", "check on how I'm feeling", "check up on me".
    rf"(?:check(?:ing)?|touch(?:ing)? base)(?: in| up| back| back in)?(?: (?:with|on) (?:me|us))?"
    rf"(?:(?<=me)|(?<=us))(?: (?:on |about |to see |and ask |and see )?{_HOW})?",
    rf"check(?:ing)?(?: in| up)?(?: on)? {_HOW_I}",
    # "Do the three questions", "start my check-in", "I'm ready for the questions".
    r"(?:(?:can we|could we|shall we|i'?ll|i want to|i'd like to) )?"
    r"(?:do|start|begin|run|have|go through|run through|take|try|answer)(?: with)?"
    r" (?:the|my|your|those|these|a)"
    r"(?: weekly)? (?:(?:3|three)(?: short| little)? questions|check[- ]?in)",
    # "Remind me to write down how I feel", "nudge me to do my diary".
    r"(?:remind|nudge|prompt|text|message|poke) me (?:to|about) (?:(?:writ(?:e|ing)|not(?:e|ing)|log(?:ging)?"
    r"|put(?:ting)?|fill(?:ing)?|record(?:ing)?|keep(?:ing)?|do(?:ing)?|tell(?:ing)?|say(?:ing)?"
    r"|updat(?:e|ing)|track(?:ing)?) )?"
    rf"(?:(?:down|in|up|you|it) ){{0,2}}(?:{_HOW}|(?:my|the|a|some|any)? ?(?:diary|notes?|journal|entry))",
)
# "Ask me every Sunday how I am": how often it is stands in the middle.
_IN_BETWEEN = re.compile(
    rf"^(?P<ask>.{{0,80}}?\b(?:{_ASK}|check(?:ing)?(?: in| up)?(?: with| on)?|remind|nudge|prompt|text|message|poke)"
    rf" (?:me|us)),? (?P<when>{_WHEN})(?=,? (?:how|about|on|to|the|my|those|these|3|three|a few|some)\b)",
    re.I,
)
_ASKED = [
    re.compile(
        rf"{_LEAD}(?:(?P<before>{_WHEN})[, ]+)?{_LEAD[1:]}(?:{form})(?:,? (?P<behind>{_WHEN})){{0,2}}{_END}", re.I
    )
    for form in _FORMS
]
# "E-mail me every Friday to ask how I feel": nothing is written first, whatever is asked in it.
_WRITES_TO_ASK = re.compile(
    r"\b(?:text|message|e-?mail|mail|ping|write(?: to)?|remind|contact|nudge|send (?:me |us )?an? (?:text"
    r"|e-?mail|message))"
    r"(?:ing)?(?: (?:me|us))?\b[^.!?]{0,70}"
    r"\b(?:to ask|and ask|asking|that asks?|to check|to see|and see|and check|checking|to find out)"
    rf"(?: (?:me|us|in|up|on|about|with)){{0,3}} ?{_HOW_I}",
    re.I,
)
_ADDRESS = re.compile(r"[^\s<>,;:\"']{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}\b")
# Once it was said how often they come: "then do it weekly", "fine, ask me now".
_AS_OFTEN = re.compile(
    rf"{_LEAD}(?:(?:do|make|have|ask|try|offer|keep) (?:it|that|them|me|those) ?|ask ?|go for ?|how about ?)?"
    rf"(?P<when>{_WHEN})(?: (?:is|will be|would be|'s))?(?: (?:fine|ok|okay|good|enough|great))?{_END}",
    re.I,
)
_GO_ON = re.compile(
    rf"{_LEAD}(?:(?:yes|yeah|yep|ok|okay|sure|go on|go ahead|go|now|alright|all right|let'?s go"
    rf"|(?:ask|do|start|begin)(?: (?:me|it|them|away))?|i'?m ready|ready)\b[,.! ]*){{1,4}}{_END}",
    re.I,
)
# "Every 8 weeks" may be how often the injections are.
_OF_PLAN = re.compile(r"\b(?:weeks|months|days)\b", re.I)


def asks_check(text: str) -> str | None:
    """Whether a message asks for the three questions: `NOW`, or so often (`WEEKLY`, also after injections; `DAILY`, or
    more often than weekly); None where it asks for none.

    Args: text: with straight apostrophes.
    """
    between = _IN_BETWEEN.match(text)
    plain = text if between is None else between["ask"] + text[between.end() :].replace(",", " ", 1)
    for pattern in _ASKED:
        if (found := pattern.match(plain)) is not None:
            when = (between["when"] if between else None) or found["before"] or found["behind"]
            return NOW if not when else _often(when)
    if _WRITES_TO_ASK.search(_ADDRESS.sub(" ", text)) is not None:
        return DAILY if re.search(rf"\b{_DAILY}\b", text, re.I) else WEEKLY
    return None


_PLACES = {"1st": 0, "first": 0, "2nd": 1, "second": 1, "3rd": 2, "third": 2, "last": 2, "1": 0, "2": 1, "3": 2,
           "one": 0, "two": 1, "three": 2}  # fmt: skip
_NTH = r"1st|first|2nd|second|3rd|third|last|next|other"
_WHICH_QUESTION = re.compile(
    rf"{_LEAD}(?:(?:what(?:'?s| is| was| are| were)|ask(?: me)?|give me|go on (?:with|to)|carry on with|on to|now"
    rf"|and|repeat|tell me)"
    rf" )?(?:(?:the|your|my) )?(?:(?P<nth>{_NTH}) (?:question|one|2 questions|two questions|questions)"
    rf"|question (?:number )?(?P<number>[123]|one|two|three)|(?P<rest>(?:rest of the|other|remaining) questions))"
    rf"(?: (?:of|again|please|pls|then|now|was it|for me)){{0,3}}{_END}",
    re.I,
)
_GOES_ON_ASKING = re.compile(
    rf"{_LEAD}(?:(?:go on|carry on|continue|keep going|next)(?: with)?(?: (?:the|your|my|those) (?:3 "
    rf"|three )?questions)?"
    rf"|(?:and )?what about the (?:other|rest of the) questions){_END}",
    re.I,
)


def which_question(text: str, at: int) -> int | None:
    """Which of the three questions a message asks for, from 0 on; None where it asks for none.

    Args: text: with straight apostrophes. at: the question that is open.
    """
    found = _WHICH_QUESTION.match(text)
    if found is None:
        return at if _GOES_ON_ASKING.match(text) else None
    return _PLACES.get((found["nth"] or found["number"] or "").lower(), at)


def goes_on(text: str) -> str | None:
    """The same of a message right behind what was said of how often they come: "weekly then", "ask me now"."""
    if (found := _AS_OFTEN.match(text)) is not None and not _OF_PLAN.search(text):
        return _often(found["when"])
    return NOW if _GO_ON.match(text) else None


def _often(when: str) -> str:
    return DAILY if re.fullmatch(_DAILY, when, re.I) else WEEKLY
