"""A claim and the clause that may stand for it: no more than the claim says."""

import pytest
from brief_notation import NAMES, dossier

from realpolitik.briefs.sentences import statement
from realpolitik.briefs.wording import wording

TEXT = (
    "Greek ships, Turkish ships, Smith, the ministry and 5 miles were named, he said."
)
CASES = [
    ("event CONSULT/visit | named | a=GRC | r=TUR", "Greece visited Turkey"),
    ("event CONSULT/visit | named | a=GRC | r=TUR | mod=planned", "Greece is to visit Turkey"),
    ("event CONSULT/visit | named | a=GRC | r=TUR | mod=possible", "Greece may visit Turkey"),
    ("event CONSULT/visit | named | a=GRC | r=TUR | mod=attempted", "Greece tried to visit Turkey"),
    ("event CONSULT/visit | named | a=GRC | r=TUR | mod=demanded", "Greece is called on to visit Turkey"),
    ("event CONSULT/visit | named | a=GRC | r=TUR | mod=ongoing", "Greece visits Turkey"),
    ("event CONSULT/visit | named | a=GRC | r=TUR | neg", "Greece did not visit Turkey"),
    ("event CONSULT | named | a=GRC,TUR", "Greece and Turkey held talks"),
    ("event CONSULT | named | a=GRC,TUR | mod=planned | neg", "Greece and Turkey are not to hold talks"),
    ("event CONSULT | named | a=GRC | r=TUR | mod=planned | when=2019-01-02", "Greece was to hold talks with Turkey"),
    ("event ASSAULT/aerial | named | a=TUR | r=GRC | by=GRC", "Greece says that Turkey struck Greece from the air"),
    ("event ASSAULT/aerial | named | a=TUR | r=GRC | neg | by=TUR", "Turkey denies having struck Greece from the air"),
    ("event ASSAULT/aerial | named | a=TUR | r=GRC | mod=demanded | neg | by=UN", "The United Nations calls for Turkey not to strike Greece from the air"),
    ("event AID | named | a=USA | r=GRC | mod=possible | neg", "It is possible that the United States does not give help to Greece"),
    ("event THREATEN | named | a=TUR.GOV | r=GRC | by=TUR.GOV:Smith@Jane Smith;Minister of Turkey", "Turkey threatened Greece"),
    ("event MOBILIZE/troops | named | a=GRC.MIL:Greek ships | r=TUR", "The forces of Greece moved or kept troops with regard to Turkey"),
    ("event ACCUSE | named | a=?:Smith | r=?:he", "“Smith” criticised a party not named"),
    ("event ACCUSE | named | a=?:the ministry and | r=TUR", "“the ministry” criticised Turkey"),
    ("event ACCUSE | named | a=?:and 5 miles | r=TUR", "“5 miles” criticised Turkey"),
    ("event ACCUSE | named | a=?:and | r=TUR", "A party not named criticised Turkey"),
    ("event ACCUSE | named | a=GRC | r=TUR | by=?", "A speaker not named says that Greece criticised Turkey"),
    ("judgement close | named | a=GRC,USA | mod=ongoing | by=UN", "The United Nations says that the relationship of Greece and the United States is close"),
    ("event CONSULT/visit | named | a=GRC:Smith | r=TUR:Turkish | where=Athens;GRC", "Turkey and Greece met"),
    ("event CONSULT/visit | named | a=GRC:Smith | r=TUR:Turkish | where=Ankara;TUR", "Greece visited Turkey"),
    ("figure trade | ships | a=GRC | r=TUR | amount=5:USD:5", "Trade between Greece and Turkey: USD 5"),
    ("figure exports | named | a=GRC | r=TUR | amount=99:percent:5", "Exports from Greece to Turkey: 99 % (a share or a change)"),
    ("figure students | named | a=GRC.CVL:Greek | r=TUR | amount=5:person:5", "Students of Greece in Turkey: 5 people"),
    ("event SUPPORT/praise | named | a=GRC | r=TUR | by=TUR:Turkish ships", "Turkish ships say that Greece praised Turkey"),
    ("event WONDER | named | a=GRC | r=TUR", "Greece acted (wonder, Turkey)"),
    ("stance against | named | a=GRC | r=TUR | about=the ministry", "Greece is against “the ministry”"),
    ("stance against | named | a=GRC | neg | about=the ministry | by=GRC", "Greece is not against “the ministry”"),
    ("stance unsure | named | a=GRC | about=the ministry | by=UN", "The United Nations says that Greece is undecided about “the ministry”"),
    ("figure exports | named | a=GRC | r=TUR | amount=1900000000:USD:5", "Exports from Greece to Turkey: USD 1.9 bn"),
    ("figure troops | named | a=GRC | amount=500:person:5:> | by=UN", "Troops of Greece: over 500 people (according to the United Nations)"),
    ("figure trade | named | a=GRC,TUR | amount=10000000000:USD:5 | mod=planned", "Trade between Greece and Turkey: USD 10 bn (planned)"),
    ("figure troops | named | a=GRC | amount=-:person:5", "Troops of Greece: number lost in the source"),
    ("judgement improving | named | a=GRC,TUR | mod=ongoing | by=UN", "The United Nations says that the relationship of Greece and Turkey is improving"),
    ("judgement fragile | named | a=GRC,TUR | mod=possible", "The relationship of Greece and Turkey may be fragile"),
    ("judgement hostile | named | a=GRC,TUR | mod=ongoing | neg", "The relationship of Greece and Turkey is not hostile"),
    ("event SUPPORT/praise | named | a=GRC | r=TUR | by=UN:the ministry,GRC:Smith@Jane Smith;Minister", "The ministry (United Nations) says that Jane Smith (Greece) says that Greece praised Turkey"),
    ("event CONSULT/visit | named | a=GRC,TUR", "Greece and Turkey met"),
    ("event CONSULT/visit | named | a=GRC,TUR | r=TUR | mod=planned", "Greece and Turkey are to meet"),
    ("event CONSULT/visit | named | a=GRC", "Greece paid a visit"),
    ("event REQUEST/yield | named | a=GRC | r=TUR", "Greece asked Turkey to stop or give up something"),
    ("event RETREAT/release | named | a=GRC", "Greece released or returned people or property"),
    ("event AGREE | named | a=GRC,TUR", "Greece and Turkey agreed"),
    ("event SUPPORT/praise | named | a=GRC | r=TUR | by=UN:ministry,UN", "The United Nations says that Greece praised Turkey"),
    ("event SUPPORT/praise | named | a=GRC:Smith@GRC | r=TUR", "Greece praised Turkey"),
    ("figure imports | named | a=GRC | r=TUR | amount=1900000000:USD:5", "Imports of Greece from Turkey: USD 1.9 bn"),
    ("figure trade | named | a=GRC | r=GRC,TUR | amount=1900000000:USD:5", "Trade between Greece and Turkey: USD 1.9 bn"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "said"), CASES, ids=[said for _, said in CASES])
def test_a_claim_in_words(claim, said):
    text = f"# d | 2020-03-05 | Wire | News |\nS {TEXT}\nC {claim} | c=.9\n"
    held = dossier(text, ("GRC", "TUR"))
    words = statement(held.claims[0], NAMES, as_of=held.as_of)
    assert words.replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("certainty", "said"),
    [
        (0.8, "Greece promised, agreed or invited, toward Turkey"),
        (0.6, "Greece agreed with Turkey"),
    ],
)
def test_an_invitation_is_told_as_one_only_where_it_is_sure(certainty, said):
    text = (
        "# d | 2020-03-05 | W | N |\nS Greece invited Turkey.\n"
        f"C event AGREE | invited | a=GRC | r=TUR | c={certainty}"
    )
    assert statement(dossier(text, ("GRC", "TUR")).claims[0], NAMES) == said


FACTS = ("actual", "ongoing")


@pytest.mark.parametrize("modality", ["planned", "possible", "demanded", "attempted"])
@pytest.mark.parametrize("negation", ["", " | neg"])
def test_what_did_not_happen_is_never_told_in_the_past(modality, negation):
    past = wording("CONSULT", "visit", toward=True).past
    claim = f"event CONSULT/visit | named | a=GRC | r=TUR | mod={modality}{negation}"
    held = dossier(
        f"# d | 2020-03-05 | W | N |\nS {TEXT}\nC {claim} | c=.9", ("GRC", "TUR")
    )
    assert past.format("Turkey") not in statement(held.claims[0], NAMES)


def test_every_type_and_mode_of_the_codebook_has_words():
    for type_, mode in [("AID", "asylum"), ("COERCE", "cyber"), ("PROTEST", "riot")]:
        assert wording(type_, mode, toward=True) != wording(type_, None, toward=True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("surplus", "“surplus” (Greece and Turkey): USD 5"),
        ("deficit", "“deficit” (Greece and Turkey): USD 5"),
        ("turnover", "Trade between Greece and Turkey: USD 5"),
    ],
)
def test_a_figure_is_called_by_its_words_where_they_say_another(words, said):
    text = f"""# d | 2020-03-05 | W | N |
S Greece had a trade {words} of 5 with Turkey.
C figure trade | {words} | a=GRC | r=TUR | amount=5:USD:5 | c=.9
"""
    told = statement(dossier(text, ("GRC", "TUR")).claims[0], NAMES)
    assert told.replace("\u00a0", " ") == said


def test_what_is_said_in_a_question_is_told_as_that():
    text = """# d | 2020-03-05 | W | N |
S Have Greece and Turkey agreed?
C event AGREE | agreed | a=GRC,TUR | by=? | c=.9
"""
    assert statement(dossier(text, ("GRC", "TUR")).claims[0], NAMES) == (
        "A speaker not named says in a question that Greece and Turkey agreed"
    )
