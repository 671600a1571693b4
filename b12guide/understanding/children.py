"""Whether a message asks about the treatment of a child, or is written by one: answers and doses are for adults."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

# Within how many characters before an age it stands of when it was.
_NEAR = 20
_CHILD = (
    r"(?:kids?|child|children|toddlers?|teens?|teenagers?|baby|babies|infants?|newborns?|grandchild(?:ren)?|"
    r"grandkids?|(?:little|small|young) (?:girl|boy|son|daughter)s?|(?:little|young|wee) ones?"
    r"|(?<=my )small ones?|(?<=our )small ones?|under (?:16|18)s?)"
)
_WHOSE = r"(?:(?:my|our|a|an|the|young|small|older|little|\d+) ){0,3}"
# "for kids", "can my toddler", "my baby needs", "children's dose", "anything about children".
_ASKED = re.compile(
    rf"\b(?:for|to|about|in|do|does|can|could|may|should|are|is|will|would|give|giving) {_WHOSE}{_CHILD}\b"
    rf"|\b(?:my|our) (?:\w+ )?{_CHILD} (?:has|have|had|needs?|is on|are on|gets?|takes?)\b"
    rf"|\b{_CHILD}'?s? (?:dose|doses|dosage|plan|schedule|injections?|jabs?|shots?|tablets?|b12|amount|tests?|results?"
    r"|levels?)\b",
    re.I,
)
_YOUNG = (
    r"(?:[7-9]|1[0-7]|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|(?:thir|four|fif|six|seven)teen)"
)
# What follows a number that is no age, or one that is over ("15 years ago", "15 mg", "3 weeks in").
_NO_AGE = (
    r"(?!\s*[-:./,]?\s*\d)(?![\s-]*(?:%|(?:mg|mcg|micrograms?|milligrams?|ml|stone|st|kg|kilos?|lbs?|pounds?|weeks?|wks?"
    r"|months?|mths?|days?|hours?|hrs?|min(?:ute)?s?|miles?|km|th|am|pm|years?|yrs?|injections?|jabs?|shots?|doses?|tablets?"
    r"|weekly|wkly|wkl?y|monthly|mthly|daily|hourly|pills?|times?|percent|sessions?|people|points?|of|in (?:to|and)"
    r"|out|from|into|past|to|again|and a half (?:stone|weeks?|months?))\b))"
)
# An age in years alone, or in any unit that "old" follows: "he's 3 weeks in" tells how long he has been treated.
_AGE = re.compile(
    r"\b(?:[1-9]|1[0-7])[ -]?(?:year|yr|month|week)s?[ -]?olds?\b"
    r"|\b(?:[1-9]|1[0-7]) ?(?:years?|yrs?) (?:of )?age\b|\baged? (?:[1-9]|1[0-7])\b"
    r"|\b(?:s?he(?:'?s| is)|(?:(?:grand)?(?:son|daughter)|boy|girl) (?:who )?is) (?:only )?(?:[1-9]|1[0-7])\b"
    rf"{_NO_AGE}"
    r"|\b(?:(?:grand)?(?:son|daughter)|boy|girl|child|kid|toddler|niece|nephew)\W{1,3}(?:only |just |aged? )?"
    r"(?:[1-9]|1[0-7])"
    r"(?: ?(?:years?|yrs?|y))?(?= *(?:$|[,.;:!?)]|(?:years? )?(?:of )?age\b))"
    rf"|\b(?:(?:grand)?(?:son|daughter)|boy|girl|child|kid|niece|nephew) of (?:only |just )?"
    rf"(?:[1-9]|1[0-7])\b{_NO_AGE}",
    re.I,
)
_OLD = r"\s*(?:-|\s)?\s*(?:years?|yrs?|yr|y)?[ -]*(?:old|of age|y/?o|yo)\b"
_CLASS = (
    r"(?:(?:year|yr) (?:[7-9]|1[0-3])\b|(?:[6-9]|1[0-2])th[ -]grade(?:r\b|\b)|grade (?:[6-9]|1[0-2])\b"
    r"|(?:sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)[ -]grade(?:r\b|\b)|(?:middle|high|secondary) school\b"
    r"(?! (?:teacher|nurse|staff|counsell?or|principal))|freshman in high school\b|school(?=\s*(?:$|[.,;!?])))"
)
# The writer's own age, now: "im 15", "I'm only fourteen", "15 here", "15f", "turned 16 last week", "age: 15".
_WRITERS_AGE = re.compile(
    rf"\b(?:i'?\s?a?m|i'?ve (?:just )?turned|i (?:just )?turned|i'?ll be|i turn)"
    rf"(?: (?:only|just|still|like|about|nearly|almost|currently|a|an|actually|now|bout|literally)){{0,3}}"
    rf" {_YOUNG}\b(?:{_OLD}|{_NO_AGE})"
    rf"|\bmy age(?: is|'s|:)? {_YOUNG}\b{_NO_AGE}|^\W*age:? {_YOUNG}\b{_NO_AGE}"
    rf"|^\W*(?:(?:hi+|hey+|hello|hiya|yo|so|ok)\W+)*{_YOUNG}\s?(?:f|m|yo|y/?o|(?:yrs?|years?)[ -]old|here)\b"
    rf"|\b(?:as|being) an? {_YOUNG}{_OLD}"
    r"|\bi'?\s?a?m (?:only |just |still |like )*"
    r"(?:a (?:kid|child|minor|teen|teenager|schoolgirl|schoolboy)\b|under ?(?:age|16|18)\b)"
    rf"|\b(?:i'?\s?a?m (?:only |just |still |like |a |an |in |at |the )*|^\W*in ){_CLASS}",
    re.I,
)
# The writer is none: "I'm 36", "I'm an adult", "I'm not a child", "I'm the mum".
_GROWN = (
    r"(?:1[89]|[2-9]\d|1[01]\d|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_ADULT = re.compile(
    rf"\bi'?\s?a?m (?:only |just |actually |nearly |almost |now |aged? |over |a |an )*{_GROWN}\b(?:{_OLD}|{_NO_AGE})"
    r"|\bi'?\s?a?m (?:an? |the |fully |actually |really |her |his |their |both |already )*"
    r"(?:adults?|grown|mum|mam|mammy|mom|mommy|mummy|mother|dad|daddy|father|parent|grand(?:mother|father|ma|pa|parent)"
    r"|gran|granny|nan|pensioner|retired)\b"
    r"|\bi'?\s?a?m (?:not|no|hardly) (?:an? )?(?:kid|child|minor|teen|teenager|baby)\b",
    re.I,
)
# "Since I'm 15" and "when I'm 15" tell of then, "my son says I'm ..." of nobody's age.
# "Like I'm 10" and "as if I was" say how to put it.
_NOT_NOW = re.compile(
    r"\b(?:since|when|until|till|from when|before|after|once|like|as if|as though|as to|pretend|imagine) $"
    r"|\b(?:weeks?|months?) $",
    re.I,
)
# A child that is to be born, nursed, or might have the same illness: there the adult asks about an adult's treatment.
_ADULTS = re.compile(
    r"\b(?:pregnan\w*|breast|breastfeed\w*|bf|bfing|nursing|my milk|carrying (?:her|him|them|it|twins)|unborn|born|"
    r"expecting|trying|conceiv\w*|midwife|inherit\w*|genetic|hereditary|"
    r"runs? in|pass(?:ed)? (?:it|this) on|get it|busy|school)\b",
    re.I,
)
# What a mother's own lack does to the baby is asked of an adult, unless the baby is said to lack it.
_HARMS_BABY = re.compile(
    r"\b(?:harm(?:s|ed|ful|ing)?|hurts?|bad|affects?|damages?|dangerous|risks?|risky|safe|problems?) (?:\w+ ){0,2}?"
    r"(?:my |our |the |her )(?:baby|babies|twins)\b(?!'s| has| is| needs)",
    re.I,
)
_LACK = re.compile(r"\b(?:low|lack\w*|deficien\w*|too little|not enough|without)\b", re.I)

# Whether somebody's children need a test is asked by the adult who has the illness; how much they get is the child's.
_TEST = re.compile(
    r"\b(?:needs?|have|has|gets?|getting|be|being|for|want|them|kids|children) "
    r"(?:an? |to be |to get |any |the |their )*"
    r"(?:blood |b-?12 )*(?:tests?|tested|testing|screen\w*|check(?:s|ed|ing|up)?)\b",
    re.I,
)
_TREATED = re.compile(
    r"\b(?:dos\w*|how (?:much|many|often)|mcg|micrograms?|injections?|jabs?|shots?|tablets?|drops|give|low|result\w*"
    r"|came back|amount)\b",
    re.I,
)
# Children who are only in the house where needles are kept are not treated.
_ONLY_NEAR = re.compile(
    rf"\b{_CHILD} (?:around|about|at home|in the (?:house|home|flat)|running)\b"
    rf"|\b(?:reach of|away from|hidden from|safe from|around|near) {_WHOSE}{_CHILD}\b",
    re.I,
)
# A child who eats so may get no B12 at all.
_NO_ANIMAL_FOOD = re.compile(
    r"\b(?:vegan\w*|vegetarian\w*|veggie|plant[ -]based|pure veg|jain|(?:no|not|never|without|nor)\b[\w ]{0,12}"
    r"\b(?:eggs?|milk|dairy|meat|fish|animal\w*))\b",
    re.I,
)


# Any word by which a text may be about a child, or about somebody who may be one.
_MAY_BE = re.compile(
    r"\b(?:kids?|child\w*|sons?|daughters?|toddlers?|teen\w*|bab(?:y|ies)|infants?|newborns?|grand\w+|boys?|girls?"
    r"|little ones?|nieces?|nephews?|years?[- ]old|y/?o|school\w*|young\w*|lads?|lass\w*|nursery|twins?|pa?ediatric\w*"
    r"|small ones?|wee (?:one|man)|eldest|bairns?|students?|class|uni\w*|minors?|paeds|under (?:16|18)s?"
    r"|s?he|her|his|him)\b",
    re.I,
)


def may_be_about_child(text: str) -> bool:
    """Whether anything in `text` could be a child, or be said of one."""
    return _MAY_BE.search(text) is not None


# A child by whatever word, with an age behind it: "a lad of 9", "my wee one is 6", "the twins are four".
_YOUNG_ONE = re.compile(
    r"\b(?:lads?|lass(?:ie)?|boys?|girls?|sons?|daughters?|kids?|child|children|toddlers?|twins?|bairns?|nephews?|nieces?"
    r"|grand(?:son|daughter|child|kid)s?|youngest|eldest|(?:wee|little|small|young) (?:one|man|lady)s?)"
    r"(?:,? who)?(?:(?:'s| is|'re| are|,)? (?:only |just |nearly |aged? |of |now |turning |about |both )*)"
    r"(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven)teen)\b(?! of)"
    rf"{_NO_AGE}"
    r"|\b(?:[1-9]|1[0-7])[ -](?:(?:year|yr|month)s?[ -]olds?|y/?o)\b",
    re.I,
)


def young_one(text: str) -> bool:
    """Whether `text` names a child by a word that may be of anybody's, with an age below 18."""
    return _YOUNG_ONE.search(text.replace("\u2019", "'")) is not None


def eats_no_animal_food(text: str) -> bool:
    """Whether `text` tells of a diet without animal food."""
    return _NO_ANIMAL_FOOD.search(text) is not None


@at_hand(64)
def by_child(text: str) -> bool:
    """Whether who writes `text` says that they are under 18."""
    plain = text.replace("\u2019", "'")
    return any(
        _NOT_NOW.search(plain, max(0, found.start() - _NEAR), found.start()) is None
        for found in _WRITERS_AGE.finditer(plain)
    )


@at_hand(64)
def by_adult(text: str) -> bool:
    """Whether who writes `text` says that they are an adult."""
    plain = text.replace("\u2019", "'")
    return _ADULT.search(plain) is not None and not by_child(plain)


@at_hand(64)
def about_child(text: str) -> bool:
    """Whether `text` asks about the treatment of a child, the writer's own where that is a child."""
    if by_child(text):
        return True
    if _ADULTS.search(text) or (_HARMS_BABY.search(text) and _LACK.search(text)):
        return False
    if _TEST.search(text) and not _TREATED.search(text):
        return False
    text = _ONLY_NEAR.sub(" ", text)
    return _AGE.search(text) is not None or _ASKED.search(text) is not None
