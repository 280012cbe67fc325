"""Problems as lines on stderr: file, what, what to do."""

from collections import defaultdict
from collections.abc import Iterable

from realpolitik.cli.session import warn
from realpolitik.core.document import Document, Unread
from realpolitik.core.problem import Problem, troubles


def warn_unread(unread: Unread) -> None:
    """Say that a source could not be used at all."""
    warn(f"{unread.source}: {unread.what}; {unread.remedy}")


def warn_document(document: Document) -> bool:
    """Say what is wrong with a document; False if nothing is."""
    found = troubles(document.problems)
    for line in problem_lines(document.source, found):
        warn(line)
    return bool(found)


def problem_lines(source: str, problems: Iterable[Problem]) -> list[str]:
    """Put the problems of one source in lines, those of one kind in one line."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        kinds[problem.kind].append(problem)
    return [_line(source, kind, alike) for kind, alike in kinds.items()]


def _line(source: str, kind: str, alike: list[Problem]) -> str:
    times = f" ({len(alike)} times)" if len(alike) > 1 else ""
    return f"{source}: {kind}{times}: {alike[0].note}"
