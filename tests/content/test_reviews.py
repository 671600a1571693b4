"""Signatures: what they are about, what voids them, when they are due, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from b12guide.content.prose import grade_faults
from b12guide.review import MONTHS_VALID, Reviews, load_reviews, load_sheets
from b12guide.review.check import main as check_content
from b12guide.review.sign import SignError, main, sign
from b12guide.safety import load_languages

TOPIC, OTHER, CARD = "time_to_feel_better", "typical_dose", "urgent_nerves"
FILE = f"topics/{TOPIC}.yml"
SIGNED_ON, DUE = date(2026, 11, 22), date(2027, 11, 22)
WHO, HASH = "name: Dr A\nrole: GP\n", "hash: sha256:0123456789abcdef\n"
AGAIN = "A new review is due by Monday 22 November 2027."
QUESTION = '"How long until I feel better?"'

Sign = Callable[..., Path]


@pytest.fixture
def signs(folder: Path) -> Sign:
    """Signs sheets of the copy as they are now."""

    def put(*names: str, name: str = "Dr A. Example", role: str = "GP", today: date = SIGNED_ON) -> Path:
        sheets = load_sheets(folder)
        for of in names:
            sign(folder, sheets, of=of, name=name, role=role, read=sheets[of].hash, today=today)
        return folder / "reviews"

    return put


def reviews(folder: Path) -> Reviews:
    return load_reviews(folder, load_sheets(folder))


def standings(folder: Path, *names: str, today: date = SIGNED_ON) -> list[str]:
    found = reviews(folder)
    return [found.state(name, today).standing for name in names]


def findings(folder: Path, capsys: pytest.CaptureFixture[str], today: str = "2026-11-22") -> list[str]:
    status = check_content([str(folder), "--today", today])
    lines = capsys.readouterr().out.splitlines()
    assert status == bool(lines)
    return lines


def test_a_year_is_how_long_a_signature_holds() -> None:
    """The setting that all other days follow from."""
    assert MONTHS_VALID == 12


def test_a_signature_holds_for_its_sheet_alone(folder: Path, signs: Sign) -> None:
    """What was signed is signed, until its day; nothing else is."""
    signs(TOPIC, CARD)
    assert standings(folder, TOPIC, CARD, OTHER) == ["signed", "signed", "unsigned"]
    assert standings(folder, TOPIC, today=DUE) == ["signed"]
    assert standings(folder, TOPIC, today=date(2027, 11, 23)) == ["overdue"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FILE, "Some people feel better in days, others in weeks.", "Some people feel better in days."),
        (FILE, "Nobody can promise a date.\n    Write down", "Nobody can promise.\n    Write down"),
        (
            FILE,
            "others in weeks, and nobody can promise a date.\n      If they feel",
            "others later.\n      If they feel",
        ),
        (FILE, "question: How soon will I have more energy?", "question: When will I have more energy?"),
        (FILE, "sources: [NHS-AB, NHLBI, FDA-H, FDA-C, ADAM, NHS-W]", "sources: [NHS-AB, NHLBI, FDA-H, FDA-C, ADAM]"),
        (FILE, "  - 'same day'\n", ""),
        (FILE, "follow_up: [nerve_recovery, not_improving,", "follow_up: [not_improving, nerve_recovery,"),
        (FILE, "level: none", "level: routine"),
        ("sources.yml", 'title: "About hydroxocobalamin"', 'title: "On hydroxocobalamin"'),
        ("safety/numbers.yml", 'NZ: {say: "111", calls: ["111"]', 'NZ: {say: "112", calls: ["112"]'),
    ],
    ids=["short", "more", "carer", "question", "sources", "must_not_say", "follow_up", "level", "source", "number"],
)
def test_a_change_of_what_is_signed_voids_it(folder: Path, signs: Sign, plant, name: str, old: str, new: str) -> None:
    """Any text that a patient reads, what it rests on and what it must not say: the signature is void."""
    signs(TOPIC)
    plant(name, old, new)
    assert standings(folder, TOPIC) == ["changed"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FILE, "      - when does the tiredness lift\n", "      - when does tiredness go\n"),
        (FILE, "      - when does it lift\n", "      - when will it lift\n"),
        (FILE, "id: time_to_feel_better\n", "# How soon it works.\nid: time_to_feel_better\n"),
        (FILE, "review_due: 2027-05-20", "review_due: 2028-05-20"),
        (FILE, "last_checked: null", "last_checked: 2026-11-20"),
        (FILE, "a source for it has been opened.", "a source was opened."),
        (f"topics/{OTHER}.yml", "level: ", "level:  "),
    ],
    ids=["ask", "leaning", "comment", "due", "checked", "note", "other topic"],
)
def test_what_no_patient_reads_voids_nothing(folder: Path, signs: Sign, plant, name: str, old: str, new: str) -> None:
    """Ways to ask, comments, editors' notes and days are not signed."""
    signs(TOPIC)
    plant(name, old, new)
    assert standings(folder, TOPIC) == ["signed"]


def test_a_card_is_void_when_its_number_or_a_shared_sentence_changes(folder: Path, signs: Sign, plant) -> None:
    """A card is signed with the sentences that it shares with others, and with the numbers of each country."""
    signs(CARD, "urgent_eyes", "emergency_sight", "emergency_still")
    plant("safety/cards_urgent.yml", 'nobody: "Nobody watches this chat."', 'nobody: "This chat is not watched."')
    assert (
        standings(folder, CARD, "urgent_eyes", "emergency_sight", "emergency_still") == ["changed"] * 2 + ["signed"] * 2
    )


def test_a_language_is_signed_without_its_patterns(folder: Path, signs: Sign, plant) -> None:
    """What is answered in another language is signed; the words that are looked for are not."""
    signs("language_es", "language_fr")
    plant("languages/es.yml", '"labios ~2 azules/morados/azulados"', '"labios ~2 azules/morados"')
    load_languages.cache_clear()
    assert standings(folder, "language_es") == ["signed"]
    load_languages.cache_clear()
    plant("languages/es.yml", "Quédese con la persona enferma.", "No la deje.")
    assert standings(folder, "language_es", "language_fr") == ["changed", "signed"]


def test_a_signature_by_hand_counts(folder: Path) -> None:
    """Four lines written by hand are a signature, as those of the command."""
    (folder / "reviews").mkdir()
    text = f"name: Dr A. Example\nrole: GP\ndate: 2026-11-22\nhash: {load_sheets(folder)[TOPIC].hash}\n"
    (folder / "reviews" / f"{TOPIC}.yml").write_text(text, encoding="utf-8")
    assert standings(folder, TOPIC) == ["signed"]


def test_a_good_signature_has_no_findings(folder: Path, signs: Sign, capsys: pytest.CaptureFixture[str]) -> None:
    """A signature that holds, its texts beside it and the folder's own files are all well, on its last day too."""
    signs(OTHER, CARD)
    (folder / "reviews" / "README.md").write_text("Signatures.", encoding="utf-8")
    assert findings(folder, capsys) == []


def test_a_void_signature_is_told_with_its_way_out(
    folder: Path, signs: Sign, plant, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, who, when, and the page that says what changed and how to sign again."""
    path = signs(TOPIC, OTHER) / f"{TOPIC}.yml"
    plant(FILE, "Some people feel better in days, others in weeks.", "Some people feel better in days.")
    now = load_sheets(folder)[TOPIC].hash
    assert findings(folder, capsys) == [
        f"{path}:4: hash: {TOPIC} was signed by Dr A. Example (GP) on 2026-11-22, and its texts have changed "
        f"since (now {now}), so it is void; run `make review` and read build/review/{TOPIC}.html; it says how to sign again"
    ]


def test_an_overdue_signature_is_told(folder: Path, signs: Sign, capsys: pytest.CaptureFixture[str]) -> None:
    """The day after the last one, and not before."""
    path = signs(CARD, today=date(2025, 11, 21)) / f"{CARD}.yml"
    (line,) = findings(folder, capsys)
    assert line.startswith(
        f"{path}:3: date: {CARD} was signed by Dr A. Example (GP) on 2025-11-21, and a new review was due by 2026-11-21"
    )
    assert findings(folder, capsys, "2026-11-21") == []


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("cure_all.yml", "name: A B\n", "1: there is no cure_all to sign; name the file as `make review` names its"),
        (f"{TOPIC}.yml", "name: [\n", "not valid YAML"),
        (f"{TOPIC}.yml", "", "the file: None is not of type 'object'"),
        (f"{TOPIC}.yml", "name: Dr A\nrole: GP\ndate: 2026-11-22\n", "1: the file: 'hash' is a required property"),
        (f"{TOPIC}.yml", f"{WHO}date: soon\n{HASH}", "3: date: 'soon' does not match"),
        (f"{TOPIC}.yml", f"{WHO}date: 2026-02-30\n{HASH}", "3: date: 2026-02-30 is not a day"),
        (f"{TOPIC}.yml", "name: Dr A\nrole: GP\ndate: 2026-11-22\nhash: x0123\n", "4: hash: 'x0123' "),
        (f"{TOPIC}.yml", f"name: ' '\nrole: GP\ndate: 2026-11-22\n{HASH}", "1: name: ' ' does not match"),
        (f"{TOPIC}.yml", "name: Dr A\nname: Dr B\n", "2: 'name' stands here twice"),
        (f"{TOPIC}.yaml", "name: Dr A\n", "1: is neither a signature (NAME.yml) nor the text"),
        (f"{TOPIC}.txt", "sheet\n", "1: is neither a signature (NAME.yml) nor the text"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_and_counts_for_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, message: str
) -> None:
    """One line with file, line and way out; the chat goes on, and says that nobody has signed."""
    path = folder / "reviews" / file
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    (line,) = findings(folder, capsys)
    assert line.startswith(f"{path}:")
    assert message in line
    assert reviews(folder).summary(SIGNED_ON) == "No clinician has signed off my answers yet."


def test_a_signature_of_a_day_to_come_is_told(folder: Path, signs: Sign, capsys: pytest.CaptureFixture[str]) -> None:
    """Tomorrow is today somewhere; the day after is nowhere."""
    path = signs(CARD, today=date(2026, 11, 24)) / f"{CARD}.yml"
    assert findings(folder, capsys, "2026-11-23") == []
    assert findings(folder, capsys) == [f"{path}:3: date: 2026-11-24 is still to come; write the day of the signature"]


def test_texts_that_were_not_kept_are_told(folder: Path, signs: Sign, capsys: pytest.CaptureFixture[str]) -> None:
    """The signature holds, and the file with what was signed is asked for; another text in it is no such file."""
    kept = signs(CARD) / f"{CARD}.txt"
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace("Nobody watches", "Somebody watches"), encoding="utf-8")
    assert findings(folder, capsys) == [
        f"{kept}:1: is not what was signed; copy build/review/{CARD}.txt (`make review`) over it"
    ]
    kept.unlink()
    (line,) = findings(folder, capsys)
    assert line.endswith(f"is missing or cannot be read; copy build/review/{CARD}.txt to it")
    assert standings(folder, CARD) == ["signed"]


def test_the_command_signs_what_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any name is kept as it was given, and the hash counts with and without its beginning."""
    digits = load_sheets(folder)[TOPIC].hash.removeprefix("sha256:")
    given = ["--of", TOPIC, "--hash", digits, "--name", "Dr Zoë O'Brien: #1", "--role", "GP & lead"]
    assert main(["--content", str(folder), *given]) == 0
    signature = reviews(folder).signatures[TOPIC]
    assert (signature.name, signature.role) == ("Dr Zoë O'Brien: #1", "GP & lead")
    assert f"Signed: {folder}/reviews/{TOPIC}.yml" in capsys.readouterr().out
    assert (folder / "reviews" / f"{TOPIC}.txt").read_text(encoding="utf-8") == load_sheets(folder)[TOPIC].kept


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"of": "typical_doze"}, "there is no typical_doze to sign. Nearest: typical_dose."),
        ({"of": ""}, "there is no TOPIC to sign. Every name is on build/review/index.html (`make review`)."),
        ({"read": ""}, f"HASH is missing; run `make review`, read build/review/{OTHER}.html, and copy"),
        ({"read": "sha256:0123456789abcdef"}, f"the texts of {OTHER} are not those with the hash sha256:0123"),
        ({"name": " "}, 'name: \'\' does not match'),
        ({"role": ""}, 'Give NAME="..." and ROLE="...".'),
    ],
)  # fmt: skip
def test_the_command_signs_nothing_else(folder: Path, changed: dict[str, str], message: str) -> None:
    """What is not known, was not read, or has no name is refused, and nothing is written."""
    sheets = load_sheets(folder)
    given = {"of": OTHER, "name": "Dr A. Example", "role": "GP", "read": sheets[OTHER].hash, **changed}
    with pytest.raises(SignError) as refused:
        sign(folder, sheets, today=SIGNED_ON, **given)
    assert message in str(refused.value)
    assert not (folder / "reviews").exists()


def test_a_refusal_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says why on standard error and ends with 2; content that cannot be used is named there too."""
    assert main(["--content", str(folder), "--of", OTHER]) == 2
    assert capsys.readouterr().err.startswith("Not signed: HASH is missing; ")
    assert main(["--content", str(folder / "nowhere"), "--of", OTHER]) == 2
    assert "topic.schema.json" in capsys.readouterr().err


def test_the_summary_says_how_much_who_and_until_when(folder: Path, signs: Sign) -> None:
    """Nothing signed, a part, all; the first day that is due counts, and what is void or overdue does not."""
    assert reviews(folder).summary(SIGNED_ON) == "No clinician has signed off my answers yet."
    signs(TOPIC, today=date(2026, 6, 1))
    signs(OTHER, name="B. Example", role="nurse")
    found = reviews(folder)
    assert found.summary(SIGNED_ON) == (
        "Signed off so far: 2 of my 34 answers, by Dr A. Example (GP) and B. Example (nurse). A new review is due by "
        "Tuesday 1 June 2027."
    )
    assert found.summary(date(2027, 6, 2)) == (
        "Signed off so far: 1 of my 34 answers, by B. Example (nurse). A new review is due by Monday 22 November 2027."
    )
    assert found.summary(date(2028, 1, 1)) == "No clinician has signed off my answers yet."
    signs(*found.sheets.content.topics)
    assert reviews(folder).summary(SIGNED_ON) == (
        "All my answers are signed off: by Dr A. Example (GP). A new review is due by Monday 22 November 2027."
    )


def test_many_signers_are_counted(folder: Path, signs: Sign) -> None:
    """Three are named, the others are a number."""
    for number, topic in enumerate(list(load_sheets(folder).content.topics)[:5]):
        signs(topic, name=f"Dr {number}")
    assert "by Dr 0 (GP), Dr 1 (GP), Dr 2 (GP) and 2 more. " in reviews(folder).summary(SIGNED_ON)


def test_an_answer_says_how_its_signature_stands(folder: Path, signs: Sign, plant) -> None:
    """Unsigned, signed, overdue, changed; of several topics each by name; a text that is no topic's is unsigned."""
    pending = "No clinician has signed off this answer yet."
    assert reviews(folder).of_answer([TOPIC], SIGNED_ON) == pending
    signs(TOPIC)
    found = reviews(folder)
    signed = f"{QUESTION} was signed off by Dr A. Example (GP) on Sunday 22 November 2026. {AGAIN}"
    assert found.of_answer([TOPIC], SIGNED_ON) == signed
    assert found.of_answer([OTHER], SIGNED_ON) == found.of_answer([], SIGNED_ON) == pending
    assert found.of_answer([OTHER, "gone"], SIGNED_ON) == pending
    dose = found.sheets.content.topic(OTHER).question
    assert found.of_answer([OTHER, TOPIC], SIGNED_ON) == f'{signed} No clinician has signed off "{dose}" yet.'
    assert found.of_answer([TOPIC], date(2028, 1, 1)) == signed.replace("review is due", "review was due")
    plant(FILE, "Some people feel better in days, others in weeks.", "Some people feel better in days.")
    assert reviews(folder).of_answer([TOPIC], SIGNED_ON) == (
        f"{QUESTION} has new words since a clinician signed it off. Nobody has signed those yet."
    )


def test_the_page_to_print_says_who_checked_it(folder: Path, signs: Sign) -> None:
    """Nobody, somebody, somebody a while ago."""
    assert reviews(folder).of_plan_page(SIGNED_ON) is None
    signs("plan_page")
    found = reviews(folder)
    who = "Dr A. Example (GP) on Sunday 22 November 2026. A new check"
    assert found.of_plan_page(SIGNED_ON) == f"{who} is due by Monday 22 November 2027"
    assert found.of_plan_page(date(2028, 1, 1)) == f"{who} was due by Monday 22 November 2027"


def test_what_is_said_of_signatures_is_plain(folder: Path, signs: Sign) -> None:
    """The sentences read at the grade of all other texts."""
    signs(TOPIC)
    found = reviews(folder)
    said = [found.summary(SIGNED_ON), found.of_answer([TOPIC], SIGNED_ON), found.of_answer([TOPIC, OTHER], SIGNED_ON)]
    said += [found.of_answer([OTHER], SIGNED_ON), found.of_answer([TOPIC], date(2028, 1, 1))]
    assert [list(grade_faults(text, found.sheets.content.uncounted)) for text in said] == [[]] * len(said)
