"""How the page for the appointment is asked for, and whose it is to be."""

from __future__ import annotations

import re

from b12guide.plan.reading.day_words import MONTHS, NTH

_LEAD = (
    r"^\W*(?:(?:please|pls|plz|ok|okay|hi|hello|hey|can you|could you|would you|will you|and|also|just|now|thanks|so"
    r"|thank you)[, ]+){0,4}"
)
_ASKS = (
    r"(?:(?:(?:show|give|make|send|print|open|get|do|want|see|need|i want|i need|i'?d like|bring up"
    r"|(?:can|could|may) (?:i|we|you) (?:have|get|see|print|open|make|do|show))(?: me| us)?(?: out| off)?"
    r"(?: to see)? )?)"
)
_CARE = r"(?:appointment|visit|check-?up|doctor|dr|nurse|gp|clinic|surgery|consultant|specialist|hospital)"
_DET = r"(?:my|the|her|his|their|our)"
_PAGE = r"(?:sheet|page|print[- ]?out)"
_KIND = r"(?:(?:one[- ]page|printed|printable|appointment|doctor'?s?) )?"
_TO = r"(?:print|take|bring|show|give|hand)"
_PEOPLE = (
    r"(?:mum|mom|mam|mother|dad|father|nan|gran|grandma|grandad|granddad|husband|wife|partner|sister|brother|son|daughter"
    r"|friend|aunt|uncle)"
)
# "Mum's", "my mum's", "mums".
_THEIRS = r"(?:my )?(?P<{}>[\w-]+?(?: [\w-]+?)?)'?s"
_FORMS = (
    # "My summary", "summary for mum".
    rf"(?:{_DET} |{_THEIRS.format('summary_of')} |a |an |that |this |one )?{_KIND}summary"
    rf"(?: page| sheet)?(?: for {_CARE})?(?: (?:for|about|of|on) (?:him|her|them|me|(?:my )?(?P<about>{_PEOPLE})))?",
    rf"(?:{_DET} |{_THEIRS.format('appointment_of')} |an )?appointment {_PAGE}",
    # "A page for mum's doctor", "something to print for my appointment".
    rf"(?:a |the |that |this |one )?(?:{_KIND}(?:{_PAGE}|handout|paper|summary|report)|something)"
    rf"(?: of (?:all )?(?:that|this|it|everything))?(?: (?:i can |for me )?(?:to )?{_TO})?(?: out| with me)?"
    rf" (?:for|to) (?:{_DET}|{_THEIRS.format('for')}) (?:next )?{_CARE}",
    rf"(?:a |the )?{_PAGE} (?:for|about) (?P<of>(?:my )?{_PEOPLE})(?: to {_TO}(?: to)?(?: {_DET})?(?: {_CARE})?)?",
    rf"(?:a |the )?{_PAGE}(?: (?:i can |to )(?:show|give)(?: to)? {_DET} {_CARE}|(?= with (?:all|every|my notes)))",
    rf"something (?:i can |to )(?:show|give|hand|take to|bring to)(?: to)? {_DET} {_CARE}",
    rf"(?:summari[sz]e|sum up|put together) (?:it|it all|this|that|all of (?:it|this|that)|all that|everything"
    rf"|my notes) for {_DET} {_CARE}",
    rf"put (?:it all|everything|all (?:of )?(?:it|that|this)) on(?:to)? (?:one|a) page(?: for {_DET} {_CARE})?",
    rf"{_THEIRS.format('page_of')} {_PAGE}",
    rf"(?:print|print out|print off)(?: out| off)?(?: me)? (?:{_DET}|{_THEIRS.format('notes_of')}) (?:notes|diary)",
)
_DATE = rf"(?:the )?{NTH}(?: of)?(?: (?:{MONTHS}))?|(?:the )?\d{{1,2}} (?:of )?(?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}"
_ON_IT = (
    rf"(?: (?:page|please|pls|now|again|then|thanks|today|tomorrow|on \w+day|next week|for {_DET} {_CARE}"
    rf"|for (?:it|that|then|them|him|her|tomorrow|(?:on )?\w+day)|(?:for|on) (?:{_DATE})"
    rf"|to {_TO}(?: (?:with me|along|to {_DET} {_CARE}|them|him|her|out))?"
    r"|with (?:all|everything|it all|(?:(?:my|the) )?notes|what i (?:said|told you|wrote))"
    r"(?: of)?(?: (?:that|this|it|them|these))?(?: (?:on|in|there)(?: it)?)?)){0,6}\W*$"
)
_ASKED = [re.compile(rf"{_LEAD}{_ASKS}{form}{_ON_IT}", re.I) for form in _FORMS]


def page_of(text: str) -> str | None:
    """Whose page a message asks for, in its words ("mum"); "" where it names nobody, None where it asks for none."""
    for pattern in _ASKED:
        if (found := pattern.search(text)) is not None:
            return next((words.removeprefix("my ") for words in found.groupdict().values() if words), "")
    return None


_ADDS = r"(?:add|put|include|mention|write|note|stick|pop|get)"
_ON_PAGE = (
    r"(?:on|onto|to|in|into) (?:my|the|that|this|her|his) (?:page|summary|sheet|print[- ]?out|doctor'?s page"
    r"|appointment page)"
)
_STATES = r"(?:that )?(?:(?:i'?m|i am|i|i'?ve|i have|my|she'?s|he'?s|she|he|her|his|we|mum|dad|there'?s|they)\b)"
_FORMS_TO_TELL = (
    # "Put on the page that I take water tablets".
    rf"{_LEAD}{_ADDS}(?: also| too)? {_ON_PAGE},?:? (?:that )?(?P<a>.{{2,}}?)",
    # "Put my iron tablets on the page"; of a list or of questions it is a question.
    rf"{_LEAD}{_ADDS} (?:also )?(?:that )?(?P<b>.{{2,80}}?) {_ON_PAGE}(?: (?:too|as well|please|pls|then|now)){{0,3}}",
)
_TO_TELL = [re.compile(rf"{form}\W*$", re.I | re.S) for form in _FORMS_TO_TELL]
# While the page is spoken of: "add that I take aspirin", "and my tablets: aspirin".
_TO_TELL_LATELY = re.compile(
    rf"{_LEAD}(?:{_ADDS}|say) (?:also |too )?(?P<c>{_STATES}.{{2,}}?)(?: (?:too|as well|please|pls|then"
    rf"|now)){{0,3}}\W*$",
    re.I | re.S,
)
_A_QUESTION = re.compile(
    r"\?\W*$|^\W*(?:the (?:one|question)|about|what|why|how|when|where|which|who|whether|if|can|could|should|do|does"
    r"|did|will|would|is|are|am i|ask|all|these|those|this|that|it|both|everything|my (?:notes|plan|questions?)|number"
    r"|question|a question)\b|^\W*\d",
    re.I,
)
_LONGEST_TO_TELL = 200


def tells_for_page(text: str, *, lately: bool = False) -> str:
    """What a message wants told on the page, which is no question: "I take aspirin"; "" where it wants nothing so.

    Args: text: with straight apostrophes. lately: whether the page is being spoken of.
    """
    if len(text) > _LONGEST_TO_TELL:
        return ""
    for pattern in (*_TO_TELL, *([_TO_TELL_LATELY] if lately else [])):
        found = pattern.match(text.strip())
        if found is None:
            continue
        words = next(one for one in found.groupdict().values() if one).strip(' ,.:;"“”')
        words = words.removeprefix("that ")
        return "" if _A_QUESTION.search(words) else words
    return ""


_GETS = re.compile(
    r"^\W*(?:(?:so|and|but|ok|okay|then|great|thanks|oh)\W+){0,4}"
    r"(?:(?:will|does|do|did|can|would|is|are|has|have) (?:(?:the|my|our) )?"
    rf"(?:they|she|he|it|that|this|{_CARE}|doctors|people there)(?: (?:already|just|now|then|also"
    rf"|automatically)){{0,2}}"
    r" (?:get|gets|got|see|sees|seen|read|receive|have|be sent|go|sent|going|being sent|getting)"
    rf"|(?:will|do|did|can|could|would|are|have) you(?: (?:already|just|also|going to|please)){{0,2}}"
    r" (?:send|sent|sending|forward|pass|email|e-?mail|share|show))\b"
    rf"(?: (?:it|this|that|them|him|her|a copy|to|on|over|the|my|page|summary|sheet|notes|by itself|automatically"
    rf"|too|as well|then|now"
    rf"|before|from you|first|sent|already|{_CARE})){{0,8}}\W*$",
    re.I,
)


def asks_who_gets(text: str) -> bool:
    """Whether a message asks, of the page just shown, if it reaches somebody by itself: "will they get it?"."""
    return _GETS.match(text) is not None


_SAYS = re.compile(
    r"^\W*(?:(?:so|and|but|ok|okay|then|great|thanks|oh|well|sorry|hi|please|can you|could you|i (?:can'?t|cannot"
    r"|can not|don'?t|do not)"
    r" (?:see|open|find|get|have|use|click|do) (?:[a-z]{1,4} ){0,2}(?:links?|page|it|one|internet|smartphone|printer))"
    r"\b[.,!? ]*"
    r"(?:here|there|on my phone|on this phone)?[.,!? ]*){0,3}"
    r"(?:what (?:does|do|did|will|would) (?:(?:the|my|that|this) (?:page|summary|sheet|print[- ]?out)|it"
    r"|that) (?:say|have on it|show|contain)"
    r"|what(?:'?s| is| stands) (?:on|in) (?:(?:the|my|that|this) (?:page|summary|sheet|print[- ]?out)|it)"
    r"|(?:read|tell|write|give|say|send|show|type|put)(?: me| us| out)? (?:what (?:the page|my page|it|my summary"
    r"|the summary) says"
    r"|what(?:'?s| is) on (?:it|the page|my page|my summary)"
    r"|(?:the|my|that) (?:page|summary|text of (?:it|the page)) (?:here|out|as (?:a )?text|in words|in the chat"
    r"|out loud|as a message)"
    r"|it (?:here|out|as (?:a )?text|in words|in the chat|as a message)))"
    r"(?: (?:please|pls|here|then|now|exactly|about me|on it|to me|instead|for me|out)){0,4}\W*$",
    re.I,
)
_NAMES_PAGE = re.compile(r"\b(?:page|summary|sheet|print[- ]?out)\b", re.I)
_NO_LINK = re.compile(
    r"^\W*(?:(?:but|sorry|hi|and|well|oh)\W+){0,3}(?:i (?:can'?t|cannot|can not|don'?t|do not) (?:see|open|find"
    r"|get|click|have) (?:a|the|any|that|this)"
    r" (?:link|page|summary)|(?:there is|there'?s|i see) no link|where(?:'?s| is) the (?:link|page)"
    r"|the link (?:does not|doesn'?t|won'?t)"
    r" (?:work|open)|what link)(?: (?:here|at all|anywhere|on my phone|in this|then|please|to it|open)){0,3}\W*$",
    re.I,
)


def asks_what_page_says(text: str, *, just: bool) -> bool:
    """Whether a message asks for the text of the page, or has no link to it.

    Args: text: with straight apostrophes. just: whether the page was spoken of a moment ago.
    """
    if just and _NO_LINK.match(text):
        return True
    return _SAYS.match(text) is not None and (just or _NAMES_PAGE.search(text) is not None)
