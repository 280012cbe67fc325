"""From a dossier to the outline of a brief: every section, in reading order.

The order matters: footnotes are numbered as they are first cited.
"""

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index, index
from realpolitik.briefs.names import short_name
from realpolitik.briefs.parts import Listing, Outline
from realpolitik.briefs.prose import counted, day, with_article
from realpolitik.briefs.sections.agreements import agreements
from realpolitik.briefs.sections.course import course
from realpolitik.briefs.sections.disputes import disputes
from realpolitik.briefs.sections.figures import figures
from realpolitik.briefs.sections.headline import headline
from realpolitik.briefs.sections.issues import issues
from realpolitik.briefs.sections.lead import lead
from realpolitik.briefs.sections.method import method, quality
from realpolitik.briefs.sections.outlook import outlook
from realpolitik.briefs.sections.sources import sources
from realpolitik.briefs.sections.stances import stances
from realpolitik.briefs.sections.voices import publishers, speakers
from realpolitik.core.dossier import Dossier
from realpolitik.measures.sureness import sure

__all__ = ["Outline", "outline"]

MOST_UNSURE = 12


def outline(dossier: Dossier) -> Outline:
    """Lay out a brief; the same dossier gives the same outline."""
    found = index(dossier)
    evidence = Evidence(found)
    opening = lead(found, evidence)
    issues_, other_issues = issues(found, evidence)
    agreements_, more_agreements = agreements(found, evidence)
    figures_, more_figures = figures(found, evidence)
    stances_, more_stances = stances(found, evidence)
    ahead = outlook(found, evidence)
    disputes_ = disputes(found, evidence)
    course_ = course(found, evidence)
    unsure = _less_sure(found, evidence)
    sources_, more_sources = sources(found)
    return Outline(
        title=_title(found),
        pair=(dossier.first, dossier.second),
        standfirst=_standfirst(found),
        headline=headline(found),
        lead=opening,
        quality=quality(found),
        course=course_,
        issues=issues_,
        other_issues=other_issues,
        agreements=agreements_,
        more_agreements=more_agreements,
        figures=figures_,
        more_figures=more_figures,
        stances=stances_,
        more_stances=more_stances,
        outlook=ahead,
        disputes=disputes_,
        speakers=speakers(found),
        publishers=publishers(found),
        less_sure=unsure,
        sources=sources_,
        more_sources=more_sources,
        method=method(found),
        footnotes=evidence.footnotes(),
    )


def _title(found: Index) -> str:
    one, two = found.dossier.first, found.dossier.second
    names = (short_name(one, found.names), short_name(two, found.names))
    return f"{names[0]} and {with_article(names[1])}"


def _standfirst(found: Index) -> tuple[str, ...]:
    dossier = found.dossier
    printed = {d.publisher for d in dossier.documents.values() if d.publisher}
    unsure = len(found.records) - len(sure(found.records))
    documents = len(dossier.documents) or dossier.searched or 0
    parts = (
        f"as of {day(dossier.as_of)}" if dossier.as_of else "",
        counted(documents, "document"),
        counted(len(printed), "publisher") if printed else "",
        counted(len(dossier.claims), "claim"),
        counted(len(found.records), "record") if found.records else "",
        f"{unsure} less sure" if unsure else "",
    )
    return tuple(part for part in parts if part)


def _less_sure(found: Index, evidence: Evidence) -> Listing:
    safe = {record.id for record in sure(found.records)}
    unsure = [record for record in found.records if record.id not in safe]
    unsure.sort(key=lambda record: (-record.certainty, record.id))
    return evidence.listing(unsure[:MOST_UNSURE], unsure[MOST_UNSURE:], quoted=True)
