"""Where an axis carries a word or a number, so that none overlaps another."""

from collections.abc import Sequence

from realpolitik.charts.series import Period


def step_for(highest: int, *, lines: int = 3) -> int:
    """Give a round step (1, 2 or 5 times a power of ten) for about `lines` lines.

    >>> [step_for(n) for n in (1, 3, 7, 14, 40, 900)]
    [1, 1, 5, 5, 20, 500]
    """
    step = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= step * factor * lines:
                return step * factor
        step *= 10


def fitting(
    periods: Sequence[Period],
    *,
    pitch: float,
    letter: float,
    kept: frozenset[int] = frozenset(),
) -> frozenset[int]:
    """Choose the periods whose tick fits beside the others.

    `pitch` is the distance of two periods, `letter` the width of a letter. Those in
    `kept` stay; then major ticks are tried, then the rest, each from left to right.
    """
    chosen = set(kept)
    majors = [index for index, period in enumerate(periods) if period.major]
    for index in (*majors, *range(len(periods))):
        if all(_apart(periods, index, other, pitch, letter) for other in chosen):
            chosen.add(index)
    return frozenset(chosen)


def _apart(
    periods: Sequence[Period], one: int, other: int, pitch: float, letter: float
) -> bool:
    if one == other:
        return True
    widths = len(periods[one].tick) + len(periods[other].tick)
    return abs(one - other) * pitch >= (widths / 2 + 1.2) * letter
