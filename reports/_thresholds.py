"""The tables of `docs/safety.md` about the bars of the classifier and of belief: how they were chosen, at what cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from b12guide.understanding.verdict import EMERGENCY, URGENT, Thresholds, decide
from reports._classifier import FOLDS, Heard
from reports._intervals import Share
from reports._tables import chart, table

CURVE = "safety-curve.svg"
DOUBTS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99)


def rates(heard: Sequence[Heard], says: Callable[[Heard, float], bool], threshold: float) -> tuple[Share, Share]:
    """How many emergencies, and how many messages without any sign, `says` calls an emergency at `threshold`."""
    emergencies = [one for one in heard if one.message.level == EMERGENCY]
    calm = [one for one in heard if one.message.level is None]
    return (
        Share(sum(says(one, threshold) for one in emergencies), len(emergencies)),
        Share(sum(says(one, threshold) for one in calm), len(calm)),
    )


def _alone(one: Heard, threshold: float) -> bool:
    return one.emergency >= threshold


def _both(thresholds: Thresholds) -> Callable[[Heard, float], bool]:
    def says(one: Heard, threshold: float) -> bool:
        return decide(one.rules, one.likenesses, replace(thresholds, emergency=threshold))[0] == EMERGENCY

    return says


def likeness_bars(trained: Sequence[Heard], sets: Sequence[Heard], thresholds: Thresholds) -> str:
    """Recall and false alarms of emergencies at each bar, in Markdown."""
    rows = []
    for step in sorted({*STEPS, thresholds.emergency}):
        cells = [*rates(trained, _alone, step), *rates(sets, _alone, step), *rates(sets, _both(thresholds), step)]
        mark = f"**{step:.2f}**" if step == thresholds.emergency else f"{step:.2f}"
        rows.append([mark, *(f"{cell.value * 100:.1f} %" for cell in cells)])
    head = ["threshold", "recall, training phrases", "false alarms", "recall, sets", "false alarms"]
    return (
        "The first reader by itself on training phrases, each scored by a model fitted without its fifth and without\n"
        f"any phrase that is nearly the same ({FOLDS}-fold cross-validation over groups of paraphrases; the second\n"
        "was tuned on all of them); both readers, without the rules, on the sets, which neither has learned from;\n"
        "then rules and readers together. False alarms are messages without a sign called an emergency;\n"
        "among them are more look-alikes than in life.\n\n"
        + table([*head, "both: recall, sets", "false alarms"], rows)
        + f"\n\n![Recall and false alarms at every threshold]({CURVE})\n\n"
        f"Chosen: emergency and crisis from {thresholds.emergency:.2f}; any sign, as urgent, from\n"
        f"{thresholds.urgent:.2f}; and, where the rules saw a sign and judged that nobody has it now,\n"
        f"from {thresholds.doubted:.2f} as an emergency and from {thresholds.doubted_urgent:.2f} as urgent.\n"
        "A missed emergency costs more than a card too many, so the threshold is lower than\n"
        "where errors of both kinds are fewest. Rules and phrases were made broader by these very sets, which\n"
        "flatters the last columns; the columns of the training phrases lack the nearest phrases, which does them\n"
        "wrong."
    )


def belief_bars(sets: Sequence[Heard], thresholds: Thresholds) -> str:
    """How many of the emergencies that the rules find are believed less than each bar, in Markdown."""
    found = [one for one in sets if one.rules.level == EMERGENCY]
    bars = (thresholds.believed, thresholds.possible)
    rows = []
    for step in sorted({*DOUBTS, *bars}):
        shares = []
        for level in (EMERGENCY, URGENT, None):
            those = [one for one in found if one.message.level == level]
            shares.append(Share(sum(one.belief < step for one in those), len(those)))
        rows.append([f"**{step:.2f}**" if step in bars else f"{step:.2f}", *shares])
    return (
        "Where the rules find an emergency in a message that hardly anybody would write who means it, the card begins\n"
        '"If this is happening to you or someone near you, call ... now", and the level is urgent: below\n'
        f"{thresholds.believed:.2f} of the table. Below {thresholds.possible:.2f} there is no card, and the answer\n"
        "begins with one sentence of what to do; a wish to die and a message with an urgent sign beside it keep\n"
        "theirs. How likely it is that the words are meant is learned from phrases with a sign and from phrases with\n"
        "the words of one and none. Of the messages in which the rules find an emergency, so many are believed\n"
        "less than:\n\n" + table(["believed less than", "emergencies", "urgent", "look-alikes"], rows)
    )


def curve(trained: Sequence[Heard], sets: Sequence[Heard], thresholds: Thresholds) -> str:
    """The table of thresholds as an SVG."""
    steps = [step / 50 for step in range(5, 50)]
    both = _both(thresholds)
    lines = {
        "recall, training\nphrases": [(step, rates(trained, _alone, step)[0].value) for step in steps],
        "false alarms, training\nphrases": [(step, rates(trained, _alone, step)[1].value) for step in steps],
        "recall, sets,\nwith the rules": [(step, rates(sets, both, step)[0].value) for step in steps],
        "false alarms, sets,\nwith the rules": [(step, rates(sets, both, step)[1].value) for step in steps],
    }
    return chart(lines, across="threshold", up="recall and false alarms", marked=thresholds.emergency)
