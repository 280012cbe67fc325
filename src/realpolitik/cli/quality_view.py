"""The quality card on the screen: precision and recall with their intervals."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from realpolitik.reading.quality import Quality, Share, quality

_TITLES = {
    "claims": "All claims",
    "kind": "By kind",
    "type": "By type",
    "modality": "By modality (also counted: is it the same?)",
    "negation": "By negation (also counted: is it the same?)",
    "speaker": "By speaker (also counted: is it the same?)",
    "certainty": "At a least certainty of (--min-certainty)",
}
_PARTS = {
    "all": "",
    "real": "Real text only",
    "written": "Text written for the corpus only",
}


def print_quality(console: Console) -> None:
    """Print the card: everything for all text, the kinds for real and written text."""
    rows = quality()
    console.print(
        "Claims of held-out sentences, in percent with 95 % intervals. Type: kind and "
        "type are right; who: and the parties. Precision: of the claims read; recall: "
        "of the claims in the text.\n"
    )
    for by, title in _TITLES.items():
        _print(console, title, _of(rows, "all", by))
    for part in ("real", "written"):
        _print(console, _PARTS[part], [*_of(rows, part, "claims"), *_of(rows, part)])


def _of(rows: Iterable[Quality], part: str, by: str = "kind") -> list[Quality]:
    return [row for row in rows if (row.part, row.by) == (part, by)]


def _print(console: Console, title: str, rows: Iterable[Quality]) -> None:
    table = Table(
        box=None,
        pad_edge=False,
        header_style="faint",
        title=title,
        title_justify="left",
    )
    table.add_column("", min_width=18)
    for name in ("in text", "read"):
        table.add_column(name, justify="right", min_width=5)
    for name in ("type: precision", "recall", "who: precision", "recall"):
        table.add_column(name, justify="right", min_width=10)
    for row in rows:
        shares = (row.precision, row.recall, row.precision_who, row.recall_who)
        counts = (str(row.gold), str(row.read))
        table.add_row(row.value, *counts, *(_words(share) for share in shares))
    console.print(table)
    console.print()


def _words(share: Share | None) -> str:
    if share is None:
        return "-"
    return f"{share.value:.0f} ({share.low:.0f}-{share.high:.0f})"
