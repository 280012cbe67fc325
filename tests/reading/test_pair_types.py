"""Which type holds between two given parties."""

import pytest

from realpolitik.reading.reader import Reader

CASES = [
    ("Russia has criticised the US plan.", "Russia", "US", "ACCUSE"),
    ("Iran shelled positions of Iraq near the border.", "Iran", "Iraq", "ASSAULT"),
    ("The EU imposed sanctions on Belarus.", "EU", "Belarus", "SANCTION"),
    ("Japan sent food and tents to Nepal.", "Japan", "Nepal", "AID"),
    ("Japan will send food and tents to Nepal.", "Japan", "Nepal", "AGREE"),
    ("Japan will not send food to Nepal.", "Japan", "Nepal", "REJECT"),
]


@pytest.mark.parametrize(("text", "actor", "recipient", "expected"), CASES)
def test_the_likeliest_type(
    reader: Reader, text: str, actor: str, recipient: str, expected: str
) -> None:
    weights = _types(reader, text, actor, recipient)
    assert next(iter(weights)) == expected
    assert 0.99 <= sum(weights.values()) <= 1.01
    assert list(weights.values()) == sorted(weights.values(), reverse=True)


def test_spans_that_are_no_words(reader: Reader) -> None:
    assert reader.types("", actor=(0, 0), recipient=(0, 0)) == {}


def _types(reader: Reader, text: str, actor: str, recipient: str) -> dict[str, float]:
    spans = [
        (text.index(name), text.index(name) + len(name)) for name in (actor, recipient)
    ]
    return reader.types(text, actor=spans[0], recipient=spans[1])
