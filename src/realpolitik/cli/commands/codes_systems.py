"""`codes systems`: between what `codes convert` converts."""

from collections.abc import Iterator

import click

from realpolitik.cli.delivering import Delivery, deliver, delivery_options
from realpolitik.cli.session import Session
from realpolitik.cli.shapes import Cell, Shape
from realpolitik.core.json_form import Json
from realpolitik.knowledge.state_codes import System


def _rows(system: System) -> Iterator[Json]:
    yield {
        "system": system.name,
        "title": system.title,
        "aliases": list(system.aliases),
    }


def _cells(system: System) -> Iterator[dict[str, Cell]]:
    aliases = ";".join(system.aliases)
    yield {"system": system.name, "title": system.title, "aliases": aliases}


_COLUMNS = ("system", "title", "aliases")
SYSTEMS = Shape("systems", _rows, _COLUMNS, _cells, _COLUMNS)


@click.command(
    epilog="""\b
Examples:
  realpolitik codes systems
  realpolitik codes systems --format json"""
)
@delivery_options
@click.pass_obj
def command(session: Session, /, *, delivery: Delivery) -> None:
    """List the systems of codes, with the other words by which each is called."""
    from realpolitik.knowledge.state_codes import systems

    deliver(session, systems(), SYSTEMS, delivery)
