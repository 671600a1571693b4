"""Answers of the stand-in server, one of each kind."""

from __future__ import annotations

from typing import Any

from b12guide.channels.parts import with_parts


def custom(kind: str, **fields: Any) -> dict[str, Any]:
    """Return a complete ``custom`` object of this kind."""
    empty: dict[str, Any] = {
        "kind": kind, "topics": [], "offered": [], "level": "none", "signs": [], "sources": [], "plan": None,
    }  # fmt: skip
    return {**empty, **fields}


SOURCES = [
    {"title": "NHS, About hydroxocobalamin", "url": "https://www.nhs.uk/medicines/hydroxocobalamin/", "checked": None},
    {"title": "NHLBI, Pernicious anemia", "url": "https://www.nhlbi.nih.gov/", "checked": "2026-03-02"},
]

PLAN = {
    "status": "assumed",
    "assumptions": [
        "The 3 months are counted from the last loading injection.",
        "3 months means the same day of the month, not 12 weeks.",
    ],
    "question": None,
    "phases": [
        {"kind": "loading", "frequency": 3, "period": 1, "period_max": None, "unit": "wk", "count": None,
         "duration": 2, "duration_unit": "wk", "days_of_week": ["mon", "wed", "fri"]},
        {"kind": "maintenance", "frequency": 1, "period": 3, "period_max": None, "unit": "mo", "count": None,
         "duration": None, "duration_unit": None, "days_of_week": []},
    ],
    "dose_mcg": 1000,
    "route": "im",
    "product": "hydroxocobalamin",
    "anchor": {"kind": "first", "date": "2026-03-02"},
    "next": [
        {"earliest": "2026-03-04", "latest": "2026-03-04", "phase": "loading", "flags": ["overdue"]},
        {"earliest": "2026-03-13", "latest": "2026-03-13", "phase": "loading", "flags": []},
        {"earliest": "2026-06-13", "latest": "2026-06-13", "phase": "maintenance", "flags": ["weekend"]},
        {"earliest": "2026-09-07", "latest": "2026-09-21", "phase": "maintenance", "flags": ["open_ended"]},
    ],
    "unread": [],
}  # fmt: skip

READ = [
    "Loading: 1,000 micrograms of hydroxocobalamin into a muscle, 3 times a week for 2 weeks.",
    "Then every 3 months, counted from the last loading injection.",
]


def care(level: str, text: str, buttons: list[str] | None = None, **fields: Any) -> list[dict[str, Any]]:
    """A care card, with its heading and its lines as the server says them."""
    row = {"buttons": [{"title": title, "payload": title} for title in buttons]} if buttons else {}
    return with_parts([{"text": text, "custom": custom(level, level=level, **fields), **row}])


# A key is a pattern that is looked for in the text; the first that fits answers.
ANSWERS: dict[str, list[dict[str, Any]]] = {
    r"tongue|throat": care(
        "emergency",
        "Call 999 or your local emergency number now. Say \"anaphylaxis\". If you have an adrenaline pen, use it "
        "before you call. Lie down with your legs raised. If breathing is hard, sit up with your legs out. Do not "
        "stand, even if you feel better. Not better after 5 minutes: use a second pen.",
        signs=["A1"],
        calls=[{"label": "Call 999", "tel": "999"}],
    ),
    r"own heading": [
        {
            "text": "Stay. Call 999. Now.",
            "custom": custom(
                "emergency", level="emergency", parts=[{"heading": "Stay. Call 999. Now.", "text": ["One. Two."]}]
            ),
        }
    ],
    r"no heading": [{"text": "Stay.\nCall 999.", "custom": custom("emergency", level="emergency")}],
    r"end it": care(
        "emergency",
        "I am really glad you told me. If you might act on this, call 999, 911, 112 or your local emergency number "
        "now. You do not have to face this alone. Call Samaritans on 116 123, day and night. If you can, get "
        "someone to be with you.",
        signs=["A11"],
        calm=True,
        calls=[{"label": "Call 116 123", "tel": "116 123"}, {"label": "Call 999", "tel": "999"}],
    ),
    r"worse": care(
        "urgent",
        "Get medical advice today. Call your doctor. In England, Scotland and Wales you can call NHS 111. Nobody "
        "watches this chat. Call 999 or your local emergency number if your legs get weak or you cannot walk.",
        ["What will they ask me?"],
        signs=["B2"],
        calls=[{"label": "Call NHS 111", "tel": "111"}],
    ),
    r"plan|3 months": [
        {"text": "This is how I read your plan. Two dates for your calendar: loading ends on Friday 13 March 2026; "
                 "every-3-months starts on Saturday 13 June 2026.\nIs that what your clinic said?"},
        {
            "buttons": [
                {"title": "Yes", "payload": "Yes"},
                {"title": "It is every 12 weeks", "payload": "It is every 12 weeks"},
                {"title": "Change something", "payload": "Change something"},
            ],
            "custom": custom(
                "plan",
                plan=PLAN,
                parts=[{"read": READ, "ask": "Is that what your clinic said?"}],
                links=[
                    {"label": "Add to my calendar", "url": "/plan/1/plan.ics"},
                    {"label": "Picture of my plan", "url": "/plan/1/plan.svg"},
                    {"label": "Print", "url": "/plan/1/print"},
                    {"label": "Elsewhere", "url": "https://elsewhere.example/"},
                ],
            ),
        },
    ],
    r"next date|next jab": [
        {
            "text": 'I can work that out. How often do you have them? For example "every 12 weeks" or "once a month".',
            "custom": custom("ask"),
        }
    ],
    r"blood thing": [
        {
            "text": "I am not sure what you mean. Is it one of these?\nIf you feel very unwell, do not wait for me: "
            "call your clinic, or 999 in an emergency.",
            "buttons": [
                {"title": "What is checked after starting?", "payload": "What is checked after starting?"},
                {"title": "What do the blood tests mean?", "payload": "What do the blood tests mean?"},
                {"title": "Something else", "payload": "Something else"},
            ],
            "custom": custom("did_you_mean", offered=["monitoring_after_starting", "lab_tests_explained"]),
        }
    ],
    r"forget me": [
        {
            "text": "This deletes our conversation and your plan from this computer. It cannot be undone. Delete it?",
            "buttons": [
                {"title": "Delete everything", "payload": "Delete everything"},
                {"title": "Keep it", "payload": "Keep it"},
            ],
            "custom": custom("menu"),
        }
    ],
    r"delete everything": [
        {"text": "It is deleted from this computer.", "custom": custom("menu", deleted=True)}
    ],
    r"<|javascript": [
        {
            "text": "<img src=x onerror=alert(1)> & <b>not bold</b>",
            "buttons": [{"title": "<script>alert(1)</script>", "payload": "<script>alert(1)</script>"}],
            "custom": custom(
                "answer",
                topics=["other_b12"],
                sources=[{"title": "<i>t</i>", "url": "javascript:alert(1)", "checked": None}],
                links=[{"label": "bad", "url": "javascript:alert(1)"}, {"label": "bad", "url": "//evil.example/"}],
                calls=[{"label": "bad", "tel": "javascript:alert(1)"}, None],
            ),
        }
    ],
    r"feel better": [
        {"text": "Some people feel better in days, others in weeks.\nTingling and numbness take longer, from weeks to "
                 "months. They may not go fully if the problem lasted a long time."},
        {
            "text": "If you feel no better after a few weeks, tell your clinic. New or worse numbness or weakness: get "
            "advice today.",
            "buttons": [
                {"title": "Will the tingling go?", "payload": "Will the tingling go?"},
                {"title": "Why am I not better yet?", "payload": "Why am I not better yet?"},
                {"title": "Tell me more", "payload": "Tell me more"},
            ],
            "custom": custom(
                "answer",
                topics=["time_to_feel_better"],
                sources=SOURCES,
                review="Dr A. Example (GP) signed off this answer.",
                parts=[
                    {"lead": "Some people feel better in days, others in weeks.",
                     "text": ["Tingling and numbness take longer, from weeks to months. They may not go fully if the "
                              "problem lasted a long time."]},
                    {"help": "If you feel no better after a few weeks, tell your clinic. New or worse numbness or "
                             "weakness: get advice today."},
                ],
            ),
        },
    ],
    r"many sources": [
        {"text": "Five pages say so.",
         "custom": custom("answer", sources=[{**SOURCES[0], "title": f"Page {n}"} for n in range(5)])}
    ],
    r"": [{"text": "I did not understand that. Please try other words.", "custom": custom("fallback")}],
}  # fmt: skip
