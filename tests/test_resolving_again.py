"""An actor that is added is placed in what was read, without reading it again."""

import json
import shutil
from pathlib import Path

import pytest

from realpolitik import Project
from realpolitik.core.errors import ActorsFileError, UsageError
from realpolitik.core.unknown import Unplaced
from realpolitik.resolving.unknown_names import name_in, unknown_names
from realpolitik.store.session import Tables
from tests.cli.program import call

TEXT = (
    "Ahmad Zzyzx met Russian Foreign Minister Sergei Lavrov in Moscow on 3 May "
    "2020. Zzyzx accused the Free Badgers of the attack. The Free Badgers signed a "
    "ceasefire with the Blue Marsh Front."
)
BADGERS = {"name": "Free Badgers", "kind": "movement", "code": "FREE_BADGERS"}
MINISTER = {
    "name": "Ahmad Zzyzx",
    "country": "IRQ",
    "sector": "GOV",
    "role": "minister",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts") / "a.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, written: Path) -> Path:
    folder = tmp_path_factory.mktemp("read") / "p"
    Project.init(folder).add([written], date="2020-05-05")
    return folder


@pytest.fixture
def project(tmp_path: Path, read: Path) -> Project:
    return Project.open(shutil.copytree(read, tmp_path / "p"))


def codes(project: Project) -> set[str | None]:
    parties = [p for c in project.claims() for p in (*c.actor, *c.recipient)]
    return {party.actor.code for party in parties}


def test_what_is_added_is_what_a_fresh_reading_gives(
    project: Project, written: Path, tmp_path: Path
) -> None:
    before = len(project.claims())
    actor, done = project.add_actor(BADGERS)
    assert (actor.id, done.documents, done.changed) == ("free-badgers", 1, 1)
    _, done = project.add_actor(MINISTER)
    assert {"FREE_BADGERS", "IRQ"} <= codes(project)
    assert len(project.claims()) > before  # one of them named nobody known
    fresh = Project.init(tmp_path / "fresh")
    (fresh.folder / "actors.toml").write_bytes(
        (project.folder / "actors.toml").read_bytes()
    )
    fresh.add([written], date="2020-05-05")
    assert project.claims().rows() == fresh.claims().rows()
    assert project.records().rows() == fresh.records().rows()
    assert project.status().mentions == fresh.status().mentions


def test_resolving_anew_without_news_changes_nothing(project: Project) -> None:
    before = project.claims().rows()
    done = project.resolve_again()
    assert (done.documents, done.changed, done.claims) == (1, 0, 0)
    assert project.claims().rows() == before
    assert project.status().runs == 1


def test_an_edited_file_counts_once_everything_is_resolved(project: Project) -> None:
    project.add_actor(BADGERS)
    (project.folder / "actors.toml").unlink()
    assert "FREE_BADGERS" in codes(project)
    assert project.resolve_again().changed == 1
    assert "FREE_BADGERS" not in codes(project)


def test_documents_that_do_not_name_the_actor_are_left_alone(project: Project) -> None:
    _, done = project.add_actor({**BADGERS, "name": "Red Otters", "code": "RED_OTTERS"})
    assert (done.documents, done.changed) == (0, 0)


def test_a_fault_leaves_the_file_as_it_was(project: Project) -> None:
    project.add_actor(BADGERS)
    before = (project.folder / "actors.toml").read_bytes()
    with pytest.raises(ActorsFileError, match="field start"):
        project.add_actor({**MINISTER, "start": "2020-13-01"})
    assert (project.folder / "actors.toml").read_bytes() == before


def test_an_actor_is_written_once(project: Project) -> None:
    project.add_actor(BADGERS)
    before = (project.folder / "actors.toml").read_bytes()
    with pytest.raises(UsageError, match="in the file already, as free-badgers"):
        project.add_actor({**BADGERS, "name": "free badgers"})
    assert (project.folder / "actors.toml").read_bytes() == before
    # another standing of the same name is another entry
    project.add_actor({"name": "Free Badgers", "country": "IRQ", "sector": "REB"})


def test_an_added_document_is_known_after_it_was_resolved_anew(
    project: Project, written: Path
) -> None:
    project.add_actor(BADGERS)
    assert project.add([written], date="2020-05-05").known == 1


def test_a_project_of_an_earlier_version_is_completed_and_says_what_it_lacks(
    project: Project,
) -> None:
    with Tables(project.folder, 1.0, print).writing() as connection:
        connection.execute("DROP VIEW said_now; DROP TABLE said")
    names = project.unknown_names()  # the mentions are there, claims as said are not
    assert names
    assert all(name.claims == 0 for name in names)
    assert project.resolve_again().skipped == 1


def test_unknown_names_are_ranked_with_their_sentences(project: Project) -> None:
    found = {name.name: name for name in project.unknown_names()}
    zzyzx = found["Ahmad Zzyzx"]
    assert zzyzx.mentions == 2  # once by the surname alone
    assert zzyzx.claims >= 1
    assert "met Russian Foreign Minister" in zzyzx.sentences[0][1]
    assert any("Badgers" in name for name in found)
    assert not any("Lavrov" in name for name in found)


NAMES = [
    ("warlord Ahmad Zzyzx's men", "person", "Ahmad Zzyzx"),
    ("Mr. Zork", "person", "Zork"),
    ("RIO DE JANEIRO - Judoka Majlinda Kelmendi", "person", "Judoka Majlinda Kelmendi"),
    ("Zork's office", "org", "Zork"),
    ("Free Badgers Brigade of the North", "org", "Free Badgers Brigade of the North"),
    ("local officials", "group", None),
    ("the Foreign Ministry", "org", None),
    ("Jewish", "demonym", None),
]


@pytest.mark.parametrize(("text", "form", "name"), NAMES)
def test_the_name_in_a_mention(text: str, form: str, name: str | None) -> None:
    assert name_in(text, form) == name


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    seen = [Unplaced("d", None, "Fans danced.", "Fans", "group")]
    assert unknown_names(seen, sentences=1) == []


def test_the_commands(project: Project) -> None:
    done = call("-p", project.folder, "actors", "unknown", "--format", "json")
    rows = json.loads(done.stdout)
    assert {"Ahmad Zzyzx", "Free Badgers"} <= {row["name"] for row in rows}
    assert rows[0]["sentences"][0]["document"]
    done = call(
        *("-p", project.folder, "actors", "add", "Ahmad Zzyzx", "--country", "IRQ"),
        *("--sector", "GOV", "--role", "minister", "--start", "2019"),
    )
    assert done.returncode == 0
    assert "added Ahmad Zzyzx as ahmad-zzyzx to actors.toml; resolved anew: 1" in (
        done.stderr
    )
    done = call("-p", project.folder, "actors", "add", "X", "--country", "Irak")
    assert done.returncode == 2
    assert "field country: no country is known as 'Irak'" in done.stderr
    done = call("-p", project.folder, "actors", "resolve")
    assert done.stderr == "resolved anew: 1 document, nothing changed\n"
