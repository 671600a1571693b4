"""A dose that was told of, and was not had after all."""

from __future__ import annotations

import pytest

from b12guide.diary.taken_back import takes_back


@pytest.mark.parametrize(
    "text",
    [
        "hang on, that was the wrong button, it's not been given yet",
        "I have not had it after all",
        "sorry no, she hasn't had hers",
        "we didn't get it in the end",
        "it was not done",
        "never happened",
        "didnt have it, nurse was off sick",
    ],
)
def test_it_was_not_had(text: str) -> None:
    """In as many words, a little later too."""
    assert takes_back(text, just=False)


@pytest.mark.parametrize(
    "text",
    [
        "tapped that by accident",
        "undo that please",
        "ignore my last message",
        "oh it wasn't, the clinic was out of stock",
        "they sent me home without it",
        "no wait, not yet",
        "I spoke too soon",
    ],
)
def test_a_mistake_is_of_what_was_just_said(text: str) -> None:
    """And of nothing that was said long ago."""
    assert takes_back(text, just=True)
    assert not takes_back(text, just=False)


@pytest.mark.parametrize(
    "text",
    [
        "what if I haven't had it by Friday",
        "should I not have had it today?",
        "I haven't had any tingling since",
        "it hasn't been too sore this time",
        "they couldn't do mornings",
        "I haven't got your number",
        "I couldn't get parked",
        "it did not take long",
        "I haven't had lunch",
        "never had it so easy",
        "she has not been out since",
        "she didn't give me a date, just 10 weeks on",
        "they haven't given us one yet for the next",
        "not had a good night",
        "I had it this morning",
        "thanks",
        "when is my next one",
    ],
)
def test_what_takes_nothing_back(text: str) -> None:
    """Questions, and what is told of something else."""
    assert not takes_back(text, just=True)
