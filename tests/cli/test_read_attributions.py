"""`read --attributions`: who says what, as lines and as JSON."""

import json
from pathlib import Path

from tests.cli.program import call

TEXT = "Iran said that Israel had bombed the plant. “We did not,” Israel's army said.\n"


def test_attributions_come_as_json_and_as_columns(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text(TEXT, "utf-8")
    words = ("read", file, "--date", "2021-04-12", "--attributions", "--format")
    rows = [json.loads(line) for line in call(*words, "jsonl").stdout.splitlines()]
    assert [row["source"]["text"] for row in rows] == ["Iran", "Israel's army"]
    assert [row["actor"][0]["code"] for row in rows] == ["IRN", "ISR"]
    for row in rows:
        for part in (row["source"], row["cue"], *row["content"]):
            assert TEXT[part["start"] : part["end"]] == part["text"]
    head, first, _ = call(*words, "tsv").stdout.splitlines()
    cells = dict(zip(head.split("\t"), first.split("\t"), strict=True))
    assert cells["actor"] == "IRN"
    assert cells["content"] == "that Israel had bombed the plant"


def test_two_things_at_once_are_refused(tmp_path: Path) -> None:
    done = call("read", tmp_path, "--attributions", "--mentions")
    assert done.returncode == 2
    assert "--mentions or --attributions, not both" in done.stderr
