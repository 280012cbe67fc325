"""Words from outside, made fit to be printed, stored and compared."""

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAK = re.compile("[\t-\r\x85\u2028\u2029]+")
_LONE = (0xDC80, 0xDCFF)  # how Python keeps a byte of a name that is no UTF-8


def plain_words(words: str) -> str:
    r"""Give words on one line, without control characters.

    >>> plain_words("The\tDaily\x1b[31m\nNews")
    'The Daily[31m News'
    """
    return _UNPRINTABLE.sub("", _BREAK.sub(" ", words)).strip()


def plain_name(name: str) -> str:
    r"""Give the name of a source with unprintable characters and bytes written out.

    >>> plain_name("caf\udce9\x1b.txt")
    'caf\\xe9\\x1b.txt'
    """
    return _UNPRINTABLE.sub(_written_out, name)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    if _LONE[0] <= code <= _LONE[1]:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
