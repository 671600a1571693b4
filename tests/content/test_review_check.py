"""Signatures that `make check-content` refuses, and what `make sign` writes and refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from b12guide.review import Reviews, load_reviews, load_sheets
from b12guide.review.check import main as check_content
from b12guide.review.sign import SignError, main, sign

TOPIC, OTHER, CARD = "time_to_feel_better", "typical_dose", "urgent_nerves"
FILE = f"topics/{TOPIC}.yml"
SIGNED_ON = date(2026, 11, 22)
WHO, HASH = "name: Dr A\nrole: GP\n", "hash: sha256:0123456789abcdef\n"

Signs = Callable[..., Path]


def reviews(folder: Path) -> Reviews:
    return load_reviews(folder, load_sheets(folder))


def findings(folder: Path, capsys: pytest.CaptureFixture[str], today: str = "2026-11-22") -> list[str]:
    status = check_content([str(folder), "--today", today])
    lines = capsys.readouterr().out.splitlines()
    assert status == (not lines[0].startswith("No fault. "))
    told = (at for at, line in enumerate(lines) if line.removeprefix("No fault. ").startswith("Signed: "))
    return lines[: next(told, len(lines))]


def test_a_good_signature_has_no_findings(folder: Path, signs: Signs, capsys: pytest.CaptureFixture[str]) -> None:
    """A signature that holds, its texts beside it and the folder's own files are all well, on its last day too."""
    signs(OTHER, CARD)
    (folder / "reviews" / "README.md").write_text("Signatures.", encoding="utf-8")
    assert findings(folder, capsys) == []


def test_a_void_signature_is_told_with_its_way_out(
    folder: Path, signs: Signs, plant, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, who, when, and the page that says what changed and how to sign again."""
    path = signs(TOPIC, OTHER) / f"{TOPIC}.yml"
    plant(FILE, "Some people feel better in days, others in weeks.", "Some people feel better in days.")
    now = load_sheets(folder)[TOPIC].hash
    assert findings(folder, capsys) == [
        f"{path}:4: hash: {TOPIC} was signed by Dr A. Example (GP) on 2026-11-22, and its texts have changed "
        f"since (now {now}), so it is void; run `make review` and read build/review/{TOPIC}.html; it says how to sign "
        f"again; or put the texts back as they were signed; or take it back: delete {path} and "
        f"{path.with_suffix('.txt')}"
    ]
    path.with_suffix(".txt").unlink()
    (line,) = findings(folder, capsys)
    assert line.endswith(f"or take it back: delete {path}")


def test_an_overdue_signature_is_told(folder: Path, signs: Signs, capsys: pytest.CaptureFixture[str]) -> None:
    """The day after the last one, and not before."""
    path = signs(CARD, today=date(2025, 11, 21)) / f"{CARD}.yml"
    (line,) = findings(folder, capsys)
    assert line.startswith(
        f"{path}:3: date: {CARD} was signed by Dr A. Example (GP) on 2025-11-21, and a new review was due by 2026-11-21"
    )
    assert line.endswith(f"; or take it back: delete {path} and {path.with_suffix('.txt')}")
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
        (f"{TOPIC}.yml", f"name: your name\nrole: GP\ndate: 2026-11-22\n{HASH}", "1: name: 'your name' stands for who"),
        (f"{TOPIC}.yml", f"{WHO}date: the day, as 2026-03-05\n{HASH}", "3: date: 'the day, as 2026-03-05' does not"),
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


def test_a_signature_of_a_day_to_come_is_told(folder: Path, signs: Signs, capsys: pytest.CaptureFixture[str]) -> None:
    """Tomorrow is today somewhere; the day after is nowhere."""
    path = signs(CARD, today=date(2026, 11, 24)) / f"{CARD}.yml"
    assert findings(folder, capsys, "2026-11-23") == []
    assert findings(folder, capsys) == [f"{path}:3: date: 2026-11-24 is still to come; write the day of the signature"]


def test_texts_that_were_not_kept_are_told(folder: Path, signs: Signs, capsys: pytest.CaptureFixture[str]) -> None:
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
    assert reviews(folder).state(CARD, SIGNED_ON).standing == "signed"


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
        ({"name": " "}, 'NAME is missing; patients read who signed and what they are. Give NAME="...".'),
        ({"role": ""}, 'Give ROLE="...".'),
        ({"name": "Your name"}, 'NAME="your name" is what stands for who signs. Give NAME="...", as patients read it.'),
        ({"role": "what you are "}, 'ROLE="what you are" is what stands for who signs.'),
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


def test_what_the_check_refuses_is_not_signed(folder: Path, plant) -> None:
    """A topic with a fault is not signed, and the fault is named; one without is."""
    plant(FILE, "Some people feel better in days, others in weeks.", "Some people should feel better in days.")
    sheets = load_sheets(folder)
    given = {"name": "Dr A. Example", "role": "GP", "today": SIGNED_ON}
    with pytest.raises(SignError, match="`make check-content` refuses texts of time_to_feel_better") as refused:
        sign(folder, sheets, of=TOPIC, read=sheets[TOPIC].hash, **given)
    assert "should" in str(refused.value)
    assert not (folder / "reviews").exists()
    sign(folder, sheets, of=OTHER, read=sheets[OTHER].hash, **given)


def test_a_signature_in_the_place_of_another_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who signs what somebody else has signed is told whose signature gives way; one's own anew says nothing."""
    given = ["--content", str(folder), "--of", TOPIC, "--hash", load_sheets(folder)[TOPIC].hash, "--role", "GP"]
    for name in ("Dr One", "Dr One", "Dr Two"):
        assert main([*given, "--name", name]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("It takes the place")]
    assert len(told) == 1
    assert told[0].startswith("It takes the place of that of Dr One (GP) of ")


def test_who_signed_is_said_beside_a_fault(
    folder: Path, signs: Signs, plant, capsys: pytest.CaptureFixture[str]
) -> None:
    """One signature that is void hides none of those that hold, and is not counted among them."""
    signs(TOPIC, OTHER)
    plant(FILE, "Some people feel better in days, others in weeks.", "Some people feel better in days.")
    assert check_content([str(folder), "--today", "2026-11-22"]) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Signed: 1.",
        f"{OTHER}: signed by Dr A. Example (GP) on 2026-11-22, to be looked at again by 2027-11-22",
    ]


def test_who_signed_is_said_where_all_is_well(folder: Path, signs: Signs, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a fault the check says so, and who signed what until when."""
    assert check_content([str(folder), "--today", "2026-11-22"]) == 0
    assert capsys.readouterr().out == "No fault. Signed: nothing yet.\n"
    signs(TOPIC)
    assert check_content([str(folder), "--today", "2026-11-22"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "No fault. Signed: 1.",
        f"{TOPIC}: signed by Dr A. Example (GP) on 2026-11-22, to be looked at again by 2027-11-22",
    ]
