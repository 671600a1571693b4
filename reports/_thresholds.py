"""The tables of `docs/safety.md` about the bars of likeness and of belief: how they were chosen, at what cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from b12guide.understanding.sign_model import EMERGENCY, URGENT
from b12guide.understanding.verdict import Thresholds, decide
from reports._classifier import Heard
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


def likeness_bars(sets: Sequence[Heard], thresholds: Thresholds) -> str:
    """Recall and false alarms of emergencies at each bar, in Markdown."""
    rows = []
    for step in sorted({*STEPS, thresholds.emergency}):
        cells = [*rates(sets, _alone, step), *rates(sets, _both(thresholds), step)]
        mark = f"**{step:.2f}**" if step == thresholds.emergency else f"{step:.2f}"
        rows.append([mark, *(f"{cell.value * 100:.1f} %" for cell in cells)])
    head = ["threshold", "likeness alone: recall", "false alarms", "with the rules: recall", "false alarms"]
    return (
        "Likeness by itself, without the rules, then both together, on all sets above without the few messages that\n"
        "stand word for word among what is learned. The training phrases are no measure: the encoder was taught on\n"
        "them.\n"
        "Each message is read as a whole and by its sentences; what is read besides it (surroundings,\n"
        "[0004](decisions/0004-warning-signs.md)) is counted in the [audit](clinical-safety/audit.md) alone.\n"
        "False alarms are messages without a sign called an emergency; more of them are look-alikes than in life.\n\n"
        + table(head, rows)
        + f"\n\n![Recall and false alarms at every threshold]({CURVE})\n\n"
        f"Chosen: emergency and crisis from {thresholds.emergency:.2f}; any sign, as urgent, from\n"
        f"{thresholds.urgent:.2f}; and from {thresholds.doubted:.2f} where the rules saw a sign and judged\n"
        "that nobody has it now. A missed emergency costs more than a card too many, so the threshold is lower than\n"
        "where errors of both kinds are fewest. Rules, phrases and lessons were made broader by what these very sets\n"
        "taught, which flatters all columns."
    )


def beside_published(taught: Sequence[Heard], published: Sequence[Heard], bar: float) -> str:
    """What likeness alone finds with the encoder in use, and with the one that was published, in Markdown.

    Args:
        taught: messages as the encoder in use hears them, which calls an emergency from `bar` on. published: the same
            messages as the published one hears them, whose bar is the lowest with no more false alarms.
    """
    most = rates(taught, _alone, bar)[1].hits
    steps = [step / 100 for step in range(1, 100)]
    other = next((step for step in steps if rates(published, _alone, step)[1].hits <= most), 1.0)
    rows = [
        [name, f"{at:.2f}", *rates(heard, _alone, at)]
        for name, heard, at in (("taught, in use", taught, bar), ("as published", published, other))
    ]
    return (
        "Likeness by itself, with the same heads on the vectors of the encoder as it was published, and its bar where\n"
        "it calls no more look-alikes an emergency.\n\n"
        + table(["encoder", "bar", "emergencies found", "called an emergency without a sign"], rows)
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


def curve(sets: Sequence[Heard], thresholds: Thresholds) -> str:
    """The table of thresholds as an SVG."""
    steps = [step / 50 for step in range(5, 50)]
    both = _both(thresholds)
    lines = {
        "recall,\nlikeness alone": [(step, rates(sets, _alone, step)[0].value) for step in steps],
        "false alarms,\nlikeness alone": [(step, rates(sets, _alone, step)[1].value) for step in steps],
        "recall,\nwith the rules": [(step, rates(sets, both, step)[0].value) for step in steps],
        "false alarms,\nwith the rules": [(step, rates(sets, both, step)[1].value) for step in steps],
    }
    return chart(lines, across="threshold", up="recall and false alarms", marked=thresholds.emergency)
