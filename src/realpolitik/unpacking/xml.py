"""XML as a stream of events with their places; entities are never expanded.

The parser is expat. A document that declares entities of its own is refused before
one is expanded, nothing is ever fetched, and depth costs no stack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from realpolitik.core.errors import UnreadableError

_BLOCK = 2**18
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});)")
_DEEPEST = 256  # as libxml2 has it
_LATE = re.compile(r"\s+<\?xml[^>]*>")  # a declaration that does not stand first

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Start:
    """An element begins; names stand without their namespace."""

    name: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class End:
    """An element ends."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, and the characters [start, end) of the source they stand for."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Where and why the XML is not well-formed; nothing comes after it."""

    what: str


Event = Start | End | Text | Broken


def events(source: str) -> Iterator[Event]:
    """Give the events of a source in order; the last is Broken where it is broken.

    Raises UnreadableError where the source declares entities of its own or nests
    deeper than any text does.
    """
    stream = _Stream(source)
    data = stream.data
    for low in range(0, max(len(data), 1), _BLOCK):
        block = data[low : low + _BLOCK]
        broken = stream.feed(block, last=low + _BLOCK >= len(data))
        yield from stream.taken()
        if broken:
            yield broken
            return


def mended(source: str) -> str:
    """Write a bare "&" as XML wants it; lists made by hand are full of them.

    >>> mended("a & b &amp; c &aacute;")
    'a &amp; b &amp; c &amp;aacute;'
    """
    return _BARE.sub("&amp;", source)


def local(name: str) -> str:
    """Give a name without its namespace.

    >>> local("http://www.w3.org/1999/xhtml p"), local("p")
    ('p', 'p')
    """
    return name.rsplit(" ", 1)[-1]


@dataclass(slots=True)
class _Stream:
    """The parser and what it has given since the last look."""

    source: str
    data: bytes = b""
    waiting: list[Event] = field(default_factory=list)
    depth: int = 0
    _parser: expat.XMLParserType = field(init=False, repr=False)
    _open: tuple[str, int] | None = None
    _byte: int = 0
    _character: int = 0

    def __post_init__(self) -> None:
        late = _LATE.match(self.source)
        blank = " " * late.end() if late else ""
        self.data = (blank + self.source[len(blank) :]).encode("utf-8", "replace")
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse_entities
        parser.DefaultHandler = self._other
        for name in ("StartCdataSectionHandler", "EndCdataSectionHandler"):
            setattr(parser, name, self._close)
        self._parser = parser

    def feed(self, block: bytes, *, last: bool) -> Broken | None:
        """Parse a block; the error of the parser as Broken."""
        try:
            self._parser.Parse(block, last)
        except expat.ExpatError as error:
            self._close()
            what = expat.ErrorString(error.code)
            return Broken(f"{what} in line {error.lineno}")
        if last:
            self._close(at=len(self.data))
        return None

    def taken(self) -> list[Event]:
        """Give what came, once."""
        came, self.waiting = self.waiting, []
        return came

    def _start(self, name: str, attributes: Attributes) -> None:
        self._close()
        self.depth += 1
        if self.depth > _DEEPEST:
            raise UnreadableError(
                f"its XML nests deeper than {_DEEPEST} elements", "simplify it"
            )
        plain = {local(key): value for key, value in attributes.items()}
        self.waiting.append(Start(local(name), plain))

    def _end(self, name: str) -> None:
        self._close()
        self.depth -= 1
        self.waiting.append(End(local(name)))

    def _text(self, text: str) -> None:
        self._close()
        self._open = (text, self._place(self._parser.CurrentByteIndex))

    def _other(self, _text: str) -> None:
        self._close()

    def _close(self, at: int | None = None) -> None:
        """End the text that is open where the next thing begins."""
        if self._open is not None:
            text, start = self._open
            self._open = None
            byte = self._parser.CurrentByteIndex if at is None else at
            self.waiting.append(Text(text, start, self._place(byte)))

    def _place(self, byte: int) -> int:
        """Count the characters before a byte; bytes are asked for in order."""
        if byte > self._byte:
            part = self.data[self._byte : byte]
            self._character += len(part.decode("utf-8", "replace"))
            self._byte = byte
        return self._character


def _refuse_entities(name: str, *_told: object) -> None:
    raise UnreadableError(
        f"its XML declares entities of its own ({name!r}), as attacks do",
        "take the declarations out",
    )
