"""Where a new sentence begins in a message that is written, or dictated, without any stop.

"is the injection weekly my tongue has gone fat": what is asked would be asked of the tongue too. A stop is put in where
somebody begins to tell of themselves or of their people behind a word that ends a sentence, and binds to nothing.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A message with so many words has more than one sentence in it.
LEAST_WORDS, LEAST_PIECE = 9, 3
_STOPS = re.compile(r"[.!?;:\n\u2026](?=\s|$)|[\u2600-\u27BF\U0001F300-\U0001FAFF]")
# Who tells: of themselves or of somebody.
_TELLS = _words(
    "i i'm im i've ive i'd i'll he he's hes she she's shes they they're theyre they've theyve we we're we've weve"
    " there's theres"
)
# Whose it is, and who, which may be told of behind a word that ends a sentence.
_WHOSE = _words(
    "my his her our their its it it's dad dad's mum mum's mom mom's nan nan's gran gran's grandad husband"
    " wife lab lab's labs also anyway btw plus oh"
)
# Behind these, whatever binds to nothing begins a sentence: "had one at ten today tongue feels fat".
_SAYS_WHEN = frozenset(("today", "tonight", "yesterday"))
# Words that end what is asked of injections, or say when; and that end a message to somebody.
_ENDS = _words(
    "b12 injection injections jab jabs shot shots dose doses needle needles ampoule ampoules hydroxocobalamin"
    " cyanocobalamin methylcobalamin tablet tablets pill pills spray drops vitamin vitamins due clinic surgery nurse"
    " doctor gp appointment date dates diary calendar holiday insurance medicare medicaid nhs card today tonight"
    " tomorrow yesterday week weeks month months year years monday tuesday wednesday thursday friday saturday sunday"
    " january february march april may june july august september october november december time please thanks cheers"
    " ta again now yet then too though anyway here there home work abroad allowed normal safe ok okay possible"
)
# What binds a word that tells to what stands before it: "think i", "when i", "and i", "the way i", "do i".
_BINDS = _words(
    "a an the and or but nor so if when whenever while whilst before after until till once since because cos coz cuz as"
    " than that whether though although unless where wherever why how what whatever which who whom whose like"
    " in on at to for from of with without by about into onto over under through during between against around near"
    " am is are was were be been being do does did have has had having can could will would shall should may might must"
    " cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent won't wont wouldn't"
    " shouldn't couldn't haven't hasn't hadn't ain't"
    " think thought know knew say says said feel felt hope hoped guess suppose reckon believe wish wished mean means"
    " meant sure swear told tell tells asked ask asks notice noticed see saw find found fear feared afraid worried"
    " scared glad sorry bet heard hear remember forgot realise realised realize realized understand understood decide"
    " decided imagine pretend dreamt dreamed admit promise promised"
    " way moment minute second every each any all only just even also maybe perhaps not never always often sometimes"
    " clearly really simply honestly now then thing things place stuff everything something anything nothing one ones"
    " reason bit lot much many"
    " let make makes made get gets got give gives gave take takes took want wants need needs i you he she we they"
)
# Behind these a time begins a clause that belongs together: "the last time i", "every week i", "the day i".
_OF_TIMES = _words("last first next every each this that any the one")
_TIMES = _words("time week weeks month months year years day days night nights")
# A sentence that begins so goes on behind its first part: "as a kid I had", "at the club I am".
_LEADS_IN = _words(
    "as at in on when if since after before while whilst once for because cos until with during by though although"
    " last this next every"
)
# What these begin is not over within so few words; and what is named so may go on with who has it.
_HANGS = _words("if when after before since once because cos until while whenever unless")
_NAMES_SOME = _words("those these any all some what which")
_JOINS = _words("and but or so then")
_ASK = _words("is are am was were do does did has have had can could will would shall should may might must")
_WORD = re.compile(r"[^\s]+")


def with_stops(text: str) -> list[str]:
    """The sentences of a `text` without stops, none shorter than `LEAST_PIECE` words; [] where it has stops, is short,
    or is one sentence."""
    words = _WORD.findall(text)
    if len(words) < LEAST_WORDS or _STOPS.search(text.rstrip(" .!?\u2026")):
        return []
    plain = [word.strip(",\"'()").lower().replace("\u2019", "'") for word in words]
    pieces, start, leads_in = list[str](), 0, _leads_in(plain, 0)
    for at in range(LEAST_PIECE, len(words) - LEAST_PIECE + 1):
        if at - start < LEAST_PIECE or not _begins(plain, at):
            continue
        if leads_in:
            leads_in = False
            continue
        pieces.append(" ".join(words[start:at]))
        start, leads_in = at, _leads_in(plain, at)
    return [*pieces, " ".join(words[start:])] if pieces else []


def _leads_in(plain: list[str], at: int) -> bool:
    """Whether a sentence that begins at a word goes on behind its first part, and does not ask: "when is it due"."""
    return plain[at] in _LEADS_IN and plain[at + 1] not in _ASK


def _begins(plain: list[str], at: int) -> bool:
    """Whether a sentence begins at a word."""
    word, before, ahead = plain[at], plain[at - 1], plain[at - 2]
    if before in _TIMES and ahead in _OF_TIMES and before != "time":
        return False
    # "After the injection my throat", "but yesterday I", "the tablets I take" are one sentence.
    if not _HANGS.isdisjoint(plain[max(at - 4, 0) : at - 1]) or (
        word in _TELLS and (ahead in _NAMES_SOME or (ahead == "the" and before.endswith("s")))
    ):
        return False
    if before in _SAYS_WHEN:
        return ahead not in _JOINS and word not in _BINDS - _TELLS and word not in _ENDS
    if word in _WHOSE:
        return before in _ENDS
    if word not in _TELLS:
        return False
    if before in _ENDS:
        return not (before == "time" and ahead in _OF_TIMES - {"next"})
    return before not in _BINDS
