"""``leaderboard score``: accuracy of the extractor, its errors, and which claims a change fixed or broke."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.cli.options import RegistryFolders

if TYPE_CHECKING:
    from leaderboard.registry import Registry


class Shape(StrEnum):
    """Output formats of a score."""

    text = "text"
    json = "json"


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Labelled claims, one paper per line.", show_default=False)],
    *,
    texts: Annotated[
        Path | None,
        typer.Option(help="File with the papers' abstracts; by default NAME_texts.jsonl or papers.jsonl next to GOLD.", show_default=False),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Show the disagreements grouped by cause, largest group first.")] = False,
    most: Annotated[int, typer.Option(min=0, help="With --errors: at most N per group; 0 for all.")] = 20,
    cause: Annotated[
        str | None, typer.Option(help="With --errors: only disagreements with this cause, such as metric.", show_default=False)
    ] = None,
    folds: Annotated[int, typer.Option(min=0, help="Also print the scores of N folds by paper.")] = 0,
    hide: Annotated[int, typer.Option(min=0, help="With --folds: hide the disagreements and changes of this fold.")] = 0,
    compare: Annotated[Path | None, typer.Option(metavar="OLD.json", help="Compare with this earlier report.", show_default=False)] = None,
    calibrate: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the counts from which confidences are computed to FILE.", show_default=False),
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="Output format.")] = Shape.text,
    registry: RegistryFolders = None,
) -> None:
    """Compare extracted claims with labelled claims: precision, recall and F1 at each level, accuracy of each field.

    Example: leaderboard score gold.jsonl --errors --cause metric

    Save a report with ``--format json > old.json``, change a rule, and see with ``--compare old.json`` which claims it fixed or broke.
    """
    from leaderboard import registry as registries
    from leaderboard.cli import output
    from leaderboard.scoring import compare as comparison
    from leaderboard.scoring import score_file
    from leaderboard.scoring.folds import fold_of

    def shown(title: str) -> bool:
        return not hide or fold_of(title, folds) != hide

    if hide > folds:
        raise typer.BadParameter(f"there is no fold {hide} of {folds}; add --folds {max(5, hide)}", param_hint="--hide")
    loaded = registries.load(registry or [])
    if calibrate is not None:
        _calibrate(gold, texts, calibrate, loaded)
    report = score_file(gold, texts, loaded)
    changes = comparison(compare, report) if compare is not None else None
    if shape is Shape.json:
        parts = {"folds": [{"papers": p.papers, **p.levels()} for p in report.folds(folds)]} if folds else {}
        output.print_json(report.as_dict() | parts | ({"changes": changes.as_dict()} if changes is not None else {}))
        return
    typer.echo(output.plain(report.as_text()))
    if folds:
        typer.echo("\n" + report.folds_as_text(folds))
    if errors:
        typer.echo(output.plain(report.part(shown).errors_as_text(most, cause)))
    if changes is not None:
        typer.echo("\n" + output.plain(changes.part(shown).as_text()))


def _calibrate(gold: Path, texts: Path | None, target: Path, registry: Registry) -> None:
    """Write the counts for the confidence of claims to a file.

    Raises:
        LeaderboardError: the file cannot be written.
    """
    from leaderboard.errors import LeaderboardError
    from leaderboard.scoring import calibration, read_gold
    from leaderboard.scoring.matching import Names

    judged = calibration.judge(read_gold(gold, texts), Names.read(gold.parent / "aliases.json"), registry)
    try:
        counts = calibration.calibrate(judged)
    except ValueError as error:
        raise typer.BadParameter(f"{gold}: {error}", param_hint="--calibrate") from error
    try:
        target.write_text(calibration.as_text(counts), encoding="utf-8")
    except OSError as error:
        raise LeaderboardError(f"cannot write {target}: {error.strerror or error}") from error
