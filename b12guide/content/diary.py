"""What is said of the diary and of reminders: the texts of diary.yml by name, and what is wrong with them."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from b12guide.content.prose import grade_faults, wording_faults

# The texts of a section are read one after the other, so their grade is that of all of them together; headings, buttons
# and what is drawn are no sentences.
_LABELS: Final = re.compile(
    r"^(?:over|running|not_told|kept_(?!now|nothing)|button|link|lane|mark|dose|summary_(?!foot|on|unknown|no)|moved_button|to|when|set_when"
    r"|days|mail_\w*subject)"
)
# A reminder says neither what it is for nor of which illness, but for those that the person asked to say so.
_TELLING: Final = re.compile(
    r"\b(?:b-?12|vitamin|injection|needle|anaemia|anemia|clinic|doctor|nurse|medicine)\b", re.I
)
_ENDS: Final = "Reply NO MORE"
# Ends the name of a text that is about somebody else than who writes.
OTHER: Final = "_of_other"


class DiaryTexts:
    """The texts, each under its name, which no other section has."""

    def __init__(self, sections: Mapping[str, Mapping[str, str]]) -> None:
        self._texts = {name: text for section in sections.values() for name, text in section.items()}

    def __call__(self, name: str, **values: object) -> str:
        """The text `name` with `values` filled in.

        Raises:
            KeyError: there is no such text, or it names a value that it is not given.
        """
        return self._texts[name].format(**values)

    def for_other(self) -> DiaryTexts:
        """The texts for somebody else's diary: those that end in `OTHER` take the place of the others."""
        instead = {name.removesuffix(OTHER): text for name, text in self._texts.items() if name.endswith(OTHER)}
        return DiaryTexts({"": {**self._texts, **instead}})

    def names(self) -> set[str]:
        """Names of all texts."""
        return set(self._texts)

    def fields(self, name: str) -> set[str]:
        """Names of the values that a text has places for."""
        return {field for _, field, _, _ in string.Formatter().parse(self._texts[name]) if field}


def diary_faults(data: Mapping[str, Any], uncounted: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with the texts, each with the keys that lead to it."""
    seen: dict[str, str] = {}
    for section, texts in data.items():
        for name, text in texts.items():
            if seen.setdefault(name, section) != section:
                yield (section, name), f"{name} stands in {seen[name]} as well; give each a name of its own"
            try:
                shown = text.format_map(_Filled())
            except (ValueError, IndexError, AttributeError) as error:
                yield (section, name), f"its braces cannot be filled ({error}); write {{name}}"
                continue
            for message in wording_faults(shown):
                yield (section, name), message
            if section == "sent" and not name.startswith(("plain", "mail_plain")) and (found := _TELLING.search(shown)):
                yield (section, name), f"'{found.group()}' tells others what it is for; leave it to the texts of plain"
            if section == "sent" and not name.startswith(("mail", "ask", "day", "last")) and not text.endswith(_ENDS):
                yield (section, name), f"it does not say how to end them; end it with '{_ENDS}'"
        whole = [text.format_map(_Filled()) for name, text in texts.items() if not _LABELS.match(name)]
        for message in grade_faults("\n".join(whole), uncounted):
            yield (section,), message


class _Filled(dict[str, str]):
    """A short word in every place."""

    def __missing__(self, key: str) -> str:
        return {"day": "Monday 4 May 2026", "emergency": "999"}.get(key, "one")
