"""What is kept of a conversation between turns: one object, of which each version can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from b12guide.conversation.ages import child_by_age, may_be_child, told_adult
from b12guide.conversation.country_names import country_told
from b12guide.conversation.focus import OTHER_MEDICINES
from b12guide.conversation.names import called_in, is_name
from b12guide.conversation.others_stopped import somebody_stopped
from b12guide.conversation.patients import first_person, without_emphasis
from b12guide.conversation.speakers import is_back, names_another, speaker_in, tells_other_plan
from b12guide.conversation.tellings import kept_with
from b12guide.conversation.told_of_self import says_vegan, taken_back_in, told_in
from b12guide.conversation.treatment_told import tells_none, tells_some, tells_tablets
from b12guide.conversation.unborn import of_unborn
from b12guide.conversation.whose import CHILD, ME, beside_writer, child_named, named_in, speaks_of_them, treated_in
from b12guide.understanding.children import about_child, by_adult, by_child, young_one
from b12guide.understanding.few_words import few_words_wanted

VERSION = 4
MOST_SAID = 200
PLAN, FORGET, QUIZ, ADVICE, NEW_OR_WORSE = "plan", "forget", "quiz", "advice", "new_or_worse"
ADULT = "adult"
# One of the three questions on how it went, and which of several open reminders was answered.
CHECK = "check"
# Noted last where the plans of several people were read back with one question.
AT_ONCE = "at once"
# "Which foods can I eat" is asked for nobody else, whoever was spoken of before.
_OF_MYSELF = re.compile(
    r"\b(?:can|could|should|shall|do|may|must|will|would|might) i (?:\w+ )?(?:eat|drink|swallow|feel|inject myself)\b"
    r"|\b(?:i am|i'm|im) (?:\w+ ){0,2}(?:vegan|pregnant|vegetarian)\b",
    re.I,
)
# What is read from the events of a conversation, and not kept.
_OF_EVENTS = frozenset({"standing", "stood_before", "stood"})


# So long after a warning was given or spoken of, words that name no sign may be about it.
_LATELY = timedelta(days=2)
# Rows of the triage table that begin so are no warning.
ROUTINE = "C"
# Words of the body, and of a wish to die: what holds one told of a sign, though no rule knows it.
BODY = re.compile(
    r"\b(?:weak\w*|walk\w*|legs?|balance|unsteady|fall\w*|fell|bladder|bowels?|wee|pee|urine|sight|vision|see|eyes?"
    r"|breath\w*|chest|heart\w*|faint\w*|collaps\w*|bleed\w*|blood|swell\w*|swollen|rash|hives|itch\w*|numb\w*|tingl\w*"
    r"|die|dying|dead|suicid\w*|kill|harm|hurt|voices|seeing)\b",
    re.I,
)


@dataclass
class Warned:
    """An urgent warning that nobody has looked at yet.

    cards: the cards that were given, the most urgent first. heard: the person's own words. signs: rows of the triage
    table. day: the date on which it was given (ISO). turns: messages since. reminded: whether a line said so beside
    another answer. asked: on how many later days it was asked if advice was had. spoken: the last date on which it was
    spoken of since (ISO), or empty. after_injection: whether it was
    about the hours after an injection. whose: whose injections it is about (`whose_reaction`); empty: not known.
    known: whether the person said that somebody of their clinic knows of it. emergency: the card of the emergency that
    it was until a later day, or None. coming: whether a clinician is to ring, or to see them today.
    """

    cards: list[str]
    heard: list[str]
    signs: list[str]
    day: str
    turns: int = 0
    reminded: bool = False
    asked: int = 0
    spoken: str = ""
    after_injection: bool = False
    whose: list[str] = field(default_factory=list)
    known: bool = False
    emergency: str | None = None
    coming: bool = False

    @property
    def warning_signs(self) -> list[str]:
        """Its rows of the triage table without those that are no warning."""
        return [sign for sign in self.signs if not sign.startswith(ROUTINE)]

    @property
    def told(self) -> bool:
        """Whether a sign was told: the rules know one, or a word of the body stands in what was heard."""
        return bool(self.warning_signs) or any(BODY.search(words) for words in self.heard)

    def lately(self, today: date) -> bool:
        """Whether it was given or spoken of in the last days: what is written then may be about it, unnamed."""
        return today - date.fromisoformat(self.spoken or self.day) <= _LATELY

    def about(self, person: str) -> bool:
        """Whether it may be about the injections of `person`."""
        return not self.whose or person in self.whose

    def and_before(self, before: Warned | None) -> Warned:
        """This warning with what stood `before` it, which nobody has looked at either."""
        if before is not None:
            self.cards = list(dict.fromkeys([*self.cards, *before.cards]))
            self.heard = list(dict.fromkeys([*self.heard, *before.heard]))
            self.signs = list(dict.fromkeys([*self.signs, *before.signs]))
            self.whose = list(dict.fromkeys([*self.whose, *before.whose])) if self.whose and before.whose else []
            self.after_injection = self.after_injection or before.after_injection
            self.known = self.known or before.known
            self.emergency = self.emergency or before.emergency
        return self


@dataclass
class State:
    """Attributes:
    plans: of each person, by the name that is kept (`whose.ME` or a word of `persons.yml`), the state of the plan
        dialogue (`b12guide.plan.dialogue`).
    whose: whose plan was spoken of last.
    other: the person other than the writer who was named last, or None.
    for_other: whether what is asked is about somebody else, until the writer speaks of their own treatment.
    adults: people named who may have been children, and are none.
    called: by the name that is kept, the writer's own word for somebody: "mam" for "mum".
    aside: plans that were told beside what was asked: read, and kept as nobody's until they are asked for.
    waiting: whose plans were told at once, and wait for a yes of their own.
    children: people who are known to be children, `whose.ME` where the writer is one: none of them has a plan.
    held: what was told of the plan of somebody who may be a child, until it is known whether they are one, or None.
    last: topics of the latest answer, for "tell me more" and "says who?".
    topics: every topic talked about, in order of first mention.
    focus: the thing that the latest answer was about (`Question.about`), or None.
    question: the specific question that the latest answer was given to, or None.
    sources: ids of the sources of the latest answer.
    said: what was said, so that none of it is said twice: ids of replies and texts of answers, the latest last; at most
        `MOST_SAID`, the oldest forgotten first.
    misses: messages in a row that were not understood.
    refused: which request the latest turn refused, or None.
    quiz: which check of understanding is open and at which question, or None.
    awaiting: what the bot waits for: "plan" (details or a yes), "forget" (a yes to deleting everything), "quiz" (an
        answer of the check), "advice" (whether it was had), "new_or_worse" (whether something is), "adult"
        (whether the person named last is one), "check" (one of the three questions of the diary), or None.
    warned: the urgent warning that stands, or None.
    before_hold: of the people whose plans the emergency that stands put on hold, the plans as they were (None: there
        was none): a fact that is corrected was no reaction.
    told: of what was told in an earlier message and counts in later ones (`lasts` in signs.yml), the day on which it
        was told last (ISO), by its name.
    diaries: of each person, as `plans`, what is kept beside the plan: notes, questions for the clinic, reminders
        (`b12guide.diary.notes.Diary`).
    untreated: whether the writer said that they have no injections, and told of none since.
    on_tablets: whether they told of tablets of B12 that they take, and of no injections since.
    brief: whether they want answers in few words.
    no_dates: whether they said that they want no dates, and asked for none since.
    asked_under: what was asked in an emergency, or beside what only sounded urgent, in the person's words: answered
        once it turns out to be none.
    asked: the last message that asked something, in the person's words: "not the iron, the B12" asks that of B12.
    tells: the last things that were told, as they may be said to a clinic (`tellings`).
    nets: the safety nets of the last messages, each with those that stood under its answer.
    sounded: the message that only sounded urgent, while it is asked whether something is new or worse.
    facts: of each person, what was told that answers depend on (`told_of_self.FACTS`).
    vegan_home: whether somebody was said to be vegan, whoever it is: a child eats what is eaten at home.
    test_days: the days of the writer's blood test and of their injection, as told last (`days_of_test`, ISO).
    speaker: who writes since the phone was handed over, by the name that their plan was kept by before: it is the
        writer's own now; None while the one who began writes.
    medicine: the last thing spoken of that is taken beside injections: "it" is that where there are none.
    standing: the card of an emergency that stands, or None. It is read from the events of the conversation, so that
        it holds without any action having run, and is not written here.
    stood_before: where that is a crisis, the card of the other emergency that stood when it began, or None; read and
        not written likewise.
    stood: what was heard in the emergency that stands, and on which day; None where that is not known; likewise.
    """

    plans: dict[str, dict[str, Any]] = field(default_factory=dict)
    whose: str = ME
    other: str | None = None
    for_other: bool = False
    adults: list[str] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)
    aside: dict[str, dict[str, Any]] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    children: list[str] = field(default_factory=list)
    held: str | None = None
    last: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    focus: str | None = None
    question: str | None = None
    sources: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    misses: int = 0
    refused: str | None = None
    quiz: dict[str, Any] | None = None
    awaiting: str | None = None
    warned: Warned | None = None
    before_hold: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    standing: str | None = None
    stood_before: str | None = None
    stood: Warned | None = None
    diaries: dict[str, dict[str, Any]] = field(default_factory=dict)
    untreated: bool = False
    on_tablets: bool = False
    no_dates: bool = False
    brief: bool = False
    medicine: str | None = None
    asked_under: str = ""
    asked: str = ""
    tells: list[str] = field(default_factory=list)
    nets: list[list[str]] = field(default_factory=list)
    sounded: str = ""
    country: str | None = None
    facts: dict[str, list[str]] = field(default_factory=dict)
    vegan_home: bool = False
    test_days: dict[str, str] = field(default_factory=dict)
    speaker: str | None = None

    @classmethod
    def from_json(cls, value: Any, awaiting: str | None = None) -> State:
        """Read what `to_json` wrote, or the version before, which kept apart what it was `awaiting`; what this version
        does not know is left out."""
        known = {one.name for one in fields(cls)} - _OF_EVENTS
        given = {name: one for name, one in value.items() if name in known} if isinstance(value, Mapping) else {}
        if isinstance(value, Mapping) and isinstance(value.get("plan"), dict):  # of one person
            given["plans"] = {ME: value["plan"]}
        if given.get("warned"):
            given["warned"] = Warned(**given["warned"])
        return cls(**{"awaiting": awaiting, **given})

    def to_json(self) -> dict[str, Any]:
        """What is kept, JSON throughout."""
        return {"version": VERSION, **{name: one for name, one in asdict(self).items() if name not in _OF_EVENTS}}

    def heard_of(self, text: str) -> None:
        """Note whom a message names beside the writer."""
        self.hand_over(text)
        self.tells = kept_with(self.tells, text)
        self.country = country_told(text) or self.country
        wanted = few_words_wanted(text)
        self.brief = self.brief if wanted is None else wanted
        named = treated_in(text, self.known)
        self.called |= called_in(text, named)
        child = child_named(text) or (about_child(text) and bool(named) and may_be_child(named[-1]))
        # "My wee one is 6, how many for her": a child by a word that is kept for nobody.
        child = child or (not named and young_one(text) and speaks_of_them(text))
        if of_unborn(text, self.told):
            child, named = False, [one for one in named if one != CHILD]
        for person in named_in(text, self.known):
            # "My daughter Anya is three": what is asked of Anya is asked of a child.
            if is_name(person) and may_be_child(person) and child_by_age(text, person):
                self.children = list(dict.fromkeys([*self.children, person]))
        if child or named:
            # "My boy is 9, and my husband": it is the boy who is the child.
            young = [one for one in named if may_be_child(one)] if child else []
            self.other = (young or named)[-1] if named else CHILD
        elif beside := beside_writer(text, self.known):
            # "I have it monthly, my sister too": what follows of "hers" is the sister's.
            self.other = beside[-1]
        if (first_person(without_emphasis(text)) or _OF_MYSELF.search(text)) and not speaks_of_them(text):
            self.for_other = False
        elif (child or named) and not somebody_stopped(text):
            self.for_other = True
        if child and self.other is not None:
            self.children = list(dict.fromkeys([*self.children, self.other]))
        elif self.other is not None and told_adult(text, self.other):
            self.children = [person for person in self.children if person != self.other]
            if may_be_child(self.other):
                self.adults = list(dict.fromkeys([*self.adults, self.other]))
        gone = taken_back_in(text)
        if gone:
            of = self.other if self.for_other and self.other is not None else ME
            self.facts[of] = [fact for fact in self.facts.get(of, []) if fact not in gone]
        for own, facts in told_in(text).items():
            whose = ME if own else self.other
            if whose is not None and facts:
                self.facts[whose] = list(dict.fromkeys([*self.facts.get(whose, []), *facts]))
        said_vegan = says_vegan(text)
        self.vegan_home = self.vegan_home if said_vegan is None else said_vegan
        if tells_tablets(text, self.focus in OTHER_MEDICINES):
            self.on_tablets = True
        elif tells_some(text):
            self.on_tablets = False
        if tells_some(text):
            self.untreated = False
        elif tells_none(text):
            self.untreated = True
        if by_child(text):
            self.children = list(dict.fromkeys([*self.children, ME]))
        elif by_adult(text):
            self.children = [person for person in self.children if person != ME]
        # Nothing is kept of a child's dates: files that were made of them open no more.
        for person in self.children:
            self.plans.pop(person, None)
            self.aside.pop(person, None)
            self.diaries.pop(person, None)

    def hand_over(self, text: str) -> str | None:
        """Who writes from this message on, where somebody takes over whose plan was told by one who has none; their
        plan is the writer's own until the other is back."""
        if self.speaker is not None:
            other_plan = tells_other_plan(text, self.plans.get(ME))
            if other_plan or is_back(text) or names_another(text, self.speaker):
                self._keep_as(ME, self.speaker)
                # A plan that is told now is kept beside theirs, and never in its place.
                self.whose = ME if other_plan else self.speaker
                self.other, self.speaker = self.speaker, None
            return None
        if self.warned is not None or self.standing is not None or self.before_hold:
            # What a warning holds stays with whom it is about.
            return None
        person = speaker_in(text, self.plans) if not (self.plans.get(ME) or self.diaries.get(ME)) else None
        if person is not None and self.plans[person].get("paused"):
            return None
        if person is None or person in self.children or (may_be_child(person) and person not in self.adults):
            return None
        self._keep_as(person, ME)
        self.speaker, self.whose, self.other, self.for_other = person, ME, None, False
        return person

    def _keep_as(self, person: str, name: str) -> None:
        """Keep what is known of somebody by another name."""
        for kept in (self.plans, self.diaries):
            if person in kept:
                kept[name] = kept.pop(person)
        if person in self.facts:
            self.facts[name] = self.facts.pop(person)
        self.waiting = [name if one == person else one for one in self.waiting]

    def word_for(self, person: str) -> str:
        """Somebody, as the writer calls them."""
        return self.called.get(person, person)

    def told_of(self, person: str) -> dict[str, Any] | None:
        """What is known of somebody's plan: as it is kept, or as it was told beside what was asked."""
        return self.plans.get(person) or self.aside.get(person)

    def turn_to(self, person: str) -> None:
        """Speak of somebody's plan from now on, which is kept from then."""
        self.whose = person
        if person in self.aside and not self.plans.get(person):
            self.plans[person] = self.aside[person]
        self.aside.pop(person, None)

    def drop(self, person: str) -> None:
        """Forget somebody's plan, and that they were spoken of."""
        self.plans.pop(person, None)
        self.aside.pop(person, None)
        self.diaries.pop(person, None)
        self.called.pop(person, None)
        self.facts.pop(person, None)
        self.waiting = [one for one in self.waiting if one != person]
        self.adults = [one for one in self.adults if one != person]
        self.other = None if self.other == person else self.other
        self.whose = ME if self.whose == person else self.whose

    @property
    def child_writes(self) -> bool:
        """Whether who writes is a child: there is no plan and no date for them."""
        return ME in self.children

    @property
    def of_child(self) -> bool | None:
        """Whether whoever was spoken of last is a child other than the writer; None where that was asked."""
        if self.whose == ME:
            return False
        if self.whose in self.children:
            return True
        return None if self.held is not None and self.whose == self.other else False

    @property
    def known(self) -> list[str]:
        """Everybody who was named so far, and whose plans are kept."""
        others = [*self.adults, *self.children, *([self.other] if self.other else [])]
        return list(
            dict.fromkeys(
                [
                    *self.plans,
                    *self.aside,
                    *(person for person in others if person not in (ME, CHILD)),
                    *([self.speaker] if self.speaker is not None else []),
                ]
            )
        )

    @property
    def plan(self) -> dict[str, Any] | None:
        """The plan of the person who was spoken of last."""
        return self.plans.get(self.whose)

    @plan.setter
    def plan(self, plan: dict[str, Any] | None) -> None:
        if plan is None:
            self.plans.pop(self.whose, None)
        else:
            self.plans[self.whose] = plan

    def talked_about(self, topics: list[str]) -> None:
        """Note the topics of an answer; what it was about and rests on is noted by who knows it."""
        self.last, self.focus, self.question, self.sources = list(topics), None, None, []
        self.topics += [topic for topic in topics if topic not in self.topics]
        self.misses = 0

    def note(self, what: str) -> None:
        """Note that something was said: the id of a reply or an answer."""
        self.said = [*(one for one in self.said if one != what), what][-MOST_SAID:]

    def was_said(self, what: str) -> bool:
        """Whether something was said in this conversation, as far as that is kept."""
        return what in self.said

    def says_next(self, wordings: list[str]) -> str:
        """The wording that was said the longest ago, or never, noted as said; nothing where there are none."""
        if not wordings:
            return ""
        chosen = min(wordings, key=lambda one: self.said.index(one) if one in self.said else -1)
        self.note(chosen)
        return chosen

    def says_anew(self, ways: Sequence[str]) -> str:
        """The first of several ways to say something that was not said yet, or the one said the longest ago; noted."""
        new = next((way for way in ways if not self.was_said(way)), None)
        if new is None:
            return self.says_next([*ways])
        self.note(new)
        return new

    def says(self, what: str) -> bool:
        """Note that a text is said; whether it is for the first time."""
        new = not self.was_said(what)
        self.note(what)
        return new
