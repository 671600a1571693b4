"""Where the injections are given: who has them at home is not told that a clinic may be closed."""

from __future__ import annotations

import re

_WHO = r"(?:i|we|she|he|they|my (?:husband|wife|partner|mum|mom|dad|daughter|son|sister|brother|friend))"
_DOES = r"(?:do|does|did|give|gives|gave|inject|injects|injected|jab|jabs|administer|administers)"
_SHOTS = r"(?:injections?|jabs?|jags?|shots?|needles?|b-?12)"
_HOME = re.compile(
    rf"\bself[- ]?(?:inject|administ|jab)\w*"
    rf"|\b{_WHO} (?:now |always |usually |just )?{_DOES} (?:me )?(?:it |them |mine |the {_SHOTS} |my (?:own )?"
    rf"(?:{_SHOTS} )?)?"
    r"(?:myself|himself|herself|ourselves|(?:here |right )?at home)\b"
    rf"|\b{_DOES} my own\b|\binject(?:ing|ed)? (?:it |them |mine )?(?:myself|herself|himself|at home)\b"
    rf"|(?:^|[.;,] )do (?:it|them|mine|my own) myself\b"
    rf"|\b{_SHOTS} (?:myself|(?:here )?at home)\b",
    re.I,
)
_CLINIC = re.compile(
    rf"\b(?:have|has|had|get|gets|got|go|goes) (?:it |them |mine |my {_SHOTS} )?(?:done )?(?:at|to) (?:the|my|our) "
    r"(?:surgery|clinic|gp|doctor|doctors|hospital|practice|pharmacy)\b",
    re.I,
)
# What might be, and what is asked, changes nothing.
_MAYBE = re.compile(
    r"\?|\b(?:can|could|should|may|might|would|want|wish|learn|if|how|not|never|don't|dont|stop|stopped)\b", re.I
)


def at_home(text: str) -> bool | None:
    """True where a message tells that the injections are given at home, False that they are given at a clinic, None
    where it tells neither."""
    for part in re.split(r"(?<=[.!?;])\s+|, ", text):
        if _MAYBE.search(part):
            continue
        if _HOME.search(part):
            return True
        if _CLINIC.search(part):
            return False
    return None
