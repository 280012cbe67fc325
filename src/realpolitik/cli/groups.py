"""Groups of commands, each of which is imported only when it is called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from realpolitik.cli.session import also_behind
from realpolitik.cli.suggest import nearest


class LazyGroup(click.Group):
    """A group of commands by name, each with the line that lists it.

    `place` is where their modules lie: "package.{}" with the command's name in it.
    """

    def __init__(
        self, *args: Any, listed: Mapping[str, str], place: str, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.listed, self.place = listed, place

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which a user meets them."""
        return list(self.listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in self.listed:
            return None
        module = import_module(self.place.format(cmd_name.replace("-", "_")))
        command: click.Command = module.command
        if not isinstance(command, click.Group):
            also_behind(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for, or name the nearest ones."""
        if args and not args[0].startswith("-") and args[0] not in self.listed:
            known = ", ".join(self.listed)
            hint = nearest(args[0], self.listed) or f"there are {known}"
            raise click.UsageError(f"no command {args[0]!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.listed.items()))
