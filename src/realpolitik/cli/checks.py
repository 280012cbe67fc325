"""Checks of the installation and of a project: what was found, and what to do."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from realpolitik.cli.words import count_words
from realpolitik.core.errors import RealpolitikError

if TYPE_CHECKING:
    from realpolitik.store.store import Store

LIBRARIES = {
    "charset-normalizer": "charset_normalizer",
    "click": "click",
    "duckdb": "duckdb",
    "jinja2": "jinja2",
    "numpy": "numpy",
    "onnxruntime": "onnxruntime",
    "pyarrow": "pyarrow",
    "rich": "rich",
    "tokenizers": "tokenizers",
    "trafilatura": "trafilatura",
    "zstandard": "zstandard",
}
_SENTENCE = "Russia and Israel signed a trade agreement."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `remedy` is None where all is well."""

    name: str
    found: str
    remedy: str | None = None


def installation_checks() -> Iterator[Check]:
    """Look at Python, the libraries, the reader, the knowledge and the examples."""
    yield _python()
    for package, module in LIBRARIES.items():
        yield _library(package, module)
    yield from _guarded("reader", _reader)
    yield from _guarded("knowledge", _knowledge)
    yield from _guarded("reading", _reading)
    yield from _guarded("examples", _examples)


def project_checks(folder: Path) -> Iterator[Check]:
    """Look at a project's layout, tables, lock and originals."""
    yield from _guarded("project", lambda: _project(folder))
    yield from _guarded("originals", lambda: _originals(folder))


def _guarded(name: str, look: Callable[[], Check]) -> Iterator[Check]:
    try:
        yield look()
    except RealpolitikError as error:
        what, _, remedy = str(error).partition("; ")
        yield Check(name, what, remedy or "reinstall realpolitik")
    except Exception as error:
        found = f"{type(error).__name__}: {error}"
        yield Check(name, found, "pip install --force-reinstall realpolitik")


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    old = sys.version_info < (3, 11)
    return Check("Python", found, "install Python 3.11 or newer" if old else None)


def _library(package: str, module: str) -> Check:
    remedy = f"pip install --force-reinstall {package}"
    try:
        import_module(module)
        return Check(package, version(package))
    except PackageNotFoundError:
        return Check(package, "not installed", remedy)
    except Exception as error:  # a native library may fail in any way
        return Check(package, f"cannot be loaded: {error}", remedy)


def _reader() -> Check:
    from realpolitik.reading.reader import MODEL, Reader

    card = Reader.load().sight.card
    known = card.about.get("files", {})
    found, wrong = [], []
    for path in sorted(MODEL.iterdir()):
        digest = sha256(path.read_bytes()).hexdigest()
        found.append(f"{path.name} {digest[:12]}")
        if known.get(path.name, digest) != digest:
            wrong.append(path.name)
    remedy = f"changed: {', '.join(wrong)}; reinstall realpolitik" if wrong else None
    return Check("reader", f"version {card.version}; {', '.join(found)}", remedy)


def _knowledge() -> Check:
    from realpolitik.knowledge import directory
    from realpolitik.resolving.resolver import Resolver

    Resolver.load()
    return Check("knowledge", count_words(len(directory.known_names()), "code"))


def _reading() -> Check:
    from realpolitik.core.document import RawDocument
    from realpolitik.pipeline import Pipeline

    raw = RawDocument("doctor", _SENTENCE.encode(), format="text")
    claims = Pipeline.load().read(raw).claims
    remedy = None if claims else "reinstall realpolitik and report this sentence"
    found = f"{count_words(len(claims), 'claim')} in: {_SENTENCE}"
    return Check("reading", found, remedy)


def _examples() -> Check:
    from realpolitik.cli.commands.demo import example_documents

    number = sum(path.is_file() for path in example_documents().rglob("*"))
    return Check("examples", count_words(number, "document"))


def _impatient(folder: Path) -> "Store":
    """Open a store that does not wait long for another process."""
    from realpolitik.store.store import Store

    store = Store.open(folder)
    return replace(store, settings=replace(store.settings, wait=1.0))


def _project(folder: Path) -> Check:
    store = _impatient(folder)
    counts = store.counts()
    claims = count_words(sum(counts.claims.values()), "claim")
    documents = count_words(counts.documents, "document")
    found = f"{folder}: layout {store.settings.layout}, {documents}, {claims}"
    return Check("project", found)


def _originals(folder: Path) -> Check:
    from realpolitik.store.originals import original_bytes
    from realpolitik.store.session import Tables

    store = _impatient(folder)
    with Tables(folder, store.settings.wait, store.waiting).reading() as connection:
        rows = connection.execute("SELECT DISTINCT sha256 FROM documents").fetchall()
    named = sorted(str(row[0]) for row in rows)
    for name in named:
        original_bytes(folder, name)
    root = folder / "originals"
    kept = {f"{p.parent.name}{p.name}" for p in root.rglob("*") if p.is_file()}
    orphans = len(kept.difference(named))
    found = f"{count_words(len(named), 'original')} read and hashed"
    if not orphans:
        return Check("originals", found)
    files = count_words(orphans, "file")
    return Check(
        "originals",
        f"{found}; {files} without a document (an add was cut off)",
        "add the same documents again; leftovers do no harm",
    )
