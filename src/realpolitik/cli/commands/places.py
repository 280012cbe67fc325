"""`places`: what the gazetteer knows of a name, and which place a text would mean."""

import json
from typing import TYPE_CHECKING, Any

import click

from realpolitik.cli.session import Session, at_terminal

if TYPE_CHECKING:
    from realpolitik.core.place import Place
    from realpolitik.knowledge.gazetteer import Spot
    from realpolitik.resolving.surroundings import Surroundings

_COLUMNS = ("place", "feature", "country", "region", "lat", "lon", "people")
_EXAMPLES = """\b
Examples:
  realpolitik places lookup Tripoli
  realpolitik places lookup Tripoli --near Lebanon
  realpolitik places lookup London --near Ontario --format json"""


@click.group(epilog=_EXAMPLES)
def command() -> None:
    """Look places up in the shipped gazetteer."""


@command.command(epilog=_EXAMPLES)
@click.argument("name")
@click.option(
    "--near",
    metavar="PLACE",
    multiple=True,
    help="A state, region or city that the text names too; may be given again.",
)
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json")),
    default="table",
    help="Lines for people, or one JSON list [default: table].",
)
@click.pass_obj
def lookup(
    session: Session, /, name: str, near: tuple[str, ...], limit: int, form: str
) -> None:
    """List the places of a NAME, the one that a text would mean first."""
    from realpolitik.resolving.places import candidates

    found = candidates(name, around=_around(near))[:limit]
    rows = [_row(place, spot) for place, spot in found]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False))
    else:
        _print(rows)
    if not rows:
        session.say(f"no place is known as {name!r}; try its English name")


def _around(near: tuple[str, ...]) -> "Surroundings":
    """Take what stands near as if a text named it."""
    from realpolitik.resolving.atlas import named_beside

    unknown = [name for name in near if not _is_known(name)]
    if unknown:
        raise click.BadParameter(
            f"no state, region or city is known as {unknown[0]!r}",
            param_hint="'--near'",
        )
    return named_beside(near)


def _is_known(name: str) -> bool:
    from realpolitik.knowledge.names import code_of
    from realpolitik.resolving.places import candidates

    return bool(candidates(name) or (name.isupper() and code_of(name)))


def _row(place: "Place", spot: "Spot | None") -> dict[str, Any]:
    from realpolitik.knowledge.gazetteer import regions

    region = regions().get(spot.region or "") if spot else None
    return {
        "place": place.name,
        "feature": place.feature,
        "country": place.country,
        "region": region.name if region else None,
        "lat": place.latitude,
        "lon": place.longitude,
        "people": spot.people if spot else None,
    }


def _print(rows: list[dict[str, Any]]) -> None:
    cells = [["" if row[c] is None else str(row[c]) for c in _COLUMNS] for row in rows]
    if not at_terminal():
        for line in cells:
            click.echo("\t".join(line))
        return
    table = [list(_COLUMNS), *cells] if cells else []
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for line in table:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())
