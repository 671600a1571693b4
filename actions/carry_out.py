"""The actions by the names that rules and stories know: each carries out what was decided, step by step.

Who takes a message is decided in `b12guide.conversation`; what each step says is in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import (
    answers,
    appointment,
    check,
    diary,
    feelings,
    next_steps,
    people,
    plan,
    reminders,
    repair,
    safety,
    taken_back,
    talk,
    your_data,
)
from actions.turn import Events, Turn
from b12guide.conversation.kinds import (
    ADULT_TOLD,
    ADVISED,
    AFFIRM,
    BANTER,
    CHILD_PLAN,
    CHILDREN,
    COMPARE_PLANS,
    CORRECTED,
    DENY,
    DIARY,
    EACH_PLAN,
    EMERGENCY,
    FEELINGS,
    FOLLOW_UPS,
    FORGET_ME,
    HELP_ASKED,
    KEEP_PLANS,
    LOWERED,
    MY_QUESTIONS,
    NO_DATES,
    NOT_MEANT,
    NOTHING_NEW,
    ONE_AT_A_TIME,
    ONLY_ASKING,
    QUIZ_ANSWER,
    REFUSALS,
    REMINDERS,
    REPAIR,
    SMALL_TALK,
    STANDS,
    TOLD_ASIDE,
    URGENT,
    WARNING_STANDS,
    WORDS_TO_SAY,
    YOUR_DATA,
)
from b12guide.conversation.state import ADULT, NEW_OR_WORSE, PLAN
from b12guide.understanding.acts import ASK_TOPIC, HELP_IS_HERE, UNSURE

# What each kind of step says; whatever is not here was not understood.
STEPS: dict[str, Callable[[Turn], None]] = {
    HELP_IS_HERE: safety.help_is_here,
    HELP_ASKED: safety.help_asked,
    **dict.fromkeys((CORRECTED, ONLY_ASKING), safety.corrected),
    WARNING_STANDS: safety.warning_stands,
    ADVISED: safety.advised,
    LOWERED: safety.lowered,
    NOT_MEANT: safety.not_meant,
    NEW_OR_WORSE: safety.new_or_worse,
    NOTHING_NEW: safety.nothing_new,
    PLAN: plan.plan,
    CHILD_PLAN: plan.child_plan,
    ADULT: plan.ask_adult,
    ADULT_TOLD: plan.adult_told,
    ONE_AT_A_TIME: plan.one_at_a_time,
    EACH_PLAN: people.each,
    TOLD_ASIDE: people.aside,
    KEEP_PLANS: people.keep,
    COMPARE_PLANS: people.compare,
    ASK_TOPIC: answers.answer,
    CHILDREN: answers.children,
    **dict.fromkeys(FOLLOW_UPS, repair.follow_up),
    **dict.fromkeys(REPAIR, repair.repair),
    **dict.fromkeys(FEELINGS | BANTER, feelings.feeling),
    UNSURE: answers.offer,
    **dict.fromkeys(REFUSALS, answers.refuse),
    **dict.fromkeys(SMALL_TALK, talk.small_talk),
    YOUR_DATA: your_data.your_data,
    FORGET_ME: talk.confirm_forget,
    AFFIRM: talk.yes_or_no,
    DENY: talk.yes_or_no,
    MY_QUESTIONS: next_steps.my_questions,
    WORDS_TO_SAY: next_steps.words_to_say,
    NO_DATES: talk.no_dates,
    "check_understanding": next_steps.begin_check,
    QUIZ_ANSWER: next_steps.answer_check,
    DIARY: diary.diary,
    REMINDERS: reminders.reminders_asked,
}
# Their cards went out before any action ran.
WARNINGS = frozenset({EMERGENCY, URGENT, STANDS})


class CarryOut(Action):
    """Carries out the steps that were decided, in order."""

    rasa_name = "action_answer"

    def name(self) -> str:
        return self.rasa_name

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        had, before = check.had(turn), dict(turn.state.plans)
        for step in turn.decided.steps:
            if step.kind not in WARNINGS:
                turn.step = step
                STEPS.get(step.kind, answers.not_understood)(turn)
        safety.tell_of_alarms(turn)
        safety.remind(turn)
        appointment.note_unanswered(turn)
        check.offer(turn, had)
        taken_back.keep_before(turn, before)
        turn.note_asked()
        turn.note_nets()
        return turn.events()


class ActionAfterWarning(CarryOut):
    """What follows a care card."""

    rasa_name = "action_after_warning"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(dispatcher, tracker)
        # The hold comes first: nothing that is noted beside a sign may stand in its way.
        safety.after_warning(turn, tracker.events)
        plan.note_beside_warning(turn)
        return turn.events(waits=False)


class ActionFollowUp(CarryOut):
    rasa_name = "action_follow_up"


class ActionOffer(CarryOut):
    rasa_name = "action_offer"


class ActionFallback(CarryOut):
    rasa_name = "action_fallback"


class ActionRefuse(CarryOut):
    rasa_name = "action_refuse"


class ActionSmallTalk(CarryOut):
    rasa_name = "action_small_talk"


class ActionPlan(CarryOut):
    rasa_name = "action_plan"


class ActionHelpIsHere(CarryOut):
    rasa_name = "action_help_is_here"


class ActionCorrected(CarryOut):
    rasa_name = "action_corrected"


class ActionWarningStands(CarryOut):
    rasa_name = "action_warning_stands"


class ActionNewOrWorse(CarryOut):
    rasa_name = "action_new_or_worse"


class ActionYesOrNo(CarryOut):
    rasa_name = "action_yes_or_no"


class ActionConfirmForget(CarryOut):
    rasa_name = "action_confirm_forget"


class ActionMyQuestions(CarryOut):
    rasa_name = "action_my_questions"


class ActionQuiz(CarryOut):
    rasa_name = "action_quiz"


class ActionQuizAnswer(CarryOut):
    rasa_name = "action_quiz_answer"


class ActionDiary(CarryOut):
    rasa_name = "action_diary"


class ActionReminders(CarryOut):
    rasa_name = "action_reminders"


class ActionWordsToSay(CarryOut):
    rasa_name = "action_words_to_say"
