"""The reader's two passes: tags over the words, then a re-reading for each trigger."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training import labels
from training.encoder import WIDE, Encoder, Layer, attention_bias

NARROW, DEEP, HEADS, INNER, BUCKETS = 256, 2, 4, 512, 20
ACTOR, OTHER = len(labels.ACTOR_TAGS), len(labels.OTHER_TAGS)
TRIGGER, SECTOR = len(labels.TRIGGER_TAGS), len(labels.SECTORS)


class Tagger(nn.Module):
    """First pass: vectors of the sentence ([CLS]) and its words, and their tags."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.2)
        self.mentions = nn.Linear(WIDE, ACTOR + OTHER + SECTOR)
        self.word = nn.Linear(WIDE, NARROW)
        self.sentence = nn.Linear(WIDE, NARROW)
        self.trigger = nn.Linear(NARROW, TRIGGER)

    def forward(
        self, ids: Tensor, segments: Tensor, shapes: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Give the vectors of words and their tag scores."""
        hidden = self.encoder(ids, segments, shapes, mask)
        at = first.unsqueeze(-1).expand(-1, -1, WIDE)
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

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(WIDE, NARROW)
        self.mark = nn.Embedding(3, NARROW)
        self.distance = nn.Embedding(BUCKETS, NARROW)
        self.believed = nn.Linear(len(labels.TYPES), NARROW, bias=False)
        self.actor_tag = nn.Embedding(ACTOR, NARROW)
        self.other_tag = nn.Embedding(OTHER, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.dropout = nn.Dropout(0.2)
        self.layers = nn.ModuleList(
            Layer(NARROW, HEADS, INNER, 0.1) for _ in range(DEEP)
        )
        self.claim = nn.Linear(2 * NARROW, NARROW)
        self.claim_out = nn.Linear(NARROW, sum(labels.CLAIM_PARTS.values()))
        self.about = nn.Linear(NARROW, 2)
        self.from_mention = nn.Linear(NARROW, NARROW)
        self.from_trigger = nn.Linear(NARROW, NARROW)
        self.from_both = nn.Linear(NARROW, NARROW, bias=False)
        self.form = nn.Embedding(len(labels.CANDIDATES), NARROW)
        self.role_out = nn.Linear(NARROW, sum(labels.ROLE_PARTS.values()))

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

    def __init__(self) -> None:
        super().__init__()
        self.tagger = Tagger()
        self.rereader = Rereader()
