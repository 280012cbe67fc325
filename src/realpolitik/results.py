"""Claims and records as people hold them: sequences that turn into tables."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from realpolitik.core.claim import Claim, Party
from realpolitik.core.errors import UsageError
from realpolitik.core.json_form import Json, claim_row
from realpolitik.core.record import Record

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")
Flat = dict[str, str]

_SHOWN = 20  # rows that a notebook shows


@dataclass(frozen=True, slots=True)
class Results(Sequence[T], Generic[T]):
    """A frozen sequence that turns into tables."""

    items: tuple[T, ...] = ()

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> "Results[T]": ...
    def __getitem__(self, index: int | slice) -> "T | Results[T]":
        if isinstance(index, slice):
            return type(self)(self.items[index])
        return self.items[index]

    @abstractmethod
    def rows(self) -> list[Json]:
        """Give JSON objects."""

    @abstractmethod
    def to_arrow(self) -> "pyarrow.Table":
        """Give a typed Arrow table; days are dates."""

    @abstractmethod
    def flat(self) -> list[Flat]:
        """Give rows of plain words, for csv and the screen."""

    def to_pandas(self) -> "pandas.DataFrame":
        """Give a pandas table; UsageError if pandas is not installed."""
        try:
            frame: pandas.DataFrame = self.to_arrow().to_pandas()
        except ModuleNotFoundError as error:
            raise _missing("pandas") from error
        return frame

    def to_polars(self) -> "polars.DataFrame":
        """Give a polars table; UsageError if polars is not installed."""
        try:
            from polars import DataFrame
        except ModuleNotFoundError as error:
            raise _missing("polars") from error
        return DataFrame(self.to_arrow())

    def _repr_html_(self) -> str:
        shown = type(self)(self.items[:_SHOWN]).flat()
        return _table(shown) + f"<p>{len(shown)} of {len(self)}</p>"


@dataclass(frozen=True, slots=True, repr=False)
class Claims(Results[Claim]):
    """Claims in reading order."""

    def rows(self) -> list[Json]:
        """Give one JSON object a claim, with the contract's keys."""
        return [claim_row(claim) for claim in self.items]

    def to_arrow(self) -> "pyarrow.Table":
        """Give the contract's keys as typed, nested columns; days are dates."""
        from realpolitik.result_tables import claims_table

        return claims_table(self.rows())

    def flat(self) -> list[Flat]:
        """Give rows of plain words, for csv and the screen."""
        return flat_rows(self.items)

    def __repr__(self) -> str:
        return f"<{len(self)} claims>"


@dataclass(frozen=True, slots=True, repr=False)
class Records(Results[Record]):
    """Records by day."""

    def rows(self) -> list[Json]:
        """Give one JSON object a record."""
        return [_record_row(record) for record in self.items]

    def to_arrow(self) -> "pyarrow.Table":
        """Give typed columns; days are dates."""
        from realpolitik.result_tables import records_table

        return records_table(self.rows())

    def flat(self) -> list[Flat]:
        """Give rows of plain words, for csv and the screen."""
        return [
            {key: _plain(value) for key, value in row.items()} for row in self.rows()
        ]

    def __repr__(self) -> str:
        return f"<{len(self)} records>"


def flat_rows(claims: Iterable[Claim]) -> list[Flat]:
    """Give claims as rows of plain words with the same columns in the same order.

    Several values in one cell are set apart by a space; an absent value is empty.
    """
    return [_flat_claim(claim) for claim in claims]


def _flat_claim(claim: Claim) -> Flat:
    interval = claim.when.interval if claim.when else None
    cells: dict[str, object] = {
        "claim": claim.id,
        "from": interval.start if interval else None,
        "to": interval.end if interval else None,
        "kind": claim.kind,
        "type": claim.type,
        "mode": claim.mode,
        "actor": _codes(claim.actor),
        "recipient": _codes(claim.recipient),
        "modality": claim.modality,
        "negated": claim.negated,
        "speaker": _codes(claim.speaker),
        "issue": claim.issue,
        "amount": claim.amount.quantity.value if claim.amount else None,
        "unit": claim.amount.quantity.unit if claim.amount else None,
        "certainty": round(claim.certainty, 3),
        "text": claim.text,
        "document": claim.document,
        "sentence": claim.sentence,
    }
    return {name: _plain(value) for name, value in cells.items()}


def _codes(parties: Iterable[Party]) -> list[str]:
    return [_code(party) for party in parties]


def _code(party: Party) -> str:
    code, sector = party.actor.code or "?", party.actor.sector
    return f"{code}.{sector}" if sector else code


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return str(value)


def _record_row(record: Record) -> Json:
    return {
        "record": record.id,
        "kind": record.kind,
        "type": record.type,
        "mode": record.mode,
        "actor": list(record.actor),
        "recipient": list(record.recipient),
        "from": record.start.isoformat() if record.start else None,
        "to": record.end.isoformat() if record.end else None,
        "dated_by": record.dated_by,
        "issue": list(record.issue),
        "modality": record.modality,
        "negated": record.negated,
        "certainty": round(record.certainty, 3),
        "quad": record.quad,
        "intensity": record.intensity,
        "claims": list(record.claims),
        "publishers": list(record.publishers),
    }


def _table(rows: list[Flat]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(name)}</th>" for name in rows[0])
    lines = [_line(row) for row in rows]
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def _line(row: Flat) -> str:
    cells = "".join(f"<td>{escape(value)}</td>" for value in row.values())
    return f"<tr>{cells}</tr>"


def _missing(library: str) -> UsageError:
    return UsageError(
        f"{library} is not installed; install it with: pip install realpolitik[frames]"
    )
