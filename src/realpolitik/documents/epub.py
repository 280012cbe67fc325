"""EPUB: the chapters of a book in the order of its spine, and its metadata."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from realpolitik.core.document import Part
from realpolitik.core.errors import UnreadableError
from realpolitik.core.problem import Problem
from realpolitik.documents.blocks import Block, Extract, Metadata, Piece
from realpolitik.documents.layout import blocks_of_layout
from realpolitik.documents.office import LARGEST_PART, day_of, xml_part
from realpolitik.unpacking.decoding import decode
from realpolitik.unpacking.xml import Event, Start, Text
from realpolitik.unpacking.zips import Zip

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/encryption.xml"
_FONTS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc")
_CIPHER = b"EncryptionMethod"
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/xml"))
_MOST_CHAPTERS = 2000
_LARGEST_BOOK = 128 * 2**20


def read(content: bytes) -> Extract:
    """Read a book; UnreadableError where it is damaged or locked."""
    archive = Zip.of_bytes(content)
    _check_rights(archive)
    path = _package_path(archive)
    package = _Package()
    package.read(xml_part(archive, path))
    book = _Book()
    for href in package.chapters():
        name = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
        book.add(archive, name)
    if not book.blocks and book.problems:
        raise UnreadableError("none of its chapters can be read", "fetch it again")
    return Extract(
        tuple(book.blocks),
        metadata=package.metadata(),
        problems=tuple(book.problems),
        framed=False,
        parts=tuple(book.parts),
    )


def _check_rights(archive: Zip) -> None:
    """Refuse a book whose texts are enciphered; shops also encipher mere fonts."""
    if not archive.has(_RIGHTS):
        return
    told = archive.read(_RIGHTS, most=2**20)
    fonts = sum(told.count(sign) for sign in _FONTS)
    if told.count(b"<" + _CIPHER) + told.count(b":" + _CIPHER) > fonts:
        raise UnreadableError(
            "it is locked by the rights management of a shop", "get it unlocked"
        )


def _package_path(archive: Zip) -> str:
    for event in xml_part(archive, _CONTAINER):
        if isinstance(event, Start) and event.name == "rootfile":
            return event.attributes.get("full-path", "")
    raise UnreadableError("it does not say where its book begins", "fetch it again")


@dataclass(slots=True)
class _Package:
    """What the package file tells: files by id, the order of reading, metadata."""

    files: dict[str, str] = field(default_factory=dict)
    spine: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    name: str | None = None

    def read(self, stream: Iterator[Event]) -> None:
        """Take all events of the package file."""
        for event in stream:
            if isinstance(event, Start):
                self.name = event.name
                self._start(event)
            elif isinstance(event, Text) and self.name and event.text.strip():
                self.told.setdefault(self.name, " ".join(event.text.split()))

    def chapters(self) -> list[str]:
        """Give the paths of the chapters, relative to the package file."""
        found = [self.files[name] for name in self.spine if name in self.files]
        return list(dict.fromkeys(found))[:_MOST_CHAPTERS]

    def metadata(self) -> Metadata:
        """Give title, author, publisher, language and day of the book."""
        told = self.told
        return Metadata(
            title=told.get("title"),
            publisher=told.get("publisher"),
            author=told.get("creator"),
            language=told.get("language"),
            published=day_of(told.get("date")),
        )

    def _start(self, event: Start) -> None:
        told = event.attributes
        if event.name == "item" and told.get("media-type") in _PAGES:
            if "nav" not in told.get("properties", "").split():
                self.files[told.get("id", "")] = unquote(told.get("href", ""))
        elif event.name == "itemref":
            self.spine.append(told.get("idref", ""))


@dataclass(slots=True)
class _Book:
    """The blocks of the chapters read so far, with places that count through all."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    length: int = 0
    size: int = 0

    def add(self, archive: Zip, name: str) -> None:
        """Read one chapter; one that can't be read is a problem."""
        try:
            content = archive.read(name, most=LARGEST_PART)
        except UnreadableError as error:
            note = f"the chapter {name} can't be read: {error.what}"
            self.problems.append(Problem("unread-part", note))
            return
        self.size += len(content)
        if self.size > _LARGEST_BOOK:
            raise UnreadableError(
                f"it is larger than {_LARGEST_BOOK // 2**20} MB when unpacked",
                "unpack it and give its chapters",
            )
        source = decode(content).text
        self.blocks += [_moved(b, self.length) for b in blocks_of_layout(source)]
        end = self.length + len(source)
        self.parts.append(Part(name, self.length, end))
        self.length = end


def _moved(block: Block, shift: int) -> Block:
    return replace(block, pieces=tuple(_shifted(p, shift) for p in block.pieces))


def _shifted(piece: Piece, shift: int) -> Piece:
    if piece.raw is None:
        return piece
    return replace(piece, raw=(piece.raw[0] + shift, piece.raw[1] + shift))
