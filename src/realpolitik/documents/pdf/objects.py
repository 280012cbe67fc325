"""The dictionaries of a PDF's objects, by their numbers: plain ones and packed ones."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

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
    for number, head in islice(chain(_plain(content), _packed(lists)), _MOST):
        text = _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), head)
        earlier = heads.get(number, b"")
        if len(earlier) < _LONGEST:
            heads[number] = earlier + b" " + text if earlier else text
    return heads


def _plain(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the objects that stand in the file as such; none reaches into another."""
    last: re.Match[bytes] | None = None
    for match in chain(_OBJECT.finditer(content), (None,)):
        if last is not None:
            limit = match.start() if match else len(content)
            end = _END.search(content, last.end(), min(limit, last.end() + _LONGEST))
            head = content[last.end() : end.start()] if end else b""
            if b"/" in head:
                yield int(last[1]), head
        last = match


def _packed(lists: Sequence[tuple[bytes, bytes]]) -> Iterator[tuple[int, bytes]]:
    for head, plain in lists:
        first = _FIRST.search(head)
        if first is None:
            continue
        begin = int(first[1])
        told = [int(n) for n in _NUMBER.findall(plain[:begin])]
        places = [*zip(told[::2], told[1::2], strict=False), (0, len(plain) - begin)]
        reached = 0
        for (number, start), (_, end) in pairwise(places):
            if not reached <= start < end:
                continue
            reached = end
            text = plain[begin + start : begin + min(end, start + _LONGEST)]
            if b"/" in text:
                yield number, text
