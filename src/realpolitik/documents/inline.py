"""Markup inside a line of Markdown: emphasis, links, code, entities, escapes."""

import re
from collections.abc import Iterator
from html import unescape

from realpolitik.documents.blocks import Piece
from realpolitik.documents.tracing import spaced

LONGEST_LINE = 20_000

_LINK = re.compile(
    r"""(?P<image>!)?(?P<open>\[)(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)
    (?P<close>\](?:\((?:[^()\s]|\([^()]*\))*(?:\s+["'(][^"')]*["')])?\)|\[[^\[\]]*\]))""",
    re.VERBOSE,
)
_DROPPED = re.compile(r"<!--.*?-->|</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|\[\^[^\[\]]+\]")
_AUTOLINK = re.compile(r"(?P<open><)(?P<text>(?:https?|mailto):[^<>\s]+)(?P<close>>)")
_CODE = re.compile(r"(?P<open>`+)(?P<text>[^`]+)(?P<close>(?P=open))")
_EMPHASIS = (
    re.compile(r"(?P<open>\*{3})(?=\S)(?P<text>[^*]+)(?<=\S)(?P<close>\*{3})"),
    re.compile(r"(?P<open>\*{2})(?=\S)(?P<text>.+?)(?<=\S)(?P<close>\*{2})"),
    re.compile(r"(?P<open>(?<!\*)\*)(?=[^\s*])(?P<text>[^*]+)(?<=\S)(?P<close>\*)"),
    re.compile(
        r"(?P<open>(?<!\w)_{1,3})(?=\S)(?P<text>[^_]+|.+?)(?<=\S)(?P<close>(?P=open))(?!\w)"
    ),
    re.compile(r"(?P<open>~~)(?=\S)(?P<text>.+?)(?<=\S)(?P<close>~~)"),
)
_SIGN = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});"
)
_BOLD = re.compile(r"\s*(?:\*\*|__)(?=\S)(.+?)(?<=\S)(?:\*\*|__)")


def inline_pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """Give the text of a line without its markup, as pieces of the source.

    >>> text = "The **EU** and [Russia](http://x.org) *met* &amp; spoke"
    >>> "".join(piece.text for piece in inline_pieces(text, 0, len(text)))
    'The EU and Russia met & spoke'

    A line of more than LONGEST_LINE characters is no prose and is taken as it stands.
    """
    dropped = _dropped(source[start:end]) if end - start <= LONGEST_LINE else set()
    position = 0
    for low, high in sorted(dropped):
        if low > position:
            yield from _with_signs(source, start + position, start + low)
        position = max(position, high)
    if start + position < end:
        yield from _with_signs(source, start + position, end)


def bold_length(source: str, start: int, end: int) -> int:
    """Count the characters of text in bold at the start of a line.

    >>> bold_length("**Putin:** Thank you.", 0, 21)
    6
    """
    match = _BOLD.match(source, start, end)
    if match is None:
        return 0
    pieces = inline_pieces(source, match.start(1), match.end(1))
    return len("".join(piece.text for piece in pieces).strip())


def _dropped(line: str) -> set[tuple[int, int]]:
    """Find the spans of a line that are markup; code is not looked into."""
    found = {match.span() for match in _DROPPED.finditer(line)}
    code = [match for match in _CODE.finditer(line)]
    found |= {span for match in code for span in _ends(match)}
    inside = {place for match in code for place in range(*match.span())}
    for match in [*_AUTOLINK.finditer(line), *_LINK.finditer(line)]:
        found |= _ends(match)
    masked = "".join(
        " " if place in inside else character for place, character in enumerate(line)
    )
    masked = re.sub(r"\\.", "  ", masked)
    for pattern in _EMPHASIS:
        for match in pattern.finditer(masked):
            spans = _ends(match)
            found |= spans
            masked = _blanked(masked, spans)
    return found


def _blanked(line: str, spans: set[tuple[int, int]]) -> str:
    """Put signs that are no markup in place of found markup, so it counts once."""
    for low, high in spans:
        line = line[:low] + "\x00" * (high - low) + line[high:]
    return line


def _ends(match: re.Match[str]) -> set[tuple[int, int]]:
    if match.groupdict().get("image"):
        return {match.span()}
    return {match.span("open"), match.span("close")}


def _with_signs(source: str, start: int, end: int) -> Iterator[Piece]:
    """Read escapes and entities as the character they stand for."""
    position = start
    for match in _SIGN.finditer(source, start, end):
        yield from spaced(source, position, match.start())
        text = match.group(1) or unescape(match.group())
        yield Piece(" " if text.isspace() else text, match.span(), verbatim=False)
        position = match.end()
    yield from spaced(source, position, end)
