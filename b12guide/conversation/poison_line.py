"""What tells that the poison line is on the phone about a child who swallowed something, and what only looks so."""

from __future__ import annotations

import re

from b12guide.understanding.sentences import sentences

# Of a child who swallowed something: who knows of it is on the phone now, and was not only tried.
_LINE = (
    r"(?:poison\w*(?: (?:people|lady|man|help|control|cent(?:re|er)|line|service|folks?|team|info\w*))?|toxicology"
    r"|111|811|999|911|000|112|10177|healthline|healthdirect|ambulance|operator|dispatch\w*)"
)
_NAMED = re.compile(rf"\b{_LINE}\b", re.I)
_ADVICE = (
    r"(?:watch|monitor|keep an eye|observe|go (?:in|to|straight)|bring (?:him|her|them|it)|take (?:him|her|them)"
    r"|stay (?:at )?home|keep (?:him|her|them) (?:at )?home|come in|coming in|no need to|nothing to do"
    r"|give (?:him|her|them)|a drink of)"
)
_LINE_ON = re.compile(
    rf"\b{_LINE} (?:(?:is|are|now|just|already|finally) ){{0,2}}(?:on (?:the )?(?:phone|line)|speaking|talking)\b"
    rf"|\b(?:got|have|i'?ve|with) (?:(?:the|a|got|nice) ){{0,2}}{_LINE} (?:(?:here|right|just) )?(?:now )?"
    r"on (?:the )?(?:phone|line)\b"
    rf"|\b(?:through to|speaking (?:to|with)|talking (?:to|with)) (?:(?:the|a|nice) ){{0,2}}{_LINE}"
    r"(?: (?:right )?now\b|\W*$)"
    rf"|\bon (?:the )?(?:phone|line) (?:(?:now|to|with|the) ){{1,3}}{_LINE}\b"
    rf"|\b(?:called|rang|phoned|rung|spoke to|spoken to|talked to) (?:the )?{_LINE}\b[^?.]{{0,24}}"
    rf"\b(?:they|he|she|who|and) (?:(?:have|just) )?(?:said|say|says|told)\b[^?.]{{0,24}}\b{_ADVICE}\b",
    re.I,
)
_LINE_NOT_ON = re.compile(
    r"\?|\b(?:should|shall|not(?! to worry)|never|no(?! need)|\w+n't|can'?t|hold|holding|engaged|busy|waiting|answer\w*"
    r"|will|going to|gonna|try|trying|tried|before|until|if|(?<!no )need|want|nobody|called back|ring(?:ing)? back)\b",
    re.I,
)
# A call that reached nobody who knows: a queue, a recording, "call back later"; and one of another time.
_REACHED_NOBODY = re.compile(
    r"\b(?:queue\w*|in line|\d+(?:st|nd|rd|th) in"
    r"|lines? (?:(?:is|are|was|were|all|r) ){1,2}(?:too )?(?:full|busy|closed)"
    r"|press(?:ing)? (?:\d|one|two|three)|recording|recorded (?:message|voice)|automated|robot|voice ?mail"
    r"|answer ?phone|menu|(?:call|ring|phone|try) (?:(?:us|them|it|back|again) ){0,2}later|cut (?:me )?off|hung up"
    r"|disconnected)\b",
    re.I,
)
_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|month|week|time|summer|winter|spring|autumn)|(?:years?|months?|weeks?|while|long time|ages)"
    r" (?:ago|back)|once|in 20\d\d)\b",
    re.I,
)
# How a child is who does badly, whoever is on the phone.
_CHILD_BADLY = re.compile(
    r"\b(?:flopp\w*|limp|sleepy|drows\w*|wak(?:e|ing)|unconscious|out cold|fit(?:s|ting)?|seizure|shak\w*|jerk\w*|pale"
    r"|blue|grey|gray|white|vomit\w*|sick|throw\w* up|puk\w*|blood|breath\w*|chok\w*|cry\w*|scream\w*|hurts?|pain\w*"
    r"|ill|poorly|unwell|worse|dizzy|wobbly|confus\w*|respond\w*|cold|clammy|collaps\w*|faint\w*|burning|hot)\b",
    re.I,
)
# What they said of the child, once they were on the phone: "they said to watch her", "they say she will be fine".
_THEY_SAID = re.compile(
    rf"\b(?:they|he|she|{_LINE}) (?:(?:have|just) )?(?:said|says?|told|tells?|advised)\b[^?.]{{0,30}}"
    rf"\b(?:{_ADVICE}|fine|ok|okay|alright|all right|harmless|safe|nothing|not to worry|don'?t worry)\b",
    re.I,
)
# What says that no iron is in it: "no, it has iron" does not, nor does who only thinks so.
_NO_IRON = re.compile(
    r"\b(?:no|without|zero|nil|any) (?:added |extra |actual )?(?:iron|ferr\w{2,4})\b"
    r"|\b(?:nothing|nowt|not a (?:word|thing)|no (?:word|mention|sign)) (?:\w+ ){0,3}(?:iron|ferr\w{2,4})\b"
    r"|(?:\b(?:not|never|(?:do|does|did|is|has|have)nt)|n't) (?:\w+ ){0,3}(?:iron|ferr\w{2,4})\b"
    r"|\biron(?:'?s| is)? (?:\w+ ){0,2}(?:not|isn'?t)\b|\biron[- ]free\b",
    re.I,
)
_IRON_DOUBTED = re.compile(
    r"\?|\b(?:sure|know|if|whether|think|might|may|maybe|could|hope|suppose|guess|probably|wait|wrong|sorry|just|only)\b",
    re.I,
)


def says_no_iron(text: str) -> bool:
    """Whether a text says that there is no iron in what was swallowed, and leaves no doubt."""
    plain = text.replace("\u2019", "'")
    return any(_NO_IRON.search(part) is not None and _IRON_DOUBTED.search(part) is None for part in sentences(plain))


def on_the_phone(part: str) -> bool:
    """Whether a sentence says that somebody of the line is on the phone, or has said what to do."""
    return _LINE_ON.search(part) is not None and _LINE_NOT_ON.search(part) is None


def they_said(text: str) -> bool:
    """Whether a text tells what they said of the child, once they were on the phone."""
    return _THEY_SAID.search(text) is not None and "?" not in text


def names_line(text: str) -> bool:
    """Whether a text names the line, or who sends an ambulance."""
    return _NAMED.search(text) is not None


def reached_nobody(text: str) -> bool:
    """Whether a call came to a queue, a recording, or to "call back later": nobody has said what to do."""
    return _REACHED_NOBODY.search(text) is not None


def of_another_time(text: str) -> bool:
    """Whether a text tells of a call, or of advice, of another time."""
    return _OTHER_TIME.search(text) is not None


def does_badly(text: str) -> bool:
    """Whether a word of a text is one of a child who does badly."""
    return _CHILD_BADLY.search(text) is not None
