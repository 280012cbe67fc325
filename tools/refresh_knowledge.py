"""Take the tables of ../shared/knowledge into knowledge/, trimmed.

    python tools/refresh_knowledge.py

For maintainers, not for installing; the places come by `refresh_places.py`. Each table
it writes is sorted and headed by its source and licence.
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "knowledge"
KNOWLEDGE = ROOT / "src" / "realpolitik" / "knowledge"
Row = dict[str, str]

# Codes of the codebook where the wider tables file a body under another id.
BODY_IDS = {
    "AI": "AMNESTY", "AL": "ARAB_LEAGUE", "AG": "AUSTRALIA_GROUP", "WB": "WORLD_BANK",
    "CW": "COMMONWEALTH", "CAN": "ANDEAN_COMMUNITY", "LN": "LEAGUE_OF_NATIONS",
    "NAM": "NON_ALIGNED", "ICRC": "RED_CROSS", "IFRC": "RED_CROSS", "EC": "EU",
    "COM": "EU", "CEU": "EU", "CJEU": "EU", "EP": "EU", "EUCO": "EU", "EEAS": "EU",
    "EUROPOL": "EU", "FRONTEX": "EU", "EULEX": "EU", "EUFOR": "EU", "ATALANTA": "EU",
    "ASPIDES": "EU", "EURATOM": "EU", "UNSC": "UN", "UNGA": "UN", "UNHRC": "UN",
    "ECOSOC": "UN", "OCHA": "UN", "OHCHR": "UN", "OIR": "GLOBAL_COALITION",
    "V4": "VISEGRAD_GROUP", "LIMA": "LIMA_GROUP", "CONTACTG": "CONTACT_GROUP",
    "MINSK": "OSCE", "OSCESMM": "OSCE", "CSCE": "OSCE", "ARCTIC": "ARCTIC_COUNCIL",
    "G5S": "G5_SAHEL", "AfDB": "AFDB", "OPECPLUS": "OPEC", "PARISCLUB": "PARIS_CLUB",
    "WEIMAR": "WEIMAR_TRIANGLE", "AUPSC": "AU", "AMISOM": "AU", "ATMIS": "AU",
    "AUSSOM": "AU", "AMIS": "AU", "ECOMOG": "ECOWAS", "ARF": "ASEAN", "GATT": "WTO",
    "ISAF": "NATO", "KFOR": "NATO", "RSM": "NATO", "SALC": "SAU", "HS": "VAT",
    "PNDF": "GCC", "NC": "NORDIC_COUNCIL", "CMEA": "COMECON", "EEC": "EU",
    "Andean": "ANDEAN_COMMUNITY",
}  # fmt: skip
GROUP_IDS = {
    "IS": "ISLAMIC_STATE", "ISKP": "ISLAMIC_STATE", "ISWAP": "ISLAMIC_STATE",
    "ISGS": "ISLAMIC_STATE", "ISIS-LIBYA": "ISLAMIC_STATE", "ISS": "ISLAMIC_STATE",
    "IS-SINAI": "ISLAMIC_STATE", "IS-MOZ": "ISLAMIC_STATE", "NUSRA": "AL_NUSRA",
    "AQ": "AL_QAEDA", "AQAP": "AL_QAEDA", "AQIM": "AL_QAEDA", "AQI": "AL_QAEDA",
    "AQIS": "AL_QAEDA", "HOUTHI": "HOUTHIS", "SHABAAB": "AL_SHABAAB",
    "BH": "BOKO_HARAM", "KR": "KHMER_ROUGE", "MB": "MUSLIM_BROTHERHOOD",
    "KH": "KATAIB_HEZBOLLAH", "UCK": "KLA", "MAHDI": "MAHDI_ARMY", "ICU": "UIC",
    "QASSAM": "HAMAS", "HAQQANI": "TALIBAN", "JUNDALLAH": "JAISH_AL_ADL",
    "LET": "LASHKAR_E_TAIBA", "JEM": "JAISH", "JEM-SDN": "JEM", "SPLA": "SPLM",
    "JI": "JEMAAH_ISLAMIYAH", "SPLA-IO": "SPLM_IO", "SPLM-N": "SPLM_N",
    "NLA-MKD": "NLA", "SLA-LBN": "SLA", "SL": "SHINING_PATH", "TDA": "TREN_DE_ARAGUA",
    "AA": "ARAKAN_ARMY", "NA-AFG": "NORTHERN_ALLIANCE", "FSLN": "SANDINISTAS",
    "VC": "VIET_CONG", "PESHMERGA": "KRG", "IRGC": "IRN", "AAS": "ABU_SAYYAF",
    "ASG": "ABU_SAYYAF", "FARC-D": "FARC", "RAF-DEU": "RAF_DEU", "PIRA": "IRA",
    "VRS": "BIH", "GNA": "LBY", "NUG": "NUG", "KDP": "KDP", "LF": "LBN",
}  # fmt: skip
STATE_IDS = {
    "DEU-FRG": "DEU", "DEU-1945": "DEU", "FRY": "YUG", "SCG": "YUG", "ABK": "ABKHAZIA",
    "SML": "SOMALILAND", "ART": "NAGORNO_KARABAKH", "ICH": "CHECHNYA", "TBT": "TIBET",
    "VNM-RVN": "RVN", "VDR": "VNM", "YEM-YAR": "YEM", "YMD": "YEM", "RHO": "ZWE",
    "TRN": "TRANSNISTRIA", "PMR": "TRANSNISTRIA", "OST": "SOUTH_OSSETIA", "ZAN": "TZA",
    "SOS": "SOUTH_OSSETIA", "NCY": "NORTH_CYPRUS", "TNC": "NORTH_CYPRUS", "RSB": "BIH",
    "RSK": "SERBIAN_KRAJINA", "BIA": "BIAFRA", "KTG": "KATANGA", "BPH": "ZAF",
    "CSK-CIS": "ZAF", "TRK": "ZAF", "VND": "ZAF", "DNR": "DPR", "LNR": "LPR",
}  # fmt: skip
FREE_FACTS = "facts only (COW, Gleditsch-Ward, Archigos, REIGN)"
# Names of states that are common words in English ("Island" is Iceland in Icelandic).
COMMON_WORDS = frozenset(["Island", "the States"])
WIKIDATA = "Wikidata by way of every-politician-scrapers; licence CC0"
FACTBOOK = "World Factbook (CIA); public domain"
PROJECT = "compiled for this project, licence Apache-2.0"


def main() -> None:
    """Write every table that comes from outside."""
    _states()
    _state_words()
    _organs()
    _bodies()
    _groups()
    _leaders()
    _officials()


def read_shared(name: str) -> Iterator[Row]:
    """Give the rows of a table of ../shared/knowledge."""
    with (SHARED / name).open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def write_table(
    path: str, columns: str, rows: Iterable[list[str]], *notes: str
) -> None:
    """Write a sorted table below its notes."""
    lines = sorted({tuple(cell.strip() for cell in row) for row in rows})
    with (KNOWLEDGE / path).open("w", encoding="utf-8", newline="") as handle:
        handle.writelines(f"# {note}\n" for note in notes)
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(lines)
    print(f"{path}: {len(lines)} rows")


def state_code(state: str) -> str:
    """Give the code of the codebook for a state of the wider tables."""
    return STATE_IDS.get(state, state)


def _states() -> None:
    listed: dict[str, list[str]] = {}
    for row in read_shared("country_names.csv"):
        name = row["name_en"].split(" (")[0].removesuffix(" SAR China")
        listed[row["iso3"]] = [row["iso3"], name, row["iso2"], "", ""]
    for row in read_shared("states.csv"):
        code = state_code(row["state_id"])
        if code == row["state_id"]:
            iso2 = listed.get(code, ["", "", ""])[2]
            listed[code] = [code, row["name"], iso2, row["start"], row["end"]]
    write_table(
        "actors/states.csv",
        "code,name,iso2,start,end",
        listed.values(),
        "States and territories by code, with the days between which they existed.",
        f"Source: datasets/country-codes (PDDL); andybega/states (MIT), {FREE_FACTS}; "
        f"{PROJECT}.",
    )


def _state_words() -> None:
    dependent: set[str] = {
        row["iso3"]
        for row in read_shared("country_names.csv")
        if row["cc_independent"] != "Yes"
        and row["iso3"] not in {"TWN", "PSE", "XKX", "HKG", "MAC", "GRL", "ESH", "FRO"}
    }
    taken = {
        row["alias"].casefold()
        for row in read_shared("country_aliases.csv")
        if row["lang"] in ("en", "und") and row["iso3"] not in dependent
    }
    forms = {"demonym": "people", "adjective": "people", "capital": "capital"}
    rows = []
    for row in read_shared("country_aliases.csv"):
        alias, code = row["alias"], row["iso3"]
        usable = row["lang"] in ("en", "und") and row["kind"] != "local_official"
        borrowed = code in dependent and alias.casefold() in taken
        if (
            usable
            and not borrowed
            and is_latin(alias)
            and len(alias) > 2
            and not alias.startswith(("US ", "U.S. "))
            and alias not in COMMON_WORDS
        ):
            rows.append([code, forms.get(row["kind"], "state"), alias, "", ""])
    for row in read_shared("state_names_dated.csv"):
        if row["state_id"] not in ("FRY", "SCG"):
            code = state_code(row["state_id"])
            rows.append([code, "state", row["name"], row["start"], row["end"]])
    write_table(
        "actors/state_names.csv",
        "code,form,name,start,end",
        rows,
        "Names, peoples and capitals of states, English and local, in Latin script.",
        "Source: Unicode CLDR by way of babel (Unicode licence); "
        f"datasets/country-codes (PDDL); {FACTBOOK}; dated names {PROJECT}.",
    )


def is_latin(text: str) -> bool:
    """Say whether all letters of a text are Latin."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def _organs() -> None:
    rows = []
    for row in read_shared("gov_metonyms.csv"):
        code = state_code(row["state_id"])
        if row["kind"] == "capital" or not code:
            continue
        sector = "" if row["sector"] == "IGO" else row["sector"]
        names = [row["name"].split(" (")[0], *row["aliases"].split(";")]
        aliases = ";".join(a for a in names[1:] if a and "(" not in a)
        rows.append([code, sector, names[0], aliases, row["start"], row["end"]])
    write_table(
        "actors/organs.csv",
        "code,sector,name,aliases,start,end",
        rows,
        "Seats used as names, organs, services, forces, state media, ruling parties.",
        f"Source: {PROJECT}.",
    )


def _bodies() -> None:
    iso = {row["iso3"] for row in read_shared("country_names.csv")}
    rows = []
    for row in read_shared("organisations.csv"):
        known = row["source"].startswith("compiled")
        code = BODY_IDS.get(row["org_id"], row["org_id"].upper().removesuffix("-COW"))
        if known and row["name"].startswith("United Nations") and len(code) > 4:
            code = code if row["type"] == "un_agency" or code == "UNESCO" else "UN"
        if code in iso and row["org_id"] not in BODY_IDS:
            code += "_ORG"
        names = [part.split(" (")[0] for part in row["name"].split("/")]
        aliases = [a for a in row["aliases"].split(";") if not a.startswith("the ")]
        if known and len(row["acronym"]) > 1:
            aliases.append(row["acronym"])
        aliases = [a for a in [*names[1:], *aliases] if known or " " in a]
        joined = ";".join(dict.fromkeys(aliases))
        rows.append([code, "", names[0], joined, row["founded"], row["dissolved"]])
    write_table(
        "actors/organisations.csv",
        "code,sector,name,aliases,start,end",
        rows,
        "International organisations, courts, groups of states, peace operations.",
        f"Source: {PROJECT}; COW IGO v3, {FREE_FACTS}.",
    )


def _groups() -> None:
    rows = []
    for row in read_shared("armed_groups.csv"):
        ours = row["source"].startswith("compiled")
        if not ours and row["kind"] != "organised group":
            continue
        if not ours and row["name"].startswith("Military faction"):
            continue
        code = GROUP_IDS.get(row["group_id"])
        code = code or row["group_id"].upper().replace("-", "_")
        short = 2 if ours else 5
        aliases = [
            a
            for a in row["aliases"].split(";")
            if len(a) > short and is_latin(a) and not a.islower()
        ]
        base = row["base_state"]
        first = row["first_year"] if ours else ""
        name = row["name"].split(" (")[0]
        rows.append([code, "", name, ";".join(aliases), first, "", base])
    write_table(
        "actors/groups.csv",
        "code,sector,name,aliases,start,end,base",
        rows,
        "Armed and political movements. Naming a group here is no judgement.",
        "Source: UCDP Actor Dataset 22.1 (CC BY 4.0; Pettersson, UCDP, Uppsala "
        f"University); {PROJECT}.",
    )


def _leaders() -> None:
    ranks = {"head_of_state": "4", "viceroy": "2", "party_leader": "3"}
    rows = []
    for row in read_shared("leaders.csv"):
        rank = "5" if row["effective_leader"] else ranks.get(row["role"], "5")
        other = ";".join(filter(None, [row["other_name"]]))
        rows.append(
            [
                state_code(row["state_id"] or row["iso3"]), "GOV", row["title"],
                row["person"].removeprefix("also spelled "), other,
                row["start"], row["end"], rank, row["qid"],
            ]
        )  # fmt: skip
    for row in read_shared("ministers.csv"):
        rank = "4" if row["category"] == "minister_foreign" else "3"
        rows.append(
            [
                state_code(row["iso3"]), "GOV", row["position"], row["person"], "",
                row["start"], row["end"] or row["as_of"], rank, row["qid"],
            ]
        )  # fmt: skip
    write_table(
        "actors/leaders.csv",
        "code,sector,role,person,other,start,end,rank,qid",
        rows,
        "Heads of state and government since 1945, foreign and defence ministers.",
        f"Source: {WIKIDATA}; {FACTBOOK}; Archigos 4.1 by way of globalgov/manystates "
        f"(CC BY 4.0) and REIGN, {FREE_FACTS}; {PROJECT}.",
    )


def _officials() -> None:
    ranks = {"deputy_leader": "3", "spokesperson": "3", "legislature": "2"}
    rows = []
    for row in read_shared("officials.csv"):
        if not row["iso3"]:
            continue
        rank = ranks.get(row["category"], "2")
        if row["category"] in ("minister_other", "other"):
            rank = "1"
        position = row["position"][:60]
        rows.append(
            [
                state_code(row["iso3"]), row["sector"], position, row["person"], "",
                row["start"], row["end"] or row["as_of"], rank, row["qid"],
            ]
        )  # fmt: skip
    write_table(
        "actors/officials.csv",
        "code,sector,role,person,other,start,end,rank,qid",
        rows,
        "Other office holders: ministers, ambassadors, chiefs of staff, speakers.",
        f"Source: {WIKIDATA}.",
    )


if __name__ == "__main__":
    main()
