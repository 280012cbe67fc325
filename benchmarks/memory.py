"""Whether memory stays flat over many documents read in one process.

    python -m benchmarks.memory [--documents 10000] [--whole]

Reads pages and texts of $REALPOLITIK_SHARED/docs or ../shared/docs (else the shipped
examples) again and again, each time with other words at its end, so that no two are the
same bytes; prints the resident memory after every tenth of them. `--whole` also reads
the claims; without it, bytes are made documents. Exit code 1 if the process grew by
more than a tenth after the first half.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from evals.shared import ROOT, shared_folder
from realpolitik.core.document import RawDocument
from realpolitik.core.errors import UnusableInputError
from realpolitik.documents.make import make_document

_MOST_GROWTH = 1.1
_STEPS = 10


def main() -> int:
    """Read, print, and say whether memory stayed flat."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--whole", action="store_true")
    asked = parser.parse_args()
    way = _reader() if asked.whole else make_document
    sizes: list[float] = []
    step = max(asked.documents // _STEPS, 1)
    for number, raw in enumerate(islice(edited(), asked.documents), start=1):
        try:
            way(raw)
        except UnusableInputError as error:
            print(f"{raw.source}: {error}")
        if number % step == 0:
            sizes.append(resident())
            print(f"{number:6} documents   {sizes[-1]:7.1f} MB", flush=True)
    return 0 if sizes[-1] <= _MOST_GROWTH * sizes[len(sizes) // 2] else 1


def edited() -> Iterator[RawDocument]:
    """Give the documents round after round, each with a line of its own at the end."""
    for number, (name, content) in enumerate(cycle(_gather())):
        line = f"<p>Line {number} of the {number % 97} ministers.</p>"
        yield RawDocument(f"{number}-{name}", content + line.encode())


def resident() -> float:
    """Give the memory of this process in MB."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if "VmRSS" in line) / 1000


def _gather() -> list[tuple[str, bytes]]:
    folder = shared_folder()
    docs = folder / "docs" if folder else ROOT / "examples"
    pages = sorted([*docs.glob("kremlin_html/*.gz"), *docs.glob("html_pages/*.gz")])
    found = [(page.stem, gzip.decompress(page.read_bytes())) for page in pages]
    for path in sorted([*docs.glob("*_docs.jsonl.gz"), *docs.glob("**/*.txt")]):
        if path.suffix == ".txt":
            found.append((path.name, path.read_bytes()))
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, 0, None, 4)]
        found += [(f"{row['id']}.txt", row["text"].encode()) for row in rows]
    return found


def _reader() -> Callable[[RawDocument], object]:
    from realpolitik.pipeline import Pipeline

    return Pipeline.load().read


if __name__ == "__main__":
    sys.exit(main())
