"""What the two passes are blamed for."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training import batches, labels
from training.batches import Candidate
from training.examples import Example, Mention
from training.model import Reader

TAG = labels.slices(labels.TAG_PARTS)
CLAIM = labels.slices(labels.CLAIM_PARTS)
ROLE = labels.slices(labels.ROLE_PARTS)
WEIGHTS = {
    "mention": 1.0,
    "sector": 0.5,
    "trigger": 1.0,
    "claim": 0.5,
    "type": 1.0,
    "modality": 1.0,
    "negated": 1.0,
    "mode": 0.5,
    "indicator": 0.5,
    "issue": 0.2,
    "about": 0.3,
    "party": 1.0,
    "by": 1.0,
    "link": 0.7,
}
ACTOR_FORMS = set(labels.FORMS)


def losses(
    model: Reader, batch: Sequence[Example], rng: np.random.Generator, *, spurious: bool
) -> dict[str, Tensor]:
    """Sum each loss over words, mentions or claims; divide by sentences."""
    device = model.device
    words, scores = model.tagger(*_on(device, batches.first_pass(batch)))
    scores = scores.float()
    out = _tag_losses(batch, scores)
    mentions, candidates = _candidates(batch, scores.detach(), rng, spurious=spurious)
    types = begun_types(scores.detach(), *_places(candidates))
    tags = [_noisy_tags(e, rng) for e in batch]
    arrays = batches.second_pass(mentions, tags, candidates)
    claim, roles, about = model.rereader(words, *_on(device, arrays), types)
    out |= _claim_losses(batch, candidates, claim.float(), about.float())
    out |= _role_losses(batch, mentions, candidates, roles.float())
    return {name: WEIGHTS[name] * loss / len(batch) for name, loss in out.items()}


def _tag_losses(batch: Sequence[Example], scores: Tensor) -> dict[str, Tensor]:
    gold = _on(scores.device, batches.tag_labels(batch, scores.shape[1]))
    actor, other, trigger = (
        _cross(scores[..., TAG[name]], want)
        for name, want in zip(("actor", "other", "trigger"), gold, strict=True)
    )
    sector = _sector_loss(batch, scores[..., TAG["sector"]])
    return {"mention": actor + other, "sector": sector, "trigger": trigger}


def _sector_loss(batch: Sequence[Example], scores: Tensor) -> Tensor:
    """Blame the mean of a mention's words, taken from running sums."""
    found = [
        (i, m.start + 1, m.end + 1, m.sector)
        for i, e in enumerate(batch)
        for m in e.mentions
        if m.sector >= 0
    ]
    if not found:
        return scores.new_zeros(())
    row, start, end, want = torch.tensor(found, device=scores.device).T
    sums = functional.pad(scores.cumsum(1), (0, 0, 1, 0))
    means = (sums[row, end] - sums[row, start]) / (end - start).unsqueeze(1)
    return _cross(means, want)


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), reduction="sum"
    )


def _noisy_tags(e: Example, rng: np.random.Generator) -> tuple[list[int], list[int]]:
    """Blank a tenth of the mentions: the tagger misses some, too."""
    actor, other = list(e.actor_tags), list(e.other_tags)
    for m in e.mentions[1:]:
        if rng.random() < 0.1:
            tags = actor if m.kind in ACTOR_FORMS else other
            tags[m.start : m.end] = [0] * (m.end - m.start)
    return actor, other


def _candidates(
    batch: Sequence[Example],
    scores: Tensor,
    rng: np.random.Generator,
    *,
    spurious: bool,
) -> tuple[list[list[Mention]], list[Candidate]]:
    """Give gold triggers and mentions, with false ones that the tagger believes in."""
    chances = torch.softmax(scores[..., TAG["trigger"]], -1)
    mass = chances[..., 2:].sum(-1).cpu().numpy()
    actor = scores[..., TAG["actor"]].argmax(-1).cpu().numpy()
    other = scores[..., TAG["other"]].argmax(-1).cpu().numpy()
    mentions, candidates = [], []
    for i, e in enumerate(batch):
        count = len(e.laid.spans)
        own = list(e.mentions)
        if spurious and e.learn_mentions:
            got = batches.tag_mentions(actor[i, 1 : count + 1], other[i, 1 : count + 1])
            own += [m for m in got[1:] if not any(_touch(m, g) for g in own[1:])]
        mentions.append(own)
        candidates += [Candidate(i, c.start, c.end, k) for k, c in enumerate(e.claims)]
        free = [w for w in range(count) if e.trigger_tags[w] == 0]
        believed = sorted(free, key=mass[i, 1:].__getitem__, reverse=True)[:2]
        false = [w for w in believed if spurious and mass[i, w + 1] > 0.15]
        if free and not false and rng.random() < 0.5:
            false = [int(rng.choice(free))]
        candidates += [Candidate(i, w, w + 1, -1) for w in false]
    return mentions, candidates or [Candidate(0, 0, 1, -1)]


def _touch(a: Mention, b: Mention) -> bool:
    same = (a.kind in ACTOR_FORMS) == (b.kind in ACTOR_FORMS)
    return same and a.start < b.end and b.start < a.end


def _places(candidates: Sequence[Candidate]) -> tuple[list[int], list[int]]:
    return [c.sentence for c in candidates], [c.start + 1 for c in candidates]


def begun_types(
    scores: Tensor, rows: Sequence[int] | Tensor, words: Sequence[int] | Tensor
) -> Tensor:
    """Give the first pass's chances of each type, if a claim begins at these words."""
    begins = scores[rows, words][:, TAG["trigger"]][:, 2:]
    return torch.softmax(begins, -1)


def _claim_losses(
    batch: Sequence[Example],
    candidates: Sequence[Candidate],
    scores: Tensor,
    about: Tensor,
) -> dict[str, Tensor]:
    device = scores.device
    true = torch.tensor([float(c.claim >= 0) for c in candidates], device=device)
    out = {"claim": _binary(scores[:, 0], true)}
    rows = [k for k, c in enumerate(candidates) if c.claim >= 0]
    if not rows:
        return out
    claims = [batch[candidates[k].sentence].claims[candidates[k].claim] for k in rows]
    scores, about = scores[rows], about[rows]
    for name in ("type", "modality", "mode", "indicator"):
        gold = torch.tensor([getattr(c, name) for c in claims], device=device)
        gold = gold.masked_fill(gold < 0, -100)
        out[name] = _cross(scores[:, CLAIM[name]], gold)
    negated = torch.tensor([float(c.negated) for c in claims], device=device)
    out["negated"] = _binary(scores[:, CLAIM["negated"]].squeeze(1), negated)
    issues = torch.zeros(len(rows), len(labels.ISSUES))
    for k, c in enumerate(claims):
        issues[k, c.issue] = 1.0
    out["issue"] = _binary(scores[:, CLAIM["issue"]], issues.to(device))
    stances = [
        k for k, c in enumerate(claims) if labels.TYPES[c.type] in labels.STANCES
    ]
    if stances:
        spans = [claims[k].about or (-1, 0) for k in stances]
        begin = torch.tensor([s + 1 for s, _ in spans], device=device)
        end = torch.tensor([e for _, e in spans], device=device)
        points = about[stances]
        out["about"] = _cross(points[..., 0], begin) + _cross(points[..., 1], end)
    return out


def _on(device: torch.device, tensors: Sequence[Tensor]) -> list[Tensor]:
    return [tensor.to(device, non_blocking=True) for tensor in tensors]


def _binary(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(scores, gold, reduction="sum")


def _role_losses(
    batch: Sequence[Example],
    mentions: Sequence[Sequence[Mention]],
    candidates: Sequence[Candidate],
    scores: Tensor,
) -> dict[str, Tensor]:
    rows, columns, party, link, outer, inner = [], [], [], [], [], []
    for k, c in enumerate(candidates):
        if c.claim < 0:
            continue
        claim = batch[c.sentence].claims[c.claim]
        for j, m in enumerate(mentions[c.sentence]):
            rows.append(k)
            columns.append(j)
            is_actor = m.kind in ACTOR_FORMS
            party.append(claim.party.get(j, 0) if is_actor else -100)
            link.append(-1.0 if is_actor or j == 0 else float(j in claim.link))
            says = is_actor or (j == 0 and batch[c.sentence].laid.has_speaker)
            outer.append(float(j in claim.by_outer) if says else -1.0)
            inner.append(float(j in claim.by_inner) if says else -1.0)
    if not rows:
        return {}
    pairs = scores[rows, columns]
    return {
        "party": _cross(
            pairs[:, ROLE["party"]], torch.tensor(party, device=pairs.device)
        ),
        "by": _known(pairs[:, ROLE["by_outer"]], outer)
        + _known(pairs[:, ROLE["by_inner"]], inner),
        "link": _known(pairs[:, ROLE["link"]], link),
    }


def _known(scores: Tensor, gold: list[float]) -> Tensor:
    known = [i for i, value in enumerate(gold) if value >= 0]
    wanted = torch.tensor([gold[i] for i in known], device=scores.device)
    return _binary(scores.squeeze(1)[known], wanted)
