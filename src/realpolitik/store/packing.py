"""Where clean text stands in its original, packed into bytes for one column."""

import struct
from collections.abc import Sequence

import zstandard

from realpolitik.core.document import Origin

_FORM = struct.Struct("<4q")


def pack(origins: Sequence[Origin]) -> bytes | None:
    """Pack origins; None where there are none."""
    if not origins:
        return None
    plain = b"".join(
        _FORM.pack(o.start, o.end, o.raw_start, o.raw_end) for o in origins
    )
    return zstandard.compress(plain)


def unpack(packed: bytes | None) -> tuple[Origin, ...]:
    """Give back what `pack` was given."""
    if packed is None:
        return ()
    return tuple(
        Origin(*four) for four in _FORM.iter_unpack(zstandard.decompress(packed))
    )
