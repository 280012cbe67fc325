"""The examples in the documentation run, and what it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_python_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "python.md").read_text("utf-8")
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(block, names)
    assert "<svg" in str(names["html"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_every_eval_has_a_line_in_the_benchmarks() -> None:
    told = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    evals = [p.stem for p in (ROOT / "evals").glob("[a-z]*.py") if p.stem != "shared"]
    assert [name for name in evals if f"evals.{name}" not in told] == []


def test_every_room_has_a_line_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = [p.parent.name for p in (ROOT / "src/realpolitik").glob("*/__init__.py")]
    assert [room for room in rooms if f"`{room}/`" not in told] == []
