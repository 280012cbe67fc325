"""The filters of claims on the command line, as one Selection."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from shlex import quote
from typing import Any, TypeVar

import click

from realpolitik.cli import arguments
from realpolitik.cli.words import count_words
from realpolitik.core.selection import Selection

Result = TypeVar("Result")

_OPTIONS = (
    click.option("--actor", type=arguments.actor, metavar="ACTOR", help="Who does it."),
    click.option(
        "--recipient", type=arguments.actor, metavar="ACTOR", help="To whom it is done."
    ),
    click.option(
        "--dyad",
        type=(arguments.actor, arguments.actor),
        metavar="A B",
        help="Both take part, in either direction.",
    ),
    click.option(
        "--kind",
        type=arguments.kind,
        metavar="KIND",
        help=f"One of {', '.join(arguments.KINDS)}.",
    ),
    click.option(
        "--type",
        type=arguments.claim_type,
        metavar="TYPE",
        help="Type of the codebook: CONSULT, SANCTION, favour, exports ...",
    ),
    click.option(
        "--issue",
        type=arguments.issue,
        metavar="ISSUE",
        help="Issue of the codebook: trade, nuclear, peace-process ...",
    ),
    click.option(
        "--since",
        type=arguments.first_day,
        metavar="DAY",
        help="From this day on; a year or a month will do.",
    ),
    click.option(
        "--until",
        type=arguments.last_day,
        metavar="DAY",
        help="Up to the end of this day, month or year.",
    ),
    click.option(
        "--modality",
        type=arguments.modality,
        metavar="MODALITY",
        help=f"One of {', '.join(arguments.MODALITIES)}.",
    ),
    click.option(
        "--speaker", type=arguments.actor, metavar="ACTOR", help="Who says so."
    ),
    click.option(
        "--document",
        metavar="ID",
        help="Claims of this document only, by its id or the first characters of it.",
    ),
    click.option(
        "--min-certainty",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="NUMBER",
        help="Least certainty of the reader, 0 to 1.",
    ),
)
_NAMES = (
    *("actor", "recipient", "dyad", "kind", "type", "issue", "since", "until"),
    *("modality", "speaker", "document", "min_certainty"),
)


def selection_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """Give a command the filters; it gets them as one argument, `selection`."""

    @wraps(command)
    def with_selection(*args: Any, **options: Any) -> Result:
        chosen = {name: options.pop(name) for name in _NAMES}
        return command(*args, selection=Selection(**chosen), **options)

    wrapped: Callable[..., Result] = with_selection
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def filters_in(selection: Selection) -> dict[str, str]:
    """Give the filters that are set, by option, as the user would write them."""
    given = {name: getattr(selection, name) for name in _NAMES}
    return {
        f"--{name.replace('_', '-')}": _as_written(value)
        for name, value in given.items()
        if value
    }


def why_empty(selection: Selection, alone: dict[str, int], total: int) -> str:
    """Say which filters excluded everything; `alone` counts claims by one filter."""
    if total == 0:
        return "no claims: the project holds none yet; add documents first"
    written = filters_in(selection)
    barren = [option for option in written if alone.get(option) == 0]
    words = ", ".join(f"{option} {written[option]}" for option in barren or written)
    held = count_words(total, "claim")
    if barren:
        return f"no claims: of {held} in the project none passes {words}"
    return f"no claims: of {held} in the project none passes all of {words} together"


def nothing_between(folder: Path, first: str, second: str) -> str:
    """Say that a project holds no claims on a pair, and where to look."""
    return (
        f"no claims with both {first} and {second} in {folder}; "
        f"see: realpolitik -p {quote(str(folder))} claims --actor {first}"
    )


def _as_written(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)
