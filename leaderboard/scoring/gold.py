"""Reads files of labelled claims and their abstracts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leaderboard.errors import LeaderboardError
from leaderboard.scoring.matching import Label


class GoldError(LeaderboardError):
    """A file of labelled claims or abstracts is invalid; the message has file and line."""


@dataclass(frozen=True, slots=True)
class LabelledPaper:
    """A paper with its labelled claims."""

    title: str
    abstract: str
    labels: tuple[Label, ...]


def read_gold(gold: Path, texts: Path | None = None) -> list[LabelledPaper]:
    """The labelled papers of a file.

    Args:
        gold: JSON Lines, ``{"paper": title, "claims": [...]}`` each.
        texts: JSON Lines with ``title`` and ``abstract`` of those papers; by default ``NAME_texts.jsonl`` or ``papers.jsonl`` next
            to ``gold``.

    Raises:
        GoldError: a file is missing or unreadable, or a labelled paper has no abstract.
    """
    texts = texts or _texts_beside(gold)
    papers = [(str(entry["paper"]), _claims(entry, gold)) for entry in _entries(gold, ("paper", "claims"))]
    abstracts = {str(entry["title"]): str(entry["abstract"]) for entry in _entries(texts, ("title", "abstract"))}
    missing = [title for title, _ in papers if title not in abstracts]
    if missing:
        raise GoldError(
            f"{texts}: no text for {len(missing)} labelled papers, the first is {missing[0]!r}; give the right file with --texts"
        )
    return [LabelledPaper(title, abstracts[title], tuple(labels)) for title, labels in papers]


def _texts_beside(gold: Path) -> Path:
    candidates = (gold.with_name(f"{gold.stem}_texts.jsonl"), gold.with_name("papers.jsonl"))
    for path in candidates:
        if path.exists():
            return path
    raise GoldError(
        f"{gold}: found neither {candidates[0].name} nor {candidates[1].name} next to it; give the file of abstracts with --texts"
    )


def _entries(path: Path, needed: tuple[str, ...]) -> Iterator[Mapping[str, object]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as text ({error})") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{path}:{number}: not JSON ({error.msg}); expected one object per line") from error
        if not isinstance(entry, dict) or any(key not in entry for key in needed):
            raise GoldError(f"{path}:{number}: expected an object with {', '.join(needed)}")
        yield entry


def _claims(entry: Mapping[str, object], path: Path) -> list[Label]:
    claims = entry["claims"]
    if not isinstance(claims, list) or not all(isinstance(c, dict) and {"start", "end", "value", "quote"} <= c.keys() for c in claims):
        raise GoldError(f"{path}: the claims of {str(entry['paper'])!r} need at least start, end, value and quote")
    return claims
