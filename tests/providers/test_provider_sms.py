"""SMS: two segments at most, numbered words, MORE, and the words that phone companies and law know."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from b12guide.channels.inbox import Inbox
from b12guide.channels.pieces import segments
from b12guide.channels.twilio import HELP, MORE, START, START_AFTER_STOP, STOP
from b12guide.content import load_content
from b12guide.settings import CONTENT
from tests.providers.harness import Harness

Make = Callable[..., Harness]
EMERGENCY = "my throat is closing up after the injection"
LONG = " ".join(f"This is sentence number {number} of a long answer." for number in range(1, 31))
REST = "\nReply MORE to read on."


@pytest.fixture
def sms(make: Make) -> Harness:
    return make("sms")


class Texts:
    """Texts that somebody sends, each with an id of its own."""

    def __init__(self, harness: Harness) -> None:
        self.harness, self.number = harness, 0

    def __call__(self, text: str, **fields: str) -> list[str]:
        """What came back for `text`."""
        self.number += 1
        before = len(self.harness.fake.said)
        kind: Any = self.harness.kind
        assert (
            self.harness.deliver(kind.pack(kind.fields({"Body": text, **fields}, message_id=str(self.number)))) == 200
        )
        return self.harness.answers[before:]


def test_an_answer_is_two_sms_at_most_and_more_gives_the_rest(sms: Harness) -> None:
    """Every piece fits 2 segments, ends between words, says how to go on, and none of the answer is lost."""
    sms.rasa.says = lambda text: [{"text": LONG}]
    text = Texts(sms)
    parts = text("hi")
    while parts[-1].endswith(REST):
        assert len(parts) < 20
        parts += text("more")
    assert all(segments(part) <= 2 for part in parts)
    assert segments(parts[0]) == 2
    assert " ".join(part.removesuffix(REST) for part in parts) == LONG
    assert sms.rasa.texts == ["hi"]


def test_more_without_more_to_come_is_a_word_like_others(sms: Harness) -> None:
    """Where nothing is left, "more" is for the bot, which knows "tell me more"."""
    text = Texts(sms)
    text("hi")
    assert text("more") == ["You said: more"]


def test_a_new_answer_takes_the_place_of_what_was_left(sms: Harness) -> None:
    """What MORE gives belongs to the last answer."""
    sms.rasa.says = lambda text: [{"text": LONG if text == "long" else "Short."}]
    text = Texts(sms)
    text("long")
    text("short")
    assert text("MORE") == ["Short."]


def test_the_rest_and_the_choices_outlive_a_restart(make: Make, tmp_path: Path) -> None:
    """MORE and numbers mean the same to the next process."""
    first = make("sms", database=tmp_path / "shared.db")
    first.rasa.says = lambda text: [{"text": LONG, "buttons": [{"title": "Do I need injections?", "payload": "x"}]}]
    Texts(first)("hi")
    second = make("sms", database=tmp_path / "shared.db")
    text = Texts(second)
    text.number = 10
    assert text("MORE")[0].startswith("This is sentence number")
    assert text("1") == ["You said: Do I need injections?"]


def test_numbers_stand_for_words(sms: Harness) -> None:
    """A number of the list says its words, in every way that people write it; another number is what it is."""
    words = ["every 2 weeks", "twice a week"]
    text = Texts(sms)
    for sent, heard in (("1", words[0]), (" 2. ", words[1]), ("(2)", words[1]), ("3", "3"), ("0", "0"), ("12", "12")):
        sms.rasa.says = lambda _: [{"text": "Which?", "buttons": [{"title": word, "payload": word} for word in words]}]
        (asked,) = text("hi")
        assert asked.endswith("Reply with a number, or in your own words:\n1 every 2 weeks\n2 twice a week")
        sms.rasa.says = lambda _: [{"text": "Good."}]
        text(sent)
        assert sms.rasa.texts[-1] == heard
    text("1")
    assert sms.rasa.texts[-1] == "1"  # nothing was offered


@pytest.mark.parametrize("word", [*sorted(STOP), "stop", " Stop. ", "sToP!"])
def test_stop_is_confirmed_once_and_then_there_is_silence(sms: Harness, word: str) -> None:
    """After STOP one text says so, and nothing follows, whatever is written; the bot hears none of it."""
    text = Texts(sms)
    assert text(word) == ["B12 Guide will send you no more texts. Reply START to get them again."]
    assert [text(said) for said in (word, "hello", "1", "MORE", "how long until I feel better?")] == [[]] * 5
    assert sms.rasa.texts == []


@pytest.mark.parametrize("word", [*sorted(START | START_AFTER_STOP), "start", "Yes."])
def test_start_ends_a_stop(sms: Harness, word: str) -> None:
    """After START texts are answered again."""
    text = Texts(sms)
    text("STOP")
    (welcome,) = text(word)
    assert welcome.startswith("B12 Guide will answer your texts again.")
    assert text("hello") == ["You said: hello"]


def test_yes_is_a_word_like_others_where_nobody_said_stop(sms: Harness) -> None:
    """ "Yes" answers the bot's question."""
    assert Texts(sms)("YES") == ["You said: YES"]


@pytest.mark.parametrize("word", ["HELP", "help", "INFO", "Help!"])
def test_help_says_what_this_is_and_whom_to_call(sms: Harness, word: str) -> None:
    """HELP is answered by the channel, the emergency number first; after STOP too."""
    text = Texts(sms)
    (told,) = text(word)
    assert told.startswith("In an emergency, call 999 or your local emergency number. B12 Guide")
    assert "It is a computer program." in told
    assert "STOP" in told
    assert segments(told) <= 2
    text("STOP")
    assert text(word) == [told]
    assert sms.rasa.texts == []


def test_words_of_the_channel_inside_of_a_sentence_are_the_bots(sms: Harness) -> None:
    """Only the word alone is a keyword."""
    text = Texts(sms)
    for said in ("can i stop my injections", "help me plan", "start of my plan", "end of march", "tell me more"):
        assert text(said) == [f"You said: {said}"]


def test_an_emergency_is_answered_after_stop(sms: Harness) -> None:
    """Somebody who said STOP and now has a warning sign gets the card, and silence again afterwards."""
    text = Texts(sms)
    text("STOP")
    (card,) = text(EMERGENCY)
    assert card.startswith("Adrenaline (epinephrine) pen? Use it at once, then call 999 or")
    assert text("thanks") == []


@pytest.mark.parametrize("told", ["STOP", "START", "HELP"])
def test_where_twilio_answers_its_words_the_channel_does_not(sms: Harness, told: str) -> None:
    """With Twilio's Advanced Opt-Out, Twilio has answered: it is honoured here and not answered twice."""
    text = Texts(sms)
    assert text("arret", OptOutType=told) == []
    assert text("hello") == ([] if told == "STOP" else ["You said: hello"])


def test_stop_outlives_a_restart_and_forgetting(make: Make, tmp_path: Path) -> None:
    """STOP is kept on disk, under a name that is no phone number, and longer than all else."""
    database = tmp_path / "shared.db"
    now = [1000.0]
    first = make("sms", inbox=Inbox(f"sqlite:///{database}", timeout_seconds=20, clock=lambda: now[0]))
    Texts(first)("STOP")
    now[0] += 400 * 86_400
    first.run(first.inbox.forget_old())
    first.run(first.channel.forget(first.channel.names.conversation("sms", "+447911123456")))
    second = make("sms", database=database)
    text = Texts(second)
    text.number = 10
    assert text("hello") == []
    with sqlite3.connect(database) as connection:
        assert "7911123456" not in str(connection.execute("SELECT * FROM channel_people").fetchall())


def test_stop_holds_while_the_database_is_away(make: Make, tmp_path: Path) -> None:
    """STOP that cannot be written at once is honoured at once, and written once the database is back."""
    folder = tmp_path / "folder"
    folder.mkdir()
    away = make("sms", database=folder)
    text = Texts(away)
    assert len(text("STOP")) == 1
    assert text("hello") == []


def test_forgetting_deletes_what_the_channel_kept(sms: Harness) -> None:
    """ "Forget me" takes the rest of an answer and the choices along."""
    sms.rasa.says = lambda text: [{"text": LONG, "buttons": [{"title": "Yes", "payload": "Yes"}]}]
    text = Texts(sms)
    text("hi")
    conversation = sms.rasa.heard[0].sender_id
    assert sms.run(sms.inbox.kept(conversation)).choices == ["Yes"]
    sms.run(sms.channel.forget(conversation))
    kept = sms.run(sms.inbox.kept(conversation))
    assert (kept.rest, kept.choices, kept.stopped) == ("", [], False)


def test_what_more_gives_is_forgotten_after_a_day(make: Make, tmp_path: Path) -> None:
    """The rest of an answer does not lie around."""
    now = [1000.0]
    sms = make("sms", inbox=Inbox(f"sqlite:///{tmp_path / 'x.db'}", timeout_seconds=20, clock=lambda: now[0]))
    sms.rasa.says = lambda text: [{"text": LONG}]
    Texts(sms)("hi")
    now[0] += 86_401
    sms.run(sms.inbox.forget_old())
    assert sms.run(sms.inbox.kept(sms.rasa.heard[0].sender_id)).rest == ""


def test_bullets_and_quotes_cost_no_second_alphabet(sms: Harness) -> None:
    """Typographic characters are sent as their plain kin, so that a segment holds 160 characters and not 70."""
    sms.rasa.says = lambda text: [{"text": "• “Loading” – 2 weeks…\u00a0then ‘monthly’"}]
    assert Texts(sms)("hi") == ["- \"Loading\" - 2 weeks... then 'monthly'"]


def test_no_button_is_a_word_of_the_phone_companies() -> None:
    """No button of the content but the "Yes" of a plan is a word that phone companies take for their own."""
    content = load_content(CONTENT)
    said = {button.title.upper() for button in content.reply_buttons()}
    assert said & (STOP | START | HELP | {MORE}) == set()


def test_the_card_of_an_emergency_is_whole_however_many_sms_it_takes(sms: Harness) -> None:
    """No card waits for MORE."""
    (card,) = Texts(sms)(EMERGENCY)
    assert segments(card) > 2
    assert card.endswith("Not better after 5 minutes: use a second pen.")


def test_a_text_to_a_messaging_service_is_answered_by_it(make: Make) -> None:
    """With a messaging service in the place of a number, Twilio chooses the number."""
    harness = make("sms", settings={"sender": "MG" + "0" * 32})
    assert harness.write("hello") == []
    assert harness.fake.refused == ["21603"]  # the stand-in knows the number alone
    assert harness.fake.requests == 1
