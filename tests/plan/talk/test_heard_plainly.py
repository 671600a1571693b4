"""A message about a plan, said in plain words from what was heard of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.plan.talk.said_day import said_day
from b12guide.understanding.talk import Span
from tests.plan.talk.moves_chat import Talk
from tune.talk import marked

# A Thursday.
TODAY = date(2026, 3, 5)
WHO = dialogue.Who(TODAY, "GB", "Europe/London")
ALL_BEFORE = "weekly for 6 injections. the first one was on 5 february 2026"


def plainly(text: str, acts: str, *, kept: Talk | None = None, share: float = 0.99) -> dialogue.Plainly | None:
    """What becomes of a message with its parts in marks, that does `acts`, to the plan of a conversation."""
    words, spans = marked(text)
    parts = [Span(start, end, tag, share) for start, end, tag in spans]
    return dialogue.plainly(kept.kept if kept else None, words, parts, dict.fromkeys(acts.split(), 0.9), WHO)


def begun(*texts: str) -> Talk:
    """A conversation on that day."""
    talk = Talk(TODAY)
    for text in texts:
        talk.say(text)
    return talk


SAVED = ("every 12 weeks, last one 9 february 2026", "yes")


@pytest.mark.parametrize(
    ("text", "acts", "words", "understood"),
    [
        (
            "they've fitted me in, [booked:tuesday the 10th]",
            "tells_booked",
            "my clinic booked Tuesday 10 March 2026",
            "state",
        ),
        (
            "got two off them, [booked:fri 6 march] and [booked:the 10th of april]",
            "tells_booked",
            "my clinic booked Friday 6 March 2026 and Friday 10 April 2026",
            "state",
        ),
        ("jab done [last:yesterday]", "tells_dose", "i had it on Wednesday 4 March 2026", "state"),
        ("no, had it [last:today] the [nth:5th]", "tells_dose", "i had it on Thursday 5 March 2026", "state"),
        ("it was [nth:the 5th], today", "tells_dose", "i had it on Thursday 5 March 2026", "state"),
        ("phew yes, [every:12 weekly]", "yes tells_plan", "yes. every 12 weeks", "state"),
        ("nope its [every:8] not [not:12]", "no tells_plan corrects", "every 8 weeks", "state"),
        ("and after that?", "ask_after", "and the one after?", "after_next"),
        ("does it land on [asked:good friday]", "ask_falls", "is one on good friday?", "next"),
        ("say i went [if:the 17th]", "ask_if", "what if i have it on Tuesday 17 March 2026?", "next"),
        ("say i was [if:a fortnight late]", "ask_if", "what if i have it a fortnight late?", "next"),
        ("give us [many:five] of them", "ask_many", "my next 5 dates", "whole"),
        ("couldnt make it [missed:the 2nd]", "tells_missed", "i missed the one on Monday 2 March 2026", "state"),
        ("ta. whats after", "thanks ask_after", "and the one after?", "after_next"),
    ],
)
def test_what_is_heard_is_said_in_words_that_are_always_the_same(
    text: str, acts: str, words: str, understood: str
) -> None:
    """Days stand in full, gaps in one form, and what is asked in one sentence for each wish."""
    found = plainly(text, acts, kept=begun(*SAVED))
    assert found is not None
    assert (found.words, found.request) == (words, understood)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        # A day that was not heard stands beside it.
        ("done [last:yesterday], or was it tuesday", "tells_dose"),
        # It asks of a day and names none.
        ("is it on that day", "ask_is_it"),
        # One that was called off was heard as given.
        ("the one [last:on monday] got cancelled", "tells_dose"),
        # Which of the two was missed?
        ("missed [missed:the 2nd] and [missed:the 9th]", "tells_missed"),
        # Words that are no day.
        ("had it [last:at the seaside]", "tells_dose"),
        # Both at once.
        ("had it, missed it", "tells_dose tells_missed"),
        # Nothing that says something to a plan.
        ("lovely weather", "none"),
        # How many: two numbers.
        ("[left:three or four] to go", "tells_count"),
        # How somebody feels, of a plan without an end, and in a diary.
        ("yes. [nth:3] today. log", "tells_dose"),
        ("[nth:3] today", "tells_dose"),
        # Two gaps of which none is said to follow the other.
        ("[every:monthly] or [every:weekly]", "tells_plan"),
        # An act for which there are no plain words.
        ("why that day", "ask_why_date"),
    ],
)
def test_what_has_no_plain_words_has_none(text: str, acts: str) -> None:
    """The person's own words are read then."""
    assert plainly(text, acts, kept=begun(*SAVED)) is None


def test_a_part_that_was_hardly_heard_leaves_the_message_as_it_is() -> None:
    """Below half a certainty nothing is said for anybody."""
    assert plainly("done [last:yesterday]", "tells_dose", kept=begun(*SAVED), share=0.3) is None


def test_a_day_that_can_be_two_days_stays_in_the_persons_words() -> None:
    """It is asked about, as if it had been said by itself."""
    found = plainly("had it [last:on 3/2]", "tells_dose", kept=begun("every 12 weeks"))
    assert found is not None
    assert "3/2" in found.words or "2026" in found.words


def test_a_plan_that_was_only_read_back_is_put_right() -> None:
    """A day told then is that of the last one; told of a confirmed plan, it is one more."""
    read_back = plainly("had it on [last:the 12th of february]", "tells_dose", kept=begun(SAVED[0]))
    confirmed = plainly("had it on [last:the 12th of february]", "tells_dose", kept=begun(*SAVED))
    assert read_back is not None
    assert confirmed is not None
    assert read_back.words == "the last one was on Thursday 12 February 2026"
    assert confirmed.words == "i had it on Thursday 12 February 2026"


@pytest.mark.parametrize(
    ("text", "acts", "words"),
    [
        ("every one of them", "all_given", "Yes, all of them"),
        ("didnt manage them all", "not_all", "No, not all"),
        (
            "was poorly on [missed:the 19th]",
            "tells_missed",
            "No, not all. i missed the one on Thursday 19 February 2026",
        ),
    ],
)
def test_whether_all_were_given_is_answered_in_the_words_that_were_offered(text: str, acts: str, words: str) -> None:
    """ "Have you had all the injections due before today?"."""
    found = plainly(text, acts, kept=begun(ALL_BEFORE))
    assert found is not None
    assert found.words == words


@given(st.integers(2, 26), st.sampled_from(["weeks", "months", "days"]), st.integers(0, 60), st.booleans())
def test_a_plan_said_in_any_order_has_the_dates_of_the_plan_said_plainly(
    n: int, unit: str, ago: int, first: bool
) -> None:
    """Whatever stands around its parts: the read-back and its dates are those of the two facts alone."""
    last = full_date(TODAY - timedelta(days=ago))
    gap = f"every {n} {unit}"
    parts = [f"[every:{n} {unit.removesuffix('s')}ly]" if unit == "weeks" else f"[every:{gap}]", f"[last:{last}]"]
    said = "right so {}, mind you {} was when the nurse did me".format(*(parts if first else parts[::-1]))
    found = plainly(said, "tells_plan tells_dose")
    assert found is not None
    other, plain = Talk(TODAY), Talk(TODAY)
    assert plain.say(found.words, found.request) == other.say(f"{gap}. the last one was on {last}")


@given(st.dates(TODAY - timedelta(days=300), TODAY + timedelta(days=300)))
def test_a_day_in_full_is_that_day(day: date) -> None:
    """With or without its weekday, and whatever it was heard as."""
    for role in ("last", "next"):
        assert said_day(full_date(day), role, WHO).date == day
        assert said_day(f"{day.day} {day:%B} {day.year}", role, WHO).date == day


@pytest.mark.parametrize(
    ("words", "role", "day"),
    [
        ("the 2nd", "last", date(2026, 3, 2)),
        ("2", "last", date(2026, 3, 2)),
        ("2nd", "last", date(2026, 3, 2)),
        ("two fridays ago", "last", date(2026, 2, 20)),
        ("2moro", "next", date(2026, 3, 6)),
        ("mon", "next", date(2026, 3, 9)),
        ("thu", "next", None),
        ("monday coming, the 9th", "next", date(2026, 3, 9)),
        ("this morning", "last", TODAY),
        ("5pm today", "last", None),
        ("half past", "last", None),
        ("99", "last", None),
    ],
)  # fmt: skip
def test_a_day_in_a_part(words: str, role: str, day: date | None) -> None:
    """What would be anything in a whole message is a day in a part that was heard as one."""
    assert said_day(words, role, WHO).date == day  # type: ignore[arg-type]


@pytest.mark.parametrize(("nth", "words"), [("first", "weekly. i had number 1 today"), ("first of 4", None)])
def test_a_first_one_that_was_had_today_is_not_still_to_come(nth: str, words: str | None) -> None:
    """Nobody is told that today's is due, who had it this morning; where the plain words would say less than the
    message, which is read with how many there are, it is read itself."""
    text = f"had {nth} weekly jabs this morning"
    parts = [
        Span(text.index(words), text.index(words) + len(words), tag, 0.99)
        for words, tag in ((nth, "nth"), ("weekly", "every"), ("this morning", "last"))
    ]
    plain = dialogue.plainly(None, text, parts, {"tells_dose": 0.9, "tells_plan": 0.9}, WHO)
    assert (plain and plain.words) == words
    talk = Talk(TODAY)
    talk.say(words or text)
    assert talk.kept is not None
    assert (talk.kept["anchor"]["kind"], talk.kept["anchor"]["date"]) == ("last", TODAY.isoformat())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the desk offered [booked:tuesday the 10th] or [booked:thursday the 12th]", None),
        ("their system has [booked:2 march] for it", "the last one was on Monday 2 March 2026"),
        ("they wrote [booked:2 march] down", None),
        ("they gave me [booked:2 april]", "my clinic booked Thursday 2 April 2026"),
    ],
)
def test_a_day_of_the_clinic(text: str, words: str | None) -> None:
    """One of two that are offered is not set yet, and one that has just passed is not booked for next year."""
    said, spans = marked(text)
    parts = [Span(*span, 0.99) for span in spans]
    plain = dialogue.plainly(None, said, parts, {"tells_booked": 0.99}, WHO)
    assert (plain.words if plain is not None else None) == words


def test_a_bare_day_is_not_taken_as_one_that_was_given() -> None:
    """Nobody said whether it is the last one's or the next one's."""
    said, spans = marked("b12 [every:every 2 months], [last:13 january]")
    parts = [Span(*span, 0.9) for span in spans]
    assert dialogue.plainly(None, said, parts, {"tells_plan": 0.99}, WHO) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("she says [booked:the 14th] is right", "14 May"), ("yes [booked:14th] still stands", "14 May"),
     ("they moved it to [booked:the 21st]", "21 March")],
)  # fmt: skip
def test_a_bare_number_of_the_day_set_is_that_day(text: str, day: str) -> None:
    """The day that the clinic set is meant, and none of an earlier month."""
    kept = begun("every 12 weeks, last one 9 february 2026", "yes", "they booked me in for thursday 14 may 2026")
    plain = plainly(text, "tells_booked", kept=kept)
    assert plain is not None
    assert day in plain.words


@pytest.mark.parametrize("text", ["[last:today] it was just a check up", "[last:today] that wasn't the b12"])
def test_what_was_no_injection_is_no_dose(text: str) -> None:
    """The day of it is heard as the day of none."""
    assert plainly(text, "tells_dose", kept=begun(*SAVED)) is None
