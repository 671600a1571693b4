"""What people send and what they get: words, buttons, media, receipts, long answers, cards, files, countries."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from b12guide.channels.pieces import utf16
from tests.providers.harness import Delivery, Harness
from tests.providers.kinds import KINDS
from tests.providers.kinds_meta import WhatsApp
from tests.providers.kinds_twilio import Twilio

Make = Callable[..., Harness]
EMERGENCY = "my throat is closing up after the injection"
PEN_FIRST = "Adrenaline (epinephrine) pen? Use it at once, then "
CARD_GB = f"{PEN_FIRST}call 999 or your local emergency number now."
ONLY_TEXT = "I can only read text. Please write it in words. Nobody watches this chat. In an emergency, call "
WORDS = ["Do I need injections?", "How long until I feel better?", "Work out my next date", "Something feels wrong"]
MEDIA = [(name, kind) for name in sorted(KINDS) for kind in KINDS[name]().media()]
SILENT = [(name, kind) for name in sorted(KINDS) for kind in KINDS[name]().silent()]


def buttons(*words: str) -> list[dict[str, str]]:
    return [{"title": each, "payload": each} for each in words]


@pytest.mark.parametrize(("name", "kind"), MEDIA, ids=[f"{name}-{kind}" for name, kind in MEDIA])
def test_what_is_not_words_gets_one_kind_sentence(make: Make, name: str, kind: str) -> None:
    """A picture, a voice or a place is told that only text is read, with the number to call, and reaches no bot."""
    harness = make(name)
    assert harness.deliver(harness.kind.media()[kind]) == 200
    (answer,) = harness.answers
    assert answer.startswith(ONLY_TEXT)
    assert harness.rasa.heard == []


def test_words_with_a_picture_are_read(harness: Harness) -> None:
    """The words under a picture are answered, and what became of the picture is said."""
    assert harness.deliver(harness.kind.captioned("is this normal?")) == 200
    assert harness.rasa.texts == ["is this normal?"]
    told = "\n".join(harness.answers)
    assert "You said: is this normal?" in told
    assert ONLY_TEXT in told


def test_an_emergency_under_a_picture_is_the_card_alone(harness: Harness) -> None:
    """A warning sign in the words under a picture gets its card, and not a word about pictures."""
    assert harness.deliver(harness.kind.captioned(EMERGENCY)) == 200
    (card,) = harness.answers
    assert "local emergency number now" in card
    assert "only read text" not in card


@pytest.mark.parametrize(("name", "kind"), SILENT, ids=[f"{name}-{kind}" for name, kind in SILENT])
def test_receipts_reactions_groups_and_echoes_get_silence(make: Make, name: str, kind: str) -> None:
    """What nobody said to the bot is acknowledged, reaches no bot, and gets no answer."""
    harness = make(name)
    assert harness.deliver(harness.kind.silent()[kind]) == 200
    assert (harness.rasa.heard, harness.answers, harness.fake.requests) == ([], [], 0)


@pytest.mark.parametrize("name", [name for name in sorted(KINDS) if KINDS[name]().edited("x")])
def test_an_edit_is_read_for_emergencies_alone(make: Make, name: str) -> None:
    """A corrected message is not answered again; one that now tells of a warning sign is."""
    harness = make(name)
    first = harness.kind.edited("hello there")
    assert first is not None
    assert (harness.deliver(first), harness.answers) == (200, [])
    harness.deliver(again(harness, EMERGENCY))
    assert len(harness.answers) == 1


def again(harness: Harness, text: str) -> Delivery:
    """The same edit under another id."""
    kind: Any = harness.kind
    if kind.name == "telegram":
        return kind.pack(kind.update({"text": text}, message_id="2", kind="edited_message"))
    if kind.name == "messenger":
        return kind.pack(kind.event({"message_edit": {"mid": "m_0", "text": text, "num_edit": 2}}))
    new, old = {"user": "U2147483697", "text": text}, {"user": "U2147483697", "text": "helo"}
    changed = {"subtype": "message_changed", "message": new, "previous_message": old}
    return kind.pack(kind.event(changed, message_id="2"))


@pytest.mark.parametrize("shown", [WORDS[2:3], WORDS[:3], WORDS, [*WORDS, *(f"Choice {n}" for n in range(8))]])
def test_a_press_says_the_words_of_the_button(harness: Harness, shown: list[str]) -> None:
    """Every button of an answer reaches the person, and pressing it is saying its words."""
    harness.rasa.says = lambda text: [{"text": "What would you like to know?", "buttons": buttons(*shown)}]
    answer = harness.write("hi")
    for number, words in enumerate(shown):
        pressed = [(said, place) for said in answer for place, brought in enumerate(said.payloads) if words == brought]
        told = "\n".join(said.text for said in answer)
        if pressed:
            harness.deliver(harness.kind.pressed(*pressed[0], message_id=str(100 + number)))
        else:
            assert words in told
            harness.deliver(
                harness.kind.text(
                    str(number + 1) if isinstance(harness.kind, Twilio) else words, message_id=str(100 + number)
                )
            )
        assert harness.rasa.texts[-1] == words
    assert harness.fake.refused == []


def test_the_words_of_a_button_can_be_typed(harness: Harness) -> None:
    """Typing what stands on a button is pressing it, also where it was shortened to fit."""
    harness.rasa.says = lambda text: [{"text": "What would you like to know?", "buttons": buttons(*WORDS)}]
    harness.write("hi")
    harness.write(WORDS[1], message_id="2")
    assert harness.rasa.texts[-1] == WORDS[1]


def test_words_of_any_length_and_kind_can_be_buttons(harness: Harness) -> None:
    """Buttons that are too long for the provider, or full of emoji, still say their words."""
    shown = ["x" * 300, "\U0001f489" * 40, "#what is this?", "Œ" * 70, "a" * 65]
    harness.rasa.says = lambda text: [{"text": "Which?", "buttons": buttons(*shown)}]
    answer = harness.write("hi")
    assert harness.fake.refused == []
    if harness.kind.name == "telegram":
        for number, words in enumerate(shown):
            harness.deliver(harness.kind.pressed(answer[-1], number, message_id=str(200 + number)))
            assert harness.rasa.texts[-1] == words


def test_a_telegram_button_whose_message_is_gone_is_answered_all_the_same(make: Make) -> None:
    """A reference that cannot be resolved any more is told so; the bot hears nothing."""
    harness = make("telegram")
    harness.rasa.says = lambda text: [{"text": "Which?", "buttons": buttons("x" * 100)}]
    (said,) = harness.write("hi")
    said.buttons = ["another"]
    harness.deliver(harness.kind.pressed(said, 0))
    assert harness.answers[-1].startswith("I cannot read that button any more.")
    assert harness.rasa.texts == ["hi"]


@pytest.mark.parametrize(
    ("name", "shown", "form"),
    [
        ("whatsapp", ["Yes", "Change something"], "button"),
        ("whatsapp", ["Yes", "No", "Change something", "Later"], "list"),
        ("whatsapp", ["How long until I feel better?"], "list"),
    ],
)
def test_whatsapp_buttons_or_a_list(make: Make, name: str, shown: list[str], form: str) -> None:
    """Up to 3 short words are reply buttons; more, or longer, are a list whose rows hold all the words."""
    harness = make(name)
    harness.rasa.says = lambda text: [{"text": "Which?", "buttons": buttons(*shown)}]
    (said,) = harness.write("hi")
    assert said.raw["interactive"]["type"] == form
    assert said.payloads == shown
    if form == "list":
        rows = said.raw["interactive"]["action"]["sections"][0]["rows"]
        assert [row.get("description", row["title"]) for row in rows] == shown


LENGTHS = {"whatsapp": 4096, "messenger": 2000, "telegram": 4096, "slack": 3000, "twilio_whatsapp": 1600}


@pytest.mark.parametrize("name", sorted(LENGTHS))
@pytest.mark.parametrize("word", ["word", "\U0001f489", "e\u0301x"], ids=["letters", "emoji", "accents"])
def test_a_long_answer_comes_whole_in_pieces_that_fit(make: Make, name: str, word: str) -> None:
    """Nothing of an answer is lost or cut inside of a word, in as few pieces as the provider's length allows."""
    harness = make(name)
    text = " ".join([word] * 3000)
    harness.rasa.says = lambda _: [{"text": text}]
    harness.write("hi")
    assert " ".join(harness.answers) == text
    size = utf16 if name == "telegram" else len
    assert all(size(piece) > LENGTHS[name] * 0.9 for piece in harness.answers[:-1])
    assert harness.fake.refused == []


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_card_of_an_emergency_goes_out_whole_and_alone(make: Make, name: str) -> None:
    """One message with all of the card; no button, no source, no link, nothing else."""
    harness = make(name, settings={"public": "https://chat.example.org"})
    harness.rasa.says = lambda text: [
        {"text": "About tablets.", "buttons": buttons(*WORDS), "custom": {"sources": [{"title": "NHS", "url": "x"}]}}
    ]
    (card,) = harness.write(EMERGENCY)
    assert card.text.endswith("Not better after 5 minutes: use a second pen.")
    assert "emergency number now. No pen? Call now. Say" in card.text
    assert (card.buttons, card.file) == ([], None)
    assert "NHS" not in card.text


@pytest.mark.parametrize("name", ["whatsapp", "sms", "twilio_whatsapp"])
def test_the_country_comes_from_the_phone_number(make: Make, name: str) -> None:
    """The numbers to call are those of the country that the phone is from; the local one is named too."""
    harness = make(name)
    (british,) = harness.write(EMERGENCY, message_id="1")
    (american,) = harness.write(EMERGENCY, message_id="2", person=1)
    assert british.text.startswith(CARD_GB)
    assert american.text.startswith(f"{PEN_FIRST}call 911 or your local emergency number now.")
    assert [message.metadata["country"] for message in harness.rasa.heard] == ["GB", "US"]


@pytest.mark.parametrize("name", ["messenger", "telegram", "slack"])
def test_where_no_number_is_known_neither_is_the_country(make: Make, name: str) -> None:
    """Without a phone number the card names the numbers of several countries."""
    harness = make(name)
    (card,) = harness.write(EMERGENCY)
    assert card.text.startswith(f"{PEN_FIRST}call 999, 911, 112 or your local emergency number now.")


def test_somebody_on_whatsapp_whose_number_is_hidden(make: Make) -> None:
    """An identifier in the place of a number is answered under that identifier, with its country."""
    harness = make("whatsapp")
    kind = harness.kind
    assert isinstance(kind, WhatsApp)
    hidden = {key: value for key, value in kind.said(EMERGENCY).items() if key != "from"}
    assert harness.deliver(kind.pack({**hidden, "from_user_id": "GB.13491208655302741918"})) == 200
    (said,) = harness.fake.said
    assert said.raw["recipient"] == "GB.13491208655302741918"
    assert said.text.startswith(CARD_GB)


def test_telegrams_start_is_a_greeting(make: Make) -> None:
    """The button that opens every chat with a bot says hello, and no slash reaches the bot as a command."""
    harness = make("telegram")
    for number, (sent, heard) in enumerate([("/start", "hello"), ("/start from_web", "hello"), ("/help", "help")]):
        harness.write(sent, message_id=str(number))
        assert harness.rasa.texts[-1] == heard


def test_slacks_marks_are_taken_off(make: Make) -> None:
    """Addresses, escapes and mentions arrive as somebody wrote them, and leave so that Slack shows them as they are."""
    harness = make("slack")
    harness.write("is &lt;2 &amp; &gt;1 ok? see <https://nhs.uk/b12|nhs.uk/b12> or <mailto:a@b.uk|a@b.uk> <@U123>")
    assert harness.rasa.texts == ["is <2 & >1 ok? see nhs.uk/b12 or a@b.uk @U123"]
    assert harness.fake.said[0].raw["text"].startswith("You said: is &lt;2 &amp; &gt;1 ok?")
    assert harness.fake.said[0].raw["mrkdwn"] is False


@pytest.mark.parametrize("name", sorted(KINDS))
def test_sources_are_named_where_there_is_room(make: Make, name: str) -> None:
    """An answer names its sources and whether a clinician has signed it; on SMS "says who?" does."""
    harness = make(name)
    sources = [{"title": "NHS, B12", "url": "https://nhs.uk", "checked": None}, {"title": "NHLBI", "url": "x"}]
    answer = {"kind": "answer", "review": "Dr A. Example signed it."}
    harness.rasa.says = lambda text: [{"text": "It takes days.", "custom": {**answer, "sources": sources}}]
    harness.write("how long?")
    shown = "Sources: NHS, B12 · NHLBI. Dr A. Example signed it."
    assert (shown in harness.answers[0]) is (name != "sms")


def test_a_message_of_nobodys_is_an_unreadable_one(make: Make) -> None:
    """A delivery that is signed but has none of the provider's forms is a 400, and nothing is answered."""
    for name in ("whatsapp", "messenger"):
        harness = make(name)
        kind: Any = harness.kind
        for body in (b"", b"[]", b"{}", b"null", b'{"object": "page"}', b'{"object": 7, "entry": []}', b"[" * 100_000):
            assert harness.deliver(kind.sign(body)) in (400, 413)
        assert harness.fake.requests == 0


PAGES = {
    "text": "Here is one page to print.",
    "custom": {
        "diary_files": {
            "key": "a key of a diary",
            "version": 0,
            "links": [
                {"label": "Open my summary", "url": "summary"},
                {"label": "For the clinic's computer (FHIR)", "url": "fhir.json"},
                {"label": "A picture of it", "url": "diary.svg"},
            ],
        }
    },
}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_page_the_picture_and_the_export_go_out_as_links(make: Make, name: str) -> None:
    """Each behind the public address, under its name."""
    harness = make(name, settings={"public": "https://chat.example.org"})
    harness.rasa.says = lambda _: [PAGES]
    harness.write("show me my summary")
    for place in range(4):
        if harness.answers[-1].endswith("Reply MORE to read on."):
            harness.write("MORE", message_id=str(place + 2))
    text = "\n".join(harness.answers)
    for label, file in (("Open my summary", "summary"), ("(FHIR)", "fhir.json"), ("A picture of it", "diary.svg")):
        assert re.search(rf"{re.escape(label)}: https://chat\.example\.org/plan/[^\s/]+/{file}\b", text), text


@pytest.mark.parametrize("name", ["messenger", "slack", "telegram", "whatsapp"])
def test_without_a_public_address_it_says_that_it_can_send_no_link(make: Make, name: str) -> None:
    """And where one can be had; nothing is said of links where there is none to send."""
    harness = make(name)
    harness.rasa.says = lambda _: [PAGES]
    harness.write("show me my summary", message_id="1")
    text = "\n".join(harness.answers)
    assert "I cannot send a link from here. The chat on your clinic's website can give you one" in text
    assert "/plan/" not in text
    harness.rasa.says = lambda _: [{"text": "Hello."}]
    harness.write("hello", message_id="2")
    assert "link" not in harness.answers[-1]
