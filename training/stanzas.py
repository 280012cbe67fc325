"""Read annotated stanzas (.rpa, see corpus/CODEBOOK.md) and split them for ever."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training import standoff

HERE = Path(__file__).parent / "corpus"
SHARED = Path(__file__).parents[2] / "shared" / "corpus"
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(?:#(\d+))?')
_ASIDE = ("certainty", "proof")  # parts that are files of their own
_LISTS = "actor recipient holder toward subject counterpart dyad when where amount"


def sources(wanted: str | None = None) -> list[Path]:
    """Name the files of a part: the written ones here, the real ones where present.

    The `more_*` files came after the first figures were taken. They train, and stay out
    of dev and of held-out, so that figures can be compared over the years. On the
    `certainty_*` files certainty is fitted, beside dev, on the `proof_*` files it is
    tested, beside held-out; nothing else is done with either.
    """
    if wanted in _ASIDE:
        return sorted(HERE.glob(f"{wanted}_*.standoff"))
    first = [*sorted(HERE.glob("written_*.rpa")), *sorted(SHARED.glob("real_*.rpa"))]
    return first if wanted in ("dev", "held") else [*_more(), *first]


def _more() -> list[Path]:
    found = [*HERE.glob("more_*.rpa"), *HERE.glob("more_*.standoff")]
    return sorted(found)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Give the stanzas of one file, in its order."""
    if path.suffix == ".standoff":
        blocks = standoff.unpacked(path, standoff.shared_stanzas())
    else:
        blocks = standoff.stanzas(path.read_text("utf-8"))
    for block in blocks:
        yield stanza(block) | {"file": path.stem}


def part(row: dict[str, Any]) -> str:
    """Say which part a stanza belongs to: train, certainty, dev, held or proof.

    Only the first is trained on.

    What was written for `more_*` belongs to no document, and always trains.
    """
    for name in _ASIDE:
        if row.get("file", "").startswith(f"{name}_"):
            return name
    if "doc" not in row and row.get("file", "").startswith("more_"):
        return "train"
    key = row.get("doc") or row["id"]
    number = int(hashlib.md5(key.encode()).hexdigest(), 16)
    if number % 10 == 0:
        return "held"
    return "dev" if number % 20 == 11 else "train"


def load(wanted: str | None = None) -> list[dict[str, Any]]:
    """Read every stanza of one part (or of all), each sentence once.

    Of a sentence that stands twice the first wins, so that `more_*` may mend others.
    """
    seen, out = set(), []
    for path in sources(wanted):
        for row in read(path):
            if row["text"] not in seen and wanted in (None, part(row)):
                out.append(row)
            seen.add(row["text"])
    return out


def stanza(block: str) -> dict[str, Any]:
    """Read one stanza: header, sentence, mentions, claims."""
    lines = block.strip("\n").split("\n")
    head = [field.strip() for field in lines[0].lstrip("@").split("|")]
    row: dict[str, Any] = {"id": head[0], "date": head[1], "genre": head[2]}
    row |= {"text": lines[1], "mentions": {}, "claims": []}
    row |= {key: value for key, _, value in (h.partition("=") for h in head[3:])}
    for line in filter(None, map(str.strip, lines[2:])):
        word = line.split()[0]
        if re.match(r"^[atpq]\d+$", word):
            row["mentions"][word] = _mention(row["text"], line)
        elif word != "none":
            row["claims"].append(_claim(row["text"], word, line))
    return row


def _span(text: str, raw: str) -> dict[str, Any]:
    match = _QUOTED.search(raw)
    assert match, raw
    quoted, start = match.group(1).replace('\\"', '"'), -1
    for _ in range(int(match.group(2) or 1)):
        start = text.index(quoted, start + 1)
    return {"text": quoted, "start": start, "end": start + len(quoted)}


def _mention(text: str, line: str) -> dict[str, Any]:
    at = line.index('"')
    meta = line[:at].split()[1:]
    found = _span(text, line[at:])
    if line[0] == "a":
        return found | {"code": meta[0], "kind": meta[1]}
    return found | {"value": " ".join(meta)}


def _claim(text: str, kind: str, line: str) -> dict[str, Any]:
    got: dict[str, Any] = {"kind": kind, "code": line.split()[1], "neg": False}
    about = re.search(r'\babout=("(?:[^"\\]|\\.)*"(?:#\d+)?)', line)
    rest = line.replace(about.group(0), "") if about else line
    got["trigger"] = _span(text, rest)
    if about:
        got["about"] = _span(text, about.group(1))
    for token in _QUOTED.sub("", rest).split()[2:]:
        key, _, value = token.partition("=")
        if key == "neg":
            got["neg"] = True
        elif key == "mod":
            got["mod"] = value
        elif key == "by":
            got["by"] = value.split("<")
        elif key == "issue" or key in _LISTS.split():
            got[key] = value.split(",")
    return got
