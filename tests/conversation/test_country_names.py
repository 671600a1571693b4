"""In which country somebody says that they are."""

from __future__ import annotations

import pytest

from b12guide.conversation.country_names import asks_whom, country_told


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("I am living in South Africa. Who do I call here?", "ZA"),
        ("who do I call, I live in New Zealand", "NZ"),
        ("we're in the US now", "US"),
        ("I'm based in Northern Ireland", "GB"),
        ("I am in Ireland", "IE"),
        ("i live in spain", "ES"),
        ("im in rotorua NZ, can i get it here", "NZ"),
        ("I live in Cork, Ireland", "IE"),
        ("I'm based in Leeds in the UK", "GB"),
        ("In Canada, who do I call?", "CA"),
    ],
)
def test_where_they_are(text: str, country: str) -> None:
    """They live there, or are there now."""
    assert country_told(text) == country


@pytest.mark.parametrize(
    "text",
    [
        "I am going to be in Spain next month",
        "I was in Canada last year",
        "if I am in France can I get it",
        "my mum lives in India",
        "I am in Spain time",
        "I'm in Georgia",
        "he told us in March",
        "I am in the US from 3 March",
        "in the UK do you pay for them or are they free?",
        "my cousin in the UK has hers free",
        "I am in love with Canada",
        "they say this is normal in Canada",
        "I am in pain. US",
    ],
)
def test_where_they_are_not(text: str) -> None:
    """A journey, somebody else, or no country."""
    assert country_told(text) is None


def test_whom_to_call() -> None:
    """By the question, and not by the word."""
    assert asks_whom("who do I ring here?")
    assert asks_whom("what is the emergency number?")
    assert not asks_whom("I will call the clinic")
