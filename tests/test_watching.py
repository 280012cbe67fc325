"""Watching feeds: rounds that add what is new, and hosts that fail."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from realpolitik.project import Project
from realpolitik.sources.web import Web
from realpolitik.watching import Rhythm, feeds_in, watch
from tests.sources.web_server import Answer, Site, serving, test_policy

ENTRY = (
    "<item><title>T{0}</title><link>{1}/{0}</link><description>{2}</description></item>"
)
TEXT = "Russia met Israel in Moscow on the {0}th of March. " * 20


def feed_of(base: str, *numbers: int) -> Answer:
    items = "".join(ENTRY.format(n, base, TEXT.format(n)) for n in numbers)
    body = f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>"
    return Answer(body.encode(), headers={"ETag": f'"{numbers}"'})


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.init(tmp_path / "project")


def test_rounds_add_what_is_new(site: Site, project: Project, tmp_path: Path) -> None:
    base = site.address("")
    feeds = tmp_path / "feeds.opml"
    lines = "".join(
        f'<outline xmlUrl="{base}/{name}"/>' for name in ("feed", "bad", "feeds.opml")
    )
    feeds.write_text(f"<opml><body>{lines}</body></opml>", "utf-8")
    itself = f'<opml><body><outline xmlUrl="{base}/feeds.opml"/></body></opml>'
    site.answers["/feeds.opml"] = Answer(itself.encode())
    site.answers["/bad"] = Answer(b"", 500)
    rounds = iter([(1, 2), (1, 2), (1, 2, 3), (1, 2, 3)])

    def turn(_seconds: float = 0.0) -> None:
        site.answers["/feed"] = feed_of(base, *next(rounds))

    turn()
    web = Web(test_policy())
    rhythm = Rhythm(every=60, rounds=4, sleep=turn)
    done = list(watch(project, [str(feeds)], rhythm=rhythm, web=web))
    assert [each.report.added for each in done] == [2, 0, 1, 0]
    assert [each.report.known for each in done[1:]] == [2, 2, 3]
    assert [len(each.resting) for each in done] == [0, 0, 1, 0]  # two failures, a rest
    failed = [[one.source for one in each.report.unread] for each in done]
    assert f"{base}/bad" in failed[0]
    assert f"{base}/bad" not in failed[2]
    documents = project.documents()
    assert {document.publisher for document in documents} == {"Feed"}
    assert {document.url for document in documents} == {
        f"{base}/{n}" for n in (1, 2, 3)
    }


def test_what_was_fetched_is_kept_as_it_came(site: Site, project: Project) -> None:
    page = b"<html><body><p>Russia met Israel in Moscow.</p></body></html>"
    mark = {"ETag": '"v1"', "Content-Type": "text/html; charset=utf-8"}

    def answer(told: dict[str, str]) -> Answer:
        same = told.get("if-none-match") == '"v1"'
        return Answer(status=304) if same else Answer(page, headers=mark)

    site.answers["/a"] = answer
    address = site.address("/a")
    first = project.add([address], web=Web(test_policy()))
    again = project.add([address], web=Web(test_policy()))
    assert (first.added, again.added, again.known) == (1, 0, 1)
    fetch = project._store.last_fetch(address)
    assert fetch is not None
    assert (fetch.final, fetch.status, fetch.etag) == (address, 200, '"v1"')
    assert fetch.headers["content-type"] == mark["Content-Type"]
    assert project._store.original(fetch.sha256) == page
    assert [path for path, _ in site.asked if path == "/a"] == ["/a", "/a"]


def test_lists_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    feeds, unread = feeds_in([str(tmp_path / "none.opml"), "http://x.org/feed"])
    assert feeds == ["http://x.org/feed"]
    assert "no such file" in unread[0].what
