"""`codes convert`: a state's code in one system from its code in another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import click

from realpolitik.cli import arguments
from realpolitik.cli.delivering import Delivery, deliver, delivery_options
from realpolitik.cli.endings import DONE, UNUSABLE, WITH_PROBLEMS
from realpolitik.cli.session import Session, warn
from realpolitik.cli.shapes import Cell, Shape
from realpolitik.codes import Conversion, explain
from realpolitik.core.json_form import Json


@dataclass(frozen=True, slots=True)
class _Converted:
    """A value with what it became, by system."""

    value: str
    answers: dict[str, Conversion]

    @property
    def cells(self) -> dict[str, Cell]:
        """One cell a system, None where there is no answer."""
        told: dict[str, Cell] = {name: a.answer for name, a in self.answers.items()}
        return {"value": self.value, **told}


@click.command(
    epilog="""\b
Examples:
  realpolitik codes convert 365 --from cow --to iso3 --date 1987-06-01
  realpolitik codes convert RUS FRA --from iso3 --to cow --to gw --to name
  realpolitik codes convert "West Germany" --from name --to cow --date 1980-01-01"""
)
@click.argument("values", nargs=-1, required=True, metavar="VALUE...")
@click.option(
    "--from",
    "origin",
    required=True,
    type=arguments.code_system,
    metavar="SYSTEM",
    help="System of the values: iso3, iso2, iso-numeric, cow, gw, fips, name ...",
)
@click.option(
    "--to",
    "targets",
    required=True,
    multiple=True,
    type=arguments.code_system,
    metavar="SYSTEM",
    help="System that is wanted; may be given several times.",
)
@click.option(
    "--date",
    "day",
    type=arguments.day,
    metavar="DAY",
    help="The day for which it is asked [default: now].",
)
@delivery_options
@click.pass_obj
def command(
    session: Session,
    /,
    values: tuple[str, ...],
    *,
    origin: str,
    targets: tuple[str, ...],
    day: date | None,
    delivery: Delivery,
) -> int:
    """Convert codes or names of states from one system to others.

    What a system does not have on that day stays empty, and a line on stderr says
    why; the exit code is then 3, and 1 if nothing at all was found.
    """
    found = [
        _Converted(v, {target: explain(v, origin, target, day) for target in targets})
        for v in values
    ]
    deliver(session, found, _shape(targets), delivery)
    for converted in found:
        reasons = dict.fromkeys(a.why for a in converted.answers.values() if a.why)
        for reason in reasons:
            warn(f"{converted.value}: {reason}")
    return _code(found)


def _shape(targets: tuple[str, ...]) -> Shape[_Converted]:
    columns = ("value", *dict.fromkeys(targets))
    return Shape("codes", _rows, columns, _cells, columns)


def _rows(converted: _Converted) -> Iterator[Json]:
    yield dict(converted.cells)


def _cells(converted: _Converted) -> Iterator[dict[str, Cell]]:
    yield converted.cells


def _code(found: list[_Converted]) -> int:
    answers = [a.answer for converted in found for a in converted.answers.values()]
    if not any(answers):
        return UNUSABLE
    return DONE if all(answers) else WITH_PROBLEMS
