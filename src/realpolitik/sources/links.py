"""What a list leads to: each address fetched once, however often it is named."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.opening import Opening


def fetch_one(address: str, opening: Opening) -> Iterator[RawDocument | Unread]:
    """Give the documents at an address; what was fetched already gives nothing."""
    web = opening.web
    if web is None or address in opening.budget.visited:
        return
    opening.budget.visited.add(address)
    try:
        page = web.fetch(address)
    except UnreadableError as error:
        yield Unread(address, error.what, error.remedy)
        return
    told = replace(page, content=b"")
    yield from opening.read(io.BytesIO(page.content), told)


def fetch_all(
    addresses: Sequence[str], *, told: RawDocument, opening: Opening, what: str
) -> Iterator[RawDocument | Unread]:
    """Give the documents at each address that a list (`told`) names.

    Where nothing may be fetched, one Unread says so for all of them.
    """
    web = opening.web
    if not addresses:
        return
    if web is None or web.policy.offline:
        yield Unread(
            told.source,
            f"its {len(addresses)} {what} are not fetched: --offline is on",
            "leave --offline away",
        )
        return
    try:
        inside = opening.inside()
    except UnreadableError as error:
        what = "lists lead to lists more than three times"
        yield Unread(told.source, what, error.remedy)
        return
    for address in addresses:
        if address in {told.source, told.url}:
            itself = f"{told.source}:itself"
            yield Unread(itself, "the list names itself", "take that line out")
        else:
            yield from fetch_one(address, inside)
