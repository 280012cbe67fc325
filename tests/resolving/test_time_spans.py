import re

import pytest
from hypothesis import given
from hypothesis.strategies import DataObject, data, from_regex

from realpolitik.resolving.time_spans import FIRST_WORDS, WAYS, Way, time_spans

LOOKED_BACK = "(?<=in )"  # what stands before is no part of the time


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.first[:20] or "figures")
@given(drawn=data())
def test_each_way_tells_the_words_that_it_begins_with(
    way: Way, drawn: DataObject
) -> None:
    pattern = re.compile(way.pattern.replace(LOOKED_BACK, ""), re.IGNORECASE)
    said = drawn.draw(from_regex(pattern, fullmatch=True))
    first = re.match(r"\w+", said)
    assert first
    assert first.group().lower() in FIRST_WORDS or first.group()[0].isdecimal()


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("In years to come.", ["years"]),
        ("The Day after May, in May 2004.", ["May 2004"]),
        ("On 3rd May at 10:30 GMT, 2004.", ["10:30 GMT", "2004"]),
        ("Dhul-Hijjah 1445 was long ago.", ["Dhul-Hijjah 1445"]),
        ("Nearly 1.5 years later, the 1990s.", ["Nearly 1.5 years later", "the 1990s"]),
    ],
)
def test_times_stand_where_they_are_written(sentence: str, times: list[str]) -> None:
    assert [match.group() for match in time_spans(sentence)] == times
