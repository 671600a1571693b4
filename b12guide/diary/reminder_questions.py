"""What is asked about reminders themselves: when they come, who sends them, and whether to answer."""

from __future__ import annotations

import re

from b12guide.diary.reading import LONGEST
from b12guide.diary.spelled import spelled_out

# In which words it comes; at what time; what if nobody answers; whether and how one is answered; who sends it.
WORDING, TIME, SILENT, ANSWERS, SENDER = "wording", "time", "silent", "answers", "sender"
_LEAD = r"^\W*(?:(?:so|and|but|ok|okay|right|oh|thanks|thank you|ta|great|also|just|well|hang on)\W+){0,4}"
_END = r"(?: (?:then|though|please|again|exactly|by the way|or what|or not|at all|sorry)){0,3}\W*$"
_IT = (
    r"(?:it|that|this|they|them|those|these|one|the (?:text|reminder|message|nudge)s?|your (?:text|reminder|message)s?)"
)
_THEM = r"(?:the |your |a |any |my |these |those )?(?:texts?|reminders?|messages?|nudges?|sms)"
_TIME = r"(?:at )?(?:what|which) (?:time|hour)(?:'?s| is| are| will| does| do| would)?(?: the time)?"
_FORMS = {
    WORDING: (
        rf"(?:show|tell|give|read) me (?:exactly )?(?:what (?:it|they|{_THEM}) (?:will |would |'?ll |'?d )?says?"
        r"|(?:the |your |an? )?(?:exact )?(?:wording|words|example|sample)(?: (?:of|for) (?:it|one|them))?"
        r"(?: (?:that )?(?:you'?d|you would|you will|you'?ll|you) send)?"
        r"|the text (?:that )?(?:you'?d|you would|you will|you'?ll|you) send)",
        rf"what (?:exactly )?(?:would|will|does|do|is) {_IT} (?:say|read|going to say)",
        rf"how (?:is|are|will|would) {_IT} (?:be )?(?:worded|phrased|written)",
        rf"what (?:is|are|'?s) the (?:exact )?(?:wording|words|text)(?: of {_IT})?",
    ),
    TIME: (
        rf"{_TIME} {_IT}(?: (?:be|come|coming|sent|going out|go out|arrive|set for|for|at|on|due)){{0,3}}",
        rf"what(?:'?s| is) the time (?:on|of|for) {_IT}",
        r"(?:when|what time) (?:will|does|do|would) (?:it|that|they) (?:come|be sent|go out|arrive|go off|land)",
        rf"(?:is|are) {_IT} (?:in the|at) (?:morning|evening|night|afternoon|day|\d{{1,2}}(?: ?[ap]m)?)",
    ),
    SILENT: (
        r"(?:what (?:happens |then |will happen )?|and )?if (?:i|she|he|we)"
        r" (?:don'?t|do not|never|forget to|can'?t|doesn'?t)"
        rf" (?:answer|reply|respond|text back|write back)(?: (?:to )?{_IT})?",
        rf"(?:what (?:happens |then |will happen )?|and )?if (?:i|she|he|we) (?:ignore|miss|don'?t see|don'?t notice"
        rf"|overlook) {_IT}",
        r"will (?:you|it) (?:keep (?:on )?|go on |just keep )(?:texting|nagging|reminding|sending|asking)"
        r"(?: me| them){0,2}"
        r"(?: (?:if|until|till) [\w' ]{2,30})?",
        r"how (?:often|many times) (?:will|do|would) you (?:text|remind|nag|ask|chase|send)(?: me| it| them){0,2}"
        r"(?: (?:if|before|until) [\w' ]{2,30})?",
    ),
    ANSWERS: (
        rf"(?:do|must|should|will|would) (?:i|she|he|we) (?:have to |need to |got to |be expected to )?(?:answer|reply"
        rf"|respond|text back|write back)(?: (?:to )?{_IT})?(?: every time| each time)?",
        rf"(?:what|how) (?:do|should|can|would) (?:i|we) (?:reply|answer|say|text back|write back|respond)"
        rf"(?: (?:to )?{_IT}| when {_IT} comes?| back){{0,2}}",
    ),
    SENDER: (
        rf"who (?:sends?|is sending|will send|writes?|texts?)(?: me)? {_IT}",
        rf"(?:do|does|will|is) (?:the |my )?(?:clinic|surgery|practice|nurse|doctor|gp|hospital) (?:send|sends|sending"
        rf"|write|text) {_IT}",
        rf"who (?:is|are|does) {_IT} (?:come )?from",
        rf"(?:is|are|do) {_IT} (?:come )?from (?:the |my )?(?:clinic|surgery|practice|nurse|doctor|gp|hospital|you)",
    ),
}
_ASKED = {what: [re.compile(rf"{_LEAD}{form}{_END}", re.I) for form in forms] for what, forms in _FORMS.items()}
_NAMES = re.compile(rf"\b{_THEM}\b|\b(?:texting|reminding|nagging|remind me|text me)\b", re.I)


def asks_of_reminder(text: str, *, just: bool) -> str | None:
    """Which of these a message asks and nothing else; None for every other.

    Args: just: reminders were spoken of last, so "it" is one; else the message has to name one.
    """
    plain = spelled_out(text[:LONGEST])
    if not just and _NAMES.search(plain) is None:
        return None
    return next((what for what, forms in _ASKED.items() if any(form.match(plain) for form in forms)), None)
