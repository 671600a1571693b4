"""The wording for emergencies and urgent signs, with the numbers of the person's country."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ._card_files import read_card_files
from ._detector import Triage
from ._languages import Languages, load_languages
from ._person import Person

_SPACES = re.compile(r"\s+")
_CRISIS = ("crisis_thoughts", "crisis_done", "crisis_other")
# Cards of a crisis; those for the person beside somebody who may harm themselves.
_CRISIS_BEGINS, _OTHER_ENDS = "crisis_", "_other"
_LOCAL = "or your local emergency number"
# The tables of whom to call beside the emergency number.
_LINES = ("urgent", "poison", "poison_first", "crisis")
# What mobiles reach in many countries.
FROM_A_MOBILE = "112"


@dataclass(frozen=True)
class Call:
    """One thing to tap: what it says and the number to dial."""

    label: str
    tel: str


@dataclass(frozen=True)
class Card:
    """A plain text without markup, and the numbers that it names."""

    text: str
    calls: list[Call]


class Cards:
    """Every card of `content/safety`, filled in for a country.

    `country` is an ISO 3166 code ("GB") in either case, or None where it is not known. A country without an entry gets
    "your local ambulance number", what to try if that is not known, and nothing to tap.
    """

    def __init__(
        self, emergency: Mapping[str, Any], urgent: Mapping[str, Any], numbers: Mapping[str, Any], languages: Languages
    ) -> None:
        self._languages = languages
        self._emergency = emergency
        self._urgent = urgent
        self._numbers = numbers

    def countries(self) -> tuple[str, ...]:
        """The countries for which something of its own is said: their codes, `EU` for the members of the European Union
        that have nothing of their own, `other` for all that are not listed, `unknown` where it is not known."""
        tables = (self._numbers[kind] for kind in ("emergency", *_LINES))
        named = dict.fromkeys(code for table in tables for code in table)
        last = ("EU", "other", "unknown")
        return (*(code for code in named if code not in last), *last)

    def how_read(self) -> list[tuple[str, str, str]]:
        """Each entry of the numbers: country and kind ("AU, urgent"), what is said, and how and when it was read."""
        return [
            (f"{country}, {kind}", row["say"], f"{row['status']}; {row['checked'] or 'the editors noted no day'}")
            for kind in ("emergency", *_LINES)
            for country, row in self._numbers[kind].items()
        ]

    def emergency_names(self) -> tuple[str, ...]:
        """The ids of the emergency cards in English."""
        return tuple(self._emergency["cards"])

    def urgent_names(self) -> tuple[str, ...]:
        """The ids of the urgent cards."""
        return tuple(self._urgent["cards"])

    def emergency_card(self, about: Triage | str, *, country: str | None = None, person: Person = "self") -> Card:
        """The card of an emergency.

        Args: about: a triage, whose most urgent card is taken together with its person, or the id of a card.
        Raises: KeyError for a card id that neither `cards_emergency.yml` nor a language holds.
        """
        if isinstance(about, Triage):
            languages = self._languages.cards()
            known = [card for card in about.cards if card in self._emergency["cards"] or card in languages]
            name, person = (known[0] if known else "general"), about.person
        else:
            name = about
        foreign = self._languages.card(name, self._dialled(country))
        if foreign is not None:
            return Card(foreign, self._foreign_calls(name, country))
        entry = self._emergency["cards"][name]
        text = (entry.get("they") or entry["you"]) if person != "self" else (entry.get("you") or entry["they"])
        if person == "child" and name != "child":
            text += " Say that it is a child."
        calls = self._emergency_calls(country)
        if name in _CRISIS:
            calls = self._lines("crisis", country) + calls if name != "crisis_done" else calls
        return Card(self._fill(text, country), calls)

    def urgent_card(
        self, about: Triage | str | Sequence[str], *, country: str | None = None, after_injection: bool = False
    ) -> Card:
        """The card for advice today: whom to call, what would make it an emergency, and what about the next injection.
        A card that has its own action (`instead`) says that in the place of the doctor.

        Args:
            about: a triage, the id of a card, or several in the order of a triage; the first two are joined.
            after_injection: it is about the hours after an injection; a triage tells that itself.
        """
        data = self._urgent
        ids = about.cards if isinstance(about, Triage) else [about] if isinstance(about, str) else about
        names = [card for card in ids if card in data["cards"]]
        entries = [data["cards"][name] for name in names[:2]]
        parts = [entry["first"] for entry in entries if entry.get("first")]
        own = _own_action(entries)
        parts += [*([own] if own else [data["today"], "{urgent}"]), data["nobody"]]
        parts += [f"{data['worse']} {entry['worse']}" for entry in entries] or [f"{data['worse']} it gets worse fast."]
        # In the hours after an injection what looks like nerves or anaemia may be the start of an allergy.
        after = about.after_injection if isinstance(about, Triage) else after_injection
        if after and not any(entry.get("allergy_signs") for entry in entries):
            parts.append(f"{data['worse']} {data['after_injection']}")
        parts.append(data["call"])
        parts += [entry["more"] for entry in entries if entry.get("more")]
        if any(entry.get("ask_first") for entry in entries):
            parts.append(data["ask_first"])
        elif any(entry.get("do_not_miss") for entry in entries) and not after:
            parts.append(data["do_not_miss"])
        calls = [] if own else self._lines("urgent", country)
        for kind in ("crisis", "poison", "poison_first"):
            if any(f"{{{kind}}}" in part for part in parts):
                calls = calls + self._lines(kind, country)
        return Card(self._fill(" ".join(parts), country), calls + self._emergency_calls(country))

    def asks_first(self, names: Sequence[str]) -> bool:
        """Whether the next injection waits for advice after one of these urgent cards."""
        return any(self._urgent["cards"].get(name, {}).get("ask_first") for name in names)

    def ask_first(self) -> str:
        """That the next injection waits for advice."""
        return str(self._urgent["ask_first"])

    def urgent_again(
        self, says: str, again: str, names: Sequence[str], *, country: str | None = None, after_injection: bool = False
    ) -> Card:
        """What is said to somebody who writes on after an urgent card: a sentence that fits, the action, what of a card
        is said each time, what about the next injection.

        Args: says: the sentence, in which {worse} is what would make it an emergency; again: the action, or nothing
        where the sentence has it; both of `standing.yml`. names: the cards that were given.
        after_injection: they were about the hours after an injection.
        """
        entries = [self._urgent["cards"].get(name, {}) for name in names]
        action = _own_action(entries)
        worse = next((entry["worse"] for entry in entries if "worse" in entry), "it gets worse fast.")
        worse = f"{self._urgent['worse']} {worse} {self._urgent['call']}"
        then = "ask_first" if self.asks_first(names) else "" if after_injection else "do_not_miss"
        more = [self._urgent[then]] if any(entry.get(then) for entry in entries) else []
        own = dict.fromkeys(entry["again"] for entry in entries if "again" in entry)
        words = " ".join([says, (action or again) if again else "", *own, *more]).replace("{worse}", worse)
        calls = self._lines("poison_first" if action else "urgent", country)
        return Card(self._fill(words, country), calls + self._emergency_calls(country))

    def still_card(
        self, about: Triage | str | None = None, *, country: str | None = None, again: int = 0, says: str = ""
    ) -> Card:
        """What every turn after an emergency says until help is there.

        Args:
            about: the triage or card of the emergency. again: how often it was said before: the wordings take turns.
                After a card in another language the first is in that language, the others are in both: whoever
                writes on may write English. says: what fits better than a wording in turn, with the action
                (`standing.yml`); not in a crisis or another language.
        """
        names = about.cards[:1] if isinstance(about, Triage) else [about]
        card, calls = (names[0] if names else None) or "", self._emergency_calls(country)
        foreign = self._languages.still(card, self._dialled(country))
        kind = "emergency"
        if card.startswith(_CRISIS_BEGINS) or (foreign is not None and self._languages.is_crisis(card)):
            other = card.endswith(_OTHER_ENDS) or (isinstance(about, Triage) and about.person != "self")
            kind = "crisis_other" if other else "crisis"
        wordings = self._emergency["still"][kind]
        fits = says if kind == "emergency" and foreign is None else ""
        text = self._fill(fits or wordings[again % len(wordings)], country)
        if foreign is not None:
            first = self._languages.card(card, self._dialled(country)) if again % 2 else foreign
            return Card(f"{first}\n{text}" if again else foreign, self._foreign_calls(card, country))
        beside = self._emergency["still_beside"].get(card.removesuffix(_OTHER_ENDS), "")
        return Card(_tidy(f"{text} {beside}"), (self._lines("crisis", country) if kind != "emergency" else []) + calls)

    def english_only(self, language: str, text: str, country: str | None = None) -> str | None:
        """That only English is understood, and the number to call, in the language and the letters of `text`.

        Args: language: the code of the language; None comes back for one without a file.
        """
        return self._languages.english_only(language, text, self._dialled(country))

    def filled(self, text: str, country: str | None = None) -> str:
        """A sentence of the safety content with the numbers of the country."""
        return self._fill(text, country)

    def routine_line(self) -> str:
        """What is added where a sign is worth telling the clinic in working hours."""
        return _tidy(self._urgent["routine"])

    def emergency_number(self, country: str | None = None) -> str | None:
        """Whom to call in an emergency, as it is said ("999", "112 or 999", "your local ambulance number")."""
        return str(self._emergency_entry(country)["say"])

    def static_card(self, country: str | None = None) -> Card:
        """What is said when nothing else works."""
        return Card(self._fill(self._emergency["static"], country), self._emergency_calls(country))

    def responses(self) -> dict[str, str]:
        """Every card under the name of its response, worded for a country that is not known."""
        found = {"utter_emergency_still": self.still_card().text, "utter_static": self.static_card().text}
        found["utter_emergency_still_crisis"] = self.still_card("crisis_thoughts").text
        found["utter_emergency_still_crisis_other"] = self.still_card("crisis_other").text
        for name in self._emergency["still_beside"]:
            found[f"utter_emergency_still_{name}"] = self.still_card(name).text
            found[f"utter_emergency_still_{name}{_OTHER_ENDS}"] = self.still_card(f"{name}{_OTHER_ENDS}").text
        found["utter_routine"] = self.routine_line()
        for name, entry in self._emergency["cards"].items():
            found[f"utter_emergency_{name}"] = self.emergency_card(name).text
            if entry.get("you") and entry.get("they"):
                found[f"utter_emergency_{name}_other"] = self.emergency_card(name, person="other").text
        for name in self._languages.cards():
            found[f"utter_emergency_{name}"] = self.emergency_card(name).text
            found[f"utter_emergency_still_{name}"] = self.still_card(name).text
        for name in self._urgent["cards"]:
            found[f"utter_urgent_{name}"] = self.urgent_card(name).text
        return found

    def _fill(self, text: str, country: str | None) -> str:
        entry = self._emergency_entry(country)
        unsure = entry.get("if_not_known")
        number = entry["say"] if unsure else f"{entry['say']} {_LOCAL}"
        places = {"number": number, "call": f"Call {number} now", "call_inside": f"call {number} now"}
        # Read by itself, a sentence names no card.
        places["worse"] = f"{self._urgent['worse']} it gets worse fast. Then call {number}."
        for kind in _LINES:
            line = self._entry(kind, country)
            # Where there is no such line, it is the emergency number.
            places[kind] = line["say"].format(call=places["call"]) if line else ""
        filled = _tidy(text.format(**places))
        return _after_first(filled, number, unsure) if unsure else filled

    def _entry(self, kind: str, country: str | None) -> Mapping[str, Any] | None:
        table = self._numbers[kind]
        if not country:
            found = table["unknown"]
        else:
            code = country.strip().upper()
            european = "EU" if code in self._numbers["european_union"] else ""
            found = table.get(code) or table.get(european) or table.get("other")
        return found if found is None or isinstance(found, Mapping) else None

    def _emergency_entry(self, country: str | None) -> Mapping[str, Any]:
        table: Mapping[str, Mapping[str, Any]] = self._numbers["emergency"]
        return self._entry("emergency", country) or table["other"]

    def _emergency_calls(self, country: str | None) -> list[Call]:
        return [Call(f"Call {tel}", tel) for tel in self._emergency_entry(country)["calls"]]

    def _dialled(self, country: str | None) -> str:
        """The numbers alone, as every language writes them ("112, 999"); of a country that is not listed what a mobile
        may reach there, since each line goes on with the local number."""
        return ", ".join(call.tel for call in self._emergency_calls(country)) or FROM_A_MOBILE

    def _foreign_calls(self, name: str, country: str | None) -> list[Call]:
        calls = self._emergency_calls(country)
        return calls + self._lines("crisis", country) if self._languages.is_crisis(name) else calls

    def _lines(self, kind: str, country: str | None) -> list[Call]:
        entry = self._entry(kind, country)
        return [Call(f"Call {line['label']}", line["tel"]) for line in (entry["calls"] if entry else [])]


def _own_action(entries: Sequence[Mapping[str, Any]]) -> str:
    """The action of a card that is not to call the doctor; nothing where none has one."""
    return next((entry["instead"] for entry in entries if "instead" in entry), "")


def _after_first(text: str, named: str, sentence: str) -> str:
    """`text` with `sentence` behind its first sentence that names `named`; `text` as it is where none does."""
    place = text.find(named)
    end = text.find(".", place) + 1 if place >= 0 else 0
    return f"{text[:end]} {sentence}{text[end:]}" if end else text


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def load_cards(folder: Path) -> Cards:
    """The cards and numbers of `folder` (`content/safety`), and those of `languages` beside it.

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    return Cards(*read_card_files(folder), load_languages(folder.parent / "languages"))
