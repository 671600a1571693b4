"""A row of the table: somebody is described, and nothing asked: "she's 84 now", "I work nights", "he lives alone"."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import FELT, THANKS
from b12guide.understanding.acts import NOT_UNDERSTOOD, UNSURE

# Of which reply it is (content/small_talk.yml).
DESCRIBED = "described"
LONGEST = 18
_WHOM = (
    r"(?:my |our )?(?:mum|mam|mom|mother|dad|father|nan|nana|gran|granny|grandma|grandad"
    r"|grandpa|husband|wife|partner)"
)
_SOMEBODY = rf"(?:i|he|she|they|we|{_WHOM})"
_IS = rf"(?:(?:i'?m|im|i am)|(?:he|she|{_WHOM})(?:'?s| is)|(?:they|we)(?:'?re| are)|(?:he|she)s)"
_HOW = (
    r"(?:(?:only|just|about|nearly|almost|over|now|quite|very|a bit|pretty|still|not|getting"
    r"|in (?:his|her|my)) ){0,2}"
)
_AGE = r"(?:1[89]|[2-9]\d|10\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]\w+)?)"
_DESCRIBES = re.compile(
    rf"^\W*(?:(?:and|but|so|oh|well|ok|yes|no|also|btw|by the way)\W+){{0,2}}(?:"
    rf"{_IS} {_HOW}(?:{_AGE}(?:s|ish)?(?: (?:years?|yrs?) old)?|retired|deaf|hard of hearing"
    rf"|partially sighted|housebound"
    r"|bedbound|frail|mobile|elderly|disabled|vegan|vegetarian|diabetic|single|widowed?|married|divorced"
    r"|getting on(?: a bit)?|on (?:my|his|her|their) own|in a (?:care|nursing) home|in a"
    r" wheelchair|in sheltered housing"
    r"|an? (?:retired |former |full[- ]time |part[- ]time )?\w+(?:er|or|ist|man|woman|nurse|cook"
    r"|chef|guard|pensioner|student"
    r"|carer|mum|mom|dad|nan|gran|widow|vegan|veggie))\b"
    rf"|{_SOMEBODY} (?:lives?|living|works?|worked|cares? for|look(?:s)? after|used to (?:be|work)) "
    rf"|{_SOMEBODY} (?:does ?n[o']?t|do ?n[o']?t|can ?n?[o']?t|cant|dont|doesnt|hardly|rarely)"
    rf" (?:get|go|goes|gets) (?:out|about)\b"
    rf"|{_SOMEBODY} (?:does ?n[o']?t|do ?n[o']?t|dont|doesnt|never|can ?n?[o']?t|cant) drives?\b"
    r")",
    re.I,
)
# An age and nothing else is of no topic, whatever its few words are like.
_AGE_ALONE = re.compile(rf"^\W*{_IS} {_HOW}{_AGE}(?: (?:years?|yrs?) old)?(?: now)?\W*$", re.I)
# What is more than who somebody is: a wish, a trouble, a date or anything of the injections.
_MORE = re.compile(
    r"\?|\b(?:injections?|jabs?|jags?|shots?|dos(?:e|es)|b-?12|every|weeks?|months?|days?|last|next|due|date|dates|plan|why|how|what"
    r"|when|which|where|who|if|should|need|needs|want|wants|worried|tired|pain|hurts?|numb\w*|tingl\w*|dizzy|fell|falls|weak"
    r"|confus\w*|feel\w*|since|suddenly|worse|today|tonight|yesterday|help)\b",
    re.I,
)


def described(asked: Asked) -> Taken:
    """Thanks for what was told of who somebody is, where nothing else was heard in it."""
    text = asked.said.text.replace("’", "'")
    if _AGE_ALONE.match(text):
        return (Step(THANKS, ((FELT, DESCRIBED),)),)
    if asked.kind not in (UNSURE, NOT_UNDERSTOOD) or len(text.split()) > LONGEST:
        return None
    if _MORE.search(text) or not _DESCRIBES.match(text):
        return None
    return (Step(THANKS, ((FELT, DESCRIBED),)),)
