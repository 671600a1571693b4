"""What the plan dialogue says: templates of `content/plan.yml`, filled with numbers and dates of the plan."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from ..model import full_date
from ..wording import listed

# Ends the name of a template that speaks of somebody else's plan.
OTHER = "_of_other"


class WordingError(ValueError):
    """The file of templates cannot be used; the message names file, entry and way out."""


class Wording:
    """The templates by name."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = dict(templates)

    def for_other(self) -> Wording:
        """The templates for somebody else's plan: those that end in `OTHER` take the place of the others."""
        instead = {name.removesuffix(OTHER): text for name, text in self._templates.items() if name.endswith(OTHER)}
        return Wording({**self._templates, **instead})

    def instead(self, **templates: str) -> Wording:
        """The templates, with others in the place of some."""
        return Wording({**self._templates, **templates})

    def __call__(self, name: str, **values: object) -> str:
        """The template `name` with `values` filled in.

        Raises:
            WordingError: there is no such template, or it names a value that it is not given.
        """
        try:
            return self._templates[name].format(**values)
        except KeyError as missing:
            raise WordingError(f"plan.yml, {name}: {missing} is missing; add it or correct its name.") from None

    def fields(self, name: str) -> set[str]:
        """Names of the values that a template has places for."""
        return {field for _, field, _, _ in string.Formatter().parse(self._templates[name]) if field}

    def names(self) -> set[str]:
        """Names of all templates."""
        return set(self._templates)


def load_wording(path: Path) -> Wording:
    """Read the templates of `path`.

    Raises:
        WordingError: the file is missing, is no YAML, or holds something else than texts by name.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise WordingError(f"{path}: cannot be read ({fault}); put the file back or save it as UTF-8.") from None
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise WordingError(f"{path}, line {line}: this is not YAML; check quotes and indents.") from None
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in data.values()):
        raise WordingError(f"{path}: every entry is a name, a colon and a text in quotes; mend the entry that is not.")
    return Wording(data)


def dates(days: list[date]) -> str:
    """ "Monday 2, Wednesday 4 and Friday 6 March 2026": month and year once, where they are the same."""
    said: list[str] = []
    for place, day in enumerate(days):
        following = days[place + 1] if place + 1 < len(days) else None
        words = full_date(day).split()
        if following and (following.month, following.year) == (day.month, day.year):
            words = words[:2]
        elif following and following.year == day.year:
            words = words[:3]
        said.append(" ".join(words))
    return listed(said)
