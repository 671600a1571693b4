"""`docs/content-report.md`: how plain each answer is, what it rests on, and who has looked at it.

python -m reports.content [--content FOLDER] [--page FILE]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timezone
from pathlib import Path

from b12guide.content import Content, Depth, Topic, load_content
from b12guide.content.prose import MAX_GRADE, MAX_SHORT_WORDS, grade_of, sentences_of, words_in
from b12guide.review import Reviews, State, load_reviews, load_sheets
from reports._clear_index import ITEMS, Score, said_of, score

PAGE = Path("docs/content-report.md")
FOLDER = Path("content")
SIGNED = {"topic": "topics", "card": "care cards", "language": "languages", "page": "pages on paper"}
DEPTHS: tuple[Depth, ...] = ("short", "more", "simpler", "why")


def report(content: Content, uncounted: Sequence[str], reviews: Reviews, today: date) -> str:
    """The whole page, in Markdown.

    Args:
        content: the content.
        reviews, today: what is signed, and the day on which that is looked at.
        uncounted: names that the grade counts as one short word each (`content/readability.yml`).
    """
    topics = [content.topics[name] for name in sorted(content.topics)]
    scores = {topic.id: score(said_of(content, topic, uncounted)) for topic in topics}
    parts = [
        "# The content in figures\n\nWritten by `make report` from `content/`.",
        _summary(content, topics, scores, reviews, today),
        "## How plain each answer is\n\n" + _plain_table(content, topics, uncounted),
        "## What it rests on, and who has looked at it\n\n" + _review_table(content, topics, reviews, today),
        "## What else is signed\n\n" + _other_signatures(reviews, today),
        "## Answers without a source\n\n" + _unsourced_section(topics),
        "## CDC Clear Communication Index, modified form\n\n" + _index_section(topics, scores),
        "## With PEMAT in mind\n\n" + _pemat_section(content, topics),
    ]
    return "\n\n".join(parts) + "\n"


def _summary(content: Content, topics: Sequence[Topic], scores: dict[str, Score], reviews: Reviews, today: date) -> str:
    states = [reviews.state(sheet.name, today) for sheet in reviews.sheets]
    standings = zip(reviews.sheets, states, strict=True)
    signed = Counter(sheet.kind for sheet, state in standings if state.standing == "signed")
    dues = [state.signature.due for state in states if state.standing == "signed" and state.signature]
    kinds = Counter(sheet.kind for sheet in reviews.sheets)
    parts = ", ".join(f"{signed[kind]} of {kinds[kind]} {name}" for kind, name in SIGNED.items())
    opened = sum(source.checked is not None for source in content.sources.values())
    percents = [found.percent for found in scores.values()]
    return "\n".join(
        [
            f"- {len(topics)} topics, {len(content.terms)} terms in the glossary, {len(content.sources)} sources.",
            f"- Signed off by a clinician: {parts} ([how](content.md#sign-a-topic)).",
            f"- Next signature due again: {min(dues, default='none')}.",
            f"- Originals that somebody has opened: {opened} of {len(content.sources)} sources.",
            f"- Next look at a text due: {min(topic.review_due for topic in topics)}.",
            f"- Clear Communication Index, as far as a program can score it: {min(percents)} to {max(percents)}.",
        ]
    )


def _plain_table(content: Content, topics: Sequence[Topic], uncounted: Sequence[str]) -> str:
    """Grades (US school years, Flesch-Kincaid by textstat) and words of every text."""
    intro = (
        f"US school grade by Flesch-Kincaid (textstat), {MAX_GRADE:g} at most. *As said* is the short answer with the "
        "contact under it, in the country where that is hardest. *Words* counts the short answer "
        f"({MAX_SHORT_WORDS} at most), *longest sentence* looks at all texts (20 at most). Names of medicines count as "
        "one short word each (`content/readability.yml`)."
    )
    rows = [_row("topic", "short", "as said", "more", "simpler", "why", "contact", "words", "longest sentence")]
    rows.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for topic in topics:
        countries = (None, *sorted({row.country for row in topic.differs}))
        answers = {depth: content.answer(topic.id, depth=depth) for depth in DEPTHS}
        as_said = [content.answer(topic.id, country=country) for country in countries]
        texts = [answers["short"].contact, *(answer.text for answer in (*answers.values(), *as_said))]
        grades = [
            grade_of(answers["short"].text, uncounted),
            max(grade_of(f"{answer.text}\n{answer.contact}", uncounted) for answer in as_said),
            *(grade_of(answers[depth].text, uncounted) for depth in DEPTHS[1:]),
            grade_of(answers["short"].contact, uncounted),
        ]
        longest = max(words_in(sentence) for text in texts for sentence in sentences_of(text))
        cells = [f"{grade:.1f}" for grade in grades]
        rows.append(_row(topic.id, *cells, str(words_in(answers["short"].text)), str(longest)))
    return f"{intro}\n\n" + "\n".join(rows)


def _review_table(content: Content, topics: Sequence[Topic], reviews: Reviews, today: date) -> str:
    rows = [_row("topic", "sources", "opened", "last checked", "look due", "signed", "notes to recheck")]
    rows.append("|---|--:|--:|---|---|---|--:|")
    for topic in topics:
        ids = dict.fromkeys([*topic.sources, *(source for row in topic.differs for source in row.sources)])
        ids.update(dict.fromkeys(topic.disagreement.sources if topic.disagreement else ()))
        opened = sum(content.sources[source].checked is not None for source in ids)
        checked = topic.last_checked or "not yet"
        cells = [
            str(len(ids)),
            str(opened),
            str(checked),
            str(topic.review_due),
            _signature(reviews.state(topic.id, today)),
            str(len(topic.needs_recheck)),
        ]
        rows.append(_row(topic.id, *cells))
    return "\n".join(rows)


def _other_signatures(reviews: Reviews, today: date) -> str:
    rows = [_row("card, language or page", "signed"), "|---|---|"]
    others = [sheet for sheet in reviews.sheets if sheet.kind != "topic"]
    rows += [_row(f"{sheet.title} (`{sheet.name}`)", _signature(reviews.state(sheet.name, today))) for sheet in others]
    return "\n".join(rows)


def _signature(state: State) -> str:
    """Who signed, when, and until when that holds."""
    signature = state.signature
    if signature is None:
        return "nobody yet"
    signed = f"{signature.who}, {signature.signed_on}".replace("|", "\\|")
    if state.standing == "changed":
        return f"void: changed since {signed}"
    return f"{signed}; {'due' if state.standing == 'signed' else 'overdue since'} {signature.due}"


def _unsourced_section(topics: Sequence[Topic]) -> str:
    """The questions whose answer says that it does not know: each waits for a source."""
    questions = [question for topic in topics for question in topic.questions]
    lines = [f"- {each.question} (`{each.id}` in {each.topic})" for each in questions if not each.sources]
    intro = (
        f"{len(lines)} of {len(questions)} answers to specific questions say that they have no source, and whom to "
        "ask. A source for one of them makes it an answer."
    )
    return "\n\n".join([intro, "\n".join(lines)])


def _index_section(topics: Sequence[Topic], scores: dict[str, Score]) -> str:
    intro = (
        "Scored on the short answer with its contact, as it stands in the chat where nothing is known of the person. "
        "A program scores what follows from the words alone (`reports/_clear_index.py`). Its points are no pass mark: "
        "the items for an editor stay open until one has judged them, and the Index asks for 90 of 100 once all are "
        "scored. Items 3, 4, 8, 9 and 10, on layout and pictures, do not apply to a chat bubble. What is said on "
        '"why?" counts for item 13, and on "tell me more" for item 11. The items are put in short words here: score '
        "from the original sheet."
    )
    items = [_row("item", "asks", "scored by"), "|--:|---|---|"]
    items += [_row(str(item.number), item.asks, "program" if item.score else "editor") for item in ITEMS]
    rows = [_row("topic", "points", "of 100", "missed", "for an editor"), "|---|--:|--:|---|---|"]
    for topic in topics:
        found = scores[topic.id]
        points = f"{len(found.counted) - len(found.missed)} of {len(found.counted)}"
        rows.append(_row(topic.id, points, str(found.percent), _numbers(found.missed), _numbers(found.for_editor)))
    return "\n\n".join([intro, "\n".join(items), "\n".join(rows)])


def _pemat_section(content: Content, topics: Sequence[Topic]) -> str:
    """What of the Patient Education Materials Assessment Tool can be counted; the rest is named for an editor."""
    short = {topic.id: content.answer(topic.id) for topic in topics}
    addressed = [name for name, answer in short.items() if "you" in f"{answer.text} {answer.contact}".lower()]
    layers = [topic for topic in topics if topic.more and topic.simpler and topic.why]
    asks = [topic for topic in topics if topic.ask_clinician]
    total = len(topics)
    return "\n".join(
        [
            "Informed by PEMAT; not a PEMAT score, which takes two people who read each answer.",
            "",
            "Understandability",
            "",
            f"- Purpose: each answer follows a question of the person, and {total} of {total} topics are named by it.",
            f"- Small pieces: {len(layers)} of {total} topics come in layers (short, more, simpler, why).",
            f"- Words: {len(content.terms)} terms are explained in the glossary.",
            "- For an editor: is each term explained where it is first met? Is the order right?",
            "",
            "Actionability",
            "",
            f'- The reader is spoken to as "you" in {len(addressed)} of {total} topics.',
            f"- Questions to take to the clinic: {len(asks)} of {total} topics, and a list of one's own.",
            "- Tools: the plan with its dates, a calendar file, a page to print, a check of understanding.",
            "- For an editor: is every action broken into steps that can be done?",
        ]
    )


def _numbers(items: Sequence[int]) -> str:
    return ", ".join(map(str, items)) or "none"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page; returns the exit status."""
    parser = argparse.ArgumentParser(prog="reports.content", description="Write docs/content-report.md.")
    parser.add_argument("--content", type=Path, default=FOLDER, help="the content folder")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page to write")
    options = parser.parse_args(argv)
    content = load_content(options.content)
    options.page.parent.mkdir(parents=True, exist_ok=True)
    reviews = load_reviews(options.content, load_sheets(options.content))
    today = datetime.now(timezone.utc).date()
    options.page.write_text(report(content, content.uncounted, reviews, today), encoding="utf-8")
    print(f"wrote {options.page}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
