"""Rows of the table: what is asked of the answer just given and names nothing new: which of two to tell, whether to
call before the visit, whether to keep the injection beside it, how many people have it, who teaches it, why no size is
named, and that it is only once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from b12guide.content import Question
from b12guide.content.ways import same_words
from b12guide.conversation.answered import answered
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.follow_ups import NUMBER
from b12guide.conversation.kinds import FORGET_ME, SIMPLER, UNKNOWN
from b12guide.conversation.leaning import asks_of, is_new
from b12guide.conversation.numb_feet import free
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, QUESTION
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

# What is said where no question of content/ has it (`content/repair.yml`).
TELL_BOTH, ASK_EITHER, NOT_ME, BEFORE = "tell_both", "ask_either", "not_me", "before"
KEEP, WITHHELD, OWN_BIN = "keep", "withheld", "own_bin"
LONGEST, LONGEST_REMARK = 30, 12
# What happens beside an injection on its own day, and moves none by itself.
_BESIDE = frozenset(
    {"surgery", "operation_date", "nitrous_oxide", "gas_and_air", "dentist_numbing", "hospital", "scan"}
)
_OPERATION = "operation_on_the_date"
# Of injecting at home.
_AT_HOME, _TRAINING, _NEEDLES_GO = "self_injection", "who_trains_me_to_inject", "getting_rid_of_needles"
_SIZE_ASKED, _PLACE_ASKED = "needle_size", "where_to_inject_it_myself"
_STAFF = (
    r"(?:gps?|doctors?|docs?|drs?|nurses?|surgery|clinic|practice|hospital|dentist|ward|an(?:a)?esthetist|pharmacist"
    r"|chemist|consultant|specialist|midwife|team|surgeon|reception(?:ist)?|them|optician|physio|school|health visitor)"
)
_YOU = r"(?:you|you lot|yous|yourselves|this (?:chat|bot|thing)|here)"
_THE = r"(?:(?:the|my|our|a|your|just|only|to|with) )?"
_WHOM = re.compile(
    r"\b(?:who|whom|which(?: one| of (?:them|the two))?|do i|should i|shall i|must i)\b[^.?!\n]{0,40}"
    r"\b(?:tell|ring|call|phone|ask|know|speak|talk|contact|inform|mention|hear)\b",
    re.I,
)
_ASKS_THEM, _TELLS = re.compile(r"\bask\b", re.I), re.compile(r"\b(?:tell|inform|know|mention|hear)\b", re.I)
_OF_TWO = re.compile(rf"\b{_STAFF} or {_THE}{_STAFF}\b", re.I)
_OR_YOU = re.compile(rf"\b{_STAFF} or {_THE}{_YOU}\b|\b{_YOU} or {_THE}{_STAFF}\b", re.I)
_BEFORE = re.compile(
    r"\b(?:do|should|must|shall|can|could|ought|would) (?:i|we|it)\b(?: \w+){0,3}? "
    r"(?:ring|call|phone|tell|ask|contact|speak|let|mention|say|check|be)\b[^.?!\n]{0,40}"
    r"\b(?:before(?:hand)?|ahead|in advance|first or|or (?:just |do i )?(?:turn up|wait|leave it (?:till|until)))\b",
    re.I,
)
_VISIT = re.compile(
    r"\b(?:before(?:hand)?|ahead|in advance)\W*$|\b(?:appointment|visit|day|jab|shot|injection|first one|next one"
    r"|turn up|procedure|op|operation)\b",
    re.I,
)
_INJECTION = re.compile(
    r"\b(?:jabs?|shots?|injections?|needle|b-?12|it|mine|one|go|going|appointment|dose|booster)\b", re.I
)
_MOVE = (
    r"(?:move|shift|change|skip|cancel|put (?:it )?(?:off|back)|postpone|leave|swap|rebook|re-?arrange|delay|wait|miss)"
)
_KEEP = re.compile(
    r"\b(?:do|should|can|shall|would|am|will|is|are|could|may) (?:i|we|it)\b(?: \w+){0,2}? ?\bstill\b"
    r"(?: \w+){0,2}? ?\b(?:have|having|get|getting|go|going|keep|take|come|turn|ok|on|due|be)\b"
    rf"|\b(?:have|keep|get|go for|stick (?:to|with)|leave)\b[^.?!\n]{{0,40}} or (?:do i |should i |just )?{_MOVE}\b"
    rf"|\b{_MOVE} (?:it|the \w+|my \w+) or (?:just |still )?(?:keep|have|go|leave)\b",
    re.I,
)
_HOW_MANY = re.compile(
    r"\bhow (?:many|common|rare|often|likely)\b[^.?!\n]{0,16}\b(?:people|of us|folks?|patients|women|men|others)\b"
    r"|\bhow (?:common|rare|usual|likely) (?:is|are) (?:it|that|this|they|those)\b"
    r"|\bhow many (?:get|have|had|react)\b"
    r"|\bwhat(?:'s| is| are) (?:the |my )?(?:odds|chances?|likelihood|percentage)\b"
    r"|\b(?:one|how many) (?:in|out of) (?:how many|ten|10|100|a hundred|a thousand|1000)\b",
    re.I,
)
_TAUGHT = re.compile(
    r"\b(?:taught|trained|shown how|show me how|learn(?:t|ed|ing)?|teach(?:es)?|training|lessons?)\b", re.I
)
_NOT_TOLD = re.compile(
    r"\bwhy\b[^.?!\n]{0,24}\b(?:not|won'?t|wont|can'?t|cant|cannot|will not|don'?t|dont|refus\w+|never)\b[^.?!\n]{0,24}"
    r"\b(?:tell|say|give|name|answer|pick|share)\b"
    r"|\byou (?:still |just )?(?:won'?t|wont|can'?t|cant|refuse to|will not|are not|aren'?t|never)(?: \w+){0,2}? "
    r"(?:tell|say|give|name|saying|telling|answer|pick)\b",
    re.I,
)
_SIZE = re.compile(
    r"\b\d{2} ?(?:g|gauge)\b|\bgauges?\b|\binch(?:es)?\b|\b\d{1,2} ?mm\b|\bneedle (?:size|length)"
    r"|\bsize (?:of )?needle",
    re.I,
)
_ASKED_SIZE = re.compile(
    r"\b(?:what|which|how (?:long|big|thick|thin|deep))\b[^.?!\n]{0,24}\b(?:gauge|size|needle|length)\b", re.I
)
_PLACE = re.compile(r"\b(?:whereabouts|where|spot|place|site|part of (?:my|the) (?:leg|arm|body|thigh))\b", re.I)
_WHERE_ON = re.compile(
    r"\b(?:whereabouts|where|which|what) (?:\w+ ){0,3}(?:leg|arm|thigh|body|spot|place|site|part)\b"
    r"|\b(?:thigh|leg|arm|bum|bottom|belly) (?:all right|alright|ok|okay|fine|or)\b",
    re.I,
)
_MYSELF = re.compile(
    r"\b(?:inject(?:ing)?|jab(?:bing)?|give|giving|do|doing|have|having|shots?|jabs?|injections?|b-?12)\b[^.?!\n]{0,24}"
    r"\b(?:my ?self|at home)\b|\bdo my own\b|\bself[- ]?inject\w*",
    re.I,
)
# Who injects animals is no more trained for it.
_JABS_ANIMALS = re.compile(
    r"\b(?:inject|jab|vaccinat|needle|dose)\w*\b[^.?!\n]{0,20}\b(?:goats?|sheep|ewes|lambs|cows?|cattle|calves|horses?"
    r"|dogs?|cats?|animals?|pigs?|hens?|alpacas?|livestock)\b",
    re.I,
)
_USED = re.compile(
    r"\b(?:used|old|finished|done|dirty|spent|empty|emptied|my own) (?:\w+ )?(?:needles?|sharps|syringes?|pins|ones)\b"
    r"|\b(?:needles?|syringes?) (?:when|once|after) (?:i'?m|i am|i have|i've|they'?re|they are)"
    r" (?:\w+ )?(?:done|used|finished)\b",
    re.I,
)
_AWAY = re.compile(
    r"\b(?:bin|bins|go (?:in|out|with|along)|throw|chuck|get rid|dispos\w+|put (?:them|it|mine|those)|box|tub|tip|mix"
    r"|in with|out with|rubbish|trash|garbage)\b",
    re.I,
)
_ASKS_SO = re.compile(r"\?|\b(?:can|could|do|should|may|where|what|how|is it)\b", re.I)
_ANIMAL = re.compile(
    r"\b(?:goats?|sheep|cows?|cattle|horses?|dogs?|cats?|pets?|vets?|animals?|pony|alpacas?|pigs?|hens?|livestock|hers|theirs)\b",
    re.I,
)
_ONCE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|well|though|yeah|no|oh|i mean|sure)\W+){0,3}"
    r"(?:(?:it'?s|its|it is|that'?s|this is|it(?:'d| would|'ll| will) be|i'?d be|they'?re|i'?m"
    r"|i (?:only |just )?(?:have|had|take|took|do|did)(?: it)?)\W+)?"
    r"(?:really |for )?(?:only|just|a|one)\b[^.?!\n]{0,24}\b"
    r"(?P<how>once|one(?: time| go| off|-off)?|single|short|quick|small|little|few|tiny|minor|couple|bit)\b",
    re.I,
)
_ONE_GO = re.compile(r"\b(?:once|one|single)\b", re.I)
_WAYS_ONCE = re.compile(r"\b(?:once|one go|single|one time|just one|one lot|a little|small amount)\b")


def used_needles(asked: Asked) -> Taken:
    """Where used needles go: one's own sharps bin, also where there are needles of an animal in the house; it is no
    question of what needle to use."""
    text = _plain(asked)
    if not _may_ask(asked) or not (_USED.search(text) and _AWAY.search(text) and _ASKS_SO.search(text)):
        return None
    if _ANIMAL.search(text):
        return _says(OWN_BIN)
    return asks_of([content().questions[_NEEDLES_GO]])


def not_told(asked: Asked) -> Taken:
    """Why no size and no place is named, or the same asked for again: who chooses it, and what to ask them; the first
    time the answer of it."""
    text, state, every = _plain(asked), asked.state, content().questions
    at_home = _AT_HOME in state.topics or _AT_HOME in state.last or _MYSELF.search(text) is not None
    if not free(asked) or not (_may_ask(asked) or _MYSELF.search(text)) or len(text.split()) > LONGEST:
        return None
    of_it = _SIZE.search(text) or _PLACE.search(text) or re.search(r"\bsize\b", text) or _withheld(state.question)
    if at_home and _NOT_TOLD.search(text) and of_it:
        return _says(WITHHELD)
    found = [one for one in (_SIZE_ASKED, _PLACE_ASKED) if one in asked.said.act.values(QUESTION)]
    if at_home and (_SIZE.search(text) or _ASKED_SIZE.search(text)):
        found = list(dict.fromkeys([_SIZE_ASKED, *([_PLACE_ASKED] if _WHERE_ON.search(text) else []), *found]))
    if not found or not at_home:
        return None
    if any(state.was_said(f"question {one}") for one in found):
        return _says(WITHHELD)
    return asks_of([every[one] for one in found])


_HOW_TAUGHT = re.compile(r"\bhow (?:do|would|can|could|should)? ?(?:i|we) (?:get|be) (?:taught|trained)", re.I)


def how_taught(asked: Asked) -> Taken:
    """How one is taught, in a talk of injecting at home."""
    if not _may_ask(asked) or _AT_HOME not in asked.state.topics:
        return None
    if _JABS_ANIMALS.search(_plain(asked)) and not asks(_plain(asked)):
        return asks_of([content().questions[_TRAINING]])
    wanted = any(asks(one) and _TAUGHT.search(one) for one in sentences(_plain(asked)))
    # "I asked how I get taught" asks too.
    wanted = wanted or _HOW_TAUGHT.search(_plain(asked)) is not None
    sure = asked.said.act.values(QUESTION) and asked.said.act.confidence >= 1.0
    return asks_of([content().questions[_TRAINING]]) if wanted and not sure else None


def whom_of_two(asked: Asked) -> Taken:
    """Which of two to tell: both, since neither may tell the other; and this program is nobody to tell."""
    text = _plain(asked)
    if not _may_ask(asked) or not _WHOM.search(text) or not _only_of_talk(asked):
        return None
    if _OR_YOU.search(text):
        return _says(NOT_ME)
    if not _OF_TWO.search(text):
        return None
    return _says(ASK_EITHER if _ASKS_THEM.search(text) and not _TELLS.search(text) else TELL_BOTH)


def call_before(asked: Asked) -> Taken:
    """Whether to call before the visit: yes, and what to say."""
    text = _plain(asked)
    if not _may_ask(asked) or not _BEFORE.search(text) or not _VISIT.search(text) or not _only_of_talk(asked):
        return None
    sure = asked.said.act.values(QUESTION) and asked.said.act.confidence >= 1.0
    return None if sure else _says(BEFORE)


def keeps_date(asked: Asked) -> Taken:
    """Whether the injection stays where it is, beside an operation or gas: it does until the team moves it; no form
    for dates."""
    text, state, every = _plain(asked), asked.state, content().questions
    if not _may_ask(asked) or not _KEEP.search(text) or not _INJECTION.search(text):
        return None
    about = {state.focus, *named_in(text), *(one.about for one in answered(state))}
    if not about & _BESIDE:
        return None
    if is_new(asked, every[_OPERATION]):
        return asks_of([every[_OPERATION]])
    return _says(KEEP)


def how_many_people(asked: Asked) -> Taken:
    """How many people have what was just spoken of: what is known of it, or that no number is."""
    text, state = _plain(asked), asked.state
    thing = state.focus
    if not _may_ask(asked) or thing is None or not _HOW_MANY.search(text) or not _only_of_talk(asked):
        return None
    if asked.said.act.values(QUESTION) and asked.said.act.confidence >= 1.0:
        return None
    known = [one for one in content().questions.values() if one.about == thing and _asks_how_many(one)]
    new = [one for one in known if is_new(asked, one)]
    return asks_of(new[:1]) or (Step(ASK_TOPIC, ((UNKNOWN, NUMBER),)),)


def only_once(asked: Asked) -> Taken:
    """ "It's just the once": what is known of that, or the last answer in other words; never another thing."""
    text, state, every = _plain(asked), asked.state, content().questions
    thing, last = state.focus, every.get(state.question or "")
    found = _ONCE.search(text)
    if not _may_ask(asked) or found is None or thing is None or thing in INJECTIONS or last is None:
        return None
    if len(text.split()) > LONGEST_REMARK or not _only_of_talk(asked):
        return None
    if state.awaiting == PLAN and state.question is None:
        return None
    if _ONE_GO.search(found["how"]):
        of_once = [one for one in every.values() if one.about == thing and _says_once(one) and is_new(asked, one)]
        if of_once:
            return asks_of(of_once[:1])
    return (Step(SIMPLER),)


ROWS = (
    ("where used needles go", used_needles),
    ("a size or a place that is not named, and why", not_told),
    ("how one is taught to inject", how_taught),
    ("whether the injection stays, beside an operation", keeps_date),
    ("which of two to tell", whom_of_two),
    ("whether to call before the visit", call_before),
    ("how many people have it", how_many_people),
    ("that it is only once", only_once),
)


def _may_ask(asked: Asked) -> bool:
    """Whether an answer was given that this may be asked of, and nothing stands that comes first. What answers the
    form for dates is left to that."""
    state = asked.state
    if not free(asked) or asked.kind == FORGET_ME or not (state.last or state.question):
        return False
    if state.awaiting != PLAN:
        return True
    moves = plan_words(state.plan, asked.said.text, asked.who, state.plans)[1]
    return not any(move.kind not in ("unsure", "request") for move in moves)


def _only_of_talk(asked: Asked) -> bool:
    """Whether a message names no thing beside those that were spoken of lately, who treats, and the injections."""
    spoken_of = {asked.state.focus, *(one.about for one in answered(asked.state))}
    staff = {thing for thing in named_in(_plain(asked)) if re.fullmatch(_STAFF, thing.replace("_", " "), re.I)}
    others = set(named_in(_plain(asked))) - spoken_of - INJECTIONS - staff - _VISITS
    return not others


# A visit is no other thing.
_VISITS = frozenset(
    {"appointment", "surgery", "first_injection", "next_one", "booking", "phone_call", "dentist_numbing"}
)


def _plain(asked: Asked) -> str:
    return asked.said.text.replace("\u2019", "'")


def _withheld(question: str | None) -> bool:
    return question in (_SIZE_ASKED, _PLACE_ASKED)


def _ways(question: Question) -> Iterable[str]:
    return map(same_words, (question.question, *question.ask, *question.leaning))


def _says_once(question: Question) -> bool:
    return _WAYS_ONCE.search(same_words(question.question)) is not None or (
        sum(_WAYS_ONCE.search(way) is not None for way in _ways(question)) > 1
    )


def _asks_how_many(question: Question) -> bool:
    return any(_HOW_MANY.search(way) for way in _ways(question))


def _says(what: str) -> Taken:
    return (Step(ASK_TOPIC, ((UNKNOWN, what),)),)
