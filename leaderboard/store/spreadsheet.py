"""Tables as CSV that is safe to open in a spreadsheet.

Titles, names and quotes come from papers. A spreadsheet evaluates a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break
as a formula, so such a cell gets an apostrophe in front, which spreadsheets read as "this is text". Signed numbers are left alone.
"""

from __future__ import annotations

import polars as pl

#: Most rows below the header that a spreadsheet opens.
MOST_ROWS = 1_048_576 - 1

# What a spreadsheet may evaluate, also after blanks that it strips; it may turn the full-width signs into ASCII ones.
_RISKY = r"^[\s\x00]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]"
_NUMBER = r"^[+\-]?[0-9][0-9.,]*(?:[eE][+\-]?[0-9]+)?\s?[%\u2030]?$"


def to_csv(frame: pl.DataFrame) -> str:
    """The table as CSV text with a header line; list items are joined by ``; ``, missing values are empty cells.

    >>> print(to_csv(pl.DataFrame({"title": ["=HYPERLINK(1)", "Plain"], "quote": ["+5.3%", "-x"], "of": [["A", "B"], None]})), end="")
    title,quote,of
    '=HYPERLINK(1),+5.3%,A; B
    Plain,'-x,
    """
    return guarded(frame).write_csv()


def guarded(frame: pl.DataFrame) -> pl.DataFrame:
    """The table with every text cell and column name that a spreadsheet would evaluate escaped; nested values become text."""
    flat = frame.with_columns(_flat(name, kind) for name, kind in frame.schema.items())
    text = [name for name, kind in flat.schema.items() if kind == pl.String]
    return flat.with_columns(_harmless(pl.col(name)).alias(name) for name in text).rename(_harmless_name)


def _flat(name: str, kind: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if isinstance(kind, pl.List | pl.Array):
        joined = column.arr.to_list() if isinstance(kind, pl.Array) else column
        return joined.list.eval(pl.element().cast(pl.String)).list.join("; ").alias(name)
    if isinstance(kind, pl.Struct):
        return pl.when(column.is_not_null()).then(column.struct.json_encode()).alias(name)
    return column


def _harmless(cell: pl.Expr) -> pl.Expr:
    return pl.when(cell.str.contains(_RISKY) & ~cell.str.contains(_NUMBER)).then(pl.lit("'") + cell).otherwise(cell)


def _harmless_name(name: str) -> str:
    checked: str = pl.select(_harmless(pl.lit(name))).item()
    return checked
