"""A question for the doctor, told as what is to be asked of them: "ask him how long I need them"."""

from __future__ import annotations

import re

_LEAD = (
    r"^\W*(?:(?:and|also|then|please|pls|plus|oh|ok|next|another|one more|i want to|i need to|i must|must|remember to"
    r"|remind me to|don't let me forget to|to)\b[,:]? ?){0,4}"
)
_THEM = (
    r"(?:her|him|them|(?:my|the|a) (?:doctor|dr|doc|gp|nurse|consultant|specialist|clinic|surgery|haematologist"
    r"|hematologist"
    r"|neurologist|neuro|midwife|pharmacist|practice nurse))"
)
_ASKED = r"(?:why|if|whether|about|how|when|what|which|where|who|for)\b"
_SURE = re.compile(rf"{_LEAD}ask {_THEM} (?P<words>{_ASKED}.{{2,}})$", re.I | re.S)
# Once there are such questions: "ask whether I ...", "add: may I ...".
_LATELY = re.compile(
    rf"{_LEAD}(?:ask(?: {_THEM})? (?P<words>{_ASKED}.{{2,}})|(?:add(?: this| one| another"
    rf"| a question)?[:,–-]|(?:another|one more)(?: one| question)? ?[:–-]) ?(?P<more>\S.{{3,}}))$",
    re.I | re.S,
)
_LONGEST = 160


def question_to_ask(text: str, *, lately: bool) -> str:
    """The words of the question that is to be asked; "" where there is none.

    Args: text: with straight apostrophes. lately: whether such questions were just kept.
    """
    if len(text) > _LONGEST:
        return ""
    found = _SURE.match(text) or (_LATELY.match(text) if lately else None)
    if found is None:
        return ""
    return next(one for one in found.groupdict().values() if one).strip(" .,;")


_CARE = (
    r"(?:doctors?|drs?|docs?|gp|nurse|hematologist|neuro|midwife|pharmacist|consultant|specialist|clinic"
    r"|surgery|haematologist|neurologist)"
)
_WHEN = (
    r"(?:(?: (?:in|on|at|for|before) (?:(?:my|the|our|next) ){0,2}\w+(?: \w+)?| next (?:time|week|month|\w+day)"
    r"| tomorrow"
    r"| when i (?:see|go to) (?:him|her|them|there))){0,2}"
)
_COUNT = (
    r"(?:(?:two|three|four|five|[2-9]|a few|a couple of|some|one|another|one more|a|an|my|these"
    r"|the following|here are my|this) )"
)
# "Two things I want to ask the doctor: A, and B".
_TOLD = re.compile(
    rf"{_LEAD}(?:(?:add|put|keep|save|note|write|write down|include|(?:can|could) you (?:add|keep|save"
    rf"|note)) (?:me )?)?"
    rf"(?:(?:there are|there'?s|i have|i'?ve(?: got)?|i got|here are|here is"
    rf"|these are) )?{_COUNT}?(?:things?|questions?)"
    rf"(?: (?:that |which )?i(?:'?d like| want| need| would like| wanted| must| have| ought)?(?: to)?(?: ask"
    rf"| raise with| put to)"
    rf"(?: {_THEM})?| (?:for|to ask) (?:{_THEM}|(?:my|the) {_CARE})){_WHEN} ?[:–-] ?(?P<rest>\S.{{4,}})$",
    re.I | re.S,
)
# "One more for the GP: why every 12 weeks?"
_FOR_THEM = re.compile(
    rf"{_LEAD}(?:for|to ask) {_THEM}{_WHEN} ?[:–-] ?"
    r"(?P<rest>(?:why|how|what|when|which|where|who|can|could|should|do|does|is|are|am|will|would|may)\b.{4,}\?)\W*$",
    re.I | re.S,
)
# That they are to be kept, behind them.
_WISH = re.compile(
    r"[.?!;,]?\s+(?:(?:can|could|would|will) you |please |and |pls |i'd like you to ){0,3}(?:keep|save|note"
    r"|write|add|put|remember|store)"
    r" (?:those|them|that|it|these|both)(?: two| both| questions?)?(?: (?:down|for me|please|on my list"
    r"|on the list|till then|until then|safe"
    r"|somewhere|for (?:then|later|my visit))){0,3}\W*$",
    re.I,
)


def questions_told(text: str) -> str | None:
    """The questions that somebody says they have for their doctor; None where they say so of none.

    Args: text: with straight apostrophes.
    """
    found = _TOLD.match(text) or _FOR_THEM.match(text)
    return without_wish(found["rest"].strip()) if found is not None else None


def without_wish(words: str) -> str:
    """Questions without the wish to keep them: "... Can you keep those for me"."""
    found = _WISH.search(words)
    return words if found is None else f"{words[: found.start()]}{'?' if words[found.start()] == '?' else ''}"


_DROPS_PLACE = re.compile(
    rf"{_LEAD}(?:remove|delete|drop|take (?:off|out|away)|scrap|lose|get rid of|cross out|bin) (?:the |my )?"
    r"(?:(?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth|last|[1-9](?:st|nd|rd|th)?)"
    r"(?: (?:question|one))?"
    r"|(?:question|number) (?P<number>[1-9]))(?: (?:off|out|please|again|now|from (?:my|the) (?:list|page"
    r"|summary))){0,3}\W*$",
    re.I,
)
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def place_dropped(text: str) -> int | None:
    """Which of the questions is wanted no more, by its place from 0 on, -1 for the last; None where none is named.

    Args: text: with straight apostrophes.
    """
    found = _DROPS_PLACE.match(text)
    if found is None:
        return None
    place = (found["place"] or found["number"]).lower()
    if place == "last":
        return -1
    return _PLACES.index(place) if place in _PLACES else int(re.sub(r"\D", "", place)) - 1
