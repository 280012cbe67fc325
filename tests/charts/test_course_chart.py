"""The course chart: what it draws, links and says, whatever the counts."""

import re
import xml.etree.ElementTree as ET
from calendar import month_abbr
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realpolitik.charts.course import course
from realpolitik.charts.series import Period
from realpolitik.charts.small import small_multiples
from realpolitik.charts.ticks import fitting

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = st.tuples(*[st.integers(0, 500)] * 4)
PERIODS = st.lists(COUNTS, max_size=80).map(
    lambda all_: [
        Period(f"Year {i}", str(1950 + i), c, f"#t-{i}" if any(c) else None)
        for i, c in enumerate(all_)
    ]
)


def months(count: int) -> list[Period]:
    names = list(month_abbr[1:])
    return [
        Period(
            label=f"{names[i % 12]} {2015 + i // 12}",
            tick=str(2015 + i // 12) if i % 12 == 0 else names[i % 12],
            counts=(i % 3, i % 2, i % 4, 0),
            href=f"#t-{i}",
            major=i % 12 == 0,
        )
        for i in range(count)
    ]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


@settings(max_examples=40, deadline=None)
@given(PERIODS)
def test_any_counts_give_one_well_formed_drawing_that_stays_inside_its_frame(periods):
    drawing = parsed(course(periods, title="Course"))
    _, _, width, height = map(float, drawing.attrib["viewBox"].split())
    for bar in drawing.iter("rect"):
        x, y, w, h = (float(bar.attrib[k]) for k in ("x", "y", "width", "height"))
        assert x >= 0 and x + w <= width + 0.1
        assert y >= 0 and y + h <= height + 0.1 and h > 0


@settings(max_examples=40, deadline=None)
@given(PERIODS)
def test_each_period_with_records_is_a_link_to_its_evidence(periods):
    drawing = parsed(course(periods, title="Course"))
    links = [link.attrib["href"] for link in drawing.iter("a")]
    assert links == [period.href for period in periods if period.href]


@pytest.mark.parametrize("count", [0, 1, 2, 13, 60])
def test_labels_never_overlap(count):
    periods = months(count)
    for letter, pitch in ((6.4, 626 / max(count, 1)), (11.6, 626 / max(count, 1))):
        shown = sorted(fitting(periods, pitch=pitch, letter=letter))
        for left, right in pairwise(shown):
            need = (len(periods[left].tick) + len(periods[right].tick)) / 2 * letter
            assert (right - left) * pitch > need


def test_years_are_kept_where_months_do_not_fit():
    ticks = re.findall(r">([^<>]+)</text>", course(months(60), title="Course"))
    assert {"2015", "2016", "2017", "2018", "2019"} <= set(ticks)


def test_the_drawing_says_its_counts_in_words():
    svg = course(
        [Period("2020", "2020", (2, 0, 1, 0), "#t-2020")], title="Course of A & B"
    )
    assert "2020: 2 verbal cooperation, 1 verbal conflict" in svg
    assert 'aria-label="Course of A &amp; B"' in svg


def test_zero_counts_draw_no_bar_and_no_link():
    drawing = parsed(course([Period("2020", "2020", (0, 0, 0, 0))], title="Course"))
    assert not list(drawing.iter("rect")) and not list(drawing.iter("a"))


def test_hostile_labels_are_escaped():
    svg = course([Period('"><script>', "<b>", (1, 0, 0, 0), "#x")], title="<i>")
    assert "<script" not in svg and "<b>" not in svg and "<i>" not in svg


def test_small_multiples_share_one_scale():
    tall = [Period("2020", "2020", (10, 0, 0, 0))]
    low = [Period("2020", "2020", (1, 0, 0, 0))]
    drawn = {
        name: parsed(svg)
        for name, svg in small_multiples({"a": tall, "b": low}).items()
    }
    heights = {
        name: float(next(d.iter("rect")).attrib["height"]) for name, d in drawn.items()
    }
    assert heights["a"] == pytest.approx(10 * heights["b"], rel=0.01)


def test_no_rows_give_no_drawings():
    assert small_multiples({}) == {}
