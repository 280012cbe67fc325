"""The dictionaries of a PDF's objects, by their numbers: plain ones and packed ones."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s{1,9}\d{1,9}\s{1,9}obj\b")
_END = re.compile(rb"stream\b|endobj\b")
_FIRST = re.compile(rb"/First\s{1,9}(\d{1,9})\b")
_NUMBER = re.compile(rb"\d{1,9}")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_LONGEST = 65_536
_MOST = 1_000_000


def heads_of(content: bytes, lists: Sequence[tuple[bytes, bytes]]) -> dict[int, bytes]:
    """Give each object's dictionary, escapes of names resolved.

    `lists` are the streams of packed objects: their dictionary and what they hold.
    Where a number is given twice, both dictionaries are kept as one.
    """
    heads: dict[int, bytes] = {}
    for number, head in [*_plain(content), *_packed(lists)][:_MOST]:
        text = _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), head)
        heads[number] = heads[number] + b" " + text if number in heads else text
    return heads


def _plain(content: bytes) -> Iterator[tuple[int, bytes]]:
    for match in _OBJECT.finditer(content):
        end = _END.search(content, match.end(), match.end() + _LONGEST)
        if end is not None and b"/" in (head := content[match.end() : end.start()]):
            yield int(match[1]), head


def _packed(lists: Sequence[tuple[bytes, bytes]]) -> Iterator[tuple[int, bytes]]:
    for head, plain in lists:
        first = _FIRST.search(head)
        if first is None:
            continue
        begin = int(first[1])
        told = [int(n) for n in _NUMBER.findall(plain[:begin])]
        places = [*zip(told[::2], told[1::2], strict=False), (0, len(plain) - begin)]
        for (number, start), (_, end) in pairwise(places):
            if b"/" in (
                text := plain[begin + start : begin + min(end, start + _LONGEST)]
            ):
                yield number, text
