"""The kinds of what is done about a message, beside those that it has by itself, and what they carry."""

from __future__ import annotations

from b12guide.understanding.acts import DIARY as DIARY
from b12guide.understanding.acts import OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL
from b12guide.understanding.acts import REMINDERS as REMINDERS

EMERGENCY, URGENT = "emergency", "urgent"
# What only a conversation can make of a message: an emergency that stands, is put right, or was only asked about.
STANDS, CORRECTED, ONLY_ASKING, QUIZ_ANSWER = "emergency_stands", "corrected", "only_asking", "teach_back_answer"
AFFIRM, DENY, FORGET_ME, MY_QUESTIONS = "affirm", "deny", "forget_me", "my_questions"
THANKS = "thanks"
# Whether help was had in an emergency of an earlier day is asked.
HELP_ASKED = "help_asked"
# ... and what was heard in it, with rows of the triage table.
HEARD, SIGNS = "heard", "signs"
# The same of an urgent warning: it stands, a clinician has spoken, or it is old and unchanged.
WARNING_STANDS, ADVISED, LOWERED, NOTHING_NEW = "warning_stands", "advised", "lowered", "nothing_new"
# ... or what was said was meant otherwise, and is none.
NOT_MEANT = "not_meant"
# Of other people's plans: a child has none here, it is asked who is an adult, and whose is first.
CHILD_PLAN, ADULT_TOLD, ONE_AT_A_TIME, CHILDREN = "child_plan", "adult_told", "one_at_a_time", "children"
# `MOVED`: under whom a plan was kept that is somebody else's.
CARD, ABOUT, WHOSE, MOVED = "card", "about", "whose", "moved"
# Of several people at once: each is told of, one is told of beside what is asked, who is kept, whose date is first.
EACH_PLAN, TOLD_ASIDE, KEEP_PLANS, COMPARE_PLANS = "each_plan", "told_aside", "keep_plans", "compare_plans"
# `WORDS`: those of the message that a step is about; `DROPPED` and `SAVED`: whose plan is given up, or kept; `CLAIM`:
# what was asked of two dates: "before", "after", "same", or which is first.
WORDS, DROPPED, SAVED, CLAIM, FILES = "words", "dropped", "saved", "claim", "files"
# What is asked of the diary and of reminders; which of their names it is, and with what words, day and number.
ASKED, DAY, TIMES, OF_CHECK = "asked", "day", "times", "of_check"
# Which note is meant, and that tingling was told as less.
WHICH, LESS = "which", "less"
# That what is read back was named by what it is about.
NAMED = "named"
# That of several people no other one is meant.
ALONE = "alone"
# The message in which a zone was named.
PLACE = "place"
# That the notes of one day are to be read out, and nothing else.
ONLY_DAY = "only_day"
# Noted last where reminders were set or told of: "make it earlier" is of them.
REMINDED = "a reminder"
# Begins what is noted of a wish of which it was asked when: its way and its times.
WISHED_AT = "wished at/"
# Noted before it where it was asked when the reminders of several people are wanted.
OF_SEVERAL = "reminders of several people"
# Noted last where it was asked to which day an injection was moved: a bare day is that one.
MOVED_TO = "to which day it moved"
# Begins what is noted last where it was asked to which of several reminders an answer is.
WHICH_ONE = "which reminder/"
# Noted last where a note was kept or changed: "delete that" is of it.
NOTED = "a note"
# What is to be noted was asked.
NOTE_ASKED = "which note"
# Noted last where it was asked which of several notes is meant, and what one is to say instead.
WHICH_NOTE, NOTE_WORDS = "which of several notes", "new words of a note"
# Noted last where it was offered to keep what was told.
NOTE_OFFERED = "a note offered"
# Noted last where it was said how often the three questions come: "ask me now" is of them.
CHECK_TOLD = "how often it is asked"
# Noted where one of the three questions was asked: "what was the second one" is of them.
CHECK_ASKED = "one of the three"
# Noted last where the page for the appointment was shown or told of: "can I print it" is of it.
PAGED = "the page"
# Noted where questions for the doctor were kept or read: "add: can I ..." is one more.
ASKS_DOCTOR = "questions for the doctor"
# Noted last where notes were read out: "just Monday's" is of them.
READ_OUT = "notes read out"
# Noted last where it was told how notes are deleted, where they were, and where one was found twice.
DELETE_TOLD, NOTES_GONE, TWICE = "how notes are deleted", "notes deleted", "a note twice"
# What a question about a child is about beside the amount: what they eat, a part of an adult's dose, or a figure.
DIET, PART, FIGURE = "diet", "part", "figure"
# What an answer carries where it names a thing of which nothing here is about: that it has no answer on it.
UNANSWERED = "unanswered"
# ... or that is asked how things are done in a place: its name and its country, where that is known.
RULES_OF, OF_COUNTRY = "rules_of", "of_country"
# How many days after the injection the test was, of which the level is asked about.
DAYS_AFTER = "days_after"
# What a step carries where something is asked of a thing of which no more is known: the question answered last.
NO_MORE = "no_more"
# What it wants to know of what was just answered, where nothing is known of that ("time", "number").
UNKNOWN = "unknown"
# A dose that is told in passing beside a question: it is noted, and nothing is asked of it.
QUIET = "quiet"
# Words for the clinic, and that no date is wanted: the question of the date form is dropped.
WORDS_TO_SAY, NO_DATES = "words_to_say", "no_dates"
DOSE_CHANGE, YES_OR_NO = "dose_change_request", "just_yes_or_no"
REFUSALS = frozenset({DOSE_CHANGE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
FEELINGS = frozenset(
    {"feel_angry", "feel_scared", "feel_lonely", "feel_fed_up", "feel_carer", "feel_grief", "feel_ashamed"}
)
# What is told with joy, which is answered as small talk: the thanks for it carry whose words are said.
GLAD, FELT = "glad", "felt"
BANTER = frozenset({"insult", "joke", "bot_life"})
# What a yes carries behind which a question stands that nothing was found for.
NOT_ANSWERED_BESIDE = "not_answered_beside"
# It is said whose dates they are, also of the writer's.
KEEPS_OWN = "keeps_own"
HEADED = "headed"
# What is said of an answer that missed.
NOT_ANSWERED = "not_answered"
REPAIR = frozenset({NOT_ANSWERED, "too_long", "said_already", "just_yes_or_no"})
YOUR_DATA = "your_data"
SMALL_TALK = frozenset({"greet", "goodbye", "thanks", "bot_identity", "talk_to_person", "help_menu", YOUR_DATA})
WHY, SIMPLER, SAYS_WHO = "why", "simpler_words", "says_who"
FOLLOW_UPS = frozenset({"tell_more", SAYS_WHO, SIMPLER, WHY})
# Beside a repeated emergency: how often it was said before, and what is said instead of that.
AGAIN, SAYS = "again", "says"
# What asks something else while an emergency stands.
ANOTHER = "another"
# What help that has come carries where no injection may follow, and the mark of a turn in which what sounds like a sign
# is the fact that was corrected.
HELD, PUT_RIGHT = "held", "put_right"
# ... or that somebody has looked at it, or will today: no help is with them now.
SEEN = "seen"
# What was lowered, that the clinic knows of it.
KNOWN = "known"
# The mark of where somebody says that they are: the card of the turn has the numbers of that country.
COUNTRY = "country"
