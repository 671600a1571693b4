"""Which question the whole product hears in messages that were never taught: a part of the section on questions."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from b12guide.settings import ROOT
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, TOPIC
from reports._intervals import Share
from reports._product import understander

SET = ROOT / "tests" / "understanding" / "sets" / "question_messages.jsonl"


def paragraph(model: Path, topics: dict[str, str]) -> str:
    """How many of the messages get the question that their writers meant, in one sentence.

    Args: model: the archive. topics: the topic of each question, by its name.
    """
    reader, heard = understander(model), Counter[str]()
    lines = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        said, meant = reader.understand(line["text"]), line["question"]
        act, asked = said.act, said.act.values(QUESTION)
        if said.verdict.warns:
            heard["card"] += 1
        elif asked:
            heard["right" if asked[0] == meant else "wrong"] += 1
        else:
            heard["topic" if act.kind == ASK_TOPIC and topics[meant] in act.values(TOPIC) else "other"] += 1
    right, wrong = (Share(heard[name], len(lines)) for name in ("right", "wrong"))
    return (
        f"{len(lines)} messages of five writers (`{SET.relative_to(ROOT)}`), of which nothing was taught, as the whole "
        f"product hears them: the right question {right}; a wrong one {wrong}; the topic as a whole {heard['topic']}; "
        f"a card {heard['card']}; something else {heard['other']}."
    )
