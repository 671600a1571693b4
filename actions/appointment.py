"""What is brought to the appointment: the page, what is chosen for it, and what is kept for it along the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz, process

from actions.diary_kept import files_of, keep, kept_of, say_of
from actions.next_steps import own_list_of
from actions.turn import Turn
from b12guide.conversation.kinds import ASKS_DOCTOR, DAY, DOSE_CHANGE, NAMED, PAGED, UNANSWERED, UNKNOWN, WORDS
from b12guide.diary import named_notes, reading
from b12guide.diary.notes import Diary, Note
from b12guide.diary.summary import note_line
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, NO_ANSWER, NOT_UNDERSTOOD, TOPIC

DIAGNOSIS = "diagnosis_request"
# From this likeness on a question of the lists is the one that is meant.
_LIKE = 72
_LEAST_WORDS = 4
# Notes of the page that are said here.
_MOST_NOTES = 12
# "Put those two on my list": no question of its own.
_POINTS = re.compile(
    r"^\W*(?:those|these|them|both|that|this|it)(?: (?:two|three|both|ones?|questions?"
    r"|of them)){0,2}\W*$",
    re.I,
)


def keep_reaction(turn: Turn, people: Sequence[str]) -> None:
    """What was told of a reaction is kept for the appointment, in the words of the message, where it is plain whose it
    was."""
    if len(people) == 1 and people[0] not in turn.state.children:
        kept = kept_of(turn, people[0])
        kept.reacted(turn.text, turn.person.today)
        keep(turn, kept, people[0])


def drop_reaction(turn: Turn, person: str) -> None:
    """There was none: what was told of it today is kept no more."""
    if person not in turn.state.diaries:
        return
    kept = kept_of(turn, person)
    kept.reactions = tuple(one for one in kept.reactions if one.day < turn.person.today)
    keep(turn, kept, person)


def note_unanswered(turn: Turn) -> None:
    """Keep for the appointment what was asked and had no answer here."""
    if turn.state.child_writes or not _unanswered(turn):
        return
    kept = kept_of(turn)
    kept.not_answered(turn.text, turn.person.today)
    keep(turn, kept)


def _unanswered(turn: Turn) -> bool:
    for step in turn.decided.steps:
        if step.kind == DOSE_CHANGE or (step.kind == ASK_TOPIC and step.values(TOPIC) == [DIAGNOSIS]):
            return True
        if step.kind == ASK_TOPIC and (step.values(UNANSWERED) or step.values(UNKNOWN) or step.values(NO_ANSWER)):
            return True
        if step.kind == NOT_UNDERSTOOD and not step.details and turn.text.rstrip().endswith("?"):
            return len(turn.text.split()) >= _LEAST_WORDS
    return False


def summary(turn: Turn) -> None:
    """The page, where there is anything for it."""
    kept, say = kept_of(turn), content().diary
    plan = turn.state.plans.get(turn.state.whose) or {}
    told = kept.notes or kept.chosen or kept.to_tell or kept.unanswered or kept.reactions
    unsure = dialogue.is_told(plan) and not plan.get("kept") and not dialogue.on_hold(plan)
    if told or plan.get("kept") or dialogue.on_hold(plan):
        links = [{"label": say("link_page"), "url": "summary"}]
        links += [{"label": say("link_fhir"), "url": "fhir.json"}] if plan.get("kept") else []
        turn.state.note(PAGED)
        say_of(turn, say("here"), **files_of(turn, links))
    elif not unsure:
        say_of(turn, say("nothing_yet"))
    if unsure:
        say_of(turn, say("page_once_right"))
        turn.plan_takes("next", text="")


def visit(turn: Turn) -> None:
    """An appointment with a doctor is for the page; a day that was taken as booked by mistake is booked no more."""
    kept, say = kept_of(turn), content().diary
    if not turn.step.values(DAY):
        say_of(turn, say("visit_which"), buttons=[say("button_summary")])
        return
    day = date.fromisoformat(turn.step.values(DAY)[0])
    kept.visit = day
    keep(turn, kept)
    if turn.state.whose in turn.state.plans:
        turn.state.plans[turn.state.whose] = dialogue.not_booked(turn.state.plan, day) or {}
    turn.state.note(PAGED)
    # The page, or what else is said, stands below it.
    last = turn.step is turn.decided.steps[-1]
    say_of(turn, say("visit", day=full_date(day)), buttons=[say("button_summary")] if last else [])


def tell(turn: Turn) -> None:
    """Puts on the page what the person wants told, in their words, and says nothing of it."""
    words, kept, say = turn.step.values(WORDS)[0], kept_of(turn), content().diary
    room = kept.tell(words)
    keep(turn, kept)
    turn.state.note(PAGED)
    say_of(turn, say("told_on_page", text=words) if room else say("told_full"), buttons=[say("button_summary")])


def page_text(turn: Turn) -> None:
    """What stands on the page, in words; the plan stands below it."""
    kept, say = kept_of(turn), content().diary
    turn.state.note(PAGED)
    parts = (
        ("summary_reactions", [f"{full_date(one.day)}: {one.text}" for one in kept.reactions]),
        ("summary_to_tell", kept.to_tell),
        ("summary_questions", kept.chosen),
        ("summary_unanswered", [one.text for one in kept.unanswered]),
        ("summary_notes", [note_line(note, say) for note in list(reversed(kept.by_day))[:_MOST_NOTES]]),
    )
    lines = [say("summary_visit", day=full_date(kept.visit))] if kept.visit is not None else []
    for title, told in parts:
        lines += [f"{say(title)}:", *(f"• {one}" for one in told)] if told else []
    planned = len(turn.decided.steps) > 1
    if not lines and not planned:
        say_of(turn, say("nothing_yet"))
        return
    intro = "page_says_and_plan" if planned else "page_says"
    say_of(turn, "\n".join([say(intro), *lines]) if lines else say("page_only_plan"))


def print_page(turn: Turn) -> None:
    """The page that was just shown, to print."""
    plan, say = turn.state.plans.get(turn.state.whose) or {}, content().diary
    links = [{"label": say("link_page"), "url": "summary"}]
    links += [{"label": say("link_fhir"), "url": "fhir.json"}] if plan.get("kept") else []
    turn.state.note(PAGED)
    say_of(turn, say("print_page"), **files_of(turn, links))


def who_gets(turn: Turn) -> None:
    """Nobody: the page is in the hands of whoever has its link."""
    turn.state.note(PAGED)
    say_of(turn, content().diary("not_sent"), buttons=[content().diary("button_summary")])


def unanswered(turn: Turn) -> None:
    """What was asked here and had no answer."""
    asked, say = kept_of(turn).unanswered, content().diary
    if not asked:
        say_of(turn, say("all_answered"))
        return
    lines = [say("not_answered_intro"), *(f"• {one.text}" for one in asked), say("not_answered_page")]
    say_of(turn, "\n".join(lines), buttons=[say("button_summary")])


def choose(turn: Turn) -> None:
    """Puts questions on the page: by their places in the person's list, by what they are about, or as they are said."""
    words, say = next(iter(turn.step.values(WORDS)), ""), content().diary
    kept, own = kept_of(turn), own_list_of(turn)
    if reading.chosen_all(words):
        room = _choose_all(kept, own)
        said = say("chosen_all" if room else "chosen_full")
    elif about := reading.chosen_about(words):
        said = _choose_about(turn, kept, about, own)
    elif places := [place for place in reading.chosen_places(words) if place <= len(own)]:
        room = _choose_all(kept, [own[place - 1] for place in places])
        said = say("chosen_all" if room else "chosen_full")
    elif _POINTS.match(words) and kept.chosen:
        # "Put those two on my list": they are.
        said = "\n".join([say("chosen_list"), *(f"• {one}" for one in kept.chosen)])
    elif len(words.split()) < 2 or _POINTS.match(words):
        said = say("chosen_none")
    elif len(several := reading.questions_in(words)) > 1:
        room = _choose_all(kept, several)
        lines = [say("chosen_some"), *(f"• {one}" for one in several if one in kept.chosen)]
        said = "\n".join([*lines, *([] if room else [say("chosen_full")])])
    else:
        question = words if turn.step.values(NAMED) else _meant(words, own)
        said = say("chosen", text=question) if kept.choose(question) else say("chosen_full")
    keep(turn, kept)
    turn.state.note(ASKS_DOCTOR)
    say_of(turn, said, buttons=[say("button_summary")])


def _choose_about(turn: Turn, kept: Diary, about: str, own: Sequence[str]) -> str:
    """Puts every question of the lists on the page that has the words, or stands under a heading with them."""
    say, today = content().diary, turn.person.today
    every = list(own)
    for group in content().lists.groups:
        named = bool(named_notes.with_words([Note(today, group.title)], about))
        every += [one.ask for one in group.questions if named or named_notes.with_words([Note(today, one.ask)], about)]
    found = [one for one in dict.fromkeys(every) if one not in own or named_notes.with_words([Note(today, one)], about)]
    if not found:
        return say("chosen_none")
    room = _choose_all(kept, found)
    lines = [say("chosen_some"), *(f"• {one}" for one in found if one in kept.chosen)]
    return "\n".join([*lines, *([] if room else [say("chosen_full")])])


def _choose_all(kept: Diary, questions: Sequence[str]) -> bool:
    """Keep as many of them as there is room for; whether that was all."""
    taken = [kept.choose(question) for question in questions]
    return all(taken)


def _meant(words: str, own: Sequence[str]) -> str:
    """The question of the lists that the words name ("the one about tablets"), else the words themselves."""
    every = [*own, *(one.ask for group in content().lists.groups for one in group.questions)]
    plain = words.removeprefix("the one about ").removeprefix("the question about ").removeprefix("about ")
    found = process.extractOne(plain, every, scorer=fuzz.partial_token_set_ratio if plain != words else fuzz.ratio)
    return str(found[0]) if found is not None and found[1] >= _LIKE else words


def chosen(turn: Turn) -> None:
    """The questions that were chosen; where there are none, what to ask by what was talked about."""
    kept, say = kept_of(turn), content().diary
    if not kept.chosen:
        say_of(turn, say("chosen_empty"), buttons=[content().lists.words["button"]])
        return
    turn.state.note(ASKS_DOCTOR)
    lines = [say("chosen_list"), *(f"• {one}" for one in kept.chosen)]
    say_of(turn, "\n".join(lines), buttons=[say("button_summary")])


def drop_chosen(turn: Turn) -> None:
    """Takes one question off the page; where several have the word, they are read out."""
    kept, say, words = kept_of(turn), content().diary, turn.step.values(WORDS)[0]
    exact = [one for one in kept.chosen if one == words]
    found = exact or [one for one in kept.chosen if named_notes.with_words([Note(turn.person.today, one)], words)]
    turn.state.note(ASKS_DOCTOR)
    if len(found) != 1:
        say_of(turn, "\n".join([say("chosen_which"), *(f"• {one}" for one in found)]), kind="ask")
        return
    kept.chosen = tuple(one for one in kept.chosen if one != found[0])
    keep(turn, kept)
    say_of(turn, say("chosen_dropped", text=found[0]), buttons=[say("button_summary")])


def clear_chosen(turn: Turn) -> None:
    """Takes all questions off the page."""
    kept = kept_of(turn)
    kept.chosen = ()
    keep(turn, kept)
    say_of(turn, content().diary("chosen_cleared"))
