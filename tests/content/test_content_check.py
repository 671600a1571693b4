"""`make check-content`: passes on the published content, and refuses every fault planted in a copy of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.review.check import main

CONTENT = Path(__file__).parents[2] / "content"

TODAY = ["--today", "2026-11-20"]
TOPIC = "topics/time_to_feel_better.yml"
SHORT = "Blood tests can get better before you feel it."
LONG = " ".join(["word"] * 20) + " ending."
HARD = "Haematological normalisation characteristically precedes neurological rehabilitation considerably."


def test_the_published_content_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is found in the content of this repository."""
    assert main([str(folder), *TODAY]) == 0
    assert capsys.readouterr().out.startswith("No fault. ")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (TOPIC, SHORT, "Take 1,000 mcg.", "short: 'mcg'; write 'microgram' in full"),
        (TOPIC, SHORT, "Take 1,000 µg.", "short: 'µg'; write 'microgram' in full"),
        (TOPIC, SHORT, "Call by 03/04/2026.", "short: '03/04/2026'; write a date as"),
        (TOPIC, SHORT, "Call by 2026-04-03.", "short: '2026-04-03'; write a date as"),
        (TOPIC, SHORT, "Call by 3.4.26.", "short: '3.4.26'; write a date as"),
        (TOPIC, SHORT, "It is fine to wait.", "short: 'fine to wait'; never say that waiting is safe"),
        (TOPIC, SHORT, "You may have 1,000mg.", "short: '1,000mg'; 1,000 micrograms is 1mg"),
        (TOPIC, SHORT, "You should call.", "short: 'should'; say what people do"),
        (TOPIC, SHORT, "Don't worry.", "short: 'Don't worry'; say what to do instead"),
        (TOPIC, SHORT, "Please do not worry.", "short: 'do not worry'; say what to do instead"),
        (TOPIC, SHORT, "Have the jab.", "short: 'jab'; write 'injection'"),
        (TOPIC, SHORT, "**Call** now.", "short: '**'; keep the text plain"),
        (TOPIC, SHORT, "See https://nhs.uk now.", "short: 'https://'; keep the text plain"),
        (TOPIC, SHORT, LONG, "short: a sentence of 21 words"),
        (TOPIC, SHORT, "It is so. " * 20, "short: 90 words; 80 at most"),
        (TOPIC, SHORT, "You will feel better.", "short: says 'You will feel better', which this topic must not say"),
        (TOPIC, "Nerves heal more slowly than blood.", "You feel it the same day.", "more.2: says 'same day'"),
        (TOPIC, "It may not all go.", "It will all come back.", "simpler: says 'will all come back'"),
        (TOPIC, "Some people feel better in a few days.", HARD, "simpler: reading grade "),
        (TOPIC, "Nerves that went without B12 for a long time may not heal fully.", HARD, "why: reading grade "),
        (TOPIC, "New or worse numbness, weak legs or trouble when you walk", HARD[:-1], "contact: reading grade "),
        (TOPIC, "How long until I feel better?", "When should I feel better?", "question: 'should'"),
        (TOPIC, "What would mean that it is not working?", "Should I call?", "ask_clinician.1: 'Should'"),
        (TOPIC, "review_due: 2027-05-20", "review_due: 2026-11-19", "review_due: the review was due on 2026-11-19"),
        (TOPIC, "last_checked: null", "last_checked: 2026-11-21", "last_checked: 2026-11-21 is still to come"),
        (TOPIC, "'guarantee'", "'guarantee('", "must_not_say.3: not a regular expression"),
        (
            TOPIC,
            "follow_up: [nerve_recovery, not_improving, monitoring_after_starting]",
            "follow_up: [nerve_recovery, time_to_feel_better]",
            "follow_up.1: time_to_feel_better leads nowhere",
        ),
        (
            TOPIC,
            "sources: [NHS-AB, NHLBI, FDA-H,",
            "sources: [NHS-ABC, NHLBI, FDA-H,",
            "source NHS-ABC is not in sources.yml",
        ),
        (
            "sources.yml",
            "\nNICE-REC:",
            "\nSPARE:\n  publisher: A\n  title: B\n  url: https://c.org\n  dated: null\n  read: d\n  checked: null\n"
            "\nNICE-REC:",
            "nothing uses the source SPARE; delete it",
        ),
        ("glossary.yml", "The last part of the small gut.", "The last part, 500 mcg.", "ileum: 'mcg'; write"),
        ("glossary.yml", "sources: [BSH, AAFP17]", "sources: [BSH, NOBODY]", "mma: source NOBODY is not in"),
        ("glossary.yml", "also: [methylmalonic acid]", "also: [MCV]", "mcv: 'MCV' is already a name of mma"),
        ("refusals.yml", "out_of_scope:\n", "thanks:\n", "thanks is in small_talk.yml as well; keep one"),
        ("small_talk.yml", "You are welcome.", "Don't worry.", "thanks: 'Don't worry'; say what to do instead"),
        ("small_talk.yml", "All right. I have kept our", HARD + " I have kept our", "keep_data: reading grade "),
        (
            "refusals.yml",
            "topic: schedule_differences_between_people",
            "topic: flying",
            "the button 'Why do plans differ?' leads nowhere",
        ),
    ],
)
def test_a_planted_fault_is_refused(
    folder: Path, plant, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, message: str
) -> None:
    """Each fault is found, named with its file and line, and stops the check."""
    plant(name, old, new)
    assert main([str(folder), *TODAY]) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if message in line]
    assert len(found) == 1
    path, line, _ = found[0].split(":", 2)
    assert path == str(folder / name)
    assert 1 <= int(line) <= len((folder / name).read_text(encoding="utf-8").splitlines())


def test_a_source_dated_in_the_future_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has opened an original tomorrow."""
    path = folder / "sources.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("checked: null", "checked: 2026-11-21", 1), "utf-8")
    assert main([str(folder), *TODAY]) == 1
    assert "NICE-REC: checked on 2026-11-21, which is still to come" in capsys.readouterr().out


def test_a_topic_without_a_file_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every topic of the product has its file, and no other topic leads to one that is missing."""
    (folder / "topics" / "nerve_recovery.yml").unlink()
    assert main([str(folder), *TODAY]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert f"{folder}/topics/nerve_recovery.yml:1: the topic nerve_recovery has no file; " in "\n".join(lines)
    assert any("time_to_feel_better.yml" in line and "nerve_recovery leads nowhere" in line for line in lines)


def test_a_source_of_another_file_counts_as_used(folder: Path, plant, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that only another file of the folder cites is not reported as unused."""
    spare = "\nSPARE:\n  publisher: A\n  title: B\n  url: https://c.org\n  dated: null\n  read: d\n  checked: null\n"
    plant("sources.yml", "\nNICE-REC:", f"{spare}\nNICE-REC:")
    (folder / "questions.yml").write_text("group:\n  - {ask: Why?, sources: [SPARE]}\n", encoding="utf-8")
    assert main([str(folder), *TODAY]) == 0
    assert capsys.readouterr().out.startswith("No fault. ")


def test_a_short_glossary_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fewer than 40 terms are not enough."""
    term = "term_{}:\n  term: word {}\n  means: A word.\n"
    text = "".join(term.format(number, number) for number in range(39))
    (folder / "glossary.yml").write_text(text, encoding="utf-8")
    assert main([str(folder), *TODAY]) == 1
    assert "glossary.yml:1: 39 terms; at least 40 are needed" in capsys.readouterr().out


def test_the_one_explanation_of_the_unit_is_allowed(content) -> None:
    """The glossary may say what mcg means, because packets have it."""
    assert "mcg" in content.terms["microgram"].means


def test_a_broken_source_list_is_told_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault in sources.yml is one line, not one for every topic that cites a source."""
    path = folder / "sources.yml"
    path.write_text("NICE-REC: [\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert main([str(folder), *TODAY]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "not valid YAML" in line


def test_a_folder_that_is_not_there_is_a_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong path ends with lines that name it, not with a traceback."""
    assert main([str(tmp_path / "nowhere"), *TODAY]) == 1
    assert "nowhere/schema/topic.schema.json:1: this schema cannot be read" in capsys.readouterr().out
