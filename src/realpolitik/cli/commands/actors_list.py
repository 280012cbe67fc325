"""`actors list`: who and what belongs to a state or organisation on a day."""

from datetime import date

import click

from realpolitik.cli import arguments
from realpolitik.cli.actor_shapes import ENTRIES
from realpolitik.cli.delivering import Delivery, deliver, delivery_options
from realpolitik.cli.endings import DONE, UNUSABLE
from realpolitik.cli.session import Session, project_option, warn

KINDS = ("person", "body", "movement")


@click.command(
    epilog="""\b
Examples:
  realpolitik actors list --country ISR --on 1996-01-01
  realpolitik actors list --country Russia --on 2010-06-01 --kind person
  realpolitik actors list --country LBN --on 2006-07-12 --sector REB --format json"""
)
@click.option(
    "--country",
    "code",
    required=True,
    type=arguments.actor,
    metavar="ACTOR",
    help="State or organisation, by code or name.",
)
@click.option(
    "--on",
    "day",
    type=arguments.day,
    metavar="DAY",
    help="Only what held on this day.",
)
@click.option("--kind", type=click.Choice(KINDS), help="Only persons, bodies ...")
@click.option(
    "--sector", type=arguments.sector, metavar="SECTOR", help="GOV, MIL, REB ..."
)
@delivery_options
@project_option
@click.pass_obj
def command(
    session: Session,
    /,
    code: str,
    *,
    day: date | None,
    delivery: Delivery,
    **only: str | None,
) -> int:
    """List persons in office, organs, parties, companies and movements on a day.

    Leaders come first. Ministers other than of foreign affairs and defence are known
    from 2000 on.
    """
    from realpolitik.knowledge.own_actors import using
    from realpolitik.knowledge.roster import entries_of

    iso = day.isoformat() if day else None
    with using(session.actors()):
        entries = entries_of(code, iso)
    wanted = [
        entry
        for entry in entries
        if only["kind"] in (None, entry.kind) and only["sector"] in (None, entry.sector)
    ]
    deliver(session, wanted, ENTRIES, delivery)
    if wanted:
        return DONE
    warn(f"{code}: the directory lists nothing of that{f' on {iso}' if iso else ''}")
    return UNUSABLE
