"""A topic as it is signed: what is said in every country, what it rests on, and what it must not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from b12guide.content import Content, Question, Source, Topic
from b12guide.plan import full_date
from b12guide.safety import Cards

from .patterns import HOW_TO_READ, in_words
from .sheets import PATTERNS, Passage, Sheet, by_country, in_section

NOT_OPENED: Final = "Nobody has opened the original page yet."
_IN_ONE_COUNTRY: Final = "Answer in one country"
_WORTH_TELLING: Final = {
    "routine": "Yes: whoever asks this has something to tell their clinic, in working hours.",
    "none": "No: asking this is by itself nothing to tell the clinic.",
}

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

    def part(heading: str, passages: Iterable[Passage]) -> Iterator[Passage]:
        return (replace(one, heading=heading, part=True) for one in passages)

    yield from part("Answer", said(f"{question.id}: answer", question.answer))
    about_other = said(f"{question.id}: answer about somebody else", question.carer or "")
    yield from part("Answer where it is asked about somebody else", about_other)
    again = said(f"{question.id}: answer to whoever asks once more", question.again or "")
    yield from part("Answer to whoever asks once more", again)
    for country, text in question.by_country:
        own = Passage(f"{question.id}: answer to people of {country}", text, (country,))
        yield from part(_IN_ONE_COUNTRY, [own])
    sources = ", ".join(question.sources) or "none, and the answer says so"
    yield from part("Sources of these answers", [Passage(f"{question.id}: sources", sources)])


def _leads(content: Content, topic: Topic) -> Iterator[Passage]:
    labels = [content.topics[one].question if one in content.topics else one for one in topic.follow_up]
    yield Passage(
        "buttons under it", "\n".join(topic.follow_up), heading="Questions on buttons under it", shown=_bullets(labels)
    )
    yield Passage(
        "is the question itself worth telling the clinic",
        "yes" if topic.level == "routine" else "no",
        heading="Is it worth telling the clinic that somebody asks this?",
        shown=_WORTH_TELLING[topic.level],
    )


def _never(topic: Topic) -> Iterator[Passage]:
    note = HOW_TO_READ
    if topic.must_not_say:
        yield _patterns(PATTERNS, "Words in none of these texts", topic.must_not_say, note)
        note = ""
    for question in topic.questions:
        if question.must_not_say:
            heading = f"Words in no answer to “{question.question}”"
            yield _patterns(f"{PATTERNS} for {question.id}", heading, question.must_not_say, note)
            note = ""


def _patterns(name: str, heading: str, patterns: Sequence[str], note: str) -> Passage:
    shown = _bullets(list(dict.fromkeys(map(in_words, patterns))))
    return Passage(name, "\n".join(patterns), note=note, heading=heading, shown=shown)


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)


def _sources(content: Content, topic: Topic) -> Iterator[Passage]:
    yield Passage("the answer", ", ".join(topic.sources), heading="Sources of the answer")
    for number, row in enumerate(topic.differs, 1):
        name = f"added after the short answer {number}: sources"
        yield Passage(name, ", ".join(row.sources), heading=f"Sources of what is added after the short answer {number}")
    if topic.disagreement:
        name = "where authorities disagree: sources"
        heading = "Sources of where authorities disagree"
        yield Passage(name, ", ".join(topic.disagreement.sources), heading=heading)
    yield from (_source(content.sources[one]) for one in _source_ids(topic))


def _source_ids(topic: Topic) -> Sequence[str]:
    """All sources that any text of the topic names, each once."""
    ids = [*topic.sources, *(one for row in topic.differs for one in row.sources)]
    ids += topic.disagreement.sources if topic.disagreement else ()
    ids += [one for question in topic.questions for one in question.sources]
    return list(dict.fromkeys(ids))


def _source(source: Source) -> Passage:
    dated = f"Date of the page: {source.dated}." if source.dated else "Date of the page: not known."
    if source.checked:
        read = f"Read: {source.read}. The original page was last opened on {full_date(source.checked)}."
    else:
        # What was read of a page that nobody opened was a copy of it, also where `read` does not say so.
        read = f"Read in a copy or an excerpt only: {source.read}. {NOT_OPENED}"
    return Passage(source.id, f"{source.label}\n{source.url}", note=f"{dated} {read}")
