"""Rows of the table: what is asked of the plans of two people at once ("what have you got down for me and what for
Ann?", "the file for both of us"), and a message that tells of one and asks of the other."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, HEADED, WHOSE, WORDS
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.soft_questions import MAY_MOVE_PLAN
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, fits, named_in, whose
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import MONTHS
from b12guide.understanding.acts import REQUEST

_BOTH = re.compile(
    r"\b(?:both(?: of (?:us|them|our|ours))?|the two of us|us both|each(?: of (?:us|them))|all of us"
    r"|us two|the pair of us"
    r"|me and (?:him|her|them)|(?:his|hers|theirs) and mine|mine and (?:his|hers|theirs))\b",
    re.I,
)
_ME = re.compile(r"\b(?:me|mine|my own|my(?= (?:next|dates?|one|plan|b-?12|injections?|jabs?|shots?|own)\b))\b", re.I)
_THEM = re.compile(r"\b(?:her|hers|him|his|them|theirs)\b", re.I)
_FILES = re.compile(
    r"\b(?:calend[ae]r|calandar|ics|ical|diary file|file|print(?: ?out)?|picture|phone|export|pdf)\b", re.I
)
_ASKS = re.compile(
    r"\b(?:what(?:'?s| is| are| have| do| did| does)?|when(?:'?s| is| are| do)?|which|show|list|tell|read"
    r"|give|send|remind"
    r"|(?:got|have) (?:down|noted|written|saved|kept)|down for|where (?:are|do) we)\b",
    re.I,
)
# Of whom is asked what was had, or whose is first, other rows know.
_OTHER = re.compile(
    r"\b(?:first|before|after|together|same (?:day|date|time|week)|first|had|missed|tablets?|pills?|remind\w*"
    r"|alarms?|why|how (?:long|come)|safe|side|feel\w*)\b",
    re.I,
)
# "Show us both".
_WISHES = re.compile(
    r"\W*(?:(?:ok|okay|great|lovely|thanks|so|and|yes|right|please|now|can you|could you)\W+){0,4}"
    r"(?:show|list|send|give|tell|read|remind|print)\b",
    re.I,
)
# "Jeans dates", written without its apostrophe.
_POSSESSIVE = re.compile(
    r"\b([a-z]{3,})s(?= (?:(?:next|own|whole) )?(?:dates?|list|plan|injections?|jabs?|shots?|ones)\b)", re.I
)
# "Mine can stay", "leave mine": nothing is to be done with it.
_STAYS = re.compile(
    r"\W*(?:(?:and|but|so|just|please|ok)\W+){0,3}(?:(?:mine|hers|his|theirs|my own(?: one)?|my one)(?:'s)?"
    r" (?:(?:can|will|should|just|is|to|does|did|still|fine|ok|okay|has) ){0,3}(?:stays?|staying|stands?|remains?"
    r"|unchanged|the same|as (?:it )?(?:is|was)|fine|not changed|(?:n't|not) change[ds]?)"
    r"|(?:leave|keep) (?:mine|hers|his|theirs|my one)) ?(?:(?:as|where|it|is|was|the|same|alone|be|put|then|please|bro"
    r"|love|though|still|on|day) ?){0,6}\W*",
    re.I,
)
# "What about mine?".
_ASKS_OF = re.compile(
    r"\W*(?:(?:and|but|so|ok|yes|right)\W+){0,3}(?:what|how) (?:about|of) (?:mine|hers|his|theirs|me|my own(?: one)?)"
    r"(?: (?:then|bro|love|mate|hen|please|though)){0,2}\W*",
    re.I,
)
_WHOSE_FALL = re.compile(
    r"\b(?:who(?:se|'s)(?: (?:b-?12|jabs?|jags?|injections?|shots?|dates?|ones?|appointments?)){0,2}"
    r"|(?:any|which)(?: (?:jabs?|injections?|shots?|dates?|ones?))? of ours)"
    r" (?:lands?|falls?|fell|hits?|clash(?:es)?|is|are|would be|comes?)\b",
    re.I,
)
_A_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b (?:the )?\d{{1,2}}(?:st|nd|rd|th)?)(?: 20\d\d)?"
)
_SPAN = re.compile(rf"(?P<a>{_A_DAY}) ?(?:to|until|till|til|-|–|and|through) ?(?:the )?(?P<b>{_A_DAY})", re.I)
_LONGEST = 300
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*\s*")


def of_each(asked: Asked) -> Taken:
    """The dates, or the files, of two people whose plans are known."""
    text = asked.said.text.replace("’", "'")
    told = _told(asked)
    if len(told) < 2 or not _open(asked) or _OTHER.search(text) or dialogue.tells_plan(text):
        return None
    files, asks = _FILES.search(text) is not None, _ASKS.search(text) is not None
    if not (files or asks) or not dialogue.only_asks(text, wishes=files or _WISHES.match(text) is not None):
        return None
    wanted = _wanted(text, told, asked)
    if len(wanted) < 2:
        return None
    request = "calendar" if files else "whole"
    steps = [Step(PLAN, ((REQUEST, request), (WHOSE, one), (WORDS, ""), (HEADED, "yes"))) for one in wanted]
    return (*_yes(asked, text), *steps)


def one_and_the_other(asked: Asked) -> Taken:
    """Sentences of which each tells or asks of somebody else: "they said count from when she had it. And mine is still
    the 3rd?"."""
    state, text = asked.state, asked.said.text
    told = _told(asked)
    if len(told) < 2 or not _open(asked) or len(text) > _LONGEST:
        return None
    parts = [match[0] for match in _SENTENCE.finditer(text) if re.search(r"\w", match[0])]
    if len(parts) < 2:
        return None
    groups: list[tuple[str, str]] = []
    current, last = state.whose, state.other
    for part in parts:
        about = whose(part, current=current, known=state.known, last=last)
        if about.child is not False or about.several:
            return None
        current = about.person
        last = current if current != ME else last
        if groups and groups[-1][0] == current:
            groups[-1] = (current, groups[-1][1] + part)
        else:
            groups.append((current, part))
    people = {person for person, _ in groups}
    if len(people) != 2 or not people <= set(told):
        return None
    steps = []
    for person, group in groups:
        # That the plan of one stays is said beside the news of the other.
        words = "".join(part for part in _SENTENCE.findall(group) if not _STAYS.fullmatch(part.strip()))
        if not words.strip():
            continue
        moves = plan_words(state.plans[person], words, asked.who, state.plans)[1]
        of_theirs = _ASKS_OF.fullmatch(words.strip()) is not None
        if not moves and not (dialogue.only_asks(words) or of_theirs):
            return None
        wish = "next" if of_theirs else "state"
        steps.append(Step(PLAN, ((REQUEST, wish), (WHOSE, person), (WORDS, words.strip()), (HEADED, "yes"))))
    return tuple(steps) or None


def whose_in_days(asked: Asked) -> Taken:
    """ "Whose jabs land in that?": the days that are named, held against the plan of each."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    told = _told(asked)
    found = _WHOSE_FALL.search(text)
    if len(told) != 2 or found is None or not _open(asked) or len(text) > _LONGEST or dialogue.tells_plan(text):
        return None
    yes, span = _yes(asked, text), _SPAN.search(text)
    words = (
        f"does any of mine fall from {span['a']} to {span['b']}?"
        if span
        else _WHOSE_FALL.sub("which of mine fall", text)
    )
    if any(not plan_words(state.plans[one], words, asked.who, state.plans)[1] for one in told):
        return None
    people = sorted(told, key=lambda one: one != ME)
    steps = (Step(PLAN, ((REQUEST, "state"), (WHOSE, one), (WORDS, words), (HEADED, "yes"))) for one in people)
    return (*yes, *steps)


def _told(asked: Asked) -> list[str]:
    state = asked.state
    return [one for one, plan in state.plans.items() if dialogue.is_told(plan) and one not in state.children]


def _open(asked: Asked) -> bool:
    return (
        asked.kind in MAY_MOVE_PLAN
        and asked.state.awaiting in (None, PLAN)
        and not asked.said.verdict.warns
        and not asked.state.child_writes
    )


def _wanted(text: str, told: list[str], asked: Asked) -> list[str]:
    """The people of whom it is asked, the writer first."""
    if _BOTH.search(text):
        return sorted(told, key=lambda one: one != ME)
    named = set(named_in(_POSSESSIVE.sub(r"\1's", text), asked.state.known)) & set(told)
    others = [one for one in told if one != ME]
    if not named and len(others) == 1 and any(fits(word, others[0]) for word in _THEM.findall(text)):
        named = {others[0]}
    if ME in told and _ME.search(text):
        named.add(ME)
    return sorted(named, key=lambda one: one != ME)


def _yes(asked: Asked, text: str) -> tuple[Step, ...]:
    """A yes before it is one to the plan that was read back."""
    state = asked.state
    lead = re.split(r"[.,;!?]", text, maxsplit=1)[0]
    if not dialogue.awaits_yes(state.plan) or state.awaiting != PLAN or dialogue.says_yes(lead) is not True:
        return ()
    return (Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, state.whose), (WORDS, "yes"), (HEADED, "yes"))),)
