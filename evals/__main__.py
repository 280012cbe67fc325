"""Run every eval and hold its figures against `floors.json`.

A floor is a number, or {"most": number} for a figure that should stay low.

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


Bound = float | dict[str, float]
Floors = dict[str, dict[str, Bound]]


def main(names: list[str]) -> int:
    """Measure, print figure and floor side by side, and say which fell."""
    floors: Floors = json.loads(FLOORS.read_text("utf-8"))
    fallen = [text for name in names or _all() for text in _run(name, floors)]
    for text in fallen:
        print(f"BELOW ITS FLOOR: {text}", file=sys.stderr)
    return 1 if fallen else 0


def _all() -> list[str]:
    modules = pkgutil.iter_modules([str(HERE)])
    return sorted(m.name for m in modules if not m.name.startswith("_"))


def _run(name: str, floors: Floors) -> list[str]:
    module = import_module(f"evals.{name}")
    if not hasattr(module, "measure"):
        return []
    figures = module.measure()
    if figures is None:
        print(f"{name}: skipped, its data is not here")
        return []
    bounds = floors.get(name, {})
    for key, figure in figures.items():
        told = f"   {_words(bounds[key])}" if key in bounds else ""
        print(f"{name:14} {key:32} {figure:8.2f}{told}")
    return [
        f"{name} {key}: {_words(bound)}, measured {figures.get(key, 'not at all')}"
        for key, bound in bounds.items()
        if key not in figures or not _holds(figures[key], bound)
    ]


def _holds(figure: float, bound: Bound) -> bool:
    return figure <= bound["most"] if isinstance(bound, dict) else figure >= bound


def _words(bound: Bound) -> str:
    return (
        f"at most {bound['most']:g}" if isinstance(bound, dict) else f"floor {bound:g}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
