"""Whatever goes wrong is one clear line and the right exit code."""

import json
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

import realpolitik
from tests.cli.program import EXAMPLES, PROGRAM, SENTENCE, Done, call, run, start


def assert_one_line(done: Done, code: int, *words: str) -> None:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert all(word in done.stderr for word in words), done.stderr
    assert "Traceback" not in done.stderr


def make(folder: Path, **content: bytes) -> Path:
    for name, data in content.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def test_no_file(tmp_path: Path) -> None:
    done = call("read", tmp_path / "missing.txt")
    assert_one_line(done, 1, "missing.txt: ", "; ")


def test_empty_file(tmp_path: Path) -> None:
    make(tmp_path, a_txt=b"")
    assert_one_line(call("read", tmp_path / "a.txt"), 1, "a.txt: ", "empty", "; ")


def test_an_empty_name_is_not_the_current_folder() -> None:
    assert_one_line(call("read", ""), 2, "empty")
    assert_one_line(call("init", ""), 2, "empty")


def test_a_named_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert_one_line(call("read", tmp_path / "pipe"), 1, "named pipe", "; ")


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(SENTENCE)
    form = ("--format", "parquet", "-o", tmp_path.parent / "out.parquet")
    assert call("read", tmp_path, "--documents", *form).returncode == 0
    done = call("read", tmp_path, "--documents", "--format", "jsonl")
    assert json.loads(done.stdout)["source"].endswith("caf\\xe9.txt")
    project = tmp_path.parent / f"{tmp_path.name}-project"
    assert call("init", project).returncode == 0
    done = call("-p", project, "add", tmp_path)
    assert (done.returncode, claims_in(project)) == (0, 1), done.stderr


def test_streams_that_are_closed(tmp_path: Path) -> None:
    make(tmp_path, a_txt=SENTENCE.encode())
    words = [*PROGRAM, "read", str(tmp_path / "a.txt"), "--format", "jsonl"]
    done = subprocess.run(
        ["sh", "-c", f"{shlex.join(words)} >&- <&-"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_control_codes_of_a_row_reach_nobody(tmp_path: Path) -> None:
    told = {"id": "a\x1b[2J", "publisher": "The\tDaily\x9b", "title": "\x07A\nvisit"}
    row = json.dumps({"text": SENTENCE, "speaker": "\x1b[31mX", **told})
    make(tmp_path, a_jsonl=row.encode())
    done = call("read", tmp_path / "a.jsonl", "--documents", "--format", "jsonl")
    read = json.loads(done.stdout)
    assert read["document"] == "a[2J"
    assert (read["publisher"], read["title"]) == ("The Daily", "A visit")


@pytest.mark.parametrize("thing", [(), ("--mentions",)])
def test_a_number_beyond_all_sense(tmp_path: Path, thing: tuple[str, ...]) -> None:
    wealth = (f"{'9' * 400}", "9999999999999999 trillion trillion", "9007199254740993")
    lines = "".join(f"Russia paid Israel ${each}.\n" for each in wealth)
    make(tmp_path, a_txt=SENTENCE.encode() + lines.encode())
    done = call("read", tmp_path / "a.txt", *thing, "--format", "jsonl")
    assert done.returncode == 0
    assert "Infinity" not in done.stdout
    form = ("--format", "parquet", "-o", tmp_path / "out.parquet")
    assert call("read", tmp_path / "a.txt", *thing, *form).returncode == 0


def test_binary_file(tmp_path: Path) -> None:
    make(tmp_path, a_txt=bytes(range(256)) * 20)
    assert_one_line(call("read", tmp_path / "a.txt"), 1, "a.txt: ", "binary", "; ")


def test_folder_without_anything_readable(tmp_path: Path) -> None:
    make(tmp_path, a_png=b"\x89PNG\r\n\x1a\n", b_zip=b"PK\x03\x04")
    assert_one_line(call("read", tmp_path), 1, str(tmp_path), "; ")


def test_empty_folder(tmp_path: Path) -> None:
    assert_one_line(call("read", tmp_path), 1, str(tmp_path), "; ")


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    make(tmp_path, a_txt=b"", b_txt=SENTENCE.encode())
    done = call("read", tmp_path, "--date", "2020-02-01", "--documents")
    assert done.returncode == 3
    assert "b.txt" in done.stdout
    assert_one_line_about(done, "a.txt")


def assert_one_line_about(done: Done, name: str) -> None:
    assert done.stderr.count("\n") == 1, done.stderr
    assert name in done.stderr


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    text = SENTENCE.encode() + "The café of Besançon is closed.\n".encode("cp1252")
    make(tmp_path, a_txt=text)
    done = call("read", tmp_path / "a.txt", "--date", "2020-02-01", "--documents")
    assert done.returncode in (0, 3)
    assert "a.txt" in done.stdout
    assert done.stderr.count("\n") <= 1
    assert "Traceback" not in done.stderr


def test_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    make(tmp_path, a_txt=SENTENCE.encode() + b"x" * 10_000_000)
    done = call("read", tmp_path / "a.txt", "--date", "2020-02-01")
    assert done.returncode in (0, 3)
    assert "Moscow" in done.stdout
    assert done.stderr.count("\n") <= 1
    assert len(done.stderr) < 1000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    assert call("init", folder).returncode == 0
    return folder


def test_a_project_that_is_none(tmp_path: Path) -> None:
    done = call("-p", tmp_path, "status")
    assert_one_line(done, 2, str(tmp_path), "realpolitik init")


def test_a_project_twice(project: Path) -> None:
    assert_one_line(call("init", project), 2, str(project), "; ")


def test_a_project_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a regular file")
    done = call("init", tmp_path / "file" / "project")
    assert_one_line(done, 2, "project", "; ")


def test_a_project_of_a_newer_version(project: Path) -> None:
    settings = project / "project.toml"
    settings.write_text(settings.read_text().replace("layout = 3", "layout = 99"))
    for words in (["status"], ["claims"], ["add", EXAMPLES]):
        done = call("-p", project, *words)
        assert_one_line(done, 2, "newer", "pip install --upgrade realpolitik")


def test_a_torn_store(project: Path) -> None:
    (project / "store.duckdb").write_bytes(b"no database" * 1000)
    assert_one_line(call("-p", project, "status"), 2, "store.duckdb", "; ")


def package_with(model: Path, change: str, tmp_path: Path) -> dict[str, str]:
    """Copy the package as links, with one file of the model changed."""
    home = Path(realpolitik.__file__).parent
    copy = tmp_path / "copy" / "realpolitik"
    shutil.copytree(home, copy, copy_function=os.symlink)
    place = copy / model.relative_to(home)
    place.unlink()
    if change == "broken":
        place.write_bytes(model.read_bytes()[:100])
    return os.environ | {"PYTHONPATH": str(copy.parent)}


@pytest.mark.parametrize("change", ["missing", "broken"])
def test_a_model_file(tmp_path: Path, change: str) -> None:
    home = Path(realpolitik.__file__).parent / "reading" / "model"
    model = sorted(home.glob("*.onnx"))[0]
    environment = package_with(model, change, tmp_path)
    make(tmp_path, a_txt=SENTENCE.encode())
    done = run("read", tmp_path / "a.txt", env=environment)
    assert_one_line(done, 1, model.name, "reinstall realpolitik")
    checked = run("doctor", env=environment)
    assert checked.returncode == 1
    assert "not ok  reader" in checked.stdout


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    make(tmp_path, a_txt=SENTENCE.encode())
    done = call("read", tmp_path / "a.txt", "-o", tmp_path / "a.txt" / "out.csv")
    assert_one_line(done, 2, "out.csv", "; ")


def test_a_full_disk(project: Path, texts: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    (texts / "long.txt").write_text(SENTENCE * 1000)
    done = run("-p", project, "add", texts, preexec_fn=limit)
    assert done.returncode == 1
    assert "space" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    again = call("-p", project, "add", texts)
    assert again.returncode in (0, 3)
    assert claims_in(project) > 0


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(SENTENCE * (number + 1))
    return folder


def claims_in(project: Path) -> int:
    return call("-p", project, "claims", "--format", "jsonl").stdout.count("\n")


def test_two_at_once(project: Path, texts: Path) -> None:
    both = [start("-p", project, "add", texts) for _ in range(2)]
    ends = [process.communicate(timeout=120) for process in both]
    assert all(process.returncode in (0, 3) for process in both), ends
    assert not any("Traceback" in error for _, error in ends)
    ids = call("-p", project, "claims", "--format", "csv").stdout.splitlines()
    assert len(set(ids)) == len(ids)
    assert sum("waiting" in error for _, error in ends) <= 1


def test_interrupted_add(project: Path, tmp_path: Path) -> None:
    rows = tmp_path / "many.jsonl"
    line = '{{"id": "n{0}", "date": "2020-02-01", "text": "{1} Again {0}."}}\n'
    text = SENTENCE.strip()
    rows.write_text("".join(line.format(n, text) for n in range(20_000)))
    store = project / "store.duckdb"
    before = store.stat().st_mtime_ns
    process = start("-p", project, "add", rows)
    for _ in range(600):  # until the first batch is written
        if store.stat().st_mtime_ns != before:
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    output, error = process.communicate(timeout=300)
    assert process.returncode == 130, error
    assert output == ""
    assert 1 <= error.count("\n") <= 2, error
    assert "Traceback" not in error
    kept = json.loads(call("-p", project, "status", "--format", "json").stdout)
    assert 0 < kept["documents"] < 20_000
    told = re.search(r"(\d+) document", error)
    assert told
    assert int(told[1]) <= kept["documents"]


def test_the_reader_of_the_pipe_goes_away(texts: Path) -> None:
    process = start("read", texts, texts, "--format", "jsonl")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    error = process.stderr.read()
    process.wait(timeout=300)
    assert "Traceback" not in error
    assert "Broken" not in error
