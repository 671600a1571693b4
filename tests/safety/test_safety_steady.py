"""Old and unchanged numbness or tingling is no alarm; no way of saying so lowers anything else."""

from __future__ import annotations

from itertools import product

import pytest

from b12guide.safety import Detector

# {x}: the sign with whose it is, as a subject; {a}: the same as an object.
OLD_AND_UNCHANGED = [
    "I have had {x} for years, unchanged.",
    "I've had {x} for ten years and it is the same as ever.",
    "I have {x}. It has been like that for years.",
    "I have {x}, it's been the same since 2016.",
    "I've always had {x}.",
    "I have {x}, no worse than last year.",
    "I have {x}. No change for years.",
    "my feet are having {x} from 4 years",
    "I have {x}. It's stable.",
    "I have stable {x}.",
    "I have {x}, nothing new there.",
    "I still have {x}, same as before.",
    "I have long standing {x}.",
    "I have had {x} for ages and it never changes.",
    "I have had {x} for decades, not getting worse.",
    "I have {x}. They have been there since childhood.",
    "I have {x} and it has not got any worse.",
    "I've lived with {x} for twenty years now.",
    "I have {x}. It's my normal.",
    "I have {x}. I'm used to it.",
    "I have {x} and it stays the same.",
    "I have {x}, as always.",
    "I have {x}. It has remained the same for years.",
    "I have {x} from chemo years ago, steady since.",
    "I have {x}. It is an old thing, it hasn't changed.",
    "I have chronic {x}, unchanged.",
    "I have {x}, it's no different from before.",
    "I have {x} which has plateaued for years.",
    "I've had {x} since I was diagnosed, no change.",
    "I have {x}. That's old news and it isn't spreading.",
    "I have {x}. Never better, never worse, for years.",
    "i have {x} for years same as always",
    "I have {x}. It has neither changed nor spread in years.",
    "I have {x}. It's why I am on the injections, my GP knows all about it.",
    "I have {x}. My legs are steadier, though.",
    "I have {x}. It has been like that for a year.",
]
MILD = ["tingling in my feet", "numb toes", "pins and needles in my hands", "numbness in my fingers", "tingly feet"]
# Each stays at its level whatever is said of it, but for what is over: that is another matter.
OTHERS = {
    "weak legs": "urgent",
    "weakness in my arms": "urgent",
    "poor balance when I walk": "urgent",
    "trouble walking, I keep falling": "urgent",
    "hives": "urgent",
    "palpitations": "urgent",
    "swollen ankles": "urgent",
    "pus at the injection site": "urgent",
    "blurry vision": "urgent",
    "confusion": "urgent",
    "one swollen painful calf": "urgent",
    "black poo": "urgent",
    "chest pain": "emergency",
    "no control over my bladder": "emergency",
    "a drooping face": "emergency",
    "trouble breathing, I can't get air": "emergency",
}
NEW_AFTER_ALL = [
    "I have had tingling in my feet for years but it is getting worse.",
    "I have had tingling in my feet for years, unchanged. Now my hands are numb.",
    "The numbness in my toes is the same as ever. The numbness in my face is new.",
    "Numb feet for years, this week it spread to my knees.",
    "My hands have tingled for ages. Since yesterday my feet do too, they are numb.",
    "My tingling was stable for years. It has got worse since my last jab.",
    "Same old pins and needles, only stronger and in more places.",
    "I have had numb toes for years, unchanged. My legs feel weak.",
    "My fingers have tingled for years, no change. My lips are numb.",
    "I have old tingling in my feet. My arm is numb.",
]


@pytest.mark.parametrize("way", OLD_AND_UNCHANGED)
@pytest.mark.parametrize("sign", MILD)
def test_what_is_old_and_unchanged_is_routine(detector: Detector, sign: str, way: str) -> None:
    """Numbness and tingling that are old and unchanged are worth telling the clinic, and no more."""
    assert detector.triage(way.format(x=sign)).level == "routine"
    assert detector.triage(f"{way.format(x=sign)} Can I fly with ampoules?").level == "routine"


@pytest.mark.parametrize(("way", "sign"), product(OLD_AND_UNCHANGED, OTHERS))
def test_nothing_else_is_lowered(detector: Detector, way: str, sign: str) -> None:
    """Weakness, balance, bladder and every other sign keep their level, and one beside old tingling does."""
    levels = ["none", "routine", "urgent", "emergency"]
    least = levels.index(OTHERS[sign])
    for text in (way.format(x=sign), f"{way.format(x='tingling in my feet')} I have {sign}."):
        assert levels.index(detector.triage(text).level) >= least, text


@pytest.mark.parametrize("text", NEW_AFTER_ALL)
def test_new_or_worse_after_all_is_urgent(detector: Detector, text: str) -> None:
    """Whatever is old, what is new, worse or elsewhere needs advice today."""
    assert detector.triage(text).level in ("urgent", "emergency")
