"""The command ``b12guide plan``: one plan, a batch, and input that cannot be used."""

from __future__ import annotations

import argparse
import io
import json
from datetime import datetime, timezone
from typing import Any

import pytest

from b12guide.plan.cli import add_parser, run

NOW = datetime(2026, 3, 28, 23, 30, tzinfo=timezone.utc)


def command(*words: str, stdin: str = "") -> tuple[int, str, str]:
    """The exit status, standard output and standard error of ``b12guide plan`` with these arguments."""
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    out, err = io.StringIO(), io.StringIO()
    args = parser.parse_args(["plan", *words])
    status = args.run(args, stdin=io.StringIO(stdin), stdout=out, stderr=err, now=NOW)
    return status, out.getvalue(), err.getvalue()


def one(*words: str) -> dict[str, Any]:
    """The object that a good command prints."""
    status, out, err = command(*words)
    assert (status, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_one_plan() -> None:
    """A plan with its last dose gives as many next doses as are asked for."""
    answer = one("12 weekly", "--last", "2026-02-09", "--today", "2026-03-05", "--count", "2")
    assert [d["earliest"] for d in answer["next"]] == ["2026-05-04", "2026-07-27"]


def test_first_phase_and_country() -> None:
    """The other options reach the plan."""
    assert one("weekly x 4", "--first", "2026-03-28")["anchor"] == {"kind": "first", "date": "2026-03-28"}
    later = one("weekly x 4 then monthly", "--last", "2026-03-02", "--phase", "1", "--count", "1")
    assert later["next"][0]["earliest"] == "2026-04-02"
    asked = one("12 weekly, last was 03/04/2026", "--country", "us")
    assert asked["question"]["options"] == ["Wednesday 4 March 2026", "Friday 3 April 2026"]


@pytest.mark.parametrize(("zone", "day"), [((), "2026-03-28"), (("--timezone", "Asia/Tokyo"), "2026-03-29")])
def test_today_is_now_in_the_zone(zone: tuple[str, ...], day: str) -> None:
    """Half past eleven at night in UTC, the default, is tomorrow in Tokyo."""
    assert one("12 weekly, had it today", *zone)["anchor"]["date"] == day


def test_the_clock_is_read_where_no_time_is_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a given time and streams, the command uses the clock and the standard streams."""
    args = argparse.Namespace(
        text="hello",
        jsonl=False,
        today=None,
        last=None,
        first=None,
        timezone=None,
        country=None,
        count=None,
        phase=None,
    )
    assert run(args) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "not_a_plan"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "give the plan as TEXT, or --jsonl to read plans from standard input"),
        (("monthly", "--jsonl"), "give TEXT or --jsonl, not both"),
        (("monthly", "--today", "soon"), "today 'soon' is not a date; write it as 2026-03-30"),
        (("monthly", "--last", "2026-02-30"), "last '2026-02-30' is not a date; write it as 2026-03-30"),
        (("monthly", "--first", "0026-02-01"), "first '0026-02-01' is not between the years 1900 and 2100"),
        (("monthly", "--first", "2026-02-01", "--last", "2026-02-01"), "give first or last, not both"),
        (("monthly", "--timezone", "Moon/Base"), "timezone 'Moon/Base' is not known; write it as Europe/London"),
        (("monthly", "--timezone", "../etc"), "timezone '../etc' is not known; write it as Europe/London"),
        (("monthly", "--country", "Britain"), "country 'Britain' is not a two-letter code such as GB"),
        (("monthly", "--count", "many"), "count 'many' is not a whole number from 0 to 1000"),
        (("monthly", "--count", "1001"), "count '1001' is not a whole number from 0 to 1000"),
        (("monthly", "--phase", "-1"), "phase '-1' is not a whole number from 0 to 1000"),
    ],
)
def test_bad_input_is_one_line_and_status_2(words: tuple[str, ...], message: str) -> None:
    """What cannot be used is named, with what would be right."""
    assert command(*words) == (2, "", f"b12guide plan: {message}\n")


def test_a_batch_answers_every_line_and_goes_on_after_a_bad_one() -> None:
    """Each line has its answer in its place; blank lines have none."""
    lines = [
        '{"text": "monthly", "last": "2026-01-31", "today": "2026-02-01"}',
        "",
        "{not json",
        "[1, 2]",
        '{"text": 3}',
        "{}",
        '{"text": "monthly", "when": 1}',
        '{"text": "monthly", "last": 20260131}',
        '{"text": "monthly", "timezone": 1}',
        '{"text": "monthly", "count": true}',
        '{"text": "monthly", "count": 2.5}',
        '{"text": "weekly", "first": "2026-02-02", "last": null, "today": "2026-02-02", "count": 1}',
    ]
    status, out, err = command("--jsonl", "--count", "2", stdin="\n".join(lines))
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, err, len(answers)) == (0, "", 11)
    assert [d["earliest"] for d in answers[0]["next"]] == ["2026-02-28", "2026-03-31"]
    assert [a.get("error") for a in answers[1:10]] == [
        "the line is not JSON; give an object with a text",
        "the line is not a JSON object; give an object with a text",
        "text is missing; give the plan in words",
        "text is missing; give the plan in words",
        "unknown field 'when'; known are text, today, last, first, phase, timezone, country, count",
        "last 20260131 is not a date; write it as 2026-03-30",
        "timezone 1 is not known; write it as Europe/London",
        "count True is not a whole number from 0 to 1000",
        "count 2.5 is not a whole number from 0 to 1000",
    ]
    assert [d["earliest"] for d in answers[10]["next"]] == ["2026-02-02"]
