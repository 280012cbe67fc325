"""What a student is blamed for where it believes other than its teachers."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training import labels
from training.losses import CLAIM, ROLE, TAG, WEIGHTS, begun_types
from training.model import Reader
from training.teach import Taught

_ACTORS = len(labels.FORMS)
_STANCES = [labels.TYPES.index(name) for name in labels.STANCES]
_FIGURE = labels.TYPES.index("figure")
_EVENTS = len(labels.EVENTS)
_BLANKED = 0.1  # of the tags shown to the second pass: the first misses some, too
_LOSS_OF = {"actor": "mention", "other": "mention"}
_FIRST = ("ids", "segments", "shapes", "mask", "first")
_SECOND = (
    "mask",
    "actor_tags",
    "other_tags",
    "spans",
    "forms",
    "sentence",
    "marks",
    "distances",
)


def load(paths: Sequence[Path], device: torch.device) -> list[Taught]:
    """Read lessons, and put them where the student is."""
    return [
        {name: tensor.to(device) for name, tensor in lesson.items()}
        for path in paths
        for lesson in torch.load(path)
    ]


def losses(model: Reader, lesson: Taught) -> dict[str, Tensor]:
    """Sum each loss over words, mentions or claims; divide by sentences.

    What belongs to a claim counts as much as the teachers believe in the claim.
    """
    words, scores = model.tagger(*(lesson[name].long() for name in _FIRST))
    scores = scores.float()
    out = _tag_losses(lesson, scores)
    again = {name: lesson[f"again_{name}"].long() for name in _SECOND}
    again["spans"] = lesson["again_spans"].float()
    for name in ("actor_tags", "other_tags"):
        shown = torch.rand(again[name].shape, device=words.device) >= _BLANKED
        again[name] = again[name] * shown
    rows, wide = lesson["rows"].long(), again["mask"].shape[1]
    places = lesson["trigger_rows"].long(), lesson["trigger_words"].long()
    types = begun_types(scores.detach(), *places)
    read = model.rereader(words[rows, :wide], *again.values(), types)
    claims, roles, about = (part.float() for part in read)
    out |= _claim_losses(lesson, claims, about, again["mask"][again["sentence"]])
    out |= _role_losses(lesson, roles, again["forms"][again["sentence"]])
    count = len(lesson["ids"])
    return {name: WEIGHTS[name] * loss / count for name, loss in out.items()}


def _tag_losses(lesson: Taught, scores: Tensor) -> dict[str, Tensor]:
    """Compare the tags of words; the sector counts where there is an actor."""
    count = scores.shape[1]
    first = lesson["first"].long()
    real = first > 0  # padding points to the start, and so does the start itself
    believed = lesson["tags"].float().exp()
    out: dict[str, Tensor] = {}
    for name, at in TAG.items():
        gaps = _gap(scores[..., at], believed[..., at]) * real[:, :count]
        if name == "sector":
            gaps = gaps * (1.0 - believed[..., TAG["actor"]][..., 0])
        key = _LOSS_OF.get(name, name)
        out[key] = out.get(key, 0.0) + gaps.sum()
    return out


def _claim_losses(
    lesson: Taught, scores: Tensor, about: Tensor, is_word: Tensor
) -> dict[str, Tensor]:
    believed = lesson["claims"].float()
    sure = believed[:, 0]
    types = believed[:, CLAIM["type"]]
    weights = {
        "type": sure,
        "modality": sure,
        "mode": sure * types[:, :_EVENTS].sum(1),
        "indicator": sure * types[:, _FIGURE],
        "negated": sure,
        "issue": sure,
    }
    out = {"claim": _odds(scores[:, :1], believed[:, :1]).sum()}
    for name in ("type", "modality", "mode", "indicator"):
        gaps = _gap(scores[:, CLAIM[name]], believed[:, CLAIM[name]])
        out[name] = (gaps * weights[name]).sum()
    for name in ("negated", "issue"):
        gaps = _odds(scores[:, CLAIM[name]], believed[:, CLAIM[name]]).sum(1)
        out[name] = (gaps * weights[name]).sum()
    points = about.masked_fill(is_word[..., None] == 0, -1e4).transpose(1, 2)
    gaps = _gap(points, lesson["about"].float().transpose(1, 2)).sum(1)
    out["about"] = (gaps * sure * types[:, _STANCES].sum(1)).sum()
    return out


def _role_losses(lesson: Taught, scores: Tensor, forms: Tensor) -> dict[str, Tensor]:
    believed = lesson["roles"].float()
    sure = lesson["claims"][:, :1].float()
    is_actor = ((forms > 0) & (forms <= _ACTORS)).float()
    is_other = (forms > _ACTORS).float()
    says = is_actor.clone()
    says[:, 0] = lesson["speaks"].float()
    party = _gap(scores[..., ROLE["party"]], believed[..., ROLE["party"]])
    by = sum(
        _odds(scores[..., ROLE[name]], believed[..., ROLE[name]]).squeeze(-1)
        for name in ("by_outer", "by_inner")
    )
    link = _odds(scores[..., ROLE["link"]], believed[..., ROLE["link"]]).squeeze(-1)
    return {
        "party": (party * is_actor * sure).sum(),
        "by": (by * says * sure).sum(),
        "link": (link * is_other * sure).sum(),
    }


def _gap(scores: Tensor, believed: Tensor) -> Tensor:
    """Give the cross entropy of shares that sum to one, over the last axis."""
    return -(believed * functional.log_softmax(scores, -1)).sum(-1)


def _odds(scores: Tensor, believed: Tensor) -> Tensor:
    """Give the cross entropy of single chances."""
    return functional.binary_cross_entropy_with_logits(
        scores, believed, reduction="none"
    )
