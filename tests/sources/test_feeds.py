"""Feeds and lists of feeds: every entry a document or a true word."""

from datetime import date
from pathlib import Path

import pytest

from realpolitik.core.document import RawDocument, Unread
from tests.sources.carriers import (
    SAMPLES,
    document,
    needs_samples,
    opened,
    opened_bytes,
    told,
)

RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Feed</title><language>en</language>
<item><title>A &amp; &lt;b&gt;B&lt;/b&gt;</title><link>http://x.org/1</link>
<pubDate>Thu, 05 Mar 2020 10:00:00 GMT</pubDate><author>C. D.</author>
<description>Short.</description><content:encoded><![CDATA[<p>They met.</p><blockquote><p>We agree.</p></blockquote>]]></content:encoded></item>
<item><title>Only this</title></item><item><link>http://x.org/3</link></item>
</channel></rss>"""


def check_feed(found: list[object]) -> None:
    first, second, third = found
    entry = document(first)
    assert (entry.title, entry.publisher, entry.language) == ("A & B", "The Feed", "en")
    assert (entry.url, entry.date, entry.format) == (
        "http://x.org/1",
        date(2020, 3, 5),
        "fragment",
    )
    assert b"We agree." in entry.content
    assert not entry.problems
    assert document(second).content == b"Only this"
    assert [p.kind for p in document(second).problems] == ["headline-only"]
    assert isinstance(third, Unread)
    assert third.what == "this entry has no text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_rss(encoding: str) -> None:
    check_feed(
        opened_bytes(
            f'\n<?xml version="1.0" encoding="{encoding}"?>{RSS}'.encode(encoding)
        )
    )


def test_json_feed() -> None:
    feed = """{"version": "https://jsonfeed.org/version/1", "title": "The Feed", "language": "en", "items": [
    {"title": "A & B", "url": "http://x.org/1", "date_published": "2020-03-05T10:00:00Z", "content_html": "<p>We agree.</p>", "author": {"name": "C"}},
    {"title": "Only this"}, {"url": "http://x.org/3"}, 5]}"""
    check_feed(opened_bytes(feed.encode()))


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    cut = RSS[: RSS.index("<item><link>")]
    first, second = map(document, opened_bytes(cut.encode()))
    assert b"They met." in first.content
    assert "broken-feed" in [p.kind for p in second.problems]


REFUSED_FEEDS = [
    (
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
        "declares entities",
    ),
    ('<rss version="2.0"><channel><title>T</title></channel></rss>', "has no entries"),
    ('{"version": "https://jsonfeed.org/version/1", "items": 5}', "has no items"),
    ('{"version": "https://jsonfeed.org/version/1", "items": [', "no valid JSON"),
]


@pytest.mark.parametrize(("feed", "words"), REFUSED_FEEDS)
def test_feeds_that_cannot_be_read_say_why(feed: str, words: str) -> None:
    (line,) = told(opened_bytes(feed.encode()))
    assert words in line


def test_lists_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml><body><outline text="A & B" xmlUrl="http://x.org/a?b&c"/><outline text="x "y"" xmlUrl="http://x.org/b"/></body></opml>',
        "utf-8",
    )
    ill, rest = told(opened(path))
    assert "ill-formed" in ill
    assert rest == "! its 2 feeds are not fetched: --offline is on"
    path.write_text('<!DOCTYPE o [<!ENTITY a "b">]><opml><body/></opml>', "utf-8")
    assert "entities of its own" in told(opened(path))[0]
    path.write_text("<opml><body/></opml>", "utf-8")
    assert told(opened(path)) == ["! the list names no feeds"]


@needs_samples
def test_sample_feeds() -> None:
    found = opened(SAMPLES / "feeds")
    assert sum(isinstance(each, RawDocument) for each in found) > 100
    lists = [each.what for each in opened(SAMPLES / "feeds" / "opml" / "Russia.opml")]  # type: ignore[union-attr]
    assert lists[-1].startswith("its 13 feeds are not fetched")
