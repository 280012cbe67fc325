"""Stances: who is for or against what, in the text's own words."""

from realpolitik.briefs.evidence import Evidence, excerpt, varied
from realpolitik.briefs.index import Index
from realpolitik.briefs.names import codes, named
from realpolitik.briefs.parts import Stance
from realpolitik.briefs.prose import plain, sentence_case
from realpolitik.briefs.sections.choice import newest
from realpolitik.briefs.sentences import LONGEST_ABOUT, position, speakers
from realpolitik.core.record import Record
from realpolitik.measures.sureness import sure

MOST = 16


def stances(index: Index, evidence: Evidence) -> tuple[tuple[Stance, ...], int]:
    """List the stances, those of the two themselves first, the newest first."""
    pair = {index.dossier.first, index.dossier.second}
    found = newest(r for r in sure(index.records) if r.kind == "stance")
    found.sort(key=lambda record: not pair & set(record.actor))
    kept = sorted(found[:MOST], key=lambda record: record.actor)
    rows = tuple(_stance(record, index, evidence) for record in kept)
    return rows, len(found) - len(rows)


def _stance(record: Record, index: Index, evidence: Evidence) -> Stance:
    reports = index.reports(record)
    face, shown = reports[0], varied(reports)
    holder = named(face.actor, index.names)
    toward = named(face.recipient, index.names)
    own = codes(face.speaker) == codes(face.actor)
    about = face.about or face.trigger
    return Stance(
        holder=sentence_case(holder.text) if holder else "A party not named",
        position=position(face),
        about=plain(about.text, longest=LONGEST_ABOUT),
        toward=toward.text if toward and toward.text != about.text else None,
        said_by=None if own else speakers(face, index.names),
        when=index.dated(record),
        notes=evidence.cite(shown),
        more=len(reports) - len(shown),
        quote=excerpt(face),
    )
