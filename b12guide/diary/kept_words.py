"""What somebody asks of what is kept: what it is, whether anything is left of it, and what had no answer here."""

from __future__ import annotations

import re
from collections.abc import Iterable

_POLITE = r"^\W*(?:(?:please|pls|ok|okay|hi|hello|hey|so|and|but|now|also|just|tell me|show me)[, ]+){0,4}"
_END = r"(?: (?:please|pls|now|then|really|exactly|for good|at the moment|so far|today|thanks)){0,8}\W*$"
_KEEP = r"(?:keep|store|save|hold|remember|record|have|know)"
_KEPT = r"(?:kept|stored|saved|held|remembered|recorded)"
_ABOUT_ME = r"(?:about|on|of|for|from) (?:me|us|mine|my \w+|mum|dad|her|him|file)"
_MINE = r"(?:my|the|these|this|all my|all of my)"
_THING = r"(?:notes|diary|data)"
_DATA = r"(?: (?:data|info|information|details|stuff|things|else|all|exactly)){0,8}"
_ANY = r"(?:anything|something|any data|any of (?:it|that)|any info(?:rmation)?)"
_SOMEBODY = r"(?:who|anyone|anybody|someone|they|my \w+|the \w+)"
_NO_CLINICIAN = (
    r"(?:who|anyone|anybody|someone|my (?:wife|husband|partner|family|kids|children|son|daughter|mum|mom|mam|dad|mother"
    r"|father|sister|brother|boss|employer|work))"
)
_ALL = r"(?:it|that|this|they|all this|all that|everything|all|all of it|it all|they all|all of them|(?:all )?my data)"
_GONE = r"(?:gone|deleted|erased|wiped|forgotten|removed)"


def _any_of(parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{_POLITE}(?:{'|'.join(parts)}){_END}", re.I)


_WHAT = _any_of((
    rf"what{_DATA} (?:do|did|will|have|d'?|can)? ?you(?: still| actually| currently)? "
    rf"(?:{_KEEP}|{_KEPT})(?: {_KEPT}| written)?(?: down)? {_ABOUT_ME}",
    rf"what{_DATA} (?:are|were) you (?:keeping|storing|holding|saving|recording)(?: {_ABOUT_ME})?",
    rf"what{_DATA}(?:'?s| is| are| have you| has been| do you) (?:{_KEPT}|keep|store|save|being {_KEPT})"
    rf"(?: here| {_ABOUT_ME}){{0,4}}",
    rf"(?:(?:let me|can i) see|list|give me)? ?(?:everything|all|what)(?: that)? ?you"
    rf" (?:(?:'?ve |have )?(?:got )?{_KEPT}(?: {_ABOUT_ME})?|{_KEEP}(?: got| {_KEPT})? {_ABOUT_ME})",
    r"(?:(?:let me|can i) see )?my (?:stored |saved )?(?:data|information|details)",
    rf"(?:is|are) {_MINE} {_THING}(?: entries)? (?:private|safe|confidential|secret|shared|{_KEPT})(?: \w+){{0,2}}",
    rf"(?:can |does |will |do )?{_SOMEBODY}(?: else)?(?: can| could| gets? to| will)? (?:see|read|look at|open)s?"
    rf" {_MINE} (?:{_THING}|summary|page)",
    # "Can the nurse look at this" may be of an arm.
    rf"(?:can |does |will |do |could )?{_NO_CLINICIAN}(?: else)?(?: can| could| gets? to| will)? (?:see|read)s?"
    r" (?:this|all (?:of )?this|it all|what i (?:say|write|wrote|type|put|tell you))",
    r"(?:is|are) (?:this|this chat|all this|what i (?:say|write|type|tell you))"
    rf" (?:all )?{_KEPT}(?: anywhere| somewhere)?",
    r"what'?s in my file",
    r"(?:what |how |and )?if i (?:want|wanted|need)(?: you to delete| to delete| to have)? (?:it all|everything"
    r"|all of it"
    r"|the lot|all|them all)(?: (?:gone|deleted|erased|wiped|removed|cleared|off here|taken off))?",
    rf"what happens (?:to|with) {_MINE} {_THING}",
    rf"how long (?:is|are|will) {_ALL}(?: be)? {_KEPT}(?: for)?",
    # "How long can you keep it" is asked of what stands in a fridge.
    rf"how long (?:do|will|would|are) you(?: going to)? (?:keep|store|save|hold(?: on to)?|remember|storing"
    rf"|keeping|holding)(?: on to)? (?:this|all this|all that|everything|(?:all )?my data|{_MINE} {_THING}"
    r"|what i (?:say|said|write|wrote|told you|tell you|type))"
    r"(?: for)?",
    rf"when (?:do|will|does|is) (?:you|it|this|that|{_MINE} {_THING})(?: get)? (?:delete|deleted|erased?|wiped?"
    rf"|forget|forgotten|thrown away)(?: {_ALL}| {_MINE} {_THING})?",
    rf"(?:how long|where|why) (?:do you|are|is|will you)(?: keep| store| save)? {_MINE} {_THING}"
    r"(?: (?:kept|stored|saved|for|here)){0,8}",
    rf"(?:is there|do you still (?:have|keep|hold|know|remember)|do you have) {_ANY}"
    rf"(?: left| {_KEPT}){{0,3}} {_ABOUT_ME}",
))  # fmt: skip
_LEFT = _any_of((
    rf"is (?:there )?{_ANY}(?: still)? (?:left|there|here|remaining|{_KEPT})(?: (?:here|{_ABOUT_ME})){{0,4}}",
    rf"(?:is|was|has|are|have) (?:{_ALL}|{_MINE} {_THING})(?: all| now| really| been| completely){{0,3}} {_GONE}",
    rf"(?:did|have) you (?:really |just )?(?:delete|erase|wipe|forget|{_GONE}) {_ALL}",
    rf"do you (?:still )?(?:remember|know) (?:me|{_ANY})",
    r"what(?:'?s| is) (?:still )?left(?: here| of me| about me)?",
))  # fmt: skip
_NOT = (
    r"(?:couldn'?t|could not|didn'?t|did not|haven'?t|have not|weren'?t able to|were not able to"
    r"|were unable to|failed to)"
)
_ANSWER = r"(?:answer(?:ed)?|have an answer (?:to|for)|know|help(?: me)? with|find an answer(?: to| for)?)"
_ASKED = r"(?:ask|asked|asking|put|wanted to know|said)"
_QUESTIONS = r"(?:(?:my |the |of my |all |those ){0,8}(?:questions?|ones?|things?|stuff)(?: of mine)?)"
_UNANSWERED = _any_of((
    # "What did I ask that you couldn't answer", "which of my questions have you not answered".
    rf"(?:what|which|any|list|show)(?: (?:things?|{_QUESTIONS}|of those))?(?: did| have| that| was| were)?"
    rf" (?:i|i'?ve|i have)(?: {_ASKED})?(?: you| about)?(?:,? (?:that|which|and|but))?(?: (?:you|were|was|had)){{0,3}}"
    rf" (?:{_NOT} (?:you )?(?:been able to )?)?(?:not )?{_ANSWER}",
    rf"(?:what|which|list|any)(?: of)? ?{_QUESTIONS}?(?: that| which)?(?: i {_ASKED})?(?: that| which)?"
    rf" (?:you )?{_NOT}(?: you)?(?: been able to)? {_ANSWER}",
    rf"(?:what|which)(?: of)? ?{_QUESTIONS}? (?:did|have|could|were) you not (?:been able to |able to )?{_ANSWER}",
    rf"(?:list |give me |what (?:are|were) )?{_QUESTIONS}(?: that| which)?(?: i {_ASKED})?(?: that| which)?"
    rf" you {_NOT} (?:been able to )?{_ANSWER}",
    rf"(?:remind me )?(?:what|which {_QUESTIONS}) you {_NOT} {_ANSWER}",
    rf"(?:what|which)(?: {_QUESTIONS})?(?: that)?(?: i {_ASKED})? (?:did|do) you have no answer (?:to|for)",
    rf"what was it(?: that)? you {_NOT} {_ANSWER}",
    rf"(?:what|which|any|did any|are any|were any|have any)(?: of)? ?{_QUESTIONS} (?:go|went|are|were|stay(?:ed)?"
    r"|been left|left|not(?: get| got)?|never(?: got)?)(?: un-?answered| answered)",
    r"(?:list |what (?:are|were) |any )?(?:my |the )?un-?answered (?:questions?|ones|things)",
))  # fmt: skip


# "But you did not say: what do you keep about me", whatever stands before it.
_OF_ME = re.compile(
    r"(?:^|[,.:;!?–-]\s{0,3}|\b(?:and|but|so|me|know) )what(?: exactly| all| data| info| information| things"
    r"| sort of things){0,2} "
    r"(?:(?:do|did|will|can|have|are|would) you|you|(?:is|gets?) it that you)(?: still| actually| currently"
    r"| all| really){0,2}"
    rf"(?: (?:{_KEEP}|{_KEPT}|got|keeping|storing|holding|saving|know|knowing|got {_KEPT}))(?: down| written"
    rf"| here){{0,2}}"
    r" (?:about|on|of) (?:me|us)\b(?! (?:taking|having|being|getting)\b)",
    re.I,
)
_STAFF = (
    r"(?:(?:gp|doctor|nurse|clinic|surgery|practice|hospital|pharmacist|chemist|consultant)s?(?:'s?)?"
    r"(?: receptionists?| staff| secretary| reception| people)?|receptionists?|reception|secretar(?:y|ies)|staff)"
)
_OTHERS = (
    r"(?:who|who else|anyone|anybody|someone|somebody|whoever|other people|strangers|(?:the|my|our|his|her) "
    r"(?:boss|employers?|work|manager|colleagues?|company|husband|wife|partner|family|kids|children|son"
    r"|daughter|mum|mom|mam"
    r"|dad|mother|father|sister|brother|flatmate|neighbou?rs?|carers?|insurance|insurers?)|employers?|insurers?"
    r"|the government"
    r"|the developers?|(?:the )?people who (?:made|run|own) (?:this|you|it))"
)
_READ = r"(?:read|see|look at|open|access|get (?:at|into|hold of)|get to (?:see|read)|find)s?"
_WRITTEN = (
    r"(?:what (?:i|i've) (?:put|write|wrote|written|say|said|type|typed|tell you|told you)|(?:my|these|the"
    r"|those) (?:notes?|diary"
    r"|messages?|chats?|entries|answers)|this (?:chat|conversation)|all (?:of )?this)"
)
_WHO = re.compile(
    rf"\b(?:{_OTHERS}\b[^.?!;]{{0,40}}\b{_READ} (?:{_WRITTEN}|it|this|that|these|them)\b"
    rf"|{_STAFF}\b[^.?!;]{{0,20}}\b(?:{_READ} {_WRITTEN}|reads? (?:it|this|that|these|them))\b)",
    re.I,
)
_ASKS_WHO = re.compile(
    r"\?|,\s(?:can|could|does|do|will|would) (?:he|she|they)\b|^\W*(?:(?:so|and|but|ok|also|hi"
    r"|then)\W+){0,3}(?:who|can|could|does|do|will|would"
    r"|is|are|might|may)\b",
    re.I,
)
_LONGEST_WHO = 40
# "Show the plan so my partner can read it".
_SHOWS = re.compile(r"\b(?:show|print|list|give|send|make|draw)\b|\bso (?:that )?(?:my|the|our|her|his|who)", re.I)


# "Does a nurse read my diary", "would the doctor see what I write".
_ANY_STAFF = (
    r"(?:(?:a|an|the|my|any|our|some|your) )?(?:nurses?|doctors?|gps?|gp'?s? surgery|clinic|surgery|staff"
    r"|consultants?|pharmacists?"
    r"|hospital|practice|person|human|people|human being|someone|somebody|anyone|anybody|clinicians?|professionals?"
    r"|team)"
)
_READ_PAST = r"(?:read|seen|checked|looked at|watched|monitored|reviewed|picked up|shared)"
_DIARY = (
    r"(?:this|that|it|the (?:diary|notes|chat|answers)|this (?:diary|chat|conversation|stuff)|my (?:diary|notes"
    r"|answers|messages|entries"
    r"|symptoms)|these|what (?:i|i've) (?:write|wrote|put|say|said|type|tell you|told you)(?: (?:here|down"
    r"|in here))?|all this|these notes"
    r"|everything i (?:write|say|put))"
)
_WHO_OF_STAFF = re.compile(
    rf"{_POLITE}(?:"
    rf"(?:is|are|will|does|do|gets?|was) {_DIARY} (?:being |be |get |ever |actually "
    rf"|going to be )?{_READ_PAST}(?: (?:by|at by|with) {_ANY_STAFF})?"
    rf"|(?:would|will|can|could|does|do|might|is) {_ANY_STAFF} (?:else )?(?:actually |ever |also |just |automatically "
    rf"|going to )?(?:be able to |get to "
    rf"|able to |be )?(?:see|sees|read|reads|reading|look at|looks at|look through|check|checks|view|open|get) {_DIARY}"
    rf"(?:,? (?:or not|too|as well|as it comes in|every day|when i write it)){{0,2}}"
    rf"|who (?:reads|sees|checks|looks at|gets|gets to see|can see|can read|will see|will read|is reading|ever reads"
    rf"|actually reads|monitors)"
    rf" {_DIARY}|does (?:it|this|that|my diary|the diary) (?:go|get sent) to {_ANY_STAFF}"
    rf"){_END}",
    re.I,
)
# "Can the nurse look at this" may be of an arm, "how long does it last" of an injection.
_NAMES = re.compile(
    r"\b(?:diary|notes|chat|conversation|answers|messages|entries|what (?:i|i've)|all (?:this|that|of it)|everything"
    r"|stuff|data|info|details|words|the lot)\b",
    re.I,
)
_READS = re.compile(r"\b(?:read|reads|reading|able to see|hang on to|hold on to)\b", re.I)


def asks_who_reads(text: str) -> bool:
    """Whether a message asks who can read what is written here: "can the receptionist read what I put".

    Args: text: with straight apostrophes.
    """
    if _WHO_OF_STAFF.match(text) is not None and of_what_is_written(text):
        return True
    if len(text.split()) > _LONGEST_WHO or _SHOWS.search(text) is not None:
        return False
    return _WHO.search(text) is not None and _ASKS_WHO.search(text) is not None


def of_what_is_written(text: str) -> bool:
    """Whether it is of what was written here, and of no arm and no vial."""
    return _NAMES.search(text) is not None or _READS.search(text) is not None


def asks_what_is_kept(text: str) -> bool:
    """Whether a message asks what is kept of somebody, or who sees their notes."""
    return _WHAT.search(text) is not None or _OF_ME.search(text) is not None


def asks_what_is_left(text: str) -> bool:
    """Whether a message asks if anything is left of what was deleted; with a plan it may ask of doses."""
    return _LEFT.search(text) is not None


def asks_unanswered(text: str) -> bool:
    """Whether a message asks which of its questions had no answer here."""
    return _UNANSWERED.search(text) is not None
