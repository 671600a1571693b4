"""What may stand before any wish of the diary, and what is said around one in courtesy."""

from __future__ import annotations

import re

# "May I also ask you to", "would you be so kind as to", "I'd be grateful if you could".
_ASKS_NICELY = (
    r"(?:(?:may|might|can|could) i (?:also |just |perhaps )?(?:ask|trouble|get|have|bother) you(?: also| please)? to"
    r"|(?:would|will|could) you (?:also |please )?(?:be (?:so kind|good enough|a dear|an angel)(?: as)?(?: to"
    r"| and)|mind)"
    r"|be (?:so kind|good enough|a dear)(?: as)?(?: to| and)"
    r"|(?:i'?d|i would|i'?ll) be (?:very |so |most )?(?:grateful|glad|obliged|happy) if you(?: could| would| can)?"
    r"|(?:it'?d|it would) be (?:very )?(?:good|great|nice|kind|helpful|lovely) if you(?: could| would| can)?"
    r"|if you (?:could|would|can|don'?t mind)|do me a favou?r(?: and)?|you (?:could|can|may|might|should)"
    r"|(?:i'?d|i would) (?:also )?(?:like|love|want) you to|(?:i|we) (?:also )?need you to"
    r"|don'?t forget to|remember to|be sure to|make sure (?:to|you))"
)
# What may stand before any wish of the diary.
POLITE = (
    r"(?:(?:please|pls|plz|kindly|ok|okay|um+|er+m?|uh|well|right|hi|hello|hey"
    r"|(?:can|could|would|will) (?:you|u|ya)"
    r"|cud u|and|also|just|now|thanks|thank you|so)[, ]+){0,4}"
)
# What is said with joy or thanks before a wish, and is no part of what is kept.
PRAISE = (
    r"(?:great|lovely|perfect|splendid|wonderful|marvellous|excellent|brilliant|super|fantastic|smashing|grand|fab|ace"
    r"|cool|thanks|thank you|cheers|ta|ok|okay|alhamdulillah)"
)
_NICELY = re.compile(
    rf"^\W*(?:(?:{PRAISE}|hi|hello|good (?:morning|evening|afternoon)|and|also|so"
    rf"|please)\b\W*){{0,4}}{_ASKS_NICELY}[, ]+"
    r"(?=[a-z])",
    re.I,
)


def without_asking(text: str) -> str:
    """A message without the words that ask for leave or a favour before a wish: "may I ask you to"."""
    return _NICELY.sub("", text)
