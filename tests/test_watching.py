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


TALKS = "{0} met {1} in {2} on Monday. " * 9
GUID = "<guid isPermaLink='false'>{0}</guid>"


def entry_of(number: int, text: str, mark: str = "") -> str:
    link = f"<link>http://site.test/{number}</link>"
    said = f"<description>{text}</description>"
    return f"<item><title>Talks</title>{mark}{link}{said}</item>"


def feed_with(*entries: str) -> bytes:
    body = f"<channel><title>Feed</title>{''.join(entries)}</channel>"
    return f"<rss version='2.0'>{body}</rss>".encode()


def actors_of(project: Project) -> set[str | None]:
    claims = project.claims()
    return {p.actor.code for c in claims for p in (*c.actor, *c.recipient)}


def test_a_changed_entry_is_a_new_version(site: Site, project: Project) -> None:
    old = TALKS.format("Russia", "Israel", "Moscow")
    new = TALKS.format("France", "Japan", "Paris")
    other = entry_of(2, TALKS.format("China", "India", "Beijing"))
    fresh = entry_of(3, TALKS.format("Egypt", "Sudan", "Cairo"))
    rounds = iter(
        (
            feed_with(entry_of(1, old), other),
            feed_with(fresh, entry_of(1, new), other),  # and it has moved down
            feed_with(fresh, entry_of(1, new), other),
            feed_with(entry_of(1, old)),
        )
    )

    def turn(_seconds: float = 0.0) -> None:
        site.answers["/feed"] = Answer(next(rounds))

    turn()
    feed = site.address("/feed")
    rhythm = Rhythm(every=60, rounds=4, sleep=turn)
    done = watch(project, [feed], rhythm=rhythm, web=Web(test_policy()))
    assert next(done).report.added == 2
    assert {"RUS", "CHN"} <= actors_of(project)
    first = next(d for d in project.documents() if "Russia met" in d.text)
    assert next(done).report.added == 2
    now = {document.id: document for document in project.documents()}
    assert len(now) == 3
    assert "France met Japan" in now[first.id].text
    notes = {p.kind: p.note for p in now[first.id].problems}
    assert "the entry has changed" in notes["new-version"]
    assert {"FRA", "CHN", "EGY"} <= actors_of(project)
    assert "RUS" not in actors_of(project)
    assert (again := next(done).report).known == 3
    assert again.added == 0
    assert next(done).report.added == 1  # it is as it was at first
    assert "Russia met" in next(d.text for d in project.documents() if d.id == first.id)
    assert "FRA" not in actors_of(project)


def test_entries_with_one_name_stay_apart(tmp_path: Path, project: Project) -> None:
    path = tmp_path / "a.rss"
    mark = GUID.format("same")
    texts = [
        TALKS.format(*names)
        for names in (("Russia", "Israel", "Moscow"), ("France", "Japan", "Paris"))
    ]
    path.write_bytes(feed_with(*(entry_of(1, text, mark) for text in texts)))
    assert project.add([path]).added == 2
    assert project.add([path]).known == 2
    texts[1] = TALKS.format("China", "India", "Beijing")
    path.write_bytes(feed_with(*(entry_of(1, text, mark) for text in texts)))
    report = project.add([path])
    assert (report.added, report.known) == (1, 1)
    assert len(project.documents()) == 3  # nothing tells which of the two has changed


def test_entries_of_a_file_change_too(tmp_path: Path, project: Project) -> None:
    path = tmp_path / "a.rss"
    mark = GUID.format("tag:site.test,2020:7")
    path.write_bytes(
        feed_with(entry_of(1, TALKS.format("Russia", "Israel", "Moscow"), mark))
    )
    project.add([path])
    changed = entry_of(2, TALKS.format("France", "Japan", "Paris"), mark)
    path.write_bytes(feed_with(changed))
    project.add([path])
    (document,) = project.documents()
    assert "France met" in document.text
    assert document.source == f"{path}#tag:site.test,2020:7"
    assert "RUS" not in actors_of(project)
