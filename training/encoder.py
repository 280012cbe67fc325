"""MiniLM-L6 (BERT shape) in plain torch, with the shape of words as a second input."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDE, LAYERS, HEADS, INNER, SHAPES, KEPT = 384, 6, 12, 1536, 7, 4


class Embeddings(nn.Module):
    """Word, place, segment and shape vectors, summed and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(30522, WIDE)
        self.position_embeddings = nn.Embedding(512, WIDE)
        self.token_type_embeddings = nn.Embedding(2, WIDE)
        self.shape_embeddings = nn.Embedding(SHAPES, WIDE)
        nn.init.zeros_(self.shape_embeddings.weight)
        self.LayerNorm = nn.LayerNorm(WIDE, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, segments: Tensor, shapes: Tensor) -> Tensor:
        """Give a vector a piece."""
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        summed = self.word_embeddings(ids) + self.token_type_embeddings(segments)
        summed = summed + self.position_embeddings(places)
        summed = summed + self.shape_embeddings(shapes)
        return self.dropout(self.LayerNorm(summed))


class Layer(nn.Module):
    """One transformer layer; plain attention is faster here than torch's fused one."""

    def __init__(self, wide: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(wide, wide)
        self.key = nn.Linear(wide, wide)
        self.value = nn.Linear(wide, wide)
        self.output = nn.Linear(wide, wide)
        self.output_norm = nn.LayerNorm(wide, eps=1e-12)
        self.inner = nn.Linear(wide, inner)
        self.outer = nn.Linear(inner, wide)
        self.outer_norm = nn.LayerNorm(wide, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Attend, then think; both with a short cut."""
        mixed = self.output(self._attend(x, bias))
        x = self.output_norm(x + self.dropout(mixed))
        inner = functional.gelu(self.inner(x))
        return self.outer_norm(x + self.dropout(self.outer(inner)))

    def _attend(self, x: Tensor, bias: Tensor) -> Tensor:
        q, k, v = (self._split(part(x)) for part in (self.query, self.key, self.value))
        scores = (
            q @ k.transpose(-1, -2) / math.sqrt(self.query.out_features / self.heads)
        )
        out = torch.softmax(scores + bias.to(q.dtype), dim=-1).to(q.dtype) @ v
        out = out.permute(0, 2, 1, 3).contiguous()
        return out.view(*out.shape[:-2], x.shape[-1])

    def _split(self, x: Tensor) -> Tensor:
        narrow = x.shape[-1] // self.heads
        return x.view(*x.shape[:-1], self.heads, narrow).permute(0, 2, 1, 3)


def attention_bias(mask: Tensor) -> Tensor:
    """Put a large negative number where the mask is 0, as attention wants it."""
    return (1.0 - mask[:, None, None, :].float()) * -10000.0


class Encoder(nn.Module):
    """The last four layers, mixed with learned weights."""

    def __init__(self) -> None:
        super().__init__()
        self.embeddings = Embeddings()
        self.layers = nn.ModuleList(
            Layer(WIDE, HEADS, INNER, 0.1) for _ in range(LAYERS)
        )
        self.mix = nn.Parameter(torch.zeros(KEPT))

    def forward(
        self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor
    ) -> Tensor:
        """Give a vector a piece, mixed from the last layers."""
        bias = attention_bias(mask)
        x = self.embeddings(ids, segments, shapes)
        kept = []
        for layer in self.layers:
            x = layer(x, bias)
            kept.append(x)
        weights = torch.softmax(self.mix, 0)
        mixed = kept[-KEPT] * weights[0]
        for i in range(1, KEPT):
            mixed = mixed + kept[i - KEPT] * weights[i]
        return mixed

    def load(self, folder: Path) -> None:
        """Take the weights of the packaged MiniLM."""
        stored = load_file(folder / "model.safetensors")
        own = self.state_dict()
        for name in own:
            if (theirs := _their_name(name)) in stored:
                own[name].copy_(stored[theirs])
            elif "shape" not in name and name != "mix":
                raise KeyError(theirs)


_PARTS = {
    "query.": "attention.self.query.",
    "key.": "attention.self.key.",
    "value.": "attention.self.value.",
    "output.": "attention.output.dense.",
    "output_norm.": "attention.output.LayerNorm.",
    "inner.": "intermediate.dense.",
    "outer.": "output.dense.",
    "outer_norm.": "output.LayerNorm.",
}


def _their_name(name: str) -> str:
    if not name.startswith("layers."):
        return name
    _, number, part, kind = name.split(".")
    return f"encoder.layer.{number}.{_PARTS[part + '.']}{kind}"
