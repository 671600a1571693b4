"""Whether somebody whom a message names has the injections that it is about, or is only spoken of."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

# Within how many characters of a person it stands what they have to do with it.
_NEAR = 120
_OBJECT = (
    r"(?:it|them|this|one|ones|these|those|hers|theirs|his(?! (?!(?:on|in|at|last|this|yesterday|today|every"
    r"|each|monthly"
    r"|weekly|done|too|as|and|but|then|the|when|a|b-?12|injections?|jabs?|jags?|shots?|doses?|needles?|next|first|for|from"
    r"|before|after|so|own)\b)[a-z])|b-?12|injections?|jabs?|shots?|needles?|doses?|every|each|weekly|monthly"
    r"|fortnightly|daily|yearly|due|\d+|two|three|four|six|eight|ten|twelve)\b"
)
_HAS = r"(?:has|have|had|gets?|got|takes?|took|needs?|needed|is on|are on|goes on|is having|is getting|starts?|started)"
# "My kids have a party" is about no injection.
_HAS_IT = (
    rf"(?:(?:also|now|just|only|already|still|both) ){{0,8}}{_HAS} "
    r"(?!(?:put|told|found|written|sent|made|read|set|asked|seen|left|lost|brought|shown|typed|kept|marked|noted|saved"
    r"|married|engaged|divorced|dressed|promoted|ready|home|back|up|out|off)\b)"
    rf"(?:\w+ ){{0,3}}?{_OBJECT}"
)
_OF = (
    r"(?:dates?|plan|next|last|first|b-?12|injections?|jabs?|shots?|needles?|doses?|schedule|turn|due"
    r"|reminders?|notes|diary|summary)\b"
)
_THEIRS = re.compile(
    rf"(?:'s?|s)? {_OF}|(?:'s| is| are| has| gets)? (?:(?:also|on|exactly) ){{0,3}}the same\b"
    r"|'?s (?:is|was|are|were)\b(?! \w+ing\b)|'s (?:can|could|should|would|will|might|must|may)\b"
    r"|[ ,:-]*(?:'s|is|are|who is)? ?(?:on )?(?:every|each|monthly|weekly|fortnightly|daily|\d+[ -]weekly|due)\b"
    r"|,? (?:(?:is|are|has been|'s) )?(?:taking|having|getting|takes|gets|has) "
    r"(?:(?:it|this|that|them|one|b-?12|the|his|her|hers|their)"
    r" |(?:injections?|jabs?|shots?) ){0,3}(?:every|each|once|twice|monthly|weekly|fortnightly|daily|\d+[ -]weekly)\b"
    rf"|,? (?:who |(?!(?:i|we|you|me)\b)\w+ )?{_HAS_IT}|,? (?:go|goes|going|due) (?:again|next|for)\b"
    r"|(?: \w+)?[ ,]*(?:\(|,? ?(?:aged?|who(?:'s| is)|s?he(?:'?s| is)|is|are|they(?:'re| are)) )(?:only )?\d{1,2}\b",
    re.I,
)
_FOR = re.compile(r"\b(?:for|of|about) (?:(?:my|our|the|a|her|his|both|two|little|young|older|own) ){0,8}$", re.I)
_BUSY = re.compile(
    r"\b(?:waiting|wait|time|cooking|looking|care|caring|dinner|fetch|collect) (?:for|of) (?:\w+ ){0,2}$", re.I
)
_DATES_FOR = re.compile(
    r"\b(?:dates?|plan|schedule|reminders?|it|them|one|ones|next|last|due|asking|ask|this|that|is|are|injections?|jabs?|shots?"
    r"|b-?12|doses?|when|work out|know|same|and|also|too) (?:for|of|about) "
    r"(?:(?:my|our|the|a|her|his|both|two|little|young|older|own) ){0,8}$",
    re.I,
)
# "I'm pregnant, are they safe for the baby?": it is the mother who has them.
_EXPECTING = re.compile(r"\b(?:pregnan(?:t|cy)|expecting|breast-?fe(?:d|eding)|weeks gone|trimester)\b", re.I)
# What is done by somebody who is only spoken of: "my son is driving", "mum always forgets".
_DOES = re.compile(
    r"^(?:s|es)?(?: (?:always|never|just|only|keeps?|kept|often|usually|has|had|have|was|is|are|were)){0,8}"
    r" (?:(?!having|getting|taking|starting|going)[a-z]+ing\b|getting (?:married|engaged|divorced|ready|old)\b"
    r"|forg[eo]ts?|forgotten"
    r"|remember(?:s|ed)?|remind(?:s|ed)?|reckons?|asleep"
    r"|wants? to know|helps?|helped|drove|drives|wrote|writes|reads?|typed|looked|works?|here|home|poorly|ill|sick)\b",
    re.I,
)
# A day, a place or a thing of somebody: "my niece's christening", "cousin marriage".
_THING = re.compile(
    r"(?:'?s)? (?:\w+ )?(?:wedding|marriage|shaadi|engagement|birthday|bday|party|funeral|wake|christening"
    r"|baptism|communion|graduation|hen|stag|leaving|exams?|recital|concert|match|trip|flight|holiday"
    # "Dad's 70th": no month has that day.
    r"|(?:[4-9]\d|1\d\d)th"
    r"|anniversary|shower|house|home|place|flat|farm|car|dog|cat|school|college|visit|operation|wedding's|reunion|retirement|do)\b"
    rf"|'s (?!{_OF}|{_OBJECT}|(?:is|was|are|were|has|had|been|not|never|on|in|at|going|getting|having|taking|late|early"
    r"|overdue|and|or|too|as|please|then|now|again|though|stays?|remains|also|just|only|still|for|from|to|when|if|but|that|who"
    r"|because|ok|fine|booked|can|could|should|would|will|might|must|may)\b)"
    r"[a-z]+",
    re.I,
)
_MY = (
    r"(?:(?:my|ma|me|mi|our|the|a|an|her|his|both|all|wee|two|little|young|older|younger|big|own|dear|late"
    r"|poor) ){0,8}"
)
# Beside, and for whom something else was done: "with my mum", "I had the grandchildren", "I told my wife".
_BESIDE = re.compile(
    rf"\b(?:with|wi|at|tae|near|beside|from|because of|thanks to|without|by|visit(?:ing|ed)?|see(?:ing)?|saw|met"
    rf"|meet(?:ing)?"
    r"|mind(?:ing|ed)?|watch(?:ing|ed)?|babysit(?:ting)?|babysat|collect(?:ing|ed)?|fetch(?:ing|ed)?|host(?:ing|ed)?|told"
    r"|called|rang|phoned|had|having|have|pick(?:ing|ed)? up|drop(?:ping|ped)?(?: off)?|marry(?:ing)?|buried|burying"
    r"|(?:e-?mail|mail|send|forward|show|text|whatsapp)(?:ing|ed)? "
    r"(?:(?:it|this|that|them|these|those|the (?:dates?|plan|list)"
    r"|my (?:dates?|plan)) )?(?:over |on )?(?:to)?"
    rf"|stay(?:ing|ed)? (?:with|at)|live with|out with|back to|over to|off to|went to|go(?:ing)? to|down to"
    rf"|up to) {_MY}$",
    re.I,
)
# Who is told, asked or shown something: "I like to tell my neighbour".
_TOLD = re.compile(
    r"\b(?:tell|tells|telling|told|ask|asks|asking|asked|show|shows|showing|showed|let|lets|letting|remind|reminds"
    r"|reminding|reminded|thank|thanks|thanking|phone|phoning|ring|ringing|text|texting|inform|informing|warn|warning"
    rf"|send|sending|give|giving|hand|handing) {_MY}$",
    re.I,
)
# What somebody does who stands in front of a verb of another thing than having injections: "my sister does", "the
# missus has the paper", "my granddaughter put this on the tablet".
_SUBJECT = re.compile(
    r"(?:'d|'ll)?,?(?: (?!(?:b-?12|is|was|has|had|gets?|takes?|needs?|who)\b)[a-z]+)? (?:who )?(?:(?:just"
    r"|always|never|only|also|even|still|often|usually|kindly|already|now|then|once"
    r"|really) ){0,3}"
    r"(?:(?:does|did|do|keeps?|kept)\b|(?:has|have|had) (?!(?:been|done|until|till|to have|to go|\d)\b)"
    r"|(?:put|puts|told|tells|gave|gives|made|makes|found|finds|knew|knows|thinks?|thought|wants?|wanted|likes?|liked"
    r"|loves?|came|comes|brought|brings|bought|buys|wrote|writes|read|reads|saw|sees|sat|sits|stood|stands|left|leaves"
    r"|lost|loses|set|sets|sent|sends|spoke|speaks|swears?|swore|lives?|lived|works?|worked|helps?|helped|asks?|asked"
    r"|looks?|looked|plays?|played|calls?|called|rings?|rang|drives?|drove|picks?|picked|turned|uses?|used|pays?|paid"
    r"|says?|said|shows?|showed|laughs?|laughed|hates?|hated|minds?|minded|cooks?|cooked|died|passed|visits?|visited"
    r"|checks?|checked|noticed|remembers?|remembered|reminds?|reminded|insists?|insisted)\b)",
    re.I,
)
# What a carer does about somebody's injections.
_CARES = re.compile(
    rf"\b(?:give|giving|gave|take|taking|took|bring|bringing|brought|inject|injecting|injected|jab|jabbing|jabbed|help|helping"
    rf"|look(?:ing)? after|car(?:e|es|ing) for|carer (?:for|of|to)|book(?:ing|ed)?|track(?:ing)?|mean|meant) {_MY}$",
    re.I,
)
# Who is only spoken to: "yo bro, ...".
_SPOKEN_TO = re.compile(
    r"(?:^|[.!?]\s*|\b(?:yo|hey|hi|hiya|hello|ok|okay|thanks|ta|cheers|yes|no|nah|yeah|sorry|please) )$", re.I
)
_CALLED_ALONE = re.compile(
    r"\s*(?:$|[,.!?]|(?:i|when|what|how|every|can|it|just|tell|u|you|i[st] (?:it|this|that|there)|are|am|do|should|why"
    r"|where|who|which|so|like|please|pls|give|show|my|me|this|that|idk|nah|no|yes|yeah|the)\b)",
    re.I,
)
_CALLED = re.compile(r"(?:bro|sis|son|mate|pop|papa|mama)\b", re.I)
# Somebody is said to have nothing to do with it, before and behind the word for them.
_NOT = (
    r"(?:not|no|never|nae|isn'?t|ain'?t|wasn'?t|aren'?t|forget(?: about)?|ignore|never ?mind|nvm|leave"
    r"|nothing to do with"
    r"|nowt to do with|nothing about|no such thing as)"
)
DENIED_BEFORE = re.compile(
    rf"\b{_NOT} (?:plan |dates? |jabs? |injections? |it'?s ){{0,8}}"
    rf"(?:for |about |of |fur |with |to do with )?{_MY}$",
    re.I,
)
DENIED_AFTER = re.compile(
    r"(?:'?s)?,? (?:"
    r"(?:has|have|had|hav|got)(?: got)? (?:nothing|nowt|nothin|no part|no injections?|no jabs?|no shots?"
    r"|no plan|no b-?12)\b"
    r"|(?:is|are|was|were)(?:n'?t| not) (?:the one|the patient|involved|part of|getting|having|on (?:it|b-?12"
    r"|them|any))\b"
    r"|(?:does|do|did)(?:n'?t| not) (?:have|get|take|need) (?:it|any|them|b-?12|an? |injections?|jabs?|shots?|one)\b"
    r"|out of (?:it|this)\b)",
    re.I,
)
# The injections are the writer's.
_EVERY = r"(?:every|once|weekly|monthly|fortnightly|(?:\d{1,2}|two|three|four|six|eight|ten|twelve)[ -]?(?:week|month))"
_OWN = re.compile(
    # "I'm every 12 weeks", "I have it monthly", and for nobody else.
    rf"\b(?:i'?m|i am)(?: on)? {_EVERY}(?!.*\b(?:for|him|her|them)\b)"
    rf"|\bi (?:have|get|take|inject)(?: it| mine| them| one)? {_EVERY}(?!.*\b(?:for|him|her)\b)"
    r"|\b(?:my|mine) (?:own )?(?:next |last |first |b-?12 ){0,8}(?:b-?12|injections?|jabs?|shots?|needles?|doses?)\b"
    r"|\bmy (?:own )?next one\b"
    r"|\b(?:it'?s|it is|they'?re|they are|these are|that'?s|that is|this is)(?: all)? (?:mine|for me|my own)\b"
    r"|\bi(?:'?m| am) (?:due|overdue)\b(?! to\b)|\bam i (?:due|overdue|next)\b(?! to\b)"
    # "I have it as well", "I'm on them too", "I also get it": beside somebody else.
    r"|\bi(?:'?m| am| have| get| take| need| inject)(?: on)?"
    r" (?:it|them|these|those|that|b-?12|the (?:jabs?|shots?|same))(?: injections?| jabs?| shots?)?"
    r" (?:too|as well|also|myself)\b"
    r"|\bi also (?:have|get|take|need|inject)\b",
    re.I,
)
# "I get it monthly", "when am I due", "ma last one".
FIRST_PERSON = re.compile(
    rf"\b(?:i|we)(?:'?ve|'?m|'?d| have| am| was| been){{0,8}}(?: (?:also|now|just|only|already|still|always|usually"
    rf"|both|then|actually|really|ever|finally|last)){{0,8}}"
    rf" (?:(?:have|had|gets?|got|takes?|took|taken|need(?:ed)?|given|inject(?:ed)?|started|start|on|due|overdue"
    rf"|late|having|getting"
    rf"|taking)\b(?! to\b))(?: (?:\w+ ){{0,3}}?{_OBJECT}|(?<=due)|(?<=overdue)|(?<=late))"
    rf"|\b(?:my|ma|me|mi) (?:own |very )?(?:next|last|first|latest|previous)\b"
    r"|\b(?:am|was) i (?:due|late|overdue|next|early)\b|\b(?:do|should|can|could|shall|must|when) i (?:have|get"
    r"|go|take|need)\b"
    rf"|\b(?:mine|mines|myself|masel|mysel)\b|\bit(?:'?s| is) (?:me|for me|fur me)\b"
    rf"|\b(?:gave|given|give|gives) me (?:\w+ )?{_OBJECT}"
    r"|\b(?:put|has|have|had|got|started|starting|keeps?|kept|wants?) me on (?:\w+ ){0,3}?(?:b-?12|injections?"
    r"|jabs?|shots?|it"
    r"|one|\d|every|weekly|monthly|daily|hydroxo\w*|cyano\w*|methyl\w*)\b",
    re.I,
)
_MINE_TOLD = re.compile(r"\b(?:that|this|it)(?:'?s| is| was) (?:mine|for me|my own(?: one)?)\b", re.I)


_INJECTIONS = r"(?:b-?12|injections?|jabs?|shots?|needles?)\b"
# That the injections are the writer's own, where those of a child were spoken of: "do it for me" says nothing of that.
_CLAIM = re.compile(
    rf"(?<!\bof )(?<!\bnot )(?<!\bnot for )\b(?:mines?\b|my own {_INJECTIONS}"
    r"|my own(?: one| plan| dates?)?(?=\W*$|[.,;:!?]))"
    rf"|\b(?:my|mine) (?:own |next |last |first ){{0,4}}{_INJECTIONS}"
    r"|\b(?:it'?s|it is|they'?re|they are|these are)(?: all)? for me\b(?! to\b)"
    # "Just me then. I'm 41, every 6 weeks".
    r"|\b(?:just|only) me\b|\b(?:what|how) about (?:me|mine|my own)\b"
    r"|\bi(?:'?m| am) \d\d\b(?=[ ,.;]+(?:and )?(?:on |i |mine |my |every |had |have |get ))"
    rf"|\bi(?:'ve|'m| have| am)?(?: also| too| myself){{0,3}} (?:have|had|get|got|take|on)"
    rf"(?: (?!his|her|hers|the|their|an?\b)\w+)? {_INJECTIONS}",
    re.I,
)
_OWN_DATES = re.compile(
    r"\bmy (?:own |next |last |first |b-?12 ){0,5}(?:next|last|dates?|plan|schedule|injections?|one)\b", re.I
)


# "I brought her in myself", "I rang them myself": who did something, and not who had the injection.
_EMPHATIC = re.compile(
    r"\b(?:i|i've|i'll|ive|we)(?: \w+){0,3}?(?: (?:her|him|them)\b(?! (?:injection|jab|shot|own)\b)(?: \w+){0,4}?"
    r"| (?:rang|phoned|called|asked|checked|booked|wrote|saw|heard|looked|drove|read)\b(?: \w+){0,4}?) myself\b"
    # "Mam is with me": who is there.
    r"|\b(?:is|are|was|sat|sitting|here|lives?|living|came|comes?|coming|stay(?:s|ing)|over|round) (?:here |now |sat )?"
    r"with me\b",
    re.I,
)
# "If they tell me", "they moved it": the clinic.
_CLINIC = re.compile(
    r"\bthey(?:'?ve|'?ll|'?d|'?re)?(?: (?:do(?:n'?t| not)?|did(?:n'?t| not)?|will|won'?t|would|have(?:n'?t)?|had|has"
    r"|just|all|never|only|can(?:'?t)?|could(?:n'?t)?)){0,3}"
    r" (?:tell|told|say|said|give|gave|given|ring|rang|rung|call|called|phone|phoned|book|booked|move|moved"
    r"|change|changed|put|offer|offered|want|wanted|text|texted|write|wrote|set|fit|fitted|squeeze|squeezed|close|closed|open|opened)\b",
    re.I,
)


# "It is my wife's, not mine": of whom it is not.
_NOT_MINE = re.compile(
    r"\b(?:not|isn'?t|ain'?t|aren'?t|never)(?: (?:for|about|of|my own|really|at all)){0,2}"
    r" (?:mine|myself|me|my own)\b(?! (?:next|last)\b)"
    # "I don't get them at all", "I have none myself".
    r"|\bi (?:don'?t|dont|do not|never)(?: even)? (?:get|have|take)"
    r" (?:any|them|those|it|one|ones|injections?|jabs?|shots?|b-?12)(?: (?:at all|myself))?(?=\s*(?:$|[.,;!]))"
    r"|\bi have none(?: myself)?(?=\s*(?:$|[.,;!]))",
    re.I,
)


# Who is to be sent the dates has none: "email it to my wife", "text my sister the day before".
_SENT_TO = re.compile(
    r"\b(?:e-?mail|text|txt|sms|send|forward|share|message|whatsapp)"
    r"(?: (?!for\b|of\b|about\b)[\w']+){0,4}? (?:to |with )?(?:my |our )?$"
    r"|\b(?:e-?mail|text|txt|sms|message|whatsapp) (?:my |our )?$"
    r"|\bshow(?:ing)?(?: (?:it|this|that|them|these|the (?:dates?|plan|list)|my (?:dates?|plan)))?(?: to)?"
    r" (?:my |our )?$",
    re.I,
)
# Who only wants to see the writer's: "my daughter wants a copy".
_SEES = re.compile(
    r"(?:'?s)?,? (?:(?:also|just|really|now|would|has|is|keeps?|has been) ){0,3}"
    r"(?:wants?|wanted|needs?|likes?|like|asks?|asked|asking|after)(?: (?:for|to (?:have|get|see|keep|look at)))?"
    r" (?:(?:a|an|one|the|her own|his own|their own|my) )?"
    r"(?:copy|copies|print ?-?outs?|printed|picture|photo|screenshot|calendar file|file"
    r"|it on (?:her|his|their) phone)\b",
    re.I,
)


# Somebody else is to wait for the writer, or go with them: "could he hold on till mine", "would she go with me".
_TOGETHER = re.compile(
    r"\b(?:can|could|may|might|should|would|shall|will|must|does|do|did|is|if|whether|so|then)(?:n't)?"
    r" (?P<who>he|she|they|his|hers|theirs|[a-z]+(?:'s)?|my [a-z]+(?:'s)?)(?:'d|'ll)?\b(?P<on>[^.;!?\n]{0,40}?)"
    r"\b(?P<me>(?:till?|until|til|to|with|as|like|before|after|alongside|beside) (?:mine|me))\b",
    re.I,
)
_SELF = frozenset(("i", "we", "mine", "me", "my", "it", "you", "that", "this", "please"))
# "So he'd go on the 4th with me".
_WITH_ME = re.compile(
    r"\b(?:he|she|they)(?:'d|'ll| would| could| will| can) [^.;!?\n]{0,40}?(?P<me>(?:with|alongside) me)\b", re.I
)


def without_together(text: str) -> str:
    """`text` with blanks in the place of the writer, where somebody else is to wait for them or to go with them."""
    for match in [*_TOGETHER.finditer(text), *_WITH_ME.finditer(text)]:
        if match.groupdict().get("who", "").lower() in _SELF:
            continue
        start, end = match.span("me")
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def not_mine(text: str) -> bool:
    """Whether a text says that it is not the writer's: "it is my wife's, not mine"."""
    return _NOT_MINE.search(text.replace("’", "'")) is not None


def without_not_mine(text: str) -> str:
    """`text` with blanks in the place of "not mine": what stands before it is denied of nobody else."""
    return _NOT_MINE.sub(lambda match: " " * len(match[0]), text)


def without_emphasis(text: str) -> str:
    """`text` without a "myself" that says who brought, asked or rang, and without "not mine": neither says that the
    injections are the writer's."""
    return _NOT_MINE.sub(" ", _EMPHATIC.sub(" ", text))


def without_clinic(text: str) -> str:
    """`text` without a "they" that tells, books or moves, who is the clinic and nobody's plan."""
    return _CLINIC.sub(" ", text)


def claims_beside_child(text: str, *, has_plan: bool) -> bool:
    """Whether a text behind talk of a child says that the injections are the writer's own; `has_plan`: of the writer a
    plan is known, which "my next date" asks for."""
    return _CLAIM.search(text) is not None or (has_plan and _OWN_DATES.search(text) is not None)


def before(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """What a pattern that ends in "$" finds right before a place of `text`."""
    return pattern.search(text, max(0, start - _NEAR), start)


def treated(text: str, start: int, end: int, *, of_child: bool, adult: bool, first: bool) -> bool:
    """Whether the person named from `start` to `end` of `text` has the injections.

    of_child: the word is that of a child: one is meant only where the injections are said to be the child's. adult: who
    writes says that they are an adult. first: the text tells of injections in the first person.
    """
    if denied(text, start, end) or _only_called(text, start, end) or _THING.match(text, end):
        return False
    if (before(_SENT_TO, text, start) and not _THEIRS.match(text, end)) or _SEES.match(text, end):
        return False
    # "I'm 40 with three kids, every 8 weeks": behind a comma the grown-up goes on about the own ones.
    comma = text.startswith(",", end)
    theirs = _THEIRS.match(text, end) and not (adult and comma)
    unborn = text[start:end].lower() == "baby" and _EXPECTING.search(text) is not None
    # "I'm on them, my mum comes over for the baby": a visit is for the child, and no injection.
    other = of_child and first and not before(_DATES_FOR, text, start)
    if theirs or (before(_FOR, text, start) and not before(_BUSY, text, start) and not unborn and not other):
        return not (before(_BESIDE, text, start) and comma)
    if of_child or _DOES.match(text[end : end + _NEAR]):
        return False
    if before(_CARES, text, start):
        return True
    if before(_TOLD, text, start) or _SUBJECT.match(text, end):
        return False
    return not (adult or first or before(_BESIDE, text, start))


# "She gets it monthly", of somebody who was named before.
_THEY_HAVE = re.compile(
    rf"\b(?P<who>she|he|they)(?:'?s| is| was| are)? (?:{_HAS_IT}|on (?:{_OBJECT})|due\b|overdue\b|booked\b"
    rf"|had\b|in for\b)",
    re.I,
)


def has_it(text: str) -> list[str]:
    """The words that stand in a text for somebody who has the injections: "she gets it monthly"."""
    return [found["who"] for found in _THEY_HAVE.finditer(text)]


def has_theirs(text: str, start: int, end: int) -> bool:
    """Whether right beside a person, from `start` to `end` of a text, stands that the injections are theirs."""
    return _THEIRS.match(text, end) is not None or before(_FOR, text, start) is not None


# Nothing but whose it is: "12 weekly is my husband's".
_IS_THEIRS = re.compile(rf"(?:^|\b(?:is|are|was|it's|its|that's) |[=:] ?){_MY}$", re.I)
_NO_MORE = re.compile(r"(?:'?s)?\W*$")


def treated_in_clause(text: str, start: int, end: int, clause: str, begin: int, *, first: bool) -> bool:
    """Whether the person from `start` to `end` of `text`, who begins at `begin` of one `clause` of it, is said there to
    have the injections, whatever the first person says in others. first: the text tells of injections in the first
    person."""
    if treated(text, start, end, of_child=False, adult=False, first=first):
        return True
    if denied(text, start, end) or _THING.match(text, end):
        return False
    return before(_IS_THEIRS, clause, begin) is not None and _NO_MORE.match(clause, begin + end - start) is not None


def denied(text: str, start: int, end: int) -> bool:
    """Whether the person from `start` to `end` of `text` is said to have nothing to do with the injections."""
    return before(DENIED_BEFORE, text, start) is not None or DENIED_AFTER.match(text, end) is not None


def _only_called(text: str, start: int, end: int) -> bool:
    return (
        _CALLED.match(text, start) is not None
        and before(_SPOKEN_TO, text, start) is not None
        and _CALLED_ALONE.match(text, end) is not None
    )


@at_hand(64)
def first_person(text: str) -> bool:
    """Whether a text tells or asks, in the first person, of injections, or claims them."""
    return own(text) or FIRST_PERSON.search(text) is not None


def asked_beside_mine(text: str, start: int) -> bool:
    """ "That is mine. I ask for my wife": what was told last is the writer's, and the message is about the other."""
    told = _MINE_TOLD.search(text)
    return told is not None and told.end() <= start


@at_hand(64)
def own(text: str) -> bool:
    """Whether a text says that the injections are the writer's."""
    return _OWN.search(text) is not None
