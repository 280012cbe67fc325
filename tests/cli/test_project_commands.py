"""The commands on a project, one after the other, as a user goes."""

import json
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from realpolitik.core.problem import REMARKS
from realpolitik.project import Project
from tests.cli.program import EXAMPLES, call, run_on_terminal


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "demo"
    done = call("demo", folder)
    assert done.returncode == 0, done.stderr
    assert "Russia and Israel" in done.stdout
    assert (folder / "brief-RUS-ISR.html").exists()
    return folder


def rows(project: Path, *words: object) -> list[dict]:
    done = call("-p", project, "claims", *words, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_adding_again_adds_nothing(project: Path) -> None:
    done = call("add", EXAMPLES, "-p", project)
    assert "added 0 documents" in done.stderr
    assert "known already" in done.stderr


def test_a_line_a_document(project: Path) -> None:
    done = call("-p", project, "add", EXAMPLES, "-v")
    files = [path.name for path in EXAMPLES.iterdir() if path.suffix != ".jsonl"]
    assert all(name in done.stderr for name in files)


def test_status(project: Path) -> None:
    told = json.loads(call("-p", project, "status", "--format", "json").stdout)
    shown = call("-p", project, "status").stdout
    assert told["documents"] >= 15
    assert re.search(rf"^documents +{told['documents']}\b", shown, re.M)


def test_filters(project: Path) -> None:
    everything = rows(project)
    consult = rows(project, "--type", "consult")
    assert 0 < len(consult) < len(everything)
    assert {row["type"] for row in consult} == {"CONSULT"}
    pair = rows(project, "--dyad", "Russia", "Israel", "--kind", "event")
    for row in pair:
        codes = {party["code"] for party in row["actor"] + row["recipient"]}
        assert {"RUS", "ISR"} <= codes
    assert len(rows(project, "--limit", 3)) == min(3, len(everything))
    sure = rows(project, "--min-certainty", 0.6)
    assert all(row["certainty"] >= 0.6 for row in sure)


def test_the_environment_names_the_project(project: Path, monkeypatch) -> None:
    monkeypatch.setenv("REALPOLITIK_PROJECT", str(project))
    assert call("status").returncode == 0


def test_an_empty_answer_says_which_filter(project: Path) -> None:
    done = call("-p", project, "claims", "--actor", "Tonga", "--type", "CONSULT")
    assert done.returncode == 0
    assert "none passes --actor TON" in done.stderr
    assert done.stdout.count("\n") == 1  # the names of the columns


def test_a_claim_and_its_document(project: Path) -> None:
    claim = rows(project)[0]
    shown = call("-p", project, "show", claim["claim"]).stdout
    assert claim["type"] in shown
    assert " ".join(claim["text"].split()) in shown
    page = call("-p", project, "show", claim["document"]).stdout
    assert "passage" in page or "paragraph" in page


def test_a_span_leads_to_its_bytes(project: Path) -> None:
    claim = next(row for row in rows(project) if row["text"].isascii())
    trigger = claim["trigger"]
    span = f"{trigger['start']}:{trigger['end']}"
    shown = call("-p", project, "show", claim["document"], "--span", span).stdout
    assert shown.splitlines()[-1] == trigger["text"]


def test_an_unknown_id(project: Path) -> None:
    done = call("-p", project, "show", "dzzz")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_claims_of_a_document_by_the_beginning_of_its_id(project: Path) -> None:
    whole = rows(project)[0]["document"]
    shortened = rows(project, "--document", whole[:10])
    assert shortened == rows(project, "--document", whole) != []
    assert {row["document"] for row in shortened} == {whole}
    done = call("-p", project, "claims", "--document", "nothing")
    assert done.returncode == 2
    assert "no document 'nothing'" in done.stderr


def test_a_span_outside(project: Path) -> None:
    document = rows(project)[0]["document"]
    done = call("-p", project, "show", document, "--span", "1:99999999")
    assert done.returncode == 2
    assert "give a span inside" in done.stderr


def test_the_dyad_on_one_screen(project: Path) -> None:
    done = call("-p", project, "dyad", "Russia", "ISR")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Russia and Israel")
    nothing = call("-p", project, "dyad", "Tonga", "Peru")
    assert nothing.stdout == ""
    assert "no claims with both TON and PER" in nothing.stderr


def test_the_dyad_on_a_terminal(project: Path) -> None:
    shown = run_on_terminal("-p", project, "dyad", "RUS", "ISR")
    assert "\x1b[" in shown
    assert "latest" in shown


@pytest.mark.parametrize(("name", "mark"), [("b.html", "<html"), ("b.md", "# ")])
def test_the_form_of_a_brief_follows_its_name(
    project: Path, tmp_path: Path, name: str, mark: str
) -> None:
    done = call("-p", project, "brief", "RUS", "ISR", "-o", tmp_path / name)
    assert done.returncode == 0, done.stderr
    assert mark in (tmp_path / name).read_text()


@pytest.mark.parametrize("name", ["b.pdf", "b.docx", "b.xyz"])
def test_a_brief_in_an_unknown_form(project: Path, tmp_path: Path, name: str) -> None:
    done = call("-p", project, "brief", "RUS", "ISR", "-o", tmp_path / name)
    assert done.returncode == 2
    assert ".html" in done.stderr
    assert ".md" in done.stderr
    assert not (tmp_path / name).exists()


def test_a_brief_on_nothing_says_so(project: Path, tmp_path: Path) -> None:
    done = call("-p", project, "brief", "Tonga", "Peru", "-o", tmp_path / "b.html")
    assert done.returncode == 0
    assert "no claims with both TON and PER" in done.stderr


def test_remarks_are_not_counted_as_problems(project: Path) -> None:
    told = json.loads(call("-p", project, "status", "--format", "json").stdout)
    assert not REMARKS.intersection(told["problems"])
    assert REMARKS.issuperset(told["remarks"])


def test_a_hint_can_be_run_as_it_is_printed(tmp_path: Path) -> None:
    folder = tmp_path / "my project"
    assert call("init", folder).returncode == 0
    row = {"id": "a b", "date": "soon", "text": "Russia met Israel."}
    rows = tmp_path / "a.jsonl"
    rows.write_bytes(json.dumps(row).encode() + b"\n")
    done = call("-p", folder, "add", rows)
    hint = re.search(r"see: realpolitik (.+)", done.stderr)
    assert hint, done.stderr
    assert call(*shlex.split(hint[1])).returncode == 0


def test_the_whole_row_of_a_dyad_counts_all_that_happened(project: Path) -> None:
    view = Project.open(project).dyad("RUS", "ISR")
    quads = Counter(record.quad for record in view.latest)
    shown = call("-p", project, "dyad", "RUS", "ISR").stdout
    (row,) = re.findall(r"^all, with joint(.+)", shown, re.M)
    assert [int(cell) for cell in row.split()] == [quads[n] for n in range(1, 5)]
    drawn = re.findall(r"(\d+) cooperation, (\d+) conflict", shown)
    apart = len(view.course.apart)
    earlier = re.search(r"^([\d,]+) before \d{4}, not drawn", shown, re.M)
    undrawn = apart + (int(earlier[1]) if earlier else 0)
    assert sum(int(n) for pair in drawn for n in pair) + undrawn == sum(quads.values())
    assert (f"{apart} without a date" in shown) == bool(apart)


def test_the_dyad_says_which_days_are_those_of_documents(project: Path) -> None:
    view = Project.open(project).dyad("RUS", "ISR")
    shown = call("-p", project, "dyad", "RUS", "ISR").stdout
    latest = shown.split("\nlatest")[1].split("\n\n")[0].splitlines()[1:]
    marked = [line.split()[0].endswith("*") for line in latest]
    assert marked == [r.dated_by == "document" for r in view.latest[: len(latest)]]
    assert any(marked) and shown.rstrip().endswith("the text gives no other")


def test_in_the_dyad_a_year_stays_a_year_and_a_month_a_month(tmp_path: Path) -> None:
    folder, text = tmp_path / "p", tmp_path / "a.txt"
    text.write_text(
        "In 2009 Turkey and Armenia signed the Zurich Protocols. "
        "In May 2011 Turkey and Armenia signed the Kars Treaty.\n"
    )
    call("init", folder)
    call("-p", folder, "add", text, "--date", "2015-03-01")
    shown = call("-p", folder, "dyad", "TUR", "ARM").stdout
    rows = shown.split("\nagreements")[1].split("\n\n")[0].splitlines()[1:]
    assert {"2009", "2011-05"} <= {word for row in rows for word in row.split()}
    assert "2009-01-01" not in shown and "2011-05-01" not in shown


def test_the_demo_again(project: Path) -> None:
    done = call("demo", project)
    assert done.returncode == 0, done.stderr
    assert "Serbia and Kosovo" in done.stdout


def test_doctor(project: Path) -> None:
    done = call("-p", project, "doctor")
    assert done.returncode == 0, done.stdout
    assert "not ok" not in done.stdout
    assert "ok      originals" in done.stdout


def test_a_terminal_tells_days_of_documents_from_days_said(project: Path) -> None:
    from io import StringIO

    from rich.console import Console

    from realpolitik.cli.shapes import Listed
    from realpolitik.cli.tables import print_claims
    from realpolitik.cli.words import REPORTED_MEANS, is_dated

    held = Project.open(project)
    documents = {d.id: d for d in held.documents()}
    listed = [Listed(c, documents[c.document]) for c in held.claims()]
    listed = [item for item in listed if item.published][:40]
    screen = Console(file=StringIO(), width=90)
    assert print_claims(screen, listed) == len(listed)
    *lines, legend = screen.file.getvalue().splitlines()
    assert legend == REPORTED_MEANS
    marked = [line[10] == "*" for line in lines]
    assert marked == [not is_dated(item.claim) for item in listed]
    assert True in marked and False in marked


def test_options_for_all_commands_stand_before_or_behind(project: Path) -> None:
    before = call("-q", "-p", project, "claims", "--limit", "1")
    behind = call(
        "claims", "--limit", "1", "-p", project, "-q", "--no-color", "--debug"
    )
    loud = call("claims", "--limit", "1", "-p", project)
    assert before.returncode == behind.returncode == 0
    assert (before.stdout, before.stderr) == (behind.stdout, behind.stderr)
    assert loud.stdout == behind.stdout and "raise --limit" in loud.stderr
    asked = call("read", "https://example.org/a", "--offline")
    assert "--offline is on" in asked.stderr
    assert call("actors", "list", "--country", "ISR", "-q").returncode == 0
