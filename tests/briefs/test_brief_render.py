"""Pages: self-contained, escaped, linked within, the same every time."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from brief_notation import NAMES, dossier, greece_and_turkey
from hypothesis import given, settings
from hypothesis import strategies as st

from realpolitik.briefs.outline import outline
from realpolitik.briefs.render import html, markdown
from realpolitik.core.dossier import Dossier

VOID = {"meta", "br", "rect", "path", "link", "img"}
HOSTILE = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }} {% raw %} ${x}",
    "<!-- -->]]>&amp;&lt;b&gt;",
    "javascript:alert(1) [x](javascript:alert(1)) `a` | b",
]


class Page(HTMLParser):
    """Collects tags, ids and links, and sees that every tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.text = [], [], [], [], []
        self.headings = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on")]
        self.tags.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        assert "src" not in found
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def one_claim(words: str) -> Dossier:
    text = "# d | 2020-03-05 | Wire | News |\nS Athens met XX envoys.\nC event CONSULT | met | a=GRC:Athens | r=TUR:XX | by=?:XX | issue=trade | c=.8"
    held = dossier(text, ("GRC", "TUR"))
    document = replace(held.documents["d"], title=words, publisher=words)
    claim = held.claims[0]
    claim = replace(claim, text=claim.text.replace("XX", words), issue=(words,))
    party = replace(claim.recipient[0], text=words)
    claim = replace(claim, recipient=(), speaker=(party,))
    record = replace(held.records[0], issue=(words,), publishers=(words,))
    names = NAMES | {"GRC": words}
    return replace(
        held, claims=(claim,), records=(record,), documents={"d": document}, names=names
    )


def test_every_link_leads_to_a_place_in_the_page(aegean):
    page = Page(html.render(aegean))
    assert {link[0] for link in page.links} == {"#"}
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_ids_are_unique_and_headings_go_down_one_at_a_time(aegean):
    page = Page(html.render(aegean))
    assert len(page.ids) == len(set(page.ids))
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(page.headings))


def test_nothing_is_loaded_from_elsewhere(aegean):
    text = html.render(aegean)
    assert not re.search(
        r"https?:|//[a-z]|url\(|@import|<script|<link|<img|<iframe", text
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words):
    page = Page(html.render(one_claim(words)))
    assert not {"script", "img"} & set(page.tags)
    assert words in "".join(page.text)


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_any_text_gives_a_whole_page(words):
    Page(html.render(one_claim(words)))
    markdown.render(one_claim(words))


@pytest.mark.parametrize("render", [html.render, markdown.render])
def test_the_same_dossier_gives_the_same_bytes(render):
    assert render(greece_and_turkey()) == render(greece_and_turkey())


def test_markdown_footnotes_are_all_defined_and_all_used(aegean):
    text = markdown.render(aegean)
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert set(defined) == set(used) and len(defined) == len(set(defined))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_no_markup_in_markdown(words):
    text = markdown.render(one_claim(words))
    assert not re.search(r"(?<!\\)<\w", text)
    assert not re.search(r"(?<!\\)\]\(", text)


def test_the_rows_of_a_course_and_what_they_leave_out_add_up():
    text = """# d1 | 2020-03-01 | Wire | News |
S Turkey met Greece.
C event CONSULT | met | a=TUR | r=GRC | when=2012-02-28 | c=.9
# d2 | 2020-03-01 | Wire | News |
S Turkey met Greece again.
C event CONSULT | met | a=TUR | r=GRC | when=2020-02-28 | c=.9
# d3 | - | Wire | News |
S Turkey struck Greece.
C event ASSAULT | struck | a=TUR | r=GRC | c=.9
"""
    page = markdown.render(dossier(text, ("GRC", "TUR")))
    rows = re.findall(r"^\| (\d{4}) \| (.+) \|$", page, re.M)
    assert rows == [("2012", "1 | – | – | –"), ("2020", "1 | – | – | –")]
    assert "a year without any has no row. The documents end within the last" in page
    assert "1 event without a date, or over a longer time, is in no row." in page


def test_both_forms_state_the_same(aegean):
    page = "".join(Page(html.render(aegean)).text)
    for line in markdown.render(aegean).splitlines():
        if found := re.match(r"- [^:]+: ([^“”\\]+)\.\[\^", line):
            assert found[1] in page


def test_right_to_left_names_are_isolated():
    words = "الرئيس عبد الفتاح"
    assert f"\u2068{words}\u2069" in html.render(one_claim(words))


def test_long_names_are_cut_and_hundreds_of_claims_stay_a_small_page():
    block = "# d{n} | {y}-03-05 | Wire {n} | News |\n" + "\n".join(
        "S Athens met envoys of Ankara.\n"
        f"C event {kind} | met | a=GRC | r=TUR | when={{y}}-{month:02}-{day:02} | issue=trade,culture | c=.{55 + day}"
        for kind in ("CONSULT", "ACCUSE", "ASSAULT", "AID")
        for month in (1, 5)
        for day in (3, 9, 27)
    )
    text = "\n".join(block.format(n=n, y=1990 + n) for n in range(30))
    names = NAMES | {"TUR": "The Perpetual Federation " * 20}
    held = dossier(text, ("GRC", "TUR"), names=names)
    page = html.render(held)
    assert len(held.claims) == 720 and len(page) < 450_000
    assert names["TUR"] not in page and "record" in page
    Page(page)


def test_every_record_can_be_seen_and_six_hundred_stay_below_a_megabyte():
    words = "and a sentence goes on for a while with what was said of it" * 2
    block = "# d{n} | {y}-03-05 | Wire {n} | News |\n" + "\n".join(
        f"S Athens met envoys of Ankara {words}.\n"
        f"C event {kind} | met | a=GRC | r=TUR | when={{y}}-{month:02}-03 | issue=trade,culture | c=.7"
        for kind in ("CONSULT", "ACCUSE", "ASSAULT", "AID", "REJECT")
        for month in (1, 3, 5, 7)
    )
    held = dossier(
        "\n".join(block.format(n=n, y=1990 + n) for n in range(30)), ("GRC", "TUR")
    )
    page = html.render(held)
    assert len(held.records) == 600 and len(page.encode()) < 1_000_000
    assert page.count("<details") and "596 records more" in page
    Page(page)
    assert "realpolitik claims --dyad GRC TUR" in markdown.render(held)


@pytest.mark.parametrize("render", [html.render, markdown.render])
def test_footnotes_name_their_claim(render, aegean):
    page = render(aegean)
    assert all(note.claim in page for note in outline(aegean).footnotes)


def test_an_empty_dossier_gives_a_page():
    empty = Dossier("GRC", "TUR", NAMES, (), (), {}, None, "0.1.0", {}, None)
    page = Page(html.render(empty))
    assert "No claim between Greece and Turkey was found" in "".join(page.text)
    assert "svg" not in page.tags


def test_a_long_name_is_cut_between_words():
    from realpolitik.briefs.prose import plain

    name = "The party's shadow foreign minister Panos Panayiotopoulos of the bay"
    assert plain(name, longest=50) == "The party's shadow foreign minister Panos…"
    assert plain("x" * 60, longest=50) == "x" * 49 + "…"


def test_a_dash_within_a_quotation_is_no_list():
    from realpolitik.briefs.parts import Segment
    from realpolitik.briefs.render.marks import quoted

    parts = [
        Segment("friends in "),
        Segment("Athens", "party"),
        Segment(" - lost *it*"),
    ]
    assert quoted(parts) == r"“friends in Athens - lost \*it\*”"
