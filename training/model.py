"""The reader's two passes: tags over the words, then a re-reading for each trigger."""

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional

from training import labels
from training.encoder import MINILM, MPNET, Encoder, Kind, Layer, attention_bias

BUCKETS = 20
ACTOR, OTHER = len(labels.ACTOR_TAGS), len(labels.OTHER_TAGS)
TRIGGER, SECTOR = len(labels.TRIGGER_TAGS), len(labels.SECTORS)


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of a reader: its encoder, and the layers of the second pass."""

    encoder: Kind = field(default=MINILM)
    narrow: int = 256
    deep: int = 2
    heads: int = 4
    inner: int = 512


STUDENT = Size()
TEACHER = Size(MPNET, narrow=512, deep=3, heads=8, inner=1024)
SIZES = {"student": STUDENT, "teacher": TEACHER}


class Tagger(nn.Module):
    """First pass: vectors of the sentence ([CLS]) and its words, and their tags."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        wide, narrow = size.encoder.wide, size.narrow
        self.encoder = Encoder(size.encoder)
        self.dropout = nn.Dropout(0.2)
        self.mentions = nn.Linear(wide, ACTOR + OTHER + SECTOR)
        self.word = nn.Linear(wide, narrow)
        self.sentence = nn.Linear(wide, narrow)
        self.trigger = nn.Linear(narrow, TRIGGER)

    def forward(
        self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Give the vectors of words and their tag scores."""
        hidden = self.encoder(ids, segments, shapes, mask)
        at = first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        words = torch.gather(hidden, 1, at)
        return words, self.tags(words)

    def tags(self, words: Tensor) -> Tensor:
        """Give the tag scores of all layers side by side."""
        dropped = self.dropout(words)
        seen = self.word(dropped) + self.sentence(dropped[:, :1])
        trigger = self.trigger(self.dropout(functional.gelu(seen)))
        return torch.cat([self.mentions(dropped), trigger], -1)


class Rereader(nn.Module):
    """Second pass: read the sentence again with one trigger marked."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        narrow = size.narrow
        self.project = nn.Linear(size.encoder.wide, narrow)
        self.mark = nn.Embedding(3, narrow)
        self.distance = nn.Embedding(BUCKETS, narrow)
        self.believed = nn.Linear(len(labels.TYPES), narrow, bias=False)
        self.actor_tag = nn.Embedding(ACTOR, narrow)
        self.other_tag = nn.Embedding(OTHER, narrow)
        self.norm = nn.LayerNorm(narrow)
        self.dropout = nn.Dropout(0.2)
        self.layers = nn.ModuleList(
            Layer(narrow, size.heads, size.inner, 0.1) for _ in range(size.deep)
        )
        self.claim = nn.Linear(2 * narrow, narrow)
        self.claim_out = nn.Linear(narrow, sum(labels.CLAIM_PARTS.values()))
        self.about = nn.Linear(narrow, 2)
        self.from_mention = nn.Linear(narrow, narrow)
        self.from_trigger = nn.Linear(narrow, narrow)
        self.from_both = nn.Linear(narrow, narrow, bias=False)
        self.form = nn.Embedding(len(labels.CANDIDATES), narrow)
        self.role_out = nn.Linear(narrow, sum(labels.ROLE_PARTS.values()))

    def forward(  # noqa: PLR0913, PLR0917 (the inputs of an exported graph)
        self,
        words: Tensor,
        mask: Tensor,
        actor_tags: Tensor,
        other_tags: Tensor,
        spans: Tensor,
        forms: Tensor,
        sentence: Tensor,
        marks: Tensor,
        distances: Tensor,
        types: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give scores of claims, of their mentions, and of the words of `about`."""
        tagged = self.project(words)
        tagged = tagged + self.actor_tag(actor_tags) + self.other_tag(other_tags)
        x = tagged[sentence] + self.mark(marks) + self.distance(distances)
        x = self.dropout(self.norm(x + self.believed(types).unsqueeze(1)))
        bias = attention_bias(mask[sentence])
        for layer in self.layers:
            x = layer(x, bias)
        marked = (marks > 0).to(x.dtype).unsqueeze(-1)
        trigger = (x * marked).sum(1) / marked.sum(1).clamp(min=1.0)
        seen = functional.gelu(self.claim(torch.cat([trigger, x[:, 0]], -1)))
        claim = self.claim_out(self.dropout(seen))
        mentions = spans[sentence].to(x.dtype) @ x
        near = trigger.unsqueeze(1)
        pair = self.from_mention(mentions) + self.from_trigger(near)
        pair = pair + self.from_both(mentions * near) + self.form(forms[sentence])
        roles = self.role_out(self.dropout(functional.gelu(pair)))
        return claim, roles, self.about(x)


class Reader(nn.Module):
    """Both passes together, as they are trained."""

    def __init__(self, size: Size = STUDENT) -> None:
        super().__init__()
        self.size = size
        self.tagger = Tagger(size)
        self.rereader = Rereader(size)

    @property
    def device(self) -> torch.device:
        """Where its weights lie."""
        return self.tagger.encoder.mix.device
