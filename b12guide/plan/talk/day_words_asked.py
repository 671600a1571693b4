"""Words by which a day is asked of the dates that are shown, of any or all of them, and not of the next one."""

import re

ANY_OF_THEM = re.compile(
    r"\b(?:any|one|some|which|either|all|none|each) of (?:them|those|these|the (?:\w+ )?(?:dates?|ones?|days?)|my)\b"
    r"|\b(?:any|which) (?:dates?|ones?|days?)\b",
    re.I,
)
# "All fridays?", "are they all on a Thursday", "are all five of those Mondays".
ALL_OF_THEM = re.compile(
    r"\b(?:are|is|will|do|be|so|ok|okay|yes|yep|and)?\s*(?:they|these|those|them|the (?:\w+ )?(?:dates?|ones?))?\s*"
    r"\ball\b(?: (?:of )?(?:them|these|those))?(?: (?:of (?:them|these|those)|\d+|two|three|four|five|six|seven|eight"
    r"|dates?|ones?|be|fall|land|on|a|still)){0,4} (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    # "Is every one a Tuesday?"
    r"|\b(?:is|are|will|does|do) (?:every|each)(?: single)? (?:one|date|day|injection|jab|shot"
    r"|of (?:them|those|these))\b"
    r"[^.;!?\n]{0,30}? (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    re.I,
)
