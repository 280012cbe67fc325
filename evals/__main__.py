"""Run every eval and hold its figures against `floors.json`.

    python -m evals            all of them; exit code 1 if a figure is below its floor
    python -m evals NAME ...   some of them

An eval is a module of this folder with `measure() -> dict[str, float] | None`; None
means that its data is not here (most live outside the project) and is said so.
"""

import json
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"


def main(names: list[str]) -> int:
    """Measure, print figure and floor side by side, and say which fell."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    fallen = [text for name in names or _all() for text in _run(name, floors)]
    for text in fallen:
        print(f"BELOW ITS FLOOR: {text}", file=sys.stderr)
    return 1 if fallen else 0


def _all() -> list[str]:
    modules = pkgutil.iter_modules([str(HERE)])
    return sorted(m.name for m in modules if not m.name.startswith("_"))


def _run(name: str, floors: dict[str, dict[str, float]]) -> list[str]:
    module = import_module(f"evals.{name}")
    if not hasattr(module, "measure"):
        return []
    figures = module.measure()
    if figures is None:
        print(f"{name}: skipped, its data is not here")
        return []
    expected = floors.get(name, {})
    missing = sorted(set(expected) - set(figures))
    low = [key for key, floor in expected.items() if figures.get(key, floor) < floor]
    for key, figure in figures.items():
        floor = f"   floor {expected[key]:g}" if key in expected else ""
        print(f"{name:14} {key:32} {figure:8.2f}{floor}")
    return [f"{name} {key}: {figures[key]:.2f} < {expected[key]:g}" for key in low] + [
        f"{name} {key}: has a floor and was not measured" for key in missing
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
