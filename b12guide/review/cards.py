"""The care cards as they are signed: what is said in every country, and whom one can call from the card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from b12guide.safety import CRISIS_SUFFIX, LATIN_SUFFIX, Card, Cards, Languages, ListedSign, Person, Standing

from .said_after import SENTENCES, WRITTEN
from .sheets import Passage, Sheet, by_country

STILL: Final = "emergency_still"
STATIC: Final = "emergency_static"
AGAIN: Final = "urgent_again"
# The card that the line of an emergency that stands is worded for where somebody may harm themselves.
_CRISIS: Final = "crisis_thoughts"
_SPOKEN_TO: Final[tuple[tuple[str, Person], ...]] = (("to the person", "self"), ("about somebody else", "other"))

# Cards that no sign of its own brings up.
_WITHOUT_A_SIGN: Final = {
    "doubtful": "a message like a sign, in which none is named",
    "doubtful_crisis": "a message like a wish to harm oneself, in which none is named",
    "general": "a sign that has no card of its own",
}
_NO_NUMBER: Final = "none"

Said = Callable[[str | None], Card]


def emergency_card(cards: Cards, name: str, signs: Sequence[ListedSign]) -> Sheet:
    """An emergency card: to the person, about somebody else, and what is added about a child."""

    def said(person: Person, country: str | None) -> Card:
        return cards.emergency_card(name, country=country, person=person)

    passages: list[Passage] = []
    for to, person in _SPOKEN_TO:
        found = list(_texts(cards, to, partial(said, person)))
        # A card that is worded for one of them alone is said to both.
        if [one.text for one in found] != [one.text for one in passages]:
            passages += found
    if added := said("child", None).text.removeprefix(said("other", None).text).strip():
        passages.append(Passage("added about a child", added))
    passages += _calls(cards, partial(said, "self"))
    return _of_signs(cards, "emergency", name, passages, signs)


def still_card(cards: Cards) -> Sheet:
    """What every turn says while an emergency stands."""

    def crisis(country: str | None) -> Card:
        return cards.still_card(_CRISIS, country=country)

    passages = [
        *_texts(cards, "every turn", lambda country: cards.still_card(country=country)),
        *_texts(cards, "every turn after words of self-harm", crisis),
        *_calls(cards, crisis),
    ]
    return _sheet(STILL, "Emergency: while it stands", passages)


def static_card(cards: Cards) -> Sheet:
    """What is said where nothing else works, and the line under what is worth telling the clinic."""
    passages = [
        *_texts(cards, "nothing else works", lambda country: cards.static_card(country)),
        *_calls(cards, lambda country: cards.static_card(country)),
        Passage("a sign for working hours", cards.routine_line()),
    ]
    return _sheet(STATIC, "Where nothing else works, and for working hours", passages)


def urgent_card(cards: Cards, name: str, signs: Sequence[ListedSign]) -> Sheet:
    """An urgent card, and how it is worded in the hours after an injection."""

    def said(country: str | None, *, after: bool = False) -> Card:
        return cards.urgent_card(name, country=country, after_injection=after)

    passages = list(_texts(cards, "card", said))
    after = list(_texts(cards, "card in the hours after an injection", partial(said, after=True)))
    if [one.text for one in after] != [one.text for one in passages]:
        passages += after
    return _of_signs(cards, "urgent", name, [*passages, *_calls(cards, said)], signs)


def after_card(cards: Cards, standing: Standing) -> Sheet:
    """What is said to somebody who writes on after an urgent card, and to questions in an emergency."""

    def action(words: str, country: str | None) -> Card:
        return cards.urgent_again("", words, (), country=country)

    passages: list[Passage] = []

    def sentences(to: str, wordings: Iterable[str], heading: str = "") -> None:
        for sentence in wordings:
            said = by_country(to, partial(_filled, cards, sentence), cards.countries())
            passages.extend(replace(one, heading=heading) for one in said)

    for words in standing.again:
        passages += _texts(cards, "the action again", partial(action, words))
    for words in standing.known:
        passages += _texts(cards, "the action again, where somebody will ring or see them", partial(action, words))
    for kind in standing.kinds():
        heading = f"After an urgent card, to “{WRITTEN.get(kind, _words(kind))}”"
        sentences(f"before it: {_words(kind)}", standing.says(kind), heading)
    for kind in standing.kinds():
        heading = f"In an emergency, to “{WRITTEN.get(kind, _words(kind))}”"
        sentences(f"in an emergency: {_words(kind)}", standing.says(kind, emergency=True), heading)
    sentences("in an emergency: any other question", standing.another, "In an emergency, to any other question")
    sentences("behind it: the action of an emergency", standing.then, "In an emergency, after each of these sentences")
    for name, sentence in standing.sentences.items():
        if name != "about":
            sentences(_words(name), [sentence], SENTENCES.get(name, ""))
    passages.append(Passage("about", standing.sentences["about"], heading=SENTENCES["about"]))
    return _sheet(AGAIN, "After a card", passages)


def language_card(cards: Cards, languages: Languages, code: str) -> Sheet:
    """What is answered to words of an emergency in another language; the words themselves are shown, not signed."""
    language = languages.known[code]
    passages: list[Passage] = []
    for lines, suffix, letters in (
        (language.lines, "", ""),
        (language.latin_lines, LATIN_SUFFIX, ", in Latin letters"),
    ):
        if not lines:
            continue
        name = f"language_{code}{suffix}"
        crisis = f"{name}{CRISIS_SUFFIX}"
        passages += [
            *_texts(cards, f"emergency{letters}", partial(_of_language, cards, name)),
            *_texts(cards, f"wish to die{letters}", partial(_of_language, cards, crisis)),
            *_texts(cards, f"while it stands{letters}", partial(_still_of, cards, name)),
            *by_country(
                f"only English{letters}", partial(_only_english, cards, code, lines["english_only"]), cards.countries()
            ),
        ]
    passages += _calls(cards, partial(_of_language, cards, f"language_{code}"))
    title = f"Words of an emergency: {language.name}"
    return Sheet(f"language_{code}", "language", title, tuple(passages), (), code)


def _sheet(name: str, title: str, passages: list[Passage]) -> Sheet:
    return Sheet(name, "card", title, tuple(passages))


def _of_signs(cards: Cards, level: str, name: str, passages: list[Passage], signs: Sequence[ListedSign]) -> Sheet:
    """The sheet of a card, with the signs that bring it up, what each rests on, and how its numbers were read."""
    its = [sign for sign in signs if (sign.level, sign.card) == (level, name)]
    named = "; ".join(dict.fromkeys(sign.name for sign in its)) or _WITHOUT_A_SIGN.get(name, _words(name))
    notes = (
        ("When it is given", tuple(f"{sign.id}: {sign.name}" for sign in its) or (named,)),
        ("What the sign rests on", tuple(dict.fromkeys(f"{sign.id}: {sign.source}" for sign in its))),
        ("How its numbers were read", tuple(_how_read(cards, passages))),
    )
    title = f"{level.capitalize()}: {named}"
    return Sheet(f"{level}_{name}", "card", title, tuple(passages), tuple(note for note in notes if note[1]))


def _how_read(cards: Cards, passages: Iterable[Passage]) -> Iterator[str]:
    """Of each country's numbers that stand in these texts: what they are, and how and when they were read."""
    said = "\n".join(passage.text for passage in passages)
    for where, numbers, how in cards.how_read():
        if numbers in said:
            yield f"{where}: {numbers} ({how})"


def _texts(cards: Cards, name: str, said: Said) -> Iterator[Passage]:
    return by_country(name, lambda country: said(country).text, cards.countries())


def _calls(cards: Cards, said: Said) -> Iterator[Passage]:
    def listed(country: str | None) -> str:
        return "\n".join(f"{call.label}: {call.tel}" for call in said(country).calls) or _NO_NUMBER

    return by_country("numbers to tap", listed, cards.countries())


def _filled(cards: Cards, sentence: str, country: str | None) -> str:
    return cards.filled(sentence, country)


def _of_language(cards: Cards, name: str, country: str | None) -> Card:
    return cards.emergency_card(name, country=country)


def _still_of(cards: Cards, name: str, country: str | None) -> Card:
    return cards.still_card(name, country=country)


def _only_english(cards: Cards, code: str, in_its_letters: str, country: str | None) -> str:
    return cards.english_only(code, in_its_letters, country) or ""


def _words(name: str) -> str:
    return name.replace("_", " ")
