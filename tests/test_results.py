"""Claims and records as sequences that turn into tables."""

from datetime import date

import polars
import pytest

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Amount, Claim, Party, When, Where
from realpolitik.core.interval import Interval
from realpolitik.core.json_form import claim_row
from realpolitik.core.place import Place
from realpolitik.core.quantity import Quantity
from realpolitik.core.span import Excerpt
from realpolitik.records.merge import merge
from realpolitik.results import Claims, Records, flat_rows
from tests.store.making import claim, document

DAY = date(2020, 1, 30)
FULL = claim(
    "Putin met <b>Netanyahu</b>.",
    when=When(Interval(DAY, None, "day"), "Thursday", 1, 2),
    where=Where(Place("Moscow", "RUS", 55.75, 37.6, "capital"), "Moscow", 3, 4),
    amount=Amount(Quantity(1.9e9, "USD"), "1.9bn", 5, 6),
    about=Excerpt("Syria", 7, 8),
    issue=("trade", "energy"),
    speaker=(Party(Actor("RUS", "GOV", "Q1", "Putin", "President")),),
)
BARE = claim("He met her.", actor=(None,), recipient=())
CLAIMS = Claims((FULL, BARE))


def records() -> Records:
    return Records(merge([FULL, BARE], {"d1": document(publisher="Agency")}))


def test_they_are_sequences() -> None:
    assert (len(CLAIMS), CLAIMS[0], list(CLAIMS)) == (2, FULL, [FULL, BARE])
    assert CLAIMS[:1] == Claims((FULL,))
    assert isinstance(CLAIMS[:1], Claims)
    assert (FULL in CLAIMS, bool(Claims())) == (True, False)


def test_rows_are_the_contract() -> None:
    assert CLAIMS.rows() == [claim_row(FULL), claim_row(BARE)]


def test_arrow_has_every_key_of_the_contract_typed() -> None:
    table = CLAIMS.to_arrow()
    assert table.column_names == list(claim_row(FULL))
    [full, bare] = table.to_pylist()
    assert full["when"] == {
        "from": DAY,
        "to": None,
        "precision": "day",
        "text": "Thursday",
        "start": 1,
        "end": 2,
    }
    assert (full["where"]["lat"], full["amount"]["value"]) == (55.75, 1.9e9)
    assert (full["speaker"][0]["role"], full["span"]) == ("President", [0, 27])
    assert (bare["when"], bare["about"], bare["recipient"]) == (None, None, [])


@pytest.mark.parametrize("none", [Claims(), Records()])
def test_no_rows_have_the_same_columns(none: Claims | Records) -> None:
    some = CLAIMS if isinstance(none, Claims) else records()
    assert none.to_arrow().schema == some.to_arrow().schema
    assert none._repr_html_() == "<p>0 of 0</p>"


def test_pandas_and_polars() -> None:
    assert list(CLAIMS.to_pandas()["type"]) == ["CONSULT", "CONSULT"]
    assert CLAIMS.to_polars().schema["certainty"] == polars.Float64
    assert len(records().to_pandas()) == len(records().to_polars()) == 2


def test_records_arrow_has_days() -> None:
    row = records().to_arrow().to_pylist()[0]
    assert row["from"] == DAY
    assert list(row) == list(records().rows()[0])


def test_flat_rows_have_the_same_plain_columns() -> None:
    full, bare = flat_rows(CLAIMS)
    assert list(full) == list(bare)
    assert full["actor"] == "RUS"
    assert (full["from"], full["to"]) == ("2020-01-30", "")
    assert (full["issue"], full["speaker"], full["negated"]) == (
        "trade energy",
        "RUS.GOV",
        "false",
    )
    assert (bare["actor"], bare["recipient"], bare["amount"]) == ("?", "", "")


def test_notebooks_show_escaped_html() -> None:
    page = CLAIMS._repr_html_()
    assert "&lt;b&gt;Netanyahu" in page
    assert page.endswith("<p>2 of 2</p>")
    many = Claims(tuple(FULL for _ in range(50)))
    assert many._repr_html_().endswith("<p>20 of 50</p>")
    assert repr(many) == "<50 claims>"


def test_claims_are_hashable_and_frozen() -> None:
    assert isinstance(FULL, Claim)
    assert hash(CLAIMS) == hash(Claims((FULL, BARE)))
