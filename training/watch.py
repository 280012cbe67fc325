"""Figures on dev while the model learns, through the program's own reading."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from realpolitik.reading.card import Card
from realpolitik.reading.encoder import Reread, Tagged, first_pass
from realpolitik.reading.numeric import Array
from realpolitik.reading.pieces import Laid, Pieces
from realpolitik.reading.sight import Sight
from training.card import CERTAINTY, THRESHOLDS, card_table
from training.model import Reader
from training.tune import measure


class Watch:
    """The dev part, and the card with which it is read (thresholds untuned)."""

    def __init__(self, rows: Sequence[dict[str, Any]], pieces: Pieces) -> None:
        self.rows, self.pieces = rows, pieces
        self.card = Card.of(card_table(THRESHOLDS, CERTAINTY, {}))

    def measure(self, model: Reader) -> str:
        """Read dev with the model as it is now."""
        sight = Sight(self.card, TorchEncoder(model), self.pieces)  # type: ignore[arg-type]
        figures = measure(self.rows, sight)
        return " ".join(f"{name} {figure:.1f}" for name, figure in figures.items())


class TorchEncoder:
    """Both passes in torch, in the place of the two exported graphs."""

    def __init__(self, model: Reader) -> None:
        self.model = model.eval()

    @torch.no_grad()
    def tag(self, laid: Sequence[Laid]) -> Tagged:
        """Read sentences once."""
        words, scores = self.model.tagger(*self._placed(first_pass(laid)))
        return Tagged(words.cpu().numpy(), scores.cpu().numpy())

    @torch.no_grad()
    def reread(self, inputs: dict[str, Array]) -> Reread:
        """Read sentences again, once for each trigger."""
        outputs = self.model.rereader(*self._placed(inputs))
        return Reread(*(output.cpu().numpy() for output in outputs))

    def _placed(self, inputs: dict[str, Array]) -> list[Tensor]:
        device = self.model.device
        return [torch.from_numpy(a).to(device) for a in inputs.values()]
