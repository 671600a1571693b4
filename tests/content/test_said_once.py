"""No long text of a reply is given twice in a conversation."""

from __future__ import annotations

import pytest

from b12guide.content import Content
from b12guide.yaml_lines import read_yaml
from tests.conftest import ROOT

FILES = ("small_talk.yml", "feelings.yml", "repair.yml", "refusals.yml")
REPLIES = [name for file in FILES for name in read_yaml(ROOT / "content" / file).data]
TIMES = 8


@pytest.mark.parametrize("reply", REPLIES)
def test_no_long_bubble_comes_twice(content: Content, reply: str) -> None:
    """Said again and again, a reply has other words each time, then short ones; only whom to call is said each time."""
    said: list[str] = []
    seen: set[str] = set()
    for _ in range(TIMES):
        given = content.reply(reply, country="GB", emergency="999", said=said)
        said.append(given.id)
        assert given.bubbles
        for bubble in given.bubbles:
            assert bubble not in seen or len(bubble.split()) <= 12 or "999" in bubble
        seen.update(given.bubbles)


@pytest.mark.parametrize(
    "reply", ["did_you_mean", "fallback_first", "fallback_plan", "fallback_second", "out_of_scope", "thanks", "insult"]
)
def test_what_comes_often_is_short_in_the_end(content: Content, reply: str) -> None:
    """Not one word too many is repeated where people come again and again."""
    said: list[str] = []
    for _ in range(TIMES):
        given = content.reply(reply, country="GB", emergency="999", said=said)
        said.append(given.id)
    assert all(len(bubble.split()) <= 12 for bubble in given.bubbles)


def test_a_reply_without_other_wordings_has_its_name_as_its_id(content: Content) -> None:
    """The first wording has the name of the reply, the next ones that name and their number."""
    assert content.reply("thanks").id == "thanks"
    assert content.reply("thanks", said=["thanks"]).id == "thanks.1"
    assert content.reply("keep_data", said=["keep_data"]).id == "keep_data"
