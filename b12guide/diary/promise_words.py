"""Whether reminders can be relied on, how what was written is deleted, and how long and where it is all kept."""

from __future__ import annotations

import re

from b12guide.diary.kept_words import of_what_is_written

_LEAD = (
    r"^\W*(?:(?:so|and|but|ok|okay|hi|hello|please|pls|also|then|well|just|now|oh|thanks|do you know|tell me"
    r"|if)\b[, ]*)"
    r"{0,5}"
)
_END = (
    r"(?:[, ]+(?:please|pls|then|really|actually|though|every time|each time|on time|always|for sure|100%|again|at all"
    r"|now|here|with you|in time|ok|okay|thanks|no matter what)){0,4}\W*$"
)
_REMINDER = r"(?:(?:the|your|my|these|those|all(?: the)?) )?(?:reminders?|texts?|nudges?|alerts?|alarms?|messages?)"
_SURE = (
    r"(?:guaranteed?|reliable|certain|dependable|a (?:promise|guarantee|sure thing)|promised|foolproof|fool-?proof"
    r"|fail-?safe|trustworthy|100%|one hundred per ?cent|always (?:sent|delivered|on time|there))"
)
_PROMISE = re.compile(
    rf"{_LEAD}(?:"
    rf"(?:are|is|will) {_REMINDER}(?: be)? (?:really |always |completely |totally |fully |definitely )?{_SURE}"
    rf"|(?:do|does|will|would|can|could) {_REMINDER} (?:always|ever|definitely|really|sometimes|reliably"
    rf"|never) (?:arrive|come"
    r"|work|turn up|show up|get (?:here|there|through|sent)|reach me|fail(?: to (?:arrive|come|work|reach me|turn up"
    r"|send))?|go (?:wrong|missing|astray)|be sent)"
    rf"|(?:do|does|will|would|can|could|might|may) {_REMINDER} (?:fail(?: to (?:arrive|come|work|reach me|turn up"
    rf"|send))?|go (?:wrong|missing|astray)|get lost"
    rf"|not (?:come|arrive))"
    rf"|(?:do|can|will|could|would) you (?:really |always )?(?:promise|guarantee|swear)(?: me)?(?: that| to"
    rf"| you(?:'ll| will))?"
    r"[^.?!]{0,12}\b(?:remind|text|message|nudge|alert|tell)\w*(?: me)?(?: (?:about|of|when|before|for)[^.?!]{0,40})?"
    rf"|(?:can|could|should|do|may) (?:i|we) (?:really |fully |completely )?(?:rely|count|depend"
    rf"|bank) (?:up)?on (?:you(?: to (?:remind"
    rf"|text|message|nudge|tell) (?:me|us))?|{_REMINDER}|being reminded)"
    rf"|(?:can|could|should) (?:i|we) trust {_REMINDER}"
    rf"|(?:are you|is it|am i) (?:really )?(?:sure|certain)(?: that)? {_REMINDER} (?:will|is going to|are going to"
    rf"|'ll) (?:come|arrive"
    r"|work|turn up|be (?:sent|there)|get (?:here|to me|through)|reach me)"
    rf"|what (?:happens )?if (?:a |the |one |my |your )?(?:reminder|text|nudge|alert)s? (?:does ?n'?t|do ?n'?t|never"
    rf"|fails?|gets? lost"
    r"|is lost|goes? (?:missing|astray))(?: to)?(?: (?:come|arrive|turn up|work|reach me))?"
    r"|how (?:reliable|certain|sure|dependable) (?:are|is) (?:the |your |my |these )?(?:reminders?|texts?|nudges?"
    r"|alerts?)"
    rf"){_END}",
    re.I,
)
_NOTHING_SENT = re.compile(
    rf"{_LEAD}(?:(?:no|fine|never mind|nevermind|that'?s (?:fine|ok)|forget it)\W+){{0,2}}(?:do ?n'?t|do not"
    rf"|please don'?t|no need to)"
    rf" (?:bother )?(?:to )?(?:send|text|message|remind|nudge|sending|texting) (?:me )?(?:any ?thing|any|at all"
    rf"|anything at all)?{_END}",
    re.I,
)
_MINE = (
    r"(?:what (?:i|i'?ve|i have)(?: (?:wrote|written|write|said|say|put|told you|typed|noted|kept)(?: (?:down"
    r"|in here|here"
    r"|so far|to you)){0,2})|(?:things|stuff|anything|something) (?:that )?(?:i|i'?ve)(?: have)? (?:wrote|written"
    r"|said|put"
    r"|told you|typed|noted)|my (?:words|writing|entries|notes|diary|answers|messages))"
)
_HOW_DELETED = re.compile(
    rf"{_LEAD}(?:how (?:do|can|would|could|might|to)(?: i| we| you)?|(?:is there a way|is it possible|am i able"
    rf"|are we able) to"
    rf"|(?:can|could|may) (?:i|we)|what do i (?:do|say|type) to|where (?:do|can) i)(?: go to)? (?:delete|erase|wipe"
    rf"|remove|clear"
    rf"|get rid of|take (?:out|back|off)|undo|scrub|bin) (?:(?:all|some|any|part)(?: of)? )?{_MINE}{_END}",
    re.I,
)
_THING = (
    r"(?:this|that|it|this stuff|all this|all that|all of (?:this|that|it)|everything|the lot|my (?:diary|notes|data"
    r"|info"
    r"|words|stuff|details|messages|answers)|what (?:i|i've) (?:say|said|write|wrote|told you|tell you|put"
    r"|type)(?: here)?"
    r"|the (?:diary|notes|data))"
)
_ASKS_KEPT = re.compile(
    rf"{_LEAD}(?:"
    # "How long do you hang on to this stuff", "how long does my diary stay".
    rf"(?:for )?how long (?:(?:do|will|would|are) you(?: going to)? (?:all )?(?:hang on to|hold on to|keep hold of"
    rf"|keep|store|hold|save|remember|have)(?: on to)? {_THING}(?: for)?|(?:does|will|would|do|is"
    rf"|are) {_THING} (?:all )?(?:stay|last|be (?:there|kept"
    rf"|around|stored)|hang around|get kept|remain|there|stored|kept)(?: (?:there|around|here|on (?:there|here)|for"
    rf"|up)){{0,2}})"
    # "How do I see what you keep".
    r"|(?:how|where) (?:do|can|could|would) (?:i|we) (?:see|find|look at|view|check|read|get at"
    r"|find out) (?:all )?(?:what|everything|all)"
    r" (?:that )?(?:you|you'?ve|is|gets)(?: (?:have|got|all))? ?(?:keep|keeping|kept|store|stored|hold|held|save"
    r"|saved|have|got|know"
    r"|remember|written|noted)?(?: (?:on|about|of|for) (?:me|us)| down)?"
    # "What happens to my diary if I stop using this".
    r"|what (?:happens|becomes|will happen|would happen|goes on) (?:to|of|with) "
    rf"{_THING}(?: (?:if|when|once|after|should)\b[^.?!]{{1,60}})?"
    r"|(?:if|when|once) i (?:stop|quit|give up|leave|am done|finish|don'?t|no longer"
    r"|never)[^.?!]{0,40}?,? (?:what (?:happens|becomes)"
    rf" (?:to|of|with)|do you (?:still )?keep|will you (?:still )?(?:keep|have)|is|does) {_THING}(?: (?:gone|go"
    rf"|deleted|stay|kept|still there))?"
    rf"){_END}",
    re.I,
)
_SEES = re.compile(r"\bwhat (?:you|is|gets)\b", re.I)


def asks_promise(text: str) -> bool:
    """Whether a message asks if reminders can be relied on.

    Args: text: with straight apostrophes.
    """
    return _PROMISE.match(text) is not None


def wants_nothing_sent(text: str) -> bool:
    """Whether a message wants nothing to be sent: "don't send me anything then"."""
    return _NOTHING_SENT.match(text) is not None


def asks_how_deleted(text: str) -> bool:
    """Whether a message asks how what was written is deleted; it is told, and nothing is deleted."""
    return _HOW_DELETED.match(text) is not None


def asks_how_kept(text: str) -> bool:
    """Whether a message asks how long it is all kept, how it is seen, or what becomes of it."""
    return _ASKS_KEPT.match(text) is not None and (_SEES.search(text) is not None or of_what_is_written(text))
