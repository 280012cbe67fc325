"""Small multiples: one little course a row, all drawn to one scale."""

from collections.abc import Mapping, Sequence

from realpolitik.charts.series import Period
from realpolitik.charts.svg import COLOURS, LINE, drawing, element, words

WIDTH = 150.0
HEIGHT = 44.0


def small_multiples(rows: Mapping[str, Sequence[Period]]) -> dict[str, str]:
    """Draw each named row; one highest count scales them all."""
    highest = max(
        (
            max(period.cooperation, period.conflict)
            for periods in rows.values()
            for period in periods
        ),
        default=0,
    )
    return {name: small(row, highest=highest) for name, row in rows.items()}


def small(periods: Sequence[Period], *, highest: int) -> str:
    """Draw one row without axis or labels, `highest` being the tallest bar."""
    unit = (HEIGHT / 2 - 1) / max(highest, 1)
    pitch = WIDTH / max(len(periods), 1)
    base = {"d": f"M0 {HEIGHT / 2:g}H{WIDTH:g}", "stroke": LINE}
    bars = [
        bar
        for index, period in enumerate(periods)
        for bar in _bars(period, index, (pitch, unit))
    ]
    said = _total(periods)
    name = {"class": "small", "role": "img", "aria-label": said}
    return drawing(
        WIDTH, HEIGHT, name, [words(said, {}, "title"), element("path", base), *bars]
    )


def _bars(period: Period, index: int, size: tuple[float, float]) -> list[str]:
    pitch, unit = size
    middle = HEIGHT / 2
    width = max(min(pitch * 0.7, 9.0), 0.8)
    left = index * pitch + (pitch - width) / 2
    up, down = period.cooperation * unit, period.conflict * unit
    stacks = (
        (middle - up, up, COLOURS["material cooperation"]),
        (middle, down, COLOURS["material conflict"]),
    )
    return [
        element(
            "rect",
            {"x": left, "y": top, "width": width, "height": height, "fill": colour},
        )
        for top, height, colour in stacks
        if height
    ]


def _total(periods: Sequence[Period]) -> str:
    up = sum(period.cooperation for period in periods)
    down = sum(period.conflict for period in periods)
    return f"{up} of cooperation, {down} of conflict"
