"""The title of a text that is headed by who prints it."""

import pytest

from realpolitik.core.document import RawDocument
from realpolitik.documents.make import make_document

BODY = "\n\nThe two ministers met in the capital on Thursday and spoke of trade.\n"
CASES = [
    (
        "MINISTRY OF FOREIGN AFFAIRS OF SERBIA\nPress release\n9 September 2021\n\n"
        "On the talks of the two ministers in Belgrade",
        "On the talks of the two ministers in Belgrade",
        "Ministry of Foreign Affairs of Serbia",
    ),
    (
        "NORTH WIRE\nMoscow, May 10, 2018\n\nRUSSIA SAYS IT SHOT DOWN MISSILES",
        "RUSSIA SAYS IT SHOT DOWN MISSILES",
        "North Wire",
    ),
    (  # no headline below the date: the first line is it
        "STATEMENT ON THE WAR IN UKRAINE\n2 May 2022",
        "STATEMENT ON THE WAR IN UKRAINE",
        None,
    ),
    (  # a place below the date is no headline
        "REMARKS BY THE PRESIDENT\n2 May 2022\n\nRoosevelt Room\n\n4:16 P.M. EST",
        "REMARKS BY THE PRESIDENT",
        None,
    ),
    (  # a headline over another one, neither of them a body
        "SPEECH BY MR SMITH\n2 May 2022\n\nAddress to the conference on trade",
        "Address to the conference on trade",
        None,
    ),
    ("Two ministers meet\n2 May 2022\n\nThey spoke of trade at length", "Two ministers meet", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title", "publisher"), CASES)
def test_the_title_stands_below_the_masthead(head, title, publisher):
    raw = RawDocument("talks.txt", (head + BODY).encode())
    document = make_document(raw)
    assert (document.title, document.publisher) == (title, publisher)
