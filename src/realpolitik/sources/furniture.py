"""What lies beside texts and never is one: pictures, scripts, styles, fonts."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from realpolitik.core.document import Unread

_SUFFIXES = frozenset(
    (
        ".avi",
        ".bmp",
        ".css",
        ".cur",
        ".eot",
        ".gif",
        ".ico",
        ".jpeg",
        ".jpg",
        ".js",
        ".map",
        ".mjs",
        ".mov",
        ".mp3",
        ".mp4",
        ".ogg",
        ".otf",
        ".png",
        ".svg",
        ".tif",
        ".tiff",
        ".ttf",
        ".wav",
        ".webm",
        ".webp",
        ".woff",
        ".woff2",
    )
)
_HIDDEN = ("__MACOSX",)


def furniture_kind(name: str) -> str | None:
    """Give the ending of a file that holds no text, or say that it is hidden.

    >>> furniture_kind("a/logo.PNG"), furniture_kind("a/page.html")
    ('.png', None)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.name.startswith(".") or any(part in _HIDDEN for part in path.parts):
        return "hidden"
    suffix = path.suffix.lower()
    return suffix if suffix in _SUFFIXES else None


def leads_out(name: str) -> bool:
    r"""Tell a name inside of an archive that means a place outside of it.

    >>> leads_out("../../etc/passwd"), leads_out("C:\\x"), leads_out("a/b..txt")
    (True, True, False)
    """
    path = name.replace("\\", "/")
    return path.startswith("/") or path[1:3] == ":/" or ".." in path.split("/")


def left_out(source: str, furniture: Counter[str], *, files: int) -> Iterator[Unread]:
    """Say what there was where there was no file to read."""
    if files:
        return
    remedy = "give an archive with texts, pages or tables"
    if not furniture:
        yield Unread(source, "the archive holds no files to read", remedy)
        return
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(furniture.items()))
    yield Unread(source, f"the archive holds no texts, only {kinds}", remedy)
