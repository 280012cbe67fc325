"""Let teachers read sentences that nobody annotated, for a student to learn from.

    python -m training.teach UNLABELLED.jsonl.gz TEACHER.pt... --out FILE.pt

What is written is the mean of what the teachers believe, batch by batch: of each word,
which tags it has; of each word on which a claim may begin, what it says and who takes
which part in it (Hinton et al. 2015, over a structured output).
"""

import argparse
import gzip
import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from realpolitik.reading.card import Card
from realpolitik.reading.encoder import Tagged, first_pass
from realpolitik.reading.mentions import find_mentions
from realpolitik.reading.pairs import second_pass
from realpolitik.reading.pieces import Laid, Pieces, Sentence
from realpolitik.reading.triggers import find_triggers
from training.card import CERTAINTY, THRESHOLDS, card_table
from training.losses import CLAIM, ROLE, TAG
from training.model import Reader
from training.packages import minilm
from training.saved import load_reader

LOG = logging.getLogger("training")
LEAST = 0.1  # chance of a claim from which a word is read again
MOST_SENTENCES, MOST_PIECES = 128, 6144
_LEAST_CHANCE = 1e-5  # what half precision can still tell from nothing
_SHARES = {"type", "modality", "mode", "indicator", "party"}  # sum to one; others not
_SMALL = (torch.int64, torch.int16)
Taught = dict[str, Tensor]


def main() -> None:
    """Write what the teachers believe; `--part 1/3` takes every third batch."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sentences", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    pieces = Pieces.load(minilm() / "tokenizer.json")
    laid = [pieces.lay(s) for s in sentences(args.sentences)[: args.limit]]
    teachers = [load_reader(path).eval() for path in args.teachers]
    number, of = map(int, args.part.split("/"))
    taught = [
        lesson
        for batch in list(batches(laid))[number - 1 :: of]
        if (lesson := teach(teachers, batch)) is not None
    ]
    torch.save(taught, args.out)
    LOG.info("%d batches in %s", len(taught), args.out)


def sentences(path: Path) -> list[Sentence]:
    """Read the sentences that `training.unlabelled` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Sentence(*json.loads(line)) for line in lines]


def batches(laid: Sequence[Laid]) -> Iterator[list[Laid]]:
    """Cut sentences into batches of like length."""
    batch: list[Laid] = []
    for item in sorted(laid, key=lambda item: item.size):
        full = len(batch) == MOST_SENTENCES
        if batch and (full or (len(batch) + 1) * item.size > MOST_PIECES):
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


@torch.no_grad()
def teach(teachers: Sequence[Reader], laid: Sequence[Laid]) -> Taught | None:
    """Read one batch; None where no word of it may begin a claim."""
    device = teachers[0].device
    inputs = {n: torch.from_numpy(a) for n, a in first_pass(laid).items()}
    given = [tensor.to(device) for tensor in inputs.values()]
    with torch.autocast(device.type, torch.bfloat16):
        tagged = [teacher.tagger(*given) for teacher in teachers]
    tags = _mean_tags([scores.float() for _, scores in tagged])
    card = Card.of(card_table(THRESHOLDS, CERTAINTY, {}))
    seen = Tagged(np.zeros((*tags.shape[:2], 1), np.float32), tags.cpu().numpy())
    triggers = find_triggers(seen, laid, card, least=LEAST)
    if not len(triggers):
        return None
    spans = find_mentions(seen, laid, card)
    counts = np.array([len(item.spans) for item in laid])
    again = second_pass(seen, spans, triggers, counts)
    del again["words"]
    second = {n: torch.from_numpy(a) for n, a in again.items()}
    is_word = torch.from_numpy(again["mask"][again["sentence"]])
    rows = torch.from_numpy(np.unique(triggers.sentence))
    placed = [tensor.to(device) for tensor in second.values()]
    wide, chosen = second["mask"].shape[1], rows.to(device)
    with torch.autocast(device.type, torch.bfloat16):
        read = [
            teacher.rereader(words[chosen, :wide], *placed)
            for teacher, (words, _) in zip(teachers, tagged, strict=True)
        ]
    claims, roles, about = (
        [part.float() for part in parts] for parts in zip(*read, strict=True)
    )
    speaks = torch.tensor([item.has_speaker for item in laid])[triggers.sentence]
    lesson = inputs | {f"again_{n}": t for n, t in second.items() if n != "types"}
    lesson |= {
        "rows": rows,
        "trigger_rows": torch.from_numpy(triggers.sentence),
        "trigger_words": torch.from_numpy(triggers.start + 1),
        "speaks": speaks,
        "tags": tags,
        "claims": _mean_parts(claims, CLAIM),
        "roles": _mean_parts(roles, ROLE),
        "about": _mean_about(about, is_word.to(device)),
    }
    return {name: _packed(tensor) for name, tensor in lesson.items()}


def _mean_tags(scores: Sequence[Tensor]) -> Tensor:
    """Give the logarithm of the mean chance of each tag of each layer."""
    parts = []
    for at in TAG.values():
        chances = torch.stack([s[..., at].softmax(-1) for s in scores]).mean(0)
        parts.append(chances.clamp(min=_LEAST_CHANCE).log())
    return torch.cat(parts, -1)


def _mean_parts(scores: Sequence[Tensor], parts: dict[str, slice]) -> Tensor:
    """Give the mean chance of each output of the second pass."""
    out = []
    for name, at in parts.items():
        chances = [
            s[..., at].softmax(-1) if name in _SHARES else s[..., at].sigmoid()
            for s in scores
        ]
        out.append(torch.stack(chances).mean(0))
    return torch.cat(out, -1)


def _mean_about(scores: Sequence[Tensor], is_word: Tensor) -> Tensor:
    """Give the mean chance of each word to begin or to end what a stance is about."""
    nothing = (is_word == 0).unsqueeze(-1)
    chances = [s.masked_fill(nothing, -1e4).softmax(1) for s in scores]
    return torch.stack(chances).mean(0)


def _packed(tensor: Tensor) -> Tensor:
    """Keep numbers in the least room: half precision, and integers of two bytes."""
    if tensor.is_floating_point():
        return tensor.half().cpu()
    if tensor.dtype in _SMALL:
        return tensor.to(torch.int16).cpu()
    return tensor.cpu()


if __name__ == "__main__":
    main()
