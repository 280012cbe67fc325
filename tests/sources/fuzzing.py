"""Many cases for one reader: a loop over numbered changes of a small file.

    python -m tests.sources.fuzzing a.html --cases 100000 [--first 0]

A case is its number: the same number makes the same bytes again. Every fourth case has
nothing of the file but its first bytes, followed by chance. Each case that fails or
takes longer than `--slow` seconds is printed; exit code 1 if any failed.
"""

import argparse
import random
import sys
import time
import traceback

from tests.sources.test_fuzz import (
    PACKED,
    SEEDS,
    changed,
    changed_inside,
    read_all,
    seed,
)

_LONGEST_TAIL = 300
_CHANCE_EVERY = 4


def main() -> int:
    """Run the cases that were asked for and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=[*SEEDS, "a"])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--slow", type=float, default=2.0)
    asked = parser.parse_args()
    begun, read, failed = time.monotonic(), 0, 0
    for number in range(asked.first, asked.first + asked.cases):
        documents = _documents(asked.name, number, slow=asked.slow)
        read += bool(documents)
        failed += documents is None
    spent = time.monotonic() - begun
    told = f"{read} gave documents, {failed} failed, {spent:.0f} s"
    print(f"{asked.name}: {asked.cases} cases, {told}")
    return 1 if failed else 0


def case(name: str, number: int) -> bytes:
    """Give the bytes of one case."""
    chance = random.Random(f"{name} {number}")
    content = seed(name) if name in SEEDS else b""
    if number % _CHANCE_EVERY and content:
        packed = name in PACKED and number % 2
        return (changed_inside if packed else changed)(content, chance)
    kept = content[: chance.choice((0, 1, 2, 4, 8, 32))]
    return kept + chance.randbytes(chance.randrange(_LONGEST_TAIL))


def _documents(name: str, number: int, *, slow: float) -> int | None:
    begun = time.monotonic()
    try:
        documents = read_all(name, case(name, number))
    except Exception:  # whatever is raised is what is sought
        print(f"{name} {number} FAILED", case(name, number))
        traceback.print_exc(limit=-4, file=sys.stdout)
        return None
    spent = time.monotonic() - begun
    if spent > slow:
        print(f"{name} {number} took {spent:.1f} s", flush=True)
    return documents


if __name__ == "__main__":
    sys.exit(main())
