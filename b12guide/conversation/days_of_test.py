"""The days of a blood test and of the injection before it, as somebody tells them of themselves: a level that was taken
soon after an injection is high by that."""

from __future__ import annotations

import re
from datetime import date

from b12guide.conversation.others_stopped import SOMEBODY
from b12guide.conversation.whose import named_in as people_in
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from b12guide.plan.reading.other_jabs import AGAINST

TEST, INJECTION = "test", "injection"
# So many days after an injection a level is no longer high by that one alone.
LONGEST = 120
_CLAUSE = re.compile(r"[.!?;\n]+|,? (?:and|but|then|so)\b|, ")
_DAY = re.compile(
    rf"\b(?:(?:last |this |on )?(?:{WEEKDAY_WORDS}),? (?:the )?)?"
    rf"(?:\d{{1,2}}(?:{NTH_END})? (?:of )?(?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}(?:{NTH_END})?|\d{{1,2}}[/.]\d{{1,2}})"
    r"(?:,? 20\d\d|[/.]20\d\d)?\b"
    rf"|\b(?:last |this |on )(?:{WEEKDAY_WORDS})\b|\b(?:yesterday|today|this morning)\b",
    re.I,
)
_OF_TEST = re.compile(
    r"\b(?:tests?|tested|bloods?|blood (?:test|sample)|sample|results?|levels?|readings?|taken|drawn|app|lab|high)\b",
    re.I,
)
_OF_INJECTION = re.compile(
    r"\b(?:injections?|injected|jabs?|jags?|shots?|needles?|last one|the last|my last|dose|had (?:it|one|mine))\b", re.I
)
# Somebody else's, or one of several days.
_NOT_SURE = re.compile(
    r"\b(?:he|she|his|hers?|him|they|their|or|maybe|about|around|next|will|would|should|if|not|never|no|due|book\w*"
    r"|appointment|supposed|meant|moved|put off|re-?scheduled?|instead|(?:did|was|have|had|could|were)nt)\b|n't\b",
    re.I,
)
# Anywhere in the text, these leave it open which day is of which injection and which of which test.
_OF_ELSE = re.compile(
    rf"\b(?:{AGAINST}|vaccin\w{{0,8}}|boosters?|insulin|heparin|allergy|epi-?pens?|anaesthetic|numbing|dentist"
    r"|(?:eye|hearing|smear|driving|pregnancy|urine|pee|stool|breath|allergy|stress|lung|heart|scan) tests?|scans?|mri"
    r"|cancel\w*|miss(?:ed|ing)?|skip\w*|postpon\w*|refus\w*|turned (?:it )?down|forgot\w*|called off|rang off"
    r"|(?:did not|could not|never|(?:did|could)n'?t) (?:go|have|get|turn|make|happen|manage|attend|come))\b",
    re.I,
)


def days_told(text: str, who: dialogue.Who) -> dict[str, date]:
    """The day of the writer's test and that of their last injection that a `text` names: each where it is one day."""
    found: dict[str, date] = {}
    plain = text.replace("\u2019", "'")
    if not _DAY.search(plain) or _OF_ELSE.search(plain) or SOMEBODY.search(plain) or people_in(plain):
        return found
    for clause in filter(None, _CLAUSE.split(plain)):
        days = [match[0] for match in _DAY.finditer(clause)]
        if len(days) != 1 or _NOT_SURE.search(clause):
            continue
        of_injection = _OF_INJECTION.search(clause) is not None
        if not of_injection and _OF_TEST.search(clause) is None:
            continue
        day = dialogue.day_told(f"the last one was on {days[0].removeprefix('on ')}", who)
        if day is not None and day <= who.today:
            found[INJECTION if of_injection else TEST] = day
    return found


def days_after(told: dict[str, str]) -> int | None:
    """How many days after the injection the test was, of the days that were `told` (ISO); None where that is not known
    or no longer counts."""
    if TEST not in told or INJECTION not in told:
        return None
    days = (date.fromisoformat(told[TEST]) - date.fromisoformat(told[INJECTION])).days
    return days if 0 < days <= LONGEST else None
