"""The quality card: whole, consistent, and with honest intervals."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.core.errors import ModelError
from realpolitik.reading.quality import quality, share


def test_parts_add_up() -> None:
    rows = {(row.part, row.by, row.value): row for row in quality()}
    whole = rows["all", "claims", "all"]
    assert whole.gold > 2000
    for by in ("kind", "type", "modality", "negation", "speaker"):
        of_kind = [row for row in rows.values() if (row.part, row.by) == ("all", by)]
        assert sum(row.gold for row in of_kind) == whole.gold
        assert sum(row.read for row in of_kind) == whole.read
        assert sum(row.right for row in of_kind) <= whole.right
    for row in rows.values():
        assert row.right_who <= row.right <= min(row.gold, row.read)


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share(part: int, more: int) -> None:
    found = share(part, part + more)
    assert found is not None
    assert 0 <= found.low <= found.value <= found.high <= 100


def test_nothing_has_no_share() -> None:
    assert share(0, 0) is None


def test_known_interval() -> None:
    found = share(8, 10)  # Wilson's interval of 8 in 10, as in textbooks
    assert found is not None
    assert (round(found.low, 1), round(found.high, 1)) == (49.0, 94.3)


def test_a_missing_card_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="missing"):
        quality(tmp_path / "quality.json")
