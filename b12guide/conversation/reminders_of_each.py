"""A row of the table: what is wished of the reminders of several people at once, of each what is said of theirs."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    ALONE,
    ASKED,
    FORGET_ME,
    HEADED,
    NAMED,
    OF_SEVERAL,
    REMINDED,
    REMINDERS,
    WHOSE,
    WORDS,
)
from b12guide.conversation.reminder_wishes import reminders_of
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, named_in, whose, without_whose
from b12guide.diary import wishes
from b12guide.diary.spelled import spelled_out
from b12guide.plan import dialogue

# Where the words of somebody else may begin.
_CUT = re.compile(r"\s*[,;.!](?:\s+|$)(?:(?:and|but|then)\s+)?|\s+(?:and|but|while|n|&)\s+", re.I)
_DROPS = re.compile(
    r"^\W*(?:(?:please|just|can you|could you|you can)\W+){0,2}(?:drop|cancel|stop|end|remove|delete|scrap|bin|lose"
    r"|turn off|no more(?: of| for)?|none for|no reminders? for|forget)\b",
    re.I,
)
_STAYS = re.compile(
    r"^\W*(?:(?:can|could|should|please|just|is|are|to|still|keep|leave)\W+){0,3}"
    r"(?:stays?|stay on|fine|unchanged|the same|alone|as (?:it|they) (?:is|are|was|were)|good|ok|okay|going)\b"
    r"[\w ]{0,20}\W*$",
    re.I,
)
# What is left of "of mine, on the day".
_LEFT = re.compile(r" (?:of|about|for) (?=(?:in|on|at|the|an?|one|two|three|\d{1,2})\b)", re.I)
_KEEPS = re.compile(r"^\W*(?:(?:please|just|but|and|still)\W+){0,2}(?:keep|leave)\b", re.I)
_NAMES = re.compile(r"\b(?:remind\w*|texts?|nudges?|messages?|alerts?|pings?)\b", re.I)
# What was or is, and a question: no wish.
_TELLS = re.compile(
    r"\?|\b(?:had|has|got|gets|due|moved|booked|goes|went|been|came|comes"
    r"|(?<!as it )(?<!as they )(?:was|were|is|are))\b"
    r"(?! (?:fine|ok|okay|the same))",
    re.I,
)
_LONGEST = 40
# "Remind me about both", "for the two of us", "all of them please".
_BOTH = re.compile(
    r"\b(?:about|for|of|on|before|ahead of|both|each|all) (?:both|each|all|the two|the three|all three)\b"
    r"(?: of (?:us|them|our \w+|the \w+|these|those))?|\b(?:both|each|all) of (?:us|them|our (?:dates|injections"
    r"|jabs|shots|plans)|the (?:dates|injections|jabs|shots|plans))\b|\bboth\b(?! (?:times|days|mornings|reminders))",
    re.I,
)
# "Stop mine", "turn hers off": of whose reminders is said, and of nothing else.
_ENDS = re.compile(
    r"^\W*(?:(?:ok|okay|and|please|just|now|so|actually|can you|could you|you can|then)\W+){0,3}"
    r"(?:stop|cancel|end|drop|scrap|delete|remove|pause|turn off|switch off|no more(?: of| for)?)"
    r" (?:mine|hers|his|theirs|my ones?|(?:my )?[\w-]+'s(?: ones?)?)(?: (?:please|now|then|too|as well|thanks)){0,2}"
    r"\W*$|^\W*(?:(?:ok|okay|and|please|just|now|so)\W+){0,3}(?:turn|switch) (?:mine|hers|his|theirs"
    r"|(?:my )?[\w-]+'s) off\W*$",
    re.I,
)
# So many things that were said since may stand between.
_LATELY = 3


def of_each(asked: Asked) -> Taken:
    """ "Mum's the day before and mine on the day at 8": a wish for each; None where one of them says none."""
    state, text = asked.state, spelled_out(asked.said.text)
    free = state.awaiting in (None, PLAN) and state.standing is None and not state.child_writes
    if not free or asked.said.verdict.warns or asked.kind == FORGET_ME or len(text.split()) > _LONGEST:
        return None
    just = REMINDED in state.said[-2:]
    if REMINDED in state.said[-_LATELY:] and _ENDS.match(text):
        return _one_ends(asked)
    if (found := _of_both(asked, text)) is not None:
        return found
    if not (just or _NAMES.search(text)) or (not wishes.WISH_WORDS.search(text) and _TELLS.search(text)):
        return None
    shares = _shares(text, asked)
    told = all(dialogue.is_told(state.plans.get(person)) for person in shares)
    if len(shares) < 2 or not told or any(person in state.children for person in shares):
        return None
    lead = "remind me " if wishes.WISH_WORDS.search(text) or just else ""
    wished = {person: words for person, words in shares.items() if not _stays(person, words, asked)}
    steps = [_step(asked, person, words, lead) for person, words in wished.items()]
    found = tuple(step for step in steps if step is not None)
    return found if len(found) == len(steps) else None


def _of_both(asked: Asked, text: str) -> Taken:
    """ "Remind me about both", the same for each whose plan is told; when, is asked once for all of them."""
    state = asked.state
    people = [one for one, plan in state.plans.items() if dialogue.is_told(plan) and one not in state.children]
    asked_when = OF_SEVERAL in state.said[-2:] and wishes.days_before(text) is not None
    just = REMINDED in state.said[-2:] and wishes.days_before(text) is not None
    named = _BOTH.search(text) is not None and (just or wishes.WISHES.search(text) is not None)
    if len(people) < 2 or not (named or asked_when) or (not asked_when and _TELLS.search(text)):
        return None
    words = text if wishes.WISHES.search(text) else f"remind me {text}"
    if wishes.days_before(words) is None:
        whose_ = tuple((WHOSE, person) for person in people)
        return (Step(REMINDERS, ((ASKED, wishes.REMIND), (WORDS, words), *whose_)),)
    steps = [Step(REMINDERS, ((ASKED, wishes.REMIND), (WORDS, words), (WHOSE, one), (NAMED, "yes"), (HEADED, "yes")))
             for one in people]  # fmt: skip
    return tuple(steps)


def _one_ends(asked: Asked) -> Taken:
    """ "Stop mine": the reminders of the one who is named, where reminders were spoken of."""
    person = ME if re.search(r"\b(?:mine|my ones?)\b", asked.said.text, re.I) else asked.about.person
    if not reminders_of(asked.state, person).wishes:
        return None
    alone = ((ALONE, "yes"),) if any(
        reminders_of(asked.state, one).wishes for one in asked.state.diaries if one != person
    ) else ()  # fmt: skip
    return (Step(REMINDERS, ((ASKED, wishes.END), (WORDS, asked.said.text), (WHOSE, person), *alone)),)


def _shares(text: str, asked: Asked) -> dict[str, str]:
    """What a text says of each person, in its order; what names nobody is of the one before."""
    state = asked.state
    others = [person for person in state.known if person != ME]
    last = state.other or (others[0] if len(others) == 1 else None)
    current, found = "", dict[str, str]()
    for piece in _CUT.split(text):
        about = whose(piece, current=state.whose, known=state.known, last=last, child=False)
        named = [about.person] if about.named else named_in(piece, state.known)
        if about.several or len(named) > 1:
            return {}
        current = named[0] if named else current or state.whose
        last = named[0] if named and named[0] != ME else last
        found[current] = f"{found.get(current, '')} {piece}".strip()
    return found


def _step(asked: Asked, person: str, words: str, lead: str) -> Step | None:
    """What is done for one of them; None where the words wish nothing."""
    plain = _bare(words, asked)
    before, at = wishes.days_before(plain), wishes.time_named(plain, wishes.days_before(plain))
    details = ((WHOSE, person), (NAMED, "yes"), (HEADED, "yes"))
    if _DROPS.match(plain) and before is None and at is None:
        return Step(REMINDERS, ((ASKED, wishes.END), (WORDS, words), *details, (ALONE, "yes")))
    kept = reminders_of(asked.state, person)
    if kept.wishes and not wishes.WISH_WORDS.search(plain) and (before is not None or at is not None):
        return Step(REMINDERS, ((ASKED, wishes.STANDING), (WORDS, plain), *details))
    if before is None:
        return None
    plain = plain if wishes.WISH_WORDS.search(plain) else f"{lead}{plain}"
    wishes_one = wishes.asked_of_reminders(plain)
    return Step(REMINDERS, ((ASKED, wishes.REMIND), (WORDS, plain), *details)) if wishes_one is not None else None


def _stays(person: str, words: str, asked: Asked) -> bool:
    """Whether what is said of somebody's reminders is that they stay: "keep mum's the night before", where they are."""
    plain = _bare(words, asked)
    if _STAYS.match(plain):
        return True
    before = wishes.days_before(plain)
    stand = any(one.before == before for one in reminders_of(asked.state, person).wishes)
    return stand and _KEEPS.match(plain) is not None and wishes.time_of(plain) is None


def _bare(words: str, asked: Asked) -> str:
    """Words without whose they are of."""
    plain = " ".join(without_whose(words, asked.state.known, pronouns=True).split())
    return _LEFT.sub(" ", plain)
