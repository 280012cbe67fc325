"""What a least certainty costs and brings: precision, recall and F1 by floor.

    python -m evals.certainty_floors           the table
    python -m evals.certainty_floors --write   puts it into docs/model-card.md

The default floor (the card's least certainty by kind) is chosen on dev, by F1; what a
user gets at each `--min-certainty`, below the default as above it, is told from
held-out. Run it again when the reader has been trained anew.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.claims import read_and_resolve
from evals.shared import ROOT, print_figures, shared_folder
from realpolitik.core.claim import Claim
from realpolitik.pipeline import Pipeline
from training import scoring, stanzas

Row = dict[str, Any]
PAGE = ROOT / "docs" / "model-card.md"
FLOORS = tuple(step / 10 for step in range(9))
_OPENING = "<!-- python -m evals.certainty_floors --write -->"
_CLOSING = "<!-- end -->"
_HEAD = (
    "| certainty at least | dev: F1 type | who | held-out: claims | type: precision "
    "| recall | F1 | who: precision | recall | F1 |\n" + 10 * "|---" + "|"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one stanza: as a rule, and at a least certainty of 0."""

    usual: Sequence[Claim]
    all: Sequence[Claim]
    least: dict[str, float]

    def at(self, floor: float) -> list[Claim]:
        """Give what `--min-certainty` tells at a floor.

        What is told only where somebody asks for it is told below the card's least
        certainty of its kind; the rest at every floor (`tests/reading/test_asking.py`).
        """
        ids = {claim.id for claim in self.usual}
        return [
            claim
            for claim in self.all
            if claim.certainty >= floor
            and (claim.id in ids or floor < self.least[claim.kind])
        ]


@dataclass(frozen=True, slots=True)
class Counted:
    """Claims of one part of the corpus above a floor; `gold` are all in the text."""

    gold: int
    read: int
    type: int
    who: int

    def f1(self, level: str) -> float:
        """Give the F1 of a level in percent."""
        return 200 * int(getattr(self, level)) / max(1, self.gold + self.read)

    def cells(self, level: str) -> list[str]:
        """Give precision, recall and F1 of a level in percent."""
        right = int(getattr(self, level))
        shares = (right / max(1, self.read), right / max(1, self.gold))
        return [*(f"{100 * share:.0f}" for share in shares), f"{self.f1(level):.1f}"]


def measure() -> dict[str, float] | None:
    """Say what the default floor loses on dev, in points of F1; None without the real
    sentences.
    """
    if shared_folder() is None:
        return None
    counted = count_by_floor("dev")
    own = counted[None]
    return {
        f"{level}_lost_by_default": max(c.f1(level) for c in counted.values())
        - own.f1(level)
        for level in ("type", "who")
    }


def count_by_floor(part: str) -> dict[float | None, Counted]:
    """Read a part of the corpus; the key None is the default floor."""
    rows = stanzas.load(part)
    read = reading_by_certainty()
    told = [read(row) for row in rows]
    counted: dict[float | None, Counted]
    counted = {None: _count(rows, (one.usual for one in told))}
    for floor in FLOORS:
        counted[floor] = _count(rows, (one.at(floor) for one in told))
    return counted


def reading_by_certainty() -> Callable[[Row], Told]:
    """Give a function that reads a stanza both ways, with the model loaded once."""
    usual = Pipeline.load()
    generous = usual.asking(0.0)
    least = usual.reader.sight.card.thresholds.certainty

    def read(row: Row) -> Told:
        claims = (read_and_resolve(row, pipeline) for pipeline in (usual, generous))
        return Told(*claims, least)

    return read


def _count(rows: Sequence[Row], claims: Iterable[Sequence[Claim]]) -> Counted:
    golds = [scoring.gold_claims(row) for row in rows]
    saids = [[scoring.resolved(claim) for claim in found] for found in claims]
    counts = scoring.count(golds, saids)
    return Counted(*(counts[name] for name in ("gold", "read", "type", "who")))


def table() -> str:
    """Give the table in Markdown; the default is the first row."""
    dev, held = count_by_floor("dev"), count_by_floor("held")
    lines = [_HEAD]
    for floor in dev:
        name = "default" if floor is None else f"{floor:.1f}"
        tuned = [f"{dev[floor].f1(level):.1f}" for level in ("type", "who")]
        cells = [*held[floor].cells("type"), *held[floor].cells("who")]
        row = [name, *tuned, str(held[floor].read), *cells]
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines)


def write(page: Path, told: str) -> None:
    """Put the table between its marks."""
    before, _, rest = page.read_text("utf-8").partition(_OPENING)
    _, closing, after = rest.partition(_CLOSING)
    if not closing:
        raise SystemExit(f"{page.name} has no place for the table: {_OPENING}")
    whole = f"{before}{_OPENING}\n{told}\n{_CLOSING}{after}"
    page.write_text(whole, "utf-8")


def main() -> None:
    """Print the table, or put it into the model card."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    if shared_folder() is None:
        print_figures("certainty_floors", None)
        return
    told = table()
    print(told)
    if parser.parse_args().write:
        write(PAGE, told)


if __name__ == "__main__":
    main()
