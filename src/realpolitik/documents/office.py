"""What the zipped formats of office programs share: parts, metadata, table cells."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from realpolitik.documents.blocks import Metadata
from realpolitik.unpacking.decoding import decode
from realpolitik.unpacking.xml import Event, Start, Text, events
from realpolitik.unpacking.zips import Zip

LARGEST_PART = 64 * 2**20
_CELL_GAP = " | "


def xml_part(archive: Zip, name: str) -> Iterator[Event]:
    """Give the events of one XML file inside; UnreadableError if it can't be read."""
    return events(decode(archive.read(name, most=LARGEST_PART)).text)


def core_metadata(archive: Zip, name: str) -> Metadata:
    """Read the Dublin Core fields of a file inside; empty where there is no such file.

    The day on which a file was made is no day of publication: only `date`, which
    authors set, is taken for that.
    """
    told = _fields(xml_part(archive, name)) if archive.has(name) else {}
    return Metadata(
        title=told.get("title"),
        publisher=told.get("publisher"),
        author=told.get("creator") or told.get("initial-creator"),
        language=told.get("language"),
        published=day_of(told.get("issued")),
        modified=day_of(told.get("modified") or told.get("date")),
    )


def day_of(text: str | None) -> date | None:
    """Read the day at the start of a time stamp."""
    with suppress(ValueError):
        return date.fromisoformat((text or "").strip()[:10])
    return None


def cell_text(cells: Sequence[str]) -> str:
    """Put the cells of a table's row into one line; empty ones are passed over."""
    words = (" ".join(cell.split()) for cell in cells)
    return _CELL_GAP.join(word for word in words if word)


def _fields(stream: Iterator[Event]) -> dict[str, str]:
    """Give the first text of each element by its name."""
    told: dict[str, str] = {}
    name = None
    for event in stream:
        if isinstance(event, Start):
            name = event.name
        elif isinstance(event, Text) and name and event.text.strip():
            told.setdefault(name, " ".join(event.text.split()))
    return told
