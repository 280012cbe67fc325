"""How a run ends: every error as one line on stderr and the contract's exit code."""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from realpolitik.cli.session import warn
from realpolitik.core.errors import (
    DISK_ERRORS,
    ActorsFileError,
    DiskError,
    KnowledgeError,
    ModelError,
    RealpolitikError,
    UnusableInputError,
)

DONE, UNUSABLE, WRONG_USAGE, WITH_PROBLEMS = 0, 1, 2, 3
INTERRUPTED = 130
BROKEN_PIPE = 141


def ending(group: click.Command, words: Sequence[str]) -> int:
    """Run a command and give the exit code; no expected error shows a trace."""
    _stand_closed_streams()
    _stand_any_encoding()
    try:
        return _run(group, list(words))
    except click.exceptions.Exit as request:
        return request.exit_code
    except (KeyboardInterrupt, click.Abort):
        warn("interrupted; what was reported as done is kept")
        return INTERRUPTED
    except Exception as error:
        return _failed(error, words)


def _run(group: click.Command, words: list[str]) -> int:
    with group.make_context("realpolitik", words) as context:
        code = group.invoke(context)
        sys.stdout.flush()
    return code if isinstance(code, int) else DONE


def _failed(error: Exception, words: Sequence[str]) -> int:
    if isinstance(error, click.ClickException):
        return _wrong_usage(error)
    if isinstance(error, RealpolitikError):
        return _expected(error)
    if isinstance(error, OSError):
        return _machine(error, words)
    return _unexpected(error, words)


def _stand_closed_streams() -> None:
    """Put nothing in the place of streams that were closed before the start."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8")
            setattr(sys, name, nothing)


def _stand_any_encoding() -> None:
    """Print what the terminal cannot show as a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _wrong_usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return WRONG_USAGE
    path = context.command_path if context else "realpolitik"
    warn(f"{path}: {_message(error)}; see: {path} --help")
    return WRONG_USAGE


def _message(error: click.ClickException) -> str:
    message = error.format_message().rstrip(".")
    parameter = getattr(error, "param", None)
    if isinstance(error, click.BadParameter) and parameter is not None:
        names = [*parameter.opts, parameter.human_readable_name]
        if not isinstance(error, click.MissingParameter):
            return f"{names[0]}: {error.message}".rstrip(".")
    return message


def _expected(error: RealpolitikError) -> int:
    for line in error.lines if isinstance(error, ActorsFileError) else [str(error)]:
        warn(line)
    return UNUSABLE if isinstance(error, _FAILURES) else WRONG_USAGE


_FAILURES = (
    ActorsFileError,
    DiskError,
    KnowledgeError,
    ModelError,
    UnusableInputError,
)


def _machine(error: OSError, words: Sequence[str]) -> int:
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    if error.errno in DISK_ERRORS:
        place = error.filename or "the disk"
        warn(f"{place}: {error.strerror}; make room and run the same command again")
        return UNUSABLE
    return _unexpected(error, words)


def _unexpected(error: Exception, words: Sequence[str]) -> int:
    if "--debug" in words or os.environ.get("REALPOLITIK_DEBUG"):
        traceback.print_exc()
    warn(
        f"internal error: {type(error).__name__}: {error}; run again with "
        "realpolitik --debug ... and please report what it prints"
    )
    return UNUSABLE
