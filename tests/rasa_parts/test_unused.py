"""What Rasa imports and this project leaves out."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

LEAVE_OUT = "from b12guide.rasa.unused import *; leave_out([*CHANNELS, *OTHERS, *LEARNING]); "


def printed(code: str) -> list[str]:
    """The words that a Python of its own prints which has left everything out."""
    done = subprocess.run(  # a fixed command
        [sys.executable, "-W", "ignore", "-c", LEAVE_OUT + code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_a_server_starts_without_what_it_never_uses() -> None:
    """Rasa's server is imported, and nothing of the packages' own code is, nor what they bring along."""
    code = (
        "import rasa.core.run, b12guide.channels.slack, b12guide.rasa.parser as c, sys; "
        "print(*sorted({'aiogram.bot', 'boto3.session', 'matplotlib.figure', 'scipy.stats', 'textstat'} "
        "& set(sys.modules)), "
        "*(type(sys.modules[m]).__name__ for m in ('aiogram', 'sklearn', 'slack_sdk', 'slack_sdk.signature')))"
    )
    assert printed(code) == ["_Package", "_Package", "module", "module"]


@pytest.mark.parametrize(
    ("use", "name"),
    [
        ("import sklearn.svm; sklearn.svm.SVC()", "sklearn.svm.SVC"),
        ("from boto3.dynamodb.conditions import Key; Key('id')", "boto3.dynamodb.conditions.Key"),
        ("from aiogram import Bot; type('B', (Bot,), {})('token')", "B"),
    ],
)
def test_a_call_says_what_is_left_out(use: str, name: str) -> None:
    """A name may be imported and subclassed; whoever calls it learns which one it is."""
    code = f"""
try:
    {use}
except NotLoadedError as error:
    print(str(error).split()[0])
"""
    assert printed(code)[0].endswith(name)


def test_what_is_configured_is_still_checked() -> None:
    """Rasa reads its files by its own schemas, which it finds without the package that it asks for them."""
    code = (
        "from rasa.core.utils import AvailableEndpoints; "
        "print(AvailableEndpoints.read_endpoints('endpoints.yml').tracker_store.type)"
    )
    assert printed(code) == ["b12guide.rasa.private_conversations.KeepingStore"]


def test_a_name_that_is_left_out_can_be_caught() -> None:
    """Rasa catches errors of such packages around its own code."""
    code = """
from pymongo import errors
try:
    raise KeyError
except errors.PyMongoError:
    print("caught")
except KeyError:
    print("passed")
"""
    assert printed(code) == ["passed"]
