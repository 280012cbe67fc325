"""How soon the directory of actors is at hand, how much memory it takes, and imports.

    python -m benchmarks.actors

Measured in fresh processes, best of five: from the first look-up of a name and of a
person, in CPU milliseconds, without the start of Python; the memory by which the
process grew; and the import of a dictionary of 100,000 lines of which one in a hundred
is broken. Limits: 150 ms, 80 MB; exit code 1 above them.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT_MS = 150.0
LIMIT_MB = 80.0
LINES = 100_000
_LOAD = """
import resource, time
from realpolitik.knowledge import directory, forms
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
directory.known_names()
list(directory.find_names(forms.words("the Kremlin")))
directory.tenures("putin")
spent = time.process_time() - start
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(spent * 1000, grown / 1000)
"""
_IMPORT = """
import sys, time
from pathlib import Path
from realpolitik.knowledge.actors_writing import append
from realpolitik.knowledge.dictionaries import Importing
start, importing = time.process_time(), Importing()
lines = Path(sys.argv[1]).read_text().splitlines()
append(Path(sys.argv[2]), "\\n".join(importing.entries(lines)))
print(time.process_time() - start, importing.actors, len(importing.problems))
"""


def main() -> int:
    """Measure, print, and say whether the limits hold."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    runs = [tuple(map(float, _run(_LOAD).split())) for _ in range(5)]
    spent, grown = min(r[0] for r in runs), min(r[1] for r in runs)
    print(f"directory at hand: {spent:.0f} ms of CPU (limit {LIMIT_MS:.0f})")
    print(f"memory: {grown:.0f} MB (limit {LIMIT_MB:.0f})")
    seconds, actors, broken = import_many()
    print(
        f"import of {LINES:,} lines: {seconds:.1f} s of CPU, "
        f"{actors:,} actors, {broken:,} broken lines told"
    )
    return 0 if spent <= LIMIT_MS and grown <= LIMIT_MB else 1


def import_many() -> tuple[float, int, int]:
    """Give CPU seconds, actors and broken lines of one long dictionary."""
    with tempfile.TemporaryDirectory() as folder:
        path, into = Path(folder) / "x.actors.txt", Path(folder) / "own.toml"
        path.write_text("\n".join(_lines()))
        spent, actors, broken = _run(_IMPORT, str(path), str(into)).split()
    return float(spent), int(actors), int(broken)


def _lines() -> list[str]:
    """Write entries of four lines each: name, synonym, and two terms."""
    lines: list[str] = []
    for number in range(LINES // 4):
        name = f"ZORK_NUMBER_{number}"
        lines += [f"{name}_", f"+ZORKA_NUMBER_{number}_"]
        lines += ["\t[AFGGOV 20010101-20050101]", "\t[AFGELI >20050102]"]
    for number in range(50, LINES, 100):
        lines[number] = f"{lines[number]} [AFGGOV 2001"
    return lines


def _run(program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
