"""How well conflict is heard in Security Council speeches (suite stance_unscon_dev).

    python -m evals.conflict

A sentence is heard as conflict if one of its claims is verbal or material conflict
(asking aside), a stance against, or a hostile or worsening judgement, and not negated.
The speaker is the one that a sentence's id names (the field of that name tells another
one). `f1` is that of the sentences; `target` the share of the rightly heard ones with a
target state whose target is a party of such a claim. A bag of words reaches 56.0 F1.
"""

import json
import re
from itertools import groupby
from typing import Any

from evals.shared import print_figures, shared_folder
from realpolitik.core.claim import Claim
from realpolitik.core.document import Document, Passage
from realpolitik.core.span import Span
from realpolitik.pipeline import Pipeline

Row = dict[str, Any]
_SPEAKER = re.compile(r".*_spch\d+_")
_CONFLICT = (3, 4)  # of the quads: verbal and material conflict
_ILL = ("hostile", "worsening")


def measure() -> dict[str, float] | None:
    """Score the suite; None where it is not here."""
    folder = shared_folder()
    path = folder / "eval" / "stance_unscon_dev.jsonl" if folder else None
    if path is None or not path.is_file():
        return None
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    pipeline = Pipeline.load()
    heard = [claims for run in _speeches(rows) for claims in _read(run, pipeline)]
    return _figures(rows, heard)


def _figures(rows: list[Row], heard: list[list[Claim]]) -> dict[str, float]:
    pairs = list(zip(rows, heard, strict=True))
    both = [(row, claims) for row, claims in pairs if row["conflict"] and claims]
    gold = sum(row["conflict"] for row in rows)
    read = sum(bool(claims) for claims in heard)
    aimed = [(row, claims) for row, claims in both if row["target_iso3"]]
    hit = sum(row["target_iso3"] in _parties(claims) for row, claims in aimed)
    return {
        "f1": 200 * len(both) / (gold + read),
        "precision": 100 * len(both) / max(1, read),
        "target": 100 * hit / max(1, len(aimed)),
    }


def _speeches(rows: list[Row]) -> list[list[Row]]:
    """Cut the suite into runs of sentences that one speaker says in one speech."""
    return [list(run) for _, run in groupby(rows, key=_speech)]


def _speech(row: Row) -> str:
    return str(row["id"].partition(".txt")[0].rpartition("_")[0])


def _read(run: list[Row], pipeline: Pipeline) -> list[list[Claim]]:
    texts = [" ".join(row["text"].split()) for row in run]
    sentences, start = [], 0
    for text in texts:
        sentences.append(Span(start, start + len(text)))
        start += len(text) + 1
    speaker = _SPEAKER.sub("", _speech(run[0])).replace("_", " ")
    body = " ".join(texts)
    document = Document(
        id="speech",
        source="speech",
        format="text",
        sha256="",
        bytes=len(body),
        text=body,
        passages=(Passage("paragraph", 0, len(body), speaker),),
        sentences=tuple(sentences),
    )
    out: list[list[Claim]] = [[] for _ in run]
    for claim in pipeline.read_document(document).claims:
        if _is_conflict(claim):
            out[claim.sentence].append(claim)
    return out


def _is_conflict(claim: Claim) -> bool:
    ill = claim.type == "against" or claim.type in _ILL or claim.quad in _CONFLICT
    ill = ill and claim.type != "REQUEST"
    return ill and not claim.negated


def _parties(claims: list[Claim]) -> set[str | None]:
    return {p.actor.code for c in claims for p in (*c.actor, *c.recipient)}


def main() -> None:
    """Print the figures."""
    print_figures("conflict", measure())


if __name__ == "__main__":
    main()
