"""How somebody asks to have read back what they told, and about what or of which days."""

from __future__ import annotations

import re
from datetime import date, timedelta

_LEAD = (
    r"^\W*(?:(?:please|pls|plz|kindly|ok|okay|hi|hello|hey|(?:can|could|would|will) (?:you|u|ya)|and|also"
    r"|just|now|thanks|so"
    r"|tell me|remind me|i want to know|i'd like to see|let me see|show me|do you (?:know|remember))[, ]+){0,4}"
)
_TOLD = (
    r"(?:(?:tell|told|tol) (?:you|u)|said|say|written?|wrote|noted?|put|log(?:ged)?|kept|keep|recorded?"
    r"|mentioned?)(?: (?:down|to you))?"
)
_WHEN = (
    r"(?:so far|yet|already|today|yesterday|lately|recently|before|up to now|until now|since (?:i began|the start)"
    r"|(?:in |over |for |from |during )?(?:this|the last|last|the past|past) (?:few "
    r"|couple of )?(?:\d{1,2} )?(?:days?|weeks?|months?|fortnight|\w+day)"
    r"|(?:on|for|from|since) \w+day|in \w+)"
)
_ABOUT = r"(?:about|on|of|regarding) (?P<about{}>[\w' ]{{2,40}}?)"
_NOTES = r"(?:notes|diary|entries|log|journal|record)"
_END = rf"(?: {_WHEN})?(?: (?:please|pls|again|back|then|in (?:my|the) (?:notes|diary))){{0,8}}\W*$"
_FORMS = (
    rf"what (?:(?:all )?(?:have|had|did|was it)|things (?:have"
    rf"|did)) i (?:ever )?{_TOLD}(?: {_WHEN})?(?: {_ABOUT.format(1)})?",
    rf"what i(?:'ve| have)? {_TOLD}(?: {_WHEN})?(?: {_ABOUT.format(2)})?",
    rf"(?:show|read|give|list|tell|go over|go through|run through|play|recap|bring up|pull up|open|see)(?: me"
    rf"| with me)?(?: back| out| again)?"
    rf"(?: (?:all|everything|what|anything)){{0,4}}(?: (?:that )?i(?:'ve"
    rf"| have)? {_TOLD})(?: {_WHEN})?(?: {_ABOUT.format(3)})?",
    rf"(?:show|read|give|list|tell|go over|go through|run through|play|recap|bring up|pull up|open|see)(?: me"
    rf"| with me)?(?: back| out| again)?"
    rf" (?:all )?(?:of )?(?:my |the )?{_NOTES}(?: i (?:made|kept|wrote))?(?: {_WHEN})?(?: {_ABOUT.format(4)})?",
    r"(?:read|play|give)(?: me)? back (?:my |the )?(?:last |past )?(?:\d )?(?:day|week|fortnight|month|weeks"
    r"|days|months)",
    rf"(?:is there |have i |do i have |got )?(?:anything|any notes?|something) (?:written |noted |kept "
    rf"|put )?(?:down )?(?:in (?:there|my (?:notes|diary)) )?{_ABOUT.format(5)}(?: in (?:there|my (?:notes|diary)))",
    rf"what (?:do|does|did) my {_NOTES} say(?: {_ABOUT.format(6)})?",
    r"(?:what (?:was|is|did|does)|read|show|give|find)(?: me)? (?:the|my|that|her|his|mum'?s"
    r"|dad'?s) (?P<about7>[\w' ]{2,30}?) "
    r"(?:line|note|entry)(?: (?:say|said|i (?:wrote|made|kept)))?",
    r"(?:did|have) you (?:really |just |actually )?(?:keep|kept|note|noted|save|saved|write down"
    r"|written down|record|recorded) (?:my|the|that|what i (?:said|told you)) ?(?:last )?(?:note"
    r"|entry)?(?=\W*$)(?<=(?:note|ntry| you|said))",
)
_ASKED = [re.compile(rf"{_LEAD}{form}{_END}", re.I) for form in _FORMS]
# What is asked of the plan in the same words.
_OF_PLAN = re.compile(
    r"\b(?:plan|dates?|schedule|injections?|jabs?|shots?|doses?|next|due|b-?12|my (?:doctor|gp|nurse)"
    r"|questions?|reminders?)\b",
    re.I,
)
_LAST = re.compile(r"\b(?:last|past|previous)(?: (?:(\d{1,2})|few|couple of))? (day|week|fortnight|month)s?\b", re.I)
_THIS = re.compile(r"\bthis (week|month)\b|\b(today)\b", re.I)
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 31}


def reads_back(text: str) -> str | None:
    """What a message wants read back of what was told: its words about what or of which days, "" for all of it; None
    where it asks for none of that.

    Args: text: with straight apostrophes.
    """
    if _OF_PLAN.search(text):
        return None
    for pattern in _ASKED:
        if (found := pattern.search(text)) is not None:
            about = next((words for words in found.groupdict().values() if words), "")
            return (
                about
                if about and since(about, date.min + timedelta(days=99)) is None
                else (text if since(text, date.max) else "")
            )
    return None


def since(text: str, today: date) -> date | None:
    """From which day on something is wanted: of the last week, of this month; None where no such time is named."""
    if (found := _LAST.search(text)) is not None:
        return today - timedelta(
            days=int(found[1] or (1 if found[0].split()[1] not in ("few", "couple") else 3))
            * _LENGTHS[found[2].lower()]
        )
    if (found := _THIS.search(text)) is not None:
        if found[2]:
            return today
        return today - timedelta(days=today.weekday()) if found[1].lower() == "week" else today.replace(day=1)
    return None
