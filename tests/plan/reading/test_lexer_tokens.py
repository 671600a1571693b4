"""Cutting a text into tokens: the short way for plain words, and the tokenizer for the rest."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from b12guide.plan.reading import lexer

# What tokens are made of and cut at, and what only looks like a letter or a blank.
CHARACTERS = "abqx12 .,?!;:'-/()~#@&+=…\n\t\u00a0\u2009é½²ªß\u0301"


@given(st.text(st.sampled_from(CHARACTERS), max_size=40))
@example("once a week, then 1mg every 12 weeks... (or 3/12)?")
@example("w/c 3-apr-26; top-up")
def test_the_short_way_gives_what_the_tokenizer_gives(written: str) -> None:
    """Words of letters alone are not handed to the tokenizer, which would return the same tokens at the same places."""
    text = lexer.normalise(written)
    with lexer._LOCK, lexer._TOKENIZER.vocab.memory_zone():
        whole = [(token.text, token.idx) for token in lexer._TOKENIZER(text) if not token.is_space]
    assert lexer._raw_tokens(text) == whole
