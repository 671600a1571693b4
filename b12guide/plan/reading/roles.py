"""What a date in a text is the date of: the first dose, the last one given, the next one, or nothing of the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..model import Role
from .bounds import OFTEN
from .clauses import REACH

_STRONG: tuple[tuple[Role | None, str], ...] = (
    (
        "first",
        r"first|1th|day 1|start|started|starting|starts"
        r"|began|begin|begins|begun|beginning|commenced|commencing|since",
    ),
    ("last", r"last(?! before (?:that|this|it) )|most recent|previous|finished|completed|ended|final"),
    ("next", r"next|due|booked|scheduled|appointment|appt|pencilled|penciled|down for|in for|offered"),
    (None, r"(?:1|dose|amp|last|time) before (?:that|this|it|last|was)|born|dob|birthday|diagnosed|diagnosis"
           r"|tests?|tested|bloods?|levels?|results?|surgery|operation|expires|expiry|saw|phoned|called"
           r"|(?<!due )until|holiday|away|wedding|baby|moved|pregnant|transfusion"
           r"|b12 (?:(?:was|is|at|of|came|back|only|just|=|:|under|below|about) ){0,8}\d{2,3}"
           r"(?! (?:daily|weekly|monthly|day|week|month|mg|mcg|dose|amp|/))"),
)  # fmt: skip
_CUE = re.compile(
    r"(?<= )(?:(?P<nth>\d+th (?:loading |maintenance )?(?:dose|1|amp)\b|\d+th was(?= (?:on |just )?$)"
    r"|(?<= was )(?:the |my |her |his )?\d+th(?= (?:$|[.,;!?)&] |of \d|out of ))"
    # "And the fourth today".
    r"|(?<= the )(?:[2-9]|1[0-2])th(?= $)"
    r"|\d{1,2}(?:th)?(?: dose| 1)? (?:out )?of (?:the |my )?\d{1,2}(?! (?:left|to go|remaining))"
    r"|(?:dose|amp|number|no|#)(?: number| no| #)? \d{1,2}(?! (?:daily|weekly|monthly|day|week|month"
    r"|year|mg|mcg|ml|/|x)))|"
    + "|".join(f"(?P<{['first', 'last', 'next', 'other'][i]}>{cues})" for i, (_, cues) in enumerate(_STRONG))
    + r")(?= )"
)
_WEAK = re.compile(
    r"(?<= )(?:had|have|took|did|given|gave|got(?! (?:back|home|in|there|away) )|received|done|was|were|dose|it|1"
    r"|fitted|squeezed)(?= )"
)
# "First thing", "the last 2 weeks", "since 2019": no dose.
_NOT_A_DOSE = re.compile(
    r" (?:(?:the )?(?:last|past|first|next) (?:\d+|few|couple(?: of)?) (?:day|week|month|year)"
    r"|first (?:thing|of all|time)"
    r"|at (?:first|last)|[a-z]+ (?:back )?(?:in )?(?:the )?(?:19|20)\d\d) "
)
_FIRST_DOSE = re.compile(r"1th (?:was|(?:loading )?(?:dose|1|amp))")
_STARTED = re.compile(r"(?:start|began|begin|commenc|since)")
_HAD_ONE = re.compile(
    r" (?:had|got|gave|given|received|did|done|took) (?:(?:it|1|mine|me|him|her|my|the|a|b12|dose) ){0,3}"
    r"(?:on |it )?(?:the )?$"
)
# Between "started" or "since" and its date stands nothing but the treatment; before "since", what has been since then.
_TREATMENT = (
    r"it|them|mine|hers|these|those|this|that|dose|amp|b12|[a-z]*cobalamin|the|my|his|her|our|their|a|an|on|in"
    r"|of|for|with|at|having|getting"
    r"|taking|loading|maintenance|treatment|therapy|course|plan|schedule|regimen|date|day|back|again"
    r"|was|were|is|be|been|1|same"
    r"|daily|weekly|monthly|quarterly|fortnightly|yearly|every|other|alternate|each|q|week|month"
    r"|year|fortnight|time|mg|mcg|ml"
    r"|intramuscular|subcutaneous|i|we|she|he|they|i've|ive|i'm|have|had|has|and|about|so|but"
    r"|just|only|first|out|off|to|will"
    r"|would|all|over|now|new|jabs?|shots?|\d+(?:th)?|[^a-z0-9 ]+"
)
_STARTS_TREATMENT = re.compile(rf" (?:(?:{_TREATMENT}) ){{0,40}}$")
_NEAR_AHEAD = re.compile(r" (?:today|tonight|this (?:afternoon|evening)) ")
_GIVEN = re.compile(r" (?:had|got|gave|given|received|done|did) ")
_NOT = (
    r"(?:not|no|none|nothing|never|without|haven't|hasn't|hadn't|havent|hasnt|hadnt|didn't|didnt|wasn't|wasnt|couldn't"
    r"|couldnt|don't|dont)"
)
# "Not been since 3 June": the last one was then.
_NONE_SINCE = re.compile(
    rf" {_NOT} (?:(?:been|had|have|got|gone|received|given|dose|any|1|it|them|more|another|b12|a|my|the) ){{0,8}}since "
    # "It's been since 12 November" says the same.
    r"| (?:it's|its|it has) been (?:a (?:while|long time) )?since (?=$)"
)
# "Missed the one on 3 June": none was given then.
_MISSED = re.compile(
    rf" (?:missed|missing|skipped|forgot|forgotten|cancelled|canceled|postponed|refused|should've"
    rf"|should (?:have|of)|supposed to"
    rf"|meant to|due to have|{_NOT} (?:\S+ )?(?:have|had|get|got|go|been|be|given|turn|attend|make|dose|it|1)) "
)
_MISSED_AFTER = re.compile(
    r" (?:was|were|got|been|i|we|she|he|they|is|but)"
    r"(?: (?:just|totally|completely|clean|sort of|kind of|have|had|did|then)){0,8}"
    r" (?:missed|skipped|cancelled|canceled|postponed|forgot|forgotten) |(?:wasn't|not"
    r"|didn't|didnt|never) (?:given|happen|happened|get|go|have|had) "
)
# "Weekly for 6 injections from 1 June", "daily for 5 days from Monday": the day on which a course begins.
_COURSE_FROM = re.compile(
    r" (?:for (?:a|\d{1,3}) (?:day|week|fortnight|month|dose|amp|1|time)|x ?\d{1,3}|\d{1,3} (?:dose|amp|time))"
    r"(?: [^ \d]+){0,3}"
    r" (?:as )?from(?: (?:on|the|next|this)){0,8} $"
)
# "Weekly, 8 weeks from 1 December": so long from its first day on, of a plan that has several in that time.
_LENGTH_FROM = re.compile(r"(?:^| -) \d{1,3} (?:day|week|month) from(?: (?:on|the)){0,2} $")
_COURSE_FROM_APART = re.compile(
    r" for (?:a|\d{1,3}) (?:day|week|fortnight|month|dose|amp|1|time) , (?:as )?from(?: (?:on|the|next|this)){0,8} $"
)
_NO_COURSE = re.compile(r" (?:moved|changed|put|brought|away|off|holiday|home|back|letter|counted|counting) ")
_PAST_DUE = re.compile(
    r" (?:was|were|(?:was|were) (?:meant|supposed) to be|should have been|should've been)"
    r" (?:originally |actually |really |next |only )?due "
)
_WAS_BOOKED = re.compile(
    r" (?:was|were|had been) (?:originally |actually |only |next ){0,3}(?:booked|down|in|pencilled|penciled|scheduled)"
    r" (?:in |down ){0,2}for "
)
# "It was on 26 November instead of 10 December", "I went early, it should have been 10 December": when it was due.
_MEANT = re.compile(
    r" (?:instead of|in place of|rather than)(?: (?:on|the)){0,2} $"
    r"| (?:it|this|that|which|1) (?:was|were|should have been|should've been|had been)"
    r"(?: (?:originally|actually|really|only|planned|meant|supposed|scheduled|booked|to|be|for|on|the)){0,6} $"
)
_SHOULD_BE = re.compile(
    r" (?:should have|should've|planned|meant|supposed|scheduled)(?= )| (?:instead of|in place of|rather than) "
)
_INSTEAD = re.compile(r" (?:instead of|in place of|rather than)(?= )")
_HAD_IT = re.compile(r" (?:had|got|gave|given|went|done|was|last) ")
_EARLY = re.compile(r" (?:instead|early|earlier|sooner|brought forward|fitted|fit|squeezed|ahead of time) ")
# "I finally got it" ends no clause.
_CLAUSE_END = re.compile(r" (?:[.?!;,()]|and|but|(?<! i )(?<! we )(?<! she )(?<! he )(?<! they )then|so|because) ")
# "The third is today", "number 4 will be this evening": it is still to come.
_NTH_TO_COME = re.compile(
    r" (?:\d+th(?: (?:loading|maintenance))?(?: (?:dose|1|amp))?|(?:dose|amp|number|no|#)(?: number| no| #)? \d{1,2}"
    r"|next(?: 1| dose)?)(?: (?:is|are|will be|'s|due|booked|planned|comes|happens|only|just|later|on|for)){1,8} $"
)
# "The injection is on the 15th", "mum's jab will be Friday": one that was given "was".
_ONE_IS = re.compile(
    r" (?:the|my|her|his|their|our|[a-z]+'s) (?:b12 )?dose (?:is|will be|is going to be)(?: (?:now|then|only))?"
    r"(?: (?:on|for))?(?: the)? $"
)
# "They cancelled, having it on the 15th": somebody is about to have it.
_HAVING = re.compile(
    r"(?<! been)(?<! was)(?<! were)(?<! of)(?<! started)(?<! start)(?<! began)(?<! before)(?<! after)(?<! since)"
    r"(?<! not)(?<! without) (?:doing|doin|having|havin|getting|gettin)"
    r" (?:it|1|mine|(?:my |the |a |next ){0,4}dose)(?: (?:done|instead|now)){0,3}"
    r"(?: on)?(?: the)? $"
)
_LATER_TODAY = re.compile(r" (?:tonight|this (?:evening|afternoon|arvo)|later(?: on)? today|later on) $")
# "Today I go at 3 for number four".
_GOING = re.compile(
    r"^ (?:(?:at|around|about) \d{1,2}(?:[:.]\d\d)? ?(?:h|pm|am|o'clock)? )?"
    r"(?:(?:i|we|she|he|they) (?:go|goes|will|shall|must|have to|need to|has to|'ll)"
    r"|(?:(?:i|we|she|he|they) (?:am|is|are|'m|'s|'re)|i'm|im|she's|he's|we're|they're)"
    r" (?:going|due|booked|having|getting)|i'll|she'll|he'll) "
)
_HAD_BEFORE = re.compile(r" (?:had|got|was|were|gave|given|did|done|took|taken) ")
_SENTENCE_END = re.compile(r" [.?!;] ")
_PAST = re.compile(
    r" (?:was|were|had|did|started|began|begun|commenced|given|got|gave|since|last|been|finished|completed) "
)


@dataclass(frozen=True, slots=True)
class RoleReading:
    """``related`` is False for the date of something else ("born", "diagnosed"); ``past`` is the tense around it.

    ``explicit`` where a word says which dose it was; ``missed`` where that dose was not given. ``past_due`` is "it was
    due", which has mostly passed, ``early`` that another day took its place. ``was_booked`` is "I was booked in for",
    which may have passed as well.
    """

    role: Role
    related: bool = True
    past: bool = False
    done: int | None = None
    loading: bool | None = None
    ends_phase: bool = False
    explicit: bool = False
    missed: bool = False
    past_due: bool = False
    early: bool = False
    was_booked: bool = False


def role_of(canon: str, start: int, end: int) -> RoleReading:
    """The role of the date at ``canon[start:end]``, from the nearest cue in its clause, then in its sentence."""
    # A comma behind the date may have been taken for part of it ("2 February, 2026"); it ends the clause all the same.
    while end > 0 and canon[end - 1] in " ,":
        end -= 1
    head, tail = canon[max(0, start - REACH) : start], canon[end : end + REACH]
    sentence = head[_last_end(_SENTENCE_END, head) :]
    clause = sentence[_last_end(_CLAUSE_END, sentence) :]
    ending = _CLAUSE_END.search(tail)
    after = tail[: ending.start() + 1] if ending else tail
    past = bool(_PAST.search(sentence) or _PAST.search(after))
    # "Since october" is a date of its own, whose first word says what it is the date of.
    led = f"{clause}since " if canon.startswith("since ", start) else clause
    if _NONE_SINCE.search(led):
        return RoleReading("last", past=True, explicit=True)
    if _MEANT.search(clause) and _SHOULD_BE.search(clause) and _was_early(clause, sentence, tail):
        return RoleReading("next", past_due=True, early=True, explicit=True)
    found = _role(clause, after, sentence, past=past)
    begins = _COURSE_FROM.search(clause) or _COURSE_FROM_APART.search(sentence)
    begins = begins or (_LENGTH_FROM.search(clause) and OFTEN.search(head))
    if found.related and begins and not _NO_COURSE.search(clause):
        return RoleReading("first", past=past, explicit=True)
    if found.role == "next" and (_PAST_DUE.search(sentence) or _PAST_DUE.search(after)):
        # The place where the sentence ends is not that of the clause: "... but they fitted me in today instead".
        ending = _SENTENCE_END.search(tail)
        rest = tail[: ending.start() + 1] if ending else tail
        found = replace(found, past_due=True, early=_EARLY.search(sentence + rest) is not None)
    if found.role == "next" and _WAS_BOOKED.search(clause):
        found = replace(found, was_booked=True)
    if found.related and _to_come(clause, f" {canon[start:end].strip()} ", after):
        found = RoleReading("next", explicit=True)
    missed = found.related and bool(_MISSED.search(clause) or _MISSED_AFTER.search(after))
    return replace(found, missed=True) if missed else found


def _was_early(clause: str, sentence: str, tail: str) -> bool:
    """Whether a dose that was meant for another day is told as had before it."""
    before = sentence[: len(sentence) - len(clause) + 1]
    if _INSTEAD.search(clause):
        return _HAD_IT.search(clause) is not None
    return _HAD_IT.search(before) is not None and _EARLY.search(before + tail) is not None


def _to_come(clause: str, day: str, after: str) -> bool:
    """Whether the clause of a date says that the dose of that day is not given yet."""
    if _HAD_BEFORE.search(clause):
        return False
    if day.startswith(" is "):
        clause = f"{clause}is "
    if _GOING.match(after) and _NEAR_AHEAD.fullmatch(day) and not _GIVEN.search(after):
        return True
    if _NTH_TO_COME.search(clause) or _ONE_IS.search(clause) or _HAVING.search(clause):
        return True
    return bool(_LATER_TODAY.search(day) and _CUE.search(clause))


def _role(clause: str, after: str, sentence: str, *, past: bool) -> RoleReading:
    weak = _WEAK.search(clause) or _WEAK.search(after)
    for place, nearest, wide in ((clause, -1, False), (after, 0, False), (sentence, -1, True)):
        place, behind = _NOT_A_DOSE.sub(" ", place), place is after
        cues = list(_CUE.finditer(place))
        if not cues or (wide and weak and (cues[nearest]["other"] or cues[nearest]["next"])):
            continue
        cue = cues[nearest]
        if behind and cue["other"] and _HAD_ONE.search(clause):
            # "Had it on 3 January while away": what comes behind it tells of something else that day.
            continue
        if nearest and cue["first"] and _STARTED.match(cue["first"]):
            since = cue["first"] == "since"
            if _GIVEN.search(clause if wide else place[cue.end() :]):
                return RoleReading("last", past=True)
            if not _STARTS_TREATMENT.match(place[cue.end() :]) or (since and not _of_treatment(place[: cue.start()])):
                return RoleReading("unknown", past=past)
        return _strong(cue, place, past)
    if weak:
        return RoleReading("last", past=True)
    return RoleReading("unknown", past=past)


def _of_treatment(words: str) -> bool:
    """Whether what has been "since" a date is the treatment: "every 12 weeks since", but not "vegan since"."""
    return _STARTS_TREATMENT.match(words) is not None


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins to matter: at its final blank, so that a cue right after it keeps one before it."""
    places = [m.end() - 1 for m in pattern.finditer(text)]
    return places[-1] if places else 0


def _strong(cue: re.Match[str], place: str, past: bool) -> RoleReading:
    loading = True if " loading " in place else False if " maintenance " in place else None
    if cue["nth"] and re.findall(r"\d+", cue["nth"])[0] == "1" and _FIRST_DOSE.match(cue["nth"]):
        # "The 1st was on Monday" is the first day, as "first" is: whether more were had since is not said.
        return RoleReading("first", past=True, loading=loading, explicit=True)
    if cue["nth"]:
        return RoleReading(
            "last", past=True, done=int(re.findall(r"\d+", cue["nth"])[0]), loading=loading, explicit=True
        )
    if cue["last"]:
        return RoleReading("last", past=True, loading=loading, ends_phase=loading is True, explicit=True)
    if cue["first"]:
        return RoleReading("first", past=past, loading=loading, explicit=True)
    if cue["next"]:
        return RoleReading("next", past=past, explicit=True)
    return RoleReading("unknown", related=False)
