"""A project as Python users hold it, with the shipped reader."""

import json
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

import realpolitik as rp
from realpolitik.core.errors import ProjectError, UsageError
from realpolitik.core.selection import Selection
from realpolitik.project import Progress, Project

ROWS = [
    {
        "id": "agency",
        "date": "2020-01-30",
        "publisher": "Agency",
        "text": "Russian President Vladimir Putin visited Israel on January 23. "
        "Russia and Israel signed a trade agreement.",
    },
    {
        "id": "daily",
        "date": "2020-01-31",
        "publisher": "Daily",
        "text": "Russia and Israel signed a trade agreement. Israel condemned Iran.",
    },
]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, rows: Path) -> Project:
    project = rp.Project.init(tmp_path_factory.mktemp("project") / "p")
    report = project.add([rows])
    assert (report.added, report.problems, report.unread) == (2, 0, ())
    return project


def test_adding_again_finds_everything_known(project: Project, rows: Path) -> None:
    heard: list[Progress] = []
    report = rp.open(project.folder).add([rows, "/nowhere"], progress=heard.append)
    assert (report.added, report.known, len(report.unread)) == (0, 2, 1)
    assert [p.result for p in heard] == ["known", "known", "unread"]
    assert heard[2].problem
    assert heard[2].problem.startswith("/nowhere: ")
    assert project.problems()[0][0] == "/nowhere"


def test_a_signing_told_by_two_publishers_is_one_record(project: Project) -> None:
    [signing] = [r for r in project.records() if r.mode == "sign"]
    assert signing.publishers == ("Agency", "Daily")
    told = {c.id for c in project.claims(Selection(type="SUPPORT"))}
    assert set(signing.claims) == told
    assert len(told) == 2


def test_a_selection_may_name_actors_and_write_words_in_any_case(
    project: Project,
) -> None:
    told = project.claims(Selection(dyad=("Russia", "israel"), type="support"))
    assert (
        told.rows()
        == project.claims(Selection(dyad=("RUS", "ISR"), type="SUPPORT")).rows()
    )
    assert len(told) == 2
    assert project.records(Selection(actor="russia"))


@pytest.mark.parametrize(
    ("selection", "error"),
    [
        (Selection(type="NOPE"), "no type is called 'NOPE'; there are ACCUSE"),
        (Selection(kind="events"), "no kind is called 'events'; there are event, st"),
        (Selection(issue="tea"), "no issue is called 'tea'"),
        (Selection(modality="sure"), "no modality is called 'sure'"),
        (Selection(actor="Atlantis"), "'Atlantis' is no actor"),
        (Selection(dyad=("RUS", "Congo")), "'Congo' may be"),
    ],
)
def test_a_selection_of_what_there_is_not_fails(
    project: Project, selection: Selection, error: str
) -> None:
    with pytest.raises(UsageError, match=error):
        project.claims(selection)
    with pytest.raises(UsageError, match=error):
        project.records(selection)


def test_documents(project: Project) -> None:
    assert [d.id for d in project.documents()] == ["agency", "daily"]
    assert project.document("ag").publisher == "Agency"
    assert project.raw_bytes("daily").decode() == ROWS[1]["text"]
    with pytest.raises(UsageError, match="no document 'x'"):
        project.document("x")
    with pytest.raises(UsageError, match="begins 2 documents: agency, daily"):
        project.document("")


def test_status(project: Project) -> None:
    status = project.status()
    assert (status.documents, status.sentences) == (2, 4)
    assert (status.first, status.last) == (date(2020, 1, 30), date(2020, 1, 31))
    assert sum(status.claims.values()) == len(project.claims())
    assert status.records == len(project.records())
    assert status.readers == (status.reader,)
    assert status.bytes > 0


def test_dossier_and_view(project: Project) -> None:
    dossier = project.dossier("RUS", "ISR")
    assert (dossier.as_of, dossier.searched) == (date(2020, 1, 31), 2)
    assert (dossier.names["RUS"], dossier.names["ISR"]) == ("Russia", "Israel")
    assert set(dossier.documents) == {"agency", "daily"}
    assert set(dossier.scores) <= {"type", "who", "strict", "all"}
    assert all("IRN" not in r.actor + r.recipient for r in dossier.records)
    assert [a.what for a in project.dyad("Russia", "isr").agreements] == [
        "trade agreement"
    ]
    with pytest.raises(UsageError, match="two actors"):
        project.dossier("RUS", "Russia")
    with pytest.raises(UsageError, match="'Ruritania' is no actor"):
        project.dossier("RUS", "Ruritania")


def test_briefs(project: Project) -> None:
    assert "<html" in project.brief("RUS", "ISR")
    assert project.brief("RUS", "ISR", format="markdown").startswith("#")
    with pytest.raises(UsageError, match="no brief as 'pdf'"):
        project.brief("RUS", "ISR", format="pdf")


def test_a_project_is_a_folder(tmp_path: Path, project: Project) -> None:
    with pytest.raises(ProjectError, match="is not a project"):
        rp.open(tmp_path)
    with pytest.raises(ProjectError, match="is a project already"):
        rp.Project.init(project.folder)
    with pytest.raises(FrozenInstanceError):
        project.folder = tmp_path  # type: ignore[misc]


def test_workers_make_no_difference(
    tmp_path: Path, project: Project, rows: Path
) -> None:
    other = rp.Project.init(tmp_path / "p")
    other.add([rows], workers=2)
    assert other.claims() == project.claims()
    assert other.records() == project.records()


def test_a_day_that_is_none_is_refused(project: Project, rows: Path) -> None:
    with pytest.raises(UsageError, match="'30 January' is no day"):
        project.add([rows], date="30 January")
