"""Leaves out what Rasa imports at module level and this project never uses: half of the time until a server is ready.

Rasa's channels, stores and plots bring their packages along (`rasa/core/channels/__init__.py`), also where the
configuration names none of them. As in the stand-in of TensorFlow (docs/decisions/0001-no-tensorflow.md) every name of
such a package can be imported, subclassed and caught; calling one raises `NotLoadedError` with its full name. Only
the commands of this project do without them, none of Rasa's own.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.resources
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

# Rasa's own channels: ours ask no more of these than how a provider signs, which is in other parts of them.
CHANNELS = ("aiogram", "slack_sdk.web", "slack_sdk.webhook", "slack_sdk.socket_mode", "socketio", "webexteamssdk")
# Stores of conversations that nobody can set, questions in a terminal, the login of Rasa's own API, plots, reminders of
# Rasa's own.
OTHERS = ("apscheduler", "boto3", "botocore", "matplotlib", "prompt_toolkit", "pymongo", "questionary", "sanic_jwt")
# Training learns its n-grams, runs its graph and takes fingerprints with them; a server only reads what came of it.
LEARNING = ("dask", "pkg_resources", "sklearn")


class NotLoadedError(RuntimeError):
    """Something called into a package that is left out on purpose."""


class _Name(type):
    """Metaclass of every name of a package that is left out: attributes are further names, a call is an error."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _name(f"{cls.__module__}.{cls.__qualname__}", name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        raise NotLoadedError(
            f"{cls.__module__}.{cls.__qualname__} was called, but this program does without it: use Rasa's own "
            "command, or take the package off the lists in b12guide/rasa/unused.py."
        )


def _name(module: str, name: str) -> Any:
    # An exception, so that it can also stand after `except`.
    return _Name(name, (Exception,), {"__module__": module})


class _Package(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _name(self.__name__, name)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds packages by name, and whatever is asked for below them."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = packages

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        if any(fullname == package or fullname.startswith(f"{package}.") for package in self._packages):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Package(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def leave_out(packages: Sequence[str]) -> None:
    """Have nothing behind the names of `packages` that are not imported yet, for the rest of the process."""
    sys.meta_path.insert(0, _Finder(packages))
    if "pkg_resources" in packages:
        # All that a server asks it: where the schemas are by which Rasa checks `endpoints.yml` and `credentials.yml`.
        importlib.import_module("pkg_resources").resource_filename = _file_of  # type: ignore[attr-defined]


def _file_of(package: str, path: str) -> str:
    """Where a file of a package is."""
    return str(importlib.resources.files(package) / path)
