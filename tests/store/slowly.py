"""A process that adds slowly: `python -m tests.store.slowly FOLDER COUNT SECONDS`.

Prints the source of each document as it is told as done; errors go to stderr as one line.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from realpolitik import adding, progress
from realpolitik.core.document import RawDocument
from realpolitik.core.errors import ProjectError
from realpolitik.store.store import Store
from tests.store.making import raw, read_by_hand


def main(folder: str, count: str, seconds: str) -> int:
    adding.BATCH_SECONDS = 0.3

    def read(sources: Iterable) -> Iterator:
        for source in sources:
            time.sleep(float(seconds))
            yield read_by_hand(source)

    def tell(done: progress.Progress) -> None:
        print(done.result, done.source, flush=True)

    sources = (row(number) for number in range(int(count)))
    print("begins", flush=True)
    try:
        adding.add_documents(
            Store.open(Path(folder)),
            sources,
            way=adding.ReadingWay("1", read),
            wishes=progress.Wishes(tell=tell),
        )
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    except progress.AddInterruptedError as error:
        print(error, file=sys.stderr)
        return 130
    return 0


def row(number: int) -> RawDocument:
    text = f"RUS ISR {'talk ' * 800}{number}"
    return raw(text, str(number), id=str(number))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
