"""What a page that declares no title is called."""

import pytest
from document_maker import Maker

PROSE = (
    "Russia and Israel have signed a military pact, and the two sides agreed to hold "
    "regular consultations on Syria in the coming years."
)
CASES = [
    (
        "Main Content",
        "Asia :: Pakistan — Handbook",
        "Asia :: Pakistan — Handbook",
        None,
    ),
    (
        '<a href="http://x.org/">Voices Online</a>',
        "Voices Online » China: A leaking dam?",
        "China: A leaking dam?",
        "Voices Online",
    ),
    (
        "<a href='#top'>Talks in Moscow</a>",
        "Talks in Moscow | The Daily",
        "Talks in Moscow",
        None,
    ),
    (
        "The leaders meet in the capital",
        "Our news of today",
        "The leaders meet in the capital",
        None,
    ),
    ("Talks in Moscow", "", "Talks in Moscow", None),
]


@pytest.mark.parametrize(("heading", "named", "title", "publisher"), CASES)
def test_the_title_of_a_page(
    make: Maker, heading: str, named: str, title: str, publisher: str | None
) -> None:
    page = f"""<html><head><title>{named}</title></head><body><h1>{heading}</h1>
    <article><p>{PROSE}</p><p>{PROSE[:-1]} as well.</p></article></body></html>"""
    document = make(page, "a.html")
    assert (document.title, document.publisher) == (title, publisher)
