"""What holds for one run of the program: its project folder, silence and colour."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from realpolitik.core.errors import UsageError

if TYPE_CHECKING:
    from realpolitik.knowledge.own_actors import OwnActors
    from realpolitik.project import Project
    from realpolitik.sources.web import Web


@dataclass(frozen=True, slots=True)
class Session:
    """The global options as given; every command gets it as `context.obj`."""

    project: Path | None = None
    quiet: bool = False
    colour: bool = True
    offline: bool = False

    def open(self) -> "Project":
        """Open the project: the one named, else the current folder if it is one."""
        from realpolitik.project import Project

        if self.project is None and not Path("project.toml").exists():
            raise UsageError(
                "the current folder is no project; name one with -p FOLDER, "
                "or make one with: realpolitik init FOLDER"
            )
        return Project.open(self.project or Path())

    def web(self) -> "Web":
        """Give the web as this run may use it."""
        from realpolitik.sources.fetching.policy import Policy
        from realpolitik.sources.web import Web

        return Web(Policy(offline=self.offline))

    def actors(self) -> "OwnActors":
        """Give the own actors of the project at hand; none where there is no project.

        ActorsFileError if its file has faults.
        """
        from realpolitik.knowledge.own_actors import NONE
        from realpolitik.project import Project

        folder = self.project or Path()
        if not (folder / "project.toml").exists():
            return NONE
        return Project.open(folder).actors()

    def named_actors_file(self) -> Path | None:
        """Give the own actors of a project that the user named, None without them."""
        from realpolitik.project import Project

        return Project.open(self.project).actors_file if self.project else None

    def say(self, message: str) -> None:
        """Tell the user something that is no result and no problem."""
        if not self.quiet:
            warn(message)


def warn(message: str) -> None:
    """Print one line on stderr, whatever the message holds."""
    click.echo(" ".join(message.split()), err=True)


def at_terminal() -> bool:
    """Say whether a person reads the results as they come."""
    return sys.stdout.isatty()


def _name_project(
    context: click.Context, _parameter: click.Parameter, folder: Path | None
) -> None:
    if folder is not None:
        context.obj = replace(context.obj or Session(), project=folder)


def also_behind(command: click.Command) -> None:
    """Let the options that hold for all commands stand behind this one, too."""
    known = {name for parameter in command.params for name in parameter.opts}
    for names, told in _GLOBAL.items():
        if known.isdisjoint(names):
            command.params.append(
                click.Option(
                    list(names),
                    is_flag=True,
                    hidden=True,  # the help of the program lists them
                    expose_value=False,
                    callback=_telling(told),
                )
            )


_GLOBAL: dict[tuple[str, ...], dict[str, bool]] = {
    ("-q", "--quiet"): {"quiet": True},
    ("--offline",): {"offline": True},
    ("--no-color",): {"colour": False},
    ("--debug",): {},
}


def _telling(
    told: dict[str, bool],
) -> Callable[[click.Context, click.Parameter, bool], None]:
    def tell(context: click.Context, _parameter: click.Parameter, given: bool) -> None:
        if given:
            context.obj = _with(context.obj or Session(), told)

    return tell


def _with(session: Session, told: dict[str, bool]) -> Session:
    return replace(
        session,
        quiet=told.get("quiet", session.quiet),
        offline=told.get("offline", session.offline),
        colour=told.get("colour", session.colour),
    )


project_option = click.option(
    "-p",
    "--project",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    callback=_name_project,
    expose_value=False,
    is_eager=True,  # the project's own actors are known before the other options
    help="The project's folder; may also stand before the command.",
)
