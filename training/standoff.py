"""Keep annotations of others' texts without the texts, and put the two together again.

    python -m training.standoff FILE.rpa OUT.standoff

A packed stanza is a stanza (see corpus/CODEBOOK.md) whose sentence, preceding sentence
and quoted spans are places. The sentence is `@START:END` in the text of its document
(`doc=`, a row of ../shared/docs, white space taken as one blank), or `=`: that of the
stanza with the same id in ../shared/corpus, which the packed one replaces. A span is
`"@START:END"` in the sentence.
"""

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
DOCS = ("world_docs.jsonl.gz", "kremlin.jsonl", "free_docs.jsonl")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(?:#(\d+))?')
_BEFORE = re.compile(r"\| before=(.*?)(?= \| |$)")
_DOC = re.compile(r"\| doc=(\S+)")
_PLACE = re.compile(r"@(\d+):(\d+)")


def stanzas(text: str) -> Iterator[str]:
    """Cut the text of a file into stanzas; comments are left out."""
    for block in re.split(r"\n\s*\n", text):
        lines = [x for x in block.splitlines() if x.strip() and not x.startswith("#")]
        if lines and lines[0].startswith("@ "):
            yield "\n".join(lines)


def unpacked(path: Path, known: Mapping[str, str]) -> Iterator[str]:
    """Give the whole stanzas of a packed file; those without their text are left out.

    `known` gives the stanza, by id, that a sentence `=` is taken from.
    """
    return unpacked_stanzas(stanzas(path.read_text("utf-8")), known)


def unpacked_stanzas(
    packed_stanzas: Iterable[str], known: Mapping[str, str]
) -> Iterator[str]:
    """Give packed stanzas as they were; those without their text are left out."""
    for packed in packed_stanzas:
        whole = _unpack(packed, known)
        if whole:
            yield whole


def pack(stanza: str, known: Mapping[str, str]) -> str | None:
    """Turn quotations into places; None where the text is neither known nor a row."""
    head, sentence, *rest = stanza.splitlines()
    places = [_QUOTED.sub(lambda m: _place(m, sentence), line) for line in rest]
    old = known.get(identity(head))
    if old and old.splitlines()[1] == sentence:
        return "\n".join([_BEFORE.sub("", head).rstrip(), "=", *places])
    text = _document(head)
    at = text.find(sentence) if text else -1
    if at < 0:
        return None
    return "\n".join([_packed_head(head, text), f"@{at}:{at + len(sentence)}", *places])


def identity(head: str) -> str:
    """Give the id that a header names."""
    return head.lstrip("@").partition("|")[0].strip()


def _packed_head(head: str, text: str) -> str:
    before = _BEFORE.search(head)
    at = text.find(before.group(1)) if before else -1
    if not before:
        return head
    if at < 0:  # not in the text, such as a page's title: it has no place to be kept by
        return _BEFORE.sub("", head).rstrip()
    place = f"@{at}:{at + len(before.group(1))}"
    return head[: before.start(1)] + place + head[before.end(1) :]


def _unpack(packed: str, known: Mapping[str, str]) -> str | None:
    head, place, *rest = packed.splitlines()
    if place == "=":
        old = known.get(identity(head))
        if old is None:
            return None
        before = _BEFORE.search(old.splitlines()[0])
        head += f" {before.group(0)}" if before else ""
        sentence = old.splitlines()[1]
    else:
        text = _document(head)
        if not text:
            return None
        sentence = _cut(place, text)
        head = re.sub(r"(?<=before=)@\d+:\d+", lambda m: _cut(m.group(0), text), head)
    lines = [_QUOTED.sub(lambda m: _quote(m, sentence), line) for line in rest]
    return "\n".join([head, sentence, *lines])


def _place(quoted: re.Match[str], sentence: str) -> str:
    words, start = quoted.group(1).replace('\\"', '"'), -1
    for _ in range(int(quoted.group(2) or 1)):
        start = sentence.index(words, start + 1)
    return f'"@{start}:{start + len(words)}"'


def _quote(placed: re.Match[str], sentence: str) -> str:
    words = _cut(placed.group(1), sentence)
    start = int(placed.group(1)[1:].partition(":")[0])
    standing, at = 1, sentence.find(words)
    while at < start:
        standing, at = standing + 1, sentence.find(words, at + 1)
    escaped = words.replace('"', '\\"')
    return f'"{escaped}"' + (f"#{standing}" if standing > 1 else "")


def _cut(place: str, text: str) -> str:
    match = _PLACE.fullmatch(place)
    assert match, place
    return text[int(match.group(1)) : int(match.group(2))]


def _document(head: str) -> str:
    named = _DOC.search(head)
    return _texts().get(named.group(1), "") if named else ""


@lru_cache(maxsize=1)
def _texts() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in DOCS:
        path = SHARED / "docs" / name
        if path.is_file():
            with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as rows:
                for row in map(json.loads, rows):
                    found[row["id"]] = " ".join(row["text"].split())
    return found


def main() -> None:
    """Pack a file, and say which stanzas were left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    known = shared_stanzas()
    kept = []
    for stanza in stanzas(asked.source.read_text("utf-8")):
        packed = pack(stanza, known)
        if packed:
            kept.append(packed)
        else:
            print("no text for", identity(stanza.splitlines()[0]), file=sys.stderr)
    asked.out.write_text("\n\n".join(kept) + "\n", "utf-8")
    print(len(kept), "stanzas")


@lru_cache(maxsize=1)
def shared_stanzas() -> dict[str, str]:
    """Give the real stanzas of ../shared/corpus by id, where that folder exists."""
    paths = sorted((SHARED / "corpus").glob("real_*.rpa"))
    every = (s for path in paths for s in stanzas(path.read_text("utf-8")))
    return {identity(stanza.splitlines()[0]): stanza for stanza in every}


if __name__ == "__main__":
    main()
