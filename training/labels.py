"""The label lists of the reader, in the order in which the model's outputs stand."""
# ruff: noqa: SIM905 (a list of words reads better as a line than as a column)

EVENTS = (
    "CONSULT AGREE SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT "
    "THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
STANCES = "favour against unsure".split()
JUDGEMENTS = "close hostile improving worsening stable fragile mixed".split()
TYPES = [*EVENTS, *STANCES, "figure", *JUDGEMENTS]

MODES_OF = {
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "sign recognise praise relations",
    "CONCEDE": "pardon apologise ease",
    "COOPERATE": "economic military intelligence judicial science culture",
    "AID": "economic military humanitarian asylum",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet mediate",
    "ACCUSE": "disapprove allege investigate",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": (
        "seize restrict censor curfew arrest deport withhold misinformation cyber"
    ),
    "ASSAULT": (
        "abduct beat torture targeted destroy firearms explosives suicide-attack "
        "aerial drone heavy-weapons unconventional"
    ),
}
MODES = ["none", *(f"{t}/{m}" for t, ms in MODES_OF.items() for m in ms.split())]

FORMS = "person state org group demonym capital pronoun".split()
OTHERS = "time place quantity".split()
LETTERS = {"t": "time", "p": "place", "q": "quantity"}
ACTOR_TAGS = ["O", *(f"{b}-{f}" for f in FORMS for b in "BI")]
OTHER_TAGS = ["O", *(f"{b}-{o}" for o in OTHERS for b in "BI")]
TRIGGER_TAGS = ["O", "I", *(f"B-{t}" for t in TYPES)]
SECTORS = [
    "none",
    *"GOV LEG JUD MIL SPY COP REB PTY OPP BUS MED EDU REL NGO LAB CRM REF CVL".split(),
]
# What a candidate of the second pass may be; the pseudo mention is the speaker.
CANDIDATES = ["speaker", *FORMS, *OTHERS]

MODALITIES = "actual ongoing planned possible demanded attempted".split()
INDICATORS = (
    "exports imports trade investment aid debt arms troops casualties refugees "
    "migrants population population-share visitors students visits meetings votes "
    "seats territory reserves pipeline-volume flights price growth other"
).split()
ISSUES = (
    "military security terrorism nuclear arms-control cyber intelligence "
    "peace-process territory sovereignty mediation diplomatic alliance trade energy "
    "finance investment sanctions transport agriculture technology space science "
    "education culture religion tourism health environment migration refugees "
    "diaspora consular human-rights humanitarian elections legal media history "
    "disaster crime"
).split()
PARTIES = ["none", "actor", "recipient", "both"]

# The outputs of both passes, side by side in one vector each.
TAG_PARTS = {
    "actor": len(ACTOR_TAGS),
    "other": len(OTHER_TAGS),
    "sector": len(SECTORS),
    "trigger": len(TRIGGER_TAGS),
}
CLAIM_PARTS = {
    "claim": 1,
    "type": len(TYPES),
    "modality": len(MODALITIES),
    "negated": 1,
    "mode": len(MODES),
    "indicator": len(INDICATORS),
    "issue": len(ISSUES),
}
ROLE_PARTS = {"party": len(PARTIES), "by_outer": 1, "by_inner": 1, "link": 1}


def slices(parts: dict[str, int]) -> dict[str, slice]:
    """Say where each part of an output vector stands."""
    out, at = {}, 0
    for name, size in parts.items():
        out[name] = slice(at, at + size)
        at += size
    return out
