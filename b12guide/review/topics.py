"""A topic as it is signed: what is said in every country, what it rests on, and what it must not say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from b12guide.content import Content, Question, Source, Topic
from b12guide.safety import Cards

from .sheets import Passage, Sheet, by_country, in_section

NOT_OPENED: Final = "Nobody has opened it yet."

Said = Callable[[str, str], Iterator[Passage]]


def topic_sheet(content: Content, cards: Cards, topic_id: str) -> Sheet:
    """The sheet of a topic, with its specific questions."""
    topic = content.topic(topic_id)
    countries = cards.countries()

    def said(name: str, text: str) -> Iterator[Passage]:
        def there(country: str | None) -> str:
            return _there(content, cards, text, country)

        return by_country(name, there, countries if text else ())

    passages = [
        *in_section("The answer", _answer(content, cards, topic, said)),
        *in_section("Specific questions", (one for question in topic.questions for one in _question(question, said))),
        *in_section("Where it leads", _leads(content, topic)),
        *in_section("What no text of it may say", _never(topic)),
        *in_section("What it rests on", _sources(content, topic)),
    ]
    notes = (("Notes of the editors", topic.needs_recheck),) if topic.needs_recheck else ()
    return Sheet(topic.id, "topic", topic.question, tuple(passages), notes)


def _there(content: Content, cards: Cards, text: str, country: str | None) -> str:
    """A text as it is said in a country: whom to call in an emergency, and for advice today."""
    return content.filled(text, cards.emergency_number(country), cards.filled("{urgent}", country))


def _answer(content: Content, cards: Cards, topic: Topic, said: Said) -> Iterator[Passage]:
    yield from said("question", topic.question)
    yield from said("short answer", topic.short)
    for number, row in enumerate(topic.differs, 1):
        text = _there(content, cards, row.text, row.country)
        note = f"Sources: {', '.join(row.sources)}"
        yield Passage(f"added after the short answer {number}", text, (row.country,), note=note)
    yield from said("whom to contact", topic.contact)
    for number, text in enumerate(topic.more, 1):
        yield from said(f"tell me more {number}", text)
    if topic.disagreement:
        yield from said("where authorities disagree", topic.disagreement.text)
    yield from said("in simpler words", topic.simpler)
    yield from said("why?", topic.why)
    yield from said("questions for the clinic", "\n".join(f"• {one}" for one in topic.ask_clinician))


def _question(question: Question, said: Said) -> Iterator[Passage]:
    yield from (replace(one, heading=question.question) for one in said(question.id, question.question))
    yield from said(f"{question.id}: answer", question.answer)
    yield from said(f"{question.id}: answer about somebody else", question.carer or "")
    yield from said(f"{question.id}: answer to whoever asks once more", question.again or "")
    for country, text in question.by_country:
        yield Passage(f"{question.id}: answer to people of {country}", text, (country,))
    sources = ", ".join(question.sources) or "none, and the answer says so"
    yield Passage(f"{question.id}: sources", sources)


def _leads(content: Content, topic: Topic) -> Iterator[Passage]:
    labels = [content.topics[one].question for one in topic.follow_up if one in content.topics]
    yield Passage("buttons under it", "\n".join(topic.follow_up), note=" ".join(labels))
    yield Passage("is the question itself worth telling the clinic", "yes" if topic.level == "routine" else "no")


def _never(topic: Topic) -> Iterator[Passage]:
    if topic.must_not_say:
        yield Passage("patterns", "\n".join(topic.must_not_say), note="(?:a|b) means a or b, and \\d+ any number.")
    for question in topic.questions:
        if question.must_not_say:
            yield Passage(f"patterns for {question.id}", "\n".join(question.must_not_say))


def _sources(content: Content, topic: Topic) -> Iterator[Passage]:
    yield Passage("the answer", ", ".join(topic.sources))
    for number, row in enumerate(topic.differs, 1):
        yield Passage(f"added after the short answer {number}: sources", ", ".join(row.sources))
    if topic.disagreement:
        yield Passage("where authorities disagree: sources", ", ".join(topic.disagreement.sources))
    yield from (_source(content.sources[one]) for one in _source_ids(topic))


def _source_ids(topic: Topic) -> Sequence[str]:
    """All sources that any text of the topic names, each once."""
    ids = [*topic.sources, *(one for row in topic.differs for one in row.sources)]
    ids += topic.disagreement.sources if topic.disagreement else ()
    ids += [one for question in topic.questions for one in question.sources]
    return list(dict.fromkeys(ids))


def _source(source: Source) -> Passage:
    opened = f"Last opened on {source.checked.isoformat()}." if source.checked else NOT_OPENED
    note = f"Read: {source.read}. {opened}"
    return Passage(source.id, f"{source.label}\n{source.url}", note=note)
