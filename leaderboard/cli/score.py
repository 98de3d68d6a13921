"""``leaderboard score``: how accurate the extractor is, where it errs, and what a change of it won and lost."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.cli.options import RegistryFolders

if TYPE_CHECKING:
    from leaderboard.registry import Registry


class Shape(StrEnum):
    """How the figures are printed."""

    text = "text"
    json = "json"


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Labelled claims, one paper a line.", show_default=False)],
    *,
    texts: Annotated[Path | None, typer.Option(help="The papers' abstracts, where GOLD does not hold them.", show_default=False)] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Show the disagreements, grouped by cause, the largest group first.")] = False,
    most: Annotated[int, typer.Option(min=0, help="With --errors: at most so many of each group; 0 for all.")] = 20,
    cause: Annotated[str | None, typer.Option(help="With --errors: only this group, such as metric.", show_default=False)] = None,
    folds: Annotated[int, typer.Option(min=0, help="Also give the figures for so many folds by paper.")] = 0,
    hide: Annotated[int, typer.Option(min=0, help="With --folds: list no disagreement and no change of this fold.")] = 0,
    compare: Annotated[
        Path | None, typer.Option(metavar="OLD.json", help="Say what changed since this earlier report.", show_default=False)
    ] = None,
    calibrate: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Count how often each way of reading was right, for the confidence.", show_default=False),
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to print it.")] = Shape.text,
    registry: RegistryFolders = None,
) -> None:
    """Compare extracted claims with labelled ones: precision, recall and F1 for each level and field.

    Example: leaderboard score gold.jsonl --errors --cause metric

    Keep a report with ``--format json > old.json``, change a rule, and see with ``--compare old.json`` which claims that won and lost.
    """
    from leaderboard import registry as registries
    from leaderboard.cli import output
    from leaderboard.scoring import compare as comparison
    from leaderboard.scoring import score_file
    from leaderboard.scoring.folds import fold_of

    def shown(title: str) -> bool:
        return not hide or fold_of(title, folds) != hide

    if hide > folds:
        raise typer.BadParameter(f"there is no fold {hide} of {folds}; say --folds {max(5, hide)}", param_hint="--hide")
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
    """Write the file of confidence counts."""
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
