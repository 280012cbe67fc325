"""Where the suites and corpora that stay outside the project are found."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path | None:
    """Give the folder of suites: $REALPOLITIK_SHARED or ../shared, None if absent."""
    folder = Path(os.environ.get("REALPOLITIK_SHARED", ROOT.parent / "shared"))
    return folder if folder.is_dir() else None


def print_figures(name: str, figures: dict[str, float] | None) -> None:
    """Print the figures of one eval, or that its data is not here."""
    if figures is None:
        print("skipped: ../shared/eval not present")
        return
    for key, figure in figures.items():
        print(f"{name:14} {key:32} {figure:10.2f}")
