"""What is said: by depth, by country, with its sources."""

from __future__ import annotations

import re

import pytest

from b12guide.content import Content, load_content

SIDE_BY_SIDE = "This differs between countries and products:"


def test_the_short_answer_stands_alone_where_the_country_is_unknown(content: Content) -> None:
    """Without a country, the short answer is the short text and its sources, nothing else."""
    topic = content.topic("loading_phase")
    answer = content.answer("loading_phase")
    assert answer.text == topic.short
    assert answer.sources == topic.sources
    assert answer.follow_up == topic.follow_up
    assert answer.question == topic.question
    assert answer.contact.startswith("If you miss a loading injection, call your clinic")


@pytest.mark.parametrize("country", ["GB", "US", "AU", "NZ", "NL"])
@pytest.mark.parametrize("topic_id", ["typical_dose", "loading_phase", "maintenance_phase"])
def test_a_known_country_gets_its_own_rows_and_no_other(content: Content, topic_id: str, country: str) -> None:
    """A person whose country is known reads the rows of that country after the short answer, with their sources."""
    topic = content.topic(topic_id)
    own = [row for row in topic.differs if row.country == country]
    others = [row for row in topic.differs if row.country != country]
    answer = content.answer(topic_id, country=country)
    assert own
    assert answer.text == "\n\n".join([topic.short, *(row.text for row in own)])
    assert not any(row.text in answer.text for row in others)
    assert {source for row in own for source in row.sources} <= set(answer.sources)


def test_an_american_reads_no_british_schedule(content: Content) -> None:
    """The rows that a person in the USA gets name the USA and the label's own figures."""
    rows = content.answer("maintenance_phase", country="US").text.split("\n\n")[1:]
    assert len(rows) == 2
    assert all(row.startswith("In the USA, ") for row in rows)
    assert "100 micrograms each month" in rows[0]


@pytest.mark.parametrize("country", [None, "IE", "ZZ"])
def test_more_sets_countries_side_by_side_where_nothing_is_known_of_the_country(content: Content, country) -> None:
    """Unknown country, or one without a row: every row is shown under one heading."""
    topic = content.topic("maintenance_phase")
    answer = content.answer("maintenance_phase", country=country, depth="more")
    table = "\n".join([SIDE_BY_SIDE, *(f"• {row.text}" for row in topic.differs)])
    assert table in answer.text.split("\n\n")
    assert {source for row in topic.differs for source in row.sources} <= set(answer.sources)


def test_more_keeps_to_the_country_where_it_is_known(content: Content) -> None:
    """A known country gets its own rows on 'tell me more' too, and no table."""
    answer = content.answer("maintenance_phase", country="NL", depth="more")
    assert SIDE_BY_SIDE not in answer.text
    assert "In the Netherlands, " in answer.text
    assert "In New Zealand, " not in answer.text


def test_more_shows_where_authorities_disagree(content: Content) -> None:
    """What authorities do not agree on ends the longer answer, with the sources of both sides."""
    disagreement = content.topic("monitoring_after_starting").disagreement
    assert disagreement is not None
    answer = content.answer("monitoring_after_starting", depth="more")
    assert answer.text.endswith(disagreement.text)
    assert set(disagreement.sources) <= set(answer.sources)


@pytest.mark.parametrize("depth", ["simpler", "why"])
def test_simpler_and_why_are_the_texts_of_that_name(content: Content, depth) -> None:
    """The two other follow-ups answer with their own text, whatever the country."""
    topic = content.topic("typical_dose")
    assert content.answer("typical_dose", country="GB", depth=depth).text == getattr(topic, depth)


def test_sources_come_once_each_in_order(content: Content) -> None:
    """Sources are listed once, in the order in which they were given, with title, address and no invented date."""
    lines = content.sources_for(["NHS-AB", "NHLBI", "NHS-AB"])
    assert lines == [
        {
            "title": "NHS, About hydroxocobalamin",
            "url": "https://www.nhs.uk/medicines/hydroxocobalamin/about-hydroxocobalamin/",
            "checked": None,
        },
        {
            "title": "US National Heart, Lung, and Blood Institute, Pernicious anemia",
            "url": "http://www.nhlbi.nih.gov/health/health-topics/topics/prnanmia",
            "checked": None,
        },
    ]


def test_two_readings_answer_alike(content: Content, folder) -> None:
    """Answers do not change from one reading to the next."""
    again = load_content(folder)
    for topic_id in content.topics:
        assert again.answer(topic_id, country="GB", depth="more") == content.answer(
            topic_id, country="GB", depth="more"
        )


@pytest.mark.parametrize(
    ("emergency", "said"),
    [
        (None, "call 999, 911 or your local emergency number."),
        ("999", "call 999 or your local emergency number."),
        ("000 or your local emergency number", "call 000 or your local emergency number."),
    ],
)
def test_the_first_contact_says_whom_to_call(content: Content, emergency, said: str) -> None:
    """The greeting names the number where it is known, and the local one always, once."""
    bubbles = content.reply("greet", emergency=emergency).bubbles
    assert bubbles[1].endswith(f"In an emergency, {said}")


@pytest.mark.parametrize("name", ["greet", "bot_identity"])
def test_the_first_contact_says_what_it_is(content: Content, name: str) -> None:
    """The greeting, and whoever asks, is told that it is a program, no clinician, and that nobody watches."""
    said = " ".join(" ".join(content.reply(name).bubbles).split())
    assert "I am a computer program" in said
    assert re.search(r"not (a clinician|a person, a nurse or a doctor)", said)
    assert "nobody watches this chat" in said


def test_an_answer_names_the_number_of_the_country(content: Content) -> None:
    """Where the country's number is known, answers name it as well, in text and contact."""
    answer = content.answer("side_effects", country="NZ", emergency="111", depth="simpler")
    assert answer.text.endswith("call 111 or your local emergency number now.")
    assert "call 111 or your local emergency number now" in answer.contact
    assert "999, 911 or your local emergency number" in content.answer("side_effects").contact


def test_a_phone_channel_says_who_else_handles_the_message(content: Content) -> None:
    """On WhatsApp, SMS and the like the greeting adds the company that carries the message, elsewhere it does not."""
    on_phone = content.reply("greet", phone_channel=True).bubbles[-1]
    assert on_phone.endswith("Your phone or message company also handles your messages.")
    assert "company" not in content.reply("greet").bubbles[-1]


def test_whom_else_to_ask_depends_on_the_country(content: Content) -> None:
    """NHS 111 is named to people in the UK alone: in New Zealand, 111 is the ambulance."""
    assert "NHS 111" in content.reply("out_of_scope_medical", country="GB").bubbles[-1]
    for country in (None, "NZ", "US"):
        assert "111" not in " ".join(content.reply("out_of_scope_medical", country=country).bubbles)
        assert "local health line" in content.reply("talk_to_person", country=country).bubbles[-1]


@pytest.mark.parametrize(
    "reply",
    ["did_you_mean", "fallback_first", "fallback_plan", "fallback_second", "out_of_scope", "out_of_scope_medical"],
)
def test_every_reply_without_an_answer_carries_the_safety_line(content: Content, reply: str) -> None:
    """Whoever was not understood still reads what to do if very unwell."""
    said = " ".join(content.reply(reply, emergency="999").bubbles)
    assert "If you feel very unwell" in said
    assert "999 or your local emergency number" in said


@pytest.mark.parametrize(
    "reply",
    [
        "greet",
        "help_menu",
        "menu",
        "thanks",
        "goodbye",
        "affirm",
        "deny",
        "bot_identity",
        "talk_to_person",
        "your_data",
        "forget_me",
        "forgotten",
        "keep_data",
        "help_is_here",
        "dose_change_request",
        "out_of_scope",
        "out_of_scope_medical",
        "did_you_mean",
        "fallback_first",
        "fallback_plan",
        "fallback_second",
    ],
)
def test_no_turn_of_small_talk_is_without_words(content: Content, reply: str) -> None:
    """Every reply that a conversation can need is there, with no placeholder left in it."""
    said = " ".join(content.reply(reply, country="GB", phone_channel=True).bubbles)
    assert said
    assert "{" not in said


def test_more_comes_in_parts_that_never_repeat(content: Content) -> None:
    """The parts of a topic: its short answer, what is more, where authorities disagree, each with its sources."""
    parts = content.parts("injections_vs_oral", country="GB")
    assert [part.key for part in parts] == ["short", "more 0", "more 1", "more 2", "more 3", "more 4", "disagreement"]
    assert parts[0].text == content.answer("injections_vs_oral", country="GB").text
    assert len({part.text for part in parts}) == len(parts)
    assert parts[-1].sources == ("FDA-C", "CHAN", "AAFP17")


def test_where_the_country_is_unknown_the_rows_are_a_part(content: Content) -> None:
    """Whoever's country is not known sees all rows, once, after the rest."""
    parts = {part.key: part for part in content.parts("injections_vs_oral")}
    assert parts["differs"].text.startswith("This differs between countries and products:")
    assert "In Canada" in parts["differs"].text
