"""Several processes at once: same answers, a clean end, errors told whole."""

import os
import signal
import subprocess
import sys
import time
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


ORPHAN = """
import sys, time
from realpolitik.workers import spread
from tests.test_workers import _sleep
if __name__ == "__main__":
    for pid in spread(_sleep, [0.0, 0.0, 600.0, 600.0], workers=2):
        print(pid, flush=True)
"""


def test_workers_end_with_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, "utf-8")
    root = str(Path(__file__).resolve().parent.parent)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": root},
        text=True,
    ) as parent:
        assert parent.stdout is not None
        pids = {int(parent.stdout.readline()) for _ in range(2)}
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while any(_lives(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(_lives(pid) for pid in pids)


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
