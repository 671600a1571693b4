"""A row of the table: questions whose words leave no doubt, where likeness may take them for a list of questions, a
lecture or nothing: how to ask for a test, what goes into a diary of symptoms, a no that stays a no."""

from __future__ import annotations

import re
from collections.abc import Callable

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import named_in
from b12guide.conversation.kinds import FORGET_ME
from b12guide.conversation.state import PLAN, State
from b12guide.conversation.whose import child_named
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, TOPIC
from b12guide.understanding.children import by_child
from b12guide.understanding.subject import subject

# A longer message tells a story.
LONGEST = 45
GAS, MEMORY = "nitrous_oxide", frozenset({"memory", "dementia", "memory_test", "brain_fog"})
_STAFF = (
    r"(?:they|dr|doctors?|gps?|nurses?|clinic|surgery|practice|hospital|consultant|specialist|team|haematologist|"
    r"hematologist|receptionist|pharmacist)"
)
_SILLY = re.compile(
    r"\b(?:silly|daft|stupid|foolish|rude|cheeky|ridiculous|dumb|over the top)\b.{0,30}\b(?:ask|asking|want|wanting|"
    r"request)\b.{0,40}\b(?:test\w*|check\w*|bloods?|scan\w*|look\w*)\b",
    re.I,
)
# Another doctor is asked for: a second opinion.
_ANOTHER = re.compile(r"\b(?:another|different|second|other)\b", re.I)
_OF_MEMORY = r"(?:memory|dementia|alzheimer\w*|forget\w*)"
_MEMORY_TEST = re.compile(
    rf"\b{_OF_MEMORY} (?:test\w*|check\w*|assess\w*|screen\w*)\b"
    rf"|\b(?:test|tested|testing|check|checked|checking|assess|assessed)\b (?:\w+ ){{0,2}}{_OF_MEMORY}\b",
    re.I,
)
_HOW_TO_ASK = re.compile(
    r"\b(?:what|how)\b.{0,30}\b(?:say|ask|tell|put it|word it|bring it up|get)\b|\bwords\b"
    r"|\b(?:i|i'd|we) (?:should|would|want|'d)? ?(?:really )?(?:like|want|wish|need)\b",
    re.I,
)
_OF_DIET = frozenset({"diet_tablets", "vegan", "vegetarian", "diet"})
_AFTER_THAT = re.compile(
    r"^\W*(?:(?:and|ok|okay|so|but|then|yes|i mean)\W+){0,4}(?:what (?:is|comes|happens|about) )?(?:next|(?:then )?"
    r"after(?:wards?)?(?: that| it| them| this)?|what then|then what)\W*$",
    re.I,
)
_FINISHED = re.compile(
    r"\b(?:after|once|when) (?:\w+ ){0,2}(?:finish\w*|complet\w*|end of|us(?:e|ed|ing) up|run out of|taken all)"
    r" (?:\w+ ){0,3}(?:tabs|tablets|pills)\b|\b(?:after|once|when) (?:\w+ ){0,2}(?:tabs|tablets|pills) (?:are |is )?"
    r"(?:finish\w*|done|over|gone|run out|used up)\b",
    re.I,
)
_DIARY = re.compile(
    r"\bwhat(?:'s| (?:all|else|exactly))?\b.{0,25}\b(?:write|writing|note|jot|put|record|log|goes|go|track)\b", re.I
)
_IS_DIARY = re.compile(r"\b(?:diary|journal|notebook|log ?book|symptom log)\b", re.I)
_WRITE_DOWN = re.compile(
    r"\bwhat(?: (?:all|else|exactly))? (?:do|should|must|can|could|would|shall) (?:i|we|he|she) "
    r"(?:\w+ ){0,2}(?:write|note|jot)\b (?:it |them )?down\b",
    re.I,
)
# What is put into their own diary here, and dates of it, are for the diary.
_OWN_DIARY = re.compile(r"\b(?:did|have) (?:i|we|you)\b|\b(?:my|the) (?:diary|log) (?:say|says|here)\b", re.I)
# "No injections are needed" refuses nothing.
_NO = r"no\b(?=\W*$|[,.?!;]| (?:to|again|then|what|whats|where|every|each|when|at|on|now|still|and|so|once)\b)"
_SAYS_NO = re.compile(
    rf"\b{_STAFF}\b (?:\w+ ){{0,2}}(?:say|says|said|saying) (?:still )?{_NO}|\bstill (?:a )?{_NO}"
    rf"|\b{_STAFF}\b (?:\w+ ){{0,2}}(?:refuse[sd]?|keep refusing|turn(?:s|ed)? (?:me|it|us) down)\b",
    re.I,
)
_AND_THEN = re.compile(r"\bif\b|\b(?:what|where)\b|\bnext\b|\bthen\b", re.I)
# Who refuses to pay, or to test, is answered so.
_OTHER_NO = re.compile(
    r"\b(?:insur\w+|pay\w*|fund\w*|cover\w*|refund|test\w*|bloods?|levels?|airline|boss|school)\b", re.I
)
_B12 = r"(?:b-?12|tabs?|tablets?|pills?|jabs?|shots?|injections?|vitamins?|supplements?)"
_PROTECTS = (
    r"(?:stop|stops|stopping|prevent\w*|protect\w*|save|saves|cover\w*|cancel\w*|undo|undoes|fix|fixes|offset\w*|"
    r"shield\w*|harmless|safe|ok|okay|alright|fine|damage|harm|together|same time)"
)
_BOTH_WAYS = re.compile(rf"\b{_B12}\b.{{0,60}}\b{_PROTECTS}\b|\b{_PROTECTS}\b.{{0,60}}\b{_B12}\b", re.I)
_MIXES = re.compile(r"\b(?:mix\w*|combin\w*|together|with|alongside|while|before|after|and|on)\b", re.I)
_GAS_IN_CARE = re.compile(
    r"\b(?:dentist\w*|dental|tooth|teeth|labou?r|birth|midwife|surgery|operation|hospital|an(?:a)?esthe\w+|gas and air"
    r"|entonox|procedure|doctor|gp)\b",
    re.I,
)
_WHAT_IT_DOES = re.compile(r"\b(?:what|why|how) (?:does|do|is|are)\b|\bhow (?:many|much|often)\b", re.I)
_HOW_LONG = re.compile(r"\b(?:how (?:long|soon|quick\w*|fast)|when|how many (?:days|weeks|months))\b", re.I)
_RECOVERS = re.compile(
    r"\b(?:levels?|b-?12|nerves?|body|damage)\b.{0,40}\b(?:back|bounces?|recover\w*|normal|up|again|heal\w*|mend\w*|repair"
    r"\w*|better|rise\w*|right)\b|\b(?:bounces? back|recover\w*)\b",
    re.I,
)
_VEGETARIAN = re.compile(
    r"\b(?:veg|veggie|vegetarian|vegan|jain|plant[- ]based|meat[- ]free|no meat|not eat meat|don'?t eat meat)\b", re.I
)
_ORAL, _NEEDLE = (
    re.compile(r"\b(?:tabs?|tablets?|pills?|oral|capsules?)\b", re.I),
    re.compile(r"\b(?:injections?|jabs?|shots?|needles?)\b", re.I),
)
_CHOOSES = re.compile(r"\b(?:which|better|best|or|vs|versus)\b", re.I)
_TO_TELL = re.compile(r"\b(?:what|how|do|should|must) (?:\w+ ){0,2}(?:say|tell|put it)\b", re.I)
_DENTIST = re.compile(r"\b(?:to|tell) (?:the |my )?(?:dentist|surgeon|ana?esthetist|anesthesiologist)\b", re.I)
_DIET = r"(?:diet|food|foods|eating|what i eat|veg|vegan|vegetarian)"
_ONLY = r"(?:only|alone|just|solely|purely|nothing else|sole|entirely)"
_DIET_ONLY = re.compile(rf"\b{_DIET}\b(?: \w+){{0,3}} (?:the )?{_ONLY}\b|\b{_ONLY}\b (?:\w+ ){{0,3}}{_DIET}\b", re.I)
_CAUSE = re.compile(r"\b(?:cause|causes|caused|reason|why|blame|behind it|can it be|could it be|is it|no\?)", re.I)
_IF_DIET = re.compile(r"\bif\b|\bwhen\b|\b(?:how long|how much|dose|treat\w*|long)\b", re.I)
_PARENT = (
    r"(?:mother|mum|mom|mam|mummy|father|dad|parents?|nan|nana|gran|granny|grandma|grandmother|grandad|granddad|"
    r"grandfather|aunt|auntie|uncle|sister|brother)"
)
_END_LIKE = re.compile(
    rf"\b(?:end|ending|become|becoming|turn|turning|go|going|be|finish|die)\b (?:\w+ ){{0,2}}(?:like|as|way) "
    rf"(?:\w+ ){{0,2}}{_PARENT}\b",
    re.I,
)


def in_so_many_words(asked: Asked) -> Taken:
    """The one question that a message asks in plain words."""
    text, state = asked.said.text.replace("\u2019", "'"), asked.state
    if (
        asked.kind == FORGET_ME
        or asked.said.excerpt
        or len(text.split()) > LONGEST
        or state.awaiting not in (None, PLAN)
    ):
        return None
    if by_child(text) or asked.about.child or child_named(text) or state.child_writes:
        return None
    every = content().questions
    if asked.said.act.confidence >= 1.0 and asked.said.act.values(QUESTION):
        # Word for word another one.
        return None
    named = next((one for one, asks in _QUESTIONS if one in every and asks(text, state)), None)
    return (Step(ASK_TOPIC, ((TOPIC, every[named].topic), (QUESTION, named))),) if named else None


def _after_diet_tablets(text: str, state: State) -> bool:
    return state.focus in _OF_DIET and _after_tablets(text, state)


def _after_tablets(text: str, state: State) -> bool:
    """What follows once the tablets are finished: said so, or "and after that?" where how long they go on was told."""
    if _FINISHED.search(text):
        return True
    spoken = state.focus in _OF_DIET or state.focus == "tablets"
    return spoken and _AFTER_THAT.match(text) is not None


def _silly(text: str, state: State) -> bool:
    return _SILLY.search(text) is not None and not _ANOTHER.search(text)


def _memory_test(text: str, state: State) -> bool:
    return _MEMORY_TEST.search(text) is not None and _HOW_TO_ASK.search(text) is not None


def _diary(text: str, state: State) -> bool:
    if _OWN_DIARY.search(text):
        return False
    return _WRITE_DOWN.search(text) is not None or bool(_IS_DIARY.search(text) and _DIARY.search(text))


def _refused(text: str, state: State) -> bool:
    """A no that was told of, and what then; where it is about money or a test, those have answers of their own."""
    if not _SAYS_NO.search(text) or not _AND_THEN.search(text) or _OTHER_NO.search(text):
        return False
    return bool(state.last) and state.last[-1] != "cost_or_access"


def _gas_recovery(text: str, state: State) -> bool:
    if not _HOW_LONG.search(text) or not _RECOVERS.search(text) or _GAS_IN_CARE.search(text):
        return False
    return GAS in named_in(text) or state.focus == GAS


def _gas_and_b12(text: str, state: State) -> bool:
    if GAS not in named_in(text) or _GAS_IN_CARE.search(text) or _WHAT_IT_DOES.search(text):
        return False
    return (_BOTH_WAYS.search(text) is not None and _MIXES.search(text) is not None) or _stops_harm(text)


def _stops_harm(text: str) -> bool:
    """ "Do tablets stop the harm of it": what is taken comes first, then what it would do, then the gas."""
    return _B12_THEN.search(text) is not None


_B12_THEN = re.compile(rf"\b{_B12}\b.{{0,30}}\b{_PROTECTS}\b", re.I)


def _which_for_vegetarian(text: str, state: State) -> bool:
    both = _ORAL.search(text) is not None and _NEEDLE.search(text) is not None
    return both and _VEGETARIAN.search(text) is not None and _CHOOSES.search(text) is not None


def _diet_alone(text: str, state: State) -> bool:
    if _DIET_ONLY.search(text) is None or _CAUSE.search(text) is None or _IF_DIET.search(text):
        return False
    return not (_ORAL.search(text) or _NEEDLE.search(text)) and bool(state.last or subject(text).ours)


def _like_parent(text: str, state: State) -> bool:
    """The fear of losing one's mind as a parent did: what is feared is named, or memory was just spoken of."""
    if _END_LIKE.search(text) is None:
        return False
    every = content().questions
    spoken = [every[one.removeprefix("question ")] for one in state.said if one.removeprefix("question ") in every]
    return bool(MEMORY & set(named_in(text))) or any(one.about in MEMORY for one in spoken)


def _tell_dentist(text: str, state: State) -> bool:
    """What to tell a dentist or surgeon, named now or just spoken of."""
    spoken = state.question == "surgery_or_dentist" and re.search(r"\bthem\b", text, re.I) is not None
    return _TO_TELL.search(text) is not None and (spoken or _DENTIST.search(text) is not None)


# In this order: the first whose words are there.
_QUESTIONS: tuple[tuple[str, Callable[[str, State], bool]], ...] = (
    ("not_silly_to_ask", _silly),
    ("words_for_a_memory_test", _memory_test),
    ("keep_a_diary", _diary),
    ("diet_tablets_after", _after_diet_tablets),
    ("after_the_tablets", _after_tablets),
    ("laughing_gas_recovery", _gas_recovery),
    ("laughing_gas_carry_on", _gas_and_b12),
    ("vegan_injections_or_tablets", _which_for_vegetarian),
    ("diet_alone", _diet_alone),
    ("fear_of_dementia", _like_parent),
    ("surgery_or_dentist", _tell_dentist),
    ("still_refused", _refused),
)
