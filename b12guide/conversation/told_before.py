"""A message in the light of what was told in earlier ones: the hours after an injection, a gas, an animal's product.

It raises what the rules see in a message, and lowers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from b12guide.conversation.kinds import EMERGENCY, URGENT
from b12guide.conversation.reminder_wishes import open_reminders
from b12guide.conversation.state import State
from b12guide.plan.dialogue import Who
from b12guide.safety import Triage
from b12guide.shared import detector, told_before, triage
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.verdict import LEVELS, OTHER_SUFFIX

_DONE = re.compile(r"\W*(?:yes[, ]+)?(?:all )?(?:done|had it|it'?s done|i(?:'?ve| have)? had it)\b", re.I)
# The hours after an injection, of which urgent cards name the signs of an allergy, and the card of a severe one.
INJECTION, REACTION_CARD = "injection", "anaphylaxis"
# Weak or numb legs, and the same after a gas that they have to be told about.
CORD_CARD, GAS_CARD = "cord_bladder", "cord_gas"
# The worst headache, and the same in a pregnancy, which the maternity unit has to know of.
HEADACHE_CARD, PREGNANCY_CARD = "headache", "pregnancy"
# Emergencies that have the card of a pregnancy once one is told, as they are said before it; and the card of an urgent
# sign that names the maternity unit.
PREGNANCY, IN_PREGNANCY = "pregnancy", {HEADACHE_CARD: "Worst headache.", "sight": "My vision is blurred."}
MATERNITY_CARD = "pregnancy_urgent"
# Cards that no other one takes the place of.
_KEPT = ("crisis_", "language_")
# Days after an urgent card on which its sign and what is told now count as one.
_DAYS_OF_WARNING = 1


def with_what_was_told(said: Understanding, state: State, today: date) -> Understanding:
    """`said`, with the verdict that it has after what was told before, where that is more urgent, or names a reaction.

    A sign that was told first, with the time of the injection in this message, counts as both in one; so it does with a
    pregnancy, of which the maternity unit has to know.
    """
    known = [name for name, one in detector().lasting.items() if _lately(state.told.get(name), one.days, today)]
    if INJECTION not in known and _DONE.match(said.text) and open_reminders(state, Who(today, None, "UTC", False)):
        # "Done" to a reminder says that it was had a moment ago.
        known.append(INJECTION)
    verdict = _raised(said.verdict, said.text, _after(known, said.text), said.text) if known else said.verdict
    warned = state.warned
    if said.verdict.lasts and warned is not None and _lately(warned.day, _DAYS_OF_WARNING, today):
        both = ". ".join([", ".join(warned.heard), said.text])
        found = triage(both)
        if found.level == EMERGENCY:
            verdict = _raised(verdict, said.text, found, both)
        elif _names_maternity(found, said.verdict) and MATERNITY_CARD not in warned.cards:
            verdict = _raised(verdict, said.text, replace(found, cards=[MATERNITY_CARD]), both)
    standing = IN_PREGNANCY.get((state.standing or "").removesuffix(OTHER_SUFFIX))
    if PREGNANCY in said.verdict.lasts and standing:
        both = f"{standing} {said.text}"
        verdict = _raised(verdict, said.text, triage(both), said.text)
    if INJECTION in known and verdict.warns:
        verdict = replace(verdict, after_injection=True)
    if verdict.level == said.verdict.level:
        return replace(said, verdict=verdict)
    return replace(said, verdict=verdict, act=Act(verdict.level, details=said.act.details, others=said.act.others))


def _names_maternity(found: Triage, verdict: Verdict) -> bool:
    """Whether a pregnancy is told now, and what was `found` with a sign from before has the maternity unit's card."""
    return PREGNANCY in verdict.lasts and MATERNITY_CARD in found.cards


def _lately(day: str | None, days: int, today: date) -> bool:
    return day is not None and abs(today - date.fromisoformat(day)) <= timedelta(days=days)


def _after(known: Iterable[str], text: str) -> Triage:
    """What the rules see in `text` after what is `known`."""
    signs, lasting = triage(text).signs, detector().lasting
    return told_before([name for name in known if signs or not lasting[name].beside_a_sign], text)


def _raised(verdict: Verdict, text: str, found: Triage, own_words: str) -> Verdict:
    """The verdict of what was `found`, in the person's `own_words`, where that is more urgent.

    Where the `text` alone names as much, what was told before adds nothing, and a doubt of it stays.
    """
    by_rules = Verdict.of_rules(found)
    if by_rules.level not in (EMERGENCY, URGENT) or not (
        _higher(by_rules, verdict, text) or _has_its_own_card(found, verdict)
    ):
        return verdict
    pieces = [piece for words in by_rules.heard for piece in words.split(", ") if piece in own_words]
    return replace(by_rules, heard=tuple(dict.fromkeys(pieces)), lasts=verdict.lasts)


def _higher(one: Verdict, other: Verdict, text: str) -> bool:
    """Whether `one` is more urgent than the `other`, and than what the rules see in the `text` alone. A verdict that
    only asks first warns of nothing yet."""
    before = 0 if other.asks_first else other.rank()
    return one.rank() > before and one.rank() > LEVELS.index(triage(text).level)


def _has_its_own_card(found: Triage, verdict: Verdict) -> bool:
    """Whether a reaction was found first where another emergency was seen: it has a card of its own, and holds the
    plan. Or legs that fail after a gas where only the legs were seen, or a bad headache in a pregnancy where only the
    headache was."""
    first = verdict.cards[0] if verdict.cards else ""
    if verdict.level == EMERGENCY and first == CORD_CARD:
        return found.cards[:1] in ([REACTION_CARD], [GAS_CARD])
    if verdict.level == EMERGENCY and first == HEADACHE_CARD and found.cards[:1] == [PREGNANCY_CARD]:
        return True
    return (
        verdict.level == EMERGENCY
        and found.cards[:1] == [REACTION_CARD]
        and not first.startswith((REACTION_CARD, *_KEPT))
    )
