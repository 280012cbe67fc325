import gzip

import pytest

from realpolitik.knowledge import tables
from tools import build_knowledge

TABLES = sorted(tables.FOLDER.glob("*/*.csv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_each_table_names_its_source_and_licence(path) -> None:
    head = [line for line in path.read_text("utf-8").splitlines() if line[:1] == "#"]
    text = " ".join(head).lower()
    assert "source" in text
    assert "licence" in text or "public domain" in text or "cc by" in text


def test_the_compiled_form_is_up_to_date() -> None:
    for name, text in build_knowledge.build().items():
        packed = (build_knowledge.COMPILED / f"{name}.gz").read_bytes()
        assert gzip.decompress(packed).decode() == text, (
            "run: python tools/build_knowledge.py"
        )


def test_the_shipped_knowledge_is_small() -> None:
    compiled = sum(p.stat().st_size for p in build_knowledge.COMPILED.iterdir())
    assert compiled < 5_000_000
