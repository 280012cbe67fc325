"""Things to where the user wants them: a table on the screen, else rows in a form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from realpolitik.cli.formats import check_sink, format_for, format_option, write
from realpolitik.cli.outputs import check_writable, output, output_option
from realpolitik.cli.session import Session, at_terminal
from realpolitik.cli.shapes import Shape

T = TypeVar("T")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Delivery:
    """The form in which things are wanted, and the file, None for stdout."""

    form: str
    path: Path | None = None

    @classmethod
    def asked(cls, name: str | None, path: Path | None) -> "Delivery":
        """Take what the user said of form and file; UsageError if it cannot be."""
        form = format_for(name, path)
        check_sink(form, path)
        check_writable(path)
        return cls(form, path)


def deliver(
    session: Session, items: Iterable[T], shape: Shape[T], delivery: Delivery
) -> None:
    """Write things as a table as wide as the screen, or in the form asked for."""
    if delivery.path is None and delivery.form == "table" and at_terminal():
        from realpolitik.cli.screen import console
        from realpolitik.cli.tables import print_table

        print_table(console(session), items, shape)
        return
    with output(delivery.path) as sink:
        write(items, shape, delivery.form, sink)


def delivery_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """Give a command --format and -o; it gets them as one argument, `delivery`."""

    @wraps(command)
    def with_delivery(*args: Any, **options: Any) -> Result:
        asked = Delivery.asked(options.pop("format_name"), options.pop("path"))
        return command(*args, delivery=asked, **options)

    return format_option(output_option(with_delivery))
