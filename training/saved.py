"""Readers as they are kept between runs."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor

from training.encoder import Kind
from training.model import Reader, Size


def save_reader(path: Path, raw: Reader, average: Reader) -> None:
    """Write both sets of weights, and the measures of the model."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(
        {
            "size": asdict(raw.size),
            "raw": raw.state_dict(),
            "average": average.state_dict(),
        },
        path,
    )


def load_reader(*paths: Path, weights: str = "average") -> Reader:
    """Read a model, or the mean of several, onto the accelerator if there is one."""
    kept = [torch.load(path, map_location="cpu") for path in paths]
    reader = Reader(size_of(kept[0]))
    reader.load_state_dict(mean([one[weights] for one in kept]))
    return reader.to(device())


def mean(weights: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Give the mean of each weight (Wortsman et al. 2022, uniform soup)."""
    return {
        name: torch.stack([one[name].float() for one in weights]).mean(0)
        for name in weights[0]
    }


def size_of(kept: dict[str, dict[str, Tensor]]) -> Size:
    """Give the measures of a kept model; without any it is a student's."""
    if "size" not in kept:
        return Size()
    table = dict(kept["size"])
    return Size(**(table | {"encoder": Kind(**table["encoder"])}))  # type: ignore[arg-type]


def device() -> torch.device:
    """Give the accelerator if there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
