"""The model's card: what its outputs mean, and where the decisions fall."""

import json
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from realpolitik.core.errors import ModelError
from realpolitik.reading.numeric import Array

KINDS = ("event", "stance", "figure", "judgement")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the decisions fall; all were chosen on the corpus' dev part.

    `look` is the least first-pass mass for a second reading, `trigger` the least final
    score by kind of claim, `role` the least probability of a party and `role_alone` of
    the likeliest party where no other reaches `role`; `lead` the least probability of
    acting with which a recipient is made the actor where there is none; `split` and
    `recipient_alone` the least probability of receiving with which, where some act and
    none receives, one of several actors or a mention left out is made the recipient.
    `certainty` is the least certainty by kind.
    """

    look: float
    trigger: dict[str, float]
    role: float
    role_alone: float
    lead: float
    split: float
    recipient_alone: float
    speaker: float
    link: float
    issue: float
    negated: float
    certainty: dict[str, float]


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of the outputs, in the order in which they stand."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    forms: tuple[str, ...]
    others: tuple[str, ...]
    sectors: tuple[str, ...]
    modalities: tuple[str, ...]
    indicators: tuple[str, ...]
    issues: tuple[str, ...]
    kinds: dict[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is known about the shipped model, beside its weights."""

    version: str
    labels: Labels
    thresholds: Thresholds
    certainty: dict[str, float]
    tags: dict[str, slice]
    claims: dict[str, slice]
    roles: dict[str, slice]
    about: dict[str, Any] = field(repr=False)
    allowed_modes: Array = field(repr=False)
    kinds_of_types: tuple[str, ...] = field(repr=False)

    @classmethod
    def load(cls, path: Path) -> "Card":
        """Read `card.json`; ModelError where it is missing or broken.

        The version ends in a mark of the card, which holds the hashes of the files and
        the thresholds: what is read by other ones is read anew.
        """
        if not path.is_file():
            raise ModelError(path, "missing")
        try:
            content = path.read_bytes()
            card = cls.of(json.loads(content))
            mark = sha256(content).hexdigest()[:8]
            return replace(card, version=f"{card.version}-{mark}")
        except (ValueError, KeyError, TypeError) as error:
            raise ModelError(path, f"broken ({error})") from error

    @classmethod
    def of(cls, table: dict[str, Any]) -> "Card":
        """Make a card from the table that `card.json` holds."""
        names = table["labels"]
        lists = {k: tuple(v) for k, v in names.items() if k != "kinds"}
        labels = Labels(**lists, kinds=names["kinds"])
        return cls(
            version=table["version"],
            labels=labels,
            thresholds=Thresholds(**table["thresholds"]),
            certainty=table["certainty"],
            tags=_slices(table["outputs"]["tags"]),
            claims=_slices(table["outputs"]["claims"]),
            roles=_slices(table["outputs"]["roles"]),
            about=table["about"],
            allowed_modes=_allowed_modes(labels),
            kinds_of_types=tuple(labels.kinds[name] for name in labels.types),
        )


def _allowed_modes(labels: Labels) -> Array:
    """Say for each type which modes it may have; the first mode is "none"."""
    owners = [mode.partition("/")[0] for mode in labels.modes]
    allowed = np.array([[t == o for o in owners] for t in labels.types], dtype=bool)
    allowed[:, 0] = True
    return allowed


def _slices(sizes: dict[str, int]) -> dict[str, slice]:
    ends = np.cumsum(list(sizes.values())).tolist()
    return {
        name: slice(end - size, end)
        for (name, size), end in zip(sizes.items(), ends, strict=True)
    }
