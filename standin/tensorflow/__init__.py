"""A stand-in for TensorFlow, for a Rasa whose pipeline uses none of it.

Rasa 3.6 imports TensorFlow at module level (``rasa/utils/train_utils.py``), also where no component needs it. Here every
name below ``tensorflow`` and ``keras`` can be imported, subclassed and used in an annotation; calling one raises
`TensorFlowNotInstalled` with the full name of what was called. Why: docs/decisions/0001-no-tensorflow.md.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from types import ModuleType
from typing import Any

ROOTS = ("tensorflow", "keras")


class TensorFlowNotInstalled(RuntimeError):
    """Something called into TensorFlow, which this environment leaves out on purpose."""


class _Inert(type):
    """Metaclass of every stand-in name: attributes are further names, a call is an error that says which."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _name(f"{cls.__module__}.{cls.__qualname__}", name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        # `tf.function` and its like decorate methods of classes that are defined at import and never used.
        if len(args) == 1 and not kwargs and callable(args[0]):
            return args[0]
        full = f"{cls.__module__}.{cls.__qualname__}"
        raise TensorFlowNotInstalled(
            f"{full} was called, but TensorFlow is not installed: no component of config.yml may use it. "
            "Remove the component that does, or install TensorFlow (docs/decisions/0001-no-tensorflow.md)."
        )

    def __or__(cls, other: Any) -> Any:
        return cls

    def __ror__(cls, other: Any) -> Any:
        return cls


class _Base(metaclass=_Inert):
    def __class_getitem__(cls, item: Any) -> Any:
        return cls


def _name(module: str, name: str) -> Any:
    return _Inert(name, (_Base,), {"__module__": module})


class _Module(ModuleType):
    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = _name(self.__name__, name)
        setattr(self, name, value)
        return value


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Serves every submodule of `ROOTS` as an empty `_Module`."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        if fullname.split(".")[0] in ROOTS and "." in fullname:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def install(name: str) -> None:
    """Turn the imported top-level package `name` into a stand-in."""
    sys.modules[name].__class__ = _Module
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.append(_Finder())


install(__name__)
