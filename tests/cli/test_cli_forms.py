"""The forms in which claims leave the program."""

import csv
import io
import json

import pytest
from rich.console import Console

from realpolitik.cli.claim_view import print_claim
from realpolitik.cli.document_view import print_document
from realpolitik.cli.dyad_view import print_dyad
from realpolitik.cli.formats import NAMES, format_for, write
from realpolitik.cli.listing import print_listing
from realpolitik.cli.screen import THEME
from realpolitik.cli.shapes import CLAIMS, DOCUMENTS, MENTIONS, Listed
from realpolitik.cli.tables import print_claims, print_table
from realpolitik.core.actor import Actor
from realpolitik.core.dossier import Dossier
from realpolitik.core.mention import Mention
from realpolitik.measures.dyad import view_of
from realpolitik.records.merge import merge
from tests.cli.cases import CLAIM, DOCUMENT, TEXT

LISTED = Listed(CLAIM, DOCUMENT)
MENTION = Mention(0, "Moscow", 47, 53, "actor", meanings=(Actor("RUS"),))
BATCHES = [
    ([LISTED], CLAIMS),
    ([("d1", MENTION)], MENTIONS),
    ([DOCUMENT], DOCUMENTS),
]


def written(items, shape, form: str) -> bytes:
    sink = io.BytesIO()
    write(items, shape, form, sink)
    return sink.getvalue()


def test_a_plain_table_is_one_line_a_claim_between_tabs() -> None:
    head, line = written([LISTED], CLAIMS, "table").decode().splitlines()
    cells = dict(zip(head.split("\t"), line.split("\t"), strict=True))
    assert cells == {
        "date": "2020-01-30",
        "actor": "ISR.GOV",
        "recipient": "RUS",
        "what": "CONSULT/visit",
        "modality": "actual",
        "speaker": "",
        "certainty": "0.934",
        "claim": "c1",
        "document": "d1",
        "text": TEXT.replace("\t", " "),
    }


@pytest.mark.parametrize(("items", "shape"), BATCHES)
@pytest.mark.parametrize("form", NAMES)
def test_every_thing_has_every_form(items, shape, form: str) -> None:
    assert written(items, shape, form)
    assert written([], shape, form) is not None


@pytest.mark.parametrize(("items", "shape"), BATCHES)
def test_csv_and_tsv_hold_the_same_cells(items, shape) -> None:
    rows = list(csv.reader(io.StringIO(written(items, shape, "csv").decode())))
    lines = written(items, shape, "tsv").decode().splitlines()
    assert rows == [line.split("\t") for line in lines]
    assert rows[0] == list(shape.columns)


@pytest.mark.parametrize(("items", "shape"), BATCHES)
def test_json_and_json_lines_hold_the_same_rows(items, shape) -> None:
    lines = written(items * 2, shape, "jsonl").decode().splitlines()
    assert json.loads(written(items * 2, shape, "json")) == [
        json.loads(line) for line in lines
    ]
    assert written(items, shape, "ndjson") == written(items, shape, "jsonl")
    assert json.loads(written([], shape, "json")) == []


@pytest.mark.parametrize(("items", "shape"), BATCHES)
def test_parquet_has_the_same_columns_with_and_without_rows(items, shape) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    full = parquet.read_table(io.BytesIO(written(items, shape, "parquet")))
    empty = parquet.read_table(io.BytesIO(written([], shape, "parquet")))
    assert full.schema == empty.schema
    assert (full.num_rows, empty.num_rows) == (1, 0)


FORMS = [
    (None, None, "table"),
    (None, "a.csv", "csv"),
    (None, "a.JSONL", "jsonl"),
    (None, "a.txt", "table"),
    ("json", "a.csv", "json"),
]


@pytest.mark.parametrize(("name", "path", "form"), FORMS)
def test_the_form_follows_the_suffix(name, path, form, tmp_path) -> None:
    assert format_for(name, tmp_path / path if path else None) == form


def screen(
    width: int = 100, encoding: str = "utf-8", *, terminal: bool | None = None
) -> tuple[Console, io.BytesIO]:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding, errors="replace", write_through=True)
    console = Console(
        file=file,
        theme=THEME,
        width=width,
        markup=False,
        color_system=None,
        force_terminal=terminal,
    )
    return console, raw


def test_the_listing_groups_by_document() -> None:
    console, raw = screen()
    print_listing(console, [LISTED, LISTED])
    lines = raw.getvalue().decode().splitlines()
    assert [line for line in lines if "A visit" in line] == ["A visit"]
    assert "d1 · The Gazette · 2020-01-31" in lines
    claim = [line for line in lines if line.startswith("2020-01-30")]
    assert len(claim) == 2
    assert "ISR.GOV" in claim[0]
    assert claim[0].rstrip().endswith("RUS  CONSULT/visit actual, 0.93")


@pytest.mark.parametrize("width", [20, 60, 200])
def test_tables_fit_the_screen(width: int) -> None:
    console, raw = screen(width, terminal=True)
    print_claims(console, [LISTED])
    print_table(console, [DOCUMENT], DOCUMENTS)
    lines = raw.getvalue().decode().splitlines()
    assert max(map(len, lines)) <= width


def test_a_terminal_that_knows_only_ascii() -> None:
    console, raw = screen(encoding="ascii")
    print_listing(console, [LISTED])
    print_claims(console, [LISTED])
    raw.getvalue().decode("ascii")


DOCUMENTS_BY_ID = {DOCUMENT.id: DOCUMENT}
DOSSIER = Dossier(
    first="RUS",
    second="ISR",
    names={"RUS": "Russia", "ISR": "Israel"},
    claims=(CLAIM,),
    records=merge([CLAIM], DOCUMENTS_BY_ID),
    documents=DOCUMENTS_BY_ID,
    as_of=DOCUMENT.published,
    reader="1",
    scores={},
)


def test_the_dyad_on_one_screen() -> None:
    console, raw = screen()
    print_dyad(console, view_of(DOSSIER))
    shown = raw.getvalue().decode()
    assert shown.startswith("Russia and Israel  1 claim, 1 record, 1 document")
    assert "2020-01" in shown
    assert "1 cooperation, 0 conflict" in shown
    assert "CONSULT/visit" in shown


def test_a_claim_with_all_that_is_known() -> None:
    console, raw = screen()
    print_claim(console, CLAIM, DOCUMENT)
    shown = raw.getvalue().decode()
    assert "event: CONSULT/visit" in shown
    assert "Benjamin Netanyahu" in shown
    assert '2020-01-30 "30 January"' in shown
    assert "+1.9" in shown


def test_a_document_with_its_condition() -> None:
    console, raw = screen()
    print_document(console, DOCUMENT)
    shown = raw.getvalue().decode()
    assert "no-date: none was found; give one with --date" in shown
    assert f"[0:{len(TEXT)} paragraph]" in shown
