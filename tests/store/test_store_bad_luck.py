"""Kills, full disks, torn files, two at once: nothing reported as done is lost."""

import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from realpolitik.core.errors import DiskError, ProjectError
from realpolitik.core.selection import Selection
from realpolitik.records.merge import merge
from realpolitik.store.session import Tables
from realpolitik.store.store import Store
from tests.store.making import add, raw
from tests.store.slowly import row

ALL = Selection()
ROOT = Path(__file__).parents[2]
AS_ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Store.create(tmp_path / "p")
    return tmp_path / "p"


def slowly(
    folder: Path, count: int, seconds: float, **how: object
) -> subprocess.Popen[str]:
    path = os.pathsep.join(
        [str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    )
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.store.slowly",
            str(folder),
            str(count),
            str(seconds),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        **how,
    )


def told(lines: Iterator[str], count: int) -> list[str]:
    """Read the first documents that a process tells as read."""
    read: list[str] = []
    for line in lines:
        if line.startswith("read ") and line.split()[1:]:  # Ctrl-C may cut a line
            read.append(line.split()[1].removesuffix(".txt"))
        if len(read) == count:
            break
    return read


def is_whole(store: Store) -> bool:
    documents = {document.id: document for document in store.documents()}
    claims = store.claims(ALL)
    complete = len(claims) == len(documents) == store.counts().sentences
    records = {record.id: record for record in store.records(ALL)}
    kept = all(store.original(d.sha256) for d in documents.values())
    merged = {record.id: record for record in merge(claims, documents)}
    return complete and kept and records == merged


def test_kill_9_loses_nothing_that_was_reported_and_add_goes_on(folder: Path) -> None:
    process = slowly(folder, 40, 0.04)
    assert process.stdout
    read = told(process.stdout, 4)
    process.kill()
    process.communicate()
    store = Store.open(folder)
    assert set(read) <= {document.id for document in store.documents()}
    assert is_whole(store)
    again = add(store, *(row(n) for n in range(40)))
    assert again.known >= len(read)
    assert (again.known + again.added, again.unread) == (40, ())
    assert len(store.documents()) == 40
    assert is_whole(store)


def test_ctrl_c_ends_with_one_line_and_keeps_what_was_reported(folder: Path) -> None:
    process = slowly(folder, 60, 0.04)
    assert process.stdout
    read = told(process.stdout, 3)
    process.send_signal(signal.SIGINT)
    read += told(process.stdout, 99)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.count("\n") == 1
    told_of = re.match(r"interrupted: (\d+) documents were added", errors)
    assert told_of
    kept = {document.id for document in Store.open(folder).documents()}
    # the signal may fall between the word of a document and the line that prints it
    assert 3 <= len(read) <= int(told_of[1]) <= len(kept) < 60
    assert set(read) <= kept
    assert is_whole(Store.open(folder))


def test_ctrl_c_while_the_tables_work_is_ctrl_c(folder: Path) -> None:
    tables = Tables(folder, wait=1, waiting=print)
    with pytest.raises(KeyboardInterrupt), tables.writing():
        raise RuntimeError("Query interrupted")  # as DuckDB tells of it


def test_two_adds_at_once_the_second_waits_and_both_end_right(folder: Path) -> None:
    first = slowly(folder, 20, 0.05)
    assert first.stdout
    assert next(first.stdout) == "begins\n"
    read = told(first.stdout, 1)
    # questions are answered meanwhile
    assert len(Store.open(folder).documents()) >= len(read)
    second = slowly(folder, 25, 0)
    output, errors = second.communicate(timeout=60)
    first.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (0, 0)
    assert errors == f"{folder}: another process is adding; waiting for it\n"
    assert (output.count("known "), output.count("read ")) == (20, 5)
    assert len(Store.open(folder).documents()) == 25
    assert is_whole(Store.open(folder))


def test_a_full_disk_gives_one_line_and_keeps_what_was_reported(folder: Path) -> None:
    """The limit on the size of a file stands for the end of the disk."""
    limit = (folder / "store.duckdb").stat().st_size + 300_000

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = slowly(folder, 1500, 0, preexec_fn=limited)
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 1
    assert errors.count("\n") == 1
    assert "free some space on its disk, then add again" in errors
    store = Store.open(folder)
    read = told(iter(output.splitlines()), 9999)
    assert set(read) <= {document.id for document in store.documents()}
    assert is_whole(store)


def test_an_original_that_cannot_be_written_gives_one_line(folder: Path) -> None:
    (folder / "originals").rmdir()
    (folder / "originals").write_text("in the way")
    with pytest.raises(ProjectError, match="an original cannot be written"):
        add(Store.open(folder), raw("RUS ISR talk"))


@pytest.mark.parametrize(
    ("torn", "says"),
    [
        (b"", "is damaged"),
        (b"garbage" * 9000, "is damaged"),
        (None, "is damaged"),
    ],
    ids=["empty", "garbage", "cut off"],
)
def test_a_torn_file_gives_one_line(
    folder: Path, torn: bytes | None, says: str
) -> None:
    add(Store.open(folder), *(raw(f"RUS ISR {n}") for n in range(50)))
    path = folder / "store.duckdb"
    path.write_bytes(path.read_bytes()[:20_000] if torn is None else torn)
    with pytest.raises(ProjectError, match=says) as caught:
        Store.open(folder).claims(ALL)
    assert "\n" not in str(caught.value)
    with pytest.raises(ProjectError, match=says):
        add(Store.open(folder), raw("RUS SYR talk"))


def test_a_changed_block_gives_one_line(folder: Path) -> None:
    add(Store.open(folder), *(raw(f"RUS ISR {n}") for n in range(50)))
    path = folder / "store.duckdb"
    content = path.read_bytes()
    path.write_bytes(content[:12_288] + bytes(len(content) - 12_288))
    with pytest.raises(ProjectError, match="is damaged"):
        Store.open(folder).claims(ALL)


def test_a_damaged_original_is_noticed(folder: Path) -> None:
    store = Store.open(folder)
    name = store.keep_original(b"bytes")
    path = folder / "originals" / name[:2] / name[2:]
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(ProjectError, match=r"cannot be read|is damaged"):
        store.original(name)


def test_a_missing_file_gives_one_line(folder: Path) -> None:
    (folder / "store.duckdb").unlink()
    with pytest.raises(ProjectError, match=r"store\.duckdb is missing"):
        Store.open(folder).claims(ALL)
    assert not (folder / "store.duckdb").exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            'name = "p"\nlayout = 99\n',
            "newer realpolitik .layout 99, known is 3.; update",
        ),
        ('name = "p"\nlayout = "x"\n', "no valid layout"),
        ("name = ", "is not TOML"),
        ("", "no valid layout"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(
    folder: Path, text: str, says: str
) -> None:
    (folder / "project.toml").write_text(text)
    with pytest.raises(ProjectError, match=says):
        Store.open(folder)


def test_a_folder_that_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="is not a project; make one with"):
        Store.open(tmp_path)
    with pytest.raises(ProjectError, match="is not a project"):
        Store.open(tmp_path / "nowhere")


def test_a_project_is_not_made_twice(folder: Path) -> None:
    with pytest.raises(ProjectError, match="is a project already"):
        Store.create(folder)


@pytest.mark.parametrize("there", [False, True])
def test_a_start_on_a_full_disk_leaves_nothing(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "deep" / "p"
    if there:
        folder.mkdir(parents=True)
        (folder / "mine.txt").write_text("kept")
    before = sorted(tmp_path.rglob("*"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(DiskError, match="free some space"):
            Store.create(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert sorted(tmp_path.rglob("*")) == before
    Store.create(folder)


def test_a_project_is_not_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "p"):
        with pytest.raises(ProjectError, match="cannot be written"):
            Store.create(path)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a place like /proc")
def test_a_place_where_nothing_can_be_made_is_refused() -> None:
    with pytest.raises(ProjectError, match="cannot be written"):
        Store.create(Path("/proc/realpolitik"))


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ProjectError, match="cannot be written"):
        Store.create(tmp_path / "p")
    tmp_path.chmod(0o700)


def test_tables_held_open_by_another_program_are_waited_for_and_then_named(
    folder: Path,
) -> None:
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(1, flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(folder / "store.duckdb")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout
    assert other.stdin
    other.stdout.readline()
    (folder / "project.toml").write_text(
        'name = "p"\nlayout = 1\n[settings]\nwait = 0.2\n'
    )
    heard: list[str] = []
    with pytest.raises(ProjectError, match=r"another process has store\.duckdb open"):
        Store.open(folder, waiting=heard.append).claims(ALL)
    assert heard == [f"{folder}: another process has it open; waiting"]
    other.communicate("\n")
    assert len(Store.open(folder).claims(ALL)) == 0


def test_a_half_made_project_is_made_whole(folder: Path) -> None:
    (folder / "project.toml").unlink()
    store = Store.create(folder)
    assert add(store, raw("RUS ISR talk")).added == 1


def test_two_projects_share_nothing(tmp_path: Path) -> None:
    one, other = Store.create(tmp_path / "1"), Store.create(tmp_path / "2")
    add(one, raw("RUS ISR talk"))
    assert (len(one.documents()), len(other.documents())) == (1, 0)


def test_the_tables_can_be_queried_by_any_client(folder: Path) -> None:
    add(Store.open(folder), raw("RUS ISR talk"))
    with duckdb.connect(folder / "store.duckdb", read_only=True) as connection:
        row = connection.execute("SELECT type, text FROM claims_now").fetchone()
        words = connection.execute("SELECT text FROM sentences_now").fetchone()
    assert row == ("CONSULT", "RUS ISR talk")
    assert words == ("RUS ISR talk",)
