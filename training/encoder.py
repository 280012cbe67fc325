"""The encoders in plain torch, with the shape of words as a further input.

MiniLM-L6 (BERT's layout) is the student's, MPNet-base the teachers'. Both know the same
pieces, and MPNet's table is put into BERT's order when it is loaded, so that a sentence
laid out for one can be read by the other.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

PIECES, SHAPES, KEPT = 30522, 7, 4
_BUCKETS, _FAR = 32, 128  # of MPNet's relative places


@dataclass(frozen=True, slots=True)
class Kind:
    """The measures of an encoder; `first_place` is the place of the first piece."""

    wide: int
    layers: int
    heads: int
    inner: int
    places: int
    first_place: int
    epsilon: float
    relative: bool


MINILM = Kind(384, 6, 12, 1536, 512, 0, 1e-12, relative=False)
MPNET = Kind(768, 12, 12, 3072, 514, 2, 1e-5, relative=True)


class Embeddings(nn.Module):
    """Word, place, segment and shape vectors, summed and normalised."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.first_place = kind.first_place
        self.word_embeddings = nn.Embedding(PIECES, kind.wide)
        self.position_embeddings = nn.Embedding(kind.places, kind.wide)
        self.token_type_embeddings = nn.Embedding(2, kind.wide)
        self.shape_embeddings = nn.Embedding(SHAPES, kind.wide)
        nn.init.zeros_(self.shape_embeddings.weight)
        self.LayerNorm = nn.LayerNorm(kind.wide, eps=kind.epsilon)
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, segments: Tensor, shapes: Tensor) -> Tensor:
        """Give a vector a piece."""
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        summed = self.word_embeddings(ids) + self.token_type_embeddings(segments)
        summed = summed + self.position_embeddings(places + self.first_place)
        summed = summed + self.shape_embeddings(shapes)
        return self.dropout(self.LayerNorm(summed))


class Layer(nn.Module):
    """One transformer layer; plain attention is faster here than torch's fused one.

    On a CPU by a quarter; on an accelerator the fused one is planned anew for each
    length of sentences, which takes longer than to attend.
    """

    def __init__(
        self, wide: int, heads: int, inner: int, dropout: float, epsilon: float = 1e-12
    ) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(wide, wide)
        self.key = nn.Linear(wide, wide)
        self.value = nn.Linear(wide, wide)
        self.output = nn.Linear(wide, wide)
        self.output_norm = nn.LayerNorm(wide, eps=epsilon)
        self.inner = nn.Linear(wide, inner)
        self.outer = nn.Linear(inner, wide)
        self.outer_norm = nn.LayerNorm(wide, eps=epsilon)
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

    def __init__(self, kind: Kind = MINILM) -> None:
        super().__init__()
        self.kind = kind
        self.embeddings = Embeddings(kind)
        self.layers = nn.ModuleList(
            Layer(kind.wide, kind.heads, kind.inner, 0.1, kind.epsilon)
            for _ in range(kind.layers)
        )
        self.mix = nn.Parameter(torch.zeros(KEPT))
        if kind.relative:
            self.relative = nn.Embedding(_BUCKETS, kind.heads)

    def forward(
        self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor
    ) -> Tensor:
        """Give a vector a piece, mixed from the last layers."""
        bias = attention_bias(mask)
        if self.kind.relative:
            away = self.relative(_buckets(ids.shape[1], ids.device))
            bias = bias + away.permute(2, 0, 1).unsqueeze(0)
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

    @torch.no_grad()
    def load(self, folder: Path) -> None:
        """Take the weights of the packaged encoder; KeyError names one that lacks."""
        stored = load_file(folder / "model.safetensors")
        if self.kind.relative:
            stored = _as_bert(stored)
        own = self.state_dict()
        for name in own:
            if (theirs := _their_name(name)) in stored:
                own[name].copy_(stored[theirs])
            elif "shape" not in name and name != "mix":
                raise KeyError(theirs)


def _buckets(count: int, device: torch.device) -> Tensor:
    """Put the distance of each two places into a bucket (T5, as MPNet takes it over).

    Half of the buckets are for what stands after; near distances have one each, those
    up to 128 share the rest by their logarithm.
    """
    at = torch.arange(count, device=device)
    away = at[:, None] - at[None, :]
    half, near = _BUCKETS // 2, _BUCKETS // 4
    size = away.abs()
    scale = (half - near) / math.log(_FAR / near)
    far = near + (torch.log(size.clamp(min=1) / near) * scale).long()
    bucket = torch.where(size < near, size, far.clamp(max=half - 1))
    return torch.where(away < 0, bucket + half, bucket)


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
_MPNET_PARTS = {
    "attention.attn.q.": "attention.self.query.",
    "attention.attn.k.": "attention.self.key.",
    "attention.attn.v.": "attention.self.value.",
    "attention.attn.o.": "attention.output.dense.",
    "attention.LayerNorm.": "attention.output.LayerNorm.",
}
_MPNET_START, _MPNET_END, _MPNET_SHIFT = 0, 2, 4
_START, _END = 101, 102


def _their_name(name: str) -> str:
    if not name.startswith("layers."):
        return name
    _, number, part, kind = name.split(".")
    return f"encoder.layer.{number}.{_PARTS[part + '.']}{kind}"


def _as_bert(stored: dict[str, Tensor]) -> dict[str, Tensor]:
    """Name MPNet's weights as BERT's, and put its pieces into BERT's order."""
    out = {}
    for name, weight in stored.items():
        for theirs, ours in _MPNET_PARTS.items():
            name = name.replace(theirs, ours)  # noqa: PLW2901
        out[name] = weight
    out["relative.weight"] = out.pop("encoder.relative_attention_bias.weight")
    table = out["embeddings.word_embeddings.weight"]
    ordered = table[_MPNET_SHIFT : _MPNET_SHIFT + PIECES].clone()
    ordered[_START], ordered[_END] = table[_MPNET_START], table[_MPNET_END]
    out["embeddings.word_embeddings.weight"] = ordered
    # it knows no segments: they begin at nothing, and are learned
    out["embeddings.token_type_embeddings.weight"] = torch.zeros(2, table.shape[1])
    return out
