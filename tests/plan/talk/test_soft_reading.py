"""A question about the dates of a plan among words that nobody foresaw: the time in it is held against the plan.

Texts are put together by machine: times x ways to ask x words that stand in no list. What each means is known.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from b12guide.plan import dialogue
from b12guide.plan.model import MONTH_NAMES, full_date
from b12guide.plan.talk.move_words import FILLERS, WORDS
from b12guide.plan.talk.templates import dates
from tests.plan.talk.dialogue_chat import WORDING
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 12, 7)
WEEKS = [date(2026, 11, 10) + timedelta(weeks=6 * n) for n in range(1, 30)]
MONTHS = [date(2026, 11, 20) + relativedelta(months=2 * n) for n in range(1, 20)]
DAYS = [date(2026, 12, 1) + timedelta(days=10 * n) for n in range(1, 90)]
PLANS = {
    "every 6 weeks, last one 10 november 2026": WEEKS,
    "every 2 months, last one 20 november 2026": MONTHS,
    "every 10 days, last one 1 december 2026": DAYS,
}
ASKS = [
    "is any in that time? {time}",
    "do any of them fall {time}",
    "any jabs {time}?",
    "{time} - which ones are then, if any?",
    "which injections are {time} please",
    "none {time}, right?",
    "how many {time}?",
    "would one land {time}",
    "are there dates {time} or not",
    "tell me if there is one {time}?",
]
NOISE = [
    "",
    "the ferret show is on then",
    "my flatmate Ottoline wants to know for the allotment",
    "we are off to Skegness with the caravan",
    "zorbing weekend",
    "so I can plan the bathroom tiling",
    "my niece's school play",
]
POLITE = ["", "hello there, ", "sorry to bother you. ", "ta love, ", "good evening, "]


def _day(day: date, *, year: bool = False) -> list[str]:
    month = MONTH_NAMES[day.month - 1]
    ways = [f"{day.day} {month}", f"{month} {day.day}", f"the {day.day}th of {month}", f"{day.day} {month[:3].lower()}"]
    return [f"{way} {day.year}" for way in ways] if year else ways


def _stretch(first: date, last: date, rng: random.Random) -> str:
    way = rng.randrange(4)
    one, other = (_day(day)[way] for day in (first, last))
    form = rng.choice(["from {} to {}", "between {} and {}", "from {} until {}", "{} to {}", "from {} through {}"])
    return form.format(one, other)


def _chat(plan: str, *, sure: bool) -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    if sure:
        chat.say("yes")
    return chat


def _answer(chat: Talk, text: str) -> list[str]:
    """The lines of the answer to a message that nothing else took; none where it is left to others."""
    who = dialogue.Who(TODAY, "GB", "Europe/London")
    found = dialogue.soft_question(chat.kept, text, who)
    if found is None:
        return []
    outcome = dialogue.turn(chat.kept, "", request=found.request, who=who, wording=WORDING, new_key=str)
    assert outcome is not None
    before, after = dict(chat.kept or {}), dict(outcome.state or {})
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"about", "asked", "options"}, f"{text!r} changed {changed}"
    return outcome.bubbles[0].split("\n")


def _expected(plan: list[date], first: date, last: date) -> list[str]:
    """What has to be said of a stretch, word for word."""
    first = max(first, TODAY)
    inside = [day for day in plan if first <= day <= last]
    named = {"start": full_date(first), "end": full_date(last)}
    if inside:
        return [
            WORDING("held_one" if len(inside) == 1 else "held_many", count=len(inside), dates=dates(inside), **named)
        ]
    before = [day for day in plan if TODAY <= day < first][-1:]
    after = next(day for day in plan if day > last)
    about = [WORDING("held_before", dates=dates(before))] if before else []
    return [WORDING("held_none", **named), " ".join([*about, WORDING("held_after", dates=dates([after]))])]


@pytest.mark.parametrize("sure", [False, True])
@pytest.mark.parametrize("plan", PLANS)
def test_a_stretch_of_days_among_any_words(plan: str, *, sure: bool) -> None:
    """All dates between the two days are said, or that there is none; words that nobody knows change nothing."""
    rng, chat = random.Random(f"{plan} {sure}"), _chat(plan, sure=sure)
    for _ in range(150):
        first = TODAY + timedelta(days=rng.randrange(1, 200))
        last = first + timedelta(days=rng.randrange(2, 60))
        ask = rng.choice(ASKS).format(time=_stretch(first, last, rng))
        noise = rng.choice(NOISE)
        text = rng.choice(POLITE) + rng.choice([f"{ask} {noise}", f"{noise}. {ask}", f"{ask}. {noise}"])
        said = _answer(chat, text)
        expected = _expected(PLANS[plan], first, last)
        assert said[: len(expected)] == expected, text


@pytest.mark.parametrize("plan", PLANS)
def test_a_month_among_any_words(plan: str) -> None:
    """The dates of the next month of that name."""
    rng, chat = random.Random(plan), _chat(plan, sure=True)
    for _ in range(100):
        ahead = TODAY.replace(day=1) + relativedelta(months=rng.randrange(12))
        name = MONTH_NAMES[ahead.month - 1]
        ask = rng.choice(ASKS).format(time=rng.choice([f"in {name}", f"in {name.lower()}", f"in {name} {ahead.year}"]))
        text = rng.choice(POLITE) + rng.choice(["{} {}", "{}. {}"]).format(ask, rng.choice(NOISE))
        expected = _expected(PLANS[plan], ahead, ahead + relativedelta(months=1, days=-1))
        assert _answer(chat, text)[: len(expected)] == expected, text


@pytest.mark.parametrize("plan", PLANS)
def test_a_single_day_among_any_words(plan: str) -> None:
    """Whether it is one of the dates, and of no other day the nearest."""
    rng, chat, mine = random.Random(plan), _chat(plan, sure=True), PLANS[plan]
    for _ in range(100):
        day = rng.choice(mine[:5]) if rng.random() < 0.5 else TODAY + timedelta(days=rng.randrange(30, 150))
        ask = rng.choice(
            ["is {} one", "are any jabs on {}", "is one on {} or not", "{} is one of mine?", "any for {}?"]
        )
        text = rng.choice(POLITE) + f"{ask.format(rng.choice(_day(day)))} {rng.choice(NOISE)}"
        line = "{date} is one of your dates." if day in mine else "By your plan there is none on {date}."
        said = _answer(chat, text)
        assert line.format(date=full_date(day)) in said, text
        if day not in mine:
            near = [one for one in mine if TODAY <= one < day][-1:] + [one for one in mine if one > day][:1]
            assert WORDING("days_near", dates=dates(near)) in said, text


@pytest.mark.parametrize(
    "told",
    [
        "i had it on {day}",
        "I've had one on {day}",
        "the nurse gave me mine {day}",
        "I missed the one on {day}",
        "they moved it to {day}",
        "they've booked me in for {day}",
        "it was on {day}, any jab after that is off",
        "we skipped {day}",
        "my injection got cancelled on {day}",
        "I want it on {day} instead",
        "make that {day} not the other one, it was wrong",
        "I started them on {day}",
        "it's every 4 weeks now from {day}",
    ],
)
def test_what_is_told_of_doses_is_never_taken(told: str) -> None:
    """Given, missed, booked, changed: other readers take it, or it is asked; whatever words stand about it."""
    rng = random.Random(told)
    for plan in PLANS:
        chat = _chat(plan, sure=True)
        for _ in range(40):
            day = rng.choice([*PLANS[plan][:4], TODAY + timedelta(days=rng.randrange(-40, 90))])
            said = told.format(day=rng.choice(_day(day)))
            noise = rng.choice(NOISE)
            text = rng.choice(POLITE) + rng.choice(
                [f"{said} {noise}", f"{noise}. {said}", f"{said}?", f"{said}, {noise}?"]
            )
            assert _answer(chat, text) == [], text


@pytest.mark.parametrize(
    "text",
    [
        "will I feel better by March?",
        "do my legs hurt more in January because of the jab?",
        "can I take the tablets from 3 to 9 March?",
        "I am scared of the one on 20 January",
        "is it 3 weeks until it works?",
        "thanks, see you in March",
        "Ottoline Bagshaw",
        "any good?",
        "does the jab break a fast",
        "how much does one cost in March",
        "can it be moved to 3 March?",
    ],
)
def test_another_matter_is_left_to_others(text: str) -> None:
    """A body, a medicine, a feeling, a wish for another day: no list of dates is the answer."""
    assert _answer(_chat("every 2 months, last one 20 november 2026", sure=True), text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("is one on 15 January, the choir asks",
         ["By your plan there is none on Friday 15 January 2027.",
          "The nearest are on Wednesday 20 January 2027."]),
        ("which of my dates is round Easter, for the choir?",
         ["Easter Sunday is on Sunday 28 March 2027.", "By your plan there is none on Sunday 28 March 2027.",
          "The nearest are on Saturday 20 March and Thursday 20 May 2027."]),
        ("none from the 22nd to the 1st then, for the choir",
         ["No injection falls between Tuesday 22 December 2026 and Friday 1 January 2027.",
          "After that: Wednesday 20 January 2027."]),
        ("one in the week of 18 January, the choir asks",
         ["From Monday 18 January 2027 to Sunday 24 January 2027 there is 1 injection: Wednesday 20 January 2027."]),
        ("will they be shut on that day, the choir asks",
         ["Wednesday 20 January 2027 is not at a weekend, and on no public holiday that I know of. "
          "Only your clinic knows if it is open."]),
        ("so what are the dates to tell the choir",
         ["I am not sure that I understood. The next dates of the plan are Wednesday 20 January, Saturday 20 March and "
          "Thursday 20 May 2027.",
          "Saturday 20 March 2027 is at a weekend: your clinic may be closed. Ask if they want it before or after."]),
        ("Is the 2nd one in march? the choir asks",
         ["From Monday 1 March 2027 to Wednesday 31 March 2027 there is 1 injection: Saturday 20 March 2027.",
          "Saturday 20 March 2027 is at a weekend: your clinic may be closed. Ask if they want it before or after."]),
        ("any in early march? the choir asks",
         ["From Monday 1 March 2027 to Wednesday 31 March 2027 there is 1 injection: Saturday 20 March 2027.",
          "Saturday 20 March 2027 is at a weekend: your clinic may be closed. Ask if they want it before or after."]),
    ],
)  # fmt: skip
def test_times_by_other_names(text: str, lines: list[str]) -> None:
    """A feast, a week, days without a month, "that day", and no time at all."""
    assert _answer(_chat("every 2 months, last one 20 november 2026", sure=True), text) == lines


def test_the_words_of_the_noise_are_in_no_list() -> None:
    """What stands about the questions is really unknown."""
    known = FILLERS | WORDS["soft_own"] | WORDS["soft_tells"] | WORDS["soft_other"]
    assert not {"ferret", "ottoline", "skegness", "zorbing", "tiling", "choir"} & known
