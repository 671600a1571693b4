"""Which of the reminders are wanted no more: those of one way, or those of the loading part."""

from __future__ import annotations

import re

from b12guide.diary.reading import LONGEST
from b12guide.diary.reminders import EMAIL, HERE
from b12guide.diary.spelled import spelled_out

_MAIL = r"(?:e-?mails?|e-?mailing|mails?|mailing)"
_TEXT = r"(?:texts?|text messages?|texting|sms|phone messages?)"
_STOPS = (
    r"(?:stop|cancel|end|drop|no(?: more)?|turn off|switch off|do not|don'?t|without|not|forget|scrap|skip|never mind"
    r"|leave (?:out|off)|get rid of|remove|delete|instead of|rather than|in place of|lose|bin|ditch|no longer)"
)
_FILL = (
    r"(?: (?:the|my|any|an|a|that|those|these|me|sending|send|to|by|about|on|with|all|of|want|need|have|it|via|bother"
    r"|getting|more|reminders?|and)){0,5}"
)
# Of a way that goes, and one that stays.
_ENDS = {
    EMAIL: re.compile(rf"\b{_STOPS}{_FILL} {_MAIL}\b(?! (?:address|code))", re.I),
    HERE: re.compile(rf"\b{_STOPS}{_FILL} {_TEXT}\b", re.I),
}
_TEXT_INSTEAD = re.compile(rf"^\W*(?:(?:can|could) you )?(?:\w+ ){{0,3}}{_TEXT}(?: me)?(?: please)? instead\W*$", re.I)
_KEEPS = {EMAIL: re.compile(rf"\b{_MAIL}\b", re.I), HERE: re.compile(rf"\b{_TEXT}\b", re.I)}
# One that did not come, and what is asked, ends none.
_TELLS = re.compile(
    r"\b(?:did(?:n'?t| not)|got|came|come|received?|arrived?|seen|find|found|code|address is|lost|get (?:the"
    r"|an?|your|any)"
    r" e-?mail)\b"
    r"|^\W*(?:why|when|what|which|how|did|does|is|are|was|has|have|where)\b",
    re.I,
)
# Who does not want it to stop, and what else may come by mail.
_STAYS = re.compile(
    r"\b(?:don'?t|do not|not|never|didn'?t)\b[^.?!]{0,15}\b(?:stop|cancel|end|drop|turn off|switch off|delete"
    r"|remove|lose"
    r"|scrap)\b|\b(?:dates|plan|list|summary|page|calendar|file|results?)\b",
    re.I,
)
_LONGEST_END = 24
_LONG = (
    r"(?:long(?:er|[- ]term)?(?: lasting)? (?:part|ones?|phase|bit|stretch|run)|maintenance(?: (?:part|ones?"
    r"|phase|stage"
    r"|injections?|doses?|jabs?|shots?))?|main (?:part|ones?)|regular (?:part|ones?|injections?|jabs?|shots?)"
    r"|(?:every )?(?:\d{1,2}|two|three|four|six|eight|ten|twelve)[- ]?(?:month|week)(?:ly|s)?"
    r" (?:ones?|injections?|jabs?|shots?|part)|(?:monthly|quarterly) (?:ones?|injections?|jabs?|shots?|part)"
    r"|(?:later|far apart) ones?|ones? (?:after|once) (?:the )?loading|after (?:the )?loading)"
)
_LOADING = (
    r"(?:loading(?: (?:part|ones?|phase|doses?|injections?|jabs?|shots?|bit))?|(?:first|early|starting"
    r"|every other day"
    r"|alternate day|daily) (?:ones?|part|injections?|jabs?|shots?|few))"
)
_NAMES = re.compile(r"\b(?:remind\w*|texts?|texting|messages?|nudges?|alerts?|e-?mails?)\b", re.I)
_ONLY_LONG = re.compile(
    rf"\b(?:only|just|nothing but|from (?:now|then|there)(?: on)?|start(?:ing)?)\b[^.?!]{{0,40}}\b{_LONG}\b"
    rf"|\b{_LONG}[^.?!]{{0,10}}\bonly\b",
    re.I,
)
_NOT_LOADING = re.compile(
    rf"\b(?:no(?: more)?|not|stop|don'?t|do not|skip|without|leave out|drop|cancel"
    rf"|end)\b[^.?!]{{0,30}}\b{_LOADING}\b",
    re.I,
)


_ENDING = (
    r"(?:bin|scrap|ditch|drop|lose|dump|chuck|stop|cancel|end|delete|remove|kill|quit|turn off|switch off|get rid of"
    r"|do away with|call off|(?:i )?(?:don'?t|do not) (?:want|need)|no more of|forget)"
)
_COURTESY = (
    r"(?:\W+(?:please|pls|now|then|thanks|thank you|ta|cheers|any ?more|for good|altogether|too|off|out|away)){0,4}"
)
_OF_THEM_ALL = re.compile(
    rf"^\W*(?:(?:so|and|but|ok|okay|just|please|pls|can you|could you|you can|actually|right|then|well|no)\W+){{0,4}}"
    rf"(?:{_ENDING} (?:all (?:of )?(?:them|those|these)|(?:them|'?em|those|these)(?: (?:all|both|off|away|out)){{0,2}}"
    rf"|(?:the )?(?:whole )?lot(?: of (?:them|it))?|every (?:single )?one(?: of them)?|both(?: of them)?|all of it)"
    r"|(?:turn|switch) (?:them|'?em|those|these)(?: all)? off|(?:stop|end|cancel) (?:everything|it all))"
    rf"{_COURTESY}\W*$",
    re.I,
)
_ALL_OF_ONE = re.compile(
    rf"^\W*(?:(?:so|and|but|ok|okay|just|now|please|pls|can you|could you|for [\w' -]{{2,20}}?)\W+){{0,4}}"
    r"(?:stop|end|cancel) (?:it all|them all|all|everything|the lot)(?: (?:for|of|about) [\w' -]{2,24}?)?"
    rf"{_COURTESY}(?:\W{{1,3}}(?:as |cos |because |since )?(?:i|i'm|my|her|his|she|he|we|they|now)\b[^?]{{1,80}})?\W*$",
    re.I,
)

# "No more reminder please, my husband tells me", "stop the reminders and tell me ...": the end, and what comes behind.
_ENDS_FIRST = re.compile(
    rf"^\W*(?:(?:so|and|but|also|ok|okay|oh|hi|hello|just|now|please|pls|can you|could you|you can|actually|right|then"
    rf"|well|no|yes|thanks)\W+){{0,5}}(?:{_ENDING}|no more|no)(?: (?:the|my|any|all|those|these"
    r"|that|your|more|sending|send|me|getting|to get|of the|of my|get|text|e-?mail|sms)){0,5}"
    r" (?:reminders?|reminding|nudges?|alerts?)(?: (?:texts?|messages?|mails?|e-?mails?))?"
    r"(?: (?:please|pls|now|any ?more|needed|necessary|thanks|thank you|for me|from you|at all)){0,3}"
    r"(?P<link>\s*[,.;!]\s*|\s+(?:and|but|then|n|&|because|cos|as|since|coz)\s+|\s*$)(?P<rest>.*)",
    re.I | re.S,
)
_REASON = re.compile(
    r"^\W*(?:(?:because|cos|as|since|coz|so) )?(?:my (?:\w+ ){0,2}\w+|i|i'?m|i'?ve|im|we|he|she|they|it|its|it's"
    r"|the \w+)\b",
    re.I,
)
_NOT_REASON = re.compile(
    r"\?|\b(?:before|until|till|day|days|week|weeks|only|just|except|injections?|jabs?|shots?|dates?|due|next|had|was)\b",
    re.I,
)


def end_and_rest(text: str) -> tuple[str, str] | None:
    """The words that begin a message or a sentence by ending the reminders, and what it says behind them ("" where that
    is the reason); None where it does not begin so. "Stop the reminder and tell me the dates"."""
    found = _ENDS_FIRST.match(spelled_out(text[:LONGEST]))
    if found is None:
        return None
    rest = found["rest"].strip()
    reason = _REASON.match(rest) is not None and _NOT_REASON.search(rest) is None
    return found.string[: found.start("link")].strip(), "" if reason else rest


def ends_them(text: str) -> bool:
    """Whether words end "them all": where reminders are spoken of, it is those."""
    return _OF_THEM_ALL.match(spelled_out(text[:LONGEST])) is not None


def ends_all_of_one(text: str) -> bool:
    """Whether words end all that is done for somebody whom they name: "for mum please stop it all"."""
    return _ALL_OF_ONE.match(spelled_out(text[:LONGEST])) is not None


def ways_ended(text: str) -> str | None:
    """The way of reminders that is wanted no more: `EMAIL` or `HERE`; None where a message names none, or both."""
    plain = spelled_out(text[:LONGEST])
    if len(plain.split()) > _LONGEST_END or _TELLS.search(plain) or _STAYS.search(plain):
        return None
    found = [way for way, pattern in _ENDS.items() if pattern.search(plain)]
    if not found and _TEXT_INSTEAD.search(plain):
        return EMAIL
    return found[0] if len(found) == 1 else None


def keeps_other(text: str, ended: str) -> bool:
    """Whether a message that ends one way names the other as one that is wanted."""
    return _KEEPS[HERE if ended == EMAIL else EMAIL].search(spelled_out(text[:LONGEST])) is not None


def only_long_part(text: str) -> bool:
    """Whether reminders are wanted of the injections after the loading ones alone."""
    plain = spelled_out(text[:LONGEST])
    if len(plain.split()) > _LONGEST_END or _NAMES.search(plain) is None or "?" in plain:
        return False
    return _NOT_LOADING.search(plain) is not None or _ONLY_LONG.search(plain) is not None
