"""Several processes at once: same answers, a clean end, errors told whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from realpolitik.core.document import RawDocument
from realpolitik.core.errors import ModelError
from realpolitik.pipeline import read_all
from realpolitik.workers import spread

TEXTS = [f"Israel struck Syria on {day} May 2018." for day in range(1, 20)]


def _refuse(item: int) -> int:
    if item == 3:
        raise ModelError(Path("tags.onnx"), "missing")
    return item


def _sleep(item: float) -> int:
    time.sleep(item)
    return os.getpid()


@pytest.mark.parametrize("least", [None, 0.0])
def test_answers_are_the_same_and_in_order(least: float | None) -> None:
    raws = [RawDocument(f"t{n}", text.encode(), "text") for n, text in enumerate(TEXTS)]
    one, two = (
        list(read_all(raws, workers=workers, min_certainty=least)) for workers in (1, 2)
    )
    assert one == two


def test_an_error_comes_whole() -> None:
    with pytest.raises(ModelError, match=r"tags\.onnx.*missing.*reinstall"):
        list(spread(_refuse, range(6), workers=2))


def test_the_next_starts_first_and_then_the_longest(tmp_path: Path) -> None:
    told = [(tmp_path / f"{n:02}", size) for n, size in enumerate([1, 2, 3, 9, 4])]
    list(spread(_stamp, told, workers=1, size=lambda item: item[1]))
    started = sorted(told, key=lambda item: int(item[0].read_text("utf-8")))
    assert [size for _, size in started] == [1, 9, 4, 3, 2]


def test_no_item_is_lost_whatever_the_sizes() -> None:
    items = [n * 37 % 101 for n in range(101)]
    assert list(spread(_double, items, workers=2, size=abs)) == [2 * n for n in items]


def test_the_first_starts_before_the_source_gives_the_second(tmp_path: Path) -> None:
    def items() -> Iterator[tuple[Path, int]]:
        yield tmp_path / "first", 1
        _wait_for(tmp_path / "first")
        yield tmp_path / "second", 1

    assert list(spread(_stamp, items(), workers=2)) == [None, None]


def test_an_answer_does_not_wait_for_a_slow_source(tmp_path: Path) -> None:
    answered: list[None] = []
    seen: list[int] = []

    def items() -> Iterator[tuple[Path, int]]:
        yield tmp_path / "first", 1
        yield tmp_path / "second", 1
        _wait_for(tmp_path / "first")
        yield tmp_path / "third", 1
        seen.append(len(answered))
        yield tmp_path / "fourth", 1

    for answer in spread(_stamp, items(), workers=1):
        answered.append(answer)
    assert seen == [1]


def _wait_for(stamp: Path) -> None:
    deadline = time.monotonic() + 60
    while not stamp.exists():
        assert time.monotonic() < deadline, "nothing is worked on"
        time.sleep(0.05)
    time.sleep(0.5)  # the answer comes after the stamp


def _double(item: int) -> int:
    return 2 * item


def _stamp(item: tuple[Path, int]) -> None:
    item[0].write_text(str(time.monotonic_ns()), "utf-8")


def test_giving_up_ends_the_workers_at_once() -> None:
    started = time.monotonic()
    answers = spread(_sleep, [0.0, 60.0, 60.0], workers=2)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 20


def test_workers_are_gone_when_all_is_answered() -> None:
    pids = set(spread(_sleep, [0.0] * 20, workers=2))
    assert pids
    assert not any(_lives(pid) for pid in pids)


ORPHAN = """
import signal, sys, time
from realpolitik.workers import spread
from tests.test_workers import _sleep
if __name__ == "__main__":
    # who starts the tests in the background has switched it off
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for pid in spread(_sleep, [0.0, 0.0, 600.0, 600.0], workers=2):
        print(pid, flush=True)
"""


def _kill(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)


def _press_ctrl_c(process: "subprocess.Popen[str]") -> None:
    os.killpg(process.pid, signal.SIGINT)  # a terminal tells them all


@pytest.mark.parametrize(
    ("end", "said"), [(_kill, 0), (_press_ctrl_c, 1)], ids=["killed", "ctrl-c"]
)
def test_workers_end_with_their_parent(
    end: Callable[["subprocess.Popen[str]"], None], said: int, tmp_path: Path
) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, "utf-8")
    root = str(Path(__file__).resolve().parent.parent)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{root}/src"},
        text=True,
        start_new_session=True,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stderr is not None
        pids = {int(parent.stdout.readline()) for _ in range(2)}
        end(parent)
        told = parent.stderr.read()
    deadline = time.monotonic() + 20
    while any(_lives(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(_lives(pid) for pid in pids)
    assert told.count("Traceback") == said


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state[0] != "Z"


def test_nothing_is_written_into_the_home_folder(tmp_path: Path) -> None:
    code = "import realpolitik as rp; rp.read('Israel struck Syria.')"
    env = os.environ | {"HOME": str(tmp_path)}
    env.pop("XDG_CACHE_HOME", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=env)
    assert list(tmp_path.rglob("*")) == []
