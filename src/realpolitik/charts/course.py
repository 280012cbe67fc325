"""The course of a relationship: cooperation above the line, conflict below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from realpolitik.charts.series import QUADS, Period
from realpolitik.charts.svg import COLOURS, INK, LINE, SOFT, drawing, element, words
from realpolitik.charts.ticks import fitting, step_for

WIDTH = 660.0
LEFT = 34.0
TOP = 12.0
PLOT = 184.0
FOOT = 30.0
WIDE_LETTER = 6.4  # of 11.5 px type; a narrow page sets 21 px type
NARROW_LETTER = 11.6
ABOVE = (1, 0)  # material cooperation stands on the line, verbal on top of it
BELOW = (3, 2)


def course(periods: Sequence[Period], *, title: str) -> str:
    """Draw the periods side by side; every one with records is a link.

    Colours come from the page's variables (--coop, --conf, their -soft kin, --ink,
    --soft, --line). Type is set by the class `ticks`, larger on a narrow page; labels
    that only fit a wide page carry the class `wide-only`.
    """
    scale = _scale(periods)
    axis = [*_grid(scale), *_labels(periods, scale)]
    bars = [_period(period, index, scale) for index, period in enumerate(periods)]
    base = element(
        "path",
        {"d": f"M{LEFT:g} {scale.zero:.2f}H{WIDTH:g}", "stroke": SOFT},
    )
    height = scale.bottom + FOOT
    name = {"class": "course", "role": "group", "aria-label": title}
    return drawing(WIDTH, height, name, [*axis, *bars, base])


@dataclass(frozen=True, slots=True)
class _Scale:
    unit: float
    step: int
    up: int
    down: int
    pitch: float

    @property
    def zero(self) -> float:
        return TOP + self.up * self.unit

    @property
    def bottom(self) -> float:
        return self.zero + self.down * self.unit

    def left(self, index: int) -> float:
        return LEFT + index * self.pitch


def _scale(periods: Sequence[Period]) -> _Scale:
    high = max((period.cooperation for period in periods), default=0)
    low = max((period.conflict for period in periods), default=0)
    step = step_for(max(high, low, 1))
    up, down = (max(1, ceil(count / step)) * step for count in (high, low))
    pitch = (WIDTH - LEFT) / max(len(periods), 1)
    return _Scale(PLOT / (up + down), step, up, down, pitch)


def _grid(scale: _Scale) -> Iterator[str]:
    for count in range(-scale.down, scale.up + 1, scale.step):
        y = scale.zero - count * scale.unit
        if count:
            path = {"d": f"M{LEFT:g} {y:.2f}H{WIDTH:g}", "stroke": LINE}
            yield element("path", path | {"stroke-dasharray": "1 4"})
        place = {"x": LEFT - 7, "y": y + 4, "text-anchor": "end", "fill": SOFT}
        yield words(str(abs(count)), {"class": "ticks"} | place)


def _labels(periods: Sequence[Period], scale: _Scale) -> Iterator[str]:
    narrow = fitting(periods, pitch=scale.pitch, letter=NARROW_LETTER)
    wide = fitting(periods, pitch=scale.pitch, letter=WIDE_LETTER, kept=narrow)
    for index in sorted(wide):
        period = periods[index]
        where = {
            "x": scale.left(index) + scale.pitch / 2,
            "y": scale.bottom + 22,
            "text-anchor": "middle",
            "fill": INK if period.major else SOFT,
        }
        kind = "ticks" if index in narrow else "ticks wide-only"
        text = period.tick + ("*" if period.open_ended else "")
        yield words(text, {"class": kind} | where)


def _period(period: Period, index: int, scale: _Scale) -> str:
    width = min(scale.pitch * 0.68, 46.0)
    left = scale.left(index) + (scale.pitch - width) / 2
    bars = [
        *_stack(period, ABOVE, (left, width), scale),
        *_stack(period, BELOW, (left, width), scale),
    ]
    if not bars:
        return ""
    field: dict[str, object] = {"class": "field", "fill": "transparent"}
    field |= {"x": scale.left(index), "y": TOP, "width": scale.pitch}
    field |= {"height": scale.bottom - TOP}
    said = period.described()
    parts = [words(said, {}, "title"), element("rect", field), *bars]
    if period.href is None:
        return element("g", {"role": "img", "aria-label": said}, *parts)
    return element("a", {"href": period.href, "aria-label": said}, *parts)


def _stack(
    period: Period, quads: tuple[int, int], place: tuple[float, float], scale: _Scale
) -> Iterator[str]:
    rising = quads == ABOVE
    edge = scale.zero
    for quad in quads:
        height = period.counts[quad] * scale.unit
        if not height:
            continue
        top = edge - height if rising else edge
        bar = {"x": place[0], "y": top, "width": place[1], "height": height}
        yield element("rect", bar | {"fill": COLOURS[QUADS[quad]]})
        edge = top if rising else edge + height
