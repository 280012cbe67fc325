"""Files that users name appear whole or not at all."""

from pathlib import Path

import pytest

from realpolitik.cli.outputs import check_writable, output
from realpolitik.core.errors import UsageError


def test_the_file_is_there_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with output(path) as sink:
        sink.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_run_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), output(path) as sink:
        sink.write(b"half")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "out.txt", tmp_path / "link.txt"
    path.write_bytes(b"old")
    link.symlink_to(path)
    with output(link) as sink:
        sink.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_device_is_written_to_not_replaced() -> None:
    with output(Path("/dev/null")) as sink:
        sink.write(b"gone")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("source", ["texts", "texts/a.txt", "link.txt"])
def test_a_source_is_not_overwritten(tmp_path: Path, source: str) -> None:
    path = tmp_path / "texts" / "a.txt"
    path.parent.mkdir()
    path.write_text("a source")
    (tmp_path / "link.txt").symlink_to(path)
    with pytest.raises(UsageError, match="one of the sources"):
        check_writable(path, sources=[str(tmp_path / source)])
    check_writable(path.with_name("new.csv"), sources=[str(tmp_path / source)])


@pytest.mark.parametrize(
    "name", ["store.duckdb", "project.toml", "actors.toml", "originals/ab/cd"]
)
def test_a_project_is_not_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / "project.toml").write_text("layout = 1")
    (tmp_path / "originals" / "ab").mkdir(parents=True)
    with pytest.raises(UsageError, match="belongs to a project"):
        check_writable(tmp_path / name)
    check_writable(tmp_path / "claims.csv")


@pytest.mark.parametrize("name", ["missing/out.txt", "file/out.txt", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("a regular file")
    with pytest.raises(UsageError, match="name a file"):
        check_writable(tmp_path / name)
