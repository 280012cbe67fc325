"""Encodings: bytes that had to be guessed, and text that was spoilt before."""

import re
from collections.abc import Iterator

from realpolitik.core.problem import Problem
from realpolitik.documents.condition.seen import Seen

# UTF-8 read as Windows-1252 (â€™, Ã©, Â«), as Windows-1251 (Р°, СЃ, вЂ™), the sign for
# what could not be read at all, and question marks in the place of letters.
_MOJIBAKE = re.compile(
    """â€[\u0080-\u00bf™œ\u009d˜“”¦žš]?
    |Ã[\u0080-\u00bf©¨¼¶¤‰–œŸƒ„…†‡ˆŠ‹Œ‘’“”•—˜™š›ž]
    |Â[\u00a0-\u00bf](?=[^A-Z])
    |Ð[\u0080-\u00bf°-¿]Ñ?
    |(?:[РС][\u0080-\u00bf‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ°±Ііґµ¶·ё№є»јЅѕї]){2,}
    |вЂ[\u0080-\u00bf™œќ“”]
    |ï¿½|\ufffd+""",
    re.VERBOSE,
)


def read_as(seen: Seen) -> Iterator[Problem]:
    """Say how the bytes were read where they were not plain UTF-8."""
    decoded = seen.extract.decoded
    if decoded is not None and decoded.repaired:
        note = f"{decoded.repaired}; save the file as UTF-8 if signs look wrong"
        yield Problem("encoding", note)


def mojibake(seen: Seen) -> Iterator[Problem]:
    """Find signs that a wrong encoding left behind."""
    if seen.document.text.isascii():
        return
    for match in _MOJIBAKE.finditer(seen.document.text):
        note = (
            "signs here were spoilt by a wrong encoding before this file was made: "
            f"{match.group()!r}"
        )
        yield Problem("mojibake", note, *match.span())
