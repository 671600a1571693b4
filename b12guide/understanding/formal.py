"""A question in formal words as it would be asked in plain ones: "Would it be permissible to have one's injection
early, as a general rule?" asks "can i have my injection early"."""

from __future__ import annotations

import re

_FIT = (
    r"(?:permissible|permitted|acceptable|advisable|allowed|allowable|possible|appropriate|in order|advised|recommended"
    r"|prudent|wise|sensible|proper|feasible|admissible|reasonable)"
)
# "Does one injection do it?", "is one a month enough?": there it is a number.
_ONE = (
    r"one(?! (?:of|or|a|per|every|each|is|be|enough|more|extra|(?:\w+ )?"
    r"(?:injections?|jabs?|shots?|jags?|doses?|tablets?|pills?|needles?|kinds?|types?|brands?|weeks?|months?|years?|days?|hours?|glass|drink|vials?|ampoules?|times?|thing))\b)"
)
_ANYBODY = r"(?:one|a person|a patient|somebody|someone|people|patients)"
# What opens it, and what it asks plainly; each is put in the place of the one that is found, in this order.
_OPENINGS = tuple(
    (re.compile(pattern, re.I), plain)
    for pattern, plain in (
        (
            r"^(?:i (?:should|would|'d) (?:like|be (?:glad|grateful|obliged|interested)) to "
            r"(?:know|learn|ask|hear|enquire)"
            r"|i (?:wonder|was wondering|am wondering)|may i (?:ask|enquire|inquire)|might i (?:ask|enquire|inquire)"
            r"|(?:could|can|would|will) you (?:kindly |please )?(?:tell|advise|inform) (?:me|us)"
            r"|(?:kindly|please) (?:tell|advise|inform|confirm)(?: me| us)?)(?: please)?[\s,:]+(?:if|whether)\s+",
            "",
        ),
        (rf"^(?:would|might|could) it (?:then )?be (?:at all )?{_FIT}(?: for {_ANYBODY})? to\b", "can i"),
        (rf"^is it (?:at all |ever |considered |deemed |thought ){{0,2}}{_FIT}(?: for {_ANYBODY})? to\b", "can i"),
        (rf"^(?:is|would) {_ONE} (?:be )?(?:permitted|allowed|able|at liberty) to\b", "can i"),
        (rf"^(?:may|might|can|could) {_ONE}\b", "can i"),
        (rf"^{_ONE} (?:may|might|can|could)\b", "can i"),
        (rf"^(?:should|ought|must|need|shall) {_ONE}(?: to)?\b", "should i"),
        (rf"^{_ONE} (?:should|ought to|must|needs to)\b", "should i"),
        (rf"^(?:does|would) {_ONE}\b", "do i"),
    )
)
_OWN = ((re.compile(r"\bone's\b", re.I), "my"), (re.compile(r"\boneself\b", re.I), "myself"))
_ASKS_OF_ONE = re.compile(
    rf"^(?:how|when|why|where|what|whom|which)(?: \w+)? (?:does|should|may|must|can|would|might) ({_ONE})\b", re.I
)
_IN_GENERAL = re.compile(
    r"[,\s]+(?:as a (?:general )?(?:rule|matter of (?:principle|course))|in general|generally(?: speaking)?"
    r"|in principle|ordinarily|under normal circumstances|in the ordinary (?:way|course))(?=\s*[?.!]*$)",
    re.I,
)


def plainly_asked(text: str) -> str:
    """`text` in plain words, where it asks something in formal ones; as it is else."""
    plain = text.strip().replace("’", "'")
    formal = plain
    for pattern, words in _OPENINGS:
        plain = pattern.sub(words, plain)
    plain = _ASKS_OF_ONE.sub(
        lambda found: re.sub(r"\bdoes one$", "do i", re.sub(r"(?<!does) one$", " i", found[0])), plain
    )
    general = _IN_GENERAL.sub("", plain)
    for pattern, words in _OWN:
        general = pattern.sub(words, general)
    return general if general != formal else text
