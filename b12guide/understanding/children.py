"""Whether a message asks about the treatment of a child: answers are for adults, and a child's dose is not theirs."""

from __future__ import annotations

import re

_CHILD = (
    r"(?:kids?|child|children|toddlers?|teens?|teenagers?|baby|babies|infants?|newborns?|grandchild(?:ren)?|"
    r"grandkids?|little (?:one|girl|boy)s?|under (?:16|18)s?)"
)
_WHOSE = r"(?:(?:my|our|a|an|the|young|small|older|little|\d+) ){0,3}"
_AGE = re.compile(
    r"\b(?:[1-9]|1[0-7])[ -]?(?:year|yr|month|week)s?[ -]?olds?\b|\baged? (?:[1-9]|1[0-7])\b"
    r"|\b(?:s?he(?:'?s| is)|(?:(?:grand)?(?:son|daughter)|boy|girl) (?:who )?is) (?:only )?(?:[1-9]|1[0-7])\b"
    r"(?! (?:stone|weeks? (?:pregnant|gone)|months? pregnant))",
    re.I,
)
# "for kids", "can my toddler", "my baby needs", "children's dose", "anything about children".
_ASKED = re.compile(
    rf"\b(?:for|to|about|in|do|does|can|could|may|should|are|is|will|would|give|giving) {_WHOSE}{_CHILD}\b"
    rf"|\b(?:my|our) (?:\w+ )?{_CHILD} (?:has|have|had|needs?|is on|are on|gets?|takes?)\b"
    rf"|\b{_CHILD}'?s? (?:dose|doses|dosage|plan|schedule|injections?|jabs?|shots?|tablets?|b12)\b",
    re.I,
)
# A child that is to be born, nursed, or might have the same illness: there the adult asks about an adult's treatment.
_ADULTS = re.compile(
    r"\b(?:pregnan\w*|breast|nursing|unborn|born|expecting|trying|conceiv\w*|midwife|inherit\w*|genetic|hereditary|"
    r"runs? in|pass(?:ed)? (?:it|this) on|get it|busy|school)\b",
    re.I,
)


def about_child(text: str) -> bool:
    """Whether `text` asks about the treatment of a child."""
    if _ADULTS.search(text):
        return False
    return _AGE.search(text) is not None or _ASKED.search(text) is not None
