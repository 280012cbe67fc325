"""The relationship of two actors on one screen, every number with its records."""

from dataclasses import dataclass

from realpolitik.core.dossier import Dossier
from realpolitik.core.dyad import Dyad
from realpolitik.core.record import Record
from realpolitik.measures.agreements import Agreement, agreements
from realpolitik.measures.between import is_between
from realpolitik.measures.counts import Counts, count, count_directions
from realpolitik.measures.figures import Figure, figures
from realpolitik.measures.happenings import happened
from realpolitik.measures.intensity import Intensity, intensity
from realpolitik.measures.outlook import Outlook, outlook
from realpolitik.measures.speakers import Speaker, speakers
from realpolitik.measures.stances import Stance, stances
from realpolitik.measures.sureness import sure
from realpolitik.measures.visits import Visit, visits


@dataclass(frozen=True, slots=True)
class DyadView:
    """What a project holds on two actors, measured.

    `course` counts happenings between them by month or year, `towards` those of the
    first on the second, `back` those of the second on the first, by year. `latest` are
    the happenings between them, those of the newest days first; `beside` those on which
    both take part, but that others did to both, or both to others: these are in no
    count. Only records that are sure enough are measured; `less_sure` are the others.
    """

    dossier: Dossier
    course: Counts
    towards: Counts
    back: Counts
    intensity: tuple[Intensity, ...]
    latest: tuple[Record, ...]
    beside: tuple[Record, ...]
    agreements: tuple[Agreement, ...]
    visits: tuple[Visit, ...]
    figures: tuple[Figure, ...]
    stances: tuple[Stance, ...]
    outlook: Outlook
    speakers: tuple[Speaker, ...]
    less_sure: tuple[Record, ...]

    @property
    def dyad(self) -> Dyad:
        """The two actors, in the order in which they were asked for."""
        return Dyad(self.dossier.first, self.dossier.second)


def view_of(dossier: Dossier) -> DyadView:
    """Measure what a dossier holds."""
    records = sure(dossier.records)
    claims = {claim.id: claim for claim in dossier.claims}
    first, second = dossier.first, dossier.second
    happenings = sorted(filter(happened, records), key=_latest, reverse=True)
    between = [r for r in happenings if is_between(r, first, second)]
    directions = count_directions(between)
    nothing = Counts("year", (), ())
    return DyadView(
        dossier=dossier,
        course=count(between),
        towards=directions.get((first, second), nothing),
        back=directions.get((second, first), nothing),
        intensity=tuple(intensity(between)),
        latest=tuple(between),
        beside=tuple(r for r in happenings if r not in set(between)),
        agreements=tuple(agreements(records, claims)),
        visits=tuple(visits(records, claims)),
        figures=tuple(figures(records, claims)),
        stances=tuple(stances(records, claims)),
        outlook=outlook(records, claims, as_of=dossier.as_of),
        speakers=tuple(speakers(dossier.claims, dossier.documents)),
        less_sure=tuple(r for r in dossier.records if r not in set(records)),
    )


def _latest(record: Record) -> tuple[str, str]:
    day = record.start or record.end
    return day.isoformat() if day else "", record.id
