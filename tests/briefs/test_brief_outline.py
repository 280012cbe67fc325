"""What an outline holds: evidence for all it says, and only what may be said."""

from dataclasses import fields, is_dataclass, replace

import pytest
from brief_notation import NAMES, SCORES, dossier, greece_and_turkey

from realpolitik.briefs.outline import outline
from realpolitik.briefs.parts import Agreement, Stance, Statement, Value
from realpolitik.briefs.prose import in_words
from realpolitik.core.dossier import Dossier

EMPTY = Dossier("GRC", "USA", NAMES, (), (), {}, None, "0.1.0", SCORES, 17)


def parts(value, kinds):
    if isinstance(value, kinds):
        yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name), kinds)
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one, kinds)


def test_everything_that_is_stated_has_a_footnote(aegean):
    laid_out = outline(aegean)
    known = {note.number for note in laid_out.footnotes}
    overview, *stated = parts(laid_out, (Statement, Value, Stance, Agreement))
    assert overview.text.startswith("The texts report 24 events") and not overview.notes
    assert all(one.notes and set(one.notes) <= known for one in stated)


def test_footnotes_are_numbered_in_the_order_of_the_page(aegean):
    laid_out = outline(aegean)
    numbers = [note.number for note in laid_out.footnotes]
    assert numbers == list(range(1, len(numbers) + 1))
    lead = [number for p in laid_out.lead for said in p for number in said.notes]
    assert lead == sorted(lead) and lead[0] == 1


def test_a_footnote_is_the_sentence_as_printed_with_trigger_and_parties_marked(aegean):
    by_claim = {claim.id: claim for claim in aegean.claims}
    for note in outline(aegean).footnotes:
        claim = by_claim[note.claim]
        assert "".join(segment.text for segment in note.segments) == claim.text
        triggers = [s.text for s in note.segments if s.role == "trigger"]
        assert triggers == [claim.trigger.text]
        document = aegean.documents[note.document]
        assert document.sentence_text(note.sentence) == claim.text


def test_what_is_less_sure_enters_no_count(aegean):
    laid_out = outline(aegean)
    shown = sum(sum(direction.counts) for direction in laid_out.course.directions)
    assert shown == 26
    lesser = tuple(replace(r, certainty=0.3) for r in aegean.records)
    nothing = outline(replace(aegean, records=lesser))
    assert nothing.course.directions == () and nothing.headline == ()
    assert len(nothing.less_sure.statements) + nothing.less_sure.more == len(lesser)


def test_bars_lead_to_chapters_that_hold_their_events(aegean):
    course = outline(aegean).course
    chapters = {f"#{chapter.anchor}": chapter for chapter in course.chapters}
    for period in course.periods:
        if period.href is None:
            assert sum(period.counts) == 0
            continue
        listing = chapters[period.href].listing
        assert len(listing.statements) + listing.more == sum(period.counts)


def test_values_that_differ_stand_side_by_side(aegean):
    figures = {(f.name, f.period): f for f in outline(aegean).figures}
    trade = figures["Trade between Greece and Turkey", "2023"]
    assert [v.text.replace("\u00a0", " ") for v in trade.values] == [
        "USD 5.8 bn",
        "USD 5 bn",
    ]
    assert trade.conflicting
    assert not figures["Trade between Greece and Turkey", "2028"].conflicting


def test_a_lost_number_is_said_to_be_lost(aegean):
    lost = [v for f in outline(aegean).figures for v in f.values if v.lost]
    assert [v.text for v in lost] == ["number lost in the source"]


def test_denials_and_positions_are_in_dispute(aegean):
    titles = [dispute.title for dispute in outline(aegean).disputes]
    assert titles == ["Denied", "Positions on territory"]


def test_a_report_and_its_denial_stand_side_by_side():
    text = """# d | 2020-03-05 | Wire | News |
S Turkey shot at Greece.
C event ASSAULT/firearms | shot | a=TUR | r=GRC | c=.8
S Turkey denied that it shot at Greece.
C event ASSAULT/firearms | shot | a=TUR | r=GRC | neg | by=TUR | c=.8
"""
    (dispute,) = outline(dossier(text, ("GRC", "TUR"))).disputes
    assert [side.text for side in dispute.sides] == [
        "Turkey fired on Greece",
        "Turkey denies having fired on Greece",
    ]


def test_a_view_is_always_somebodys(aegean):
    judged = outline(aegean).outlook.judgements.statements
    assert judged and all(" say" in s.text or " has it that " in s.text for s in judged)


def test_reports_of_one_record_are_cited_together(aegean):
    laid_out = outline(aegean)
    (talks,) = [
        s for i in laid_out.issues for s in i.listing.statements
        if s.when and s.when.replace("\u00a0", " ") == "25 January 2021"
    ]  # fmt: skip
    documents = {n.document for n in laid_out.footnotes if n.number in talks.notes}
    assert documents == {"d05", "d06"}


def test_no_claims_give_an_honest_brief():
    laid_out = outline(EMPTY)
    said = [one.text for one in laid_out.lead[0]]
    assert (
        said[0]
        == "No claim between Greece and the United States was found in the 17 documents read"
    )
    assert laid_out.footnotes == () and laid_out.headline == ()


def test_one_undated_claim_is_told_and_listed():
    text = "# d | - | - | - |\nS Athens met Ankara.\nC event CONSULT | met | a=GRC:Athens | r=TUR:Ankara | c=.7"
    laid_out = outline(dossier(text, ("GRC", "TUR")))
    assert [said.text for said in laid_out.lead[0]] == [
        "The texts report one event between Greece and Turkey: one of cooperation",
        "Greece held talks with Turkey",
    ]
    assert laid_out.course.periods == () and len(laid_out.course.chapters) == 1
    assert laid_out.sources[0].published is None


def test_short_spans_are_told_by_month_and_long_ones_leave_room_for_the_many():
    def laid_out(days):
        blocks = [
            f"# d{n} | {day} | W | N |\nS It met.\nC event CONSULT | met | a=GRC | r=TUR | when={day} | c=.9"
            for n, day in enumerate(days)
        ]
        return outline(dossier("\n".join(blocks), ("GRC", "TUR"))).course

    months = laid_out(["2020-01-05", "2020-03-05"])
    assert [p.label for p in months.periods] == [
        "January 2020",
        "February 2020",
        "March 2020",
    ]
    many = [f"{year}-06-01" for year in range(2000, 2024) for _ in range(2)]
    years = laid_out(["1821-03-25", *many])
    assert years.periods[0].label == "Before 2000" and years.periods[0].counts == (
        1,
        0,
        0,
        0,
    )
    assert len(years.periods) == 25
    # a time before that holds much would dwarf the years: then decades are drawn
    old = [f"{year}-06-01" for year in range(1900, 1920)]
    decades = laid_out([*old, *many])
    assert decades.unit == "decade"
    assert [p.label for p in decades.periods][:2] == ["1900s", "1910s"]
    assert sum(sum(p.counts) for p in decades.periods) == len({*old, *many})
    anchors = {chapter.anchor for chapter in decades.chapters}
    assert {p.href for p in decades.periods if p.href} == {f"#{a}" for a in anchors}


def test_the_order_of_claims_and_records_does_not_matter():
    held = greece_and_turkey()
    turned = replace(held, records=held.records[::-1], claims=held.claims[::-1])
    assert outline(held) == outline(turned)


CROWD = """# d{n} | 2020-0{n}-05 | Wire | News {n} |
S Turkey met Greece and struck Greece on the day.
C event CONSULT | met | a=TUR | r=GRC | when=2020-0{n}-01 | issue=trade,culture | c=.{c}
C event ASSAULT | struck | a=TUR | r=GRC | when=2020-0{n}-02 | issue=trade | c=.55
"""


def crowd(*certainties):
    blocks = [CROWD.format(n=n, c=c) for n, c in enumerate(certainties, 1)]
    return outline(dossier("".join(blocks), ("GRC", "TUR")))


def test_the_lead_quotes_only_what_is_sure_and_says_which_one_it_is():
    quoted = [said for said in crowd(75, 75).lead[0] if said.notes]
    assert [said.text.split(":")[0] for said in quoted] == [
        "Two meetings or talks are reported, the latest with a date"
    ]
    assert "".join(s.text for s in quoted[0].quote).startswith("Turkey met Greece")
    _, meetings, force = crowd(75, 65).lead[0]
    assert "the latest with a date that is sure: " in meetings.text
    assert force.text == (
        "Two acts of force, coercion or sanction are reported, "
        "none both sure and between the two alone, so none is quoted here"
    )
    assert not [said for p in crowd(65, 65).lead for said in p if said.notes]


def test_headline_and_lead_count_the_same(aegean):
    laid_out = outline(aegean)
    words = " ".join(said.text for said in laid_out.lead[0])
    cells = {
        cell.words.split(" ")[0]: int(cell.value) for cell in laid_out.headline[1:3]
    }
    assert f"{in_words(cells['meetings'], most=99).capitalize()} meetings" in words
    assert f"{in_words(cells['agreements']).capitalize()} agreements" in words


def test_a_record_on_two_issues_is_told_once(aegean):
    laid_out = outline(aegean)
    listed = [i.records - i.elsewhere for i in laid_out.issues]
    assert listed == [
        len(i.listing.statements) + i.listing.more for i in laid_out.issues
    ]
    assert all(issue.records > 1 for issue in laid_out.issues)
    notes = [s.notes for i in laid_out.issues for s in i.listing.statements]
    assert len(notes) == len(set(notes))
    (trade,) = crowd(75, 75).issues
    assert trade.name == "trade" and crowd(75, 75).other_issues == (
        "culture (2 records, told above)",
    )


def test_every_stance_and_lead_line_on_a_record_shows_its_sentence(aegean):
    laid_out = outline(aegean)
    assert laid_out.stances and all(stance.quote for stance in laid_out.stances)
    assert all(said.quote for p in laid_out.lead for said in p if said.notes)
    assert "43 of 100 (F1)" in laid_out.quality


def test_what_nobody_denies_is_only_said_not_to_have_happened():
    text = """# d | 2020-03-05 | Wire | News |
S Turkey and Greece agreed on one thing, and they had not agreed on another.
C event AGREE | agreed | a=TUR,GRC | c=.8
C event AGREE | agreed#2 | a=TUR,GRC | neg | c=.8
"""
    (dispute,) = outline(dossier(text, ("GRC", "TUR"))).disputes
    assert dispute.title == "Said not to have happened" and len(dispute.sides) == 1


def test_no_headline_figure_is_doubtful_or_names_a_party_twice():
    text = """# d | 2020-03-05 | Wire | News |
S Trade was 5 and imports were 6 and exports over 7 and sales 8.
C figure trade | Trade | a=TUR | r=GRC,TUR | amount=5e9:USD:5 | c=.8
C figure trade | imports | a=TUR | r=GRC | amount=6e9:USD:6 | c=.8
C figure exports | exports | a=TUR | r=GRC | amount=7e9:USD:over 7:> | c=.8
C figure trade | sales | a=TUR | r=GRC | amount=8e9:USD:8 | c=.6
"""
    (cell,) = outline(dossier(text, ("GRC", "TUR"))).headline
    assert cell.value.replace("\u00a0", " ") == "over USD 7 bn"
    assert cell.words.startswith("Exports from Turkey to Greece")


OTHERS = """# d1 | 2020-03-01 | Post | Talks |
S The United States urged Greece and Turkey to stop.
C event REQUEST | urged | a=USA | r=GRC,TUR | c=.9
S Turkey, the United States and NATO met Greece.
C event CONSULT | met | a=TUR,USA,NATO | r=GRC | when=2020-02-29 | c=.9
S Turkey met Greece.
C event CONSULT | met | a=TUR | r=GRC | when=2020-02-28 | c=.75
"""


def test_what_others_do_to_both_is_told_apart_and_never_counted():
    laid_out = outline(dossier(OTHERS, ("GRC", "TUR")))
    overview, meetings = laid_out.lead[0]
    assert overview.text.startswith("The texts report two events")
    assert "One more is an act of others on both" in overview.text
    assert laid_out.headline[0].value == "2 : 0"
    assert laid_out.course.chapters[-1].anchor == "t-beside"
    # the talks of the two alone are quoted, though others are surer
    assert "".join(part.text for part in meetings.quote) == "Turkey met Greece."


@pytest.mark.parametrize(
    ("publisher", "title", "said"),
    [
        ("United Nations", "Statement", "A text of the United Nations has it that"),
        (
            "Office of the Historian",
            "Page",
            "A text of the Office of the Historian has",
        ),
        ("Aegean Wire", "News", "A text of Aegean Wire has it that"),
        ("-", "Old foes", "The text “Old foes” has it that"),
    ],
)
def test_a_printer_need_not_hold_what_it_prints(publisher, title, said):
    text = f"""# d | 2020-03-05 | {publisher} | {title} |
S Greece and Turkey are old foes.
C judgement hostile | foes | a=GRC,TUR | mod=ongoing | c=.8
"""
    (judged,) = outline(dossier(text, ("GRC", "TUR"))).outlook.judgements.statements
    assert judged.text.startswith(said)
    assert judged.text.endswith("the relationship of Greece and Turkey is hostile")


VIEW = """# d{n} | 2020-03-0{n} | Post | Views {n} |
S Greece, Turkey and Cyprus are as they are, one says.
C judgement {word} | are | a={who} | mod=ongoing | c=.8
"""


@pytest.mark.parametrize(
    ("views", "word"),
    [
        (["hostile GRC,TUR", "hostile GRC,TUR", "close GRC,TUR"], "hostile"),
        (["hostile GRC,TUR", "fragile GRC,TUR", "close GRC,TUR"], "divided"),
        # what is said of a third one's relations too tells less of the two
        (["hostile GRC,TUR", "close GRC,TUR,USA", "close GRC,TUR,USA"], None),
    ],
)
def test_the_headline_gives_a_view_that_most_share(views, word):
    each = [
        VIEW.format(n=n, word=w, who=who)
        for n, (w, who) in enumerate(map(str.split, views), 1)
    ]
    cells = outline(dossier("".join(each), ("GRC", "TUR"))).headline
    assert [cell.value for cell in cells] == ([word] if word else [])


def test_a_sentence_without_a_day_is_not_given_that_of_another_report():
    text = """# d | 2020-03-05 | Wire | News |
S Turkey met Greece this morning, and they had met some days before.
C event CONSULT | met | a=TUR | r=GRC | when=2020-03-05 | c=.75
C event CONSULT | met#2 | a=TUR | r=GRC | c=.9
"""
    held = dossier(text, ("GRC", "TUR"))
    said, unsaid = sorted(held.claims, key=lambda claim: claim.certainty)
    one = next(record for record in held.records if said.id in record.claims)
    both = replace(one, claims=(said.id, unsaid.id), certainty=0.9)
    laid_out = outline(replace(held, records=(both,)))
    (met,) = laid_out.course.chapters[0].listing.statements
    assert (met.when or "").replace("\u00a0", " ") == "reported 5 March 2020"
    assert "with a date" not in laid_out.lead[0][1].text
