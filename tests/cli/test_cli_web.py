"""Addresses on the command line: refused offline, and never of this machine."""

import json
from pathlib import Path

from tests.cli.program import SENTENCE, call


def test_offline_refuses_an_address_and_reads_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, "utf-8")
    address = "https://example.org/page"
    form = ("--documents", "--format", "jsonl")
    alone = call("--offline", "read", address)
    assert (alone.returncode, alone.stdout) == (1, "")
    assert alone.stderr.count("\n") == 1
    assert alone.stderr.startswith(f"{address}: it is not fetched: --offline is on; ")
    both = call("--offline", "read", address, path, "--date", "2020-03-05", *form)
    assert both.returncode == 3
    assert json.loads(both.stdout)["source"] == str(path)


def test_an_address_of_this_machine_is_refused() -> None:
    done = call("read", "http://127.0.0.1:8080/")
    assert done.returncode == 1
    assert "no address of the open internet" in done.stderr


def test_one_round_of_watching(tmp_path: Path) -> None:
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(
        '<opml><body><outline xmlUrl="https://example.org/feed"/></body></opml>'
    )
    project = tmp_path / "project"
    assert call("init", project).returncode == 0
    done = call("-p", project, "--offline", "watch", feeds, "--once")
    assert done.returncode == 1
    refused, told = done.stderr.splitlines()
    assert refused.startswith("https://example.org/feed: it is not fetched")
    assert "round 1: added 0 documents, 1 could not be read" in told
