"""A person has the office of the day, and whole names win over what they contain."""

from datetime import date

import pytest

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span
from realpolitik.resolving.resolver import Resolver

CASES = [
    ("Dmitry Medvedev", "2009-09-10", "RUS", "President"),
    ("Dmitry Medvedev", "2015-04-10", "RUS", "Prime Minister"),
    ("Recep Tayyip Erdogan", "2009-01-29", "TUR", "Prime Minister"),
    ("Recep Tayyip Erdogan", "2016-07-16", "TUR", "President"),
    ("Joe Biden", "2014-04-22", "USA", "Vice President"),
    ("Ronald Reagan", "1986-10-11", "USA", "President"),
    ("Margaret Thatcher", "1982-04-05", "GBR", "Prime Minister"),
    ("Helmut Kohl", "1990-09-12", "DEU", "Chancellor"),
    ("Gerhard Schroeder", "2002-09-09", "DEU", "Chancellor"),
    ("Vaclav Havel", "1990-02-02", "CSK", "President"),
    ("Vaclav Havel", "1997-07-08", "CZE", "President"),
    ("John Major", "1993-06-01", "GBR", "Prime Minister"),
    ("Denzil Douglas", "2010-02-03", "KNA", "Prime Minister"),
    ("Suharto", "1985-05-05", "IDN", "President"),
]


@pytest.mark.parametrize(("name", "day", "code", "role"), CASES)
def test_a_name_has_the_office_of_the_day(name, day, code, role) -> None:
    text = f"{name} spoke on Monday."
    document = Document(
        "d", "d", text, "", len(text), "text",
        published=date.fromisoformat(day), sentences=(Span(0, len(text)),),
    )  # fmt: skip
    mention = Mention(0, name, 0, len(name), "actor", "person")
    (found,) = Resolver.load().resolve(document, [mention])
    (actor,) = found.meanings
    assert isinstance(actor, Actor)
    assert (actor.code, actor.role) == (code, role)
