"""How it is said which days the clinic set in the place of others (`set_days`): in a text in which each day is a mark
with its number."""

from __future__ import annotations

import re

from ..reading.day_words import MONTHS

ONE = r"(?: (?:ones?|1|jab|jag|shot|injection|needle|dose|appointment|appt))?"
MOVES = (
    r"(?:mov(?:ed?|ing)|chang(?:ed?|ing)|shift(?:ed|ing)?|swap(?:ped|ping)?|switch(?:ed|ing)?|put|push(?:ed|ing)?|brought"
    r"|rebooked|rescheduled|rearranged|bumped|swopped)"
)
AT = r"\x01(?P<{0}>\d+)\x02"
# "Moved the 2nd to the 3rd", "the 4th one has been changed to Monday the 7th".
OLD_TO_NEW = re.compile(
    rf"{AT.format('old')}{ONE}(?:'s)?(?: (?:is|has|was|been|got|now|being|gets?|goes|over|back|forward|then"
    rf"|{MOVES})){{0,5}} (?:to|onto|till|until|for|->|=>)(?: be)?(?: on)? {AT.format('new')}",
    re.I,
)
INSTEAD_OF = r"(?:instead of|in (?:the )?place of|rather than|,? ?(?:and |now )?not)"
# "Friday the 4th now, not Thursday", "the 1st of June instead of the 18 May one".
NEW_FOR_OLD = re.compile(
    rf"{AT.format('new')}(?P<gap>[^\x01.;!?]{{0,25}}?) ?{INSTEAD_OF}(?: (?:on|for|the|one|due|that'?s)){{0,4}}"
    rf" {AT.format('old')}",
    re.I,
)
FOR_OLD_NEW = re.compile(
    rf"(?:instead of|in (?:the )?place of|rather than|not)(?: on| for| the)? {AT.format('old')}{ONE}"
    rf",? (?P<gap>[^\x01.;!?]{{0,40}}?) ?{AT.format('new')}",
    re.I,
)
# "The 15th instead of the planned day", "in place of the one you have": of the next one.
_PLANNED = (
    r"(?:it|that(?: one)?|(?:the|my|her|his) (?:planned|usual|normal|original|next|due|old)(?: (?:one|day|date|jab|shot"
    r"|injection|dose|appointment))?|the (?:one|day|date) (?:you|i|we|it) (?:have|had|gave|said|show(?:ed)?|planned"
    r"|was|were))\b"
)
NEW_FOR_NEXT = re.compile(
    rf"{AT.format('new')}[^\x01.;!?]{{0,25}}? ?(?:instead of|in (?:the )?place of|rather than) {_PLANNED}"
    rf"|(?:instead of|in (?:the )?place of|rather than) {_PLANNED},? [^\x01.;!?]{{0,40}}? ?{AT.format('new2')}",
    re.I,
)
SHUT = (
    r"(?:no (?:nurses?|clinic|doctor|staff|slots?|appointments?|one|room|space)|nobody|closed|shut|not open|isn'?t open"
    r"|aren'?t open|fully booked|full|nurse (?:is|'s|will be)? ?(?:off|away|out)|(?:can'?t|cannot|won'?t|couldn'?t)"
    r" (?:do|fit|manage|make|see))"
)
GIVES = (
    r"(?:put|booked|moved|gave|given|agree[sd]?|offered|said|says?|doing|do|fit|squeezed?|slotted|set|got|it'?s"
    r"|so it is|go(?:ing)?|have|having)"
)
# "No nurse on Wednesday, so they've put me in Thursday the 3rd".
SHUT_ON_OLD = re.compile(
    rf"\b{SHUT}\b[^\x01.;!?]{{0,30}}?{AT.format('old')}[^\x01;!?]{{0,60}}?\b{GIVES}\b[^\x01;!?]{{0,40}}?"
    rf"{AT.format('new')}",
    re.I,
)
# "The 17th is a Sunday, the nurse agreed to the 18th".
OLD_IS_SHUT = re.compile(
    rf"{AT.format('old')}{ONE}(?:'s|,)? ?(?:(?:is|was|falls?|lands?|being|they'?re|they are|it'?s)"
    rf"(?: on)? ?(?:an? )?(?:\w+day|bank holiday|public holiday|holiday|weekend|christmas|boxing day|off|{SHUT})"
    rf"|{SHUT})\b[^\x01;!?]{{0,60}}?\b{GIVES}\b[^\x01;!?]{{0,40}}?{AT.format('new')}",
    re.I,
)
# "Scrap Thursday. Friday, same time": of a day that was booked.
SCRAP = re.compile(
    rf"\b(?:scrap|cancel|forget|drop|bin|ditch|not|no longer|scratch) {AT.format('old')}{ONE}[\s.,;:!–—-]{{1,3}}"
    rf"(?:(?:now|it'?s|its|make it|go for|put|on|is|and|but|then)\s){{0,3}}{AT.format('new')}",
    re.I,
)
# "They cancelled the 10th. It's the 14th".
CALLED_OFF = re.compile(
    rf"\b(?:cancell?ed|called off|scrapped|taken off) {AT.format('old')}{ONE}[\s.,;:!–—-]{{1,3}}"
    rf"(?:(?:now|it'?s|i'?m|so|and|but|then|put|me|on|in|for|they'?ve|they|given|gave|booked|offered|have|is|it)\s)"
    rf"{{0,6}}{AT.format('new')}",
    re.I,
)
# "And the one after to the 22nd".
ONE_AFTER = re.compile(
    rf"\b(?:(?:one|jab|shot|injection|dose) after(?: that| it)?|(?:next|following) one)"
    rf"(?: (?:is|to|goes|moved|on|now|then|be|for|has|been)){{0,4}} {AT.format('new')}",
    re.I,
)
# "They can only offer Thursday the 7th, and I have accepted it": of the next one.
ACCEPTED = re.compile(
    rf"\b(?:offer(?:ed|s|ing)?|suggested|proposed|came up with|had (?:only )?|have (?:only )?|do|got|free|gave me"
    rf"|given me)\b[^\x01.;!?]{{0,30}}?{AT.format('new')}[^\x01.;!?]{{0,40}}?\b(?:i|we)(?:'ve|'ll| have| will)?"
    r"(?: (?:just|now|already|gladly|happily|duly)){0,2}"
    r" (?:accepted|taken|took|agreed|said (?:yes|ok|okay|fine)|confirmed|snapped|grabbed|booked)\b",
    re.I,
)
OF_MONTH = re.compile(
    rf"{AT.format('new')} (?:for|as|is)(?: the| my| her| his)? (?P<m>{MONTHS})(?:'?s)?(?: (?:one|dose|jab|shot"
    rf"|injection|appointment))\b",
    re.I,
)
MONTHS_ONE = re.compile(
    rf"\b(?P<m>{MONTHS})(?:'?s)? (?:one|dose|jab|shot|injection|appointment)\b"
    rf"[^\x01.;!?]{{0,30}}? ?{AT.format('new')}",
    re.I,
)
# "The one in January is moved to the 11th", "January's is now the 11th".
ONE_IN_MONTH = re.compile(
    rf"\b(?:(?:one|dose|jab|shot|injection|appointment)(?: (?:due|planned|booked|that'?s|that is|which is)){{0,2}}"
    rf" (?:in|of|for) (?P<m>{MONTHS})\b|(?P<m2>{MONTHS})'s(?= (?:is|has|was|got|been|now|moved|goes|will|on|to)\b))"
    rf"[^\x01.;!?]{{0,30}}? ?{AT.format('new')}",
    re.I,
)
# "The first monthly one", "the first of the 12 weekly ones".
FIRST_OF = re.compile(
    r"\bfirst (?:of (?:the|my|her|his|those) )?(?P<what>(?:\w+[ -]){0,3}?(?:monthly|weekly|fortnightly|daily|yearly"
    r"|maintenance|(?:weeks?|months?)))\b",
    re.I,
)
# Nothing is booked on a day that was noted.
NOTHING_ON = re.compile(
    r"\b(?:nothing|no (?:injection|jab|shot|appointment|one)|(?:not|\w+n't|never)(?: got)?"
    r"(?: (?:anything|one|any|an appointment))?)(?: (?:is|was|been|booked|due|down|planned|set|in)){0,3} (?:on|for) "
    rf"{AT.format('off')}",
    re.I,
)
# What is wished for, supposed, or was had.
NOT_SET = re.compile(
    r"\b(?:if|unless|maybe|perhaps|hope|hoping|wish|would (?:like|prefer|rather)|'d (?:like|prefer|rather)"
    r"|(?:i|we) (?:want|need|prefer)|(?:should|could|shall|may|might|can) (?:i|we|she|he|it|they)"
    r"|(?:can|could|will|would) you (?:please )?(?:move|change|shift|swap|switch|push|book)"
    r"|wants? (?:to|it|me|her|him|us|that|this|mine|my)|would like to|thinking of|might"
    r"|(?<!\d )may(?! \d)|(?:could|would|should)(?! only)"
    r"|from now on|going forward|in future|always|permanently|for good|all (?:of )?(?:them|the rest|my)"
    r"|had|was given|were given|gave (?:it|me (?:it|my|the))|took|missed|skipped"
    r"|start(?:ed|ing)?|began|begun|ask(?:ed|ing)? (?:if|for|whether)|trying|try)\b",
    re.I,
)
HAD_IT_MOVED = re.compile(rf"\bhad (?:it|mine|that|to) (?:be )?{MOVES}\b|\bhad to {MOVES}\b", re.I)
SETS = re.compile(
    rf"\b(?:{MOVES}|agree[sd]?|book(?:ed|ing)?|offer(?:ed|s)?|accepted|clinic|nurse|surgery|doctor|gp|practice|hospital"
    r"|receptionist|appointment|appt|they(?:'ve|'re|'ll)?|instead|stays?|she says?|he says?|she said|he said|write"
    r"|put|note|first)\b",
    re.I,
)
NOT_ON = re.compile(r"\b(?:not|never|isn't|wasn't)(?: (?:on|for|the|this|that|booked)){0,3} $", re.I)
# Whose day is none of an injection, and what else has a day of its own.
OTHER_THING = re.compile(
    r"\b(?:dentist|dental|opticians?|bloods?|tests?|scans?|x-?ray|flu|covid|reviews?|eyes?|fracture|physio\w*"
    r"|chiropod\w*|podiatr\w*|hair\w*|wedding|party|meeting|birthday"
    r"|hospital appointment|doctor'?s appointment|exams?|school|vet)\b",
    re.I,
)
OTHER = re.compile(r"\b(?:hols?|holidays?|fly\w*|flights?|trip|back|home|work\w*)\b", re.I)
# Where one clause ends; what is said of a day in a row, that it was set or stays, and of a day of one's own.
CLAUSE = re.compile(r"[,;:!?\n]+|\.(?=\s|$)|\b(?:and|but|so|because|cos)\b", re.I)
LONE = re.compile(
    r"\W*(?:(?:on|for|then|also|the|too|as well)\W+){0,3}\x01\d+\x02(?:\W+(?:also|too|as well|then)){0,2}\W*"
)
CUE = re.compile(rf"\b(?:{MOVES}|agree[sd]?|stays?|keeps?|(?:she|he|they|nurse|clinic) (?:says?|said))\b", re.I)
OWN_DOING = re.compile(r"\b(?:i|we|she|he)(?:'m|'re| am| are|'ve got| have got)\b|\b(?:i|we) (?:work|go)\b", re.I)
# As it is typed in a hurry.
INSTEAD = re.compile(r"\binst(?:ed|aed|eed|ad)\b|\bintead\b", re.I)
# "Write 18 January for the January one".
WRITE_FOR = re.compile(
    rf"\b(?:write|put|note|record|mark|enter|add)\b[^.;!?]{{0,40}} for (?:the |my |her |his )?(?:{MONTHS}) (?:one|dose"
    r"|jab|shot|injection)\b",
    re.I,
)
SENTENCE = re.compile(r"(?<!\b[A-Z])[.;!?\n]+(?=\s|$)")
EVERY = re.compile(r"\b(?:every|each|alternate)\b", re.I)
# What is wanted in the same sentence.
WISH_BEHIND = re.compile(
    r"(?:,|\band\b|\bso\b|\bbut\b)\s?(?:(?:and|so|then|please) ){0,2}(?=(?:can|could|will|what'?s?|wat'?s?|when'?s?|wen"
    r"|list|show|tell|give|send|how|please)\b)",
    re.I,
)
