"""Trouble with hands, balance or walking that came over weeks: advice today, where nothing else is told.

Source: the rows A7 and B2 of the triage table: it is the speed, and what no longer works, that make it an emergency.
"""

from __future__ import annotations

import re

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_TIME = rf"easter|christmas|new year|spring|summer|autumn|winter|{_MONTHS}|last (?:week|month|year)"
_SLOW = re.compile(
    rf"\bsince (?:around |about |before )?(?:{_TIME})\b"
    r"|\b(?:weeks|months) now\b|\bfor (?:a |some )(?:week|month|while|time)\b"
    r"|\b(?:for|over|in|these|this)(?: the)?(?: last| past)?(?: few| couple of| some| \w+)? (?:weeks|months)\b"
    r"|\b(?:creeping|gradual|gradually|slowly|bit by bit|week by week)\b"
    rf"|\b(?:wasn'?t|was not|weren'?t|were not|not)\b[^.!?]{{0,20}}\b(?:at|in|before) (?:{_TIME})\b",
    re.I,
)
_NERVES = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|clums\w*|walk(?:s|ing)?|sway\w*|stagger\w*|wobbl\w*|balance|unstead\w*|stumbl\w*|trip(?:s|ping)?"
    r"|numb\w*|tingl\w*|pins and needles|gloves?|wool|fumbl\w*|weav\w*)\b",
    re.I,
)
# What is fast, no longer works, or is of another row.
_ELSE = re.compile(
    r"\b(?:sudden\w*|today|tonight|this (?:morning|afternoon|evening)|yesterday"
    r"|overnight|hours?|minutes?|fast\w*|quick\w*"
    r"|rapid\w*|can'?t|cannot|couldn'?t|unable|barely|hardly|no longer|won'?t|fell|fall\w*|collaps\w*|faint\w*|chest"
    r"|heart"
    r"|breath\w*|face|mouth|tongue|throat|swallow\w*|speech|slur\w*|speak\w*|words|vision|sight|eyes?|head\w*"
    r"|pee\w*|wee|urin\w*"
    r"|bladder|bowel|poo|bottom|between|groin|saddle|one side|left|right|weak\w*|paraly\w*|higher|climb\w*"
    r"|spread\w*|up (?:my|to)"
    r"|confus\w*|gas|balloons?|nos|pregnan\w*|baby|die|dying|kill\w*|help)\b",
    re.I,
)


def slow_nerves(text: str) -> bool:
    """Whether a text tells of such trouble over weeks, and of nothing that is fast or belongs to another row."""
    plain = text.replace("\u2019", "'")
    return bool(_SLOW.search(plain) and _NERVES.search(plain)) and not _ELSE.search(plain)
