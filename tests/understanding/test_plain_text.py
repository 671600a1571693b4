"""What a person types is text: what is read of it can never be a command."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.shared.core.domain import Domain
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from b12guide.plain_text import MAX_CHARACTERS, SLASHES, few_blanks, harmless, is_command, readable, without_tag

# Text with more of the characters that matter than chance would bring.
MATTERS = [*SLASHES, " ", "\n", "\u00a0", "\u200b", "\ufeff", "\x00", "\u00ad"]
TRICKY = st.text(alphabet=st.one_of(st.sampled_from(MATTERS), st.characters()))


@settings(deadline=None, max_examples=500)
@given(TRICKY)
def test_what_is_left_is_no_command(text: str) -> None:
    """However it begins, and whatever is stripped from it, no slash is in front."""
    left = harmless(text)
    assert left[:1] not in SLASHES
    assert left.strip()[:1] not in SLASHES
    assert not is_command(left)


@settings(deadline=None, max_examples=300)
@given(TRICKY)
def test_once_is_enough(text: str) -> None:
    """Making it harmless again changes nothing."""
    assert harmless(harmless(text)) == harmless(text)


@settings(deadline=None, max_examples=300)
@given(TRICKY)
def test_what_is_readable_can_be_stored(text: str) -> None:
    """What goes to Rasa is bounded, has no NUL, and can be written as UTF-8."""
    left = readable(text)
    assert len(left) <= MAX_CHARACTERS
    assert "\x00" not in left
    assert left.encode("utf-8").decode("utf-8") == left


@settings(deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ,.?'/-0123456789", min_size=1))
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    """Slashes inside of a message, as in a date, are left alone."""
    words = f"a{text}"
    assert (harmless(words), is_command(words)) == (words, False)


@settings(deadline=None, max_examples=300)
@given(TRICKY)
def test_rasas_own_reader_of_commands_finds_none(text: str) -> None:
    """Rasa's handler at the end of the pipeline leaves every text that was made harmless as it is."""
    domain = Domain.from_dict({"intents": ["restart", "greet", "emergency"], "entities": ["awaiting"]})
    for command in ("/restart", '/greet{"awaiting": "forget"}', "/emergency@1.0"):
        words = harmless(f"{text}{command}")
        [handled] = RegexMessageHandler().process([Message.build(text=words)], domain)
        assert (handled.get(TEXT), handled.get("intent")) == (words, None)


@pytest.mark.parametrize(
    ("text", "command"), [("/restart", True), ("\uff0fback", True), ("03/04/2026", False), ("", False)]
)
def test_commands_are_known(text: str, command: bool) -> None:
    """What was written as a command is no request."""
    assert is_command(text) is command


@pytest.mark.parametrize(
    ("text", "shown"), [("a" + " " * 4000 + "b?", "a b?"), ("a\n\n\n\n\nb", "a\nb"), ("a  b", "a  b"), ("  a ", "a")]
)
def test_long_runs_of_blanks_are_one(text: str, shown: str) -> None:
    """No reader goes through thousands of blanks from each of them anew."""
    assert few_blanks(text) == shown


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("must I leave them hey", "must I leave them"),
        ("is that so, hey?", "is that so?"),
        ("hey", "hey"),
        ("hey there", "hey there"),
        ("hello hey", "hello hey"),
    ],
)
def test_a_tag_behind_a_question_greets_nobody(text: str, rest: str) -> None:
    """ "Hey" as the last word asks for a nod; alone or in front it greets."""
    assert without_tag(text) == rest
