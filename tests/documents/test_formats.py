"""Markdown and pages: what is markup, what is text, what a page says of itself."""

from datetime import date

import pytest
from document_maker import Maker

MARKDOWN = [
    ("# Talks in **Moscow** #", [("heading", "Talks in Moscow")]),
    ("Talks\n=====\n\nThey met.", [("heading", "Talks"), ("paragraph", "They met.")]),
    ("A [link](http://x.org/a_(b)) here.", [("paragraph", "A link here.")]),
    ("See <http://a.org>.[^1]", [("paragraph", "See http://a.org.")]),
    ("An ![image](x.png) *is* not.", [("paragraph", "An is not.")]),
    (
        "snake_case_name and 3 \\* 4 &amp; 5.",
        [("paragraph", "snake_case_name and 3 * 4 & 5.")],
    ),
    ("> They\n> agreed.", [("quote", "They agreed.")]),
    ("- one thing\n- two\n  things", [("list", "one thing"), ("list", "two things")]),
    (
        "| Year | Trade |\n|---|---|\n| 2018 | 1.9 |",
        [("row", "Year | Trade"), ("row", "2018 | 1.9")],
    ),
    ("<!-- no -->They <em>met</em>.", [("paragraph", "They met.")]),
    ("[ref]: http://x.org\n\nThey met.", [("paragraph", "They met.")]),
    (
        "```\nx = 1\n```\nThey met.",
        [("boilerplate", "x = 1"), ("paragraph", "They met.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_markdown(make: Maker, text: str, expected: list[tuple[str, str]]) -> None:
    assert make.kinds(make(text, "a.md")) == expected


def test_front_matter(make: Maker) -> None:
    head = '---\ntitle: "Talks"\ndate: 2020-01-30\nauthor: A B\nlang: en\n---\n'
    document = make(f"{head}They met.", "a.md")
    assert (document.title, document.author, document.language) == (
        "Talks",
        "A B",
        "en",
    )
    assert (document.published, document.dated_by) == (date(2020, 1, 30), "meta")
    assert document.text == "They met."


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r'"Reeker\u2019s \"Travel\""', 'Reeker’s "Travel"'),
        ("'It''s a deal'", "It's a deal"),
        (r"Plain \u2019 text", r"Plain \u2019 text"),
        ('"Open', "Open"),
        (r'"Half \ud83d a sign"', "Half  a sign"),
        ('""', None),
    ],
)
def test_values_of_front_matter(make: Maker, written: str, title: str | None) -> None:
    document = make(f"---\ntitle: {written}\n---\nThey met.", "a.md")
    assert document.title == title


PAGE = """<!doctype html><html lang="en-GB"><head><title>Talks - Site</title>
<meta property="og:title" content="Talks in Moscow">
<meta property="og:site_name" content="The Site">
<meta property="article:published_time" content="2020-01-30T10:00:00Z">
<meta property="article:modified_time" content="2020-02-02T10:00:00Z">
<link rel="canonical" href="https://example.org/talks"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h2>A visit</h2>
<p>Putin&#146;s talks with Israel&rsquo;s leader took <b>three</b> hours &amp; ended well.</p>
<p>The two sides agreed to keep the line between their armies open in the future.</p>
<blockquote><p>We agree on all points that were raised today by our partners.</p></blockquote>
<ul><li>Trade will grow in the coming years.</li></ul>
<p>See also</p><p>Other visit to Sochi</p></article>
<footer>Copyright 2020</footer></body></html>"""


def test_a_page(make: Maker) -> None:
    document = make(PAGE, "-")
    assert document.format == "html"
    assert document.title == "Talks in Moscow"
    assert (document.publisher, document.language) == ("The Site", "en-gb")
    assert document.url == "https://example.org/talks"
    assert (document.published, document.modified) == (
        date(2020, 1, 30),
        date(2020, 2, 2),
    )
    assert make.kinds(document) == [
        ("heading", "A visit"),
        (
            "paragraph",
            "Putin’s talks with Israel’s leader took three hours & ended well.",
        ),
        (
            "paragraph",
            "The two sides agreed to keep the line between their armies open in the "
            "future.",
        ),
        ("quote", "We agree on all points that were raised today by our partners."),
        ("list", "Trade will grow in the coming years."),
        ("boilerplate", "See also"),
        ("boilerplate", "Other visit to Sochi"),
    ]


def test_one_page_gives_the_same_text_however_often_it_is_read(make: Maker) -> None:
    first = make(PAGE, "a.html")
    assert all(make(PAGE, "a.html") == first for _ in range(5))


def test_a_page_without_an_article_is_read_whole(make: Maker) -> None:
    document = make("<p>Russia met Israel.</p>", "a.html")
    assert make.sentences(document) == ["Russia met Israel."]


@pytest.mark.parametrize("page", ["<html></html>", "<<<>>>", "<p", "<!--", "&#x;"])
def test_a_broken_page_is_read_or_empty(make: Maker, page: str) -> None:
    assert make(page, "a.html").format == "html"
