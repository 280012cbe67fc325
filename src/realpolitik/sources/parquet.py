"""Parquet: each row a document, its columns named as the contract's fields."""

from collections.abc import Iterator
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.opening import Opening
from realpolitik.sources.rows import FIELDS, document_of_row

_AT_ONCE = 64
_LARGEST_GROUP = 2**30
_SHOWN = 8


def read(
    stream: BinaryIO, told: RawDocument, _opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give one document for each row; a row without a text is an Unread.

    UnreadableError where the file is damaged, too large at once, or has no texts.
    """
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        table = parquet.ParquetFile(stream)
        _check_size(table.metadata)
        columns = _columns(table.schema_arrow.names)
        for batch in table.iter_batches(_AT_ONCE, columns=list(columns)):
            for row in batch.to_pylist():
                number += 1
                yield _document({columns[k]: v for k, v in row.items()}, told, number)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        said = " ".join(str(error).split())[:80]
        what = f"the Parquet file is damaged after row {number} ({said})"
        raise UnreadableError(what, "write it again") from error


def _check_size(metadata: object) -> None:
    groups = getattr(metadata, "num_row_groups", 0)
    sizes = [metadata.row_group(n).total_byte_size for n in range(groups)]  # type: ignore[attr-defined]
    if max(sizes, default=0) > _LARGEST_GROUP:
        raise UnreadableError(
            "its row groups are larger than 1 GB", "write it with smaller row groups"
        )


def _columns(names: list[str]) -> dict[str, str]:
    """Give the field of each column that is one."""
    found = {name: name.strip().lower() for name in names}
    if "text" not in found.values():
        some = ", ".join(names[:_SHOWN])[:200] or "none"
        more = " ..." if len(names) > _SHOWN else ""
        raise UnreadableError(
            f"it has no column named text; its columns are: {some}{more}",
            f"name the columns: {', '.join(FIELDS)}",
        )
    return {name: field for name, field in found.items() if field in FIELDS}


def _document(
    row: dict[str, object], told: RawDocument, number: int
) -> RawDocument | Unread:
    source = f"{told.source}:{number}"
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Unread(source, "this row has no text", "fill its column text")
    return document_of_row(row, source=source)
