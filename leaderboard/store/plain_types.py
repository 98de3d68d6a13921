"""Results of any query as frames of plain column types that every tool can show.

Numbers, texts, dates and lists of them are kept. Structs, maps, blobs, intervals and the like become DuckDB's text for them; dates outside
the years that Python and polars support become text too.
"""

from __future__ import annotations

import re
from itertools import count

import polars as pl
import pyarrow as pa
from duckdb import DuckDBPyRelation

_SIMPLE = r"BOOLEAN|U?(?:TINY|SMALL|BIG)INT|U?INTEGER|FLOAT|DOUBLE|VARCHAR|UUID"
_KEPT = re.compile(rf"(?:{_SIMPLE})(?:\[\])*|DATE|TIME|TIMESTAMP(?:_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE")
_AS_NUMBERS = re.compile(r"U?HUGEINT|DECIMAL\(\d+,\d+\)")
_DAY = 86_400
_UNITS = {"ms": 1e3, "us": 1e6, "ns": 1e9}
#: The first second of the year 1 and the last of the year 9999, counted from 1970.
_FIRST, _LAST = -62_135_596_800, 253_402_300_799
BEYOND = "beyond the years 1 to 9999"


def project(found: DuckDBPyRelation) -> DuckDBPyRelation:
    """The same rows with columns of plain types and distinct names."""
    columns = [
        f"{_plain(f'#{place}', str(kind))} AS {_quoted(name)}"
        for place, (name, kind) in enumerate(zip(_distinct(found.columns), found.types, strict=True), start=1)
    ]
    return found.project(", ".join(columns))


def frame(table: pa.Table) -> pl.DataFrame:
    """The rows as a frame; columns with dates that Python does not support become text."""
    found = pl.DataFrame(pl.from_arrow(table))
    odd = [
        name for name, kind in found.schema.items() if kind in (pl.Date, pl.Datetime) and not found.select(_known(name, kind).all()).item()
    ]
    return found.with_columns(_as_text(name, found.schema[name]) for name in odd)


def _plain(column: str, kind: str) -> str:
    if _KEPT.fullmatch(kind):
        return column
    return f"CAST({column} AS {'DOUBLE' if _AS_NUMBERS.fullmatch(kind) else 'VARCHAR'})"


def _known(name: str, kind: pl.DataType) -> pl.Expr:
    """Whether a date is in the years that Python supports; null for null. Tested on its physical number: other operations panic."""
    scale = 1 / _DAY if kind == pl.Date else _UNITS[str(kind.time_unit)] if isinstance(kind, pl.Datetime) else 1
    return pl.col(name).to_physical().cast(pl.Float64).is_between(_FIRST * scale, _LAST * scale)


def _as_text(name: str, kind: pl.DataType) -> pl.Expr:
    known = _known(name, kind)
    odd = pl.when(known.not_()).then(pl.lit(BEYOND))
    return pl.coalesce(pl.when(known).then(name).cast(pl.String), odd).alias(name)


def _distinct(names: list[str]) -> list[str]:
    """The names, with a number appended to repeated ones (compared without case, as in DuckDB)."""
    taken = {name.lower() for name in names}
    seen: set[str] = set()
    out = []
    for name in names:
        new = name
        if name.lower() in seen:
            new = next(other for number in count(1) if (other := f"{name}_{number}").lower() not in taken)
            taken.add(new.lower())
        seen.add(name.lower())
        out.append(new)
    return out


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
