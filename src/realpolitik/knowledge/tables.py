"""The small tables, read as they are: a CSV with notes behind `#` above its head."""

import csv
from collections.abc import Iterator
from pathlib import Path

from realpolitik.core.errors import KnowledgeError

FOLDER = Path(__file__).parent


def rows(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of one table, such as "words/roles.csv"."""
    try:
        text = (FOLDER / name).read_text("utf-8")
    except FileNotFoundError as error:
        raise KnowledgeError(name, "is missing") from error
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return csv.DictReader(lines)
