"""Words by which a day is asked of all the dates that are shown, and not of the next one."""

import re

ANY_OF_THEM = re.compile(
    r"\b(?:any|one|some|which|either|all|none|each) of (?:them|those|these|the (?:\w+ )?(?:dates?|ones?|days?)|my)\b"
    r"|\b(?:any|which) (?:dates?|ones?|days?)\b",
    re.I,
)
