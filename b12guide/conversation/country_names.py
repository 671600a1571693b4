"""In which country somebody says that they are: its numbers are the ones to call, wherever their phone is from."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

_NAMES = {
    "GB": "uk|the uk|united kingdom|great britain|britain|england|scotland|wales|northern ireland",
    "IE": "ireland|republic of ireland|eire",
    "US": "usa|the usa|us|the us|united states|the united states|the states|america|united states of america",
    "CA": "canada", "AU": "australia|oz", "NZ": "new zealand|nz|aotearoa", "IN": "india",
    "ZA": "south africa|sa|mzansi", "NL": "netherlands|the netherlands|holland",
    "AT": "austria", "BE": "belgium", "BG": "bulgaria", "HR": "croatia", "CY": "cyprus", "CZ": "czech republic|czechia",
    "DK": "denmark", "EE": "estonia", "FI": "finland", "FR": "france", "DE": "germany", "GR": "greece", "HU": "hungary",
    "IT": "italy", "LV": "latvia", "LT": "lithuania", "LU": "luxembourg", "MT": "malta", "PL": "poland",
    "PT": "portugal",
    "RO": "romania", "SK": "slovakia", "SI": "slovenia", "ES": "spain", "SE": "sweden", "CH": "switzerland",
    "NO": "norway",
    "KE": "kenya", "NG": "nigeria", "GH": "ghana", "ZW": "zimbabwe", "ZM": "zambia", "BW": "botswana", "NA": "namibia",
    "PK": "pakistan", "BD": "bangladesh", "LK": "sri lanka", "NP": "nepal", "SG": "singapore", "MY": "malaysia",
    "PH": "philippines|the philippines", "TH": "thailand", "AE": "uae|dubai|emirates|the emirates|the uae",
    "JP": "japan",
    "CN": "china", "BR": "brazil", "MX": "mexico", "TR": "turkey", "EG": "egypt", "IL": "israel", "JM": "jamaica",
}  # fmt: skip
CODES = {name: code for code, names in _NAMES.items() for name in names.split("|")}
_PLACE = "|".join(sorted((re.escape(name) for name in CODES), key=len, reverse=True))
_FOR_NOW = r"(?! (?:time|style|until|from|next|on (?:the )?\d|in (?:a|\d|two|three)))"
# "I'm in Rotorua, NZ".
_NO_CITY = "in|the|a|an|my|and|or|but|is|it|to|of|for|with|this|that|pain|case|need|bed|hospital|contact|touch"
_CITY = rf"(?!(?:{_NO_CITY})\b)[a-z]{{3,}}"
_TOLD = re.compile(
    r"(?:(?:\b(?:i|we)(?:'m|'re| am| are)? (?:(?:currently|now|actually|just|still|both|all) ){0,2}"
    r"(?:(?:living|live|based|staying|stay|located|here|over here|out here|down here|at home)(?: (?:now|here"
    r"|at home))?,? )?in"
    r"|\b(?:im|iam) (?:(?:living|based|staying) )?in|\bhere in|\b(?:living|based) in)"
    rf"(?: {_CITY},?){{0,2}}?(?: in)?|\bmy country is|\bthis is) (?P<place>{_PLACE})\b{_FOR_NOW}"
    # "In the UK do you pay for them?" is asked of a country, and says nothing of where somebody is.
    rf"|^\W*(?:in|from) (?P<alone>{_PLACE})\b{_FOR_NOW}(?! (?:do|does|did|is|are|can|could|would|they|you|people)\b)",
    re.I,
)
# A comma before a country belongs to its town.
_SENTENCE = re.compile(rf"[.!?;\n]+|,\s(?!(?:{_PLACE})\b)", re.I)
# A journey that is asked about or still to come moves nobody.
_NOT_NOW = re.compile(
    r"\b(?:if|when|next|tomorrow|going|go|will|would|fly|flying|trip|travel\w*|planning|used to|was|were|mum|mom"
    r"|dad|sister"
    r"|brother|friend|son|daughter)\b",
    re.I,
)
_ASKS_WHOM = re.compile(
    r"\b(?:who|whom|what (?:number|no)|which (?:number|no)|where)\b[^.?!]{0,24}\b(?:call|ring|phone|dial|contact"
    r"|reach)\b"
    r"|\bwhat(?:'?s| is| are) the (?:emergency |ambulance |crisis |right )?(?:numbers?|line)\b|\bnumbers? (?:for"
    r"|in|here)\b",
    re.I,
)


@at_hand(64)
def country_told(text: str) -> str | None:
    """The country in which somebody says that they are now, as its ISO code; None where they say none."""
    plain = text.replace("’", "'")
    for sentence in _SENTENCE.split(plain):
        found = _TOLD.search(sentence.strip())
        if found is not None and _NOT_NOW.search(_ASKS_WHOM.sub(" ", sentence)) is None:
            return CODES[(found["place"] or found["alone"]).lower()]
    return None


def asks_whom(text: str) -> bool:
    """Whether a message asks whom to call."""
    return _ASKS_WHOM.search(text) is not None
