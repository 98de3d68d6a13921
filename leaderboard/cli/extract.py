"""``leaderboard extract`` and ``explain``: claims of files and texts, without a database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.cli.options import Database, RegistryFolders

if TYPE_CHECKING:
    from leaderboard.model import Claim, Paper

# The fields of a claim as the README lists them; the other fields are added by the registry.
FIELDS = (
    *("start", "end", "quote", "kind", "value", "value_high", "unit", "change", "bound", "uncertainty"),
    *("metric", "benchmarks", "split", "method", "role", "baseline", "settings", "confidence"),
)


class Shape(StrEnum):
    """Output formats of claims."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"


class ExplainShape(StrEnum):
    """Output formats of an explanation."""

    text = "text"
    json = "json"


def extract(
    path: Annotated[Path, typer.Argument(help="A file or folder with papers; - for standard input.", show_default=False)],
    shape: Annotated[Shape, typer.Option("--format", help="Output format.")] = Shape.jsonl,
    source_format: Annotated[
        str | None, typer.Option("--source-format", help="Format of the file; by default recognised from its content.", show_default=False)
    ] = None,
    registry: RegistryFolders = None,
) -> None:
    """Print the claims of every paper in a file or folder, without a database.

    Example: leaderboard extract papers.csv --format table
    """
    claims = _claims(path, source_format, registry or [])
    if shape is Shape.jsonl:
        import orjson

        for paper, claim in claims:
            sys.stdout.buffer.write(orjson.dumps(_row(paper, claim), option=orjson.OPT_APPEND_NEWLINE))
        sys.stdout.flush()
        return
    import polars as pl

    from leaderboard.cli import options, output

    rows = [_row(paper, claim) for paper, claim in claims]
    shown = FIELDS if shape is Shape.csv else tuple(f for f in FIELDS if f not in ("start", "end", "quote", "value_high", "uncertainty"))
    frame = pl.DataFrame(rows, schema=["paper", *FIELDS], infer_schema_length=None).select("paper", *shown)
    output.print_frame(frame, options.Shape(shape.value))


def explain(
    text: Annotated[str | None, typer.Argument(help="The text of an abstract.", show_default=False)] = None,
    paper: Annotated[
        str | None, typer.Option("--paper", help="Explain a paper in the database, by its title or a part of it.", show_default=False)
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The title of the paper that TEXT is from.", show_default=False)] = None,
    shape: Annotated[ExplainShape, typer.Option("--format", help="Output format.")] = ExplainShape.text,
    db: Database = None,
    registry: RegistryFolders = None,
) -> None:
    """Show how each claim of an abstract was extracted, and why the other numbers are not claims.

    Example: leaderboard explain "Our model reaches 95.9% top-1 accuracy on CIFAR-10."
    """
    from leaderboard import extraction
    from leaderboard import registry as registries
    from leaderboard.cli import output
    from leaderboard.errors import UsageError

    if (text is None) == (paper is None):
        raise UsageError("give either the text of an abstract, or --paper TITLE")
    if paper is not None:
        title, text = _find(paper, db)
        output.note(f"paper: {title}")
    explanation = extraction.explain(text or "", title, registries.load(registry or []))
    if shape is ExplainShape.json:
        output.print_json(explanation.as_dict())
    else:
        typer.echo(output.plain(explanation.as_text()))


def _claims(path: Path, source_format: str | None, registry: list[Path]) -> Iterator[tuple[Paper, Claim]]:
    """Every claim with its paper; rejected entries are reported on standard error."""
    from leaderboard import extraction, sources
    from leaderboard import registry as registries
    from leaderboard.cli.output import note
    from leaderboard.errors import SourceError
    from leaderboard.model import Rejected

    known = registries.load(registry)
    papers = 0
    for found in sources.find([path]):
        for entry in sources.read(found.path, source_format, named=found.named):
            if isinstance(entry, Rejected):
                note(f"{entry.place}: {entry.reason}")
                continue
            papers += 1
            for claim in extraction.extract(entry.abstract, entry.title, known).claims:
                yield entry, claim
    if not papers:
        raise SourceError(f"{path}: no papers found")


def _row(paper: Paper, claim: Claim) -> dict[str, object]:
    values = claim.as_dict()
    return {"paper": paper.title, **{name: values[name] for name in FIELDS}}


def _find(title: str, db: Path | None) -> tuple[str, str]:
    """Title and abstract of the paper in the database with this title, or part of a title.

    Raises:
        UsageError: no paper or several papers match.
    """
    from leaderboard.errors import UsageError
    from leaderboard.store import queries, reading

    with reading.connect(db) as con:
        found = queries.run(con, "paper_by_title", title=title).to_dicts()
    exact = [paper for paper in found if paper["exact"]]
    if not found:
        raise UsageError(f"no paper in the database matches the title {title!r}")
    if len(found) > 1 and not exact:
        raise UsageError(f"several papers match the title {title!r}: " + "; ".join(paper["title"] for paper in found))
    chosen = (exact or found)[0]
    return chosen["title"], chosen["abstract"]
