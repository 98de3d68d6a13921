"""Printing tables: for a terminal, as CSV that is safe to open in spreadsheets, or as JSON."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from leaderboard.cli.options import Shape

if TYPE_CHECKING:
    import polars as pl

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
PIPE_WIDTH = 200
NARROWEST = 12  # characters that a column needs to be readable


def print_frame(frame: pl.DataFrame, shape: Shape) -> None:
    """Print a table with all its columns."""
    if shape is Shape.csv:
        from leaderboard.store.spreadsheet import to_csv

        sys.stdout.write(to_csv(frame))
    elif shape is Shape.json:
        print_json(frame.to_dicts())
    else:
        print_table(frame.columns, frame.rows(), numbers={name for name, kind in frame.schema.items() if kind.is_numeric()})


def print_json(value: object) -> None:
    """Print a value as indented JSON; dates as ISO text."""
    import orjson

    sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE, default=str))
    sys.stdout.flush()


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]], numbers: set[str] | None = None) -> None:
    """Print rows in columns, or one field per line if the terminal is too narrow.

    Args:
        columns: names of the columns.
        rows: their values, in the order of the columns.
        numbers: names of the right-aligned columns.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)
    if len(columns) * NARROWEST > console.width:
        _print_records(columns, rows)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(Text(name), justify="right" if name in (numbers or set()) else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console.print(table)


def _print_records(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    width = max(map(len, columns))
    blocks = ("".join(f"{name:<{width}}  {cell(value)}\n" for name, value in zip(columns, row, strict=True)) for row in rows)
    for block in blocks:
        sys.stdout.write(f"{block}\n")


def cell(value: object) -> str:
    """One value as text on one line; control characters, which a terminal might execute, become spaces."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list):
        return "; ".join(map(cell, value))
    return _CONTROL.sub(" ", str(value))


def plain(text: str) -> str:
    """Text of several lines without control characters that a terminal might execute."""
    return "\n".join(_CONTROL.sub(" ", line) for line in text.split("\n"))


def amount(row: Mapping[str, object]) -> str:
    """The value of a claim in words: bound, value or range, uncertainty, unit.

    >>> amount({"bound": "up_to", "value": 1.7, "value_high": 2.7, "uncertainty": None, "unit": "x"})
    'up to 1.7-2.7 x'
    >>> amount({"bound": "exact", "value": 95.0, "value_high": None, "uncertainty": 0.2, "unit": "%"})
    '95 ± 0.2%'
    """
    bound = {"up_to": "up to ", "at_least": "at least ", "about": "about "}.get(str(row["bound"]), "")
    high = "" if row["value_high"] is None else f"-{cell(row['value_high'])}"
    spread = "" if row["uncertainty"] is None else f" ± {cell(row['uncertainty'])}"
    unit = str(row["unit"] or "")
    return f"{bound}{cell(row['value'])}{high}{spread}{unit if unit in ('', '%') else f' {unit}'}"


def note(text: str) -> None:
    """Print a message, which is not data, on standard error."""
    sys.stderr.write(f"{plain(text)}\n")
